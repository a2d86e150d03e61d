/** Subscriptions, and the seats they add up to. */
import { appliesTo } from './catalogue.ts';
import { equals, filter, is } from './filter.ts';
import type { GraphCall } from './graph.ts';
import { missing, unsupportedQuery } from './graph-errors.ts';
import type { Answer } from './http.ts';
import { one, subscriptionShape } from './objects.ts';
import { page, type Shape } from './odata.ts';
import { held } from './seats.ts';
import type { Company, Subscription } from './state.ts';

/** `$top` and `$skip` are not supported by the schema (facts 2) and are ignored here; `$filter` is. */
export function listSubscriptions({ company, call, base, listings, sizes }: GraphCall): Answer {
  const clauses = [
    equals<Subscription>('id', (each) => each.id),
    equals<Subscription>('skuId', (each) => each.skuId),
    equals<Subscription>('skuPartNumber', (each) => each.skuPartNumber),
    equals<Subscription>('status', (each) => each.status),
    equals<Subscription>('ownerId', (each) => each.ownerId),
    is<Subscription>('isTrial', (each) => each.isTrial),
  ];
  const chosen = filter(clauses, call.query.get('$filter'), 'CompanySubscription');
  if ('status' in chosen) return chosen;
  const rows = (): Subscription[] => company.subscriptions.filter(chosen.test);
  return page({ call, base, listings, shape: subscriptionShape, rows, size: sizes.subscriptions });
}

export function getSubscription({ company, call, base, id }: GraphCall): Answer {
  const wanted = id.toLowerCase();
  const subscription = company.subscriptions.find((each) => each.id === wanted);
  return subscription === undefined ? missing(id) : one(subscriptionShape, subscription, call.query, base);
}

/** By its alternate key. */
export function getByCommerceId({ company, call, base, id }: GraphCall): Answer {
  const subscription = company.subscriptions.find((each) => each.commerceSubscriptionId === id.toLowerCase());
  return subscription === undefined ? missing(id) : one(subscriptionShape, subscription, call.query, base);
}

/** A pool of one SKU: Microsoft puts the seats of all its subscriptions together (facts 3.1). */
interface Pool {
  readonly company: Company;
  readonly skuId: string;
  readonly part: string;
  readonly subscriptions: Subscription[];
  consumed: number;
}

/** Best first: a pool is what the best of its subscriptions is. */
const capability = ['Enabled', 'Warning', 'Suspended', 'LockedOut', 'Deleted'] as const;

function seats(pool: Pool, status: string): number {
  return pool.subscriptions.reduce((sum, each) => (each.status === status ? sum + each.totalLicenses : sum), 0);
}

const skuShape: Shape<Pool> = {
  type: 'microsoft.graph.subscribedSku',
  set: 'subscribedSkus',
  properties: {
    accountName: ({ company }) => company.name,
    accountId: ({ company }) => company.tenantId,
    appliesTo: ({ skuId }) => appliesTo(skuId),
    capabilityStatus: ({ subscriptions }) =>
      capability.find((status) => subscriptions.some((each) => each.status === status)) ?? 'Deleted',
    consumedUnits: (pool) => pool.consumed,
    id: ({ company, skuId }) => `${company.tenantId}_${skuId}`,
    skuId: ({ skuId }) => skuId,
    skuPartNumber: ({ part }) => part,
    subscriptionIds: ({ subscriptions }) => subscriptions.map((each) => each.id),
    prepaidUnits: (pool) => ({
      enabled: seats(pool, 'Enabled'),
      lockedOut: seats(pool, 'LockedOut'),
      suspended: seats(pool, 'Suspended'),
      warning: seats(pool, 'Warning'),
    }),
    servicePlans: () => [],
  },
};

function pools(company: Company): Pool[] {
  const found = new Map<string, Pool>();
  for (const subscription of company.subscriptions) {
    const { skuId, skuPartNumber: part } = subscription;
    const pool: Pool = found.get(skuId) ?? { company, skuId, part, subscriptions: [], consumed: 0 };
    found.set(skuId, pool);
    pool.subscriptions.push(subscription);
  }
  for (const user of company.users.values()) {
    for (const { skuId } of held(user)) {
      const pool = found.get(skuId);
      if (pool !== undefined) pool.consumed++;
    }
  }
  return [...found.values()];
}

/** `$select` is all it supports ("List subscribedSkus"), and it has no pages. */
export function listSkus({ company, call, base, listings }: GraphCall): Answer {
  if (call.query.has('$filter')) return unsupportedQuery('$filter is not supported on this resource.');
  const rows = (): Pool[] => pools(company);
  return page({ call, base, listings, shape: skuShape, rows, size: Number.POSITIVE_INFINITY });
}
