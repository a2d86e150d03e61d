/** What one person exports takes nothing from another. */
import assert from 'node:assert/strict';
import { createExports, mostBytes } from '../../bot/exports/file-cache.ts';
import { minute, testClock } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';
import { linkOf } from './exported.ts';

describe('files of one person', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
    world.teams.limits.on = false;
  });
  after(() => world.close());

  it('a hundred exports of one viewer leave everybody else’s link as it was', async () => {
    const { alex, patti } = world.people;
    const alexs = await linkOf(alex, 'export purchases');
    const pattis: string[] = [];
    for (let n = 0; n < 110; n++) {
      world.clock.advance(3_000);
      pattis.push(await linkOf(patti, n % 2 === 0 ? 'export purchases' : 'export purchases json'));
    }
    assert.equal((await fetch(alexs)).status, 200);
    assert.equal((await fetch(pattis.at(-1) ?? '')).status, 200);
    assert.equal((await fetch(pattis[0] ?? '')).status, 404, 'their own oldest is what they push out');
  });
});

describe('the files that are kept', () => {
  const file = (bytes: number) => ({ fileName: 'x.csv', type: 'text/csv', chunks: [], bytes });
  const keepIn = (exports: ReturnType<typeof createExports>) => (owner: string, bytes: number) => {
    const kept = exports.keep(file(bytes), owner);
    return 'token' in kept ? kept.token : undefined;
  };

  it('big files of one person push out that person’s own, and no small one of another', () => {
    const exports = createExports(testClock());
    const keep = keepIn(exports);
    const small = keep('alex', 1000) ?? '';
    const big = Array.from({ length: 20 }, () => keep('patti', 30 * 1024 * 1024) ?? '');
    assert.ok(exports.look(small));
    assert.deepEqual(
      big.map((token) => exports.look(token) !== undefined),
      big.map((_, nth) => nth === big.length - 1),
    );
  });

  it('where others fill all the room, nobody’s file goes: a new one waits until some of it is free', () => {
    const clock = testClock();
    const exports = createExports(clock);
    const keep = keepIn(exports);
    const theirs = ['alex', 'patti', 'megan', 'miriam'].map((owner) => keep(owner, mostBytes) ?? '');
    clock.advance(minute);
    const refused = exports.keep(file(1), 'adele');
    assert.deepEqual(refused, { freeInMs: 9 * minute });
    assert.ok(keep('alex', mostBytes), 'those who are there replace their own');
    assert.ok(theirs.slice(1).every((token) => exports.look(token)));
    clock.advance(9 * minute + 1);
    assert.ok(keep('adele', mostBytes));
  });

  it('one person has one file made at a time, another need not wait for it', async () => {
    const exports = createExports(testClock());
    const begun: string[] = [];
    let end = (): void => {};
    const first = exports.inTurn('patti', () => {
      begun.push('first');
      return new Promise<void>((resolve) => {
        end = resolve;
      });
    });
    const second = exports.inTurn('patti', async () => void begun.push('second'));
    await exports.inTurn('alex', async () => void begun.push('another’s'));
    assert.deepEqual(begun, ['first', 'another’s']);
    end();
    await Promise.all([first, second]);
    assert.deepEqual(begun, ['first', 'another’s', 'second']);
    await assert.rejects(exports.inTurn('patti', () => Promise.reject(new Error('too large'))));
    await exports.inTurn('patti', async () => void begun.push('after a failure'));
    assert.equal(begun.at(-1), 'after a failure');
  });
});
