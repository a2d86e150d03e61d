/** The tenant as Graph tells it: its subscriptions, its people, and their roles. */
import type { z } from 'zod/v4';
import { when } from '../../cards/when.ts';
import type { BatchAnswer, BatchRequest } from './batch.ts';
import {
  type Commerce,
  type DirectoryFacts,
  type DirectoryRole,
  directoryRoles,
  type GroupFacts,
  type Haste,
  MicrosoftFailed,
  type OnOddRow,
} from './commerce.ts';
import type { Asking, Graph } from './graph.ts';
import { brisk, type Patience, patient, pressed, withNewToken } from './retry-policy.ts';
import {
  DirectoryObject,
  GroupIds,
  HeldRoles,
  PeoplePage,
  Person,
  Sku,
  Some,
  Subscription,
  sumSeats,
} from './shapes.ts';
import { bodyOf, chunks, requestsPerBatch, usersLike, usersOf } from './user-batches.ts';

/** Role template ids: the same in every tenant (Entra built-in roles reference). */
const roleTemplates: Record<DirectoryRole, string> = {
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  billingAdministrator: 'b0f54661-2d74-4c50-afa3-1ec803f12efe',
  globalReader: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
};

const personFields = 'id,displayName,userPrincipalName,mail,department,preferredLanguage,userType,accountEnabled';
const person = { fields: personFields, shape: Person };

type Directory = Pick<
  Commerce,
  | 'subscriptions'
  | 'hasSubscription'
  | 'seats'
  | 'people'
  | 'find'
  | 'leaver'
  | 'holders'
  | 'admins'
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

async function adminsOf(graph: Graph, options: Asking): Promise<Set<string>> {
  const admins = new Set<string>();
  for (const template of [roleTemplates.globalAdministrator, roleTemplates.billingAdministrator]) {
    const route = `/directoryRoles(roleTemplateId='${template}')/members?$select=id`;
    for (const member of await membersOrNone(graph, route, options)) {
      if (member['@odata.type'] !== '#microsoft.graph.group') admins.add(member.id);
      else
        for (const each of await membersOrNone(graph, `/groups/${member.id}/transitiveMembers?$select=id`, options))
          admins.add(each.id);
    }
  }
  return admins;
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
  const requestsOf = (id: string) => factRequests(encodeURIComponent(id), groups);
  const each = requestsOf('').length;
  const facts: DirectoryFacts[] = [];
  for (const some of chunks(ids, Math.floor(requestsPerBatch / each))) {
    const answers = await graph.batch(some.flatMap(requestsOf), { patience });
    facts.push(...chunks(answers, each).map(factsIn));
  }
  return facts;
}

/** What is asked about one person. */
function factRequests(id: string, groups: readonly string[]): BatchRequest[] {
  const roles = `/users/${id}/transitiveMemberOf/microsoft.graph.directoryRole?$count=true&$select=id,roleTemplateId&$top=999`;
  return [
    { method: 'GET', url: `/users/${id}?$select=${personFields}` },
    { method: 'GET', url: roles, eventual: true },
    ...when(groups.length > 0, {
      method: 'POST' as const,
      url: `/users/${id}/checkMemberGroups`,
      body: { groupIds: groups },
    }),
  ];
}

function factsIn([user, held, member]: readonly BatchAnswer[]): DirectoryFacts {
  if (user?.status === 404) return nobody;
  const templates = new Set(bodyOf(held, HeldRoles).value.map((role) => role.roleTemplateId));
  return {
    person: bodyOf(user, Person),
    roles: new Set(directoryRoles.filter((role) => templates.has(roleTemplates[role]))),
    // Where no such group is, nobody is in it; who they are is known all the same.
    groups: new Set(member && member.status !== 404 ? bodyOf(member, GroupIds).value : []),
  };
}
