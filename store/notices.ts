/**
 * Notices are written in the transaction that gives reason for them, and carried out later by the outbox: a crash in between
 * loses none. The same key is the same notice: it is not posted twice, what was posted is edited.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Notice, Purchase, Saying, Topic } from './records.ts';
import type { Reader, Transaction } from './store.ts';

export interface Wanted {
  key: string;
  to: Notice['to'];
  saying: Saying;
  purchases?: readonly string[];
  /** When it is to be posted; now if not given. */
  dueAt?: Date;
}

/** Writes a notice, or brings the one of this key up to what it should say now. @returns its id */
export function notify(tx: Transaction, wanted: Wanted, now: Date): string {
  const known = tx.get('noticeKeys', wanted.key);
  const before = known && tx.get('notices', known.notice);
  const dueAt = (wanted.dueAt ?? now).toISOString();
  const purchases = [...(wanted.purchases ?? [])];
  if (before) {
    if (!isDeepStrictEqual(before.saying, wanted.saying))
      tx.put('notices', { ...renewed(before, dueAt), saying: wanted.saying, purchases });
    return before.id;
  }
  const id = tx.nextId('N');
  tx.put('notices', {
    id,
    key: wanted.key,
    to: wanted.to,
    saying: wanted.saying,
    purchases,
    createdAt: now.toISOString(),
    revision: 1,
    dueAt,
    tries: 0,
    rung: 'chat',
    begunAt: null,
    unsure: false,
    delivered: null,
    outcome: 'waiting',
    answer: null,
    ledger: [],
  });
  tx.put('noticeKeys', { id: wanted.key, notice: id });
  return id;
}

/** The notice is to be shown anew: what it tells of has changed. Mail can't be edited, and what nobody got needs no edit. */
export function renewed(notice: Notice, dueAt: string): Notice {
  const isOpen = notice.outcome === 'waiting' || notice.outcome === 'posted';
  return { ...notice, revision: notice.revision + 1, ...(isOpen ? { dueAt: notice.dueAt ?? dueAt, tries: 0 } : {}) };
}

/** Teams allows so many edits of one conversation, and nobody reads faster ("progress is an edit, at most every two seconds"). */
const editEveryMs = 2_000;

/** The notice of this key shows what it tells of as it is now. */
export function showNotice(tx: Transaction, key: string, now: Date): void {
  const notice = tx.get('notices', tx.get('noticeKeys', key)?.notice ?? '');
  if (!notice) return;
  const last = notice.delivered ? Date.parse(notice.delivered.at) + editEveryMs : 0;
  tx.put('notices', renewed(notice, new Date(Math.max(now.getTime(), last)).toISOString()));
}

/** Cards this old are read by nobody any more. */
const editedForMs = 30 * 86_400_000;

/** Every card that lists this purchase shows it as it is now. */
export function showAnew(tx: Transaction, purchase: Purchase['id'], now: Date): void {
  const since = new Date(now.getTime() - editedForMs).toISOString();
  const concerned = [...tx.all('notices')].filter(
    ({ purchases, createdAt, outcome }) =>
      createdAt > since && outcome !== 'unreached' && outcome !== 'mailed' && purchases.includes(purchase),
  );
  for (const notice of concerned) tx.put('notices', renewed(notice, now.toISOString()));
}

/** Whoever asked to be told of it: a person in their own chat, or everybody in a channel or group. */
export function subscribers(reader: Reader, topic: Topic): Notice['to'][] {
  const chats = [...reader.all('chats')].filter(({ topics }) => topics.includes(topic));
  return chats.map(({ id, kind, person }) => (kind === 'personal' && person ? { person } : { chat: id }));
}

/** Part of the key of a notice that goes to several. */
export function nameOf(to: Notice['to']): string {
  return 'person' in to ? to.person : to.chat;
}

/** What could not be said to someone is tried again now that they are back, unless it was long ago. */
export function tellAgain(tx: Transaction, to: Notice['to'], now: Date): void {
  const since = new Date(now.getTime() - editedForMs).toISOString();
  const missed = [...tx.all('notices')].filter(
    (notice) => notice.outcome === 'unreached' && notice.createdAt > since && isDeepStrictEqual(notice.to, to),
  );
  for (const notice of missed)
    tx.put('notices', { ...notice, outcome: 'waiting', rung: 'chat', dueAt: now.toISOString(), tries: 0 });
}
