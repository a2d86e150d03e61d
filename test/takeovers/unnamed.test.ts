/** A takeover that people mean who don't name it: the only one, its purchase, its number alone; and what goes on without them. */
import assert from 'node:assert/strict';
import { company } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { day } from '../world/clock.ts';
import { buyVisio, purchaseOf, requested } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a takeover that is meant and not named', () => {
  let world: World;
  let purchase: string;
  const { says, sees, passes, settles } = actsIn(() => world);
  const state = () => world.purser.store.get('takeovers', 'TK-1')?.state;
  before(async () => {
    const its = company({ now: new Date('2026-11-17T09:15:00Z') });
    const subscription = buyVisio(its);
    world = await openWorld({ company: its });
    purchase = purchaseOf(world, subscription).id;
  });
  after(() => world.close());

  it('is not asked for where none is open: people read that nothing waits', async () => {
    const { adele, alex } = world.people;
    assert.match(await says(adele, 'check', 'en-GB'), /^No takeover waits for that from you\. Nothing has been done/);
    assert.match(sees(adele), /\[Waiting for you\]/);
    assert.match(await says(alex, 'vérifier', 'fr-FR'), /^Aucune prise de contrôle n’attend cela de vous/);
    assert.match(await says(alex, `approve ${purchase}`, 'en-GB'), /I didn’t understand “P-\d+” in “approve”/);
  });

  it('is shown to those who name its purchase, or its number alone, and not decided', async () => {
    const { megan, adele, lee } = world.people;
    await requested(world, world.purser.store.get('purchases', purchase) ?? assert.fail());
    await settles();
    for (const said of [`approve ${purchase}`, 'approve 1', `reject ${purchase} because no`, `approuver ${purchase}`])
      assert.match(await says(megan, said), /TK-1 · P-\d+\nWaiting for a decision[\s\S]*\[Approve\]/, said);
    assert.equal(state(), 'pending');
    assert.doesNotMatch(await says(megan, 'assign visio plan 1'), /TK-1/, 'a number may be part of a name');
    assert.doesNotMatch(
      await says(lee, `approve ${purchase}`),
      /\[Approve\]/,
      'who can’t approve gets no button for it',
    );
    assert.doesNotMatch(await says(world.people.elodie, `check ${purchase}`, 'en-GB'), /TK-1/, 'none of theirs');
    assert.match(
      await says(adele, 'what is going on?', 'en-GB'),
      /Nothing waits[\s\S]*Under way without you[\s\S]*TK-1/,
    );
  });

  it('waits for its requester where they have to end it at Microsoft', async () => {
    const { alex, adele, megan } = world.people;
    await says(megan, 'approve TK-1');
    await passes(3 * day);
    assert.equal(state(), 'waiting');
    const todo = await says(alex, 'what do i still have to do?', 'en-GB');
    assert.match(
      todo,
      /This waits for you\. What you typed did nothing yet[\s\S]*To do: end the subscription at Microsoft/,
    );
    assert.match(
      await says(alex, 'done, I cancelled it in the admin center', 'en-GB'),
      /TK-1[\s\S]*\[Report the result\]/,
    );
    assert.match(await says(alex, `check ${purchase}`, 'en-GB'), /TK-1 · P-\d+\nWaiting for the subscription to end/);
    assert.match(await says(adele, 'check', 'en-GB'), /TK-1/, 'it is about her own purchase');
  });
});
