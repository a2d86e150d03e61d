/**
 * Directory roles: who is assigned one now (consistent at once), who may activate one (Privileged Identity Management), and what
 * memberships show of it, which follow minutes later.
 */
import { equals, filter } from './filter.ts';
import type { GraphCall } from './graph.ts';
import type { Answer } from './http.ts';
import { page, type Row, type Shape, shown } from './odata.ts';
import type { Company, DirectoryRole, RoleGrant } from './state.ts';

/** What memberships have shown of a role, and since when. */
type Past = { readonly at: number; readonly members: readonly string[] }[];
const pasts = new WeakMap<Company, Map<string, Past>>();

/** Keeps what the roles are now, so that memberships can show it once they have caught up. Called before each answer. */
export function noteRoles(company: Company, now: Date): void {
  const past = pasts.get(company) ?? new Map<string, Past>();
  const isFirst = !pasts.has(company);
  pasts.set(company, past);
  for (const { id, members } of company.roles) {
    const known = past.get(id) ?? [];
    past.set(id, known);
    const last = known.at(-1);
    if (last?.members.length === members.length && members.every((each, at) => each === last.members[at])) continue;
    known.push({ at: isFirst ? Number.NEGATIVE_INFINITY : now.getTime(), members: [...members] });
  }
}

/** The members a role has where memberships are asked: no document says how long they take ("Advanced query capabilities"). */
export function membersShown(company: Company, { id, members }: DirectoryRole, now: Date): readonly string[] {
  const past = pasts.get(company)?.get(id) ?? [];
  const until = now.getTime() - company.membershipLagMs;
  const shown = past.findLast(({ at }) => at <= until);
  // A role that nobody had before is in no membership yet.
  return shown?.members ?? (past.length > 0 ? [] : members);
}

const grantShape = (set: string): Shape<RoleGrant> => ({
  type: 'microsoft.graph.unifiedRoleScheduleInstanceBase',
  set,
  properties: {
    id: ({ principalId, roleDefinitionId, directoryScopeId }) =>
      `${principalId}-${roleDefinitionId}-${directoryScopeId}`,
    principalId: (each) => each.principalId,
    roleDefinitionId: (each) => each.roleDefinitionId,
    directoryScopeId: (each) => each.directoryScopeId,
    appScopeId: () => null,
  },
});

/** "Supports $filter (eq, in)" ("unifiedRoleAssignment resource type"); of the two only `eq` is here. */
const clauses = [
  equals<RoleGrant>('principalId', (each) => each.principalId),
  equals<RoleGrant>('roleDefinitionId', (each) => each.roleDefinitionId),
  equals<RoleGrant>('directoryScopeId', (each) => each.directoryScopeId),
];

function list(asked: GraphCall, set: string, all: (company: Company) => RoleGrant[]): Answer {
  const { company, call, base, listings } = asked;
  const chosen = filter(clauses, call.query.get('$filter'), 'unifiedRoleAssignment');
  if ('status' in chosen) return chosen;
  const shape = grantShape(set);
  const as = (grant: RoleGrant, names: readonly string[]): Row => ({
    ...shown(shape, names, grant),
    ...(call.query.get('$expand') === 'principal' && { principal: principalOf(company, grant) }),
  });
  return page({ call, base, listings, shape, rows: () => all(company).filter(chosen.test), as, size: 100 });
}

function principalOf(company: Company, { principalId: id }: RoleGrant): Row {
  const type = company.users.has(id) ? 'user' : company.groups.some((group) => group.id === id) ? 'group' : undefined;
  return { '@odata.type': `#microsoft.graph.${type ?? 'directoryObject'}`, id };
}

/** "List unifiedRoleAssignments": of a built-in role the definition's id is the template's. */
export function listRoleAssignments(asked: GraphCall): Answer {
  return list(asked, 'roleManagement/directory/roleAssignments', ({ roles, scopedAssignments }) => [
    ...roles.flatMap(({ roleTemplateId: roleDefinitionId, members }) =>
      members.map((principalId) => ({ principalId, roleDefinitionId, directoryScopeId: '/' })),
    ),
    ...scopedAssignments,
  ]);
}

/** "List roleEligibilityScheduleInstances": who is eligible stays so while the role is active. */
export function listRoleEligibilities(asked: GraphCall): Answer {
  return list(asked, 'roleManagement/directory/roleEligibilityScheduleInstances', ({ eligible }) => [...eligible]);
}
