/** What the stand-in's own tests share. */
import { loadCertificate } from '../../world/tls.ts';
import { type Client, newClient } from './client.ts';
import { company, type Start, startTenant, type Tenant } from './index.ts';

/** A tenant for each test, its clock, and a client; read the fields inside tests only. */
export interface StandIn {
  tenant: Tenant;
  client: Client;
  /** Moves the clock of quotas and of the log. */
  later(ms: number): void;
  /** A second tenant in the same process; it is closed after the test, however that ends. */
  another(more?: Partial<Start>): Promise<Tenant>;
}

export const start = new Date('2026-10-05T09:00:00Z');

/** To be called inside a `describe`. */
export function standIn(): StandIn {
  let now = start;
  const later = (ms: number): void => {
    now = new Date(now.getTime() + ms);
  };
  const open: Tenant[] = [];
  const another = async (more: Partial<Start> = {}): Promise<Tenant> => {
    const usual = { company: company({ now }), clock: { now: () => now }, tls: await loadCertificate() };
    const tenant = await startTenant({ ...usual, ...more });
    open.push(tenant);
    return tenant;
  };
  const found = { later, another } as StandIn;
  beforeEach(async () => {
    now = start;
    found.tenant = await another();
    found.client = newClient(found.tenant);
  });
  afterEach(async () => {
    for (const tenant of open.splice(0)) await tenant.close();
  });
  return found;
}
