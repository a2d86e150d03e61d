/** People are found by the address their mail goes to, and told apart where they have one name. */
import assert from 'node:assert/strict';
import { linkOf, rowsOf } from '../exports/exported.ts';
import { company, people } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { minute } from '../world/clock.ts';
import { buyVisio, purchaseOf, requested } from '../world/takeovers.ts';
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
    await says(world.people.alex, `purchase ${id}`);
    await world.people.alex.press('More');
    assert.match(world.people.alex.card(), /adele[^\n]*@contoso[^\n]*, zoe\.buyer@contoso\.example/i);
  });

  it('is told apart from another of the same name by what each signs in with', async () => {
    const list = await says(world.people.alex, 'purchases all by:"adele vance"');
    assert.match(list, /Adele Vance \(adele[^)]*@contoso/i);
    const joni = await says(world.people.alex, 'purchases all by:joni');
    assert.match(joni, /Adele Vance \(joni[^)]*@contoso/i);
  });
});

describe('two people of one name who decide', () => {
  let world: World;
  let purchase: string;
  const { says, settles } = actsIn(() => world);
  const isaiah = /Alex Wilber \(isaiah[^)]*@contoso/i;
  before(async () => {
    const its = company({ now: new Date('2026-11-17T09:15:00Z') });
    const subscription = buyVisio(its);
    // Neither has bought anything: what each signs in with is known from what they say alone.
    Object.assign(its.users.get(people.isaiah) ?? {}, { displayName: 'Alex Wilber', mail: 'ise@contoso.example' });
    Object.assign(its.users.get(people.adele) ?? {}, { mail: 'zoe.buyer@contoso.example' });
    Object.assign(its.users.get(people.miriam) ?? {}, { displayName: 'Megan Bowen' });
    world = await openWorld({ company: its });
    world.teams.limits.on = false;
    for (const who of ['alex', 'isaiah', 'megan', 'miriam'] as const) await says(world.people[who], 'whoami');
    purchase = purchaseOf(world, subscription).id;
    await says(world.people.isaiah, `classify ${purchase} self-service`);
    await requested(world, purchaseOf(world, subscription));
    await says(world.people.megan, 'approve TK-1');
    await settles();
  });
  after(() => world.close());

  it('are told apart on a purchase, in the journal, on the approval and on the list of approvals', async () => {
    const { alex, lee } = world.people;
    const card = await says(alex, `purchase ${purchase}`);
    assert.match(card, /Self-service[^\n]*Alex Wilber \(isaiah/i, 'who settled the kind');
    assert.match(card, /Alex Wilber \(alex[^)]*@contoso/i, 'who takes it over');
    const journal = await says(lee, 'audit');
    assert.match(journal, isaiah);
    assert.match(journal, /Alex Wilber \(alex[^)]*@contoso|Megan Bowen \(megan/i);
    const approval = await says(lee, 'approval TK-1');
    assert.match(approval, /Alex Wilber \(alex[^)]*@contoso/i);
    assert.match(approval, /Megan Bowen \(megan[^)]*@contoso/i);
    assert.match(await says(lee, 'approvals every'), /Alex Wilber \(alex[^)]*@contoso/i);
  });

  it('are told apart where a change of rules, a pause and a purchase in hand name them', async () => {
    const { isaiah: admin, alex } = world.people;
    await says(admin, 'block "Visio Plan 1" because nobody may');
    assert.match(await says(alex, 'change'), /./);
    assert.match(await says(alex, 'change CH-1'), isaiah);
    await says(admin, 'pause everything');
    assert.match(await says(alex, 'status'), isaiah);
    await says(admin, 'resume');
  });

  it('are found by the address their mail goes to: takeovers, and any word of the journal', async () => {
    const { lee } = world.people;
    assert.match(await says(lee, 'approvals every zoe.buyer@contoso.example'), /TK-1/);
    assert.doesNotMatch(await says(lee, 'approvals every nobody@contoso.example'), /TK-1/);
    assert.match(await says(lee, 'audit ise@contoso.example'), isaiah);
    assert.match(await says(lee, 'audit by:ise@contoso.example'), isaiah);
    assert.doesNotMatch(await says(lee, 'audit ise@contoso.example'), /Alex Wilber \(alex/i);
  });

  it('are in the files with what they sign in with and where their mail goes, in columns behind those there were', async () => {
    const { lee } = world.people;
    const purchases = await rowsOf(await linkOf(lee, 'export purchases'));
    const behind = ['Purchaser’s mail', 'Free, or 10,000 seats and more', 'Being handled', 'By', 'Until'];
    assert.deepEqual(Object.keys(purchases[0] ?? {}).slice(-6), [...behind, 'Kept because']);
    assert.ok(purchases.some((row) => row['Purchaser’s mail'] === 'zoe.buyer@contoso.example'));
    const licences = await rowsOf(await linkOf(lee, 'export licences'));
    const later = ['How the seat ends', 'How the purchase is known', 'Allotments read on', 'Guest'];
    assert.deepEqual(Object.keys(licences[0] ?? {}).slice(-5), ['Purchaser’s mail', ...later]);
    assert.ok(licences.some((row) => row['Purchaser’s mail'] === 'zoe.buyer@contoso.example'));
    const journal = await rowsOf(await linkOf(lee, 'export audit'));
    assert.ok(journal.some((row) => row['Who'] === 'Alex Wilber' && row['Entra id'] === people.isaiah));
  });
});
