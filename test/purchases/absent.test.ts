/** What becomes of a purchase that Microsoft lists no longer. */
import assert from 'node:assert/strict';
import type { Purchase } from '../../store/records.ts';
import { people, type Subscription, skus } from '../stand-ins/tenant/index.ts';
import { bought, purchaseOf, useSync, watched, withdraw } from '../world/syncing.ts';

describe('a purchase that is listed no longer', () => {
  const its = useSync();
  let one: Subscription;
  const absent = (): Purchase['absent'] => purchaseOf(its.store, one).absent;
  const since = '2026-11-17T09:15:00.000Z';
  const noSubscriptions = {
    match: '/graph/v1.0/directory/subscriptions',
    kind: 'status',
    code: 503,
    times: 5,
  } as const;

  beforeEach(async () => {
    one = bought(its.tenant, people.adele, skus.powerBiProDept);
    await its.sync.run();
    withdraw(its.tenant, one);
  });

  it('is not visible at first, and gone after two complete syncs and a 404 by its id', async () => {
    await its.sync.run();
    assert.deepEqual(absent(), { since, syncs: 1, asked: 0, gone: false });
    its.clock.advance(900_000);
    await its.sync.run();
    assert.deepEqual(absent(), { since, syncs: 2, asked: 1, gone: true });
  });

  it('is not asked for before the second sync, nor after it is gone', async () => {
    const asked = () =>
      its.tenant.requests.filter(({ path }) => path.endsWith(`/directory/subscriptions/${one.id}`)).length;
    await its.sync.run();
    assert.equal(asked(), 0);
    await its.sync.run();
    await its.sync.run();
    assert.equal(asked(), 1);
  });

  it('stays not visible while Microsoft still has it by its id', async () => {
    const sync = its.syncWith({ commerce: { hasSubscription: async () => true } });
    for (let n = 0; n < 4; n++) await sync.run();
    assert.deepEqual(absent(), { since, syncs: 4, asked: 3, gone: false });
  });

  it('stays not visible while Microsoft can’t be asked for it', async () => {
    its.tenant.faults.push({
      match: `/graph/v1.0/directory/subscriptions/${one.id}`,
      kind: 'status',
      code: 503,
      times: 5,
    });
    await its.sync.run();
    await its.sync.run();
    assert.equal(absent()?.gone, false);
    await its.sync.run();
    assert.equal(absent()?.gone, true);
  });

  it('counts only complete syncs', async () => {
    await its.sync.run();
    for (let n = 0; n < 3; n++) {
      its.tenant.faults.push({ ...noSubscriptions });
      await its.sync.run();
    }
    assert.deepEqual(absent(), { since, syncs: 1, asked: 0, gone: false });
  });

  it('counts across a restart', async () => {
    await its.sync.run();
    await its.reopen();
    await its.sync.run();
    assert.equal(absent()?.gone, true);
  });

  for (const syncs of [1, 2, 3])
    it(`is visible again, under its old id, when it comes back after ${syncs} syncs`, async () => {
      const { id } = purchaseOf(its.store, one);
      for (let n = 0; n < syncs; n++) await its.sync.run();
      its.tenant.company.subscriptions.push(one);
      await its.sync.run();
      assert.deepEqual([absent(), purchaseOf(its.store, one).id], [null, id]);
      withdraw(its.tenant, one);
      await its.sync.run();
      assert.equal(absent()?.gone, false);
    });

  it('keeps all that was known of it', async () => {
    const before = purchaseOf(its.store, one);
    await its.sync.run();
    await its.sync.run();
    assert.deepEqual({ ...purchaseOf(its.store, one), absent: null }, before);
  });

  it('is asked for in its turn, however many others are absent and still there', async () => {
    its.tenant.company.subscriptions = [];
    const sync = its.syncWith({ commerce: { hasSubscription: async (id) => id !== one.id } });
    // Many come before it in the store.
    const [...older] = its.store.all('purchases');
    const place = older.findIndex(({ subscription }) => subscription === one.id);
    await its.store.transact((tx) => {
      for (const purchase of older.slice(0, place + 1)) tx.delete('purchases', purchase.id);
      for (let n = 0; n < 120; n++) {
        const like = older[place + 1];
        assert.ok(like);
        tx.put('purchases', { ...like, id: tx.nextId('P'), subscription: `other ${n}` });
      }
      const own = older[place];
      assert.ok(own);
      tx.put('purchases', own);
    });
    for (let n = 0; n < 8; n++) await sync.run();
    assert.equal(absent()?.gone, true);
  });

  it('that an admin settles while Microsoft is asked for it stays settled', async () => {
    const settle = async (): Promise<boolean> => {
      await its.store.transact((tx) =>
        tx.put('purchases', { ...purchaseOf(its.store, one), kind: 'central', sure: 'confirmed' }),
      );
      return false;
    };
    await its.sync.run();
    await its.syncWith({ commerce: { hasSubscription: settle } }).run();
    const { kind, sure } = purchaseOf(its.store, one);
    assert.deepEqual([kind, sure, absent()?.gone], ['central', 'confirmed', true]);
  });
});

describe('a purchase among many that change', () => {
  const its = useSync({ subscriptions: 600 });

  it('that an admin settles between two commits of a sync stays settled', async () => {
    await its.sync.run();
    for (const each of its.tenant.company.subscriptions) each.totalLicenses += 1;
    const atFirst = its.store.revision('purchases');
    let settled = false;
    const store = watched(its.store, async () => {
      if (settled || its.store.revision('purchases') === atFirst) return;
      settled = true;
      await its.store.transact((tx) => {
        for (const each of tx.all('purchases')) tx.put('purchases', { ...each, kind: 'central', sure: 'confirmed' });
      });
    });
    await its.syncWith({ store }).run();
    const bySubscription = new Map(its.tenant.company.subscriptions.map((each) => [each.id, each]));
    const purchases = [...its.store.all('purchases')];
    assert.ok(purchases.every(({ kind, sure }) => kind === 'central' && sure === 'confirmed'));
    assert.ok(
      purchases.every(({ subscription, quantity }) => bySubscription.get(subscription)?.totalLicenses === quantity),
    );
  });
});
