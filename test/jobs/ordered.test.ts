/** What a person ordered begins only while they, and those who approved it, are still in office. */
import assert from 'node:assert/strict';
import { type Company, company, people, type Subscription } from '../stand-ins/tenant/index.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { day, minute } from '../world/clock.ts';
import { buyVisio, holdersAt, purchaseOf, requested, target } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a job that a person ordered', () => {
  let world: World;
  let its: Company;
  let subscription: Subscription;
  const { says, sees, settles, passes, product } = actsIn(() => world);
  beforeEach(async () => {
    its = company({ now: new Date('2026-11-17T09:15:00Z') });
    subscription = buyVisio(its);
    world = await openWorld({ company: its, environment: { APPROVERS_GROUP: '' } });
    await says(world.people.alex, 'notify on approvals');
  });
  afterEach(() => world.close());

  const disable = (id: string): void => {
    const user = its.users.get(id) ?? assert.fail();
    user.accountEnabled = false;
  };
  const change = () => [...world.purser.store.all('changes')].at(-1) ?? assert.fail('no change');

  it('a change of rules does not begin for an admin disabled after the press, and its card says why', async () => {
    const { alex } = world.people;
    const before = product('Visio Plan 2').policyValue;
    await says(alex, 'block "Visio Plan 2" because nobody may');
    await alex.press(confirming);
    disable(people.alex);
    await settles();
    assert.equal(product('Visio Plan 2').policyValue, before);
    assert.equal(change().state, 'ended');
    assert.match(await says(world.people.isaiah, `change ${change().id}`), /is no longer an active member here/);
  });

  it('it waits while Microsoft can’t be asked who they are, and goes on as soon as it can', async () => {
    const { alex } = world.people;
    await says(alex, 'block "Visio Plan 2" because nobody may');
    await alex.press(confirming);
    world.tenant.faults.push({ match: 'POST /graph/v1.0/$batch', kind: 'status', code: 503, times: 50 });
    await world.purser.jobs.drain();
    assert.equal(change().state, 'running');
    assert.equal(product('Visio Plan 2').policyValue, 'Enabled');
    world.tenant.faults.length = 0;
    world.clock.advance(2 * minute);
    await settles();
    assert.equal(product('Visio Plan 2').policyValue, 'Disabled', sees(alex));
  });

  it('an admin whose role lapsed after the press still has what they ordered', async () => {
    const { alex } = world.people;
    await says(alex, 'block "Visio Plan 2" because nobody may');
    await alex.press(confirming);
    for (const role of its.roles) role.members = role.members.filter((id) => id !== people.alex);
    await settles();
    assert.equal(product('Visio Plan 2').policyValue, 'Disabled');
  });

  it('licences are not given for an admin who became a guest after the press', async () => {
    const { alex } = world.people;
    const held = holdersAt(its, target.sku).length;
    await says(alex, 'assign "Visio Plan 2" megan');
    await alex.press(/Assign|Confirm/);
    const user = its.users.get(people.alex) ?? assert.fail();
    user.userType = 'Guest';
    await settles();
    assert.equal(holdersAt(its, target.sku).length, held);
    assert.equal([...world.purser.store.all('jobs')].at(-1)?.steps[0]?.why, 'requester-out');
  });

  it('a takeover whose approver is disabled between its start and its first step moves nobody', async () => {
    const { isaiah } = world.people;
    await requested(world, purchaseOf(world, subscription));
    await settles();
    await says(isaiah, 'approve TK-1');
    const isRunning = (): boolean => world.purser.store.get('takeovers', 'TK-1')?.state === 'running';
    const match = ({ path }: { path: string }): boolean => path.endsWith('/$batch') && isRunning();
    world.tenant.faults.push({ match, kind: 'status', code: 503, times: 99 });
    world.clock.advance(4 * day);
    await world.purser.sync.run();
    await world.purser.watch.drain();
    await world.purser.jobs.drain();
    assert.equal(world.purser.store.get('takeovers', 'TK-1')?.state, 'running');
    disable(people.isaiah);
    world.tenant.faults.length = 0;
    await passes();
    assert.deepEqual(holdersAt(its, target.sku), []);
    const taken = world.purser.store.get('takeovers', 'TK-1');
    assert.deepEqual([taken?.state, taken?.history.at(-1)?.words], ['failed', 'approver-out']);
  });
});
