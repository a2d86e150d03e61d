/** What people bought themselves is replaced, step by step, with what the organisation owns. */
import type { Notice } from '../../../store/records.ts';
import { company, people as ids, type Subscription, skus } from '../../stand-ins/tenant/index.ts';
import { testClock } from '../../world/clock.ts';
import { purchaseOf, requested } from '../../world/takeovers.ts';
import { asking, became, write } from '../notices.ts';
import { publicUrl } from '../pages.ts';
import type { Scene, Stage, Words } from '../stage.ts';
import { unanswered } from '../unanswered.ts';

export const scenesOfCentralise: readonly Scene[] = [
  { play: checklist, world: () => ({ environment: publicUrl }) },
  { play: fates, world: () => ({ company: company({ now: testClock().now(), subscriptions: 200 }) }) },
  { play: manyPurchases, world: () => ({ company: company({ now: testClock().now(), subscriptions: 1000 }) }) },
  { play: nothingRead, world: () => ({ unread: true }) },
];

const way = (rest: string): Words => ({ en: `centralise ${rest}`, fr: `centraliser ${rest}` });

const visio = '"visio plan 2"';

async function checklist(stage: Stage): Promise<void> {
  const { alex } = stage.world.people;
  const { users } = stage.world.tenant.company;
  await stage.ask('centralise, which product', alex, way(''));
  await stage.ask('centralise, several fit', alex, way('visio'));
  await stage.ask('centralise, nothing is central', alex, way('"visio plan 1"'));
  await oneHolder(stage);
  await stage.ask('centralise, some have it', alex, way(visio));
  await stage.ask('centralise, the same product', alex, way('power_bi_pro'));
  await stage.ask('centralise, the namesake', alex, way('"power bi pro dept"'));
  const project = { product: skus.project1Dept.id };
  await stage.submit('centralise, no namesake', alex, { verb: 'centralise', data: project });
  await stage.submit('centralise, another product chosen', alex, {
    verb: 'centralise',
    data: { ...project, target: skus.project1.id },
  });
  await stage.submit('centralise, seats may be missing', alex, {
    verb: 'centralise',
    data: { product: skus.visio2Dept.id, target: skus.powerApps.id },
  });
  await unanswered(stage, 'centralise, Microsoft is slow', way(visio), '/graph/v1.0/$batch');
  await stage.ask('refused, centralise, nobody bought it', alex, way('viva'));
  const missing = { wrote: ['zeppelin'] };
  await stage.ask('refused, centralise, no such product', alex, way('zeppelin'), missing);
  const rest = { source: skus.visio2Dept.id, product: skus.visio2.id };
  await stage.submit('assign, the rest', alex, { verb: 'assign', data: rest });
  await stage.submit('assign, the rest has changed', alex, {
    verb: 'assign',
    data: { ...rest, digest: '0123456789ab', confirm: 'confirm' },
  });
  const same = { source: skus.powerBiPro.id, product: skus.powerBiPro.id };
  await stage.submit('refused, assign, the rest of the same product', alex, { verb: 'assign', data: same });
  await alex.ask(`export licences product:${skus.visio2Dept.part}`, { locale: 'en-GB' });
  const since = '2026-01-01T00:00:00Z';
  for (const { licences } of users.values())
    if (licences.some(({ skuId }) => skuId === skus.visio2Dept.id))
      licences.push({ skuId: skus.visio2.id, group: null, since, from: null });
  await stage.ask('centralise, all have it, exported', alex, way(visio));
  await stage.submit('refused, assign, nobody is left to assign to', alex, { verb: 'assign', data: rest });
  for (const user of users.values()) user.licences = user.licences.filter(({ skuId }) => skuId !== skus.visio2Dept.id);
  for (const each of stage.world.tenant.company.subscriptions)
    if (each.skuId === skus.visio2Dept.id) each.status = 'Deleted';
  await stage.world.purser.sync.run();
  await stage.ask('centralise, done', alex, way(visio));
  const { store } = stage.world.purser;
  for (const { id } of [...store.all('purchases')].filter(({ kind }) => kind === 'self-service'))
    await store.transact((tx) => tx.delete('purchases', id));
  await stage.ask('refused, centralise, nothing was bought', alex, way(''));
}

/** One person alone holds it, and then nobody: what is said of one. */
async function oneHolder(stage: Stage): Promise<void> {
  const { alex } = stage.world.people;
  const { store } = stage.world.purser;
  const visio1 = { product: skus.visio1Dept.id };
  const before = store.get('holdings', visio1.product);
  const [target] = [...store.all('products')].filter(({ id }) => id === skus.vivaGoals.id);
  if (!before || !target) throw new Error('There is no such product in this company');
  const { tenant } = stage.world;
  for (const { licences } of tenant.company.users.values())
    for (const licence of licences) if (licence.skuId === target.id) licence.skuId = 'another';
  await store.transact((tx) => {
    tx.put('holdings', { ...before, holders: [ids.lidia] });
    tx.put('products', { ...target, used: target.seats });
  });
  await stage.submit('centralise, one holder', alex, { verb: 'centralise', data: visio1 });
  const chosen = { ...visio1, target: target.id };
  await stage.submit('centralise, one seat is missing', alex, { verb: 'centralise', data: chosen });
  await stage.submit('assign, the rest is one', alex, {
    verb: 'assign',
    data: { source: visio1.product, product: target.id },
  });
  for (const gone of [['gone'], ['gone', 'gone too']]) {
    await store.transact((tx) => tx.put('holdings', { ...before, holders: [ids.lidia, ...gone] }));
    await stage.submit(`centralise, ${gone.length} can’t be found`, alex, { verb: 'centralise', data: chosen });
  }
  const purchases = [...store.all('purchases')].filter(({ sku }) => sku === visio1.product);
  for (const each of purchases) await store.transact((tx) => tx.put('purchases', { ...each, status: 'Deleted' }));
  await stage.submit('centralise, all has ended, never exported', alex, { verb: 'centralise', data: visio1 });
  for (const each of purchases) await store.transact((tx) => tx.put('purchases', each));
}

/** Each purchaser does something else. */
async function fates(stage: Stage): Promise<void> {
  const { world } = stage;
  const { store } = world.purser;
  const company = world.tenant.company;
  const subscriptions = company.subscriptions.filter(
    ({ skuId, status, ownerId }) =>
      skuId === skus.visio2Dept.id && status === 'Enabled' && company.users.has(ownerId ?? ''),
  );
  const [asked, read, objects, silent, left, taken] = subscriptions.map((each: Subscription) =>
    purchaseOf(world, each),
  );
  const post = async (id: string | undefined, answer?: Notice['answer']): Promise<void> => {
    const notice = await write(stage, world.people.bare, asking(id ?? ''));
    if (answer) await became(stage, notice, { answer });
  };
  const at = world.clock.now().toISOString();
  await post(silent?.id);
  for (const { id, saying } of [...store.all('notices')])
    if (saying.card === 'asked') await became(stage, id, { createdAt: '2026-10-01T08:00:00.000Z' });
  await post(asked?.id);
  await post(read?.id, { what: 'seen', words: null, at });
  await post(objects?.id, { what: 'objected', words: 'The design team needs it', at });
  const purchaser = store.get('people', left?.purchaser ?? '');
  if (purchaser) await store.transact((tx) => tx.put('people', { ...purchaser, leftAt: at }));
  if (taken) await requested(world, taken, { holders: [ids.megan] });
  const shown = new Set([asked, read, objects, silent, left, taken].map((purchase) => purchase?.id));
  const others = [...store.all('purchases')].filter(({ id, sku }) => sku === skus.visio2Dept.id && !shown.has(id));
  for (const { id } of others) await store.transact((tx) => tx.delete('purchases', id));
  const wrote = ['The design team needs it'];
  await stage.ask('centralise, each purchaser does something else', world.people.alex, way(visio), { wrote });
  const data = { product: skus.visio2Dept.id, page: 2 };
  await stage.submit('centralise, each something else, last page', world.people.alex, { verb: 'centralise', data });
}

async function manyPurchases(stage: Stage): Promise<void> {
  const { alex } = stage.world.people;
  await stage.ask('centralise, many purchases', alex, way(visio));
  const data = { product: skus.visio2Dept.id, page: 3 };
  await stage.submit('centralise, many purchases, a further page', alex, { verb: 'centralise', data });
}

async function nothingRead(stage: Stage): Promise<void> {
  await stage.ask('refused, centralise, nothing read yet', stage.world.people.alex, way('visio'));
}
