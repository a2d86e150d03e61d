/**
 * Random walks, each told from a seed: `MODEL_RUNS` walks from `MODEL_SEED`; `MODEL_SHRINK=1` looks for a shorter one that
 * fails, `MODEL_SEEN=1` tells how far they got.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { within } from '../../bot/core/time-limit.ts';
import type { Fault } from '../stand-ins/tenant/index.ts';
import type { World } from './world.ts';

const { MODEL_RUNS, MODEL_SEED = '5', MODEL_SHRINK, MODEL_SEEN } = process.env;

export const seed = Number(MODEL_SEED);

/** @param usual how many where nobody says */
export function runsOf(usual: number): number {
  return Number(MODEL_RUNS ?? usual);
}

export interface Walked {
  world: World;
  /** What happened, in words: a walk that fails is told by it. */
  told: string[];
  /** How often each state was reached. */
  reached: Map<string, number>;
  close(): Promise<void>;
}

export type Step<W> = fc.AsyncCommand<object, W>;

/** Makes a step of what happens. @param after what to say of the walk, and what must hold, after each */
export function stepping<W extends Walked>(after: { states: (walk: W) => string; hold: (walk: W) => void }) {
  /** @param happens says what came of it, which is what a walk that fails is told by */
  return (name: string, happens: (walk: W) => Promise<string>): Step<W> => ({
    check: () => true,
    async run(_model, walk) {
      walk.told.push(name);
      const told = await happens(walk);
      walk.told[walk.told.length - 1] = `${name}: ${told} [${after.states(walk)}]`;
      after.hold(walk);
    },
    toString: () => name,
  });
}

/** Microsoft fails for a while. */
export function failing<W extends Walked>(
  where: readonly string[],
  step: (name: string, happens: (walk: W) => Promise<string>) => Step<W>,
): fc.Arbitrary<Step<W>> {
  return fc
    .record({
      where: fc.constantFrom(...where),
      kind: fc.constantFrom('429', '503', 'reset-before', 'reset-after', 'lie'),
      times: fc.integer({ min: 1, max: 8 }),
    })
    .map(({ where, kind, times }) =>
      step(`Microsoft fails ${where} with ${kind}, ${times} times`, async ({ world }) => {
        const match: Fault['match'] = ({ path }) => path.endsWith(where);
        if (kind === '429') world.tenant.faults.push({ match, times, kind, retryAfter: 7 });
        else if (kind === '503') world.tenant.faults.push({ match, times, kind: 'status', code: 503 });
        else if (kind !== 'lie' || where === 'assignLicense')
          world.tenant.faults.push({ match, times, kind: kind as 'lie' });
        return 'so it does';
      }),
    );
}

/** The same, so many times as likely. */
export const many = <T>(count: number, one: fc.Arbitrary<T>): fc.Arbitrary<T>[] =>
  Array.from({ length: count }, () => one);

export interface Walking<S, W> {
  runs: number;
  starts: fc.Arbitrary<S>;
  steps: fc.Arbitrary<Step<W>>[];
  most: number;
  open(start: S): Promise<W>;
  /** Once it has come to its end: what must hold then. */
  ends(walk: W): Promise<void>;
}

export async function walks<S, W extends Walked>({
  runs,
  starts,
  steps,
  most,
  open,
  ends,
}: Walking<S, W>): Promise<void> {
  const seen = new Map<string, number>();
  const walking = fc.asyncProperty(
    starts,
    fc.commands(steps, { maxCommands: most, size: 'max' }),
    async (start, commands) => {
      const walk = await open(start);
      try {
        await fc.asyncModelRun(() => ({ model: {}, real: walk }), commands);
        await ends(walk);
        for (const [state, count] of walk.reached) seen.set(state, (seen.get(state) ?? 0) + count);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new Error(`${why}\n\nWhat happened:\n- ${walk.told.join('\n- ')}\n`, { cause: error });
      } finally {
        await walk.close();
      }
    },
  );
  await fc.assert(walking, {
    numRuns: runs,
    seed,
    interruptAfterTimeLimit: longestFor(runs) - 30_000,
    markInterruptAsFailure: false,
    includeErrorInReport: true,
    // A walk that fails tells what happened in it; to look for a shorter one takes minutes.
    endOnFailure: MODEL_SHRINK === undefined,
  });
  if (MODEL_SEEN) process.stderr.write(`${JSON.stringify(Object.fromEntries(seen))}\n`);
}

/** How long so many walks may take, in milliseconds. */
export function longestFor(runs: number): number {
  return 300_000 + runs * 60_000;
}

/** What is wrong at Microsoft for a while is over; what only looks at the requests stays. */
export function isWellAgain({ tenant }: World): void {
  tenant.faults.splice(0, tenant.faults.length, ...tenant.faults.filter(({ times }) => times === undefined));
}

const longestMs = 120_000;

/** Everything that is due is done; in the time of this machine, since what never comes to rest moves no clock. */
export async function comesToRest(
  { purser }: World,
  tables: readonly Parameters<World['purser']['store']['revision']>[0][],
) {
  const seen = (): string => tables.map((table) => purser.store.revision(table)).join(' ');
  const settling = async (): Promise<true> => {
    for (let before = ''; before !== seen(); ) {
      before = seen();
      await purser.watch.drain();
      await purser.jobs.drain();
    }
    return true;
  };
  assert.ok(await within(longestMs, settling()), 'Purser never comes to rest');
}
