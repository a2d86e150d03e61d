import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Calendar,
  saturdayAndSunday,
  workingDaysAfter,
  workingDaysBefore,
  workingDaysBetween,
} from '../../store/takeover/calendar.ts';
import {
  afterAbsence,
  decideBy,
  decideByAtWork,
  laterBy,
  nextReminder,
  noticeEnd,
} from '../../store/takeover/deadlines.ts';
import { pending } from './takeover-scene.ts';

const calendarIn = (timeZone: string, ...holidays: string[]): Calendar => ({
  timeZone,
  holidays: new Set(holidays),
  weekend: saturdayAndSunday,
});
const utc = calendarIn('UTC', '2026-12-25', '2027-01-01');
const paris = calendarIn('Europe/Paris');

/** `2026-11-06 15:00` in UTC; that day is a Friday. */
const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00.000Z`);
const text = (instant: Date): string => instant.toISOString().slice(0, 16).replace('T', ' ');

function assertTable(of: (...columns: string[]) => Date, rows: readonly string[]): void {
  const columnsOf = (row: string): string[] => row.split('|').map((column) => column.trim());
  const reckoned = rows.map((row) => {
    const columns = columnsOf(row).slice(0, -1);
    return [...columns, text(of(...columns))].join(' | ');
  });
  assert.deepEqual(
    reckoned,
    rows.map((row) => columnsOf(row).join(' | ')),
  );
}

describe('working days', () => {
  it('run only while people work', () => {
    assertTable(
      (from, days) => workingDaysAfter(at(from ?? ''), Number(days), utc),
      [
        '2026-11-02 15:00 | 1   | 2026-11-03 15:00',
        '2026-11-06 15:00 | 1   | 2026-11-09 15:00',
        '2026-11-06 15:00 | 3   | 2026-11-11 15:00',
        '2026-11-07 15:00 | 1   | 2026-11-10 00:00',
        '2026-11-06 12:00 | 0.5 | 2026-11-09 00:00',
        '2026-12-24 09:00 | 1   | 2026-12-28 09:00',
        '2026-12-31 09:00 | 2   | 2027-01-05 09:00',
        '2026-11-07 15:00 | 0   | 2026-11-07 15:00',
      ],
    );
  });

  it('run backwards just so', () => {
    assertTable(
      (then, days) => workingDaysBefore(at(then ?? ''), Number(days), utc),
      [
        '2026-11-05 15:00 | 2 | 2026-11-03 15:00',
        '2026-11-09 10:00 | 2 | 2026-11-05 10:00',
        '2026-11-08 10:00 | 2 | 2026-11-05 00:00',
        '2026-12-28 09:00 | 1 | 2026-12-24 09:00',
        '2026-11-07 00:00 | 1 | 2026-11-06 00:00',
        '2026-11-10 00:00 | 1 | 2026-11-09 00:00',
      ],
    );
  });

  it('keep the hour when summer time begins or ends, and are those of the place', () => {
    // Summer time ends on Sunday, 25 October 2026, and begins on Sunday, 28 March 2027.
    assert.equal(text(workingDaysAfter(at('2026-10-23 13:00'), 1, paris)), '2026-10-26 14:00');
    assert.equal(text(workingDaysAfter(at('2027-03-26 14:00'), 1, paris)), '2027-03-29 13:00');
    // On the very day, where Sundays are worked; of an hour that is shown twice, the first.
    const always = { ...paris, weekend: new Set<number>() };
    assert.equal(text(workingDaysAfter(at('2026-10-24 10:00'), 1, always)), '2026-10-25 11:00');
    assert.equal(text(workingDaysAfter(at('2026-10-24 00:30'), 1, always)), '2026-10-25 00:30');
    // Friday 23:30 in London is Saturday in Paris.
    assert.equal(text(workingDaysAfter(at('2026-11-06 23:30'), 1, paris)), '2026-11-09 23:00');
  });

  it('begin where a clock leaps over midnight', () => {
    // In Cairo, summer time begins on a Friday at 0:00, which is 1:00 then.
    const cairo: Calendar = { timeZone: 'Africa/Cairo', holidays: new Set(), weekend: new Set([4]) };
    assert.equal(text(workingDaysAfter(at('2026-04-22 22:00'), 1, cairo)), '2026-04-24 21:00');
    assert.equal(text(workingDaysAfter(at('2026-04-22 09:00'), 13 / 24, cairo)), '2026-04-23 22:00');
  });

  const zones = fc.constantFrom('UTC', 'Europe/Paris', 'America/St_Johns', 'Pacific/Auckland');
  const instants = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2028, 0) }).map((time) => new Date(time));
  const days = fc.integer({ min: 1, max: 15 });

  it('can be added one after the other, and never end on a day off', () => {
    fc.assert(
      fc.property(zones, instants, days, days, (zone, from, one, other) => {
        const calendar = calendarIn(zone, '2026-12-25', '2027-05-06');
        const end = workingDaysAfter(workingDaysAfter(from, one, calendar), other, calendar);
        assert.equal(text(workingDaysAfter(from, one + other, calendar)), text(end));
        const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, weekday: 'short' }).formatToParts(end);
        assert.ok(!['Sat', 'Sun'].includes(parts.find(({ type }) => type === 'weekday')?.value ?? 'Sat'));
        assert.ok(!calendar.holidays.has(new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(end)));
      }),
    );
  });

  it('are as many between two moments as were added', () => {
    fc.assert(
      fc.property(zones, instants, days, (zone, from, count) => {
        const calendar = calendarIn(zone, '2026-12-25');
        const end = workingDaysAfter(from, count, calendar);
        // A clock that was put back shows an hour twice.
        assert.ok(Math.abs(workingDaysBetween(from, end, calendar) - count) <= 1 / 24);
        const back = workingDaysBefore(end, count, calendar);
        assert.ok(Math.abs(workingDaysBetween(back, end, calendar) - count) <= 1 / 24);
      }),
    );
  });
});

describe('a decision', () => {
  it('has so many working days, but no more than leave two before the renewal', () => {
    assertTable(
      (now, nextAt) => decideBy(at(now ?? ''), 3, nextAt === 'never' ? null : at(nextAt ?? ''), utc),
      [
        '2026-11-02 10:00 | never            | 2026-11-05 10:00',
        '2026-11-02 10:00 | 2026-12-01 00:00 | 2026-11-05 10:00',
        '2026-11-02 10:00 | 2026-11-06 00:00 | 2026-11-04 00:00',
        // There are no two days left: then until it renews.
        '2026-11-02 10:00 | 2026-11-03 08:00 | 2026-11-03 08:00',
        // A day in the past says nothing.
        '2026-11-02 10:00 | 2026-10-30 00:00 | 2026-11-05 10:00',
      ],
    );
  });

  it('is due when people work: at the end of the day, or of the last one before there would be too little time', () => {
    assertTable(
      (now, days, nextAt) =>
        decideByAtWork(at(now ?? ''), Number(days), nextAt === 'never' ? null : at(nextAt ?? ''), paris),
      [
        // At 3:12 in the night, in the morning, in the evening, on a Saturday.
        '2026-11-17 02:12 | 3   | never            | 2026-11-20 16:00',
        '2026-11-17 09:15 | 3   | never            | 2026-11-20 16:00',
        '2026-11-17 20:00 | 3   | never            | 2026-11-20 16:00',
        '2026-11-21 09:00 | 3   | never            | 2026-11-25 16:00',
        // It renews on Saturday.
        '2026-11-17 09:15 | 3   | 2026-11-20 23:00 | 2026-11-18 16:00',
        // Less than a day is taken as it is.
        '2026-11-17 09:15 | 0.5 | never            | 2026-11-17 21:15',
      ],
    );
  });

  it('is reminded of every working day while there is time', () => {
    assert.equal(text(nextReminder(at('2026-11-06 10:00'), at('2026-11-11 10:00'), utc) ?? at('')), '2026-11-09 10:00');
    assert.equal(nextReminder(at('2026-11-10 10:00'), at('2026-11-11 10:00'), utc), null);
  });
});

describe('a notice period', () => {
  it('never passes a renewal, and leaves a working day to end what would renew', () => {
    assertTable(
      (now, days, nextAt) => noticeEnd(at(now ?? ''), Number(days), nextAt === 'never' ? null : at(nextAt ?? ''), utc),
      [
        '2026-11-02 10:00 | 2 | never            | 2026-11-04 10:00',
        '2026-11-02 10:00 | 2 | 2026-11-04 12:00 | 2026-11-03 12:00',
        '2026-11-02 10:00 | 2 | 2026-11-03 09:00 | 2026-11-03 09:00',
        '2026-11-02 10:00 | 0 | 2026-11-04 12:00 | 2026-11-02 10:00',
      ],
    );
  });
});

describe('an absence of Purser', () => {
  const absence = { from: at('2026-11-03 12:00'), until: at('2026-11-05 12:00') };

  it('takes no time from anybody: what was to come comes later by as much', () => {
    assert.equal(text(laterBy(at('2026-11-04 10:00'), absence, utc)), '2026-11-06 10:00');
    assert.equal(text(laterBy(at('2026-11-05 16:00'), absence, utc)), '2026-11-09 16:00');
  });

  it('changes nothing about what was due before, nor over a weekend', () => {
    assert.equal(text(laterBy(at('2026-11-03 12:00'), absence, utc)), '2026-11-03 12:00');
    const weekend = { from: at('2026-11-07 00:00'), until: at('2026-11-08 20:00') };
    assert.equal(text(laterBy(at('2026-11-09 10:00'), weekend, utc)), '2026-11-09 10:00');
  });

  it('moves what a request waits for, but not past the last moment before the renewal', () => {
    const far = { ...pending(), decideBy: '2026-11-05T10:00:00.000Z', remindAt: '2026-11-03T10:00:00.000Z' };
    const later = afterAbsence(far, absence, utc);
    assert.equal(later.decideBy, '2026-11-09T10:00:00.000Z');
    assert.equal(later.remindAt, '2026-11-03T10:00:00.000Z');
    const near = { ...far, purchase: { ...far.purchase, nextAt: '2026-11-10' } };
    // Two working days before Tuesday at 0:00 is Friday at 0:00.
    assert.equal(afterAbsence(near, absence, utc).decideBy, '2026-11-06T00:00:00.000Z');
    // Nor does anything come earlier for it: this one had until the renewal from the beginning.
    const late = { ...near, decideBy: '2026-11-10T00:00:00.000Z' };
    assert.equal(afterAbsence(late, absence, utc).decideBy, late.decideBy);
  });

  it('moves the end of a notice period, and nothing of what has begun or ended', () => {
    const approved = { ...pending(), state: 'approved' as const, notBefore: '2026-11-04T10:00:00.000Z' };
    assert.equal(afterAbsence(approved, absence, utc).notBefore, '2026-11-06T10:00:00.000Z');
    assert.equal(afterAbsence(approved, absence, utc).decideBy, approved.decideBy);
    const running = { ...approved, state: 'running' as const };
    assert.deepEqual(afterAbsence(running, absence, utc), running);
  });
});
