/** What the journal tells of an order. */
import { audit } from '../../store/audit.ts';
import { secondDigest } from '../../store/proof.ts';
import type { AuditAction, Order, Somebody } from '../../store/records.ts';
import type { Transaction } from '../../store/store.ts';

interface About {
  action: Extract<AuditAction, `order-${string}`>;
  by: Somebody;
  why: string | null;
  now: Date;
}

/** An approval counts only with its entry: the job that carries it out looks for it. */
export function note(tx: Transaction, order: Order, { action, by, why, now }: About): void {
  const { id, what, state } = order;
  audit(tx, {
    ...{ at: now.toISOString(), actor: { id: by.id, name: by.name }, action, purchase: null },
    ...{ product: 'product' in what ? what.product : null, purchaser: null, before: null },
    ...{ after: `${id} ${state}`, why, digest: secondDigest(order) },
  });
}
