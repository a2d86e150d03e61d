/** The names of the people a takeover is about. */
import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '../../../store/store.ts';
import type { PersonFacts } from '../../microsoft/commerce.ts';
import { asPeople } from '../../sync/people.ts';

/** Cards name people as Microsoft names them now. */
export function namePeople(tx: Transaction, facts: readonly PersonFacts[]): void {
  for (const person of asPeople(facts, ({ id }) => tx.get('people', id)?.admin ?? false))
    if (!isDeepStrictEqual(tx.get('people', person.id), person)) tx.put('people', person);
}
