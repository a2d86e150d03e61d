/** Every route Purser calls and the application permission it needs. `docs/permissions.md` says the same; a test compares them. */
import type { Door } from './commerce.ts';

export interface Permission {
  /** As Entra shows it. */
  name: string;
  api: 'Microsoft Graph' | 'M365 License Manager';
  /** Id of the app role, where Entra's list of APIs doesn't offer it by name. */
  id?: string;
  door: Door;
  /** Purser works without it, and says what it then doesn't know. */
  optional: boolean;
  routes: readonly string[];
}

/**
 * Directory.Read.All is the least Microsoft documents for the directory roles of other people (user-list-memberof); it covers
 * the other reads, so nothing narrower would spare it.
 */
export const permissions: readonly Permission[] = [
  {
    name: 'Directory.Read.All',
    api: 'Microsoft Graph',
    door: 'directory',
    optional: false,
    routes: [
      'GET /directory/subscriptions',
      'GET /directory/subscriptions/{id}',
      'GET /subscribedSkus',
      'GET /users',
      'GET /users/{id}',
      'GET /users/{id}/transitiveMemberOf/microsoft.graph.directoryRole',
      'POST /users/{id}/checkMemberGroups',
      'POST /$batch',
      "GET /directoryRoles(roleTemplateId='{id}')/members",
      'GET /groups/{id}/transitiveMembers',
    ],
  },
  {
    name: 'User.Read.All',
    api: 'Microsoft Graph',
    door: 'leavers',
    optional: true,
    routes: [
      'GET /directory/deletedItems/{id}/microsoft.graph.user',
      'GET /directory/deletedItems/microsoft.graph.user',
    ],
  },
  {
    name: 'Policy.Read.AllowSelfServicePurchase',
    api: 'M365 License Manager',
    id: '5803e913-b904-44a0-9928-864642a45960',
    door: 'purchasing-rules',
    optional: true,
    routes: ['GET /policies/AllowSelfServicePurchase'],
  },
];

export function permissionOf(door: Door): Permission | undefined {
  return permissions.find((permission) => permission.door === door);
}
