/** What can happen in a walk: each a command of fast-check that says, once it has happened, what it came to. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { people } from '../stand-ins/tenant/index.ts';
import { day, hour, minute } from '../world/clock.ts';
import { amidst } from '../world/killable.ts';
import { comesToRest, failing, many, type Step, stepping } from '../world/walking.ts';
import { holdLaws } from './laws.ts';
import { requestOf, type Walk } from './model-world.ts';
import { change, type Outside, outside, quiet } from './outside.ts';
import { type Press, press, verbs } from './presses.ts';

const step = stepping<Walk>({ states, hold: holdLaws });

function states({ world: { purser } }: Walk): string {
  return [...purser.store.all('takeovers')].map(({ id, state }) => `${id} ${state}`).join(', ');
}

export async function settles({ world, diary }: Walk): Promise<void> {
  await comesToRest(world, ['takeovers', 'jobs']);
  assert.deepEqual(diary.wrong, []);
}

const number = fc.nat(999);
const pressing: fc.Arbitrary<Press> = fc.record({
  usual: fc.integer({ min: 0, max: 9 }).map((die) => die < 6),
  verb: fc.constantFrom(...verbs),
  who: number,
  which: fc.nat(1),
  words: fc.integer({ min: 0, max: 9 }).map((die) => die > 1),
  choice: number,
  times: fc.constantFrom(1, 1, 1, 2),
});
const changing = fc.constantFrom(...(Object.keys(outside) as Outside[]));

const presses = pressing.map((wanted) => step('press', (walk) => press(walk, wanted)));
const decisions = fc
  .tuple(number, fc.constantFrom<1 | 2>(1, 1, 2))
  .map(([choice, times]) =>
    step('press', (walk) =>
      press(walk, { usual: true, verb: 'approve', who: choice, which: 0, words: true, choice, times }),
    ),
  );
const together = fc
  .array(pressing, { minLength: 2, maxLength: 3 })
  .map((all) => step('at once', async (walk) => (await Promise.all(all.map((each) => press(walk, each)))).join(' | ')));
const twoApprove = fc.constant(0).map(() =>
  step('two at once', async (walk) => {
    const asked = { usual: false, verb: 'approve', which: 0, words: true, choice: 0, times: 1 } as const;
    const [one, other] = [2, 3].map((who) => press(walk, { ...asked, who }));
    return (await Promise.all([one, other])).join(' | ');
  }),
);
/** What makes it another thing than what was requested, mostly. */
const changingIt = fc.constantFrom<Outside>(
  ...([
    'owner changes',
    'owner changes',
    'gets a licence',
    'gets a licence',
    'another one is bought',
    'is cancelled',
  ] as const),
);
/** Purser knows by now what has changed, and has not yet looked at what it means. */
const approving: Press = { usual: false, verb: 'approve', who: 2, which: 0, words: true, choice: 0, times: 1 };
const whileRead = fc.tuple(fc.oneof(fc.constant(approving), pressing), changingIt, number).map(([wanted, what, n]) =>
  step(`while Microsoft is read, after ${what},`, async (walk) => {
    await settles(walk);
    const { tenant, purser } = walk.world;
    change(walk, what, n);
    let pressed: Promise<string> | undefined;
    tenant.faults.unshift({
      match({ path }) {
        if (path.startsWith('/licensing')) pressed ??= press(walk, wanted);
        return path.startsWith('/licensing');
      },
      ...{ kind: 'slow', ms: 150 },
    });
    await purser.sync.run();
    return (await pressed) ?? 'not read';
  }),
);
const passing = fc
  .record({
    ms: fc.constantFrom(minute, 20 * minute, 3 * hour, 3 * hour, day, day, 2 * day),
    sync: fc.boolean(),
    settle: fc.integer({ min: 0, max: 4 }).map((die) => die > 0),
  })
  .map(({ ms, sync, settle }) =>
    step(`${ms / hour} h pass${sync ? ', Microsoft is read' : ''}`, async (walk) => {
      walk.world.clock.advance(ms);
      if (sync) await walk.world.purser.sync.run();
      if (settle) await settles(walk);
      return settle ? 'settled' : 'left alone';
    }),
  );
const telling = fc.constant(0).map(() =>
  step('everybody is told', async (walk) => {
    await settles(walk);
    await walk.world.purser.outbox.drain();
    return 'told';
  }),
);
const changes = fc.tuple(changing, number, fc.boolean()).map(([what, n, sync]) =>
  step(`at Microsoft: ${what}`, async (walk) => {
    await settles(walk);
    const about = change(walk, what, n);
    if (sync) await walk.world.purser.sync.run();
    return about;
  }),
);
const faulty = failing<Walk>(['assignLicense', '$batch', 'subscribedSkus', '/users'], step);
const restarts = fc.constant(0).map(() =>
  step('restart', async (walk) => {
    await walk.restart();
    return 'up again';
  }),
);
/** What most likely makes Purser do something at Microsoft, in the middle of which something happens. */
async function pushed(walk: Walk, { after, ms }: { after: number; ms: number }, spring: () => void): Promise<string> {
  const { clock } = walk.world;
  const wanted: Press = { usual: true, verb: 'approve', who: 0, which: 0, words: true, choice: after, times: 1 };
  await settles(walk);
  clock.advance(ms);
  return amidst(walk, { after, spring }, async () => {
    const told = await press(walk, wanted);
    await settles(walk);
    clock.advance(minute);
    await settles(walk);
    return told;
  });
}
const trap = fc.record({ after: fc.nat(14), ms: fc.constantFrom(0, 0, hour, day) });
const kills = trap.map((where) =>
  step(`killed at request ${where.after}`, async (walk) => {
    const told = await pushed(walk, where, walk.kill);
    if (walk.killed) await walk.restart();
    return told;
  }),
);
const midway = fc.tuple(trap, pressing, changing, number).map(([where, wanted, what, n]) =>
  step(`at request ${where.after}`, async (walk) => {
    let pressed: Promise<string> | undefined;
    let changed = '';
    const told = await pushed(walk, where, () => {
      if (quiet.includes(what)) pressed = press(walk, wanted);
      else changed = `${what}: ${change(walk, what, n)}`;
    });
    return `${told}; ${(await pressed) ?? changed}`;
  }),
);
/** What somebody was to do in the admin centre. */
const ending = fc.boolean().map((sync) =>
  step('who was to end it ends it', async (walk) => {
    await settles(walk);
    const waiting = [...walk.world.purser.store.all('takeovers')].findLast(({ state }) => state === 'waiting');
    const good = walk.goods.find(({ source }) => source.id === waiting?.purchase.sku);
    if (!good) return 'none waits';
    outside['is cancelled'](walk, { good, user: '', n: 0 });
    if (sync) await walk.world.purser.sync.run();
    return good.source.part;
  }),
);
const requests = fc
  .record({
    good: fc.constantFrom<0 | 1>(0, 0, 1),
    act: fc.constantFrom('move' as const, 'move' as const, 'cancel' as const),
    picked: fc.boolean(),
    by: fc.constantFrom(people.alex, people.isaiah),
  })
  .map(({ by, good, ...asked }) =>
    step(`a takeover is requested (${asked.act}, ${asked.picked ? 'picked' : 'sole'})`, async (walk) => {
      const id = await requestOf(walk, { ...asked, good: walk.goods[good], by: walk.person(by) });
      return id ?? 'nothing to take over';
    }),
  );

export const steps: fc.Arbitrary<Step<Walk>>[] = [
  ...many(8, presses),
  ...many(8, decisions),
  ...many(2, together),
  twoApprove,
  ...many(4, whileRead),
  ...many(7, passing),
  telling,
  ...many(5, changes),
  ...many(2, faulty),
  restarts,
  ...many(3, kills),
  ...many(3, midway),
  ...many(2, ending),
  ...many(4, requests),
];
