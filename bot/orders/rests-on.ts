/** Whom an order rests on, and the job that carries it out: whoever asked for it, and those who approved it. */
import type { Job, Order } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import type { Ordered } from '../jobs/standing.ts';

export function peopleOf({ requester, approvals }: Order): Ordered {
  const those = (wanted: Order['approvals'][number]['as']): string[] =>
    approvals.filter(({ as }) => as === wanted).map(({ by }) => by.id);
  return { requester: requester.id, approvers: those('approver'), admins: those('admin') };
}

/** @param requester who ordered it where no order has to be approved; undefined where nobody did */
export function restsOn(
  reader: Pick<Reader, 'all'>,
  { id }: Pick<Job, 'id'>,
  requester: string | undefined,
): Ordered | undefined {
  const order = [...reader.all('orders')].find(({ job, state }) => job === id && state === 'approved');
  if (order) return peopleOf(order);
  return requester === undefined ? undefined : { requester, approvers: [] };
}
