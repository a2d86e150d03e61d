/** The subscriptions that tests and the demo rely on, one row each. What they don't say is made up by `company.ts`. */
import { type Sku, skus } from './catalogue.ts';
import { people } from './people.ts';

export interface Purchase {
  readonly sku: Sku;
  readonly seats: number;
  /** Who owns it: a person, the organisation, the partner who sold it, or nobody the list names. */
  readonly owner: string | 'organisation' | 'partner' | null;
  /** It is the organisation's also where a person owns it. */
  readonly forOrganisation?: boolean;
  /** `Enabled` if not given. */
  readonly status?: string;
  readonly trial?: boolean;
  /** Days from now to the next change of status; null where Microsoft gives none. A year less its age if not given. */
  readonly next?: number | null;
  /** How many days ago it was bought. */
  readonly age?: number;
  /** Holders known by name; further ones are picked. */
  readonly holders?: readonly string[];
  /** How many seats are held in all; most of them if not given. */
  readonly held?: number;
}

/** The partner whose tenant sold the partner subscriptions. */
export const partnerTenantId = '331af819-4e0b-49f7-a6bf-14e1165ad3a0';

const bought = (owner: string, sku: Sku, seats: number, more: Omit<Partial<Purchase>, 'owner'> = {}): Purchase => ({
  owner,
  sku,
  seats,
  holders: [owner],
  ...more,
});
const central = (sku: Sku, seats: number, more: Partial<Purchase> = {}): Purchase => ({
  owner: 'organisation',
  forOrganisation: true,
  sku,
  seats,
  ...more,
});

const selfService: readonly Purchase[] = [
  // Adele: a department SKU, one the organisation owns too, one that ends in days, one already cancelled.
  bought(people.adele, skus.powerBiProDept, 5, {
    age: 200,
    holders: [people.adele, people.joni, people.miriam],
    held: 4,
  }),
  bought(people.adele, skus.powerBiPro, 2, { age: 40, held: 2 }),
  bought(people.adele, skus.project3Dept, 10, { next: 5, age: 360, held: 7 }),
  bought(people.adele, skus.visio1Dept, 1, { status: 'Deleted', age: 400, next: null }),
  // Lidia: the same product twice.
  bought(people.lidia, skus.visio1Dept, 1, { age: 90 }),
  bought(people.lidia, skus.visio1Dept, 3, { age: 12, held: 2 }),
  // Élodie: a purchase without a department SKU, one whose payment failed, a trial.
  bought(people.elodie, skus.powerApps, 4, { age: 150, held: 4 }),
  bought(people.elodie, skus.flowDept, 1, { status: 'Warning', next: 9, age: 380 }),
  bought(people.elodie, skus.teamsPremiumDept, 25, { trial: true, next: 3, age: 27, held: 6 }),
  // Owners who left or can't sign in.
  bought(people.grady, skus.powerBiProDept, 12, {
    age: 330,
    next: 35,
    holders: [people.miriam, people.henrietta],
    held: 9,
  }),
  bought(people.forgotten, skus.flowDept, 2, { age: 700, next: 30, holders: [], held: 1 }),
  bought(people.diego, skus.project1Dept, 2, { age: 100, holders: [people.diego], held: 2 }),
  // An administrator may shop too, and somebody who bought as a member may be a guest today.
  bought(people.alex, skus.visio2Dept, 1, { age: 60 }),
  bought(people.guestAlex, skus.powerBiProDept, 1, { age: 500, next: 45 }),
  // Every other status, and one the documents don't have.
  bought(people.henrietta, skus.powerBiPremiumDept, 3, { status: 'Suspended', age: 420, next: 60, held: 3 }),
  bought(people.joni, skus.visio2Dept, 2, { status: 'LockedOut', age: 500, next: 20, held: 0, holders: [] }),
  bought(people.miriam, skus.project1Dept, 4, {
    status: 'Expired',
    trial: true,
    age: 90,
    next: null,
    held: 0,
    holders: [],
  }),
  bought(people.miriam, skus.powerBiProDept, 1, { status: 'PendingRenewal', age: 365, next: 1 }),
  // Names that break things.
  bought(people.quotes, skus.powerBiPremiumDept, 3, { age: 75, held: 3 }),
  bought(people.markdown, skus.visio2Dept, 6, { age: 33, held: 5 }),
  bought(people.template, skus.project3Dept, 2, { age: 20, held: 2 }),
  bought(people.emoji, skus.clipchamp, 8, { age: 15, held: 3 }),
  bought(people.rightToLeft, skus.copilot, 2, { age: 8, held: 2 }),
  bought(people.longName, skus.teamsPremiumDept, 1, { age: 3 }),
  bought(people.bare, skus.windows365, 1, { age: 110, next: null }),
  bought(people.henrietta, skus.unlisted, 1, { age: 2 }),
  bought(people.joni, skus.teamsExploratoryDept, 1, { trial: true, age: 200, next: 2 }),
];

const ownedByTheOrganisation: readonly Purchase[] = [
  central(skus.m365E5, 20),
  central(skus.office365E3, 50, { status: 'Suspended', age: 800, next: 15, held: 0 }),
  central(skus.ems, 40, { status: 'Warning', next: 12 }),
  central(skus.powerBiPro, 40, { held: 31 }),
  central(skus.powerBiPro, 10, { held: 0 }),
  central(skus.visio2, 20, { held: 12 }),
  central(skus.project3, 15, { held: 15 }),
  central(skus.project1, 10, { held: 2 }),
  central(skus.powerApps, 25, { held: 20 }),
  central(skus.copilot, 20, { held: 20 }),
  central(skus.flowFree, 10_000, { held: 60, next: null }),
  central(skus.fabricFree, 1_000_000, { held: 80, next: null }),
  central(skus.fileStorage, 500, { held: 0 }),
  central(skus.vivaGoals, 30, { trial: true, next: 11, held: 4 }),
  central(skus.m365F3, 30, { status: 'Deleted', next: null, age: 900 }),
  // Bought by an account admin, as older agreements have it: the owner is a person, the purchase the organisation's.
  central(skus.entraP2, 30, { owner: people.alex, held: 21 }),
  central(skus.teamsPhone, 25, { owner: people.isaiah, held: 18 }),
  central(skus.flow, 10, { owner: null, held: 6 }),
  central(skus.powerBiPremium, 5, { owner: null, held: 5 }),
];

const soldByAPartner: readonly Purchase[] = [
  central(skus.teamsPremium, 15, { owner: 'partner', held: 9 }),
  central(skus.project3, 5, { owner: 'partner', held: 1, next: 6 }),
  central(skus.windows365, 4, { owner: 'partner', status: 'Suspended', held: 4 }),
];

export const purchases: readonly Purchase[] = [...selfService, ...ownedByTheOrganisation, ...soldByAPartner];

/** What people buy most, for the purchases nobody knows by name. */
export const popular: readonly Sku[] = [
  ...[skus.powerBiProDept, skus.powerBiProDept, skus.powerBiProDept, skus.visio1Dept, skus.visio2Dept, skus.visio2Dept],
  ...[skus.project1Dept, skus.project3Dept, skus.flowDept, skus.powerBiPremiumDept, skus.teamsPremiumDept],
  ...[skus.powerApps, skus.clipchamp, skus.copilot, skus.powerBiPro, skus.windows365],
];
