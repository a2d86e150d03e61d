/**
 * The sync: reads the tenant, and brings the store up to it. Each part is on its own: where Microsoft fails one, the last good
 * reading of it stays, with its age, and the others go on. Only what changed is written.
 */
import { isHeld } from '../../store/hold.ts';
import type { Part } from '../../store/records.ts';
import { removeOver } from '../../store/retention.ts';
import { elapsedOn } from '../clock.ts';
import type { Sync } from '../core/dependencies.ts';
import { withAllowance } from '../http.ts';
import { because, cause } from '../logging/correlation.ts';
import { MicrosoftFailed, type OddRow, type OnOddRow } from '../microsoft/commerce.ts';
import { noteAwake } from './downtime.ts';
import type { Absence, Deps, Run, SyncPart } from './sync-part.ts';
import { toldSync } from './told-sync.ts';

interface Options extends Deps {
  /** In the order in which they are read. */
  parts: readonly SyncPart[];
  /** Since when Purser was not running before it was started now; undefined if it was. */
  absentSince?: Date | undefined;
  /** Looked at with every run, beside what is read. None rejects. */
  alongside?: readonly (() => Promise<unknown>)[];
  /** Called when a run has ended: it may have found something to tell. */
  afterwards?: () => void;
}

/** People who ask for it again and again learn nothing more by it, and a sync is many calls. */
const askedEveryMs = 60_000;

export function createSync(deps: Options): Sync {
  let current: Promise<void> | undefined;
  let ended = false;
  /** Each until a sync has found out what happened meanwhile. */
  const absences: Absence[] = deps.absentSince ? [{ since: deps.absentSince }] : [];
  const readOnce = async (): Promise<void> => {
    const at = deps.clock.now().toISOString();
    const [absence] = absences;
    const reading = toldSync(deps, at, () => readAll(deps, { at, absence }));
    const [isRead] = await Promise.all([reading, ...(deps.alongside ?? []).map((look) => look())]);
    await tidy(deps);
    if (isRead && absence) absences.shift();
    if (absences.length === 0) await noteAwake(deps.store, deps.clock.now());
  };
  // A sync that somebody asked for follows from that.
  const run = (): Promise<void> => because(cause() ?? {}, readOnce);
  const runOnce = (): Promise<void> => {
    current ??= run().finally(() => {
      current = undefined;
      ended = true;
      deps.afterwards?.();
    });
    return current;
  };
  let askedAt = Number.NEGATIVE_INFINITY;
  return {
    run: runOnce,
    async ask() {
      const now = elapsedOn(deps.clock);
      if (!current && now - askedAt < askedEveryMs) return false;
      if (!current) askedAt = now;
      await runOnce();
      return true;
    },
    clockWasSet({ from, until }) {
      absences.push({ since: from, setTo: until });
    },
    underWay: () => current !== undefined,
    hasRun: () => ended,
  };
}

/** Whether Microsoft answers or not. On hold everything stays as it was found. */
async function tidy({ store, clock }: Pick<Deps, 'store' | 'clock'>): Promise<void> {
  if (isHeld(store)) return;
  while ((await store.transact((tx) => removeOver(tx, clock.now()))) > 0);
}

/** @returns whether the purchases were read */
async function readAll(deps: Options, run: Run): Promise<boolean> {
  const good = new Set<Part['id']>();
  for (const { id, needs, read } of deps.parts) {
    if (needs && !deps.store.get('parts', needs)?.goodAt) continue;
    if (await readPart(deps, id, (onOdd) => read(deps, run, onOdd))) good.add(id);
  }
  return good.has('subscriptions');
}

/** Bytes that one part may read in one run: 100,000 subscriptions with all that Graph tells of each are fewer. */
const mostBytes = 1024 * 1024 * 1024;

/** Runs one part and notes how it went. @returns false if Microsoft failed it */
export async function readPart(deps: Deps, id: Part['id'], part: (onOdd: OnOddRow) => Promise<void>): Promise<boolean> {
  const readFrom = deps.clock.now().toISOString();
  try {
    const odd: OddRow[] = [];
    await withAllowance(mostBytes, () => part((row) => odd.push(row)));
    if (odd.length > 0)
      deps.log.warn({ part: id, rows: odd.length }, 'rows of Microsoft that can’t be read are left out');
    await note(deps, id, { trouble: null, goodAt: deps.clock.now().toISOString(), readFrom, ...leftOut(odd) });
    return true;
  } catch (error) {
    if (!(error instanceof MicrosoftFailed)) throw error;
    deps.log.warn({ part: id, trouble: error.trouble, detail: error.detail }, 'Microsoft failed a part of the sync');
    await note(deps, id, { trouble: { what: error.trouble, detail: error.detail } });
    return false;
  }
}

/** As many as a card can name. */
const mostNamed = 3;

function leftOut(odd: readonly OddRow[]): Pick<Part, 'leftOut'> {
  if (odd.length === 0) return {};
  const ids = odd.filter((id) => id !== null).slice(0, mostNamed);
  return { leftOut: { count: odd.length, ids } };
}

function note(deps: Deps, id: Part['id'], change: Partial<Part>): Promise<void> {
  const triedAt = deps.clock.now().toISOString();
  return deps.store.transact((tx) => {
    const before = tx.get('parts', id) ?? { id, goodAt: null, triedAt: null, trouble: null };
    const { leftOut: _, ...kept } = before;
    tx.put('parts', { ...(change.goodAt ? kept : before), triedAt, ...change });
  });
}
