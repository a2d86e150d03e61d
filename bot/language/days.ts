/** Days as people name them, where the organisation is: the last day someone names counts as a whole. */
import type { Format } from './format.ts';

const quarterMs = 15 * 60_000;
const dayMs = 86_400_000;

export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** Days still to come: the next Friday, a week from now, the last day of the month. */
export const comingDays = ['today', 'tomorrow', ...weekdays, 'week', 'month'] as const;
export type ComingDay = (typeof comingDays)[number];

/** Days counted back from today: the last Monday, a week ago. */
export const pastDays = ['today', 'yesterday', ...weekdays, 'week', 'month'] as const;
export type PastDay = (typeof pastDays)[number];

/** What is still to come: to its last day. */
export const spans = ['week', 'month'] as const;
export type Span = (typeof spans)[number];

/** @param now an instant; a day is handed back as it is @returns `2026-11-30` */
export function pastDay(day: string, now: Date, { isoDate }: Pick<Format, 'isoDate'>): string {
  const today = Date.parse(isoDate(now));
  const ago = (days: number): string => new Date(today - days * dayMs).toISOString().slice(0, 10);
  const weekday = (weekdays as readonly string[]).indexOf(day);
  if (weekday >= 0) return ago((new Date(today).getUTCDay() - weekday + 7) % 7);
  const back: Partial<Record<string, number>> = { today: 0, yesterday: 1, week: 7, month: 30 };
  const days = back[day];
  return days === undefined ? day : ago(days);
}

/** @param within days from now, or what is to come of this week or month @returns the last day of it, `2026-11-30` */
export function dayAhead(within: number | Span, now: Date, { isoDate }: Pick<Format, 'isoDate'>): string {
  const today = new Date(isoDate(now));
  const days: Record<Span, () => number> = {
    week: () => (7 - today.getUTCDay()) % 7,
    month: () =>
      new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 0)).getUTCDate() - today.getUTCDate(),
  };
  const ahead = typeof within === 'number' ? within : days[within]();
  return new Date(today.getTime() + ahead * dayMs).toISOString().slice(0, 10);
}

/** The first instant after a day, by the calendar of the time zone: every offset is a number of whole quarters of an hour. */
export function endOf(day: string, { isoDate }: Pick<Format, 'isoDate'>): Date {
  // Nowhere does a day end earlier than this.
  let at = Date.parse(`${day}T10:00:00Z`);
  while (isoDate(new Date(at)) <= day) at += quarterMs;
  return new Date(at);
}

/** The last day of what ends at this instant, in the reader's words. */
export function lastDay(end: string, { date }: Pick<Format, 'date'>): string {
  return date(new Date(Date.parse(end) - 1));
}
