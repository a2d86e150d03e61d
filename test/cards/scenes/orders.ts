/** What waits for a second person, for everybody who looks at it, and what became of it. */
import { type Order, orderStates } from '../../../store/records.ts';
import { people as ids } from '../../stand-ins/tenant/index.ts';
import type { Scene, Stage } from '../stage.ts';

export const scenesOfOrders: readonly Scene[] = [
  { play: decided, world: () => ({ environment: { FOUR_EYES: 'wide' } }) },
  { play: unreachable, world: () => ({ environment: { FOUR_EYES: 'wide' } }) },
  { play: tooFew, world: () => ({ environment: { FOUR_EYES: 'wide', APPROVALS_NEEDED: '5' } }) },
  { play: nobody, world: () => ({ environment: { FOUR_EYES: 'wide', APPROVERS_GROUP: '' } }) },
];

const rule = { id: 'product:x', name: 'Power BI Pro', before: 'Enabled', after: 'Disabled' } as const;
const fresh = { id: 'new-products', name: 'new-products', before: null, after: 'Disabled' } as const;
const person = { id: 'p', name: 'Adele Vance', before: null, after: null };
const licences = { kind: 'licences', sku: 'x', product: 'Visio Plan 2', people: ['p'] } as const;

async function put({ world }: Stage, order: Partial<Order>): Promise<void> {
  const now = world.clock.now();
  const id = order.what ? 'OR-1' : 'CH-1';
  await world.purser.store.transact((tx) =>
    tx.put('orders', {
      ...{ id, state: 'pending', what: { kind: 'change' }, items: [rule], why: 'We buy centrally' },
      ...{ requester: { id: ids.alex, name: 'Alex Wilber' }, at: now.toISOString() },
      ...{ decideBy: new Date(now.getTime() + 86_400_000).toISOString(), remindAt: null, asked: 1, needed: 1 },
      ...{ others: [{ id: ids.megan, name: 'Megan Bowen' }], approvals: [], ended: null, job: null },
      ...order,
    }),
  );
}

/** Who could approve it hears nothing of approvals. */
async function unreachable(stage: Stage): Promise<void> {
  const { alex, isaiah, megan, miriam } = stage.world.people;
  for (const other of [isaiah, megan, miriam]) await other.say('notify off approvals');
  await stage.ask('order, nobody can be reached', alex, { en: 'baseline record', fr: 'référence enregistrer' });
}

const open = { en: 'approval CH-1', fr: 'approbation CH-1' };
const openOther = { en: 'approval OR-1', fr: 'approbation OR-1' };

async function decided(stage: Stage): Promise<void> {
  const { alex, isaiah, megan, patti } = stage.world.people;
  await stage.ask('order, unknown', isaiah, open);
  await put(stage, {});
  for (const [who, reader] of Object.entries({ requester: alex, approver: megan, viewer: patti }))
    await stage.ask(`order, for the ${who}`, reader, open);
  await stage.ask('approvals, an order waits', megan, { en: 'approvals', fr: 'approbations' });
  await stage.ask('order, approved without its number', megan, { en: 'approve', fr: 'approuver' });
  await stage.ask('order, approved by its requester', alex, { en: 'approve CH-1', fr: 'approuver CH-1' });
  await stage.ask('order, approved by a viewer', patti, { en: 'approve CH-1', fr: 'approuver CH-1' });
  await stage.ask('order, rejected without words', megan, { en: 'reject CH-1', fr: 'refuser CH-1' });
  const said = { by: { id: ids.megan, name: 'Megan Bowen' }, at: stage.world.clock.now().toISOString() };
  const approval = { ...said, as: 'approver' } as const;
  await severalNeeded(stage, approval);
  await amiss(stage);
  for (const state of orderStates.filter((each) => each !== 'pending')) {
    const isApproved = state === 'approved' || state === 'changed';
    await put(stage, {
      state,
      approvals: isApproved ? [approval] : [],
      ended: endedAs(state, said),
    });
    await stage.ask(`order, ${state}`, isaiah, open);
    await stage.ask(`approvals, an order ${state}`, isaiah, { en: 'approvals all', fr: 'approbations toutes' });
  }
  const approve = { en: 'approve CH-1', fr: 'approuver CH-1' };
  await stage.ask('order, no longer to be decided on', isaiah, approve);
  await put(stage, { state: 'approved', approvals: [approval] });
  await stage.ask('order, decided already', isaiah, approve);
  for (const act of ['want', 'forget'] as const)
    await put(stage, { id: act === 'want' ? 'OR-7' : 'OR-8', what: { kind: 'baseline', act }, items: [fresh] });
  await stage.ask('approvals, several orders', isaiah, { en: 'approvals all', fr: 'approbations toutes' });
  for (const [n, count] of [1, 2].entries()) {
    const many = <T>(item: T): T[] => Array.from({ length: count }, () => item);
    await put(stage, { items: many(rule) });
    await stage.ask(`order, a change of ${n + 1}`, isaiah, open);
    for (const what of ['assign', 'remove'] as const) {
      await put(stage, { what: { ...licences, what, people: many('p') }, items: many(person), why: null });
      await stage.ask(`order, ${what} for ${count}`, isaiah, openOther);
    }
    for (const act of ['want', 'forget'] as const) {
      await put(stage, { what: { kind: 'baseline', act }, items: many(fresh) });
      await stage.ask(`order, ${act} ${count} of the baseline`, isaiah, openOther);
    }
  }
  await put(stage, { what: { kind: 'baseline', act: 'alone' }, items: [] });
  await stage.ask('order, alone', isaiah, openOther);
  await stage.ask('baseline, an exception for new products', alex, {
    en: 'baseline block new products until 2027-01-31 because the design team needs it',
    fr: 'référence bloquer nouveaux produits jusqu’au 2027-01-31 parce que l’équipe design en a besoin',
  });
  await drifted(stage);
}

function endedAs(state: Order['state'], said: { by: Order['requester']; at: string }): Order['ended'] {
  if (state === 'rejected') return { ...said, words: 'too early' };
  return state === 'withdrawn' ? { ...said, by: { id: ids.alex, name: 'Alex Wilber' }, words: null } : null;
}

/** Who asked for it has left; or nobody asked for it, as far as the journal tells. */
async function amiss(stage: Stage): Promise<void> {
  const { megan } = stage.world.people;
  const approve = { en: 'approve CH-1', fr: 'approuver CH-1' };
  await put(stage, { requester: { id: ids.diego, name: 'Diego Siciliani' } });
  await stage.ask('order, of somebody who has left', megan, approve);
  await put(stage, {});
  await stage.ask('order, that nobody asked for', megan, approve);
}

/** APPROVALS_NEEDED asks for more than one. */
async function severalNeeded(stage: Stage, approval: Order['approvals'][number]): Promise<void> {
  const { isaiah, megan } = stage.world.people;
  const others = ['Megan Bowen', 'Isaiah Langer', 'Lynne Robbins', 'Lidia Holloway', 'Joni Sherman'];
  const put2 = (approvals: Order['approvals'], needed: number): Promise<void> =>
    put(stage, { approvals, needed, others: others.map((name) => ({ id: name, name })) });
  await put2([], 2);
  await stage.ask('order, two are needed', isaiah, open);
  await put2([approval], 2);
  await stage.ask('order, one of two has approved', isaiah, open);
  await stage.ask('order, for the one of two who has approved', megan, open);
  await stage.ask('order, approved twice by one', megan, { en: 'approve CH-1', fr: 'approuver CH-1' });
  await put2([approval], 3);
  await stage.ask('order, one of three has approved', isaiah, open);
  await stage.ask('order, approved twice by one of three', megan, { en: 'approve CH-1', fr: 'approuver CH-1' });
}

/** Nearly every product has drifted. */
async function drifted(stage: Stage): Promise<void> {
  const { purser, people } = stage.world;
  const at = stage.world.clock.now().toISOString();
  await purser.store.transact((tx) => {
    for (const { id, surface, value } of [...tx.all('rules')])
      if (surface !== 'switch' && value !== 'Disabled')
        tx.put('wishes', {
          id,
          value: 'Disabled',
          by: { id: 'x', name: 'X' },
          at,
          until: null,
          otherwise: null,
          why: null,
        });
  });
  await stage.ask('baseline, fixing nearly everything', people.alex, { en: 'baseline fix', fr: 'référence corriger' });
  await stage.ask('changes, one waits for a second person', people.alex, { en: 'changes', fr: 'changements' });
  await purser.store.transact((tx) => {
    for (const { id } of [...tx.all('wishes')]) tx.delete('wishes', id);
  });
}

/** APPROVALS_NEEDED asks for more than there are. */
async function tooFew(stage: Stage): Promise<void> {
  await stage.ask('baseline, and too few could be the second person', stage.world.people.alex, {
    en: 'baseline record',
    fr: 'référence enregistrer',
  });
}

/** One admin, and no approvers. */
async function nobody(stage: Stage): Promise<void> {
  const { tenant, people } = stage.world;
  for (const role of tenant.company.roles.values()) role.members = role.members.filter((id) => id === ids.alex);
  await stage.ask('baseline, and nobody could be the second person', people.alex, {
    en: 'baseline record',
    fr: 'référence enregistrer',
  });
}
