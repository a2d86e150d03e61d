/** Licence requests: somebody asks for a licence, for themselves or a colleague, and an approver decides. */
import { z } from 'zod/v4';
import { Day, Instant, Somebody } from './shared.ts';

export const requestStates = [
  'pending',
  /** Approved; there is no free seat. */
  'waiting',
  /** A seat is kept for them, and Microsoft is being asked to assign it. */
  'assigning',
  'given',
  /** Microsoft did not assign it. */
  'failed',
  /** Its time is over: the licence is being removed. */
  'removing',
  /** Its time is over, and Microsoft did not remove the licence. */
  'kept',
  'ended',
  'rejected',
  'withdrawn',
] as const;
export type RequestState = (typeof requestStates)[number];

/** Everything somebody, or Purser itself, can do to a licence request. */
export const requestMoves = [
  'approve',
  /** By itself: two admins have settled that for the product. */
  'grant',
  'reject',
  'withdraw',
  /** Those who decide are called again. */
  'remind',
  /** The admins are called as well, and may decide from now on. */
  'escalate',
  /** Whoever approved it may decide no more. */
  'unapprove',
  'seat',
  /** Microsoft has no seat left after all. */
  'short',
  'give',
  'fail',
  'retry',
  /** Its end is near. */
  'warn',
  /** Somebody who has it asks for more time. */
  'ask-longer',
  'extend',
  'end',
  'remove',
] as const;
export type RequestMove = (typeof requestMoves)[number];

/** How long a licence is for: `3m`, `2w`, `10d`. */
export const Term = z.string().regex(/^[1-9]\d{0,2}[dwm]$/);

export const LicenceRequest = z.strictObject({
  id: z.string().regex(/^LR-[1-9]\d*$/),
  state: z.enum(requestStates),
  product: z.strictObject({ sku: z.string(), name: z.string() }),
  /** Who is to have the licence. */
  person: Somebody,
  requester: Somebody,
  at: Instant,
  why: z.string(),
  /** Of another system, as it was written: `INC0012345`. */
  ticket: z.string().nullable(),
  /** Until it is approved, what was asked for; null: for good. */
  term: Term.nullable(),
  /** Who could decide when it was made. */
  deciders: z.array(Somebody),
  /** Called when nobody else had decided; they may decide since. */
  admins: z.array(Somebody),
  /** How often somebody was asked to do something about it; each time is a post of its own. */
  round: z.number().int().positive(),
  /** How often those who want it were told something that is news to them. */
  news: z.number().int(),
  /** When something is to be done about it next: while it waits for a decision, or before the end of its time. */
  dueAt: Instant.nullable(),
  /** The approval it rests on, or the grant and who approved that; null where there is none, or it counts no more. */
  decision: z
    .strictObject({
      by: Somebody,
      as: z.enum(['approver', 'admin', 'grant']),
      at: Instant,
      words: z.string().nullable(),
    })
    .nullable(),
  /** When they had it. `ours`: it was Purser that assigned it, so Purser may remove it. */
  given: z.strictObject({ at: Instant, ours: z.boolean() }).nullable(),
  /** The last day of a licence for a time. */
  endsOn: Day.nullable(),
  /** Of the last attempt at Microsoft. */
  job: z.string().nullable(),
  history: z.array(
    z.strictObject({
      at: Instant,
      /** Null: Purser itself. */
      by: Somebody.nullable(),
      move: z.enum(requestMoves),
      to: z.enum(requestStates),
      words: z.string().nullable(),
    }),
  ),
});
export type LicenceRequest = z.infer<typeof LicenceRequest>;
export type RequestTurn = LicenceRequest['history'][number];
