/** Who is in a role or a group, and whole lists of people by their ids. */
import type { GraphCall } from './graph.ts';
import { badRequest, missing } from './graph-errors.ts';
import { type Answer, field } from './http.ts';
import { groupShape, limited, one, roleShape, userShape } from './objects.ts';
import { malformed, page, type Row, type Shape, shown } from './odata.ts';
import { membersShown } from './roles.ts';
import type { Company, User } from './state.ts';

type Member = { readonly type: 'user' | 'group'; readonly id: string };

/** A mixed collection: each member says its type, and only its id where the app may not read that type. */
function members(asked: GraphCall, ids: () => readonly string[], paged: boolean): Answer {
  const { company, call, base, listings } = asked;
  const rows = (): Member[] => ids().flatMap((id) => typed(company, id));
  const as = (member: Member, names: readonly string[]): Row => memberRow(asked, member, names);
  return page({
    call,
    base,
    listings,
    shape: memberShape,
    rows,
    as,
    size: paged ? 100 : Number.POSITIVE_INFINITY,
    top: paged,
  });
}

/** What `$select` may ask of a mixed collection; each row takes what its type has. */
const memberShape: Shape<Member> = {
  type: 'microsoft.graph.directoryObject',
  set: 'directoryObjects',
  properties: Object.fromEntries(
    [...Object.keys(userShape.properties), ...Object.keys(groupShape.properties)].map((name) => [name, () => null]),
  ),
};

function memberRow({ company, call, may }: GraphCall, { type, id }: Member, names: readonly string[]): Row {
  const asked = call.query.has('$select') ? names : undefined;
  const user = company.users.get(id);
  if (user !== undefined)
    return { ...typeOf(type), ...some(may(...readsUsers) ? userShape : limited(userShape), asked, user) };
  const group = company.groups.find((each) => each.id === id);
  if (group === undefined) return { ...typeOf(type), id };
  return { ...typeOf(type), ...some(may(...readsGroups) ? groupShape : limited(groupShape), asked, group) };
}

function some<T>(shape: Shape<T>, asked: readonly string[] | undefined, from: T): Row {
  const usual = shape.usual ?? Object.keys(shape.properties);
  return shown(shape, asked?.filter((name) => name in shape.properties) ?? usual, from);
}

const typeOf = (type: Member['type']): Row => ({ '@odata.type': `#microsoft.graph.${type}` });
const readsUsers = ['User.Read.All', 'Directory.Read.All'];
const readsGroups = ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'];

function typed(company: Company, id: string): Member[] {
  if (company.users.has(id)) return [{ type: 'user', id }];
  return company.groups.some((group) => group.id === id) ? [{ type: 'group', id }] : [];
}

/** Direct members, groups among them; roles have no pages ("Paging"). */
export function listRoleMembers(asked: GraphCall): Answer {
  const { company, id, now } = asked;
  const wanted = id.toLowerCase();
  const role = company.roles.find((each) => each.roleTemplateId === wanted || each.id === wanted);
  return role === undefined ? missing(id) : members(asked, () => membersShown(company, role, now), false);
}

export function listRoles({ company, call, base, listings }: GraphCall): Answer {
  const rows = (): Company['roles'] => company.roles;
  return page({ call, base, listings, shape: roleShape, rows, size: Number.POSITIVE_INFINITY });
}

export function getGroup({ company, call, base, id }: GraphCall): Answer {
  const group = company.groups.find((each) => each.id === id.toLowerCase());
  return group === undefined ? missing(id) : one(groupShape, group, call.query, base);
}

/** Everyone and every group in a group, however deep. */
function within(company: Company, groupId: string): string[] {
  const found = new Set<string>();
  const asked = [groupId];
  for (let id = asked.pop(); id !== undefined; id = asked.pop()) {
    for (const member of company.groups.find((group) => group.id === id)?.members ?? []) {
      if (found.has(member)) continue;
      found.add(member);
      asked.push(member);
    }
  }
  return [...found];
}

export function listTransitiveMembers(asked: GraphCall): Answer {
  const { company, id } = asked;
  const group = company.groups.find((each) => each.id === id.toLowerCase());
  return group === undefined ? missing(id) : members(asked, () => within(company, group.id), true);
}

/** With the cast to users: header and `$count` are required ("List group transitive members"). */
export function listTransitiveUsers({ company, call, base, listings, id, may }: GraphCall): Answer {
  const group = company.groups.find((each) => each.id === id.toLowerCase());
  if (group === undefined) return missing(id);
  const shape = may(...readsUsers) ? userShape : limited(userShape);
  const rows = (): User[] => within(company, group.id).flatMap((each) => company.users.get(each) ?? []);
  return page({ call, base, listings, shape, rows, size: 100, top: true, advanced: true });
}

/** "Up to 1000 IDs"; whoever isn't there is left out without a word. `$select` is not available ("getByIds"). */
export function getByIds({ company, call, base }: GraphCall): Answer {
  const ids = field(call.body, 'ids');
  if (!Array.isArray(ids)) return malformed();
  if (ids.length > 1000) return badRequest('Too many identifiers: at most 1000 can be looked up at once.');
  const listed = field(call.body, 'types');
  const types = Array.isArray(listed) && listed.length > 0 ? listed.map((each) => String(each).toLowerCase()) : [ANY];
  const wanted = (type: Member['type']): boolean => types.includes(type) || types.includes(ANY);
  const found = ids.flatMap((each) => typed(company, String(each).toLowerCase())).filter(({ type }) => wanted(type));
  const value = found.map(({ type, id }) => {
    const user = company.users.get(id);
    if (user !== undefined) return { ...typeOf(type), ...some(userShape, undefined, user) };
    const group = company.groups.find((one) => one.id === id);
    return group === undefined ? { ...typeOf(type), id } : { ...typeOf(type), ...some(groupShape, undefined, group) };
  });
  return { status: 200, body: { '@odata.context': `${base}/$metadata#directoryObjects`, value } };
}

const ANY = 'directoryobject';
