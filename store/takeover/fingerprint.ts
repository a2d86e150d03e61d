/** What exactly a takeover would do, as one short value: an approval is for that, and for nothing that differs from it. */
import { createHash } from 'node:crypto';
import type { Act, HolderSource, Takeover } from '../records.ts';

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

/** It follows from what Microsoft tells, so it changes with that; a list that people made is theirs. */
export function isTold(known: HolderSource): known is 'sole' | 'allotted' {
  return known === 'sole' || known === 'allotted';
}

interface Found {
  /** As the last sync saw it. */
  purchase: Action['purchase'];
  /** Who holds it, where that follows from what Microsoft tells; undefined where it doesn't. */
  holders: readonly string[] | undefined;
  /** Those on the list who still hold it, where Microsoft doesn't say who holds this very purchase; undefined: not known. */
  stillHere?: readonly string[] | undefined;
}

/**
 * The same action, as it would be now. Who has left, or was moved already, stays on the list, so that they are counted to the
 * end. People can join a purchase whose holders Microsoft tells; nobody joins a list that was picked or imported. Once
 * anything makes it another action, which has to be approved anew, it is about the people as they are now, and nobody else.
 */
export function actionNow(action: Action, { purchase, holders, stillHere }: Found): Action {
  const { known, ids } = action.holders;
  const same: Action = { purchase, act: action.act, ending: action.ending, holders: { known, ids: [...new Set(ids)] } };
  const now = isTold(known) && holders ? holders : stillHere;
  const before = new Set(ids);
  const came = isTold(known) && (holders ?? []).some((id) => !before.has(id));
  if (!came && fingerprintOf(same) === fingerprintOf(action)) return same;
  return { ...same, holders: { known, ids: [...new Set(now ?? ids)] } };
}

/** To a SKU they already hold nobody is moved: the organisation's own seats of it are to cover them. */
export function moveTo(source: string, to: { sku: string; product: string }): Act {
  return to.sku === source ? { kind: 'stay' } : { kind: 'move', to };
}
