/** People are found by the address their mail goes to, and told apart where they have one name. */
import assert from 'node:assert/strict';
import { people } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { minute } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a purchaser whose mail is not what they sign in with', () => {
  let world: World;
  const { says } = actsIn(() => world);
  before(async () => {
    world = await openWorld({ unread: true });
    world.teams.limits.on = false;
    const { users, subscriptions } = world.tenant.company;
    Object.assign(users.get(people.adele) ?? {}, { mail: 'zoe.buyer@contoso.example' });
    Object.assign(users.get(people.joni) ?? {}, { displayName: 'Adele Vance' });
    const [one] = subscriptions.filter(({ ownerId, status }) => ownerId === people.adele && status === 'Enabled');
    assert.ok(one);
    Object.assign(one, { ownerId: people.joni });
    await world.purser.sync.run();
  });
  after(() => world.close());
  beforeEach(() => world.clock.advance(minute));

  it('is found by either, on the list and in the journal', async () => {
    assert.match(await says(world.people.alex, 'purchases by:zoe.buyer@contoso.example'), /Adele Vance/);
    const id = [...world.purser.store.all('purchases')].find(({ purchaser }) => purchaser === people.adele)?.id;
    await says(world.people.alex, `classify ${id} self-service`);
    assert.match(await says(world.people.alex, 'audit by:zoe.buyer@contoso'), new RegExp(`${id}\\b`));
  });

  it('is shown with both on the card', async () => {
    const id = [...world.purser.store.all('purchases')].find(({ purchaser }) => purchaser === people.adele)?.id;
    assert.match(
      await says(world.people.alex, `purchase ${id}`),
      /adele[^\n]*@contoso[^\n]*, zoe\.buyer@contoso\.example/i,
    );
  });

  it('is told apart from another of the same name by what each signs in with', async () => {
    const list = await says(world.people.alex, 'purchases all by:"adele vance"');
    assert.match(list, /Adele Vance \(adele[^)]*@contoso/i);
    const joni = await says(world.people.alex, 'purchases all by:joni');
    assert.match(joni, /Adele Vance \(joni[^)]*@contoso/i);
  });
});
