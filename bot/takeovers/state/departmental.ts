/** Takeovers of departmental SKUs, whose seats Purser never takes one by one: each ends with its purchase. */
import { archivedPurchase } from '../../../store/archive.ts';
import type { Takeover } from '../../../store/records.ts';
import type { Reader } from '../../../store/store.ts';
import { isDepartmental } from '../../microsoft/departmental.ts';

/** How the journal and the history put it: the reason why nobody loses a seat before the purchase ends. */
export const seatsEnd = 'seats-end' as const;

/** In a takeover where everybody stays on the organisation's seats, no seat ends. */
export function endsWithPurchase(
  { act, purchase: { id } }: Pick<Takeover, 'act' | 'purchase'>,
  reader: Pick<Reader, 'get'>,
): boolean {
  const purchase = reader.get('purchases', id) ?? archivedPurchase(reader, id);
  return act.kind !== 'stay' && purchase !== undefined && isDepartmental(purchase.skuPart);
}
