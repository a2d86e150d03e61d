/** What people are told when Purser itself fails: no more than is certain, and a number to give to whoever runs it. */
import assert from 'node:assert/strict';
import type { Store } from '../../store/store.ts';
import { useWorld } from '../outbox/fixture.ts';

/** Nothing people or Microsoft do leads to a fault that we know of: so memory fails, from the next commit on. */
function failAfterCommit(store: Store): void {
  const { transact } = store;
  store.transact = async (work) => {
    const result = await transact.call(store, work);
    store.revision = () => {
      throw new Error('memory fails');
    };
    return result as Awaited<ReturnType<typeof work>>;
  };
}

describe('a fault', () => {
  const its = useWorld();

  it('before the commit: nothing was changed, and the number leads to the log', async () => {
    const { people, purser, logged } = its.world;
    await people.alex.say('whoami');
    await purser.store.close();
    const card = await people.alex.ask('take P-1');
    const [, id] = /Nothing was changed\. .* runs Purser: (\w{8})\./.exec(card) ?? assert.fail(card);
    assert.ok(logged.some(({ fault, command }) => fault === id && command === 'take'));
  });

  it('after the commit: it is on record, and only the answer failed', async () => {
    const { people, purser } = its.world;
    const { alex } = people;
    await alex.ask('purchases by:adele');
    const id = /(P-\d+)$/m.exec(alex.card())?.[1] ?? assert.fail();
    failAfterCommit(purser.store);
    const card = await alex.ask(`take ${id}`);
    assert.match(card, /Your request is recorded; only my answer failed\./);
    assert.doesNotMatch(card, /Nothing was changed/);
    assert.equal(purser.store.get('purchases', id)?.decision?.kind, 'in-hand');
  });
});
