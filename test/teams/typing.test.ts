/** What somebody sees who waits for an answer. */
import assert from 'node:assert/strict';
import { minute } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('the sign that Purser is typing', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());
  beforeEach(() => {
    world.clock.advance(10 * minute);
    world.tenant.faults.length = 0;
    world.teams.faults.length = 0;
  });
  const slow = (ms: number): void =>
    void world.tenant.faults.push({ match: ({ path }) => path.endsWith('/$batch'), kind: 'slow', ms, times: 1 });

  it('is shown before an answer that takes over two seconds, and the answer comes after it', async () => {
    const { alex } = world.people;
    slow(2_600);
    const before = alex.chat.posts.length;
    await alex.ask('take P-1');
    assert.equal(alex.chat.typing.length, 1);
    assert.equal(alex.chat.typing[0], before + 1, 'after the question, before the answer');
  });

  it('isn’t shown for an answer that comes at once', async () => {
    const { alex } = world.people;
    const shown = alex.chat.typing.length;
    await alex.ask('purchases');
    assert.equal(alex.chat.typing.length, shown);
  });

  it('that Teams doesn’t take leaves the answer as it is', async () => {
    const { alex } = world.people;
    slow(2_600);
    const shown = alex.chat.typing.length;
    world.teams.faults.push({ kind: 'status', status: 403, match: ({ what }) => what === 'send', times: 1 });
    assert.match(await alex.ask('take P-2'), /Handled by \| Alex Wilber/);
    assert.equal(alex.chat.typing.length, shown);
  });
});
