/** What the card of a takeover leads to when it is pressed, and what it tells to whom. */
import assert from 'node:assert/strict';
import type { Takeover } from '../../store/records.ts';
import { actsIn } from '../acts.ts';
import { day } from '../clock.ts';
import { buyVisio, purchaseOf, requested } from '../takeovers.ts';
import { company, type Subscription } from '../tenant/index.ts';
import { openWorld, type World } from '../world.ts';

describe('the card of a takeover', () => {
  let world: World;
  let subscription: Subscription;
  const { says, sees, settles, passes } = actsIn(() => world);
  const taken = (): Takeover => world.purser.store.get('takeovers', 'TK-1') ?? assert.fail('no takeover');

  beforeEach(async () => {
    const its = company({ now: new Date('2026-11-17T09:15:00Z') });
    subscription = buyVisio(its);
    world = await openWorld({ company: its });
    await says(world.people.alex, 'notify on approvals');
    await requested(world, purchaseOf(world, subscription));
    await settles();
  });
  afterEach(() => world.close());

  it('leads whoever ends the subscription to say what they found, by a press', async () => {
    const { alex, megan, adele } = world.people;
    await says(megan, 'approve TK-1');
    await settles();
    await passes(3 * day);
    assert.equal(taken().state, 'waiting');
    assert.match(sees(alex), /Take control of this subscription/);
    await alex.press('Say what you found');
    await alex.press('Send', { inputs: { found: 'renewal-off' } });
    assert.deepEqual(taken().reports, [], 'a day is missing');
    await alex.press('Send', { inputs: { found: 'renewal-off', until: '2026-12-24' } });
    assert.deepEqual(
      taken().reports.map(({ what, endsAt }) => [what, endsAt]),
      [['renewal-off', '2026-12-24T12:00:00.000Z']],
    );
    await settles();
    assert.match(sees(adele), /until 24 Dec 2026/);
  });

  it('names in a channel neither who holds it nor what somebody objects', async () => {
    const { alex, megan, adele } = world.people;
    const team = world.teams.team({ name: 'IT', members: [alex, megan] });
    await team.install(alex);
    await says(megan, 'approve TK-1');
    await settles();
    await adele.press('I object', { inputs: { reason: 'My drawings are in it' } });
    await megan.ask('approval TK-1', { in: team.general, mention: true });
    const read = megan.card();
    assert.match(read, /1 person objects/);
    assert.doesNotMatch(read, /drawings/);
    await says(megan, 'approval TK-1');
    assert.match(sees(megan), /drawings/);
  });
});
