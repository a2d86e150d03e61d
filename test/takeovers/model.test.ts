/**
 * Random people do random things to takeovers, through the real house: over HTTPS to Microsoft's stand-in, through Bot Framework's
 * own authentication, on the real store; while time goes on, Microsoft changes and fails, and Purser is killed and started again.
 * `MODEL_RUNS` walks (8) from `MODEL_SEED`; `MODEL_SHRINK=1` looks for a shorter one that fails, `MODEL_SEEN=1` tells how far they got.
 */
import fc from 'fast-check';
import { people } from '../stand-ins/tenant/index.ts';
import { day, hour } from '../world/clock.ts';
import { holdRest } from './laws.ts';
import { settles, steps } from './model-steps.ts';
import { openWalk, requestOf, type Start, type Walk } from './model-world.ts';

const { MODEL_RUNS = '8', MODEL_SEED = '5', MODEL_SHRINK } = process.env;
const runs = Number(MODEL_RUNS);
const seed = Number(MODEL_SEED);

const starts: fc.Arbitrary<Start & { act: 'move' | 'cancel' }> = fc.record({
  holders: fc.integer({ min: 3, max: 8 }),
  needed: fc.constantFrom(1, 1, 2),
  noticeDays: fc.constantFrom(0, 1),
  two: fc.boolean(),
  departmental: fc.boolean(),
  seats: fc.constantFrom('locked', 'denied', 'open'),
  renewsIn: fc.constantFrom(5, 60, null),
  act: fc.constantFrom('move', 'move', 'move', 'cancel'),
});

/** Microsoft is well again, and there is all the time that is needed: longer than anybody has to decide. */
async function comesToRest(walk: Walk): Promise<void> {
  const { world } = walk;
  world.tenant.faults.splice(
    0,
    world.tenant.faults.length,
    ...world.tenant.faults.filter(({ times }) => times === undefined),
  );
  for (let left = 8; left > 0; left--) {
    await settles(walk);
    world.clock.advance(left > 5 ? hour : 2 * day);
    await world.purser.sync.run();
  }
  await settles(walk);
  await world.purser.outbox.drain();
  await settles(walk);
}

describe('takeovers among random people', () => {
  it(`keep every law, ${runs} walks from seed ${seed}`, async function () {
    this.timeout(300_000 + runs * 60_000);
    const seen = new Map<string, number>();
    const walking = fc.asyncProperty(
      starts,
      fc.commands(steps, { maxCommands: 45, size: 'max' }),
      async ({ act, ...start }, commands) => {
        const walk = await openWalk(start);
        try {
          await requestOf(walk, { good: walk.goods[0], act, picked: false, by: walk.person(people.alex) });
          await fc.asyncModelRun(() => ({ model: {}, real: walk }), commands);
          await comesToRest(walk);
          await holdRest(walk);
          for (const [state, count] of walk.diary.reached) seen.set(state, (seen.get(state) ?? 0) + count);
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
      interruptAfterTimeLimit: 270_000 + runs * 60_000,
      markInterruptAsFailure: false,
      // A walk that fails tells what happened in it; to look for a shorter one takes minutes.
      endOnFailure: MODEL_SHRINK === undefined,
    });
    if (process.env['MODEL_SEEN']) process.stderr.write(`${JSON.stringify(Object.fromEntries(seen))}\n`);
  });
});
