/**
 * Everything Purser keeps, as zod shapes and the types inferred from them.
 *
 * The words of the house:
 *
 * - **purchase** `P-12`: one subscription in the tenant, with its *kind* (`self-service`, `central` or `partner`), the evidence
 *   for it, and how *sure* that is: `probable` until an admin (or Azure Billing) settles it. The short id is stable for ever.
 * - **purchaser**: the person who bought it. **holder**: a person with a licence. **product**: a SKU as people know it.
 * - **person**: what Microsoft says of someone, kept from the last sync that had it, so that a leaver keeps a name.
 * - **member**: what Purser itself knows of someone who spoke to it: the language they chose, where to write to them.
 * - **chat**: a conversation Purser is in. **part**: one thing a sync reads from Microsoft, with how fresh it is.
 *
 * - **decision**: what became of a purchase: none yet, in somebody's hand, or its purchaser was asked; each until a day.
 * - **entry**: one line of the audit: who did what, when, from what to what, why. Each holds the hash of the one before.
 * - **topic**: what a chat asked to be told of. **notice** `N-7`: something one person or one chat should be looking at; its
 *   **ledger** tells what became of it on the way. **rung**: the way it goes: the chat, the app installed for them, mail.
 * - **rule**: what a product, an offer type or a tenant switch allows now. **wish**: what the organisation wants a rule to be;
 *   all wishes together are the **baseline**, and a rule that is otherwise has **drifted**.
 * - **change** `CH-2`: a planned change of rules, dry-run first. **job** `J-4`: something to be done at Microsoft. **step**: one
 *   durable part of a job: its intention is on disk before it is done, its outcome after.
 * - **takeover** `TK-4`: a request to end a purchase, its holders moved before or losing access. It has an **act** (what becomes
 *   of the holders), an **ending** (how the subscription ends), and a **fingerprint** of exactly what is to be done: an
 *   approval is for that and nothing else. Its states and who may move it are the table in `store/takeover/table.ts`.
 * - **away**: Purser can't write there, until whoever it is speaks or adds Purser again.
 *
 * A record is a plain JSON object with an `id` that is unique in its table; records are replaced, never changed in place.
 */
import { z } from 'zod/v4';

/** An ISO 8601 instant in UTC, as `Date.toISOString` writes it. */
const Instant = z.iso.datetime();

/** Somebody, with the name they had then: who left, or was renamed, stays who they were. */
export const Somebody = z.strictObject({ id: z.string(), name: z.string() });
export type Somebody = z.infer<typeof Somebody>;

export const kinds = ['self-service', 'central', 'partner'] as const;
export type Kind = (typeof kinds)[number];

/**
 * `companySubscription.status`: the v1.0 reference lists the first five, an older beta page has `Expired` too.
 * `Unknown` stands for a value Microsoft has not documented; the purchase is kept and shown as such.
 */
export const statuses = ['Enabled', 'Warning', 'Suspended', 'LockedOut', 'Expired', 'Deleted', 'Unknown'] as const;
export type Status = (typeof statuses)[number];

/**
 * What speaks for a purchase being of its kind, strongest first. No document of Microsoft says which rows are self-service,
 * so the evidence is kept and shown.
 */
const evidences = [
  'partner-tenant',
  'department-sku',
  'owner-is-user',
  'owner-left',
  'owner-is-guest',
  'owner-is-admin',
  'owner-is-organisation',
  'owner-is-not-given',
] as const;
export type Evidence = (typeof evidences)[number];

export const Purchase = z.strictObject({
  /** `P-12` */
  id: z.string().regex(/^P-[1-9]\d*$/),
  /** `companySubscription.id` */
  subscription: z.string(),
  /** What Microsoft's support asks for; null where Microsoft gives none. */
  commerceId: z.string().nullable(),
  /** `skuId`: also the id of the product. */
  sku: z.string(),
  skuPart: z.string(),
  /** Entra object id of the owner; null where the owner is no person. */
  purchaser: z.string().nullable(),
  quantity: z.number().int(),
  trial: z.boolean(),
  status: z.enum(statuses),
  /** Microsoft's own word where `status` is `Unknown`, otherwise null. */
  statusWord: z.string().nullable(),
  createdAt: Instant.nullable(),
  /** `nextLifecycleDateTime`: when it renews, converts or ends; Microsoft doesn't say which. */
  nextAt: Instant.nullable(),
  kind: z.enum(kinds),
  sure: z.enum(['probable', 'confirmed']),
  evidence: z.array(z.enum(evidences)),
  /** Who settled the kind, and when; null while it is only concluded. The name is kept as it was then. */
  settled: z.strictObject({ by: z.string(), name: z.string(), at: Instant }).nullable(),
  /** What somebody does about it. Who said to see to it, or asked its purchaser, counts until a day; a takeover until it ends. */
  decision: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['in-hand', 'asked']), by: z.string(), name: z.string(), until: Instant }),
      z.strictObject({ kind: z.literal('takeover'), by: z.string(), name: z.string(), takeover: z.string() }),
    ])
    .nullable(),
  firstSeenAt: Instant,
  /**
   * Since when complete syncs have not had it, and how many in a row; null while it is listed. `gone` once two syncs have
   * not had it and Microsoft, asked for it by id, has no such subscription; until then it is only not visible.
   */
  absent: z
    .strictObject({
      since: Instant,
      syncs: z.number().int().positive(),
      /** How often Microsoft was asked for it by id. */
      asked: z.number().int(),
      gone: z.boolean(),
    })
    .nullable(),
});
export type Purchase = z.infer<typeof Purchase>;

export const Person = z.strictObject({
  /** Entra object id. */
  id: z.string(),
  /** Display name; null if Microsoft never told it (someone who left before Purser came). */
  name: z.string().nullable(),
  userName: z.string().nullable(),
  mail: z.string().nullable(),
  department: z.string().nullable(),
  language: z.string().nullable(),
  guest: z.boolean(),
  enabled: z.boolean(),
  /** Can buy for the organisation: Global or Billing Administrator. */
  admin: z.boolean(),
  /** Microsoft was asked for a deleted account and has none: there is no name to be had any more. */
  forgotten: z.boolean(),
  /** First sync in which Microsoft no longer had this person; null while it has. */
  leftAt: Instant.nullable(),
});
export type Person = z.infer<typeof Person>;

export const Product = z.strictObject({
  /** `skuId` */
  id: z.string(),
  part: z.string(),
  /** As people know it; the part number where no list names it. */
  name: z.string(),
  /** Seats in the pool of this SKU: Microsoft pools all subscriptions of one SKU. */
  seats: z.number().int(),
  used: z.number().int(),
});
export type Product = z.infer<typeof Product>;

/** Who holds a SKU that has a self-service purchase. Microsoft can't say from which purchase a seat came. */
export const Holding = z.strictObject({ /** `skuId` */ id: z.string(), holders: z.array(z.string()) });
export type Holding = z.infer<typeof Holding>;

/** What a chat can ask to be told of. */
export const topics = ['alerts', 'approvals', 'digest', 'report'] as const;
export type Topic = (typeof topics)[number];

/** Why Purser can't write somewhere: blocked by the person, taken out by them or an admin, never there, or the chat is gone. */
export const Away = z.strictObject({ why: z.enum(['blocked', 'removed', 'absent', 'gone']), since: Instant });
export type Away = z.infer<typeof Away>;

const chatKinds = ['personal', 'group', 'channel'] as const;
export const Chat = z.strictObject({
  /** Conversation id, without `;messageid=`. */
  id: z.string(),
  kind: z.enum(chatKinds),
  serviceUrl: z.string(),
  /** The channel or team by name, where Teams told it. */
  name: z.string().nullable(),
  /** Entra object id of the person of a personal chat. */
  person: z.string().nullable(),
  /** Entra object id of who added Purser here, where Teams told it. */
  addedBy: z.string().nullable(),
  /** When Purser was added here; null where it only heard from here. The welcome is a notice of its own. */
  welcomedAt: Instant.nullable(),
  topics: z.array(z.enum(topics)),
  away: Away.nullable(),
});
export type Chat = z.infer<typeof Chat>;

export const Member = z.strictObject({
  /** Entra object id. */
  id: z.string(),
  /** The id Teams gives a person for this bot (`29:…`); null until they wrote to it in person. */
  teamsId: z.string().nullable(),
  /** Chosen with `language`; null if the person never chose. */
  language: z.enum(['en', 'fr']).nullable(),
  /** The last locale Teams told. */
  locale: z.string().nullable(),
  /** Their personal chat with Purser; null until they wrote there, or Purser to them. */
  chat: z.strictObject({ id: z.string(), serviceUrl: z.string() }).nullable(),
  away: Away.nullable(),
});
export type Member = z.infer<typeof Member>;

/** Why Microsoft did not do what was asked: a closed list, so that every one has its sentence. */
export const troubles = ['unreachable', 'throttled', 'no-token', 'no-permission', 'broken-answer', 'refused'] as const;
export type Trouble = (typeof troubles)[number];

/** The parts of a sync, in the order they are read. */
export const parts = ['subscriptions', 'products', 'people', 'holders', 'rules'] as const;
export const Part = z.strictObject({
  id: z.enum(parts),
  /** When it was last read whole; null if never. */
  goodAt: Instant.nullable(),
  triedAt: Instant.nullable(),
  /** Why the last try failed; null if it did not. `detail` is for the operator and holds no secret. */
  trouble: z.strictObject({ what: z.enum(troubles), detail: z.string() }).nullable(),
});
export type Part = z.infer<typeof Part>;

/** The next number of a short id: `{ id: 'P', last: 12 }`. */
export const Counter = z.strictObject({ id: z.string(), last: z.number().int() });
export type Counter = z.infer<typeof Counter>;

/** What was said or pressed and had its effect or its answer, so that it has no second one when Teams delivers it once more. */
export const Answered = z.strictObject({
  /** Conversation and activity. */
  id: z.string(),
  at: Instant,
  /** False where it had its effect, and the answer is not known to have been given. */
  answered: z.boolean(),
});
export type Answered = z.infer<typeof Answered>;

/** What the audit tells of: done by somebody, or seen at Microsoft by the sync. */
export const auditActions = [
  'classified',
  'taken',
  'asked',
  'seen',
  'objected',
  'subscribed',
  'rule-set',
  'rule-failed',
  'rule-found',
  'rule-new',
  'wished',
  'exported',
  'appeared',
  'status',
  'quantity',
  'purchaser',
  'gone',
  'takeover-requested',
  'takeover-approved',
  'takeover-rejected',
  'takeover-withdrawn',
  'takeover-expired',
  'takeover-reassigned',
  'takeover-revised',
  'takeover-unapproved',
  'takeover-answered',
  'takeover-started',
  'takeover-stopped',
  'takeover-failed',
  'takeover-resumed',
  'takeover-ending',
  'takeover-reported',
  'takeover-done',
  'licence-assigned',
  'licence-removed',
  'licence-failed',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** Names are kept as they were then: who left, or was renamed, stays who they were. */
export const Entry = z.strictObject({
  /** `A-12`; numbered without a gap. */
  id: z.string().regex(/^A-[1-9]\d*$/),
  at: Instant,
  /** Null where it was not done through Purser, but seen at Microsoft. */
  actor: Somebody.nullable(),
  action: z.enum(auditActions),
  purchase: z.string().nullable(),
  product: z.string().nullable(),
  purchaser: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  why: z.string().nullable(),
  /** Hash of the entry before; empty for the first. */
  previous: z.string(),
  /** SHA-256 over everything else. */
  hash: z.string(),
});
export type Entry = z.infer<typeof Entry>;

/** What Microsoft knows for a product; an offer type and a switch know only the first and the last. */
export const ruleValues = ['Enabled', 'OnlyTrialsWithoutPaymentMethod', 'Disabled'] as const;
export type RuleValue = (typeof ruleValues)[number];

/** The surfaces on which Microsoft lets an organisation say who may buy what, as far as an API reads them. */
export const surfaces = ['product', 'offer', 'switch'] as const;
export type Surface = (typeof surfaces)[number];

export const Rule = z.strictObject({
  /** `product:CFQ7TTC0HD32`, `offer:SaaS`, `switch:email-sign-up` */
  id: z.string().regex(/^(product|offer|switch):.+$/),
  surface: z.enum(surfaces),
  /** As Microsoft calls it. */
  name: z.string(),
  value: z.enum(ruleValues),
  firstSeenAt: Instant,
  /** When Purser last set it and read it back: a reading that began before that is out of date. */
  setAt: Instant.nullable(),
  /** Since when Microsoft has not listed it any more; null while it does. */
  goneAt: Instant.nullable(),
});
export type Rule = z.infer<typeof Rule>;

/** What the organisation wants one rule to be, or (`new-products`) every product that Microsoft adds. */
export const Wish = z.strictObject({
  /** The id of a rule, or `new-products`. */
  id: z.string(),
  value: z.enum(ruleValues),
  by: z.strictObject({ id: z.string(), name: z.string() }),
  at: Instant,
  /** An exception ends, and has a reason; what it excepts from comes back then. */
  until: Instant.nullable(),
  otherwise: z.enum(ruleValues).nullable(),
  why: z.string().nullable(),
});
export type Wish = z.infer<typeof Wish>;

/** What purchaser and holders are told of a takeover: that it will happen, that it won't after all, that it has happened. */
export const stages = ['before', 'called-off', 'after'] as const;
export type Stage = (typeof stages)[number];

const stepStates = ['todo', 'begun', 'done', 'failed'] as const;

/** Something to be done at Microsoft, step by step; each can be repeated without harm. */
export const Job = z.strictObject({
  id: z.string().regex(/^J-[1-9]\d*$/),
  work: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('change'), change: z.string() }),
    /** Holders of an approved takeover are moved, or lose their licence. */
    z.strictObject({ kind: z.literal('takeover'), takeover: z.string() }),
    /** Purchaser and holders are told of a takeover, so many in one transaction. */
    z.strictObject({ kind: z.literal('announcement'), takeover: z.string(), stage: z.enum(stages) }),
    /** What could go wrong in a takeover that somebody thinks of, where Microsoft is too slow to be waited for. */
    z.strictObject({ kind: z.literal('preflight'), draft: z.string() }),
    /** Licences of a central product are given, or taken, one person a step. */
    z.strictObject({
      kind: z.literal('licences'),
      what: z.enum(['assign', 'remove']),
      sku: z.string(),
      product: z.string(),
      by: Somebody,
    }),
  ]),
  createdAt: Instant,
  /** When it goes on; null when it has ended. */
  dueAt: Instant.nullable(),
  steps: z.array(
    z.strictObject({
      key: z.string(),
      state: z.enum(stepStates),
      /** Tries that failed. */
      tries: z.number().int(),
      /** Of its last change of state. */
      at: Instant,
      /** Why it failed, or is tried again: a trouble, or Microsoft's own words. */
      why: z.string().nullable(),
    }),
  ),
});
export type Job = z.infer<typeof Job>;
export type Step = Job['steps'][number];

export const Change = z.strictObject({
  id: z.string().regex(/^CH-[1-9]\d*$/),
  /** Null where the baseline made it by itself. */
  by: Somebody.nullable(),
  at: Instant,
  why: z.string().nullable(),
  /** What it puts back; null where it is a change of its own. */
  undoes: z.string().nullable(),
  state: z.enum(['planned', 'running', 'ended', 'dropped']),
  job: z.string().nullable(),
  items: z.array(
    z.strictObject({
      /** The id of a rule. */
      rule: z.string(),
      name: z.string(),
      /** When it was planned; and as it was found when it was carried out, null until then. */
      before: z.enum(ruleValues),
      found: z.enum(ruleValues).nullable(),
      wanted: z.enum(ruleValues),
      /** As read back; null until it was. */
      after: z.enum(ruleValues).nullable(),
    }),
  ),
});
export type Change = z.infer<typeof Change>;

/** What a notice says. The words are found when it is posted, in the language of whoever reads it. */
export const Saying = z.discriminatedUnion('card', [
  z.strictObject({ card: z.literal('welcome'), /** By name, where Teams told it. */ addedBy: z.string().nullable() }),
  /** Self-service purchases that appeared in one sync. */
  z.strictObject({ card: z.literal('new-purchases'), purchases: z.array(z.string()) }),
  /** Purser was not running for a while: what it found when it came back. */
  z.strictObject({ card: z.literal('absence'), from: Instant, until: Instant, purchases: z.array(z.string()) }),
  /** To a purchaser: please cancel it. */
  z.strictObject({
    card: z.literal('asked'),
    purchase: z.string(),
    by: z.strictObject({ id: z.string(), name: z.string() }),
    why: z.string().nullable(),
  }),
  /** To whoever asked: the purchaser has answered. */
  z.strictObject({
    card: z.literal('answered'),
    purchase: z.string(),
    name: z.string(),
    answer: z.enum(['seen', 'objected']),
    words: z.string().nullable(),
  }),
  /** To whoever asked, when the time is over: the purchase still runs. */
  z.strictObject({ card: z.literal('still-there'), purchase: z.string(), askedAt: Instant }),
  /** To whoever applied a change of rules: how far it is, edited as it goes on. */
  z.strictObject({ card: z.literal('change'), change: z.string() }),
  /** Rules that are no longer what the baseline wants, and products Microsoft has added: what one sync found. */
  z.strictObject({
    card: z.literal('drift'),
    drifted: z.array(z.string()),
    added: z.array(z.string()),
    change: z.string().nullable(),
  }),
  /** To whoever thinks of a takeover: what could go wrong in it. */
  z.strictObject({ card: z.literal('draft'), draft: z.string() }),
  /**
   * To those who can approve. Each round is a post of its own, because an edit raises no notification: the request, a reminder,
   * what has to be approved again. Earlier rounds point to the newest.
   */
  z.strictObject({ card: z.literal('approval'), takeover: z.string(), round: z.number().int() }),
  /** To whoever requested it: how it stands. Each piece of news is a post of its own, earlier ones point to the newest. */
  z.strictObject({ card: z.literal('takeover'), takeover: z.string(), round: z.number().int() }),
  /** To purchaser and holders. */
  z.strictObject({ card: z.literal('announced'), takeover: z.string(), stage: z.enum(stages) }),
  /** To whoever objected to a takeover: what they were answered. */
  z.strictObject({ card: z.literal('replied'), takeover: z.string(), objection: z.number().int() }),
  /** To whoever gives or takes licences: how far it is. */
  z.strictObject({ card: z.literal('licences'), job: z.string() }),
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
  /** The purchases on whose ledger it stands. */
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
  /** Where it stands, and what it says there; null until it was posted. `activity` is null where Teams told no id. */
  delivered: z
    .strictObject({ chat: z.string(), activity: z.string().nullable(), revision: z.number().int(), at: Instant })
    .nullable(),
  outcome: z.enum(['waiting', 'posted', 'mailed', 'unreached', 'moot']),
  /** What its reader answered. */
  answer: z.strictObject({ what: z.enum(['seen', 'objected']), words: z.string().nullable(), at: Instant }).nullable(),
  ledger: z.array(z.strictObject({ at: Instant, what: z.enum(ledgerEvents), why: z.string().nullable() })),
});
export type Notice = z.infer<typeof Notice>;

/** The key of a notice, and the notice. */
export const NoticeKey = z.strictObject({ id: z.string(), notice: z.string() });

/**
 * What Purser remembers of itself: the newest serviceUrl seen from the tenant, when it was last awake, whether it sets rules
 * that drifted back by itself (`fix`) or asks (`ask`), and up to when takeovers were given the time back that it was away.
 */
export const Mark = z.strictObject({ id: z.enum(['service-url', 'awake', 'drift', 'postponed']), value: z.string() });

/** A record that ended long ago, as it was in its table, and when it was put aside. The id is the same. */
export const Archived = z.discriminatedUnion('table', [
  z.strictObject({ id: z.string(), at: Instant, table: z.literal('purchases'), record: Purchase }),
  z.strictObject({ id: z.string(), at: Instant, table: z.literal('notices'), record: Notice }),
]);
export type Archived = z.infer<typeof Archived>;

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

/** How Purser knows who holds a purchase: it is the only one of its SKU, a list was imported, or the requester said so. */
export const knowings = ['sole', 'imported', 'picked'] as const;
export type Knowing = (typeof knowings)[number];

/** What the person who was to end a subscription says of it. */
export const reportings = ['cancelled', 'renewal-off', 'refused', 'no-button', 'microsoft-moves'] as const;
export type Reporting = (typeof reportings)[number];

/** What a preflight of a takeover finds; what each means stands in `store/takeover/preflight.ts`. */
export const Finding = z.discriminatedUnion('what', [
  /** Some seats were bought, more people hold the SKU, and Microsoft doesn't say which: they must be picked. */
  z.strictObject({
    what: z.literal('holders-unknown'),
    bought: z.number().int(),
    holding: z.number().int().nullable(),
  }),
  z.strictObject({
    what: z.literal('target-short'),
    need: z.number().int(),
    free: z.number().int(),
    missing: z.number().int(),
  }),
  /** Nobody knows how many seats are free, of the target or in the pool. */
  z.strictObject({ what: z.literal('seats-unread') }),
  /** So many seats are left for its holders and everybody else, once those of the purchase are gone. */
  z.strictObject({
    what: z.enum(['pool-short', 'pool-covers']),
    left: z.number().int(),
    used: z.number().int(),
    missing: z.number().int(),
  }),
  /** More people sit on its seats than are on the list: so many others would lose theirs. */
  z.strictObject({ what: z.literal('list-short'), missing: z.number().int() }),
  z.strictObject({ what: z.literal('list-long'), bought: z.number().int(), listed: z.number().int() }),
  z.strictObject({ what: z.literal('nobody-holds-it') }),
  z.strictObject({
    what: z.enum([
      'loses-access',
      'no-usage-location',
      'group-assigned',
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
    quantity: z.number().int(),
    /** Null where the owner is no person. */
    purchaser: Somebody.nullable(),
    nextAt: Instant.nullable(),
  }),
  act: Act,
  ending: z.enum(endings),
  /** Whom it is about: nobody else is moved, stripped or told anything. */
  holders: z.strictObject({ known: z.enum(knowings), ids: z.array(z.string()) }),
  /** Of purchase, act, ending and holders as they stand above. */
  fingerprint: z.string(),
  requester: Somebody,
  requestedAt: Instant,
  why: z.string().nullable(),
  /** Of the last preflight: before the request, then before the run. */
  findings: z.array(Finding),
  /** Different people who must approve. */
  needed: z.number().int().positive(),
  /** Whoever it is put to in person; others who may approve still can. Null: whoever comes first. */
  putTo: Somebody.nullable(),
  decideBy: Instant,
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
    }),
  ),
  /** End of the notice period: it does not run earlier. Null while it is not approved. */
  notBefore: Instant.nullable(),
  /** What was done for each holder stands in the steps of the job; null until it ran. */
  job: z.string().nullable(),
  reports: z.array(
    z.strictObject({
      what: z.enum(reportings),
      by: Somebody,
      at: Instant,
      words: z.string().nullable(),
      /** `renewal-off`: when the subscription ends, as they say. */
      endsAt: Instant.nullable(),
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
    }),
  ),
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
 * before. A licence that Microsoft doesn't let go (`refused`) goes when the subscription ends.
 */
export const Transfer = z.strictObject({
  /** `TK-4 ` and the person. */
  id: z.string(),
  given: z.enum(['open', 'done', 'already', 'failed']).nullable(),
  taken: z.enum(['open', 'done', 'already', 'refused']).nullable(),
  /** Why it failed, or was refused: a trouble, or Microsoft's own words. */
  why: z.string().nullable(),
  at: Instant,
});
export type Transfer = z.infer<typeof Transfer>;

/** Every table with the shape of its records: what an engine has to keep, and checks when it opens. */
export const tables = {
  purchases: Purchase,
  people: Person,
  products: Product,
  holdings: Holding,
  chats: Chat,
  members: Member,
  parts: Part,
  counters: Counter,
  audit: Entry,
  answered: Answered,
  notices: Notice,
  noticeKeys: NoticeKey,
  marks: Mark,
  rules: Rule,
  wishes: Wish,
  jobs: Job,
  changes: Change,
  archive: Archived,
  takeovers: Takeover,
  drafts: Draft,
  transfers: Transfer,
} as const;
export type Table = keyof typeof tables;
export type RecordOf<K extends Table> = z.infer<(typeof tables)[K]>;
