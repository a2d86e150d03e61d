/** The Clock port: what time it is, how much has passed, and waiting. Tests bring their own. */
import { setTimeout } from 'node:timers/promises';

export interface Clock {
  /** By the clock on the wall, which somebody may set. */
  now(): Date;
  /** Milliseconds since some moment, whatever happens to the clock on the wall. Without it, the clock on the wall measures. */
  monotonic?(): number;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason if that comes first. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  wait: (ms, signal) => setTimeout(ms, undefined, signal && { signal }),
};

/** For durations alone: how long something is remembered, held, or must not be repeated. */
export function elapsedOn(clock: Pick<Clock, 'now' | 'monotonic'>): number {
  return clock.monotonic?.() ?? clock.now().getTime();
}

/** As a clock is corrected by little, now and then: altogether no more than this in an hour. */
const slightMs = 60_000;
const slightEveryMs = 60 * 60_000;
/** A clock that is set back as soon as that was set by mistake. */
const staysMs = 2 * 60_000;

/** The clock on the wall was set to another time, and shows it for long enough to be believed. */
export interface Jump {
  /** The time it would be. */
  from: Date;
  /** The time it shows. */
  until: Date;
}

export interface SteadyClock extends Clock {
  /** Undefined while there is nothing to believe. */
  jumped(): Jump | undefined;
  /** Goes by the clock on the wall again. */
  follow(): void;
}

/**
 * Goes on as before where the clock on the wall leaps against the time that passes: what is due does not become due by that, and
 * nothing is put off. A leap that stays is believed once the caller has seen to the deadlines.
 *
 * @param tell is told of each leap, in milliseconds, and with 0 that the clock shows the right time again
 */
export function steadyClock(clock: Clock, tell: (byMs: number) => void): SteadyClock {
  const { monotonic } = clock;
  const wall = (): number => clock.now().getTime();
  if (!monotonic) return { ...clock, jumped: () => undefined, follow: () => undefined };
  let offset = wall() - monotonic();
  let leaptAt: number | undefined;
  /** How far it was followed of late: many little leaps are a large one. */
  let followed = 0;
  let followedAt = monotonic();
  const look = (): number => {
    const passed = monotonic();
    const leap = wall() - passed - offset;
    const lately = followed * Math.max(0, 1 - (passed - followedAt) / slightEveryMs);
    if (Math.abs(lately + leap) <= slightMs) {
      offset += leap;
      if (leap !== 0) [followed, followedAt] = [lately + leap, passed];
      if (leaptAt !== undefined) tell(0);
      leaptAt = undefined;
    } else if (leaptAt === undefined) {
      leaptAt = passed;
      tell(Math.round(leap));
    }
    return passed + offset;
  };
  return {
    now: () => new Date(look()),
    monotonic,
    wait: clock.wait,
    jumped() {
      const from = new Date(look());
      const isBelieved = leaptAt !== undefined && monotonic() - leaptAt >= staysMs;
      return isBelieved ? { from, until: new Date(wall()) } : undefined;
    },
    follow() {
      offset = wall() - monotonic();
      leaptAt = undefined;
      followed = 0;
    },
  };
}
