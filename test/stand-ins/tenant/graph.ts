/**
 * Microsoft Graph: which paths there are, who may call them and what they cost.
 * Roles: the "Application" rows of each operation's permission table. Costs: "Identity and access service limits" in
 * "Microsoft Graph service-specific throttling limits"; what isn't listed there costs 1.
 */
import { listAllotments, listAssignments } from './allotments.ts';
import { assignLicense } from './assigning.ts';
import { batch } from './batch.ts';
import { forbidding, graphError, tooManyRequests } from './graph-errors.ts';
import type { Answer, Call } from './http.ts';
import * as members from './members.ts';
import { listMessages } from './message-centre.ts';
import type { Listings } from './odata.ts';
import * as organisation from './organisation.ts';
import { type Quotas, type Service, spend } from './quotas.ts';
import * as reaching from './reaching.ts';
import { listRoleAssignments, listRoleEligibilities, noteRoles } from './roles.ts';
import { compile, type Pattern, segmentOff } from './routes.ts';
import type { Company } from './state.ts';
import * as subscriptions from './subscriptions.ts';
import * as users from './users.ts';

export const GRAPH = '/graph/v1.0';
export const BETA = '/graph/beta';

/** Page sizes a test may set. */
export interface PageSizes {
  /** Of `/directory/subscriptions`: no document gives one, nor says that there are pages. */
  subscriptions: number;
  /** Of `cloudLicensing`, for which no document gives one either. */
  allotments: number;
  /** Of the message centre: 100 where the caller asks for no other ("List serviceAnnouncement messages"). */
  messages: number;
}

export interface Graph {
  readonly company: Company;
  readonly listings: Listings;
  readonly quotas: Quotas;
  readonly sizes: PageSizes;
  readonly clock: { now(): Date };
  readonly mailboxes: reaching.Mailboxes;
  installs: reaching.Installs;
  /** `https://localhost:PORT/graph` */
  readonly url: string;
  /** Answers one inner request of a batch; it goes through the faults, as every request does. */
  readonly inner: (call: Call) => Promise<Answer>;
}

/** What a handler gets. */
export interface GraphCall {
  readonly company: Company;
  readonly call: Call;
  /** The url with the version. */
  readonly base: string;
  readonly listings: Listings;
  readonly sizes: PageSizes;
  readonly mailboxes: reaching.Mailboxes;
  readonly installs: reaching.Installs;
  readonly now: Date;
  /** Client id of the app that calls. */
  readonly app: string;
  /** What stands for `:id` in the path. */
  readonly id: string;
  /** Whether the app has one of these roles. */
  readonly may: (...roles: string[]) => boolean;
}

/** One alternative per row; all roles of a row are needed together. */
type Needs = readonly (readonly string[])[];

interface Route {
  /** Who does the work behind Graph: each has limits and errors of its own. */
  readonly service: Service;
  /** Only there; any other route is only in v1.0 here. */
  readonly version?: 'beta';
  readonly method: string;
  readonly pattern: Pattern;
  readonly needs: Needs;
  readonly cost: number;
  readonly writes: number;
  readonly run: (call: GraphCall) => Answer;
}

const any = (...roles: string[]): Needs => roles.map((role) => [role]);
const reads = (path: string, needs: Needs, run: Route['run'], cost = 1): Route => {
  return { service: 'directory', method: 'GET', pattern: compile(path), needs, cost, writes: 0, run };
};
const other = (method: string, path: string, needs: Needs, run: Route['run'], cost: number, writes: number): Route => {
  return { service: 'directory', method, pattern: compile(path), needs, cost, writes, run };
};
const elsewhere = (service: Service, method: string, path: string, needs: Needs, run: Route['run']): Route => {
  return { service, method, pattern: compile(path), needs, cost: 1, writes: method === 'GET' ? 0 : 1, run };
};

const ofOrganisation = any('Organization.Read.All', 'Directory.Read.All');
const ofAllotments = any('CloudLicensing.Read.All', 'Directory.Read.All');
const ofUsers = any('User.Read.All', 'Directory.Read.All');
const ofMemberships = any('User.Read.All', 'GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All');
const ofRoles = any('RoleManagement.Read.Directory', 'Directory.Read.All');
const ofAssignments = any('RoleManagement.Read.Directory', 'RoleManagement.Read.All', 'Directory.Read.All');
const ofEligibility = any(
  'RoleEligibilitySchedule.Read.Directory',
  'RoleManagement.Read.Directory',
  'RoleManagement.Read.All',
);
const ofGroups = any(
  'GroupMember.ReadBasic.All',
  'GroupMember.Read.All',
  'Group.ReadBasic.All',
  'Group.Read.All',
  'Directory.Read.All',
);
const ofAssigning = any('LicenseAssignment.ReadWrite.All', 'User.ReadWrite.All', 'Directory.ReadWrite.All');
const writesPolicy = any('Policy.ReadWrite.Authorization');
const ofPolicy = [...any('Policy.Read.All'), ...writesPolicy];
const writesAppSettings = any('OrgSettings-AppsAndServices.ReadWrite.All');
const ofAppSettings = [...any('OrgSettings-AppsAndServices.Read.All'), ...writesAppSettings];
const ofCatalogue = any('AppCatalog.Read.All', 'AppCatalog.ReadWrite.All');
const ofInstalling = any('TeamsAppInstallation.ReadWriteSelfForUser.All', 'TeamsAppInstallation.ReadWriteForUser.All');
const ofInstalled = [...any('TeamsAppInstallation.ReadForUser.All'), ...ofInstalling];
/** The one operation here that asks for two roles together ("user: checkMemberGroups"). */
const ofGroupChecks: Needs = [
  ['User.Read.All', 'GroupMember.Read.All'],
  ['User.Read.All', 'Group.Read.All'],
  ['Directory.Read.All'],
];

const routes: readonly Route[] = [
  reads('/directory/subscriptions', ofOrganisation, subscriptions.listSubscriptions),
  reads("/directory/subscriptions(commerceSubscriptionId=':id')", ofOrganisation, subscriptions.getByCommerceId),
  reads('/directory/subscriptions/:id', ofOrganisation, subscriptions.getSubscription),
  reads('/subscribedSkus', ofOrganisation, subscriptions.listSkus, 3),
  reads('/users', ofUsers, users.listUsers, 2),
  reads('/users/:id', ofUsers, users.getUser),
  reads('/users/:id/manager', ofUsers, users.getManager),
  reads('/users/:id/transitiveMemberOf/microsoft.graph.directoryRole', ofMemberships, users.listRolesOf, 2),
  reads('/users/:id/transitiveMemberOf/microsoft.graph.group', ofMemberships, users.listGroupsOf, 2),
  other('POST', '/users/:id/checkMemberGroups', ofGroupChecks, users.checkMemberGroups, 4, 0),
  other('POST', '/users/:id/assignLicense', ofAssigning, assignLicense, 1, 1),
  other('POST', '/directoryObjects/getByIds', any('Directory.Read.All'), members.getByIds, 3, 0),
  reads('/directory/deletedItems/microsoft.graph.user', ofUsers, organisation.listDeletedUsers),
  reads('/directory/deletedItems/:id/microsoft.graph.user', ofUsers, organisation.getDeletedItem),
  reads('/directory/deletedItems/:id', ofUsers, organisation.getDeletedItem),
  reads('/directoryRoles', ofRoles, members.listRoles),
  reads("/directoryRoles(roleTemplateId=':id')/members", ofRoles, members.listRoleMembers),
  reads('/directoryRoles/roleTemplateId=:id/members', ofRoles, members.listRoleMembers),
  reads('/directoryRoles/:id/members', ofRoles, members.listRoleMembers),
  reads('/roleManagement/directory/roleAssignments', ofAssignments, listRoleAssignments),
  reads('/roleManagement/directory/roleEligibilityScheduleInstances', ofEligibility, listRoleEligibilities),
  reads('/groups/:id', any('GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'), members.getGroup),
  reads('/groups/:id/transitiveMembers', ofGroups, members.listTransitiveMembers, 5),
  reads('/groups/:id/transitiveMembers/microsoft.graph.user', ofGroups, members.listTransitiveUsers, 5),
  reads('/organization', ofOrganisation, organisation.listOrganisation),
  reads('/policies/authorizationPolicy', ofPolicy, organisation.getAuthorizationPolicy),
  other('PATCH', '/policies/authorizationPolicy', writesPolicy, organisation.patchAuthorizationPolicy, 1, 1),
  { ...reads('/admin/appsAndServices', ofAppSettings, organisation.getAppsAndServices), version: 'beta' },
  {
    ...other('PATCH', '/admin/appsAndServices', writesAppSettings, organisation.patchAppsAndServices, 1, 1),
    version: 'beta',
  },
  { ...reads('/admin/cloudLicensing/allotments', ofAllotments, listAllotments), version: 'beta' },
  { ...reads('/admin/cloudLicensing/assignments', ofAllotments, listAssignments), version: 'beta' },
  reads('/admin/serviceAnnouncement/messages', any('ServiceMessage.Read.All'), listMessages),
  elsewhere('teams', 'GET', '/appCatalogs/teamsApps', ofCatalogue, reaching.listTeamsApps),
  elsewhere('teams', 'GET', '/users/:id/teamwork/installedApps', ofInstalled, reaching.listInstalledApps),
  elsewhere('teams', 'POST', '/users/:id/teamwork/installedApps', ofInstalling, reaching.installApp),
  elsewhere('outlook', 'POST', '/users/:id/sendMail', any('Mail.Send'), reaching.sendMail),
];

/** A role that may write may read, as the permission tables have it. */
const implied: Readonly<Record<string, string>> = {
  'Directory.ReadWrite.All': 'Directory.Read.All',
  'Organization.ReadWrite.All': 'Organization.Read.All',
  'User.ReadWrite.All': 'User.Read.All',
  'Group.ReadWrite.All': 'Group.Read.All',
  'GroupMember.ReadWrite.All': 'GroupMember.Read.All',
  'RoleManagement.ReadWrite.Directory': 'RoleManagement.Read.Directory',
  'RoleEligibilitySchedule.ReadWrite.Directory': 'RoleEligibilitySchedule.Read.Directory',
};

/** Answers a call whose token is good. The path is looked at before the roles: Graph answers 400 to what it doesn't know. */
export async function graph(world: Graph, call: Call, app: string, roles: readonly string[]): Promise<Answer> {
  const version = call.path.startsWith(`${BETA}/`) ? 'beta' : 'v1.0';
  const path = call.path.slice(`/graph/${version}`.length);
  if (path === '/$batch')
    return call.method === 'POST' && !call.inBatch ? batch(call, GRAPH, world.inner) : wrongMethod();
  const there = routes.filter((route) => (route.version ?? 'v1.0') === version);
  const known = there.filter(({ pattern }) => pattern.expression.test(path));
  if (known.length === 0) {
    const segment = segmentOff(
      there.map(({ pattern }) => pattern),
      path,
    );
    return graphError(400, 'BadRequest', `Resource not found for the segment '${segment}'.`);
  }
  const route = known.find(({ method }) => method === call.method);
  if (route === undefined) return wrongMethod();
  const granted = new Set(roles.flatMap((role) => [role, implied[role] ?? role]));
  if (!route.needs.some((row) => row.every((role) => granted.has(role)))) {
    return forbidding[route.service](route.needs.flat(), roles);
  }
  const cost = costOf(route, call);
  const id = route.pattern.expression.exec(path)?.[1] ?? '';
  const { company } = world;
  const now = world.clock.now();
  const spent = spend(world.quotas, {
    service: route.service,
    mailbox: id,
    app,
    cost,
    writes: route.writes,
    users: company.users.size,
    tenantId: company.tenantId,
    now,
  });
  if (spent.refused) return tooManyRequests(spent.headers);
  noteRoles(company, now);
  const may = (...wanted: string[]): boolean => wanted.some((role) => granted.has(role));
  const answer = route.run({ ...world, call, base: `${world.url}/${version}`, now, app, id, may });
  const units = route.service === 'directory' ? { 'x-ms-resource-unit': String(cost) } : {};
  return { ...answer, headers: { ...units, ...spent.headers, ...answer.headers } };
}

/** "Other factors that affect a request cost". */
function costOf({ cost }: Route, { query }: Call): number {
  const small = query.has('$top') && Number(query.get('$top')) < 20;
  return Math.max(1, cost - Number(query.has('$select')) + Number(query.has('$expand')) - Number(small));
}

/** As in the answer to request 4 of "Combine multiple HTTP requests using JSON batching". */
function wrongMethod(): Answer {
  return graphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.');
}
