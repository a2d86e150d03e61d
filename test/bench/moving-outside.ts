/** A Microsoft with one purchase of many holders, in a process of its own, at the time that whoever measures tells it. */

import { startTeams } from '../stand-ins/teams/teams.ts';
import { company, purserApp, startTenant, type Tenant, tenantId } from '../stand-ins/tenant/index.ts';
import { testClock } from '../world/clock.ts';
import { buyVisio, holdersAt, taken, target } from '../world/takeovers.ts';
import { loadCertificate } from '../world/tls.ts';
import { environmentOf } from '../world/world.ts';
import { offer } from './calls.ts';

const clock = testClock();
let tenant: Tenant;
let source = '';

/** What came of it, and what it took. */
export interface Moved {
  given: number;
  /** Who still has what was bought. */
  left: number;
  requests: number;
  writes: number;
  /** Requests that Graph's limits refused with 429. */
  refused: number;
}

const outside = {
  async start(holders: number): Promise<Record<string, string>> {
    const its = company({ now: clock.now(), users: Math.ceil(holders * 1.2) + 100 });
    // The longest way: each holder is written twice, where Microsoft lets the old seats go.
    its.selfServiceSeats = 'open';
    source = buyVisio(its, { sku: taken, holders }).skuId;
    tenant = await startTenant({ company: its, clock, tls: await loadCertificate() });
    const verifyBotToken = async (token: string) => void (await tenant.verify(token, 'https://api.botframework.com'));
    const teams = await startTeams({ clock, tenantId, bot: { appId: purserApp.id }, verifyBotToken });
    return environmentOf(tenant, teams);
  },

  async moveTo(ms: number): Promise<void> {
    clock.advance(Math.max(0, ms - clock.now().getTime()));
  },

  /** Nothing that was asked so far counts. */
  async forget(): Promise<void> {
    tenant.requests.splice(0);
  },

  async moved(): Promise<Moved> {
    const { requests, company: its } = tenant;
    return {
      given: holdersAt(its, target.sku).length,
      left: holdersAt(its, source).length,
      requests: requests.filter(({ inBatch }) => !inBatch).length,
      writes: requests.filter(({ path }) => path.endsWith('/assignLicense')).length,
      refused: requests.filter(({ status }) => status === 429).length,
    };
  },
};
export type MovingOutside = typeof outside;

offer(outside);
