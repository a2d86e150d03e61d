/** The audit: who did what, when, from what to what, why. */
import { z } from 'zod/v4';
import { Instant, Somebody } from './shared.ts';

/** What the audit tells of: done by somebody, or seen at Microsoft by the sync. */
export const auditActions = [
  'classified',
  'taken',
  'kept',
  'released',
  'asked',
  'seen',
  'objected',
  /** A purchaser asks IT to take it over. */
  'handed',
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
  'renewed',
  'gone',
  'rules-ordered',
  'licences-ordered',
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
  'takeover-left-out',
  'takeover-untold',
  'takeover-vouched',
  'takeover-ending',
  'takeover-reported',
  'takeover-done',
  'licence-assigned',
  'licence-removed',
  'licence-failed',
  'order-requested',
  'order-approved',
  'order-rejected',
  'order-withdrawn',
  'order-expired',
  'request-made',
  'request-approved',
  'request-granted',
  'request-rejected',
  'request-withdrawn',
  'request-escalated',
  'request-unapproved',
  'request-waiting',
  'request-given',
  'request-failed',
  'request-resumed',
  'request-extended',
  'request-ended',
  'grant-set',
  'grant-ended',
  'paused',
  'resumed',
  'restored',
  'read-only',
  'withheld',
  /** Somebody who decides is not at work until then, or is back. */
  'away',
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
  /** Of exactly what was decided or ordered, where something at Microsoft rests on it. Older versions wrote none. */
  digest: z.string().optional(),
  /** Hash of the entry before; empty for the first. */
  previous: z.string(),
  /** SHA-256 over everything else. */
  hash: z.string(),
});
export type Entry = z.infer<typeof Entry>;
