/** Of what a card shows to be confirmed: should it be something else by then, it is shown instead of done. */
import { createHash } from 'node:crypto';

/** @param told whatever it is about, as data; in the same order each time */
export function digest(told: unknown): string {
  return createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 12);
}
