/** Orders that touch very much are for two: the second person is asked here. */

import { isDeepStrictEqual } from 'node:util';
import { called } from '../../store/calls.ts';
import { reached } from '../../store/notices.ts';
import type { Order, Somebody } from '../../store/records.ts';
import type { Transaction } from '../../store/store.ts';
import { decideByAtWork, nextReminder } from '../../store/takeover/deadlines.ts';
import { type Context, cardIn, press, UserError } from '../core/command.ts';
import { answered } from '../core/what-next.ts';
import { isMember } from '../people/people.ts';
import { note } from './note.ts';
import { askOthers, tellRequester } from './posted.ts';

type Asked = Pick<Order, 'what' | 'items' | 'why'> & { /** Of the change; a new one if not given. */ id?: string };

interface Asking {
  others: readonly Somebody[];
  context: Context;
}

/** In several orders of one day as in one. */
export const dayMs = 86_400_000;
/** More people than this are many. */
export const manyPeople = 50;

/**
 * Everybody who could be the second person: admins and approvers, or admins only, but the one who asks.
 *
 * @throws UserError where there are too few, or Microsoft doesn't say
 */
export async function secondPeople(context: Context, only: { admins?: true } = {}): Promise<Somebody[]> {
  const { dependencies, speaker, language } = context;
  const { t } = language;
  const needed = dependencies.config.takeovers.approvalsNeeded;
  const everybody = await answered(deciders(context, only), t('takeover.mayTry'), t);
  const others = everybody.filter(({ id }) => id !== speaker.id);
  if (others.length >= needed && isHeard(others, context)) return others;
  if (others.length >= needed) throw new UserError(t('order.unreachable'), [press(t('button.status'), 'status')]);
  const text = others.length === 0 ? t('order.nobody') : t('order.tooFew', { others: others.length, needed });
  throw new UserError(text, [press(t('button.status'), 'status')]);
}

/** A chat or one of them hears of it. */
function isHeard(others: readonly Somebody[], { dependencies: { store }, now }: Context): boolean {
  const isOpen = reached(store, 'approvals').some((to) => 'chat' in to);
  return isOpen || called(store, others, now).length > 0;
}

/** Neither disabled nor guests, each once. */
async function deciders({ dependencies: { people, commerce } }: Context, only: { admins?: true }): Promise<Somebody[]> {
  const [approvers, admins] = await Promise.all([
    only.admins ? [] : people.approvers({ fresh: true }),
    commerce.admins({ brisk: true }).then((ids) => commerce.people([...ids], { brisk: true })),
  ]);
  const named = admins.filter(isMember).map(({ id, name, userName }) => ({ id, name: name ?? userName ?? id }));
  const all = [...named, ...approvers.map(({ id, name }) => ({ id, name }))];
  return [...new Map(all.map((each) => [each.id, each])).values()];
}

/** Asked for twice, it is one order: the same change that waits already is shown again. */
export function openOnce(tx: Transaction, asked: Asked, asking: Asking): Order {
  const { what, items } = asked;
  const same = [...tx.all('orders')].find(
    (order) => order.state === 'pending' && isDeepStrictEqual([order.what, order.items], [what, items]),
  );
  return same ?? openOrder(tx, asked, asking);
}

/** Writes it, and asks those who could approve it. */
export function openOrder(tx: Transaction, asked: Asked, { others, context }: Asking): Order {
  const { speaker, now, dependencies } = context;
  const { approvalDays, approvalsNeeded: needed, calendar } = dependencies.config.takeovers;
  const { id = tx.nextId('OR'), ...rest } = asked;
  const requester = { id: speaker.id, name: speaker.name };
  const decideBy = decideByAtWork(now, approvalDays, null, calendar);
  const order: Order = {
    ...{ id, state: 'pending', ...rest, requester, at: now.toISOString(), decideBy: decideBy.toISOString() },
    remindAt: nextReminder(now, decideBy, calendar)?.toISOString() ?? null,
    ...{ asked: 1, others: [...others], needed, approvals: [], ended: null, job: null },
  };
  tx.put('orders', order);
  note(tx, order, { action: 'order-requested', by: speaker, why: order.why, now });
  askOthers(tx, order, now);
  const card = cardIn(context);
  if (card) tellRequester(tx, order, { now, card });
  return order;
}
