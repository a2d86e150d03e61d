/** A purchase whose product others bought as well: whose seats are its own, and which seats are the organisation's to give. */
import assert from 'node:assert/strict';
import { linkOf, rowsOf } from '../exports/exported.ts';
import { type Company, company, groups, people, type Subscription } from '../stand-ins/tenant/index.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { day } from '../world/clock.ts';
import { buyVisio, holdersAt, purchaseOf, target } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a purchase that shares its product with others', () => {
  let world: World;
  let its: Company;
  let subscription: Subscription;
  let mine: string[];
  const { says, sees, settles, passes } = actsIn(() => world);
  afterEach(() => world.close());

  /** Adele bought Visio for five; three more have it from Lidia, who also bought herself what the organisation owns. */
  const opened = async (allotments: Company['allotments'], change: (its: Company) => void = () => {}) => {
    its = company({ now: new Date('2026-11-17T09:15:00Z') });
    subscription = buyVisio(its, { holders: 5, free: 9 });
    mine = holdersAt(its, subscription.skuId);
    const lidia = { ...subscription, id: '7e9a0000-0000-4000-8000-00000000aaaa', commerceSubscriptionId: null };
    its.subscriptions.push({ ...lidia, ownerId: people.lidia, totalLicenses: 6 });
    const others = [...its.users.values()].filter(({ id, userType }) => userType === 'Member' && !mine.includes(id));
    for (const { licences } of others.slice(50, 53))
      licences.push({ skuId: subscription.skuId, group: null, since: '2026-10-01T08:00:00Z', from: lidia.id });
    its.allotments = allotments;
    change(its);
    world = await openWorld({ company: its });
    await says(world.people.isaiah, 'notify on approvals');
    await says(world.people.isaiah, `classify ${purchaseOf(world, subscription).id} self-service`);
  };
  const id = (): string => purchaseOf(world, subscription).id;

  it('is taken over without picking anybody where allotments say who holds it, and nobody else is touched', async () => {
    await opened('single');
    const { alex, megan } = world.people;
    await says(alex, `purchase ${id()}`);
    await alex.press('More');
    assert.match(sees(alex), /Microsoft’s allotments say who holds this purchase \(read 17 Nov 2026\)/);
    assert.match(await says(alex, `takeover ${id()}`), /Microsoft’s allotments say who holds it; number of people: 5/);
    await alex.press('Move', { inputs: { product: target.sku } });
    await alex.press(confirming, { inputs: { reason: 'We own it' } });
    const taken = () => world.purser.store.get('takeovers', 'TK-1') ?? assert.fail(sees(alex));
    assert.deepEqual([taken().holders.known, new Set(taken().holders.ids)], ['allotted', new Set(mine)]);
    await settles();
    await says(megan, 'approve TK-1');
    await passes(3 * day);
    assert.equal(
      taken().state,
      'waiting',
      taken()
        .history.map(({ move }) => move)
        .join(),
    );
    assert.deepEqual(new Set(holdersAt(its, target.sku)), new Set(mine));
    subscription.status = 'Deleted';
    for (const user of its.users.values()) user.licences = user.licences.filter(({ from }) => from !== subscription.id);
    await passes();
    assert.equal(taken().state, 'done');
    assert.equal(holdersAt(its, subscription.skuId).length, 3);
  });
  for (const allotments of ['contradictory', 'pooled', 'absent', 'half'] as const)
    it(`asks who holds it where allotments are ${allotments}, and says why it has to`, async () => {
      await opened(allotments === 'half' ? 'refused' : allotments);
      if (allotments === 'half') {
        its.allotments = 'single';
        world.tenant.faults.push({ match: '/graph/beta/admin/cloudLicensing', kind: 'status', code: 503, times: 5 });
        await passes();
      }
      const { alex } = world.people;
      const why = {
        half: /answered only part of its allotments, so I conclude nothing from them/,
        contradictory: /contradict each other, so I conclude nothing from them/,
        pooled: /put these seats into one pool with other subscriptions/,
        absent: /don’t exist in this tenant or its cloud; at a takeover you pick the holders/,
      };
      assert.match(await says(alex, `purchase ${id()}`), /8 people have this product/);
      await alex.press('More');
      assert.match(sees(alex), why[allotments]);
      assert.match(await says(alex, `takeover ${id()}`), /Whose seats are they\?/);
      assert.doesNotMatch(sees(alex), /allotments/);
    });

  /** Twenty seats, two of them in use, of the very product that the organisation has nine of. */
  const lidiaOwns = (tenant: Company): void => {
    const [own] = tenant.subscriptions.filter(({ skuId }) => skuId === target.sku);
    assert.ok(own);
    const bought = { ...own, id: '7e9a0000-0000-4000-8000-00000000bbbb', commerceSubscriptionId: null };
    tenant.subscriptions.push({ ...bought, ownerId: people.lidia, ownerType: 'User', totalLicenses: 20 });
    for (const { licences } of [...tenant.users.values()].slice(100, 107))
      licences.push({ skuId: own.skuId, group: null, since: '2026-10-01T08:00:00Z', from: bought.id });
  };
  it('leaves the free seats of other people’s purchases alone: of 29 with 7 in use, only 2 are sure', async () => {
    await opened('single', (tenant) => {
      lidiaOwns(tenant);
      tenant.allotments = 'absent';
    });
    const { alex } = world.people;
    await world.purser.store.transact((tx) => {
      const holders = { known: 'picked' as const, ids: mine };
      const by = { id: alex.id, name: 'Alex Wilber' };
      const at = world.clock.now().toISOString();
      tx.put('drafts', { id: 'D-1', at, by, purchase: id(), holders, act: null, check: null });
    });
    await says(alex, `takeover ${id()}`);
    assert.match(JSON.stringify(alex.inbox().at(-1)?.card), /Visio Plan 2 · at least 2 free, up to 3 missing/);
    await alex.press('Move', { inputs: { product: target.sku } });
    assert.match(sees(alex), /Up to 3 of the 5 seats needed for Visio Plan 2 may be missing: at least 2 free/);
    assert.match(await says(alex, 'assign VISIOCLIENT to adele'), /at least 2 free; of the 29 in all, some belong/);
  });
  it('counts the organisation’s allotments alone, where they tell', async () => {
    await opened('single', lidiaOwns);
    const { alex } = world.people;
    await says(alex, `takeover ${id()}`);
    assert.match(JSON.stringify(alex.inbox().at(-1)?.card), /Visio Plan 2 · 9 seats free/);
    assert.match(await says(alex, 'assign VISIOCLIENT to adele'), /9 of 29 free/);
  });

  it('tells a licence through a group from a direct one, where Graph no longer does', async () => {
    await opened('single', (tenant) => {
      tenant.groupsToldApart = false;
      const [first] = [...tenant.users.values()].flatMap(({ licences }) =>
        licences.filter(({ from }) => from === subscription.id),
      );
      const designers = tenant.groups.find((group) => group.id === groups.designers);
      assert.ok(first && designers);
      designers.members = [mine[0] ?? ''];
      first.group = designers.id;
    });
    const { alex } = world.people;
    await says(alex, `takeover ${id()}`);
    await alex.press('Move', { inputs: { product: target.sku } });
    assert.match(sees(alex), /1 person has the licence through a group|through a group/);
  });

  it('stands in the export of holders with what says so, and the others as unknown', async () => {
    await opened('single');
    const rows = await rowsOf(await linkOf(world.people.alex, `export licences ${id()}`));
    const told = rows.map(
      (row) => `${row['Purchase']}, ${row['How the purchase is known']}, ${row['Allotments read on']}`,
    );
    assert.equal(told.filter((each) => each === `${id()}, Microsoft’s allotments say so, 2026-11-17`).length, 5);
    assert.equal(told.length, 8);
  });
});
