/** Graph's users: who they are, what they hold, what they are members of. */
import { type Clause, equals, filter, is, startsWith } from './filter.ts';
import type { GraphCall } from './graph.ts';
import { badRequest, missing } from './graph-errors.ts';
import { type Answer, field } from './http.ts';
import { groupShape, limited, one, roleShape, userShape, usersShapeOf } from './objects.ts';
import { isAdvanced, malformed, notAdvanced, page } from './odata.ts';
import { membersShown } from './roles.ts';
import { held, holds } from './seats.ts';
import type { Company, User } from './state.ts';

const clauses: readonly Clause<User>[] = [
  {
    // Facts 3.2: the GUID stands without quotes, and the lambda's variable may have any name.
    pattern: /^assignedLicenses\/any\((\w+): ?\1\/skuId eq ([0-9a-f-]{36})\)$/i,
    test: ([, sku = '']) => {
      const wanted = sku.toLowerCase();
      return (user) => holds(user, wanted);
    },
  },
  { pattern: /^assignedLicenses\/\$count ne 0$/i, test: () => (user) => held(user).length > 0, advanced: true },
  {
    // "In expressions, the limit is 15 by default" ("Use the $filter query parameter").
    pattern: /^id in \(('[0-9a-f-]{36}'(?:, ?'[0-9a-f-]{36}'){0,14})\)$/i,
    test: ([listed = '']) => {
      const wanted = new Set(listed.toLowerCase().split(/[', ]+/));
      return (user) => wanted.has(user.id);
    },
  },
  equals('userPrincipalName', (user) => user.userPrincipalName),
  equals('mail', (user) => user.mail),
  equals('id', (user) => user.id),
  equals('userType', (user) => user.userType),
  equals('displayName', (user) => user.displayName),
  startsWith('displayName', (user) => user.displayName),
  startsWith('userPrincipalName', (user) => user.userPrincipalName),
  startsWith('mail', (user) => user.mail),
  is('accountEnabled', (user) => user.accountEnabled),
];

/** Whoever may fit a filter: those it names by id where that is all it asks, else everyone. */
function candidates({ users }: Company, text: string | null): User[] {
  if (text === null || !/^id in \([^)]*\)$/i.test(text)) return [...users.values()];
  return [...text.toLowerCase().matchAll(/'([0-9a-f-]{36})'/g)].flatMap(([, id = '']) => users.get(id) ?? []);
}

export function listUsers({ company, call, base, listings }: GraphCall): Answer {
  const chosen = filter(clauses, call.query.get('$filter'), 'User');
  if ('status' in chosen) return chosen;
  const rows = (): User[] => candidates(company, call.query.get('$filter')).filter(chosen.test);
  const { advanced } = chosen;
  return page({ call, base, listings, shape: usersShapeOf(company), rows, size: 100, top: true, advanced });
}

/** Graph takes the object id and the user principal name alike. */
export function found(company: Company, idOrName: string): User | undefined {
  const wanted = idOrName.toLowerCase();
  const user = company.users.get(wanted);
  if (user !== undefined || !wanted.includes('@')) return user;
  return [...company.users.values()].find((each) => each.userPrincipalName.toLowerCase() === wanted);
}

export function getUser({ company, call, base, id }: GraphCall): Answer {
  const user = found(company, id);
  return user === undefined ? missing(id) : one(usersShapeOf(company), user, call.query, base);
}

export function getManager({ company, call, base, id }: GraphCall): Answer {
  const user = found(company, id);
  const manager = user?.manager == null ? undefined : company.users.get(user.manager);
  return manager === undefined
    ? missing(user === undefined ? id : 'manager')
    : one(userShape, manager, call.query, base);
}

/** Every group somebody is in, directly or through other groups. */
export function groupsOf(company: Company, id: string): Set<string> {
  const found = new Set<string>();
  const asked = [id];
  for (let member = asked.pop(); member !== undefined; member = asked.pop()) {
    for (const group of company.groups) {
      if (found.has(group.id) || !group.members.includes(member)) continue;
      found.add(group.id);
      asked.push(group.id);
    }
  }
  return found;
}

/** `transitiveMemberOf` with the cast to roles: header and `$count` are required ("List user transitive memberOf"). */
export function listRolesOf({ company, call, base, listings, id, may, now }: GraphCall): Answer {
  const user = found(company, id);
  if (user === undefined) return missing(id);
  if (!isAdvanced(call)) return notAdvanced();
  const through = groupsOf(company, user.id);
  const rows = (): Company['roles'] =>
    company.roles.filter((role) =>
      membersShown(company, role, now).some((each) => each === user.id || through.has(each)),
    );
  const readable = may('RoleManagement.Read.Directory', 'Directory.Read.All');
  const shape = readable ? roleShape : limited(roleShape);
  return page({ call, base, listings, shape, rows, size: 100, top: true });
}

export function listGroupsOf({ company, call, base, listings, id, may }: GraphCall): Answer {
  const user = found(company, id);
  if (user === undefined) return missing(id);
  if (!isAdvanced(call)) return notAdvanced();
  const through = groupsOf(company, user.id);
  const rows = (): Company['groups'] => company.groups.filter((group) => through.has(group.id));
  const shape = may('GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All') ? groupShape : limited(groupShape);
  return page({ call, base, listings, shape, rows, size: 100, top: true });
}

/** "Check member groups": transitive, at most 20 groups. */
export function checkMemberGroups({ company, call, base, id }: GraphCall): Answer {
  const user = found(company, id);
  if (user === undefined) return missing(id);
  const asked = field(call.body, 'groupIds');
  if (!Array.isArray(asked)) return malformed();
  if (asked.length > 20) return badRequest('The number of groups to check must not exceed 20.');
  const through = groupsOf(company, user.id);
  const value = asked.filter((each) => through.has(String(each).toLowerCase()));
  return { status: 200, body: { '@odata.context': `${base}/$metadata#Collection(Edm.String)`, value } };
}
