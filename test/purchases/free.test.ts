/** Products that cost nothing, and pools of tens of thousands of seats: they stand apart, and drown no total. */
import assert from 'node:assert/strict';
import { isOffered, seatPools } from '../../bot/licences/seat-pools.ts';
import { linkOf, rowsOf } from '../exports/exported.ts';
import { company, skus } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { openWorld, type World } from '../world/world.ts';

describe('free products', () => {
  let world: World;
  const { says } = actsIn(() => world);
  before(async () => {
    const its = company({ now: new Date('2026-11-17T09:15:00Z') });
    const [visio] = its.subscriptions.filter(({ skuId, status }) => skuId === skus.visio2.id && status === 'Enabled');
    assert.ok(visio);
    visio.totalLicenses = 9_999;
    const others = its.subscriptions.filter(({ skuId }) => skuId === skus.vivaGoals.id);
    // Under no name that is listed, with the number of seats that only free products have.
    for (const each of others) each.totalLicenses = 10_000;
    world = await openWorld({ company: its });
    world.teams.limits.on = false;
  });
  after(() => world.close());

  it('are in no list but their own, which one line and one press lead to', async () => {
    const { alex } = world.people;
    const all = await says(alex, 'purchases all');
    assert.match(all, /^All subscriptions\n69 purchases/);
    assert.match(all, /Apart: free products, and those with 10,000 seats or more: 3 \(144 licences in use\)\./);
    await alex.press('Free products');
    const free = alex.card();
    assert.match(free, /^Free products\n3 purchases/);
    for (const name of ['Microsoft Fabric (Free)', 'Microsoft Power Automate Free', 'Microsoft Viva Goals'])
      assert.ok(free.includes(name), name);
    assert.match(await says(alex, 'achats gratuits', 'fr-FR'), /^Produits gratuits\n3 achats/);
  });

  it('don’t hide a pool of 9,999 seats', async () => {
    assert.match(await says(world.people.alex, 'purchases central product:visio'), /\nVisio Plan 2 × 9,999 ›\n/);
  });

  it('are found by whoever looks for them', async () => {
    const { alex } = world.people;
    assert.match(await says(alex, 'purchases automate'), /2 more that match were bought centrally/);
    await alex.press('Show 2 more');
    assert.match(alex.card(), /Microsoft Power Automate Free/);
  });

  it('are not among what there is to decide, and are not mentioned there where none is', async () => {
    assert.doesNotMatch(await says(world.people.alex, 'purchases'), /Apart:/);
  });

  it('stand apart among licences as well, and what is centralised or offered is none of them', async () => {
    const { alex } = world.people;
    await world.purser.store.transact((tx) => {
      for (const purchase of [...tx.all('purchases')])
        if (purchase.sku === skus.flowFree.id) tx.put('purchases', { ...purchase, kind: 'self-service' });
    });
    const licences = await says(alex, 'licences');
    assert.doesNotMatch(licences, /Automate Free/);
    assert.match(licences, /Apart: free products, and those with 10,000 seats or more: 1 \(/);
    assert.match(await says(alex, 'licences automate free'), /Microsoft Power Automate Free/);
    assert.doesNotMatch(await says(alex, 'centralise'), /Automate Free/);
    const { store, clock } = { store: world.purser.store, clock: world.clock };
    const offered = seatPools(store, clock.now()).filter(isOffered);
    assert.ok(offered.some(({ sku }) => sku === skus.visio2.id));
    assert.ok(offered.every(({ sku }) => sku !== skus.flowFree.id && sku !== skus.fabricFree.id));
  });

  it('are counted apart in status', async () => {
    const card = await says(world.people.alex, 'status');
    assert.match(card, /69 subscriptions · 46 self-service · \d+ people\. Apart: .*: 3 \(144 licences in use\)/);
  });

  it('stand at the end of an export, and say that they are', async () => {
    const rows = await rowsOf(await linkOf(world.people.alex, 'export purchases'));
    assert.equal(rows.length, 72);
    const free = rows.map((row) => row['Free, or 10,000 seats and more']);
    assert.deepEqual(free.slice(-4), ['no', 'yes', 'yes', 'yes']);
    assert.equal(free.filter((each) => each === 'yes').length, 3);
  });
});
