/** The line to a connector: a chat that must be opened, an address that changed, a cable that was pulled, an answer that never comes. */
import assert from 'node:assert/strict';
import dns from 'node:dns';
import { mock } from 'node:test';
import { createLog } from '../../bot/log.ts';
import { notices } from '../../bot/notices.ts';
import { failed } from '../../bot/outbox/failed.ts';
import { DeliveryRecord } from '../../bot/outbox/record.ts';
import type { Deps } from '../../bot/outbox/step.ts';
import type { Fault } from '../stand-ins/teams/teams.ts';
import { people } from '../stand-ins/tenant/index.ts';
import { hour } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';
import { asked, fate, meets, met, noticeOf, postsWith, settle, useWorld, write } from './fixture.ts';

describe('a chat that must be opened first', () => {
  const its = useWorld();
  const tell = async (...faults: Fault[]) => {
    const { world } = its;
    meets(world, ...faults);
    const id = await write(world, { person: world.people.adele.id });
    await settle(world);
    return { requests: asked(world).join(' '), posts: postsWith(world, 'the news').length, fate: fate(world, id) };
  };

  it('is opened through the newest connector seen, then written to, and kept', async () => {
    const { world } = its;
    assert.deepEqual(await tell(), { requests: 'create send', posts: 1, fate: 'posted posted' });
    const { adele } = world.people;
    const address = { id: adele.chat.id, serviceUrl: world.teams.serviceUrl };
    assert.deepEqual(world.purser.store.get('members', adele.id)?.chat, address);
    await write(world, { person: adele.id });
    await settle(world);
    assert.deepEqual(asked(world), ['create', 'send', 'send']);
  });

  for (const kind of ['reset-before', 'reset-after'] as const)
    it(`is asked for again where that was cut (${kind}); nothing was sent, so nothing is marked`, async () => {
      const told = await tell({ match: 'create', kind });
      assert.deepEqual(told, { requests: 'create create send', posts: 1, fate: 'posted waiting posted' });
    });

  const refused = 'unreached refused mail-failed unreached';
  const cases: [number, string, string][] = [
    [400, 'create', refused],
    [500, 'create', refused],
    [404, 'create', 'unreached away mail-failed unreached'],
    [412, 'create create send', 'posted waiting posted'],
    [429, 'create create send', 'posted waiting posted'],
    [502, 'create create send', 'posted waiting posted'],
    [503, 'create create send', 'posted waiting posted'],
    [504, 'create create send', 'posted waiting posted'],
    [401, 'create create send', 'posted waiting posted'],
  ];
  for (const [status, requests, outcome] of cases)
    it(`${status}: ${requests}`, async () => {
      const told = await tell({ match: 'create', kind: 'status', status });
      assert.deepEqual([told.requests, told.fate], [requests, outcome]);
    });
});

describe('a connector that moved', () => {
  const its = useWorld();
  const elsewhere = 'https://smba.infra.gcc.teams.microsoft.com/teams/';
  const invalidHost: Fault = {
    match: 'send',
    kind: 'status',
    status: 403,
    body: { error: { code: 'InvalidBotApiHost' } },
  };
  // Nothing of a test may reach Microsoft.
  beforeEach(() => {
    const real = dns.lookup;
    mock.method(
      dns,
      'lookup',
      (host: string, options: object, done: (error: Error | null, ...more: unknown[]) => void) => {
        if (host === 'smba.infra.gcc.teams.microsoft.com')
          return done(Object.assign(new Error('no such host'), { code: 'ENOTFOUND' }));
        return (real as (...all: unknown[]) => void)(host, options, done);
      },
    );
  });
  afterEach(() => mock.restoreAll());

  it('is written to at its new address from then on, without hurry where nobody is there', async () => {
    const { world } = its;
    const { adele } = world.people;
    await met(adele);
    const before = world.teams.log.length;
    meets(world, invalidHost);
    const id = await write(world, { person: adele.id });
    await world.purser.outbox.drain();
    assert.equal(asked(world, before).length, 1);
    assert.deepEqual(world.purser.store.get('members', adele.id)?.chat, { id: adele.chat.id, serviceUrl: elsewhere });
    assert.equal(world.purser.store.get('marks', 'service-url')?.value, elsewhere);
    assert.equal(fate(world, id), 'waiting waiting waiting');
    // They speak from where they are: that address is good.
    await adele.say('hello');
    await settle(world);
    assert.equal(noticeOf(world, id).outcome, 'posted');
    assert.equal(postsWith(world, 'the news').length, 1);
  });

  it('is a channel’s affair where the channel moved', async () => {
    const { world } = its;
    const team = world.teams.team({ name: 'Procurement', members: [world.people.alex] });
    await team.install(world.people.alex);
    await settle(world);
    meets(world, invalidHost);
    await write(world, { chat: team.general.id });
    await world.purser.outbox.drain();
    assert.equal(world.purser.store.get('chats', team.general.id)?.serviceUrl, elsewhere);
  });

  it('and says so itself, too, is not asked without pause', async () => {
    const { purser, clock } = its.world;
    const id = await write(its.world, { person: its.world.people.adele.id });
    const { store } = purser;
    const deps = {
      record: new DeliveryRecord({ store, clock, kinds: notices, onUnreached: () => undefined }),
      log: createLog('silent'),
      dependencies: { store, clock },
    } as unknown as Deps;
    const error = { statusCode: 403, response: { bodyAsText: '{"error":{"code":"InvalidBotApiHost"}}' } };
    const attempt = { what: 'post', serviceUrl: elsewhere } as const;
    await failed(noticeOf(its.world, id), { attempt, error }, deps);
    assert.ok((noticeOf(its.world, id).dueAt ?? '') > clock.now().toISOString());
  });
});

describe('a connector nobody is at', () => {
  const its = useWorld();

  it('was never asked: it is asked again, once it is back, and nothing is marked', async () => {
    const { world } = its;
    const { adele } = world.people;
    await met(adele);
    const { store } = world.purser;
    const move = (serviceUrl: string) =>
      store.transact((tx) => {
        const member = tx.get('members', adele.id);
        if (member?.chat) tx.put('members', { ...member, chat: { ...member.chat, serviceUrl } });
      });
    await move('http://127.0.0.1:9/teams/');
    const id = await write(world, { person: adele.id });
    for (let n = 0; n < 5; n++) {
      await world.purser.outbox.drain();
      world.clock.advance(hour);
    }
    assert.equal(fate(world, id), 'waiting waiting');
    await move(world.teams.serviceUrl);
    await settle(world);
    assert.deepEqual([fate(world, id), postsWith(world, 'the news').length], ['posted waiting posted', 1]);
  });

  it('for an hour forgets nobody, and repeats nothing', async () => {
    const { world } = its;
    const isMember = (id: string): boolean => world.tenant.company.users.get(id)?.accountEnabled === true;
    const everyone = Object.values(world.people).filter(({ guest, id }) => !guest && isMember(id));
    const ids: string[] = [];
    for (const person of everyone) ids.push(await write(world, { person: person.id }, `for ${person.id}.`));
    const until = world.clock.now().getTime() + hour;
    const isDown = (): boolean => world.clock.now().getTime() < until;
    meets(world, { match: isDown, kind: 'status', status: 503, times: 1e9 });
    await settle(world);
    assert.ok(world.clock.now().getTime() > until);
    for (const person of everyone) assert.equal(postsWith(world, `for ${person.id}.`).length, 1, person.name);
    for (const id of ids) assert.match(fate(world, id), /^posted (waiting )?posted$/);
    const futile = world.teams.log.filter(({ status }) => status === 503).length;
    assert.ok(futile < 100, `${futile} requests to a connector that is down`);
    const late = (world.clock.now().getTime() - until) / 60_000;
    assert.ok(late < 15, `${late} minutes after it was back`);
  });
});

describe('a connector that never answers', () => {
  const worlds: World[] = [];
  after(() => Promise.all(worlds.map((world) => world.close())));

  // Each waits six real seconds, so they wait together.
  it('is waited for six seconds, and asked once more; so is one that never answered before a restart', async () => {
    const open = async () => {
      const world = await openWorld();
      worlds.push(world);
      await met(world.people.adele);
      return world;
    };
    const hung = async (worked: boolean, isRestarted: boolean) => {
      const world = await open();
      meets(world, { match: 'send', kind: 'hang', worked });
      const id = await write(world, { person: world.people.adele.id });
      if (isRestarted) {
        world.purser.outbox.wake();
        while (!world.teams.log.some(({ fault }) => fault === 'hang')) await new Promise(setImmediate);
        await world.restart();
      }
      await settle(world);
      return `${postsWith(world, 'the news').length} ${fate(world, id)}`;
    };
    const outcome = await Promise.all([hung(true, false), hung(false, false), hung(true, true)]);
    const once = 'posted cut posted-again';
    assert.deepEqual(outcome, [`2 ${once}`, `1 ${once}`, `2 ${once}`]);
  });
});

describe('a token that is taken back', () => {
  it('is replaced by a new one, and whoever was to be told is told', async () => {
    const world = await openWorld();
    try {
      const { alex } = world.people;
      await alex.say('whoami');
      world.tenant.expireTokens();
      const newcomer = world.teams.person({ id: people.megan, name: 'Megan Bowen' });
      await newcomer.install();
      await world.purser.outbox.drain();
      world.clock.advance(60_000);
      await world.purser.outbox.drain();
      assert.match(newcomer.card(), /^I’m Purser/);
    } finally {
      await world.close();
    }
  });
});
