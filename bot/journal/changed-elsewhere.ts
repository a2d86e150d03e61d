/** When something was changed outside Purser. */
import type { Entry } from '../../store/records.ts';
import type { Language } from '../language/index.ts';

/** The journal keeps the two instants between which it happened: `2026-11-17T09:15:00.000Z/2026-11-17T09:30:00.000Z` */
export function outsideText(
  { why, at }: Pick<Entry, 'why' | 'at'>,
  { t, format }: Pick<Language, 't' | 'format'>,
): string {
  const [from = at, until = at] = why?.split('/') ?? [];
  const end = format.dateTime(until);
  const isOneDay = format.isoDate(from) === format.isoDate(until);
  const day = `${format.date(until)}, `;
  return isOneDay
    ? t('drift.outsideOneDay', { from: format.dateTime(from), until: end.replace(day, '') })
    : t('drift.outside', { from: format.dateTime(from), until: end });
}
