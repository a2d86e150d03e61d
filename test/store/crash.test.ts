import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openFileStore } from '../../store/file/open.ts';
import { inFolder, seeded, stepsIn } from './history.ts';
import { kill, startWriter } from './processes.ts';

/** A longer run kills more often: `CRASHES=500 npx mocha --import=tsx test/store/crash.test.ts`. */
const { CRASHES = '8', CRASH_SEED = '1' } = process.env;

const answered = (lines: readonly string[]) => Math.max(0, ...lines.filter((line) => /^\d+$/.test(line)).map(Number));

/** How many steps the folder holds. Looks at a copy, so that the next process finds the folder as the last one left it. */
function stepsInCopy(folder: string): Promise<number> {
  return inFolder(async (copy) => {
    await cp(folder, copy, { recursive: true, filter: (path) => !basename(path).startsWith('lock-') });
    const store = await openFileStore(copy, { report: () => undefined });
    const found = stepsIn(store);
    await store.close();
    return found;
  });
}

describe('a process that is killed', () => {
  it(`${CRASHES} times at any moment loses no step that was answered`, async function () {
    this.timeout(Number(CRASHES) * 10_000);
    const random = seeded(Number(CRASH_SEED));
    await inFolder(async (folder) => {
      for (let crash = 0, least = 0; crash < Number(CRASHES); crash++) {
        const writer = await startWriter(folder, 1e9);
        await pause(random() * 200);
        await kill(writer);
        least = Math.max(least, answered(writer.lines));
        const found = await stepsInCopy(folder);
        assert.ok(found >= least, `${least} answered, ${found} found`);
        least = found;
      }
    });
  });
});

describe('a process whose disk is full', () => {
  it('refuses what does not fit, in words, keeps the rest, and loses nothing', async function () {
    if (process.platform === 'win32') this.skip();
    this.timeout(20_000);
    await inFolder(async (folder) => {
      const { lines, closed } = await startWriter(folder, 200, 'ulimit -f 64');
      await closed;
      const refused = lines.filter((line) => /^StoreFailed: .*EFBIG.*nothing of this commit is kept/.test(line));
      assert.ok(refused.length > 0, lines.join('\n'));
      assert.equal(refused.length + answered(lines), 200);
      assert.equal(await stepsInCopy(folder), answered(lines));
    });
  });
});
