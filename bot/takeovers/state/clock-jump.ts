/** The clock on the wall was set: nobody loses the time they had, and what waits does not wait for a day far off. */
import { isIdle } from '../../../store/hold.ts';
import type { Transaction } from '../../../store/store.ts';
import type { Calendar } from '../../../store/takeover/calendar.ts';
import type { Jump } from '../../clock.ts';
import { postpone } from './postpone.ts';

/** Forwards it counts as an absence; backwards every deadline comes later by itself, and only what is tried again is brought forward. */
export function afterJump(tx: Transaction, { from, until }: Jump, calendar: Calendar): void {
  // On hold, and in a read-only pilot, all of that time is given back when it goes on.
  if (until > from && isIdle(tx)) return;
  if (until > from) postpone(tx, { absentSince: from, calendar }, until);
  else bringForward(tx, { from, until });
}

function bringForward(tx: Transaction, { from, until }: Jump): void {
  const earlier = (dueAt: string): string => {
    const moved = Date.parse(dueAt) - (from.getTime() - until.getTime());
    return new Date(Math.max(until.getTime(), moved)).toISOString();
  };
  for (const job of [...tx.all('jobs')]) if (job.dueAt) tx.put('jobs', { ...job, dueAt: earlier(job.dueAt) });
  for (const notice of [...tx.all('notices')])
    if (notice.dueAt) tx.put('notices', { ...notice, dueAt: earlier(notice.dueAt) });
  tx.put('marks', { id: 'postponed', value: until.toISOString() });
}
