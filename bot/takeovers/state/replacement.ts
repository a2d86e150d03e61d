/** The organisation's product that people can ask for in place of one that is cancelled. */
import type { Product } from '../../../store/records.ts';
import type { Reader } from '../../../store/store.ts';
import { roomIn, sharesOf } from '../../purchases/free-seats.ts';
import { hasSeats, isForPeople, kinship, wordsIn } from './kinship.ts';

/** Less in common is another product, not another edition of the same. */
const nearEnough = 0.5;

/** @returns its name: the nearest kin with a free seat of the organisation's own; undefined where there is none */
export function replacementFor(sku: string, store: Reader): string | undefined {
  const source = store.get('products', sku)?.name;
  if (!source) return undefined;
  const [nearest] = [...store.all('products')]
    .map((product) => ({ product, near: kinship(family(source), family(product.name)) }))
    .filter(({ product, near }) => near > nearEnough && isGiven(product, store))
    .sort((a, b) => b.near - a.near || (a.product.name < b.product.name ? -1 : 1));
  return nearest?.product.name;
}

/** Without the numbers: Visio Plan 2 does for Visio Plan 1. */
function family(name: string): Set<string> {
  return new Set([...wordsIn(name)].filter((word) => !/^\d+$|^dept$/.test(word)));
}

/** The organisation has a seat of it that nobody uses, and may assign it. */
function isGiven(product: Product, store: Reader): boolean {
  const shares = sharesOf(product.id, store);
  const isOwn = !shares.isMixed || shares.central > 0;
  return isOwn && hasSeats(product) && isForPeople(product) && roomIn(product, shares).free > 0;
}
