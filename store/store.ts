/**
 * The Store port. All records are in memory, so reading is immediate; writing is one `transact`, which is durable when its
 * promise resolves. An engine only has to make a commit durable and to bring the last one back.
 */
import type { RecordOf, Table } from './records.ts';
import type { StoreTrouble } from './troubles.ts';

export interface Reader {
  get<K extends Table>(table: K, id: string): RecordOf<K> | undefined;
  /** Every record of a table, oldest first. The iterator must be used up before the next `await`. */
  all<K extends Table>(table: K): IterableIterator<RecordOf<K>>;
  count(table: Table): number;
  /** Grows with every commit that touches the table: what is derived from a table is good while this stays. */
  revision(table: Table): number;
}

export interface Transaction extends Reader {
  put<K extends Table>(table: K, record: RecordOf<K>): void;
  delete(table: Table, id: string): void;
  /** The next short id, `nextId('P')` → `P-13`. Never given twice, also after a delete. */
  nextId(prefix: string): string;
}

export interface Store extends Reader {
  /**
   * Runs `work` alone against the committed state, and commits what it put. If `work` throws, nothing of it is kept and the
   * promise rejects with that error. `work` must not await: it decides, it does not act.
   *
   * @throws StoreFailed if the commit could not be made durable; nothing of it is kept.
   */
  transact<T>(work: (tx: Transaction) => T): Promise<T>;
  /** Runs `work` on the committed state and keeps nothing of it: what would come of it now. */
  rehearse<T>(work: (tx: Transaction) => T): T;
  /** What it can't do at present, or found amiss when it was opened. */
  troubles(): StoreTrouble[];
  /** Waits for commits under way and lets go of the files. */
  close(): Promise<void>;
}

/** The disk (or server) did not take a commit. Readers still see the last committed state. */
export class StoreFailed extends Error {
  override name = 'StoreFailed';
}

/** Purser leaves: whatever is still under way keeps nothing more. */
export class StoreClosed extends StoreFailed {}
