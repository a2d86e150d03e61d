import assert from 'node:assert/strict';
import { openFileStore } from '../../store/file/open.ts';
import { type Store, StoreFailed } from '../../store/store.ts';
import { figure, progress } from '../soak/tell.ts';
import { seeded, step, steps, stepsIn } from './history.ts';
import { failure, MemoryDisk, type Operation } from './memory-disk.ts';

/** A longer run takes more possible disks at every moment: `npm run soak -- power`. */
const { POWER_CUTS = '2', POWER_SEED = '1' } = process.env;

/** A claim that the power cut left unreadable is nobody's after this time. */
const quiet = { report: () => undefined, staleAfter: 20, lookEvery: 5 };
const small = { ...quiet, snapshotAfter: 4000 };

/** After the power is back, the process that had the store is no more; what is left of its claim stays. */
const unlocked = (disk: MemoryDisk) =>
  MemoryDisk.of(disk.files().map(([name, bytes]) => [name, name.startsWith('lease-') ? ofTheDead(bytes) : bytes]));
const ofTheDead = (claim: Buffer) => Buffer.from(claim.toString().replace(/"pid":\d+/, '"pid":1073741824'));

/** Steps in groups of different sizes, with a new start in the middle. Counts what was asked for and what was answered. */
async function live(disk: MemoryDisk, count: { asked: number; answered: number }): Promise<void> {
  for (const groups of [
    [1, 3, 1, 9, 2, 20],
    [5, 1, 1, 30, 4],
  ]) {
    const store = await openFileStore('/store', { ...small, disk });
    for (const size of groups) {
      count.asked += size;
      const each = () => store.transact(step).then(() => count.answered++);
      await Promise.all(Array.from({ length: size }, each));
    }
    await store.close();
  }
}

interface Cut {
  disk: MemoryDisk;
  asked: number;
  answered: number;
  at: string;
}

/** A whole life, with a disk as it may be left before every operation of it. */
async function cutsOfALife(random: () => number): Promise<Cut[]> {
  const disk = new MemoryDisk();
  const count = { asked: 0, answered: 0 };
  const cuts: Cut[] = [];
  disk.before = (operation, name) => {
    cuts.push({ disk: unlocked(disk.afterPowerCut(random)), ...count, at: `${operation} ${name}` });
  };
  await live(disk, count);
  return cuts;
}

describe('a power cut', () => {
  it('before any operation of the disk loses nothing that was answered', async function () {
    this.timeout(300_000 + Number(POWER_CUTS) * 30_000);
    const random = seeded(Number(POWER_SEED));
    let total = 0;
    for (let round = 1; round <= Number(POWER_CUTS); round++) {
      const cuts = await cutsOfALife(random);
      assert.ok(cuts.length > 75, `${cuts.length} cuts`);
      for (const { disk, asked, answered, at } of cuts) await checkCut(disk, answered, asked, at);
      total += cuts.length;
      progress(round, Number(POWER_CUTS), 10, 'lives, cut before every operation of the disk');
    }
    figure(`${total} power cuts in ${POWER_CUTS} lives: no step that was answered is lost`);
  });
});

describe('a kill', () => {
  it('before any operation, then a power cut: what the next process saw, and what it answered, is still there', async () => {
    const disk = new MemoryDisk();
    const kills: MemoryDisk[] = [];
    disk.before = () => kills.push(disk.afterKill());
    await live(disk, { asked: 0, answered: 0 });
    for (const left of kills) {
      for (const [name] of left.files().filter(([each]) => each.startsWith('lease-'))) await left.rm(name);
      const store = await openFileStore('/store', { ...quiet, disk: left });
      const found = stepsIn(store);
      assert.equal(await stepsAfterPowerCut(left), found);
      await store.transact(step);
      assert.equal(await stepsAfterPowerCut(left), found + 1);
      await store.close();
    }
  });
});

/** How many steps a disk is sure to hold. */
async function stepsAfterPowerCut(disk: MemoryDisk): Promise<number> {
  const store = await openFileStore('/store', { ...quiet, disk: unlocked(disk.afterPowerCut(() => 0)) });
  const found = stepsIn(store);
  await store.close();
  return found;
}

async function checkCut(disk: MemoryDisk, answered: number, asked: number, at: string): Promise<void> {
  const store = await openFileStore('/store', { ...small, disk });
  const found = stepsIn(store);
  assert.ok(answered <= found && found <= asked, `${at}: ${answered} answered, ${asked} asked, ${found} found`);
  await Promise.all(Array.from({ length: 12 }, () => store.transact(step)));
  await store.close();
  const again = await openFileStore('/store', { ...small, disk });
  assert.equal(stepsIn(again), found + 12, at);
  await again.close();
}

describe('a failing disk', () => {
  for (const lasts of [1, 2, 3, Number.POSITIVE_INFINITY])
    it(`that refuses ${lasts} operations in a row, whichever come first, costs only what was refused in words`, async () => {
      for (let from = 0, done = false; !done; from++) {
        let operations = 0;
        done = await failsFrom(
          (operation, name) => {
            const now = operations++;
            if (now >= from && now < from + lasts) throw failure('EIO', `${operation} ${name}`);
          },
          () => operations <= from,
        );
      }
    });

  it('that can not even take a commit back gets no more of them until the store is opened again', async () => {
    const disk = new MemoryDisk();
    const store = await openFileStore('/store', { ...quiet, disk });
    await store.transact(step);
    disk.before = (operation) => {
      if (operation !== 'rm') throw failure('EIO', operation);
    };
    await assert.rejects(
      store.transact(step),
      /EIO: append, then Error: EIO: truncate; whether this commit is kept shows when/,
    );
    disk.before = () => undefined;
    await assert.rejects(store.transact(step), /could not be taken back; open the store again/);
    assert.equal(stepsIn(store), 1);
    await store.close();
    assert.deepEqual(
      disk.files().map(([name]) => name),
      ['journal-000000.ndjson'],
    );
    const again = await openFileStore('/store', { ...quiet, disk });
    assert.equal(stepsIn(again), 1);
    await again.close();
  });
});

/** Lives with such a disk, then with a good one. Resolves with whether the fault was never met. */
async function failsFrom(
  before: (operation: Operation, name: string) => void,
  isSpared: () => boolean,
): Promise<boolean> {
  const disk = new MemoryDisk();
  let store = await openFileStore('/store', { ...small, disk });
  await store.transact(step);
  disk.before = before;
  let answered = 1;
  let unsure = 0;
  for (const size of [1, 3, 12, 1, 12]) {
    const results = await Promise.allSettled(Array.from({ length: size }, () => store.transact(step)));
    for (const result of results) {
      if (result.status === 'fulfilled') assert.equal(result.value, ++answered);
      else unsure = Math.max(unsure, refusal(result.reason) ? results.length : 0);
    }
    assert.equal(stepsIn(store), answered);
  }
  await close(store);
  const isDone = isSpared();
  disk.before = () => undefined;
  store = await openFileStore('/store', { ...small, disk: unlocked(disk) });
  const found = stepsIn(store);
  assert.ok(answered <= found && found <= answered + unsure, `${answered} answered, ${found} found`);
  await store.transact(step);
  assert.equal(steps(store), found + 1);
  await store.close();
  return isDone;
}

/** Whether the words leave it open if the commit is kept. */
function refusal(error: unknown): boolean {
  assert.ok(error instanceof StoreFailed, String(error));
  return error.message.includes('whether this commit is kept');
}

async function close(store: Store): Promise<void> {
  await store.close().catch((error: Error) => assert.match(error.message, /EIO/));
}
