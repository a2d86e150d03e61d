/**
 * What is over is kept for a while, and not more than so much of it: else the store would grow with every dry run, for ever. The
 * audit is kept whole, so what was done stays on record; what goes is what cards would still show of it.
 */
import type { Change, Job, RecordOf, Rule, Table } from './records.ts';
import { requestEnds } from './request/table.ts';
import type { Reader, Transaction } from './store.ts';
import { ends } from './takeover/table.ts';

/** When a record was over; undefined while it is not, or something rests on it. */
type OverAt<K extends Table> = (record: RecordOf<K>) => string | undefined;

interface Over {
  id: string;
  at: string;
}

interface Bound {
  table: Table;
  days: number;
  most: number;
  /** All that is over. */
  over(reader: Reader): Over[];
}

function bound<K extends Table>(
  table: K,
  { days, most }: Pick<Bound, 'days' | 'most'>,
  overIn: (reader: Reader) => OverAt<K>,
): Bound {
  const over = (reader: Reader): Over[] => {
    const overAt = overIn(reader);
    return [...reader.all(table)].flatMap((record) => {
      const at = overAt(record);
      return at === undefined ? [] : [{ id: record.id, at }];
    });
  };
  return { table, days, most, over };
}

export const retention = {
  /** People don't come back to choices they left a day ago; a draft may name thousands of holders. */
  drafts: bound('drafts', { days: 1, most: 500 }, () => (draft) => draft.at),
  /** A dry run can be applied for four hours; a card of it that is pressed later still shows for a month what it was. */
  plans: bound(
    'changes',
    { days: 30, most: 500 },
    (reader) => (change) =>
      isPlan(change) && reader.get('orders', change.id)?.state !== 'pending' ? change.at : undefined,
  ),
  /** People who compare with last year still find what was changed. */
  changes: bound('changes', { days: 400, most: 1_000 }, (reader) => {
    const needed = newestChanges(reader);
    return (change) => (change.state === 'ended' && !needed.has(change.id) ? change.at : undefined);
  }),
  /** The steps say why rules were refused, for as long as their change is there. */
  changeJobs: bound('jobs', { days: 0, most: 0 }, (reader) => (job) => {
    const { work } = job;
    return work.kind === 'change' && !reader.get('changes', work.change) ? endedAt(job) : undefined;
  }),
  /** No card shows them once they have ended. */
  errands: bound('jobs', { days: 7, most: 200 }, () => (job) => {
    const { kind } = job.work;
    return kind === 'preflight' || kind === 'announcement' ? endedAt(job) : undefined;
  }),
  /** Their cards say who got which licence, and try once more for those who did not. */
  licenceJobs: bound(
    'jobs',
    { days: 400, most: 500 },
    () => (job) => (job.work.kind === 'licences' ? endedAt(job) : undefined),
  ),
  /** Who got a licence is asked for as long as the request is there; the steps of its jobs only say why one failed. */
  requests: bound('requests', { days: 400, most: 2_000 }, () => ({ state, history, at, endsOn }) => {
    const isOver = requestEnds.has(state) || (state === 'given' && endsOn === null);
    return isOver ? (history.at(-1)?.at ?? at) : undefined;
  }),
  requestJobs: bound('jobs', { days: 30, most: 500 }, (reader) => (job) => {
    const { work } = job;
    const isLast = work.kind === 'request' && reader.get('requests', work.request)?.job === job.id;
    return work.kind === 'request' && !isLast ? endedAt(job) : undefined;
  }),
  /** What became of each holder is kept with the takeover; the steps only say how far a run is, and why it failed. */
  takeoverJobs: bound('jobs', { days: 400, most: 1_000 }, (reader) => (job) => {
    const state = job.work.kind === 'takeover' && reader.get('takeovers', job.work.takeover)?.state;
    return state && ends.has(state) ? endedAt(job) : undefined;
  }),
  /** Who approved it is asked for as long as what it was for is there. */
  orders: bound('orders', { days: 400, most: 1_000 }, (reader) => ({ id, state, job, what, at }) => {
    const isNeeded =
      reader.get('changes', id) !== undefined ||
      reader.get('jobs', job ?? '') !== undefined ||
      (what.kind === 'grants' && reader.get('grants', what.sku)?.order === id);
    return state === 'pending' || isNeeded ? undefined : at;
  }),
  /** Microsoft takes its posts away within about a year; what is older than that is no news even where it is still there. */
  bulletins: bound(
    'bulletins',
    { days: 400, most: 1_000 },
    () =>
      ({ changedAt }) =>
        changedAt,
  ),
  /** They are on the ledger of no purchase, so nobody would find them in the archive. */
  notices: bound(
    'notices',
    { days: 400, most: 5_000 },
    () =>
      ({ purchases, dueAt, createdAt }) =>
        purchases.length === 0 && dueAt === null ? createdAt : undefined,
  ),
  /** The ledger of a purchase tells four years; what was decided about it is in the audit. Purchases themselves are kept. */
  archivedNotices: bound(
    'archive',
    { days: 1_100, most: 50_000 },
    () =>
      ({ table, at }) =>
        table === 'notices' ? at : undefined,
  ),
} as const;

const dayMs = 86_400_000;
/** In one transaction, so that nobody waits for it. */
const mostAtOnce = 200;

/**
 * Removes what is over for longer than it is kept, and the oldest where there is more of it.
 *
 * @returns how many; 0 when there is nothing left to remove
 */
export function removeOver(tx: Transaction, now: Date): number {
  let removed = 0;
  for (const { table, ...of } of Object.values(retention)) {
    for (const id of excess(of.over(tx), of, now).slice(0, mostAtOnce - removed)) {
      const notice = table === 'notices' ? tx.get('notices', id) : undefined;
      if (notice) tx.delete('noticeKeys', notice.key);
      tx.delete(table, id);
      removed++;
    }
  }
  return removed;
}

/** Oldest first. */
function excess(over: readonly Over[], { days, most }: Pick<Bound, 'days' | 'most'>, now: Date): string[] {
  const day = new Date(now.getTime() - days * dayMs).toISOString();
  const sorted = over.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const tooMany = sorted.length - most;
  return sorted.filter(({ at }, nth) => nth < tooMany || at < day).map(({ id }) => id);
}

function isPlan({ state }: Change): boolean {
  return state === 'planned' || state === 'dropped';
}

function endedAt({ dueAt, createdAt, steps }: Job): string | undefined {
  if (dueAt !== null) return undefined;
  return steps.reduce((last, { at }) => (at > last ? at : last), createdAt);
}

/** Whether a rule has drifted, who meant it so, and how often it was set back in vain: the last few changes of each say that. */
const mostAboutOneRule = 3;

function newestChanges(reader: Reader): ReadonlySet<Change['id']> {
  const count = new Map<Rule['id'], number>();
  const needed = new Set<Change['id']>();
  for (const { id, state, items } of [...reader.all('changes')].reverse()) {
    if (state !== 'ended') continue;
    for (const { rule } of items) {
      const times = count.get(rule) ?? 0;
      if (times < mostAboutOneRule) needed.add(id);
      count.set(rule, times + 1);
    }
  }
  return needed;
}

/** A record of this short id was here once: it is not somebody's typing error. */
export function wasHere(id: string, reader: Pick<Reader, 'get'>): boolean {
  const [prefix = '', number] = id.split('-');
  return Number(number) <= (reader.get('counters', prefix)?.last ?? 0);
}
