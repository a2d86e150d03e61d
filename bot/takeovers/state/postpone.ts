/** Purser was not running, or was on hold: nobody loses the time they had to decide, or to get ready. */
import { isDeepStrictEqual } from 'node:util';
import type { Takeover } from '../../../store/records.ts';
import type { Transaction } from '../../../store/store.ts';
import type { Calendar } from '../../../store/takeover/calendar.ts';
import { afterAbsence, laterBy } from '../../../store/takeover/deadlines.ts';
import type { Turn } from '../../../store/takeover/moves.ts';
import { ends } from '../../../store/takeover/table.ts';
import { postponeOrders } from '../../orders/due.ts';
import { beginAnnouncing } from './announcing.ts';
import { showTakeover } from './posted-cards.ts';
import { wasAnnounced } from './tell.ts';

interface Absence {
  absentSince: Date;
  calendar: Calendar;
}

interface Span {
  from: Date;
  until: Date;
}

/** Gives back each stretch of an absence once, also where Purser is started several times before its first sync. */
export function postpone(tx: Transaction, { absentSince, calendar }: Absence, now: Date): void {
  const given = tx.get('marks', 'postponed')?.value ?? '';
  const from = absentSince.toISOString() > given ? absentSince : new Date(given);
  for (const takeover of [...tx.all('takeovers')].filter(({ state }) => !ends.has(state))) {
    const later = laterThan(takeover, { from, until: now }, calendar);
    if (isDeepStrictEqual(later, takeover)) continue;
    tx.put('takeovers', later);
    showTakeover(tx, later.id, now);
    if (wasAnnounced(later)) beginAnnouncing(tx, { takeover: later, stage: 'before' }, now);
  }
  postponeRequests(tx, { from, until: now }, calendar);
  postponeOrders(tx, { from, until: now }, calendar);
  tx.put('marks', { id: 'postponed', value: now.toISOString() });
}

/** Those who decide about a licence are called again later by as much. */
function postponeRequests(tx: Transaction, absence: Span, calendar: Calendar): void {
  for (const request of [...tx.all('requests')]) {
    const { state, dueAt } = request;
    if (state !== 'pending' || dueAt === null) continue;
    const later = laterBy(new Date(dueAt), absence, calendar).toISOString();
    if (later !== dueAt) tx.put('requests', { ...request, dueAt: later });
  }
}

/** On hold, people go on deciding: time that has been given since then is not given again. */
export function laterThan(takeover: Takeover, { from, until }: Span, calendar: Calendar): Takeover {
  const given = takeover.history.findLast(setsTimes);
  const givenAt = given ? new Date(given.at) : from;
  return afterAbsence(takeover, { from: givenAt > from ? givenAt : from, until }, calendar);
}

/** An objection, its answer, or the first approval of two, leaves its times as they were. */
function setsTimes({ move, to }: Turn): boolean {
  return move === 'request' || move === 'revise' || move === 'unapprove' || (move === 'approve' && to === 'approved');
}
