/** Turns: what people wait for. */
import { systemClock } from '../../bot/clock.ts';
import type { Config } from '../../bot/config/config.ts';
import type { Log } from '../../bot/log.ts';
import type { Purser } from '../../bot/start.ts';
import { type Row, ratio, round, type Times, timesOf } from './figures.ts';
import { startFixed } from './fixed.ts';
import type { Outside } from './outside.ts';
import { profiled } from './profile.ts';

export interface Turn {
  typed: string;
  purser: Times;
  fixed: Times;
  ratioOfMedians: number;
  ratioOfP99: number;
}

interface Setting {
  outside: Outside;
  purser: Purser;
  config: Config;
  log: Log;
}

const warmUp = 60;
const searches = ['purchases product:visio', 'purchases by:adele', 'purchases expires<30d', 'purchases elodie power'];

export async function measureTurns({ outside, purser, config }: Setting, profile: boolean): Promise<Turn[]> {
  const url = `http://127.0.0.1:${purser.port}/api/messages`;
  const { content, visible } = await outside.card(url, 'purchases');
  if (!/^Self-service purchases to decide/.test(visible)) throw new Error(`This is no list:\n${visible}`);
  const fixed = await startFixed(config, content, { clock: systemClock, store: purser.store });
  const turns: Turn[] = [];
  for (const [typed, count] of [['purchases', 300], ...searches.map((text) => [text, 60])] as [string, number][]) {
    const [own, other] = await outside.pairs([url, fixed.url], [typed, 'hello'], count, warmUp);
    const [a, b] = [timesOf(own), timesOf(other)];
    turns.push({
      typed,
      purser: a,
      fixed: b,
      ratioOfMedians: ratio(a.median, b.median),
      ratioOfP99: ratio(a.p99, b.p99),
    });
  }
  if (profile) await profiled('turn', () => outside.pairs([url, url], ['purchases', 'purchases'], 200, 0));
  await fixed.close();
  return turns;
}

/** How long people wait while a sync changes much of what they ask for. */
export async function measureBesideSync({ outside, purser }: Setting, changed: number): Promise<Times> {
  const url = `http://127.0.0.1:${purser.port}/api/messages`;
  await outside.change(changed);
  const times: number[] = [];
  const sync = purser.sync.run();
  while (purser.sync.underWay()) {
    const [own, again] = await outside.pairs([url, url], ['purchases', 'purchases'], 1, 0);
    times.push(...own, ...again);
  }
  await sync;
  return timesOf(times);
}

export function rowsOf(turns: readonly Turn[], beside: Times): Row[] {
  const rows = turns.map(
    ({ typed, purser, fixed, ratioOfMedians, ratioOfP99 }): Row => [
      `a turn: ${typed}`,
      `${purser.median} ms, p99 ${purser.p99} ms`,
      `a fixed card ${fixed.median} ms, p99 ${fixed.p99} ms: ratio ${ratioOfMedians}, p99 ${ratioOfP99}`,
    ],
  );
  return [
    ...rows,
    [
      'a turn while a sync changes much',
      `${beside.median} ms, p99 ${beside.p99} ms`,
      `longest ${round(beside.longest)} ms`,
    ],
  ];
}
