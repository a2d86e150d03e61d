/** `assignLicense` as Graph answers it. */
import assert from 'node:assert/strict';
import type { Heard } from './client.ts';
import { type App, groups, people, type Subscription, skus, type User } from './index.ts';
import { standIn } from './stand-in.ts';

describe('assigning a licence', () => {
  const its = standIn();
  const user = (id: string): User => its.tenant.company.users.get(id) ?? assert.fail(id);
  const app = (): App => its.tenant.company.apps[0] ?? assert.fail('no app is registered');
  const subscription = (fits: (each: Subscription) => boolean): Subscription =>
    its.tenant.company.subscriptions.find(fits) ?? assert.fail();
  const ask = (person: string, body: unknown): Promise<Heard> =>
    its.client.graph(`/users/${person}/assignLicense`, its.client.json('POST', body));
  const give = (person: string, skuId: string, disabledPlans: string[] = []): Promise<Heard> =>
    ask(person, { addLicenses: [{ skuId, disabledPlans }], removeLicenses: [] });
  const take = (person: string, skuId: string): Promise<Heard> =>
    ask(person, { addLicenses: [], removeLicenses: [skuId] });
  const consumed = async (skuId: string): Promise<number | undefined> =>
    (await its.client.all('/subscribedSkus')).find((row) => row.skuId === skuId)?.consumedUnits;
  const licencesOf = async (person: string): Promise<unknown[]> => {
    const { body } = await its.client.graph(`/users/${person}?$select=assignedLicenses,licenseAssignmentStates`);
    return body['licenseAssignmentStates'] as unknown[];
  };
  const visio = skus.visio2.id;
  const ofVisio = () => subscription(({ skuId, ownerType }) => skuId === visio && ownerType === 'Tenant');

  it('takes a seat from the pool, shows with the person, and knows which purchase it came from', async () => {
    const before = (await consumed(visio)) ?? assert.fail();
    const heard = await give(people.adele, visio);
    assert.deepEqual([heard.status, heard.body.id], [200, people.adele]);
    assert.equal(await consumed(visio), before + 1);
    assert.deepEqual(user(people.adele).licences.at(-1)?.from, ofVisio().id);
    const state = (await licencesOf(people.adele)).at(-1);
    assert.deepEqual(state, {
      ...{ skuId: visio, disabledPlans: [], assignedByGroup: null, state: 'Active', error: 'None' },
      lastUpdatedDateTime: '2026-10-05T09:00:00.000Z',
    });
    assert.equal((await take(people.adele, visio)).status, 200);
    assert.equal(await consumed(visio), before);
  });

  it('is all or nothing, and takes no second seat for what somebody has', async () => {
    const before = await consumed(visio);
    await give(people.adele, visio);
    await give(people.adele, visio, ['0f9b09cb-62d1-4ff4-9129-43f4996f83f4']);
    assert.equal(await consumed(visio), (before ?? 0) + 1);
    assert.equal(user(people.adele).licences.at(-1)?.disabledPlans?.length, 1);
    const both = {
      addLicenses: [{ skuId: skus.entraP2.id, disabledPlans: [] }],
      removeLicenses: [visio, skus.flow.id],
    };
    user(people.adele).licences = user(people.adele).licences.filter(({ skuId }) => skuId !== skus.flow.id);
    assert.equal((await ask(people.adele, both)).status, 400);
    assert.equal(await consumed(visio), (before ?? 0) + 1);
  });

  const sentences: [string, () => Promise<Heard>, RegExp][] = [
    [
      'there is no seat left',
      () => give(people.adele, skus.copilot.id),
      /^Subscription with SKU 639dec6b-\S+ does not have any available licenses\.$/,
    ],
    [
      'the person has no usage location',
      () => give(people.bare, visio),
      /^License assignment cannot be done for user with invalid usage location\.$/,
    ],
    [
      'it excludes what the person has',
      () => give(people.adele, skus.m365F3.id),
      /^License assignment failed because service plans 902b47e5-\S+, 5dbe027f-\S+ are mutually exclusive\.$/,
    ],
    [
      'it is for the organisation as a whole',
      () => give(people.adele, skus.fileStorage.id),
      /^License \S+ cannot be assigned to a user\.$/,
    ],
    [
      'the organisation has no such product',
      () => give(people.adele, people.adele),
      /^License \S+ does not correspond to a valid company License\.$/,
    ],
    ['there is nothing to take', () => take(people.bare, visio), /^User does not have a corresponding license\.$/],
    [
      'it came through a group',
      () => take(people.emoji, visio),
      /^User license is inherited from a group membership and it cannot be removed directly from the user\.$/,
    ],
    [
      'somebody bought it for themselves',
      () => take(people.adele, skus.powerBiProDept.id),
      /^License \S+ is part of a self-service purchase and cannot be removed by an administrator\.$/,
    ],
    ['both lists are not there', () => ask(people.adele, { addLicenses: [] }), /^Unable to read JSON/],
  ];
  for (const [when, asked, sentence] of sentences)
    it(`is refused where ${when}, and changes nothing`, async () => {
      user(people.adele).licences.push({ skuId: skus.m365E3.id, group: null, since: '', from: null });
      for (const each of its.tenant.company.subscriptions)
        if (each.skuId === skus.copilot.id && each.ownerType === 'Tenant') each.totalLicenses = 1;
      user(people.emoji).licences = [{ skuId: visio, group: groups.designers, since: '', from: null }];
      const before = structuredClone(its.tenant.company.users);
      const heard = await asked();
      assert.deepEqual([heard.status, heard.code], [400, 'Request_BadRequest']);
      assert.match(heard.message, sentence);
      assert.deepEqual(its.tenant.company.users, before);
    });

  it('refuses departmental seats whoever owns them, with 403 as if a permission were missing where that is chosen', async () => {
    const central = subscription(({ ownerType, skuId }) => ownerType === 'Tenant' && skuId === visio);
    central.skuId = skus.visio2Dept.id;
    central.skuPartNumber = skus.visio2Dept.part;
    central.totalLicenses = 50;
    const held = { skuId: central.skuId, group: null, since: '', from: central.id };
    user(people.megan).licences.push(held);
    const refusals = async () => [
      (await give(people.isaiah, central.skuId)).code,
      (await take(people.megan, central.skuId)).code,
    ];
    assert.deepEqual(await refusals(), ['Request_BadRequest', 'Request_BadRequest']);
    its.tenant.company.selfServiceSeats = 'denied';
    assert.deepEqual(await refusals(), ['Authorization_RequestDenied', 'Authorization_RequestDenied']);
    assert.ok(user(people.megan).licences.includes(held));
  });

  it('gives and takes seats that somebody bought only where that is open', async () => {
    const bought = subscription(({ ownerId, skuId }) => ownerId === people.adele && skuId === skus.powerBiProDept.id);
    bought.totalLicenses += 10;
    assert.equal((await give(people.megan, skus.powerBiProDept.id)).status, 400);
    its.tenant.company.selfServiceSeats = 'open';
    assert.equal((await give(people.megan, skus.powerBiProDept.id)).status, 200);
    assert.equal((await take(people.adele, skus.powerBiProDept.id)).status, 200);
  });

  it('takes the direct licence of who has it through a group too, and the other stays', async () => {
    const before = await consumed(visio);
    await give(people.emoji, visio);
    assert.equal(await consumed(visio), before);
    assert.equal((await licencesOf(people.emoji)).length, user(people.emoji).licences.length);
    assert.equal((await take(people.emoji, visio)).status, 200);
    assert.equal(await consumed(visio), before);
  });

  it('does not count what a group could not give', async () => {
    const before = await consumed(visio);
    user(people.megan).licences.push({
      ...{ skuId: visio, group: groups.designers, since: '', from: null, error: 'CountViolation' },
    });
    assert.equal(await consumed(visio), before);
    const state = (await licencesOf(people.megan)).at(-1) as { state: string; error: string };
    assert.deepEqual([state.state, state.error], ['Error', 'CountViolation']);
  });

  it('needs a role, and a person who is there', async () => {
    assert.equal((await give(people.grady, visio)).code, 'Request_ResourceNotFound');
    app().roles.graph = ['Directory.Read.All'];
    its.client = its.client.renewed();
    assert.equal((await give(people.adele, visio)).code, 'Authorization_RequestDenied');
    app().roles.graph = ['User.ReadWrite.All'];
    its.client = its.client.renewed();
    assert.equal((await give(people.adele, visio)).status, 200);
  });

  it('is 3,000 times allowed in 150 seconds, within batches too, and what is over is told when to come back', async () => {
    const requests = Array.from({ length: 20 }, (_, n) => ({
      ...{ id: `${n}`, method: 'POST', url: `/users/${people.bare}/assignLicense` },
      ...{ headers: { 'Content-Type': 'application/json' }, body: { addLicenses: [], removeLicenses: [] } },
    }));
    const batch = async () => (await its.client.graph('/$batch', its.client.json('POST', { requests }))).body.responses;
    const statuses = async () => [...new Set((await batch())?.map(({ status }) => status))];
    for (let n = 0; n < 150; n++) {
      if (n === 75) its.later(100_000);
      await batch();
    }
    const [refused] = ((await batch()) ?? []) as unknown as { status: number; headers: Record<string, string> }[];
    assert.deepEqual([refused?.status, refused?.headers['retry-after']], [429, '50']);
    assert.equal(refused?.headers['x-ms-throttle-information'], 'WriteLimitExceeded');
    its.later(50_000);
    assert.deepEqual(await statuses(), [200]);
  });

  it('meets the faults within a batch too: one fails, the others do not', async () => {
    const [first = assert.fail(), second = assert.fail()] = [people.adele, people.megan];
    its.tenant.faults.push({ match: `/graph/v1.0/users/${first}`, kind: '429', retryAfter: 3 });
    its.tenant.faults.push({ match: `/graph/v1.0/users/${second}`, kind: 'lie' });
    const requests = [first, second, people.alex].map((id) => ({
      ...{ id, method: 'POST', url: `/users/${id}/assignLicense`, headers: { 'Content-Type': 'application/json' } },
      body: { addLicenses: [{ skuId: visio, disabledPlans: [] }], removeLicenses: [] },
    }));
    const { body } = await its.client.graph('/$batch', its.client.json('POST', { requests }));
    const statuses = new Map(body.responses?.map(({ id, status }) => [id, status]));
    assert.deepEqual([statuses.get(first), statuses.get(second), statuses.get(people.alex)], [429, 200, 200]);
    const has = (id: string) => user(id).licences.some(({ skuId }) => skuId === visio);
    assert.deepEqual([has(first), has(second), has(people.alex)], [false, false, true]);
  });
});
