/** What is over is kept in bounds: the store doesn't grow for ever, and nothing goes that something rests on. */
import assert from 'node:assert/strict';
import { audit, verifyAudit } from '../../store/audit.ts';
import { openFileStore } from '../../store/file/open.ts';
import { changeDigest, differencesIn } from '../../store/proof.ts';
import type { Change, Draft, Job, Notice, Order, RecordOf, Table } from '../../store/records.ts';
import { removeOver, retention, wasHere } from '../../store/retention.ts';
import type { Store, Transaction } from '../../store/store.ts';
import { MemoryDisk } from './memory-disk.ts';
import { pending } from './takeover-scene.ts';

const now = new Date('2026-11-30T12:00:00.000Z');
const daysAgo = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();
const alex = { id: 'alex', name: 'Alex' };
const many = 5_000;

const change = (nth: number, of: Partial<Change> = {}): Change => ({
  id: `CH-${nth}`,
  ...{ by: alex, at: daysAgo(1), why: null, undoes: null, state: 'planned', job: null },
  items: [
    {
      ...({ rule: `product:R${nth % 7}`, name: 'Visio', before: 'Enabled', found: 'Enabled' } as const),
      ...({ wanted: 'Disabled', after: 'Disabled' } as const),
    },
  ],
  ...of,
});
const job = (nth: number, of: Partial<Job> = {}): Job => ({
  id: `J-${nth}`,
  work: { kind: 'licences', what: 'assign', sku: 'visio', product: 'Visio', by: alex },
  createdAt: daysAgo(1),
  dueAt: null,
  steps: Array.from({ length: 5 }, (_, at) => ({
    ...({ key: `person ${at}`, state: 'done', tries: 0, at: daysAgo(1), why: null } as const),
  })),
  ...of,
});
const draft = (nth: number, of: Partial<Draft> = {}): Draft => ({
  ...{ id: `D-${nth}`, at: daysAgo(0), by: alex, purchase: 'P-1', act: null, check: null },
  holders: { known: 'picked', ids: Array.from({ length: 20 }, (_, at) => `person ${at}`) },
  ...of,
});
const notice = (nth: number, of: Partial<Notice> = {}): Notice => ({
  ...({ id: `N-${nth}`, key: `licences J-${nth}`, to: { person: 'alex' }, purchases: [] } as const),
  ...({ saying: { card: 'licences', job: `J-${nth}` }, createdAt: daysAgo(1), revision: 1, dueAt: null } as const),
  ...({ tries: 0, rung: 'chat', begunAt: null, unsure: false, delivered: null, outcome: 'posted' } as const),
  ...{ answer: null, ledger: [] },
  ...of,
});

async function opened(): Promise<{ store: Store; disk: MemoryDisk }> {
  const disk = new MemoryDisk();
  return { store: await openFileStore('/store', { disk }), disk };
}

async function fill<K extends Table>(store: Store, table: K, record: (nth: number) => RecordOf<K>): Promise<void> {
  await store.transact((tx) => {
    for (let nth = 1; nth <= many; nth++) tx.put(table, record(nth));
  });
}

async function removeAll(store: Store): Promise<number[]> {
  const removed: number[] = [];
  do removed.push(await store.transact((tx) => removeOver(tx, now)));
  while (removed.at(-1) !== 0);
  return removed;
}

const bytesOf = (disk: MemoryDisk): number => disk.files().reduce((sum, [, bytes]) => sum + bytes.length, 0);

/** What one commit writes. */
async function commitBytes({ store, disk }: Awaited<ReturnType<typeof opened>>, work: (tx: Transaction) => void) {
  const before = bytesOf(disk);
  await store.transact(work);
  return bytesOf(disk) - before;
}

describe('what is over', () => {
  const kinds: [string, (store: Store) => Promise<void>, Table, number][] = [
    [
      'plans that nobody applied',
      (store) => fill(store, 'changes', (nth) => change(nth)),
      'changes',
      retention.plans.most,
    ],
    [
      'plans that another took the place of',
      (store) => fill(store, 'changes', (nth) => change(nth, { state: 'dropped' })),
      ...(['changes', retention.plans.most] as const),
    ],
    [
      'changes that have ended',
      (store) => fill(store, 'changes', (nth) => change(nth, { state: 'ended' })),
      // And the last three about each of seven rules.
      ...(['changes', retention.changes.most + 21] as const),
    ],
    [
      'orders of licences that have ended',
      (store) => fill(store, 'jobs', (nth) => job(nth)),
      'jobs',
      retention.licenceJobs.most,
    ],
    [
      'lookups for drafts that have ended',
      (store) => fill(store, 'jobs', (nth) => job(nth, { work: { kind: 'preflight', draft: `D-${nth}` } })),
      ...(['jobs', retention.errands.most] as const),
    ],
    ['drafts', (store) => fill(store, 'drafts', (nth) => draft(nth)), 'drafts', retention.drafts.most],
    [
      'notices of no purchase',
      (store) => fill(store, 'notices', (nth) => notice(nth, { createdAt: daysAgo(500) })),
      'notices',
      0,
    ],
  ];
  for (const [what, put, table, most] of kinds)
    it(`is bounded, however much there was: 5,000 ${what}`, async () => {
      const { store, disk } = await opened();
      await put(store);
      const removed = await removeAll(store);
      assert.equal(store.count(table), most);
      assert.ok(Math.max(...removed) <= 200, 'a part at a time');
      assert.equal(await store.transact((tx) => removeOver(tx, now)), 0);
      await store.close();
      const again = await openFileStore('/store', { disk });
      assert.equal(again.count(table), most);
      await again.close();
    });

  it('costs no commit its size: one is as large after 5,000 plans and ended jobs as in an empty store, and so is the store', async () => {
    const [empty, full] = [await opened(), await opened()];
    const commit = (tx: Transaction): void => {
      tx.put('changes', change(9_999));
      audit(tx, { ...{ at: daysAgo(0), actor: alex, action: 'rules-ordered', purchase: null }, ...nothing });
    };
    await fill(full.store, 'changes', (nth) => change(nth, { at: daysAgo(40) }));
    await fill(full.store, 'jobs', (nth) => job(nth, { createdAt: daysAgo(500), steps: [] }));
    await fill(full.store, 'drafts', (nth) => draft(nth, { at: daysAgo(2) }));
    await removeAll(full.store);
    const [least, most] = [await commitBytes(empty, commit), await commitBytes(full, commit)];
    assert.ok(most <= least + 32, `${most} bytes instead of ${least}`);
    assert.equal(
      await commitBytes(full, (tx) => void removeOver(tx, now)),
      0,
      'where nothing is over, nothing is written',
    );
    await full.store.close();
    const snapshot = Math.min(
      ...full.disk.files().flatMap(([name, { length }]) => (/snapshot/.test(name) ? [length] : [])),
    );
    assert.ok(snapshot < 4_000, `a snapshot of ${snapshot} bytes`);
    await empty.store.close();
  });
  const nothing = { product: null, purchaser: null, before: null, after: 'CH-9999', why: null };

  it('goes once it is old enough, and what is not over stays, however old', async () => {
    const { store } = await opened();
    await store.transact((tx) => {
      tx.put('changes', change(1, { at: daysAgo(31) }));
      tx.put('changes', change(2, { at: daysAgo(29) }));
      tx.put('changes', change(3, { at: daysAgo(900), state: 'running', job: 'J-3' }));
      tx.put('jobs', job(3, { createdAt: daysAgo(900), work: { kind: 'change', change: 'CH-3' } }));
      tx.put('jobs', job(4, { createdAt: daysAgo(900), dueAt: daysAgo(-1) }));
      tx.put('jobs', job(5, { createdAt: daysAgo(900), work: { kind: 'change', change: 'CH-77' }, steps: [] }));
      tx.put('takeovers', { ...pending(), state: 'failed', job: 'J-6' });
      tx.put('jobs', job(6, { createdAt: daysAgo(900), work: { kind: 'takeover', takeover: 'TK-4' }, steps: [] }));
      tx.put('notices', notice(1, { createdAt: daysAgo(900), dueAt: daysAgo(1) }));
    });
    await removeAll(store);
    const ids = (table: Table): string[] => [...store.all(table)].map(({ id }) => id);
    assert.deepEqual(ids('changes'), ['CH-2', 'CH-3']);
    assert.deepEqual(ids('jobs'), ['J-3', 'J-4', 'J-6']);
    assert.deepEqual(ids('notices'), ['N-1']);
    await store.close();
  });

  it('of what a second person decides goes with what it was for; what waits for one stays, with its plan', async () => {
    const { store } = await opened();
    const order = (id: string, change: Partial<Order>): Order => ({
      ...{ id, state: 'pending', what: { kind: 'change' }, items: [], requester: alex, at: daysAgo(900), why: null },
      ...{
        decideBy: daysAgo(-1),
        remindAt: null,
        asked: 1,
        others: [],
        needed: 1,
        approvals: [],
        ended: null,
        job: null,
      },
      ...change,
    });
    await store.transact((tx) => {
      tx.put('changes', change(1, { at: daysAgo(40) }));
      tx.put('orders', order('CH-1', {}));
      tx.put('changes', change(2, { at: daysAgo(900), state: 'running', job: 'J-2' }));
      tx.put('jobs', job(2, { createdAt: daysAgo(900), work: { kind: 'change', change: 'CH-2' } }));
      tx.put('orders', order('CH-2', { state: 'approved', job: 'J-2' }));
      tx.put('orders', order('CH-3', { state: 'rejected' }));
      tx.put('orders', order('OR-1', { state: 'approved', what: { kind: 'baseline', act: 'alone' } }));
      tx.put('orders', order('OR-2', { state: 'expired', at: daysAgo(300) }));
    });
    await removeAll(store);
    assert.deepEqual(
      [...store.all('changes')].map(({ id }) => id),
      ['CH-1', 'CH-2'],
    );
    assert.deepEqual(
      [...store.all('orders')].map(({ id }) => id),
      ['CH-1', 'CH-2', 'OR-2'],
    );
    await store.close();
  });

  it('is proven as before: the chain holds, nothing differs from it, and an order that is still there has its entry', async () => {
    const { store } = await opened();
    await store.transact((tx) => {
      for (let nth = 1; nth <= 1_200; nth++) {
        const done = change(nth, { state: 'ended', at: daysAgo(nth < 100 ? 500 : 10), job: `J-${nth}` });
        tx.put('changes', done);
        tx.put('jobs', job(nth, { work: { kind: 'change', change: done.id }, createdAt: done.at }));
        const entry = { at: done.at, actor: alex, action: 'rules-ordered', purchase: null, ...nothing } as const;
        audit(tx, { ...entry, after: done.id, digest: changeDigest(done) });
      }
    });
    await removeAll(store);
    assert.ok(store.count('changes') < 1_200);
    assert.equal(store.count('jobs'), store.count('changes'), 'steps go with their change');
    assert.equal(store.count('audit'), 1_200, 'the journal keeps everything');
    assert.equal(verifyAudit(store).holds, true);
    assert.deepEqual(differencesIn(store), []);
    await store.close();
  });

  it('is told from what never was, by its number', async () => {
    const { store } = await opened();
    await store.transact((tx) => void [tx.nextId('CH'), tx.nextId('CH')]);
    assert.deepEqual(
      ['CH-1', 'CH-2', 'CH-3', 'J-1'].map((id) => wasHere(id, store)),
      [true, true, false, false],
    );
    await store.close();
  });
});
