/** All that is told by the clock, beside what happens in takeovers. */
import type { Lookout } from '../takeovers/run/watch.ts';
import { lookAtReviews } from './reviews.ts';

export const lookouts: readonly Lookout[] = [lookAtReviews];
