/** Names of people, as many as a card has room for. */
import { when } from '../../../cards/when.ts';
import type { Reader } from '../../../store/store.ts';
import { listedNames, shortName } from '../../core/lines.ts';
import { nameAmong } from '../../people/told-apart.ts';
import type { Told } from './view/viewer.ts';

/** A card is read on a phone: it shows this many people, or lines, and counts the rest. */
export const mostShown = 6;

/** A sentence names this many people and counts the rest. */
const mostInSentence = 10;

/** "Adele Vance, Lee Gu +10" */
export function firstNames(people: readonly string[], told: Told): string {
  const names = people.slice(0, mostShown).map((person) => nameOf(person, told));
  const more = people.length - names.length;
  return [names.join(', '), ...when(more > 0, `+${told.language.format.number(more)}`)].join(' ');
}

function nameOf(person: string, { dependencies, language: { t } }: Told): string {
  return shortName(fullName(person, dependencies.store) ?? t('purchases.unknownPurchaser'));
}

/** The first of them as lines, and one more line that counts the rest. */
export function firstLines<T, L>(
  all: readonly T[],
  lineOf: (each: T) => L,
  { language: { t }, uncounted = 0 }: Pick<Told, 'language'> & { /** There were so many more. */ uncounted?: number },
): (L | { title: string })[] {
  const more = Math.max(0, all.length - mostShown) + uncounted;
  const lines = all.slice(0, mostShown).map(lineOf);
  return more > 0 ? [...lines, { title: t('notice.more', { count: more }) }] : lines;
}

/** The people of a list in one sentence, in alphabetical order: "Adele Vance, Lee Gu and 3 more". */
export function sortedNames(ids: readonly string[], told: Pick<Told, 'language' | 'dependencies'>): string {
  return listedNames(allNames(ids, told), { most: mostInSentence, counted: 'purchase.more' }, told.language);
}

/** Everybody, in alphabetical order. */
export function allNames(
  ids: readonly string[],
  { language, dependencies: { store } }: Pick<Told, 'language' | 'dependencies'>,
): string[] {
  const { t, format } = language;
  return ids.map((id) => shortName(fullName(id, store) ?? t('purchases.unknownPurchaser'))).sort(format.compare);
}

function fullName(id: string, store: Pick<Reader, 'get' | 'all' | 'revision'>): string | undefined {
  const person = store.get('people', id);
  return nameAmong(store, person) ?? person?.userName ?? undefined;
}
