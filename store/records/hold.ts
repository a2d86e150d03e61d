/** That Purser is on hold: it reads and answers, and sends and changes nothing. */
import { z } from 'zod/v4';
import { Instant, Somebody } from './shared.ts';

const held = { id: z.literal('hold'), since: Instant };

/** There is one of it while Purser is on hold, and none while it isn't. */
export const Hold = z.discriminatedUnion('why', [
  /** An admin said so, perhaps with a reason. */
  z.strictObject({ ...held, why: z.literal('paused'), by: Somebody, words: z.string().nullable() }),
  /** The store came from a backup: what was waiting in it may be done long since. */
  z.strictObject({
    ...held,
    why: z.literal('restored'),
    /** Up to when the backup knows; null where its file does not say. */
    backup: Instant.nullable(),
    /** Since when nothing was done already when the backup was taken: it was on hold. Not there where it was not. */
    idleSince: Instant.optional(),
  }),
]);
export type Hold = z.infer<typeof Hold>;
