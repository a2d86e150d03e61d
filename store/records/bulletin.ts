/** What Microsoft announced in its message centre about self-service. */
import { z } from 'zod/v4';
import { Instant } from './shared.ts';

/** What a post can be about, as far as it concerns Purser: people who buy, people who try, a product newly on offer to them. */
export const bulletinSubjects = ['purchases', 'trials', 'products'] as const;
export type BulletinSubject = (typeof bulletinSubjects)[number];

export const Bulletin = z.strictObject({
  /** Microsoft's own: `MC123456`. */
  id: z.string().regex(/^MC\d+$/),
  subject: z.enum(bulletinSubjects),
  title: z.string(),
  /** Its first sentences. */
  text: z.string(),
  /** When Microsoft published it, or last changed it. */
  changedAt: Instant,
  /** By when Microsoft expects admins to have acted; null where it names no day. */
  actBy: Instant.nullable(),
  /** When Purser first saw it. */
  seenAt: Instant,
});
export type Bulletin = z.infer<typeof Bulletin>;
