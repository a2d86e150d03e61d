/** Rows of Microsoft's lists that can't be read: the others go on without them. */
import assert from 'node:assert/strict';
import type { Part } from '../../store/records.ts';
import { people, type Subscription, skus } from '../stand-ins/tenant/index.ts';
import { bought, purchaseOf, useSync } from '../world/syncing.ts';

describe('a row of Microsoft’s that can’t be read', () => {
  const its = useSync();
  const part = (id: Part['id']): Part => its.store.get('parts', id) ?? assert.fail();
  const change = (row: Subscription, fields: Partial<Record<keyof Subscription, unknown>>): void =>
    void Object.assign(row, fields);
  const noProduct = { skuId: null, skuPartNumber: null };

  it('is left out, counted and named; all others are read', async () => {
    const odd = bought(its.tenant, people.adele, skus.powerBiProDept);
    const good = bought(its.tenant, people.alex, skus.visio2Dept);
    change(odd, noProduct);
    await its.sync.run();
    const { trouble, goodAt, leftOut } = part('subscriptions');
    assert.deepEqual([trouble, goodAt], [null, its.clock.now().toISOString()]);
    assert.deepEqual(leftOut, { count: 1, ids: [odd.id] });
    assert.equal(purchaseOf(its.store, good).skuPart, 'VISIO_PLAN2_DEPT');
    assert.throws(() => purchaseOf(its.store, odd));
    assert.equal(its.store.count('purchases'), its.tenant.company.subscriptions.length - 1);
  });

  it('of one known before leaves its purchase as it was: it is there', async () => {
    const odd = bought(its.tenant, people.adele, skus.powerBiProDept);
    await its.sync.run();
    const before = purchaseOf(its.store, odd);
    change(odd, noProduct);
    for (let n = 0; n < 3; n++) await its.sync.run();
    assert.deepEqual(purchaseOf(its.store, odd), before);
  });

  it('without a legible id may be any: nothing that isn’t listed is called gone meanwhile', async () => {
    const [odd, gone] = [
      bought(its.tenant, people.adele, skus.powerBiProDept),
      bought(its.tenant, people.alex, skus.visio2Dept),
    ];
    await its.sync.run();
    change(odd, { id: 'two words' });
    its.tenant.company.subscriptions = its.tenant.company.subscriptions.filter(({ id }) => id !== gone.id);
    for (let n = 0; n < 3; n++) await its.sync.run();
    assert.equal(purchaseOf(its.store, gone).absent, null);
    assert.deepEqual(part('subscriptions').leftOut, { count: 1, ids: [] });
  });

  it('is no longer told of once Microsoft sends it whole', async () => {
    const odd = bought(its.tenant, people.adele, skus.powerBiProDept);
    const { skuId, skuPartNumber } = odd;
    change(odd, noProduct);
    await its.sync.run();
    assert.ok(part('subscriptions').leftOut);
    change(odd, { skuId, skuPartNumber });
    await its.sync.run();
    assert.equal(part('subscriptions').leftOut, undefined);
    assert.equal(purchaseOf(its.store, odd).sku, skuId);
  });

  it('stays told of while a later reading fails', async () => {
    change(bought(its.tenant, people.adele, skus.powerBiProDept), noProduct);
    await its.sync.run();
    its.tenant.faults.push({ match: '/graph/v1.0/directory/subscriptions', kind: 'status', code: 503, times: 5 });
    await its.sync.run();
    assert.ok(part('subscriptions').trouble);
    assert.equal(part('subscriptions').leftOut?.count, 1);
  });

  it('of the seats leaves the seats of other products', async () => {
    await its.sync.run();
    const seats = its.store.get('products', skus.m365E5.id)?.seats;
    change(bought(its.tenant, people.adele, skus.powerBiProDept), { skuId: 7 });
    await its.sync.run();
    assert.equal(part('products').trouble, null);
    assert.ok((part('products').leftOut?.count ?? 0) > 0);
    assert.equal(its.store.get('products', skus.m365E5.id)?.seats, seats);
  });

  it('is read all the same where only its product’s id is missing, and one product has its number', async () => {
    const row = bought(its.tenant, people.adele, skus.powerBiProDept);
    change(row, { skuId: null });
    await its.sync.run();
    assert.equal(part('subscriptions').leftOut, undefined);
    assert.equal(purchaseOf(its.store, row).sku, skus.powerBiProDept.id);
  });

  it('must not pass for people who hold nothing: of holders, all or none are read', async () => {
    const row = bought(its.tenant, people.adele, skus.powerBiProDept);
    await its.sync.run();
    const before = its.store.get('holdings', row.skuId)?.holders;
    const adele = its.tenant.company.users.get(people.adele) ?? assert.fail();
    Object.assign(adele, { id: 'not an id' });
    await its.sync.run();
    assert.deepEqual(its.store.get('holdings', row.skuId)?.holders, before);
    assert.equal(part('holders').trouble?.what, 'broken-answer');
  });
});
