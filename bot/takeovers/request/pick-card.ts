/** The card on which an admin picks the holders a purchase pays for: Microsoft doesn't say whose seats they are. */
import type { Card } from '../../../cards/card.ts';
import { type Report, report } from '../../../cards/report.ts';
import { present, when } from '../../../cards/when.ts';
import type { Draft, Person } from '../../../store/records.ts';
import { press } from '../../core/command.ts';
import { shortName } from '../../core/lines.ts';
import { nameAmong } from '../../people/told-apart.ts';
import { seatsOf } from '../../purchases/wording.ts';
import { sortedNames } from '../cards/names.ts';
import { type About, continueButton, type Drafting, frameOf, holdersOfSku } from './drafting.ts';

/** A longer tick list could not be read. */
const mostTicks = 40;

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
}

export function pickCard(draft: Draft, { about, remarks = [], left = [] }: Picking, drafting: Drafting): Card {
  const { t } = drafting.language;
  const holders = holdersOfSku(about.purchase, drafting.dependencies.store) ?? [];
  const picked = draft.holders?.ids ?? [];
  const isLong = !isTicked(holders);
  const seats = seatsOf(about.purchase.quantity, drafting);
  const isStarted = isLong && picked.length > 0;
  const next = continueButton(t('button.next'), draft, { pick: 'picked' }, drafting);
  const again = continueButton(t('draft.button.again'), draft, { pick: 'nobody' }, drafting);
  return report({
    ...frameOf(t('draft.pick.title'), about, drafting),
    paragraphs: [...remarks, t('draft.pick.why', { seats, held: t('draft.pick.held', { count: holders.length }) })],
    sections: [{ heading: t('draft.pick.already'), lines: when(isStarted, { title: sortedNames(picked, drafting) }) }],
    ...(!isLong && ticksOf(holders, picked, drafting)),
    answer: namesInput(left, isLong, drafting),
    notes: [onlyNote(drafting)],
    buttons: [
      { ...next, inputs: true },
      ...when(isStarted, again),
      press(t('button.back'), 'purchase', { purchase: draft.purchase }),
    ],
  });
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
