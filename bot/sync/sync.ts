/**
 * The sync: reads the tenant, and brings the store up to it. Each part stands alone: where Microsoft fails one, the last good
 * reading of it stays, with its age, and the others go on. Only what changed is written.
 */
import type { Part } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import type { Sync } from '../core/house.ts';
import { readHolders, readProducts } from '../licences/sync.ts';
import type { Log } from '../log.ts';
import type { Commerce } from '../microsoft/commerce.ts';
import { MicrosoftFailed } from '../microsoft/commerce.ts';
import { readSubscriptions } from '../purchases/sync.ts';
import { readRules } from '../rules/sync.ts';
import { noteAwake } from './absence.ts';
import type { Run } from './run.ts';

export interface Deps {
  store: Store;
  commerce: Commerce;
  clock: Clock;
  log: Log;
  /** Since when Purser was not running before it was started now; undefined if it was. */
  absentSince?: Date | undefined;
  /** Called when a run has ended: it may have found something to tell. */
  afterwards?: () => void;
}

export function createSync(deps: Deps): Sync {
  let current: Promise<void> | undefined;
  let ended = false;
  /** Until a sync has found out what happened meanwhile. */
  let { absentSince } = deps;
  const run = async (): Promise<void> => {
    const isRead = await readAll(deps, { at: deps.clock.now().toISOString(), absentSince });
    if (isRead) absentSince = undefined;
    if (!absentSince) await noteAwake(deps.store, deps.clock.now());
  };
  return {
    run() {
      current ??= run().finally(() => {
        current = undefined;
        ended = true;
        deps.afterwards?.();
      });
      return current;
    },
    underWay: () => current !== undefined,
    hasRun: () => ended,
  };
}

/** @returns whether the purchases were read */
async function readAll(deps: Deps, run: Run): Promise<boolean> {
  const isRead = await read(deps, 'subscriptions', () => readSubscriptions(deps, run));
  await read(deps, 'products', () => readProducts(deps));
  // Without purchases there would be nobody to ask for, and that would pass for having read them.
  if (deps.store.get('parts', 'subscriptions')?.goodAt) await read(deps, 'holders', () => readHolders(deps));
  await read(deps, 'rules', () => readRules(deps, run));
  return isRead;
}

/** Runs one part and notes how it went. @returns false if Microsoft failed it */
export async function read(deps: Deps, id: Part['id'], part: () => Promise<void>): Promise<boolean> {
  try {
    await part();
    await note(deps, id, { trouble: null, goodAt: deps.clock.now().toISOString() });
    return true;
  } catch (error) {
    if (!(error instanceof MicrosoftFailed)) throw error;
    deps.log.warn({ part: id, trouble: error.trouble, detail: error.detail }, 'Microsoft failed a part of the sync');
    await note(deps, id, { trouble: { what: error.trouble, detail: error.detail } });
    return false;
  }
}

function note(deps: Deps, id: Part['id'], change: Partial<Part>): Promise<void> {
  const triedAt = deps.clock.now().toISOString();
  return deps.store.transact((tx) => {
    const before = tx.get('parts', id) ?? { id, goodAt: null, triedAt: null, trouble: null };
    tx.put('parts', { ...before, triedAt, ...change });
  });
}
