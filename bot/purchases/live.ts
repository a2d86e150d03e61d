/** Which purchases still run, also by what they are of. */
import { derived } from '../../store/derived.ts';
import type { Purchase } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import { grouped } from '../core/grouped.ts';

/** It is neither deleted nor gone: it still runs, costs, and can be decided about. */
export function isLive(purchase: Purchase): boolean {
  return purchase.status !== 'Deleted' && !purchase.absent?.gone;
}

type ByText = ReadonlyMap<string, readonly Purchase[]>;

/** Those that run, by SKU. */
export const liveBySku = derived(
  ['purchases'],
  (store: Pick<Reader, 'all' | 'revision'>): ByText =>
    grouped(store.all('purchases'), (purchase) => (isLive(purchase) ? purchase.sku : null)),
);

/** All of them, by the id of their purchaser. */
export const byPurchaser = derived(
  ['purchases'],
  (store: Pick<Reader, 'all' | 'revision'>): ByText => grouped(store.all('purchases'), ({ purchaser }) => purchaser),
);

/** All that are kept, also where the review has come. */
export const keptPurchases = derived(['purchases'], (store: Pick<Reader, 'all' | 'revision'>): readonly Purchase[] =>
  [...store.all('purchases')].filter(({ decision }) => decision?.kind === 'kept'),
);
