/** The sync, against the bare fetching of the same pages. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Config } from '../../bot/config/config.ts';
import { graphAudience } from '../../bot/microsoft/graph.ts';
import { createTokens } from '../../bot/microsoft/tokens.ts';
import type { Purser } from '../../bot/start.ts';
import { type Row, ratio, round, timed } from './figures.ts';
import type { Asked, Outside } from './outside.ts';
import { profiled } from './profile.ts';

export interface SyncRun {
  seconds: number;
  requests: number;
  units: number;
  /** The longest time the event loop was held up. */
  blockMs: number;
}

export interface SyncFigures {
  first: SyncRun;
  unchanged: SyncRun;
  bareSeconds: number;
  firstToBare: number;
  unchangedToBare: number;
}

interface Setting {
  outside: Outside;
  purser: Purser;
  config: Config;
}

export async function measureSync({ outside, purser, config }: Setting, profile: boolean): Promise<SyncFigures> {
  const run = async (name: string): Promise<SyncRun & { asked: Asked }> => {
    await outside.asked();
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const { seconds } = await timed(() => (profile ? profiled(name, () => purser.sync.run()) : purser.sync.run()));
    delay.disable();
    const troubles = [...purser.store.all('parts')].filter(({ trouble }) => trouble);
    if (troubles.length > 0) throw new Error(`The sync failed: ${JSON.stringify(troubles)}`);
    const asked = await outside.asked();
    return { seconds, requests: asked.requests, units: asked.units, blockMs: round(delay.max / 1e6), asked };
  };
  const { asked: _, ...first } = await run('first-sync');
  const { asked, ...unchanged } = await run('unchanged-sync');
  const token = await createTokens(config.microsoft.identity)(graphAudience);
  const { seconds: bareSeconds } = await timed(() => fetchBare(`${config.microsoft.graphUrl}/v1.0`, token, asked));
  return {
    ...{ first, unchanged, bareSeconds },
    firstToBare: ratio(first.seconds, bareSeconds),
    unchangedToBare: ratio(unchanged.seconds, bareSeconds),
  };
}

/** The same listings page by page, and the same requests in batches of 20; nothing is kept. */
async function fetchBare(base: string, token: string, { listings, inBatches }: Asked): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const json = async (url: string, init: RequestInit): Promise<{ '@odata.nextLink'?: string }> => {
    const response = await fetch(url, init);
    // Someone Microsoft has forgotten is asked for, too.
    if (!response.ok && response.status !== 404) throw new Error(`${response.status} for ${url}`);
    return (await response.json()) as { '@odata.nextLink'?: string };
  };
  for (const { route, eventual } of listings) {
    const consistency = eventual ? { ConsistencyLevel: 'eventual' } : {};
    for (let next: string | undefined = `${base}${route}`; next; )
      next = (await json(next, { headers: { ...headers, ...consistency } }))['@odata.nextLink'];
  }
  for (let at = 0; at < inBatches.length; at += 20) {
    const requests = inBatches.slice(at, at + 20).map((url, n) => ({ id: String(n), method: 'GET', url }));
    await json(`${base}/$batch`, { method: 'POST', headers, body: JSON.stringify({ requests }) });
  }
}

export function rowsOf(figures: SyncFigures, subscriptions: number): Row[] {
  const told = ({ seconds, requests, units, blockMs }: SyncRun): string =>
    `${seconds} s, ${requests} requests, ${units} RU, event loop held up ${blockMs} ms`;
  const bare = `bare fetching ${figures.bareSeconds} s`;
  return [
    [`sync of ${subscriptions}, the first`, told(figures.first), `${bare}: ratio ${figures.firstToBare}`],
    [`sync of ${subscriptions}, no change`, told(figures.unchanged), `${bare}: ratio ${figures.unchangedToBare}`],
  ];
}
