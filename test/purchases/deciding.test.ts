/** Deciding about a purchase. */
import assert from 'node:assert/strict';
import { actsIn } from '../world/acts.ts';
import { day, hour } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('deciding about a purchase', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  const { says } = actsIn(() => world);
  const idOf = async (words: string): Promise<string> =>
    /(P-\d+)$/m.exec(await says(world.people.alex, `purchases ${words}`))?.[1] ?? assert.fail();

  it('take puts a name on it for seven days, and off the list of what is to decide', async () => {
    const { alex, patti } = world.people;
    const id = await idOf('by:adele product:project');
    assert.match(await says(alex, 'purchases'), new RegExp(`${id}\\b`));
    assert.match(await says(alex, `take ${id}`), /Handled by \| Alex Wilber, until 24 Nov 2026/);
    assert.doesNotMatch(await says(alex, 'purchases'), new RegExp(`${id}\\b`));
    assert.match(await says(patti, `P-${id.slice(2)}`), /Handled by \| Alex Wilber/);
    world.clock.advance(7 * day + hour);
    assert.match(await says(alex, 'purchases'), new RegExp(`${id}\\b`), 'the day has passed');
  });

  it('a second admin is told who has it already, and both pressing at once leaves one', async () => {
    const { alex, isaiah } = world.people;
    const id = await idOf('by:adele product:project');
    for (const each of [alex, isaiah]) each.feed.clear();
    await Promise.all([alex.say(`take ${id}`), isaiah.say(`take ${id}`)]);
    await Promise.all([alex.next(), isaiah.next()]);
    const cards = [alex.card(), isaiah.card()];
    assert.equal(cards.filter((card) => /is already handling P-\d+, until 24 Nov 2026/.test(card)).length, 1);
    assert.equal(cards.filter((card) => /Handled by \| /.test(card)).length, 1);
  });

  it('classify settles the kind for good, and the purchase says who did', async () => {
    const { alex } = world.people;
    const id = await idOf('by:adele product:project');
    const card = await says(alex, `classer ${id} central`);
    assert.match(card, /Kind \| bought centrally, confirmed by Alex Wilber on 17 Nov 2026/);
    await world.purser.sync.run();
    assert.match(await says(alex, `purchase ${id}`), /confirmed by Alex Wilber/, 'a sync does not conclude otherwise');
    assert.doesNotMatch(await says(alex, 'purchases by:adele self-service'), new RegExp(`${id}\\b`));
  });

  it('classify without a kind asks which, and one press answers', async () => {
    const { alex } = world.people;
    const id = await idOf('by:adele product:project');
    await says(alex, `purchase ${id}`);
    await alex.press('More');
    await alex.press('Classify this purchase');
    assert.match(alex.card(), /Who bought P-\d+: a person themselves, or the organisation\?/);
    await alex.press('It’s self-service');
    assert.match(alex.card(), /confirmed by Alex Wilber/);
  });

  it('is for admins: viewers and purchasers are refused, and nothing changes', async () => {
    const id = await idOf('by:adele product:project');
    for (const person of [world.people.patti, world.people.lee, world.people.adele]) {
      assert.match(await says(person, `take ${id}`), /Only admins can do that/);
      assert.match(await says(person, `classify ${id} central`), /Only admins can do that/);
    }
    assert.equal(world.purser.store.get('purchases', id)?.decision, null);
    assert.equal(world.purser.store.count('audit'), 0);
  });

  it('what has ended, or never was, can’t be taken', async () => {
    const { alex } = world.people;
    const ended = await idOf('status:deleted by:adele');
    assert.match(await says(alex, `take ${ended}`), /has ended/);
    assert.match(await says(alex, 'take P-9999'), /I can’t find purchase P-9999/);
    assert.match(await says(alex, 'take'), /Which purchase\?/);
  });

  it('what is not self-service is nobody’s to take, and the way out is told: settle its kind first', async () => {
    const { alex } = world.people;
    const id = await idOf('central status:active');
    const card = await says(alex, `take ${id}`);
    assert.match(card, new RegExp(`${id} is probably bought .* classify it first: classify ${id} self-`));
    assert.equal(world.purser.store.count('audit'), 0);
    await says(alex, `classify ${id} central`);
    assert.match(await says(alex, `take ${id}`), new RegExp(`${id} is confirmed as bought centrally`));
    await says(alex, `classify ${id} self-service`);
    assert.match(await says(alex, `take ${id}`), /Handled by \| Alex Wilber/);
  });

  it('a number alone is an id where one purchase is meant, and two are one too many where one is shown or taken over', async () => {
    const { alex } = world.people;
    const number = (await idOf('by:adele product:project')).slice(2);
    assert.match(await says(alex, `take ${number}`), /Handled by \| Alex Wilber/);
    assert.match(await says(alex, `purchase ${number}`), /^Project Plan 3/);
    for (const words of ['purchase P-3 P-4', 'takeover P-3 P-4', 'prendre le contrôle P-3 P-4'])
      assert.match(await says(alex, words), /One purchase at a time/);
  });
});
