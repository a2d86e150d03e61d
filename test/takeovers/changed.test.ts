/** A takeover whose ground has shifted between the request, the approval and the run; and that it touches nobody but its own. */
import assert from 'node:assert/strict';
import type { Takeover } from '../../store/records.ts';
import { type Company, company, groups, people, roleTemplates, type Subscription } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { day, hour } from '../world/clock.ts';
import {
  type Bought,
  buyVisio,
  holdersAt,
  purchaseOf,
  requested,
  taken as takenSku,
  target,
} from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a takeover of a purchase that changed', () => {
  let world: World;
  let its: Company;
  let subscription: Subscription;
  const opened = async (environment: Record<string, string> = {}, bought: Bought = {}): Promise<void> => {
    its = company({ now: new Date('2026-11-17T09:15:00Z') });
    subscription = buyVisio(its, { free: 20, ...bought });
    world = await openWorld({ company: its, environment });
    await says(world.people.alex, 'notify on approvals');
  };
  afterEach(() => world.close());

  const { says, sees, settles, passes } = actsIn(() => world);
  const taken = (): Takeover => world.purser.store.get('takeovers', 'TK-1') ?? assert.fail('no takeover');
  const moves = (): string[] => taken().history.map(({ move, to }) => `${move} → ${to}`);
  const begun = async (wanted?: Parameters<typeof requested>[2]): Promise<Takeover> => {
    const takeover = await requested(world, purchaseOf(world, subscription), wanted);
    await settles();
    return takeover;
  };
  const give = (person: string, sku = subscription.skuId, from: string | null = subscription.id): void => {
    its.users.get(person)?.licences.push({ skuId: sku, group: null, since: '2026-11-18T08:00:00Z', from });
  };
  const nobodyMoved = (): void => assert.deepEqual(holdersAt(its, target.sku), []);

  it('by a holder more has to be approved again, with that holder', async () => {
    await opened();
    const { megan } = world.people;
    await begun();
    await says(megan, 'approve TK-1');
    subscription.totalLicenses = 13;
    give(people.bare);
    await passes();
    assert.deepEqual([taken().state, moves().at(-1)], ['pending', 'revise → pending']);
    assert.equal(taken().holders.ids.length, 13);
    await passes(3 * day);
    nobodyMoved();
  });

  describe('lists the people as they are now:', () => {
    const nameOf = (id: string): string => its.users.get(id)?.displayName ?? assert.fail(id);
    const loses = (id: string): void => {
      const user = its.users.get(id) ?? assert.fail(id);
      user.licences = user.licences.filter(({ skuId }) => skuId !== subscription.skuId);
    };
    /** One of four goes, another comes whom no sync has seen under their present name. */
    async function exchanged(): Promise<{ went: string; ids: string[] }> {
      const { ids } = (await begun()).holders;
      await says(world.people.megan, 'approve TK-1');
      await settles();
      const went = ids.find((id) => id !== people.adele) ?? assert.fail();
      loses(went);
      give(people.bare);
      Object.assign(its.users.get(people.bare) ?? {}, { displayName: 'Newly Named' });
      return { went, ids: [...ids.filter((id) => id !== went), people.bare] };
    }

    it('one goes and one comes before it starts, and the card says who', async () => {
      await opened();
      const { went, ids } = await exchanged();
      world.clock.advance(3 * day);
      await settles();
      assert.deepEqual([taken().state, moves().at(-1)], ['pending', 'revise → pending']);
      assert.deepEqual(new Set(taken().holders.ids), new Set(ids));
      const card = await says(world.people.megan, 'approval TK-1');
      assert.match(card, /Move 12 holders/);
      assert.match(card, /New on the list \| Newly Named/);
      assert.match(card, new RegExp(`No longer on the list \\| ${nameOf(went)}`));
      assert.doesNotMatch(card, /someone unknown/i);
    });

    it('one goes and one comes before the sync that sees it', async () => {
      await opened();
      const { ids } = await exchanged();
      await passes();
      assert.deepEqual(new Set(taken().holders.ids), new Set(ids));
      assert.ok(
        !JSON.stringify(taken().findings).includes(taken().revisedFrom?.find((id) => !ids.includes(id)) ?? '?'),
      );
      await says(world.people.megan, 'approve TK-1');
      await passes(4 * day);
      // Who came has no usage location.
      assert.match(sees(world.people.alex), /11 of 12 moved/);
    });

    it('of a list that was picked, those who still hold it are put to the approvers when the purchase changes hands', async () => {
      await opened();
      const all = holdersAt(its, subscription.skuId);
      await begun({ holders: all });
      await says(world.people.megan, 'approve TK-1');
      const went = all.find((id) => id !== people.adele) ?? assert.fail();
      loses(went);
      subscription.ownerId = people.lidia;
      await passes();
      assert.equal(taken().state, 'pending', moves().join());
      assert.deepEqual(new Set(taken().holders.ids), new Set(all.filter((id) => id !== went)));
      assert.match(
        await says(world.people.alex, 'approval TK-1'),
        new RegExp(`No longer on the list . ${nameOf(went)}`),
      );
    });

    it('what the last sync saw is put to the approvers where Microsoft doesn’t answer', async () => {
      await opened();
      const { ids } = await exchanged();
      await world.purser.sync.run();
      world.tenant.faults.push({
        match: ({ path }) => path.includes('/subscribedSkus'),
        kind: 'status',
        code: 403,
        times: 9,
      });
      await settles();
      assert.equal(taken().state, 'pending', moves().join());
      assert.deepEqual(new Set(taken().holders.ids), new Set(ids));
    });
  });

  it('day after day ends all the same where nobody decides', async () => {
    await opened();
    await begun();
    const others = [...its.users.values()].filter(({ licences }) =>
      licences.every(({ skuId }) => skuId !== subscription.skuId),
    );
    for (const { id } of others.slice(0, 9)) {
      give(id);
      await passes(day);
    }
    assert.equal(taken().state, 'expired', moves().join());
    nobodyMoved();
  });

  it('by a holder more in the minutes before it starts does not start', async () => {
    await opened();
    const { megan } = world.people;
    await begun();
    await says(megan, 'approve TK-1');
    give(people.bare);
    world.clock.advance(3 * day);
    await settles();
    assert.deepEqual([taken().state, moves().at(-1)], ['pending', 'revise → pending']);
    nobodyMoved();
  });

  it('hands has to be approved again', async () => {
    await opened();
    const { megan, alex } = world.people;
    await begun();
    await says(megan, 'approve TK-1');
    subscription.ownerId = people.lidia;
    await passes();
    assert.equal(taken().state, 'pending', moves().join());
    assert.equal(taken().purchase.purchaser?.name, 'Lidia Holloway');
    assert.match(sees(alex), /must be approved again|approved again/);
  });

  it('into a deleted one is given up, and says so', async () => {
    await opened();
    const { megan, alex } = world.people;
    await begun();
    await says(megan, 'approve TK-1');
    subscription.status = 'Deleted';
    await passes();
    assert.equal(taken().state, 'withdrawn', moves().join());
    assert.match(sees(alex), /The subscription has ended/);
    nobodyMoved();
  });

  it('while the target filled up stops before the first step, and says how many seats are missing [31]', async () => {
    await opened();
    const { megan, alex } = world.people;
    await begun();
    await says(megan, 'approve TK-1');
    const central = its.subscriptions.find(({ skuId }) => skuId === target.sku) ?? assert.fail();
    central.totalLicenses = 9;
    await passes(3 * day);
    assert.equal(taken().state, 'failed', moves().join());
    assert.match(sees(alex), /3/);
    nobodyMoved();
    central.totalLicenses = 12;
    await says(alex, 'retry TK-1');
    await settles();
    assert.equal(taken().state, 'waiting', moves().join());
    assert.equal(holdersAt(its, target.sku).length, 12);
  });

  for (const [what, change] of [
    ['was disabled', () => Object.assign(its.users.get(people.megan) ?? {}, { accountEnabled: false })],
    ['was taken out of the approvers’ group', () => leave(groups.approvers, people.megan)],
    ['is gone', () => its.users.delete(people.megan)],
  ] as const) {
    it(`does not start where an approver ${what} meanwhile`, async () => {
      await opened();
      await begun();
      await says(world.people.megan, 'approve TK-1');
      change();
      await passes(3 * day);
      assert.deepEqual([taken().state, moves().at(-1)], ['pending', 'unapprove → pending']);
      nobodyMoved();
    });
  }

  describe('where admins approve and the role of one is not active any more', () => {
    const approvedByIsaiah = async (): Promise<void> => {
      await opened({ APPROVERS_GROUP: '' });
      its.eligible.push({
        principalId: people.isaiah,
        roleDefinitionId: roleTemplates.billingAdministrator,
        directoryScopeId: '/',
      });
      await begun();
      await says(world.people.isaiah, 'approve TK-1');
      for (const role of its.roles) role.members = role.members.filter((id) => id !== people.isaiah);
    };

    it('starts although it has lapsed meanwhile, since they may activate it again', async () => {
      await approvedByIsaiah();
      await passes(3 * day);
      assert.equal(taken().state, 'waiting', moves().join());
    });

    it('is asked to be approved again where they were removed as admin', async () => {
      await approvedByIsaiah();
      its.eligible = [];
      await passes(3 * day);
      assert.deepEqual([taken().state, moves().at(-1)], ['pending', 'unapprove → pending']);
      nobodyMoved();
    });

    it('is asked to be approved again where Microsoft doesn’t tell who may activate it', async () => {
      await approvedByIsaiah();
      const [app = assert.fail()] = its.apps;
      app.roles.graph = app.roles.graph.filter((role) => !role.startsWith('RoleEligibility'));
      world.tenant.expireTokens();
      await passes(3 * day);
      assert.deepEqual([taken().state, moves().at(-1)], ['pending', 'unapprove → pending']);
      nobodyMoved();
    });
  });

  it('does not start where whoever requested it is gone', async () => {
    await opened();
    await begun();
    await says(world.people.megan, 'approve TK-1');
    Object.assign(its.users.get(people.alex) ?? {}, { accountEnabled: false });
    await passes(3 * day);
    assert.equal(taken().state, 'withdrawn', moves().join());
    nobodyMoved();
  });

  it('does not wait for an answer of somebody who is gone', async () => {
    await opened();
    const { megan, adele } = world.people;
    await begun();
    await says(megan, 'approve TK-1');
    await settles();
    await says(adele, 'object TK-1 the designers need it');
    await passes(3 * day);
    assert.equal(taken().state, 'approved', 'it waits for the answer');
    Object.assign(its.users.get(people.alex) ?? {}, { accountEnabled: false });
    await passes(2 * hour);
    assert.equal(taken().state, 'withdrawn', moves().join());
    nobodyMoved();
  });

  it('starts as soon as the objection is answered, whenever somebody looked last', async () => {
    await opened();
    const { alex, megan, adele } = world.people;
    await begun();
    await says(megan, 'approve TK-1');
    await settles();
    await says(adele, 'object TK-1 the designers need it');
    await passes(3 * day);
    await says(alex, 'reply TK-1 they keep what they have');
    await settles();
    assert.equal(taken().state, 'waiting', moves().join());
  });

  it('fails where Microsoft refuses to show how things are, says so, and goes on once it does', async () => {
    await opened();
    const { alex, megan } = world.people;
    await begun();
    await says(megan, 'approve TK-1');
    await settles();
    const seats = ({ path }: { path: string }): boolean => path.includes('/subscribedSkus');
    world.tenant.faults.push({ match: seats, kind: 'status', code: 403, times: 200 });
    world.clock.advance(3 * day);
    await settles();
    assert.equal(taken().state, 'failed', moves().join());
    assert.match(sees(alex), /It couldn’t be completed[^\n]*Microsoft didn’t respond, or refused/);
    nobodyMoved();
    world.tenant.faults.length = 0;
    await alex.press('Retry');
    await settles();
    assert.equal(taken().state, 'waiting', moves().join());
  });

  it('[42] of two of one product touches nobody but those who were picked', async () => {
    await opened({}, { sku: takenSku });
    const other = {
      ...subscription,
      id: '7e9a0000-0000-4000-8000-00000000f001',
      ownerId: people.lidia,
      totalLicenses: 4,
    };
    its.subscriptions.push(other);
    const theirs = [people.lidia, people.joni, people.miriam];
    for (const person of theirs) give(person, other.skuId, other.id);
    its.selfServiceSeats = 'open';
    await passes();
    const picked = holdersAt(its, subscription.skuId).filter((id) => !theirs.includes(id as (typeof theirs)[number]));
    await begun({ holders: picked });
    await says(world.people.megan, 'approve TK-1');
    await passes(3 * day);
    assert.equal(taken().state, 'waiting', moves().join());
    assert.deepEqual(new Set(holdersAt(its, target.sku)), new Set(picked));
    assert.deepEqual(new Set(holdersAt(its, subscription.skuId)), new Set(theirs));
    const told = [...world.purser.store.all('notices')].flatMap(({ to, saying }) =>
      saying.card === 'announced' && 'person' in to ? [to.person] : [],
    );
    assert.ok(!told.includes(people.joni) && !told.includes(people.miriam));
    assert.ok(told.includes(people.adele));
  });

  it('of a product the organisation also owns leaves the people on its own seats alone', async () => {
    await opened({}, { sku: takenSku });
    const own = {
      ...subscription,
      id: '7e9a0000-0000-4000-8000-00000000f002',
      ownerType: 'Organization',
      ownerId: null,
    };
    its.subscriptions.push({ ...own, totalLicenses: 5 });
    for (const person of [people.lidia, people.joni]) give(person, own.skuId, own.id);
    its.selfServiceSeats = 'open';
    await passes();
    const before = its.users.get(people.joni)?.licences.length;
    const picked = holdersAt(its, subscription.skuId).filter((id) => id !== people.lidia && id !== people.joni);
    await begun({ holders: picked });
    await says(world.people.megan, 'approve TK-1');
    await passes(3 * day);
    assert.equal(taken().state, 'waiting', moves().join());
    assert.deepEqual(new Set(holdersAt(its, subscription.skuId)), new Set([people.lidia, people.joni]));
    assert.equal(its.users.get(people.joni)?.licences.length, before);
  });

  it('that gets a second purchase of its product meanwhile asks nobody else into it', async () => {
    await opened();
    await begun();
    await says(world.people.megan, 'approve TK-1');
    const other = {
      ...subscription,
      id: '7e9a0000-0000-4000-8000-00000000f003',
      ownerId: people.lidia,
      totalLicenses: 4,
    };
    its.subscriptions.push(other);
    give(people.lidia, other.skuId, other.id);
    await passes();
    assert.equal(taken().holders.ids.includes(people.lidia), false);
    await passes(3 * day);
    assert.equal(holdersAt(its, target.sku).includes(people.lidia), false);
  });

  function leave(group: string, person: string): void {
    const found = its.groups.find(({ id }) => id === group) ?? assert.fail();
    found.members = found.members.filter((id) => id !== person);
  }
});
