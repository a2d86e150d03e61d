/** Which of the organisation's products people can be given, and how near one product is to another. */
import type { Product } from '../../../store/records.ts';
import { unaccent } from '../../language/fold.ts';
import { isDepartmental } from '../../microsoft/departmental.ts';
import { isFreeOffer } from '../../purchases/free-products.ts';

/** Also seats that have lapsed, which a renewal brings back; none that are the whole organisation's. */
export function hasSeats({ seats, warning = 0, suspended = 0, wholeOrganisation }: Product): boolean {
  return !wholeOrganisation && seats + warning + suspended > 0;
}

/** What is assigned to the organisation as a whole. */
const isForNobody = /storage/i;

/** Departmental seats can't be assigned, whoever owns them; nor do people stay on them once the purchase has ended. */
export function isForPeople(product: Product): boolean {
  const { part, name } = product;
  return !isFreeOffer(product) && !isForNobody.test(`${part} ${name}`) && !isDepartmental(part);
}

/** Words that every other product has. */
const empty = new Set([
  'microsoft',
  '365',
  'office',
  'plan',
  'for',
  'per',
  'user',
  'department',
  'departments',
  'and',
  'the',
]);

/** How much two names have in common: 1 all, 0 nothing. */
export function kinship(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, a.size + b.size - shared);
}

/** The words of a product's name that tell it from others. */
export function wordsIn(name: string): Set<string> {
  return new Set((unaccent(name).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !empty.has(word)));
}
