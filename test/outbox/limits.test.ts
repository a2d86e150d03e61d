/** Many are told at once: within Teams' limits, so that Teams never has to refuse, and nobody who waits for an answer waits longer. */
import assert from 'node:assert/strict';
import { notify } from '../../store/notices.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { openWorld, type World } from '../world/world.ts';
import { postsWith, strangers, write } from './fixture.ts';

const refusals = ({ teams }: World): number => teams.log.filter(({ status }) => status === 429).length;

/** The most requests in any window of so many milliseconds. */
function densest(times: readonly number[], ms: number): number {
  let most = 0;
  for (let from = 0, to = 0; to < times.length; to++) {
    while ((times[to] ?? 0) - (times[from] ?? 0) >= ms) from++;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

describe('one busy channel', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  it('with a hundred notices keeps to what Teams takes from one bot, and holds up nobody else', async () => {
    const { alex, adele } = world.people;
    const team = world.teams.team({ name: 'Procurement', members: [alex] });
    await team.install(alex);
    await world.purser.outbox.drain();
    world.clock.advance(60_000);
    const chat = team.general.id;
    for (let n = 0; n < 100; n++) await write(world, { chat }, `busy ${n}.`);
    await write(world, { person: adele.id }, 'quiet');
    const since = world.teams.log.length;
    const began = world.clock.now().getTime();
    const drained = world.purser.outbox.drain();
    const said = alex.say('whoami', { in: team.general, mention: true });
    await drained;
    await said;
    const requests = world.teams.log.slice(since);
    assert.equal(refusals(world), 0);
    assert.equal(postsWith(world, 'busy ').length, 100);
    const times = requests.filter(({ conversation }) => conversation?.startsWith(chat)).map(({ at }) => at.getTime());
    for (const [ms, most] of [
      [1000, 7],
      [2000, 8],
      [30_000, 60],
    ] as const)
      assert.ok(densest(times, ms) <= most, `${ms}`);
    assert.ok(world.clock.now().getTime() - began < 60_000, 'a hundred in less than a minute');
    const quiet = requests.findIndex(({ conversation, what }) => conversation === adele.chat.id && what === 'send');
    assert.ok(quiet >= 0 && quiet < 20, `the other chat came as number ${quiet}`);
  });

  it('does not make what is due meanwhile wait for its end', async () => {
    const { alex, megan } = world.people;
    const [team] = [world.teams.team({ name: 'Another', members: [alex] })];
    await team.install(alex);
    await world.purser.outbox.drain();
    for (let n = 0; n < 150; n++) await write(world, { chat: team.general.id }, `more ${n}.`);
    const soon = new Date(world.clock.now().getTime() + 10_000);
    await write(world, { person: megan.id }, 'in ten seconds', { dueAt: soon });
    await world.purser.outbox.drain();
    const [post] = postsWith(world, 'in ten seconds');
    assert.ok(
      post && post.at.getTime() - soon.getTime() < 3_000,
      `${post?.at.toISOString()} for ${soon.toISOString()}`,
    );
  });
});

describe('two thousand people', () => {
  let world: World;
  let everyone: Person[];
  before(async () => {
    world = await openWorld();
    everyone = Array.from({ length: 2000 }, (_, n) =>
      world.teams.person({
        id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
        name: `No ${n}`,
        installed: true,
      }),
    );
  });
  after(() => world.close());

  it('are told within thirty requests a second; who is welcomed or asks something meanwhile is not kept waiting', async () => {
    const { purser, clock, teams } = world;
    const saying = { card: 'asked', purchase: 'P-1', by: { id: 'a', name: 'A' }, why: 'to all' } as const;
    await purser.store.transact((tx) => {
      for (const { id, chat } of everyone) {
        const address = { id: chat.id, serviceUrl: teams.serviceUrl };
        tx.put('members', { id, teamsId: null, language: null, locale: null, chat: address, away: null });
        notify(tx, { key: `bulk ${id}`, to: { person: id }, saying }, clock.now());
      }
    });
    const began = clock.now().getTime();
    const done = (): number => everyone.filter(({ chat }) => chat.posts.length > 0).length;
    const drained = purser.outbox.drain();
    while (done() < 200) await new Promise(setImmediate);
    const newcomer = strangers(world, 1, false)[0] ?? assert.fail();
    await Promise.all([newcomer.install(), world.people.alex.ask('whoami')]);
    await newcomer.next();
    assert.ok(done() < 1000, `${done()} of the bulk came first`);
    await drained;
    assert.equal(done(), 2000);
    assert.ok(everyone.every(({ chat }) => chat.posts.length === 1));
    assert.equal(refusals(world), 0);
    assert.ok(
      densest(
        teams.log.map(({ at }) => at.getTime()),
        1000,
      ) <= 30,
    );
    const took = (clock.now().getTime() - began) / 1000;
    assert.ok(took < (2000 / 30) * 1.15, `${took} s, where the limit allows 67`);
  });
});
