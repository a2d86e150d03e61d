/** A small company with few seats of Visio and Project of its own, and those who ask for them, decide, and watch. */

import type { Person } from '../stand-ins/teams/teams.ts';
import { skus } from '../stand-ins/tenant/catalogue.ts';
import { type Company, company, groups, people } from '../stand-ins/tenant/index.ts';
import { freeSeats } from '../stand-ins/tenant/seats.ts';
import { buy } from '../takeovers/model-world.ts';
import { testClock } from '../world/clock.ts';
import { type Killable, openKillable } from '../world/killable.ts';
import { comesToRest, type Walked } from '../world/walking.ts';
import { watchAssigning } from './model-door.ts';
import { createNotes, type Notes } from './model-notes.ts';

export interface Start {
  /** Of either product, at first. */
  seats: number;
}

export interface Walk extends Killable, Walked {
  its: Company;
  notes: Notes;
  cast: readonly Person[];
  pressed: number;
}

export const goods = [
  { sku: skus.visio2.id, part: 'visio2' },
  { sku: skus.project3.id, part: 'project3' },
] as const;
export type Sku = (typeof goods)[number]['sku'];

/** Decide about what others ask for; and ask themselves at times. */
export const approvers: readonly string[] = [people.megan, people.miriam, people.joni];
export const admins: readonly string[] = [people.alex, people.isaiah];
/** None of them makes up a group alone: to disable one changes nobody’s role. */
export const employees: readonly string[] = [
  ...[people.adele, people.lidia, people.henrietta, people.quotes, people.markdown],
];

export async function openWalk({ seats }: Start): Promise<Walk> {
  const clock = testClock();
  const its = company({ now: clock.now(), users: 60, subscriptions: 0 });
  const traded = new Set<string>(goods.map(({ sku }) => sku));
  its.subscriptions = [];
  for (const user of its.users.values()) user.licences = user.licences.filter(({ skuId }) => !traded.has(skuId));
  for (const { part } of goods) buy(its, skus[part], { owner: null, seats, now: clock.now(), renewsIn: null });
  const members = its.groups.find(({ id }) => id === groups.approvers)?.members;
  members?.splice(0, members.length, ...approvers);
  const notes = createNotes(its, clock, admins);
  const killable = await openKillable({ company: its, clock, limited: false }, notes);
  const walk: Walk = Object.assign(killable, {
    ...{ its, notes, pressed: 0, told: [], reached: notes.reached },
    cast: [...admins, ...approvers, ...employees, people.guestAlex].map((id) => killable.person(id)),
  });
  notes.lookWhoIsOut();
  watchAssigning(walk);
  return walk;
}

export async function settles({ world }: Walk): Promise<void> {
  await comesToRest(world, ['requests', 'jobs']);
}

/** Whether Microsoft shows it. */
export function holds({ users }: Company, person: string, sku: string): boolean {
  return users.get(person)?.licences.some(({ skuId, error }) => skuId === sku && !error) ?? false;
}

export function used({ users }: Company, sku: string): number {
  return [...users.keys()].filter((id) => holds({ users } as Company, id, sku)).length;
}

export function seatsOf({ subscriptions }: Company, sku: string): number {
  return subscriptions.filter(({ skuId }) => skuId === sku).reduce((sum, each) => sum + each.totalLicenses, 0);
}

/** What happens at Microsoft, without Purser. */
export const outside = {
  'a seat is bought'(its, { sku }) {
    bought(its, sku).totalLicenses += 1;
  },
  'free seats are given up'(its, { sku }) {
    bought(its, sku).totalLicenses = used(its, sku);
  },
  'somebody gets one': (its, { sku, person, notes, now }) => {
    if (freeSeats(its, sku) <= 0 || holds(its, person, sku)) return;
    its.users
      .get(person)
      ?.licences.push({ skuId: sku, group: null, since: now.toISOString(), from: bought(its, sku).id });
    notes.changedOutside.add(`${person} ${sku}`);
  },
  'somebody loses theirs': (its, { sku, person, notes }) => {
    const user = its.users.get(person);
    if (user) user.licences = user.licences.filter(({ skuId }) => skuId !== sku);
    notes.changedOutside.add(`${person} ${sku}`);
  },
  'has theirs of a group': (its, { sku, person, notes }) => {
    for (const licence of its.users.get(person)?.licences ?? [])
      if (licence.skuId === sku) Object.assign(licence, { group: groups.designers });
    notes.changedOutside.add(`${person} ${sku}`);
  },
  'refuses them': (its, { person }) => locate(its, person, null),
  'would have everybody': (its) => {
    for (const id of [...employees, ...approvers, ...admins]) locate(its, id, 'FR');
  },
  'an approver is taken out': (its, { n }) => {
    const group = its.groups.find(({ id }) => id === groups.approvers);
    if (group) group.members = group.members.filter((id) => id !== approvers[n % approvers.length]);
  },
  'the approvers are back': (its) => {
    const group = its.groups.find(({ id }) => id === groups.approvers);
    if (group) group.members = [...approvers];
  },
  'is disabled'(its, { person, notes }) {
    enable(its, person, false);
    notes.disabled.add(person);
  },
  'everybody is back': (its) => {
    for (const id of [...employees, ...approvers]) enable(its, id, true);
  },
} satisfies Record<string, (its: Company, about: About) => void>;
export type Outside = keyof typeof outside;

interface About {
  sku: string;
  /** An employee. */
  person: string;
  n: number;
  notes: Notes;
  now: Date;
}

export function change({ its, notes, world }: Walk, what: Outside, n: number): string {
  const person = employees[n % employees.length] ?? people.adele;
  const { sku, part } = goods[n % 4 === 0 ? 1 : 0];
  outside[what](its, { sku, person, n, notes, now: world.clock.now() });
  notes.lookWhoIsOut();
  return `${its.users.get(person)?.displayName}, ${part}, ${used(its, sku)} of ${seatsOf(its, sku)} in use`;
}

function bought({ subscriptions }: Company, sku: string) {
  const found = subscriptions.find(({ skuId }) => skuId === sku);
  if (!found) throw new Error(`the company has no ${sku}`);
  return found;
}

function locate({ users }: Company, id: string, where: string | null): void {
  const user = users.get(id);
  if (user) user.usageLocation = where;
}

function enable({ users }: Company, id: string, enabled: boolean): void {
  const user = users.get(id);
  if (user) user.accountEnabled = enabled;
}
