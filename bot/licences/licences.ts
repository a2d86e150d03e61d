/** The holders of what people bought themselves [11, 12]: each product once, with all its purchases together. */
import { z } from 'zod/v4';
import { type Card, shorten } from '../../cards/card.ts';
import { type Row as ListRow, list, type Page, pageOf } from '../../cards/list.ts';
import { present, when } from '../../cards/when.ts';
import { type Command, type Context, press } from '../core/command.ts';
import { ageNote, dataAge } from '../core/freshness.ts';
import { listedNames } from '../core/lines.ts';
import { pageButtons, pageLine, pastEnd } from '../core/paging.ts';
import { argument } from '../language/arguments.ts';
import { isDepartmental } from '../microsoft/departmental.ts';
import { freeTotals } from '../purchases/free-products.ts';
import { purchaserOf } from '../purchases/wording.ts';
import { shortIds, showHolders } from './holders.ts';
import { boughtText, hasNoneFree, holdersByName, type Licensed, licensedProducts } from './licensed-products.ts';
import { productArguments, productOfPurchase, productsFound, productsMatching, productText } from './which-product.ts';

const args = z.strictObject({
  purchase: argument.purchase.optional(),
  ...productArguments,
  page: argument.page.optional(),
});
type Asked = z.infer<typeof args>;

export const licences: Command<'licences', typeof args> = {
  name: 'licences',
  role: 'viewer',
  args,
  reads: true,
  rest: 'words',
  searches: true,
  finds: (words, { speaker, ...around }) => speaker.roles.has('viewer') && productsFound(words, around).length > 0,
  run({ purchase: id, ...asked }, context) {
    if (id) {
      const { product, row } = productOfPurchase(id, context);
      return showHolders(product, { page: asked.page, row }, context);
    }
    const text = productText(asked);
    if (!text) return showProducts(paidProducts(context), asked, context);
    const [first, ...others] = productsMatching(text, context);
    return first && others.length === 0
      ? showHolders(first, { page: asked.page }, context)
      : showProducts(first ? [first, ...others] : [], asked, context);
  },
};

/** Free products stand apart, and are found by their names. */
function paidProducts({ dependencies: { store }, now }: Context): readonly Licensed[] {
  return licensedProducts(store, now).filter(({ free }) => !free);
}

function apartNote({ dependencies: { store }, language: { t }, now }: Context): string[] {
  const rows = licensedProducts(store, now).flatMap(({ free, purchases }) => (free ? purchases : []));
  return rows.length > 0 ? [t('purchases.apart', freeTotals(rows))] : [];
}

function showProducts(products: readonly Licensed[], asked: Asked, context: Context): Card {
  const { t, words } = context.language;
  const text = productText(asked);
  const place = pageOf(products, asked.page);
  return list({
    title: t(text ? 'licences.titleWhich' : 'licences.title'),
    subtitle: [t('licences.count', { count: products.length }), dataAge(context, 'holders')].join(' · '),
    remarks: [...when(text !== '', t('licences.which', { what: text })), ...pastEnd(place, asked.page, context)],
    filter: {
      toggle: t('button.filter'),
      words: { label: t('purchases.filterWords'), placeholder: t('purchases.filterWordsHint'), value: text },
      choices: [],
      buttons: [{ ...press(t('button.showResults'), 'licences'), inputs: true }],
    },
    rows: place.shown.map((product) => rowOf(product, context)),
    empty: t(context.dependencies.store.get('parts', 'subscriptions')?.goodAt ? 'licences.none' : 'purchases.noneYet'),
    pageOf: pageLine(place, context),
    notes: [...(text ? [] : apartNote(context)), ...ageNote(context, 'holders')],
    buttons: buttonsOf(text, place, context),
    summary: t('licences.count', { count: products.length }),
    fallback: t('fallback', { command: words.commands.licences.names[0] }),
  });
}

function buttonsOf(text: string, place: Page<Licensed>, context: Context) {
  const { t } = context.language;
  return [
    ...pageButtons(place, { verb: 'licences', same: text ? { words: text } : {} }, context),
    ...(text
      ? [press(t('button.clearFilter'), 'licences')]
      : [
          press(t('button.refresh'), 'licences', place.page > 1 ? { page: place.page } : {}),
          press(t('button.export'), 'export', { what: 'licences' }),
        ]),
  ];
}

/** More names than this are counted, not listed. */
const mostNames = 3;

/** An address in a name can't be broken, and a phone's line has no more. */
const longestName = 42;

/** A line and a half: the product; who bought it, how many there are and are free, which purchases. */
function rowOf(product: Licensed, context: Context): ListRow {
  const { t } = context.language;
  const { purchases } = product;
  const { store } = context.dependencies;
  const names = purchases.map((row) => shorten(purchaserOf(row, context), longestName));
  const buyers = [...new Set(names)];
  const holders = holdersByName(store, product.sku);
  const ids = purchases.map(({ purchase }) => purchase.id);
  return {
    title: product.name,
    subtitle: listedNames(buyers, { most: mostNames, counted: 'purchase.more' }, context.language),
    badges: when(hasNoneFree(product, store), { text: t('licences.noneFree'), tone: 'attention' }),
    detail: [
      boughtText(product, { store, language: context.language }),
      t('purchases.summary', { count: purchases.length }),
      holders ? t('purchases.holders', { count: holders.length }) : t('purchase.holdersUnknown'),
    ].join(' · '),
    // The full product may bear the same name.
    small: present(shortIds(ids), isDepartmental(product.part) && product.part).join(' · '),
    open: press(`${t('button.open')} ${product.name}`, 'licences', { product: product.sku }),
  };
}
