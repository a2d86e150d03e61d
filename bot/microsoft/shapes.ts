/** Microsoft's rows, read tolerantly (a null, a missing or an unknown value is no reason to fail) and turned into our words. */
import { z } from 'zod/v4';
import { statuses } from '../../store/records.ts';
import { countOf, isAddress, longest, oneLine } from '../foreign.ts';
import type { PersonFacts, SeatFacts, SubscriptionFacts } from './commerce.ts';
import { listedSku } from './sku-names.ts';

/** A name or a word of Microsoft's, fit to be shown; null where there is nothing to read in it. */
export const word = z
  .string()
  .nullish()
  .transform((value) => oneLine(value ?? '') || null);

/** Where mail goes, or what somebody signs in with. */
const address = z
  .string()
  .nullish()
  .transform((value) => oneLine(value ?? '', longest.address) || null);
const mailAddress = address.transform((value) => (value !== null && isAddress(value) ? value : null));

/** Microsoft's instants as ours; a value that is no date, or none of our time, counts as not given. */
export const instant = z
  .string()
  .nullish()
  .transform((value) => {
    const at = new Date(value ?? Number.NaN);
    return isOfOurTime(at) ? at.toISOString() : null;
  });

function isOfOurTime(at: Date): boolean {
  return at.getUTCFullYear() >= 1990 && at.getUTCFullYear() <= 2200;
}

/** How many, none where nothing is said of it; null where it is no number that can be counted with. */
const count = z.unknown().transform((value) => countOf(value ?? 0));

/** Ids are compared as text, and Microsoft does not always write them in the same letters. One that can't be seen is none. */
export const id = z
  .string()
  .regex(/^[^\p{C}\p{Z}'"]{1,256}$/u)
  .toLowerCase();
const idOrNone = word.transform((value) => value?.toLowerCase() ?? null);

const CompanySubscription = z.object({
  id,
  commerceSubscriptionId: word,
  /** Nullable, says Microsoft's own description of it. */
  skuId: id.nullish(),
  skuPartNumber: word,
  totalLicenses: count,
  isTrial: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  status: word,
  createdDateTime: instant,
  nextLifecycleDateTime: z.string().nullish(),
  ownerId: idOrNone,
  ownerType: word,
  ownerTenantId: idOrNone,
});

export const Subscription: z.ZodType<SubscriptionFacts> = CompanySubscription.transform((data, context) => {
  const sku = data.skuId ?? listedSku(data.skuPartNumber ?? '');
  if (!sku) {
    context.addIssue('no product is named');
    return z.NEVER;
  }
  const status = statuses.find((known) => known.toLowerCase() === data.status?.toLowerCase()) ?? 'Unknown';
  return {
    subscription: data.id,
    commerceId: data.commerceSubscriptionId,
    sku,
    skuPart: data.skuPartNumber ?? sku,
    quantity: data.totalLicenses,
    trial: data.isTrial,
    status,
    statusWord: status === 'Unknown' ? (data.status ?? '') : null,
    createdAt: data.createdDateTime,
    nextAt: instant.parse(data.nextLifecycleDateTime),
    endless: /^[+]?\d*9999-/.test(data.nextLifecycleDateTime ?? ''),
    ownerId: data.ownerId,
    ownerIsUser: data.ownerType?.toLowerCase() === 'user',
    partnerTenant: data.ownerTenantId,
  };
});

const User = z.object({
  id,
  displayName: word,
  userPrincipalName: address,
  mail: mailAddress,
  department: word,
  preferredLanguage: word,
  userType: word,
  accountEnabled: z.boolean().nullish(),
});

export const Person: z.ZodType<PersonFacts> = User.transform((data) => ({
  id: data.id,
  // An account without a name goes by what it signs in with, so that nobody is listed as nobody.
  name: data.displayName ?? data.userPrincipalName ?? data.id,
  userName: data.userPrincipalName,
  mail: data.mail,
  department: data.department,
  language: data.preferredLanguage,
  guest: isGuest(data.userType),
  enabled: data.accountEnabled ?? true,
}));

/** Of the one row that Graph has of it. */
export const Organisation = z.object({ displayName: word });

function isGuest(userType: string | null): boolean {
  return userType?.toLowerCase() === 'guest';
}

/** Graph's `licenseAssignmentState`: where `state` is `Error` there is no licence; `ActiveWithError` is one. */
const AssignmentState = z
  .object({ skuId: id, assignedByGroup: idOrNone, state: word, error: word })
  .transform(({ skuId, assignedByGroup, state, error }) => ({
    sku: skuId,
    group: assignedByGroup,
    failed: state?.toLowerCase() === 'error',
    error: error?.toLowerCase() === 'none' ? null : error,
  }));

export const LicensedUser = z
  .object({
    id,
    usageLocation: word,
    userType: word,
    accountEnabled: z.boolean().nullish(),
    licenseAssignmentStates: z.array(AssignmentState).nullish(),
    assignedLicenses: z.array(z.object({ skuId: id })).nullish(),
  })
  // An answer that tells of neither must not pass for one that says that nobody has anything.
  .refine((data) => data.licenseAssignmentStates || data.assignedLicenses)
  .transform((data) => ({
    person: data.id,
    usageLocation: data.usageLocation,
    guest: isGuest(data.userType),
    enabled: data.accountEnabled ?? true,
    states: data.licenseAssignmentStates ?? [],
    assigned: data.assignedLicenses?.map(({ skuId }) => skuId),
  }));

/** One pool of seats. */
export const Sku = z.object({
  skuId: id,
  skuPartNumber: word,
  appliesTo: word.catch(null),
  prepaidUnits: z.object({ enabled: count, warning: count.optional(), suspended: count.optional() }).nullish(),
  consumedUnits: count,
});
type Pool = z.infer<typeof Sku>;

/**
 * A tenant may list one SKU in several pools; people know it as one product. A product of which one number can't be a number
 * is left out: nobody knows then how many seats it has. Pools for the organisation as a whole have no seat for people.
 */
export function sumSeats(rows: readonly Pool[]): SeatFacts[] {
  const bySku = new Map<string, SeatFacts>();
  const unknown = new Set<string>();
  for (const row of rows) {
    const { skuId: sku, skuPartNumber, prepaidUnits, consumedUnits } = row;
    if ((prepaidUnits && prepaidUnits.enabled === null) || consumedUnits === null) unknown.add(sku);
    const known = bySku.get(sku);
    const facts = isForOrganisation(row) ? known : withPool(known, row);
    bySku.set(sku, facts ?? { sku, part: skuPartNumber ?? sku, seats: 0, used: 0, wholeOrganisation: true });
  }
  return [...bySku.values()].filter(({ sku }) => !unknown.has(sku));
}

function isForOrganisation({ appliesTo }: Pool): boolean {
  return appliesTo?.toLowerCase() === 'company';
}

function withPool(known: SeatFacts | undefined, { skuId: sku, skuPartNumber, prepaidUnits, consumedUnits }: Pool) {
  const { part = skuPartNumber ?? sku, seats = 0, used = 0 } = known ?? {};
  const warning = (known?.warning ?? 0) + (prepaidUnits?.warning ?? 0);
  const suspended = (known?.suspended ?? 0) + (prepaidUnits?.suspended ?? 0);
  return {
    ...{ sku, part, seats: seats + (prepaidUnits?.enabled ?? 0), used: used + (consumedUnits ?? 0) },
    ...(warning > 0 && { warning }),
    ...(suspended > 0 && { suspended }),
  };
}

/** Members of a role or a group: people, groups, apps. */
export const DirectoryObject = z.object({ '@odata.type': z.string().optional(), id });

export const HeldRoles = z.object({ value: z.array(z.object({ roleTemplateId: word })) });
/** A role assigned, or one to be activated. The principal is only there where it is asked for. */
export const RoleGrant = z.object({
  principalId: id,
  roleDefinitionId: id,
  directoryScopeId: word,
  principal: z.object({ '@odata.type': z.string().optional() }).nullish(),
});
export const GroupIds = z.object({ value: z.array(id) });
/** People, where more of them may be on a next page. */
export const PeoplePage = z.object({ value: z.array(Person), '@odata.nextLink': z.string().optional() });
/** For requests of which it only matters that Graph answers them. */
export const Some = z.object({ id });
export const Rows = z.object({ value: z.array(z.unknown()) });
