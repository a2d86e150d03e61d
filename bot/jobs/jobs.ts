/**
 * Jobs: what is to be done, step by step. The intention of a step is on disk before it, its outcome after it. A step that is
 * found begun at start is done again, so every step must be safe to repeat. Each kind does one job at a time and one step at a
 * time, so that people see progress; and a move of thousands does not hold up a change of rules.
 */
import { isHeld, isIdle } from '../../store/hold.ts';
import type { Job, Step } from '../../store/records.ts';
import type { Reader, Store, Transaction } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { because } from '../logging/correlation.ts';
import { MicrosoftFailed, Withheld } from '../microsoft/commerce.ts';
import { approverOut, requesterOut, unproven } from './failure-reasons.ts';
import { createLoop } from './loop.ts';
import { type Ordered, type StandingOf, standingOfAll } from './standing.ts';

/**
 * The outcome of a step. `again`: try again, no sooner than Microsoft says. `later`: it was not its turn yet, which is no
 * failed try. `failed`: for good.
 */
export type StepOutcome =
  | { state: 'done' }
  | { state: 'failed'; why: string }
  | { state: 'again'; why: string; waitMs?: number | undefined }
  | { state: 'later'; waitMs: number };

export type Kind = Job['work']['kind'];
export type JobOf<K extends Kind> = Job & { work: Extract<Job['work'], { kind: K }> };

/** A step that has just had an outcome, and its job as it is since. */
export interface Progressed<K extends Kind> {
  job: JobOf<K>;
  step: Step;
}

/** How the jobs of one kind are done. */
export interface Work<K extends Kind = Kind> {
  /** Does a step, perhaps one that was done already. If it throws, that is a fault of ours, and the step is tried again. */
  carry(job: JobOf<K>, step: Step): Promise<StepOutcome>;
  /** Called in the transaction that keeps the outcome of a step, to keep and to tell what follows from it. */
  progressed(tx: Transaction, done: Progressed<K>, now: Date): void;
  /** Asked before a step: who ordered it, and who approved it, where they must still be in office. Without it, nobody must. */
  orderedBy?(reader: Pick<Reader, 'get' | 'all'>, job: JobOf<K>, step: Step): Ordered | undefined;
  /**
   * Asked once a job, as it is slow: whether the audit tells that somebody ordered exactly this. Without it, nobody need have.
   */
  isProven?(reader: Reader, job: JobOf<K>): boolean;
  /** Asked before each step: a job that is no longer wanted stops where it is. Without it, a job is always wanted. */
  isWanted?(reader: Pick<Reader, 'get'>, job: JobOf<K>): boolean;
}

/** How everything is done. */
export type Works = { [K in Kind]: Work<K> };

export interface Jobs {
  /** Something may have become due. */
  wake(): void;
  /** Does whatever is due now. */
  drain(): Promise<void>;
  run(signal: AbortSignal): Promise<void>;
  /** Lets the step under way end, and begins no other. */
  stop(): Promise<void>;
}

interface Deps {
  store: Store;
  clock: Clock;
  log: Log;
  /** Jobs of a kind that is missing here wait. */
  work: Partial<Works>;
  standingOf: StandingOf;
  /** Called after a step, since cards may have to show what it changed. Must not wait for the jobs. */
  afterwards: () => void;
}

export const mostTries = 6;
const shortestWaitMs = 2_000;
const longestWaitMs = 15 * 60_000;
/** After a fault of ours. */
const faultMs = 60_000;

interface Beginning {
  keys: readonly Step['key'][];
  now: Date;
  /** A new one if not given. */
  id?: Job['id'];
}

/** Writes a job, in the transaction that decides it. */
export function begin(tx: Transaction, work: Job['work'], { keys, now, id = tx.nextId('J') }: Beginning): Job {
  const at = now.toISOString();
  const job: Job = { id, work, createdAt: at, dueAt: at, steps: keys.map((key) => todo(key, at)) };
  tx.put('jobs', job);
  return job;
}

function todo(key: string, at: string): Step {
  return { key, state: 'todo', tries: 0, at, why: null };
}

/** Adds steps that are known only now that those before are done. */
export function goOn(tx: Transaction, job: Job, { keys, now }: Pick<Beginning, 'keys' | 'now'>): void {
  const at = now.toISOString();
  tx.put('jobs', { ...job, dueAt: at, steps: [...job.steps, ...keys.map((key) => todo(key, at))] });
}

/** If Microsoft refuses, it goes on refusing until somebody acts; any other trouble may pass. */
export function whyNot(error: unknown): StepOutcome {
  if (!(error instanceof MicrosoftFailed)) throw error;
  const why = error.words ?? error.trouble;
  if (error.trouble === 'refused' || error.trouble === 'no-permission') return { state: 'failed', why };
  return { state: 'again', why, waitMs: error.waitMs };
}

/** Makes the failed steps due again. */
export function retry(tx: Transaction, job: Job, now: Date): Job {
  const at = now.toISOString();
  const steps = job.steps.map(
    (step): Step => (step.state === 'failed' ? { ...step, state: 'todo', tries: 0, at } : step),
  );
  const again = { ...job, steps, dueAt: at };
  tx.put('jobs', again);
  return again;
}

interface Doing extends Deps {
  /** The jobs that somebody ordered, as far as that was looked up since the start. */
  proven: Set<Job['id']>;
}

/** Reads and changes nothing, so that a read-only pilot does it as well. */
const reads: ReadonlySet<Kind> = new Set(['preflight']);

function waits(kind: Kind, reader: Pick<Reader, 'get'>): boolean {
  return isHeld(reader) || (isIdle(reader) && !reads.has(kind));
}

export function createJobs(given: Deps): Jobs {
  const { store, clock, log } = given;
  const deps: Doing = { ...given, proven: new Set() };
  let stopped = false;

  const due = (kind: Kind): Job | undefined => {
    if (waits(kind, store)) return undefined;
    const now = clock.now().toISOString();
    for (const job of store.all('jobs')) {
      if (job.dueAt !== null && job.dueAt <= now && job.work.kind === kind) return job;
    }
    return undefined;
  };

  const lanes = (Object.keys(deps.work) as Kind[]).map((kind) => {
    const drain = async (asked: () => boolean): Promise<boolean> => {
      asked();
      for (let job = due(kind); job && !stopped; job = due(kind)) await because({ id: job.cause }, step, job, deps);
      return !stopped;
    };
    return { kind, ...createLoop(drain, { clock, log, what: `the jobs (${kind})` }) };
  });
  const each = async (what: (lane: (typeof lanes)[number]) => Promise<void>): Promise<void> => {
    await Promise.all(lanes.map(what));
  };
  return {
    wake: () => void each(({ now }) => now()),
    async drain() {
      // A step may give work to another lane.
      for (let seen = -1; seen !== store.revision('jobs'); ) {
        seen = store.revision('jobs');
        await each(({ now }) => now());
      }
    },
    run: (signal) => each(({ kind, run }) => run(() => due(kind) !== undefined, signal)),
    async stop() {
      stopped = true;
      await each(({ ended }) => ended());
    },
  };
}

/** Does the next step of a job, or finds that there is none left. */
async function step({ id, work: { kind } }: Job, deps: Doing): Promise<void> {
  const { store, clock, log, afterwards } = deps;
  const work = deps.work[kind] as Work;
  const open = await store.transact((tx) => beginNextStep(tx, { id, work }, clock.now()));
  if (!open) return;
  const { job, key } = open;
  const at = job.steps.find((each) => each.key === key) as Step;
  const isOff = await whyOff({ job, step: at, work }, deps);
  const outcome = isOff ?? (await carryProven({ job, step: at, work }, deps));
  // Someone it rests on is out for all that is left, too.
  const keys = isOff?.state === 'failed' ? openKeys(job) : [key];
  await store
    .transact((tx) => {
      for (const each of keys) keepOutcome(tx, { id, key: each, outcome, work }, clock.now());
    })
    .catch(async (error: unknown) => {
      // Without this the step would be done again at once, and for ever.
      await store.transact((tx) =>
        putOutcome(tx, { id, key, outcome: { state: 'later', waitMs: faultMs } }, clock.now()),
      );
      log.error({ job: id, step: key, error }, 'what came of a step could not be kept');
    });
  afterwards();
}

/** Carries out a step, if somebody ordered the job. */
async function carryProven(
  { job, step, work }: { job: Job; step: Step; work: Work },
  { store, log, proven }: Doing,
): Promise<StepOutcome> {
  if (!proven.has(job.id) && work.isProven?.(store, job) === false) return { state: 'failed', why: unproven };
  proven.add(job.id);
  return work.carry(job, step).catch((error: unknown): StepOutcome => {
    // Purser was put on hold in the middle of it: it is done again from its beginning, as after a crash.
    if (error instanceof Withheld) return { state: 'later', waitMs: isIdle(store) ? 0 : faultMs };
    log.error({ job: job.id, step: step.key, error }, 'a step of a job failed');
    return { state: 'again', why: 'fault' };
  });
}

interface Kept extends Ended {
  id: Job['id'];
  work: Work;
}

function keepOutcome(tx: Transaction, { id, key, outcome, work }: Kept, now: Date): void {
  const after = putOutcome(tx, { id, key, outcome }, now);
  const step = after?.steps.find((each) => each.key === key);
  if (after && step) work.progressed(tx, { job: after, step }, now);
}

function openKeys({ steps }: Job): Step['key'][] {
  return steps.filter(({ state }) => state === 'todo' || state === 'begun').map(({ key }) => key);
}

/** Where that can't be asked it does not begin, however long that takes. */
const askedAgainMs = 60_000;

/**
 * Before its first step: it does not begin for somebody who has left, nor on the word of an approver who is out. Undefined where
 * it may go on.
 */
async function whyOff(
  { job, step, work }: { job: Job; step: Step; work: Work },
  { store, standingOf }: Deps,
): Promise<StepOutcome | undefined> {
  const isFirst = job.steps.every(({ key, state, tries }) => key === step.key || (state === 'todo' && tries === 0));
  const ordered = isFirst && step.tries === 0 ? work.orderedBy?.(store, job, step) : undefined;
  if (!ordered) return undefined;
  try {
    const { requester, out } = await standingOfAll(ordered, standingOf);
    if (!requester) return { state: 'failed', why: requesterOut };
    return out.length > 0 ? { state: 'failed', why: approverOut } : undefined;
  } catch (error) {
    if (!(error instanceof MicrosoftFailed)) throw error;
    return { state: 'later', waitMs: Math.max(askedAgainMs, error.waitMs ?? 0) };
  }
}

interface Ended {
  key: Step['key'];
  outcome: StepOutcome;
}

function putOutcome(tx: Transaction, { id, ...ended }: Ended & { id: Job['id'] }, now: Date): Job | undefined {
  const before = tx.get('jobs', id);
  const after = before && withOutcome(before, ended, now);
  if (after) tx.put('jobs', after);
  return after;
}

/** Puts the intention on disk. Undefined if the job has nothing left to do, or Purser is on hold or a read-only pilot. */
function beginNextStep(
  tx: Transaction,
  { id, work }: { id: Job['id']; work: Work },
  now: Date,
): { job: Job; key: Step['key'] } | undefined {
  const job = tx.get('jobs', id);
  if (job && waits(job.work.kind, tx)) return undefined;
  const next = job?.steps.find(({ state }) => state === 'begun') ?? job?.steps.find(({ state }) => state === 'todo');
  if (!job || !next || work.isWanted?.(tx, job) === false) {
    if (job) tx.put('jobs', { ...job, dueAt: null });
    return undefined;
  }
  const steps = job.steps.map(
    (step): Step => (step === next ? { ...step, state: 'begun', at: now.toISOString() } : step),
  );
  const begun = { ...job, steps };
  tx.put('jobs', begun);
  return { job: begun, key: next.key };
}

/** A step to be tried again goes to the end of the line; while Microsoft asks us to wait, the whole job waits. */
function withOutcome(job: Job, { key, outcome }: Ended, now: Date): Job {
  const at = now.toISOString();
  const others = job.steps.filter((step) => step.key !== key);
  const before = job.steps.find((step) => step.key === key) as Step;
  const put = (after: Step): Step[] => job.steps.map((step) => (step.key === key ? after : step));
  if (outcome.state === 'later') {
    const dueAt = new Date(now.getTime() + outcome.waitMs).toISOString();
    return { ...job, steps: put({ ...before, state: 'todo', at }), dueAt };
  }
  const tries = outcome.state === 'done' ? before.tries : before.tries + 1;
  const isOver = outcome.state === 'again' && tries >= mostTries;
  const state = outcome.state === 'again' ? (isOver ? 'failed' : 'todo') : outcome.state;
  const after: Step = { ...before, state, tries, at, why: 'why' in outcome ? outcome.why : null };
  const steps = state === 'todo' ? [...others, after] : put(after);
  return { ...job, steps, dueAt: nextAt(steps, now, outcome.state === 'again' ? outcome.waitMs : 0) };
}

/** Now if a step has not been tried yet and nobody asks us to wait; otherwise when the step tried least may be tried. */
function nextAt(steps: readonly Step[], now: Date, toldMs = 0): string | null {
  const open = steps.filter(({ state }) => state === 'todo' || state === 'begun');
  if (open.length === 0) return null;
  const tries = Math.min(...open.map((step) => step.tries));
  const wait = tries === 0 ? 0 : Math.min(longestWaitMs, shortestWaitMs * 4 ** (tries - 1));
  return new Date(now.getTime() + Math.max(wait, toldMs)).toISOString();
}
