/** Purser with the four narrow permissions in place of Directory.Read.All: everything it asks, each route demanding its own. */
import assert from 'node:assert/strict';
import { insteadOfDirectory, permissions } from '../../bot/microsoft/permissions.ts';
import { company } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { day } from '../world/clock.ts';
import { buyVisio, holdersAt, purchaseOf, requested, target } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('the narrower permissions', () => {
  let world: World;
  afterEach(() => world.close());
  const { says, settles, passes } = actsIn(() => world);

  it('do for a whole sync and a whole takeover, without Directory.Read.All', async () => {
    const its = company({ now: new Date('2026-11-17T09:15:00Z') });
    const subscription = buyVisio(its);
    const [app] = its.apps;
    assert.ok(app);
    app.roles.graph = [
      ...['Organization.Read.All', 'User.Read.All', 'GroupMember.Read.All', 'RoleManagement.Read.Directory'],
      'LicenseAssignment.ReadWrite.All',
    ];
    world = await openWorld({ company: its });
    const { alex, megan, lee } = world.people;
    const { store } = world.purser;
    for (const part of ['subscriptions', 'products', 'holders'] as const)
      assert.equal(store.get('parts', part)?.trouble ?? null, null, part);
    assert.match(await says(lee, 'whoami'), /Global Reader/);
    assert.match(await says(alex, 'status'), /✓ {2}working\n[^\n]*Subscriptions, people and roles/);
    await says(alex, 'notify on approvals');
    await requested(world, purchaseOf(world, subscription));
    await settles();
    await says(megan, 'approve TK-1');
    await settles();
    await passes(3 * day);
    assert.equal(holdersAt(its, target.sku).length, 12);
    subscription.status = 'Deleted';
    await passes();
    assert.equal(store.get('takeovers', 'TK-1')?.state, 'done');
    const refused = world.tenant.requests.filter(({ status, path }) => status === 403 && !path.includes('/policies/'));
    const unasked = /appCatalogs|admin\/appsAndServices|sendMail|installedApps|cloudLicensing|serviceAnnouncement/;
    assert.deepEqual(
      refused.map(({ method, path }) => `${method} ${path}`).filter((asked) => !unasked.test(asked)),
      [],
    );
  });
});

describe('the permissions in place of Directory.Read.All', () => {
  it('are told for each of its routes', () => {
    const routes = permissions.find(({ name }) => name === 'Directory.Read.All')?.routes ?? [];
    assert.deepEqual(new Set(Object.keys(insteadOfDirectory)), new Set(routes));
  });
});
