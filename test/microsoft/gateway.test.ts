import assert from 'node:assert/strict';
import { groups, people, purserApp, type Subscription, skus } from '../stand-ins/tenant/index.ts';
import { asked, graph, subscription, troubleIn, useGateway } from './fixture.ts';

describe('the gateway', () => {
  const its = useGateway();
  /** The only subscription of the tenant, as the gateway reads it. */
  const read = async (row: Partial<Subscription>) => {
    its.tenant.company.subscriptions = [subscription({ id: 'one', ...row })];
    return (await its.commerce.subscriptions())[0];
  };

  it('[1] reads every subscription of every page, each once', async () => {
    its.tenant.sizes.subscriptions = 10;
    const read = await its.commerce.subscriptions();
    const { subscriptions } = its.tenant.company;
    assert.deepEqual(
      read.map((each) => each.subscription),
      subscriptions.map(({ id }) => id),
    );
    assert.equal(asked(its.tenant, `${graph}/directory/subscriptions`).length, Math.ceil(subscriptions.length / 10));
  });

  it('[2] tells of a subscription what people ask for', async () => {
    const row = subscription({
      id: 'one',
      commerceSubscriptionId: 'c-1',
      skuId: skus.powerBiProDept.id,
      skuPartNumber: skus.powerBiProDept.part,
      totalLicenses: 5,
      ownerId: people.adele,
      ownerType: 'User',
    });
    assert.deepEqual(await read(row), {
      subscription: 'one',
      commerceId: 'c-1',
      sku: skus.powerBiProDept.id,
      skuPart: 'POWER_BI_PRO_DEPT',
      quantity: 5,
      trial: false,
      status: 'Enabled',
      statusWord: null,
      createdAt: '2026-01-01T00:00:00.000Z',
      nextAt: '2027-01-01T00:00:00.000Z',
      endless: false,
      ownerId: people.adele,
      ownerIsUser: true,
      partnerTenant: null,
    });
  });

  it('finds people by the beginning of a name or an address, whatever quotes are in it, and not everybody', async () => {
    const { users } = its.tenant.company;
    const names = async (text: string) => (await its.commerce.find(text)).map(({ name }) => name);
    assert.deepEqual(await names('megan b'), ['Megan Bowen']);
    assert.deepEqual(await names('ADELE.VANCE@'), ['Adele Vance']);
    assert.deepEqual(await names(users.get(people.lidia)?.mail ?? ''), ['Lidia Holloway']);
    assert.deepEqual(await names("O'Brien"), [users.get(people.quotes)?.displayName]);
    assert.deepEqual(await names("x') or startswith(displayName,'A"), []);
    for (const user of users.values()) user.displayName = `Zoe ${user.id}`;
    assert.equal((await names('zoe')).length, 6);
  });

  it('[7] keeps a status that no document has, with the word Microsoft used', async () => {
    const facts = await read({ status: 'PendingRenewal' });
    assert.deepEqual([facts?.status, facts?.statusWord], ['Unknown', 'PendingRenewal']);
  });

  for (const status of ['Enabled', 'Warning', 'Suspended', 'LockedOut', 'Expired', 'Deleted'] as const)
    it(`[7] knows the status ${status} in any letter case`, async () => {
      const facts = await read({ status: status.toUpperCase() });
      assert.deepEqual([facts?.status, facts?.statusWord], [status, null]);
    });

  it('reads a row of which Microsoft gave next to nothing', async () => {
    const bare = { id: 'one', skuId: skus.visio2.id.toUpperCase() } as Subscription;
    its.tenant.company.subscriptions = [bare];
    const [facts] = await its.commerce.subscriptions();
    assert.deepEqual(
      [facts?.sku, facts?.skuPart, facts?.quantity, facts?.trial, facts?.status, facts?.statusWord],
      [skus.visio2.id, skus.visio2.id, 0, false, 'Unknown', ''],
    );
    assert.deepEqual([facts?.createdAt, facts?.nextAt, facts?.ownerId, facts?.ownerIsUser], [null, null, null, false]);
  });

  it('takes a date that is none as not given, and an owner type in any letter case', async () => {
    const facts = await read({ createdDateTime: '0000-00-00', ownerId: people.adele, ownerType: 'USER' });
    assert.deepEqual([facts?.createdAt, facts?.ownerIsUser], [null, true]);
  });

  it('takes the same id in other letters as the same', async () => {
    const upper = await read({
      id: 'ABCDEF12-0000-4000-8000-00000000000A',
      ownerId: people.adele.toUpperCase(),
      ownerType: 'User',
    });
    assert.deepEqual([upper?.subscription, upper?.ownerId], ['abcdef12-0000-4000-8000-00000000000a', people.adele]);
  });

  it('says that a subscription exists, or that it does not', async () => {
    const [first] = its.tenant.company.subscriptions;
    assert.equal(await its.commerce.hasSubscription(first?.id ?? ''), true);
    assert.equal(await its.commerce.hasSubscription('00000000-0000-4000-8000-000000000000'), false);
  });

  it('[12] sums the seats of all pools of a product, in any letter case', async () => {
    const seats = await its.commerce.seats();
    const powerBi = seats.filter(({ sku }) => sku === skus.powerBiPro.id);
    const bought = its.tenant.company.subscriptions.filter(
      ({ skuId, status }) => skuId === skus.powerBiPro.id && status === 'Enabled',
    );
    assert.equal(powerBi.length, 1);
    assert.equal(
      powerBi[0]?.seats,
      bought.reduce((sum, each) => sum + each.totalLicenses, 0),
    );
    assert.ok(bought.length > 1);
  });

  it('reads people with name, department, language and whether they can sign in', async () => {
    const ids = [people.elodie, people.diego, people.guestAlex, people.bare];
    const found = new Map((await its.commerce.people(ids)).map((person) => [person.id, person]));
    const elodie = found.get(people.elodie);
    assert.deepEqual([elodie?.name, elodie?.department, elodie?.language], ['Élodie Durand', 'Études', 'fr-FR']);
    assert.deepEqual(
      ids.map((id) => [found.get(id)?.enabled, found.get(id)?.guest]),
      [
        [true, false],
        [false, false],
        [true, true],
        [true, false],
      ],
    );
    assert.deepEqual([found.get(people.bare)?.department, found.get(people.bare)?.mail], [null, null]);
  });

  it('leaves out of people whoever left, and asks for many at a time', async () => {
    const others = [...its.tenant.company.users.keys()].slice(0, 100);
    const nobody = Array.from({ length: 1_950 }, (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
    const found = await its.commerce.people([...others, people.grady, ...nobody]);
    assert.deepEqual(new Set(found.map(({ id }) => id)), new Set(others));
    const calls = its.tenant.requests.filter(({ path, inBatch }) => path.startsWith(graph) && !inBatch);
    assert.ok(calls.length <= 7, `${calls.length} calls`);
    assert.deepEqual(await its.commerce.people([]), []);
  });

  it('[63] finds the name of someone deleted lately, and of nobody else', async () => {
    assert.equal((await its.commerce.leaver(people.grady))?.name, 'Grady Archie');
    assert.equal(await its.commerce.leaver(people.forgotten), null);
  });

  it('[11] reads everyone who holds a product, over all pages', async () => {
    const all = [...its.tenant.company.users.values()];
    for (let n = all.length; n < 1_300; n++) {
      const id = `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
      const licence = { skuId: skus.visio1Dept.id, group: null, since: '2026-01-01T00:00:00Z', from: null };
      its.tenant.company.users.set(id, {
        ...all[0],
        id,
        displayName: `Number ${n}`,
        licences: [licence],
      } as (typeof all)[0]);
    }
    const held = [...its.tenant.company.users.values()].filter(({ licences }) =>
      licences.some(({ skuId }) => skuId === skus.visio1Dept.id),
    );
    const holders = await its.commerce.holders(skus.visio1Dept.id);
    assert.deepEqual(new Set(holders.map(({ id }) => id)), new Set(held.map(({ id }) => id)));
    assert.equal(holders.length, held.length);
    assert.equal(asked(its.tenant, `${graph}/users`).length, 2);
  });

  it('counts as admins Global and Billing Administrators, also through role-assignable groups', async () => {
    const { company } = its.tenant;
    assert.deepEqual(await its.commerce.admins(), new Set([people.alex, people.isaiah]));
    company.roles[1]?.members.push(groups.auditors);
    assert.deepEqual(await its.commerce.admins(), new Set([people.alex, people.isaiah, people.lee]));
  });

  it('lists everyone in a group, also through groups, with what is known of each account', async () => {
    const viewers = await its.commerce.members(groups.viewers);
    assert.deepEqual(new Set(viewers.map(({ id }) => id)), new Set([people.patti, people.lee]));
    const own = its.tenant.company.groups.find(({ id }) => id === groups.approvers);
    own?.members.push(people.diego, people.guestNadia, groups.auditors);
    const approvers = await its.commerce.members(groups.approvers);
    assert.deepEqual(
      new Map(approvers.map(({ id, name, enabled, guest }) => [id, { name, enabled, guest }])),
      new Map([
        [people.megan, { name: 'Megan Bowen', enabled: true, guest: false }],
        [people.miriam, { name: 'Miriam Graham', enabled: true, guest: false }],
        [people.diego, { name: 'Diego Siciliani', enabled: false, guest: false }],
        [people.guestNadia, { name: 'Nadia Okoye (Fabrikam)', enabled: true, guest: true }],
        [people.lee, { name: 'Lee Gu', enabled: true, guest: false }],
      ]),
    );
  });

  it('lists a group of 2,500 in three pages, nobody twice', async () => {
    const { company } = its.tenant;
    const [like] = company.users.values();
    const own = company.groups.find(({ id }) => id === groups.approvers);
    assert.ok(like && own);
    own.members = Array.from({ length: 2_500 }, (_, n) => `20000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
    for (const id of own.members) company.users.set(id, { ...like, id, licences: [] });
    const members = await its.commerce.members(groups.approvers);
    assert.deepEqual(
      members.map(({ id }) => id),
      own.members,
    );
    assert.equal(
      asked(its.tenant, `${graph}/groups/${groups.approvers}/transitiveMembers/microsoft.graph.user`).length,
      3,
    );
  });

  it('has nobody to list in a group without members, and says so of a group that is not there', async () => {
    const { company } = its.tenant;
    for (const group of company.groups) group.members = [];
    assert.deepEqual(await its.commerce.members(groups.approvers), []);
    company.groups = company.groups.filter(({ id }) => id !== groups.approvers);
    assert.equal(await troubleIn(its.commerce.members(groups.approvers)), 'refused');
  });

  it('takes a role that nobody was ever given as held by nobody', async () => {
    const { company } = its.tenant;
    company.roles = company.roles.filter(({ displayName }) => displayName !== 'Billing Administrator');
    assert.deepEqual(await its.commerce.admins(), new Set([people.alex]));
  });

  it('tells the metrics routes without ids', async () => {
    await its.commerce.directoryFacts(people.alex, []);
    await its.commerce.hasSubscription(its.tenant.company.subscriptions[0]?.id ?? '');
    assert.deepEqual(its.observed, ['/$batch 200', '/directory/subscriptions/{id} 200']);
  });

  it('asks for one token however much is asked at once, and brings it to Graph alone', async () => {
    await Promise.all([its.commerce.seats(), its.commerce.subscriptions(), its.commerce.admins()]);
    assert.equal(asked(its.tenant, /\/oauth2\/v2\.0\/token$/).length, 1);
    assert.deepEqual(new Set(its.tenant.requests.map(({ app }) => app).filter(Boolean)), new Set([purserApp.id]));
  });
});
