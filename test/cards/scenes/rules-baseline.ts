/** The baseline, and the alerts of what drifts from it. */

import { announced } from '../../stand-ins/tenant/index.ts';
import type { ProductPolicy } from '../../stand-ins/tenant/state.ts';
import { confirming } from '../../world/acts.ts';
import { day, hour, minute } from '../../world/clock.ts';
import type { Scene, Stage } from '../stage.ts';

export const scenesOfBaseline: readonly Scene[] = [
  { play: wishing },
  { play: drifting },
  { play: alone },
  { play: meaning },
  { play: announcing },
];

const baseline = (en = '', fr = en) => ({ en: `baseline ${en}`.trim(), fr: `socle ${fr}`.trim() });

/** A quarter of an hour, at the end of which Purser has read the rules and told of them. */
async function passes({ world }: Stage): Promise<void> {
  // Whoever is asked for cards in both languages was last heard in French.
  await world.people.alex.say('whoami', { locale: 'en-GB' });
  world.clock.advance(15 * minute);
  await world.purser.sync.run();
  await settles({ world });
}

/** Microsoft says that it did it, and did not: until time passes, the change stays under way. */
function lies({ world }: Stage): void {
  world.tenant.faults.push({ match: 'PUT /licensing', kind: 'lie', times: 5 });
}

async function passesUntilDone({ world }: Stage): Promise<void> {
  for (let n = 0; n < 6; n++) {
    world.clock.advance(10 * minute);
    await world.purser.jobs.drain();
  }
  await settles({ world });
}

async function settles({ world }: Pick<Stage, 'world'>): Promise<void> {
  await world.purser.jobs.drain();
  world.clock.advance(10_000);
  await world.purser.outbox.drain();
}

function outside({ world }: Stage, names: readonly string[], value: ProductPolicy['policyValue']): void {
  for (const product of world.tenant.company.products)
    if (names.includes(product.productName)) product.policyValue = value;
}

function added({ world }: Stage, name: string): void {
  const productId = `CFQ7TTC0${name.replace(/\W/g, '').slice(0, 4).toUpperCase()}`;
  world.tenant.company.products.push({
    productId,
    productName: name,
    policyValue: 'Enabled',
    trials: false,
    refuses: null,
  });
}

async function wishing(stage: Stage): Promise<void> {
  const { alex, patti, adele, isaiah } = stage.world.people;
  await stage.ask('baseline, none', alex, baseline());
  await stage.ask('baseline, none, for a viewer', patti, baseline());
  await stage.ask('baseline, for a colleague', adele, baseline());
  await stage.ask('baseline, of what', alex, baseline('block', 'bloquer'));
  await stage.ask('baseline, of what nobody knows', alex, baseline('zzz block', 'zzz bloquer'), { wrote: ['zzz'] });
  await stage.ask('baseline, of one, nothing said', alex, baseline('clipchamp'), { wrote: ['Clipchamp Premium'] });
  await stage.ask('baseline, of new products, nothing said', alex, baseline('new products', 'nouveaux produits'));
  await stage.ask('baseline, of several', alex, baseline('visio block', 'visio bloquer'));
  await stage.ask('baseline, wished', alex, baseline('clipchamp block', 'clipchamp bloquer'));
  await stage.ask(
    'baseline, an exception, why',
    alex,
    baseline('clipchamp allow until 2026-12-31', 'clipchamp autoriser jusqu’au 31/12/2026'),
  );
  await stage.ask(
    'baseline, an exception that is over',
    alex,
    baseline('clipchamp allow until 2026-01-31 because x', 'clipchamp autoriser jusqu’au 31/01/2026 parce que x'),
  );
  await stage.ask(
    'baseline, no exception',
    alex,
    baseline('copilot block until 2026-12-31 because x', 'copilot bloquer jusqu’au 31/12/2026 parce que x'),
  );
  await stage.ask('baseline, a value that is not there', alex, baseline('saas trials', 'saas essais'));
  await stage.ask(
    'baseline, with an exception',
    alex,
    baseline(
      'clipchamp allow until 2026-12-31 because we film',
      'clipchamp autoriser jusqu’au 31/12/2026 parce que we film',
    ),
    { wrote: ['we film'] },
  );
  await stage.ask('baseline, of one with an exception', alex, baseline('clipchamp'), { wrote: ['we film'] });
  await stage.ask('baseline, record over wishes', alex, baseline('record', 'enregistrer'));
  await stage.ask('baseline, record', alex, baseline('record confirm', 'enregistrer confirmer'), {
    wrote: ['we film'],
  });
  await stage.ask('baseline, new products blocked', alex, baseline('new products block', 'nouveaux produits bloquer'));
  await stage.ask(
    'baseline, new products until',
    alex,
    baseline(
      'new products allow until 2026-12-31 because we try',
      'nouveaux produits autoriser jusqu’au 31/12/2026 parce que we try',
    ),
    { wrote: ['we try'] },
  );
  await stage.ask('baseline, forget', alex, baseline('forget visio, new products', 'oublier visio, nouveaux produits'));
  await stage.ask('baseline, nothing to fix', alex, baseline('fix', 'corriger'));
  await stage.ask('baseline, a change nobody knows', alex, baseline('change CH-99', 'changement CH-99'));
  await stage.ask(
    'allow, planned against the baseline',
    isaiah,
    { en: 'allow clipchamp because we film', fr: 'autoriser clipchamp parce que we film' },
    { wrote: ['we film'] },
  );
}

/** The newest thing Alex, who reads English here, and Isaiah, who reads French, were told. */
function told(stage: Stage, name: string): void {
  const { alex, isaiah } = stage.world.people;
  stage.take(name, 'en', alex.inbox().at(-1));
  stage.take(name, 'fr', isaiah.inbox().at(-1));
}

async function recorded({ world: { people } }: Stage): Promise<void> {
  people.isaiah.locale = 'fr-FR';
  await people.alex.say('baseline record', { locale: 'en-GB' });
  await people.alex.say('notify on alerts', { locale: 'en-GB' });
  await people.isaiah.say('notifications activer alertes', { locale: 'fr-FR' });
}

const many = ['Visio Plan 1', 'Visio Plan 2', 'Power BI Pro', 'Project Plan 3', 'Viva Goals', 'Planner Plan 1', 'SaaS'];

async function drifting(stage: Stage): Promise<void> {
  const { alex, isaiah, patti } = stage.world.people;
  await recorded(stage);
  outside(stage, ['Clipchamp Premium'], 'Enabled');
  await passes(stage);
  told(stage, 'drift, of one');
  await stage.ask('baseline, drifted', alex, baseline());
  await stage.ask('baseline, drifted, for a viewer', patti, baseline());
  await stage.ask('baseline, of one that drifted', alex, baseline('clipchamp'));
  await stage.ask('status, drifted', alex, { en: 'status', fr: 'état' });
  const { jobs, outbox } = stage.world.purser;
  const [english, french] = [alex, isaiah].map((each) =>
    each.inbox().findLast((post) => JSON.stringify(post.card).includes('"notice":"N-')),
  );
  const copies = (name: string): void => {
    stage.take(name, 'en', english);
    stage.take(name, 'fr', french);
  };
  await alex.say('whoami', { locale: 'en-GB' });
  lies(stage);
  if (french) await isaiah.press('Corriger', { on: french });
  await jobs.drain();
  await outbox.drain();
  copies('drift, being set back');
  await stage.ask('baseline, being set back', alex, baseline());
  await alex.say('whoami', { locale: 'en-GB' });
  await passesUntilDone(stage);
  copies('drift, settled');
  outside(stage, many, 'Disabled');
  outside(stage, ['Clipchamp Premium'], 'Enabled');
  added(stage, 'Loop Premium');
  await passes(stage);
  told(stage, 'drift, of many and a new product');
  added(stage, '[Click](https://evil.example)');
  await passes(stage);
  told(stage, 'drift, only a new product');
  await stage.ask('baseline, many drifted', alex, baseline());
  const again = async (): Promise<void> => {
    await settles(stage);
    outside(stage, ['Visio Plan 1'], 'Disabled');
    await passes(stage);
  };
  await stage.ask('baseline, fixing lets people buy more', alex, baseline('fix', 'corriger'));
  const given = { before: again, wrote: ['they are free'] };
  await stage.ask(
    'baseline, fixed',
    alex,
    baseline('fix because they are free', 'corriger parce que they are free'),
    given,
  );
  await settles(stage);
  const done = [...stage.world.purser.store.all('changes')].findLast(({ state }) => state === 'ended')?.id;
  await stage.ask('baseline, of a change', alex, baseline(`change ${done}`, `changement ${done}`));
  await stage.ask('baseline, accepted', alex, baseline('accept', 'accepter'), {
    before: async () => {
      outside(stage, ['Visio Plan 1'], product(stage, 'Visio Plan 1') === 'Enabled' ? 'Disabled' : 'Enabled');
      await passes(stage);
    },
  });
}

function refuses({ world }: Stage, name: string): void {
  for (const product of world.tenant.company.products)
    if (product.productName === name) product.refuses = `${name} cannot be changed for this tenant.`;
}

function product({ world }: Stage, name: string): ProductPolicy['policyValue'] | undefined {
  return world.tenant.company.products.find(({ productName }) => productName === name)?.policyValue;
}

async function alone(stage: Stage): Promise<void> {
  const { alex } = stage.world.people;
  await recorded(stage);
  await stage.ask('baseline, alone, which', alex, baseline('alone', 'seul'));
  await stage.ask('baseline, alone', alex, baseline('alone on', 'seul oui'));
  await alex.say('baseline alone off');
  await alex.say('baseline alone on');
  await stage.ask('audit, of the baseline', alex, {
    en: 'audit action:"baseline changed"',
    fr: 'journal action:"socle modifié"',
  });
  refuses(stage, 'Microsoft 365 Copilot');
  for (let n = 0; n < 4; n++) {
    outside(stage, ['Clipchamp Premium', 'Microsoft 365 Copilot'], 'Enabled');
    if (n === 0) outside(stage, ['Python in Excel'], 'Disabled');
    await passes(stage);
    if (n === 0) told(stage, 'drift, set back by itself');
    if (n === 3) told(stage, 'drift, left to people');
  }
  await stage.ask('baseline, alone, left to people', alex, baseline());
}

/** What an admin sets otherwise, what Microsoft adds and drops, an exception that ends. */
async function meaning(stage: Stage): Promise<void> {
  const { alex, isaiah } = stage.world.people;
  await recorded(stage);
  await stage.ask('status, as the baseline wants', alex, { en: 'status', fr: 'état' });
  await stage.ask('baseline, recorded again', alex, baseline('record', 'enregistrer'));
  await stage.ask('baseline, record of one', alex, baseline('record', 'enregistrer'), {
    before: () => alex.say('baseline forget clipchamp'),
  });
  await stage.ask('baseline, record over two', alex, baseline('record', 'enregistrer'), {
    before: () => alex.say('baseline clipchamp, copilot allow'),
  });
  await stage.ask('status, two drifted', alex, { en: 'status', fr: 'état' });
  await alex.say('baseline record confirm');
  await alex.say('allow clipchamp because we film');
  await alex.press(confirming);
  await settles(stage);
  await stage.ask('baseline, set otherwise', alex, baseline(), { wrote: ['we film'] });
  await stage.ask('status, one set otherwise', alex, { en: 'status', fr: 'état' });
  await alex.say('allow copilot because we film', { locale: 'en-GB' });
  await alex.press(confirming);
  await settles(stage);
  await stage.ask('status, two set otherwise', alex, { en: 'status', fr: 'état' });
  await alex.say('baseline fix clipchamp, copilot');
  await settles(stage);
  for (const name of ['Loop Premium', 'Mesh Plus']) added(stage, name);
  await passes(stage);
  told(stage, 'drift, two new products');
  stage.world.tenant.company.products.splice(-1);
  const [english, french] = [alex, isaiah].map((each) =>
    each.inbox().findLast((post) => each.card(post).includes('Mesh')),
  );
  await passes(stage);
  stage.take('drift, a new product that is gone', 'en', english);
  stage.take('drift, a new product that is gone', 'fr', french);
  await alex.say('baseline clipchamp allow until 2026-11-17 because we film');
  await alex.say('baseline fix');
  await settles(stage);
  stage.world.clock.advance(day);
  await passes(stage);
  told(stage, 'drift, of an exception that has ended');
  await stage.ask('baseline, an exception has ended', alex, baseline());
  await alex.say('baseline new products block');
  await alex.say('baseline alone on');
  await settles(stage);
  lies(stage);
  added(stage, 'Sway Pro');
  await passes(stage);
  told(stage, 'drift, a new product being set');
}

/** Microsoft announces something in its message centre, at the end of six hours in which Purser looks into it. */
async function announces({ world }: Stage, change: Parameters<typeof announced>[0]): Promise<void> {
  world.tenant.company.messages.unshift(announced(change, world.clock.now()));
  await world.people.alex.say('whoami', { locale: 'en-GB' });
  world.clock.advance(6 * hour);
  await world.purser.sync.run();
  await settles({ world });
}

/** Each subject once, and each thing the baseline can do about it. */
async function announcing(stage: Stage): Promise<void> {
  const { alex } = stage.world.people;
  await recorded(stage);
  await announces(stage, {
    ...{ id: 'MC1300001', title: 'Visio Plan 3: available for self-service purchase' },
    content: '<p>Users in your organization can buy Visio Plan 3 from March.</p><p>Admins can turn this off.</p>',
    actionRequiredByDateTime: '2027-02-01T00:00:00Z',
  });
  told(stage, 'bulletin, of a product, nothing said of new ones');
  await alex.say('baseline new products block', { locale: 'en-GB' });
  await announces(stage, {
    ...{ id: 'MC1300002', title: '(Updated) Microsoft 365 admin center: settings for self-service purchases' },
    content: `<p>The setting <i>Self-service purchases</i> moves.</p>${'<p>It is found in another place then.</p>'.repeat(20)}`,
  });
  told(stage, 'bulletin, of purchases, new products blocked');
  await alex.say('baseline alone on', { locale: 'en-GB' });
  await announces(stage, { id: 'MC1300003', title: '[Free trials](https://evil.example) of **Loop**', content: '' });
  told(stage, 'bulletin, of trials, set by itself');
  await alex.say('baseline new products allow', { locale: 'en-GB' });
  await announces(stage, { id: 'MC1300004', title: 'New: self-service trials of Loop', content: 'Soon.' });
  told(stage, 'bulletin, of trials, new products allowed');
}
