/** A change that a second person has approved. */
import type { Change } from '../../../store/records.ts';
import type { CarryOut } from '../../core/order.ts';
import { refuseBusy } from './busy.ts';
import { applyChange } from './job.ts';
import { replanned } from './plan.ts';

export function orderItems(items: Change['items']) {
  return items.map(({ rule, name, before, wanted }) => ({ id: rule, name, before, after: wanted }));
}

export const carryOutChange: CarryOut = (tx, order, context) => {
  const change = tx.get('changes', order.id);
  if (change?.state !== 'planned') return 'changed';
  const isSame = JSON.stringify(orderItems(change.items)) === JSON.stringify(order.items);
  if (!isSame || replanned(change.items, (id) => tx.get('rules', id))) {
    tx.put('changes', { ...change, state: 'dropped' });
    return 'changed';
  }
  refuseBusy(
    tx,
    change.items.map(({ rule }) => rule),
    context,
  );
  const { job } = applyChange(tx, { ...change, by: order.requester, why: order.why }, { now: context.now });
  return { job };
};
