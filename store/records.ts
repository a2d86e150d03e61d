/**
 * Everything Purser keeps, as zod shapes and the types inferred from them.
 *
 * The words of the house:
 *
 * - **purchase** `P-12`: one subscription in the tenant, with its *kind* (`self-service`, `central` or `partner`), the evidence
 *   for it, and how *sure* that is: `probable` or `unsure` until an admin settles it. The short id is stable for ever.
 * - **purchaser**: the person who bought it. **holder**: a person with a licence. **product**: a SKU as people know it.
 * - **person**: what Microsoft says of someone, kept from the last sync that had it, so that a leaver keeps a name.
 * - **member**: what Purser itself knows of someone who spoke to it: the language they chose, where to write to them.
 * - **allotment**: a lot of seats, with the subscriptions behind it and who was given them, where Microsoft tells.
 * - **chat**: a conversation Purser is in. **part**: one thing a sync reads from Microsoft, with how fresh it is.
 *
 * - **decision**: what became of a purchase: none yet, in somebody's hand, its purchaser was asked, or it is **kept**; each until a
 *   day. What is kept has an owner, and a **review** on that day, which somebody must answer.
 * - **entry**: one line of the audit: who did what, when, from what to what, why. Each holds the hash of the one before.
 * - **topic**: what a chat asked to be told of. **notice** `N-7`: something one person or one chat should be looking at; its
 *   **ledger** tells what became of it on the way. **rung**: the way it goes: the chat, the app installed for them, mail.
 * - **rule**: what a product, an offer type or a tenant switch allows now. **desired rule** (table
 *   `wishes`): what the organisation wants a rule to be; all of them are the **baseline**, and a rule that differs has **drifted**.
 * - **change** `CH-2`: a planned change of rules, dry-run first. **job** `J-4`: something to be done at Microsoft. **step**: one
 *   durable part of a job: its intention is on disk before it is done, its outcome after.
 * - **takeover** `TK-4`: a request to end a purchase, its holders moved before or losing access. It has an **act** (what becomes
 *   of the holders), an **ending** (how the subscription ends), and a **fingerprint** of exactly what is to be done: an
 *   approval is for that and nothing else. Its states and who may move it are the table in `store/takeover/table.ts`.
 * - **order** `OR-3`, or under the id of a change: what touches so much that a second person has to approve it first.
 * - **licence request** `LR-1`: somebody asks for a licence, for themselves or a colleague; an approver decides, and a job assigns it.
 *   Its states and who may move it are the table in `store/request/table.ts`. **term**: how long it is for.
 * - **grant**: two admins have settled that free licences of a product are assigned to people who ask, without another decision.
 * - **bulletin** `MC123456`: a post in Microsoft's message centre about purchases or trials that people start themselves.
 * - **hold**: Purser reads and answers, and sends and changes nothing until an admin lets it go on.
 * - **read-only pilot**: Purser reads, answers and shows dry runs, and changes nothing at Microsoft while it is started so.
 * - **away**: Purser can't write there until they speak to it or add it again.
 *
 * A record is a plain JSON object with an `id` that is unique in its table; records are replaced, never changed in place.
 */
import { z } from 'zod/v4';
import { Entry } from './records/audit.ts';
import { Bulletin } from './records/bulletin.ts';
import { Chat, Member } from './records/chat.ts';
import { Hold } from './records/hold.ts';
import { Job } from './records/job.ts';
import { Notice, NoticeKey } from './records/notice.ts';
import { Grant, Order } from './records/order.ts';
import { Allotment, AllotmentsAnswer, Holding, Person, Product, Purchase } from './records/purchase.ts';
import { LicenceRequest } from './records/request.ts';
import { Change, DesiredRule, Rule } from './records/rule.ts';
import { Instant, troubles } from './records/shared.ts';
import { Draft, Takeover, Transfer } from './records/takeover.ts';
import { Watched } from './records/watched.ts';

export * from './records/audit.ts';
export * from './records/bulletin.ts';
export * from './records/chat.ts';
export * from './records/hold.ts';
export * from './records/job.ts';
export * from './records/notice.ts';
export * from './records/order.ts';
export * from './records/purchase.ts';
export * from './records/request.ts';
export * from './records/rule.ts';
export * from './records/shared.ts';
export * from './records/takeover.ts';
export * from './records/watched.ts';

/** The parts of a sync, in the order they are read. */
export const parts = ['subscriptions', 'products', 'people', 'holders', 'rules', 'allotments'] as const;
export const Part = z.strictObject({
  id: z.enum(parts),
  /** When it was last read whole; null if never. */
  goodAt: Instant.nullable(),
  /** When that reading began: what was changed since may be missing in it. Older versions wrote none. */
  readFrom: Instant.optional(),
  triedAt: Instant.nullable(),
  /** Why the last try failed; null if it did not. `detail` is for the operator and holds no secret. */
  trouble: z.strictObject({ what: z.enum(troubles), detail: z.string() }).nullable(),
  /** Rows that could not be read in the last good reading, with Microsoft's ids of the first few; absent where there were none. */
  leftOut: z.strictObject({ count: z.number().int().positive(), ids: z.array(z.string()) }).optional(),
  /** Of `allotments` alone, which a tenant need not have. */
  answer: AllotmentsAnswer.optional(),
  /** Of `products` alone: what the organisation calls itself; absent until Microsoft has told. */
  organisation: z.string().optional(),
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

/**
 * What Purser remembers of itself: the newest serviceUrl seen from the tenant, when it was last awake, whether it sets rules
 * that drifted back by itself (`fix`) or asks (`ask`), up to when takeovers were given the time back that it was away, the key
 * of the pseudonyms in its log, since when it is a read-only pilot, for which month (`2026-11`) it last told what that
 * withheld, on which days it last looked at what is due and told digests, and when it last read Microsoft's message centre.
 */
export const Mark = z.strictObject({
  id: z.enum([
    'service-url',
    'awake',
    'drift',
    'postponed',
    'log-key',
    'read-only',
    'pilot-told',
    'due-looked',
    'digest-looked',
    'bulletins-looked',
  ]),
  value: z.string(),
});

/** A record that ended long ago, as it was in its table, and when it was put aside. The id is the same. */
export const Archived = z.discriminatedUnion('table', [
  z.strictObject({ id: z.string(), at: Instant, table: z.literal('purchases'), record: Purchase }),
  z.strictObject({ id: z.string(), at: Instant, table: z.literal('notices'), record: Notice }),
]);
export type Archived = z.infer<typeof Archived>;

/** Every table with the shape of its records: what an engine has to keep, and checks when it opens. */
export const tables = {
  purchases: Purchase,
  people: Person,
  products: Product,
  holdings: Holding,
  allotments: Allotment,
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
  wishes: DesiredRule,
  jobs: Job,
  changes: Change,
  archive: Archived,
  takeovers: Takeover,
  drafts: Draft,
  transfers: Transfer,
  holds: Hold,
  orders: Order,
  requests: LicenceRequest,
  grants: Grant,
  watches: Watched,
  bulletins: Bulletin,
} as const;
export type Table = keyof typeof tables;
export type RecordOf<K extends Table> = z.infer<(typeof tables)[K]>;
