/** What was told of a purchase by the clock, so that it is told once. */
import { z } from 'zod/v4';
import { statuses } from './purchase.ts';
import { Day } from './shared.ts';

export const Watched = z.strictObject({
  /** Of the purchase. */
  id: z.string(),
  /** The date that it was looked at for; null where Microsoft gave none. */
  next: Day.nullable(),
  /** So many days before it was told of last; null: not yet. */
  told: z.number().int().nullable(),
  trial: z.boolean(),
  /** It renews each month, or more often than each year: that is told once. */
  monthly: z.boolean(),
  status: z.enum(statuses),
  /** That its purchaser has left. */
  left: z.boolean(),
});
export type Watched = z.infer<typeof Watched>;

/** What can be told of a purchase: what is to come, the state it came into, what came of it, and who is gone. */
export const dueKinds = ['trial', 'due', 'warning', 'suspended', 'left', 'renewed', 'paid', 'ended'] as const;
export type DueKind = (typeof dueKinds)[number];
