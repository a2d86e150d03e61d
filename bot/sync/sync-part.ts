/** What a part of the sync is, and what it works with. */
import type { Part } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Commerce, OnOddRow } from '../microsoft/commerce.ts';

export interface Deps {
  store: Store;
  commerce: Commerce;
  clock: Clock;
  log: Log;
}

/** Data with one function: to add one, its file in its room, and a line in `bot/start.ts`. */
export interface SyncPart {
  id: Part['id'];
  /** Without that having ever been read there would be nothing to ask for, which would pass for having read it. */
  needs?: Part['id'];
  /**
   * @param onOdd to be told of rows that can't be read and are left out
   * @throws MicrosoftFailed, which ends this part alone
   */
  read(deps: Deps, run: Run, onOdd: OnOddRow): Promise<void>;
}

/** One run of the sync. */
export interface Run {
  at: string;
  /** What was amiss before: then one card tells of that and of what was found. */
  absence: Absence | undefined;
}

/** Purser was not running, or the clock was set from that time. */
export interface Absence {
  since: Date;
  /** Where the clock was set: the time it was set to. */
  setTo?: Date;
}
