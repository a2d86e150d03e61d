/** Seats: who takes one, and where there is a free one. */
import type { Company, Licence, Subscription, User } from './state.ts';

/** What somebody has, each product once: given directly and through a group, it is one licence and takes one seat. */
export function held({ licences }: User): Licence[] {
  const found = new Map<string, Licence>();
  for (const licence of licences) {
    if (licence.error !== undefined) continue;
    const known = found.get(licence.skuId);
    if (known === undefined || known.group !== null) found.set(licence.skuId, licence);
  }
  return [...found.values()];
}

export function holds({ licences }: User, sku: string): boolean {
  return licences.some(({ skuId, error }) => skuId === sku && error === undefined);
}

/** Bought by a person for themselves and others, not by an account admin for the organisation. */
export function isSelfService({ ownerType, forOrganisation }: Subscription): boolean {
  return ownerType === 'User' && forOrganisation !== true;
}

/** A SKU made for people who buy themselves: its part number ends in "Dept", or says "for Departments". */
export function isDepartmental({ skuPartNumber }: Subscription): boolean {
  return /_dept$|_\(for_departments\)$/i.test(skuPartNumber);
}

/** Whether Graph gives seats of it, and takes them. */
function isGivable({ selfServiceSeats }: Company, each: Subscription): boolean {
  return selfServiceSeats === 'open' || !(isSelfService(each) || isDepartmental(each));
}

/** Who has a seat of one subscription. */
export function holdersOf({ users }: Company, { id }: Subscription): User[] {
  return [...users.values()].filter(({ licences }) => licences.some(({ from }) => from === id));
}

/**
 * Free seats of a SKU where Graph may give them: of what is Enabled, whether the others' can still be given was never verified
 * (facts 3.1). Seats that nobody knows the origin of count as taken from here.
 */
export function freeSeats(company: Company, sku: string): number {
  const taken = takenFrom(company, sku);
  const free = (sum: number, { id, totalLicenses }: Subscription): number => sum + totalLicenses - (taken.get(id) ?? 0);
  return givableOf(company, sku).reduce(free, 0) - (taken.get(null) ?? 0);
}

/** The subscription that the next seat of a SKU comes from. */
export function seatFrom(company: Company, sku: string): string | null {
  const taken = takenFrom(company, sku);
  const givable = givableOf(company, sku).find(({ id, totalLicenses }) => (taken.get(id) ?? 0) < totalLicenses);
  return givable?.id ?? null;
}

/** How many people have a seat of a SKU from which subscription. */
function takenFrom({ users }: Company, sku: string): Map<string | null, number> {
  const taken = new Map<string | null, number>();
  for (const { licences } of users.values()) {
    const licence = licences.find(({ skuId, error }) => skuId === sku && error === undefined);
    if (licence !== undefined) taken.set(licence.from, (taken.get(licence.from) ?? 0) + 1);
  }
  return taken;
}

function givableOf(company: Company, sku: string): Subscription[] {
  return company.subscriptions.filter(
    (each) => each.skuId === sku && each.status === 'Enabled' && isGivable(company, each),
  );
}

/** The seat came from what somebody bought themselves, or is departmental: where such seats are closed, it stays. */
export function isClosed(company: Company, skuId: string, from: string | null): boolean {
  const source = company.subscriptions.find(({ id }) => id === from);
  const isOfDepartments = company.subscriptions.some((each) => each.skuId === skuId && isDepartmental(each));
  const isOpen = company.selfServiceSeats === 'open';
  return !isOpen && (isOfDepartments || (source !== undefined && isSelfService(source)));
}
