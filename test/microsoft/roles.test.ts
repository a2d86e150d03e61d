/** Directory roles as they really are told: assignments at once, memberships minutes later, and roles yet to be activated. */
import assert from 'node:assert/strict';
import { type DirectoryRole, eligibleRolesOf } from '../../bot/microsoft/commerce.ts';
import { groups, people, type RoleGrant, roleTemplates } from '../stand-ins/tenant/index.ts';
import { minute } from '../world/clock.ts';
import { useGateway } from './fixture.ts';

const unit = '/administrativeUnits/7e9a0000-0000-4000-8000-0000000000e1';

describe('a directory role', () => {
  const its = useGateway();
  const members = (role: keyof typeof roleTemplates): string[] =>
    its.tenant.company.roles.find(({ roleTemplateId }) => roleTemplateId === roleTemplates[role])?.members ??
    assert.fail(role);
  const grant = (principalId: string, role: keyof typeof roleTemplates, directoryScopeId = '/'): RoleGrant => ({
    principalId,
    roleDefinitionId: roleTemplates[role],
    directoryScopeId,
  });
  const rolesOf = async (id: string): Promise<DirectoryRole[]> => [
    ...(await its.commerce.directoryFacts(id, [])).roles,
  ];
  const manyRolesOf = async (id: string): Promise<DirectoryRole[]> => [
    ...((await its.commerce.everyonesFacts([people.bare, id], [groups.viewers])).get(id)?.roles ?? []),
  ];
  /** What memberships alone would say. */
  const shown = async (id: string): Promise<boolean> => {
    const route = `/users/${id}/transitiveMemberOf/microsoft.graph.directoryRole?$count=true`;
    const answer = await its.client.graph(route, { headers: { ConsistencyLevel: 'eventual' } });
    return (answer.body as { value: unknown[] }).value.length > 0;
  };

  it('activated a second ago is held, though no membership shows it for minutes', async () => {
    members('billingAdministrator').push(people.adele);
    assert.deepEqual(await rolesOf(people.adele), ['billingAdministrator']);
    assert.deepEqual(await manyRolesOf(people.adele), ['billingAdministrator']);
    assert.ok((await its.commerce.admins()).has(people.adele));
    assert.equal(await shown(people.adele), false);
    its.later(5 * minute);
    assert.equal(await shown(people.adele), true);
  });

  it('taken away a second ago is held no more, though memberships show it for minutes', async () => {
    members('globalAdministrator').splice(0);
    assert.deepEqual(await rolesOf(people.alex), []);
    assert.deepEqual(await manyRolesOf(people.alex), []);
    assert.ok(!(await its.commerce.admins()).has(people.alex));
    assert.equal(await shown(people.alex), true);
  });

  it('held through a group is held, and no more once the group has lost it', async () => {
    members('billingAdministrator').push(groups.auditors);
    its.later(5 * minute);
    assert.deepEqual(await rolesOf(people.lee), ['globalReader'], 'noticed with this very question');
    its.later(5 * minute);
    assert.deepEqual(await rolesOf(people.lee), ['billingAdministrator', 'globalReader']);
    assert.ok((await its.commerce.admins()).has(people.lee));
    members('billingAdministrator').pop();
    assert.deepEqual(await rolesOf(people.lee), ['globalReader']);
    assert.ok(!(await its.commerce.admins()).has(people.lee));
  });

  it('within an administrative unit is none, active or eligible', async () => {
    its.tenant.company.scopedAssignments.push(grant(people.adele, 'globalAdministrator', unit));
    its.tenant.company.eligible.push(grant(people.adele, 'billingAdministrator', unit));
    assert.deepEqual(await rolesOf(people.adele), []);
    assert.ok(!(await its.commerce.admins()).has(people.adele));
    assert.deepEqual(eligibleRolesOf(people.adele, await its.commerce.eligible()), new Set());
    assert.deepEqual(await its.commerce.eligibleAdmins(), new Set());
  });

  it('to be activated is no role yet, and known: directly, and through a group', async () => {
    its.tenant.company.eligible.push(
      grant(people.adele, 'billingAdministrator'),
      grant(groups.auditors, 'globalAdministrator'),
      grant(people.patti, 'globalReader'),
    );
    assert.deepEqual(await rolesOf(people.adele), []);
    assert.deepEqual(eligibleRolesOf(people.adele, await its.commerce.eligible()), new Set(['billingAdministrator']));
    assert.deepEqual(eligibleRolesOf(people.lee, await its.commerce.eligible()), new Set(['globalAdministrator']));
    assert.deepEqual(eligibleRolesOf(people.patti, await its.commerce.eligible()), new Set(['globalReader']));
    assert.deepEqual(eligibleRolesOf(people.megan, await its.commerce.eligible()), new Set());
    const admins = (await its.commerce.eligibleAdmins()) ?? assert.fail();
    assert.deepEqual([admins.has(people.adele), admins.has(people.lee), admins.has(people.patti)], [true, true, false]);
  });

  it('to be activated is not known without the permission, and nothing else is the worse for it', async () => {
    its.tenant.company.eligible.push(grant(people.adele, 'billingAdministrator'));
    its.tenant.company.apps[0]?.roles.graph.splice(0, 99, 'Directory.Read.All');
    assert.equal(await its.commerce.eligible(), null);
    assert.equal(await its.commerce.eligibleAdmins(), null);
    assert.deepEqual(await rolesOf(people.alex), ['globalAdministrator']);
  });

  for (const code of [400, 403, 404])
    it(`is what memberships show where Microsoft answers ${code} to what it assigned, and what may be activated is not known`, async () => {
      its.tenant.faults.push({ match: '/graph/v1.0/roleManagement', kind: 'status', code, times: 99 });
      assert.deepEqual(await rolesOf(people.alex), ['globalAdministrator']);
      assert.deepEqual(await rolesOf(people.lee), ['globalReader']);
      assert.deepEqual(await its.commerce.admins(), new Set([people.alex, people.isaiah]));
      assert.equal(await its.commerce.eligible(), null);
      assert.equal(await its.commerce.eligibleAdmins(), null);
      assert.ok((await its.commerce.probe()).every(({ trouble }) => !trouble || code === 403));
    });
});
