/** What the card of a takeover leads to when it is pressed, and what it tells to whom. */
import assert from 'node:assert/strict';
import type { Takeover } from '../../store/records.ts';
import { company, type Subscription } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { day } from '../world/clock.ts';
import { buyVisio, purchaseOf, requested } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

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
    await alex.press('Report the result');
    await alex.press('Send', { inputs: { found: 'renewal-off' } });
    assert.deepEqual(taken().reports, [], 'a day is missing');
    await alex.press('Send', { inputs: { found: 'renewal-off', until: '2026-12-24' } });
    assert.deepEqual(
      taken().reports.map(({ what, endsAt }) => [what, endsAt]),
      [['renewal-off', '2026-12-24']],
    );
    await settles();
    assert.match(sees(adele), /until 24 Dec 2026/);
  });

  it('[64] leads to Microsoft’s own button first, then to its support, where the purchaser has left', async () => {
    const { alex, megan, adele } = world.people;
    await says(megan, 'approve TK-1');
    await settles();
    const bought = world.tenant.company.users.get(adele.id) ?? assert.fail();
    bought.accountEnabled = false;
    await passes(3 * day);
    await says(alex, 'check TK-1');
    const { commerceSubscriptionId } = subscription;
    assert.ok(commerceSubscriptionId);
    assert.match(sees(alex), /Take control of this subscription[\s\S]*send Microsoft support this text/);
    assert.ok(sees(alex).includes(`cancel the self-service subscription ${commerceSubscriptionId} in our tenant`));
    await says(alex, 'check TK-1 refused CFQ7-41');
    assert.match(sees(alex), /Its response on 20 Nov 2026: “CFQ7-41”/);
  });

  it('names in a channel neither who holds it nor what somebody objects', async () => {
    const { alex, megan, adele } = world.people;
    const team = world.teams.team({ name: 'IT', members: [alex, megan] });
    await team.install(alex);
    await alex.say('notify on approvals', { in: team.general, mention: true });
    await passes(day);
    await says(megan, 'approve TK-1');
    await settles();
    await adele.press('I still need it', { inputs: { reason: 'My drawings are in it' } });
    await settles();
    const [request] = team.general.posts.slice(-1);
    assert.ok(request);
    const read = (): string => megan.card(request);
    assert.match(read(), /1 person objects/);
    assert.doesNotMatch(read(), /drawings|Adele Vance · objects|People affected/);
    await megan.press('Withdraw', { on: request });
    await megan.press('Back', { on: request });
    assert.match(read(), /1 person objects/, 'back from a question it stands there again');
    assert.doesNotMatch(read(), /drawings/);
    await megan.press('Open', { on: request });
    assert.match(megan.toasts.at(-1) ?? '', /I’ve sent it to you in our private chat/);
    assert.doesNotMatch(read(), /drawings/, 'in the channel nothing has changed');
    assert.match(megan.card(megan.inbox().at(-1)), /drawings/);
    await megan.press('More');
    assert.match(megan.card(megan.inbox().at(-1)), /People affected/);
    const said = await megan.say('approval TK-1', { in: team.general, mention: true });
    assert.equal(team.general.answerTo(said)?.text, 'I’ve sent it to you in our private chat.');
  });
});
