/** The store in a folder: everything in memory, every commit in a journal, and now and then a snapshot of it all. */
import * as fs from 'node:fs/promises';
import { resolve } from 'node:path';
import { GroupStore } from '../group.ts';
import type { Store } from '../store.ts';
import { FileEngine } from './engine.ts';
import { type Disk, Folder } from './folder.ts';
import { Journal } from './journal.ts';
import { lock } from './lock.ts';
import { type Recovered, recover } from './recover.ts';

interface FileStoreOptions {
  /** Is told in words what was mended at open, and what could not be done since; by default a warning of the process. */
  report?: (words: string) => void;
  /** A snapshot is written when the journal has grown by so many bytes, and by half of the last snapshot. */
  snapshotAfter?: number;
  /** Where the files are, if not on the disk of this machine. */
  disk?: Disk;
}

/**
 * Opens the store in a folder, which is made if there is none.
 *
 * @throws StoreInUse if another process has it.
 * @throws StoreDamaged if what was committed can't be brought back whole.
 * @throws StoreUnfit if a record, table or file is none of this version.
 */
export async function openFileStore(path: string, options: FileStoreOptions = {}): Promise<Store> {
  const { disk = fs, report = (words) => process.emitWarning(words, 'PurserStore'), snapshotAfter = 4e6 } = options;
  const folder = new Folder(resolve(path), disk, report);
  await folder.make();
  const unlock = await lock(folder); // This syncs the folder, so every file found from here on is there for good.
  try {
    const recovered = await recover(folder);
    const journal = await mend(folder, recovered);
    return new GroupStore(recovered.tables, new FileEngine({ folder, unlock, journal, snapshotAfter }, recovered));
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Makes the folder what was read from it, and says what that was. Resolves with the journal to go on with. */
async function mend(folder: Folder, { base, journals }: Recovered): Promise<Journal> {
  for (const { generation, why } of base.damaged) {
    const path = folder.file('snapshot', generation);
    await folder.disk.rename(path, `${path}.damaged`);
    folder.report(`${why.what}. Everything was brought back from older files; this one was put aside.`);
  }
  for (const name of await folder.names(/^(snapshot|journal)-.*\.tmp$/)) await folder.remove(folder.at(name));
  const last = journals.at(-1);
  if (!last) return Journal.create(folder, 0, 0);
  if (last.torn > 0)
    folder.report(
      `${last.path}, byte ${last.length}: the last ${last.torn} bytes were being written when Purser stopped, and were cut off.`,
    );
  return Journal.reopen(folder, last.generation, last.length);
}
