import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { StoreInUse } from '../../store/file/errors.ts';
import { openFileStore } from '../../store/file/open.ts';
import { inFolder, stepsIn } from './history.ts';
import { kill, startWriter } from './processes.ts';

const since = '2026-01-02T03:04:05.000Z';

/** Lays down the lock of somebody else. */
function lockOf(folder: string, claim: { pid: number; host: string; started: string | null }): Promise<void> {
  return writeFile(join(folder, 'lock-other.json'), JSON.stringify({ ...claim, since }));
}

async function opens(folder: string): Promise<void> {
  const store = await openFileStore(folder);
  assert.equal((await readdir(folder)).filter((name) => name.startsWith('lock-')).length, 1);
  await store.close();
  assert.deepEqual(
    (await readdir(folder)).filter((name) => name.startsWith('lock-')),
    [],
  );
}

describe('the lock of a file store', () => {
  it('refuses a second process with words about the first, until that one is gone, however it went', () =>
    inFolder(async (folder) => {
      const writer = await startWriter(folder, 1e9);
      const words = new RegExp(`in use by process ${writer.child.pid} on ${hostname()} since 20.*Stop that one first`);
      await assert.rejects(openFileStore(folder), { name: 'StoreInUse', message: words });
      await kill(writer);
      const store = await openFileStore(folder, { report: () => undefined });
      stepsIn(store);
      await store.close();
    }));

  it('refuses the same process a second time', () =>
    inFolder(async (folder) => {
      const store = await openFileStore(folder);
      await assert.rejects(openFileStore(folder), StoreInUse);
      await store.close();
      await opens(folder);
    }));

  it('lets in at most one of two that come at the same moment', () =>
    inFolder(async (folder) => {
      const both = await Promise.allSettled([openFileStore(folder), openFileStore(folder)]);
      const stores = both.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      assert.ok(stores.length <= 1);
      for (const store of stores) await store.close();
      await opens(folder);
    }));

  it('is taken over from a process that is no more', () =>
    inFolder(async (folder) => {
      await lockOf(folder, { pid: 2 ** 30, host: hostname(), started: 'some time' });
      await opens(folder);
    }));

  it('is taken over when the number of its process was given to another one', async function () {
    if (process.platform === 'win32') this.skip();
    await inFolder(async (folder) => {
      await lockOf(folder, { pid: process.ppid, host: hostname(), started: 'before the machine was started' });
      await opens(folder);
    });
  });

  it('of another machine is left alone: nobody here can ask if that process lives', () =>
    inFolder(async (folder) => {
      await lockOf(folder, { pid: 2 ** 30, host: 'elsewhere', started: null });
      await assert.rejects(
        openFileStore(folder),
        /on elsewhere since 2026.*if it is no more, remove .*lock-other\.json/,
      );
    }));

  it('that can not be read refuses and names the file', () =>
    inFolder(async (folder) => {
      await writeFile(join(folder, 'lock-other.json'), '');
      await assert.rejects(openFileStore(folder), /lock-other\.json can't be read.*remove it/);
    }));
});
