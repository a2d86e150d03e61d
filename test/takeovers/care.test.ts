/** What a takeover must not do by accident: say words to the wrong one, count a press for what was not shown, or end in a wall. */
import assert from 'node:assert/strict';
import type { Takeover } from '../../store/records.ts';
import { type Company, company, people, type Subscription } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { day, hour } from '../world/clock.ts';
import { buyVisio, holdersAt, purchaseOf, requested, target } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a takeover takes care', () => {
  let world: World;
  let its: Company;
  let subscription: Subscription;
  beforeEach(async () => {
    its = company({ now: new Date('2026-11-17T09:15:00Z') });
    subscription = buyVisio(its, { free: 30 });
    world = await openWorld({ company: its });
    await says(world.people.alex, 'notify on approvals');
    await requested(world, purchaseOf(world, subscription));
    await settles();
  });
  afterEach(() => world.close());

  const { says, sees, settles, passes } = actsIn(() => world);
  const taken = (): Takeover => world.purser.store.get('takeovers', 'TK-1') ?? assert.fail('no takeover');
  const moves = (): string =>
    taken()
      .history.map(({ move, to }) => `${move} → ${to}`)
      .join();
  const give = (person: string): void => {
    its.users.get(person)?.licences.push({
      ...{ skuId: subscription.skuId, group: null, since: '2026-11-18T08:00:00Z' },
      from: subscription.id,
    });
  };
  const announced = (person: string) =>
    [...world.purser.store.all('notices')].filter(
      ({ saying, to }) => saying.card === 'announced' && 'person' in to && to.person === person,
    );

  it('of an approval that was pressed on a card of before: what it is now is shown instead', async () => {
    const { megan } = world.people;
    const digest = taken().fingerprint.slice(0, 12);
    give(people.bare);
    await passes();
    assert.equal(taken().holders.ids.length, 13);
    const { activity } = await megan.say('approval TK-1');
    const { text: _, ...pressed } = activity;
    const value = { verb: 'approve', data: { request: 'TK-1', digest } };
    await world.teams.post({ ...pressed, id: `${activity.id}-pressed`, value });
    assert.match(sees(megan), /Something has changed since that card was shown/);
    assert.equal(taken().state, 'pending', moves());
    await megan.press('Approve');
    assert.equal(taken().state, 'approved', moves());
  });

  it('that the organisation’s own purchase is not taken for one of a person’s while it runs', async () => {
    const { alex } = world.people;
    assert.match(await says(alex, `classify ${taken().purchase.id} central`), /is already under way: TK-1/);
    assert.equal(purchaseOf(world, subscription).kind, 'self-service');
  });

  it('of the words of who objects: neither the purchaser nor a viewer reads them', async () => {
    const { megan, adele, patti, alex } = world.people;
    await says(megan, 'approve TK-1');
    await settles();
    const holder = taken().holders.ids.find((id) => id !== adele.id) ?? assert.fail();
    const theirs = world.teams.person({ id: holder, name: 'A holder', installed: true });
    const [notice] = announced(holder);
    await says(theirs, `object ${notice?.id} Adele asked me to hide it`);
    assert.equal(taken().objections.length, 1, sees(theirs));
    for (const who of [adele, patti]) assert.doesNotMatch(await says(who, 'approval TK-1'), /hide it/);
    assert.match(await says(alex, 'approval TK-1'), /hide it/);
  });

  it('of an objection that comes too late: it is not swallowed', async () => {
    const { megan, adele } = world.people;
    await says(megan, 'approve TK-1');
    await passes(4 * day);
    assert.equal(taken().state, 'waiting', moves());
    const [notice] = announced(adele.id);
    assert.match(await says(adele, `object ${notice?.id} it is in use`), /I’m passing your words on to Alex Wilber/);
  });

  it('of whoever waits in vain: it can be given up, and what was done stays', async () => {
    const { alex, megan } = world.people;
    await says(megan, 'approve TK-1');
    await passes(4 * day);
    await says(alex, 'withdraw TK-1 because Microsoft has no button');
    assert.equal(taken().state, 'withdrawn', moves());
    assert.equal(holdersAt(its, target.sku).length, 12);
  });

  it('of one that reached its aim on the way: it is done, not given up', async () => {
    const { alex, megan } = world.people;
    const [late] = taken().holders.ids.slice(5);
    (its.users.get(late ?? '') ?? assert.fail()).usageLocation = null;
    await says(megan, 'approve TK-1');
    await passes(4 * day);
    assert.equal(taken().state, 'failed', moves());
    subscription.status = 'Deleted';
    await passes();
    assert.equal(taken().state, 'done', moves());
    assert.match(sees(alex), /Microsoft shows that it has ended/);
  });

  it('of who is told: anew when it is approved again, and never that it won’t happen where nobody said it would', async () => {
    const { alex, megan, adele } = world.people;
    await says(megan, 'approve TK-1');
    await settles();
    give(people.bare);
    await passes();
    await says(megan, 'approve TK-1');
    await settles();
    assert.equal(announced(adele.id).length, 2, 'a new day is a new message');
    await says(alex, 'withdraw TK-1 confirm');
    await settles();
    assert.deepEqual(
      announced(people.bare).map(({ saying }) => saying.card === 'announced' && saying.stage),
      ['before', 'called-off'],
    );
  });

  it('of an objection by the number of the takeover: the words are kept, not the number', async () => {
    const { megan, adele } = world.people;
    await says(megan, 'approve TK-1');
    await settles();
    await says(adele, 'object TK-1 because the retail team needs it');
    assert.deepEqual(
      taken().objections.map(({ words }) => words),
      ['the retail team needs it'],
    );
  });

  it('of whom nobody reached: a channel reads who bought it, and of the others that there are some', async () => {
    const { alex, megan, adele } = world.people;
    const team = world.teams.team({ name: 'IT', members: [alex, megan] });
    await team.install(alex);
    await says(alex, 'notify on alerts');
    await alex.say('notify on alerts', { in: team.general, mention: true });
    const [holder = ''] = taken().holders.ids.filter((id) => id !== adele.id);
    const theirName = its.users.get(holder)?.displayName ?? assert.fail();
    world.teams.person({ id: holder, name: theirName, installed: true }).block();
    adele.block();
    await says(megan, 'approve TK-1');
    for (let tries = 0; tries < 4; tries++) await passes(4 * hour);
    const shown = team.general.posts.map((post) => megan.card(post)).join('\n');
    assert.match(shown, /11 people affected by a takeover/);
    assert.match(shown, /Adele Vance: told about a takeover/);
    assert.ok(!shown.includes(theirName), shown);
    const own = alex.inbox().map((post) => alex.card(post));
    assert.match(
      own.join('\n'),
      /(: told about a takeover[\s\S]*){6}and 6 more/,
      'in person an admin reads whom to look for',
    );
  });

  it('of a form that was sent empty: it says what is missing, and sends nothing', async () => {
    const { alex, megan } = world.people;
    await says(megan, 'reject TK-1');
    await megan.press('Reject');
    assert.match(sees(megan), /in a few words\. Nothing has been sent yet/);
    assert.equal(taken().state, 'pending');
    assert.match(await says(alex, 'approvals clipchamp'), /None of these match “clipchamp”/);
    assert.match(await says(alex, 'approvals product:visio by:adele'), /TK-1/);
  });

  it('of an answer: pressed twice it goes to one who objected, not to the next', async () => {
    const { alex, megan } = world.people;
    await says(megan, 'approve TK-1');
    await settles();
    const [first = '', second = ''] = taken().holders.ids.filter((id) => id !== people.adele);
    for (const id of [first, second]) {
      const person = world.teams.person({ id, name: id, installed: true });
      await says(person, `object ${announced(id)[0]?.id} I need it`);
    }
    await settles();
    await says(alex, 'reply TK-1 for the first alone');
    assert.equal(taken().objections.filter(({ answer }) => answer).length, 0, 'who is meant is asked');
    await alex.press('Reply', { inputs: { reason: 'for the first alone' } });
    assert.match(await says(alex, 'approval TK-1'), /TK-1/);
    assert.deepEqual(
      taken().objections.map(({ answer }) => answer?.words ?? null),
      ['for the first alone', null],
    );
  });
});
