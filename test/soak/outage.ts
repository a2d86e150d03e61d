/** Teams and Microsoft here, Purser in another process whose time runs fast, and people who press on whatever happens. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../bot/clock.ts';
import { languageFiles } from '../../bot/language/index.ts';
import { openFileStore } from '../../store/file/open.ts';
import type { Store } from '../../store/store.ts';
import { type Person, startTeams, type Teams } from '../stand-ins/teams/teams.ts';
import {
  type Company,
  people,
  purserApp,
  type Subscription,
  startTenant,
  type Tenant,
  tenantId,
} from '../stand-ins/tenant/index.ts';
import { loadCertificate } from '../world/tls.ts';
import { environmentOf } from '../world/world.ts';
import { type Child, lookInto, startChild } from './child.ts';
import { fastClock } from './fast-clock.ts';
import { type Gate, gateTo } from './gate.ts';
import { boughtBy, companyOfPurchasers } from './purchasers.ts';
import { activityOf, type Said, shown } from './saying.ts';

/** On a busy machine Microsoft may answer too late for who presses. */
const notChecked = languageFiles.en.messages.refused.cantDecide;

/** A `Said` without its id. */
type Press = { verb: string; data: Record<string, string> };

export interface Outage {
  teams: Teams;
  tenant: Tenant;
  clock: Clock;
  /** The way from Purser to Teams. */
  gate: Gate;
  /** Has all say. */
  alex: Person;
  purchasers: Person[];
  /** Kills Purser, notes whom it was just telling something, and starts it anew. */
  kill(): Promise<void>;
  /** Kills it at this very moment; `kill` does the rest. */
  strike(): void;
  /** What it had begun, and nobody knows of the end, at each kill. */
  begun: string[][];
  /** Presses until it is answered, with something to show. Alex does, if nobody else is named. */
  press(press: Press, by?: Person): Promise<void>;
  /** Someone buys one thing more. */
  buy(by: Person): void;
  due(): Promise<number>;
  /** Bytes of memory Purser takes. */
  memory(): Promise<number>;
  /** What it keeps; while it runs that may be a moment old. */
  look<T>(look: (store: Store) => T): Promise<T>;
  /** Writes into what it keeps, while it does not run. */
  write<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Ends Purser in good order. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

interface Making {
  environment?: Record<string, string>;
  /** As many as so many purchasers need, if not given. */
  users?: number;
  /** Called before anything is read of it. */
  change?(company: Company): void;
  /** Is told after each commit how far takeovers are; where it returns false, Purser does not go on. */
  reached?(words: readonly string[]): boolean;
}

export async function openOutage(count: number, speed: number, making: Making = {}): Promise<Outage> {
  const from = Date.now();
  const clock = fastClock(from, speed);
  const { company, purchasers } = companyOfPurchasers(count, clock.now(), making.users);
  making.change?.(company);
  const tenant: Tenant = await startTenant({ company, clock, tls: await loadCertificate() });
  const verifyBotToken = async (token: string) => void (await tenant.verify(token, 'https://api.botframework.com'));
  const teams = await startTeams({ clock, tenantId, bot: { appId: purserApp.id }, verifyBotToken });
  const gate = await gateTo(Number(new URL(teams.serviceUrl).port));
  teams.serviceUrl = `http://127.0.0.1:${gate.port}/teams/`;
  const folder = await mkdtemp(join(tmpdir(), 'purser-outage-'));
  const environment = {
    ...environmentOf(tenant, teams),
    SERVICE_URLS: teams.serviceUrl,
    STORE: `file:${folder}`,
    SYNC_MINUTES: '30',
    LOG_LEVEL: 'info',
    CLOCK_FROM: String(from),
    CLOCK_SPEED: String(speed),
    ...making.environment,
  };
  const begun: string[][] = [];
  let child: Child;
  let said = 0;
  const start = async (): Promise<void> => {
    child = await startChild(environment, making.reached);
    teams.bot.url = `http://127.0.0.1:${child.port}/api/messages`;
  };
  await start();
  const alex = teams.person({ id: people.alex, name: 'Alex Wilber', installed: true });
  const look = <T>(at: (store: Store) => T): Promise<T> => lookInto(folder, at);
  const answered = async (each: Said, by: Person): Promise<boolean> => {
    const [answer] = await teams.deliver(activityOf(teams, by, each), { times: 1 });
    return answer !== undefined && shown(answer) !== undefined && !answer.text.includes(notChecked);
  };
  // It is ready after a while even where it has read nothing yet.
  while ((await look((store) => store.get('marks', 'awake'))) === undefined) await pause(50);
  return {
    ...{ teams, tenant, clock, gate, alex, begun, look },
    purchasers: purchasers.map(({ id, displayName }) => teams.person({ id, name: displayName, installed: true })),
    async kill() {
      await child.end('SIGKILL');
      begun.push(await look((store) => [...store.all('notices')].flatMap(({ id, begunAt }) => (begunAt ? id : []))));
      await start();
    },
    strike: () => child.strike(),
    async press(press, by = alex) {
      // Whoever is told that it did not work presses again, which is another press.
      while (!(await answered({ id: `pressed-${++said}`, by: by.id, ...press }, by))) await pause(50);
    },
    async write(work) {
      await child.end('SIGTERM');
      const store = await openFileStore(folder);
      const result = await work(store);
      await store.close();
      await start();
      return result;
    },
    buy(by) {
      const model = company.subscriptions.at(-1) as Subscription;
      company.subscriptions.push({
        ...boughtBy(model, by.id, company.subscriptions.length),
        createdDateTime: clock.now().toISOString(),
      });
    },
    due: () => child.due(),
    memory: () => child.memory(),
    leave: () => child.end('SIGTERM'),
    async close() {
      await child.end('SIGKILL').catch(() => undefined);
      await gate.shut();
      await teams.close();
      await tenant.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
