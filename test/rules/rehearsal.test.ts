/** What blocking leaves as it is, said before it is confirmed; and what was bought all the same, afterwards [22]. */
import assert from 'node:assert/strict';
import { skus } from '../stand-ins/tenant/index.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { day } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('before a product is blocked', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
    const { users } = world.tenant.company;
    for (const user of users.values()) user.licences = user.licences.filter(({ skuId }) => skuId !== skus.visio2.id);
    await world.purser.sync.run();
  });
  afterEach(() => world.close());
  const { says, settles, passes } = actsIn(() => world);

  it('the admin reads who asked for it this month, once each, and that free editions and trials go on', async () => {
    const { alex, adele, lidia } = world.people;
    await says(adele, 'request "visio plan 2" because I draw');
    await says(adele, 'withdraw LR-1');
    await says(adele, 'request "visio plan 2" because I draw more');
    await says(lidia, 'request "visio plan 2" because I draw');
    assert.match(await says(alex, 'block visio plan 2'), /People who asked me for one in the last 30 days: 2\./);
    assert.match(await says(alex, 'block power bi pro'), /Free editions stay with those who have them: [^\n]*Fabric/);
    await passes(31 * day);
    assert.doesNotMatch(await says(alex, 'block visio plan 2'), /asked me for one/);
    assert.doesNotMatch(await says(alex, 'allow copilot'), /asked me for one|Free editions|Status › More/);
  });

  it('and afterwards what was bought since: nothing, or which', async () => {
    const { alex } = world.people;
    assert.doesNotMatch(await says(alex, 'rules visio plan 2'), /Bought since/);
    await says(alex, 'block visio plan 2 because we buy centrally');
    await alex.press(confirming);
    await settles();
    assert.match(await says(alex, 'rules visio plan 2'), /Bought since it was blocked \| nothing\n/);
    const [one] = world.tenant.company.subscriptions.filter(({ skuId }) => skuId === skus.visio2Dept.id);
    assert.ok(one);
    await passes(2 * day);
    const createdDateTime = world.clock.now().toISOString();
    const id = '7e9a0000-0000-4000-8000-00000000b10c';
    world.tenant.company.subscriptions.push({ ...one, id, commerceSubscriptionId: id, createdDateTime });
    await passes();
    assert.match(await says(alex, 'rules visio plan 2'), /Bought since it was blocked \| 1 \(P-\d+\)\n/);
  });
});
