/** Who may buy what, and changing it: plans, their progress, and how they end. */
import { newProducts } from '../../../bot/rules/baseline/desired.ts';
import { audit } from '../../../store/audit.ts';
import type { Change, DesiredRule, Job } from '../../../store/records.ts';
import { people, skus } from '../../stand-ins/tenant/index.ts';
import { hour } from '../../world/clock.ts';
import type { Scene, Stage, Words } from '../stage.ts';

export const scenesOfRules: readonly Scene[] = [
  { play: unread, world: () => ({ unread: true }) },
  { play: looking },
  { play: planning },
  { play: applying },
  { play: ends },
];

const rules = { en: 'rules', fr: 'règles' };
const block = { en: 'block', fr: 'bloquer' };
const allow = { en: 'allow', fr: 'autoriser' };
const trials = { en: 'trials', fr: 'essais' };
const apply = { en: 'apply', fr: 'appliquer' };
const change = { en: 'change', fr: 'changement' };
type Name = { en: string; fr: string };
const say = (command: Name, rest: string | Name): Words => ({
  en: `${command.en} ${typeof rest === 'string' ? rest : rest.en}`,
  fr: `${command.fr} ${typeof rest === 'string' ? rest : rest.fr}`,
});
const allButVisio = { en: 'all except visio', fr: 'tout sauf visio' };

async function unread(stage: Stage): Promise<void> {
  const { alex } = stage.world.people;
  await stage.ask('rules, not read yet', alex, rules);
  await stage.ask('block, rules not read yet', alex, say(block, 'visio'));
}

async function looking(stage: Stage): Promise<void> {
  const { people, purser, tenant, clock } = stage.world;
  const { alex, patti } = people;
  await stage.ask('rules', alex, rules);
  await stage.ask('rules, last page', alex, say(rules, 'page:3'));
  await stage.ask('rules, past the end', alex, say(rules, 'page:9'));
  await stage.ask('rules, two fit', alex, say(rules, 'visio'));
  await stage.ask('rules, misspelt', alex, say(rules, 'vizio'), { wrote: ['vizio', 'Visio'] });
  await stage.ask('rules, unknown', alex, say(rules, 'teapot'), { wrote: ['teapot'] });
  await stage.ask('rule of a product', alex, say(rules, 'visio plan 2'));
  await stage.ask('rule of a product with trials', alex, say(rules, 'visio plan 1'));
  await stage.ask('rule nobody bought by', patti, say(rules, 'purview'));
  await stage.ask('rule of an offer type', alex, say(rules, 'saas'));
  await stage.ask('rule of the switch', alex, say(rules, { en: 'e-mail sign-up', fr: 'inscription par e-mail' }));
  await stage.ask('rule of the trials switch', alex, say(rules, { en: 'starting trials', fr: 'démarrage d’essais' }));
  const at = clock.now().toISOString();
  const wish = (id: string, value: DesiredRule['value']): DesiredRule => ({
    ...{ id, value, by: { id: 'x', name: 'Alex Wilber' }, at },
    ...{ until: null, otherwise: null, why: null },
  });
  await purser.store.transact((tx) => {
    tx.put('wishes', wish('product:CFQ7TTC0HD32', 'Disabled'));
    tx.put('wishes', wish('product:CFQ7TTC0HD33', 'Enabled'));
    tx.put('wishes', wish(newProducts, 'Disabled'));
  });
  await stage.ask('rules, with a baseline', alex, rules);
  await stage.ask('rules, two fit, one has drifted', alex, say(rules, 'visio'));
  await stage.ask('rule that has drifted', alex, say(rules, 'visio plan 2'));
  await stage.ask('rule as the baseline wants it', alex, say(rules, 'visio plan 1'));
  const { products } = tenant.company;
  for (const product of products.slice(0, 6))
    product.policyValue = product.policyValue === 'Enabled' ? 'Disabled' : 'Enabled';
  const goals = products.findIndex(({ productName }) => productName === 'Viva Goals');
  products.splice(goals, 1);
  clock.advance(hour);
  await purser.sync.run();
  await stage.ask('rule that was changed outside', alex, say(rules, 'copilot'));
  await purser.store.transact((tx) => {
    const actor = { id: 'x', name: '[Click](https://evil.example)' };
    const entry = {
      at: clock.now().toISOString(),
      actor,
      purchase: null,
      product: 'Microsoft 365 Copilot',
      purchaser: null,
    };
    for (const action of ['rule-set', 'rule-failed', 'wished', 'wished'] as const)
      audit(tx, { ...entry, action, before: 'Enabled', after: `Disabled, ${entry.at}`, why: '${2+2} because' });
  });
  await stage.ask('rule with a long history', alex, say(rules, 'copilot'), {
    wrote: ['[Click](https://evil.example)', '${2+2} because'],
  });
  await stage.ask('rule that is listed no more', alex, say(rules, 'viva goals'));
  tenant.faults.push({ match: '/licensing', kind: 'status', code: 503, times: 99 });
  clock.advance(hour);
  await purser.sync.run();
  await stage.ask('rules, Microsoft fails', alex, rules);
}

async function planning(stage: Stage): Promise<void> {
  const { alex, patti } = stage.world.people;
  await stage.ask('block, nothing', alex, block);
  await stage.ask('block, misspelt', alex, say(block, 'vizio'), { wrote: ['vizio', 'Visio'] });
  await stage.ask('block, unknown', alex, say(block, 'teapot, visio'), { wrote: ['teapot'] });
  await stage.ask('block, which', alex, say(block, 'saas, power, visio'));
  await stage.ask('block, nothing left', alex, say(block, { en: 'visio except visio', fr: 'visio sauf visio' }));
  await stage.ask('block, already', alex, say(block, 'copilot'));
  await stage.ask('trials, no such value', alex, say(trials, 'saas'));
  await stage.ask('changes, none', alex, change);
  await stage.ask('block, one', alex, say(block, 'visio plan 2'));
  await stage.ask('block, one nobody bought', alex, say(block, 'saas'));
  await stage.ask('block, all but some', alex, say(block, allButVisio));
  await stage.ask('allow, all', alex, say(allow, { en: 'all', fr: 'tout' }));
  await stage.ask('trials, all', alex, say(trials, { en: 'all', fr: 'tout' }));
  await stage.ask('a plan, for a viewer', patti, 'CH-1');
  await stage.ask('cancel, with plans', alex, { en: 'cancel', fr: 'annuler' });
  await stage.ask('apply, nothing', alex, apply);
  await stage.ask('apply, unknown', alex, say(apply, 'CH-99'));
  await stage.ask('retry, of a plan', alex, say({ en: 'retry', fr: 'réessayer' }, 'CH-1'));
  await stage.ask('apply, without a reason', alex, say(apply, 'CH-4'));
  stage.world.clock.advance(5 * hour);
  await stage.ask('apply, too old', alex, say(apply, 'CH-1'), { before: () => renew(stage, 'CH-1') });
  await stage.ask('apply, outdated', alex, say(apply, 'CH-2'), {
    before: () => renew(stage, 'CH-2', { before: 'OnlyTrialsWithoutPaymentMethod' }),
  });
  await stage.ask('a plan that was dropped', alex, 'CH-2');
  await asked(stage);
  await stage.ask('block, of what people asked for', alex, say(block, '"power bi pro"'));
  await manyMore(stage);
  await stage.ask('block, too many fit', alex, say(block, 'contoso'));
}

/** Somebody wanted a licence of it this month. */
async function asked({ world: { purser, clock } }: Stage): Promise<void> {
  const at = clock.now().toISOString();
  const somebody = { id: people.adele, name: 'Adele Vance' };
  await purser.store.transact((tx) =>
    tx.put('requests', {
      ...{ id: 'LR-1', state: 'rejected', at, why: 'For our reports', ticket: null, term: null, dueAt: null },
      ...{ product: { sku: skus.powerBiPro.id, name: 'Power BI Pro' }, person: somebody, requester: somebody },
      ...{ deciders: [], admins: [], round: 1, news: 0, decision: null, given: null, endsOn: null, job: null },
      history: [],
    }),
  );
}

/** More products of one name than anybody ticks. */
async function manyMore({ world: { tenant, purser } }: Stage): Promise<void> {
  const { products } = tenant.company;
  for (let n = 1; n <= 61; n++) {
    const of = { policyValue: 'Enabled', trials: false, refuses: null } as const;
    products.push({ productId: `CFQ7TTC0X${100 + n}`, productName: `Contoso ${n}`, ...of });
  }
  await purser.sync.run();
}

/** As it was planned; in the other language it is asked of again. */
async function renew(
  { world: { purser } }: Stage,
  id: string,
  item: Partial<Change['items'][number]> = {},
): Promise<void> {
  const found = purser.store.get('changes', id);
  if (!found) throw new Error(`There is no ${id}`);
  const items = found.items.map((each) => ({ ...each, ...item }));
  await purser.store.transact((tx) => {
    for (const other of purser.store.all('changes'))
      if (Number(other.id.slice(3)) > 5) tx.put('changes', { ...other, state: 'dropped' });
    tx.put('changes', { ...found, state: 'planned', items });
  });
}

async function applying(stage: Stage): Promise<void> {
  const { people, purser } = stage.world;
  const { alex } = people;
  await alex.say('block all except visio because of our budget');
  await alex.say('apply CH-1');
  await purser.jobs.drain();
  await stage.ask('a change, one refused', alex, 'CH-1', { wrote: ['our budget', ...refusals(stage)] });
  await stage.ask('rule of a product that was blocked', alex, say(rules, '"power bi pro"'), { wrote: ['our budget'] });
  await stage.ask('changes', alex, { en: 'changes', fr: 'changements' });
  await stage.ask('undo', alex, say({ en: 'undo', fr: 'défaire' }, 'CH-1'));
  await alex.say('apply CH-2 because they need it');
  await purser.jobs.drain();
  await stage.ask('a change that put back another', alex, 'CH-2', { wrote: ['they need it'] });
  await stage.ask('a change that was put back', alex, 'CH-1', { wrote: ['our budget', ...refusals(stage)] });
  await stage.ask('undo, back already', alex, say({ en: 'undo', fr: 'défaire' }, 'CH-1'));
  // One in each language: what was applied is carried out at once.
  for (const product of ['power bi visuals', 'power automate rpa']) await alex.say(`block "${product}"`);
  await stage.ask('apply', alex, say(apply, { en: 'CH-3', fr: 'CH-4' }));
}

function refusals({ world: { tenant } }: Stage): string[] {
  return tenant.company.products.flatMap(({ refuses }) => (refuses === null ? [] : [refuses]));
}

type Step = Job['steps'][number];

/** A change in every state a rule of it can be in, as the store has it then. */
async function ends(stage: Stage): Promise<void> {
  const { people, purser, clock } = stage.world;
  const { alex, patti } = people;
  const at = clock.now().toISOString();
  const ids = [...purser.store.all('rules')]
    .filter(({ surface }) => surface === 'product')
    .map(({ id, name }) => ({ id, name }));
  const put = (id: string, states: [Step['state'], string | null, number][], of: Partial<Change> = {}) =>
    purser.store.transact((tx) => {
      const some = states.map(([state, why, tries], index) => ({
        ...(ids[index] ?? { id: '', name: '' }),
        state,
        why,
        tries,
      }));
      const steps = some.map(({ id: key, state, why, tries }): Step => ({ key, state, why, tries, at }));
      const job = `J-${id.slice(3)}`;
      const items = some.map(({ id: rule, name, state }) => ({
        ...({ rule, name, before: 'Enabled', wanted: 'Disabled' } as const),
        ...(state === 'done' ? ({ found: 'Enabled', after: 'Disabled' } as const) : { found: null, after: null }),
      }));
      const dueAt = new Date(clock.now().getTime() + hour).toISOString();
      tx.put('jobs', { id: job, work: { kind: 'change', change: id }, createdAt: at, dueAt, steps });
      tx.put('changes', {
        ...{ id, by: { id: alex.id, name: 'Alex Wilber' }, at, why: null, undoes: null, state: 'ended', job, items },
        ...of,
      });
    });
  await put(
    'CH-50',
    [
      ['done', null, 0],
      ['failed', 'The answer is no.', 1],
      ['failed', 'did-not-stick', 6],
      ['failed', 'throttled', 6],
      ['failed', 'would-widen', 1],
      ['failed', 'unproven', 1],
      ['todo', 'unreachable', 1],
      ['todo', 'fault', 1],
      ['todo', null, 0],
    ],
    { state: 'running', by: null, why: 'baseline' },
  );
  await put(
    'CH-51',
    Array.from({ length: 12 }, () => ['failed', 'no-permission', 1]),
  );
  await put('CH-52', [
    ['done', null, 0],
    ['done', null, 0],
  ]);
  await put('CH-53', [
    ['failed', 'did-not-stick', 6],
    ['failed', 'throttled', 6],
    ['failed', 'requester-out', 1],
    ['failed', 'approver-out', 1],
  ]);
  await put(
    'CH-54',
    Array.from({ length: 4 }, () => ['todo', 'throttled', 1]),
    { state: 'running' },
  );
  await stage.ask('a change under way, all that can be', alex, 'CH-50', { wrote: ['The answer is no.'] });
  await stage.ask('a change that was refused whole', alex, 'CH-51');
  await stage.ask('a change that is done', alex, 'CH-52');
  await stage.ask('a change that is done, for a viewer', patti, 'CH-52');
  await stage.ask('a change that was given up', alex, 'CH-53');
  await stage.ask('a change that waits for Microsoft', alex, 'CH-54');
  await stage.ask('undo, of what runs', alex, say({ en: 'undo', fr: 'défaire' }, 'CH-50'));
  await stage.ask('undo, of what changed nothing', alex, say({ en: 'undo', fr: 'défaire' }, 'CH-51'));
  await stage.ask('retry, of what runs', alex, say({ en: 'retry', fr: 'réessayer' }, 'CH-54'));
  await alex.say('block m365 f3');
  await stage.ask('apply, of what is being set', alex, say(apply, 'CH-1'));
  await purser.store.transact((tx) => {
    for (const rule of tx.all('rules')) tx.put('rules', { ...rule, value: 'Enabled' });
  });
  await purser.store.transact((tx) => tx.delete('changes', 'CH-1'));
  await stage.ask('apply, of what is no longer kept', alex, say(apply, 'CH-1'));
  await stage.ask('allow, all already', alex, say(allow, { en: 'all', fr: 'tout' }));
}
