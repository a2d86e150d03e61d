/** A clock that was set and stays so counts as an absence, which the admins read: deadlines come later by it before anything that is due is done. */
import type { Store } from '../../../store/store.ts';
import type { Calendar } from '../../../store/takeover/calendar.ts';
import type { SteadyClock } from '../../clock.ts';
import type { Sync } from '../../core/dependencies.ts';
import type { Log } from '../../log.ts';
import { afterJump } from '../state/clock-jump.ts';

interface Deps {
  clock: SteadyClock;
  store: Store;
  log: Log;
  sync: Pick<Sync, 'clockWasSet'>;
  calendar: Calendar;
}

export interface ClockSet {
  isDue(): boolean;
  /** Resolves once the deadlines are seen to, and Purser goes by the clock again. */
  see(): Promise<void>;
}

export function clockSet({ clock, store, log, sync, calendar }: Deps): ClockSet {
  return {
    isDue: () => clock.jumped() !== undefined,
    async see() {
      const jump = clock.jumped();
      if (!jump) return;
      await store.transact((tx) => afterJump(tx, jump, calendar));
      clock.follow();
      sync.clockWasSet(jump);
      log.warn(jump, 'the clock on the wall was set and stays so; deadlines come later by it');
    },
  };
}
