/** Microsoft's rows, read tolerantly (a null, a missing or an unknown value is no reason to fail) and turned into our words. */
import { z } from 'zod/v4';
import { statuses } from '../../store/records.ts';
import type { PersonFacts, SeatFacts, SubscriptionFacts } from './commerce.ts';

const word = z
  .string()
  .nullish()
  .transform((value) => value || null);
/** Microsoft's instants as ours; a value that is no date counts as not given. */
const instant = z
  .string()
  .nullish()
  .transform((value) => {
    const at = value ? Date.parse(value) : Number.NaN;
    return Number.isNaN(at) ? null : new Date(at).toISOString();
  });

/** Ids are compared as text, and Microsoft does not always write them in the same letters. */
const id = z.string().min(1).toLowerCase();
const idOrNone = word.transform((value) => value?.toLowerCase() ?? null);

const CompanySubscription = z.object({
  id,
  commerceSubscriptionId: word,
  skuId: id,
  skuPartNumber: word,
  totalLicenses: z
    .number()
    .int()
    .nullish()
    .transform((value) => value ?? 0),
  isTrial: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  status: word,
  createdDateTime: instant,
  nextLifecycleDateTime: instant,
  ownerId: idOrNone,
  ownerType: word,
  ownerTenantId: idOrNone,
});

export const Subscription: z.ZodType<SubscriptionFacts> = CompanySubscription.transform((data) => {
  const status = statuses.find((known) => known.toLowerCase() === data.status?.toLowerCase()) ?? 'Unknown';
  return {
    subscription: data.id,
    commerceId: data.commerceSubscriptionId,
    sku: data.skuId,
    skuPart: data.skuPartNumber ?? data.skuId,
    quantity: data.totalLicenses,
    trial: data.isTrial,
    status,
    statusWord: status === 'Unknown' ? (data.status ?? '') : null,
    createdAt: data.createdDateTime,
    nextAt: data.nextLifecycleDateTime,
    ownerId: data.ownerId,
    ownerIsUser: data.ownerType?.toLowerCase() === 'user',
    partnerTenant: data.ownerTenantId,
  };
});

const User = z.object({
  id,
  displayName: word,
  userPrincipalName: word,
  mail: word,
  department: word,
  preferredLanguage: word,
  userType: word,
  accountEnabled: z.boolean().nullish(),
});

export const Person: z.ZodType<PersonFacts> = User.transform((data) => ({
  id: data.id,
  name: data.displayName,
  userName: data.userPrincipalName,
  mail: data.mail,
  department: data.department,
  language: data.preferredLanguage,
  guest: data.userType?.toLowerCase() === 'guest',
  enabled: data.accountEnabled ?? true,
}));

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
    accountEnabled: z.boolean().nullish(),
    licenseAssignmentStates: z.array(AssignmentState).nullish(),
    assignedLicenses: z.array(z.object({ skuId: id })).nullish(),
  })
  // An answer that tells of neither must not pass for one that says that nobody has anything.
  .refine((data) => data.licenseAssignmentStates || data.assignedLicenses)
  .transform((data) => ({
    person: data.id,
    usageLocation: data.usageLocation,
    enabled: data.accountEnabled ?? true,
    states: data.licenseAssignmentStates ?? [],
    assigned: data.assignedLicenses?.map(({ skuId }) => skuId),
  }));

/** One pool of seats. */
export const Sku = z.object({
  skuId: id,
  skuPartNumber: word,
  prepaidUnits: z.object({ enabled: z.number().int().nullish() }).nullish(),
  consumedUnits: z.number().int().nullish(),
});

/** A tenant may list one SKU in several pools; people know it as one product. */
export function sumSeats(rows: readonly z.infer<typeof Sku>[]): SeatFacts[] {
  const bySku = new Map<string, SeatFacts>();
  for (const row of rows) {
    const known = bySku.get(row.skuId) ?? { sku: row.skuId, part: row.skuPartNumber ?? row.skuId, seats: 0, used: 0 };
    bySku.set(row.skuId, {
      ...known,
      seats: known.seats + (row.prepaidUnits?.enabled ?? 0),
      used: known.used + (row.consumedUnits ?? 0),
    });
  }
  return [...bySku.values()];
}

/** Members of a role or a group: people, groups, apps. */
export const DirectoryObject = z.object({ '@odata.type': z.string().optional(), id });

export const HeldRoles = z.object({ value: z.array(z.object({ roleTemplateId: word })) });
export const GroupIds = z.object({ value: z.array(id) });
/** For requests of which it only matters that Graph answers them. */
export const Some = z.object({ id });
export const Rows = z.object({ value: z.array(z.unknown()) });
