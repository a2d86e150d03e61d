/**
 * Random people do random things to takeovers, through the real house: over HTTPS to Microsoft's stand-in, through Bot Framework's
 * own authentication, on the real store; while time goes on, Microsoft changes and fails, and Purser is killed and started again.
 * How many walks, and from which seed: `test/world/walking.ts`.
 */
import fc from 'fast-check';
import { people } from '../stand-ins/tenant/index.ts';
import { day, hour } from '../world/clock.ts';
import { isWellAgain, longestFor, runsOf, seed, walks } from '../world/walking.ts';
import { holdRest } from './laws.ts';
import { settles, steps } from './model-steps.ts';
import { openWalk, requestOf, type Start, type Walk } from './model-world.ts';

const runs = runsOf(8);

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
async function comesToItsEnd(walk: Walk): Promise<void> {
  const { world } = walk;
  isWellAgain(world);
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
    this.timeout(longestFor(runs));
    await walks({
      ...{ runs, starts, steps, most: 45 },
      async open({ act, ...start }) {
        const walk = await openWalk(start);
        await requestOf(walk, { good: walk.goods[0], act, picked: false, by: walk.person(people.alex) });
        return walk;
      },
      async ends(walk) {
        await comesToItsEnd(walk);
        await holdRest(walk);
      },
    });
  });
});
