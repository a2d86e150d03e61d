/** Whether somebody may buy a product themselves: the verdict, the rule it rests on, and what to do instead. */
import assert from 'node:assert/strict';
import { people } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { openWorld, type World } from '../world/world.ts';

describe('can-buy', () => {
  let world: World;
  before(async () => {
    world = await openWorld({ limited: false });
    outside('Power BI Pro', 'Enabled');
    outside('Visio Plan 1', 'OnlyTrialsWithoutPaymentMethod');
    outside('Visio Plan 2', 'Disabled');
    await world.purser.sync.run();
  });
  after(() => world.close());

  const { says, outside } = actsIn(() => world);
  const lives = (usageLocation: string | null): void => {
    const user = world.tenant.company.users.get(people.adele) ?? assert.fail();
    user.usageLocation = usageLocation;
  };

  it('[47, 49] says yes to an active account where the rule allows it, and who pays then', async () => {
    lives('FR');
    const card = await says(world.people.adele, 'can i buy power bi pro?', 'en-GB');
    assert.match(card, /^Yes, it may be bought\nFor you[\s\S]*✓ yes/);
    assert.match(card, /synced from a local directory counts the same[\s\S]*charged to your own card/);
    assert.match(card, /Data as of[\s\S]*Self-service purchase FAQ/);
  });

  it('[N1] says no, or trials only, as the rule of each product has it, and leads to a request', async () => {
    const { adele } = world.people;
    assert.match(
      await says(adele, 'puis-je acheter visio plan 2 ?', 'fr-FR'),
      /^Non[\s\S]*Demandez plutôt une licence[\s\S]*\[Demander une licence\]/,
    );
    assert.match(await says(adele, 'can-buy visio plan 1', 'en-GB'), /^Trials only/);
    assert.match(
      await says(adele, 'acheter visio', 'fr-FR'),
      /^Cela dépend du produit[\s\S]*Visio Plan 1[\s\S]*Visio Plan 2/,
    );
    assert.match(
      await says(adele, 'can-buy microsoft visio plan 1', 'en-GB'),
      /^Trials only/,
      'nobody is called Microsoft',
    );
    assert.match(await says(adele, 'can-buy vizio plan 1', 'en-GB'), /Did you mean this\?[\s\S]*\[Visio Plan 1\]/);
  });

  it('[53] says no in India for all, in Brazil and the Democratic Republic of the Congo for Visio, and where it can’t know', async () => {
    const { adele } = world.people;
    for (const [country, product, verdict] of [
      ['IN', 'power bi pro', /^No/],
      ['BR', 'visio plan 1', /^No/],
      ['CD', 'visio plan 1', /^No/],
      ['BR', 'power bi pro', /^Yes/],
      [null, 'power bi pro', /^Yes[\s\S]*doesn’t tell me the country\. In India nothing/],
    ] as const) {
      lives(country);
      assert.match(await says(adele, `can-buy ${product}`, 'en-GB'), verdict, `${country} ${product}`);
    }
  });

  it('[48, 49] says no to a guest and to a disabled account, of whom viewers alone may ask', async () => {
    const { alex, adele } = world.people;
    assert.match(await says(alex, 'can-buy nadia power bi pro'), /^No[\s\S]*A guest can’t buy/);
    assert.match(await says(alex, 'can-buy diego power bi pro'), /^No[\s\S]*The account is disabled/);
    assert.match(await says(alex, 'can-buy megan power bi pro'), /^Yes[\s\S]*For Megan Bowen/);
    assert.match(await says(adele, 'can-buy megan power bi pro', 'en-GB'), /Only admins and viewers/);
  });

  it('[50] says no where the organisation has what is sold to government or to schools alone', async () => {
    const { store } = world.purser;
    for (const [part, reads] of [
      ['M365_G3_GOV', /^No[\s\S]*sold to government/],
      ['M365EDU_A3_FACULTY', /^No[\s\S]*sold to schools/],
    ] as const) {
      await store.transact((tx) => tx.put('products', { id: 'sector', part, name: part, seats: 1, used: 0 }));
      assert.match(await says(world.people.adele, 'can-buy power bi pro', 'en-GB'), reads);
    }
    await store.transact((tx) => tx.delete('products', 'sector'));
    assert.match(
      await says(world.people.adele, 'can-buy power bi pro', 'en-GB'),
      /^Yes[\s\S]*Nothing I have read says/,
    );
  });
});
