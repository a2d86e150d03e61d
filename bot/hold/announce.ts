/** Tells the admins that Purser is on hold: the one message that goes out while it is. */
import { holdOf } from '../../store/hold.ts';
import { idOf, notify, subscribers } from '../../store/notices.ts';
import type { Hold, Notice, Saying } from '../../store/records.ts';
import type { Reader, Store, Transaction } from '../../store/store.ts';

/** By then Microsoft has most likely been read, and the card says what has changed there. */
const untilReadMs = 30_000;

/** A store that came from a backup begins on hold, and nobody need have been there. */
export async function announceRestored(store: Store, now: Date): Promise<void> {
  const hold = holdOf(store);
  if (hold?.why !== 'restored') return;
  const { since } = hold;
  const dueAt = new Date(now.getTime() + untilReadMs);
  await store.transact((tx) => {
    for (const to of adminsToTell(tx)) tellOfHold(tx, { to, since, by: null, words: null, dueAt }, now);
  });
}

/** Somebody has put it on hold, and those who asked for alerts are told at once. */
export function announcePause(tx: Transaction, { since, by, words }: Hold & { why: 'paused' }, now: Date): void {
  for (const to of subscribers(tx, 'alerts')) tellOfHold(tx, { to, since, by, words, dueAt: now }, now);
}

type Told = Omit<Saying & { card: 'hold' }, 'card'> & Pick<Notice, 'to'> & { dueAt: Date };

function tellOfHold(tx: Transaction, { to, dueAt, ...said }: Told, now: Date): void {
  notify(tx, { key: `hold ${said.since} ${idOf(to)}`, to, saying: { card: 'hold', ...said }, dueAt }, now);
}

/** So many of the newest entries of the journal are looked at for people, and so many people are told. */
const newest = 500;
const mostTold = 20;

/**
 * Chats that asked for alerts. Where none did, people who were admins as far as is known or did something of late, if Purser
 * has a chat with them: who is no admin when it is posted is not told.
 */
export function adminsToTell(reader: Reader): Notice['to'][] {
  const asked = subscribers(reader, 'alerts');
  if (asked.length > 0) return asked;
  const known = [...reader.all('people')].flatMap(({ id, admin, enabled }) => (admin && enabled ? [id] : []));
  const ids = [...new Set([...actorsOf(reader), ...known])];
  return ids
    .filter((id) => reader.get('members', id)?.chat)
    .slice(0, mostTold)
    .map((person) => ({ person }));
}

/** The latest first. */
function actorsOf(reader: Reader): string[] {
  const last = reader.get('counters', 'A')?.last ?? 0;
  const numbers = Array.from({ length: Math.min(last, newest) }, (_, at) => last - at);
  return numbers.flatMap((number) => reader.get('audit', `A-${number}`)?.actor?.id ?? []);
}
