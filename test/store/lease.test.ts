import assert from 'node:assert/strict';
import { appendFile, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { StoreInUse } from '../../store/file/errors.ts';
import { fateOf, thisProcess } from '../../store/file/holder.ts';
import { openFileStore } from '../../store/file/open.ts';
import { inFolder, step, stepsIn } from './history.ts';
import { kill, startWriter } from './processes.ts';

const since = '2026-01-02T03:04:05.000Z';
const former = 'lock-other.json';
const quick = { staleAfter: 150, lookEvery: 10, report: () => undefined };
/** What no process here has. */
const noPid = 2 ** 30;

function layDown(folder: string, name: string, claim: object): Promise<void> {
  return writeFile(join(folder, name), JSON.stringify({ host: hostname(), since, ...claim }));
}

const claims = async (folder: string) => (await readdir(folder)).filter((name) => /^(lease|lock)-/.test(name));

async function opens(folder: string, options = {}): Promise<string> {
  const store = await openFileStore(folder, options);
  const [claim = '', ...more] = await claims(folder);
  assert.deepEqual(more, []);
  await store.close();
  assert.deepEqual(await claims(folder), []);
  return claim;
}

describe('the lease of a file store', () => {
  it('refuses a second process with words about the first, until that one is gone, however it went', () =>
    inFolder(async (folder) => {
      const writer = await startWriter(folder, 1e9);
      const words = new RegExp(`in use by process ${writer.child.pid} on ${hostname()} since 20.*Stop that one first`);
      await assert.rejects(openFileStore(folder), { name: 'StoreInUse', message: words });
      await kill(writer);
      // Were it not known to be dead, it would be watched for longer than any test may take.
      const store = await openFileStore(folder, { report: () => undefined, staleAfter: 1e9 });
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

  it('is given to one after the other where many wait for it, and no step of any is lost', () =>
    inFolder(async (folder) => {
      const live = async () => {
        const store = await openFileStore(folder, { wait: 1e9, lookEvery: 5 });
        await store.transact(step);
        await store.close();
      };
      await Promise.all(Array.from({ length: 8 }, live));
      const store = await openFileStore(folder);
      assert.equal(stepsIn(store), 8);
      await store.close();
    }));

  it('names process, host, namespace of pids, generation and version, and is renewed in place', () =>
    inFolder(async (folder) => {
      const store = await openFileStore(folder, { renewEvery: 5 });
      const path = join(folder, (await claims(folder))[0] ?? '');
      const { pid, host, namespace, generation, writer, beat } = JSON.parse(await readFile(path, 'utf8'));
      assert.deepEqual([pid, host, generation], [process.pid, hostname(), 1]);
      assert.match(writer, /^\d+\.\d+\.\d+$/);
      if (process.platform === 'linux') assert.match(namespace, /pid:\[\d+\]$/);
      while (JSON.parse((await readFile(path, 'utf8')) || '{}').beat === beat) await new Promise(setImmediate);
      await store.close();
    }));

  it('is taken at once from a process of these pids that is no more', () =>
    inFolder(async (folder) => {
      const { namespace } = await thisProcess();
      await layDown(folder, 'lease-000007.json', { pid: noPid, namespace, started: 'some time' });
      assert.equal(await opens(folder, { staleAfter: 1e9 }), 'lease-000008.json');
    }));

  it('is taken at once when the number of its process was given to another one', async function () {
    if (process.platform === 'win32') this.skip();
    await inFolder(async (folder) => {
      const { namespace } = await thisProcess();
      await layDown(folder, 'lease-000007.json', {
        pid: process.ppid,
        namespace,
        started: 'before the machine was started',
      });
      await opens(folder, { staleAfter: 1e9 });
    });
  });

  it('says nothing of a process among other pids, even of this host name, and of one that is no more there', async () => {
    const here = await thisProcess();
    assert.equal(await fateOf(here), 'alive');
    assert.equal(await fateOf({ ...here, pid: noPid }), 'dead');
    for (const namespace of ['another', null]) {
      assert.equal(await fateOf({ ...here, namespace }), 'unknown');
      assert.equal(await fateOf({ ...here, pid: noPid, namespace }), 'unknown');
    }
  });

  for (const [whose, text] of [
    [
      'another machine',
      JSON.stringify({ pid: noPid, host: 'elsewhere', namespace: 'elsewhere', started: null, since }),
    ],
    [
      'another container of this host name',
      JSON.stringify({ pid: process.pid, host: hostname(), namespace: 'other', started: null, since }),
    ],
    ['a process that had no time to write it', ''],
  ] as const)
    it(`of ${whose} is stale once it stayed as it is for its time, and is taken with the next generation, in words`, () =>
      inFolder(async (folder) => {
        await writeFile(join(folder, 'lease-000041.json'), text);
        let said = '';
        const report = (words: string) => {
          said += words;
        };
        const before = performance.now();
        assert.equal(await opens(folder, { ...quick, report }), 'lease-000042.json');
        assert.ok(performance.now() - before >= quick.staleAfter);
        assert.match(said, /was taken over from .*: it renewed its lease no more/);
      }));

  it('of another machine is nobody else’s as long as it changes, and the words say who has it', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'lease-000003.json');
      const text = (beat: number) =>
        JSON.stringify({ pid: 7, host: 'elsewhere', namespace: null, since, beat: String(beat).padStart(9, '0') });
      await writeFile(path, text(0));
      const file = await open(path, 'r+');
      let beat = 0;
      const renewing = setInterval(() => void file.write(text(++beat), 0), 5);
      const words = /in use by process 7 on elsewhere since 2026.*Stop that one first/;
      await assert.rejects(openFileStore(folder, { ...quick, staleAfter: 1e9 }), {
        name: 'StoreInUse',
        message: words,
      });
      clearInterval(renewing);
      await file.close();
      assert.deepEqual(await claims(folder), ['lease-000003.json']);
    }));

  it('is waited for, as long as was asked, and is there when the one who has it leaves', () =>
    inFolder(async (folder) => {
      const first = await openFileStore(folder);
      await first.transact(step);
      let waitsFor = '';
      const second = openFileStore(folder, {
        ...quick,
        staleAfter: 1e9,
        wait: 1e9,
        onWait: (holder) => {
          waitsFor = holder;
          void first.transact(step).then(() => first.close());
        },
      });
      assert.equal(stepsIn(await second), 2);
      assert.match(waitsFor, new RegExp(`process ${process.pid} on`));
      await (await second).close();
    }));
});

describe('the lock of a former version', () => {
  it('of a process that is no more opens, and is removed', () =>
    inFolder(async (folder) => {
      await layDown(folder, former, { pid: noPid, started: 'some time' });
      await opens(folder);
    }));

  it('of this host name may be of another container: what that process writes later is read by nobody', () =>
    inFolder(async (folder) => {
      const before = await openFileStore(folder);
      await before.transact(step);
      await before.close();
      const journals = async () => (await readdir(folder)).filter((name) => name.startsWith('journal-')).sort();
      const [old = ''] = await journals();
      await layDown(folder, former, { pid: noPid, started: 'some time' });
      const after = await openFileStore(folder, quick);
      assert.match((await journals()).at(-1) ?? '', /^journal-\d+000000\.ndjson$/);
      await after.transact(step);
      await appendFile(join(folder, old), '{"seq":2,"late":true}\n');
      await after.close();
      const again = await openFileStore(folder, { report: (words) => assert.fail(words) });
      assert.equal(stepsIn(again), 2);
      await again.close();
    }));

  it('of another machine is left alone: it is renewed by nobody, and nobody here can ask if that process lives', () =>
    inFolder(async (folder) => {
      await layDown(folder, former, { pid: noPid, host: 'elsewhere', started: null });
      await assert.rejects(
        openFileStore(folder, quick),
        /on elsewhere since 2026.*if it is no more, remove .*lock-other\.json and start again: .*Purser 0\.1.*only you can know/,
      );
    }));

  it('that can not be read refuses and names the file', () =>
    inFolder(async (folder) => {
      await writeFile(join(folder, former), '');
      await assert.rejects(openFileStore(folder, quick), /lock-other\.json can't be read.*remove it/);
    }));
});
