import assert from 'node:assert/strict';
import { people } from '../stand-ins/tenant/index.ts';
import { openWorld, type World } from '../world/world.ts';

describe('the welcome', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  it('is one card, once, though Teams tells of an installation twice and again', async () => {
    const newcomer = world.teams.person({ id: people.megan, name: 'Megan Bowen' });
    await newcomer.install();
    await newcomer.install();
    await world.purser.outbox.drain();
    assert.equal(newcomer.inbox().length, 1);
    assert.match(newcomer.card(), /^I’m Purser\n/);
    assert.match(newcomer.card(), /I never ask for a card number or a password/);
    assert.match(newcomer.card(), /\nPurser, for Contoso\n/);
  });

  it('shows an admin how far the set-up is, and others what Purser is to them', async () => {
    const { alex, adele } = world.people;
    assert.match(await alex.ask('hello'), /Setup\n[\s\S]*✓ ready {2}Subscriptions last read [\s\S]*\[Status\]/);
    const card = await adele.ask('hello');
    assert.match(card, /You see here what you bought yourself\./);
    assert.doesNotMatch(card, /Setup|Subscriptions last read|\[Status\]/);
  });

  it('comes again after Purser was removed and added anew', async () => {
    const newcomer = world.teams.person({ id: people.megan, name: 'Megan Bowen' });
    await newcomer.install();
    await world.purser.outbox.drain();
    await newcomer.uninstall();
    world.clock.advance(10_000);
    await newcomer.install();
    await world.purser.outbox.drain();
    assert.equal(newcomer.inbox().length, 2);
  });

  it('says in a team who added Purser, in the team’s language', async () => {
    const { alex, megan } = world.people;
    const team = world.teams.team({ name: 'Procurement', members: [alex, megan] });
    await team.install(alex);
    await world.purser.outbox.drain();
    const [post, ...more] = team.general.posts;
    assert.deepEqual(more, []);
    assert.match(megan.card(post), /Added here by Alex Wilber\./);
  });

  it('is not repeated after a restart', async () => {
    const newcomer = world.teams.person({ id: people.megan, name: 'Megan Bowen' });
    await newcomer.install();
    await world.restart();
    await newcomer.install();
    await world.purser.outbox.drain();
    assert.equal(newcomer.inbox().length, 1);
  });

  it('is tried again at the next sign of life where it could not be posted', async () => {
    const newcomer = world.teams.person({ id: people.megan, name: 'Megan Bowen' });
    world.teams.faults.push({ match: 'send', times: 1, kind: 'status', status: 500 });
    await newcomer.install();
    await world.purser.outbox.drain();
    assert.equal(newcomer.inbox().length, 0);
    await newcomer.install();
    await world.purser.outbox.drain();
    assert.equal(newcomer.inbox().length, 1);
  });

  it('is shown for hi, hello, bonjour, salut and nothing at all', async () => {
    const { adele } = world.people;
    for (const greeting of ['hi', 'Hello!', 'bonjour', 'SALUT', '   ']) {
      world.clock.advance(10_000);
      await adele.say(greeting);
      await adele.next();
      assert.match(adele.card(), /^I’m Purser/, greeting);
    }
  });

  it('says what is still to do before the first sync, without waiting for Microsoft', async () => {
    const fresh = await openWorld({ unread: true });
    try {
      const { adele } = fresh.people;
      await adele.say('hello');
      await adele.next();
      assert.match(adele.card(), /… to do {2}Connecting to Microsoft for the first time/);
      assert.match(adele.card(), /… to do {2}No subscriptions read yet/);
      fresh.clock.advance(60_000);
      await adele.say('purchases');
      await adele.next();
      assert.match(adele.card(), /No data from Microsoft yet[\s\S]*I haven’t read your subscriptions yet/);
    } finally {
      await fresh.close();
    }
  });
});
