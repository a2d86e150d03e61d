/** Lists of purchases, and one purchase, in every state that Microsoft and time bring them into. */
import { purchaseIndex } from '../../../bot/purchases/purchase-index.ts';
import type { Purchase, Status } from '../../../store/records.ts';
import { type Company, company, people, skus } from '../../stand-ins/tenant/index.ts';
import { testClock } from '../../world/clock.ts';
import type { Scene, Stage } from '../stage.ts';

export const scenesOfPurchases: readonly Scene[] = [
  { play: lists },
  { play: onePurchase },
  { play: nastyNames },
  { play: manyPages, world: () => ({ company: company({ now: testClock().now(), subscriptions: 1000 }) }) },
  { play: vanished },
  { play: deciding },
  { play: mayBeRenewed },
  { play: whose, world: () => ({ company: sharedCompany() }) },
  { play: unsure, world: () => ({ company: visioOfNobody() }) },
];

/** Visio Plan 2 under the number that organisations buy it too, and Microsoft names no owner. */
function visioOfNobody(): Company {
  const its = company({ now: testClock().now() });
  const visio = its.subscriptions.find(({ skuId }) => skuId === skus.visio2Dept.id);
  if (visio) Object.assign(visio, { ownerId: null, ownerType: null });
  return its;
}

async function unsure(stage: Stage): Promise<void> {
  const { alex } = stage.world.people;
  const id = stage.purchase(({ sure }) => sure === 'unsure');
  await stage.ask('purchases, one unsure', alex, { en: 'purchases visio', fr: 'achats visio' });
  await stage.ask('purchase, unsure', alex, { en: `purchase ${id}`, fr: `achat ${id}` });
  await stage.ask('ask, of what is unsure', alex, { en: `ask ${id}`, fr: `contacter ${id}` });
  await stage.ask('takeover, of what is unsure', alex, { en: `takeover ${id}`, fr: `prendre le contrôle ${id}` });
}

/** Of a company whose allotments tell who holds what. */
function sharedCompany(): Company {
  const its = company({ now: testClock().now() });
  its.allotments = 'single';
  return its;
}

/** Each answer that Microsoft has about whose seats are whose. */
async function whose(stage: Stage): Promise<void> {
  const { tenant, purser, people: who } = stage.world;
  const { alex } = who;
  const grady = stage.purchase(({ sku, purchaser }) => sku === skus.powerBiProDept.id && purchaser === people.grady);
  const show = (name: string) =>
    stage.ask(`purchase, whose seats: ${name}`, alex, { en: `purchase ${grady}`, fr: `achat ${grady}` });
  await show('told');
  await stage.ask('licences, told by allotments', alex, {
    en: 'licences "power bi pro dept"',
    fr: 'licences "power bi pro dept"',
  });
  for (const allotments of ['pooled', 'contradictory', 'refused'] as const) {
    tenant.company.allotments = allotments;
    await purser.sync.run();
    await show(allotments);
  }
  tenant.company.allotments = 'single';
  tenant.faults.push({ match: '/graph/beta/admin/cloudLicensing', kind: 'status', code: 503, times: 5 });
  await purser.sync.run();
  tenant.faults.length = 0;
  await show('half answered');
  await purser.sync.run();
  tenant.faults.push({ match: '/graph/beta/admin/cloudLicensing', kind: 'status', code: 503, times: 5 });
  await purser.sync.run();
  tenant.faults.length = 0;
  await show('half answered, and told before');
  await stage.ask('status, allotments kept', alex, { en: 'status', fr: 'état' });
  await purser.sync.run();
  await purser.store.transact((tx) => {
    for (const lot of [...tx.all('allotments')]) tx.put('allotments', { ...lot, subscriptions: [] });
  });
  await show('not named');
}

/** Two of a person’s purchases are listed no more, and one began as both ended. */
async function mayBeRenewed(stage: Stage): Promise<void> {
  const { tenant, purser, people: who, clock } = stage.world;
  const old = tenant.company.subscriptions.find(
    ({ skuId, ownerId }) => skuId === skus.project3Dept.id && ownerId === people.adele,
  );
  if (!old) throw new Error('Adele bought none');
  const another = (n: number) => ({
    id: `7e9a0000-0000-4000-8000-00000000000${n}`,
    commerceSubscriptionId: `7e9a0000-0000-4000-8000-00000000001${n}`,
  });
  tenant.company.subscriptions.push({ ...old, ...another(1) });
  await purser.sync.run();
  const before = stage.purchase(({ subscription }) => subscription === old.id);
  const rest = tenant.company.subscriptions.filter(
    ({ skuId, ownerId }) => skuId !== old.skuId || ownerId !== old.ownerId,
  );
  tenant.company.subscriptions = [...rest, { ...old, ...another(2), createdDateTime: old.nextLifecycleDateTime }];
  clock.advance(900_000);
  await purser.sync.run();
  const after = stage.purchase(({ subscription }) => subscription === another(2).id);
  await stage.ask('purchase, which may have renewed', who.alex, { en: `purchase ${before}`, fr: `achat ${before}` });
  await stage.ask('purchase, which may be a renewal', who.alex, { en: `purchase ${after}`, fr: `achat ${after}` });
}

async function lists(stage: Stage): Promise<void> {
  const { alex, adele, elodie, megan } = stage.world.people;
  await stage.ask('purchases, to decide', alex, { en: 'purchases', fr: 'achats' });
  await stage.ask('purchases, self-service', alex, { en: 'purchases self-service', fr: 'achats libre-service' });
  await stage.ask('purchases, central', alex, { en: 'purchases central', fr: 'achats central' });
  await stage.ask('purchases, all', alex, { en: 'purchases all', fr: 'achats tous' });
  await stage.ask('purchases, last page', alex, {
    en: 'purchases all page:8',
    fr: 'achats tous page:8',
  });
  await stage.ask('purchases, past the end', alex, { en: 'purchases page:99', fr: 'achats page:99' });
  await stage.ask('purchases, by words', alex, { en: 'purchases visio lidia', fr: 'achats visio lidia' });
  await stage.ask('purchases, every filter', alex, {
    en: 'purchases all product:"power bi" by:adele status:enabled since:2026-01-31 expires<400d pro sort:bought',
    fr: 'achats tous produit:"power bi" par:adele état:actif depuis:31/01/2026 expire<400j pro tri:récent',
  });
  await stage.ask('purchases, trials', alex, { en: 'purchases status:trial', fr: 'achats état:essai' });
  await stage.ask('purchases, in one of several states, without a product', alex, {
    en: 'purchases trial deleted suspended except visio',
    fr: 'achats essai supprimé suspendu sauf visio',
  });
  await stage.ask('purchases, deleted', alex, { en: 'purchases status:deleted', fr: 'achats état:supprimé' });
  await stage.ask('purchases, filter fits nothing', alex, { en: 'purchases zeppelin', fr: 'achats zeppelin' });
  await stage.ask('purchases, others match', alex, { en: 'purchases power bi', fr: 'achats power bi' });
  await stage.ask('purchases, one other matches', alex, { en: 'purchases project', fr: 'achats project' });
  await stage.ask('purchases, a nearer filter fits', alex, {
    en: 'purchases by:adele since:today',
    fr: 'achats par:adele depuis:aujourd’hui',
  });
  await stage.ask('purchases, by a day ahead', alex, { en: 'purchases expires<month', fr: 'achats expire<mois' });
  for (const amount of ['>1', '>5', '<1', '<5'])
    await stage.ask(`purchases, of a quantity ${amount}`, alex, {
      en: `purchases quantity${amount}`,
      fr: `achats quantité${amount}`,
    });
  await stage.ask('purchases, of no quantity', alex, { en: 'purchases quantity:many', fr: 'achats quantité:beaucoup' });
  await stage.ask('purchases, own', adele, { en: 'purchases', fr: 'achats' });
  await stage.ask('purchases, own, filtered', elodie, { en: 'purchases flow', fr: 'achats automate' });
  await stage.ask('purchases, own, none', megan, { en: 'purchases', fr: 'achats' });
}

const statusStates: readonly Status[] = [
  'Enabled',
  'Warning',
  'Suspended',
  'LockedOut',
  'Expired',
  'Deleted',
  'Unknown',
];

async function onePurchase(stage: Stage): Promise<void> {
  const { alex, adele, patti } = stage.world.people;
  const show = async (name: string, fits: (purchase: Purchase) => boolean, person = alex): Promise<void> => {
    const id = stage.purchase(fits);
    await stage.ask(`purchase, ${name}`, person, { en: `purchase ${id}`, fr: `achat ${id}` });
  };
  for (const status of statusStates)
    await show(status, (each) => each.status === status && each.kind === 'self-service');
  await show('trial', ({ trial, status }) => trial && status === 'Enabled');
  await show('without a next date', ({ nextAt, kind }) => nextAt === null && kind === 'self-service');
  await show('central, bought by an admin', ({ evidence }) => evidence.includes('owner-is-admin'));
  await show('central, of the organisation', ({ evidence }) => evidence[0] === 'owner-is-organisation');
  await show('central, no owner named', ({ evidence }) => evidence[0] === 'owner-is-not-given');
  await show('partner', ({ kind }) => kind === 'partner');
  await show('purchaser left', ({ purchaser }) => purchaser === people.grady);
  await show('purchaser unknown', ({ purchaser }) => purchaser === people.forgotten);
  await show('purchaser a guest', ({ purchaser }) => purchaser === people.guestAlex);
  await show('product without a name', ({ sku }) => sku === skus.unlisted.id);
  await show('sole, its holders', (each) => {
    const holders = purchaseIndex(stage.world.purser.store).holdersOf(each);
    return holders?.whose.known === 'sole' && holders.ids.length > 1;
  });
  await show('for a viewer', ({ kind, status }) => kind === 'self-service' && status === 'Enabled', patti);
  await show('own, shared', ({ purchaser, status }) => purchaser === adele.id && status === 'Enabled', adele);
  await show('self-service, of the organisation', ({ kind, purchaser }) => kind === 'self-service' && !purchaser);
  await otherHolders(stage, show);
  await confirmed(stage, show);
}

type Show = (name: string, fits: (purchase: Purchase) => boolean) => Promise<void>;

/** Nobody holds one product any more, one person holds another, and a third spreads to the whole floor. */
async function otherHolders(stage: Stage, show: Show): Promise<void> {
  const { company: tenant } = stage.world.tenant;
  const users = [...tenant.users.values()];
  const [none, one, many] = [skus.teamsExploratoryDept.id, skus.visio1Dept.id, skus.clipchamp.id];
  const keeps = users.find(({ licences }) => licences.some(({ skuId }) => skuId === one));
  for (const user of users)
    user.licences = user.licences.filter(({ skuId }) => skuId !== none && (skuId !== one || user === keeps));
  for (const user of users.slice(30, 50))
    user.licences.push({ skuId: many, group: null, since: user.createdDateTime, from: null });
  const numberless = tenant.subscriptions.find(({ skuId }) => skuId === many);
  if (numberless) numberless.commerceSubscriptionId = null;
  await stage.world.purser.sync.run();
  await show('no holders', ({ sku }) => sku === none);
  await show('shared, one holder', ({ sku, status }) => sku === one && status === 'Enabled');
  await show('sole, many holders, no commerce id', ({ sku }) => sku === many);
  await stage.ask('purchases, one holder', stage.world.people.alex, {
    en: 'purchases product:"visio plan 1" status:enabled',
    fr: 'achats produit:"visio plan 1" état:actif',
  });
  if (numberless) Object.assign(numberless, { totalLicenses: -3, nextLifecycleDateTime: '9999-12-31T23:59:59Z' });
  await stage.world.purser.sync.run();
  await show('a quantity that is none', ({ sku }) => sku === many);
  await stage.ask('purchases, a quantity that is none', stage.world.people.alex, {
    en: 'purchases clipchamp',
    fr: 'achats clipchamp',
  });
}

/** Nobody can settle a kind in chat yet; the record can hold it. */
async function confirmed(stage: Stage, show: Show): Promise<void> {
  const { store } = stage.world.purser;
  const one = store.get(
    'purchases',
    stage.purchase(({ kind }) => kind === 'self-service'),
  );
  if (one) await store.transact((tx) => tx.put('purchases', { ...one, sure: 'confirmed' }));
  await show('kind confirmed', ({ sure }) => sure === 'confirmed');
}

async function nastyNames(stage: Stage): Promise<void> {
  const { alex } = stage.world.people;
  const nasty = ['quotes', 'markdown', 'template', 'emoji', 'rightToLeft', 'longName', 'bare'] as const;
  for (const name of nasty) {
    const id = stage.purchase(({ purchaser }) => purchaser === people[name]);
    await stage.ask(`purchase, nasty name: ${name}`, alex, { en: `purchase ${id}`, fr: `achat ${id}` });
  }
  const words = '<b>x</b> **y** {{z}} ${1+1} [a](https://b.example)';
  stage.world.teams.declared.push(words);
  await stage.ask(
    'purchases, nasty words',
    alex,
    { en: `purchases "${words}"`, fr: `achats "${words}"` },
    { wrote: [words] },
  );
  await stage.ask('refused, nasty words', alex, words, { wrote: [words] });
  await stage.ask('purchases, newest first with nasty names', alex, {
    en: 'purchases sort:bought',
    fr: 'achats tri:récent',
  });
}

async function manyPages(stage: Stage): Promise<void> {
  const { alex } = stage.world.people;
  await stage.ask('purchases, page 50 of 100', alex, { en: 'purchases all page:50', fr: 'achats tous page:50' });
}

/** Microsoft stops listing one purchase, and later no longer knows another. */
async function vanished(stage: Stage): Promise<void> {
  const { alex } = stage.world.people;
  const { tenant, purser, clock } = stage.world;
  const take = async (id: string): Promise<void> => {
    const subscription = purser.store.get('purchases', id)?.subscription;
    tenant.company.subscriptions = tenant.company.subscriptions.filter((each) => each.id !== subscription);
    clock.advance(900_000);
    await purser.sync.run();
  };
  const gone = stage.purchase(({ kind, status }) => kind === 'self-service' && status === 'Enabled');
  await take(gone);
  const missing = stage.purchase(({ kind, absent, nextAt }) => kind === 'self-service' && !absent && nextAt !== null);
  await take(missing);
  await stage.ask('purchase, gone', alex, { en: `purchase ${gone}`, fr: `achat ${gone}` });
  await stage.ask('purchase, not visible', alex, { en: `purchase ${missing}`, fr: `achat ${missing}` });
  const both = { en: `purchases all ${missing}`, fr: `achats tous ${missing}` };
  await stage.ask('purchases, one not visible', alex, both);
}

const take = { en: 'take', fr: 'je m’en occupe' };

const words = (command: { en: string; fr: string }, rest: string) => ({
  en: `${command.en} ${rest}`,
  fr: `${command.fr} ${rest}`,
});

async function deciding(stage: Stage): Promise<void> {
  const { people, purser } = stage.world;
  const { alex, isaiah, adele } = people;
  const all = [...purser.store.all('purchases')];
  const open = all.find(({ purchaser, status }) => purchaser === adele.id && status === 'Enabled')?.id ?? '';
  const central = all.find(({ kind, status }) => kind === 'central' && status === 'Enabled')?.id ?? '';
  const ended = all.find(({ status }) => status === 'Deleted')?.id ?? '';
  await stage.ask('take, of nothing', alex, take);
  await stage.ask('take, of what has ended', alex, words(take, ended));
  await stage.ask('take, of what is probably central', alex, words(take, central));
  await stage.ask('purchase, of two', alex, { en: 'purchase P-3 P-5', fr: 'achat P-3 P-5' });
  await stage.ask('take', alex, words(take, open));
  await stage.ask('take, of what somebody has', isaiah, words(take, open));
  await stage.ask('classify, nothing', alex, { en: 'classify', fr: 'classer' });
  await stage.ask('classify, as what', alex, { en: `classify ${open}`, fr: `classer ${open}` });
  await stage.ask('classify', alex, { en: `classify ${open} central`, fr: `classer ${open} central` });
  await stage.ask('take, of what is central for good', alex, words(take, open));
  await stage.ask('take, for a colleague', adele, words(take, open));
}
