/** A day that is still to come, as people say it: "2026-12-05", "friday", "le 5 décembre", "for three days". Pure. */
import { languageCodes } from '../language/codes.ts';
import { type ComingDay, dayAhead, weekdays } from '../language/days.ts';
import { fold } from '../language/fold.ts';
import type { Format } from '../language/format.ts';
import { aroundDays, comingDaysOf, numbersOf } from './dictionary.ts';
import { readDate, readValue } from './reading-values.ts';

type Dated = Pick<Format, 'isoDate'>;

const either = (words: readonly string[]): string =>
  words
    .map(plain)
    .sort((a, b) => b.length - a.length)
    .join('|');
const opening = new RegExp(`^(?:${either(aroundDays.before)})\\s+`);
const closing = new RegExp(`\\s+(?:${either(aroundDays.after)})$`);

/** Names of months as each language writes them, whole and short. */
const months = languageCodes.flatMap((locale) =>
  (['long', 'short'] as const).map((style) => {
    const name = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, at) => plain(name.format(Date.UTC(2026, at, 15))));
  }),
);

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** @returns `2026-12-04`; undefined where it names no day to come */
export function comingDay(said: string, now: Date, format: Dated): string | undefined {
  const typed = readDate(said);
  if (typeof typed === 'string') return typed;
  for (const text of formsOf(plain(said))) {
    const day = dayNamed(text, now, format) ?? dayCounted(text, now, format) ?? dayWithMonth(text, now, format);
    if (day) return day;
  }
  return undefined;
}

/** As it is said, and with ever less of what only leads to the day. */
function* formsOf(said: string): Generator<string> {
  for (let text = said, before = ''; text !== before; before = text, text = text.replace(opening, '')) {
    yield text;
    yield text.replace(closing, '');
  }
}

function dayNamed(text: string, now: Date, format: Dated): string | undefined {
  const day = comingDaysOf.get(fold(text));
  return day && dayAhead(daysTo(day, now, format), now, format);
}

/** From today; of a month, what is left of it. */
function daysTo(day: ComingDay, now: Date, { isoDate }: Dated): number | 'month' {
  if (day === 'month') return day;
  const counted: Partial<Record<ComingDay, number>> = { today: 0, tomorrow: 1, week: 7 };
  const weekday = (weekdays as readonly string[]).indexOf(day);
  // On a Friday, "friday" is a week from now.
  return counted[day] ?? ((weekday - new Date(isoDate(now)).getUTCDay() + 6) % 7) + 1;
}

/** "3 weeks", "trois jours" */
function dayCounted(text: string, now: Date, format: Dated): string | undefined {
  const [, count = '', unit = ''] = /^(\w+)\s*?(?<=\d|\s)\s*([a-z]+)$/.exec(text) ?? [];
  const number = /^\d{1,3}$/.test(count) ? Number(count) : numbersOf.get(fold(count));
  const days = number && readValue('expires', `${number} ${unit}`);
  return typeof days === 'string' ? dayAhead(Number(days), now, format) : undefined;
}

/** The next one of that name, where no year is said. */
function dayWithMonth(text: string, now: Date, format: Dated): string | undefined {
  const found =
    /^(\d{1,2})(?:er|st|nd|rd|th)?\s+(?:of\s+)?([a-z]+)(?:\s+(\d{4}))?$/.exec(text) ??
    reordered(/^([a-z]+)\s+(\d{1,2})(?:st|nd|rd|th)?(?:\s+(\d{4}))?$/.exec(text));
  const [, day = '', name = '', year] = found ?? [];
  const month = Math.max(...months.map((names) => names.indexOf(name)));
  if (month < 0) return undefined;
  const current = format.isoDate(now);
  const inYear = (each: number): string => `${each}-${two(month + 1)}-${two(Number(day))}`;
  const first = inYear(year ? Number(year) : Number(current.slice(0, 4)));
  const wanted = !year && first < current ? inYear(Number(current.slice(0, 4)) + 1) : first;
  const read = readDate(wanted);
  return typeof read === 'string' ? read : undefined;
}

function reordered(match: RegExpExecArray | null): (string | undefined)[] | undefined {
  return match ? [match[0], match[2], match[1], match[3]] : undefined;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
