/** Microsoft's rows, read tolerantly (a null, a missing or an unknown value is no reason to fail) and turned into our words. */
import { z } from 'zod/v4';
import { statuses } from '../../store/records.ts';
import { MicrosoftFailed, type PersonFacts, type SeatFacts, type SubscriptionFacts } from './commerce.ts';

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

const CompanySubscription = z.object({
  id: z.string(),
  commerceSubscriptionId: word,
  skuId: z.string(),
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
  ownerId: word,
  ownerType: word,
  ownerTenantId: word,
});

/** @throws MicrosoftFailed where the row is not what Graph documents */
export function readSubscription(row: unknown): SubscriptionFacts {
  const read = CompanySubscription.safeParse(row);
  if (!read.success)
    throw new MicrosoftFailed('broken-answer', `Graph /directory/subscriptions: ${z.prettifyError(read.error)}`);
  const { data } = read;
  const status = statuses.find((known) => known.toLowerCase() === data.status?.toLowerCase()) ?? 'Unknown';
  return {
    subscription: data.id,
    commerceId: data.commerceSubscriptionId,
    sku: data.skuId.toLowerCase(),
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
}

const User = z.object({
  id: z.string(),
  displayName: word,
  userPrincipalName: word,
  mail: word,
  department: word,
  preferredLanguage: word,
  userType: word,
  accountEnabled: z.boolean().nullish(),
});

/** @throws MicrosoftFailed where the row is not what Graph documents */
export function readPerson(row: unknown): PersonFacts {
  const read = User.safeParse(row);
  if (!read.success) throw new MicrosoftFailed('broken-answer', `Graph user: ${z.prettifyError(read.error)}`);
  const { data } = read;
  return {
    id: data.id,
    name: data.displayName,
    userName: data.userPrincipalName,
    mail: data.mail,
    department: data.department,
    language: data.preferredLanguage,
    guest: data.userType?.toLowerCase() === 'guest',
    enabled: data.accountEnabled ?? true,
  };
}

const Sku = z.object({
  skuId: z.string().transform((id) => id.toLowerCase()),
  skuPartNumber: word,
  prepaidUnits: z.object({ enabled: z.number().int().nullish() }).nullish(),
  consumedUnits: z.number().int().nullish(),
});

/** A tenant may list one SKU in several pools; people know it as one product. */
export function readSeats(rows: readonly unknown[]): SeatFacts[] {
  const bySku = new Map<string, SeatFacts>();
  for (const row of rows.map((each) => Sku.parse(each))) {
    const known = bySku.get(row.skuId) ?? { sku: row.skuId, part: row.skuPartNumber ?? row.skuId, seats: 0, used: 0 };
    bySku.set(row.skuId, {
      ...known,
      seats: known.seats + (row.prepaidUnits?.enabled ?? 0),
      used: known.used + (row.consumedUnits ?? 0),
    });
  }
  return [...bySku.values()];
}
