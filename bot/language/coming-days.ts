/** A day that is still to come, as people say it: "friday", "le 5 décembre", "for three days". Pure. */
import { dayAhead } from './days.ts';
import type { Format } from './format.ts';

/** Said before the day, in both languages, folded; they say nothing of it. */
const opening =
  /^(?:until|till|til|through|thru|to|up to|for|back|on|the|next|this|coming|jusqu|jusque|au|a|le|la|l|pendant|pour|inclus|du|prochain|prochaine|ce|cette|end of|end|of|fin|de)\s+/;
const closing = /\s+(?:inclus|inclusive|included|prochain|prochaine|inclusivement|soir|evening|night)$/;

const weekdays: readonly (readonly string[])[] = [
  ['sunday', 'sun', 'dimanche'],
  ['monday', 'mon', 'lundi'],
  ['tuesday', 'tue', 'mardi'],
  ['wednesday', 'wed', 'mercredi'],
  ['thursday', 'thu', 'jeudi'],
  ['friday', 'fri', 'vendredi'],
  ['saturday', 'sat', 'samedi'],
];
const tomorrow = ['tomorrow', 'demain'];
const today = ['today', 'tonight', 'aujourd hui', 'aujourdhui', 'ce soir'];
const week = ['week', 'semaine', 'la semaine'];
const month = ['month', 'mois'];
const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:d|j|day|days|jour|jours)$/, 1],
  [/^(?:w|week|weeks|semaine|semaines)$/, 7],
  [/^(?:m|month|months|mois)$/, 30],
];
const counts = [
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
  ['une'],
  ['a'],
] as const;

/** Names of months as both languages write them, whole and short. */
const months = ['en-GB', 'fr-FR'].flatMap((locale) =>
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
export function comingDay(said: string, now: Date, format: Pick<Format, 'isoDate'>): string | undefined {
  let text = plain(said);
  for (let shorter = text.replace(opening, ''); shorter !== text; shorter = text.replace(opening, '')) text = shorter;
  text = text.replace(closing, '');
  return dayNamed(text, now, format) ?? dayCounted(text, now, format) ?? dayWithMonth(text, now, format);
}

function dayNamed(text: string, now: Date, format: Pick<Format, 'isoDate'>): string | undefined {
  if (today.includes(text)) return dayAhead(0, now, format);
  if (tomorrow.includes(text)) return dayAhead(1, now, format);
  if (week.includes(text)) return dayAhead(7, now, format);
  if (month.includes(text)) return dayAhead('month', now, format);
  const wanted = weekdays.findIndex((names) => names.includes(text));
  if (wanted < 0) return undefined;
  const weekday = new Date(format.isoDate(now)).getUTCDay();
  return dayAhead(((wanted - weekday + 6) % 7) + 1, now, format);
}

function dayCounted(text: string, now: Date, format: Pick<Format, 'isoDate'>): string | undefined {
  const [, count = '', unit = ''] = /^(\w+)\s*?(?<=\d|\s)\s*([a-z]+)$/.exec(text) ?? [];
  const days = units.find(([pattern]) => pattern.test(unit))?.[1];
  const number = /^\d{1,3}$/.test(count) ? Number(count) : numberNamed(count);
  return days && number ? dayAhead(days * number, now, format) : undefined;
}

function numberNamed(word: string): number | undefined {
  const at = Math.max(...counts.map((names) => (names as readonly string[]).indexOf(word)));
  return at < 0 ? undefined : at + 1;
}

/** The next one of that name, where no year is said. */
function dayWithMonth(text: string, now: Date, format: Pick<Format, 'isoDate'>): string | undefined {
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
  const parsed = new Date(`${wanted}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(wanted) ? wanted : undefined;
}

function reordered(match: RegExpExecArray | null): (string | undefined)[] | undefined {
  return match ? [match[0], match[2], match[1], match[3]] : undefined;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
