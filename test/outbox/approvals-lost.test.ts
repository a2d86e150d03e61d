/** Where those who are to decide can't be told, or can't be shown the decision, nobody waits in vain. */
import assert from 'node:assert/strict';
import { notify } from '../../store/notices.ts';
import type { Logged, Person, Team } from '../stand-ins/teams/teams.ts';
import { company } from '../stand-ins/tenant/index.ts';
import { testClock } from '../world/clock.ts';
import { buyVisio, purchaseOf, requested } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';
import { meets, settle } from './fixture.ts';

describe('an approvals channel', () => {
  let world: World;
  let team: Team;
  let alex: Person;
  let megan: Person;
  let ask: () => Promise<string>;
  beforeEach(async () => {
    const clock = testClock();
    const made = company({ now: clock.now() });
    const bought = buyVisio(made, { holders: 2 });
    world = await openWorld({ clock, company: made });
    ({ alex, megan } = world.people);
    team = world.teams.team({ name: 'Procurement', channels: ['Approvals'], members: [alex, megan] });
    await team.install(alex);
    await alex.say('notify on approvals', { in: team.channel('Approvals'), mention: true });
    const { store } = world.purser;
    const chat = store.get('chats', team.channel('Approvals').id) ?? assert.fail();
    await store.transact((tx) => tx.put('chats', { ...chat, name: 'Approvals' }));
    await settle(world, 60_000);
    ask = async () => (await requested(world, purchaseOf(world, bought))).id;
  });
  afterEach(() => world.close());
  const channel = () => team.channel('Approvals');
  const posts = () =>
    channel()
      .posts.filter(({ from }) => from === 'bot')
      .map((post) => megan.card(post));
  const told = () =>
    alex
      .inbox()
      .map((post) => alex.card(post))
      .filter((card) => /didn’t reach/.test(card));

  for (const [what, fault] of [
    ['the app was removed', { status: 403, body: { error: { code: 'BotNotInConversationRoster', message: '' } } }],
    ['the channel was deleted', { status: 404, body: { error: { code: 'ConversationNotFound', message: '' } } }],
    [
      'the channel refuses for a reason nobody knows',
      { status: 403, body: { error: { code: 'ThreadArchived', message: '' } } },
    ],
  ] as const)
    it(`that can’t be posted to (${what}): the requester is told at once, with its name and what helps`, async () => {
      const inChannel = ({ conversation = '' }) => conversation.startsWith(channel().id);
      meets(world, { match: inChannel, kind: 'status', ...fault, times: 9 });
      const id = await ask();
      await world.purser.outbox.drain();
      const [card = ''] = told();
      assert.match(card, new RegExp(`^${id} didn’t reach Approvals\n`));
      assert.match(card, /Have Purser added to Approvals again/);
      assert.match(card, /notify on approvals/);
      assert.match(card, new RegExp(`approve ${id}`));
      assert.match(card, /Nobody else was asked/);
    });

  /** As it is where the channel is gone: Teams says so at each post, and the requester reads it. */
  async function lost(): Promise<string> {
    const inChannel = ({ conversation = '' }) => conversation.startsWith(channel().id);
    meets(world, { match: inChannel, kind: 'status', status: 404, times: 9 });
    const id = await ask();
    await world.purser.outbox.drain();
    return id;
  }

  it('that is gone: people who can decide are named with an address, and one press asks one of them in person', async () => {
    const id = await lost();
    const [card = ''] = told();
    assert.match(card, /Who else can decide[\s\S]*Megan Bowen.›\nmegan\.bowen@/);
    assert.doesNotMatch(card.slice(card.indexOf('Who else')), /Alex Wilber/);
    await alex.press('Ask Megan Bowen to decide');
    await settle(world, 60_000);
    assert.equal(world.purser.store.get('takeovers', id)?.putTo?.id, megan.id);
    assert.ok(
      megan.inbox().some((post) => megan.card(post).includes(id)),
      megan
        .inbox()
        .map((post) => megan.card(post))
        .join('\n--\n'),
    );
    await megan.ask(`approve ${id}`);
    assert.equal(world.purser.store.get('takeovers', id)?.state, 'approved');
  });

  it('that is gone after Purser was started again: they are named as well; without Microsoft the rest is said', async () => {
    const id = await ask();
    await world.restart();
    const { store } = world.purser;
    const { clock } = world;
    for (const to of ['one', 'two']) {
      const saying = { card: 'approvals-lost', takeover: id, to: { chat: channel().id } } as const;
      await store.transact((tx) => notify(tx, { key: to, to: { person: alex.id }, saying }, clock.now()));
      if (to === 'two')
        world.tenant.faults.push({
          match: ({ path }) => /members|directoryRoles/.test(path),
          kind: 'status',
          code: 403,
          times: 99,
        });
      if (to === 'two') await world.restart();
      await settle(world, 60_000);
    }
    const cards = told();
    assert.equal(cards.length, 2);
    assert.match(cards[0] ?? '', /Megan Bowen.›\nmegan\.bowen@/);
    assert.match(cards[1] ?? '', /Have Purser added/);
  });

  it('that is back gets the request, and the requester reads no more of it once it is decided', async () => {
    await alex.uninstall(team).catch(() => undefined);
    const { store } = world.purser;
    const chat = store.get('chats', channel().id) ?? assert.fail();
    await store.transact((tx) =>
      tx.put('chats', { ...chat, away: { why: 'absent', since: chat.welcomedAt ?? '2026-11-17T09:00:00.000Z' } }),
    );
    const id = await ask();
    await settle(world, 60_000);
    assert.equal(told().length, 1);
    await team.install(alex);
    await settle(world, 60_000);
    assert.ok(
      posts().some((card) => card.includes(id)),
      posts().join('\n--\n'),
    );
    await megan.ask(`reject ${id} because no`);
    await settle(world, 60_000);
    assert.match(told()[0] ?? '', /It has been decided meanwhile/);
  });

  it('reads the decision, also where the request there can’t be changed any more', async () => {
    const id = await ask();
    await settle(world, 60_000);
    assert.equal(posts().filter((card) => card.includes(id)).length, 1);
    const editThere = ({ what, conversation = '' }: Logged) => what === 'edit' && conversation.startsWith(channel().id);
    meets(world, { match: editThere, kind: 'status', status: 403 });
    await megan.ask(`reject ${id} because no`);
    await settle(world, 60_000);
    const [, second] = posts().filter((card) => card.includes(id));
    assert.match(second ?? '', /This replaces an earlier message of mine/);
    assert.match(second ?? '', /[Rr]ejected/);
  });

  it('is named to those who read alerts, with advice that fits a channel', async () => {
    await alex.say('notify on alerts');
    meets(world, {
      match: ({ conversation = '' }) => conversation.startsWith(channel().id),
      kind: 'status',
      status: 404,
      times: 9,
    });
    await ask();
    await settle(world, 60_000);
    const line =
      alex
        .inbox()
        .map((post) => alex.card(post))
        .find((card) => /couldn’t be delivered/.test(card)) ?? assert.fail();
    assert.match(line, /Approvals/);
    assert.match(line, /add Purser to the team or chat again/);
    assert.doesNotMatch(line, /ask them to open Purser/);
  });
});
