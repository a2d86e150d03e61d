/**
 * The demo's organisation: a stand-in Microsoft, Purser, and a window of Microsoft's Agents Playground for each of three
 * people. The browser run drives the same.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, systemClock } from '../../bot/clock.ts';
import { readConfig } from '../../bot/config/config.ts';
import { createLog } from '../../bot/log.ts';
import { type Purser, start } from '../../bot/start.ts';
import { openWindow, type Window } from '../playground/window.ts';
import { company, groups, people, purserApp, startTenant, type Tenant, tenantId } from '../stand-ins/tenant/index.ts';
import { freePort } from '../world/free-port.ts';
import { buyVisio } from '../world/takeovers.ts';
import { loadCertificate } from '../world/tls.ts';

export const players = ['alex', 'megan', 'adele'] as const;
export type Player = (typeof players)[number];

export interface Demo {
  tenant: Tenant;
  purser: Purser;
  windows: Record<Player, Window>;
  close(): Promise<void>;
}

export interface DemoOptions {
  /** Windows are served at the ports after this one; free ones if not given. */
  firstPort?: number;
  logLevel?: string;
  /** How often Purser reads the tenant by itself: a visitor does not wait a quarter of an hour for what somebody has bought. */
  syncMinutes?: number;
  /** The wall's if not given. */
  clock?: Clock;
}

/** @throws with a sentence if a port is taken */
export async function openDemo(options: DemoOptions = {}): Promise<Demo> {
  const { firstPort, logLevel = 'warn', syncMinutes = 1, clock = systemClock } = options;
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const each of closers.splice(0).reverse()) await each();
  };
  try {
    const organisation = company();
    // Something worth taking over: twelve people use what one of them bought.
    buyVisio(organisation, { free: 20 });
    const tenant = await startTenant({ company: organisation, clock, tls: await loadCertificate() });
    closers.push(() => tenant.close());
    const folder = await mkdtemp(join(tmpdir(), 'purser-demo-'));
    closers.push(() => rm(folder, { recursive: true, force: true }));
    const purser = await start(
      readConfig({
        ...environmentOf(tenant, folder, await freePort()),
        SYNC_MINUTES: String(syncMinutes),
      }),
      {
        log: createLog(logLevel),
        clock,
      },
    );
    closers.push(() => purser.stop());
    const bot = { id: purserApp.id, url: `http://127.0.0.1:${purser.port}/api/messages` };
    const everyone = players.map((player) => personOf(tenant, player));
    const open = async (player: Player, index: number): Promise<[Player, Window]> => {
      const port = firstPort === undefined ? {} : { port: firstPort + index };
      const window = await openWindow({ person: personOf(tenant, player), everyone, tenantId, bot, ...port });
      closers.push(() => window.stop());
      return [player, window];
    };
    const windows = Object.fromEntries(await Promise.all(players.map(open))) as Record<Player, Window>;
    return { tenant, purser, windows, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function personOf(tenant: Tenant, player: Player): { entraId: string; name: string } {
  const entraId = people[player];
  return { entraId, name: tenant.company.users.get(entraId)?.displayName ?? player };
}

function environmentOf({ urls }: Tenant, folder: string, port: number): Record<string, string> {
  return {
    DEV: '1',
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    TENANT_ID: tenantId,
    CLIENT_ID: purserApp.id,
    CLIENT_SECRET: purserApp.secret,
    LOGIN_URL: urls.login,
    GRAPH_URL: urls.graph,
    LICENSING_URL: urls.licensing,
    APPROVERS_GROUP: groups.approvers,
    VIEWERS_GROUP: groups.viewers,
    TIME_ZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,
    // A visitor does not wait two working days until something happens.
    NOTICE_DAYS: '0',
    CONTACT_NAME: 'the help desk',
    VERIFY_URL: 'https://intranet.contoso.example/purser',
    STORE: `file:${folder}`,
  };
}
