/** Deadlines of a decision. */
import { decideByAtWork, nextReminder, renewalOf } from '../../../store/takeover/deadlines.ts';
import type { Config } from '../../config/config.ts';

/** The time there is to decide, counted from now. */
export function times(
  nextAt: string | null,
  now: Date,
  { approvalDays, calendar }: Config['takeovers'],
): { decideBy: Date; remindAt: Date | null } {
  const last = decideByAtWork(now, approvalDays, renewalOf({ nextAt }, calendar), calendar);
  return { decideBy: last, remindAt: nextReminder(now, last, calendar) };
}
