/**
 * The run of a takeover: a job in phases, each known only when the one before is done. After a retry everything is looked at
 * again; then the holders get the new licence, twenty at a time; Microsoft has to show it; only then they lose the old one; at
 * last the subscription is ended. Departmental seats are not taken one by one: they end with the subscription.
 */
import type { Job, Step, Takeover } from '../../../store/records.ts';
import type { Reader, Transaction } from '../../../store/store.ts';
import { isRefusal, type Move, purser } from '../../../store/takeover/moves.ts';
import { isOut, unproven } from '../../jobs/failure-reasons.ts';
import { begin, goOn } from '../../jobs/jobs.ts';
import { tellUnproven } from '../../jobs/unproven.ts';
import { peopleAtOnce } from '../../microsoft/commerce.ts';
import { decide } from '../state/decide.ts';
import { endsWithPurchase, seatsEnd } from '../state/departmental.ts';
import { showTakeover } from '../state/posted-cards.ts';
import { lotOf } from './lots.ts';
import { isToRepeat, isToTake, losersOf, transferOf } from './transfers.ts';

/** The causes by which a takeover fails; each has its sentence. */
export const failures = [
  'requester-out',
  'approver-out',
  'blocked',
  'changed',
  'some-failed',
  'some-unseen',
  'unproven',
  'ending',
  'trouble',
] as const;
export type Failure = (typeof failures)[number];

/** The organisation no longer has one: the operator changed how subscriptions end after it was approved. */
export const noAutomation = 'no-automation';

const phases = ['check', 'give', 'verify', 'take', 'verify-taken', 'end'] as const;
type Phase = (typeof phases)[number];

/** The record of a job is written anew with each step, so it holds so many lots at once, and those done make room for the next. */
const lotsAtOnce = 8;

export function phaseOf(key: string): Phase {
  return phases.find((phase) => phase === key.split(' ')[0]) ?? 'check';
}

/** The keys of the next steps of a phase, for what is still to be done; none where there is nothing. */
const keysOf: Record<Phase, (takeover: Takeover, reader: Pick<Reader, 'get'>) => string[]> = {
  check: () => ['check'],
  // Where everybody stays nothing is given, and it is noted who is still there.
  give: (takeover, reader) => (takeover.act.kind !== 'cancel' ? lotsOf('give', takeover, { reader }) : []),
  verify: ({ act }) => (act.kind === 'move' ? ['verify'] : []),
  take: (takeover, reader) => (takeover.act.kind === 'stay' ? [] : lotsOf('take', takeover, { reader })),
  'verify-taken': (takeover, reader) =>
    takeover.act.kind === 'stay' || endsWithPurchase(takeover, reader) ? [] : ['verify-taken'],
  end: ({ ending }) => (ending === 'webhook' ? ['end'] : []),
};

interface Lots {
  reader: Pick<Reader, 'get'>;
  /** The first lot to look at. */
  from?: number;
  most?: number;
}

function lotsOf(phase: 'give' | 'take', takeover: Takeover, { reader, from = 0, most = lotsAtOnce }: Lots): string[] {
  const isOpen = (person: string): boolean => {
    const transfer = transferOf(reader, takeover.id, person);
    return transfer === undefined || (phase === 'give' ? transfer.given === 'open' : isToTake(transfer));
  };
  const keys: string[] = [];
  for (let lot = from; lot * peopleAtOnce < takeover.holders.ids.length && keys.length < most; lot++) {
    const key = `${phase} ${lot}`;
    if (lotOf(takeover, key).some(isOpen)) keys.push(key);
  }
  return keys;
}

interface Beginning {
  takeover: Takeover;
  /** Reserved for the job. */
  id: Job['id'];
  /** Microsoft was looked at a moment ago. */
  isChecked: boolean;
  /** Somebody said to go on without those who could not be moved, so they are not tried again. */
  goesOnWithout?: boolean;
}

/** Begins the job of a takeover that has just begun to run, or runs again. */
export function beginRun(tx: Transaction, beginning: Beginning, now: Date): void {
  const { takeover, id, isChecked, goesOnWithout = false } = beginning;
  const job = begin(tx, { kind: 'takeover', takeover: takeover.id }, { keys: [], now, id });
  if (!goesOnWithout) reopen(tx, takeover);
  nextPhase(tx, { takeover, job, from: isChecked ? 1 : 0 }, now);
}

/** Those for whom it was not done are tried again, and everything about them is looked at anew. */
function reopen(tx: Transaction, { id, act, holders }: Takeover): void {
  for (const person of holders.ids) {
    const transfer = transferOf(tx, id, person);
    if (transfer && isToRepeat(transfer, act.kind)) tx.delete('transfers', transfer.id);
  }
}

interface Run {
  takeover: Takeover;
  job: Job;
}

interface Progressed extends Run {
  /** The step that was just carried out. */
  step: Step;
}

/** Goes on where a phase is over; ends the run where none is left, or where somebody has to see to it first. */
export function continueRun(tx: Transaction, { takeover, job, step }: Progressed, now: Date): void {
  const phase = phaseOf(step.key);
  const failure = step.state === 'failed' ? failureOf(phase, step.why) : undefined;
  const open = job.steps.filter(({ state }) => state === 'todo' || state === 'begun');
  const more = isInLots(phase)
    ? lotsOf(phase, takeover, { reader: tx, from: nextLot(job), most: lotsAtOnce - open.length })
    : [];
  if (failure) failRun(tx, { takeover, words: failure }, now);
  else if (open.length + more.length === 0) nextPhase(tx, { takeover, job, from: phases.indexOf(phase) + 1 }, now);
  else {
    if (more.length > 0) makeRoom(tx, { job, open, keys: more }, now);
    showTakeover(tx, takeover.id, now);
  }
}

function isInLots(phase: Phase): phase is 'give' | 'take' {
  return phase === 'give' || phase === 'take';
}

function nextLot({ steps }: Job): number {
  return 1 + Math.max(...steps.map(({ key }) => Number(key.split(' ')[1])));
}

interface Room {
  job: Job;
  open: readonly Step[];
  /** Of the further lots. */
  keys: readonly string[];
}

/** Further lots in place of what is over; what has to be tried again stays at the end of the line. */
function makeRoom(tx: Transaction, { job, open, keys }: Room, now: Date): void {
  goOn(tx, { ...job, steps: open.filter(({ tries }) => tries === 0) }, { keys, now });
  const further = tx.get('jobs', job.id);
  if (further) tx.put('jobs', { ...further, steps: [...further.steps, ...open.filter(({ tries }) => tries > 0)] });
}

/** Undefined where it failed for some holders only: what can be done for the others is done first. */
function failureOf(phase: Phase, why: string | null): Failure | undefined {
  if (isOut(why)) return why;
  if (why === unproven) return 'unproven';
  if (isInLots(phase)) return undefined;
  if (phase === 'end') return 'ending';
  return why === 'blocked' || why === 'changed' ? why : 'trouble';
}

/** Moves everybody who can be moved; if others would lose access, somebody sees to that before the subscription ends. */
function nextPhase(tx: Transaction, { takeover, job, from }: Run & { from: number }, now: Date): void {
  const next = phases.slice(from).find((phase) => keysOf[phase](takeover, tx).length > 0);
  const isHeld = (next === undefined || next === 'end') && losersOf(takeover, tx).length > 0;
  if (next && !isHeld) {
    goOn(tx, { ...job, steps: [] }, { keys: keysOf[next](takeover, tx), now });
    showTakeover(tx, takeover.id, now);
    return;
  }
  tx.put('jobs', { ...job, dueAt: null });
  const words = takeover.act.kind === 'move' ? 'some-failed' : 'some-unseen';
  if (isHeld) failRun(tx, { takeover, words }, now);
  else {
    const move: Move = endsWithPurchase(takeover, tx) ? { kind: 'wait', words: seatsEnd } : { kind: 'wait' };
    decide(tx, takeover, { move, actor: purser, now });
  }
}

export function failRun(tx: Transaction, { takeover, words }: { takeover: Takeover; words: Failure }, now: Date): void {
  const failed = decide(tx, takeover, { move: { kind: 'fail', words }, actor: purser, now });
  if (words === 'unproven') tellUnproven(tx, takeover.id, now);
  if (isRefusal(failed)) throw new Error(`${takeover.id} can't fail: ${failed.refused}`);
}
