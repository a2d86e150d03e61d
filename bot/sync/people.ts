/** People as Microsoft knows them, on their way into the store. */
import type { Person } from '../../store/records.ts';
import type { PersonFacts } from '../microsoft/commerce.ts';

/** Made one by one as they are put, so that people are answered meanwhile. */
export function* asPeople(
  all: Iterable<PersonFacts>,
  isAdmin: (facts: PersonFacts) => boolean,
): Generator<Person, void, undefined> {
  for (const facts of all) yield { ...facts, admin: isAdmin(facts), forgotten: false, leftAt: null };
}

/** The order of ids in a list that is kept: the same people make the same list. */
export function byCode(a: string, b: string): number {
  return a < b ? -1 : 1;
}
