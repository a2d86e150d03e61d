/** Each morning that people work: the chats that asked for a digest get theirs, every day or in the first of each week. */
import { idOf, notify, subscribers } from '../../store/notices.ts';
import type { Notice } from '../../store/records.ts';
import type { Transaction } from '../../store/store.ts';
import { type Calendar, isWorkday } from '../../store/takeover/calendar.ts';
import { chatOf, hears } from '../purchases/muted.ts';
import { digestOf, isEmpty } from './digest.ts';
import { morningOf } from './mornings.ts';
import type { Lookout } from './watch.ts';

const mark = 'digest-looked';
const dayMs = 86_400_000;

export function digestLookout({ calendar }: { calendar: Calendar }): Lookout {
  return async (store, now) => {
    const { today, last, isDue, next } = morningOf(store, mark, { now, calendar });
    if (!isDue || !store.get('parts', 'subscriptions')?.goodAt) return next;
    // In the middle of its first day nobody waits for one: it begins with the next morning.
    const isTold = last !== undefined && isWorkday(today, calendar);
    await store.transact((tx) => {
      tx.put('marks', { id: mark, value: today });
      if (isTold) for (const to of subscribers(tx, 'digest')) tellOne(tx, to, { today, now });
    });
    return next;
  };
}

function tellOne(tx: Transaction, to: Notice['to'], { today, now }: { today: string; now: Date }): void {
  const chat = chatOf(to, tx);
  if (!chat) return;
  const { digested: last, digest: every = 'weekly' } = chat;
  if (last !== undefined && every === 'weekly' && weekOf(last) === weekOf(today)) return;
  const before = new Date(Date.parse(today) - (every === 'daily' ? 1 : 7) * dayMs).toISOString().slice(0, 10);
  const digest = digestOf(tx, { today, since: last ?? before, every, now, isHeard: hears(to, tx, now) });
  // What happened meanwhile is in the next one.
  if (isEmpty(digest)) return;
  tx.put('chats', { ...chat, digested: today });
  const purchases = [...new Set([...digest.due, ...digest.fresh])];
  notify(tx, { key: `digest ${today} ${idOf(to)}`, to, saying: { card: 'digest', ...digest }, purchases }, now);
}

/** The Monday of its week. */
function weekOf(day: string): string {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}
