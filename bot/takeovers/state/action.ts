/** The action of a takeover as it would be now, read from the store. */
import type { Purchase, Takeover } from '../../../store/records.ts';
import type { Reader, Transaction } from '../../../store/store.ts';
import { type Action, actionNow } from '../../../store/takeover/fingerprint.ts';
import { namedPurchase } from '../../purchases/named-purchase.ts';
import { isLive, purchaseIndex } from '../../purchases/purchase-index.ts';

/** A purchase as a takeover keeps it: what is needed to say what is done to it, also when it is long gone. */
export function boughtOf(purchase: Purchase, reader: Pick<Reader, 'get'>): Action['purchase'] {
  const { id, subscription, sku, quantity, purchaser, nextAt } = purchase;
  const names = namedPurchase(purchase, reader);
  return {
    ...{ id, subscription, sku, quantity, nextAt },
    product: names.product,
    purchaser: purchaser === null ? null : { id: purchaser, name: names.purchaser ?? purchaser },
  };
}

/** The holders of a purchase that is the only live subscription of its SKU; of others nobody can say. */
export function soleHolders(purchase: Purchase, store: Reader): string[] | undefined {
  const holders = purchaseIndex(store).holdersOf(purchase);
  return holders?.sole ? [...holders.ids] : undefined;
}

/** The same within a transaction, which sees what was written a moment ago. */
function soleHoldersIn(purchase: Purchase, tx: Pick<Transaction, 'get' | 'all'>): string[] | undefined {
  const { id, sku } = purchase;
  for (const other of tx.all('purchases')) if (other.sku === sku && other.id !== id && isLive(other)) return undefined;
  const holding = tx.get('holdings', sku);
  return holding && [...holding.holders];
}

interface Known {
  /** As Microsoft just told them; without them, as the last sync saw them. */
  holders?: readonly string[] | undefined;
  /** The same of those on its list who still hold it. */
  stillHere?: readonly string[] | undefined;
  /** Where something is decided by it. */
  within?: Pick<Transaction, 'get' | 'all'>;
}

/**
 * The action of a takeover as it would be now; undefined where the purchase has ended. Once the purchase is no longer
 * the only one of its SKU, nobody new can be said to hold it.
 */
export function currentAction(
  takeover: Takeover,
  store: Reader,
  { holders, stillHere, within }: Known = {},
): Action | undefined {
  const reader = within ?? store;
  const purchase = reader.get('purchases', takeover.purchase.id);
  if (!purchase || !isLive(purchase)) return undefined;
  const sole = within ? soleHoldersIn(purchase, within) : soleHolders(purchase, store);
  const holding = reader.get('holdings', purchase.sku);
  return actionNow(takeover, {
    purchase: boughtOf(purchase, reader),
    holders: sole && (holders ?? sole),
    stillHere: stillHere ?? stillIn(takeover, holding?.holders),
  });
}

function stillIn({ holders }: Takeover, all: readonly string[] | undefined): string[] | undefined {
  const here = all && new Set(all);
  return here && holders.ids.filter((id) => here.has(id));
}

/** A purchase that is no longer the only one of its SKU keeps the holders it was approved with, as if they had been picked. */
export function asKnownNow(takeover: Takeover, store: Reader): Takeover {
  const purchase = store.get('purchases', takeover.purchase.id);
  if (takeover.holders.known !== 'sole' || (purchase && soleHolders(purchase, store))) return takeover;
  return { ...takeover, holders: { ...takeover.holders, known: 'picked' } };
}
