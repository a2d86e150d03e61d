/**
 * Graph's published limits on directory work, counted on the given clock ("Identity and access service limits").
 * The sum of any stretch of time is kept under its limit, and what was refused counts as well: "all requests accrue against
 * your usage limits" ("Throttling guidance"). The licensing API publishes no limits (facts 1.4), so it has none here.
 */
interface Limit {
  readonly scope: 'Tenant_Application' | 'Tenant';
  readonly kind: 'ReadWrite' | 'Write';
  readonly information: 'ResourceUnitLimitExceeded' | 'WriteLimitExceeded';
  readonly seconds: number;
  readonly most: (users: number) => number;
}

/** S: under 50 users, M: 50 to 500, L: above 500. */
const bySize = (users: number): number => (users < 50 ? 3500 : users <= 500 ? 5000 : 8000);

/** The limits of an app over all tenants are wider than these and can't be reached with one tenant. */
export const limits: readonly Limit[] = [
  {
    scope: 'Tenant_Application',
    kind: 'ReadWrite',
    information: 'ResourceUnitLimitExceeded',
    seconds: 10,
    most: bySize,
  },
  { scope: 'Tenant_Application', kind: 'Write', information: 'WriteLimitExceeded', seconds: 150, most: () => 3000 },
  { scope: 'Tenant', kind: 'Write', information: 'WriteLimitExceeded', seconds: 300, most: () => 18_000 },
];

interface Stretch {
  readonly spent: { readonly at: number; readonly cost: number }[];
  sum: number;
}

/** One stretch per limit and per who is counted. */
export type Quotas = Map<string, Stretch>;

export interface Spending {
  readonly app: string;
  readonly tenantId: string;
  readonly cost: number;
  readonly writes: number;
  readonly users: number;
  readonly now: Date;
}

export interface Spent {
  readonly refused: boolean;
  readonly headers: Record<string, string>;
}

export function spend(quotas: Quotas, spending: Spending): Spent {
  const headers: Record<string, string> = {};
  let refused = false;
  for (const limit of limits) {
    const cost = limit.kind === 'Write' ? spending.writes : spending.cost;
    if (cost === 0) continue;
    const most = limit.most(spending.users);
    const stretch = stretchOf(quotas, limit, spending);
    const over = stretch.sum + cost > most;
    if (over && !refused) Object.assign(headers, throttled(limit, stretch, most - cost, spending));
    refused ||= over;
    // The share Graph tells of goes up to 1.8, so no more than that is counted.
    if (stretch.sum < most * 1.8) {
      stretch.spent.push({ at: spending.now.getTime(), cost });
      stretch.sum += cost;
    }
    const share = stretch.sum / most;
    if (share > 0.8) headers['x-ms-throttle-limit-percentage'] = Math.min(share, 1.8).toFixed(2);
  }
  return { refused, headers };
}

/** What was spent within the limit's time, older things forgotten. */
function stretchOf(quotas: Quotas, limit: Limit, { app, now }: Spending): Stretch {
  const key = `${limit.information}/${limit.scope === 'Tenant' ? '' : app}/${limit.seconds}`;
  const stretch = quotas.get(key) ?? { spent: [], sum: 0 };
  quotas.set(key, stretch);
  const since = now.getTime() - limit.seconds * 1000;
  let gone = 0;
  for (const each of stretch.spent) {
    if (each.at > since) break;
    stretch.sum -= each.cost;
    gone++;
  }
  stretch.spent.splice(0, gone);
  return stretch;
}

/** The headers of a refusal. Retry-After: when enough will be forgotten for this request. */
function throttled(limit: Limit, stretch: Stretch, room: number, spending: Spending): Record<string, string> {
  let left = stretch.sum;
  let until = spending.now.getTime();
  for (const { at, cost } of stretch.spent) {
    if (left <= room) break;
    left -= cost;
    until = at + limit.seconds * 1000;
  }
  const seconds = Math.max(1, Math.ceil((until - spending.now.getTime()) / 1000));
  return {
    'retry-after': String(seconds),
    'x-ms-throttle-scope': `${limit.scope}/${limit.kind}/${spending.app}/${spending.tenantId}`,
    'x-ms-throttle-information': limit.information,
  };
}
