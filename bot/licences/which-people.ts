/** The people somebody means by a name or address: those Purser knows, or those Microsoft finds. */

import type { Transaction } from '../../store/store.ts';
import { type Context, UserError } from '../core/command.ts';
import { answered } from '../core/what-next.ts';
import { finderOfAll, fold, searchKey } from '../language/fold.ts';
import type { PersonFacts } from '../microsoft/commerce.ts';

export type Whom = Pick<PersonFacts, 'id' | 'name' | 'userName' | 'department'>;

/**
 * Everyone who may be meant: people known by exactly this name or address, else by words of it, else found by Microsoft.
 *
 * @throws UserError if there is nobody, or Microsoft can't be asked
 */
export async function peopleNamed(text: string, context: Context): Promise<Whom[]> {
  const { t } = context.language;
  const mentioned = context.mentioned.get(text.trim());
  if (mentioned) return stillHere(await peopleWith([mentioned], context), text, context);
  const known = knownAs(text, context);
  if (known.length > 0) return known;
  const { commerce } = context.dependencies;
  const found = await answered(commerce.find(text.trim()), t('assign.cantLook'), t);
  const people = found.filter(({ guest }) => !guest);
  if (people.length === 0) throw new UserError(t('assign.nobody', { who: text }));
  return people;
}

/** @throws UserError where one of them left, or is a guest */
function stillHere(people: Whom[], text: string, { language: { t } }: Context): Whom[] {
  const isOut = (person: Whom & { leftAt?: unknown; guest?: unknown }): boolean =>
    Boolean(person.leftAt ?? person.guest);
  if (people.some(isOut)) throw new UserError(t('assign.nobody', { who: text }));
  return people;
}

function knownAs(text: string, { dependencies: { store } }: Context): Whom[] {
  const asked = fold(text);
  const here = [...store.all('people')].filter(({ leftAt, guest }) => !leftAt && !guest);
  const is = (value: string | null): boolean => value !== null && fold(value) === asked;
  const same = here.filter(({ name, userName, mail }) => [name, userName, mail].some(is));
  if (same.length > 0) return same;
  const finds = finderOfAll(text);
  return here.filter(({ name, userName, mail }) => finds(searchKey(name, userName, mail)));
}

const objectId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The people with these ids, which come from a button and are not trusted.
 *
 * @throws UserError if neither Purser nor Microsoft knows one of them
 */
export async function peopleWith(ids: readonly string[], context: Context): Promise<Whom[]> {
  const { store, commerce } = context.dependencies;
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))].filter((id) => objectId.test(id));
  const { t } = context.language;
  const unknown = wanted.filter((id) => !store.get('people', id));
  const told =
    unknown.length > 0 ? await answered(commerce.people(unknown, { brisk: true }), t('assign.cantLook'), t) : [];
  const found = new Map<string, Whom>(told.map((person) => [person.id, person]));
  const people = wanted.flatMap((id) => store.get('people', id) ?? found.get(id) ?? []);
  if (people.length === 0 || people.length < wanted.length) throw new UserError(t('assign.notFound'));
  return people;
}

/** Keeps people whom Microsoft found, so that cards can name them from now on. */
export function rememberPeople(tx: Transaction, people: readonly (Whom | PersonFacts)[]): void {
  for (const person of people) {
    if (tx.get('people', person.id)) continue;
    const unsaid = { mail: null, language: null, guest: false, enabled: true };
    tx.put('people', { ...unsaid, ...person, admin: false, forgotten: false, leftAt: null });
  }
}
