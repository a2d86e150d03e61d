/** What the commands that decide about a purchase share. */
import { archivedPurchase } from '../../store/archive.ts';
import type { News } from '../../store/audit.ts';
import type { AuditAction, Purchase } from '../../store/records.ts';
import type { Transaction } from '../../store/store.ts';
import { type Call, press, Refused } from './command.ts';

/** A purchase with the names it goes by now. */
export interface Named {
  purchase: Purchase;
  product: string;
  purchaser: string | null;
}

/**
 * The purchase as it is within the transaction that decides about it.
 *
 * @throws Refused if there is none, or it is archived: nothing is left to decide
 */
export function purchaseFor(id: string, tx: Pick<Transaction, 'get'>, { language: { t } }: Call): Named {
  const purchase = tx.get('purchases', id);
  if (!purchase && archivedPurchase(tx, id)) throw new Refused(t('take.ended', { id }));
  if (!purchase) throw new Refused(t('purchase.unknown', { id }), [press(t('button.listPurchases'), 'purchases')]);
  return named(purchase, tx);
}

export function named(purchase: Purchase, tx: Pick<Transaction, 'get'>): Named {
  const person = purchase.purchaser ? tx.get('people', purchase.purchaser) : undefined;
  const product = tx.get('products', purchase.sku)?.name ?? purchase.skuPart;
  return { purchase, product, purchaser: person?.name ?? null };
}

/** What the audit keeps of something the speaker did. */
export function newsOf(
  { purchase, product, purchaser }: Named,
  action: AuditAction,
  { before, after }: { before: string | null; after: string | null },
  { speaker, now }: Pick<Call, 'speaker' | 'now'>,
): News {
  const actor = { id: speaker.id, name: speaker.name };
  return { at: now.toISOString(), actor, action, purchase: purchase.id, product, purchaser, before, after, why: null };
}
