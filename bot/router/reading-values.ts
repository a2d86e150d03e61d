/** What is behind the colon of `name:value` → what the command's zod shape takes, or what is wrong with it. Pure. */
import { type ArgumentName, longestAhead } from '../language/arguments.ts';
import { fold } from '../language/fold.ts';
import { jointPattern } from '../language/joints.ts';
import { daysOf, spansOf, valuesOf } from './dictionary.ts';
import type { Misread } from './misread.ts';

type Value = string | Misread;

const readers: Record<ArgumentName, (value: string) => Value> = {
  product: (value) => value,
  by: (value) => value,
  status: (value) => oneOf('status', value),
  sort: (value) => oneOf('sort', value),
  action: (value) => oneOf('action', value),
  since: readPast,
  until: readDate,
  expires: readDays,
  quantity: readQuantity,
  term: readTerm,
  quiet: readHours,
  page: (value) => (/^[1-9]\d{0,5}$/.test(value) ? value : { misread: 'page' }),
};

export function readValue(name: ArgumentName, value: string): Value {
  return readers[name](value);
}

/** One of the words, or the beginning of some that all mean the same. */
function oneOf(name: 'status' | 'sort' | 'action', value: string): Value {
  const typed = fold(value);
  const words = valuesOf(name) ?? new Map<string, string>();
  const exact = words.get(typed);
  const [meaning, ...others] = new Set(
    exact ? [exact] : [...words].filter(([word]) => typed && word.startsWith(typed)).map(([, each]) => each),
  );
  return meaning && others.length === 0 ? meaning : { misread: 'value', name, value };
}

/** `2026-01-31`, or day first: `31/12/2026`, `31.12.2026`. */
export function readDate(typed: string): Value {
  const value = typed.normalize('NFKC').replace(/\s*[\p{Pd}\u2212]\s*/gu, '-');
  const [, year, month, day] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(value) ?? reordered(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value)) ?? [];
  const iso = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  const isDay = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso);
  return isDay ? iso : { misread: 'date', value: typed };
}

/** A date, or a day counted from today: `monday`, `depuis lundi`. */
function readPast(typed: string): Value {
  return daysOf.get(fold(typed)) ?? readDate(typed);
}

function reordered(match: RegExpExecArray | null): (string | undefined)[] | undefined {
  return match ? [match[0], match[3], match[2], match[1]] : undefined;
}

/** In days; of a month there are 30. */
const units = [
  ['day', 1],
  ['week', 7],
  ['month', 30],
] as const;
const counted = units.map(
  ([unit, days]) => [new RegExp(`^(\\d{1,4})\\s*(?:${jointPattern(unit, { apart: false })})$`, 'iu'), days] as const,
);

/** "30 prochains jours" */
const coming = new RegExp(`\\s*${jointPattern('coming')}\\s*`, 'giu');

/** `30d`, `30j`, `30`, `2w`, `3 mois`; `week` and `month` are what is left of this one. */
function readDays(value: string): Value {
  if (/^\d{1,4}$/.test(value)) return ahead(Number(value));
  for (const [pattern, days] of counted) {
    const count = pattern.exec(value.replace(coming, ' '))?.[1];
    if (count) return ahead(Number(count) * days);
  }
  return spansOf.get(fold(value)) ?? { misread: 'days', value };
}

const termUnits = [
  ['day', 'd'],
  ['week', 'w'],
  ['month', 'm'],
] as const;
const terms = termUnits.map(
  ([unit, letter]) =>
    [new RegExp(`^(\\d{1,3})\\s*(?:${jointPattern(unit, { apart: false })})$`, 'iu'), letter] as const,
);

/** `3 months`, `2w`, `10 jours`; a month is counted by the calendar. */
function readTerm(value: string): Value {
  for (const [pattern, letter] of terms) {
    const count = Number(pattern.exec(value)?.[1]);
    if (count > 0) return `${count}${letter}`;
  }
  return { misread: 'days', value };
}

function ahead(days: number): string {
  return String(Math.min(days, longestAhead));
}

const quantities = /^([<>]?)(=?)\s*(\d{1,7})$/;

/** `10`, `>10`, `<5`; of whole numbers `>=10` is `>9`. */
function readQuantity(value: string): Value {
  const [, sign = '', orEqual, digits] = quantities.exec(value.replaceAll(/[\s\u00a0\u202f]/g, '')) ?? [];
  if (digits === undefined) return { misread: 'number', value };
  const count = Number(digits) + (sign && orEqual ? (sign === '>' ? -1 : 1) : 0);
  return count < 0 ? { misread: 'number', value } : `${sign}${count}`;
}

/** `18-8`, `18h à 8h`, `from 6pm to 8am` */
const hours =
  /^(?:from\s+|de\s+)?(\d{1,2})\s*([ap]m|h|:00)?\s*(?:-|–|to|until|till|à|a)\s*(\d{1,2})\s*([ap]m|h|:00)?$/i;

function readHours(typed: string): Value {
  const value = typed.normalize('NFKC').trim();
  if (valuesOf('switch')?.get(fold(value)) === 'off') return 'off';
  const [, from, half, until, otherHalf] = hours.exec(value) ?? [];
  const read = [hourIn(from, half), hourIn(until, otherHalf)];
  const isRead = read.every((hour) => hour !== undefined) && read[0] !== read[1];
  return isRead ? read.join('-') : { misread: 'hours', value: typed };
}

/** 12am is midnight, 12pm noon. */
function hourIn(digits = '', half = ''): number | undefined {
  const typed = Number(digits);
  const isHalf = /^[ap]m$/i.test(half);
  const hour = isHalf ? (typed % 12) + (/^p/i.test(half) ? 12 : 0) : typed;
  return digits && typed <= (isHalf ? 12 : 24) ? hour % 24 : undefined;
}
