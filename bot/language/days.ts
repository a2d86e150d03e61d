/** Days that end: the last day someone names counts as a whole, where they are. */
import type { Format } from './format.ts';

const quarterMs = 15 * 60_000;

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
