/**
 * Moving the holders of one purchase, in a Microsoft that enforces Graph's published limits: against the time those allow. What
 * people are told of it is written, and not sent: how long that takes is measured apart (`telling.ts`).
 */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Clock } from '../../bot/clock.ts';
import { readConfig } from '../../bot/config/config.ts';
import { createLog } from '../../bot/log.ts';
import { type Purser, start } from '../../bot/start.ts';
import { decide } from '../../bot/takeovers/state/decide.ts';
import type { Takeover } from '../../store/records.ts';
import { isRefusal } from '../../store/takeover/moves.ts';
import { people, skus } from '../stand-ins/tenant/index.ts';
import { testClock } from '../world/clock.ts';
import { requested } from '../world/takeovers.ts';
import { callable } from './calls.ts';
import { type Row, ratio, round, timed } from './figures.ts';
import type { Moved, MovingOutside } from './moving-outside.ts';
import { profiled } from './profile.ts';

export interface Moving extends Moved {
  holders: number;
  /** On the clock of the test from the start to `waiting`, and the least that Graph's limits allow. */
  clockSeconds: number;
  leastSeconds: number;
  ratio: number;
  /** By the wall's clock, Microsoft in another process. */
  seconds: number;
  /** The longest time the event loop was held up. */
  blockMs: number;
  journalMegabytes: number;
  /** How many have been written to, for the outbox to send. */
  announced: number;
}

/** Graph lets one app write so often to one directory in any 150 seconds ("Identity and access service limits"). */
const writesAtOnce = 3_000;
const withinSeconds = 150;

export async function measureMoving(holders: number, profile: boolean): Promise<Moving> {
  const folder = await mkdtemp(join(tmpdir(), 'purser-bench-'));
  const outside = callable<MovingOutside>(new URL('./moving-outside.ts', import.meta.url));
  try {
    const environment = await outside.start(holders);
    const clock = clockOf(outside);
    const config = readConfig({ ...environment, NOTICE_DAYS: '0', STORE: `file:${folder}` });
    const purser = await start(config, { clock, log: createLog('silent'), scheduled: false });
    await purser.sync.run();
    await purser.outbox.stop();
    await approved(purser, clock);
    await outside.forget();
    const journal = sizesIn(folder);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const at = clock.now().getTime();
    const run = (): Promise<void> => runToItsEnd(purser, clock);
    const { seconds } = await timed(() => (profile ? profiled('takeover', run) : run()));
    delay.disable();
    const clockSeconds = (clock.now().getTime() - at) / 1000;
    const moved = await outside.moved();
    const leastSeconds = (Math.max(0, 2 * holders - writesAtOnce) / writesAtOnce) * withinSeconds;
    const announced = [...purser.store.all('notices')].filter(({ saying }) => saying.card === 'announced').length;
    const bytes = await journal();
    await purser.stop();
    if (moved.given !== holders || moved.left !== 0) throw new Error(`Not all were moved: ${JSON.stringify(moved)}`);
    return {
      ...{ holders, ...moved, clockSeconds: round(clockSeconds), leastSeconds: round(leastSeconds) },
      ...{ ratio: ratio(clockSeconds, leastSeconds), seconds, blockMs: round(delay.max / 1e6) },
      ...{ journalMegabytes: round(bytes / 1e6), announced },
    };
  } finally {
    outside.end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One time for both processes: it only moves where Purser waits. */
function clockOf(outside: MovingOutside): Clock {
  const clock = testClock();
  return {
    now: clock.now,
    async wait(ms) {
      await outside.moveTo(clock.now().getTime() + ms);
      clock.advance(ms);
    },
  };
}

async function approved({ store }: Purser, clock: Clock): Promise<void> {
  const purchase = [...store.all('purchases')].find(({ sku }) => sku === skus.visio2Dept.id);
  if (!purchase) throw new Error('The purchase was not found');
  const { fingerprint } = await requested({ purser: { store }, clock }, purchase);
  const approver = { kind: 'person', id: people.megan, name: 'Megan Bowen', approver: true, admin: false } as const;
  await store.transact((tx) => {
    const now = clock.now();
    const after = decide(tx, taken(tx), {
      move: { kind: 'approve', fingerprint, notBefore: now },
      actor: approver,
      now,
    });
    if (isRefusal(after)) throw new Error(`It can't be approved: ${after.refused}`);
  });
}

function taken(reader: Pick<Purser['store'], 'get'>): Takeover {
  return reader.get('takeovers', 'TK-1') as Takeover;
}

/** Works, and waits where there is nothing to do yet. */
async function runToItsEnd({ store, watch, jobs }: Purser, clock: Clock): Promise<void> {
  await watch.drain();
  while (taken(store).state === 'running') {
    await jobs.drain();
    const due = [...store.all('jobs')].flatMap(({ dueAt }) => dueAt ?? []).sort();
    if (due[0]) await clock.wait(Math.max(0, Date.parse(due[0]) - clock.now().getTime()));
  }
  const { state, history } = taken(store);
  if (state !== 'waiting') throw new Error(`It is ${state}: ${JSON.stringify(history.at(-1))}`);
}

/** How much was written to journals since; looked at while it grows, because old ones are removed. */
function sizesIn(folder: string): () => Promise<number> {
  const sizes = new Map<string, number>();
  const look = async (): Promise<number> => {
    const names = (await readdir(folder)).filter((name) => name.startsWith('journal'));
    for (const name of names) {
      const { size } = await stat(join(folder, name)).catch(() => ({ size: 0 }));
      sizes.set(name, Math.max(size, sizes.get(name) ?? 0));
    }
    return [...sizes.values()].reduce((sum, size) => sum + size, 0);
  };
  const before = look();
  const timer = setInterval(() => void look(), 50);
  return async () => {
    clearInterval(timer);
    return (await look()) - (await before);
  };
}

export function rowsOf(figures: Moving): Row[] {
  const { holders, clockSeconds, leastSeconds, writes, refused, requests, seconds, blockMs, journalMegabytes } =
    figures;
  return [
    [
      `moving ${holders} holders`,
      `${clockSeconds} s of the clock, ${writes} writes, ${refused} refused with 429`,
      `the limits allow ${leastSeconds} s: ratio ${figures.ratio}`,
    ],
    [
      'what that takes here',
      `${seconds} s, ${requests} requests, ${journalMegabytes} MB of journal`,
      `event loop held up ${blockMs} ms; ${figures.announced} notices written beside it`,
    ],
  ];
}
