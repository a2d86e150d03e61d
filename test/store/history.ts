/** A history anyone can check: however many steps of it a store holds, there is only one content that has just these. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { News } from '../../store/audit.ts';
import type { RecordOf } from '../../store/records.ts';
import type { Reader, Transaction } from '../../store/store.ts';
import { Layer, Tables, tableNames } from '../../store/tables.ts';

const kept = 40;

export function purchase(n: number): RecordOf<'purchases'> {
  return {
    id: `P-${n}`,
    subscription: `0f2a3b4c-0000-4000-8000-${String(n).padStart(12, '0')}`,
    commerceId: `c-${n}`,
    sku: 'a403ebcc-fae0-4ca2-8c8c-7a907fd6c235',
    skuPart: 'POWER_BI_STANDARD',
    purchaser: `9f2a3b4c-0000-4000-8000-${String(n).padStart(12, '0')}`,
    quantity: (n % 50) + 1,
    trial: false,
    status: 'Enabled',
    statusWord: null,
    createdAt: '2026-01-02',
    nextAt: '2027-01-02',
    endless: false,
    kind: 'self-service',
    sure: 'probable',
    evidence: ['owner-is-user', 'department-sku'],
    settled: null,
    decision: null,
    firstSeenAt: '2026-02-02T03:04:05.000Z',
    absent: null,
  };
}

export function product(id: string, used: number): RecordOf<'products'> {
  return { id, part: id.toUpperCase(), name: `Prodüct ${id} 🧾`, seats: 100, used };
}

/** Something to tell the audit. */
export const news: News = {
  at: '2026-01-02T03:04:05.000Z',
  actor: { id: '9f2a3b4c-0000-4000-8000-000000000001', name: 'Alex Wilber' },
  action: 'classified',
  purchase: 'P-1',
  product: 'Visio',
  purchaser: 'Adele Vance',
  before: null,
  after: 'central',
  why: null,
};

/** The next step: a new purchase, an old one gone, one changed, and the tally of it all. Returns its number. */
export function step(tx: Transaction): number {
  const n = steps(tx) + 1;
  assert.equal(tx.nextId('P'), `P-${n}`);
  tx.put('purchases', purchase(n));
  tx.delete('purchases', `P-${n - kept}`);
  const other = tx.get('purchases', `P-${n - 7}`);
  if (other) tx.put('purchases', { ...other, quantity: (other.quantity ?? 0) + n });
  tx.put('products', product('tally', n));
  return n;
}

/** How many steps a store says it holds. */
export function steps(store: Reader): number {
  return store.get('products', 'tally')?.used ?? 0;
}

/** How many steps a store holds. Fails unless it holds exactly what these make, in the same order. */
export function stepsIn(store: Reader): number {
  const found = steps(store);
  assert.equal(content(store), contentAfter(found), `the store is not what ${found} steps make`);
  return found;
}

/** Whether Purser is on hold, as after a restore, is no part of the history. */
export function content(store: Reader): string {
  const told = tableNames.filter((table) => table !== 'holds');
  return JSON.stringify(told.map((table) => [table, store.count(table), [...store.all(table)]]));
}

let model = new Tables();
let taken = 0;

function contentAfter(n: number): string {
  if (n < taken) [model, taken] = [new Tables(), 0];
  for (; taken < n; taken++) {
    const tx = new Layer(model);
    step(tx);
    model.apply(tx.changes());
  }
  return content(model);
}

/** Pseudo-random numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'purser-store-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
