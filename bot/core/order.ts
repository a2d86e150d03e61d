/** What carries out an order that a second person has approved, by its kind: handed in where the process is wired. */
import type { Order } from '../../store/records.ts';
import type { Transaction } from '../../store/store.ts';
import type { Language } from '../language/index.ts';

export type OrderKind = Order['what']['kind'];

/** The person who approves reads what is in the way; what is done is the requester's. */
interface Approving {
  now: Date;
  language: Language;
}

/**
 * Carries it out in the transaction that approves it.
 *
 * @returns the job that does it, null where none is needed; `changed` where it is no longer what was shown
 */
export type CarryOut = (tx: Transaction, order: Order, approving: Approving) => { job: string | null } | 'changed';
export type OrderKinds = Readonly<Record<OrderKind, CarryOut>>;
