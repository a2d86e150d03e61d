/**
 * A clock that only moves when told. Whoever waits on it is woken at once, at the time waited for: a test never sleeps, and
 * a wait of two minutes takes none.
 */
import { type Clock, systemClock } from '../../bot/clock.ts';

export interface TestClock extends Clock {
  monotonic(): number;
  /** Sets the clock on the wall by so many milliseconds; no time passes by that. */
  jump(ms: number): void;
  /** Moves on by so many milliseconds. */
  advance(ms: number): void;
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** @param start a Tuesday morning, if not given */
export function testClock(start = new Date('2026-11-17T09:15:00Z')): TestClock {
  let now = start.getTime();
  let set = 0;
  return {
    now: () => new Date(now + set),
    monotonic: () => now,
    jump(ms) {
      set += ms;
    },
    advance(ms) {
      now += ms;
    },
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        const until = now + ms;
        const abort = (): void => {
          clearImmediate(waiting);
          reject(signal?.reason);
        };
        const waiting = setImmediate(() => {
          signal?.removeEventListener('abort', abort);
          now = Math.max(now, until);
          resolve();
        });
        if (signal?.aborted) abort();
        else signal?.addEventListener('abort', abort, { once: true });
      }),
  };
}

/** The clock on the wall, which real pages and loops wait by; and weeks may pass in a moment. */
export function movingClock(): Clock & Pick<TestClock, 'advance'> {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    monotonic: () => performance.now() + ahead,
    wait: systemClock.wait,
    advance(ms) {
      ahead += ms;
    },
  };
}
