/** The action of a takeover as it would be now, read from the store. */
import type { Purchase, Takeover } from '../../../store/records.ts';
import type { Reader, Transaction } from '../../../store/store.ts';
import { type Action, actionNow, isTold } from '../../../store/takeover/fingerprint.ts';
import { namedPurchase } from '../../purchases/named-purchase.ts';
import { isLive, purchaseIndex } from '../../purchases/purchase-index.ts';
import { type Whose, whoseSeats } from '../../purchases/seat-sources.ts';

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

/** The holders of a purchase, where they follow from what Microsoft tells; undefined where they have to be picked. */
export function toldHolders(purchase: Purchase, store: Reader): Takeover['holders'] | undefined {
  return listOf(purchaseIndex(store).holdersOf(purchase)?.whose);
}

function listOf(whose: Whose | undefined): Takeover['holders'] | undefined {
  return whose?.known ? { known: whose.known, ids: [...whose.ids] } : undefined;
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
 * The action of a takeover as it would be now; undefined where the purchase has ended. Once it no longer follows from
 * what Microsoft tells who holds it, nobody new can be said to.
 */
export function currentAction(
  takeover: Takeover,
  store: Reader,
  { holders, stillHere, within }: Known = {},
): Action | undefined {
  const reader = within ?? store;
  const purchase = reader.get('purchases', takeover.purchase.id);
  if (!purchase || !isLive(purchase)) return undefined;
  // A transaction sees what was written a moment ago.
  const told = within ? listOf(whoseSeats(purchase, within)) : toldHolders(purchase, store);
  const holding = reader.get('holdings', purchase.sku);
  return actionNow(takeover, {
    purchase: { ...boughtOf(purchase, reader), ...sameSubscription(takeover, purchase) },
    holders: told && (holders ?? told.ids),
    stillHere: stillHere ?? stillIn(takeover, holding?.holders),
  });
}

/** Under whatever id Microsoft lists it since, what was approved is the same. */
function sameSubscription({ purchase: { subscription } }: Takeover, { formerly = [] }: Purchase) {
  return formerly.includes(subscription) && { subscription };
}

function stillIn({ holders }: Takeover, all: readonly string[] | undefined): string[] | undefined {
  const here = all && new Set(all);
  return here && holders.ids.filter((id) => here.has(id));
}

/** Where Microsoft no longer tells who holds it, it keeps the holders it was approved with, as if they had been picked. */
export function asKnownNow(takeover: Takeover, store: Reader): Takeover {
  if (!isTold(takeover.holders.known)) return takeover;
  const purchase = store.get('purchases', takeover.purchase.id);
  const known = (purchase && toldHolders(purchase, store)?.known) ?? 'picked';
  return { ...takeover, holders: { ...takeover.holders, known } };
}
