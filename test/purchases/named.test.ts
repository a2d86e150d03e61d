/** A purchase that is named by its product and its purchaser, instead of its number. */
import assert from 'node:assert/strict';
import { actsIn } from '../world/acts.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a purchase named in words', () => {
  let world: World;
  before(async () => {
    world = await openWorld({ limited: false });
  });
  after(() => world.close());
  const { says } = actsIn(() => world);

  it('is meant where only one fits, in either language, and nothing is done before it is confirmed', async () => {
    const { alex } = world.people;
    for (const [said, locale] of [
      ['take over adele’s project', 'en-GB'],
      ['takeover the project plan 3 of adele', 'en-GB'],
      ['prendre le contrôle du project d’adele', 'fr-FR'],
    ] as const) {
      const seen = await says(alex, said, locale);
      assert.match(seen, /Project Plan 3/, said);
      assert.doesNotMatch(seen, /Which purchase|Quel achat/, said);
    }
    assert.match(
      await says(alex, 'keep adele’s project because retail plans with it'),
      /^Keep[\s\S]*retail plans with it/,
    );
    assert.match(await says(alex, 'garder le project d’adele', 'fr-FR'), /^Garder/);
    assert.match(await says(alex, 'keep adele’s project until 31 December 2026'), /^Keep[\s\S]*Project Plan 3/);
    assert.equal(world.purser.store.count('takeovers'), 0);
    const kept = [...world.purser.store.all('purchases')].filter(({ decision }) => decision !== null);
    assert.deepEqual(kept, []);
  });

  it('is asked for where several fit, each a button that does the same, or none does', async () => {
    const { alex } = world.people;
    const seen = await says(alex, 'take over visio', 'en-GB');
    assert.match(seen, /Which purchase do you mean\?\n\[P-\d+ · Visio/);
    await alex.press(({ action: { verb }, title }) => verb === 'takeover' && /Visio Plan 1/.test(title));
    assert.match(alex.card(), /Visio Plan 1/);
    assert.match(await says(alex, 'takeover zeppelin'), /I find no running purchase by those words/);
    assert.match(await says(alex, 'take me to the list'), /Which purchase\? For example: take P-3/);
    assert.match(await says(alex, 'keep until friday'), /Which purchase\? For example: keep P-3/);
  });

  it('is taken in hand, settled and given back by its words as by its number', async () => {
    const { alex } = world.people;
    const decision = () => [...world.purser.store.all('purchases')].flatMap((each) => each.decision?.kind ?? []);
    assert.match(await says(alex, 'take adele’s project'), /Project Plan 3[\s\S]*Handled by \| Alex Wilber/);
    assert.deepEqual(decision(), ['in-hand']);
    assert.match(await says(alex, 'classify adele’s project self-service'), /Kind \| self-service, confirmed by Alex/);
    assert.match(await says(alex, 'take adele’s visio?'), /That was a question, so I did nothing/);
    assert.match(await says(alex, 'rendre le project d’adele', 'fr-FR'), /Project Plan 3/);
    assert.deepEqual(decision(), []);
    assert.match(await says(alex, 'release adele’s project'), /I find no running purchase by those words/);
  });
});
