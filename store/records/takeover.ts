/** Takeovers, from the draft to the proof that the purchase ended. */
import { z } from 'zod/v4';
import { Cause, Day, Instant, Somebody, troubles } from './shared.ts';

/** What becomes of the holders. */
export const Act = z.discriminatedUnion('kind', [
  /** Each gets a licence of another product, then loses the one of the purchase [30]. */
  z.strictObject({ kind: z.literal('move'), to: z.strictObject({ sku: z.string(), product: z.string() }) }),
  /** The organisation has seats of the very same SKU: Microsoft pools them, so nothing is assigned and nothing removed. */
  z.strictObject({ kind: z.literal('stay') }),
  /** They lose access [36, 37]. The reason is one of the operator's list, which Microsoft's does not have to be [38]. */
  z.strictObject({ kind: z.literal('cancel'), reason: z.string() }),
]);
export type Act = z.infer<typeof Act>;

/** How the subscription itself is ended: a person does it and is guided, the operator's own automation does, or Azure Billing. */
export const endings = ['guided', 'webhook', 'billing'] as const;
export type Ending = (typeof endings)[number];

/**
 * How Purser knows who holds a purchase: it is the only one of its SKU, Microsoft's allotments say so, a list was imported, or
 * the requester said so; `unsure`: the requester knows some of them, or none.
 */
export const holderSources = ['sole', 'allotted', 'imported', 'picked', 'unsure'] as const;
export type HolderSource = (typeof holderSources)[number];

/** What the person who was to end a subscription says of it. */
export const reportedOutcomes = ['cancelled', 'renewal-off', 'refused', 'no-button', 'microsoft-moves'] as const;
export type ReportedOutcome = (typeof reportedOutcomes)[number];

/** Seats that have expired but still work, and suspended ones; absent: none. Of what is left in a pool, the first are a part. */
const lapsed = { warning: z.number().int().optional(), suspended: z.number().int().optional() };

/** What a preflight of a takeover finds; `store/takeover/preflight.ts` says what each means. */
export const Finding = z.discriminatedUnion('what', [
  /** Some seats were bought, more people hold the SKU, and Microsoft doesn't say which: they must be picked. */
  z.strictObject({
    what: z.literal('holders-unknown'),
    bought: z.number().int().nullable(),
    holding: z.number().int().nullable(),
  }),
  z.strictObject({
    what: z.literal('target-short'),
    need: z.number().int(),
    /** Less than none where more are in use than there are. */
    free: z.number().int(),
    missing: z.number().int(),
    /** There may be more free, and fewer missing: Microsoft doesn't say which seats are the organisation's. */
    atLeast: z.literal(true).optional(),
    ...lapsed,
  }),
  /** The target is a departmental SKU, whose seats can't be assigned. */
  z.strictObject({ what: z.literal('target-departmental') }),
  /** Nobody knows how many seats are free, of the target or in the pool. */
  z.strictObject({ what: z.literal('seats-unread') }),
  /** So many seats are left for its holders and everybody else, once those of the purchase are gone. */
  z.strictObject({
    what: z.enum(['pool-short', 'pool-covers']),
    left: z.number().int(),
    used: z.number().int(),
    missing: z.number().int(),
    ...lapsed,
  }),
  /** More people sit on its seats than are on the list: so many others would lose theirs. */
  z.strictObject({ what: z.literal('list-short'), missing: z.number().int() }),
  /** Nobody knows who else sits on its seats: so many others may lose theirs, and can't be told. */
  z.strictObject({ what: z.literal('unnamed'), count: z.number().int() }),
  z.strictObject({ what: z.literal('list-long'), bought: z.number().int(), listed: z.number().int() }),
  z.strictObject({ what: z.literal('nobody-holds-it') }),
  /** Its owner keeps it until then: a takeover puts an end to that. */
  z.strictObject({ what: z.literal('kept'), by: Somebody, until: Instant }),
  z.strictObject({
    what: z.enum([
      'loses-access',
      'no-usage-location',
      'group-assigned',
      /** From another organisation. */
      'guest',
      /** A shared mailbox has such an account too; Graph tells which only with a permission that Purser does without. */
      'disabled',
      'has-target',
      /** On the list, without a licence: nothing is done for them. */
      'not-holding',
      'left',
    ]),
    who: z.array(z.string()),
  }),
]);
export type Finding = z.infer<typeof Finding>;

export const takeoverStates = [
  'pending',
  'approved',
  'running',
  'waiting',
  'stopped',
  'failed',
  'done',
  'rejected',
  'withdrawn',
  'expired',
] as const;
export type TakeoverState = (typeof takeoverStates)[number];

/** Everything somebody, or Purser itself, can do to a takeover. */
export const takeoverMoves = [
  'approve',
  'reject',
  'withdraw',
  'expire',
  'reassign',
  'remind',
  'revise',
  'unapprove',
  'object',
  'answer',
  'start',
  'stop',
  'fail',
  'retry',
  'leave-out',
  'untold',
  'vouch',
  'wait',
  'report',
  'finish',
] as const;
export type TakeoverMove = (typeof takeoverMoves)[number];

export const Takeover = z.strictObject({
  id: z.string().regex(/^TK-[1-9]\d*$/),
  state: z.enum(takeoverStates),
  /** What was known when it was requested, or last revised. */
  purchase: z.strictObject({
    id: z.string(),
    subscription: z.string(),
    sku: z.string(),
    product: z.string(),
    quantity: z.number().int().nullable(),
    /** Null where the owner is no person. */
    purchaser: Somebody.nullable(),
    nextAt: Day.nullable(),
  }),
  act: Act,
  ending: z.enum(endings),
  /** Whom it is about: nobody else is moved, stripped or told anything. */
  holders: z.strictObject({ known: z.enum(holderSources), ids: z.array(z.string()) }),
  /** Whom it was about when it was requested or last approved, if something has changed since; who came and who went follows. */
  revisedFrom: z.array(z.string()).nullable(),
  /** Of purchase, act, ending and holders as they are above. */
  fingerprint: z.string(),
  requester: Somebody,
  requestedAt: Instant,
  why: z.string().nullable(),
  /** Of the last preflight: before the request, then before the run. */
  findings: z.array(Finding),
  /** Different people who must approve. */
  needed: z.number().int().positive(),
  /** The person it was handed to; others who may approve still can. Null: the first approver who comes. */
  putTo: Somebody.nullable(),
  decideBy: Instant,
  /** Who could decide when it was requested, so that they can be called in person; absent in records of older versions. */
  deciders: z.array(Somebody).optional(),
  /** When those who can decide are reminded next; null when no more. */
  remindAt: Instant.nullable(),
  /** Those that count: each for this fingerprint, by different people. The history has the others too. */
  approvals: z.array(z.strictObject({ by: Somebody, at: Instant, fingerprint: z.string() })),
  /** Of purchaser and holders. An open one (`answer` null) holds the run. */
  objections: z.array(
    z.strictObject({
      by: Somebody,
      words: z.string(),
      at: Instant,
      answer: z
        .strictObject({
          /** The whole takeover was withdrawn, or it goes on although they object. */
          how: z.enum(['replied', 'withdrawn', 'went-on']),
          by: Somebody.nullable(),
          words: z.string().nullable(),
          at: Instant,
        })
        .nullable(),
      /** Of a person who was overruled: what they said last since, and how often they said something. It holds nothing. */
      later: z.strictObject({ words: z.string(), at: Instant, times: z.number().int() }).optional(),
    }),
  ),
  /** End of the notice period: it does not run earlier. Null while it is not approved. */
  notBefore: Instant.nullable(),
  /** Its steps say what was done for each holder; null until it ran. */
  job: z.string().nullable(),
  cause: Cause.optional(),
  /** People who lose access when it ends although they were to be moved: somebody has read their names, and gone on. */
  leftOut: z.array(z.string()),
  /**
   * People who lose access and could not be told, so that it does not begin until an approver says that they know (`known`);
   * null or absent: everybody was told.
   */
  untold: z
    .strictObject({ ids: z.array(z.string()), known: z.strictObject({ by: Somebody, at: Instant }).nullable() })
    .nullish(),
  reports: z.array(
    z.strictObject({
      what: z.enum(reportedOutcomes),
      by: Somebody,
      at: Instant,
      words: z.string().nullable(),
      /** `renewal-off`: when the subscription ends, as they say. */
      endsAt: Day.nullable(),
    }),
  ),
  /** From the request on; what changed no state leads to the state it was in. */
  history: z.array(
    z.strictObject({
      at: Instant,
      /** Null: Purser itself. */
      by: Somebody.nullable(),
      move: z.enum(['request', ...takeoverMoves]),
      to: z.enum(takeoverStates),
      words: z.string().nullable(),
      /** Nobody got a post of its own because of it: later words of somebody who had been heard that day. */
      quiet: z.literal(true).optional(),
    }),
  ),
  /** How many turns, and of which kinds, and how many reports the record no longer holds; absent while it holds them all. */
  left: z
    .strictObject({
      turns: z.number().int(),
      asked: z.number().int(),
      told: z.number().int(),
      approved: z.number().int(),
      revised: z.number().int(),
      reports: z.number().int(),
    })
    .optional(),
});
export type Takeover = z.infer<typeof Takeover>;

/** What an admin has chosen so far of a takeover that is not requested yet: a card to be confirmed carries its id alone. */
export const Draft = z.strictObject({
  id: z.string().regex(/^D-[1-9]\d*$/),
  at: Instant,
  by: Somebody,
  purchase: z.string(),
  /** Null while it is not known who holds the purchase, and nobody has picked them. */
  holders: Takeover.shape.holders.nullable(),
  /** Null until it is chosen. */
  act: Act.nullable(),
  /** What is in the way; null while Microsoft is asked, or nothing is to be asked yet. */
  check: z
    .union([
      z.strictObject({ at: Instant, findings: z.array(Finding) }),
      z.strictObject({ at: Instant, trouble: z.enum(troubles) }),
    ])
    .nullable(),
});
export type Draft = z.infer<typeof Draft>;

/**
 * What was done for one holder of a takeover. `open` is the intention; null, that nothing is to be done. `already`: it was so
 * before. A licence that Microsoft doesn't let go (`refused`) goes when the subscription ends; so does a departmental seat,
 * which nobody tries to take (`ends`). With both null, `why` says what put someone who was approved out of it; they are counted
 * all the same.
 */
export const Transfer = z.strictObject({
  /** `TK-4 ` and the person. */
  id: z.string(),
  given: z.enum(['open', 'done', 'already', 'failed']).nullable(),
  taken: z.enum(['open', 'done', 'already', 'refused', 'ends']).nullable(),
  /** Microsoft shows it: the new licence, or in a cancellation that the old one is gone. Null: an older version didn't note it. */
  shown: z.boolean().nullable(),
  /** Why it failed, was refused, or is not to be done: a trouble, one of our own reasons, or Microsoft's own words. */
  why: z.string().nullable(),
  at: Instant,
});
export type Transfer = z.infer<typeof Transfer>;
