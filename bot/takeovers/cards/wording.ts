/** A takeover in words: what its cards, and everything that tells of it, say in the same way. */
import { shorten } from '../../../cards/card.ts';
import { reportings, type Takeover } from '../../../store/records.ts';
import type { Reader } from '../../../store/store.ts';
import { noticeEnd } from '../../../store/takeover/deadlines.ts';
import type { Turn } from '../../../store/takeover/moves.ts';
import type { House } from '../../core/house.ts';
import { shortName } from '../../core/lines.ts';
import { didNotStick, whyOf, whyText } from '../../jobs/whys.ts';
import type { Language } from '../../language/index.ts';
import { causeText } from './causes.ts';

/** To whom, when, and with what at hand. */
export interface Told {
  language: Language;
  now: Date;
  house: House;
}

/** More people than this are counted, not named: a card is read on a phone. */
const mostNamed = 6;

/** As a sentence has room for them. */
export function namesIn({ purchase, act }: Takeover, { language: { t } }: Pick<Told, 'language'>) {
  return {
    product: shortName(purchase.product),
    purchaser: purchase.purchaser ? shortName(purchase.purchaser.name) : t('purchases.unknownPurchaser'),
    target: act.kind === 'move' ? shortName(act.to.product) : '',
  };
}

/** Two products and a person have room in a title together with what is done to them. */
const longestInTitle = 50;

/** "Cancel Visio Plan 2 bought by Adele Vance; 12 people lose it on 26 Nov 2026" */
export function actText(takeover: Takeover, told: Told): string {
  const { language } = told;
  const { t, format } = language;
  const { act, holders } = takeover;
  const { product, purchaser, target } = namesIn(takeover, told);
  const text = t(`takeoverCard.act.${act.kind}`, {
    count: holders.ids.length,
    product: shorten(product, longestInTitle),
    purchaser: shorten(purchaser, longestInTitle),
    target: shorten(target, longestInTitle),
  });
  const start = act.kind === 'cancel' ? startOf(takeover, told) : undefined;
  return start ? t('takeoverCard.on', { act: text, date: format.date(start) }) : text;
}

/** When it begins, or could at the earliest while nobody has decided; undefined once it has begun, or won't. */
export function startOf({ state, notBefore, purchase: { nextAt } }: Takeover, { now, house }: Told): Date | undefined {
  const { noticeDays, calendar } = house.config.takeovers;
  if (state === 'pending') return noticeEnd(now, noticeDays, nextAt ? new Date(nextAt) : null, calendar);
  return state === 'approved' && notBefore ? new Date(notBefore) : undefined;
}

/** "Waits for a decision" */
export function stateText({ state }: Pick<Takeover, 'state'>, { language: { t } }: Pick<Told, 'language'>): string {
  const text = t(`takeover.state.${state}`);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** "Waits for a decision · TK-4 · P-12" */
export function stateLine(takeover: Takeover, told: Pick<Told, 'language'>): string {
  return [stateText(takeover, told), takeover.id, takeover.purchase.id].join(' · ');
}

/** "Megan Bowen rejected it · 21 Nov 2026, 10:02" */
export function turnText(turn: Turn, { language: { t, format } }: Pick<Told, 'language'>): string {
  const what = t(`takeover.turned.${turn.move}`, { name: turn.by ? shortName(turn.by.name) : 'Purser' });
  return `${what} · ${format.dateTime(turn.at)}`;
}

/** A line of a card has room for the gist. */
const longestQuote = 200;

/** The same, with what they said. */
export function turnLine(turn: Turn, told: Pick<Told, 'language'>): string {
  const words = wordsOf(turn, told);
  return [turnText(turn, told), words && shorten(words, longestQuote)].filter(Boolean).join(' · ');
}

export function wordsOf({ by, move, words }: Turn, { language }: Pick<Told, 'language'>): string | undefined {
  if (words === null) return undefined;
  return spellWords(words, { isOwn: by === null, isReport: move === 'report' }, language);
}

/**
 * What people say stands as they said it. What Purser itself gives as the reason is a code, and so is what somebody found:
 * `refused: CFQ7-41`.
 */
export function spellWords(
  words: string,
  { isOwn, isReport }: { isOwn: boolean; isReport: boolean },
  { t }: Language,
): string {
  const own = isOwn ? ownWords.find((code) => code === words) : undefined;
  if (own) return t(`takeover.words.${own}`);
  const found = isReport ? reportings.find((what) => words === what || words.startsWith(`${what}: `)) : undefined;
  return found ? [t(`takeoverCard.report.${found}`), words.slice(found.length + 2)].filter(Boolean).join(' · ') : words;
}

const ownWords = [
  'over',
  'requester-out',
  'blocked',
  'changed',
  'some-failed',
  'ending',
  'trouble',
  'deleted',
  'gone',
] as const;

/** Why somebody did not get a licence. */
export function whyLine(why: string | null, { language }: Pick<Told, 'language'>): string {
  const read = whyOf({ why });
  if (read === null || read === didNotStick) return language.t('takeoverCard.didNotStick');
  return whyText(read, language);
}

/** Why it is wanted, in the requester's words; and of a subscription that is just ended, for which of the reasons. */
export function whyWanted({ act, why }: Takeover, { language: { t } }: Pick<Told, 'language'>): string {
  const cause = act.kind === 'cancel' ? causeText(act.reason, t) : undefined;
  return [cause, why].filter(Boolean).join(' · ') || t('asked.noReason');
}

export function nameOf(person: string, { house, language: { t } }: Told): string {
  return shortName(house.store.get('people', person)?.name ?? t('purchases.unknownPurchaser'));
}

/** "Adele Vance, Lee Gu +10" */
export function namesOf(people: readonly string[], told: Told): string {
  const names = people.slice(0, mostNamed).map((person) => nameOf(person, told));
  const more = people.length - names.length;
  return [names.join(', '), ...(more > 0 ? [`+${told.language.format.number(more)}`] : [])].join(' ');
}

/** The first of them as lines of their own; the others are counted. */
export function firstLines<T, L>(
  all: readonly T[],
  lineOf: (each: T) => L,
  { language: { t } }: Pick<Told, 'language'>,
) {
  const more = all.length - mostNamed;
  const lines = all.slice(0, mostNamed).map(lineOf);
  return more > 0 ? [...lines, { title: t('notice.more', { count: more }) }] : lines;
}

/** More names than this are counted, not listed. */
export const mostNames = 10;

/** Everybody of a list in one sentence, in alphabetical order: "Adele Vance, Lee Gu and 3 more". */
export function sortedNames(
  ids: readonly string[],
  { language, house: { store } }: Pick<Told, 'language' | 'house'>,
): string {
  const { t, format } = language;
  const names = ids
    .map((id) => shortName(personName(id, store) ?? t('purchases.unknownPurchaser')))
    .sort(format.compare);
  const more = names.length - mostNames;
  return format.list([...names.slice(0, mostNames), ...(more > 0 ? [t('purchase.more', { count: more })] : [])]);
}

export function personName(id: string, store: Pick<Reader, 'get'>): string | undefined {
  const person = store.get('people', id);
  return person?.name ?? person?.userName ?? undefined;
}
