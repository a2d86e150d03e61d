/** What the stand-in's own tests share. */
import { loadCertificate } from '../tls.ts';
import { type Client, newClient } from './client.ts';
import { company, startTenant, type Tenant } from './index.ts';

/** A tenant for each test, its clock, and a client; read the fields inside tests only. */
export interface StandIn {
  tenant: Tenant;
  client: Client;
  /** Moves the clock of quotas and of the log. */
  later(ms: number): void;
}

export const start = new Date('2026-10-05T09:00:00Z');

/** To be called inside a `describe`. */
export function standIn(): StandIn {
  let now = start;
  const later = (ms: number): void => {
    now = new Date(now.getTime() + ms);
  };
  const found = { later } as StandIn;
  beforeEach(async () => {
    now = start;
    found.tenant = await startTenant({
      company: company({ now }),
      clock: { now: () => now },
      tls: await loadCertificate(),
    });
    found.client = newClient(found.tenant);
  });
  afterEach(() => found.tenant.close());
  return found;
}
