/** All that is told by the clock, beside what happens in takeovers. */
import type { Config } from '../config/config.ts';
import { digestLookout } from './look-at-digest.ts';
import { dueLookout } from './look-at-due.ts';
import { lookAtReviews } from './reviews.ts';
import type { Lookout } from './watch.ts';

export function lookoutsFor({
  takeovers: { calendar },
  leaverDays,
}: Pick<Config, 'takeovers' | 'leaverDays'>): Lookout[] {
  return [lookAtReviews, dueLookout({ calendar, leaverDays }), digestLookout({ calendar })];
}
