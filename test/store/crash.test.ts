import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openFileStore } from '../../store/file/open.ts';
import { figure, progress } from '../soak/tell.ts';
import { inFolder, seeded, stepsIn } from './history.ts';
import { kill, spawnWriter, startWriter } from './processes.ts';

/** A longer run kills more often: `npm run soak -- kills`. */
const { CRASHES = '8', CRASH_SEED = '1' } = process.env;

/** How many steps a writer has under way at any moment. */
const atOnce = 20;

const answered = (lines: readonly string[]) => Math.max(0, ...lines.filter((line) => /^\d+$/.test(line)).map(Number));

/** How many steps the folder holds. Looks at a copy, so that the next process finds the folder as the last one left it. */
function stepsInCopy(folder: string): Promise<number> {
  return inFolder(async (copy) => {
    await cp(folder, copy, { recursive: true, filter: (path) => !basename(path).startsWith('lease-') });
    const store = await openFileStore(copy, { report: () => undefined });
    const found = stepsIn(store);
    await store.close();
    return found;
  });
}

/** A writer that is killed: while it starts, or at work. Resolves with what it said. */
async function lifeOf(folder: string, random: () => number): Promise<readonly string[]> {
  const writer = spawnWriter(folder, 1e9);
  const isAtWork = random() < 0.8;
  if (isAtWork) await writer.opened;
  await pause(random() * (isAtWork ? 200 : 600));
  await kill(writer);
  return writer.lines;
}

describe('a process that is killed', () => {
  it(`${CRASHES} times at any moment loses no step that was answered`, async function () {
    this.timeout(300_000 + Number(CRASHES) * 30_000);
    const random = seeded(Number(CRASH_SEED));
    const seen = { atWork: 0, torn: 0 };
    let least = 0;
    await inFolder(async (folder) => {
      for (let crash = 1; crash <= Number(CRASHES); crash++) {
        const lines = await lifeOf(folder, random);
        least = Math.max(least, answered(lines));
        const found = await stepsInCopy(folder);
        assert.ok(found >= least, `${least} answered, ${found} found`);
        assert.ok(found <= least + atOnce, `${least} answered, ${atOnce} under way, ${found} found`);
        least = found;
        seen.atWork += Number(lines.includes('open'));
        seen.torn += lines.filter((line) => /were being written when Purser stopped/.test(line)).length;
        progress(crash, Number(CRASHES), 25, `kills, ${found} steps taken`);
      }
    });
    figure(
      `${CRASHES} kills, ${seen.atWork} of them at work and the others while it started; ${least} steps taken, none of those answered lost; ${seen.torn} torn ends cut off at start`,
    );
  });
});

describe('a process whose disk is full', () => {
  it('refuses what does not fit, in words, keeps the rest, and loses nothing', async function () {
    if (process.platform === 'win32') this.skip();
    await inFolder(async (folder) => {
      const { lines, closed } = await startWriter(folder, 200, { limit: 'ulimit -f 64' });
      await closed;
      const refused = lines.filter((line) => /^StoreFailed: .*EFBIG.*nothing of this commit is kept/.test(line));
      assert.ok(refused.length > 0, lines.join('\n'));
      assert.equal(refused.length + answered(lines), 200);
      assert.equal(await stepsInCopy(folder), answered(lines));
    });
  });
});
