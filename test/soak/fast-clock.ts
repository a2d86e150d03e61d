/** A clock that runs so many times faster than the wall's, and tells every process that has the same beginning the same time. */
import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../../bot/clock.ts';

export function fastClock(from: number, speed: number): Clock {
  return {
    now: () => new Date(from + (Date.now() - from) * speed),
    wait: (ms, signal) => setTimeout(ms / speed, undefined, signal && { signal }),
  };
}
