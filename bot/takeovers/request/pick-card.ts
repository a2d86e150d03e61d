/** The card on which an admin picks the holders a purchase pays for: Microsoft doesn't say whose seats they are. */
import type { Card } from '../../../cards/card.ts';
import { type Report, report } from '../../../cards/report.ts';
import { present, when } from '../../../cards/when.ts';
import type { Draft, Person } from '../../../store/records.ts';
import { press } from '../../core/command.ts';
import { shortName } from '../../core/lines.ts';
import { finder, searchKey } from '../../language/fold.ts';
import { nameAmong } from '../../people/told-apart.ts';
import { seatsOf } from '../../purchases/wording.ts';
import { sortedNames } from '../cards/names.ts';
import { type About, continueButton, type Drafting, frameOf, holdersOfSku } from './drafting.ts';

/** A longer tick list could not be read. */
export const mostTicks = 40;

export function isTicked(holders: readonly string[]): boolean {
  return holders.length <= mostTicks;
}

/** As many names as 8,000 characters hold, which is what the argument takes. */
const longestList = 8_000;

interface Picking {
  about: About;
  remarks?: readonly string[];
  /** Words that were not recognised stay in the field to be corrected. */
  left?: readonly string[];
  /** What was searched for. */
  words?: string;
}

export function pickCard(
  draft: Draft,
  { about, remarks = [], left = [], words = '' }: Picking,
  drafting: Drafting,
): Card {
  const { t } = drafting.language;
  const holders = holdersOfSku(about.purchase, drafting.dependencies.store) ?? [];
  const picked = draft.holders?.ids ?? [];
  const isLong = !isTicked(holders);
  const seats = seatsOf(about.purchase.quantity, drafting);
  const isStarted = isLong && picked.length > 0;
  const next = continueButton(t('button.next'), draft, { pick: 'picked' }, drafting);
  const again = continueButton(t('draft.button.again'), draft, { pick: 'nobody' }, drafting);
  const search = {
    ...continueButton(t('draft.button.search'), draft, { pick: 'find' }, drafting),
    inputs: true as const,
  };
  const unsure = {
    ...continueButton(t('draft.button.unsure'), draft, { pick: 'unsure' }, drafting),
    inputs: true as const,
  };
  const listed = listedOf(holders, { picked, words }, drafting);
  return report({
    ...frameOf(t('draft.pick.title'), about, drafting),
    paragraphs: [
      ...remarks,
      t('draft.pick.why', { seats, held: t('draft.pick.held', { count: holders.length }) }),
      ...when(listed.length < holders.length, t('draft.pick.shown', { shown: listed.length, count: holders.length })),
      unnamedText(about, holders.length - picked.length, { picked: picked.length }, drafting),
    ],
    sections: [{ heading: t('draft.pick.already'), lines: when(isStarted, { title: sortedNames(picked, drafting) }) }],
    ...ticksOf(listed, picked, drafting),
    answer: namesInput(left, isLong, drafting),
    notes: [onlyNote(drafting)],
    buttons: [
      { ...next, inputs: true, style: 'positive' },
      ...when(isLong, search),
      unsure,
      ...when(isStarted, again),
      press(t('button.back'), 'purchase', { purchase: draft.purchase }),
    ],
  });
}

/** Those picked come first, then those whose name, address or department has the words. */
function listedOf(
  holders: readonly string[],
  { picked, words }: { picked: readonly string[]; words: string },
  { dependencies: { store }, language: { format } }: Drafting,
): readonly string[] {
  if (isTicked(holders)) return holders;
  const finds = finder(words);
  const others = holders
    .filter((id) => !picked.includes(id))
    .flatMap((id) => store.get('people', id) ?? [])
    .filter(
      ({ name, userName, department }) =>
        words === '' || finds(searchKey(present(name, userName, department).join(' '))),
    )
    .sort((a, b) => format.compare(a.name ?? '', b.name ?? ''));
  return [...picked, ...others.map(({ id }) => id)].slice(0, mostTicks);
}

/** How many more may lose it than are on the list. */
function unnamedText(
  { purchase: { quantity } }: About,
  others: number,
  { picked }: { picked: number },
  { language: { t } }: Drafting,
): string {
  const count = Math.max(0, Math.min(others, quantity === null ? others : quantity - picked));
  return t('draft.pick.unnamed', { count });
}

/** Only people who held a licence when they were last read can be picked. */
function onlyNote({ language: { t, format }, dependencies, now }: Drafting): string {
  return t('draft.pick.only', { date: format.dateTime(dependencies.store.get('parts', 'holders')?.goodAt ?? now) });
}

function namesInput(
  left: readonly string[],
  isLong: boolean,
  { language: { t } }: Drafting,
): NonNullable<Report['answer']> {
  return {
    id: 'names',
    label: t(isLong ? 'draft.pick.names' : 'draft.pick.namesToo'),
    placeholder: t('draft.pick.hint'),
    value: left.join('\n'),
    most: longestList,
  };
}

function ticksOf(
  holders: readonly string[],
  picked: readonly string[],
  drafting: Drafting,
): Partial<Required<Pick<Report, 'ticks'>>> {
  const { language, dependencies } = drafting;
  const people = holders.flatMap((id) => dependencies.store.get('people', id) ?? []);
  if (people.length === 0) return {};
  const { t } = language;
  const titleOf = ({ name, userName, department, guest, enabled }: Person): string =>
    present(
      shortName(nameAmong(dependencies.store, { name, userName }) ?? language.t('purchases.unknownPurchaser')),
      department ?? userName,
      guest && t('licences.guest'),
      !enabled && t('licences.disabled'),
    ).join(' · ');
  const options = people
    .map((person) => ({ value: person.id, ticked: picked.includes(person.id), title: titleOf(person) }))
    .sort((a, b) => language.format.compare(a.title, b.title));
  return { ticks: { id: 'people', label: language.t('draft.pick.label'), options } };
}
