/**
 * Graph's limit on what one app writes to the directory of one tenant: 3,000 in any 150 seconds ("Identity and access service
 * limits"). Kept to beforehand, since refused writes count as well.
 */
import { type Clock, elapsedOn } from '../clock.ts';

/** Leaves room for other writes of the same app, such as repeats. */
const most = 2_950;
const withinMs = 150_000;

export interface WritePace {
  /** Milliseconds until so many writes are allowed; 0: now. */
  waitMs(writes: number): number;
  note(writes: number): void;
}

export function createWritePace(clock: Clock): WritePace {
  const spent: { at: number; writes: number }[] = [];
  return {
    waitMs(writes) {
      const now = elapsedOn(clock);
      while (spent[0] && spent[0].at <= now - withinMs) spent.shift();
      let sum = spent.reduce((all, each) => all + each.writes, writes);
      for (const { at, writes: freed } of spent) {
        if (sum <= most) return 0;
        sum -= freed;
        if (sum <= most) return at + withinMs - now;
      }
      return 0;
    },
    note(writes) {
      if (writes > 0) spent.push({ at: elapsedOn(clock), writes });
    },
  };
}
