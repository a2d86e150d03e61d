/** Who has licences, what an admin can't do about them yet, and files to take away. */
import { purchaseIndex } from '../../../bot/purchases/purchase-index.ts';
import { company, skus } from '../../stand-ins/tenant/index.ts';
import { testClock } from '../../world/clock.ts';
import { publicUrl } from '../pages.ts';
import type { Scene, Stage } from '../stage.ts';

export const scenesOfLicences: readonly Scene[] = [
  { play: products, world: () => ({ environment: publicUrl }) },
  { play: changed, world: () => ({ environment: publicUrl }) },
  { play: refusals, world: () => ({ environment: publicUrl }) },
  { play: mixed },
  { play: manyProducts, world: () => ({ company: company({ now: testClock().now(), subscriptions: 1000 }) }) },
  { play: beforeTheFirstReading, world: () => ({ unread: true }) },
];

async function products(stage: Stage): Promise<void> {
  const { alex, patti, adele } = stage.world.people;
  await stage.ask('licences', alex, 'licences');
  await stage.ask('licences, second page', patti, 'licences page:2');
  await stage.ask('licences, several products fit', alex, 'licences visio');
  await stage.ask('licences, by a purchaser', alex, { en: 'licences adele', fr: 'licences adele' });
  await stage.ask('licences, shared, several purchasers', alex, 'licences "power bi pro dept"');
  await stage.ask('licences, shared, further page', alex, 'licences "power bi pro dept" page:2');
  await stage.ask('licences, past the end', alex, 'licences clipchamp page:9');
  await stage.ask('licences, pooled with the organisation’s', alex, `licences product:${skus.powerApps.part}`);
  const { store } = stage.world.purser;
  const sole = stage.purchase((each) => {
    const holders = purchaseIndex(store).holdersOf(each);
    return each.kind === 'self-service' && holders?.whose.known === 'sole' && holders.ids.length > 1;
  });
  await stage.ask('licences, of one purchase, sole', alex, `licences ${sole}`);
  await stage.ask('licences, of one purchase, for a viewer', patti, `licences ${sole}`);
  const shared = stage.purchase(({ sku, status }) => sku === skus.visio2Dept.id && status === 'Enabled');
  await stage.ask('licences, of one purchase, shared', alex, `licences ${shared}`);
  await stage.ask('refused, licences are for viewers', adele, 'licences');
}

/** Nobody holds one product any more, one person another, and somebody who does may not sign in. */
async function changed(stage: Stage): Promise<void> {
  const { alex } = stage.world.people;
  const { users, subscriptions } = stage.world.tenant.company;
  const [none, one] = [skus.clipchamp.id, skus.copilot.id];
  const keeps = [...users.values()].find(
    ({ id, licences }) => id !== alex.id && licences.some(({ skuId }) => skuId === one),
  );
  for (const user of users.values())
    user.licences = user.licences.filter(({ skuId }) => skuId !== none && (skuId !== one || user === keeps));
  if (keeps) keeps.accountEnabled = false;
  await stage.world.purser.sync.run();
  await stage.ask('licences, nobody', alex, 'licences clipchamp');
  await stage.ask('licences, one holder, account disabled', alex, 'licences copilot');
  for (const { id } of subscriptions.filter(({ skuId }) => skuId === none)) {
    const purchase = stage.purchase(({ subscription }) => subscription === id);
    const before = stage.world.purser.store.get('purchases', purchase);
    const more = { id: 'P-9001', subscription: 'another' };
    await stage.world.purser.store.transact((tx) => {
      tx.delete('holdings', none);
      if (before) tx.put('purchases', { ...before, ...more });
    });
  }
  await stage.ask('licences, not read yet, one purchaser twice', alex, 'licences clipchamp');
  for (const { id } of [...stage.world.purser.store.all('purchases')].filter(({ kind }) => kind === 'self-service'))
    await stage.world.purser.store.transact((tx) => tx.delete('purchases', id));
  await stage.ask('licences, none', alex, 'licences');
}

async function refusals(stage: Stage): Promise<void> {
  const { alex } = stage.world.people;
  const own = stage.purchase(({ kind, status }) => kind === 'self-service' && status === 'Enabled');
  const central = stage.purchase(({ kind, status }) => kind === 'central' && status === 'Enabled');
  const ended = stage.purchase(({ kind, status }) => kind === 'self-service' && status === 'Deleted');
  await stage.ask('refused, licences of nothing', alex, 'licences zeppelin', { wrote: ['zeppelin'] });
  await stage.ask('refused, licences of a central purchase', alex, `licences ${central}`);
  await stage.ask('refused, licences of a central product', alex, 'licences viva', { wrote: ['viva'] });
  await stage.ask('refused, licences of what has ended', alex, `licences ${ended}`);
  const verbs = [
    ['assign', { en: 'assign', fr: 'attribuer' }],
    ['remove', { en: 'remove', fr: 'retirer' }],
  ] as const;
  for (const [name, { en, fr }] of verbs) {
    await stage.ask(`refused, ${name}, self-service`, alex, { en: `${en} ${own}`, fr: `${fr} ${own}` });
    await stage.ask(`${name}, of a central purchase`, alex, { en: `${en} ${central}`, fr: `${fr} ${central}` });
    await stage.ask(`refused, ${name}, a product`, alex, { en: `${en} clipchamp`, fr: `${fr} clipchamp` });
    await stage.ask(`refused, ${name}, nothing named`, alex, { en, fr });
  }
}

/** The organisation and people bought it, and Microsoft doesn't say whose seats are whose. */
async function mixed(stage: Stage): Promise<void> {
  const product = skus.powerBiPro.part;
  await stage.ask('assign, seats that are at least free', stage.world.people.alex, {
    en: `assign ${product} to patti`,
    fr: `attribuer ${product} à patti`,
  });
}

async function manyProducts(stage: Stage): Promise<void> {
  await stage.ask('licences, of 1,000 subscriptions', stage.world.people.alex, 'licences');
  await stage.ask('licences, many purchasers', stage.world.people.alex, `licences product:${skus.visio2Dept.part}`);
}

async function beforeTheFirstReading(stage: Stage): Promise<void> {
  await stage.ask('licences, nothing read yet', stage.world.people.alex, 'licences');
}
