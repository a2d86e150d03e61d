/**
 * Graph's published limits, counted on the given clock ("Identity and access service limits", "Microsoft Teams service
 * limits", "Outlook service limits"; of the last not the four at once, because nothing here takes any time).
 * The sum of any stretch of time is kept under its limit, and what was refused counts as well: "all requests accrue against
 * your usage limits" ("Throttling guidance"). The licensing API publishes no limits (facts 1.4), so it has none here.
 */

/** Who does the work behind Graph. */
export type Service = 'directory' | 'teams' | 'outlook';

interface Limit {
  readonly service: Service;
  readonly scope: 'Tenant_Application' | 'Tenant' | 'Mailbox_Application';
  readonly kind: 'ReadWrite' | 'Write';
  /** What the directory tells of a refusal; the others tell nothing but when to come back. */
  readonly information?: 'ResourceUnitLimitExceeded' | 'WriteLimitExceeded';
  readonly seconds: number;
  readonly most: (users: number) => number;
}

/** S: under 50 users, M: 50 to 500, L: above 500. */
const bySize = (users: number): number => (users < 50 ? 3500 : users <= 500 ? 5000 : 8000);

/** The limits of an app over all tenants are wider than these and can't be reached with one tenant. */
export const limits: readonly Limit[] = [
  {
    service: 'directory',
    scope: 'Tenant_Application',
    kind: 'ReadWrite',
    information: 'ResourceUnitLimitExceeded',
    seconds: 10,
    most: bySize,
  },
  {
    service: 'directory',
    scope: 'Tenant_Application',
    kind: 'Write',
    information: 'WriteLimitExceeded',
    seconds: 150,
    most: () => 3000,
  },
  {
    service: 'directory',
    scope: 'Tenant',
    kind: 'Write',
    information: 'WriteLimitExceeded',
    seconds: 300,
    most: () => 18_000,
  },
  // POST of installed apps.
  { service: 'teams', scope: 'Tenant_Application', kind: 'Write', seconds: 1, most: () => 30 },
  { service: 'outlook', scope: 'Mailbox_Application', kind: 'ReadWrite', seconds: 600, most: () => 10_000 },
];

interface Stretch {
  readonly spent: { readonly at: number; readonly cost: number }[];
  sum: number;
}

/** One stretch per limit and per who is counted. */
export type Quotas = Map<string, Stretch>;

export interface Spending {
  readonly service: Service;
  readonly app: string;
  /** Whose, in Outlook. */
  readonly mailbox: string;
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
    if (limit.service !== spending.service) continue;
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
    if (share > 0.8 && limit.information) headers['x-ms-throttle-limit-percentage'] = Math.min(share, 1.8).toFixed(2);
  }
  return { refused, headers };
}

/** What was spent within the limit's time, older things forgotten. */
function stretchOf(quotas: Quotas, limit: Limit, { app, mailbox, now }: Spending): Stretch {
  const counted = { Tenant: '', Tenant_Application: app, Mailbox_Application: `${app} ${mailbox.toLowerCase()}` };
  const key = `${limit.service}/${limit.kind}/${limit.seconds}/${counted[limit.scope]}`;
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
    ...(limit.information && {
      'x-ms-throttle-scope': `${limit.scope}/${limit.kind}/${spending.app}/${spending.tenantId}`,
      'x-ms-throttle-information': limit.information,
    }),
  };
}
