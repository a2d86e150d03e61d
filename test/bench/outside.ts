/** The world outside Purser, in a process of its own: Microsoft, Teams, and the people who write to the bot. */

import { type Person, startTeams, type Teams } from '../stand-ins/teams/teams.ts';
import {
  company,
  people,
  purserApp,
  type Size,
  startTenant,
  type Tenant,
  tenantId,
} from '../stand-ins/tenant/index.ts';
import { loadCertificate } from '../world/tls.ts';
import { environmentOf } from '../world/world.ts';
import { offer } from './calls.ts';

let tenant: Tenant;
let teams: Teams;
let alex: Person;
let teamsNow = Date.now();

/** Every request to Microsoft since the last look, with what it cost. */
export interface Asked {
  requests: number;
  /** Resource units, by Microsoft's published costs. */
  units: number;
  /** What to fetch again: whole listings, and requests that came in a batch. */
  listings: { route: string; eventual: boolean }[];
  inBatches: string[];
}

const outside = {
  async start(size: Size): Promise<Record<string, string>> {
    const tls = await loadCertificate();
    const clock = { now: () => new Date() };
    tenant = await startTenant({ company: company(size), clock, tls });
    // Teams' limits are not what is measured here, so its clock is always well ahead.
    const teamsClock = {
      now: () => {
        teamsNow += 60_000;
        return new Date(teamsNow);
      },
      wait: async () => undefined,
    };
    teams = await startTeams({
      clock: teamsClock,
      tenantId,
      bot: { appId: purserApp.id },
      verifyBotToken: () => undefined,
    });
    alex = teams.person({ id: people.alex, name: 'Alex Wilber', installed: true });
    return environmentOf(tenant, teams);
  },

  /** Milliseconds of turns, taken in turn from one bot and the other. */
  async pairs(
    urls: [string, string],
    texts: [string, string],
    count: number,
    warmUp: number,
  ): Promise<[number[], number[]]> {
    const times: [number[], number[]] = [[], []];
    for (let n = -warmUp; n < count; n++) {
      for (const which of n % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        const ms = await turn(urls[which], texts[which]);
        if (n >= 0) times[which].push(ms);
      }
    }
    return times;
  },

  async card(url: string, text: string): Promise<{ content: object; visible: string }> {
    await turn(url, text);
    return { content: alex.newestCard()?.post.card ?? {}, visible: alex.card() };
  },

  async asked(): Promise<Asked> {
    const seen = tenant.requests.splice(0).filter(({ path }) => path.startsWith('/graph'));
    const inner = seen.filter(({ path }) => !path.endsWith('/$batch'));
    const route = ({ path, query }: (typeof seen)[number]): string =>
      `${path.slice('/graph/v1.0'.length)}${query ? `?${query.split('&').map(encoded).join('&')}` : ''}`;
    return {
      requests: seen.filter(({ inBatch }) => !inBatch).length,
      units: inner.reduce((sum, each) => sum + unitsOf(each), 0),
      listings: inner
        .filter(({ inBatch, query }) => !inBatch && !query.includes('$skiptoken'))
        .map((each) => ({ route: route(each), eventual: each.query.includes('$count') })),
      inBatches: inner.filter(({ inBatch }) => inBatch).map(route),
    };
  },

  /** So many subscriptions have another quantity from now on. */
  async change(count: number): Promise<void> {
    for (const each of tenant.company.subscriptions.slice(0, count)) each.totalLicenses += 1;
  },
};
export type Outside = typeof outside;

async function turn(url: string, text: string): Promise<number> {
  teams.bot.url = url;
  alex.feed.clear();
  await alex.say(text);
  await alex.next();
  const { ms = 0, answer } = teams.deliveries.splice(0).at(-1) ?? {};
  if (answer?.status !== 200) throw new Error(`The bot answered ${answer?.status}.`);
  return ms;
}

function encoded(pair: string): string {
  const at = pair.indexOf('=');
  return `${pair.slice(0, at)}=${encodeURIComponent(pair.slice(at + 1))}`;
}

/** "Identity and access service limits": users 2, subscribedSkus 3, transitiveMembers 5, the rest 1; `$select` spares one. */
function unitsOf({ path, query }: { path: string; query: string }): number {
  const listed = path.endsWith('/users') ? 2 : path.endsWith('/subscribedSkus') ? 3 : path.endsWith('Members') ? 5 : 1;
  return Math.max(1, listed - Number(query.includes('$select')));
}

offer(outside);
