/** A line of the log whenever Purser is put on hold, begins on hold, or goes on. */
import { holdOf } from '../../store/hold.ts';
import type { Store } from '../../store/store.ts';
import type { Log } from '../log.ts';

/** @returns to be called whenever something may have been decided */
export function createHoldLog(store: Store, log: Log): () => void {
  let known: string | undefined;
  return () => {
    const hold = holdOf(store);
    if (hold?.since === known) return;
    known = hold?.since;
    if (hold) log.warn({ why: hold.why, since: hold.since }, 'on hold: nothing is sent and nothing is changed');
    else log.info('going on');
  };
}
