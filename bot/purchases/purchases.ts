/** The list of purchases [1, 2, 4, 5, 7, 12]: for viewers everyone's, for others their own. */
import type { Button, Card } from '../../cards/card.ts';
import { type Filter, list, type Page, pageOf, rowsPerPage } from '../../cards/list.ts';
import { when } from '../../cards/when.ts';
import { type Command, type Context, given, press } from '../core/command.ts';
import { ageNote, dataAge } from '../core/freshness.ts';
import { pageButtons, pageLine, pastEnd } from '../core/paging.ts';
import { dayAhead, pastDay } from '../language/days.ts';
import type { Language } from '../language/index.ts';
import { showPurchase } from './card.ts';
import { chooseSeveral } from './choose-several.ts';
import { freeTotals } from './free-products.ts';
import { barOf, headline, rowOf } from './list-rows.ts';
import { isLive, type Row, type Sort } from './purchase-index.ts';
import { amountIn, filterNames, hasFilter, listArguments, matcher, type Query, statesIn } from './query.ts';
import { selected } from './selected.ts';

export const purchases: Command<'purchases', typeof listArguments> = {
  name: 'purchases',
  role: 'anyone',
  args: listArguments,
  reads: true,
  rest: 'words',
  searches: true,
  finds(words, context) {
    const { rows, others } = selected({ words }, context);
    return rows.length + others > 0;
  },
  run: ({ purchase, pick, ...query }, context) => {
    if (purchase) return showPurchase(purchase, context);
    return pick === 'show' ? chooseFrom(query, context) : showList(query, context);
  },
};

/** The rows of the page that is shown, and those that follow. */
function chooseFrom(query: Query, context: Context): Card {
  const { rows } = selected(query, context);
  const { page } = pageOf(rows, query.page);
  return chooseSeveral(rows.slice((page - 1) * rowsPerPage), { ...query, page }, context);
}

export function showList(query: Query, context: Context): Card {
  const { t, format } = context.language;
  const ownOnly = !context.speaker.roles.has('viewer');
  const found = selected(query, context);
  const { rows: matches, scope, apart, others, kind } = found;
  const isMixed = kind === 'all' || (hasFilter(query) && !query.kind);
  const manner = { isMixed, isGrouped: (query.sort ?? 'next') === 'next', isOwn: ownOnly };
  const place = pageOf(matches, query.page);
  const counted = matches.length === scope.length ? {} : { total: format.number(scope.length) };
  const { buttons, lines } = actionsOf({ query, kind, ownOnly, place, found }, context);
  return list({
    title: t(ownOnly ? 'purchases.titleOwn' : titles[kind]),
    subtitle: [countLine(matches.length, counted, context), ...headline(matches, context), dataAge(context)].join(
      ' · ',
    ),
    bar: place.page === 1 ? barOf(matches, context) : undefined,
    remarks: [
      ...filterLine(query, context),
      ...when(others > 0 && matches.length > 0, t('purchases.otherKinds', { count: others })),
      ...pastEnd(place, query.page, context),
    ],
    ...(!ownOnly && { filter: filterOf({ ...query, kind }, lines, context) }),
    rows: place.shown.map((row) => rowOf(row, manner, context)),
    empty: emptyLine(query, { kind, ownOnly }, context),
    pageOf: pageLine(place, context),
    notes: [...freeLine(apart, context), ...ageNote(context), ...when(ownOnly, t('purchases.ownOnly'))],
    buttons,
    summary: t('purchases.summary', { count: matches.length }),
    fallback: t('fallback', { command: context.language.words.commands.purchases.names[0] }),
  });
}

/** A card has room for six, two of which are the filter's; what comes last stands behind it. */
const mostButtons = 4;

interface Listed {
  query: Query;
  kind: NonNullable<Query['kind']>;
  ownOnly: boolean;
  place: Page<Row>;
  found: ReturnType<typeof selected>;
}

/** What stands at the foot, and what stands behind the filter, which people have who see everyone's. */
function actionsOf({ query, kind, ownOnly, place, found }: Listed, context: Context) {
  const { t } = context.language;
  const { rows: matches, scope, apart, others } = found;
  // Where there are pages, to turn one reads anew, and a third row of buttons would push rows off a phone.
  const isHidden = place.pages > 1 && !ownOnly;
  const again = press(t('button.refresh'), 'purchases', given(query));
  const all = [
    ...buttonsOf(query, place, context),
    ...when(
      others > 0,
      press(t('purchases.alsoOther', { count: others }), 'purchases', given({ ...query, kind: 'all' })),
    ),
    ...(matches.length === 0 && others === 0 ? nearestOf(query, scope, context) : []),
    ...when(
      !ownOnly && matches.length > 0,
      exportOf({ ...query, kind: query.kind ?? (hasFilter(query) ? undefined : kind) }, context),
    ),
    ...choosing(query, place.shown, context),
    ...when(apart.length > 0 && place.page === 1, press(t('button.showFree'), 'purchases', { kind: 'free' })),
    ...when(!isHidden && !hasFilter(query), again),
  ];
  return { buttons: all.slice(0, mostButtons), lines: [...all.slice(mostButtons), ...when(isHidden, again)] };
}

/** Where there is something to choose. */
function choosing(query: Query, rows: readonly Row[], { speaker, language: { t } }: Context): readonly Button[] {
  const isUseful = speaker.roles.has('admin') && rows.filter(({ purchase }) => isLive(purchase)).length > 1;
  return when(isUseful, press(t('button.chooseSeveral'), 'purchases', { ...given(query), pick: 'show' }));
}

/** Where nothing matches: the same without the filter whose absence leaves the fewest. */
function nearestOf(query: Query, scope: readonly Row[], context: Context): Button[] {
  const filters = filterNames.filter((name) => query[name] !== undefined);
  const without = filters.map((name): Query => {
    const { [name]: _, ...rest } = query;
    return rest;
  });
  const wider = [...(filters.length < 2 ? [] : without), ...withOneState(query)]
    .map((rest) => ({ rest, count: scope.filter(matcher(rest, context)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  return wider
    .slice(0, 1)
    .map(({ rest, count }) =>
      press(context.language.t('purchases.wider', { filter: toldOf(rest, context), count }), 'purchases', given(rest)),
    );
}

/** Of several states, each alone. */
function withOneState({ states, ...query }: Query): Query[] {
  return (states?.split(',') ?? []).map((status) => ({ ...query, status: status as NonNullable<Query['status']> }));
}

const titles = {
  decide: 'purchases.titleDecide',
  'self-service': 'purchases.titleSelfService',
  central: 'purchases.titleCentral',
  all: 'purchases.titleAll',
  free: 'purchases.titleFree',
} as const;

/** They drown no total, and are one press away. */
function freeLine(apart: readonly Row[], { language: { t } }: Context): string[] {
  return apart.length > 0 ? [t('purchases.apart', freeTotals(apart))] : [];
}

function countLine(count: number, { total }: { total?: string }, { language: { t } }: Context): string {
  return total ? t('purchases.countOf', { count, total }) : t('purchases.summary', { count });
}

function filterLine(query: Query, context: Context): string[] {
  const filter = toldOf(query, context);
  return filter ? [context.language.t('purchases.filteredBy', { filter })] : [];
}

/** The filters in force, in words. */
function toldOf(query: Query, { now, language: { t, format, words } }: Context): string {
  const told = filterNames.flatMap((name) => {
    const value = query[name];
    if (value === undefined) return [];
    if (name === 'status')
      return [t('purchases.filter.status', { value: words.valueWords.status[value as 'trial'][0] })];
    if (name === 'states') return [statesText(value as string, { t, words, format })];
    if (name === 'since') {
      const day = pastDay(value as string, now, format);
      return [t('purchases.filter.since', { value: format.date(day) })];
    }
    if (name === 'expires') {
      const day = dayAhead(value as number, now, format);
      return [t('purchases.filter.expires', { value: format.date(day) })];
    }
    if (name === 'quantity') {
      const { sign, count } = amountIn(value as string);
      return [t(`purchases.filter.quantity.${sign}`, { count })];
    }
    return [t(`purchases.filter.${name}`, { value })];
  });
  return format.list(told);
}

/** "trial and (deleted or suspended)", without the brackets. */
function statesText(named: string, { t, words, format }: Pick<Language, 't' | 'words' | 'format'>): string {
  const { own, theirs } = statesIn(named);
  const wordOf = (state: string): string => words.valueWords.status[state as 'trial']?.[0] ?? state;
  const one = theirs.map(wordOf).join(` ${t('purchases.filter.or')} `);
  return format.list([...own.map(wordOf), ...when(theirs.length > 0, one)]);
}

function emptyLine(
  query: Query,
  { kind, ownOnly }: { kind: NonNullable<Query['kind']>; ownOnly: boolean },
  { language: { t }, dependencies }: Context,
): string {
  if (!dependencies.store.get('parts', 'subscriptions')?.goodAt) return t('purchases.noneYet');
  if (hasFilter(query)) return t('purchases.noneFiltered');
  if (ownOnly) return t('purchases.noneOwn');
  return t(kind === 'decide' ? 'purchases.noneDecide' : 'purchases.none');
}

function buttonsOf(query: Query, place: Page<Row>, context: Context) {
  const { t } = context.language;
  const { page: _, ...same } = query;
  const data = given(same);
  return [
    ...pageButtons(place, { verb: 'purchases', same: data }, context),
    ...when(hasFilter(query), press(t('button.clearFilter'), 'purchases', query.kind ? { kind: query.kind } : {})),
  ];
}

/** The same in a file, whatever page is shown. */
function exportOf({ page: _, ...query }: Query, { language: { t } }: Context): Button {
  return press(t('button.export'), 'export', { what: 'purchases', ...given(query) });
}

/** The inputs hold the filters in force, so that changing one keeps the others. */
function filterOf(
  query: Query & { kind: NonNullable<Query['kind']> },
  lines: readonly Button[],
  { language }: Context,
): Filter {
  const { t } = language;
  const kinds: [NonNullable<Query['kind']>, string][] = [
    ['decide', t('purchases.kindDecide')],
    ['self-service', t('purchases.kindSelfService')],
    ['central', t('purchases.kindCentral')],
    ['all', t('purchases.kindAll')],
    ['free', t('purchases.kindFree')],
  ];
  const sorts: Sort[] = ['next', 'product', 'purchaser', 'quantity', 'bought'];
  const { page: _, words: __, kind: ___, sort: ____, ...kept } = query;
  return {
    toggle: t('button.filter'),
    words: { label: t('purchases.filterWords'), placeholder: t('purchases.filterWordsHint'), value: query.words ?? '' },
    choices: [
      {
        id: 'kind',
        label: t('purchases.filterKind'),
        value: query.kind,
        options: kinds.map(([value, title]) => ({ title, value })),
      },
      {
        id: 'sort',
        label: t('purchases.filterSort'),
        value: query.sort ?? 'next',
        options: sorts.map((value) => ({ title: t(`purchases.sort.${value}`), value })),
      },
    ],
    buttons: [{ ...press(t('button.showResults'), 'purchases', given(kept)), inputs: true }],
    lines,
  };
}

export const purchase: Command<'purchase', typeof listArguments> = {
  name: 'purchase',
  role: 'anyone',
  args: listArguments,
  reads: true,
  rest: 'words',
  searches: true,
  bareNumberIsId: true,
  run: ({ purchase: id, pick: _, ...query }, context) => (id ? showPurchase(id, context) : showList(query, context)),
};
