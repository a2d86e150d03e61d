/** The products to which holders of a purchase could move [31, 32]: the organisation has seats of its own of them. */
import type { Product, Purchase } from '../../../store/records.ts';
import type { Reader } from '../../../store/store.ts';
import { leftWithout, missingSeats } from '../../../store/takeover/preflight.ts';
import { finder, fold, searchKey } from '../../language/fold.ts';
import { isDepartmental } from '../../microsoft/departmental.ts';
import { poolBeside, roomIn, sharesOf } from '../../purchases/free-seats.ts';
import { namedPurchase } from '../../purchases/named-purchase.ts';
import { isLive } from '../../purchases/purchase-index.ts';
import { hasSeats, isForPeople, kinship, wordsIn } from '../state/kinship.ts';

export interface Target {
  sku: string;
  part: string;
  product: string;
  /** The very same SKU: nobody has to be moved. */
  same: boolean;
  /** Less than none where more are in use than there are. `atLeast`: there may be more, and nobody knows. */
  free: number;
  atLeast: boolean;
  /** Further seats that have expired but still work, or are suspended. */
  warning?: number | undefined;
  suspended?: number | undefined;
  /** Seats that have to be bought first. */
  missing: number;
}

/** The same product first, then those with a seat for everybody, the nearest kin ahead; then those that are short. */
export function targetsFor(purchase: Purchase, holders: readonly string[], store: Reader): Target[] {
  const owned = ownedIn(store, purchase);
  const source = namedPurchase(purchase, store).product;
  return [...store.all('products')]
    .filter((product) => owned(product.id) && hasSeats(product) && isForPeople(product))
    .map((product) => ({
      target: targetOf(product, { purchase, holders }, store),
      near: kinship(wordsIn(source), wordsIn(product.name)),
    }))
    .sort(
      (a, b) => rank(a.target) - rank(b.target) || b.near - a.near || (a.target.product < b.target.product ? -1 : 1),
    )
    .map(({ target }) => target);
}

/** A departmental product that was named as a target, which it can't be; undefined where others fit the words as well. */
export function departmentalNamed(words: string, store: Reader): Product | undefined {
  const finds = finder(words);
  const named = [...store.all('products')].filter(({ id, part, name }) => id === words || finds(searchKey(name, part)));
  return named.every(({ part }) => isDepartmental(part)) ? named[0] : undefined;
}

/** An admin can't assign what people bought themselves. Of the same SKU the organisation must have a purchase of its own. */
function ownedIn(store: Reader, { id: source, sku: same }: Purchase): (sku: string) => boolean {
  const live = [...store.all('purchases')].filter((purchase) => isLive(purchase) && purchase.id !== source);
  const central = new Set(live.filter(({ kind }) => kind !== 'self-service').map(({ sku }) => sku));
  const own = new Set(live.filter(({ kind }) => kind === 'self-service').map(({ sku }) => sku));
  return (sku) => central.has(sku) || (sku !== same && !own.has(sku));
}

function targetOf(
  { id, part, name, seats, used, warning, suspended }: Product,
  { purchase, holders }: { purchase: Purchase; holders: readonly string[] },
  store: Reader,
): Target {
  const { sku, quantity } = purchase;
  const same = id === sku;
  const have = new Set(same ? [] : store.get('holdings', id)?.holders);
  const need = holders.filter((person) => !have.has(person)).length;
  const { free, atLeast } = roomIn({ seats, used }, sharesOf(id, store));
  const beside = poolBeside(purchase, { seats, used }, store);
  const left = quantity === null ? 0 : leftWithout(quantity, { seats: beside.seats, warning });
  const missing = same ? Math.max(0, beside.used - left) : missingSeats(need, free);
  return { sku: id, part, product: name, same, free, atLeast, warning, suspended, missing };
}

function rank({ same, missing }: Target): number {
  return same ? 0 : missing === 0 ? 1 : 2;
}

/** The target of this SKU; else all whose name or part number is, or has, these words. */
export function targetsNamed(words: string, targets: readonly Target[]): Target[] {
  const key = fold(words);
  const exact = targets.filter(({ sku, part, product }) => [sku, part, product].some((each) => fold(each) === key));
  const finds = finder(words);
  return exact.length > 0 ? exact : targets.filter(({ part, product }) => finds(searchKey(product, part)));
}

/** A list that can be read on a phone; short ones keep a place, since what is nearest is often short. */
const mostEnough = 10;
const mostListed = 15;

export function listedTargets(targets: readonly Target[]): Target[] {
  const enough = targets.filter(({ missing }) => missing === 0).slice(0, mostEnough);
  const short = targets.filter(({ missing }) => missing > 0).slice(0, mostListed - enough.length);
  const listed = new Set([...enough, ...short]);
  return targets.filter((target) => listed.has(target));
}
