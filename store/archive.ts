/**
 * The archive: what ended long ago is out of the way of syncs and lists, and can still be found: a purchase under its id, a
 * notice on the ledger of its purchase. Should Microsoft list a purchase again, it comes back as what it was.
 */
import type { Notice, Purchase } from './records.ts';
import type { Reader, Transaction } from './store.ts';

/** A year and a month: people who compare with last year still have it among the others. */
const keptDays = 400;
/** In one transaction, so that nobody waits for it. */
const mostAtOnce = 200;

/**
 * Moves to the archive what ended long ago.
 *
 * @returns how many; 0 when there is nothing left to move
 */
export function archiveFinished(tx: Transaction, now: Date): number {
  const day = new Date(now.getTime() - keptDays * 86_400_000).toISOString();
  const at = now.toISOString();
  const purchases = first(tx.all('purchases'), (purchase) => isLongGone(purchase, day));
  const notices = first(tx.all('notices'), (notice) => isLongDone(notice, day));
  for (const record of purchases) {
    tx.delete('purchases', record.id);
    tx.put('archive', { id: record.id, at, table: 'purchases', record });
  }
  for (const record of notices) {
    tx.delete('notices', record.id);
    tx.delete('noticeKeys', record.key);
    tx.put('archive', { id: record.id, at, table: 'notices', record });
  }
  return purchases.length + notices.length;
}

function first<T>(all: Iterable<T>, fits: (each: T) => boolean): T[] {
  const found: T[] = [];
  for (const each of all) {
    if (found.length === mostAtOnce) break;
    if (fits(each)) found.push(each);
  }
  return found;
}

/** `Deleted` alone is not enough: Microsoft still lists such a subscription, and the next sync would take it for a new one. */
function isLongGone({ absent }: Purchase, day: string): boolean {
  return absent?.gone === true && absent.since < day;
}

function isLongDone({ createdAt, dueAt }: Notice, day: string): boolean {
  return dueAt === null && createdAt < day;
}

/** Takes a purchase out of the archive; the caller puts it where it belongs. Undefined if it is not in there. */
export function bringBack(tx: Transaction, id: string): Purchase | undefined {
  const purchase = archivedPurchase(tx, id);
  if (purchase) tx.delete('archive', id);
  return purchase;
}

export function archivedPurchase(reader: Pick<Reader, 'get'>, id: string): Purchase | undefined {
  const archived = reader.get('archive', id);
  return archived?.table === 'purchases' ? archived.record : undefined;
}

/** Oldest first. The iterator must be used up before the next `await`. */
export function* archivedPurchases(reader: Reader): Generator<Purchase, void, undefined> {
  for (const archived of reader.all('archive')) if (archived.table === 'purchases') yield archived.record;
}

/** Oldest first. The iterator must be used up before the next `await`. */
export function* archivedNotices(reader: Reader): Generator<Notice, void, undefined> {
  for (const archived of reader.all('archive')) if (archived.table === 'notices') yield archived.record;
}
