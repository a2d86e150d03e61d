/** What a list of purchases can be asked for, and which rows that is. Pure. */
import { z } from 'zod/v4';
import { argument } from '../language/arguments.ts';
import { unaccent } from '../language/fold.ts';
import { isLive, type Row } from './purchase-index.ts';

export const listArguments = z.strictObject({
  purchase: argument.purchase.optional(),
  kind: argument.kind.optional(),
  product: argument.product.optional(),
  by: argument.by.optional(),
  status: argument.status.optional(),
  since: argument.since.optional(),
  expires: argument.expires.optional(),
  sort: argument.sort.optional(),
  page: argument.page.optional(),
  words: argument.words.optional(),
});
export type Query = z.infer<typeof listArguments>;

export const filterNames = ['product', 'by', 'status', 'since', 'expires', 'words'] as const;

export function hasFilter(query: Query): boolean {
  return filterNames.some((name) => query[name] !== undefined);
}

/** A row matches if every filter given holds; free words must all be somewhere in it. */
export function matcher(query: Query, now: Date): (row: Row) => boolean {
  const product = query.product && unaccent(query.product);
  const by = query.by && unaccent(query.by);
  const words = query.words ? unaccent(query.words).split(/\s+/) : [];
  const until =
    query.expires === undefined ? undefined : new Date(now.getTime() + query.expires * 86_400_000).toISOString();
  const { status, since } = query;
  return ({ purchase, keys }) =>
    (!product || keys.product.includes(product)) &&
    (!by || keys.purchaser.includes(by)) &&
    (!status || (status === 'trial' ? purchase.trial : purchase.status === status)) &&
    (!since || (purchase.createdAt ?? '') >= since) &&
    (!until || (isLive(purchase) && purchase.nextAt !== null && purchase.nextAt <= until)) &&
    words.every((word) => keys.product.includes(word) || keys.purchaser.includes(word) || keys.rest.includes(word));
}
