/** A sync that ends in the middle. */
import assert from 'node:assert/strict';
import type { Table } from '../../store/records.ts';
import { contentOf, idsOf, useSync, watched } from '../world/syncing.ts';

describe('a sync that is killed', () => {
  const its = useSync({ subscriptions: 1_300 });
  const read: Table[] = ['purchases', 'people', 'products', 'holdings'];
  /** What does not depend on when it was read. */
  const lasting = (content: Record<string, unknown>): unknown =>
    JSON.parse(
      JSON.stringify(content, (key, value) => (key === 'firstSeenAt' || key === 'leftAt' ? undefined : value)),
    );

  for (const commit of [1, 2, 3, 4, 5, 6, 8, 10])
    it(`before commit ${commit} is made good by the next, without a second id for anything`, async () => {
      const killed = its.store;
      const store = watched(killed, async (n) => {
        if (n === commit) await killed.close();
      });
      await assert.rejects(its.syncWith({ store }).run(), { name: 'StoreFailed' });
      await its.reopen();
      const given = idsOf(its.store);
      await its.sync.run();
      const ids = idsOf(its.store);
      for (const [subscription, id] of given) assert.equal(ids.get(subscription), id);
      assert.equal(ids.size, its.tenant.company.subscriptions.length);
      assert.deepEqual(new Set(ids.values()), new Set(Array.from({ length: ids.size }, (_, n) => `P-${n + 1}`)));
      const after = lasting(contentOf(its.store, ...read));
      await its.sync.run();
      assert.deepEqual(lasting(contentOf(its.store, ...read)), after);
    });

  it('is not taken for a complete one', async () => {
    const killed = its.store;
    const store = watched(killed, async (n) => {
      if (n === 4) await killed.close();
    });
    await assert.rejects(its.syncWith({ store }).run());
    await its.reopen();
    assert.equal(its.store.get('parts', 'subscriptions')?.goodAt ?? null, null);
    assert.equal(its.sync.hasRun(), false);
  });
});
