/**
 * What the stand-in knows, as plain objects. A test may change anything at any time; the next request sees it.
 * Names are Microsoft's where Microsoft has one, so that an object here reads like the answer made of it.
 */

/** A licence somebody holds. */
export interface Licence {
  skuId: string;
  /** The group it came through, or null where it was given directly. */
  group: string | null;
  since: string;
  /**
   * The subscription this seat was really taken from. No API of Microsoft tells it (facts 3.2: `licenseAssignmentStates`
   * has no such field), so no route of the stand-in may show it; it is here for the admin centre and for tests.
   */
  from: string | null;
  /** Service plans that were switched off for this person. */
  disabledPlans?: string[];
  /** Why Microsoft could not give it, though the group has it: the person has no such licence, and no seat is taken. */
  error?: LicenceError;
}

/** `licenseAssignmentState.error` (facts 3.2). */
export type LicenceError =
  | 'CountViolation'
  | 'MutuallyExclusiveViolation'
  | 'DependencyViolation'
  | 'ProhibitedInUsageLocationViolation'
  | 'UniquenessViolation'
  | 'Other';

export interface User {
  id: string;
  displayName: string;
  givenName: string | null;
  surname: string | null;
  userPrincipalName: string;
  mail: string | null;
  department: string | null;
  jobTitle: string | null;
  officeLocation: string | null;
  preferredLanguage: string | null;
  usageLocation: string | null;
  accountEnabled: boolean;
  userType: 'Member' | 'Guest';
  onPremisesSyncEnabled: boolean | null;
  createdDateTime: string;
  /** Object id of the manager. */
  manager: string | null;
  licences: Licence[];
  /** Graph lists the licences, and no state that says how they came. */
  statesHidden?: boolean;
}

export interface DeletedUser extends User {
  deletedDateTime: string;
}

export interface Group {
  id: string;
  displayName: string;
  description: string | null;
  isAssignableToRole: boolean;
  /** Object ids of users and groups. */
  members: string[];
}

export interface DirectoryRole {
  id: string;
  roleTemplateId: string;
  displayName: string;
  /** Object ids of users and of groups that are assignable to roles. */
  members: string[];
}

/** A directory role given to a principal, or one that they may activate. `/` is the whole organisation. */
export interface RoleGrant {
  /** Object id of a user, or of a group that is assignable to roles. */
  principalId: string;
  /** Of a built-in role: its template's id. */
  roleDefinitionId: string;
  /** `/`, or `/administrativeUnits/{id}`. */
  directoryScopeId: string;
}

/** Graph's companySubscription, without what follows from the SKU. */
export interface Subscription {
  id: string;
  commerceSubscriptionId: string | null;
  createdDateTime: string | null;
  nextLifecycleDateTime: string | null;
  isTrial: boolean;
  skuId: string;
  skuPartNumber: string;
  /** `Enabled`, `Deleted`, `Suspended`, `Warning`, `LockedOut`; an older beta page has `Expired`. */
  status: string;
  totalLicenses: number;
  ownerId: string | null;
  ownerTenantId: string | null;
  ownerType: string | null;
  /** Its owner is a person, who bought it for the organisation: an account admin. No API tells. */
  forOrganisation?: boolean;
  /** Whether it renews by itself; it does if not given. Graph doesn't tell. */
  recurringBilling?: boolean;
}

export type PolicyValue = 'Enabled' | 'OnlyTrialsWithoutPaymentMethod' | 'Disabled';

export interface ProductPolicy {
  productId: string;
  productName: string;
  policyValue: PolicyValue;
  /** Whether Microsoft offers a trial that asks for no payment method: only then is the third value accepted. */
  trials: boolean;
  /** Why Microsoft lets nobody change it; null where it does. */
  refuses: string | null;
}

export interface OfferTypePolicy {
  scopeId: string;
  scopeValue: string;
  policyValue: PolicyValue;
}

/** Two service plans that nobody can have together, each with the product that brings it. */
export interface ExclusivePlans {
  plans: [string, string];
  skus: [string, string];
}

/** An app in the organisation's catalogue of Teams apps. */
export interface TeamsApp {
  /** The catalogue's own. */
  id: string;
  /** The id in the app's manifest. */
  externalId: string;
  displayName: string;
  distributionMethod: 'store' | 'organization';
  /** `webApplicationInfo.id` of the manifest: the Entra app that may install this one as its own. */
  clientId: string;
  /** Object ids of people whose app permission policy in Teams doesn't let them have it. */
  blockedFor: string[];
}

/** Of Azure Billing. That a self-service purchase has one of type Individual is likely, and nobody has shown it. */
export interface BillingAccount {
  name: string;
  displayName: string;
  agreementType: 'MicrosoftCustomerAgreement' | 'MicrosoftOnlineServicesProgram' | 'EnterpriseAgreement';
  accountType: 'Individual' | 'Enterprise' | 'Business' | 'Tenant';
}

/** The APIs the stand-in issues tokens for. */
export type Api = 'graph' | 'licensing' | 'bot' | 'billing';

export interface App {
  appId: string;
  displayName: string;
  /** Object id of its service principal in the tenant. */
  objectId: string;
  secrets: string[];
  /** Secrets that were good once. */
  expiredSecrets?: string[];
  /** PEM; any of them may have signed a client assertion. */
  certificates: string[];
  /** The app roles an administrator has granted, per API. */
  roles: Record<Api, string[]>;
}

/** Graph's serviceUpdateMessage, without what is the same for all of them. */
export interface ServiceMessage {
  /** `MC123456`. */
  id: string;
  title: string;
  /** HTML. */
  content: string;
  category: 'preventOrFixIssue' | 'planForChange' | 'stayInformed';
  severity: 'normal' | 'high' | 'critical';
  startDateTime: string;
  endDateTime: string;
  lastModifiedDateTime: string;
  actionRequiredByDateTime: string | null;
  isMajorChange: boolean;
  services: string[];
  tags: string[];
  details: { name: string; value: string }[];
}

export interface Company {
  tenantId: string;
  name: string;
  domain: string;
  countryLetterCode: string;
  /** By object id. */
  users: Map<string, User>;
  deletedUsers: DeletedUser[];
  groups: Group[];
  /** Assigned now, for the whole organisation. */
  roles: DirectoryRole[];
  /** Assigned now within an administrative unit, which no membership of a role shows. */
  scopedAssignments: RoleGrant[];
  /** Who may activate which role. */
  eligible: RoleGrant[];
  /** So long after a change memberships still show a role as it was. */
  membershipLagMs: number;
  subscriptions: Subscription[];
  exclusivePlans: ExclusivePlans[];
  /**
   * Whether Graph gives and takes departmental seats, and those that people bought themselves. Microsoft's licensing engineers
   * say that `assignLicense` never worked for departmental SKUs; with which status it refuses nobody has seen: `locked` (400) is how
   * it starts, `denied` answers 403 as if a permission were missing. `open`, the easy one, is for tests that say so.
   */
  selfServiceSeats: 'locked' | 'denied' | 'open';
  /**
   * What beta's `cloudLicensing` tells: an allotment for each subscription, one for all of a SKU, or some that name people who hold
   * nothing. Nobody public has shown them for a purchase of somebody's own, so they are absent unless a test wants them.
   */
  allotments: 'absent' | 'refused' | 'single' | 'pooled' | 'contradictory';
  /** The id by which an allotment names its subscriptions. */
  allotmentsNameBy: 'id' | 'commerceSubscriptionId';
  /**
   * Whether `licenseAssignmentStates` tells a licence through a group from a direct one. In tenants with allotments it
   * is to do so no more ("Microsoft Cloud Licensing").
   */
  groupsToldApart: boolean;
  products: ProductPolicy[];
  /** `productId` of one that Microsoft's catalogue has lost: it breaks every list of products (facts 1.4). */
  deadProduct: string | null;
  offerTypes: OfferTypePolicy[];
  authorizationPolicy: { allowedToSignUpEmailBasedSubscriptions: boolean; [property: string]: unknown };
  /** Of beta's `adminAppsAndServices`. */
  appsAndServices: { isOfficeStoreEnabled: boolean; isAppAndServicesTrialEnabled: boolean };
  /** Whether the licensing API's list, asked for without a scope, holds offer types too; nobody has seen it do so. */
  listsOffersUnasked: boolean;
  /** `works`: what nobody has seen for certain. `refuses`: 403 in spite of both roles. `absent`: without a service principal. */
  licensingForApps: 'works' | 'refuses' | 'absent';
  /** What Microsoft has announced to this tenant. */
  messages: ServiceMessage[];
  /** Those that Azure Billing shows to who asks for all of them. */
  billingAccounts: BillingAccount[];
  /** How far Microsoft's clocks are ahead of this machine's, as the Date of each answer shows. */
  clockAheadMs?: number;
  apps: App[];
  teamsApps: TeamsApp[];
  /** Addresses, in lower case. In Entra each is an account that can't sign in; here they are kept out of the people. */
  sharedMailboxes: string[];
}
