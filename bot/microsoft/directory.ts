/** The tenant as Graph tells it: its subscriptions, its people, and their roles. */
import type { z } from 'zod/v4';
import { when } from '../../cards/when.ts';
import type { BatchAnswer, BatchRequest } from './batch.ts';
import {
  type Commerce,
  type DirectoryFacts,
  type DirectoryRole,
  directoryRoles,
  type Eligible,
  type GroupFacts,
  type Haste,
  MicrosoftFailed,
  type OnOddRow,
} from './commerce.ts';
import type { Asking, Graph } from './graph.ts';
import { brisk, type Patience, patient, pressed, withNewToken } from './retry-policy.ts';
import {
  adminRoles,
  assignedIn,
  assignedTo,
  assignmentRequest,
  eligibleFor,
  mayComeThroughGroup,
  roleTemplates,
  type Within,
} from './role-holders.ts';
import {
  DirectoryObject,
  GroupIds,
  HeldRoles,
  Organisation,
  PeoplePage,
  Person,
  Sku,
  Some,
  Subscription,
  sumSeats,
} from './shapes.ts';
import { bodyOf, chunks, requestsPerBatch, usersLike, usersOf } from './user-batches.ts';

const personFields = 'id,displayName,userPrincipalName,mail,department,preferredLanguage,userType,accountEnabled';
const person = { fields: personFields, shape: Person };

type Directory = Pick<
  Commerce,
  | 'subscriptions'
  | 'hasSubscription'
  | 'seats'
  | 'organisation'
  | 'people'
  | 'find'
  | 'leaver'
  | 'holders'
  | 'admins'
  | 'eligibleAdmins'
  | 'eligible'
  | 'members'
  | 'group'
  | 'directoryFacts'
  | 'everyonesFacts'
>;

export function createDirectory(graph: Graph, renew: () => Promise<unknown>): Directory {
  return {
    subscriptions: (onOdd) => graph.all('/directory/subscriptions', Subscription, leavingOut(onOdd)),
    hasSubscription: async (id) =>
      (await unlessMissing(graph.get(`/directory/subscriptions/${encodeURIComponent(id)}`, Some))) !== undefined,
    seats: async (onOdd) => sumSeats(await graph.all('/subscribedSkus', Sku, leavingOut(onOdd))),
    async organisation() {
      const [own] = await graph.all('/organization?$select=id,displayName', Organisation);
      return own?.displayName ?? null;
    },
    people: (ids, haste) => usersOf(graph, ids, { ...person, asking: asking(haste) }),
    find: (text) => usersLike(graph, text, { ...person, asking: { patience: brisk } }),
    async leaver(id) {
      const route = `/directory/deletedItems/${encodeURIComponent(id)}/microsoft.graph.user?$select=${personFields}`;
      return (await unlessMissing(graph.get(route, Person))) ?? null;
    },
    holders(sku) {
      const filter = `assignedLicenses/any(x:x/skuId eq ${sku})`;
      const route = `/users?$filter=${encodeURIComponent(filter)}&$count=true&$top=999&$select=${personFields}`;
      return graph.all(route, Person, { eventual: true });
    },
    admins: (haste) => adminsOf(graph, asking(haste)),
    eligibleAdmins: (haste) => eligibleAdminsOf(graph, asking(haste)),
    eligible: () => eligibleOf(graph, directoryRoles, { patience: brisk }),
    members: (group) => graph.all(membersRoute(group), Person, advanced),
    group: (id) => withNewToken(() => lookAtGroup(graph, id), renew),
    async directoryFacts(id, groups, { deciding = false } = {}) {
      const patience = deciding ? pressed : brisk;
      // Everything that people decide rests on it: it must not hang on a token that Microsoft takes no more.
      const [facts] = await withNewToken(() => readFacts(graph, [id], { groups, patience }), renew);
      return facts ?? nobody;
    },
    async everyonesFacts(ids, groups) {
      const facts = await withNewToken(() => readFacts(graph, ids, { groups, patience: patient }), renew);
      return new Map(ids.map((id, at) => [id, facts[at] ?? nobody]));
    },
  };
}

/** The cast to users is an advanced query: header and `$count` are required ("List group transitive members"). */
const advanced: Asking = { eventual: true, patience: brisk };

function membersRoute(group: string): string {
  const route = `/groups/${encodeURIComponent(group)}/transitiveMembers/microsoft.graph.user`;
  return `${route}?$count=true&$top=999&$select=${personFields}`;
}

async function lookAtGroup(graph: Graph, id: string): Promise<GroupFacts> {
  const page = await unlessMissing(graph.get(membersRoute(id), PeoplePage, advanced));
  if (page) return { is: 'group', members: page.value, isAll: page['@odata.nextLink'] === undefined };
  const route = `/users/${encodeURIComponent(id)}?$select=id`;
  const somebody = await unlessMissing(graph.get(route, Some, { patience: brisk }));
  return { is: somebody ? 'not-a-group' : 'missing' };
}

/** One odd row must not hide all the others. */
function leavingOut(onOdd: OnOddRow = () => {}): Asking {
  return { onOddRow: (row) => onOdd(Some.safeParse(row).data?.id ?? null) };
}

function asking({ brisk: isBrisk = false }: Haste = {}): Asking {
  return isBrisk ? { patience: brisk } : {};
}

/** Undefined where Microsoft says that there is no such thing. */
async function unlessMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof MicrosoftFailed && error.status === 404) return undefined;
    throw error;
  }
}

/** Memberships are what every tenant tells; where it tells assignments as well, those are newer. */
async function adminsOf(graph: Graph, options: Asking): Promise<Set<string>> {
  const within = withinOn(graph, options);
  const admins = new Set<string>();
  for (const role of adminRoles) {
    const route = `/directoryRoles(roleTemplateId='${roleTemplates[role]}')/members?$select=id`;
    const members = await membersOrNone(graph, route, options);
    const assigned = await assignedTo(graph, { role, asking: options, within });
    for (const each of assigned ?? (await unfolded(members, within))) admins.add(each);
  }
  return admins;
}

async function unfolded(members: readonly z.infer<typeof DirectoryObject>[], within: Within): Promise<string[]> {
  const isGroup = (member: z.infer<typeof DirectoryObject>) => member['@odata.type'] === '#microsoft.graph.group';
  const each = members.map(async (member) => (isGroup(member) ? within(member.id) : [member.id]));
  return (await Promise.all(each)).flat();
}

function withinOn(graph: Graph, options: Asking): Within {
  return async (group) => {
    const route = `/groups/${encodeURIComponent(group)}/transitiveMembers?$select=id`;
    return (await membersOrNone(graph, route, options)).map(({ id }) => id);
  };
}

async function eligibleAdminsOf(graph: Graph, options: Asking): Promise<Set<string> | null> {
  const eligible = await eligibleOf(graph, adminRoles, options);
  return eligible && new Set([...eligible.values()].flatMap((each) => [...each]));
}

async function eligibleOf(graph: Graph, roles: readonly DirectoryRole[], options: Asking): Promise<Eligible | null> {
  const within = withinOn(graph, options);
  const asked = roles.map((role) => eligibleFor(graph, { role, asking: options, within }));
  const all = await Promise.all(asked);
  if (all.some((each) => each === null)) return null;
  return new Map(roles.map((role, at) => [role, new Set(all[at])]));
}

/** A role that nobody was ever given does not exist in the tenant: Graph answers 404. */
async function membersOrNone(graph: Graph, route: string, options: Asking): Promise<z.infer<typeof DirectoryObject>[]> {
  return (await unlessMissing(graph.all(route, DirectoryObject, options))) ?? [];
}

const nobody: DirectoryFacts = { person: null, roles: new Set(), groups: new Set() };

interface Reading {
  groups: readonly string[];
  patience: Patience;
}

/** In the order of `ids`. */
async function readFacts(
  graph: Graph,
  ids: readonly string[],
  { groups, patience }: Reading,
): Promise<DirectoryFacts[]> {
  const requestsOf = (id: string) => factRequests(id, groups);
  const each = requestsOf('').length;
  const facts: Found[] = [];
  for (const some of chunks(ids, Math.floor(requestsPerBatch / each))) {
    const answers = await graph.batch(some.flatMap(requestsOf), { patience });
    facts.push(...chunks(answers, each).map(factsIn));
  }
  return withoutLapsed(graph, facts, { patience });
}

/** Memberships still show a role that was taken away a moment ago: it is believed only where a group may have given it. */
async function withoutLapsed(graph: Graph, facts: readonly Found[], asking: Asking): Promise<DirectoryFacts[]> {
  const doubted = directoryRoles.filter((role) => facts.some(({ unassigned }) => unassigned.has(role)));
  const through = await Promise.all(doubted.map((role) => mayComeThroughGroup(graph, { role, asking })));
  const lapsed = new Set(doubted.filter((_, at) => !through[at]));
  return facts.map(({ unassigned, ...known }) => ({
    ...known,
    roles: new Set([...known.roles].filter((role) => !(lapsed.has(role) && unassigned.has(role)))),
  }));
}

interface Found extends DirectoryFacts {
  /** Of the roles, those that a membership shows and no assignment of their own. */
  unassigned: ReadonlySet<DirectoryRole>;
}

/** What is asked about one person. */
function factRequests(person: string, groups: readonly string[]): BatchRequest[] {
  const id = encodeURIComponent(person);
  const roles = `/users/${id}/transitiveMemberOf/microsoft.graph.directoryRole?$count=true&$select=id,roleTemplateId&$top=999`;
  return [
    { method: 'GET', url: `/users/${id}?$select=${personFields}` },
    { method: 'GET', url: roles, eventual: true },
    assignmentRequest(person),
    ...when(groups.length > 0, {
      method: 'POST' as const,
      url: `/users/${id}/checkMemberGroups`,
      body: { groupIds: groups },
    }),
  ];
}

function factsIn([user, member, assignment, checked]: readonly BatchAnswer[]): Found {
  if (user?.status === 404) return { ...nobody, unassigned: new Set() };
  const templates = new Set(bodyOf(member, HeldRoles).value.map((role) => role.roleTemplateId));
  const shown = directoryRoles.filter((role) => templates.has(roleTemplates[role]));
  const assigned = assignedIn(assignment);
  return {
    person: bodyOf(user, Person),
    roles: new Set(directoryRoles.filter((role) => shown.includes(role) || assigned?.has(role))),
    unassigned: new Set(shown.filter((role) => assigned && !assigned.has(role))),
    // Where no such group is, nobody is in it; who they are is known all the same.
    groups: new Set(checked && checked.status !== 404 ? bodyOf(checked, GroupIds).value : []),
  };
}
