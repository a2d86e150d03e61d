/**
 * Answers that showed a takeover or an order: each is kept up to date like what was posted by itself. Shown again in the same
 * chat, the older answer points to the newer, and is left alone.
 */
import { noticeOf, notify, type Posted, renewed } from './notices.ts';
import type { Notice } from './records.ts';
import type { Reader, Transaction } from './store.ts';

export interface Copy {
  to: Notice['to'];
  /** `TK-4`, `OR-3`, `CH-2`; undefined where the card shows something else by now. */
  about: string | undefined;
  at: Posted;
}

function copyKey({ chat, activity }: Posted): string {
  return `copy ${chat} ${activity}`;
}

/** Whether anything is to be put on record of an answer. */
export function isCopyNews(reader: Pick<Reader, 'get'>, { about, at }: Copy): boolean {
  return about !== undefined || noticeOf(reader, copyKey(at)) !== undefined;
}

export function noteCopy(tx: Transaction, { to, about, at }: Copy, now: Date): void {
  const key = copyKey(at);
  const before = noticeOf(tx, key);
  // The card has changed its subject: no news of the old one belongs there.
  if (before && before.saying.card === 'copy' && before.saying.about !== about) forget(tx, before);
  if (about === undefined || isPosted(tx, at)) return;
  const newest = `newest copy ${at.chat} ${about}`;
  const older = noticeOf(tx, newest);
  const id = before?.id ?? notify(tx, { key, to, saying: { card: 'copy', about, old: false }, card: at }, now);
  if (older && older.id !== id && older.saying.card === 'copy' && !older.saying.old)
    tx.put('notices', { ...renewed(older, now.toISOString()), saying: { ...older.saying, old: true } });
  const notice = tx.get('notices', id);
  if (!notice) return;
  const { revision } = notice;
  const delivered = { ...at, revision, at: now.toISOString() };
  // It was just shown as it is.
  tx.put('notices', {
    ...notice,
    saying: { card: 'copy', about, old: false },
    dueAt: null,
    outcome: 'posted',
    delivered,
  });
  tx.put('noticeKeys', { id: newest, notice: id });
}

function forget(tx: Transaction, copy: Notice): void {
  if (copy.saying.card === 'copy') tx.put('notices', { ...copy, saying: { ...copy.saying, old: true }, dueAt: null });
}

/** A notice of its own stands there, which is kept up to date by itself. */
function isPosted(reader: Pick<Reader, 'all'>, { chat, activity }: Posted): boolean {
  return [...reader.all('notices')].some(
    ({ delivered, saying }) => saying.card !== 'copy' && delivered?.chat === chat && delivered.activity === activity,
  );
}
