/** How long a licence is for: its last day, and when those who have it are reminded of that. */
import { type Calendar, startOf } from '../../store/takeover/calendar.ts';
import type { Language } from '../language/index.ts';

const dayMs = 86_400_000;
/** So long before its end; of a short time, the day before. */
const warnDays = [7, 1];

export interface Ending {
  /** The last day; null: for good. */
  endsOn: string | null;
  dueAt: Date | null;
}

/** @param from the day from which it counts */
export function endingOf(
  term: string | null,
  from: string,
  { now, calendar }: { now: Date; calendar: Calendar },
): Ending {
  if (term === null) return { endsOn: null, dueAt: null };
  const endsOn = dayAfter(from, term);
  const times = [...warnDays.map((days) => startOf(shifted(endsOn, -days), calendar)), overAt(endsOn, calendar)];
  return { endsOn, dueAt: times.find((at) => at > now) ?? now };
}

/** The midnight after its last day. */
export function overAt(endsOn: string, calendar: Calendar): Date {
  return startOf(shifted(endsOn, 1), calendar);
}

const units: Record<string, (day: string, count: number) => string> = {
  d: shifted,
  w: (day, count) => shifted(day, 7 * count),
  m: monthsAfter,
};

function dayAfter(day: string, term: string): string {
  const shift = units[term.slice(-1)] ?? shifted;
  return shift(day, Number(term.slice(0, -1)));
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** The 31st of a month that has none is its last day. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** "3 months"; "for good" where it has no end. */
export function termText(term: string | null, { t }: Pick<Language, 't'>): string {
  if (term === null) return t('request.term.always');
  const count = Number(term.slice(0, -1));
  const unit = term.slice(-1);
  if (unit === 'm') return t('request.term.months', { count });
  return unit === 'w' ? t('request.term.weeks', { count }) : t('request.term.days', { count });
}
