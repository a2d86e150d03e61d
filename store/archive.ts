/**
 * The archive: purchases that ended long ago are out of the way of syncs and lists, and can still be found under their id.
 * Should Microsoft list one again, it comes back as what it was.
 */
import type { Purchase } from './records.ts';
import type { Reader, Transaction } from './store.ts';

/** A year and a month: whoever compares with last year still has it among the others. */
const keptDays = 400;
/** In one transaction, so that nobody waits for it. */
const mostAtOnce = 200;

/**
 * Moves purchases to the archive that have been gone for long. `Deleted` alone is not enough: Microsoft still lists such a
 * subscription, and the next sync would take it for a new one.
 *
 * @returns how many; 0 when there is nothing left to move
 */
export function archiveFinished(tx: Transaction, now: Date): number {
  const day = new Date(now.getTime() - keptDays * 86_400_000).toISOString();
  const finished = [];
  for (const purchase of tx.all('purchases')) {
    if (finished.length === mostAtOnce) break;
    if (purchase.absent?.gone && purchase.absent.since < day) finished.push(purchase);
  }
  for (const record of finished) {
    tx.delete('purchases', record.id);
    tx.put('archive', { id: record.id, at: now.toISOString(), table: 'purchases', record });
  }
  return finished.length;
}

/** Takes a purchase out of the archive; whoever asks puts it where it belongs. Undefined if it is not in there. */
export function bringBack(tx: Transaction, id: string): Purchase | undefined {
  const purchase = archivedPurchase(tx, id);
  if (purchase) tx.delete('archive', id);
  return purchase;
}

export function archivedPurchase(reader: Pick<Reader, 'get'>, id: string): Purchase | undefined {
  return reader.get('archive', id)?.record;
}

/** Oldest first. The iterator must be used up before the next `await`. */
export function* archivedPurchases(reader: Reader): Generator<Purchase, void, undefined> {
  for (const { record } of reader.all('archive')) yield record;
}
