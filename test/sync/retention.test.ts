/** What is over goes with the next sync, and whoever presses an old card reads what became of it. */
import assert from 'node:assert/strict';
import { retention } from '../../store/retention.ts';
import { company, skus } from '../stand-ins/tenant/index.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { day } from '../world/clock.ts';
import { buyVisio, purchaseOf } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('an old card, once what it showed is no longer kept,', () => {
  let world: World;
  let purchase: string;
  const { says, passes } = actsIn(() => world);
  before(async () => {
    const its = company({ now: new Date('2026-11-17T09:15:00Z') });
    const subscription = buyVisio(its);
    world = await openWorld({ company: its });
    purchase = purchaseOf(world, subscription).id;
    await says(world.people.isaiah, 'notify on approvals');
  });
  after(() => world.close());

  it('says of the choices for a takeover that they are too old, also where Microsoft answers nothing at that sync', async () => {
    const { alex } = world.people;
    await says(alex, `classify ${purchase} self-service`);
    await says(alex, `takeover ${purchase}`);
    assert.equal(world.purser.store.count('drafts'), 1, world.people.alex.card());
    const card = alex.inbox().at(-1) ?? assert.fail();
    world.tenant.faults.push({ match: '/graph/v1.0/directory/subscriptions', kind: 'status', code: 403, times: 9 });
    await passes(2 * day);
    world.tenant.faults.length = 0;
    assert.equal(world.purser.store.count('drafts'), 0);
    assert.match(
      JSON.stringify(await alex.press('Move', { on: card, inputs: { product: skus.visio2.id } })),
      /Those choices are no longer available: they were confirmed, or are too old/,
    );
  });

  it('says of a dry run that nobody applied how long it is kept, where the journal is and where to begin anew', async () => {
    const { alex } = world.people;
    await says(alex, 'block "Visio Plan 2" because nobody may');
    const [plan] = [...world.purser.store.all('changes')].map(({ id }) => id);
    const card = alex.inbox().at(-1) ?? assert.fail();
    const journal = world.purser.store.count('audit');
    await passes((retention.plans.days + 1) * day);
    assert.equal(world.purser.store.count('changes'), 0);
    const told = new RegExp(`I no longer have ${plan}: a plan that nobody applies is deleted after 30 days`);
    assert.match(JSON.stringify(await alex.press(confirming, { on: card })), told);
    assert.match(await says(alex, `apply ${plan}`), told);
    assert.match(await says(alex, `undo ${plan}`), told);
    assert.match(await says(alex, `changement ${plan}`, 'fr-FR'), /Je n’ai plus CH-1/);
    assert.match(await says(alex, 'change CH-999'), /I can’t find change CH-999/);
    assert.ok(world.purser.store.count('audit') >= journal);
    assert.match(await says(alex, 'audit verify'), /The chain is intact/);
  });
});
