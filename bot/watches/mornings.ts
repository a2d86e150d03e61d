/** What is looked at once a day, as people begin to work. */
import type { Reader } from '../../store/store.ts';
import { type Calendar, dayOf, openingOf } from '../../store/takeover/calendar.ts';

export interface Morning {
  /** Where the organisation is: `2026-11-17`. */
  today: string;
  /** The day on which it was looked at last; undefined if it never was. */
  last: string | undefined;
  /** It is morning, or later, and nothing was looked at since. */
  isDue: boolean;
  /** When it is to be looked at next, in milliseconds. */
  next: number;
}

const dayMs = 86_400_000;

/** @param mark under which the last day is kept */
export function morningOf(
  store: Pick<Reader, 'get'>,
  mark: string,
  { now, calendar }: { now: Date; calendar: Pick<Calendar, 'timeZone'> },
): Morning {
  const today = dayOf(now, calendar);
  const opens = openingOf(today, calendar);
  const tomorrow = openingOf(dayOf(new Date(opens.getTime() + dayMs), calendar), calendar).getTime();
  const last = store.get('marks', mark)?.value;
  const isEarly = now < opens && last !== today;
  return { today, last, isDue: !isEarly && last !== today, next: isEarly ? opens.getTime() : tomorrow };
}
