/** Calls to the connector on behalf of somebody who waits, repeated where Microsoft says they may be. */
import type { Clock } from '../clock.ts';
import { waitMs } from '../microsoft/retry-policy.ts';
import { answerIn } from './connector-answer.ts';

/** Statuses after which Microsoft says to try again. After any other, or a cut connection, the call may have worked. */
const triedAgain = new Set([412, 429, 502, 503, 504]);
const mostTries = 4;
/** Teams itself waits no longer for the answer to a message. */
const longestWaitMs = 15_000;
/** In real time: after a try as long as this there is no time for another. */
const quickMs = 2_000;

/**
 * Runs a call to the connector, and repeats it where the answer allows that (Microsoft's table of connector errors). After a
 * refused token there is a new one, and after a cut connection nobody knows: each is tried once more, since something said
 * twice is better than nothing said.
 */
export async function withRetries<T>(clock: Clock, call: () => Promise<T>): Promise<T> {
  const once = new Set<number>();
  let waited = 0;
  for (let tries = 1; ; tries++) {
    const startedAt = performance.now();
    try {
      return await call();
    } catch (error) {
      const { status, retryAfter } = answerIn(error);
      const isQuick = performance.now() - startedAt < quickMs;
      const isOnce = (status === 401 || status === 0) && isQuick && !once.has(status);
      const wait = isOnce ? 0 : waitMs({ retryAfter }, tries, clock.now());
      waited += wait;
      const isLast = tries === mostTries || waited > longestWaitMs;
      if (!isOnce && (!triedAgain.has(status) || isLast)) throw error;
      if (isOnce) once.add(status);
      else await clock.wait(wait);
    }
  }
}

/**
 * `closed`: Teams lets nothing be written there. `unsure`: the connection was cut, and nobody knows whether it arrived.
 * `later`: Teams can't take it now.
 */
export type Attempted =
  | { result: 'done'; error?: undefined }
  | { result: 'closed' | 'unsure' | 'later'; error?: unknown };

const closed = new Set([403, 404]);
const passing = new Set([401, 412, 429, 502, 503, 504]);

/** True where Teams may take later what it has not taken now. */
export function isPassing(error: unknown): boolean {
  const { status } = answerIn(error);
  return status === 0 || passing.has(status);
}

/** Says the first of these forms that Teams takes: where it refuses one for what it is, the next is shorter. */
export async function attempted<F>(
  clock: Clock,
  forms: readonly F[],
  say: (form: F) => Promise<unknown>,
): Promise<Attempted> {
  let last: unknown;
  for (const form of forms) {
    try {
      await withRetries(clock, () => say(form));
      return { result: 'done' };
    } catch (error) {
      last = error;
      const { status, sent } = answerIn(error);
      if (closed.has(status)) return { result: 'closed', error };
      if (isPassing(error)) return { result: status === 0 && sent ? 'unsure' : 'later', error };
    }
  }
  return { result: 'later', error: last };
}
