/** The store in a folder: everything in memory, every commit in a journal, and now and then a snapshot of it all. */
import * as fs from 'node:fs/promises';
import { resolve } from 'node:path';
import { GroupStore } from '../group.ts';
import type { Store } from '../store.ts';
import { type Report, Troubles } from '../troubles.ts';
import { version } from '../version.ts';
import { FileEngine } from './engine.ts';
import { type Disk, Folder, firstOf } from './folder.ts';
import { Journal, type JournalRead } from './journal.ts';
import { type Lease, type LeaseOptions, takeLease } from './lease.ts';
import { type Recovered, recover } from './recover.ts';
import { shareTrouble } from './share.ts';

export interface FileStoreOptions extends LeaseOptions {
  /** Is told in words what was mended at open, and what could not be done since; by default a warning of the process. */
  report?: Report;
  /** A snapshot is written when the journal has grown by so many bytes, and by half of the last snapshot. */
  snapshotAfter?: number;
  /** Where the files are, if not on the disk of this machine. */
  disk?: Disk;
}

/**
 * Opens the store in a folder, which is made if there is none.
 *
 * @throws StoreInUse if another process has it, and still has it after the time to wait.
 * @throws StoreDamaged if what was committed can't be brought back whole.
 * @throws StoreUnfit if a record, table or file is none of this version.
 */
export async function openFileStore(path: string, options: FileStoreOptions = {}): Promise<Store> {
  const { disk = fs, report = (words) => process.emitWarning(words, 'PurserStore'), snapshotAfter = 4e6 } = options;
  const troubles = new Troubles(report);
  const folder = new Folder(resolve(path), disk, troubles);
  await folder.make();
  const trouble = disk === fs ? await shareTrouble(folder.path) : undefined;
  if (trouble) folder.report(trouble, 'opening');
  const lease = await takeLease(folder, options);
  try {
    const recovered = await recover(folder);
    const journal = await mend(folder, recovered, lease);
    const engine = new FileEngine({ folder, lease, journal, snapshotAfter }, recovered);
    return new GroupStore(recovered.tables, engine, troubles);
  } catch (error) {
    await lease.release();
    throw error;
  }
}

/** Makes the folder what was read from it, and says what that was. Resolves with the journal to go on with. */
async function mend(folder: Folder, { base, journals, seq }: Recovered, lease: Lease): Promise<Journal> {
  for (const { number, why } of base.damaged) {
    const path = folder.file('snapshot', number);
    await folder.disk.rename(path, `${path}.damaged`);
    folder.report(`${why.what}. Everything was brought back from older files; this one was put aside.`, 'opening');
  }
  const last = journals.at(-1);
  const { generation } = lease;
  if (lease.mayWake) return beginEra(folder, last, generation);
  for (const name of await folder.names(/^(snapshot|journal)-.*\.tmp$/)) await folder.remove(folder.at(name));
  if (!last) return Journal.create(folder, 0, { after: 0, lease: generation });
  if (last.torn > 0)
    folder.report(
      `${last.path}, byte ${last.length}: the last ${last.torn} bytes were being written when Purser stopped, and were cut off.`,
      'opening',
    );
  const journal = await Journal.reopen(folder, last.number, last.length);
  if (last.writer === version) return journal;
  // An older version must not read what this one adds.
  await journal.close();
  return Journal.create(folder, last.number + 1, { after: seq, lease: generation });
}

/** What the holder before may still have open is copied, and not read again: cut or added to, it is the same to everybody. */
function beginEra(folder: Folder, last: JournalRead | undefined, lease: number): Promise<Journal> {
  const transacted = (last?.transacted ?? []).map(({ seq, group, changes }) => ({ seq, group, changes }));
  return Journal.create(folder, firstOf(lease), { after: last?.after ?? 0, lease, fence: true, transacted });
}
