/** The cards on which an admin chooses what a takeover is to do: for whom, whether they move or lose it, and why. */
import type { Card } from '../../../cards/card.ts';
import type { Choice, Report } from '../../../cards/report.ts';
import { report } from '../../../cards/report.ts';
import type { Draft, Person } from '../../../store/records.ts';
import { press } from '../../core/command.ts';
import { shortName } from '../../core/lines.ts';
import { adminCentre } from '../../microsoft/links.ts';
import { causesIn, causeText } from '../cards/causes.ts';
import { sortedNames } from '../cards/names.ts';
import { type About, type Drafting, goOn, holdersOfSku } from './drafting.ts';
import { listedTargets, type Target } from './targets.ts';

/** What every one of these cards says of itself. */
function around(title: string, { line, purchase }: About, { language: { t, words } }: Drafting) {
  return {
    title,
    subtitle: line,
    summary: `${title} ${line}`,
    fallback: t('fallback', { command: `${words.commands.takeover.names[0]} ${purchase.id}` }),
  };
}

/**
 * Move its holders, or cancel it [29].
 *
 * @param targets all there are, or those that fit what was typed
 * @param chosen the SKU that was chosen before they came back
 */
export function chooseCard(
  draft: Draft,
  about: About,
  targets: readonly Target[],
  view: Drafting,
  { remark, chosen }: { remark?: string | undefined; chosen?: string | undefined } = {},
): Card {
  const { t, words } = view.language;
  const ids = draft.holders?.ids ?? [];
  const isPicked = draft.holders?.known === 'picked';
  const listed = listedTargets(targets);
  const isShort = listed.some(({ missing }) => missing > 0);
  const typed = `${words.commands.takeover.names[0]} ${draft.purchase} ${words.argumentNames.product[0]}:"visio plan 2"`;
  const move = { ...goOn(t('draft.button.move'), draft, { act: 'move' }, view), inputs: true as const };
  return report({
    ...around(t('draft.choose.title'), about, view),
    paragraphs: [
      ...(remark ? [remark] : []),
      t(isPicked ? 'draft.choose.picked' : 'draft.choose.sole', { count: ids.length }),
      t(listed.length > 0 ? 'draft.choose.how' : 'draft.choose.nowhere'),
    ],
    sections: [{ heading: t('purchase.holders'), lines: ids.length > 0 ? [{ title: sortedNames(ids, view) }] : [] }],
    ...(listed.length > 0 ? { choice: targetChoice(listed, chosen, view) } : {}),
    notes: listed.length < targets.length ? [t('draft.choose.others', { example: typed })] : [],
    buttons: [
      ...(listed.length > 0 ? [move] : []),
      goOn(t('draft.button.cancel'), draft, { act: 'cancel' }, view),
      ...(isPicked ? [goOn(t('draft.button.change'), draft, { pick: 'show' }, view)] : []),
      press(t('button.back'), 'purchase', { purchase: draft.purchase }),
    ],
    links: isShort ? [{ title: t('draft.button.buy'), url: adminCentre.worldwide.purchaseServices }] : [],
  });
}

function targetChoice(listed: readonly Target[], chosen: string | undefined, { language: { t } }: Drafting): Choice {
  const isListed = listed.some(({ sku }) => sku === chosen);
  const seats = ({ same, free, missing }: Target): string => {
    if (missing > 0) return t('draft.choose.short', { free, missing });
    return same ? t('draft.choose.same') : t('draft.choose.free', { count: free });
  };
  return {
    id: 'product',
    label: t('draft.choose.label'),
    missing: t('draft.choose.none'),
    ...(chosen && isListed ? { value: chosen } : {}),
    options: listed.map((target) => ({ title: `${shortName(target.product)} · ${seats(target)}`, value: target.sku })),
  };
}

/** Why, and who loses it [37, 38]. */
export function causeCard(draft: Draft, about: About, view: Drafting, remark?: string): Card {
  const { t } = view.language;
  const ids = draft.holders?.ids ?? [];
  const causes = causesIn(view.house.config.takeovers);
  const options = causes.map((cause) => ({ title: causeText(cause, t), value: cause }));
  const { act } = draft;
  const chosen = act?.kind === 'cancel' && causes.includes(act.reason) ? { value: act.reason } : {};
  return report({
    ...around(t('draft.cause.title'), about, view),
    paragraphs: [...(remark ? [remark] : []), t('draft.cause.what', { count: ids.length })],
    sections: [{ heading: t('draft.losing'), lines: ids.length > 0 ? [{ title: sortedNames(ids, view) }] : [] }],
    choice: { id: 'cause', label: t('draft.cause.label'), options, missing: t('draft.cause.none'), ...chosen },
    buttons: [
      { ...goOn(t('button.next'), draft, { act: 'cancel' }, view), inputs: true },
      goOn(t('button.back'), draft, {}, view),
    ],
  });
}

/** A tick list that is longer is no list any more. */
const mostTicks = 40;

export function isTicked(holders: readonly string[]): boolean {
  return holders.length <= mostTicks;
}

/** As many names as 8,000 characters hold, which is what the argument takes. */
const longestList = 8_000;

/** Whose seats: Microsoft doesn't say, so the admin does. What was not recognised stays to be corrected. */
export function pickCard(
  draft: Draft,
  about: About,
  view: Drafting,
  { remarks = [], left = [] }: { remarks?: readonly string[]; left?: readonly string[] } = {},
): Card {
  const { t, format } = view.language;
  const { store } = view.house;
  const holders = holdersOfSku(about.purchase, store) ?? [];
  const picked = new Set(draft.holders?.ids);
  const isShort = isTicked(holders);
  const people = holders.flatMap((id) => store.get('people', id) ?? []);
  return report({
    ...around(t('draft.pick.title'), about, view),
    paragraphs: [
      ...remarks,
      t('draft.pick.why', {
        seats: t('purchases.seats', { count: about.purchase.quantity }),
        held: t('draft.pick.held', { count: holders.length }),
      }),
    ],
    sections: [
      {
        heading: t('draft.pick.already'),
        lines: isShort || picked.size === 0 ? [] : [{ title: sortedNames([...picked], view) }],
      },
    ],
    ...(isShort && people.length > 0 ? { ticks: ticksOf(people, picked, view) } : {}),
    answer: {
      id: 'names',
      label: t(isShort ? 'draft.pick.namesToo' : 'draft.pick.names'),
      placeholder: t('draft.pick.hint'),
      value: left.join('\n'),
      most: longestList,
    },
    notes: [t('draft.pick.only', { date: format.dateTime(store.get('parts', 'holders')?.goodAt ?? view.now) })],
    buttons: [
      { ...goOn(t('button.next'), draft, { pick: 'picked' }, view), inputs: true },
      ...(picked.size > 0 && !isShort ? [goOn(t('draft.button.again'), draft, { pick: 'nobody' }, view)] : []),
      press(t('button.back'), 'purchase', { purchase: draft.purchase }),
    ],
  });
}

function ticksOf(
  people: readonly Person[],
  picked: ReadonlySet<string>,
  { language }: Drafting,
): NonNullable<Report['ticks']> {
  const { t, format } = language;
  const named = people.map(({ id, name, userName, department }) => ({
    value: id,
    ticked: picked.has(id),
    title: [shortName(name ?? t('purchases.unknownPurchaser')), department ?? userName].filter(Boolean).join(' · '),
  }));
  return {
    id: 'people',
    label: t('draft.pick.label'),
    options: named.sort((a, b) => format.compare(a.title, b.title)),
  };
}
