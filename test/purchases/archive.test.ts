/** What becomes of a purchase that has been gone for long, and of one that comes back after that. */
import assert from 'node:assert/strict';
import { purchaseIndex } from '../../bot/purchases/purchase-index.ts';
import { people, type Subscription, skus } from '../stand-ins/tenant/index.ts';
import { bought, purchaseOf, useSync, withdraw } from '../world/syncing.ts';

describe('a purchase that has been gone for over 400 days', () => {
  const its = useSync();
  let one: Subscription;
  let id: string;

  beforeEach(async () => {
    one = bought(its.tenant, people.adele, skus.powerBiProDept);
    await its.sync.run();
    ({ id } = purchaseOf(its.store, one));
    withdraw(its.tenant, one);
    await its.sync.run();
    await its.sync.run();
    its.clock.advance(401 * 86_400_000);
    await its.sync.run();
  });

  it('is archived: among all and under its id it is still found, elsewhere it is out of the way', () => {
    assert.equal(its.store.get('purchases', id), undefined);
    const index = purchaseIndex(its.store);
    const now = its.clock.now();
    const among = (scope: 'all' | 'self-service'): boolean =>
      index.sorted('next', scope, now).some(({ purchase }) => purchase.id === id);
    assert.deepEqual([among('all'), among('self-service')], [true, false]);
    assert.equal(index.row(id)?.purchase.subscription, one.id);
  });

  it('comes back under the same id when Microsoft lists it again', async () => {
    const count = its.store.count('purchases');
    its.tenant.company.subscriptions.push(one);
    await its.sync.run();
    assert.deepEqual([purchaseOf(its.store, one).id, purchaseOf(its.store, one).absent], [id, null]);
    assert.deepEqual([its.store.count('purchases'), its.store.count('archive')], [count + 1, 0]);
  });
});
