/**
 * Telling many people, in a Teams and a Graph that enforce their published limits: against the time those limits allow. Some
 * can't be reached in Teams; each of them must be shown as such.
 */
import { setImmediate } from 'node:timers/promises';
import { systemClock } from '../../bot/clock.ts';
import { notify } from '../../store/notices.ts';
import type { Store, Transaction } from '../../store/store.ts';
import { companyOfPurchasers } from '../soak/purchasers.ts';
import type { Fault, Person } from '../stand-ins/teams/teams.ts';
import { purserApp } from '../stand-ins/tenant/index.ts';
import { seeded } from '../store/history.ts';
import { type TestClock, testClock } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';
import { type Row, ratio, round, timed } from './figures.ts';
import { join, type Reach, reached, reachOf } from './reach.ts';

export interface Telling {
  people: number;
  /** On the clock of the test, and the least that Teams' limits allow (facts: 30 requests a second). */
  clockSeconds: number;
  leastSeconds: number;
  ratio: number;
  /** Requests that Teams had to refuse with 429. */
  refused: number;
  requests: number;
  /** By the wall's clock, with both stand-ins in the same process. */
  seconds: number;
  transactions: number;
  heapMegabytes: number;
  /** How many were told how. */
  told: Record<Reach, number>;
}

export interface TellingFigures {
  stored: Telling;
  first: Telling;
  slow: Telling;
}

interface Setting {
  people: number;
  /** Whether Purser knows everybody's chat already; else it has to be opened first, which is a request more. */
  isKnown: boolean;
  clock: TestClock;
  /** How long Teams takes before it looks at a request: now this, now that. */
  lagsMs: readonly number[];
}

const perSecond = 30;
/** In real time: on the clock of the test nothing takes any time, so no answer is awaited while the next request leaves. */
const lagsMs = [100, 200, 300, 400, 500];

export async function measureTelling(people: number): Promise<TellingFigures> {
  const stored = await tell({ people, isKnown: true, clock: testClock(), lagsMs: [] });
  const first = await tell({ people, isKnown: false, clock: testClock(), lagsMs: [] });
  const clock = { ...systemClock, monotonic: () => performance.now(), advance: () => undefined, jump: () => undefined };
  const slow = await tell({ people: people / 5, isKnown: true, clock, lagsMs });
  return { stored, first, slow };
}

async function tell({ people, isKnown, clock, lagsMs }: Setting): Promise<Telling> {
  const { company, purchasers } = companyOfPurchasers(people, clock.now());
  const reach = new Map(purchasers.map(({ id }, n) => [id, reachOf(n)]));
  for (const user of purchasers) if (reach.get(user.id) === 'unreached') user.mail = null;
  const world = await openWorld({ company, clock, environment: { MAIL_FROM: purserApp.mailbox } });
  try {
    await world.people.alex.say('notify on alerts');
    const { store, outbox } = world.purser;
    await outbox.drain();
    for (const [n, user] of purchasers.entries()) join(world, user, n);
    if (isKnown) await meet(world, [...reach.keys()]);
    await ask(world, new Set(reach.keys()));
    world.teams.log.splice(0);
    world.teams.faults.push(...lagging(lagsMs));
    const [at, transactions, heap] = [clock.now().getTime(), counted(store), await heapUsed()];
    const { seconds } = await timed(() => drainAll(world));
    const clockSeconds = (clock.now().getTime() - at) / 1000;
    const leastSeconds = ((isKnown ? 1 : 2) * people) / perSecond;
    const { log } = world.teams;
    return {
      ...{ people, clockSeconds: round(clockSeconds), leastSeconds, ratio: ratio(clockSeconds, leastSeconds), seconds },
      ...{ refused: log.filter(({ status }) => status === 429).length, requests: log.length },
      ...{ transactions: transactions(), heapMegabytes: round(((await heapUsed()) - heap) / 1e6) },
      told: await check(world, reach),
    };
  } finally {
    await world.close();
  }
}

/** Also what is tried again later. */
async function drainAll({ purser: { store, outbox }, clock }: World): Promise<void> {
  for (;;) {
    await outbox.drain();
    const due = [...store.all('notices')].flatMap(({ saying, dueAt }) =>
      saying.card === 'asked' && dueAt ? dueAt : [],
    );
    const [next] = due.sort((a, b) => a.localeCompare(b));
    if (!next) return;
    await clock.wait(Math.max(0, Date.parse(next) - clock.now().getTime()));
  }
}

/** Each lag for as many requests as the others, by chance. */
function lagging(lags: readonly number[]): Fault[] {
  const chance = seeded(1);
  const share = (n: number): number => 1 / (lags.length - n);
  const always = { kind: 'slow', times: Number.POSITIVE_INFINITY } as const;
  return lags.map((ms, n) => ({ ...always, ms, match: () => chance() < share(n) }));
}

/** As if all of them had written to Purser once; whoever is without the app never did. */
function meet({ purser, teams }: World, people: readonly string[]): Promise<void> {
  return purser.store.transact((tx) => {
    for (const id of people) {
      const { teamsId, chat, locale } = teams.people.get(id) as Person;
      if (!chat.installed) continue;
      const address = { id: chat.id, serviceUrl: teams.serviceUrl };
      tx.put('members', { id, teamsId, language: null, locale, chat: address, away: null });
    }
  });
}

/** Alex asks everybody to cancel what they bought. */
function ask({ purser: { store }, people: { alex }, clock }: World, whom: ReadonlySet<string>): Promise<void> {
  const now = clock.now();
  return store.transact((tx) => {
    for (const { id, purchaser } of [...tx.all('purchases')]) {
      if (!purchaser || !whom.has(purchaser)) continue;
      const saying = { card: 'asked', purchase: id, by: { id: alex.id, name: alex.name }, why: null } as const;
      notify(tx, { key: `asked ${id} ${now.toISOString()}`, to: { person: purchaser }, saying, purchases: [id] }, now);
    }
  });
}

/** Everybody was told as they can be reached, and whoever could not be is shown as such. @throws if not */
async function check(world: World, reach: ReadonlyMap<string, Reach>): Promise<Telling['told']> {
  const told = { chat: 0, installed: 0, mail: 0, unreached: 0 };
  for (const notice of world.purser.store.all('notices')) {
    const expected = 'person' in notice.to && notice.saying.card === 'asked' && reach.get(notice.to.person);
    if (!expected) continue;
    const found = reached(notice);
    if (found !== expected) throw new Error(`${expected} was expected: ${JSON.stringify(notice)}`);
    told[found] += 1;
  }
  // The line to the admins is gathered for a while.
  world.teams.faults.splice(0);
  await world.clock.wait(11_000);
  await world.purser.outbox.drain();
  const line = world.people.alex.card();
  if (!line.includes(`${told.unreached} `)) throw new Error(`The admins do not read of ${told.unreached}:\n${line}`);
  return told;
}

/** How often the store was written to since. */
function counted(store: Store): () => number {
  const { transact } = store;
  let count = 0;
  store.transact = <T>(work: (tx: Transaction) => T): Promise<T> => {
    count++;
    return transact.call(store, work) as Promise<T>;
  };
  return () => count;
}

async function heapUsed(): Promise<number> {
  await setImmediate();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

export function rowsOf({ stored, first, slow }: TellingFigures): Row[] {
  const row = (what: string, each: Telling): Row => [
    `telling ${each.people} people, ${what}`,
    `${each.clockSeconds} s of the clock, ${each.requests} requests, ${each.refused} refused with 429`,
    `the limits allow ${each.leastSeconds} s: ratio ${each.ratio}`,
  ];
  const { told } = stored;
  return [
    row('their chats known', stored),
    row('their chats to be opened', first),
    row(`known, Teams taking ${lagsMs.at(0)} to ${lagsMs.at(-1)} ms`, slow),
    [
      'what that takes here',
      `${stored.seconds} s, ${stored.transactions} transactions, ${stored.heapMegabytes} MB`,
      'both stand-ins in the same process',
    ],
    [
      'one in twenty out of reach',
      `${told.installed} given the app, ${told.mail} mailed, ${told.unreached} shown as unreached`,
      `${told.chat} told in their chats`,
    ],
  ];
}
