/** A channel that wants it mentions those who can decide: as long as they read it there, and only where it is posted. */
import assert from 'node:assert/strict';
import type { Person, Team } from '../stand-ins/teams/teams.ts';
import { company, people } from '../stand-ins/tenant/index.ts';
import { testClock } from '../world/clock.ts';
import { buyVisio, purchaseOf, requested } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a channel that mentions who can decide', () => {
  let world: World;
  let team: Team;
  let alex: Person;
  let megan: Person;
  let ask: () => Promise<void>;
  const channel = () => team.general;
  const say = (text: string) => alex.say(text, { in: channel(), mention: true });
  const posted = () =>
    channel().posts.filter(({ from, card }) => from === 'bot' && JSON.stringify(card ?? '').includes('TK-1'));
  const mentioned = (): string[] =>
    posted().flatMap(({ card }) => {
      const { entities = [] } = (card as { msteams?: { entities?: { mentioned: { id: string } }[] } }).msteams ?? {};
      return entities.map((each) => each.mentioned.id);
    });
  beforeEach(async () => {
    const clock = testClock();
    const made = company({ now: clock.now() });
    const bought = buyVisio(made, { holders: 2 });
    world = await openWorld({ clock, company: made });
    ({ alex, megan } = world.people);
    team = world.teams.team({ name: 'Procurement', members: [alex, megan] });
    await team.install(alex);
    ask = async () => {
      const { id } = await requested(world, purchaseOf(world, bought));
      const { store } = world.purser;
      const deciders = [
        { id: people.megan, name: 'Megan Bowen' },
        { id: people.miriam, name: 'Miriam Graham' },
      ];
      await store.transact((tx) => {
        const takeover = tx.get('takeovers', id) ?? assert.fail();
        tx.put('takeovers', { ...takeover, deciders });
      });
      await world.purser.outbox.drain();
    };
  });
  afterEach(() => world.close());

  it('names those who are members there, in the text and by their Entra id', async () => {
    await say('notify on approvals mention');
    await ask();
    assert.deepEqual(mentioned(), [people.megan], 'Miriam is no member');
    assert.match(JSON.stringify(posted()[0]?.card), /<at>Megan Bowen<\/at> it needs you/);
    assert.deepEqual(world.teams.complaints, []);
  });

  it('mentions nobody where it was not asked to, and no longer once that is turned off', async () => {
    await say('notify on approvals mention');
    await say('notify off approvals mention');
    await ask();
    assert.equal(posted().length, 1);
    assert.deepEqual(mentioned(), []);
  });

  it('mentions nobody who is away, and posts all the same where nobody is left', async () => {
    await say('notify on approvals mention');
    world.clock.advance(10_000);
    await megan.say('away until 31/12/2026');
    await ask();
    assert.equal(posted().length, 1);
    assert.deepEqual(mentioned(), []);
  });

  it('posts it without a mention where Teams does not tell who is there', async () => {
    await say('notify on approvals mention');
    world.teams.faults.push({ match: ({ what }) => what === 'members', kind: 'status', status: 500, times: 9 });
    await ask();
    assert.equal(posted().length, 1);
    assert.deepEqual(mentioned(), []);
  });

  it('is no personal chat: nobody is there to be mentioned', async () => {
    await alex.say('notify on approvals mention');
    assert.match(alex.card(), /nobody to mention in your own chat/);
  });
});
