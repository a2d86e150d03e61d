/** Why a store is not opened, backed up or restored. In every case its files were left as they are, and the message says what to do. */
import { isNewer, version } from '../version.ts';

/** Another process has the folder. */
export class StoreInUse extends Error {
  override name = 'StoreInUse';
}

/** What was committed can't be brought back whole. */
export class StoreDamaged extends Error {
  override name = 'StoreDamaged';
  readonly file: string;
  /** The message without what to do. */
  readonly what: string;

  constructor(file: string, byte: number, what: string) {
    super(`${file}, byte ${byte}: ${what}. Nothing was changed; restore the folder from a backup.`);
    this.file = file;
    this.what = `${file}, byte ${byte}: ${what}`;
  }
}

/** The files are good, but another version of Purser wrote something in them that this one does not know. */
export class StoreUnfit extends Error {
  override name = 'StoreUnfit';

  constructor(file: string, what: string, needed: string = 'the version of Purser that wrote it') {
    super(`${file}: ${what}. Nothing was changed; start ${needed}.`);
  }
}

/** A newer version may mean other things by the same records, so nothing of it is read. @throws StoreUnfit naming that version. */
export function refuseNewer(file: string, writer: string | undefined): void {
  if (writer === undefined || !isNewer(writer, version)) return;
  const needed = `Purser ${writer} or a newer one, or restore a backup that an older one took`;
  throw new StoreUnfit(file, `Purser ${writer} wrote it, and this is ${version}`, needed);
}

/** A backup can't be taken to this file, or not be restored from it. */
export class BackupRefused extends Error {
  override name = 'BackupRefused';
}
