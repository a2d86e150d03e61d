/**
 * Asks something of Microsoft for everybody at once: who asks while the question is under way gets that answer, and who can do
 * with an older one gets what is known. A failure is an answer like any other here.
 */
import { type Clock, elapsedOn } from '../clock.ts';

/** @returns asks, unless the last answer is at most so old */
export function lately<T>(
  ask: () => Promise<T>,
  clock: Pick<Clock, 'now' | 'monotonic'>,
): (atMostMs: number) => Promise<T> {
  let underWay: Promise<T> | undefined;
  let last: { answer: T; at: number } | undefined;
  const askNow = async (): Promise<T> => {
    const at = elapsedOn(clock);
    try {
      const answer = await ask();
      last = { answer, at };
      return answer;
    } finally {
      underWay = undefined;
    }
  };
  return async (atMostMs) => {
    if (last && elapsedOn(clock) - last.at < atMostMs) return last.answer;
    underWay ??= askNow();
    return underWay;
  };
}
