/** Takeovers while Purser is killed again and again, and what Microsoft saw of it meanwhile. */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { verifyAudit } from '../../store/audit.ts';
import type { Entry, Takeover, Transfer } from '../../store/records.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { type Company, people, type Subscription } from '../stand-ins/tenant/index.ts';
import { buyVisio, holdersAt, purchaseOf, requested, taken as takenSku, target } from '../world/takeovers.ts';
import { type Blows, type Seen, watch } from './blows.ts';
import { type Outage, openOutage } from './outage.ts';
import { type Told, toldIn } from './told.ts';

/** One takeover. */
export interface Wanted {
  holders: number;
  act: 'move' | 'cancel';
  /** Departmental seats end with the purchase; of others, whether Graph lets go of what people bought themselves. */
  seats: 'departmental' | Company['selfServiceSeats'];
  /** Where Purser is killed: at every so many-th of all the boundaries there are, or so often at any time. */
  kills: { every: number } | { times: number };
  /** Whether Microsoft has troubles of its own. */
  isTroubled: boolean;
  chance: () => number;
}

/** What came of it. */
export interface Moved {
  wanted: Wanted;
  takeover: Takeover;
  transfers: Transfer[];
  audit: Entry[];
  holds: boolean;
  /** Who had the other licence before. */
  had: ReadonlySet<string>;
  /** The holders of each at the end, a person once for each licence. */
  ends: { source: string[]; target: string[] };
  /** Of everybody else, by person: what they had before and have now. */
  others: { before: Map<string, string>; after: Map<string, string> };
  told: Told[];
  seen: Seen;
  kills: number;
  inTheMiddle: number;
}

/** So much faster than the wall's. */
const speed = 60;
/** One in so many has the other licence already, one of its plans switched off. */
const oneHadIt = 17;

/** From the request to the end of the subscription, on a stage of its own. */
export async function takeOver(wanted: Wanted): Promise<Moved> {
  let subscription: Subscription | undefined;
  const blows: { are?: Blows } = {};
  const stage = await openOutage(0, speed, {
    environment: { NOTICE_DAYS: '0', SYNC_MINUTES: '5' },
    users: Math.ceil(wanted.holders * 1.2) + 100,
    change(company) {
      subscription = purchaseIn(company, wanted);
    },
    reached: (words) => blows.are?.reached(words) ?? true,
  });
  try {
    assert.ok(subscription);
    const { company } = stage.tenant;
    const had = new Set(holdersAt(company, target.sku));
    const before = licencesIn(company);
    for (const id of holdersAt(company, subscription.skuId)) join(stage, id);
    blows.are = watch(stage, wanted, subscription.skuId);
    await approved(stage, subscription, blows.are, wanted);
    const inTheMiddle = await liveThrough(stage, blows.are, wanted);
    const takeover = await taken(stage);
    assert.equal(takeover.state, 'waiting', JSON.stringify(takeover.history));
    const ends = { source: holdersAt(company, subscription.skuId), target: holdersAt(company, target.sku) };
    subscription.status = 'Deleted';
    await until(stage, blows.are, async () => blows.are?.state() === 'done');
    await until(stage, blows.are, async () => (await stage.due()) === 0);
    await stage.leave();
    const { seen } = blows.are;
    const told = await toldIn(stage);
    const own = new Set(takeover.holders.ids);
    const apart = (all: Map<string, string>) => new Map([...all].filter(([id]) => !own.has(id)));
    const others = { before: apart(before), after: apart(licencesIn(company)) };
    const kept = await stage.look((store) => ({
      takeover: store.get('takeovers', takeover.id) as Takeover,
      transfers: [...store.all('transfers')],
      audit: [...store.all('audit')],
      holds: verifyAudit(store).holds,
    }));
    return { wanted, ...kept, had, ends, others, told, seen, kills: stage.begun.length, inTheMiddle };
  } finally {
    await stage.close();
  }
}

function purchaseIn(company: Company, { holders, act, seats }: Wanted): Subscription {
  const isDepartmental = seats === 'departmental';
  if (!isDepartmental) company.selfServiceSeats = seats;
  const subscription = buyVisio(company, { holders, free: holders + 5, ...(!isDepartmental && { sku: takenSku }) });
  if (act === 'cancel') return subscription;
  const since = '2026-10-02T08:00:00Z';
  const from =
    company.subscriptions.find(({ skuId, status }) => skuId === target.sku && status === 'Enabled')?.id ?? null;
  for (const [n, id] of holdersAt(company, subscription.skuId).entries()) {
    const licence = { skuId: target.sku, group: null, since, from, disabledPlans: ['switched off'] };
    if (n % oneHadIt === oneHadIt - 1) company.users.get(id)?.licences.push(licence);
  }
  return subscription;
}

function licencesIn({ users }: Company): Map<string, string> {
  return new Map([...users.values()].map(({ id, licences }) => [id, JSON.stringify(licences)]));
}

function join({ teams, tenant }: Outage, id: string): Person {
  const known = teams.people.get(id);
  return known ?? teams.person({ id, name: tenant.company.users.get(id)?.displayName ?? id, installed: true });
}

/** Alex requests it, Megan approves, by a press of hers; it starts at once. */
async function approved(stage: Outage, subscription: Subscription, blows: Blows, { act }: Wanted): Promise<void> {
  const { id } = await stage.write((store) => {
    const purser = { store };
    const purchase = purchaseOf({ purser }, subscription);
    const wanted = act === 'cancel' ? { act: { kind: 'cancel', reason: 'cost' } as const } : {};
    return requested({ purser, clock: stage.clock }, purchase, wanted);
  });
  const megan = join(stage, people.megan);
  const data = { request: id, ...(act === 'cancel' && { confirm: 'confirm' }) };
  let isPressed = false;
  const pressing = stage.press({ verb: 'approve', data }, megan).then(() => {
    isPressed = true;
  });
  await Promise.all([pressing, until(stage, blows, async () => isPressed)]);
}

function taken({ look }: Outage): Promise<Takeover> {
  return look((store) => store.get('takeovers', 'TK-1') ?? assert.fail('no takeover'));
}

/** How often it was killed while the takeover ran. */
async function liveThrough(stage: Outage, blows: Blows, { kills, chance }: Wanted): Promise<number> {
  let inTheMiddle = 0;
  const times = 'times' in kills ? kills.times : 0;
  for (let kill = 0; kill < times; kill++) {
    const requests = blows.requests() + Math.floor(chance() * blows.perLife);
    const last = Date.now() + 3_000;
    while (blows.requests() < requests && Date.now() < last) await pause(2);
    await pause(chance() * blows.answerMs);
    if (!overStates.has(blows.state() ?? '')) inTheMiddle++;
    await stage.kill();
  }
  await until(stage, blows, async () => overStates.has(blows.state() ?? ''));
  return times > 0 ? inTheMiddle : stage.begun.length;
}

const overStates: ReadonlySet<string> = new Set(['waiting', 'failed', 'withdrawn']);

/** Starts Purser anew wherever it was struck down. */
async function until(stage: Outage, blows: Blows, isSo: () => Promise<boolean>): Promise<void> {
  for (;;) {
    if (blows.isStruck()) {
      await stage.kill();
      blows.rise();
    } else if (await isSo()) {
      if (!blows.isStruck()) return;
    } else await pause(20);
  }
}
