/**
 * Random people ask for licences and decide, through the real house: over HTTPS to Microsoft's stand-in, through Bot Framework's own
 * authentication, on the real store; while seats come and go, Microsoft refuses and fails, time goes on, and Purser is killed and
 * started again [N7, N8, N9]. How many walks, and from which seed: `test/world/walking.ts`.
 */
import fc from 'fast-check';
import { day, hour } from '../world/clock.ts';
import { isWellAgain, longestFor, runsOf, seed, walks } from '../world/walking.ts';
import { holdRest } from './model-laws.ts';
import { steps } from './model-steps.ts';
import { openWalk, type Start, settles, type Walk } from './model-world.ts';

const runs = runsOf(3);

const starts: fc.Arbitrary<Start> = fc.record({ seats: fc.constantFrom(1, 2, 3) });

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

describe('licence requests among random people', () => {
  it(`keep every law, ${runs} walks from seed ${seed}`, async function () {
    this.timeout(longestFor(runs));
    await walks({
      ...{ runs, starts, steps, most: 45, open: openWalk },
      async ends(walk) {
        await comesToItsEnd(walk);
        await holdRest(walk);
      },
    });
  });
});
