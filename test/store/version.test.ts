import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { takeBackup } from '../../store/file/backup.ts';
import { lines, seal } from '../../store/file/lines.ts';
import { openFileStore } from '../../store/file/open.ts';
import { restore } from '../../store/file/restore.ts';
import { isNewer, version } from '../../store/version.ts';
import { inMemory, now, quiet } from './backups.ts';
import { step, stepsIn } from './history.ts';
import { MemoryDisk } from './memory-disk.ts';

/** The same file as another version would have written it; 0.1 named none. */
function by(writer: string | undefined, content: Buffer): Buffer {
  const [first, ...rest] = [...lines(content)].map(({ value }) => value as object);
  return Buffer.from([{ ...first, writer }, ...rest].map(seal).join(''));
}

async function closed(steps: number): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  const store = await openFileStore('/store', { ...quiet, disk, snapshotAfter: 1e9 });
  for (let i = 0; i < steps; i++) await store.transact(step);
  await store.close();
  return disk;
}

const rewritten = (disk: MemoryDisk, which: RegExp, writer: string | undefined) =>
  MemoryDisk.of(disk.files().map(([name, bytes]) => [name, which.test(name) ? by(writer, bytes) : bytes]));

describe('the version that wrote a store', () => {
  it('is that of package.json', async () => {
    const { version: named } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
    assert.equal(version, named);
  });

  it('is newer or not by its three numbers, not by its letters', () => {
    const pairs = [
      ['0.10.0', '0.9.0', true],
      ['1.0.0', '0.99.99', true],
      ['0.2.1', '0.2.0', true],
      ['0.2.0', '0.2.0', false],
      ['0.1.9', '0.2.0', false],
      ['what', '0.2.0', false],
    ] as const;
    for (const [one, other, is] of pairs) assert.equal(isNewer(one, other), is, `${one} after ${other}`);
  });

  for (const which of [/^journal/, /^snapshot/])
    it(`is named by each ${which.source.slice(1)}; where it is newer the store is refused, with the version needed, and left as it is`, async () => {
      const disk = await closed(20);
      const newer = rewritten(disk, which, '9.4.0');
      const before = newer.files();
      await assert.rejects(openFileStore('/store', { ...quiet, disk: newer }), {
        name: 'StoreUnfit',
        message:
          /Purser 9\.4\.0 wrote it, and this is \d+\.\d+\.\d+\. Nothing was changed; start Purser 9\.4\.0 or a newer one/,
      });
      assert.deepEqual(newer.files(), before);
    });

  it('is named by a backup; a newer one is not restored', async () => {
    const disk = await closed(20);
    await takeBackup(inMemory(disk), '/store/backup', now);
    const newer = rewritten(disk, /^backup/, '9.4.0');
    await assert.rejects(
      restore(inMemory(newer), '/store/backup', now),
      /Purser 9\.4\.0 wrote it.*start Purser 9\.4\.0/,
    );
  });

  for (const writer of [undefined, '0.1.0'])
    it(`that is ${writer ?? 'named nowhere'} is older: its store opens, and what comes new is in files of this version`, async () => {
      const older = rewritten(await closed(20), /./, writer);
      const names = new Set(older.files().map(([name]) => name));
      const store = await openFileStore('/store', { ...quiet, disk: older });
      assert.equal(stepsIn(store), 20);
      await store.transact(step);
      const [, fresh] = older.files().find(([name]) => name.startsWith('journal') && !names.has(name)) ?? assert.fail();
      const [head] = [...lines(fresh)].map(({ value }) => value as { writer: string });
      assert.equal(head?.writer, version);
      await store.close();
      const again = await openFileStore('/store', { ...quiet, disk: older });
      assert.equal(stepsIn(again), 21);
      await again.close();
    });
});
