/** The holders of one product [13], by purchaser where that is known; where Microsoft doesn't tell, the card says so. */
import type { Badge } from '../../cards/badge.ts';
import { type Card, shorten } from '../../cards/card.ts';
import { rowsPerPage } from '../../cards/list.ts';
import { type Fact, type Line, report, type Section } from '../../cards/report.ts';
import { present, when } from '../../cards/when.ts';
import { type Context, press } from '../core/command.ts';
import { ageNote, dataAge } from '../core/freshness.ts';
import { grouped } from '../core/grouped.ts';
import { pageButtons, pageLine, pastEnd } from '../core/paging.ts';
import { isDepartmental } from '../microsoft/departmental.ts';
import { otherMail } from '../people/told-apart.ts';
import type { Row } from '../purchases/purchase-index.ts';
import { purchaserOf, seatsOf } from '../purchases/wording.ts';
import {
  boughtText,
  type Holder,
  holdersByName,
  type Licensed,
  type Origin,
  originsOf,
  soleOf,
  sumOf,
} from './licensed-products.ts';

interface Showing {
  page: number | undefined;
  /** The purchase that was asked for; without it, the product as a whole. */
  row?: Row;
}

const longestName = 80;

export function showHolders(product: Licensed, { page: asked = 1, row }: Showing, context: Context): Card {
  const { t, words } = context.language;
  const holders = holdersByName(context.dependencies.store, product.sku);
  const { sections, ...place } = peopleOn(asked, { product, holders }, context);
  const line = pageLine(place, context);
  const notes = [
    ...pastEnd(place, asked, context),
    ...present(line),
    t(isDepartmental(product.part) ? 'licences.departmental' : 'licences.handsOff'),
    ...ageNote(context, 'holders'),
  ];
  return report({
    name: product.name,
    subtitle: dataAge(context, 'holders'),
    sections: [{ facts: factsOf({ product, holders }, row, context) }, ...sections],
    notes,
    buttons: buttonsOf({ product, row }, place, context),
    summary: holders ? t('licences.summary', { product: product.name, count: holders.length }) : product.name,
    fallback: t('fallback', { command: `${words.commands.licences.names[0]}${row ? ` ${row.purchase.id}` : ''}` }),
  });
}

/** A product and its holders; undefined if they have not been read. */
interface Held {
  product: Licensed;
  holders: readonly Holder[] | undefined;
}

function factsOf({ product, holders }: Held, row: Row | undefined, context: Context): Fact[] {
  const { t, format } = context.language;
  const { purchases, central } = product;
  const pooled = central > 0 ? [{ label: t('licences.central'), text: t('licences.pooled', { count: central }) }] : [];
  const asked = row
    ? [
        {
          label: t('licences.thisPurchase'),
          text: `${row.purchase.id} · ${seatsOf(row.purchase.quantity, context)}`,
        },
      ]
    : [];
  return [
    ...asked,
    {
      label: t('licences.quantity'),
      text: boughtText(product, { store: context.dependencies.store, language: context.language }),
    },
    { label: t('licences.purchases'), text: format.number(purchases.length) },
    ...pooled,
    { label: t('licences.holders'), text: holders ? format.number(holders.length) : t('purchase.holdersUnknown') },
  ];
}

/** One page: purchasers first, then holders. If all licences come from one purchase, its purchaser heads every page. */
function peopleOn(asked: number, { product, holders }: Held, context: Context) {
  const { t } = context.language;
  const sole = soleOf(product);
  const buyers = buyersOf(product, context);
  const people = holders ?? [];
  // The purchaser of a sole purchase is a row of every page, several are rows of the first.
  const perPage = sole ? rowsPerPage - 1 : rowsPerPage;
  const ahead = sole ? 0 : buyers.length;
  const pages = Math.max(1, Math.ceil((ahead + people.length) / perPage));
  const page = Math.min(asked, pages);
  const from = (page - 1) * perPage - ahead;
  const shown = people.slice(Math.max(0, from), from + perPage);
  const none: Line = { title: t(holders ? 'purchase.holdersNone' : 'purchase.holdersUnknown') };
  const origins = sole ? new Map<string, Origin>() : originsOf(product, context.dependencies.store);
  const about = { product, count: people.length, isTold: origins.size > 0 };
  const shared = sole || people.length === 0 ? [] : [{ lines: [{ title: sharedLine(about, context) }] }];
  const sections: Section[] = [
    ...shared,
    { heading: t('licences.by'), lines: sole || page === 1 ? buyers : [] },
    {
      heading: t('purchase.holders'),
      lines: people.length === 0 ? [none] : shown.map((holder) => holderLine(holder, origins.get(holder.id), context)),
    },
  ];
  return { sections, pages, page };
}

/** The card never says that somebody's licence comes from a purchase unless nothing else can be true. */
function sharedLine(
  { product: { quantity, purchases, central }, count, isTold }: { product: Licensed; count: number; isTold: boolean },
  context: Context,
): string {
  const { t } = context.language;
  const seats = seatsOf(quantity, context);
  const all = t('licences.allPurchases', { count: purchases.length + central });
  return isTold ? t('licences.sharedTold', { seats, all }) : t('licences.shared', { count, seats, all });
}

/** Each purchaser once, however often they bought it. If they fill more than a page, the last line leads to the rest. */
function buyersOf({ purchases, part }: Licensed, context: Context): Line[] {
  const { t } = context.language;
  const all = [...grouped(purchases, ({ purchase: { purchaser, id } }) => purchaser ?? id).values()];
  const shown = all.length > rowsPerPage ? all.slice(0, rowsPerPage - 1) : all;
  const rest = t('licences.morePurchasers', { count: all.length - shown.length });
  const others = press(rest, 'purchases', { kind: 'self-service', product: part, sort: 'purchaser' });
  return [
    ...shown.map((rows) => buyerLine(rows, part, context)),
    ...when(shown.length < all.length, { title: rest, press: others }),
  ];
}

function buyerLine(rows: readonly Row[], part: string, context: Context): Line {
  const { t } = context.language;
  const [first] = rows;
  const name = first ? shorten(purchaserOf(first, context), longestName) : '';
  const count = sumOf(rows.map(({ purchase }) => purchase.quantity));
  const ids = rows.map(({ purchase }) => purchase.id);
  const by = first?.purchaser?.userName;
  const title = shorten(`${t('button.open')} ${name}`, longestName);
  const opens =
    rows.length > 1 && by
      ? press(title, 'purchases', { kind: 'self-service', product: part, by })
      : press(title, 'purchase', { purchase: ids[0] ?? '' });
  return { title: name, text: `${seatsOf(count, context)} · ${shortIds(ids)}`, press: opens };
}

/** @param origin the purchase their licence comes from, where Microsoft's allotments say so */
function holderLine({ person }: Holder, origin: Origin | undefined, { language: { t } }: Context): Line {
  const about = present(origin?.row.purchase.id, person?.userName, person && otherMail(person), person?.department);
  return {
    title: shorten(person?.name ?? t('purchases.unknownPurchaser'), longestName),
    badges: [
      ...when<Badge>(person?.guest === true, { text: t('licences.guest'), tone: 'warning' }),
      ...when<Badge>(person?.enabled === false, { text: t('licences.disabled'), tone: 'attention' }),
    ],
    text: shorten(about.join(' · '), 2 * longestName),
  };
}

/** Nobody assigns or removes departmental seats; the one purchase of them can be taken over. */
function deskButtons(product: Licensed, row: Row | undefined, { language: { t } }: Context) {
  const same = row ? { purchase: row.purchase.id } : { product: product.sku };
  if (!isDepartmental(product.part))
    return [press(t('button.assign'), 'assign', same), press(t('button.remove'), 'remove', same)];
  const purchase = row?.purchase.id ?? soleOf(product)?.purchase.id;
  return present(purchase && press(t('button.takeOver'), 'takeover', { purchase }));
}

function buttonsOf(
  { product, row }: { product: Licensed; row: Row | undefined },
  place: { page: number; pages: number },
  context: Context,
) {
  const { t } = context.language;
  const same = row ? { purchase: row.purchase.id } : { product: product.sku };
  // Teams shows five buttons; in the middle of a long list, the page buttons come first.
  const between = place.page > 1 && place.page < place.pages;
  const chosen = row ? { words: row.purchase.id } : { product: product.sku };
  return [
    ...pageButtons(place, { verb: 'licences', same }, context),
    ...(context.speaker.roles.has('admin') ? deskButtons(product, row, context) : []),
    ...when(!between, press(t('button.export'), 'export', { what: 'licences', ...chosen })),
    press(t('button.back'), 'licences'),
  ];
}

const mostIds = 6;

/** A line of ids; past a handful, how many more. */
export function shortIds(ids: readonly string[]): string {
  const more = ids.length - mostIds;
  return [...ids.slice(0, mostIds), ...when(more > 0, `+${more}`)].join(', ');
}
