/** Which purchases still run, also by what they are of. */
import type { Purchase } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import { grouped } from '../core/grouped.ts';

/** It is neither deleted nor gone: it still runs, costs, and can be decided about. */
export function isLive(purchase: Purchase): boolean {
  return purchase.status !== 'Deleted' && !purchase.absent?.gone;
}

const cache = new WeakMap<Reading, { revision: number; bySku: ReadonlyMap<string, readonly Purchase[]> }>();
type Reading = Pick<Reader, 'all' | 'revision'>;

/** Those that run, by SKU: once per change of any purchase. */
export function liveBySku(store: Reading): ReadonlyMap<string, readonly Purchase[]> {
  const revision = store.revision('purchases');
  const known = cache.get(store);
  if (known?.revision === revision) return known.bySku;
  const bySku = grouped(store.all('purchases'), (purchase) => (isLive(purchase) ? purchase.sku : null));
  cache.set(store, { revision, bySku });
  return bySku;
}
