/** The Commerce port's speaker: Graph and the licensing API. */
import type { z } from 'zod/v4';
import type { Clock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import { createAssigning } from './assigning.ts';
import {
  type Commerce,
  type Connection,
  type ConnectionState,
  type DirectoryFacts,
  type DirectoryRole,
  directoryRoles,
  type Haste,
  MicrosoftFailed,
} from './commerce.ts';
import { type Asking, createGraph, type Graph, graphAudience, type Observe } from './graph.ts';
import { createLicensing, licensingAudience } from './licensing.ts';
import { createTeamsApp, sendMail } from './reaching.ts';
import { createRules, emailSignUpRoute } from './rules.ts';
import { DirectoryObject, GroupIds, HeldRoles, Person, Rows, Sku, Some, Subscription, sumSeats } from './shapes.ts';
import { createTokens } from './tokens.ts';
import { bodyOf, usersLike, usersOf } from './users.ts';
import { ask, brisk, noAnswer, withNewToken } from './waiting.ts';

/** Role template ids: the same in every tenant (Entra built-in roles reference). */
const roleTemplates: Record<DirectoryRole, string> = {
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  billingAdministrator: 'b0f54661-2d74-4c50-afa3-1ec803f12efe',
  globalReader: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
};

const personFields = 'id,displayName,userPrincipalName,mail,department,preferredLanguage,userType,accountEnabled';

export function createGateway(config: Config['microsoft'], clock: Clock, observe: Observe): Commerce {
  const tokens = createTokens(config.identity);
  const graph = createGraph(config.graphUrl, tokens, clock, observe);
  const licensing = createLicensing(config.licensingUrl, tokens, clock, observe);
  const app = createTeamsApp(graph, config.appId);
  const renew = (audience: string) => ask(clock, brisk, 'sign-in', () => tokens(audience, true), noAnswer);
  const rules = createRules(graph, licensing, renew);

  const probes: Record<Connection, () => Promise<unknown>> = {
    'sign-in': () => ask(clock, brisk, 'sign-in', () => tokens(graphAudience), noAnswer),
    directory: () => graph.get('/subscribedSkus?$select=skuId', Rows, { patience: brisk }),
    leavers: () =>
      graph.get('/directory/deletedItems/microsoft.graph.user?$select=id&$top=1', Rows, { patience: brisk }),
    'purchasing-rules': () => licensing.get('/policies/AllowSelfServicePurchase', Some, brisk),
    'sign-ups': () => graph.get(`${emailSignUpRoute}?$select=id`, Some, { patience: brisk }),
    // The catalogue alone: nothing tells harmlessly whether Purser may install itself or send mail.
    installing: () => app.find(brisk),
  };

  return {
    subscriptions: () => graph.all('/directory/subscriptions', Subscription),
    hasSubscription: (id) => exists(graph, `/directory/subscriptions/${encodeURIComponent(id)}`),
    seats: async () => sumSeats(await graph.all('/subscribedSkus', Sku)),
    people: (ids, haste) => usersOf(graph, ids, personFields, Person, asking(haste)),
    find: (text) => usersLike(graph, text, personFields, Person, { patience: brisk }),
    async leaver(id) {
      try {
        const route = `/directory/deletedItems/${encodeURIComponent(id)}/microsoft.graph.user?$select=${personFields}`;
        return await graph.get(route, Person);
      } catch (error) {
        if (error instanceof MicrosoftFailed && error.status === 404) return null;
        throw error;
      }
    },
    holders(sku) {
      const filter = `assignedLicenses/any(x:x/skuId eq ${sku})`;
      const route = `/users?$filter=${encodeURIComponent(filter)}&$count=true&$top=999&$select=${personFields}`;
      return graph.all(route, Person, { eventual: true });
    },
    admins: (haste) => adminsOf(graph, asking(haste)),
    members(group) {
      // The cast to users is an advanced query: header and `$count` are required ("List group transitive members").
      const route = `/groups/${encodeURIComponent(group)}/transitiveMembers/microsoft.graph.user`;
      return graph.all(`${route}?$count=true&$top=999&$select=${personFields}`, Person, {
        ...{ eventual: true, patience: brisk },
      });
    },
    ...rules,
    ...createAssigning(graph, clock, () => renew(graphAudience)),
    directoryFacts: (person, groups) => directoryFactsOf(graph, person, groups),
    install: (person) => app.install(person),
    mail: (mail) => sendMail(graph, config.mailFrom, mail),
    probe: () => {
      const renewAll = () => Promise.all([renew(graphAudience), renew(licensingAudience)]);
      return Promise.all(
        Object.entries(probes).map(([connection, probe]) => probeConnection(connection as Connection, probe, renewAll)),
      );
    },
  };
}

function asking({ brisk: isBrisk = false }: Haste = {}): Asking {
  return isBrisk ? { patience: brisk } : {};
}

async function probeConnection(
  connection: Connection,
  probe: () => Promise<unknown>,
  renew: () => Promise<unknown>,
): Promise<ConnectionState> {
  try {
    await withNewToken(probe, renew);
    return { connection, trouble: null };
  } catch (error) {
    if (error instanceof MicrosoftFailed) return { connection, trouble: error.trouble };
    throw error;
  }
}

async function exists(graph: Graph, route: string): Promise<boolean> {
  try {
    await graph.get(route, Some);
    return true;
  } catch (error) {
    if (error instanceof MicrosoftFailed && error.status === 404) return false;
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

/** A role nobody was ever given does not exist in the tenant: Graph answers 404. */
async function membersOrNone(graph: Graph, route: string, options: Asking): Promise<z.infer<typeof DirectoryObject>[]> {
  try {
    return await graph.all(route, DirectoryObject, options);
  } catch (error) {
    if (error instanceof MicrosoftFailed && error.status === 404) return [];
    throw error;
  }
}

async function directoryFactsOf(graph: Graph, person: string, groups: readonly string[]): Promise<DirectoryFacts> {
  const id = encodeURIComponent(person);
  const roles = `/users/${id}/transitiveMemberOf/microsoft.graph.directoryRole?$count=true&$select=id,roleTemplateId&$top=999`;
  const requests = [
    { method: 'GET' as const, url: `/users/${id}?$select=${personFields}` },
    { method: 'GET' as const, url: roles, eventual: true },
    ...(groups.length > 0
      ? [{ method: 'POST' as const, url: `/users/${id}/checkMemberGroups`, body: { groupIds: groups } }]
      : []),
  ];
  const [user, held, member] = await graph.batch(requests, { patience: brisk });
  if (user?.status === 404) return { person: null, roles: new Set(), groups: new Set() };
  const templates = new Set(bodyOf(held, HeldRoles).value.map((role) => role.roleTemplateId));
  return {
    person: bodyOf(user, Person),
    roles: new Set(directoryRoles.filter((role) => templates.has(roleTemplates[role]))),
    groups: new Set(member ? bodyOf(member, GroupIds).value : []),
  };
}
