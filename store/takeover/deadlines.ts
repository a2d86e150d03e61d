/**
 * By when a takeover is decided, announced and done. A purchase that renews costs another term, so everything happens while
 * there is still time to end it; and Purser's own absence takes no time from anybody.
 */
import type { Takeover } from '../records.ts';
import {
  type Calendar,
  closingBefore,
  closingOf,
  startOf,
  workingDaysAfter,
  workingDaysBefore,
  workingDaysBetween,
} from './calendar.ts';

/** What is left between the decision and the renewal, and of that between the run and the renewal. */
const daysToAct = 2;
const daysToEnd = 1;

/** The earlier of so many working days from now and two before the purchase renews or converts. */
export function decideBy(now: Date, days: number, nextAt: Date | null, calendar: Calendar): Date {
  return earliest(workingDaysAfter(now, days, calendar), latestBefore(nextAt, daysToAct, now, calendar));
}

/**
 * The same at an hour when people work: the end of that day's work, or of the last day before, where otherwise there would not be
 * time to end it. Less than a day is taken as it is.
 */
export function decideByAtWork(now: Date, days: number, nextAt: Date | null, calendar: Calendar): Date {
  const last = decideBy(now, days, nextAt, calendar);
  if (days < 1) return last;
  const limit = latestBefore(nextAt, daysToAct, now, calendar);
  const isOpen = (at: Date): boolean => at > now && (limit === undefined || at <= limit);
  // A day ends with the midnight after it.
  const day = new Date(last.getTime() - 1);
  return [closingOf(day, calendar), closingBefore(last, calendar)].find(isOpen) ?? last;
}

/** When the notice period ends; a working day before the renewal, so that somebody can still end it. */
export function noticeEnd(now: Date, days: number, nextAt: Date | null, calendar: Calendar): Date {
  return earliest(workingDaysAfter(now, days, calendar), latestBefore(nextAt, daysToEnd, now, calendar));
}

/** Every working day, while there is time to decide. */
export function nextReminder(now: Date, decideBy: Date, calendar: Calendar): Date | null {
  const next = workingDaysAfter(now, 1, calendar);
  return next < decideBy ? next : null;
}

interface Absence {
  from: Date;
  until: Date;
}

/** What was to come when Purser went away comes later by the working time it was away; what was due already stays so. */
export function laterBy(due: Date, { from, until }: Absence, calendar: Calendar): Date {
  if (due <= from) return due;
  return workingDaysAfter(due, workingDaysBetween(from, until, calendar), calendar);
}

/** When a purchase renews or converts, as far as Microsoft tells: with the day it gives. */
export function renewalOf({ nextAt }: Pick<Takeover['purchase'], 'nextAt'>, calendar: Calendar): Date | null {
  return nextAt === null ? null : startOf(nextAt, calendar);
}

/** A renewal does not wait for Purser: no date moves past the last moment that is of use. */
export function afterAbsence(takeover: Takeover, absence: Absence, calendar: Calendar): Takeover {
  const { state, purchase, decideBy, remindAt, notBefore } = takeover;
  const later = (due: string, spare: number): string => {
    const before = new Date(due);
    const shifted = laterBy(before, absence, calendar);
    const renewal = renewalOf(purchase, calendar);
    if (renewal === null || renewal < before) return shifted.toISOString();
    const last = workingDaysBefore(renewal, spare, calendar);
    return (last < before ? before : earliest(shifted, last)).toISOString();
  };
  const reminded = remindAt && laterBy(new Date(remindAt), absence, calendar).toISOString();
  if (state === 'pending') return { ...takeover, decideBy: later(decideBy, daysToAct), remindAt: reminded };
  return state === 'approved' && notBefore ? { ...takeover, notBefore: later(notBefore, daysToEnd) } : takeover;
}

/** So long before the renewal; where that is over, the renewal; undefined where it no longer renews. */
function latestBefore(nextAt: Date | null, days: number, now: Date, calendar: Calendar): Date | undefined {
  if (!nextAt || nextAt <= now) return undefined;
  const last = workingDaysBefore(nextAt, days, calendar);
  return last > now ? last : nextAt;
}

function earliest(one: Date, other: Date | undefined): Date {
  return other && other < one ? other : one;
}
