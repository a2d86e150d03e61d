/**
 * Remembers a no that somebody gets again and again: a role they don't have, a name nobody has, Microsoft failing. A person who
 * tries once more is asked about once more; who goes on trying is told the same for a few seconds, and Microsoft is spared.
 */
import { LRUCache } from 'lru-cache';
import { type Clock, elapsedOn } from '../clock.ts';

/** So often in a row Microsoft is asked, whatever it said: somebody sets something right and tries again. */
const askedFirst = 3;
/** So long nobody is asked after that; then once more. */
const rememberMs = 10_000;
/** Tries further apart than this are not in a row. */
const inRowMs = 60_000;
/** Of so many keys something is remembered; the one that was quiet the longest is forgotten first. */
const mostKeys = 10_000;

export interface Knocks<T> {
  /** The no to give again, if it still is one for what is wanted now; undefined where Microsoft is to be asked. */
  remembered(key: string, isNo: (answer: T) => boolean): T | undefined;
  /** What Microsoft said. A yes ends the row. */
  note(key: string, answer: T, isNo: boolean): void;
  /** Something newer is known, by a question that was no knock. */
  learn(key: string, answer: T): void;
}

export function createKnocks<T>(clock: Pick<Clock, 'now' | 'monotonic'>): Knocks<T> {
  const known = new LRUCache<string, { answer: T; times: number; at: number }>({ max: mostKeys });
  return {
    remembered(key, isNo) {
      const last = known.get(key);
      const isRecent = last && last.times >= askedFirst && elapsedOn(clock) - last.at < rememberMs;
      return isRecent && isNo(last.answer) ? last.answer : undefined;
    },
    note(key, answer, isNo) {
      const at = elapsedOn(clock);
      const last = known.get(key);
      const times = last && at - last.at < inRowMs ? last.times + 1 : 1;
      if (isNo) known.set(key, { answer, times, at });
      else known.delete(key);
    },
    learn(key, answer) {
      const last = known.get(key);
      if (last) known.set(key, { ...last, answer });
    },
  };
}
