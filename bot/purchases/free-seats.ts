/**
 * Seats that the organisation can give. Microsoft pools the seats of a SKU, but those of a purchase that somebody made for
 * themselves are nobody else's to give: where a SKU has both, its pool doesn't say how many are free.
 */
import { derived } from '../../store/derived.ts';
import type { Purchase } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import { liveBySku } from './live.ts';
import { backs, lotsOf } from './seat-sources.ts';

/** Less than none where more are in use than there are. `atLeast`: there may be more, and nobody knows. */
export interface Room {
  free: number;
  atLeast: boolean;
}

/** The seats of a SKU together, as Microsoft counts them. */
interface Pool {
  seats: number;
  used: number;
}

/** What of a SKU is whose. */
export interface Shares {
  /** People have live purchases of their own of it. */
  isMixed: boolean;
  /** Active seats of the organisation's own subscriptions, as far as their numbers are known. */
  central: number;
  /** Free seats in the organisation's allotments, and how many of the SKU were in use then; undefined where these don't tell. */
  allotted: { free: number; used: number } | undefined;
}

/** How many seats of a SKU the organisation can give. */
export function roomIn({ seats, used }: Pool, { isMixed, central, allotted }: Shares): Room {
  if (!isMixed) return { free: seats - used, atLeast: false };
  if (!allotted) return { free: Math.max(0, Math.min(seats, central) - used), atLeast: true };
  // Whoever was given a seat since may have had one of these.
  const since = Math.max(0, used - allotted.used);
  return { free: Math.max(0, Math.min(seats - used, allotted.free - since)), atLeast: false };
}

type Reading = Pick<Reader, 'get' | 'all' | 'revision'>;

export function sharesOf(sku: string, store: Reading): Shares {
  return allShares(store).get(sku) ?? { isMixed: false, central: 0, allotted: undefined };
}

/** It is looked at for every product of a list. */
const allShares = derived(
  ['purchases', 'products', 'allotments', 'parts'],
  (store: Reading) => new Map([...liveBySku(store)].map(([sku, purchases]) => [sku, shares(sku, purchases, store)])),
);

function shares(sku: string, live: readonly Purchase[], store: Reading): Shares {
  const isMixed = live.some(isOwn);
  const central = sum(live.filter((each) => !isOwn(each) && each.status === 'Enabled').map(({ quantity }) => quantity));
  return { isMixed, central, allotted: isMixed ? allottedRoom(sku, live, store) : undefined };
}

/** Bought by people for themselves, also where that isn't sure: nothing is promised that may be theirs. */
function isOwn({ kind }: Purchase): boolean {
  return kind === 'self-service';
}

function sum(quantities: readonly (number | null)[]): number {
  return quantities.reduce<number>((total, each) => total + (each ?? 0), 0);
}

/** Undefined unless every subscription has its lots, and every lot is the organisation's alone or people's alone. */
function allottedRoom(sku: string, live: readonly Purchase[], store: Reading): Shares['allotted'] {
  const used = store.get('products', sku)?.used;
  if (used === undefined || store.get('parts', 'allotments')?.answer?.said !== 'whole') return undefined;
  const lots = lotsOf(sku, store).map((lot) => ({ lot, behind: live.filter((each) => backs(lot, each)) }));
  const isWhole = live.every((each) => lots.some(({ behind }) => behind.includes(each)));
  const isClear = lots.every(
    ({ lot, behind }) =>
      behind.length > 0 && behind.length === lot.subscriptions.length && new Set(behind.map(isOwn)).size === 1,
  );
  if (!isWhole || !isClear) return undefined;
  const givable = lots.filter(({ behind }) => behind.every((each) => !isOwn(each) && each.status === 'Enabled'));
  return { free: sum(givable.map(({ lot }) => Math.max(0, lot.seats - lot.used))), used };
}

/**
 * The pool of a purchase's SKU without what belongs to other people's purchases of it: neither are their seats there for its
 * holders, nor need those who hold them one of the organisation's, as far as allotments tell who that is.
 */
export function poolBeside<T extends Pool>({ id, sku }: Pick<Purchase, 'id' | 'sku'>, pool: T, store: Reading): T {
  const live = liveBySku(store).get(sku) ?? [];
  const others = live.filter((each) => each.id !== id && isOwn(each) && each.status === 'Enabled');
  if (others.length === 0) return pool;
  const isTold = sharesOf(sku, store).allotted !== undefined;
  const theirs = isTold ? lotsOf(sku, store).filter((lot) => others.some((each) => backs(lot, each))) : [];
  const seats = pool.seats - sum(others.map(({ quantity }) => quantity));
  return { ...pool, seats: Math.max(0, seats), used: pool.used - sum(theirs.map(({ used }) => used)) };
}
