/**
 * The products whose licences are given and taken: those the organisation owns, and those that people only bought themselves,
 * whose licences an admin can neither give nor take [15].
 */
import type { Reader } from '../../store/store.ts';
import { grouped } from '../core/grouped.ts';
import { finderOfAll, fold, searchKey } from '../language/fold.ts';
import { isDepartmental } from '../microsoft/departmental.ts';
import { listedName } from '../microsoft/sku-names.ts';
import { isFree, isFreeOffer } from '../purchases/free-products.ts';
import { type Room, roomIn, sharesOf } from '../purchases/free-seats.ts';
import { isLive, purchaseIndex, type Row } from '../purchases/purchase-index.ts';
import { type Licensed, licensedProducts } from './licensed-products.ts';

export interface NamedProduct {
  /** `skuId` */
  sku: string;
  name: string;
  part: string;
}

export interface SeatPool extends NamedProduct {
  /** Of all its subscriptions together, since Microsoft pools them. */
  seats: number;
  used: number;
  /** Further seats, of subscriptions that have expired, or are suspended. */
  warning?: number | undefined;
  suspended?: number | undefined;
  /** It is for the organisation as a whole: no licence of it is anybody's. */
  wholeOrganisation?: true | undefined;
  /** Seats of live subscriptions that nobody bought for themselves, as far as their numbers are known. */
  central: number;
  /** How many the organisation can give. */
  room: Room;
  /** Undefined unless people bought it themselves and that still runs. */
  own: Licensed | undefined;
}

/** Every product the tenant has, in no order. */
export function seatPools(store: Reader, now: Date): SeatPool[] {
  const own = new Map(licensedProducts(store, now).map((product) => [product.sku, product]));
  const central = new Map<string, number>();
  for (const purchase of store.all('purchases')) {
    if (purchase.kind === 'self-service' || !isLive(purchase)) continue;
    central.set(purchase.sku, (central.get(purchase.sku) ?? 0) + (purchase.quantity ?? 0));
  }
  return [...store.all('products')].map(({ id, ...product }) => ({
    ...product,
    sku: id,
    central: central.get(id) ?? 0,
    room: roomIn(product, sharesOf(id, store)),
    own: own.get(id),
  }));
}

/**
 * Some of the seats are the organisation's to give to people: it has a subscription of its own, or nobody bought the product
 * themselves. Departmental seats are nobody's to give, whoever owns them.
 */
export function isOwned({ own, part, wholeOrganisation }: SeatPool): boolean {
  return !wholeOrganisation && !isDepartmental(part) && (own === undefined || own.central > 0);
}

/** What is worth offering to people: free products anybody has anyway. */
export function isOffered(product: SeatPool): boolean {
  return isOwned(product) && !isFreeOffer({ ...product, id: product.sku });
}

/** A product people bought themselves, with every purchase of it, also those that have ended. */
export interface BoughtProduct extends NamedProduct {
  rows: readonly Row[];
  /** It costs nothing: it stands apart. */
  free: boolean;
}

export function boughtProducts(store: Reader, now: Date): BoughtProduct[] {
  const bySku = grouped(purchaseIndex(store).sorted('product', 'self-service', now), ({ purchase }) => purchase.sku);
  return [...bySku].map(([sku, rows]) => ({
    sku,
    name: rows[0]?.productName ?? sku,
    part: rows[0]?.purchase.skuPart ?? sku,
    rows,
    free: rows.some(isFree),
  }));
}

/**
 * The products with this id or part number to the letter; if there are none, those with exactly this name; else those whose name
 * or part number has all the words. A departmental SKU and the full one bear one name: the part number tells them apart.
 */
export function productsNamed<T extends NamedProduct>(text: string, all: readonly T[]): T[] {
  const typed = text.trim().toLowerCase();
  const byId = all.filter(({ sku, part }) => [sku, part].some((each) => each.toLowerCase() === typed));
  if (byId.length > 0) return byId;
  const asked = fold(text);
  const same = all.filter(({ sku, name, part }) => [sku, name, part].some((each) => fold(each) === asked));
  return same.length > 0 ? same : productsHaving(text, all);
}

function productsHaving<T extends NamedProduct>(text: string, all: readonly T[]): T[] {
  const finds = finderOfAll(text);
  return all.filter(({ sku, name, part }) => finds(searchKey(name, part, listedName(sku, part))));
}

/**
 * The same, where licences are to be given or taken: “Project Plan 3” is the exact name of a departmental SKU alone, and means the
 * organisation’s “Planner and Project Plan 3” as well.
 */
export function poolsNamed(text: string, all: readonly SeatPool[]): SeatPool[] {
  const named = productsNamed(text, all);
  if (!named.every(({ part }) => isDepartmental(part))) return named;
  const having = productsHaving(text, all);
  return having.some(isOwned) ? having : named;
}
