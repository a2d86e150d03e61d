import type { Clock } from '../clock.ts';
import { waitMs } from '../microsoft/waiting.ts';
import { answerIn } from './connector-answer.ts';

/** Statuses Microsoft says to try again; all others, and a connection that was cut, are not: the first may have worked. */
const triedAgain = new Set([412, 429, 502, 503, 504]);
const mostTries = 4;
/** Longer than this nobody waits for an answer. */
const longestWaitMs = 20_000;

/** Runs a call to the connector for someone who waits, again where its answer says so (Microsoft's table of connector errors). */
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

/** True where the connector said no; false where nobody knows whether it did what was asked. */
export function wasRefused(error: unknown): boolean {
  return answerIn(error).status > 0;
}
