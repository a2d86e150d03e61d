/** How Graph shows what the company is made of. */
import type { Answer } from './http.ts';
import { type Shape, selected, shown } from './odata.ts';
import { held } from './seats.ts';
import type { Company, DeletedUser, DirectoryRole, Group, Licence, Subscription, User } from './state.ts';

const plain = (name: keyof User) => (user: User) => user[name];

/** The v1.0 properties of a user this stand-in knows. */
const properties: Shape<User>['properties'] = {
  businessPhones: () => [],
  displayName: plain('displayName'),
  givenName: plain('givenName'),
  jobTitle: plain('jobTitle'),
  mail: plain('mail'),
  mobilePhone: () => null,
  officeLocation: plain('officeLocation'),
  preferredLanguage: plain('preferredLanguage'),
  surname: plain('surname'),
  userPrincipalName: plain('userPrincipalName'),
  id: plain('id'),
  accountEnabled: plain('accountEnabled'),
  assignedLicenses: (user) => held(user).map(({ skuId, disabledPlans = [] }) => ({ disabledPlans, skuId })),
  createdDateTime: plain('createdDateTime'),
  deletedDateTime: (user) => (user as Partial<DeletedUser>).deletedDateTime ?? null,
  department: plain('department'),
  licenseAssignmentStates: (user) => (user.statesHidden ? [] : user.licences.map(assignmentState)),
  onPremisesSyncEnabled: plain('onPremisesSyncEnabled'),
  usageLocation: plain('usageLocation'),
  userType: plain('userType'),
};

/** Facts 3.2. Nothing here says which subscription a seat came from, because nothing in Graph does. */
function assignmentState({ skuId, group, since, disabledPlans = [], error }: Licence): Record<string, unknown> {
  return {
    skuId,
    disabledPlans,
    assignedByGroup: group,
    state: error === undefined ? 'Active' : 'Error',
    error: error ?? 'None',
    lastUpdatedDateTime: since,
  };
}

/** The eleven properties Graph gives unasked ("user resource type", "List users"). */
const usual = Object.keys(properties).slice(0, 11);

export const userShape: Shape<User> = { type: 'microsoft.graph.user', set: 'users', properties, usual };

/** As a company's tenant shows its people: with groups and direct licences told apart, or not. */
export function usersShapeOf({ groupsToldApart }: Pick<Company, 'groupsToldApart'>): Shape<User> {
  if (groupsToldApart) return userShape;
  const directly = (user: User): User => ({
    ...user,
    licences: user.licences.map((each) => ({ ...each, group: null })),
  });
  const states = 'licenseAssignmentStates';
  return { ...userShape, properties: { ...properties, [states]: (user) => properties[states]?.(directly(user)) } };
}

export const groupShape: Shape<Group> = {
  type: 'microsoft.graph.group',
  set: 'groups',
  properties: {
    id: (group) => group.id,
    deletedDateTime: () => null,
    displayName: (group) => group.displayName,
    description: (group) => group.description,
    groupTypes: () => [],
    isAssignableToRole: (group) => group.isAssignableToRole,
    mail: () => null,
    mailEnabled: () => false,
    securityEnabled: () => true,
  },
};

export const roleShape: Shape<DirectoryRole> = {
  type: 'microsoft.graph.directoryRole',
  set: 'directoryRoles',
  properties: {
    id: (role) => role.id,
    deletedDateTime: () => null,
    description: () => null,
    displayName: (role) => role.displayName,
    roleTemplateId: (role) => role.roleTemplateId,
  },
};

/** Facts 2. */
export const subscriptionShape: Shape<Subscription> = {
  type: 'microsoft.graph.companySubscription',
  set: 'directory/subscriptions',
  properties: {
    id: (each) => each.id,
    commerceSubscriptionId: (each) => each.commerceSubscriptionId,
    createdDateTime: (each) => each.createdDateTime,
    isTrial: (each) => each.isTrial,
    nextLifecycleDateTime: (each) => each.nextLifecycleDateTime,
    ownerId: (each) => each.ownerId,
    ownerTenantId: (each) => each.ownerTenantId,
    ownerType: (each) => each.ownerType,
    serviceStatus: () => [],
    skuId: (each) => each.skuId,
    skuPartNumber: (each) => each.skuPartNumber,
    status: (each) => each.status,
    totalLicenses: (each) => each.totalLicenses,
  },
};

/** "Limited information returned for inaccessible member objects": the id is there, everything else is null. */
export function limited<T>(shape: Shape<T>): Shape<T> {
  const hidden = Object.keys(shape.properties).map((name) => [
    name,
    name === 'id' ? shape.properties[name] : () => null,
  ]);
  return { ...shape, properties: Object.fromEntries(hidden) as Shape<T>['properties'] };
}

export function one<T>(shape: Shape<T>, from: T, query: URLSearchParams, base: string): Answer {
  const names = selected(shape, query);
  if ('status' in names) return names;
  const context = `${base}/$metadata#${shape.set}/$entity`;
  return { status: 200, body: { '@odata.context': context, ...shown(shape, names, from) } };
}
