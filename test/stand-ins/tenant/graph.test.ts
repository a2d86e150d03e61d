import assert from 'node:assert/strict';
import type { Heard } from './client.ts';
import { type App, groups, people, roleTemplates, skus } from './index.ts';
import { standIn } from './stand-in.ts';

const eventual = { ConsistencyLevel: 'eventual' };

describe('Graph', () => {
  const its = standIn();
  const app = (): App => its.tenant.company.apps[0] ?? assert.fail('no app is registered');
  const graph = (path: string, init?: RequestInit): Promise<Heard> => its.client.graph(path, init);

  it('lists every subscription, in pages where it has to', async () => {
    its.tenant.sizes.subscriptions = 25;
    const rows = await its.client.all('/directory/subscriptions');
    assert.deepEqual(
      rows.map((row) => row.id),
      its.tenant.company.subscriptions.map(({ id }) => id),
    );
    assert.equal(its.tenant.requests.filter(({ path }) => path.endsWith('/subscriptions')).length, 3);
  });

  it('lists what Microsoft announces by pages of 100, or as many as are preferred, to whom that role was granted', async () => {
    const { company } = its.tenant;
    const [first] = company.messages;
    assert.ok(first);
    company.messages = Array.from({ length: 250 }, (_, n) => ({ ...first, id: `MC${1_000_000 + n}` }));
    const route = '/admin/serviceAnnouncement/messages';
    const heard = await graph(route);
    assert.equal(heard.rows.length, 100);
    assert.match(String(heard.body['@odata.nextLink']), /\/v1\.0\/admin\/serviceAnnouncement\/messages\?\$skip=100$/);
    assert.deepEqual(heard.rows[0]?.['body'], { contentType: 'html', content: first.content });
    assert.equal((await its.client.all(route)).length, 250);
    const preferred = await graph(route, { headers: { Prefer: 'odata.maxpagesize=1000' } });
    assert.equal(preferred.rows.length, 250);
    assert.equal((await graph(`${route}?$top=1`)).rows.length, 1);
    app().roles.graph = ['Directory.Read.All'];
    assert.equal((await its.client.renewed().graph(route)).status, 403);
  });

  it('sees what a test has changed', async () => {
    its.tenant.company.subscriptions = its.tenant.company.subscriptions.slice(0, 1);
    for (const each of its.tenant.company.subscriptions) each.status = 'LockedOut';
    const heard = await graph('/directory/subscriptions?$select=status');
    assert.deepEqual(heard.rows, [{ status: 'LockedOut' }]);
  });

  it('adds the seats of one SKU up, whoever bought them', async () => {
    const pool = (await its.client.all('/subscribedSkus')).find((row) => row.skuId === skus.powerBiPro.id);
    const live = its.tenant.company.subscriptions.filter(
      ({ skuId, status }) => skuId === skus.powerBiPro.id && status === 'Enabled',
    );
    const enabled = live.reduce((sum, { totalLicenses }) => sum + totalLicenses, 0);
    assert.deepEqual(pool?.prepaidUnits, { enabled, lockedOut: 0, suspended: 0, warning: 0 });
    const holders = [...its.tenant.company.users.values()].filter(({ licences }) =>
      licences.some(({ skuId }) => skuId === skus.powerBiPro.id),
    );
    assert.equal(pool?.consumedUnits, holders.length);
  });

  it('finds the holders of a SKU, and never tells which purchase a seat came from', async () => {
    const path = `/users?$filter=assignedLicenses/any(x:x/skuId eq ${skus.m365E3.id})&$top=100&$count=true&$select=id,assignedLicenses,licenseAssignmentStates`;
    const first = await graph(path, { headers: eventual });
    const holders = [...its.tenant.company.users.values()].filter(({ licences }) =>
      licences.some(({ skuId }) => skuId === skus.m365E3.id),
    );
    assert.equal(first.body['@odata.count'], holders.length);
    const rows = await its.client.all(path, { headers: eventual });
    assert.deepEqual(
      rows.map(({ id }) => id),
      holders.map(({ id }) => id),
    );
    const text = JSON.stringify(rows);
    for (const { id } of its.tenant.company.subscriptions) assert.ok(!text.includes(id));
    assert.equal((await graph('/users?$top=1000')).code, 'Request_UnsupportedQuery');
    assert.equal((await graph('/users?$count=true')).body['@odata.count'], undefined);
  });

  it('shows a person as little as Graph does unless asked for more', async () => {
    const usual = (await graph(`/users/${people.elodie}`)).body;
    assert.equal(usual.displayName, 'Élodie Durand');
    assert.ok(!('department' in usual) && !('accountEnabled' in usual));
    const asked = (await graph(`/users/${people.diego}?$select=department,accountEnabled`)).body;
    assert.deepEqual([asked.department, asked.accountEnabled], ['HR', false]);
    assert.match((await graph(`/users/${people.diego}?$select=nonsense`)).message, /Could not find a property/);
  });

  it('looks people up by their ids and leaves out who left, whom the deleted items still have', async () => {
    const ids = [people.adele, people.grady, people.forgotten, groups.approvers];
    const heard = await graph('/directoryObjects/getByIds', its.client.json('POST', { ids, types: ['user'] }));
    assert.deepEqual(
      heard.rows.map(({ id }) => id),
      [people.adele],
    );
    assert.equal((await graph(`/users/${people.grady}`)).code, 'Request_ResourceNotFound');
    const gone = await graph(`/directory/deletedItems/${people.grady}/microsoft.graph.user?$select=displayName`);
    assert.equal(gone.body.displayName, 'Grady Archie');
    assert.equal((await graph(`/directory/deletedItems/${people.forgotten}`)).status, 404);
    const many = await graph(
      '/directoryObjects/getByIds',
      its.client.json('POST', { ids: Array(1001).fill(people.adele) }),
    );
    assert.equal(many.status, 400);
  });

  it('finds up to fifteen people by their ids with all that is asked of them', async () => {
    const filter = (ids: readonly string[]): string =>
      `/users?$filter=id in (${ids.map((id) => `'${id}'`).join(',')})&$select=id,department`;
    const heard = await graph(filter([people.elodie, people.grady]));
    assert.deepEqual(heard.rows, [{ id: people.elodie, department: 'Études' }]);
    assert.equal((await graph(filter(Object.values(people).slice(0, 16)))).status, 400);
  });

  it('changes whether people may sign up by mail, for an app that may', async () => {
    const change = its.client.json('PATCH', { allowedToSignUpEmailBasedSubscriptions: false });
    const { graph: roles } = app().roles;
    app().roles.graph = roles.filter((role) => role !== 'Policy.ReadWrite.Authorization');
    assert.equal((await graph('/policies/authorizationPolicy', change)).status, 403);
    app().roles.graph = roles;
    assert.equal((await its.client.renewed().graph('/policies/authorizationPolicy', change)).status, 204);
    assert.equal((await graph('/policies/authorizationPolicy')).body.allowedToSignUpEmailBasedSubscriptions, false);
  });

  it('knows a role held through a group, but only where it is asked the way Graph demands', async () => {
    const path = `/users/${people.lee}/transitiveMemberOf/microsoft.graph.directoryRole`;
    assert.equal((await graph(path)).code, 'Request_UnsupportedQuery');
    const heard = await graph(`${path}?$count=true`, { headers: eventual });
    assert.deepEqual(
      heard.rows.map((row) => row.roleTemplateId),
      [roleTemplates.globalReader],
    );
    const direct = await graph(`/directoryRoles/roleTemplateId=${roleTemplates.globalReader}/members`);
    assert.deepEqual(
      direct.rows.map(({ id }) => id),
      [groups.auditors],
    );
    app().roles.graph = ['User.Read.All'];
    const limited = await its.client.renewed().graph(`${path}?$count=true`, { headers: eventual });
    assert.deepEqual(
      limited.rows.map((row) => row.roleTemplateId),
      [null],
    );
  });

  it('tells what is assigned at once, and what may be activated to an app that may ask for it', async () => {
    const { company } = its.tenant;
    const [roleDefinitionId, principalId] = [roleTemplates.billingAdministrator, people.adele];
    company.roles.find(({ roleTemplateId }) => roleTemplateId === roleDefinitionId)?.members.push(principalId);
    company.eligible.push({ principalId, roleDefinitionId, directoryScopeId: '/' });
    const route = '/roleManagement/directory';
    const mine = `$filter=principalId eq '${principalId}'&$select=roleDefinitionId`;
    for (const kind of ['roleAssignments', 'roleEligibilityScheduleInstances'])
      assert.deepEqual((await graph(`${route}/${kind}?${mine}`)).rows, [{ roleDefinitionId }]);
    const shown = `/directoryRoles/roleTemplateId=${roleDefinitionId}/members`;
    assert.equal((await graph(shown)).rows.length, 1, 'memberships follow later');
    its.later(5 * 60_000);
    assert.equal((await graph(shown)).rows.length, 2);
    assert.equal((await graph(`${route}/roleAssignments?$filter=nobody eq 'x'`)).status, 400);
    app().roles.graph = ['Directory.Read.All'];
    const { graph: less } = its.client.renewed();
    assert.equal((await less(`${route}/roleAssignments`)).status, 200);
    assert.equal((await less(`${route}/roleEligibilityScheduleInstances`)).status, 403);
  });

  it('knows who is in a group', async () => {
    const groupIds = [groups.approvers, groups.viewers];
    const heard = await graph(`/users/${people.lee}/checkMemberGroups`, its.client.json('POST', { groupIds }));
    assert.deepEqual(heard.rows, [groups.viewers]);
    const path = `/groups/${groups.viewers}/transitiveMembers/microsoft.graph.user?$count=true&$select=id`;
    const members = await graph(path, { headers: eventual });
    assert.deepEqual(new Set(members.rows.map(({ id }) => id)), new Set([people.patti, people.lee]));
  });

  it('names the segment it does not know', async () => {
    const heard = await graph('/users/x/licences');
    assert.deepEqual([heard.status, heard.message], [400, "Resource not found for the segment 'licences'."]);
  });

  it('answers each request of a batch on its own', async () => {
    const requests = [
      { id: '1', method: 'GET', url: '/organization' },
      { id: '2', method: 'GET', url: '/users/nobody' },
      { id: '3', method: 'GET', url: '/organization', dependsOn: ['2'] },
    ];
    const { body } = await graph('/$batch', its.client.json('POST', { requests }));
    const statuses = new Map((body.responses ?? []).map(({ id, status }) => [id, status]));
    assert.deepEqual([statuses.get('1'), statuses.get('2'), statuses.get('3')], [200, 404, 424]);
    const many = Array.from({ length: 21 }, (_, n) => ({ id: `${n}`, method: 'GET', url: '/organization' }));
    assert.equal((await graph('/$batch', its.client.json('POST', { requests: many }))).code, 'MaximumValueExceeded');
  });

  it('refuses what is above its quota, says when to come back, and takes it then', async () => {
    const requests = Array.from({ length: 20 }, (_, n) => ({
      ...{ id: `${n}`, method: 'POST', url: `/users/${people.alex}/checkMemberGroups` },
      ...{ headers: { 'Content-Type': 'application/json' }, body: { groupIds: [groups.approvers] } },
    }));
    // 300 users: 5,000 units in ten seconds, and a check costs 4.
    const spend = (): Promise<Heard> => graph('/$batch', its.client.json('POST', { requests }));
    for (let n = 0; n < 62; n++) await spend();
    its.later(4000);
    const last = (await spend()).body.responses ?? [];
    assert.deepEqual([...new Set(last.map(({ status }) => status))].sort(), [200, 429]);
    const refused = await graph('/users');
    assert.deepEqual([refused.status, refused.code], [429, 'TooManyRequests']);
    assert.equal(refused.headers.get('x-ms-throttle-information'), 'ResourceUnitLimitExceeded');
    assert.equal(refused.headers.get('retry-after'), '6');
    its.later(6000);
    assert.equal((await graph('/users')).status, 200);
  });
});
