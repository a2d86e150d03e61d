/** What a sync, good or bad, means for whoever watches, and for whoever reads a list. */
import assert from 'node:assert/strict';
import type { Fault } from '../stand-ins/tenant/index.ts';
import { minute } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('after a sync', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld({ unread: true });
  });
  afterEach(() => world.close());

  const ready = async (): Promise<{ status: number; body: { ready: boolean; troubles: string[] } }> => {
    const response = await fetch(`http://127.0.0.1:${world.purser.port}/ready`);
    return { status: response.status, body: (await response.json()) as { ready: boolean; troubles: string[] } };
  };
  const list = async (): Promise<string> => {
    const { alex } = world.people;
    alex.feed.clear();
    await alex.say('purchases');
    await alex.next();
    return alex.card();
  };
  const down = (path: string): Fault => ({ match: `/graph/v1.0${path}`, kind: 'status', code: 503, times: 5 });

  it('that was good, /ready is 200 and has no troubles; before it 503', async () => {
    assert.deepEqual(await ready(), { status: 503, body: { ready: false, troubles: [] } });
    await world.purser.sync.run();
    assert.deepEqual(await ready(), { status: 200, body: { ready: true, troubles: [] } });
  });

  it('that was bad, /ready is 200 and names the troubles, until one is good', async () => {
    world.tenant.faults.push(down('/directory/subscriptions'), down('/subscribedSkus'));
    await world.purser.sync.run();
    const { status, body } = await ready();
    assert.deepEqual([status, body.ready], [200, true]);
    assert.deepEqual(new Set(body.troubles), new Set(['products: unreachable', 'subscriptions: unreachable']));
    await world.purser.sync.run();
    assert.deepEqual((await ready()).body.troubles, []);
  });

  it('that was the first and bad, nobody is told that there are no purchases', async () => {
    assert.match(await list(), /No data from Microsoft yet/);
    world.tenant.faults.push(down('/directory/subscriptions'));
    await world.purser.sync.run();
    const card = await list();
    assert.match(card, /No data from Microsoft yet/);
    assert.match(card, /Microsoft isn’t responding/);
  });

  it('the list says how old it is, and older when the next one is bad', async () => {
    await world.purser.sync.run();
    world.clock.advance(4 * minute);
    assert.match(await list(), /Data as of 17 Nov 2026, \d\d:\d\d \(4 minutes ago\)/);
    world.tenant.faults.push(down('/directory/subscriptions'));
    world.clock.advance(16 * minute);
    await world.purser.sync.run();
    const card = await list();
    assert.match(card, /Data as of 17 Nov 2026, \d\d:\d\d \(20 minutes ago\)/);
    assert.match(card, /Microsoft isn’t responding\. This is the last complete list I have\./);
    await world.purser.sync.run();
    assert.doesNotMatch(await list(), /last complete list I have/);
  });

  it('the age survives a restart, and /ready waits for no sync where the store holds data', async () => {
    await world.purser.sync.run();
    world.clock.advance(30 * minute);
    await world.restart();
    assert.equal((await ready()).status, 200);
    assert.match(await list(), /\(30 minutes ago\)/);
  });

  it('that does not end, /ready is 200 after half a minute: to say that nothing was read yet is better than silence', async () => {
    world.clock.advance(29_000);
    assert.equal((await ready()).status, 503);
    world.clock.advance(1000);
    assert.equal((await ready()).status, 200);
    assert.match(await list(), /No data from Microsoft yet/);
  });

  it('that was bad, after a restart with data, /ready is 200 and names the troubles', async () => {
    await world.purser.sync.run();
    world.tenant.faults.push(down('/directory/subscriptions'));
    await world.purser.sync.run();
    await world.restart();
    assert.deepEqual(await ready(), { status: 200, body: { ready: true, troubles: ['subscriptions: unreachable'] } });
  });

  it('the metrics tell the age in seconds, and only where there is one', async () => {
    const age = async (): Promise<string | undefined> => {
      const text = await (await fetch(`http://127.0.0.1:${world.purser.port}/metrics`)).text();
      return /^purser_data_age_seconds\{part="subscriptions"\} (\d+)/m.exec(text)?.[1];
    };
    assert.equal(await age(), undefined);
    await world.purser.sync.run();
    world.clock.advance(90_000);
    assert.equal(await age(), '90');
  });
});
