import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileStore } from '../../store/file/open.ts';
import { storeContract } from './contract.ts';
import { inFolder, product, purchase, step, stepsIn } from './history.ts';

storeContract('a file store', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'purser-store-'));
  return { open: () => openFileStore(folder), remove: () => rm(folder, { recursive: true }) };
});

storeContract('a file store that writes a snapshot every few commits', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'purser-store-'));
  const open = () => openFileStore(folder, { snapshotAfter: 500 });
  return { open, remove: () => rm(folder, { recursive: true }) };
});

describe('a file store', () => {
  it('makes its folder for nobody else to read, and its files too', async function () {
    if (process.platform === 'win32') this.skip();
    await inFolder(async (parent) => {
      const folder = join(parent, 'deep', 'data');
      const store = await openFileStore(folder);
      await store.transact(step);
      const modes = async (path: string) => (await stat(path)).mode & 0o777;
      assert.equal(await modes(folder), 0o700);
      for (const name of await readdir(folder)) assert.equal(await modes(join(folder, name)), 0o600, name);
      await store.close();
      for (const name of await readdir(folder)) assert.equal(await modes(join(folder, name)), 0o600, name);
    });
  });

  it('keeps the last two snapshots with the journals since, and nothing else', () =>
    inFolder(async (folder) => {
      const store = await openFileStore(folder, { snapshotAfter: 20_000 });
      for (let i = 0; i < 300; i++) await store.transact(step);
      await store.close();
      const names = (await readdir(folder)).sort();
      const [older, newer] = names.filter((name) => name.startsWith('snapshot')).map((name) => name.slice(-13));
      assert.deepEqual(names, [`journal-${older}`, `journal-${newer}`, `snapshot-${older}`, `snapshot-${newer}`]);
    }));

  it('writes nothing where nothing was changed', () =>
    inFolder(async (folder) => {
      const open = await openFileStore(folder);
      await open.transact(step);
      await open.close();
      const before = await readdir(folder);
      const again = await openFileStore(folder);
      await again.transact((tx) => tx.count('purchases'));
      await again.close();
      assert.deepEqual(await readdir(folder), before);
    }));

  it('takes commits while a snapshot of many records is written', async () => {
    await inFolder(async (folder) => {
      const store = await openFileStore(folder, { snapshotAfter: 1e6 });
      await store.transact((tx) => {
        for (let n = 1; n <= 20_000; n++) tx.put('products', product(`${n}`, n));
      });
      const isWriting = async () => (await readdir(folder)).some((name) => name.endsWith('.tmp'));
      let during = 0;
      for (let i = 0; i < 200; i++) {
        await store.transact((tx) => tx.put('purchases', purchase(i + 1)));
        if (await isWriting()) during++;
      }
      assert.ok(during > 0, 'the snapshot was over before a commit came');
      await store.close();
      const again = await openFileStore(folder);
      assert.deepEqual([again.count('products'), again.count('purchases')], [20_000, 200]);
      await again.close();
    });
  });

  it('opens with 100,000 records as they were', async () => {
    await inFolder(async (folder) => {
      const store = await openFileStore(folder);
      for (let from = 1; from <= 100_000; from += 10_000)
        await store.transact((tx) => {
          for (let n = from; n < from + 10_000; n++) tx.put('purchases', purchase(n));
        });
      await store.close();
      const again = await openFileStore(folder);
      let n = 0;
      for (const record of again.all('purchases')) if (record.id !== `P-${++n}`) assert.fail(`${record.id} at ${n}`);
      assert.equal(n, 100_000);
      assert.deepEqual(again.get('purchases', 'P-77777'), purchase(77_777));
      await again.close();
    });
  });

  it('is nothing but the steps taken, over many short lives', () =>
    inFolder(async (folder) => {
      for (let life = 0; life < 20; life++) {
        const store = await openFileStore(folder, { snapshotAfter: 3000 });
        assert.equal(stepsIn(store), life * 7);
        await Promise.all(Array.from({ length: 7 }, () => store.transact(step)));
        await store.close();
      }
    }));
});
