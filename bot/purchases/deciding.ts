/** Shared by the commands that decide about a purchase. */
import { archivedPurchase } from '../../store/archive.ts';
import type { News } from '../../store/audit.ts';
import type { Transaction } from '../../store/store.ts';
import { type Context, press, UserError } from '../core/command.ts';
import type { Translate } from '../language/index.ts';
import { type NamedPurchase, namedPurchase } from './named-purchase.ts';

/**
 * The purchase, read within the transaction that decides about it.
 *
 * @throws UserError if there is none, or if it is archived, so that nothing is left to decide
 */
export function purchaseFor(id: string, tx: Pick<Transaction, 'get'>, { language: { t } }: Context): NamedPurchase {
  const purchase = tx.get('purchases', id);
  if (!purchase && archivedPurchase(tx, id)) throw new UserError(t('take.ended', { id }));
  if (!purchase) throw new UserError(t('purchase.unknown', { id }), [press(t('button.listPurchases'), 'purchases')]);
  return namedPurchase(purchase, tx);
}

/** While a takeover of it is open, nothing else can be decided about it. */
export function inTakeover(purchase: string, takeover: string, t: Translate): UserError {
  return new UserError(t('takeover.already', { purchase, takeover }), [
    press(`${t('button.open')} ${takeover}`, 'approval', { request: takeover }),
  ]);
}

type Deed = Pick<News, 'action'> & Partial<Pick<News, 'before' | 'after' | 'why'>>;

/**
 * What the journal keeps of something the speaker did.
 *
 * @param about the purchase; null if it was about none
 */
export function newsOf(
  about: NamedPurchase | null,
  { action, before = null, after = null, why = null }: Deed,
  { speaker, now }: Pick<Context, 'speaker' | 'now'>,
): News {
  const { id, name } = speaker;
  return {
    at: now.toISOString(),
    actor: { id, name },
    action,
    purchase: about?.purchase.id ?? null,
    product: about?.product ?? null,
    purchaser: about?.purchaser ?? null,
    before,
    after,
    why,
  };
}
