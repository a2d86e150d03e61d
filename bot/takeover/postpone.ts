/** Purser was not running: nobody loses the time they had to decide, or to get ready. */
import type { Transaction } from '../../store/store.ts';
import type { Calendar } from '../../store/takeover/calendar.ts';
import { afterAbsence } from '../../store/takeover/deadlines.ts';
import { ends } from '../../store/takeover/table.ts';

/** Gives back each stretch of an absence once, also where Purser is started several times before its first sync. */
export function postpone(tx: Transaction, absentSince: Date, now: Date, calendar: Calendar): void {
  const given = tx.get('marks', 'postponed')?.value ?? '';
  const from = absentSince.toISOString() > given ? absentSince : new Date(given);
  for (const takeover of [...tx.all('takeovers')].filter(({ state }) => !ends.has(state))) {
    const later = afterAbsence(takeover, { from, until: now }, calendar);
    if (later !== takeover) tx.put('takeovers', later);
  }
  tx.put('marks', { id: 'postponed', value: now.toISOString() });
}
