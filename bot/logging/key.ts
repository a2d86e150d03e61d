/** The key of the log's pseudonyms: made once for an installation, and kept, so that they are the same after a restart. */
import { randomBytes } from 'node:crypto';
import type { Store } from '../../store/store.ts';

/** Where it can't be kept, pseudonyms are good until the next start. */
export async function keyOfLog(store: Store): Promise<string> {
  const known = store.get('marks', 'log-key')?.value;
  if (known) return known;
  const value = randomBytes(32).toString('hex');
  await store.transact((tx) => tx.put('marks', { id: 'log-key', value })).catch(() => undefined);
  return value;
}
