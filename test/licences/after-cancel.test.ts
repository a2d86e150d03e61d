/** After a cancel licences are offered to everybody who lost access; nobody drops out of that without a word. */
import assert from 'node:assert/strict';
import type { Person } from '../../store/records.ts';
import { company } from '../stand-ins/tenant/index.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { buyVisio, purchaseOf, requested, target } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('people who left after a cancel', () => {
  let world: World;
  let holders: string[];
  const { says, sees } = actsIn(() => world);
  before(async () => {
    const its = company({ now: new Date('2026-11-17T09:15:00Z') });
    const subscription = buyVisio(its, { holders: 4, free: 60 });
    world = await openWorld({ company: its });
    const act = { kind: 'cancel', reason: 'cost' } as const;
    const takeover = await requested(world, purchaseOf(world, subscription), { act });
    holders = takeover.holders.ids;
    await world.purser.store.transact((tx) => tx.put('takeovers', { ...takeover, state: 'done' }));
  });
  after(() => world.close());

  const leaves = async (nth: number): Promise<Person> => {
    const { store } = world.purser;
    const person = store.get('people', holders[nth] ?? '') ?? assert.fail();
    await store.transact((tx) => tx.put('people', { ...person, leftAt: world.clock.now().toISOString() }));
    return person;
  };

  it('are named on the offer, which has the others, in English and French', async () => {
    const { name } = await leaves(3);
    const card = await says(world.people.alex, 'assign TK-1');
    assert.match(card, /3 people lost access/);
    assert.match(card, new RegExp(`${name} lost access too, and is left out: they are no longer in the organisation`));
    assert.match(await says(world.people.alex, 'attribuer TK-1', 'fr-FR'), new RegExp(`${name} a aussi perdu l’accès`));
  });

  it('are named where they were ticked and left before it was confirmed', async () => {
    const { alex } = world.people;
    await says(alex, 'assign TK-1');
    const { name } = await leaves(2);
    await alex.press(confirming, { inputs: { people: holders.slice(0, 3).join(','), product: target.sku } });
    assert.match(sees(alex), new RegExp(`${name} lost access too, and is left out`));
    assert.match(sees(alex), /of 2/);
  });
});
