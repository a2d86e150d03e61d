/** Licences of what the organisation owns are given and taken. */
import type { Person, Step } from '../../../store/records.ts';
import { type Fault, people as ids, skus, type User } from '../../stand-ins/tenant/index.ts';
import type { Scene, Stage, Words } from '../stage.ts';
import { begun, bought, takeoverIn } from '../takeovers.ts';
import { unanswered } from '../unanswered.ts';

export const scenesOfLicenceOrders: readonly Scene[] = [
  { play: giving },
  { play: progress },
  { play: afterACancel, world: () => bought({ holders: 60, free: 100 }) },
  { play: nobodyLeft, world: () => bought({ holders: 2 }) },
];

const give = (rest: string, french = rest): Words => ({ en: `assign ${rest}`, fr: `attribuer ${french}` });

const take = (rest: string): Words => ({ en: `remove ${rest}`, fr: `retirer ${rest}` });

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
  await stage.ask('refused, assign, departmental', alex, give('VISIO_PLAN2_DEPT megan'));
  await stage.ask('refused, remove, departmental, of the organisation’s', alex, take('FLOW_PER_USER_DEPT megan'), {
    before: () => centralNow(stage, skus.flowDept.id),
  });
  await stage.ask('remove, whose', alex, take(visio));
  const since = '2026-01-01T00:00:00Z';
  user(ids.megan).licences.push({ skuId: skus.visio2.id, group: null, since, from: null });
  await stage.ask('remove', alex, take(`${visio} megan`));
  await stage.ask('refused, assign, they have it', alex, give(`${visio} megan`));
  await stage.ask('refused, remove, they have none', alex, take(`${visio} smith`));
  await stage.ask('refused, remove, through a group', alex, take(`${visio} joni`));
  await stage.ask('refused, assign, of the whole organisation', alex, give('sharepointstorage smith'));
  for (const each of subscriptions.filter(isVisio)) each.totalLicenses = 1;
  await stage.ask('assign, no seat is free', alex, give(`${visio} smith`));
  await lapsed(stage);
  await unanswered(stage, 'assign, Microsoft is slow', give(`${visio} smith`), '/graph/v1.0/subscribedSkus');
  // Who asks is known: that is looked up within a batch.
  const find: Fault['match'] = ({ path, inBatch }) => !inBatch && path === '/graph/v1.0/users';
  await unanswered(stage, 'refused, assign, Microsoft doesn’t tell who', give(`${visio} nobody`), find);
  const nobody = { product: skus.visio2.id, people: '7e9a0000-0000-4000-8000-00000000ee99' };
  await stage.submit('refused, assign, who was pressed is gone', alex, { verb: 'assign', data: nobody });
}

/** An admin said that nobody bought these for themselves. */
async function centralNow({ world }: Stage, sku: string): Promise<void> {
  await world.purser.store.transact((tx) => {
    for (const purchase of [...tx.all('purchases')])
      if (purchase.sku === sku) tx.put('purchases', { ...purchase, kind: 'central' });
  });
}

/** Of some subscriptions seats have expired or are suspended, of one or of more. */
async function lapsed(stage: Stage): Promise<void> {
  for (const [warning, suspended] of [
    [1, 1],
    [12, 30],
  ]) {
    const row = { skuId: skus.visio2.id, skuPartNumber: skus.visio2.part, consumedUnits: 3 };
    const body = () => ({ value: [{ ...row, prepaidUnits: { enabled: 0, warning, suspended } }] });
    stage.world.tenant.faults.push({ match: 'GET /graph/v1.0/subscribedSkus', kind: 'answer', body });
    await stage.ask(`assign, ${warning} expired`, stage.world.people.alex, give(`${visio} smith`));
  }
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
    [
      'in part',
      [
        { state: 'done' },
        { state: 'failed', why: 'no-permission' },
        { state: 'failed', why: 'fault' },
        { state: 'failed', why: 'departmental' },
      ],
    ],
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
  const { store } = stage.world.purser;
  for (const count of [1, 2]) {
    const left = store.get('takeovers', 'TK-1')?.holders.ids.slice(-count) ?? [];
    await store.transact((tx) => {
      for (const id of left)
        tx.put('people', { ...(tx.get('people', id) as Person), leftAt: '2026-11-16T09:00:00.000Z' });
    });
    await stage.ask(`assign, after a cancellation, ${count} left the organisation`, alex, give('TK-1'));
  }
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
