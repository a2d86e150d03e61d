/**
 * The run of a takeover: a job in phases, each known only when the one before is done. After a retry everything is looked at
 * again; then the holders get the new licence, twenty at a time; Microsoft has to show it; only then they lose the old one; at
 * last the subscription is ended.
 */
import type { Job, Step, Takeover } from '../../store/records.ts';
import type { Reader, Transaction } from '../../store/store.ts';
import { isRefusal, purser } from '../../store/takeover/moves.ts';
import { peopleAtOnce } from '../microsoft/commerce.ts';
import { begin, goOn } from '../work/jobs.ts';
import { decide } from './decide.ts';
import { showTakeover } from './tell.ts';
import { isFailed, isToTake, transferOf } from './transfers.ts';

/** What a takeover failed by; each has its sentence. */
export const failures = ['blocked', 'changed', 'some-failed', 'ending', 'trouble'] as const;
export type Failure = (typeof failures)[number];

const phases = ['check', 'give', 'verify', 'take', 'end'] as const;
type Phase = (typeof phases)[number];

/** Whom a step is for: `give 3` is the fourth lot of the holders. The steps of the other phases are called as their phase. */
export function lotOf({ holders }: Takeover, key: string): string[] {
  const from = Number(key.split(' ')[1]) * peopleAtOnce;
  return holders.ids.slice(from, from + peopleAtOnce);
}

export function phaseOf(key: string): Phase {
  return phases.find((phase) => phase === key.split(' ')[0]) ?? 'check';
}

/** The keys of the steps of a phase, for what is still to be done; none where there is nothing. */
const keysOf: Record<Phase, (takeover: Takeover, reader: Pick<Reader, 'get'>) => string[]> = {
  check: () => ['check'],
  give: (takeover, reader) => (takeover.act.kind === 'move' ? lotsOf('give', takeover, reader) : []),
  verify: ({ act }) => (act.kind === 'move' ? ['verify'] : []),
  take: (takeover, reader) => (takeover.act.kind === 'stay' ? [] : lotsOf('take', takeover, reader)),
  end: ({ ending }) => (ending === 'webhook' ? ['end'] : []),
};

function lotsOf(phase: 'give' | 'take', takeover: Takeover, reader: Pick<Reader, 'get'>): string[] {
  const isOpen = (person: string): boolean => {
    const transfer = transferOf(reader, takeover.id, person);
    return transfer === undefined || (phase === 'give' ? transfer.given === 'open' : isToTake(transfer));
  };
  const lots = Math.ceil(takeover.holders.ids.length / peopleAtOnce);
  return Array.from({ length: lots }, (_, lot) => `${phase} ${lot}`).filter((key) => lotOf(takeover, key).some(isOpen));
}

/**
 * The job of a takeover that has just begun to run, or runs again.
 *
 * @param id reserved for it
 */
export function beginRun(tx: Transaction, takeover: Takeover, id: Job['id'], isChecked: boolean, now: Date): void {
  const job = begin(tx, { kind: 'takeover', takeover: takeover.id }, [], now, id);
  reopen(tx, takeover);
  nextPhase(tx, takeover, job, isChecked ? 1 : 0, now);
}

/** What failed is to be tried again: everything about it is looked at anew. */
function reopen(tx: Transaction, { id, holders }: Takeover): void {
  for (const person of holders.ids) {
    const transfer = transferOf(tx, id, person);
    if (transfer && isFailed(transfer)) tx.delete('transfers', transfer.id);
  }
}

/** Goes on where a phase is over; ends the run where none is left, or where somebody has to see to it first. */
export function goOnAfter(tx: Transaction, takeover: Takeover, job: Job, step: Step, now: Date): void {
  const phase = phaseOf(step.key);
  const failure = step.state === 'failed' ? failureOf(phase, step.why) : undefined;
  if (failure) fail(tx, takeover, failure, now);
  else if (job.steps.some(({ state }) => state === 'todo' || state === 'begun')) showTakeover(tx, takeover.id, now);
  else nextPhase(tx, takeover, job, phases.indexOf(phase) + 1, now);
}

/** Undefined where it failed for some holders only: what can be done for the others is done first. */
function failureOf(phase: Phase, why: string | null): Failure | undefined {
  if (phase === 'give' || phase === 'take') return undefined;
  if (phase === 'end') return 'ending';
  return why === 'blocked' || why === 'changed' ? why : 'trouble';
}

/** Whoever could be moved is; that others could not is seen to before the subscription ends. */
function nextPhase(tx: Transaction, takeover: Takeover, job: Job, from: number, now: Date): void {
  const next = phases.slice(from).find((phase) => keysOf[phase](takeover, tx).length > 0);
  const hasFailed = takeover.holders.ids.some((person) => isFailed(transferOf(tx, takeover.id, person)));
  if (next && !(next === 'end' && hasFailed)) {
    goOn(tx, job, keysOf[next](takeover, tx), now);
    showTakeover(tx, takeover.id, now);
    return;
  }
  tx.put('jobs', { ...job, dueAt: null });
  if (hasFailed) fail(tx, takeover, 'some-failed', now);
  else decide(tx, takeover, { kind: 'wait' }, purser, now);
}

export function fail(tx: Transaction, takeover: Takeover, words: Failure, now: Date): void {
  const failed = decide(tx, takeover, { kind: 'fail', words }, purser, now);
  if (isRefusal(failed)) throw new Error(`${takeover.id} can't fail: ${failed.refused}`);
}
