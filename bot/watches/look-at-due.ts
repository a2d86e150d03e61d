/** Each morning: what is due is told to the chats that asked for renewals, on one card a day. */
import { isDeepStrictEqual } from 'node:util';
import { idOf, notify, subscribers } from '../../store/notices.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { Calendar } from '../../store/takeover/calendar.ts';
import { hears } from '../purchases/muted.ts';
import { purchaseIndex, type Row } from '../purchases/purchase-index.ts';
import { type Looking, lookAt, type Told } from './due.ts';
import { morningOf } from './mornings.ts';
import type { Lookout } from './watch.ts';

interface Settings {
  calendar: Pick<Calendar, 'timeZone'>;
  leaverDays: number;
}

const mark = 'due-looked';

export function dueLookout({ calendar, leaverDays }: Settings): Lookout {
  return async (store, now) => {
    const { today, last, isDue, next } = morningOf(store, mark, { now, calendar });
    if (!isDue) return next;
    // Until somebody wants to hear of it there is nothing to remember; nor before Microsoft was read.
    if (!store.get('parts', 'subscriptions')?.goodAt || subscribers(store, 'renewals').length === 0) return next;
    await tellWhatIsDue(store, { now, today, isFirst: last === undefined, leaverDays });
    return next;
  };
}

async function tellWhatIsDue(store: Store, looking: Looking): Promise<void> {
  const rows = purchaseIndex(store).sorted('next', 'all', looking.now);
  const looked = rows.map((row) => {
    const before = store.get('watches', row.purchase.id);
    return { row, before, ...lookAt(row, before, looking) };
  });
  await store.transact((tx) => {
    tx.put('marks', { id: mark, value: looking.today });
    for (const { before, watched } of looked) if (!isDeepStrictEqual(before, watched)) tx.put('watches', watched);
    const news = looked.filter(({ told }) => told.length > 0);
    if (news.length > 0) tell(tx, news, looking);
  });
}

function tell(tx: Transaction, news: readonly { row: Row; told: readonly Told[] }[], { now, today }: Looking): void {
  for (const to of subscribers(tx, 'renewals')) {
    const isHeard = hears(to, tx, now);
    const items = news
      .filter(({ row }) => isHeard(row.purchase))
      .flatMap(({ row: { purchase }, told }) => told.map((each) => ({ purchase: purchase.id, ...each })));
    const purchases = [...new Set(items.map(({ purchase }) => purchase))];
    if (items.length > 0)
      notify(tx, { key: `due ${today} ${idOf(to)}`, to, saying: { card: 'due', day: today, items }, purchases }, now);
  }
}
