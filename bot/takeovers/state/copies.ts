/** The cards of a takeover that stand in chats. */
import { showNotice } from '../../../store/notices.ts';
import type { Takeover } from '../../../store/records.ts';
import type { Transaction } from '../../../store/store.ts';

/** Every copy of its cards shows how it stands now. */
export function showTakeover(tx: Transaction, id: Takeover['id'], now: Date): void {
  const copies = [...tx.all('notices')].filter(
    ({ saying }) => (saying.card === 'approval' || saying.card === 'takeover') && saying.takeover === id,
  );
  for (const { key } of copies) showNotice(tx, key, now);
}
