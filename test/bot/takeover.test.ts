/** A takeover from its approval to its end, as the people around it see it. */
import assert from 'node:assert/strict';
import { verifyAudit } from '../../store/audit.ts';
import type { Takeover } from '../../store/records.ts';
import { actsIn } from '../acts.ts';
import { day } from '../clock.ts';
import { buyVisio, holdersAt, purchaseOf, requested, target } from '../takeovers.ts';
import { company, type Subscription } from '../tenant/index.ts';
import { openWorld, type World } from '../world.ts';

describe('a takeover', () => {
  let world: World;
  let subscription: Subscription;
  beforeEach(async () => {
    const its = company({ now: new Date('2026-11-17T09:15:00Z') });
    subscription = buyVisio(its);
    world = await openWorld({ company: its });
    await says(world.people.alex, 'notify on approvals');
    await says(world.people.megan, 'hello');
  });
  afterEach(() => world.close());

  const { says, sees, settles, passes } = actsIn(() => world);
  const taken = (): Takeover => world.purser.store.get('takeovers', 'TK-1') ?? assert.fail('no takeover');
  const begun = () => requested(world, purchaseOf(world, subscription));

  it('is approved, announced, run and, once Microsoft shows that the subscription has ended, done [30, 31, 35, 41]', async () => {
    const { alex, megan, adele } = world.people;
    await begun();
    await settles();
    await says(megan, 'approve TK-1');
    assert.equal(taken().state, 'approved', sees(megan));
    await settles();
    await passes(3 * day);
    assert.equal(taken().state, 'waiting', JSON.stringify(taken().history, null, 1));
    const held = holdersAt(world.tenant.company, target.sku);
    assert.equal(held.length, 12);
    assert.equal(new Set(held).size, 12);
    subscription.status = 'Deleted';
    await passes();
    assert.equal(taken().state, 'done');
    assert.match(sees(alex), /TK-1/);
    assert.equal(verifyAudit(world.purser.store).holds, true);
    assert.equal(world.purser.store.get('purchases', taken().purchase.id)?.decision, null);
  });
});
