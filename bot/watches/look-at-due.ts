/** Each morning: what is due is told to the chats that asked for renewals, on one card a day. */
import { idOf, notify, subscribers } from '../../store/notices.ts';
import type { Watched } from '../../store/records.ts';
import type { Store, Transaction } from '../../store/store.ts';
import { type Calendar, openingOf } from '../../store/takeover/calendar.ts';
import { purchaseIndex, type Row } from '../purchases/purchase-index.ts';
import { type Looking, lookAt, type Told } from './due.ts';
import type { Lookout } from './watch.ts';

interface Settings {
  calendar: Pick<Calendar, 'timeZone'>;
  leaverDays: number;
}

const dayMs = 86_400_000;
const mark = 'due-looked';

export function dueLookout({ calendar, leaverDays }: Settings): Lookout {
  const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone: calendar.timeZone });
  return async (store, now) => {
    const today = dayOf.format(now);
    const opens = openingOf(today, calendar);
    const tomorrow = openingOf(dayOf.format(new Date(opens.getTime() + dayMs)), calendar).getTime();
    const last = store.get('marks', mark)?.value;
    if (last === today) return tomorrow;
    if (now < opens) return opens.getTime();
    // Until somebody wants to hear of it there is nothing to remember; nor before Microsoft was read.
    if (!store.get('parts', 'subscriptions')?.goodAt || subscribers(store, 'renewals').length === 0) return tomorrow;
    await tellWhatIsDue(store, { now, today, isFirst: last === undefined, leaverDays });
    return tomorrow;
  };
}

async function tellWhatIsDue(store: Store, looking: Looking): Promise<void> {
  const looked = purchaseIndex(store)
    .sorted('next', 'all', looking.now)
    .map((row) => ({
      row,
      before: store.get('watches', row.purchase.id),
      ...lookAt(row, store.get('watches', row.purchase.id), looking),
    }));
  await store.transact((tx) => {
    tx.put('marks', { id: mark, value: looking.today });
    for (const { before, watched } of looked) if (!isSame(before, watched)) tx.put('watches', watched);
    const news = looked.filter(({ told }) => told.length > 0);
    if (news.length > 0) tell(tx, news, looking);
  });
}

function isSame(before: Watched | undefined, after: Watched): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

function tell(tx: Transaction, news: readonly { row: Row; told: readonly Told[] }[], { now, today }: Looking): void {
  const items = news.flatMap(({ row: { purchase }, told }) => told.map((each) => ({ purchase: purchase.id, ...each })));
  const purchases = [...new Set(items.map(({ purchase }) => purchase))];
  for (const to of subscribers(tx, 'renewals'))
    notify(tx, { key: `due ${today} ${idOf(to)}`, to, saying: { card: 'due', day: today, items }, purchases }, now);
}
