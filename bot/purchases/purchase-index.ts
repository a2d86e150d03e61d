/**
 * Every purchase as people ask for it: with the names of its product and purchaser, searchable and sorted. Derived from the
 * store once per change of it, so that a list of 100,000 opens as fast as one of ten.
 */
import { archivedPurchase, archivedPurchases } from '../../store/archive.ts';
import { derived } from '../../store/derived.ts';
import type { Kept, Person, Product, Purchase } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import { grouped } from '../core/grouped.ts';
import { searchKey } from '../language/fold.ts';
import { listedName } from '../microsoft/sku-names.ts';
import { nameAmong } from '../people/told-apart.ts';
import { isFree } from './free-products.ts';
import { isLive, liveBySku } from './live.ts';
import { type Whose, whoseSeats } from './seat-sources.ts';

export { isLive } from './live.ts';

export interface Row {
  purchase: Purchase;
  product: Product | undefined;
  purchaser: Person | undefined;
  /** As told apart from others of the same name; undefined where it is not known. */
  purchaserName: string | undefined;
  productName: string;
  /** What a search looks in (`searchKey`): product and part number, purchaser, everything else. */
  keys: { product: string; purchaser: string; rest: string };
}

export type Sort = 'next' | 'product' | 'purchaser' | 'quantity' | 'bought';

/** The holders of this very purchase where that is known; otherwise everybody who has its product. */
export interface Holders {
  ids: readonly string[];
  whose: Whose;
}

/** What is free is in none of them but its own, and in `everything`. */
export type Scope = 'decide' | 'self-service' | 'central' | 'all' | 'free' | 'everything';

export interface PurchaseIndex {
  sorted(by: Sort, scope: Scope, now: Date): readonly Row[];
  /** What of a scope stands apart because it is free. */
  freeOf(scope: Scope, now: Date): readonly Row[];
  /** Only what this person bought. */
  boughtBy(owner: Person['id'], order: { by: Sort; scope: Scope; now: Date }): readonly Row[];
  row(id: string): Row | undefined;
  holdersOf(purchase: Purchase): Holders | undefined;
}

/** The decision in force about a purchase; undefined if nobody sees to it, or their time is over. */
export function inHand({ decision }: Purchase, now: Date): NonNullable<Purchase['decision']> | undefined {
  return decision && (decision.kind === 'takeover' || decision.until > now.toISOString()) ? decision : undefined;
}

/** Somebody keeps it, and its review has not come. */
export function keptNow(purchase: Purchase, now: Date): Kept | undefined {
  const decision = inHand(purchase, now);
  return decision?.kind === 'kept' ? decision : undefined;
}

/** It was kept, its review has come, and nobody has answered it; undefined where that isn't so. */
export function inReview(purchase: Purchase, now: Date): Kept | undefined {
  const { decision, kind } = purchase;
  const isKept = decision?.kind === 'kept' && kind === 'self-service' && isLive(purchase);
  return isKept && decision.until <= now.toISOString() ? decision : undefined;
}

/** What was decided about it last and still has to be seen to: in force, or up for review. */
export function decisionNow(purchase: Purchase, now: Date): Purchase['decision'] | undefined {
  return inReview(purchase, now) ?? inHand(purchase, now);
}

/** Who bought it and can't be asked any more: they left, or can't sign in. */
export function hasLeft(row: Row): boolean {
  return isLive(row.purchase) && isGone(row);
}

/** The same of what has ended as well. */
export function isGone({ purchaser }: Row): boolean {
  return purchaser !== undefined && (purchaser.leftAt !== null || !purchaser.enabled);
}

/** Rows outlive a rebuild while nothing in them changed. */
const rowCache = new WeakMap<Purchase, Row>();

/** The same object until one of those tables changes, so that more can be remembered by it. */
export const purchaseIndex = derived(['purchases', 'archive', 'people', 'products'], build);

function build(store: Reader): PurchaseIndex {
  /** Left out, unless all are asked for. */
  const archive = new Set(archivedPurchases(store));
  const rows = [...store.all('purchases'), ...archive].map((purchase) => rowOf(purchase, store));
  const ofOwner = grouped(rows, ({ purchase }) => purchase.purchaser);
  const liveOfSku = liveBySku(store);
  const kept = (scope: Scope, { purchase }: Row, now: Date): boolean =>
    inScope[scope](purchase, now) && (scope === 'all' || scope === 'everything' || !archive.has(purchase));
  const fitting =
    (scope: Scope, now: Date) =>
    (row: Row): boolean =>
      kept(scope, row, now) && (scope === 'everything' || isFree(row) === (scope === 'free'));
  const orders = new Map<string, Order>();
  const remembered = (key: string, now: Date, make: () => readonly Row[]): readonly Row[] => {
    const known = orders.get(key);
    if (known && known.until > now.toISOString()) return known.rows;
    const made = make();
    orders.set(key, { rows: made, until: nextChange(rows, now) });
    return made;
  };
  return {
    sorted(by, scope, now) {
      const all = (): readonly Row[] => remembered(by, now, () => sortRows(rows, by));
      return scope === 'everything'
        ? all()
        : remembered(`${by} ${scope}`, now, () => all().filter(fitting(scope, now)));
    },
    freeOf: (scope, now) =>
      remembered(`free ${scope}`, now, () => rows.filter((row) => isFree(row) && kept(scope, row, now))),
    // One person buys little, so this is sorted on demand.
    boughtBy: (owner, { by, scope, now }) =>
      sortRows(
        (ofOwner.get(owner) ?? []).filter((row) => kept(scope, row, now)),
        by,
      ),
    row(id) {
      const purchase = store.get('purchases', id) ?? archivedPurchase(store, id);
      return purchase && rowOf(purchase, store);
    },
    holdersOf(purchase) {
      const whose = whoseSeats(purchase, store, liveOfSku.get(purchase.sku) ?? []);
      const all = store.get('holdings', purchase.sku)?.holders ?? [];
      return whose && { ids: whose.known ? whose.ids : all, whose };
    },
  };
}

/** Rows in an order that holds until the next decision about one of them runs out. */
interface Order {
  rows: readonly Row[];
  until: string;
}

function nextChange(rows: readonly Row[], now: Date): string {
  let next = never;
  for (const { purchase } of rows) {
    const decision = inHand(purchase, now);
    if (decision && decision.kind !== 'takeover' && decision.until < next) next = decision.until;
  }
  return next;
}

const inScope: Record<Scope, (purchase: Purchase, now: Date) => boolean> = {
  decide: (purchase, now) => purchase.kind === 'self-service' && isLive(purchase) && !inHand(purchase, now),
  'self-service': ({ kind }) => kind === 'self-service',
  central: ({ kind }) => kind !== 'self-service',
  all: () => true,
  free: () => true,
  everything: () => true,
};

function rowOf(purchase: Purchase, store: Reader): Row {
  const product = store.get('products', purchase.sku);
  const purchaser = purchase.purchaser ? store.get('people', purchase.purchaser) : undefined;
  const known = rowCache.get(purchase);
  const purchaserName = nameAmong(store, purchaser);
  if (known && known.product === product && known.purchaser === purchaser && known.purchaserName === purchaserName)
    return known;
  const productName = product?.name ?? purchase.skuPart;
  const keys = {
    product: searchKey(productName, purchase.skuPart, listedName(purchase.sku, purchase.skuPart)),
    purchaser: searchKey(purchaser?.name, purchaser?.userName, purchaser?.mail),
    rest: searchKey(purchase.id, purchaser?.department, purchase.commerceId),
  };
  const row = { purchase, product, purchaser, purchaserName, productName, keys };
  rowCache.set(purchase, row);
  return row;
}

/** Far in the future, so that purchases without a date come last. */
const never = '9999';

const sortKeys: Record<Sort, (row: Row) => string | number> = {
  next: ({ purchase }) => purchase.nextAt ?? never,
  product: ({ keys }) => keys.product,
  purchaser: ({ keys, purchaser }) => (purchaser?.name ? keys.purchaser : '\uffff'),
  // What is not known comes last.
  quantity: ({ purchase }) => -(purchase.quantity ?? -1),
  // Of one day, the later number is the newer.
  bought: ({ purchase }) =>
    -(purchase.createdAt ? Date.parse(purchase.createdAt) / 86_400_000 : 0) - Number(purchase.id.slice(2)) / 1e10,
};

/** Live purchases come first; ties are settled by id, so that paging never shows a row twice. */
function sortRows(rows: readonly Row[], by: Sort): readonly Row[] {
  return rows
    .map((row) => ({
      row,
      live: isLive(row.purchase) ? 0 : 1,
      key: sortKeys[by](row),
      number: Number(row.purchase.id.slice(2)),
    }))
    .sort((a, b) => a.live - b.live || (a.key < b.key ? -1 : a.key > b.key ? 1 : a.number - b.number))
    .map(({ row }) => row);
}
