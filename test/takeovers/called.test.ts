/** Who can decide is called in their own chat, unless they are away; the others are told in time, and nobody too often. */
import assert from 'node:assert/strict';
import type { Takeover } from '../../store/records.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { skus } from '../stand-ins/tenant/catalogue.ts';
import { type Company, company, groups, people, type Subscription } from '../stand-ins/tenant/index.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { day, minute } from '../world/clock.ts';
import { buyVisio, purchaseOf } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('those who can decide', () => {
  let world: World;
  let its: Company;
  let subscription: Subscription;
  afterEach(() => world.close());
  const { says, sees, settles, passes } = actsIn(() => world);
  const store = () => world.purser.store;

  async function opened(environment: Record<string, string> = {}): Promise<string> {
    its = company({ now: new Date('2026-11-17T09:15:00Z') });
    subscription = buyVisio(its, { holders: 3 });
    world = await openWorld({ company: its, environment });
    const { id } = purchaseOf(world, subscription);
    await says(world.people.isaiah, `classify ${id} self-service`);
    return id;
  }
  /** Alex asks for it, as an admin does. */
  async function asked(id: string): Promise<Takeover> {
    const { alex } = world.people;
    await says(alex, `takeover ${id}`);
    await alex.press('Move', { inputs: { product: skus.visio2.id } });
    await alex.press(confirming, { inputs: { reason: 'We own Visio' } });
    await settles();
    return store().get('takeovers', 'TK-1') ?? assert.fail(sees(alex));
  }
  const cards = (person: Person): string[] => person.inbox().map((post) => person.card(post));
  const calls = (person: Person): string[] => cards(person).filter((card) => /TK-1/.test(card));
  const approvers = (...members: string[]): void => {
    const group = its.groups.find(({ id }) => id === groups.approvers);
    if (group) group.members = members;
    world.clock.advance(6 * minute);
  };

  it('each get the request in their own chat, though no channel asked for approvals', async () => {
    const id = await opened();
    const { alex, megan, miriam, adele, isaiah } = world.people;
    await asked(id);
    for (const person of [megan, miriam]) {
      assert.equal(calls(person).length, 1, person.name);
      assert.match(calls(person)[0] ?? '', /Move 3 holders[\s\S]*\[Approve\]/);
    }
    for (const person of [adele, isaiah]) assert.deepEqual(calls(person), [], `${person.name} decides nothing`);
    assert.match(sees(alex), /TK-1/);
    await megan.press('Approve');
    await settles();
    assert.equal(store().get('takeovers', 'TK-1')?.state, 'approved');
    assert.doesNotMatch(calls(miriam).at(-1) ?? '', /\[Approve\]/, 'the other reads that it is decided');
  });

  it('who are disabled, guests or no approvers any more when it goes out are told nothing', async () => {
    const id = await opened();
    const { megan, miriam } = world.people;
    const user = its.users.get(people.megan);
    await says(world.people.alex, `takeover ${id}`);
    await world.people.alex.press('Move', { inputs: { product: skus.visio2.id } });
    await world.people.alex.press(confirming, { inputs: { reason: 'We own Visio' } });
    if (user) user.accountEnabled = false;
    approvers(people.lee);
    await settles();
    assert.deepEqual(calls(megan), []);
    assert.deepEqual(calls(miriam), []);
  });

  it('are reminded that it needs them, each time by a post of its own', async () => {
    const id = await opened();
    const { megan } = world.people;
    await asked(id);
    await passes(1.1 * day);
    const [first = '', second = ''] = calls(megan);
    assert.match(first, /There’s a newer message below/);
    assert.match(second, /It still needs you: the time to decide ends in \d days/);
    assert.match(second, /\[Approve\]/);
  });

  it('of whom two are needed: the second is told when the first has approved, who is not called again', async () => {
    const id = await opened({ APPROVALS_NEEDED: '2' });
    const { megan, miriam } = world.people;
    await asked(id);
    const before = calls(miriam).length;
    await megan.press('Approve');
    await settles();
    assert.equal(calls(miriam).length, before + 1);
    assert.match(calls(miriam).at(-1) ?? '', /Approved by \| 1 of 2: Megan Bowen[\s\S]*\[Approve\]/);
    assert.equal(calls(megan).length, 1);
    assert.doesNotMatch(calls(megan)[0] ?? '', /newer message/);
    await miriam.press('Approve');
    await settles();
    assert.equal(store().get('takeovers', 'TK-1')?.state, 'approved');
  });

  it('are all away, and no channel is told: a request is refused with what helps, and a channel makes it possible', async () => {
    const id = await opened();
    const { alex, megan, miriam } = world.people;
    for (const approver of [megan, miriam]) await says(approver, 'away until 31/12/2026');
    assert.match(await says(alex, `takeover ${id}`), /Nobody would hear about the request/);
    const team = world.teams.team({ name: 'Procurement', members: [alex, megan] });
    await team.install(alex);
    await alex.say('notify on approvals', { in: team.general, mention: true });
    assert.match(await says(alex, `takeover ${id}`), /3 people have it/);
  });

  it('get one list instead of a sixth message, and it follows what becomes of them', async () => {
    const id = await opened();
    const { megan } = world.people;
    const takeover = await asked(id);
    const others = ['TK-2', 'TK-3', 'TK-4', 'TK-5', 'TK-6'];
    await store().transact((tx) => {
      for (const other of others) tx.put('takeovers', { ...takeover, id: other });
    });
    await passes(1.1 * day);
    const last = cards(megan).at(-1) ?? '';
    assert.match(last, /^6 requests need you\n/);
    assert.match(last, /from Alex Wilber · decide by 20 Nov 2026, 17:00 CET · TK-3/);
    await says(megan, 'reject TK-2 because no');
    await passes(minute);
    assert.match(cards(megan).find((card) => /requests? needs? you/.test(card)) ?? '', /^5 requests need you/);
  });
});

describe('an approver who is away', () => {
  let world: World;
  let id: string;
  beforeEach(async () => {
    const its = company({ now: new Date('2026-11-17T09:15:00Z') });
    const subscription = buyVisio(its, { holders: 3 });
    world = await openWorld({ company: its });
    ({ id } = purchaseOf(world, subscription));
    await says(world.people.isaiah, `classify ${id} self-service`);
  });
  afterEach(() => world.close());
  const { says, sees, settles, passes } = actsIn(() => world);
  const calls = (person: Person): string[] =>
    person
      .inbox()
      .map((post) => person.card(post))
      .filter((card) => /TK-1/.test(card));
  async function asked(): Promise<void> {
    const { alex } = world.people;
    await says(alex, `takeover ${id}`);
    await alex.press('Move', { inputs: { product: skus.visio2.id } });
    await alex.press(confirming, { inputs: { reason: 'We own Visio' } });
    await settles();
  }

  for (const [said, locale, answer] of [
    ['absent jusqu’à vendredi', 'fr-FR', /^Absence notée jusqu’au 20 nov\. 2026 inclus/],
    ['out of office until friday', 'en-GB', /^You’re away until 20 Nov 2026, that day included/],
    ['I’m on vacation until 5 December', 'en-GB', /^You’re away until 5 Dec 2026/],
    ['je suis en congé pendant deux semaines', 'fr-FR', /^Absence notée jusqu’au 1er déc\. 2026/],
    ['away until 31/12/2026', 'en-GB', /^You’re away until 31 Dec 2026/],
  ] as const)
    it(`says “${said}”, and reads from when they are called again`, async () => {
      assert.match(await says(world.people.megan, said, locale), answer);
    });

  it('is not called, still decides, and is called again by itself after that day', async () => {
    const { megan, miriam } = world.people;
    assert.match(
      await says(megan, 'away until tomorrow'),
      /until 18 Nov 2026[\s\S]*From 19 Nov 2026 on I call you again/,
    );
    await asked();
    assert.deepEqual(calls(megan), []);
    assert.equal(calls(miriam).length, 1);
    assert.match(await says(megan, 'approvals'), /You’re away until 18 Nov 2026/);
    assert.match(await says(megan, 'approval TK-1'), /\[Approve\]/);
    await passes(2.1 * day);
    assert.ok(calls(megan).some((card) => /It still needs you/.test(card)));
  });

  it('without a day is asked for one, and a day that is over is none', async () => {
    const { megan } = world.people;
    assert.match(await says(megan, 'out of office'), /^Until when are you away\?[\s\S]*The last day you’re away/);
    await megan.press('Set my absence', { inputs: { until: '2026-11-20' } });
    assert.match(sees(megan), /^You’re away until 20 Nov 2026/);
    assert.match(await says(megan, 'away until 1/1/2026'), /1 Jan 2026 is over/);
    assert.match(await says(megan, 'away until the cows come home'), /I don’t understand/);
    assert.match(await says(megan, 'away'), /^You’re away until 20 Nov 2026/);
  });

  it('comes back earlier, and hears what waits', async () => {
    const { megan } = world.people;
    await says(megan, 'away until friday');
    await asked();
    assert.match(await says(megan, 'I’m back'), /^Welcome back[\s\S]*1 request waits for your decision/);
    assert.match(await says(megan, 'away off'), /^You aren’t away/);
    const entries = [...world.purser.store.all('audit')].filter(({ action }) => action === 'away');
    assert.deepEqual(
      entries.map(({ before, after }) => [before, after]),
      [
        [null, '2026-11-20'],
        ['2026-11-20', null],
      ],
    );
  });

  it('who decides nothing can’t be', async () => {
    assert.match(await says(world.people.adele, 'away until friday'), /approvers/i);
    assert.equal(world.purser.store.get('members', people.adele)?.leave, undefined);
  });
});
