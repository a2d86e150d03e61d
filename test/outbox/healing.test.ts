/** Whoever comes back is told what they missed, and nothing twice. */
import assert from 'node:assert/strict';
import type { Person, Team } from '../stand-ins/teams/teams.ts';
import { asked, buys, fate, met, noticeOf, postsWith, settle, subscribe, useWorld, write } from './fixture.ts';

describe('coming back', () => {
  const its = useWorld();
  let adele: Person;
  beforeEach(() => {
    adele = its.world.people.adele;
  });
  const news = () => postsWith(its.world, 'the news').length;
  const tell = async () => {
    const id = await write(its.world, { person: adele.id });
    await settle(its.world);
    return id;
  };

  it('by speaking again after a block', async () => {
    adele.block();
    const id = await tell();
    adele.unblock();
    assert.equal(news(), 0);
    await adele.say('hello');
    await settle(its.world);
    assert.deepEqual([news(), noticeOf(its.world, id).outcome], [1, 'posted']);
    await adele.say('hello');
    await settle(its.world);
    assert.equal(news(), 1);
  });

  it('by adding Purser again', async () => {
    await met(adele);
    await adele.uninstall();
    const [one, two] = [await tell(), await tell()];
    await adele.install();
    await settle(its.world);
    assert.deepEqual(
      [one, two].map((id) => noticeOf(its.world, id).outcome),
      ['posted', 'posted'],
    );
    assert.equal(news(), 2);
  });

  it('not by speaking in a channel: their own chat is still shut', async () => {
    const { world } = its;
    const team = world.teams.team({ name: 'Procurement', members: [adele] });
    await team.install(world.people.alex);
    await met(adele);
    adele.block();
    const id = await tell();
    const ledger = noticeOf(world, id).ledger.length;
    await adele.say('whoami', { in: team.general, mention: true, locale: 'de-DE' });
    await settle(world);
    assert.deepEqual([noticeOf(world, id).ledger.length, fate(world, id).split(' ')[0]], [ledger, 'unreached']);
  });

  it('not for what is older than a month', async () => {
    adele.block();
    await tell();
    its.world.clock.advance(31 * 86_400_000);
    adele.unblock();
    await adele.say('hello');
    await settle(its.world);
    assert.equal(news(), 0);
  });

  it('with another serviceUrl: it is written to there', async () => {
    const { world } = its;
    await met(adele);
    await world.purser.store.transact((tx) => {
      const member = tx.get('members', adele.id) ?? assert.fail();
      tx.put('members', { ...member, chat: { id: adele.chat.id, serviceUrl: 'http://127.0.0.1:9/teams/' } });
    });
    const id = await write(world, { person: adele.id });
    await world.purser.outbox.drain();
    assert.equal(fate(world, id), 'waiting waiting');
    await adele.say('hello');
    await settle(world);
    assert.deepEqual([news(), noticeOf(world, id).outcome], [1, 'posted']);
  });
});

describe('a channel', () => {
  const its = useWorld();
  let alex: Person;
  let team: Team;
  beforeEach(async () => {
    alex = its.world.people.alex;
    team = its.world.teams.team({ name: 'Procurement', channels: ['Alerts'], members: [alex] });
    await team.install(alex);
    for (const chat of team.channels) {
      its.world.clock.advance(30_000);
      await alex.say('notify on alerts', { in: chat, mention: true });
    }
    await settle(its.world);
  });
  const alerts = (channel: string) =>
    team
      .channel(channel)
      .posts.filter((post) => post.from === 'bot' && /^A new self-service purchase/.test(alex.card(post)));
  const count = () => ['General', 'Alerts'].map((channel) => alerts(channel).length);
  const find = async () => {
    buys(its.world);
    its.world.clock.advance(10_000);
    await its.world.purser.sync.run();
    await settle(its.world);
  };

  it('that asked for alerts gets them, each one', async () => {
    await find();
    assert.deepEqual(count(), [1, 1]);
  });

  it('whose team threw Purser out is told nothing and asked nothing more, once that is known', async () => {
    await find();
    await team.uninstall(alex);
    await find();
    const since = its.world.teams.log.length;
    await find();
    assert.deepEqual([count(), asked(its.world, since)], [[1, 1], []]);
  });

  it('that is back is told on as before, also the others of its team', async () => {
    await team.uninstall(alex);
    await find();
    await team.install(alex);
    await settle(its.world);
    assert.equal(alerts('Alerts').length, 1, 'what it missed');
    await find();
    assert.deepEqual(count(), [1, 2]);
  });

  it('that is back gets what was due when Purser was thrown out', async () => {
    const id = await write(its.world, { chat: team.general.id });
    await team.uninstall(alex);
    await settle(its.world);
    assert.equal(fate(its.world, id), 'unreached away unreached');
    await team.install(alex);
    await settle(its.world);
    assert.equal(postsWith(its.world, 'the news').length, 1);
  });

  it('that switched alerts off gets none that was still due; what was posted is kept up to date', async () => {
    await find();
    const [bought] = buys(its.world);
    assert.ok(bought);
    its.world.clock.advance(10_000);
    its.world.teams.faults.push({ match: 'send', kind: 'status', status: 503, times: 50 });
    await its.world.purser.sync.run();
    await its.world.purser.outbox.drain();
    its.world.teams.faults.splice(0);
    its.world.clock.advance(30_000);
    await alex.say('notify off alerts', { in: team.general, mention: true });
    await settle(its.world);
    assert.deepEqual(count(), [1, 2]);
    const [post] = alerts('General');
    const id = /P-\d+/.exec(alex.card(post))?.[0];
    its.world.clock.advance(30_000);
    await alex.say(`take ${id}`);
    await settle(its.world);
    assert.match(alex.card(post), /✓ Alex Wilber is handling it/);
  });
});

describe('an admin who subscribed', () => {
  const its = useWorld();

  it('and took Purser out and added it again is told on', async () => {
    const { world } = its;
    const { alex } = world.people;
    await subscribe(world, alex);
    await alex.uninstall();
    await alex.install();
    buys(world);
    world.clock.advance(10_000);
    await world.purser.sync.run();
    await settle(world);
    assert.ok(alex.inbox().some((post) => /^A new self-service purchase/.test(alex.card(post))));
  });
});
