/** How much of Purser, and of Microsoft through it, one person may have. */
import assert from 'node:assert/strict';
import { createTurnLimit } from '../../bot/teams/turn-limit.ts';
import { minute, testClock } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('somebody who writes without end', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
    world.teams.limits.on = false;
  });
  after(() => world.close());
  const asked = (): number => world.tenant.requests.length;
  const botPosts = (person = world.people.adele): number =>
    person.chat.posts.filter(({ from }) => from === 'bot').length;

  it('without a role asks Microsoft about its connections once a minute, however often they want to see the status', async () => {
    const { adele } = world.people;
    await adele.say('status');
    const before = asked();
    for (let nth = 0; nth < 20; nth++) await adele.say('status');
    assert.ok(asked() - before < 3, `${asked() - before} calls`);
    world.clock.advance(5 * minute);
  });

  it('has Microsoft read once a minute for the whole house, whoever asks', async () => {
    const { alex, adele, isaiah } = world.people;
    await alex.say('status');
    const readings = (): number =>
      world.tenant.requests.filter(({ path }) => path.includes('/directory/subscriptions')).length;
    const before = readings();
    for (let nth = 0; nth < 7; nth++) for (const each of [alex, adele, isaiah]) await each.say('status again');
    const once = readings() - before;
    assert.ok(once >= 1);
    assert.match(alex.card(), /read for someone less than a minute ago/);
    world.clock.advance(minute);
    await isaiah.say('status again');
    assert.ok(readings() - before <= 2 * once, `${readings() - before} instead of twice ${once}`);
    assert.ok(readings() - before > once, 'a minute later it is read again');
  });

  it('is told once and then hears nothing until they have waited; no message of theirs costs a question or a commit', async () => {
    const { adele, alex } = world.people;
    world.clock.advance(10 * minute);
    const before = botPosts();
    for (let nth = 0; nth < 62; nth++) await adele.say('help');
    assert.equal(botPosts() - before, 61);
    assert.match(
      JSON.stringify(adele.chat.posts.at(-2)) + JSON.stringify(adele.chat.posts.at(-1)),
      /faster than I can answer/,
    );
    const [seen, calls] = [world.purser.store.revision('answered'), asked()];
    for (let nth = 0; nth < 50; nth++) await adele.say(`object N-1 words ${nth}`);
    assert.equal(botPosts() - before, 61);
    assert.deepEqual([world.purser.store.revision('answered'), asked()], [seen, calls]);
    assert.match(await alex.ask('help'), /What you can do here/, 'others are answered as ever');
    world.clock.advance(2 * minute);
    assert.doesNotMatch(await adele.ask('help'), /faster than/);
  });

  it('that Teams lets nobody tell is over all the same', async () => {
    const { adele } = world.people;
    world.clock.advance(10 * minute);
    for (let nth = 0; nth < 60; nth++) await adele.say('help');
    world.teams.faults.push({ kind: 'status', status: 404, match: ({ what }) => what === 'send', times: 9 });
    const { status } = await adele.say('help');
    world.teams.faults.length = 0;
    assert.equal(status, 200);
    world.clock.advance(2 * minute);
  });

  it('with presses gets a valid answer to each of them, and no effect', async () => {
    const { adele } = world.people;
    world.clock.advance(10 * minute);
    await adele.say('status');
    const card = adele.inbox().at(-1) ?? assert.fail();
    for (let nth = 0; nth < 70; nth++) await adele.say('help');
    for (let nth = 0; nth < 3; nth++)
      assert.match(JSON.stringify(await adele.press('Refresh', { on: card })), /faster than I can answer/);
  });
});

describe('the measure of turns', () => {
  it('lets a normal day pass, and no more than one in two seconds in the long run', () => {
    const clock = testClock();
    const limit = createTurnLimit(clock);
    for (let nth = 0; nth < 1000; nth++) {
      assert.equal(limit('alex'), 'in');
      clock.advance(2_000);
    }
    let taken = 0;
    for (let second = 0; second < 600; second++) {
      for (let nth = 0; nth < 10; nth++) if (limit('adele') === 'in') taken++;
      clock.advance(1_000);
    }
    assert.ok(taken <= 60 + 300, `${taken} in ten minutes`);
  });

  it('of many different people forgets who was quiet the longest, and a clock set back takes nobody’s room', () => {
    const clock = testClock();
    const limit = createTurnLimit(clock);
    for (let nth = 0; nth < 100; nth++) limit('adele');
    assert.equal(limit('adele'), 'silent');
    clock.jump(-60 * minute);
    assert.equal(limit('adele'), 'silent');
    clock.advance(minute);
    assert.equal(limit('adele'), 'in');
    for (let nth = 0; nth < 20_000; nth++) limit(`stranger ${nth}`);
    assert.equal(limit('adele'), 'in');
  });
});
