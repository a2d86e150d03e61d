/** The Commerce port before a stand-in Microsoft: what the suites of this folder share. */
import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import type { Clock } from '../../bot/clock.ts';
import type { Config } from '../../bot/config/config.ts';
import { type Commerce, MicrosoftFailed } from '../../bot/microsoft/commerce.ts';
import { type Around, createGateway } from '../../bot/microsoft/gateway.ts';
import type { Trouble } from '../../store/records.ts';
import { type Fault, purserApp, type Subscription, skus, type Tenant, tenantId } from '../stand-ins/tenant/index.ts';
import { type StandIn, standIn } from '../stand-ins/tenant/stand-in.ts';

/** Read the fields inside tests only. */
/** A gateway that tells nobody what it asks, and may write. */
export const unobserved: Around = { observe: () => undefined, beforeWrite: () => undefined };

export interface Its extends StandIn {
  commerce: Commerce;
  /** How long the gateway waited, in milliseconds, in order. */
  waits: number[];
  /** Route and status, as the metrics hear of them. */
  observed: string[];
}

/** To be called inside a `describe`. */
export function useGateway(): Its {
  const its = standIn() as Its;
  beforeEach(() => {
    its.waits = [];
    its.observed = [];
    its.commerce = gatewayTo(its.tenant, its);
  });
  return its;
}

type Heard = Pick<Its, 'waits' | 'observed' | 'later'>;

/** A gateway that has no token yet. Its waits take no time, and move the tenant's clock on. */
export function gatewayTo(tenant: Tenant, heard: Heard, change: Partial<Config['microsoft']> = {}): Commerce {
  const clock: Clock = {
    now: () => new Date('2026-10-05T09:00:00Z'),
    wait: async (ms) => {
      heard.waits.push(ms);
      heard.later(ms);
    },
  };
  const config = { ...configOf(tenant), ...change };
  return createGateway(config, clock, {
    observe: (route, status) => heard.observed.push(`${route} ${status}`),
    beforeWrite: () => undefined,
  });
}

export function configOf({ urls }: Pick<Tenant, 'urls'>, secret: string = purserApp.secret): Config['microsoft'] {
  return {
    identity: {
      clientId: purserApp.id,
      authority: `${urls.login}/${tenantId}`,
      proof: { kind: 'secret', secret },
    },
    graphUrl: urls.graph,
    licensingUrl: urls.licensing,
    billingUrl: urls.billing,
    appId: purserApp.id,
    readOnly: false,
    mailFrom: undefined,
  };
}

/** The trouble a call ends in; nothing else than a MicrosoftFailed may come, and no secret may be in it. */
export async function troubleIn(call: Promise<unknown>): Promise<Trouble> {
  const error: unknown = await call.then(
    () => assert.fail('It did not fail.'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof MicrosoftFailed, inspect(error));
  assertNoSecret(error);
  return error.trouble;
}

/** Neither a token nor the app's secret, however deep. */
export function assertNoSecret(error: unknown): void {
  const whole = inspect(error, { depth: 20, showHidden: true });
  assert.doesNotMatch(whole, /eyJ[\w-]{10,}/, 'a token');
  assert.ok(!whole.includes(purserApp.secret), 'the secret');
}

/** What came to the tenant for a path, in order. */
export function asked(tenant: Tenant, path: string | RegExp): Tenant['requests'] {
  return tenant.requests.filter((request) =>
    typeof path === 'string' ? request.path === path : path.test(request.path),
  );
}

export const graph = '/graph/v1.0';

export const fails = (its: Its, fault: Fault): number => its.tenant.faults.push(fault);

/** A subscription as a test needs it. */
export function subscription(change: Partial<Subscription> & { id: string }): Subscription {
  return {
    commerceSubscriptionId: null,
    createdDateTime: '2026-01-01T00:00:00Z',
    nextLifecycleDateTime: '2027-01-01T00:00:00Z',
    isTrial: false,
    skuId: skus.visio2.id,
    skuPartNumber: skus.visio2.part,
    status: 'Enabled',
    totalLicenses: 1,
    ownerId: null,
    ownerTenantId: null,
    ownerType: null,
    ...change,
  };
}
