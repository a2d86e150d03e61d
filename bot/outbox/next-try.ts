import type { Notice } from '../../store/records.ts';
import { waitMs } from '../microsoft/retry-policy.ts';

const shortestMs = 2_000;
const longestMs = 10 * 60_000;

/**
 * Teams asks for exponential waits with jitter, two seconds at least ("Optimize your bot with rate limiting in Teams"); what is
 * longer than ten minutes helps nobody, unless Teams says so itself.
 */
export function nextTry({ tries }: Pick<Notice, 'tries'>, retryAfter: string | undefined, now: Date): Date {
  const grown = Math.min(longestMs, shortestMs * 2 ** tries) * (0.8 + 0.4 * Math.random());
  const told = retryAfter === undefined ? grown : waitMs({ retryAfter }, 1, now);
  return new Date(now.getTime() + Math.max(shortestMs, told));
}
