/**
 * Time in working days, where the organisation is. Only days that are worked run: from Friday 15:00 one working day is Monday
 * 15:00, and what begins on a Saturday begins on Monday at 0:00. Days count by the clock on the wall, so that 15:00 stays
 * 15:00 when summer time begins.
 */

export interface Calendar {
  timeZone: string;
  /** Days nobody works: `2026-12-25`. */
  holidays: ReadonlySet<string>;
  /** As `Date.getUTCDay` counts them, Sunday is 0; six at the most. */
  weekend: ReadonlySet<number>;
}

export const saturdayAndSunday: ReadonlySet<number> = new Set([6, 0]);

const dayMs = 86_400_000;

/** Never on a day off, unless it is no time at all. Parts of days count too. */
export function workingDaysAfter(now: Date, days: number, calendar: Calendar): Date {
  if (days <= 0) return now;
  const runs = (at: number): number => (isWorked(at, calendar) ? midnightAfter(at) - at : 0);
  let at = wallOf(now, calendar.timeZone);
  let left = Math.round(days * dayMs);
  for (; left >= runs(at); at = midnightAfter(at)) left -= runs(at);
  return instantOf(at + left, calendar.timeZone);
}

/** The last moment at which so many working days are left. */
export function workingDaysBefore(then: Date, days: number, calendar: Calendar): Date {
  if (days <= 0) return then;
  const runs = (at: number): number => (isWorked(midnightBefore(at), calendar) ? at - midnightBefore(at) : 0);
  let at = wallOf(then, calendar.timeZone);
  let left = Math.round(days * dayMs);
  for (; left > runs(at); at = midnightBefore(at)) left -= runs(at);
  return instantOf(at - left, calendar.timeZone);
}

/** `2026-11-17`: which day it is, where the organisation is. */
export function dayOf(at: Date, { timeZone }: Pick<Calendar, 'timeZone'>): string {
  return new Date(wallOf(at, timeZone)).toISOString().slice(0, 10);
}

/** Whether people work on it: `2026-11-17`. */
export function isWorkday(day: string, calendar: Calendar): boolean {
  return isWorked(Date.parse(`${day}T00:00:00Z`), calendar);
}

/** The first moment of a day, where the organisation is. */
export function startOf(day: string, { timeZone }: Pick<Calendar, 'timeZone'>): Date {
  return instantOf(Date.parse(`${day}T00:00:00Z`), timeZone);
}

/** When people begin to work, and read what came. */
const openingMs = 8 * 3_600_000;

/** The beginning of work on a day, also where nobody works. */
export function openingOf(day: string, { timeZone }: Pick<Calendar, 'timeZone'>): Date {
  return instantOf(Date.parse(`${day}T00:00:00Z`) + openingMs, timeZone);
}

const hourMs = 3_600_000;

/** When hours of quiet that it is now end; undefined outside of them. */
export function quietUntil(
  { from, until }: { from: number; until: number },
  now: Date,
  { timeZone }: Pick<Calendar, 'timeZone'>,
): Date | undefined {
  const wall = wallOf(now, timeZone);
  const midnight = Math.floor(wall / dayMs) * dayMs;
  const hour = (wall - midnight) / hourMs;
  const isQuiet = from < until ? hour >= from && hour < until : hour >= from || hour < until;
  if (!isQuiet) return undefined;
  const end = midnight + until * hourMs;
  return instantOf(end > wall ? end : end + dayMs, timeZone);
}

/** When people stop working; a deadline at that hour is one they notice. */
const closingMs = 17 * 3_600_000;

/** The end of work on that day, also where nobody works. */
export function closingOf(at: Date, { timeZone }: Pick<Calendar, 'timeZone'>): Date {
  return instantOf(Math.floor(wallOf(at, timeZone) / dayMs) * dayMs + closingMs, timeZone);
}

/** The last end of a day's work until then. */
export function closingBefore(at: Date, calendar: Calendar): Date {
  const wall = wallOf(at, calendar.timeZone);
  let day = Math.floor(wall / dayMs) * dayMs;
  while (day + closingMs > wall || !isWorked(day, calendar)) day -= dayMs;
  return instantOf(day + closingMs, calendar.timeZone);
}

/** How many working days, and parts of them, lie between. */
export function workingDaysBetween(from: Date, until: Date, calendar: Calendar): number {
  const end = wallOf(until, calendar.timeZone);
  let sum = 0;
  for (let at = wallOf(from, calendar.timeZone); at < end; at = midnightAfter(at)) {
    if (isWorked(at, calendar)) sum += Math.min(midnightAfter(at), end) - at;
  }
  return sum / dayMs;
}

/** The clock on the wall at that moment, written as if it were UTC: with that, days can be reckoned. */
function wallOf(instant: Date, timeZone: string): number {
  const parts = clockIn(timeZone).formatToParts(instant);
  const read = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value);
  const seconds = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
  return seconds + (((instant.getTime() % 1000) + 1000) % 1000);
}

/** The first moment at which the clock shows it; where it leaps over it, as if it had not leapt. */
function instantOf(wall: number, timeZone: string): Date {
  const offsetAt = (instant: number): number => wallOf(new Date(instant), timeZone) - instant;
  const [before, after] = [wall - offsetAt(wall - dayMs), wall - offsetAt(wall + dayMs)];
  const shows = (instant: number): boolean => wallOf(new Date(instant), timeZone) === wall;
  return new Date(!shows(before) && shows(after) ? after : before);
}

function midnightAfter(wall: number): number {
  return (Math.floor(wall / dayMs) + 1) * dayMs;
}

/** At midnight: the one before. */
function midnightBefore(wall: number): number {
  return midnightAfter(wall - 1) - dayMs;
}

function isWorked(wall: number, { holidays, weekend }: Calendar): boolean {
  const day = new Date(wall);
  return !weekend.has(day.getUTCDay()) && !holidays.has(day.toISOString().slice(0, 10));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockIn(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(timeZone, made);
  return made;
}
