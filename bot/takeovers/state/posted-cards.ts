/** The cards of a takeover that were posted in chats. */
import { showNotice } from '../../../store/notices.ts';
import type { Notice, Takeover } from '../../../store/records.ts';
import type { Reader, Transaction } from '../../../store/store.ts';

/** Every copy of its cards is edited to show its present state. */
export function showTakeover(tx: Transaction, id: Takeover['id'], now: Date): void {
  const copies = [...tx.all('notices')].filter(
    ({ saying }) => (saying.card === 'approval' || saying.card === 'takeover') && saying.takeover === id,
  );
  for (const { key } of copies) showNotice(tx, key, now);
}

/** Its cards say whether its purchaser was reached, and how many holders were not. */
export function showUnreached(tx: Transaction, notice: Notice, now: Date): void {
  const takeover = takeoverOfPurchaser(notice, tx);
  if (takeover) showTakeover(tx, takeover, now);
}

function takeoverOfPurchaser({ to, saying }: Notice, reader: Pick<Reader, 'get'>): Takeover['id'] | undefined {
  if (saying.card !== 'announced' || !('person' in to)) return undefined;
  const takeover = reader.get('takeovers', saying.takeover);
  return takeover?.purchase.purchaser?.id === to.person ? takeover.id : undefined;
}
