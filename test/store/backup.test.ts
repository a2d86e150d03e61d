import assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { readBackup, takeBackup } from '../../store/file/backup.ts';
import { BackupRefused } from '../../store/file/errors.ts';
import { seal } from '../../store/file/lines.ts';
import { openFileStore } from '../../store/file/open.ts';
import { restore } from '../../store/file/restore.ts';
import { contentOf, diskWithBackup, inMemory, now, onDisk, quiet, storeOf } from './backups.ts';
import { inFolder, seeded, step, steps, stepsIn } from './history.ts';
import { MemoryDisk } from './memory-disk.ts';
import { kill, startWriter } from './processes.ts';

describe('a backup', () => {
  it('taken again and again while a process writes holds all that was answered before, and nothing by halves', async () => {
    await inFolder(async (place) => {
      const writer = await startWriter(join(place, 'data'), 1e9);
      const file = join(place, 'backup');
      for (let n = 0; n < 40; n++) {
        const answered = Math.max(0, ...writer.lines.map(Number).filter(Number.isFinite));
        await takeBackup(onDisk(join(place, 'data')), file, now);
        const { tables } = await readBackup(onDisk(place), file);
        assert.ok(stepsIn(tables) >= answered, `${answered} answered, ${steps(tables)} backed up`);
      }
      assert.equal(writer.child.exitCode, null, writer.lines.slice(-5).join('\n'));
      await kill(writer);
      const generations = await onDisk(join(place, 'data')).generations('snapshot');
      assert.ok((generations.at(-1) ?? 0) > 5, `files moved under it: ${generations}`);
    });
  });

  it('reads anew when the snapshot it began with is taken away under it', async () => {
    const disk = await diskWithBackup(1, 100);
    const store = await openFileStore('/store', { disk, snapshotAfter: 3000 });
    const read = disk.readFile.bind(disk);
    let moved = 0;
    disk.readFile = async (path) => {
      if (moved++ === 1) for (let i = 0; i < 60; i++) await store.transact(step);
      return read(path);
    };
    const { tables } = await takeBackup(inMemory(disk), '/store/backup', now);
    assert.equal(stepsIn(tables), 160);
    await store.close();
  });

  it('restored opens equal to the store it was taken of, whatever was there before', () =>
    inFolder(async (place) => {
      const held = await storeOf(join(place, 'data'), 150);
      await takeBackup(onDisk(join(place, 'data')), join(place, 'backup'), now);
      await storeOf(join(place, 'other'), 400);
      const before = await fs.readdir(join(place, 'other'));
      for (const target of ['new', 'other', 'data']) {
        const { aside } = await restore(onDisk(join(place, target)), join(place, 'backup'), now);
        assert.equal(await contentOf(join(place, target)), held, target);
        if (target === 'other') assert.deepEqual(await fs.readdir(aside ?? ''), before, 'nothing is deleted');
        if (target === 'new') assert.equal(aside, undefined);
      }
      const store = await openFileStore(join(place, 'other'), { snapshotAfter: 3000 });
      for (let i = 0; i < 50; i++) await store.transact(step);
      await store.close();
      const again = await openFileStore(join(place, 'other'), quiet);
      assert.equal(stepsIn(again), 200);
      await again.close();
    }));

  it('cut at every 97th byte, or with a byte changed there, is refused, and nothing is touched', async () => {
    const disk = await diskWithBackup(60, 90);
    const files = disk.files();
    const bytes = await disk.readFile('/store/backup');
    const random = seeded(1);
    for (let at = 0; at < bytes.length; at += 97) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      for (const bad of [bytes.subarray(0, at), changed]) {
        const damaged = MemoryDisk.of(files.map(([name, old]) => [name, name === 'backup' ? bad : old]));
        const before = damaged.files();
        await assert.rejects(restore(inMemory(damaged), '/store/backup', now), (error: Error) => {
          assert.ok(error instanceof BackupRefused, String(error));
          assert.match(error.message, /backup, byte \d+: .*Nothing was changed; restore another backup\.$/);
          return true;
        });
        assert.deepEqual(damaged.files(), before);
      }
    }
  });

  it('of a damaged store is refused, and the backup there was stays', async () => {
    const disk = await diskWithBackup(60, 90);
    const files = disk.files().map(([name, bytes]): [string, Buffer] => {
      return [name, name.startsWith('snapshot') ? bytes.subarray(0, 100) : bytes];
    });
    const damaged = MemoryDisk.of(files);
    await assert.rejects(takeBackup(inMemory(damaged), '/store/backup', now), { name: 'StoreDamaged' });
    assert.deepEqual(damaged.files(), files);
  });

  it('is not written over a file of the store', async () => {
    const disk = await diskWithBackup(60, 90);
    const files = disk.files();
    await assert.rejects(takeBackup(inMemory(disk), '/store/snapshot-000009.ndjson', now), {
      name: 'BackupRefused',
      message: /has the name of a file of the store itself/,
    });
    assert.deepEqual(disk.files(), files);
  });

  it('with a record this version does not know is refused, and says what to start', async () => {
    const disk = await diskWithBackup(60, 90);
    const text = (await disk.readFile('/store/backup')).toString().replaceAll('"Enabled"', '"Surprise"');
    const sealed = [...text.trim().split('\n')]
      .map((line) => seal((JSON.parse(line) as [string, unknown])[1]))
      .join('');
    const other = MemoryDisk.of([['backup', Buffer.from(sealed)]]);
    await assert.rejects(restore(inMemory(other), '/store/backup', now), {
      name: 'StoreUnfit',
      message: /purchases "P-\d+" does not fit: status: .*start the version of Purser that wrote it/,
    });
    assert.deepEqual(
      other.files().map(([name]) => name),
      ['backup'],
    );
  });
});
