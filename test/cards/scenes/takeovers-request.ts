/** What an admin sees on the way to a takeover: what is in the way, for whom, what becomes of them, the confirmation. */
import { type LanguageCode, languageCodes } from '../../../bot/language/codes.ts';
import type { Act, Draft, Finding, Purchase } from '../../../store/records.ts';
import { type Sku, skus } from '../../stand-ins/tenant/catalogue.ts';
import { type Company, company, groups, people } from '../../stand-ins/tenant/index.ts';
import { minute } from '../../world/clock.ts';
import { buyVisio, purchaseOf, taken } from '../../world/takeovers.ts';
import { speak, write } from '../notices.ts';
import type { Scene, Stage } from '../stage.ts';

const now = new Date('2026-11-17T09:15:00Z');
const second = '7e9a0000-0000-4000-8000-00000000d001';
const third = '7e9a0000-0000-4000-8000-00000000d002';
const fourth = '7e9a0000-0000-4000-8000-00000000d003';

const automation = {
  CANCELLATION: 'webhook:https://automation.contoso.example/end',
  CANCELLATION_SECRET: 's'.repeat(32),
};

export const scenesOfRequest: readonly Scene[] = [
  { play: obstacles, world: () => ({ company: visio(12) }) },
  { play: choosing, world: () => ({ company: visio(12) }) },
  { play: changing, world: () => ({ company: visio(12) }) },
  { play: picking, world: () => ({ company: boughtAgain(visio(5, taken), taken) }) },
  { play: told, world: () => ({ company: toldBy(boughtAgain(visio(5))) }) },
  { play: alone, world: () => ({ company: visio(1), environment: { ...automation, APPROVALS_NEEDED: '2' } }) },
  ...languageCodes.map(
    (language): Scene => ({ play: (stage) => findings(stage, language), world: () => ({ company: visio(12) }) }),
  ),
];

/** Adele bought Visio Plan 2 for so many. */
function visio(holders: number, sku?: Sku): Company {
  const its = company({ now });
  buyVisio(its, { holders, free: 9, ...(sku && { sku }) });
  return its;
}

/** So did Lidia, and the organisation: where its seats are not departmental, people can stay on them. */
function boughtAgain(its: Company, { id: sku }: Sku = skus.visio2Dept): Company {
  const bought = its.subscriptions.find(({ skuId }) => skuId === sku);
  if (!bought) throw new Error('Nobody bought Visio');
  const other = { ...bought, commerceSubscriptionId: null };
  its.subscriptions.push({ ...other, id: second, ownerId: people.lidia });
  its.subscriptions.push({ ...other, id: third, ownerId: its.tenantId, ownerType: 'Tenant', totalLicenses: 6 });
  return its;
}

function bought({ world }: Stage): Purchase {
  const { subscriptions } = world.tenant.company;
  const sku = subscriptions.find(({ id }) => id === third)?.skuId ?? skus.visio2Dept.id;
  const first = subscriptions.find(({ skuId, id }) => skuId === sku && id !== second && id !== third);
  if (!first) throw new Error('Nobody bought Visio');
  return purchaseOf(world, first);
}

/** Microsoft's allotments say whose seats are whose; of the target, Lidia has twenty more. */
function toldBy(its: Company): Company {
  its.allotments = 'single';
  return its;
}

async function told(stage: Stage): Promise<void> {
  const { tenant, people: who, purser } = stage.world;
  const { alex } = who;
  const { id } = await ready(stage);
  await stage.ask('takeover, holders told by allotments', alex, words(id));
  const { subscriptions } = tenant.company;
  const target = subscriptions.find(({ skuId, status }) => skuId === skus.visio2.id && status === 'Enabled');
  if (!target) throw new Error('The organisation has no Visio');
  const own = { ...target, id: fourth, commerceSubscriptionId: null, ownerId: people.lidia, ownerType: 'User' };
  subscriptions.push({ ...own, totalLicenses: 20 });
  const lack = [...tenant.company.users.values()].filter(({ usageLocation }) => usageLocation !== null).slice(0, 7);
  for (const { licences } of lack)
    licences.push({ skuId: target.skuId, group: null, since: own.createdDateTime ?? '', from: fourth });
  await purser.sync.run();
  await purser.store.transact((tx) => {
    for (const { id: lot } of [...tx.all('allotments')]) tx.delete('allotments', lot);
  });
  const holders = {
    known: 'picked' as const,
    ids: [...(purser.store.get('holdings', skus.visio2Dept.id)?.holders ?? [])],
  };
  const draft = await drafted(stage, bought(stage), { holders });
  await stage.submit('takeover, targets that mix whose seats they are', alex, press({ purchase: id, draft }));
  const moved = await drafted(stage, bought(stage), { holders, act: moving });
  await stage.submit(
    'takeover, a target that may be short',
    alex,
    press({ purchase: id, draft: moved, again: 'again' }),
  );
}

const words = (rest: string) => ({ en: `takeover ${rest}`.trim(), fr: `prendre le contrôle ${rest}`.trim() });
const press = (data: object) => ({ verb: 'takeover', data });
const moving: Act = { kind: 'move', to: { sku: skus.visio2.id, product: 'Visio Plan 2' } };

async function ready(stage: Stage): Promise<Purchase> {
  const { isaiah } = stage.world.people;
  const purchase = bought(stage);
  await isaiah.say('notify on approvals');
  await isaiah.say(`classify ${purchase.id} self-service`);
  return purchase;
}

/** Alex has chosen so much. */
function drafted({ world }: Stage, { id, sku }: Purchase, chosen: Partial<Draft>): Promise<string> {
  const { store } = world.purser;
  const holders = { known: 'sole' as const, ids: [...(store.get('holdings', sku)?.holders ?? [])] };
  const same = { at: world.clock.now().toISOString(), by: { id: people.alex, name: 'Alex Wilber' }, purchase: id };
  return store.transact((tx) => {
    const draft: Draft = { ...same, id: tx.nextId('D'), holders, act: null, check: null, ...chosen };
    tx.put('drafts', draft);
    return draft.id;
  });
}

async function obstacles(stage: Stage): Promise<void> {
  const { world } = stage;
  const { alex, isaiah } = world.people;
  const { store } = world.purser;
  const { id, sku } = bought(stage);
  await stage.ask('takeover, of nothing', alex, words(''));
  await stage.ask('takeover, of what is probably self-service', alex, words(id));
  await alex.say(`classify ${id} self-service`);
  const { megan, miriam } = world.people;
  for (const approver of [megan, miriam]) await approver.say('notify off approvals');
  await stage.ask('takeover, nobody would hear of', alex, words(id));
  const team = world.teams.team({ name: 'IT', members: [alex] });
  await team.install(alex);
  await world.purser.outbox.drain();
  await stage.ask('takeover, nobody would hear of, in a channel', alex, words(id), { chat: team.general });
  await isaiah.say('notify on approvals');
  for (const kind of ['central', 'partner'] as const) {
    const other = stage.purchase((purchase) => purchase.kind === kind && purchase.status === 'Enabled');
    const record = store.get('purchases', other);
    if (record) await store.transact((tx) => tx.put('purchases', { ...record, sure: 'confirmed' }));
    await stage.ask(`takeover, of what is ${kind}`, alex, words(other));
  }
  await stage.ask('takeover, of what has ended', alex, words(stage.purchase(({ status }) => status === 'Deleted')));
  await store.transact((tx) => tx.delete('holdings', sku));
  await stage.ask('takeover, holders not read yet', alex, words(id));
  approvers(stage, people.alex);
  await stage.ask('takeover, nobody could approve', alex, words(id));
}

/** What is remembered of them is over. */
function approvers({ world }: Stage, ...members: string[]): void {
  const group = world.tenant.company.groups.find(({ id }) => id === groups.approvers);
  if (group) group.members = members;
  world.clock.advance(6 * minute);
}

async function choosing(stage: Stage): Promise<void> {
  const { alex, isaiah } = stage.world.people;
  const purchase = await ready(stage);
  const { id } = purchase;
  await stage.ask('takeover', alex, words(id));
  await stage.ask('takeover, to what nobody knows', alex, words(`${id} product:zzz`), { wrote: ['zzz'] });
  await stage.ask('takeover, to one of several', alex, words(`${id} product:"power bi"`), { wrote: ['power bi'] });
  await stage.ask('takeover, to what is departmental', alex, words(`${id} product:PROJECT_PLAN3_DEPT`));
  const on = { draft: await drafted(stage, purchase, {}), purchase: id };
  await stage.submit('takeover, without a product', alex, press({ ...on, act: 'move' }));
  await stage.submit(
    'takeover, to a product that is short',
    alex,
    press({ ...on, act: 'move', product: skus.visio2.id }),
  );
  await stage.submit('takeover, move', alex, press({ ...on, act: 'move', product: skus.m365E3.id }));
  await stage.submit('takeover, why it is cancelled', alex, press({ ...on, act: 'cancel' }));
  await stage.submit('takeover, why is not listed', alex, press({ ...on, act: 'cancel', cause: 'no such' }));
  await stage.submit('takeover, cancel', alex, press({ ...on, act: 'cancel', cause: 'cost' }));
  await stage.submit('takeover, of somebody else', isaiah, press(on));
  await stage.submit('takeover, gone', alex, press({ draft: 'D-99', purchase: id, confirm: 'confirm' }));
  await stage.world.purser.store.transact((tx) => {
    for (const { id: product } of [...tx.all('products')]) if (product !== purchase.sku) tx.delete('products', product);
  });
  await stage.submit('takeover, nowhere to move to', alex, press(on));
}

/** Confirmed too late, or after something has changed. */
async function changing(stage: Stage): Promise<void> {
  const { world } = stage;
  const { alex } = world.people;
  const { subscriptions, users } = world.tenant.company;
  const purchase = await ready(stage);
  const { id, sku, subscription } = purchase;
  const ago = (minutes: number): string => new Date(world.clock.now().getTime() - minutes * minute).toISOString();
  const checked = (minutes: number) =>
    drafted(stage, purchase, { act: { kind: 'cancel', reason: 'other' }, check: { at: ago(minutes), findings: [] } });
  const confirm = (draft: string) => press({ draft, purchase: id, confirm: 'confirm' });
  // Looked at again for the first who asks: each language has one of its own.
  for (const language of languageCodes) {
    await speak(language, alex);
    await stage.submitOnce('takeover, confirmed late', language, alex, confirm(await checked(20)));
  }
  await stage.submit('takeover, confirmed without saying why', alex, confirm(await checked(1)));
  const [first, other] = [await checked(1), await checked(1)];
  users.get(people.patti)?.licences.push({ skuId: sku, group: null, since: ago(1), from: subscription });
  const theirs = subscriptions.find((each) => each.id === subscription);
  if (theirs) theirs.ownerId = people.miriam;
  world.clock.advance(minute);
  await world.purser.sync.run();
  for (const [language, draft] of [
    ['en', first],
    ['fr', other],
  ] as const)
    await stage.submitOnce('takeover, changed meanwhile', language, alex, confirm(draft));
  if (theirs) subscriptions.push({ ...theirs, id: second, ownerId: people.lidia });
  await world.purser.sync.run();
  for (const language of languageCodes)
    await stage.submitOnce('takeover, bought again meanwhile', language, alex, confirm(await checked(0)));
}

async function picking(stage: Stage): Promise<void> {
  const { world } = stage;
  const { alex, isaiah } = world.people;
  const { store } = world.purser;
  const purchase = await ready(stage);
  const { id, sku } = purchase;
  const [one = '', two = '', three = ''] = store.get('holdings', sku)?.holders ?? [];
  await isaiah.say(`classify ${own(stage)} central`);
  await stage.ask('takeover, pick', alex, words(id));
  const on = { draft: await drafted(stage, purchase, { holders: null }), purchase: id };
  const nameOf = (person: string): string => store.get('people', person)?.name ?? '';
  await stage.submit('takeover, pick nobody', alex, press({ ...on, pick: 'picked' }));
  await stage.submit(
    'takeover, picked with unknown names',
    alex,
    press({ ...on, pick: 'picked', people: one, names: 'Ada L.' }),
  );
  await stage.submit('takeover, picked one', alex, press({ ...on, pick: 'picked', people: one }));
  await stage.submit('takeover, picked two', alex, press({ ...on, pick: 'picked', people: [one, two].join() }));
  await stage.submit('takeover, stay', alex, press({ ...on, act: 'move', product: sku }));
  const twin = store.get('people', two);
  if (twin) await store.transact((tx) => tx.put('people', { ...twin, name: nameOf(three) }));
  const names = [nameOf(one), nameOf(three)].join();
  await stage.submit('takeover, picked a name of two', alex, press({ ...on, pick: 'picked', people: two, names }));
  await unnamed(stage, { draft: await drafted(stage, purchase, { holders: null }), purchase: id }, [one, two]);
  await stage.submit('takeover, picked one again', alex, press({ ...on, pick: 'picked', people: one }));
  const everybody = [...store.all('people')].map((person) => person.id).slice(0, 60);
  await store.transact((tx) => tx.put('holdings', { id: sku, holders: everybody }));
  await stage.submit('takeover, pick of many', alex, press({ ...on, pick: 'show' }));
  await stage.submit('takeover, pick, search for nothing', alex, press({ ...on, pick: 'find' }));
  await stage.submit('takeover, pick, search', alex, press({ ...on, pick: 'find', names: 'a' }));
  await store.transact((tx) => tx.put('holdings', { id: sku, holders: [one] }));
  await stage.submit('takeover, pick of one', alex, press({ ...on, pick: 'show' }));
}

/** The requester doesn't know who else has it. */
async function unnamed(
  stage: Stage,
  on: { draft: string; purchase: string },
  [one, two]: readonly [string, string],
): Promise<void> {
  const { alex } = stage.world.people;
  const unsure = (people: object): object => press({ ...on, pick: 'unsure', ...people });
  await stage.submit('takeover, sure of two alone', alex, unsure({ people: [one, two].join() }));
  await stage.submit('takeover, sure of one alone', alex, unsure({ people: one }));
  await stage.submit('takeover, sure of nobody', alex, press({ ...on, pick: 'nobody' }));
  await stage.submit('takeover, sure of nobody, going on', alex, unsure({}));
  await stage.submit('takeover, sure of nobody, cancel', alex, press({ ...on, act: 'cancel', cause: 'cost' }));
}

/** What the organisation bought of the same product. */
function own({ world }: Stage): string {
  const found = [...world.purser.store.all('purchases')].find(({ subscription }) => subscription === third);
  return found?.id ?? '';
}

/** One holder, two approvals needed, and the operator's automation. */
async function alone(stage: Stage): Promise<void> {
  const { world } = stage;
  const { alex } = world.people;
  const { store } = world.purser;
  const purchase = await ready(stage);
  const { id } = purchase;
  const [chat] = [...store.all('chats')];
  if (chat)
    await store.transact((tx) =>
      tx.put('chats', { ...chat, id: 'nameless', name: null, kind: 'group', person: null, topics: ['approvals'] }),
    );
  await stage.ask('takeover, of one holder', alex, words(id));
  const on = { draft: await drafted(stage, purchase, {}), purchase: id };
  await stage.submit('takeover, move one', alex, press({ ...on, act: 'move', product: skus.visio2.id }));
  await stage.submit(
    'takeover, move one to another product',
    alex,
    press({ ...on, act: 'move', product: skus.m365E3.id }),
  );
  await stage.submit('takeover, why one loses it', alex, press({ ...on, act: 'cancel' }));
  await stage.submit('takeover, cancel for one', alex, press({ ...on, act: 'cancel', cause: 'left' }));
  const check = { at: world.clock.now().toISOString(), findings: [] };
  const stay = await drafted(stage, purchase, { act: { kind: 'stay' }, check });
  for (const language of languageCodes) await posted(stage, 'takeover, one stays', language, stay);
  approvers(stage, people.megan, people.adele);
  await stage.ask('takeover, one alone could approve', alex, words(id));
}

/** As the outbox posts it, where Microsoft took its time. */
async function posted(stage: Stage, name: string, language: LanguageCode, draft: string): Promise<void> {
  const { alex } = stage.world.people;
  await speak(language, alex);
  await write(stage, alex, { card: 'draft', draft });
  await stage.world.purser.outbox.drain();
  stage.take(name, language, alex.inbox().at(-1));
}

async function findings(stage: Stage, language: LanguageCode): Promise<void> {
  const { world } = stage;
  const purchase = await ready(stage);
  const at = world.clock.now().toISOString();
  const show = async (name: string, check: Draft['check']): Promise<void> =>
    posted(stage, name, language, await drafted(stage, purchase, { act: moving, check }));
  await show('takeover, looked for', null);
  await show('takeover, not answered', { at, trouble: 'unreachable' });
  await show('takeover, may not ask', { at, trouble: 'no-permission' });
  const ids = world.purser.store.get('holdings', purchase.sku)?.holders ?? [];
  for (const count of [1, 3])
    for (const what of ['blocks', 'other'] as const)
      await show(`takeover, ${count} of each that ${what}`, { at, findings: each(ids.slice(0, count))[what] });
}

function each(who: string[]): Record<'blocks' | 'other', Finding[]> {
  const missing = who.length;
  const people = [
    'no-usage-location',
    'group-assigned',
    'guest',
    'disabled',
    'loses-access',
    'has-target',
    'not-holding',
    'left',
  ] as const;
  return {
    blocks: [
      { what: 'holders-unknown', bought: 12, holding: 412 },
      { what: 'seats-unread' },
      { what: 'target-departmental' },
      { what: 'target-short', need: 12, free: 12 - missing, missing },
      { what: 'target-short', need: 12, free: -missing, missing: 12 + missing, warning: missing, suspended: missing },
      { what: 'pool-short', left: 12 - missing, used: 12, missing },
      { what: 'list-short', missing },
    ],
    other: [
      { what: 'list-long', bought: missing - 1, listed: missing },
      ...people.map((what): Finding => ({ what, who })),
      { what: 'pool-covers', left: 12, used: 4, missing: 0 },
      { what: 'pool-covers', left: 12, used: 4, missing: 0, warning: missing, suspended: missing },
      { what: 'nobody-holds-it' },
    ],
  };
}
