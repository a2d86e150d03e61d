/** A second person decides about an order, or its requester takes it back. */

import type { Card } from '../../cards/card.ts';
import {
  advanceOrder,
  decisionTime,
  isForAdmins,
  lacking,
  type OrderMove,
  type OrderRefusal,
} from '../../store/order.ts';
import { isOrderProven } from '../../store/proof.ts';
import type { Order } from '../../store/records.ts';
import type { Reader, Transaction } from '../../store/store.ts';
import { type Context, press, UserError } from '../core/command.ts';
import { answered } from '../core/what-next.ts';
import { standingOfAll } from '../jobs/standing.ts';
import { tellUnproven } from '../jobs/unproven.ts';
import { deciderOf, idOfOrder, showOrder } from './card.ts';
import { note } from './note.ts';
import { askOthers, showPosted } from './posted.ts';
import { peopleOf } from './rests-on.ts';

export function maySee(
  { requester }: Order,
  { speaker: { id, roles } }: { speaker: Pick<Context['speaker'], 'id' | 'roles'> },
): boolean {
  return roles.has('viewer') || roles.has('approver') || requester.id === id;
}

/** @throws UserError where there is no such order, or it is none of theirs to see */
export function orderFor(id: string, reader: Pick<Reader, 'get'>, context: Context): Order {
  const { t } = context.language;
  const order = reader.get('orders', id);
  if (order && maySee(order, context)) return order;
  throw new UserError(t('order.unknown', { id }), [press(t('button.listApprovals'), 'approvals')]);
}

/** What somebody decides. */
interface Said {
  move: OrderMove;
  words: string | null;
}

/** Of two who decide in the same instant the second is shown what the first has decided. */
export async function decideOrder(id: string, said: Said, context: Context): Promise<Card> {
  const { t } = context.language;
  const found = orderFor(id, context.dependencies.store, context);
  const out = said.move === 'approve' && found.state === 'pending' ? await outOf(found, context) : [];
  const came = await context.transact((tx) => decideIn(tx, { id, said, out }, context));
  if (!('refused' in came)) return showOrder(came, context);
  const order = orderFor(id, context.dependencies.store, context);
  if (came.refused === 'over') return showOrder(order, context, t(`order.refused.${overAs[order.state]}`, { id }));
  const refused = came.refused === 'not-yours' && isForAdmins(order.what) ? 'not-admin' : came.refused;
  const text = t(`order.refused.${refused}`, { id, name: order.requester.name, count: lacking(order) });
  throw new UserError(text, [press(`${t('button.open')} ${id}`, 'approval', idOfOrder(order))]);
}

/** What nobody has decided did not end by a decision. */
const overAs: Record<Order['state'], 'over' | 'gone'> = {
  ...{ pending: 'gone', withdrawn: 'gone', expired: 'gone', changed: 'gone' },
  ...{ approved: 'over', rejected: 'over' },
};

/**
 * Who asked for it or approved it, and is no longer in office: not everything is done by a job, which would ask itself.
 *
 * @throws UserError while Microsoft doesn't say
 */
async function outOf(order: Order, { dependencies: { people }, language: { t } }: Context): Promise<string[]> {
  const ordered = peopleOf(order);
  const asked = standingOfAll(ordered, people.standingOf);
  const standing = await answered(asked, t('takeover.mayTry'), t);
  return [...standing.out, ...(standing.requester ? [] : [ordered.requester])];
}

interface Deciding {
  id: string;
  said: Said;
  out: readonly string[];
}

function decideIn(tx: Transaction, { id, said, out }: Deciding, context: Context): Order | { refused: OrderRefusal } {
  const { speaker, now } = context;
  const before = orderFor(id, tx, context);
  const time = decisionTime(tx, now);
  const after = advanceOrder(before, said, { by: deciderOf(context), now, time, out });
  if ('refused' in after) return after;
  if (said.move === 'approve' && !isOrderProven(before, tx)) {
    tellUnproven(tx, id, now);
    return { refused: 'unproven' };
  }
  const kept = after.state === 'approved' ? carriedOut(tx, after, context) : askedAgain(before, after);
  tx.put('orders', kept);
  note(tx, kept, { action: actions[kept.state], by: speaker, why: kept.ended?.words ?? null, now });
  showPosted(tx, kept, now);
  if (kept.asked > before.asked) askOthers(tx, kept, now);
  return kept;
}

/** One of several has approved it: the others are told that it is their turn. */
function askedAgain(before: Order, after: Order): Order {
  const isTheirTurn = after.state === 'pending' && after.approvals.length > before.approvals.length;
  return isTheirTurn ? { ...after, asked: after.asked + 1 } : after;
}

const actions = {
  /** More people have to. */
  pending: 'order-approved',
  approved: 'order-approved',
  rejected: 'order-rejected',
  withdrawn: 'order-withdrawn',
  expired: 'order-expired',
  changed: 'order-expired',
} as const;

/** An approval is for what was shown and for nothing else: what has changed meanwhile has to be asked for anew. */
function carriedOut(tx: Transaction, order: Order, context: Context): Order {
  const came = context.dependencies.orderKinds[order.what.kind](tx, order, context);
  return came === 'changed' ? { ...order, state: 'changed' } : { ...order, job: came.job };
}
