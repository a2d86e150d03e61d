/** Calls to the connector on behalf of somebody who waits, repeated where Microsoft says they may be. */
import type { Clock } from '../clock.ts';
import { waitMs } from '../microsoft/retry-policy.ts';
import { answerIn } from './connector-answer.ts';

/** Statuses after which Microsoft says to try again. After any other, or a cut connection, the call may have worked. */
const triedAgain = new Set([412, 429, 502, 503, 504]);
const mostTries = 4;
/** Nobody waits longer than this for an answer. */
const longestWaitMs = 20_000;

/** Runs a call to the connector, and repeats it where the answer allows that (Microsoft's table of connector errors). */
export async function withRetries<T>(clock: Clock, call: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await call();
    } catch (error) {
      const { status, retryAfter } = answerIn(error);
      const wait = waitMs({ retryAfter }, tries, clock.now());
      if (!triedAgain.has(status) || tries === mostTries || wait > longestWaitMs) throw error;
      await clock.wait(wait);
    }
  }
}

/** True if the connector said no; false if nobody knows whether it did what was asked. */
export function wasRefused(error: unknown): boolean {
  return answerIn(error).status > 0;
}
