/** Dates, numbers and lists as people of a language write them. Teams formats nothing itself, so all of it is done here. */
import type { LanguageCode } from './index.ts';

export interface Format {
  /** 24 Nov 2026 */
  date(instant: string | Date): string;
  /** 24 Nov 2026, 10:15 */
  dateTime(instant: string | Date): string;
  /** 4 minutes ago, in 3 days */
  relative(instant: string | Date, now: Date): string;
  number(value: number): string;
  /** a, b and c */
  list(items: readonly string[]): string;
  /** For sorting names. */
  compare(a: string, b: string): number;
}

/** en-GB: day before month, as nearly everyone outside the United States reads it, and with the month in words. */
const locales: Record<LanguageCode, string> = { en: 'en-GB', fr: 'fr-FR' };

const steps = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

export function createFormat(code: LanguageCode, timeZone: string): Format {
  const locale = locales[code];
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const number = new Intl.NumberFormat(locale);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const collator = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  return {
    date: (instant) => date.format(new Date(instant)),
    dateTime: (instant) => dateTime.format(new Date(instant)),
    relative(instant, now) {
      const ms = new Date(instant).getTime() - now.getTime();
      const step = steps.find(([, length]) => Math.abs(ms) >= length);
      return step ? relative.format(Math.trunc(ms / step[1]), step[0]) : relative.format(0, 'second');
    },
    number: (value) => number.format(value),
    list: (items) => list.format(items),
    compare: (a, b) => collator.compare(a, b),
  };
}
