/** What scenes about takeovers share: one is requested, and what becomes of it is put on record. */
import type { Takeover, Transfer } from '../../store/records.ts';
import { type Sku, skus } from '../stand-ins/tenant/catalogue.ts';
import { company, people as ids } from '../stand-ins/tenant/index.ts';
import { day } from '../world/clock.ts';
import { buyVisio, purchaseOf, requested } from '../world/takeovers.ts';
import type { Stage } from './stage.ts';

export const morning = new Date('2026-11-17T09:15:00Z');

/** A company in which somebody bought Visio for others. */
export function bought(what: Parameters<typeof buyVisio>[1] = {}) {
  const its = company({ now: morning });
  buyVisio(its, what);
  return { company: its };
}

/** Alex has requested it; what becomes of it is put on record, and nothing happens by itself. */
export async function begun(
  stage: Stage,
  wanted: Parameters<typeof requested>[2] = {},
  { id: sku }: Sku = skus.visio2Dept,
): Promise<Takeover> {
  const { world } = stage;
  const subscription = world.tenant.company.subscriptions.find(
    ({ skuId, status, ownerId }) => skuId === sku && status === 'Enabled' && ownerId,
  );
  if (!subscription) throw new Error('Nobody bought it');
  await world.purser.watch.stop();
  return requested(world, purchaseOf(world, subscription), wanted);
}

export function takeoverIn({ world }: Stage): Takeover {
  const found = world.purser.store.get('takeovers', 'TK-1');
  if (!found) throw new Error('There is no takeover');
  return found;
}

export async function becomes(stage: Stage, change: Partial<Takeover>): Promise<void> {
  const { store } = stage.world.purser;
  await store.transact((tx) => tx.put('takeovers', { ...takeoverIn(stage), ...change }));
}

type Turn = Takeover['history'][number];

/** Somebody, or Purser, does something to it a minute later. */
export async function turns(
  stage: Stage,
  { move, to, by = null, words = null }: Pick<Turn, 'move' | 'to'> & Partial<Turn>,
  change: Partial<Takeover> = {},
): Promise<void> {
  stage.world.clock.advance(60_000);
  const { history } = takeoverIn(stage);
  const at = stage.world.clock.now().toISOString();
  await becomes(stage, { state: to, history: [...history, { at, by, move, to, words }], ...change });
}

export const alex = { id: ids.alex, name: 'Alex Wilber' };
export const megan = { id: ids.megan, name: 'Megan Bowen' };
export const adele = { id: ids.adele, name: 'Adele Vance' };

export function approved(stage: Stage): Partial<Takeover> {
  const now = stage.world.clock.now();
  const { fingerprint } = takeoverIn(stage);
  return {
    approvals: [{ by: megan, at: now.toISOString(), fingerprint }],
    notBefore: new Date(now.getTime() + 2 * day).toISOString(),
  };
}

/** What was done for the first holders; the others still wait. */
export async function transferred(stage: Stage, ...each: Pick<Transfer, 'given' | 'taken' | 'why'>[]): Promise<void> {
  const at = stage.world.clock.now().toISOString();
  await stage.world.purser.store.transact((tx) => {
    for (const [n, transfer] of each.entries())
      tx.put('transfers', { id: `TK-1 ${takeoverIn(stage).holders.ids[n]}`, at, shown: true, ...transfer });
  });
}

/** A departmental seat ends with the purchase; another is taken, or Microsoft keeps it. */
export const done = { given: 'done', taken: 'ends', why: null } as const;
export const removed = { given: 'done', taken: 'done', why: null } as const;
export const kept = { given: 'done', taken: 'refused', why: 'User owned license' } as const;
