import assert from 'node:assert/strict';
import { archivedPurchase, archivedPurchases, archiveFinished, bringBack } from '../../store/archive.ts';
import { openFileStore } from '../../store/file/open.ts';
import type { Purchase } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import { purchase } from './history.ts';
import { MemoryDisk } from './memory-disk.ts';

const now = new Date('2026-11-30T12:00:00.000Z');
const daysAgo = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();
const gone = (since: string): Purchase['absent'] => ({ since, syncs: 9, asked: 3, gone: true });

async function storeWith(...purchases: Purchase[]): Promise<{ store: Store; disk: MemoryDisk }> {
  const disk = new MemoryDisk();
  const store = await openFileStore('/store', { disk });
  await store.transact((tx) => {
    for (const each of purchases) tx.put('purchases', each);
  });
  return { store, disk };
}

const ids = (records: Iterable<{ id: string }>): string[] => [...records].map(({ id }) => id);

describe('the archive', () => {
  it('takes what has been gone for over 400 days, and nothing that Microsoft may still list', async () => {
    const old = daysAgo(401);
    const { store } = await storeWith(
      { ...purchase(1), absent: gone(old) },
      { ...purchase(2), absent: gone(daysAgo(399)) },
      { ...purchase(3), status: 'Deleted', nextAt: old.slice(0, 10) },
      { ...purchase(4), status: 'Deleted', absent: { since: old, syncs: 900, asked: 60, gone: false } },
      { ...purchase(5), status: 'Deleted', absent: gone(old) },
    );
    assert.equal(await store.transact((tx) => archiveFinished(tx, now)), 2);
    assert.deepEqual(ids(archivedPurchases(store)), ['P-1', 'P-5']);
    assert.deepEqual(ids(store.all('purchases')), ['P-2', 'P-3', 'P-4']);
    assert.equal(store.get('archive', 'P-1')?.at, now.toISOString());
    await store.close();
  });

  it('keeps a purchase as it was, to be found by its id and among the others, also after a restart', async () => {
    const put = { ...purchase(1), absent: gone(daysAgo(500)) };
    const { store, disk } = await storeWith(put);
    await store.transact((tx) => archiveFinished(tx, now));
    await store.close();
    const again = await openFileStore('/store', { disk });
    assert.deepEqual(archivedPurchase(again, 'P-1'), put);
    assert.deepEqual([...archivedPurchases(again)], [put]);
    assert.equal(archivedPurchase(again, 'P-2'), undefined);
    await again.close();
  });

  it('is filled a part at a time, until nothing is left to move', async () => {
    const many = Array.from({ length: 450 }, (_, n) => ({ ...purchase(n + 1), absent: gone(daysAgo(500)) }));
    const { store } = await storeWith(...many);
    const moved: number[] = [];
    do moved.push(await store.transact((tx) => archiveFinished(tx, now)));
    while (moved.at(-1) !== 0);
    assert.deepEqual(moved, [200, 200, 50, 0]);
    assert.deepEqual(ids(archivedPurchases(store)), ids(many));
    await store.close();
  });

  it('gives a purchase back under the id it had', async () => {
    const put = { ...purchase(1), absent: gone(daysAgo(500)) };
    const { store } = await storeWith(put);
    await store.transact((tx) => archiveFinished(tx, now));
    await store.transact((tx) => {
      const back = bringBack(tx, 'P-1');
      if (back) tx.put('purchases', { ...back, absent: null });
    });
    assert.deepEqual(store.get('purchases', 'P-1'), { ...put, absent: null });
    assert.equal(store.count('archive'), 0);
    assert.equal(await store.transact((tx) => bringBack(tx, 'P-1')), undefined);
    await store.close();
  });
});
