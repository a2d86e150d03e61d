/** A purchase in words, as cards and exports write it. */
import type { Language } from '../language/index.ts';
import type { Row } from './purchase-index.ts';

interface Told {
  language: Language;
}

/** The purchaser's name, or a word in its place; and whether they left. */
export function purchaserOf(row: Row, told: Told): string {
  const name = purchaserName(row, told);
  return row.purchase.purchaser && row.purchaser?.leftAt ? `${name} (${told.language.t('purchases.left')})` : name;
}

/** The purchaser's name, or a word in its place. */
export function purchaserName({ purchase, purchaserName: name }: Row, { language: { t } }: Told): string {
  if (!purchase.purchaser) return t(isNobodyNamed(purchase) ? 'purchases.unknownPurchaser' : 'purchases.organisation');
  return name ?? t('purchases.unknownPurchaser');
}

/** What people bought themselves somebody bought, also where Microsoft names no owner. */
function isNobodyNamed({ kind, evidence }: Row['purchase']): boolean {
  return kind === 'self-service' && evidence.includes('owner-is-not-given');
}

/** So many seats; said in words where Microsoft gives no number of them. */
export function seatsOf(quantity: number | null, { language: { t } }: Told): string {
  return quantity === null ? t('purchases.seatsUnknown') : t('purchases.seats', { count: quantity });
}

/** Seats that count neither as free nor as none: what has expired still works for a while, what is suspended doesn't. */
export function lapsedSeats(
  { warning = 0, suspended = 0 }: { warning?: number | undefined; suspended?: number | undefined },
  t: Language['t'],
): string[] {
  return [
    ...(warning > 0 ? [t('purchases.seatsExpired', { count: warning })] : []),
    ...(suspended > 0 ? [t('purchases.seatsSuspended', { count: suspended })] : []),
  ];
}

/** In place of the next date, where there is none. */
export function noDateOf({ endless }: Row['purchase']): 'purchase.endless' | 'list.unknown' {
  return endless ? 'purchase.endless' : 'list.unknown';
}

/** The status in words; Microsoft's own word if nobody has documented it. */
export function statusOf(purchase: Row['purchase'], { language: { t, format } }: Told): string {
  if (purchase.absent?.gone) return t('purchaseStatus.gone');
  if (purchase.absent) return t('purchaseStatus.notVisible', { date: format.date(purchase.absent.since) });
  if (purchase.status !== 'Unknown') return t(`purchaseStatus.${purchase.status}`);
  return purchase.statusWord ? t('purchaseStatus.other', { word: purchase.statusWord }) : '';
}
