/** What the clock tells of one purchase, day by day: each thing once, whatever Microsoft does with its date. */
import assert from 'node:assert/strict';
import type { Row } from '../../bot/purchases/purchase-index.ts';
import { lookAt } from '../../bot/watches/due.ts';
import type { Purchase, Watched } from '../../store/records.ts';

const dayMs = 86_400_000;
const yearly = { createdAt: '2025-12-22', nextAt: '2026-12-22', status: 'Enabled', trial: false } as const;

/** @param change what Microsoft shows from a day on */
function told(first: string, days: number, begin: Partial<Purchase>, change: Record<string, Partial<Purchase>> = {}) {
  const news: string[] = [];
  let purchase = {
    id: 'P-1',
    kind: 'self-service',
    sku: 'x',
    skuPart: 'VISIO',
    absent: null,
    decision: null,
    ...begin,
  };
  let before: Watched | undefined;
  for (let nth = 0; nth < days; nth++) {
    const now = new Date(Date.parse(`${first}T09:00:00Z`) + nth * dayMs);
    const today = now.toISOString().slice(0, 10);
    purchase = { ...purchase, ...change[today] };
    const row = { purchase, productName: 'Visio', purchaser: undefined, product: undefined } as unknown as Row;
    const looked = lookAt(row, before, { now, today, isFirst: nth === 0, leaverDays: 1 });
    news.push(...looked.told.map(({ kind, days: left }) => (left === null ? kind : `${kind} ${left}`)));
    before = looked.watched;
  }
  return news;
}

describe('what the clock tells of one purchase', () => {
  it('that ended is said once, however long Microsoft lists it', () => {
    const change = { '2026-12-23': { status: 'Deleted' } } as const;
    assert.deepEqual(told('2026-11-20', 60, yearly, change), ['due 30', 'due 7', 'due 1', 'ended']);
  });

  it('that renewed is said once, and its next year begins anew', () => {
    const change = { '2026-12-24': { nextAt: '2027-12-22' } };
    assert.deepEqual(told('2026-11-20', 400, yearly, change), [
      ...['due 30', 'due 7', 'due 1', 'renewed'],
      ...['due 30', 'due 7', 'due 1'],
    ]);
  });

  it('whose date moves before it comes is told anew', () => {
    const change = { '2026-12-18': { nextAt: '2027-01-20', createdAt: '2026-01-20' } };
    assert.deepEqual(told('2026-11-20', 61, yearly, change), ['due 30', 'due 7', 'due 30', 'due 7', 'due 1']);
  });

  it('of a monthly term is said once in all', () => {
    const monthly = { ...yearly, createdAt: '2026-10-10', nextAt: '2026-12-10' };
    const change = { '2026-12-11': { nextAt: '2027-01-10' }, '2027-01-11': { nextAt: '2027-02-10' } };
    assert.deepEqual(told('2026-11-20', 80, monthly, change), ['due 7']);
  });

  it('bought on the last of a month and due on the first is yearly', () => {
    assert.deepEqual(told('2026-10-20', 40, { ...yearly, createdAt: '2025-11-30', nextAt: '2026-12-01' }).length, 2);
  });
});
