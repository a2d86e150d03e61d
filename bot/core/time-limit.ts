import { setTimeout } from 'node:timers/promises';

/** As long as somebody who pressed can be kept waiting: Teams gives up after five seconds. */
export const patienceMs = 3_000;

/**
 * What `work` resolves to, or undefined if it takes longer than `ms`; the work itself goes on. In real time, not on the Clock:
 * it is Teams that stops waiting.
 */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  const answered = new AbortController();
  const tooLate = setTimeout(ms, undefined, { signal: answered.signal }).catch(() => undefined);
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    answered.abort();
  }
}
