/** Licence requests, as those who ask, those who decide and a channel read them. */
import { type LicenceRequest, type RequestMove, type RequestTurn, requestStates } from '../../../store/records.ts';
import type { Person } from '../../stand-ins/teams/teams.ts';
import { people as ids, skus } from '../../stand-ins/tenant/index.ts';
import type { Scene, Stage, Words } from '../stage.ts';

export const scenesOfRequests: readonly Scene[] = [
  { play: asking },
  { play: unread, world: () => ({ unread: true }) },
  { play: elsewhere, world: () => ({ environment: { REQUESTS: 'off' } }) },
  { play: atAnotherPage, world: () => ({ environment: { REQUESTS: 'https://intranet.contoso.example/licences' } }) },
  { play: refusals },
  { play: standing },
  { play: decided },
  { play: inTime },
  { play: told },
  { play: (stage) => inChannel(stage, 'en') },
  { play: (stage) => inChannel(stage, 'fr'), world: () => ({ environment: { LANGUAGE: 'fr' } }) },
  { play: granting },
  { play: nothingToGrant, world: () => ({ unread: true }) },
  { play: nobodyElse, world: () => ({ environment: { APPROVERS_GROUP: '' } }) },
];

const ask = (rest: string, french = rest): Words => ({ en: `request ${rest}`, fr: `demander ${french}` });
const why = 'The plans of our racks are drawn in it';
const wrote = { wrote: [why, 'INC0012345', 'zeppelin', 'nobody at all'] };
const because = `because ${why}`;
const adele = { id: ids.adele, name: 'Adele Vance' };
const alex = { id: ids.alex, name: 'Alex Wilber' };
const megan = { id: ids.megan, name: 'Megan Bowen' };
const visio = { sku: skus.visio2.id, name: 'Visio Plan 2' };

/** Microsoft has not been read yet. */
async function unread(stage: Stage): Promise<void> {
  await stage.ask('request, no product is known yet', stage.world.people.adele, ask(''));
}

/** Another system owns licence requests. */
async function elsewhere(stage: Stage): Promise<void> {
  await stage.ask('refused, request, not here', stage.world.people.adele, ask('visio'));
}

async function atAnotherPage(stage: Stage): Promise<void> {
  await stage.ask('refused, request, at another page', stage.world.people.adele, ask('visio'));
}

/** None of these has the licence. */
function without(stage: Stage): void {
  for (const user of stage.world.tenant.company.users.values())
    user.licences = user.licences.filter(({ skuId, group }) => skuId !== skus.visio2.id || group !== null);
}

async function put({ world }: Stage, request: Partial<LicenceRequest> = {}): Promise<void> {
  const now = world.clock.now();
  const at = now.toISOString();
  await world.purser.store.transact((tx) =>
    tx.put('requests', {
      ...{ id: 'LR-1', state: 'pending', product: visio, person: adele, requester: adele, at, why },
      ...{ ticket: null, term: null, deciders: [megan], admins: [], round: 1, news: 0 },
      dueAt: new Date(now.getTime() + 86_400_000).toISOString(),
      ...{ decision: null, given: null, endsOn: null, job: null, history: [] },
      ...request,
    }),
  );
}

const turn = (
  { world }: Stage,
  move: RequestMove,
  to: LicenceRequest['state'],
  { by = null, words = null }: Partial<Pick<RequestTurn, 'by' | 'words'>> = {},
): RequestTurn => ({ at: world.clock.now().toISOString(), by, move, to, words });

async function asking(stage: Stage): Promise<void> {
  const { adele: asker, alex: admin } = stage.world.people;
  without(stage);
  await stage.ask('request, nothing asked for yet', asker, ask(''));
  await stage.ask('request, no reason', asker, ask('"visio plan 2"'));
  await stage.ask(
    'request, no reason, for a colleague for a time',
    asker,
    {
      en: 'request "visio plan 2" for Alex Wilber for 3 months ref INC0012345',
      fr: 'demander "visio plan 2" pour Alex Wilber pour 3 mois réf INC0012345',
    },
    wrote,
  );
  await stage.ask('request, several products', asker, ask(`"power bi" ${because}`), wrote);
  await stage.ask('request, no such product', asker, ask(`zeppelin ${because}`), wrote);
  await stage.ask('request, no such person', asker, ask(`"visio plan 2" for nobody at all ${because}`), wrote);
  await stage.ask('request, several people', asker, ask(`"visio plan 2" for wilber ${because}`), {
    ...wrote,
    before: () => twins(stage),
  });
  await stage.ask('request, made', asker, ask(`"visio plan 2" ${because}`), { ...wrote, before: () => forget(stage) });
  await stage.ask('request, made again', asker, ask(`"visio plan 2" ${because}`), wrote);
  await stage.ask('request, one of mine', asker, ask(''), wrote);
  await stage.ask(
    'request, made for a colleague',
    admin,
    ask(`"visio plan 2" for adele.vance@contoso.onmicrosoft.com ${because}`),
    {
      ...wrote,
      before: () => forget(stage),
    },
  );
  await put(stage, { id: 'LR-7', requester: alex, person: adele, state: 'rejected' });
  await stage.ask('request, two of mine', asker, ask(''), wrote);
}

async function forget({ world }: Stage): Promise<void> {
  await world.purser.store.transact((tx) => {
    for (const { id } of [...tx.all('requests')]) tx.delete('requests', id);
  });
}

/** A second Wilber whom Purser knows. */
async function twins({ world }: Stage): Promise<void> {
  const { store } = world.purser;
  const known = store.get('people', ids.alex);
  const twin = {
    id: '7e9a0000-0000-4000-8000-00000000ee01',
    name: 'Ann Wilber',
    userName: 'ann.wilber@contoso.example',
  };
  if (known) await store.transact((tx) => tx.put('people', { ...known, ...twin, mail: null }));
}

async function refusals(stage: Stage): Promise<void> {
  const { adele: asker, alex: admin, megan: decider, lidia, patti } = stage.world.people;
  const user = stage.world.tenant.company.users.get(ids.adele);
  without(stage);
  user?.licences.push({ skuId: skus.visio2.id, group: null, since: '2026-01-01T00:00:00Z', from: null });
  await stage.ask('refused, request, they have it', asker, ask(`"visio plan 2" ${because}`));
  await stage.ask('refused, request, a colleague has it', lidia, ask(`"visio plan 2" for "Adele Vance" ${because}`));
  without(stage);
  await stage.ask('refused, request, unknown', asker, ask('LR-99'));
  await put(stage);
  await stage.ask(
    'refused, request, a colleague’s, by somebody else',
    lidia,
    ask(`"visio plan 2" for "Adele Vance" ${because}`),
  );
  await stage.ask('refused, a licence request handed over', decider, {
    en: 'reassign LR-1 Miriam',
    fr: 'transmettre LR-1 Miriam',
  });
  await stage.ask('refused, a takeover for a time', decider, {
    en: 'approve TK-9 for 3 months',
    fr: 'approuver TK-9 pour 3 mois',
  });
  await stage.ask('refused, a request by a viewer', patti, approve);
  await put(stage, { person: megan });
  await stage.ask('refused, their own request', decider, approve);
  await put(stage);
  await stage.ask('refused, withdrawn by an approver', decider, { en: 'withdraw LR-1', fr: 'annuler la demande LR-1' });
  await stage.ask('refused, rejected without words', decider, { en: 'reject LR-1', fr: 'refuser LR-1' });
  for (const [move, by] of [
    ['approve', megan],
    ['reject', megan],
    ['withdraw', adele],
  ] as const) {
    const state = { approve: 'given', reject: 'rejected', withdraw: 'withdrawn' } as const;
    await put(stage, { state: state[move], dueAt: null, history: [turn(stage, move, state[move], { by })] });
    await stage.ask(`refused, too late to approve after ${move}`, decider, approve);
  }
  await put(stage, { state: 'withdrawn', dueAt: null, history: [turn(stage, 'withdraw', 'withdrawn')] });
  await stage.ask('refused, too late to approve after it ended by itself', decider, approve);
  await put(stage, { state: 'assigning', dueAt: null });
  await stage.ask('refused, withdrawn while it is assigned', asker, {
    en: 'withdraw LR-1',
    fr: 'annuler la demande LR-1',
  });
  await stage.world.purser.store.transact((tx) => {
    for (const chat of [...tx.all('chats')]) tx.put('chats', { ...chat, quiet: ['approvals'] });
    for (const member of [...tx.all('members')])
      tx.put('members', { ...member, away: { why: 'blocked', since: chatAway } });
    for (const person of ['megan', 'miriam'] as const)
      tx.put('members', {
        id: ids[person],
        teamsId: null,
        language: null,
        locale: null,
        chat: null,
        away: { why: 'blocked', since: chatAway },
      });
    tx.delete('requests', 'LR-1');
  });
  await stage.ask('refused, request, nobody hears of it', admin, ask(`"visio plan 2" ${because}`));
}

const chatAway = '2026-11-01T00:00:00.000Z';
const approve = { en: 'approve LR-1', fr: 'approuver LR-1' };
const open = { en: 'approval LR-1', fr: 'approbation LR-1' };

/** The card of each state, for each reader. */
async function standing(stage: Stage): Promise<void> {
  const { adele: asker, megan: decider } = stage.world.people;
  const approved = turn(stage, 'approve', 'waiting', { by: megan });
  const histories: Partial<Record<LicenceRequest['state'], RequestTurn[]>> = {
    rejected: [turn(stage, 'reject', 'rejected', { by: megan, words: 'Please share the team’s licence until March' })],
    withdrawn: [turn(stage, 'withdraw', 'withdrawn', { by: adele })],
    failed: [
      approved,
      turn(stage, 'fail', 'failed', {
        words: 'License assignment cannot be done for user with invalid usage location.',
      }),
    ],
    kept: [approved, turn(stage, 'fail', 'kept', { words: 'unreachable' })],
  };
  const decision = { by: megan, as: 'approver', at: approved.at, words: null } as const;
  const copilot = { sku: skus.copilot.id, name: 'Microsoft Copilot for Microsoft 365' };
  for (const state of requestStates) {
    const isTimed = state === 'removing' || state === 'kept' || state === 'ended';
    await put(stage, {
      ...{ state, dueAt: state === 'pending' ? '2026-11-20T16:00:00.000Z' : null },
      ...(state !== 'pending' && state !== 'rejected' && { decision, history: histories[state] ?? [approved] }),
      ...(state === 'rejected' && { history: histories.rejected ?? [] }),
      ...(isTimed && { term: '3m', endsOn: '2026-11-10', given: { at: approved.at, ours: true } }),
      // While there is a free one nobody waits.
      ...(state === 'waiting' && { product: copilot }),
      ticket: 'INC0012345',
    });
    for (const [who, reader] of [
      ['who asked', asker],
      ['who decides', decider],
    ] as const)
      await stage.ask(`licence request, ${state}, for ${who}`, reader, open, wrote);
  }
  await put(stage, { id: 'LR-9', requester: alex });
  await inList(stage, asker, decider);
}

async function inList(stage: Stage, asker: Person, decider: Person): Promise<void> {
  await stage.ask('approvals, a licence request waits', decider, { en: 'approvals', fr: 'approbations' }, wrote);
  await stage.ask(
    'approvals, all licence requests',
    decider,
    { en: 'approvals all', fr: 'approbations toutes' },
    wrote,
  );
  await stage.ask('waiting, a licence request', decider, { en: 'waiting', fr: 'en attente' }, wrote);
  await stage.ask('licence request of a colleague for them', asker, { en: 'request LR-9', fr: 'demander LR-9' }, wrote);
}

/** What there is to know before the decision. */
async function decided(stage: Stage): Promise<void> {
  const { adele: asker, alex: admin, megan: decider } = stage.world.people;
  await put(stage, { id: 'LR-2', person: alex, requester: alex, state: 'rejected' });
  await put(stage, { requester: alex, term: '1m' });
  await stage.ask('licence request, another asked too', decider, open, wrote);
  await stage.ask('licence request, asked for a colleague', admin, open, wrote);
  await put(stage, { id: 'LR-3', person: megan, requester: megan, state: 'rejected' });
  await put(stage, { term: '1w', history: [turn(stage, 'remind', 'pending')] });
  await stage.ask('licence request, asked again', decider, open, wrote);
  const called = turn(stage, 'escalate', 'pending');
  await put(stage, { term: '2w', admins: [alex], history: [turn(stage, 'remind', 'pending'), called] });
  for (const [who, reader] of [
    ['who asked', asker],
    ['an admin', admin],
  ] as const)
    await stage.ask(`licence request, the admins are called, for ${who}`, reader, open, wrote);
  const out = [
    turn(stage, 'approve', 'waiting', { by: megan }),
    turn(stage, 'unapprove', 'pending', { words: 'approver-out' }),
  ];
  await put(stage, { term: '1d', history: out });
  await stage.ask('licence request, its approver is out', decider, open, wrote);
  await put(stage, { term: '10d' });
  const products = stage.world.tenant.company.subscriptions.filter(({ skuId }) => skuId === skus.visio2.id);
  for (const each of products) each.totalLicenses = 1;
  await stage.world.purser.sync.run();
  await stage.ask('licence request, no seat is free', decider, open, wrote);
  await put(stage, { product: { sku: 'ca7f3140-d88c-455b-9a1c-7f0679e31a76', name: 'Planner and Project Plan 3' } });
  await stage.ask('licence request, none is owned', decider, open, wrote);
  await put(stage, { product: { sku: skus.powerBiPro.id, name: 'Power BI Pro' } });
  await stage.ask('licence request, of what people bought too', decider, open, wrote);
  const approvedFor = { state: 'waiting', decision: { by: megan, as: 'approver', at: chatAway, words: null } } as const;
  await put(stage, {
    ...approvedFor,
    requester: alex,
    product: { sku: skus.copilot.id, name: 'Microsoft Copilot for Microsoft 365' },
  });
  await stage.ask('licence request, a colleague waits for a seat', admin, open, wrote);
  const left = [turn(stage, 'withdraw', 'withdrawn', { words: 'left-organisation' })];
  await put(stage, { state: 'withdrawn', history: left, requester: alex });
  for (const [who, reader] of [
    ['who asked', admin],
    ['who decides', decider],
  ] as const)
    await stage.ask(`licence request, its person has left, for ${who}`, reader, open, wrote);
}

/** For a time, near its end. */
async function inTime(stage: Stage): Promise<void> {
  const { adele: asker, alex: admin, megan: decider } = stage.world.people;
  const given = [turn(stage, 'approve', 'waiting', { by: megan }), turn(stage, 'give', 'given')];
  const decision = { by: megan, as: 'approver', at: chatAway, words: null } as const;
  const base = {
    state: 'given',
    term: '3m',
    endsOn: '2026-11-24',
    dueAt: '2026-11-24T23:00:00.000Z',
    decision,
  } as const;
  const ours = { given: { at: chatAway, ours: true }, history: given };
  await put(stage, { ...base, ...ours, term: '12m' });
  for (const [who, reader] of [
    ['who has it', asker],
    ['who decides', decider],
  ] as const)
    await stage.ask(`licence for a time, for ${who}`, reader, open, wrote);
  const warned = [...given, turn(stage, 'warn', 'given')];
  await put(stage, { ...base, ...ours, history: warned, requester: alex });
  for (const [who, reader] of [
    ['who has it', asker],
    ['who asked', admin],
    ['who decides', decider],
  ] as const)
    await stage.ask(`licence for a time, near its end, for ${who}`, reader, open, wrote);
  await put(stage, { ...base, ...ours, history: [...warned, turn(stage, 'ask-longer', 'given', { by: adele })] });
  for (const [who, reader] of [
    ['who has it', asker],
    ['who decides', decider],
  ] as const)
    await stage.ask(`licence for a time, more is asked for, for ${who}`, reader, open, wrote);
  await stage.submit(
    'refused, more time is asked for again',
    asker,
    { verb: 'request', data: { request: 'LR-1', move: 'ask-longer' } },
    undefined,
    wrote.wrote,
  );
  const notOurs = { given: { at: chatAway, ours: false }, history: given };
  await put(stage, { ...base, ...notOurs });
  await stage.ask('licence for a time, they had it already', asker, open, wrote);
  await put(stage, { ...base, ...notOurs, state: 'ended' });
  await stage.ask('licence for a time, over, not Purser’s', asker, open, wrote);
  await put(stage, { ...base, ...ours, requester: alex, endsOn: null, term: null });
  await stage.ask('licence of a colleague, assigned', admin, open, wrote);
}

/** What is posted by itself. */
async function told(stage: Stage): Promise<void> {
  const { world } = stage;
  const { adele: asker, megan: decider } = world.people;
  without(stage);
  for (const language of ['en', 'fr'] as const) {
    const locale = { locale: language === 'en' ? 'en-GB' : 'fr-FR' };
    await decider.say('help', locale);
    await asker.say(`request "visio plan 2" ${because}`, locale);
    await settled(stage);
    stage.take('licence request, posted to who decides', language, decider.chat.last, wrote.wrote);
    await decider.say(`approve LR-${language === 'en' ? 1 : 2}`, locale);
    stage.take('licence request, approved in words', language, decider.chat.last, wrote.wrote);
    await settled(stage);
    stage.take('licence request, told to who asked', language, asker.chat.last, wrote.wrote);
    without(stage);
  }
}

/** A channel reads who asks for what, and why. */
async function inChannel(stage: Stage, language: 'en' | 'fr'): Promise<void> {
  const { world } = stage;
  const { adele: asker, megan: decider } = world.people;
  without(stage);
  const team = world.teams.team({ name: 'IT', members: [world.people.alex, decider] });
  await team.install(world.people.alex);
  const [channel] = team.channels;
  if (!channel) throw new Error('A team has a channel');
  await world.people.alex.say('notify on approvals', { in: channel, mention: true });
  await asker.say(`request "visio plan 2" ${because}`);
  await settled(stage);
  stage.take('licence request, posted in a channel', language, channel.last, wrote.wrote);
}

async function settled({ world }: Stage): Promise<void> {
  const { clock, purser } = world;
  for (let times = 0; times < 3; times++) {
    await purser.watch.drain();
    await purser.jobs.drain();
    clock.advance(10_000);
    await purser.outbox.drain();
  }
}

async function nobodyElse(stage: Stage): Promise<void> {
  const { world } = stage;
  without(stage);
  for (const user of world.tenant.company.users.values()) if (user.id === ids.isaiah) user.accountEnabled = false;
  await stage.ask('refused, request, nobody else decides', world.people.alex, ask(`"visio plan 2" ${because}`));
}

/** Nobody decides: two admins have settled that. */
async function granting(stage: Stage): Promise<void> {
  const { world } = stage;
  const { alex: admin, adele: asker, megan: decider, isaiah } = world.people;
  const { store } = world.purser;
  without(stage);
  const why = 'All of us draw plans';
  const grant = (rest: string, french = rest): Words => ({
    en: `auto-grant ${rest}`,
    fr: `accorder d’office ${french}`,
  });
  const told = { wrote: [why, 'zeppelin', 'whenever'] };
  await stage.ask('grants, none', admin, grant(''));
  await stage.ask('grants, which product', admin, grant('"power bi"'), told);
  await stage.ask('grants, no such product', admin, grant('zeppelin'), told);
  await stage.ask('grants, a product', admin, grant('"visio plan 2"'));
  await stage.ask(
    'grants, all is said',
    admin,
    grant(
      `"visio plan 2" at most 1 a month until 2027-03-01 because ${why}`,
      `"visio plan 2" au plus 1 par mois jusqu’au 01/03/2027 parce que ${why}`,
    ),
    told,
  );
  await stage.ask(
    'grants, a day too far',
    admin,
    grant('"visio plan 2" until 2029-03-01', '"visio plan 2" jusqu’au 01/03/2029'),
  );
  await stage.ask(
    'grants, a day that is past',
    admin,
    grant('"visio plan 2" until 2026-01-01', '"visio plan 2" jusqu’au 01/01/2026'),
  );
  await stage.ask(
    'grants, no day',
    admin,
    grant('"visio plan 2" until whenever', '"visio plan 2" jusqu’à whenever'),
    told,
  );
  const form = { verb: 'auto-grant', data: { product: visio.sku, confirm: 'confirm' } };
  await stage.submit('grants, sent without its reason', admin, form);
  const asked = { ...form, data: { ...form.data, monthly: 1, until: '2027-03-01', reason: why } };
  await stage.submit('grants, a second admin is asked', admin, asked, undefined, told.wrote);
  await stage.ask('refused, grants, by an approver', decider, { en: 'approve OR-1', fr: 'approuver OR-1' });
  const several = { ...asked, data: { ...asked.data, product: skus.powerBiPro.id, monthly: 5 } };
  await stage.submit('grants, several a month are asked for', admin, several, undefined, told.wrote);
  await isaiah.say('approve OR-1');
  await stage.ask('grants, one', admin, grant(''), told);
  await stage.ask('grants, a product that has one', admin, grant('"visio plan 2"'), told);
  await stage.ask('licence request, granted', asker, ask(`"visio plan 2" ${because}`), {
    ...wrote,
    before: () => forget(stage),
  });
  await stage.ask('licence request, no more are granted this month', decider, open2, {
    ...wrote,
    before: () => put(stage, { id: 'LR-9', person: alex, requester: alex }),
  });
  const fell = [turn(stage, 'grant', 'waiting'), turn(stage, 'unapprove', 'pending', { words: 'no-seat' })];
  await put(stage, { id: 'LR-9', person: alex, requester: alex, history: fell });
  await stage.ask('licence request, its grant fell through', decider, open2, wrote);
  const ending = { verb: 'auto-grant', data: { product: visio.sku, switch: 'off' } };
  const [settled] = store.all('grants');
  await stage.submit('grants, ended', admin, ending);
  if (settled) await store.transact((tx) => tx.put('grants', { ...settled, until: '2026-11-01', monthly: 2 }));
  await stage.ask('grants, one that is over', admin, grant(''), told);
}

const open2 = { en: 'approval LR-9', fr: 'approbation LR-9' };

async function nothingToGrant(stage: Stage): Promise<void> {
  await stage.ask('refused, grants, nothing to grant', stage.world.people.alex, {
    en: 'auto-grant visio',
    fr: 'accorder d’office visio',
  });
}
