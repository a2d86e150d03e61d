/** The Clock port: what time it is, and waiting. Tests bring their own. */
import { setTimeout } from 'node:timers/promises';

export interface Clock {
  now(): Date;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason if that comes first. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => new Date(),
  wait: (ms, signal) => setTimeout(ms, undefined, signal && { signal }),
};
