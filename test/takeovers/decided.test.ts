/** What somebody reads who has to decide: at a glance, on request, in a channel, and before a cancellation. */
import assert from 'node:assert/strict';
import { company, people } from '../stand-ins/tenant/index.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { testClock } from '../world/clock.ts';
import { buyVisio, purchaseOf, requested } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('the card of a request', () => {
  let world: World;
  let purchase: ReturnType<typeof purchaseOf>;
  beforeEach(async () => {
    const clock = testClock();
    const its = company({ now: clock.now() });
    const subscription = buyVisio(its, { holders: 12 });
    world = await openWorld({ clock, company: its });
    purchase = purchaseOf(world, subscription);
  });
  afterEach(() => world.close());
  const { says, sees, settles } = actsIn(() => world);

  it('says at a glance that nobody loses access, and claims no cost that nobody knows', async () => {
    await requested(world, purchase);
    const card = await says(world.people.megan, 'approval TK-1');
    assert.match(card, /Nobody loses access/);
    assert.doesNotMatch(card, /Cost|Unknown today/);
    assert.match(card, /Decide by \| .+ \d\d:\d\d \S+/);
  });

  it('of a cancellation says who loses access, and asks once more with the same facts and what is unusual', async () => {
    const { id } = await requested(world, purchase, { act: { kind: 'cancel', reason: 'cost' } });
    await says(world.people.miriam, `reject ${id} because the team needs it`);
    await requested(world, purchase, { act: { kind: 'cancel', reason: 'cost' } });
    const { megan } = world.people;
    const card = await says(megan, 'approval TK-2');
    assert.match(card, /12 people lose access/);
    await megan.press('Approve');
    const asked = sees(megan);
    assert.match(asked, /12 people lose access\. Approve\?/);
    assert.match(asked, /Rejected before, by Miriam Graham on /);
    for (const fact of ['Undo', 'Why', 'Requested by', 'Decide by']) assert.match(asked, new RegExp(`\\n${fact} \\| `));
    assert.equal(world.purser.store.get('takeovers', 'TK-2')?.state, 'pending');
    await megan.press(confirming);
    assert.equal(world.purser.store.get('takeovers', 'TK-2')?.state, 'approved');
  });

  it('lists everybody it is about to who decides, and to nobody else', async () => {
    const { holders } = await requested(world, purchase);
    const { megan, lee, adele } = world.people;
    for (const text of ['who are the other 6?', 'holders TK-1', 'qui sont les 6 autres']) {
      const names = (await says(megan, text)).split('\n');
      assert.ok(names.length >= holders.ids.length, text);
      assert.ok(names.includes('Adele Vance'), text);
    }
    assert.match(await says(megan, 'why?'), /Why \| We own Visio/);
    for (const other of [lee, adele]) assert.doesNotMatch(await says(other, 'holders TK-1'), /Chloé Hernández/);
  });

  it('in a channel says that somebody objects, and not whether the purchaser has read it', async () => {
    await requested(world, purchase);
    const { alex, megan, adele } = world.people;
    const team = world.teams.team({ name: 'Procurement', members: [alex, megan] });
    await team.install(alex);
    await alex.say('notify on approvals', { in: team.general, mention: true });
    await says(megan, 'approve TK-1');
    await settles();
    await says(adele, 'object TK-1 because the drawings are mine');
    await settles();
    const said = await megan.say('approval TK-1', { in: team.general, mention: true });
    assert.ok(said);
    await megan.say('withdraw TK-1', { in: team.general, mention: true });
    const shown = megan.card(team.general.posts.at(-1) ?? assert.fail());
    assert.doesNotMatch(shown, /drawings|has read it|no answer yet/);
    assert.match(await says(megan, 'approvals running'), /1 person objects/);
  });

  it('offers no button to whoever asks, in a read-only pilot, whether they may approve it', async () => {
    await requested(world, purchase);
    const { store } = world.purser;
    await store.transact((tx) => tx.put('marks', { id: 'read-only', value: world.clock.now().toISOString() }));
    const card = await says(world.people.megan, 'can I approve TK-1?');
    assert.match(card, /read-only pilot/);
    assert.doesNotMatch(card, /\[[^\]]*approve/i);
    assert.match(card, /\[Open\]/);
  });

  it('typed counts as pressed, and says so', async () => {
    await requested(world, purchase);
    assert.match(await says(world.people.megan, 'approve TK-1'), /What you type counts like the button/);
    assert.equal(world.purser.store.get('takeovers', 'TK-1')?.approvals[0]?.by.id, people.megan);
  });
});

describe('who takes something over', () => {
  it('says why: without it nothing is requested, and what was written is kept on the way back', async () => {
    const clock = testClock();
    const its = company({ now: clock.now() });
    const subscription = buyVisio(its, { holders: 2 });
    const world = await openWorld({ clock, company: its });
    try {
      const { alex, isaiah } = world.people;
      const { id } = purchaseOf(world, subscription);
      await isaiah.say(`classify ${id} self-service`);
      clock.advance(10_000);
      await alex.say(`takeover ${id}`);
      await alex.press('Cancel the subscription');
      await alex.press('Next', { inputs: { cause: 'cost' } });
      await alex.press(confirming, { inputs: { reason: '  ' } });
      assert.match(alex.card(), /Please say why/);
      assert.equal(world.purser.store.count('takeovers'), 0);
      await alex.press('Back', { inputs: { reason: 'We have a contract' } });
      await alex.press('Next');
      await alex.press(confirming, { inputs: { reason: 'We have a contract' } });
      assert.equal(world.purser.store.get('takeovers', 'TK-1')?.why, 'We have a contract');
    } finally {
      await world.close();
    }
  });
});
