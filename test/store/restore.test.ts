import assert from 'node:assert/strict';
import { openFileStore } from '../../store/file/open.ts';
import { restore } from '../../store/file/restore.ts';
import { holdOf } from '../../store/hold.ts';
import { diskWithBackup, inMemory, now, quiet } from './backups.ts';
import { seeded, stepsIn } from './history.ts';
import { failure, MemoryDisk } from './memory-disk.ts';

for (const [backedUp, total] of [
  [60, 90],
  [90, 20],
] as const)
  describe(`restoring a store of ${backedUp} steps over one of ${total}`, () => {
    let disk: MemoryDisk;
    before(async () => {
      const taken = await (await diskWithBackup(backedUp, backedUp + 1)).readFile('/store/backup');
      const old = (await diskWithBackup(1, total)).files().filter(([name]) => name !== 'backup');
      disk = MemoryDisk.of([...old, ['backup', taken]]);
    });
    const fresh = () => MemoryDisk.of(disk.files());

    /** What there is to open: so many steps, or a refusal in words. */
    async function openedOn(left: MemoryDisk): Promise<number | 'refused'> {
      for (const [name] of left.files()) if (name.startsWith('lease-')) await left.rm(`/store/${name}`);
      try {
        const store = await openFileStore('/store', { ...quiet, disk: left });
        const found = stepsIn(store);
        await store.close();
        return found;
      } catch (error) {
        assert.match(String(error), /restore the folder from a backup/);
        return 'refused';
      }
    }

    it('and pulling the plug before any operation leaves one of both, or what refuses to open, and can be done again', async () => {
      const restoring = fresh();
      const random = seeded(1);
      const cuts: MemoryDisk[] = [];
      restoring.before = () => cuts.push(restoring.afterKill(), restoring.afterPowerCut(random));
      await restore(inMemory(restoring), '/store/backup', now);
      assert.ok(cuts.length > 20);
      for (const cut of cuts) {
        assert.ok([`${backedUp}`, `${total}`, 'refused'].includes(`${await openedOn(cut)}`));
        await restore(inMemory(cut), '/store/backup', new Date(+now + 1000));
        assert.equal(await openedOn(cut), backedUp);
      }
    });

    it('begins on hold, and says since when and up to when the backup knows', async () => {
      const restoring = fresh();
      const later = new Date(+now + 86_400_000);
      await restore(inMemory(restoring), '/store/backup', later);
      const store = await openFileStore('/store', { ...quiet, disk: restoring });
      const hold = { id: 'hold', why: 'restored', since: later.toISOString(), backup: now.toISOString() };
      assert.deepEqual(holdOf(store), hold);
      await store.close();
    });

    it('on a disk that takes only so many operations leaves one of both, and no refusal', async () => {
      for (let spared = 0, done = false; !done; spared++) {
        const full = fresh();
        let operations = 0;
        full.before = (operation, name) => {
          if (operation !== 'rm' && operations++ >= spared) throw failure('ENOSPC', `${operation} ${name}`);
        };
        done = await restore(inMemory(full), '/store/backup', now).then(
          () => operations <= spared,
          () => false,
        );
        full.before = () => undefined;
        assert.ok([`${backedUp}`, `${total}`].includes(`${await openedOn(full)}`), `after ${spared} operations`);
      }
    });
  });
