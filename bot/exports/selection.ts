/** What an export is to hold: the arguments, and the purchases, products or entries they mean. */
import { z } from 'zod/v4';
import { present } from '../../cards/when.ts';
import type { Entry } from '../../store/records.ts';
import { type Context, press, UserError } from '../core/command.ts';
import { entriesOf } from '../journal/audit.ts';
import { journalMatcher } from '../journal/entry.ts';
import { argument, hyphen } from '../language/arguments.ts';
import { pastDay } from '../language/days.ts';
import { jointPattern } from '../language/joints.ts';
import { type Licensed, licensedProducts } from '../licences/licensed-products.ts';
import { productOfPurchase, productsMatching } from '../licences/which-product.ts';
import { purchaseIndex, type Row } from '../purchases/purchase-index.ts';
import { hasFilter, matcher } from '../purchases/query.ts';
import { selected } from '../purchases/selected.ts';

export const exportArguments = z.strictObject({
  what: argument.what.optional(),
  format: argument.format.optional(),
  kind: argument.kind.optional(),
  product: argument.product.optional(),
  by: argument.by.optional(),
  status: argument.status.optional(),
  states: argument.states.optional(),
  except: argument.except.optional(),
  since: argument.since.optional(),
  expires: argument.expires.optional(),
  quantity: argument.quantity.optional(),
  sort: argument.sort.optional(),
  words: argument.words.optional(),
});
type Asked = z.infer<typeof exportArguments>;
export type Wanted = Asked & { what: NonNullable<Asked['what']>; format: NonNullable<Asked['format']> };

const between = new RegExp(`[,;]|${jointPattern('and')}`, 'iu');

/** `P-3, P-5 and visio` → ids, and words for each thing that was named. */
function selection(text: string): { ids: string[]; texts: string[] } {
  const idPattern = new RegExp(`(?<![\\p{L}\\p{N}])p${hyphen}{0,3}([1-9]\\d{0,8})(?![\\p{L}\\p{N}])`, 'giu');
  const ids = [...text.matchAll(idPattern)].map(([, number]) => `P-${number}`);
  const texts = text
    .replace(idPattern, ',')
    .split(between)
    .map((part) => part.trim())
    .filter(Boolean);
  return { ids, texts };
}

/** @throws UserError for an id that doesn't exist */
function knownSelection(words: string, { dependencies, language: { t } }: Context): ReturnType<typeof selection> {
  const chosen = selection(words);
  const unknown = chosen.ids.find((id) => !purchaseIndex(dependencies.store).row(id));
  if (!unknown) return chosen;
  throw new UserError(t('purchase.unknown', { id: unknown }), [press(t('button.listPurchases'), 'purchases')]);
}

/** Nothing narrows it down. */
export function isEverything({ kind, words = '', ...filters }: Partial<Wanted>): boolean {
  return !kind && words.trim() === '' && !hasFilter(filters);
}

/**
 * As the list selects them; without any filter, every one there is.
 *
 * @throws UserError for an id that doesn't exist
 */
export function purchasesFor(
  { what: _, format: __, words = '', sort = 'product', ...filters }: Wanted,
  context: Context,
): Row[] {
  const { ids, texts } = knownSelection(words, context);
  const isWhole = ids.length > 0 || isEverything({ words, ...filters });
  const [only, ...others] = texts;
  // Several things with "and" between them are each looked for; one is a filter like any.
  const query = { ...filters, sort, ...(only && others.length === 0 && ids.length === 0 && { words: only }) };
  const searches = texts.map((text) => matcher({ words: text }, context));
  const named = (row: Row): boolean =>
    (ids.length === 0 && searches.length === 0) || ids.includes(row.purchase.id) || searches.some((hit) => hit(row));
  const { rows, apart } = selected(isWhole ? { ...query, kind: 'all' } : query, context);
  // What is free stands apart, at the end.
  return [...new Set([...rows, ...apart])].filter(named);
}

/**
 * In the order in which they were written, so that a reader of the file can follow the chain.
 *
 * @throws UserError for an id that doesn't exist
 */
export function entriesFor({ kind = 'all', product, by, since, words = '' }: Wanted, context: Context): Entry[] {
  const { store } = context.dependencies;
  const { ids, texts } = knownSelection(words, context);
  const searches = [...ids.map((purchase) => ({ purchase })), ...texts.map((text) => ({ words: text }))].map((query) =>
    journalMatcher(query, context.dependencies),
  );
  const day = since && pastDay(since, context.now, context.language.format);
  const ofProduct = journalMatcher({ product, by, since: day }, context.dependencies);
  const named = (entry: Entry): boolean => searches.length === 0 || searches.some((hit) => hit(entry));
  const index = purchaseIndex(store);
  const rows = [...index.sorted('product', kind, context.now), ...index.freeOf(kind, context.now)];
  const ofKind = new Set(rows.map(({ purchase }) => purchase.id));
  const fits = ({ purchase }: Entry): boolean => kind === 'all' || (purchase !== null && ofKind.has(purchase));
  return entriesOf(context).filter((entry) => fits(entry) && ofProduct(entry) && named(entry));
}

/** @throws UserError where something named is no product people bought themselves */
export function productsFor({ kind, product, words = '' }: Wanted, context: Context): readonly Licensed[] {
  const { t } = context.language;
  if (kind === 'central') throw new UserError(t('licences.notReadWhy'));
  const { ids, texts } = selection(words);
  const all = licensedProducts(context.dependencies.store, context.now);
  if (ids.length === 0 && texts.length === 0 && !product) return all;
  const chosen = new Set([
    ...ids.map((id) => productOfPurchase(id, context).product),
    ...[...texts, ...present(product)].flatMap((text) => productsMatching(text, context)),
  ]);
  return all.filter((each) => chosen.has(each));
}
