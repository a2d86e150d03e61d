/** The list of purchases [1, 2, 4, 5, 7, 12]: for viewers everyone's, for others their own. */
import type { Card } from '../../cards/card.ts';
import { type Filter, type Row as ListRow, list, type Page, pageOf } from '../../cards/list.ts';
import { when } from '../../cards/when.ts';
import { type Command, type Context, press } from '../core/command.ts';
import { ageNote, dataAge } from '../core/freshness.ts';
import { pageButtons, pageLine, pastEnd } from '../core/paging.ts';
import { showPurchase } from './card.ts';
import { freeTotals } from './free-products.ts';
import { type Holders, isLive, purchaseIndex, type Row, type Sort } from './purchase-index.ts';
import { filterNames, hasFilter, listArguments, matcher, type Query } from './query.ts';
import { noDateOf, purchaserOf, seatsOf, statusOf } from './wording.ts';

export const purchases: Command<'purchases', typeof listArguments> = {
  name: 'purchases',
  role: 'anyone',
  args: listArguments,
  reads: true,
  rest: 'words',
  run: ({ purchase, ...query }, context) => (purchase ? showPurchase(purchase, context) : showList(query, context)),
};

/** Seven days: soon enough to say so in colour. */
const urgentDays = 7;

export function showList(query: Query, context: Context): Card {
  const { t, format } = context.language;
  const index = purchaseIndex(context.dependencies.store);
  const ownOnly = !context.speaker.roles.has('viewer');
  const kind = query.kind ?? (ownOnly || hasFilter(query) ? 'all' : 'decide');
  const by = query.sort ?? 'next';
  // Whoever looks for something finds it, also where it is free.
  const scopeOf = kind === 'all' && hasFilter(query) ? 'everything' : kind;
  const scope = ownOnly
    ? index.boughtBy(context.speaker.id, { by, scope: kind, now: context.now })
    : index.sorted(by, scopeOf, context.now);
  const apart = ownOnly || scopeOf === 'everything' || kind === 'free' ? [] : index.freeOf(kind, context.now);
  const matches = hasFilter(query) ? scope.filter(matcher(query, context)) : scope;
  const place = pageOf(matches, query.page);
  const canonical = { ...query, kind };
  const counted = matches.length === scope.length ? {} : { total: format.number(scope.length) };
  return list({
    title: t(ownOnly ? 'purchases.titleOwn' : titles[kind]),
    subtitle: [countLine(matches.length, counted, context), dataAge(context)].join(' · '),
    remarks: [...filterLine(query, context), ...pastEnd(place, query.page, context)],
    ...(!ownOnly && { filter: filterOf(canonical, context) }),
    rows: place.shown.map((row) => rowOf(row, kind === 'all', context)),
    empty: emptyLine(query, { kind, ownOnly }, context),
    pageOf: pageLine(place, context),
    notes: [...freeLine(apart, context), ...ageNote(context), ...when(ownOnly, t('purchases.ownOnly'))],
    buttons: [
      ...buttonsOf(canonical, place, context),
      ...when(apart.length > 0, press(t('button.showFree'), 'purchases', { kind: 'free' })),
    ],
    summary: t('purchases.summary', { count: matches.length }),
    fallback: t('fallback', { command: context.language.words.commands.purchases.names[0] }),
  });
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
  return when(apart.length > 0, t('purchases.apart', freeTotals(apart))).slice();
}

function countLine(count: number, { total }: { total?: string }, { language: { t } }: Context): string {
  return total ? t('purchases.countOf', { count, total }) : t('purchases.summary', { count });
}

function filterLine(query: Query, { language: { t, format, words } }: Context): string[] {
  const told = filterNames.flatMap((name) => {
    const value = query[name];
    if (value === undefined) return [];
    if (name === 'status')
      return [t('purchases.filter.status', { value: words.valueWords.status[value as 'trial'][0] })];
    if (name === 'since') return [t('purchases.filter.since', { value: format.date(value as string) })];
    return [t(`purchases.filter.${name}`, { value })];
  });
  return told.length > 0 ? [t('purchases.filteredBy', { filter: format.list(told) })] : [];
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

/** @param isMixed the list holds purchases of several kinds, so each row says its own */
function rowOf(row: Row, isMixed: boolean, context: Context): ListRow {
  const { purchase } = row;
  const { t } = context.language;
  const holders = purchaseIndex(context.dependencies.store).holdersOf(purchase);
  const small = [t('purchases.priceUnknown'), ...when(isMixed, kindOf(purchase, context)), purchase.id];
  return {
    title: row.productName,
    subtitle: purchaserOf(row, context),
    detail: [
      seatsOf(purchase.quantity, context),
      holdersLine(holders, context),
      ...when(purchase.trial, t('purchases.trial')),
    ].join(' · '),
    aside: asideOf(row, context),
    small: small.join(' · '),
    // A screen reader reads this for the row; ten times "Open" would say nothing.
    open: press(`${t('button.open')} ${row.productName} ${purchaserOf(row, context)}`, 'purchase', {
      purchase: purchase.id,
    }),
  };
}

function kindOf({ kind: of, sure }: Row['purchase'], { language: { t } }: Context): string {
  const kind = t(`kind.${of}`);
  return sure !== 'confirmed' && of === 'self-service' ? t(`purchase.${sure}`, { kind }) : kind;
}

function holdersLine(holders: Holders | undefined, { language: { t } }: Context): string {
  if (!holders) return t('purchases.holdersUnknown');
  return t(holders.whose.known ? 'purchases.holders' : 'purchases.holdersShared', { count: holders.ids.length });
}

function asideOf({ purchase }: Row, context: Context): ListRow['aside'] {
  const { language, now } = context;
  const { t, format } = language;
  if (!isLive(purchase) || purchase.absent) {
    return { label: t('purchase.status'), text: statusOf(purchase, context), hint: '', urgent: false };
  }
  if (!purchase.nextAt) return { label: t('purchase.next'), text: t(noDateOf(purchase)), hint: '', urgent: false };
  return {
    label: t(purchase.trial ? 'purchase.nextTrial' : 'purchase.next'),
    text: format.date(purchase.nextAt),
    hint: format.relative(purchase.nextAt, now),
    urgent: format.daysUntil(purchase.nextAt, now) < urgentDays,
  };
}

/** What a button needs to show the same list again. */
function dataOf(query: Query): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(query).filter((entry): entry is [string, string | number] => entry[1] !== undefined),
  );
}

function buttonsOf(query: Query, place: Page<Row>, context: Context) {
  const { t } = context.language;
  const { page: _, ...same } = query;
  const data = dataOf(same);
  return [
    ...pageButtons(place, { verb: 'purchases', same: data }, context),
    press(t('button.refresh'), 'purchases', place.page > 1 ? { ...data, page: place.page } : data),
    ...when(hasFilter(query), press(t('button.clearFilter'), 'purchases', { kind: query.kind ?? 'all' })),
  ];
}

/** The inputs hold the filters in force, so that changing one keeps the others. */
function filterOf(query: Query & { kind: NonNullable<Query['kind']> }, { language }: Context): Filter {
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
    buttons: [{ ...press(t('button.showResults'), 'purchases', dataOf(kept)), inputs: true }],
  };
}

export const purchase: Command<'purchase', typeof listArguments> = {
  name: 'purchase',
  role: 'anyone',
  args: listArguments,
  reads: true,
  rest: 'words',
  bareNumberIsId: true,
  run: ({ purchase: id, ...query }, context) => (id ? showPurchase(id, context) : showList(query, context)),
};
