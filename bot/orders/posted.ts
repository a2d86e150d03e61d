/** Who is told of an order: those who could approve it are asked, its requester hears what became of it, cards that were posted show it. */
import { call, called, isAway, showLists } from '../../store/calls.ts';
import { idOf, notify, type Posted, showNotice, subscribers } from '../../store/notices.ts';
import { hasApproved, isNewsToRequester } from '../../store/order.ts';
import type { Notice, Order } from '../../store/records.ts';
import type { Transaction } from '../../store/store.ts';

/** In person, and in the chats that are told of approvals; each time it is a post of its own. */
export function askOthers(tx: Transaction, order: Order, now: Date): void {
  const { id, others, requester, asked: round } = order;
  const isAsked = (person: string): boolean =>
    person !== requester.id && !hasApproved(order, person) && !isAway(tx, person, now);
  const people = called(
    tx,
    others.filter((other) => isAsked(other.id)),
    now,
  );
  const to = new Map<string, Notice['to']>([
    ...subscribers(tx, 'approvals').map((each) => [idOf(each), each] as const),
    ...people.map((other) => [other.id, { person: other.id }] as const),
  ]);
  const saying = { card: 'order', order: id, round } as const;
  for (const each of to.values()) {
    const wanted = { key: orderKey(order, round, each), saying };
    if (!isAsked(idOf(each))) continue;
    if ('person' in each && others.some((other) => other.id === each.person))
      call(tx, { person: each.person, wanted, about: `${id} ${round}` }, now);
    else notify(tx, { ...wanted, to: each }, now);
  }
}

export function orderKey({ id, at }: Pick<Order, 'id' | 'at'>, round: number, to: Notice['to']): string {
  return `order ${id} ${at} ${round} ${idOf(to)}`;
}

/** @param card where it was asked for, which from now on shows what becomes of it */
export function tellRequester(
  tx: Transaction,
  order: Order,
  { now, card }: { now: Date; card?: Posted | undefined },
): void {
  const { id, at, requester } = order;
  const round = isNewsToRequester(order) ? 1 : 0;
  const saying = { card: 'order', order: id, round } as const;
  notify(tx, { key: `order ${id} ${at} requester ${round}`, to: { person: requester.id }, saying, card }, now);
}

/** After what has become of it was kept. */
export function showPosted(tx: Transaction, order: Order, now: Date): void {
  const about = ({ saying }: Notice): boolean =>
    (saying.card === 'order' && saying.order === order.id) ||
    (saying.card === 'copy' && saying.about === order.id && !saying.old);
  for (const { key } of [...tx.all('notices')].filter(about)) showNotice(tx, key, now);
  showLists(
    tx,
    order.others.map(({ id }) => id),
    now,
  );
  if (isNewsToRequester(order)) tellRequester(tx, order, { now });
}
