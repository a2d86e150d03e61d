/** An answer that showed a request is kept up to date as what was posted by itself. */
import assert from 'node:assert/strict';
import { company } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { testClock } from '../world/clock.ts';
import { buyVisio, purchaseOf, requested } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a card that somebody asked for', () => {
  let world: World;
  beforeEach(async () => {
    const clock = testClock();
    const made = company({ now: clock.now() });
    const bought = buyVisio(made, { holders: 2 });
    world = await openWorld({ clock, company: made });
    await requested(world, purchaseOf(world, bought));
  });
  afterEach(() => world.close());
  const { says, settles } = actsIn(() => world);

  it('loses its buttons when somebody else decides', async () => {
    const { megan, miriam } = world.people;
    const { activity } = await miriam.say('approval TK-1');
    const shown = miriam.chat.last;
    assert.match(miriam.card(shown), /\[Approve\]/);
    await says(megan, 'approve TK-1');
    await settles();
    assert.ok(activity.id);
    assert.doesNotMatch(miriam.card(shown), /\[Approve\]/);
    assert.match(miriam.card(shown), /Megan Bowen/);
  });

  it('that was opened from a list follows as well, and the list that took its place is left alone', async () => {
    const { megan, miriam } = world.people;
    await says(miriam, 'approvals');
    const list = miriam.chat.last;
    await miriam.press('Open TK-1');
    assert.match(miriam.card(list), /\[Approve\]/);
    await says(megan, 'approve TK-1');
    await settles();
    assert.doesNotMatch(miriam.card(list), /\[Approve\]/);
  });

  it('asked for again, the older one points to the newer, which goes on', async () => {
    const { megan, miriam } = world.people;
    await says(miriam, 'approval TK-1');
    const first = miriam.chat.last;
    await says(miriam, 'approval TK-1');
    const second = miriam.chat.last;
    await settles();
    assert.match(miriam.card(first), /newer message below/);
    await says(megan, 'reject TK-1 because we need it');
    await settles();
    assert.match(miriam.card(second), /Rejected/);
    assert.match(miriam.card(first), /newer message below/);
  });

  it('is taken back from people who may not read it any more', async () => {
    const { megan, patti } = world.people;
    await says(patti, 'approval TK-1');
    const shown = patti.chat.last;
    for (const role of world.tenant.company.roles.values()) role.members = role.members.filter((id) => id !== patti.id);
    for (const group of world.tenant.company.groups)
      if (group.members.includes(patti.id)) group.members = group.members.filter((id) => id !== patti.id);
    world.clock.advance(6 * 60_000);
    await says(megan, 'approve TK-1');
    await settles();
    assert.match(patti.card(shown), /no longer for you/);
  });
});
