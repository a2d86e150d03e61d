/**
 * Products people bought themselves: each once, over all its live purchases [12]. Derived from the store once per change of
 * it, like the index of purchases.
 */
import type { Holding, Person } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import { searchKey, unaccent } from '../language/fold.ts';
import type { Language } from '../language/index.ts';
import { isFree } from '../purchases/free-products.ts';
import { isLive, type PurchaseIndex, purchaseIndex, type Row } from '../purchases/purchase-index.ts';
import type { Whose } from '../purchases/seat-sources.ts';

export interface Licensed {
  /** `skuId` */
  sku: string;
  name: string;
  part: string;
  /** Its live self-service purchases, by the purchaser's name. */
  purchases: readonly Row[];
  /** Seats of all of them together; null where the number of one is not known. */
  quantity: number | null;
  /** Live subscriptions of the same product that nobody bought for themselves; Microsoft pools the licences of all. */
  central: number;
  /** It costs nothing: it stands apart, and nobody decides about it. */
  free: boolean;
  /** What a search looks in: the product alone, and with its purchasers. */
  keys: { product: readonly string[]; all: readonly string[] };
}

/** Someone with a licence; `person` is undefined if Microsoft told only the id. */
export interface Holder {
  id: string;
  person: Person | undefined;
}

const cache = new WeakMap<PurchaseIndex, readonly Licensed[]>();

/** By name. */
export function licensedProducts(store: Reader, now: Date): readonly Licensed[] {
  const index = purchaseIndex(store);
  const known = cache.get(index) ?? build(index, now);
  cache.set(index, known);
  return known;
}

function build(index: PurchaseIndex, now: Date): readonly Licensed[] {
  const own = new Map<string, Row[]>();
  const central = new Map<string, number>();
  for (const row of index.sorted('purchaser', 'everything', now)) {
    const { sku, kind } = row.purchase;
    if (!isLive(row.purchase)) continue;
    if (kind !== 'self-service') central.set(sku, (central.get(sku) ?? 0) + 1);
    else if (!own.get(sku)?.push(row)) own.set(sku, [row]);
  }
  return [...own]
    .map(([sku, purchases]) => licensed(sku, purchases, central.get(sku) ?? 0))
    .map((product) => ({ product, key: unaccent(product.name) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.product.sku < b.product.sku ? -1 : 1))
    .map(({ product }) => product);
}

function licensed(sku: string, purchases: readonly Row[], central: number): Licensed {
  const [first] = purchases;
  const [name, part] = [first?.productName ?? sku, first?.purchase.skuPart ?? sku];
  const product = first?.keys.product ?? searchKey(name);
  return {
    sku,
    name,
    part,
    purchases,
    quantity: sumOf(purchases.map(({ purchase }) => purchase.quantity)),
    central,
    free: purchases.some(isFree),
    keys: { product: [product], all: [product, ...purchases.map(({ keys }) => keys.purchaser)] },
  };
}

/** Null where one of them is not known: the rest alone would be taken for all. */
export function sumOf(quantities: readonly (number | null)[]): number | null {
  return quantities.reduce((sum, each) => (sum === null || each === null ? null : sum + each), 0);
}

/** "83 bought, 19 free"; what is free of a pool that others have bought into as well is told of the whole. */
export function boughtText(
  { sku, quantity, central }: Licensed,
  { store, language: { t } }: { store: Reader; language: Language },
): string {
  if (quantity === null) return t('list.unknownNumber');
  const pool = store.get('products', sku);
  if (!pool) return t('licences.bought', { bought: quantity });
  const free = Math.max(0, pool.seats - pool.used);
  return central > 0
    ? t('licences.boughtPool', { bought: quantity, all: pool.seats, free })
    : t('licences.boughtFree', { bought: quantity, free });
}

/** All seats of it are taken, whoever bought them. */
export function hasNoneFree({ sku }: Pick<Licensed, 'sku'>, store: Reader): boolean {
  const pool = store.get('products', sku);
  return pool !== undefined && pool.seats <= pool.used;
}

/** The purchase every licence of this product comes from; undefined if Microsoft doesn't say which comes from which. */
export function soleOf({ purchases, central }: Licensed): Row | undefined {
  return purchases.length === 1 && central === 0 ? purchases[0] : undefined;
}

/** The purchase a licence comes from, and how that is known. */
export interface Origin {
  row: Row;
  known: NonNullable<Whose['known']>;
  /** When Microsoft's allotments said so; null where it is the only purchase. */
  at: string | null;
}

/** By person. Nobody whose licence may come from another purchase. */
export function originsOf({ purchases }: Licensed, store: Reader): ReadonlyMap<string, Origin> {
  const index = purchaseIndex(store);
  return new Map(
    purchases.flatMap((row) => {
      const whose = index.holdersOf(row.purchase)?.whose;
      if (!whose?.known) return [];
      const origin: Origin = { row, known: whose.known, at: whose.at };
      return whose.ids.map((id) => [id, origin] as const);
    }),
  );
}

const sorted = new WeakMap<Holding, { people: number; holders: readonly Holder[] }>();

/** Everyone with a licence of a product, by name; undefined if that has not been read. */
export function holdersByName(store: Reader, sku: string): readonly Holder[] | undefined {
  const holding = store.get('holdings', sku);
  if (!holding) return undefined;
  const people = store.revision('people');
  const known = sorted.get(holding);
  if (known?.people === people) return known.holders;
  const holders = holding.holders
    .map((id) => ({ id, person: store.get('people', id) }))
    // People without a name come last.
    .map((holder) => ({ holder, key: `${unaccent(holder.person?.name ?? '\uffff')}\n${holder.id}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ holder }) => holder);
  sorted.set(holding, { people, holders });
  return holders;
}
