/**
 * A small company in which people bought Visio and Project, with everybody who has to do with a takeover of them.
 */
import { boughtOf, toldHolders } from '../../bot/takeovers/state/action.ts';
import { openTakeover } from '../../bot/takeovers/state/decide.ts';
import { times } from '../../bot/takeovers/state/decision-deadline.ts';
import type { Act, Purchase } from '../../store/records.ts';
import { saturdayAndSunday } from '../../store/takeover/calendar.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { skus } from '../stand-ins/tenant/catalogue.ts';
import { type Company, company, groups, type Licence, people, type Subscription } from '../stand-ins/tenant/index.ts';
import { testClock } from '../world/clock.ts';
import { type Killable, openKillable } from '../world/killable.ts';
import type { Walked } from '../world/walking.ts';
import { createDiary, type Diary } from './diary.ts';
import { watchDoor } from './door.ts';

export interface Start {
  holders: number;
  needed: 1 | 2;
  noticeDays: 0 | 1;
  /** Whether there is a second purchase, of another product. */
  two: boolean;
  /** Whether what it is mostly about is departmental, so that nobody may ask for its seats. */
  departmental: boolean;
  seats: Company['selfServiceSeats'];
  /** Days until it renews. */
  renewsIn: 5 | 60 | null;
}

/** What somebody bought, and what its holders can be moved to. */
interface Good {
  source: (typeof skus)[keyof typeof skus];
  target: { sku: string; product: string };
}
const ofDepartments: Good = { source: skus.visio2Dept, target: { sku: skus.visio2.id, product: 'Visio Plan 2' } };
const ofPeople: Good = {
  ...{ source: skus.clipchamp, target: { sku: skus.project3.id, product: 'Planner and Project Plan 3' } },
};
type Goods = readonly [Good, Good];

/** What a walk is mostly about comes first. */
function goodsOf({ departmental }: Start): Goods {
  return departmental ? [ofDepartments, ofPeople] : [ofPeople, ofDepartments];
}
export const approvers: readonly string[] = [people.megan, people.miriam, people.joni, people.alex, people.adele];

export interface Walk extends Killable, Walked {
  its: Company;
  diary: Diary;
  start: Start;
  goods: Goods;
  needed: number;
  /** Everybody who says something, holders too. */
  cast: readonly Person[];
  /** What everybody had at first; and whose licences the walk itself changed. */
  before: ReadonlyMap<string, readonly Licence[]>;
  changedOutside: Set<string>;
  pressed: number;
}

export async function openWalk(start: Start): Promise<Walk> {
  const clock = testClock();
  const its = company({ now: clock.now(), users: 60, subscriptions: 0 });
  furnish(its, start, clock.now());
  const environment = { APPROVALS_NEEDED: String(start.needed), NOTICE_DAYS: String(start.noticeDays) };
  const diary = createDiary(its, clock);
  const killable = await openKillable({ company: its, clock, environment }, diary);
  diary.lookWhoIsOut();
  const walk: Walk = Object.assign(killable, {
    ...{ its, diary, start, goods: goodsOf(start), pressed: 0, told: [], reached: diary.reached },
    before: new Map([...its.users.values()].map(({ id, licences }) => [id, structuredClone(licences)])),
    changedOutside: new Set<string>(),
    needed: start.needed,
    cast: castOf(its).map((id) => killable.person(id)),
  });
  watchDoor(walk);
  return walk;
}

function furnish(its: Company, start: Start, now: Date): void {
  const { holders, two, seats, renewsIn } = start;
  const goods = goodsOf(start);
  const members = its.groups.find(({ id }) => id === groups.approvers)?.members;
  members?.splice(0, members.length, ...approvers);
  its.subscriptions = [];
  its.selfServiceSeats = seats;
  const traded = new Set<string>(goods.flatMap(({ source, target }) => [source.id, target.sku]));
  for (const user of its.users.values()) user.licences = user.licences.filter(({ skuId }) => !traded.has(skuId));
  const staff = staffOf(its);
  const lists: [Good, string, string[]][] = [
    [goods[0], people.adele, [people.adele, people.joni, ...staff].slice(0, holders)],
    [goods[1], people.lidia, [people.lidia, people.megan, ...staff.slice(4)].slice(0, holders)],
  ];
  for (const [{ source, target }, owner, list] of two ? lists : lists.slice(0, 1)) {
    const bought = buy(its, source, { owner, seats: holders + 1, now, renewsIn });
    for (const id of list) seat(its, id, bought, now);
    buy(its, skus[target.sku === skus.visio2.id ? 'visio2' : 'project3'], {
      owner: null,
      seats: holders + 3,
      now,
      renewsIn: null,
    });
  }
}

let bought = 0;
export function buy(
  its: Company,
  { id, part }: Good['source'],
  { owner, seats, now, renewsIn }: { owner: string | null; seats: number; now: Date; renewsIn: number | null },
): Subscription {
  bought += 1;
  const subscription: Subscription = {
    id: `5b000000-0000-4000-8000-${bought.toString(16).padStart(12, '0')}`,
    commerceSubscriptionId: `5c000000-0000-4000-8000-${bought.toString(16).padStart(12, '0')}`,
    createdDateTime: '2026-09-01T08:00:00Z',
    nextLifecycleDateTime: renewsIn === null ? null : new Date(now.getTime() + renewsIn * 86_400_000).toISOString(),
    ...{ isTrial: false, skuId: id, skuPartNumber: part, status: 'Enabled', totalLicenses: seats },
    ...{ ownerId: owner ?? its.tenantId, ownerTenantId: null, ownerType: owner ? 'User' : 'Tenant' },
  };
  its.subscriptions.push(subscription);
  return subscription;
}

export function seat(
  its: Company,
  id: string,
  { skuId, id: from }: Pick<Subscription, 'skuId' | 'id'>,
  now: Date,
): void {
  const user = its.users.get(id);
  if (user && !user.licences.some((each) => each.skuId === skuId))
    user.licences.push({ skuId, group: null, since: now.toISOString(), from });
}

const named: ReadonlySet<string> = new Set(Object.values(people));
export function staffOf({ users }: Company): string[] {
  return [...users.values()]
    .filter(
      (each) => each.userType === 'Member' && each.accountEnabled && each.usageLocation !== null && !named.has(each.id),
    )
    .map(({ id }) => id)
    .slice(0, 12);
}

function castOf(its: Company): string[] {
  const { alex, isaiah, megan, miriam, joni, adele, lidia, lee, elodie, guestAlex } = people;
  return [alex, isaiah, megan, miriam, joni, adele, lidia, lee, elodie, guestAlex, ...staffOf(its).slice(0, 5)];
}

export function purchaseOf({ world: { purser } }: Walk, sku: string): Purchase | undefined {
  return [...purser.store.all('purchases')].find((each) => each.sku === sku && each.status !== 'Deleted');
}

/** As a confirmation in chat would: nothing if a takeover of it is open, or it is not to be had. */
export async function requestOf(
  walk: Walk,
  { good, act, picked, by }: { good: Good; act: Act['kind']; picked: boolean; by: Person },
): Promise<string | undefined> {
  const { world, needed } = walk;
  const { store } = world.purser;
  const now = world.clock.now();
  const settled = { by: people.alex, name: 'Alex Wilber', at: now.toISOString() };
  const calendar = { timeZone: 'Europe/Paris', holidays: new Set<string>(), weekend: saturdayAndSunday };
  const ways = { approvalsNeeded: needed, approvalDays: 3, noticeDays: 0, calendar, reasons: undefined };
  return store.transact((tx) => {
    const found = purchaseOf(walk, good.source.id);
    const purchase = found && tx.get('purchases', found.id);
    if (!purchase || purchase.absent?.gone || purchase.decision?.kind === 'takeover') return undefined;
    const sole = toldHolders(purchase, store)?.ids;
    const ids = sole ?? tx.get('holdings', purchase.sku)?.holders ?? [];
    if (ids.length === 0) return undefined;
    const ready: Purchase = { ...purchase, kind: 'self-service', sure: 'confirmed', settled };
    tx.put('purchases', ready);
    const isSole = sole !== undefined && !picked;
    return openTakeover(
      tx,
      {
        action: {
          purchase: boughtOf(ready, tx),
          act: act === 'move' ? { kind: 'move', to: good.target } : { kind: 'cancel', reason: 'cost' },
          ending: 'guided',
          holders: isSole
            ? { known: 'sole', ids: [...ids] }
            : { known: 'picked', ids: ids.slice(0, Math.ceil(ids.length / 2)) },
        },
        requester: { id: by.id, name: by.name },
        why: 'It is cheaper',
        findings: [],
        needed,
        ...times(purchase.nextAt, now, { ...ways, ending: { kind: 'guided' } }),
      },
      now,
    ).id;
  });
}
