/** What people are told without asking: alerts to the chats that want them, and a purchaser who is asked to cancel. */
import assert from 'node:assert/strict';
import { actsIn, confirming } from '../world/acts.ts';
import { day, hour } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('telling people', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  const { says } = actsIn(() => world);
  const settled = () => world.purser.outbox.drain();

  /** Somebody buys something, and Purser sees it. */
  const bought = async (count = 1): Promise<void> => {
    const { subscriptions } = world.tenant.company;
    const one = subscriptions.find(({ ownerId, status }) => ownerId === world.people.adele.id && status === 'Enabled');
    assert.ok(one);
    for (let n = 0; n < count; n++)
      subscriptions.push({ ...one, id: crypto.randomUUID(), createdDateTime: world.clock.now().toISOString() });
    world.clock.advance(10_000);
    await world.purser.sync.run();
    await settled();
  };

  it('a new self-service purchase is one card in each chat that asked, and nothing in others', async () => {
    const { alex, isaiah, adele } = world.people;
    assert.match(await says(alex, 'notify on alerts'), /✓ on {2}Alerts/);
    const before = [isaiah, adele].map((person) => person.inbox().length);
    await bought();
    assert.match(alex.card(), /^A new self-service purchase\n/);
    assert.match(alex.card(), /Adele Vance · 10 seats|Adele Vance · \d+ seats?/);
    assert.deepEqual(
      [isaiah, adele].map((person) => person.inbox().length),
      before,
    );
  });

  it('the alert shows who took the purchase meanwhile, by an edit', async () => {
    const { alex, isaiah } = world.people;
    await says(isaiah, 'notify on alerts');
    await bought();
    const posts = isaiah.inbox().length;
    const id = /(P-\d+)/.exec(isaiah.card())?.[1];
    await says(alex, `take ${id}`);
    await settled();
    assert.equal(isaiah.inbox().length, posts);
    assert.match(isaiah.card(), /✓ Alex Wilber is handling it/);
  });

  it('a purchaser who is asked reads who asks and why, objects in words, and whoever asked hears it', async () => {
    const { alex, adele } = world.people;
    const id = /(P-\d+)$/m.exec(await says(alex, 'purchases by:adele product:project'))?.[1] ?? assert.fail();
    await says(alex, `classify ${id} self-service`);
    await says(alex, `ask ${id} because we have a contract`);
    assert.match(alex.card(), /^Ask the purchaser to cancel\?/);
    await alex.press(confirming);
    await settled();
    assert.match(
      adele.card(),
      /^Please cancel one of your purchases\nPurser, for Contoso\nAlex Wilber, who looks after/,
    );
    assert.match(adele.card(), /we have a contract/);
    await adele.press('I still need it', { inputs: { reason: 'my team needs it' } });
    assert.match(adele.card(), /You answered\nI still need it · my team needs it\nI’ll pass it on to Alex Wilber/);
    await settled();
    assert.match(alex.card(), /^The purchaser objects\nIn their words: my team needs it\nProject Plan 3/);
    assert.match(await says(alex, id), /Adele Vance: asked to cancel/);
    world.clock.advance(7 * day + hour);
    await settled();
    assert.match(alex.card(), /^A purchase is still running/);
  });
});
