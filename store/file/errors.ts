/** Why a store is not opened, backed up or restored. In every case its files were left as they are, and the message says what to do. */

/** Another process has the folder. */
export class StoreInUse extends Error {
  override name = 'StoreInUse';
}

/** What was committed can't be brought back whole. */
export class StoreDamaged extends Error {
  override name = 'StoreDamaged';
  /** The message without what to do. */
  readonly what: string;

  constructor(file: string, byte: number, what: string) {
    super(`${file}, byte ${byte}: ${what}. Nothing was changed; restore the folder from a backup.`);
    this.what = `${file}, byte ${byte}: ${what}`;
  }
}

/** The files are good, but another version of Purser wrote something in them that this one does not know. */
export class StoreUnfit extends Error {
  override name = 'StoreUnfit';

  constructor(file: string, what: string) {
    super(`${file}: ${what}. Nothing was changed; start the version of Purser that wrote it.`);
  }
}

/** A backup can't be taken to this file, or not be restored from it. */
export class BackupRefused extends Error {
  override name = 'BackupRefused';
}
