/** Microsoft's word that a licence was given, or taken, is no proof: it has to show it. */
import type { Takeover } from '../../../store/records.ts';
import type { Store } from '../../../store/store.ts';
import type { AssignmentPath, Commerce, LicenceFacts } from '../../microsoft/commerce.ts';
import { byPerson } from '../state/read-preflight.ts';
import { transferId, transferOf } from './transfers.ts';

interface Deps {
  store: Store;
  commerce: Pick<Commerce, 'licencesOf'>;
}

interface Looking {
  people: readonly string[];
  what: 'given' | 'taken';
}

/** `unlike`: Microsoft shows otherwise. `left`: it has them no more. `inGroup`: a group still gives what was taken. */
interface Shown {
  unlike: string[];
  left: string[];
  inGroup: string[];
}

/**
 * Looks for whom Microsoft shows what it said to have done, and keeps it.
 *
 * @throws MicrosoftFailed
 */
export async function noteShown(takeover: Takeover, { people, what }: Looking, deps: Deps): Promise<Shown> {
  const { store, commerce } = deps;
  const { act, purchase } = takeover;
  const sku = what === 'given' && act.kind === 'move' ? act.to.sku : purchase.sku;
  const counts = (what === 'given') === (act.kind === 'move');
  const unseen = people.filter((person) => {
    const transfer = transferOf(store, takeover.id, person);
    return transfer?.[what] === 'done' && !(counts && transfer.shown);
  });
  const facts = byPerson(unseen.length > 0 ? await commerce.licencesOf(unseen, [sku]) : []);
  const licenceOf = (person: string) => facts.get(person.toLowerCase())?.licences[0];
  const [left, here] = [unseen.filter((each) => !licenceOf(each)), unseen.filter(licenceOf)];
  const isShown = (person: string): boolean => isSo(licenceOf(person), what);
  const inGroup = what === 'taken' ? here.filter((person) => licenceOf(person)?.held === 'group') : [];
  const seen = here.filter((person) => isShown(person) && !inGroup.includes(person));
  if (counts && seen.length > 0) await keep(takeover, seen, store);
  return { unlike: here.filter((person) => !isShown(person)), left, inGroup };
}

/** What a group gives stays. */
const given: ReadonlySet<AssignmentPath> = new Set(['direct', 'group', 'both']);
const taken: ReadonlySet<AssignmentPath> = new Set(['none', 'error', 'group']);

function isSo(licence: LicenceFacts['licences'][number] | undefined, what: Looking['what']): boolean {
  if (!licence) return false;
  const { held, listed } = licence;
  if (held === 'none' && listed === true) return what === 'given';
  return (what === 'given' ? given : taken).has(held);
}

async function keep({ id }: Takeover, people: readonly string[], store: Store): Promise<void> {
  await store.transact((tx) => {
    for (const person of people) {
      const transfer = tx.get('transfers', transferId(id, person));
      if (transfer) tx.put('transfers', { ...transfer, shown: true });
    }
  });
}
