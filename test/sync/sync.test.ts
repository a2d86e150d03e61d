import assert from 'node:assert/strict';
import { subscription } from '../microsoft/fixture.ts';
import { people, skus } from '../stand-ins/tenant/index.ts';
import { bought, contentOf, idsOf, purchaseOf, revisionsOf, useSync, withdraw } from '../world/syncing.ts';

describe('the sync', () => {
  const its = useSync();

  it('[1] brings in every subscription, with short ids in the order they were bought', async () => {
    await its.sync.run();
    const purchases = [...its.store.all('purchases')];
    assert.equal(purchases.length, its.tenant.company.subscriptions.length);
    assert.deepEqual(
      purchases.map(({ id }) => id),
      purchases.map((_, n) => `P-${n + 1}`),
    );
    const dates = purchases.map(({ createdAt }) => createdAt);
    assert.deepEqual(dates, [...dates].sort());
  });

  it('gives a purchase its short id for ever, whatever comes and goes', async () => {
    await its.sync.run();
    const known = idsOf(its.store);
    const { company } = its.tenant;
    for (let round = 0; round < 6; round++) {
      const [first, ...others] = company.subscriptions;
      // Older than all others, so that its place in the order would be the first.
      const id = `20000000-0000-4000-8000-00000000000${round}`;
      company.subscriptions = [
        ...others.reverse(),
        subscription({ id, createdDateTime: `200${round}-01-01T00:00:00Z` }),
      ];
      if (round % 2 === 1) await its.reopen();
      await its.sync.run();
      if (first && round % 3 === 2) company.subscriptions.push(first);
      for (const [which, short] of known) assert.equal(idsOf(its.store).get(which), short);
      for (const [which, short] of idsOf(its.store)) known.set(which, short);
      assert.equal(new Set(known.values()).size, known.size);
    }
    assert.equal(idsOf(its.store).get('20000000-0000-4000-8000-000000000005'), `P-${known.size}`);
  });

  it('writes nothing where nothing changed, in whatever order Microsoft lists it', async () => {
    await its.sync.run();
    const before = revisionsOf(its.store);
    const { company } = its.tenant;
    await its.sync.run();
    company.subscriptions.reverse();
    company.users = new Map([...company.users].reverse());
    its.clock.advance(60_000);
    await its.sync.run();
    await its.sync.run();
    assert.deepEqual(revisionsOf(its.store), before);
  });

  it('writes only what changed', async () => {
    await its.sync.run();
    const before = contentOf(its.store, 'purchases', 'people', 'products', 'holdings');
    const changed = bought(its.tenant, people.adele, skus.powerBiProDept);
    changed.totalLicenses = 99;
    await its.sync.run();
    const after = contentOf(its.store, 'purchases', 'people', 'products', 'holdings');
    const different = Object.keys(after).filter((key) => after[key] !== before[key]);
    assert.deepEqual(different, [`purchases ${purchaseOf(its.store, changed).id}`, `products ${changed.skuId}`]);
  });

  it('[63] keeps the name of a purchaser who leaves, and the day', async () => {
    await its.sync.run();
    its.clock.advance(86_400_000);
    its.tenant.company.users.delete(people.adele);
    await its.sync.run();
    const left = its.store.get('people', people.adele);
    assert.deepEqual([left?.name, left?.department, left?.enabled], ['Adele Vance', 'Retail', false]);
    assert.equal(left?.leftAt, '2026-11-18T09:15:00.000Z');
    its.clock.advance(86_400_000);
    await its.sync.run();
    assert.deepEqual(its.store.get('people', people.adele), left);
  });

  it('[63] knows that a purchaser who left is back', async () => {
    const adele = its.tenant.company.users.get(people.adele);
    assert.ok(adele);
    await its.sync.run();
    its.tenant.company.users.delete(people.adele);
    await its.sync.run();
    its.tenant.company.users.set(people.adele, adele);
    await its.sync.run();
    const back = its.store.get('people', people.adele);
    assert.deepEqual([back?.leftAt, back?.enabled], [null, true]);
    const { evidence } = purchaseOf(its.store, bought(its.tenant, people.adele, skus.powerBiPro));
    assert.deepEqual(evidence, ['owner-is-user']);
  });

  it('[63] finds the name of someone who left before it came, where Microsoft still has one', async () => {
    await its.sync.run();
    const [grady, forgotten] = [people.grady, people.forgotten].map((id) => its.store.get('people', id));
    assert.deepEqual([grady?.name, grady?.leftAt], ['Grady Archie', '2026-11-17T09:15:00.000Z']);
    assert.deepEqual([forgotten?.name, forgotten?.leftAt], [null, '2026-11-17T09:15:00.000Z']);
  });

  it('[63] finds that name also when the permission for it comes later', async () => {
    const match = '/graph/v1.0/directory/deletedItems';
    its.tenant.faults.push({ match, kind: 'status', code: 403, times: 2 });
    await its.sync.run();
    assert.equal(its.store.get('people', people.grady)?.name, null);
    await its.sync.run();
    assert.equal(its.store.get('people', people.grady)?.name, 'Grady Archie');
  });

  it('does not ask again and again for someone Microsoft has forgotten', async () => {
    await its.sync.run();
    its.clock.advance(31 * 86_400_000);
    const before = its.tenant.requests.length;
    await its.sync.run();
    const asked = its.tenant.requests
      .slice(before)
      .filter(({ path }) => path.endsWith(`${people.forgotten}/microsoft.graph.user`));
    assert.equal(asked.length, 0);
  });

  it('[11] reads the holders of products that somebody bought, and of no others', async () => {
    await its.sync.run();
    const selfService = new Set(
      [...its.store.all('purchases')].flatMap(({ kind, sku }) => (kind === 'self-service' ? [sku] : [])),
    );
    assert.deepEqual(new Set([...its.store.all('holdings')].map(({ id }) => id)), selfService);
    assert.ok(!selfService.has(skus.m365E3.id));
    const held = [...its.tenant.company.users.values()].filter(({ licences }) =>
      licences.some(({ skuId }) => skuId === skus.powerBiProDept.id),
    );
    assert.deepEqual(
      new Set(its.store.get('holdings', skus.powerBiProDept.id)?.holders),
      new Set(held.map(({ id }) => id)),
    );
    assert.ok(held.every(({ id, displayName }) => its.store.get('people', id)?.name === displayName));
  });

  it('[11] forgets the holders of a product that is no self-service purchase any more', async () => {
    await its.sync.run();
    for (const purchase of [...its.store.all('purchases')])
      if (purchase.sku === skus.clipchamp.id)
        await its.store.transact((tx) => tx.put('purchases', { ...purchase, kind: 'central', sure: 'confirmed' }));
    await its.sync.run();
    assert.equal(its.store.get('holdings', skus.clipchamp.id), undefined);
  });

  it('[12] sums the seats of a product over all its subscriptions, and counts who holds one', async () => {
    await its.sync.run();
    const { subscriptions, users } = its.tenant.company;
    const pool = subscriptions.filter(({ skuId, status }) => skuId === skus.visio1Dept.id && status === 'Enabled');
    const used = [...users.values()].filter(({ licences }) =>
      licences.some(({ skuId }) => skuId === skus.visio1Dept.id),
    );
    const product = its.store.get('products', skus.visio1Dept.id);
    assert.ok(pool.length > 1);
    assert.equal(
      product?.seats,
      pool.reduce((sum, { totalLicenses }) => sum + totalLicenses, 0),
    );
    assert.equal(product.used, used.length);
    assert.equal(product.name, 'Visio Plan 1');
  });

  it('names a product nobody has heard of by its part number', async () => {
    await its.sync.run();
    assert.equal(its.store.get('products', skus.unlisted.id)?.name, 'CONTOSO_PREVIEW_STD');
  });

  it('run twice at once reads once', async () => {
    const first = its.sync.run();
    assert.equal(its.sync.underWay(), true);
    await Promise.all([first, its.sync.run(), its.sync.run()]);
    assert.equal(its.sync.underWay(), false);
    const listed = its.tenant.requests.filter(({ path }) => path === '/graph/v1.0/directory/subscriptions');
    assert.equal(listed.length, 1);
    await its.sync.run();
    assert.equal(its.tenant.requests.filter(({ path }) => path === '/graph/v1.0/directory/subscriptions').length, 2);
  });

  it('reads a tenant that has bought nothing', async () => {
    its.tenant.company.subscriptions = [];
    await its.sync.run();
    assert.equal(its.store.count('purchases'), 0);
    assert.ok(its.store.get('parts', 'holders')?.goodAt);
  });

  it('keeps what someone who was withdrawn from the list bought, among those not visible', async () => {
    const one = bought(its.tenant, people.adele, skus.powerBiProDept);
    await its.sync.run();
    withdraw(its.tenant, one);
    await its.sync.run();
    assert.equal(purchaseOf(its.store, one).purchaser, people.adele);
  });
});
