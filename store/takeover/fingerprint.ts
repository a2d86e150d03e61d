/** What exactly a takeover would do, as one short value: an approval is for that, and for nothing that differs from it. */
import { createHash } from 'node:crypto';
import type { Act, Takeover } from '../records.ts';

/** What is to be done: to which purchase, to whom, and how it ends. */
export type Action = Pick<Takeover, 'purchase' | 'act' | 'ending' | 'holders'>;

/** Quantity, renewal day and names may change without changing what is done; the order of the holders says nothing. */
export function fingerprintOf({ purchase, act, ending, holders }: Action): string {
  const { id, subscription, sku, purchaser } = purchase;
  const target = act.kind === 'move' ? act.to.sku : null;
  const people = [...new Set(holders.ids)].sort();
  const told = [id, subscription, sku, purchaser?.id ?? null, act.kind, target, ending, people];
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}

/**
 * The same action, as it would be now. Who has left, or was moved already, stays on the list: for them nothing is left to do.
 * People can join a purchase that is the only one of its SKU; nobody joins a list that was picked or imported.
 *
 * @param found the purchase as the last sync saw it, and who holds its SKU; undefined where that is not known
 */
export function actionNow(
  action: Action,
  found: { purchase: Action['purchase']; holders: readonly string[] | undefined },
): Action {
  const { known, ids } = action.holders;
  const came = known === 'sole' ? (found.holders ?? []) : [];
  return {
    purchase: found.purchase,
    act: action.act,
    ending: action.ending,
    holders: { known, ids: [...new Set([...ids, ...came])] },
  };
}

/** To a SKU they already hold nobody is moved: the organisation's own seats of it are to cover them. */
export function moveTo(source: string, to: { sku: string; product: string }): Act {
  return to.sku === source ? { kind: 'stay' } : { kind: 'move', to };
}
