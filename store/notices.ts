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
  /** A card that is there already and is to become this one. */
  card?: Posted | undefined;
}

/** A message of Purser's in a chat. */
export interface Posted {
  chat: string;
  activity: string;
}

/** The notice of this key. */
export function noticeOf(reader: Pick<Reader, 'get'>, key: string): Notice | undefined {
  const known = reader.get('noticeKeys', key);
  return known && reader.get('notices', known.notice);
}

/** Writes a notice, or brings the one of this key up to what it should say now. @returns its id */
export function notify(tx: Transaction, wanted: Wanted, now: Date): string {
  const before = noticeOf(tx, wanted.key);
  const dueAt = (wanted.dueAt ?? now).toISOString();
  const purchases = [...(wanted.purchases ?? [])];
  if (before) {
    if (!isDeepStrictEqual(before.saying, wanted.saying))
      tx.put('notices', {
        ...renewed(isOpen(before) ? before : begunAnew(before, dueAt), dueAt),
        saying: wanted.saying,
        purchases,
      });
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
    delivered: wanted.card ? { ...wanted.card, revision: 0, at: now.toISOString() } : null,
    outcome: 'waiting',
    answer: null,
    ledger: [],
  });
  tx.put('noticeKeys', { id: wanted.key, notice: id });
  return id;
}

interface Rarely extends Wanted {
  /** Posts about it that raise a notification. */
  mostADay: number;
}

const dayMs = 86_400_000;

/**
 * As `notify`, for what may have to be said again: it is a post of its own, since an edit raises no notification, unless the last
 * one is not out yet or there were enough in the last day; then it is an edit of the last.
 */
export function notifyRarely(tx: Transaction, { mostADay, ...wanted }: Rarely, now: Date): Notice['id'] {
  const posts = postsOf(tx, wanted.key);
  const since = new Date(now.getTime() - dayMs).toISOString();
  const lately = posts.filter(({ createdAt }) => createdAt > since);
  const last = posts.at(-1);
  const isEdit = last && (last.outcome === 'waiting' || lately.length >= mostADay);
  if (!isEdit) return notify(tx, { ...wanted, key: keyOfPost(wanted.key, posts.length + 1) }, now);
  return notify(tx, { ...wanted, key: last.key, dueAt: afterLast(last, now, talkEveryMs) }, now);
}

/** Of what is said again from time to time: each post, oldest first. */
export function postsOf(reader: Pick<Reader, 'get'>, key: string): Notice[] {
  const posts: Notice[] = [];
  for (let post = noticeOf(reader, key); post; post = noticeOf(reader, keyOfPost(key, posts.length + 1)))
    posts.push(post);
  return posts;
}

function keyOfPost(key: string, nth: number): string {
  return nth === 1 ? key : `${key} #${nth}`;
}

/** The notice is to be shown anew: what it tells of has changed. Mail can't be edited, and what nobody got needs no edit. */
export function renewed(notice: Notice, dueAt: string): Notice {
  const revision = notice.revision + 1;
  return { ...notice, revision, ...(isOpen(notice) ? { dueAt: notice.dueAt ?? dueAt, tries: 0 } : {}) };
}

function isOpen({ outcome }: Notice): boolean {
  return outcome === 'waiting' || outcome === 'posted';
}

/** From the first rung again. */
function begunAnew(notice: Notice, dueAt: string): Notice {
  return { ...notice, outcome: 'waiting', rung: 'chat', dueAt, tries: 0 };
}

/** Teams allows so many edits of one conversation, and nobody reads faster ("progress is an edit, at most every two seconds"). */
const editEveryMs = 2_000;
/** People who go on talking are read at leisure, so that their words leave room for what others must be told. */
export const talkEveryMs = 10_000;

function afterLast({ delivered }: Notice, now: Date, everyMs: number): Date {
  return new Date(Math.max(now.getTime(), delivered ? Date.parse(delivered.at) + everyMs : 0));
}

/** The notice of this key shows what it tells of as it is now; edits are so far apart. */
export function showNotice(tx: Transaction, key: string, now: Date, everyMs = editEveryMs): void {
  const notice = noticeOf(tx, key);
  if (notice) tx.put('notices', renewed(notice, afterLast(notice, now, everyMs).toISOString()));
}

/** Nobody reads cards as old as this. */
export const editedForMs = 30 * 86_400_000;

/** Every card that lists one of these purchases shows it as it is now; edits of one card are so far apart. */
export function showAnew(tx: Transaction, changed: ReadonlySet<Purchase['id']>, now: Date, everyMs = 0): void {
  if (changed.size === 0) return;
  const since = new Date(now.getTime() - editedForMs).toISOString();
  const concerned = [...tx.all('notices')].filter(
    ({ purchases, createdAt, outcome, saying }) =>
      createdAt > since &&
      // As many as there are holders, and brought up to date by a job of their own.
      saying.card !== 'announced' &&
      outcome !== 'unreached' &&
      outcome !== 'mailed' &&
      purchases.some((id) => changed.has(id)),
  );
  for (const notice of concerned) tx.put('notices', renewed(notice, afterLast(notice, now, everyMs).toISOString()));
}

/**
 * Those who asked to be told of it: a person in their own chat, or everybody in a channel or group. Where Purser was taken out
 * nothing more is written, and when it is added again, it goes on as before.
 */
export function subscribers(reader: Reader, topic: Topic): Notice['to'][] {
  const chats = [...reader.all('chats')].filter(
    ({ topics, away }) => topics.includes(topic) && away?.why !== 'removed',
  );
  return chats.map(({ id, kind, person }) => (kind === 'personal' && person ? { person } : { chat: id }));
}

/** Those of them who can be written to just now, as far as is known of chats. */
export function reached(reader: Reader, topic: Topic): Notice['to'][] {
  return subscribers(reader, topic).filter((to) => !('chat' in to && reader.get('chats', to.chat)?.away));
}

/**
 * A topic that was switched off meanwhile brings nothing new; what was posted is still kept up to date.
 *
 * @param topic of its kind; undefined where nobody needs to ask for it
 */
export function wants(
  { to, saying, delivered }: Notice,
  topic: Topic | undefined,
  reader: Pick<Reader, 'get'>,
): boolean {
  if (!topic || delivered || isPutTo(to, saying, reader)) return true;
  const id = 'chat' in to ? to.chat : reader.get('members', to.person)?.chat?.id;
  const chat = reader.get('chats', id ?? '');
  if (isCalled(to, saying, reader)) return !chat?.quiet?.includes(topic);
  return chat?.topics.includes(topic) ?? true;
}

/** Who can decide is told without having asked. */
function isCalled(to: Notice['to'], saying: Saying, reader: Pick<Reader, 'get'>): boolean {
  if (saying.card !== 'approval' || !('person' in to)) return false;
  return reader.get('takeovers', saying.takeover)?.deciders?.some(({ id }) => id === to.person) ?? false;
}

/** A person a decision was handed to is told without having asked. */
function isPutTo(to: Notice['to'], saying: Saying, reader: Pick<Reader, 'get'>): boolean {
  if (saying.card !== 'approval' || !('person' in to)) return false;
  return reader.get('takeovers', saying.takeover)?.putTo?.id === to.person;
}

/** Part of the key of a notice that goes to several. */
export function idOf(to: Notice['to']): string {
  return 'person' in to ? to.person : to.chat;
}

/** What could not be said, or shown, to someone is tried again now that they are back, unless it was long ago. */
export function tellAgain(tx: Transaction, to: Notice['to'], now: Date): void {
  const since = new Date(now.getTime() - editedForMs).toISOString();
  const theirs = [...tx.all('notices')].filter(
    (notice) => notice.createdAt > since && idOf(notice.to) === idOf(to) && isMissed(notice),
  );
  for (const notice of theirs)
    tx.put('notices', isOpen(notice) ? { ...notice, dueAt: now.toISOString() } : begunAnew(notice, now.toISOString()));
}

function isMissed({ outcome, delivered, revision, dueAt }: Notice): boolean {
  const isStale = outcome === 'posted' && delivered !== null && delivered.revision < revision && dueAt === null;
  return outcome === 'unreached' || isStale;
}
