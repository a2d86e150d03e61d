import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { RecordOf, Table } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';

/** Enough to write few commits, few enough that people are answered between two. */
export const recordsPerCommit = 500;

/** Puts, in commits of bounded size, those records that differ from what the store has. */
export async function putChanged<K extends Table>(
  store: Store,
  table: K,
  records: Iterable<RecordOf<K>>,
): Promise<void> {
  let batch: RecordOf<K>[] = [];
  const flush = async (): Promise<void> => {
    const changed = batch.filter((record) => !isDeepStrictEqual(store.get(table, record.id), record));
    batch = [];
    // With nothing to write, people are still answered between two batches.
    if (changed.length === 0) return setImmediate();
    await store.transact((tx) => {
      for (const record of changed) tx.put(table, record);
    });
  };
  for (const record of records) {
    batch.push(record);
    if (batch.length === recordsPerCommit) await flush();
  }
  await flush();
}
