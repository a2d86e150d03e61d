/** A world in which somebody is told something, and what became of it: on record, on the wire, and on people's screens. */
import assert from 'node:assert/strict';
import { notify, type Wanted } from '../../store/notices.ts';
import type { Notice, Purchase } from '../../store/records.ts';
import type { Fault, Logged, Person } from '../stand-ins/teams/teams.ts';
import type { Subscription } from '../stand-ins/tenant/index.ts';
import { minute } from '../world/clock.ts';
import { openWorld, type World, type WorldOptions } from '../world/world.ts';

/** A world for each test of a `describe`. */
export function useWorld(options: WorldOptions = {}): { readonly world: World } {
  const its = {} as { world: World };
  beforeEach(async () => {
    its.world = await openWorld(options);
  });
  afterEach(() => its.world.close());
  return its;
}

/** With somebody to send mail from. */
export const withMail = { environment: { MAIL_FROM: 'purser@contoso.onmicrosoft.com' } };

let last = 0;

/** Writes a notice as a command would: one that shows these words. @returns its id */
export async function write(
  world: World,
  to: Notice['to'],
  words = 'the news',
  wanted: Partial<Wanted> = {},
): Promise<string> {
  const { purser, clock } = world;
  asks(world, to);
  const saying = { card: 'answered', purchase: 'P-1', name: 'Somebody', answer: 'objected', words } as const;
  const key = `test ${++last}`;
  return purser.store.transact((tx) => notify(tx, { key, to, saying, ...wanted }, clock.now()));
}

/** An answer goes to an admin, who asked: so its reader is one. */
export function asks({ tenant: { company }, purser, clock }: World, to: Notice['to']): void {
  const admins = company.roles[0]?.members;
  if (!('person' in to) || !company.users.has(to.person) || admins?.includes(to.person)) return;
  admins?.push(to.person);
  // What they were is remembered for a minute, if they spoke.
  if (purser.store.get('members', to.person)) clock.advance(minute + 1);
}

export const noticeOf = ({ purser }: World, id: string): Notice => {
  const notice = purser.store.get('notices', id);
  return notice ?? assert.fail(`there is no ${id}`);
};

/** What its ledger says, in order. */
export const ledger = (world: World, id: string): string[] => noticeOf(world, id).ledger.map(({ what }) => what);

/** Outcome, and what is on the ledger. */
export const fate = (world: World, id: string): string => [noticeOf(world, id).outcome, ...ledger(world, id)].join(' ');

/** Drains again and again, moving the clock on to what is due next, until nothing is due within `ms`. */
export async function settle({ purser, clock }: World, ms = 3 * 3_600_000): Promise<void> {
  const end = clock.now().getTime() + ms;
  for (;;) {
    await purser.outbox.drain();
    const dues = [...purser.store.all('notices')].flatMap(({ dueAt }) => (dueAt ? [Date.parse(dueAt)] : []));
    const next = Math.min(...dues);
    const now = clock.now().getTime();
    if (next > end) return;
    assert.ok(now < end, `still due at ${new Date(next).toISOString()}`);
    // What is due and was not carried out waits for Teams.
    clock.advance(Math.max(1_000, next - now));
  }
}

/** Posts of the bot that show these words, in the order they came. */
export const postsWith = ({ teams }: World, words: string) =>
  [...teams.chats.values()]
    .flatMap(({ posts }) => posts)
    .filter((post) => post.from === 'bot' && !post.deleted && JSON.stringify(post.card ?? '').includes(words));

/** Posts, edits and chats asked for since then. */
export const asked = ({ teams }: World, since = 0): Logged['what'][] => teams.log.slice(since).map(({ what }) => what);

export const meets = ({ teams }: World, ...faults: Fault[]): void => void teams.faults.push(...faults);

/** What everybody has who spoke to Purser once. */
export async function met(...everyone: Person[]): Promise<void> {
  for (const person of everyone) await person.say('hello');
}

/** People of the company who are none of those tests know by name. */
export function strangers({ tenant, teams, people }: World, count: number, installed = true): Person[] {
  const known = new Set(Object.values(people).map(({ id }) => id));
  const others = [...tenant.company.users.values()].filter(
    ({ id, userType, accountEnabled }) => !known.has(id) && userType === 'Member' && accountEnabled,
  );
  assert.ok(others.length >= count);
  return others.slice(0, count).map(({ id, displayName }) => teams.person({ id, name: displayName, installed }));
}

/** An admin asks to be told. */
export async function subscribe({ clock }: World, person: Person): Promise<void> {
  clock.advance(10_000);
  await person.ask('notify on alerts');
}

/** Somebody buys, and nobody has seen it yet. */
export function buys({ tenant, people, clock }: World, count = 1, change: Partial<Subscription> = {}): Subscription[] {
  const { subscriptions } = tenant.company;
  const one = subscriptions.find(({ ownerId, status }) => ownerId === people.adele.id && status === 'Enabled');
  assert.ok(one);
  const bought = Array.from({ length: count }, () => ({
    ...one,
    id: crypto.randomUUID(),
    createdDateTime: clock.now().toISOString(),
    ...change,
  }));
  subscriptions.push(...bought);
  return bought;
}

export const purchaseOf = ({ purser }: World, { id }: Subscription): Purchase =>
  [...purser.store.all('purchases')].find(({ subscription }) => subscription === id) ?? assert.fail();
