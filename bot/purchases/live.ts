import type { Purchase } from '../../store/records.ts';

/** It is neither deleted nor gone: it still runs, costs, and can be decided about. */
export function isLive(purchase: Purchase): boolean {
  return purchase.status !== 'Deleted' && !purchase.absent?.gone;
}
