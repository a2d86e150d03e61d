/** What somebody should be looking at, and how it reaches them. */
import { z } from 'zod/v4';
import { topics } from './chat.ts';
import { stages } from './job.ts';
import { Cause, Day, Instant, Somebody } from './shared.ts';
import { dueKinds } from './watched.ts';

/** A command to be pressed again. */
export const Again = z.strictObject({
  verb: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Again = z.infer<typeof Again>;

/** A question whose answer Teams did not take. */
export const Owed = z.strictObject({
  /** The command's name; `none` where what was asked was no command. */
  command: z.string(),
  at: Instant,
  /** Whether it had its effect. */
  recorded: z.boolean(),
  again: Again.nullable(),
});
export type Owed = z.infer<typeof Owed>;

/** What a notice says. The words are found when it is posted, in the reader's language. */
export const Saying = z.discriminatedUnion('card', [
  z.strictObject({
    card: z.literal('welcome'),
    /** By name, where Teams told it. */ addedBy: z.string().nullable(),
    /** It was added by somebody whom Purser does not serve. */
    refused: z.enum(['guest', 'stranger']).optional(),
  }),
  /** Self-service purchases that appeared in one sync. */
  z.strictObject({ card: z.literal('new-purchases'), purchases: z.array(z.string()) }),
  /** Purser was not running for a while, or the clock of its machine was set: what it found then. */
  z.strictObject({
    card: z.literal('absence'),
    from: Instant,
    /** Before `from` where the clock was set back. */
    until: Instant,
    /** Not there where Purser was not running. */
    clockSet: z.literal(true).optional(),
    purchases: z.array(z.string()),
  }),
  /** To a purchaser: please cancel it. */
  z.strictObject({
    card: z.literal('asked'),
    purchase: z.string(),
    by: z.strictObject({ id: z.string(), name: z.string() }),
    why: z.string().nullable(),
  }),
  /** To the admin who asked: the purchaser has answered. */
  z.strictObject({
    card: z.literal('answered'),
    purchase: z.string(),
    name: z.string(),
    answer: z.enum(['seen', 'objected']),
    words: z.string().nullable(),
  }),
  /** To the admins who are told of alerts: its purchaser asks IT to take it over. */
  z.strictObject({ card: z.literal('handed'), purchase: z.string(), by: Somebody, words: z.string().nullable() }),
  /** To the person who had it in hand, asked, or kept it: an admin gave it back. */
  z.strictObject({
    card: z.literal('released'),
    purchase: z.string(),
    by: Somebody,
    kept: z.literal(true).optional(),
  }),
  /** To a purchaser who was asked to cancel it: it is kept after all. */
  z.strictObject({ card: z.literal('kept'), purchase: z.string(), by: Somebody, until: Instant }),
  /** To the owner of purchases that were kept until now, and to the chats with alerts: what is to become of them? */
  z.strictObject({
    card: z.literal('review'),
    purchases: z.array(z.string()),
    until: Instant,
    round: z.number().int(),
  }),
  /** To the chats with renewals, at most once a day: what is due, and what came of what was. */
  z.strictObject({
    card: z.literal('due'),
    day: Day,
    items: z.array(z.strictObject({ purchase: z.string(), kind: z.enum(dueKinds), days: z.number().int().nullable() })),
  }),
  /** To the chats with digest, each day or week: what is due, what is new since, what waits, and what changed outside Purser. */
  z.strictObject({
    card: z.literal('digest'),
    day: Day,
    since: Day,
    due: z.array(z.string()),
    fresh: z.array(z.string()),
    /** Products whose rules were changed outside, by name. */
    outside: z.array(z.string()),
    waiting: z.strictObject({ requests: z.number().int(), reviews: z.number().int() }),
  }),
  /** To the admin who asked, when the time is over: the purchase still runs. */
  z.strictObject({ card: z.literal('still-there'), purchase: z.string(), askedAt: Instant }),
  /** To the admin who applied a change of rules: how far it is, edited as it goes on. */
  z.strictObject({ card: z.literal('change'), change: z.string() }),
  /** Rules that are no longer what the baseline wants, and products Microsoft has added: what one sync found. */
  z.strictObject({
    card: z.literal('drift'),
    drifted: z.array(z.string()),
    added: z.array(z.string()),
    change: z.string().nullable(),
  }),
  /** What Microsoft announces about self-service in its message centre: the id of its post. */
  z.strictObject({ card: z.literal('bulletin'), post: z.string() }),
  /** To the admin who is preparing a takeover: what could go wrong in it. */
  z.strictObject({ card: z.literal('draft'), draft: z.string() }),
  /**
   * To those who can approve. Each round is a post of its own, because an edit raises no notification: the request, a reminder,
   * what has to be approved again. Earlier rounds point to the newest.
   */
  z.strictObject({ card: z.literal('approval'), takeover: z.string(), round: z.number().int() }),
  /** In place of one message for each of many: everything that waits for the decision of one person. `about`: what came last. */
  z.strictObject({ card: z.literal('to-decide'), about: z.string() }),
  /** An answer that showed a takeover or an order is kept up to date. `old`: the same was shown again further down. */
  z.strictObject({ card: z.literal('copy'), about: z.string(), old: z.boolean() }),
  /** To its requester: nobody in that chat, or not that person, could be told that it waits for a decision. */
  z.strictObject({
    card: z.literal('approvals-lost'),
    takeover: z.string(),
    to: z.union([z.strictObject({ person: z.string() }), z.strictObject({ chat: z.string() })]),
  }),
  /** To its requester: how far it is. Each piece of news is a post of its own, earlier ones point to the newest. */
  z.strictObject({ card: z.literal('takeover'), takeover: z.string(), round: z.number().int() }),
  /** To purchaser and holders. */
  z.strictObject({ card: z.literal('announced'), takeover: z.string(), stage: z.enum(stages) }),
  /** To its requester: somebody objects to it once it can't be held up any more. */
  z.strictObject({ card: z.literal('late-objection'), takeover: z.string(), by: Somebody, words: z.string() }),
  /** To the person who objected to a takeover: what they were answered. */
  z.strictObject({ card: z.literal('replied'), takeover: z.string(), objection: z.number().int() }),
  /** To the admin who gives or takes licences: how far it is. */
  z.strictObject({ card: z.literal('licences'), job: z.string() }),
  /** To somebody who asked something: Teams did not take the answer. */
  z.strictObject({ card: z.literal('late-answer'), asked: z.array(Owed) }),
  /**
   * To those who can be the second person, and to the requester. `round`: of those who are asked, how often they were; of its
   * requester, 0 until there is news.
   */
  z.strictObject({ card: z.literal('order'), order: z.string(), round: z.number().int() }),
  /** To those who decide about a licence request, or must see to it: the how-many-th time they are asked. */
  z.strictObject({ card: z.literal('licence-asked'), request: z.string(), round: z.number().int() }),
  /** To those who want the licence: the how-many-th time there is news. */
  z.strictObject({ card: z.literal('licence-news'), request: z.string(), round: z.number().int() }),
  /** To the admins: Purser is on hold since then; nobody said so where the store came from a backup. */
  z.strictObject({ card: z.literal('hold'), since: Instant, by: Somebody.nullable(), words: z.string().nullable() }),
  /** To the admins: it goes on. */
  z.strictObject({ card: z.literal('resumed'), since: Instant, at: Instant, by: Somebody, left: z.number().int() }),
  /** To the admins of a read-only pilot: that it is one since then; or, where it has an end, what it would have done between. */
  z.strictObject({ card: z.literal('pilot'), from: Instant, until: Instant.nullable() }),
  /** To the admins: somebody who was told of a topic may not be any more. */
  z.strictObject({ card: z.literal('lapsed'), person: z.string(), topic: z.enum(topics) }),
  /** To the admins: nothing was done, since nobody ordered it as far as the chain of the journal tells. */
  z.strictObject({ card: z.literal('unproven'), what: z.string() }),
  /** To the admins: whom nothing could be told. */
  z.strictObject({ card: z.literal('unreached'), notices: z.array(z.string()) }),
]);
export type Saying = z.infer<typeof Saying>;

/** What became of a notice on its way; each has its sentence on the ledger. */
export const ledgerEvents = [
  'posted',
  'edited',
  /** The connection was cut: nobody knows whether it was posted. */
  'cut',
  /** Posted after a cut: perhaps the second time. */
  'posted-again',
  /** Teams is down, or will not hear the bot just now. */
  'waiting',
  'away',
  'refused',
  'installed',
  'not-installed',
  'mailed',
  /** Mailed after a cut: perhaps the second time. */
  'mailed-again',
  'mail-failed',
  'unreached',
  /** There was nothing left to say when its time came. */
  'moot',
  /** It waited in a backup, and was most likely sent before that was restored. */
  'left-out',
  /** What was posted was taken back: its reader may not read it any more. */
  'withdrawn',
] as const;
export type LedgerEvent = (typeof ledgerEvents)[number];

const rungs = ['chat', 'install', 'mail', 'none'] as const;
export type Rung = (typeof rungs)[number];

export const Notice = z.strictObject({
  id: z.string().regex(/^N-[1-9]\d*$/),
  /** What it is about, for whom: the same key is the same notice, which then says something new. */
  key: z.string(),
  to: z.union([z.strictObject({ person: z.string() }), z.strictObject({ chat: z.string() })]),
  saying: Saying,
  /** The purchases whose ledger shows it. */
  purchases: z.array(z.string()),
  createdAt: Instant,
  /** Grows whenever it should say something else than what was posted. */
  revision: z.number().int().positive(),
  /** When something is to be done about it; null while nothing is. */
  dueAt: Instant.nullable(),
  /** Failed tries of what is due now. */
  tries: z.number().int(),
  rung: z.enum(rungs),
  /** Since when an attempt is under way that can't be taken back: found after a crash, nobody knows whether it was sent. */
  begunAt: Instant.nullable(),
  /** A try was cut off: should the next one succeed, it was perhaps sent twice. */
  unsure: z.boolean(),
  /**
   * Where it was posted, and what it says there; null until then. `activity` is null where Teams told no id. `stuck`: Teams lets
   * it be changed no more, so the next post takes its place.
   */
  delivered: z
    .strictObject({
      chat: z.string(),
      activity: z.string().nullable(),
      revision: z.number().int(),
      at: Instant,
      stuck: z.literal(true).optional(),
    })
    .nullable(),
  /** When it last took the place of a post that could not be changed; not there where it never did. */
  replacedAt: Instant.optional(),
  outcome: z.enum(['waiting', 'posted', 'mailed', 'unreached', 'moot']),
  /** What its reader answered. */
  answer: z.strictObject({ what: z.enum(['seen', 'objected']), words: z.string().nullable(), at: Instant }).nullable(),
  ledger: z.array(z.strictObject({ at: Instant, what: z.enum(ledgerEvents), why: z.string().nullable() })),
  cause: Cause.optional(),
});
export type Notice = z.infer<typeof Notice>;

/** The key of a notice, and the notice. */
export const NoticeKey = z.strictObject({ id: z.string(), notice: z.string() });
