/** Makes a folder the store that a backup holds. Nothing that was there is deleted. */
import { holdOf, idleSince } from '../hold.ts';
import { check } from '../tables.ts';
import { type Backup, readBackup } from './backup.ts';
import { type Folder, firstOf } from './folder.ts';
import { Journal } from './journal.ts';
import { type Lease, takeLease } from './lease.ts';
import { viewOf, writeSnapshot } from './snapshot.ts';

interface Restored extends Backup {
  /** Where the files are now that were there before; undefined if there were none. */
  aside: string | undefined;
}

/**
 * The backup is read and checked whole before anything is touched. Then it, put on hold, becomes the newest snapshot of the folder, and only
 * then the files before it are put aside: pulling the plug leaves the old store or the restored one, or one that does
 * not open and says so; never an empty one.
 *
 * @throws BackupRefused if the file is not as it was written; StoreUnfit if another version of Purser wrote it.
 * @throws StoreInUse if a process has the folder.
 */
export async function restore(folder: Folder, file: string, now: Date): Promise<Restored> {
  const backup = await readBackup(folder, file);
  putOnHold(backup, now);
  await folder.make();
  const lease = await takeLease(folder);
  try {
    const old = await folder.names(/^(snapshot|journal)-/);
    const aside = old.length > 0 ? folder.inside(`replaced-${now.toISOString().replaceAll(':', '-')}`) : undefined;
    await aside?.make();
    await writeNewest(folder, backup, lease);
    if (aside) await putAside(folder, old, aside);
    return { ...backup, aside: aside?.path };
  } finally {
    await lease.release();
  }
}

/** What waits in it may have been sent and done long since, so Purser begins with it on hold. */
function putOnHold({ tables, taken }: Backup, now: Date): void {
  const before = holdOf(tables);
  const idle = before && { idleSince: idleSince(before).toISOString() };
  const restored = { id: 'hold', why: 'restored', since: now.toISOString(), backup: taken ?? null, ...idle };
  const hold = check('holds', restored);
  tables.apply({ holds: { gone: [], puts: [hold] } });
}

/** From the moment this snapshot has its name, it is what the folder holds; until then the folder is as it was. */
async function writeNewest(folder: Folder, { tables, seq }: Backup, lease: Lease): Promise<void> {
  const generation = lease.mayWake ? firstOf(lease.generation) : await nextGeneration(folder);
  try {
    const journal = await Journal.create(folder, generation, { after: seq, lease: lease.generation });
    await journal.close();
    await writeSnapshot(folder, folder.file('snapshot', generation), viewOf(tables, seq));
  } catch (error) {
    for (const kind of ['snapshot', 'journal'] as const) await folder.remove(folder.file(kind, generation));
    throw error;
  }
}

/** Never 0: before journal 0 there is no snapshot. */
async function nextGeneration(folder: Folder): Promise<number> {
  return 1 + Math.max(0, ...(await folder.generations('snapshot')), ...(await folder.generations('journal')));
}

/** The folder is restored already, so trouble here is told and is no failure. */
async function putAside(folder: Folder, names: readonly string[], aside: Folder): Promise<void> {
  try {
    for (const name of names) await folder.disk.rename(folder.at(name), aside.at(name));
    await aside.sync();
    await folder.sync();
  } catch (error) {
    folder.report(
      `Not all that was there before could be put aside: ${String(error)}. Move it out of ${folder.path} before Purser is started, or it will be removed in time.`,
      'opening',
    );
  }
}
