/** Every route Purser calls and the application permission it needs. `docs/permissions.md` says the same; a test compares them. */
import type { Connection } from './commerce.ts';

export interface Permission {
  /** As Entra shows it. */
  name: string;
  api: 'Microsoft Graph' | 'M365 License Manager';
  /** Id of the app role, where Entra's list of APIs doesn't offer it by name. */
  id?: string;
  /** The connection `status` probes to see whether it is granted; null if no harmless request tells. */
  connection: Connection | null;
  /**
   * Without a required one nothing works. Without a recommended one Purser doesn't know something, and `status` warns of it.
   * An optional one widens what Purser may do: not to grant it is a choice, which `status` states and leaves at that.
   */
  need: 'required' | 'recommended' | 'optional';
  routes: readonly string[];
}

/**
 * Either of these is enough to read the tenant. Directory.Read.All does it alone; the others do it together, as each route's
 * table of permissions has it. That they let a role's assignments be read with `$expand=principal` is expected, and not documented.
 */
export const directorySets = [
  ['Directory.Read.All'],
  ['Organization.Read.All', 'User.Read.All', 'GroupMember.Read.All', 'RoleManagement.Read.Directory'],
] as const;

export const permissions: readonly Permission[] = [
  {
    name: 'Directory.Read.All',
    api: 'Microsoft Graph',
    connection: 'directory',
    need: 'required',
    routes: [
      'GET /directory/subscriptions',
      'GET /directory/subscriptions/{id}',
      'GET /subscribedSkus',
      'GET /organization',
      'GET /users',
      'GET /users/{id}',
      'GET /users/{id}/transitiveMemberOf/microsoft.graph.directoryRole',
      'POST /users/{id}/checkMemberGroups',
      'POST /$batch',
      "GET /directoryRoles(roleTemplateId='{id}')/members",
      'GET /roleManagement/directory/roleAssignments',
      'GET /groups/{id}/transitiveMembers',
      'GET /groups/{id}/transitiveMembers/microsoft.graph.user',
      'GET /admin/cloudLicensing/allotments',
      'GET /admin/cloudLicensing/assignments',
    ],
  },
  {
    name: 'User.Read.All',
    api: 'Microsoft Graph',
    connection: 'leavers',
    need: 'recommended',
    routes: [
      'GET /directory/deletedItems/{id}/microsoft.graph.user',
      'GET /directory/deletedItems/microsoft.graph.user',
    ],
  },
  {
    name: 'Policy.Read.AllowSelfServicePurchase',
    api: 'M365 License Manager',
    id: '5803e913-b904-44a0-9928-864642a45960',
    connection: 'purchasing-rules',
    need: 'recommended',
    routes: [
      'GET /policies/AllowSelfServicePurchase',
      'GET /policies/AllowSelfServicePurchase/products',
      'GET /policies/AllowSelfServicePurchase/products/{id}',
      'GET /policies/AllowSelfServicePurchase/offerTypes/{id}',
    ],
  },
  {
    name: 'Policy.ReadWrite.AllowSelfServicePurchase',
    api: 'M365 License Manager',
    id: '78ff4d1f-611d-4a41-9989-698762b46a0e',
    connection: null,
    need: 'optional',
    routes: [
      'PUT /policies/AllowSelfServicePurchase/products/{id}',
      'PUT /policies/AllowSelfServicePurchase/offerTypes/{id}',
    ],
  },
  {
    name: 'Policy.Read.All',
    api: 'Microsoft Graph',
    connection: 'sign-ups',
    need: 'optional',
    routes: ['GET /policies/authorizationPolicy'],
  },
  {
    name: 'Policy.ReadWrite.Authorization',
    api: 'Microsoft Graph',
    connection: null,
    need: 'optional',
    routes: ['PATCH /policies/authorizationPolicy'],
  },
  {
    name: 'OrgSettings-AppsAndServices.Read.All',
    api: 'Microsoft Graph',
    connection: 'trials',
    need: 'optional',
    routes: ['GET /admin/appsAndServices'],
  },
  {
    name: 'OrgSettings-AppsAndServices.ReadWrite.All',
    api: 'Microsoft Graph',
    connection: null,
    need: 'optional',
    routes: ['PATCH /admin/appsAndServices'],
  },
  {
    name: 'LicenseAssignment.ReadWrite.All',
    api: 'Microsoft Graph',
    connection: null,
    need: 'optional',
    routes: ['POST /users/{id}/assignLicense'],
  },
  {
    name: 'RoleEligibilitySchedule.Read.Directory',
    api: 'Microsoft Graph',
    connection: 'eligible-roles',
    need: 'optional',
    routes: ['GET /roleManagement/directory/roleEligibilityScheduleInstances'],
  },
  {
    name: 'ServiceMessage.Read.All',
    api: 'Microsoft Graph',
    connection: 'message-centre',
    need: 'optional',
    routes: ['GET /admin/serviceAnnouncement/messages'],
  },
  {
    name: 'AppCatalog.Read.All',
    api: 'Microsoft Graph',
    connection: 'installing',
    need: 'optional',
    routes: ['GET /appCatalogs/teamsApps'],
  },
  {
    name: 'TeamsAppInstallation.ReadWriteSelfForUser.All',
    api: 'Microsoft Graph',
    connection: null,
    need: 'optional',
    routes: ['POST /users/{id}/teamwork/installedApps'],
  },
  {
    name: 'Mail.Send',
    api: 'Microsoft Graph',
    connection: null,
    need: 'optional',
    routes: ['POST /users/{id}/sendMail'],
  },
];

/** Evidence that can be done without: it is in none of the sets. */
export const allotmentsAlone = 'CloudLicensing.Read.All';

/** What of `directorySets` stands in for Directory.Read.All, by route: all of the permissions named are needed together. */
export const insteadOfDirectory: Readonly<
  Record<string, readonly ((typeof directorySets)[1][number] | typeof allotmentsAlone)[]>
> = {
  'GET /directory/subscriptions': ['Organization.Read.All'],
  'GET /directory/subscriptions/{id}': ['Organization.Read.All'],
  'GET /subscribedSkus': ['Organization.Read.All'],
  'GET /organization': ['Organization.Read.All'],
  'GET /users': ['User.Read.All'],
  'GET /users/{id}': ['User.Read.All'],
  'GET /users/{id}/transitiveMemberOf/microsoft.graph.directoryRole': [
    'User.Read.All',
    'RoleManagement.Read.Directory',
  ],
  'POST /users/{id}/checkMemberGroups': ['User.Read.All', 'GroupMember.Read.All'],
  'POST /$batch': [],
  "GET /directoryRoles(roleTemplateId='{id}')/members": ['RoleManagement.Read.Directory'],
  'GET /roleManagement/directory/roleAssignments': ['RoleManagement.Read.Directory'],
  'GET /groups/{id}/transitiveMembers': ['GroupMember.Read.All'],
  'GET /groups/{id}/transitiveMembers/microsoft.graph.user': ['GroupMember.Read.All', 'User.Read.All'],
  'GET /admin/cloudLicensing/allotments': [allotmentsAlone],
  'GET /admin/cloudLicensing/assignments': [allotmentsAlone],
};

export function permissionOf(connection: Connection): Permission | undefined {
  return permissions.find((permission) => permission.connection === connection);
}
