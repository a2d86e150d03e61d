/** What a list of purchases can be asked for, and which rows that is. Pure. */
import { z } from 'zod/v4';
import { isLive, type Row } from '../overview.ts';
import { unaccent } from '../words.ts';
import { argument } from './arguments.ts';
import { inHand } from './deciding.ts';

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

export function inScope(
  { purchase }: Row,
  kind: NonNullable<Query['kind']>,
  owner: string | undefined,
  now: Date,
): boolean {
  if (owner !== undefined && purchase.purchaser !== owner) return false;
  switch (kind) {
    case 'decide':
      return purchase.kind === 'self-service' && isLive(purchase) && !inHand(purchase, now);
    case 'self-service':
      return purchase.kind === 'self-service';
    case 'central':
      return purchase.kind !== 'self-service';
    case 'all':
      return true;
  }
}

/** A row matches if every filter given holds; free words must all be somewhere in it. */
export function matcher(query: Query, now: Date): (row: Row) => boolean {
  const product = query.product && unaccent(query.product);
  const by = query.by && unaccent(query.by);
  const words = query.words ? unaccent(query.words).split(/\s+/) : [];
  const until =
    query.expires === undefined ? undefined : new Date(now.getTime() + query.expires * 86_400_000).toISOString();
  const { status, since } = query;
  return ({ purchase, purchaser, productName, haystack }) =>
    (!product || unaccent(`${productName}\n${purchase.skuPart}`).includes(product)) &&
    (!by || unaccent(`${purchaser?.name ?? ''}\n${purchaser?.userName ?? ''}`).includes(by)) &&
    (!status || (status === 'trial' ? purchase.trial : purchase.status === status)) &&
    (!since || (purchase.createdAt ?? '') >= since) &&
    (!until || (isLive(purchase) && purchase.nextAt !== null && purchase.nextAt <= until)) &&
    words.every((word) => haystack.includes(word));
}
