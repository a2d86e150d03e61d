/** Dates, numbers and lists as people of a language write them. Teams formats nothing itself, so all of it is done here. */
import { isolate } from '../../cards/isolate.ts';
import type { LanguageCode } from './codes.ts';

/**
 * What has a time of day is an instant, shown where the organisation is. What has none (`2027-03-01`) is a day: it is the same
 * everywhere, and counts whole.
 */
export interface Format {
  /** 24 Nov 2026 */
  date(at: string | Date): string;
  /** 24 Nov 2026, 10:15 */
  dateTime(instant: string | Date): string;
  /** 24 Nov 2026, 17:00 CET: for what has to be done by then. */
  moment(instant: string | Date): string;
  /** When a deadline is over, as people say it: a day ends with the midnight after it, but they would take that for the next day. */
  lastMoment(deadline: string | Date): Date;
  /** 4 minutes ago, in 3 days */
  relative(at: string | Date, now: Date): string;
  /** 30 days, 5 hours: how long it was, in the unit that says most. */
  span(ms: number): string;
  /** How many midnights are between: 0 is today. */
  daysUntil(at: string | Date, now: Date): number;
  /** 2026-11-24, for files. */
  isoDate(at: string | Date): string;
  number(value: number): string;
  /** What ends a label: French puts a space before it, which must not break. */
  colon: string;
  /** a, b and c */
  list(items: readonly string[]): string;
  /** For sorting names. */
  compare(a: string, b: string): number;
}

/** en-GB: day before month, as nearly everyone outside the United States reads it, and with the month in words. */
const locales: Record<LanguageCode, string> = { en: 'en-GB', fr: 'fr-FR' };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const colons: Record<LanguageCode, string> = { en: ':', fr: '\u00a0:' };

function isDay(at: string | Date): at is string {
  return typeof at === 'string' && /^\d{4}-\d\d-\d\d$/.test(at);
}

const justNow: Record<LanguageCode, string> = { en: 'just now', fr: 'à l’instant' };

/** The first of which it is two or more. */
const spans = [
  ['day', dayMs],
  ['hour', hourMs],
  ['minute', minuteMs],
] as const;

function spanIn(locale: string, ms: number): string {
  const [unit, unitMs] = spans.find(([, each]) => ms >= 2 * each) ?? ['minute', minuteMs];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.max(1, Math.round(ms / unitMs)),
  );
}

export function createFormat(code: LanguageCode, timeZone: string): Format {
  const locale = locales[code];
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const zoned = new Intl.DateTimeFormat(locale, { timeZoneName: 'short', timeZone });
  const zoneOf = (at: Date): string => zoned.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const calendar = new Intl.DateTimeFormat('en-CA', { timeZone });
  /** Days are counted as people do, by the calendar of the time zone. */
  const dayNumber = (at: Date): number => Date.parse(calendar.format(at)) / dayMs;
  const daysUntil = (at: string | Date, now: Date): number =>
    (isDay(at) ? Date.parse(at) / dayMs : dayNumber(new Date(at))) - dayNumber(now);
  const dayDate = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  /** French counts the first of a month apart: 1er janv. 2027. */
  const ordinal = (text: string): string => (code === 'fr' ? text.replace(/^1(?=\s)/, '1er') : text);
  const number = new Intl.NumberFormat(locale);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const collator = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  return {
    date: (at) => ordinal((isDay(at) ? dayDate : date).format(new Date(at))),
    dateTime: (instant) => ordinal(dateTime.format(new Date(instant))),
    moment: (instant) => ordinal(`${dateTime.format(new Date(instant))} ${zoneOf(new Date(instant))}`),
    daysUntil,
    lastMoment(deadline) {
      const at = new Date(deadline);
      return time.format(at) === '00:00' ? new Date(at.getTime() - minuteMs) : at;
    },
    relative(at, now) {
      const days = daysUntil(at, now);
      const ms = isDay(at) ? days * dayMs : new Date(at).getTime() - now.getTime();
      if (!isDay(at)) {
        if (Math.abs(ms) < minuteMs) return justNow[code];
        if (Math.abs(ms) < hourMs) return relative.format(Math.trunc(ms / minuteMs), 'minute');
        // Before half a day has gone, hours say more than "yesterday", and beyond it "today" says more than hours.
        if (Math.abs(ms) < 12 * hourMs) return relative.format(Math.trunc(ms / hourMs), 'hour');
      }
      // "in 34 days" says more than "next month".
      if (Math.abs(days) < 60) return relative.format(days, 'day');
      return Math.abs(days) < 730
        ? relative.format(Math.trunc(days / 30), 'month')
        : relative.format(Math.trunc(days / 365), 'year');
    },
    span: (ms) => spanIn(locale, ms),
    isoDate: (at) => (isDay(at) ? at : calendar.format(new Date(at))),
    number: (value) => number.format(value),
    colon: colons[code],
    list: (items) => list.format(items.map(isolate)),
    compare: (a, b) => collator.compare(a, b),
  };
}
