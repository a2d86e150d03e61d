/** The filters of a list of purchases, and the rows that match them. Pure. */
import { z } from 'zod/v4';
import { argument } from '../language/arguments.ts';
import { finder, finderOfAll } from '../language/fold.ts';
import type { Language } from '../language/index.ts';
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

/** Days are counted where the organisation is. */
interface Asking {
  language: Pick<Language, 'format'>;
  now: Date;
}

/** What each filter asks of a row. */
const filters: Record<(typeof filterNames)[number], (query: Query, context: Asking) => (row: Row) => boolean> = {
  product({ product = '' }) {
    const finds = finder(product);
    return ({ keys }) => finds(keys.product);
  },
  by({ by = '' }) {
    const finds = finder(by);
    return ({ keys }) => finds(keys.purchaser);
  },
  status: ({ status }) => (status === 'trial' ? isTrial : ({ purchase }) => purchase.status === status),
  since:
    ({ since = '' }) =>
    ({ purchase }) =>
      (purchase.createdAt ?? '') >= since,
  expires({ expires = 0 }, { language: { format }, now }) {
    const until = new Date(Date.parse(format.isoDate(now)) + expires * 86_400_000).toISOString().slice(0, 10);
    return ({ purchase }) => isLive(purchase) && purchase.nextAt !== null && purchase.nextAt <= until;
  },
  words({ words = '' }) {
    const finds = finderOfAll(words);
    return ({ keys: { product, purchaser, rest } }) => finds(product, purchaser, rest);
  },
};

function isTrial({ purchase }: Row): boolean {
  return purchase.trial;
}

/** A row matches if every filter given holds; free words must all be somewhere in it. */
export function matcher(query: Query, context: Asking): (row: Row) => boolean {
  const tests = filterNames.filter((name) => query[name] !== undefined).map((name) => filters[name](query, context));
  return (row) => tests.every((test) => test(row));
}
