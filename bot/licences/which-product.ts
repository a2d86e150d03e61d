/** Finds the product someone means: by its id, by a purchase of it, or in words. */

import { type Context, press, UserError } from '../core/command.ts';
import { argument } from '../language/arguments.ts';
import { finderOfAll, fold } from '../language/fold.ts';
import { isDepartmental } from '../microsoft/departmental.ts';
import { isLive, purchaseIndex, type Row } from '../purchases/purchase-index.ts';
import { type Licensed, licensedProducts } from './licensed-products.ts';

/** `product:visio` and `visio` mean the same to a command that is about products. */
export const productArguments = { product: argument.product.optional(), words: argument.words.optional() };

/** Empty if no product was named. */
export function productText({ product, words }: { product?: string | undefined; words?: string | undefined }): string {
  return [product, words].filter(Boolean).join(' ');
}

/**
 * `P-3` → the product it is a purchase of.
 *
 * @throws UserError if there is no such purchase, or its holders are not read
 */
export function productOfPurchase(id: string, context: Context): { product: Licensed; row: Row } {
  const { t } = context.language;
  const row = purchaseIndex(context.dependencies.store).row(id);
  if (!row) throw new UserError(t('purchase.unknown', { id }), [press(t('button.listPurchases'), 'purchases')]);
  const open = press(t('button.openPurchase'), 'purchase', { purchase: id });
  if (row.purchase.kind !== 'self-service')
    throw new UserError(`${t('licences.notRead', { what: id })} ${t('licences.notReadWhy')}`, [open]);
  const product = licensedProducts(context.dependencies.store, context.now).find(({ sku }) => sku === row.purchase.sku);
  if (!product || !isLive(row.purchase)) throw new UserError(t('licences.ended', { what: id }), [open]);
  return { product, row };
}

/**
 * Every product that fits: the one with this id or exactly this name, else those whose name has all the words, else those whose
 * purchasers' names have them.
 *
 * @throws UserError, with the reason as far as it is known, if there is none
 */
export function productsMatching(text: string, context: Context): readonly Licensed[] {
  const found = productsFound(text, context);
  if (found.length > 0) return found;
  throw new UserError(whyNone(text, context), [press(context.language.t('button.listLicences'), 'licences')]);
}

/** The same, where none is no trouble. */
export function productsFound(
  text: string,
  { dependencies: { store }, now }: Pick<Context, 'dependencies' | 'now'>,
): readonly Licensed[] {
  const all = licensedProducts(store, now);
  const asked = fold(text);
  const same = all.filter(({ sku, name, part }) => [sku, name, part].some((each) => fold(each) === asked));
  // Where the departmental SKU and the full one bear one name, the name alone means the full one.
  const full = same.filter(({ part }) => !isDepartmental(part));
  if (same.length > 0) return full.length === 1 ? full : same;
  const finds = finderOfAll(text);
  const having = (where: keyof Licensed['keys']) => all.filter(({ keys }) => finds(...keys[where]));
  const named = having('product');
  return named.length > 0 ? named : having('all');
}

/** Tells apart a product that nobody bought themselves, or not any more, from one that doesn't exist. */
function whyNone(what: string, { dependencies, language: { t }, now }: Context): string {
  if (!dependencies.store.get('parts', 'subscriptions')?.goodAt) return t('purchases.noneYet');
  const finds = finderOfAll(what);
  const named = purchaseIndex(dependencies.store)
    .sorted('product', 'everything', now)
    .filter(({ keys }) => finds(keys.product));
  if (named.length === 0) return t('licences.noneFiltered', { what });
  const ended = named.some(({ purchase }) => purchase.kind === 'self-service');
  return ended ? t('licences.ended', { what }) : `${t('licences.notRead', { what })} ${t('licences.notReadWhy')}`;
}
