/**
 * Asks something of Microsoft for everybody: who can do with an answer of a while ago gets what is known, or the question that is
 * under way; who can't has it asked afresh. A failure is not remembered, unless it is an answer like any other here.
 */
import { type Clock, elapsedOn } from '../clock.ts';
import { createAfresh } from './afresh.ts';

/** @returns asks, unless the last question went out at most so long ago; 0 asks afresh */
export function lately<T>(
  ask: () => Promise<T>,
  clock: Pick<Clock, 'now' | 'monotonic'>,
): (atMostMs: number) => Promise<T> {
  const afresh = createAfresh<T>();
  let underWay: { answer: Promise<T>; at: number } | undefined;
  let last: { answer: T; at: number } | undefined;
  const askNow = async (): Promise<T> => {
    const at = elapsedOn(clock);
    const asked = ask();
    underWay = { answer: asked, at };
    try {
      const answer = await asked;
      // The answer to a later question may have come before.
      if (!last || last.at <= at) last = { answer, at };
      return answer;
    } finally {
      if (underWay?.answer === asked) underWay = undefined;
    }
  };
  return async (atMostMs) => {
    const isGood = (each: { at: number } | undefined): boolean =>
      each !== undefined && atMostMs > 0 && elapsedOn(clock) - each.at <= atMostMs;
    if (last && isGood(last)) return last.answer;
    if (underWay && isGood(underWay)) return underWay.answer;
    return afresh('', askNow);
  };
}
