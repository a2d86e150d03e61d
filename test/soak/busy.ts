/** A busy while in a company: what people say and press, one thing after the other, chosen by chance from what they could. */
import type { Notice, Purchase } from '../../store/records.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { type Company, company, people, roleTemplates } from '../stand-ins/tenant/index.ts';
import { day, type TestClock } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';
import { boughtBy } from './purchasers.ts';
import type { Said } from './saying.ts';

/** What happens; each at a time of its own. */
export type Event = { said: Said } | { happens: 'restart' } | { happens: 'days'; bought: string };

export interface Busy extends World {
  /** Who may decide. */
  admins: Person[];
  everyone: Map<string, Person>;
}

/** Between two things that happen: longer than any limit of Teams makes anybody wait. */
export const pauseMs = 10_000;

/** The same company and people each time. */
export async function openBusy(clock: TestClock): Promise<Busy> {
  const made = company({ now: clock.now(), subscriptions: 200 });
  const deputies = [...made.users.values()].filter(isStaff).slice(-4);
  const admins = [people.alex, people.isaiah, ...deputies.map(({ id }) => id)];
  const role = made.roles.find(({ roleTemplateId }) => roleTemplateId === roleTemplates.globalAdministrator);
  role?.members.push(...deputies.map(({ id }) => id));
  const world = await openWorld({ company: made, clock });
  const everyone = new Map<string, Person>();
  for (const id of [...admins, ...ownersIn(made)]) everyone.set(id, world.teams.people.get(id) ?? join(world, id));
  return Object.assign(world, { admins: admins.flatMap((id) => everyone.get(id) ?? []), everyone });
}

const isStaff = ({ userType, accountEnabled }: { userType: string; accountEnabled: boolean }): boolean =>
  userType === 'Member' && accountEnabled;

function ownersIn({ subscriptions, users }: Company): string[] {
  const owners = new Set(subscriptions.flatMap(({ ownerId }) => ownerId ?? []));
  return [...owners].filter((id) => users.has(id));
}

function join({ teams, tenant }: World, id: string): Person {
  return teams.person({ id, name: tenant.company.users.get(id)?.displayName ?? id, installed: true });
}

/** The next thing that happens; `n` makes it one of its own. */
export function nextEvent({ purser: { store }, admins, everyone }: Busy, chance: () => number, n: number): Event {
  const pick = <T>(from: readonly T[]): T => {
    const one = from[Math.floor(chance() * from.length)];
    if (one === undefined) throw new Error('Nothing to pick from');
    return one;
  };
  const roll = chance();
  if (roll < 0.004) return { happens: 'restart' };
  if (roll < 0.008) return { happens: 'days', bought: pick([...everyone.keys()]) };
  const purchases = [...store.all('purchases')].filter(
    ({ kind, status }: Purchase) => kind !== 'partner' && status === 'Enabled',
  );
  const admin = pick(admins);
  const purchase = pick(purchases).id;
  const by = admin.id;
  const id = `said-${n}`;
  const press = (verb: string, data: Record<string, string>, who = by): Event => ({
    said: { id, by: who, verb, data },
  });
  const say = (text: string, who = by): Event => ({ said: { id, by: who, text } });
  const isTyped = chance() < 0.5;
  if (roll < 0.25) return isTyped ? say(`take ${purchase}`) : press('take', { purchase });
  if (roll < 0.4) {
    const kind = pick(['self-service', 'self-service', 'central']);
    return isTyped ? say(`classify ${purchase} ${kind}`) : press('classify', { purchase, kind });
  }
  if (roll < 0.6) return press('ask', { purchase, confirm: 'confirm', reason: `for reason ${n}` });
  if (roll < 0.7) {
    const to = pick(['on', 'off']);
    return isTyped ? say(`notify ${to} alerts`) : press('notify', { switch: to, topic: 'alerts' });
  }
  const asked = [...store.all('notices')].filter(({ saying, to }: Notice) => saying.card === 'asked' && 'person' in to);
  const notice = roll < 0.9 && asked.length > 0 ? pick(asked) : undefined;
  if (notice && 'person' in notice.to) {
    const who = notice.to.person;
    if (chance() < 0.4) return isTyped ? say(`seen ${notice.id}`, who) : press('seen', { notice: notice.id }, who);
    const reason = `because of ${n}`;
    return isTyped ? say(`object ${notice.id} ${reason}`, who) : press('object', { notice: notice.id, reason }, who);
  }
  const who = pick([...everyone.keys()]);
  return say(pick(['purchases', 'whoami', purchase, 'help']), who);
}

/** Brings about what is nobody's word. */
export async function happen(world: Busy, event: Exclude<Event, { said: Said }>, n: number): Promise<void> {
  if (event.happens === 'restart') return world.restart();
  world.clock.advance(2 * day);
  const { subscriptions } = world.tenant.company;
  const [one] = subscriptions.filter(({ ownerType, status }) => ownerType === 'User' && status === 'Enabled');
  if (!one) throw new Error('Nobody has bought anything');
  const createdDateTime = world.clock.now().toISOString();
  subscriptions.push({ ...boughtBy(one, event.bought, n), createdDateTime });
  await world.purser.sync.run();
}
