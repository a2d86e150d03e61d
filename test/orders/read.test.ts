/** What people read of an order while it waits, and after it: each sentence says how it is, and leads on. */
import assert from 'node:assert/strict';
import { actsIn, confirming } from '../world/acts.ts';
import { day } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('of what waits for a second person', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld({ environment: { FOUR_EYES: 'wide' } });
  });
  afterEach(() => world.close());

  const { says, sees, settles } = actsIn(() => world);
  const blockAll = async (): Promise<void> => {
    await says(world.people.alex, 'block all because we buy centrally');
    await world.people.alex.press(confirming);
  };

  it('nobody reads that it waits to be confirmed: not by its number, not in the list of changes', async () => {
    const { alex, isaiah, patti, megan } = world.people;
    await blockAll();
    for (const reader of [alex, isaiah, patti])
      assert.match(await says(reader, 'change CH-1'), /^A second person has to approve this/);
    assert.match(await says(alex, 'changes'), /CH-1 · waiting for a second person/);
    // Neither is an approver sent to messages of their own by its bare number.
    assert.match(await says(megan, 'CH-1'), /^A second person has to approve this[\s\S]*\[Approve\]/);
    assert.match(await says(alex, 'annuler CH-1', 'fr-FR'), /\[Retirer la demande\]/);
    await says(megan, 'approve CH-1');
    await settles();
    await megan.press('Open CH-1');
    assert.match(sees(megan), /done/);
    assert.doesNotMatch(sees(megan), /\[Undo\]|\[Retry\]/);
  });

  it('the second person reads every product before approving, and every person', async () => {
    const { alex, megan } = world.people;
    const open = world.tenant.company.products.filter(({ policyValue }) => policyValue === 'Enabled');
    await blockAll();
    const card = await says(megan, 'approval CH-1');
    for (const { productName } of open) assert.ok(card.includes(productName), productName);
    const names = Array.from({ length: 57 }, (_, n) => `Person ${n}`);
    await world.purser.store.transact((tx) => {
      const order = tx.get('orders', 'CH-1') ?? assert.fail();
      const items = names.map((name) => ({ id: name, name, before: null, after: null }));
      const what = { kind: 'licences', what: 'assign', sku: 'x', product: 'Visio Plan 2', people: names } as const;
      tx.put('orders', { ...order, id: 'OR-1', what, items });
    });
    const whom = await says(megan, 'approval OR-1');
    for (const name of names) assert.ok(whom.includes(name), name);
    // Two people of one name are told apart.
    const called = [...world.purser.store.all('people')].map(({ name }) => name);
    const twice = [...world.purser.store.all('people')].find(
      ({ name }) => called.filter((each) => each === name).length > 1,
    );
    assert.ok(twice?.name && twice.userName);
    const one = { id: twice.id, name: twice.name, before: null, after: null };
    const order = world.purser.store.get('orders', 'OR-1') ?? assert.fail();
    await world.purser.store.transact((tx) => tx.put('orders', { ...order, items: [one] }));
    assert.ok((await says(megan, 'approval OR-1')).includes(`${twice.name} (`));
    assert.doesNotMatch(await says(alex, 'approvals'), /Takeovers to decide/);
  });

  it('a move without a number asks which, by one that waits for that person, in either language', async () => {
    const { alex, isaiah, megan } = world.people;
    await blockAll();
    // An admin who is no approver is not told that only approvers can.
    assert.match(await says(isaiah, 'approve'), /^Which one\? For example: approve CH-1\./);
    assert.match(await says(megan, 'refuser', 'fr-FR'), /^Laquelle \? Par exemple : refuser CH-1\./);
    assert.match(await says(alex, 'withdraw'), /^Which one\? For example: withdraw CH-1\./);
    await says(alex, 'withdraw CH-1');
    assert.match(await says(isaiah, 'approve'), /Only approvers/);
  });

  it('what nobody has decided is not called decided, and who took it back did not decide it', async () => {
    const { alex, megan } = world.people;
    await blockAll();
    assert.match(await says(alex, 'withdraw CH-1'), /^Withdrawn[\s\S]*Withdrawn by \| Alex Wilber/);
    assert.match(await says(megan, 'approve CH-1'), /CH-1 isn’t waiting for a decision any more/);
    await says(alex, 'baseline record');
    world.clock.advance(10 * day);
    await settles();
    await world.purser.watch.drain();
    await says(megan, 'approve OR-1');
    assert.match(await says(megan, 'approve OR-1'), /OR-1 isn’t waiting for a decision any more/);
  });

  it('on hold an approver is told to say it again, and gets no button that is for admins', async () => {
    const { alex, isaiah, megan } = world.people;
    await blockAll();
    await says(alex, 'pause everything');
    const read = await says(megan, 'approve CH-1');
    assert.match(read, /Nothing was ordered\. Please say this again after that\./);
    assert.doesNotMatch(read, /\[Resume\]/);
    assert.match(await says(isaiah, 'approve CH-1'), /\[Resume\]/);
  });
});
