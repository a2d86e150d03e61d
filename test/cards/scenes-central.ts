/** Licences of what the organisation owns are given and taken, and what people bought themselves is centralised. */
import type { Notice, Step } from '../../store/records.ts';
import { company, people as ids, type Subscription, skus, type User } from '../stand-ins/tenant/index.ts';
import { testClock } from '../world/clock.ts';
import { purchaseOf, requested } from '../world/takeovers.ts';
import { asking, became, write } from './notices.ts';
import { onStage, type Stage, type State, type Words } from './stage.ts';
import { begun, bought, takeoverIn } from './takeovers.ts';

const exports = { environment: { PUBLIC_URL: 'https://purser.contoso.example' } };

export async function scenesOfCentralProducts(): Promise<State[]> {
  return [
    ...(await onStage(giving)),
    ...(await onStage(progress)),
    ...(await onStage(afterACancel, bought({ holders: 60, free: 100 }))),
    ...(await onStage(nobodyLeft, bought({ holders: 2 }))),
    ...(await onStage(checklist, exports)),
    ...(await onStage(fates, { company: company({ now: testClock().now(), subscriptions: 200 }) })),
    ...(await onStage(manyPurchases, { company: company({ now: testClock().now(), subscriptions: 1000 }) })),
    ...(await onStage(nothingRead, { unread: true })),
  ];
}

const give = (rest: string, french = rest): Words => ({ en: `assign ${rest}`, fr: `attribuer ${french}` });
const take = (rest: string): Words => ({ en: `remove ${rest}`, fr: `retirer ${rest}` });
const way = (rest: string): Words => ({ en: `centralise ${rest}`, fr: `centraliser ${rest}` });
const visio = '"visio plan 2"';

async function giving(stage: Stage): Promise<void> {
  const { alex } = stage.world.people;
  const { users, subscriptions } = stage.world.tenant.company;
  const user = (id: string): Pick<User, 'licences'> => users.get(id) ?? { licences: [] };
  const isVisio = ({ skuId }: { skuId: string }) => skuId === skus.visio2.id;
  for (const id of [ids.megan, ids.markdown, ids.template])
    user(id).licences = user(id).licences.filter((licence) => !isVisio(licence));
  await stage.ask('assign, to whom', alex, give(visio));
  await stage.ask('assign', alex, give(`${visio} to Megan Bowen`, `${visio} à Megan Bowen`));
  await stage.ask('assign, to a hostile name', alex, give(`${visio} click@contoso.onmicrosoft.com`));
  await stage.ask('assign, several products', alex, give('"power bi" megan'));
  await stage.ask('assign, several people', alex, give(`${visio} wilber`), { before: () => twins(stage) });
  const missing = { wrote: ['zeppelin', 'nobody at all'] };
  await stage.ask('refused, assign, no such product', alex, give('zeppelin'), missing);
  await stage.ask('refused, assign, no such person', alex, give(`${visio} nobody at all`), missing);
  await stage.ask('refused, assign, several bought it', alex, give('"visio plan 1" megan'));
  await stage.ask('remove, whose', alex, take(visio));
  const since = '2026-01-01T00:00:00Z';
  user(ids.megan).licences.push({ skuId: skus.visio2.id, group: null, since, from: null });
  await stage.ask('remove', alex, take(`${visio} megan`));
  await stage.ask('refused, assign, they have it', alex, give(`${visio} megan`));
  await stage.ask('refused, remove, they have none', alex, take(`${visio} smith`));
  await stage.ask('refused, remove, through a group', alex, take(`${visio} joni`));
  for (const each of subscriptions.filter(isVisio)) each.totalLicenses = 1;
  await stage.ask('assign, no seat is free', alex, give(`${visio} smith`));
  await unanswered(stage, 'assign, Microsoft is slow', give(`${visio} smith`), '/graph/v1.0/subscribedSkus');
  const find = '/graph/v1.0/users';
  await unanswered(stage, 'refused, assign, Microsoft doesn’t tell who', give(`${visio} nobody`), find);
}

/** A second Wilber whom Purser knows. */
async function twins({ world }: Stage): Promise<void> {
  const { store } = world.purser;
  const alex = store.get('people', ids.alex);
  const twin = {
    id: '7e9a0000-0000-4000-8000-00000000ee01',
    name: 'Ann Wilber',
    userName: 'ann.wilber@contoso.example',
  };
  if (alex) await store.transact((tx) => tx.put('people', { ...alex, ...twin, mail: null }));
}

async function unanswered(stage: Stage, name: string, words: Words, match: string): Promise<void> {
  const { tenant, people } = stage.world;
  await stage.ask(name, people.alex, words, {
    before: () => {
      tenant.faults.length = 0;
      tenant.faults.push({ match, kind: '429', retryAfter: 30, times: 50 });
    },
  });
  tenant.faults.length = 0;
}

/** Orders as far as they can be. */
async function progress(stage: Stage): Promise<void> {
  const { alex } = stage.world.people;
  const words = 'License assignment cannot be done for user with invalid usage location.';
  const many = [...stage.world.purser.store.all('people')].map(({ id }) => id).slice(0, 12);
  const states: [string, Partial<Step>[]][] = [
    [
      'under way',
      [{ state: 'done' }, { state: 'failed', why: words }, { state: 'todo', tries: 1, why: 'throttled' }, {}],
    ],
    ['done', [{ state: 'done' }]],
    ['in part', [{ state: 'done' }, { state: 'failed', why: 'no-permission' }, { state: 'failed', why: 'fault' }]],
    ['not done', [{ state: 'failed', why: words }]],
    ['for many', many.map(() => ({ state: 'done' }))],
  ];
  for (const what of ['assign', 'remove'] as const)
    for (const [name, steps] of states) {
      const job = await ordered(stage, what, steps, many);
      await stage.submit(`${what}, ${name}`, alex, { verb: what, data: { job } });
    }
  await stage.submit('refused, assign, of long ago', alex, { verb: 'assign', data: { job: 'J-99' } });
}

async function ordered(
  { world }: Stage,
  what: 'assign' | 'remove',
  steps: readonly Partial<Step>[],
  people: readonly string[],
): Promise<string> {
  const at = world.clock.now().toISOString();
  const by = { id: ids.alex, name: 'Alex Wilber' };
  return world.purser.store.transact((tx) => {
    const id = tx.nextId('J');
    const all = steps.map(
      (step, n): Step => ({ key: people[n] ?? '', state: 'todo', tries: 0, at, why: null, ...step }),
    );
    const work = { kind: 'licences', what, sku: skus.visio2.id, product: 'Visio Plan 2', by } as const;
    tx.put('jobs', { id, work, createdAt: at, dueAt: null, steps: all });
    return id;
  });
}

async function afterACancel(stage: Stage): Promise<void> {
  const { alex } = stage.world.people;
  await begun(stage, { act: { kind: 'cancel', reason: 'cost' } });
  await stage.ask('refused, assign, before a cancellation is done', alex, give('TK-1'));
  await isDone(stage);
  await stage.ask('assign, after a cancellation', alex, give('TK-1'));
  await stage.submit('assign, after a cancellation, next page', alex, {
    verb: 'assign',
    data: { request: 'TK-1', page: 2 },
  });
  await stage.submit('refused, assign, after a cancellation, nobody is ticked', alex, {
    verb: 'assign',
    data: { request: 'TK-1', confirm: 'confirm' },
  });
  for (const each of stage.world.tenant.company.subscriptions) each.totalLicenses = 0;
  await stage.ask('refused, assign, after a cancellation, no seat is free', alex, give('TK-1'));
}

async function nobodyLeft(stage: Stage): Promise<void> {
  await begun(stage, { act: { kind: 'cancel', reason: 'cost' } });
  await isDone(stage);
  await stage.ask('assign, after a cancellation, few', stage.world.people.alex, give('TK-1'));
  const { store } = stage.world.purser;
  const { holders } = takeoverIn(stage);
  const leave = async (id: string): Promise<void> => {
    const person = store.get('people', id);
    const leftAt = stage.world.clock.now().toISOString();
    if (person) await store.transact((tx) => tx.put('people', { ...person, leftAt }));
  };
  const [last = '', ...others] = holders.ids;
  for (const id of others) await leave(id);
  await stage.ask('assign, after a cancellation, one is left', stage.world.people.alex, give('TK-1'));
  await leave(last);
  await stage.ask('refused, assign, after a cancellation, nobody is left', stage.world.people.alex, give('TK-1'));
}

async function isDone(stage: Stage): Promise<void> {
  const { store } = stage.world.purser;
  await store.transact((tx) => tx.put('takeovers', { ...takeoverIn(stage), state: 'done' }));
}

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
