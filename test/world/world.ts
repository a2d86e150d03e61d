/**
 * A whole world for one test: a Microsoft, a Teams, and Purser between them, speaking to each other over real HTTP(S) with
 * real tokens. Tests talk as people do: they say, press, and look at what they see.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../bot/config/config.ts';
import { createLog, type Log } from '../../bot/log.ts';
import { type Purser, start } from '../../bot/start.ts';
import { type Person, startTeams, type Teams } from '../stand-ins/teams/teams.ts';
import {
  type Company,
  company,
  groups,
  type Installs,
  people,
  purserApp,
  startTenant,
  type Tenant,
  tenantId,
} from '../stand-ins/tenant/index.ts';
import { type TestClock, testClock } from './clock.ts';
import { freePort } from './free-port.ts';
import { loadCertificate } from './tls.ts';

/** The people tests know by name, each with Purser installed unless said otherwise. */
export type Cast = Record<keyof typeof people, Person>;

export interface World {
  tenant: Tenant;
  teams: Teams;
  purser: Purser;
  clock: TestClock;
  /** Where its store is. */
  folder: string;
  people: Cast;
  /** What reached the log, in order. */
  logged: Record<string, unknown>[];
  /** Stops Purser and starts it anew on the same records, perhaps with other settings. */
  restart(change?: Record<string, string>): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  company?: Company;
  clock?: TestClock;
  environment?: Record<string, string>;
  /** Purser has not read the tenant yet. */
  unread?: boolean;
  /** If false, one person may say any number of things while no time passes. */
  limited?: boolean;
}

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const clock = options.clock ?? testClock();
  const { limited = true } = options;
  const tls = await loadCertificate();
  const tenant = await startTenant({ company: options.company ?? company({ now: clock.now() }), clock, tls });
  const teams = await startTeams({
    clock,
    tenantId,
    bot: { appId: purserApp.id },
    verifyBotToken: async (token) => void (await tenant.verify(token, 'https://api.botframework.com')),
  });
  tenant.installs = installsIn(teams, tenant.company);
  // People may be called anything; a placeholder in a name is no placeholder left over.
  for (const { displayName } of tenant.company.users.values()) {
    if (displayName.includes('${')) teams.declared.push(displayName);
  }
  const folder = await mkdtemp(join(tmpdir(), 'purser-world-'));
  const port = String(await freePort());
  const environment: Record<string, string> = {
    ...environmentOf(tenant, teams),
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    STORE: `file:${folder}`,
    ...options.environment,
  };
  const { log, logged } = collectingLog();
  const open = (): Promise<Purser> => start(readConfig(environment), { clock, log, scheduled: false, limited });
  const world: World = {
    tenant,
    teams,
    purser: await open(),
    clock,
    folder,
    people: cast(teams, tenant.company),
    logged,
    async restart(change = {}) {
      Object.assign(environment, change);
      await world.purser.stop();
      world.purser = await open();
      teams.bot.url = urlOf(world.purser);
    },
    async close() {
      await world.purser.stop();
      await teams.close();
      await tenant.close();
      await rm(folder, { recursive: true, force: true });
      letGo(world);
    },
  };
  teams.bot.url = urlOf(world.purser);
  if (!options.unread) await world.purser.sync.run();
  return world;
}

/** The variables of a test file outlive its tests; what hangs on them would fill a worker that runs fifty files. */
function letGo(world: World): void {
  for (const name of ['log', 'deliveries', 'chats']) Reflect.deleteProperty(world.teams, name);
  for (const name of ['tenant', 'teams', 'purser', 'people', 'logged']) Reflect.deleteProperty(world, name);
}

/** What Purser needs to know to live between these two. */
export function environmentOf(tenant: Tenant, teams: Teams): Record<string, string> {
  return {
    ...teams.env,
    HOST: '127.0.0.1',
    PORT: '0',
    MicrosoftAppId: purserApp.id,
    MicrosoftAppPassword: purserApp.secret,
    TENANT_ID: tenantId,
    LOGIN_URL: tenant.urls.login,
    GRAPH_URL: tenant.urls.graph,
    LICENSING_URL: tenant.urls.licensing,
    BILLING_URL: tenant.urls.billing,
    ToChannelFromBotLoginUrl: `${tenant.urls.login}/${tenantId}`,
    APPROVERS_GROUP: groups.approvers,
    VIEWERS_GROUP: groups.viewers,
    TIME_ZONE: 'Europe/Paris',
    NOTICE_DAYS: '2',
    CONTACT_NAME: 'Service Desk',
    VERIFY_URL: 'https://intranet.contoso.example/purser',
    // What is for two people has tests of its own; the others lead one admin through.
    FOUR_EYES: 'off',
  };
}

function urlOf({ port }: Purser): string {
  return `http://127.0.0.1:${port}/api/messages`;
}

/** One truth about who has the app: Teams'. It tells the bot of an installation, whoever made it. */
function installsIn(teams: Teams, { users }: Company): Installs {
  return {
    has: (id) => teams.people.get(id)?.chat.installed ?? false,
    async add(id) {
      const person = teams.people.get(id) ?? teams.person({ id, name: users.get(id)?.displayName ?? id });
      await person.install();
    },
  };
}

function cast(teams: Teams, { users }: Company): Cast {
  const entries = Object.entries(people).map(([name, id]) => {
    const user = users.get(id);
    return [
      name,
      teams.person({ id, name: user?.displayName ?? name, guest: user?.userType === 'Guest', installed: true }),
    ] as const;
  });
  return Object.fromEntries(entries) as Cast;
}

function collectingLog(): { log: Log; logged: Record<string, unknown>[] } {
  const logged: Record<string, unknown>[] = [];
  const log = createLog('debug', { write: (line) => logged.push(JSON.parse(line)) });
  return { log, logged };
}
