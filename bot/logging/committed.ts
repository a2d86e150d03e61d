/**
 * What is on record is in the log: whatever a commit says of a decision, a notice or a step of a job has its line once it is durable,
 * whoever wrote it. And what is to be carried out later keeps the id of what gave reason for it.
 */
import { isDeepStrictEqual } from 'node:util';
import { purserItself } from '../../store/audit.ts';
import type { Entry, Job, Notice, RecordOf, Step, Table } from '../../store/records.ts';
import type { Store, Transaction } from '../../store/store.ts';
import { type Cause, cause } from './correlation.ts';
import type { DecisionLine, JobStepLine, Line, NoticeLine } from './lines.ts';

/** A record that was put, and what it was. */
type Put = { [K in Watched]: { table: K; before: RecordOf<K> | undefined; after: RecordOf<K> } }[Watched];

const kept = ['notices', 'jobs', 'takeovers'] as const satisfies readonly Table[];
type Watched = 'notices' | 'jobs' | 'audit';

/** The store, with a line told of what its commits say. @param tell must not throw */
export function createToldStore(store: Store, tell: (line: Line) => void): Store {
  const begun = new Map<string, number>();
  return {
    get: (table, id) => store.get(table, id),
    all: (table) => store.all(table),
    count: (table) => store.count(table),
    revision: (table) => store.revision(table),
    rehearse: (work) => store.rehearse(work),
    troubles: () => store.troubles(),
    close: () => store.close(),
    async transact(work) {
      // The work is run later, among that of others.
      const why = cause();
      let puts: Put[] = [];
      const result = await store.transact((tx) => {
        puts = [];
        return work(noting(tx, puts, why));
      });
      for (const put of puts) for (const line of linesOf(put, begun, why)) tell(line);
      return result;
    },
  };
}

/** The same transaction. What of it is put is noted, with why. */
function noting(tx: Transaction, puts: Put[], why: Cause | undefined): Transaction {
  return {
    get: (table, id) => tx.get(table, id),
    all: (table) => tx.all(table),
    count: (table) => tx.count(table),
    revision: (table) => tx.revision(table),
    delete: (table, id) => tx.delete(table, id),
    nextId: (prefix) => tx.nextId(prefix),
    put(table, record) {
      const after = (why && isKept(table) ? { ...record, cause: why.id } : record) as typeof record;
      if (isWatched(table)) puts.push({ table, before: tx.get(table, record.id), after } as Put);
      tx.put(table, after);
    },
  };
}

function isKept(table: Table): boolean {
  return kept.some((each) => each === table);
}

function isWatched(table: Table): table is Watched {
  return table === 'notices' || table === 'jobs' || table === 'audit';
}

function linesOf(put: Put, begun: Map<string, number>, why: Cause | undefined): Line[] {
  if (put.table === 'audit') return put.before ? [] : [decisionIn(put.after, why)];
  if (put.table === 'notices') return noticeLines(put.before, put.after);
  return stepLines(put.before, put.after, begun);
}

function decisionIn({ id, action, actor, purchase, after }: Entry, why: Cause | undefined): DecisionLine {
  return {
    event: 'decision',
    decision: action,
    entry: id,
    // Only an id at its beginning: the rest may be anybody's words.
    about: /^[A-Z]{1,3}-[1-9]\d*(?= |$)/.exec(after ?? '')?.[0] ?? null,
    purchase,
    ...byWhom(actor, why),
  };
}

function byWhom(actor: Entry['actor'], why: Cause | undefined): Pick<DecisionLine, 'by' | 'person' | 'via'> {
  if (actor && actor.id !== purserItself.id) return { by: 'person', person: actor.id, via: why?.via ?? null };
  return { by: actor ? 'purser' : 'microsoft', person: null, via: null };
}

function noticeLines(before: Notice | undefined, { id, saying, to, ledger, rung, tries }: Notice): NoticeLine[] {
  return addedTo(before?.ledger ?? [], ledger).map(({ what }) => ({
    event: 'notice',
    notice: id,
    kind: saying.card,
    road: before?.rung ?? rung,
    outcome: what,
    attempt: Math.max(tries, (before?.tries ?? 0) + 1),
    reader: 'person' in to ? to.person : to.chat,
  }));
}

/** A ledger keeps its last events, so one that was full is as long as before. */
function addedTo(before: Notice['ledger'], after: Notice['ledger']): Notice['ledger'] {
  if (after.length > before.length) return after.slice(before.length);
  const last = before.at(-1);
  return after.slice(after.findLastIndex((event) => isDeepStrictEqual(event, last)) + 1);
}

/** A step has an outcome when it was begun, and is not any more. */
function stepLines(before: Job | undefined, after: Job, begun: Map<string, number>): JobStepLine[] {
  if (!before) return [];
  const earlier = new Map(before.steps.map((step) => [step.key, step]));
  const left = after.steps.filter(({ state }) => state === 'todo' || state === 'begun').length;
  return after.steps.flatMap((step): JobStepLine[] => {
    const was = earlier.get(step.key);
    const key = `${after.id} ${step.key}`;
    if (!was || (was.state === step.state && was.tries === step.tries)) return [];
    if (step.state === 'begun') begun.set(key, performance.now());
    if (step.state === 'begun' || isAsked(was, step)) return [];
    const since = begun.get(key);
    begun.delete(key);
    return [
      {
        event: 'job-step',
        job: after.id,
        kind: after.work.kind,
        step: step.key,
        outcome: outcomeOf(was, step),
        attempt: was.tries + 1,
        ms: since === undefined ? null : Math.round(performance.now() - since),
        left,
      },
    ];
  });
}

/** Somebody has asked for it once more. */
function isAsked(was: Step, { state }: Step): boolean {
  return state === 'todo' && was.state === 'failed';
}

function outcomeOf(was: Step, { state, tries }: Step): JobStepLine['outcome'] {
  if (state === 'done' || state === 'failed') return state;
  return tries > was.tries ? 'again' : 'later';
}
