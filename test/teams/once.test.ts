import assert from 'node:assert/strict';
import { hour } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a message that Teams delivers again', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  it('is not answered again after a restart', async () => {
    const { alex } = world.people;
    const { activity } = await alex.say('whoami');
    await world.restart();
    const answers = await world.teams.deliver(activity, { times: 3 });
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    );
    assert.equal(alex.inbox().length, 1);
  });

  it('and was answered by nothing but a notice for later, is not answered again: after a restart the notice comes', async () => {
    const { alex } = world.people;
    world.teams.faults.push({
      match: 'send',
      kind: 'status',
      status: 403,
      body: { error: { code: 'Forbidden', message: '' } },
    });
    const { activity, status } = await alex.say('whoami');
    assert.equal(status, 200);
    assert.equal(alex.inbox().length, 0);
    await world.restart();
    await world.teams.deliver(activity, { times: 1 });
    world.clock.advance(10_000);
    await world.purser.outbox.drain();
    assert.equal(alex.inbox().length, 1);
    assert.match(alex.card(), /^I owe you an answer\n[\s\S]*“whoami”/);
  });

  it('is forgotten after an hour, so that what is remembered does not grow', async () => {
    const { alex } = world.people;
    for (let n = 0; n < 5; n++) {
      await alex.say('whoami');
      world.clock.advance(hour + 1000);
    }
    await alex.say('whoami');
    assert.equal(world.purser.store.count('answered'), 1);
  });
});
