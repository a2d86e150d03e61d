/** All that is told by the clock, beside what happens in takeovers. */

import { lookAtReviews } from './reviews.ts';
import type { Lookout } from './watch.ts';

export const lookouts: readonly Lookout[] = [lookAtReviews];
