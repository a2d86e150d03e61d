/** Those who could approve an order are reminded; nobody decided in time: it lapses. Purser's own absence takes no time from anybody. */
import { purserItself } from '../../store/audit.ts';
import { endedAs, isPending } from '../../store/order.ts';
import type { Order } from '../../store/records.ts';
import type { Reader, Store, Transaction } from '../../store/store.ts';
import type { Calendar } from '../../store/takeover/calendar.ts';
import { laterBy, nextReminder } from '../../store/takeover/deadlines.ts';
import { note } from './note.ts';
import { askOthers, showPosted } from './posted.ts';

function undecided(reader: Pick<Reader, 'all'>): Order[] {
  return [...reader.all('orders')].filter(({ state }) => state === 'pending');
}

function dueAt({ decideBy, remindAt }: Order): string {
  return remindAt !== null && remindAt < decideBy ? remindAt : decideBy;
}

/** @returns when something is due next */
export async function lookAtOrders(store: Store, calendar: Calendar, now: Date): Promise<number> {
  const isDue = (order: Order): boolean => dueAt(order) <= now.toISOString();
  if (undecided(store).some(isDue))
    await store.transact((tx) => {
      for (const order of undecided(tx).filter(isDue))
        if (isPending(order, now)) remind(tx, order, { calendar, now });
        else lapse(tx, order, now);
    });
  return Math.min(...undecided(store).map((order) => Date.parse(dueAt(order))));
}

function remind(tx: Transaction, order: Order, { calendar, now }: { calendar: Calendar; now: Date }): void {
  const next = nextReminder(now, new Date(order.decideBy), calendar);
  const again: Order = { ...order, asked: order.asked + 1, remindAt: next?.toISOString() ?? null };
  tx.put('orders', again);
  showPosted(tx, again, now);
  askOthers(tx, again, now);
}

function lapse(tx: Transaction, order: Order, now: Date): void {
  const lapsed = endedAs(order, 'expired');
  tx.put('orders', lapsed);
  note(tx, lapsed, { action: 'order-expired', by: purserItself, why: null, now });
  showPosted(tx, lapsed, now);
}

interface Absence {
  from: Date;
  until: Date;
}

/** The time there is to decide does not run while Purser is away, or on hold. */
export function postponeOrders(tx: Transaction, absence: Absence, calendar: Calendar): void {
  const later = (due: string): string => laterBy(new Date(due), absence, calendar).toISOString();
  for (const order of undecided(tx)) {
    const [decideBy, remindAt] = [later(order.decideBy), order.remindAt && later(order.remindAt)];
    if (decideBy === order.decideBy && remindAt === order.remindAt) continue;
    tx.put('orders', { ...order, decideBy, remindAt });
    showPosted(tx, order, absence.until);
  }
}
