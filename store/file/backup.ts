/** A backup: all that was committed, in one file that has the form of a snapshot. It is taken while Purser runs. */
import { basename, dirname } from 'node:path';
import type { Tables } from '../tables.ts';
import { BackupRefused, StoreDamaged } from './errors.ts';
import type { Folder } from './folder.ts';
import { type Recovered, recover, tablesOf } from './recover.ts';
import { readSnapshot, viewOf, writeSnapshot } from './snapshot.ts';

export interface Backup {
  tables: Tables;
  /** The last transaction in it. */
  seq: number;
  /** Everything committed until then is in it; undefined if the file is a snapshot of the store's own. */
  taken: string | undefined;
}

/**
 * Writes what is committed to a file, which is there whole and durable when this resolves, or is as it was before.
 * It takes no lock and changes nothing in the folder, so Purser may go on.
 *
 * @throws BackupRefused if there is no store, or the file would pass for one of its own.
 * @throws StoreDamaged or StoreUnfit if what is there is not good: an older backup is then not replaced by a worse one.
 */
export async function takeBackup(folder: Folder, file: string, now: Date): Promise<Backup> {
  if (/^(snapshot|journal|lease|lock)-/.test(basename(file)))
    throw new BackupRefused(`${file} has the name of a file of the store itself; give the backup another one.`);
  const { tables, seq } = await recoverBeside(folder);
  const backup = { tables, seq, taken: now.toISOString() };
  const place = folder.other(dirname(file));
  await writeSnapshot(place, file, { ...viewOf(tables, seq), taken: backup.taken });
  return backup;
}

/** Snapshots come and old files go every few minutes at most: nobody meets that so often in a row. */
const mostTries = 100;

/**
 * What was committed last, read beside a process that goes on committing. Files are only ever added at their end, and taken
 * away when a newer snapshot holds what is in them; who meets that in the middle reads anew.
 */
async function recoverBeside(folder: Folder): Promise<Recovered> {
  for (let tries = 1; ; tries++) {
    const before = await generationsIn(folder);
    if (before === none) throw new BackupRefused(`There is no store in ${folder.path}.`);
    try {
      return await recover(folder);
    } catch (error) {
      if (tries === mostTries || before === (await generationsIn(folder))) throw error;
    }
  }
}

const none = ' / ';

async function generationsIn(folder: Folder): Promise<string> {
  try {
    return `${await folder.generations('snapshot')} / ${await folder.generations('journal')}`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return none;
    throw error;
  }
}

/** @throws BackupRefused unless it is there as it was written; StoreUnfit if another version of Purser wrote it. */
export async function readBackup(folder: Folder, file: string): Promise<Backup> {
  try {
    const { snapshot } = await readSnapshot(folder, file);
    return { tables: tablesOf(snapshot, file), seq: snapshot.seq, taken: snapshot.taken };
  } catch (error) {
    if (!(error instanceof StoreDamaged)) throw error;
    throw new BackupRefused(`${error.what}. Nothing was changed; restore another backup.`);
  }
}
