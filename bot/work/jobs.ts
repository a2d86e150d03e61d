/**
 * Jobs: what is to be done at Microsoft, step by step. Before a step its intention is on disk, after it its outcome; so a step
 * found begun at start is done again, which every step must bear. One job at a time, one step at a time: Microsoft publishes
 * no limit for these calls, and whoever waits sees progress.
 */
import type { Job, Step } from '../../store/records.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import { createDraining } from '../draining.ts';
import type { Log } from '../log.ts';

/** What came of a step: `again`, at Microsoft's pleasure and no sooner than it says; `failed`, for good. */
export type Outcome =
  | { state: 'done' }
  | { state: 'failed'; why: string }
  | { state: 'again'; why: string; waitMs?: number | undefined };

/** How the jobs of one kind are done. */
export interface Work {
  /** One step; may be a step that was done already. What it throws is a fault of ours, and the step is tried again. */
  carry(job: Job, step: Step): Promise<Outcome>;
  /** In the transaction that keeps the outcome of a step: what else there is to keep, and to tell. */
  progressed(tx: Transaction, job: Job, step: Step, now: Date): void;
}

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
  work: { [K in Job['work']['kind']]: Work };
  /** Called after a step: what it changed may have to be shown. Must not wait for the jobs. */
  afterwards: () => void;
}

const mostTries = 6;
const shortestWaitMs = 2_000;
const longestWaitMs = 15 * 60_000;

/** Writes a job, in the transaction that gives reason for it. */
export function begin(tx: Transaction, work: Job['work'], keys: readonly string[], now: Date): Job {
  const at = now.toISOString();
  const steps = keys.map((key): Step => ({ key, state: 'todo', tries: 0, at, why: null }));
  const job: Job = { id: tx.nextId('J'), work, createdAt: at, dueAt: at, steps };
  tx.put('jobs', job);
  return job;
}

/** The steps that failed are to be done again. */
export function retry(tx: Transaction, job: Job, now: Date): Job {
  const at = now.toISOString();
  const steps = job.steps.map(
    (step): Step => (step.state === 'failed' ? { ...step, state: 'todo', tries: 0, at } : step),
  );
  const again = { ...job, steps, dueAt: at };
  tx.put('jobs', again);
  return again;
}

export function createJobs(deps: Deps): Jobs {
  const { store, clock, log } = deps;
  let stopped = false;

  const due = (): Job | undefined => {
    const now = clock.now().toISOString();
    return [...store.all('jobs')].find(({ dueAt }) => dueAt !== null && dueAt <= now);
  };

  const drain = async (asked: () => boolean): Promise<boolean> => {
    asked();
    for (let job = due(); job && !stopped; job = due()) await step(job, deps);
    return !stopped;
  };
  const draining = createDraining(drain, { clock, log, what: 'the jobs' });
  return {
    wake: () => void draining.now(),
    drain: draining.now,
    run: (signal) => draining.run(() => due() !== undefined, signal),
    async stop() {
      stopped = true;
      await draining.ended();
    },
  };
}

/** Does the next step of a job, or finds that there is none left. */
async function step({ id, work: { kind } }: Job, deps: Deps): Promise<void> {
  const { store, clock, log, work, afterwards } = deps;
  const open = await store.transact((tx) => intend(tx, id, clock.now()));
  if (!open) return;
  const { job, key } = open;
  const at = job.steps.find((each) => each.key === key) as Step;
  const outcome = await work[kind].carry(job, at).catch((error: unknown): Outcome => {
    log.error({ job: id, step: key, error }, 'a step of a job failed');
    return { state: 'again', why: 'fault' };
  });
  await store.transact((tx) => {
    const now = clock.now();
    const before = tx.get('jobs', id);
    if (!before) return;
    const after = withOutcome(before, key, outcome, now);
    tx.put('jobs', after);
    work[kind].progressed(tx, after, after.steps.find((step) => step.key === key) as Step, now);
  });
  afterwards();
}

/** Puts the intention on disk. Undefined where the job has nothing left to do. */
function intend(tx: Transaction, id: string, now: Date): { job: Job; key: string } | undefined {
  const job = tx.get('jobs', id);
  const next = job?.steps.find(({ state }) => state === 'begun') ?? job?.steps.find(({ state }) => state === 'todo');
  if (!job || !next) {
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

/** A step that must wait goes to the end of the line, so that it never holds up the others. */
function withOutcome(job: Job, key: string, outcome: Outcome, now: Date): Job {
  const at = now.toISOString();
  const others = job.steps.filter((step) => step.key !== key);
  const before = job.steps.find((step) => step.key === key) as Step;
  const tries = outcome.state === 'done' ? before.tries : before.tries + 1;
  const isOver = outcome.state === 'again' && tries >= mostTries;
  const state = outcome.state === 'again' ? (isOver ? 'failed' : 'todo') : outcome.state;
  const after: Step = { ...before, state, tries, at, why: 'why' in outcome ? outcome.why : null };
  const steps = state === 'todo' ? [...others, after] : job.steps.map((step) => (step.key === key ? after : step));
  return { ...job, steps, dueAt: nextAt(steps, now, outcome.state === 'again' ? outcome.waitMs : 0) };
}

/** At once while there is a step that has not been tried; else when the one tried least may be tried again. */
function nextAt(steps: readonly Step[], now: Date, toldMs = 0): string | null {
  const open = steps.filter(({ state }) => state === 'todo' || state === 'begun');
  if (open.length === 0) return null;
  const tries = Math.min(...open.map((step) => step.tries));
  const wait = tries === 0 ? 0 : Math.min(longestWaitMs, shortestWaitMs * 4 ** (tries - 1));
  return new Date(now.getTime() + Math.max(wait, toldMs)).toISOString();
}
