/** A day on which Teams is down for an hour, in every way it can be, and Purser is killed now and then. */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../../store/store.ts';
import type { Fault, Logged } from '../stand-ins/teams/teams.ts';
import { hour } from '../world/clock.ts';
import type { Outage } from './outage.ts';
import { activityOf } from './saying.ts';

/** What was to be told to whom. */
export interface Day {
  /** Who was asked to cancel what: the purchase, and its purchaser. */
  asked: Map<string, string>;
  /** What was bought meanwhile. */
  bought: readonly string[];
  /** One of these, which Alex took while Teams was down: the alerts that tell of it say so. */
  taken: string;
}

interface Plan {
  stage: Outage;
  chance: () => number;
  /** When Purser is killed: `before`, `after`, or in one of the ways of being down. */
  killedAt: readonly string[];
}

/** The whole card of a request is there a second time if that is. */
const isPost = ({ what }: Logged): boolean => what === 'send';
const forGood = { times: Number.POSITIVE_INFINITY };

/** How Teams is down, each for a fifth of the hour. */
const ways: Record<string, (chance: () => number) => Fault[]> = {
  refused: () => [],
  unavailable: () => [{ kind: 'status', status: 503, ...forGood }],
  'cut before': () => [{ kind: 'reset-before', ...forGood }],
  'cut after': () => [{ kind: 'reset-after', ...forGood }],
  hanging: (chance) => [
    { kind: 'hang', worked: true, match: (each) => isPost(each) && chance() < 0.5, ...forGood },
    { kind: 'hang', ...forGood },
  ],
};

export async function liveThrough(stage: Outage, kills: number, chance: () => number): Promise<Day> {
  const times = ['before', ...Object.keys(ways), 'after'];
  const killedAt = Array.from({ length: kills }, () => times[Math.floor(chance() * times.length)] ?? '');
  const plan = { stage, chance, killedAt };
  const [buyer] = stage.purchasers;
  assert.ok(buyer);
  await settleIn(stage);
  const old = await stage.look(purchasesIn);
  const theirs = [...old].filter(([, person]) => stage.purchasers.some(({ id }) => id === person));
  const third = Math.ceil(theirs.length / 3);
  const asked = new Map<string, string>();
  const ask = (from: number): Promise<void> => askSome(stage, theirs.slice(from * third, (from + 1) * third), asked);
  stage.buy(buyer);
  const before = ask(0);
  await kill('before', plan);
  await before;
  const [taken = ''] = await untilBought(1, old, stage);
  const meanwhile = Promise.all([ask(1), stage.press({ verb: 'take', data: { purchase: taken } })]);
  stage.buy(buyer);
  for (const way of shuffled(Object.keys(ways), chance)) await goDown(way, plan);
  const after = ask(2);
  stage.buy(buyer);
  await kill('after', plan);
  await Promise.all([meanwhile, after]);
  const bought = await untilBought(3, old, stage);
  while ((await stage.due()) > 0) await pause(50);
  await stage.leave();
  return { asked, bought, taken };
}

/** Ten channels ask for alerts; half of the people have written to Purser, so that their chats are known. */
async function settleIn({ teams, alex, purchasers }: Outage): Promise<void> {
  for (let n = 0; n < 10; n++) {
    const team = teams.team({ name: `Team ${n}`, members: [alex] });
    await team.install(alex);
    await alex.say('notify on alerts', { in: team.general, mention: true });
  }
  await each(
    purchasers.filter((_, n) => n % 2 === 0),
    (person) => teams.post(activityOf(teams, person, { id: `hello ${person.id}`, by: person.id, text: 'hello' })),
  );
}

/** Works on all of these, a few at a time. */
async function each<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const left = [...all];
  const worker = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: 4 }, worker));
}

/** Alex asks some of the people to cancel; each press counts once it was answered. */
function askSome(stage: Outage, some: readonly [string, string][], asked: Day['asked']): Promise<void> {
  return each(some, async ([purchase, person]) => {
    await stage.press({ verb: 'classify', data: { purchase, kind: 'self-service' } });
    await stage.press({ verb: 'ask', data: { purchase, confirm: 'confirm' } });
    asked.set(purchase, person);
  });
}

/** Some requests later, or some time, if none come. */
async function kill(time: string, { stage, chance, killedAt }: Plan): Promise<void> {
  const { teams, purchasers } = stage;
  for (const _ of killedAt.filter((each) => each === time)) {
    const requests = teams.log.length + 1 + Math.floor((chance() * purchasers.length) / 5);
    const until = Date.now() + 300 + chance() * 1_500;
    while (teams.log.length < requests && Date.now() < until) await pause(1);
    await stage.kill();
  }
}

async function goDown(way: string, plan: Plan): Promise<void> {
  const { clock, gate, teams } = plan.stage;
  const until = clock.now().getTime() + hour / 5;
  teams.faults.push(...(ways[way]?.(plan.chance) ?? []));
  if (way === 'refused') await gate.shut();
  await kill(way, plan);
  const left = until - clock.now().getTime();
  if (left > 0) await clock.wait(left);
  teams.faults.splice(0);
  if (way === 'refused') await gate.open();
}

/** What was bought is found with the next reading of the tenant. */
async function untilBought(count: number, old: ReadonlyMap<string, string>, { look }: Outage): Promise<string[]> {
  for (;;) {
    const found = [...(await look(purchasesIn)).keys()].filter((id) => !old.has(id));
    if (found.length >= count) return found;
    await pause(100);
  }
}

/** Each with its purchaser. */
function purchasesIn(store: Store): Map<string, string> {
  return new Map([...store.all('purchases')].map(({ id, purchaser }) => [id, purchaser ?? '']));
}

function shuffled<T>(all: readonly T[], chance: () => number): T[] {
  const drawn = all.map((one) => ({ one, at: chance() }));
  return drawn.sort((a, b) => a.at - b.at).map(({ one }) => one);
}
