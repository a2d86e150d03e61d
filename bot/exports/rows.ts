/** What an export holds: its columns, in the order people look for them, and its rows. */

import type { Context } from '../core/command.ts';
import { memoize } from '../journal/memoize.ts';
import { type Holder, holdersByName, type Licensed, type Origin, originsOf } from '../licences/licensed-products.ts';
import { isDepartmental } from '../microsoft/departmental.ts';
import { calledIn } from '../people/told-apart.ts';
import { isFree } from '../purchases/free-products.ts';
import { inHand, isLive, type PurchaseIndex, type Row } from '../purchases/purchase-index.ts';
import { purchaserOf, statusOf } from '../purchases/wording.ts';
import type { Column } from './sheet.ts';

/** A holder of a product [14]; `from` is the purchase the licence comes from, `origin` how that is known; undefined if it isn't. */
interface LicenceRow {
  product: Licensed;
  holder: Holder;
  from: Row | undefined;
  origin: Origin | undefined;
}

export function licenceRows(products: readonly Licensed[], { dependencies: { store } }: Context): LicenceRow[] {
  return products.flatMap((product) => {
    const origins = originsOf(product, store);
    return (holdersByName(store, product.sku) ?? []).map((holder) => {
      const origin = origins.get(holder.id);
      return { product, holder, from: origin?.row, origin };
    });
  });
}

function wordsIn(context: Context) {
  const { t, format } = context.language;
  const [yes, no] = [t('export.yes'), t('export.no')];
  return {
    unknown: t('export.unknown'),
    yesNo: (is: boolean): string => (is ? yes : no),
    kind: memoize<Row>(
      ({ purchase }) => t(`kind.${purchase.kind}`),
      ({ purchase }) => purchase.kind,
    ),
    status: memoize<Row>(
      ({ purchase }) => statusOf(purchase, context),
      ({ purchase: { status, statusWord, absent } }) => [status, statusWord, absent?.gone, absent?.since].join(),
    ),
    purchaser: memoize<Row>(
      (row) => purchaserOf(row, context),
      ({ purchase }) => purchase.purchaser,
    ),
    /** The calendar day in the reader's time zone. */
    day: memoize<string | null>(
      (instant) => (instant ? format.isoDate(instant) : ''),
      (instant) => instant,
    ),
  };
}
type Words = ReturnType<typeof wordsIn>;

export function licenceColumns(context: Context): Column<LicenceRow>[] {
  const words = wordsIn(context);
  const from = mailColumn<LicenceRow>(({ from }) => from, context);
  return [
    ...[...productColumns(context), ...holderColumns(words, context), ...originColumns(words, context), from],
    seatColumn(context),
    ...sourceColumns(words, context),
    guestColumn(words, context),
  ];
}

/** A departmental seat is not taken from anybody: it ends with its purchase. Of other seats nothing is said. */
function seatColumn({ language: { t } }: Context): Column<LicenceRow> {
  const value = ({ product }: LicenceRow) => (isDepartmental(product.part) ? 'with-purchase' : null);
  const words = (row: LicenceRow): string => (value(row) ? t('export.withPurchase') : '');
  return { key: 'seatEnds', title: t('export.column.seatEnds'), value, words };
}

function guestColumn({ unknown, yesNo }: Words, { language: { t } }: Context): Column<LicenceRow> {
  return {
    key: 'guest',
    title: t('export.column.guest'),
    value: ({ holder }) => holder.person?.guest ?? null,
    words: ({ holder }) => (holder.person ? yesNo(holder.person.guest) : unknown),
  };
}

function productColumns({ language: { t } }: Context): Column<LicenceRow>[] {
  return [
    { key: 'product', title: t('export.column.product'), value: ({ product }) => product.name },
    { key: 'sku', title: t('export.column.sku'), value: ({ product }) => product.part },
  ];
}

function holderColumns({ unknown, yesNo }: Words, { language: { t } }: Context): Column<LicenceRow>[] {
  return [
    {
      key: 'holder',
      title: t('export.column.holder'),
      value: ({ holder }) => holder.person?.name ?? null,
      words: ({ holder }) => holder.person?.name ?? unknown,
    },
    { key: 'account', title: t('export.column.account'), value: ({ holder }) => holder.person?.userName ?? null },
    { key: 'mail', title: t('export.column.mail'), value: ({ holder }) => holder.person?.mail ?? null },
    {
      key: 'department',
      title: t('export.column.department'),
      value: ({ holder }) => holder.person?.department ?? null,
    },
    {
      key: 'accountEnabled',
      title: t('export.column.enabled'),
      value: ({ holder }) => holder.person?.enabled ?? null,
      words: ({ holder }) => (holder.person ? yesNo(holder.person.enabled) : unknown),
    },
  ];
}

/** The purchase a licence comes from. */
function originColumns({ unknown, purchaser }: Words, { language: { t } }: Context): Column<LicenceRow>[] {
  return [
    {
      key: 'purchaser',
      title: t('export.column.purchaser'),
      value: ({ from }) => from?.purchaser?.name ?? null,
      words: ({ from }) => (from ? purchaser(from) : unknown),
    },
    {
      key: 'purchaserAccount',
      title: t('export.column.purchaserAccount'),
      value: ({ from }) => from?.purchaser?.userName ?? null,
    },
    {
      key: 'purchase',
      title: t('export.column.purchase'),
      value: ({ from }) => from?.purchase.id ?? null,
      words: ({ from }) => from?.purchase.id ?? unknown,
    },
  ];
}

/** How it is known from which purchase a licence comes. */
function sourceColumns({ unknown, day }: Words, { language: { t } }: Context): Column<LicenceRow>[] {
  return [
    {
      key: 'origin',
      title: t('export.column.origin'),
      value: ({ origin }) => origin?.known ?? null,
      words: ({ origin }) => (origin ? t(`export.origin.${origin.known}`) : unknown),
    },
    {
      key: 'originAt',
      title: t('export.column.originAt'),
      value: ({ origin }) => origin?.at ?? null,
      words: ({ origin }) => day(origin?.at ?? null),
    },
  ];
}

export function purchaseColumns(index: PurchaseIndex, context: Context): Column<Row>[] {
  const words = wordsIn(context);
  const mail = mailColumn<Row>((row) => row, context);
  const free: Column<Row> = {
    key: 'free',
    title: context.language.t('export.column.free'),
    value: isFree,
    words: (row) => words.yesNo(isFree(row)),
  };
  return [
    ...whatColumns(words, context),
    ...whoColumns(index, words, context),
    ...whenColumns(words, context),
    mail,
    free,
    ...decisionColumns(words, context),
  ];
}

/** What the list shows beside Microsoft's state: somebody sees to it, and until when. */
function decisionColumns({ day }: Words, { language: { t }, now, dependencies: { store } }: Context): Column<Row>[] {
  const decisionOf = ({ purchase }: Row) => inHand(purchase, now);
  const whyOf = (row: Row): string | null => {
    const decision = decisionOf(row);
    return decision?.kind === 'kept' ? decision.why : null;
  };
  const nameOf = (row: Row): string | null => {
    const decision = decisionOf(row);
    return decision ? calledIn(store, { id: decision.by, name: decision.name }) : null;
  };
  const untilOf = (row: Row): string | null => {
    const decision = decisionOf(row);
    return decision && decision.kind !== 'takeover' ? decision.until : null;
  };
  return [
    {
      key: 'decision',
      title: t('export.column.decision'),
      value: (row) => decisionOf(row)?.kind ?? null,
      words(row) {
        const decision = decisionOf(row);
        if (!decision) return '';
        return decision.kind === 'takeover' ? decision.takeover : t(`export.decision.${decision.kind}`);
      },
    },
    { key: 'decisionBy', title: t('export.column.decisionBy'), value: nameOf },
    {
      key: 'decisionUntil',
      title: t('export.column.decisionUntil'),
      value: untilOf,
      words: (row) => day(untilOf(row)),
    },
    { key: 'keptFor', title: t('purchase.keptFor'), value: whyOf },
  ];
}

/** Where the purchaser's mail goes. New columns come last: sheets that people made count from the first. */
function mailColumn<R>(rowOf: (row: R) => Row | undefined, { language: { t } }: Context): Column<R> {
  const title = t('export.column.purchaserMail');
  return { key: 'purchaserMail', title, value: (row) => rowOf(row)?.purchaser?.mail ?? null };
}

function whatColumns({ kind, status, yesNo }: Words, { language: { t } }: Context): Column<Row>[] {
  return [
    { key: 'purchase', title: t('export.column.purchase'), value: ({ purchase }) => purchase.id },
    { key: 'product', title: t('export.column.product'), value: ({ productName }) => productName },
    { key: 'sku', title: t('export.column.sku'), value: ({ purchase }) => purchase.skuPart },
    {
      key: 'kind',
      title: t('export.column.kind'),
      value: ({ purchase }) => purchase.kind,
      words: kind,
    },
    {
      key: 'kindSettled',
      title: t('export.column.settled'),
      value: ({ purchase }) => purchase.sure === 'confirmed',
      words: ({ purchase }) => yesNo(purchase.sure === 'confirmed'),
    },
    {
      key: 'status',
      title: t('export.column.status'),
      value: ({ purchase }) => purchase.statusWord ?? purchase.status,
      words: status,
    },
    {
      key: 'live',
      title: t('export.column.live'),
      value: ({ purchase }) => isLive(purchase),
      words: ({ purchase }) => yesNo(isLive(purchase)),
    },
    {
      key: 'trial',
      title: t('export.column.trial'),
      value: ({ purchase }) => purchase.trial,
      words: ({ purchase }) => yesNo(purchase.trial),
    },
  ];
}

function whoColumns(index: PurchaseIndex, words: Words, { language: { t } }: Context): Column<Row>[] {
  const holders = ({ purchase }: Row): number | null => {
    const known = index.holdersOf(purchase);
    return known?.whose.known ? known.ids.length : null;
  };
  return [
    {
      key: 'quantity',
      title: t('export.column.quantity'),
      value: ({ purchase }) => purchase.quantity,
      words: ({ purchase }) => purchase.quantity ?? words.unknown,
    },
    {
      key: 'holders',
      title: t('export.column.holders'),
      value: holders,
      words: (row) => holders(row) ?? words.unknown,
    },
    {
      key: 'purchaser',
      title: t('export.column.purchaser'),
      value: ({ purchaser }) => purchaser?.name ?? null,
      words: words.purchaser,
    },
    {
      key: 'purchaserAccount',
      title: t('export.column.purchaserAccount'),
      value: ({ purchaser }) => purchaser?.userName ?? null,
    },
    {
      key: 'department',
      title: t('export.column.department'),
      value: ({ purchaser }) => purchaser?.department ?? null,
    },
  ];
}

function whenColumns({ day }: Words, { language: { t } }: Context): Column<Row>[] {
  const left = ({ purchaser }: Row): string | null => purchaser?.leftAt ?? null;
  return [
    { key: 'purchaserLeft', title: t('export.column.left'), value: left, words: (row) => day(left(row)) },
    {
      key: 'bought',
      title: t('export.column.bought'),
      value: ({ purchase }) => purchase.createdAt,
      words: ({ purchase }) => day(purchase.createdAt),
    },
    {
      key: 'next',
      title: t('export.column.next'),
      value: ({ purchase }) => purchase.nextAt,
      words: ({ purchase }) => (purchase.endless ? t('purchase.endless') : day(purchase.nextAt)),
    },
    { key: 'commerceId', title: t('export.column.commerce'), value: ({ purchase }) => purchase.commerceId },
    { key: 'subscription', title: t('export.column.subscription'), value: ({ purchase }) => purchase.subscription },
  ];
}
