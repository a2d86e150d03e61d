/** A company: by default 300 people and 72 subscriptions of every kind and status, the same ones for the same seed. */
import { exclusivePlans, offerTypePolicies, productPolicies, type Sku, skus } from './catalogue.ts';
import { messages } from './message-centre.ts';
import { directoryRoles, groups, namedGroups, people } from './people.ts';
import { type Purchase, partnerTenantId, popular, purchases } from './purchases.ts';
import { type Random, random } from './random.ts';
import { daysFrom, domain, everyone } from './staff.ts';
import type { App, BillingAccount, Company, Subscription, TeamsApp, User } from './state.ts';

export const tenantId = '7e9a0000-0000-4000-8000-0000000000ff';

/** The app registration Purser is given: as bot, and as the app that calls Microsoft. */
export const purserApp = {
  id: '7e9a0000-0000-4000-8000-0000000000fe',
  secret: 'a-secret-of-the-stand-in-only',
  /** A shared mailbox it may send from. */
  mailbox: `purser@${domain}`,
} as const;

export interface Size {
  readonly seed?: number;
  /** What "five days from now" is counted from; the machine's time if not given. */
  readonly now?: Date;
  /** At least this many: those that tests call by name are always there. */
  readonly subscriptions?: number;
  /** At least this many, as above. */
  readonly users?: number;
}

/** What an allotment needs to know, kept at hand while the company is built. */
interface Building {
  readonly chance: Random;
  readonly now: Date;
  readonly company: Company;
  readonly staff: readonly User[];
}

export function company({ seed = 1, now = new Date(), subscriptions = 72, users = 300 }: Size = {}): Company {
  const chance = random(seed);
  // The two who left are taken out again below.
  const state: Company = { ...empty(), messages: messages(now), users: everyone(chance, users + 1, now) };
  const grady = state.users.get(people.grady);
  if (grady !== undefined) state.deletedUsers.push({ ...grady, deletedDateTime: daysFrom(now, -12) });
  state.users.delete(people.grady);
  const staff = [...state.users.values()].filter((user) => user.userType === 'Member' && user.accountEnabled);
  const building: Building = { chance, now, company: state, staff };

  everydayLicences(building);
  for (const purchase of purchases) allot(building, purchase);
  for (let n = state.subscriptions.length; n < subscriptions; n++) allot(building, somePurchase(building));
  for (const licence of groupLicences(state)) licence.group = groups.designers;
  return state;
}

function empty(): Company {
  return {
    tenantId,
    name: 'Contoso',
    domain,
    countryLetterCode: 'FR',
    users: new Map(),
    deletedUsers: [],
    groups: namedGroups(),
    roles: directoryRoles(),
    scopedAssignments: [],
    eligible: [],
    membershipLagMs: 4 * 60_000,
    subscriptions: [],
    exclusivePlans: exclusivePlans(),
    selfServiceSeats: 'locked',
    allotments: 'absent',
    allotmentsNameBy: 'id',
    groupsToldApart: true,
    products: productPolicies(),
    deadProduct: null,
    offerTypes: offerTypePolicies(),
    appsAndServices: { isOfficeStoreEnabled: true, isAppAndServicesTrialEnabled: true },
    listsOffersUnasked: false,
    licensingForApps: 'works',
    authorizationPolicy: {
      allowedToSignUpEmailBasedSubscriptions: true,
      allowedToUseSSPR: true,
      allowEmailVerifiedUsersToJoinOrganization: false,
      allowInvitesFrom: 'everyone',
      blockMsolPowerShell: false,
    },
    messages: [],
    billingAccounts: [
      billingAccount('Contoso', 'Enterprise'),
      billingAccount('Adele Vance', 'Individual'),
      billingAccount('Joni Sherman', 'Individual'),
    ],
    apps: [purser()],
    teamsApps: [published()],
    sharedMailboxes: [purserApp.mailbox],
  };
}

function purser(): App {
  return {
    appId: purserApp.id,
    displayName: 'Purser',
    objectId: '7e9a0000-0000-4000-8000-0000000000fd',
    secrets: [purserApp.secret],
    certificates: [],
    roles: {
      graph: [
        'Organization.Read.All',
        'Directory.Read.All',
        'User.Read.All',
        'GroupMember.Read.All',
        'RoleEligibilitySchedule.Read.Directory',
        'Policy.Read.All',
        'Policy.ReadWrite.Authorization',
        'OrgSettings-AppsAndServices.Read.All',
        'OrgSettings-AppsAndServices.ReadWrite.All',
        'LicenseAssignment.ReadWrite.All',
        'ServiceMessage.Read.All',
        'AppCatalog.Read.All',
        'TeamsAppInstallation.ReadWriteSelfForUser.All',
        'Mail.Send',
      ],
      licensing: ['Policy.Read.AllowSelfServicePurchase', 'Policy.ReadWrite.AllowSelfServicePurchase'],
      bot: [],
      billing: [],
    },
  };
}

function billingAccount(displayName: string, accountType: BillingAccount['accountType']): BillingAccount {
  const name = `${displayName.length}0000000-0000-4000-8000-0000000000fb:${displayName.length}_2019-05-31`;
  return { name, displayName, agreementType: 'MicrosoftCustomerAgreement', accountType };
}

/** Purser's Teams app, as its package describes it. */
function published(): TeamsApp {
  return {
    id: '7e9a0000-0000-4000-8000-0000000000fc',
    externalId: purserApp.id,
    displayName: 'Purser',
    distributionMethod: 'organization',
    clientId: purserApp.id,
    blockedFor: [],
  };
}

/** The licence nearly everybody works with. */
function everydayLicences(building: Building): void {
  const held = Math.floor(building.staff.length * 0.9);
  allot(building, { sku: skus.m365E3, owner: 'organisation', seats: Math.ceil(held * 1.05), held, age: 1000 });
}

function somePurchase({ chance, staff }: Building): Purchase {
  const roll = chance.next();
  const sku: Sku = chance.pick(popular);
  const seats = 1 + Math.floor(chance.next() ** 3 * 20);
  const owner = roll < 0.08 ? 'organisation' : roll < 0.13 ? 'partner' : chance.pick(staff).id;
  const status = chance.pick([
    'Enabled',
    'Enabled',
    'Enabled',
    'Enabled',
    'Enabled',
    'Enabled',
    'Warning',
    'Suspended',
    'Deleted',
  ]);
  return { sku, seats, owner, status, trial: chance.next() < 0.15, age: chance.below(1000) };
}

/** Puts a purchase on the books and hands out its seats. */
function allot(building: Building, purchase: Purchase): void {
  const { chance, company: state } = building;
  const subscription = subscriptionOf(building, purchase);
  state.subscriptions.push(subscription);
  const live = subscription.status !== 'Deleted';
  const held = live ? Math.min(purchase.held ?? Math.ceil(purchase.seats * chance.next()), purchase.seats) : 0;
  for (const holder of holders(building, purchase, held)) {
    holder.licences.push({
      skuId: purchase.sku.id,
      group: null,
      since: subscription.createdDateTime ?? holder.createdDateTime,
      from: subscription.id,
    });
  }
}

function subscriptionOf({ chance, now, company: state }: Building, purchase: Purchase): Subscription {
  const { sku, owner, seats, status = 'Enabled', trial = false, age = 30 + chance.below(600) } = purchase;
  const next = purchase.next === undefined ? 365 - (age % 365) : purchase.next;
  const person = owner !== 'organisation' && owner !== 'partner' && owner !== null;
  return {
    id: chance.guid(),
    commerceSubscriptionId: chance.guid(),
    createdDateTime: daysFrom(now, -age),
    nextLifecycleDateTime: next === null ? null : daysFrom(now, next),
    isTrial: trial,
    skuId: sku.id,
    skuPartNumber: sku.part,
    status,
    totalLicenses: seats,
    // No document says what an organisation's own purchase has here (facts 2, 8.1): both guesses occur.
    ownerId: person ? owner : owner === 'organisation' ? state.tenantId : null,
    ownerTenantId: owner === 'partner' ? partnerTenantId : null,
    ownerType: person ? 'User' : owner === 'organisation' ? 'Tenant' : null,
    ...(person && purchase.forOrganisation && { forOrganisation: true }),
  };
}

/** Up to `held` people: the ones with a name first, then anybody of the staff who has no licence of this SKU yet. */
function holders({ chance, company: state, staff }: Building, purchase: Purchase, held: number): User[] {
  const chosen: User[] = [];
  const take = (user: User | undefined): void => {
    if (user === undefined || chosen.includes(user)) return;
    if (!user.licences.some(({ skuId }) => skuId === purchase.sku.id)) chosen.push(user);
  };
  // Most of the staff: in order, because picking at random would go on for ever.
  if (held > staff.length / 2) return staff.slice(0, held);
  for (const id of purchase.holders ?? []) if (chosen.length < held) take(state.users.get(id));
  for (let tries = 0; chosen.length < held && tries < held * 20; tries++) take(chance.pick(staff));
  return chosen;
}

/** The designers' Visio comes through their group. */
function* groupLicences(state: Company): Generator<{ group: string | null }> {
  for (const id of state.groups.find((group) => group.id === groups.designers)?.members ?? []) {
    const user = state.users.get(id);
    let visio = user?.licences.find(({ skuId }) => skuId === skus.visio2.id);
    if (user !== undefined && visio === undefined) {
      visio = { skuId: skus.visio2.id, group: null, since: user.createdDateTime, from: null };
      user.licences.push(visio);
    }
    if (visio !== undefined) yield visio;
  }
}
