/** What can happen in a walk: each a command of fast-check that says, once it has happened, what it came to. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { within } from '../../bot/within.ts';
import type { Takeover, TakeoverState } from '../../store/records.ts';
import { day, hour, minute } from '../clock.ts';
import { activityOf, shown } from '../soak/saying.ts';
import type { Person } from '../teams/teams.ts';
import { cancel } from '../tenant/ending.ts';
import { type Fault, groups, people } from '../tenant/index.ts';
import { ended } from './diary.ts';
import { holdLaws } from './laws.ts';
import { approvers, buy, goods, requestOf, seat, staffOf, type Walk } from './model-world.ts';

type Step = fc.AsyncCommand<object, Walk>;

/** @param happens says what came of it, which is what a walk that fails is told by */
function step(name: string, happens: (walk: Walk) => Promise<string>): Step {
  return {
    check: () => true,
    async run(_model, walk) {
      walk.told.push(name);
      const told = await happens(walk);
      walk.told[walk.told.length - 1] = `${name}: ${told} [${states(walk)}]`;
      holdLaws(walk);
    },
    toString: () => name,
  };
}

function states({ world: { purser } }: Walk): string {
  return [...purser.store.all('takeovers')].map(({ id, state }) => `${id} ${state}`).join(', ');
}

const verbs = [
  'approve',
  'reject',
  'withdraw',
  'reassign',
  'object',
  'seen',
  'reply',
  'proceed',
  'stop',
  'retry',
  'check',
] as const;
type Verb = (typeof verbs)[number];

export interface Press {
  /** Half of the presses are what somebody would most likely do now, so that the walks get far. */
  usual: boolean;
  verb: Verb;
  who: number;
  /** Of the takeovers, counted from the newest. */
  which: number;
  words: boolean;
  choice: number;
  times: 1 | 2;
}

const likely: Partial<Record<TakeoverState, readonly [Verb, string][]>> = {
  pending: [
    ['approve', people.megan],
    ['approve', people.miriam],
    ['approve', people.joni],
    ['approve', people.miriam],
    ['reassign', people.isaiah],
    // Both are approvers of other people's.
    ['approve', 'requester'],
    ['approve', people.adele],
  ],
  approved: [
    ['object', ''],
    ['reply', 'requester'],
    ['proceed', 'requester'],
    ['seen', ''],
  ],
  running: [['stop', people.isaiah]],
  stopped: [
    ['retry', people.megan],
    ['retry', 'requester'],
    ['reply', 'requester'],
  ],
  failed: [
    ['retry', people.isaiah],
    ['retry', people.megan],
    ['proceed', 'requester'],
  ],
  waiting: [
    ['check', 'requester'],
    ['retry', people.megan],
  ],
};

async function press(walk: Walk, wanted: Press): Promise<string> {
  const { world, cast } = walk;
  const all = [...world.purser.store.all('takeovers')];
  const open = all.filter(({ state }) => !ended.includes(state));
  const undecided = open.filter(({ state }) => state === 'pending');
  const asked = wanted.verb === 'approve' && undecided.length > 0 ? undecided : open;
  const from = (wanted.usual || wanted.verb === 'approve') && asked.length > 0 ? asked : all;
  const takeover = from.at(-1 - (wanted.which % Math.max(1, from.length)));
  if (!takeover) return 'nothing';
  const known = wanted.usual ? likely[takeover.state] : undefined;
  const [verb, by] = known?.[wanted.choice % known.length] ?? [wanted.verb, ''];
  const byName = by === 'requester' ? takeover.requester.id : by;
  const holder = takeover.holders.ids[wanted.who % Math.max(1, takeover.holders.ids.length)];
  const isHolders = (verb === 'object' || verb === 'seen') && wanted.usual && holder !== undefined;
  const person = byName
    ? walk.person(byName)
    : isHolders
      ? walk.person(holder)
      : (cast[wanted.who % cast.length] as Person);
  const data = dataOf(walk, verb, takeover, person, wanted);
  walk.pressed += 1;
  const activity = activityOf(world.teams, person, { id: `press-${walk.pressed}`, by: person.id, verb, data });
  const before = takeover.history.length;
  const answers = await world.teams.deliver(activity, { times: wanted.times, together: wanted.choice % 2 === 0 });
  // A press that the machine was too busy for is asked again by Teams, or by the person.
  for (const answer of answers.filter(({ status }) => status !== 504))
    assert.ok(shown(answer), `${verb} was answered with ${answer.status} ${answer.text}`);
  const turns = world.purser.store.get('takeovers', takeover.id)?.history.slice(before) ?? [];
  const made = turns.filter((turn) => turn.by?.id === person.id).map(({ move }) => move);
  const times = wanted.times === 2 ? ' twice' : '';
  return `${person.name} ${verb}${times} ${JSON.stringify(data)}: ${made.join() || 'no turn'}`;
}

function dataOf(
  { world }: Walk,
  verb: Verb,
  { id }: Takeover,
  person: Person,
  { words, choice }: Press,
): Record<string, string> {
  const reason = words ? { reason: `Because ${choice}` } : {};
  const notice = [...world.purser.store.all('notices')].findLast(
    ({ to, saying }) =>
      'person' in to && to.person === person.id && saying.card === 'announced' && saying.takeover === id,
  );
  if (verb === 'object' || verb === 'seen') return { notice: notice?.id ?? 'N-1', ...reason };
  if (verb === 'reassign')
    return { request: id, person: ['Megan', 'Miriam', 'Joni', 'Alex', 'Nobody'][choice % 5] ?? '' };
  const reports: Record<string, string>[] = [
    { found: 'cancelled' },
    { found: 'renewal-off', until: '2027-01-31' },
    { found: 'refused', reason: 'It said no' },
    {},
  ];
  if (verb === 'check') return { request: id, ...reports[choice % reports.length] };
  return { request: id, ...reason, ...(verb === 'withdraw' || words ? { confirm: 'confirm' } : {}) };
}

/** Everything that is due is done; in the time of this machine, since what never comes to rest moves no clock. */
export async function settles({ world: { purser }, diary }: Walk): Promise<void> {
  const seen = (): string => `${purser.store.revision('takeovers')} ${purser.store.revision('jobs')}`;
  const settling = async (): Promise<true> => {
    for (let before = ''; before !== seen(); ) {
      before = seen();
      await purser.watch.drain();
      await purser.jobs.drain();
    }
    return true;
  };
  const isSettled = await within(longestMs, settling());
  assert.deepEqual(diary.wrong, []);
  assert.ok(isSettled, 'Purser never comes to rest');
}

const longestMs = 45_000;

const outside = {
  'loses the licence': (walk, { user, good }) => take(walk, user, good.source.id),
  'gets a licence'(walk, { user, good }) {
    const bought = walk.its.subscriptions.find(({ skuId, status }) => skuId === good.source.id && status === 'Enabled');
    if (bought) seat(walk.its, user, bought, walk.world.clock.now());
    walk.changedOutside.add(user);
    walk.diary.takenOutside.add(`${user} ${good.source.id}`);
  },
  'loses the new licence': (walk, { user, good }) => take(walk, user, good.target.sku),
  'owner changes'({ its }, { good, n }) {
    const bought = its.subscriptions.find(({ skuId, status }) => skuId === good.source.id && status === 'Enabled');
    if (bought) bought.ownerId = [people.miriam, people.lidia, people.isaiah, people.adele][n % 4] ?? null;
  },
  'another one is bought'({ its, world }, { good, user }) {
    buy(its, good.source, { owner: user, seats: 2, now: world.clock.now(), renewsIn: 60 });
  },
  'is cancelled'({ its, diary, changedOutside }, { good }) {
    const bought = its.subscriptions.find(({ skuId, status }) => skuId === good.source.id && status === 'Enabled');
    if (!bought) return;
    for (const { id, licences } of its.users.values()) {
      if (!licences.some(({ from }) => from === bought.id)) continue;
      changedOutside.add(id);
      diary.takenOutside.add(`${id} ${good.source.id}`);
    }
    cancel(its, bought);
  },
  'no seats of the other'({ its }, { good }) {
    const central = its.subscriptions.find(({ skuId }) => skuId === good.target.sku);
    const used = [...its.users.values()].filter(({ licences }) =>
      licences.some(({ skuId }) => skuId === good.target.sku),
    );
    if (central) central.totalLicenses = used.length;
  },
  'seats of the other are bought'({ its }, { good }) {
    const central = its.subscriptions.find(({ skuId }) => skuId === good.target.sku);
    if (central) central.totalLicenses += 10;
  },
  'approver disabled': ({ its }, { n }) => enable(its, approvers[n % approvers.length], false),
  'approver taken out'({ its }, { n }) {
    const group = its.groups.find(({ id }) => id === groups.approvers);
    if (group) group.members = group.members.filter((id) => id !== approvers[n % 3]);
  },
  'approvers back'({ its }) {
    const group = its.groups.find(({ id }) => id === groups.approvers);
    if (group) group.members = [...approvers];
    for (const id of [...approvers, people.isaiah]) enable(its, id, true);
  },
  'requester disabled': ({ its }, { n }) => enable(its, [people.alex, people.isaiah][n % 2], false),
  'no usage location'({ its }, { user }) {
    const found = its.users.get(user);
    if (found) found.usageLocation = null;
  },
  'seats locked or open'({ its }) {
    its.selfServiceSeats = its.selfServiceSeats === 'open' ? 'locked' : 'open';
  },
} satisfies Record<string, (walk: Walk, about: { user: string; good: (typeof goods)[number]; n: number }) => void>;
type Outside = keyof typeof outside;

/** Who decides is read at the start only, and by whoever presses: what changes them must not come in the middle. */
const quiet: readonly Outside[] = ['approver disabled', 'approver taken out', 'approvers back', 'requester disabled'];

function take({ its, diary, changedOutside }: Walk, id: string, sku: string): void {
  const user = its.users.get(id);
  if (!user) return;
  user.licences = user.licences.filter(({ skuId }) => skuId !== sku);
  changedOutside.add(id);
  diary.takenOutside.add(`${id} ${sku}`);
}

function enable({ users }: Walk['its'], id: string | undefined, enabled: boolean): void {
  const user = users.get(id ?? '');
  if (user) user.accountEnabled = enabled;
}

function change(walk: Walk, what: Outside, n: number): string {
  const good = goods[n % 5 === 0 ? 1 : 0];
  const holders = [...walk.world.purser.store.all('takeovers')].at(-1)?.holders.ids ?? [];
  const pool = [...holders, ...holders, ...staffOf(walk.its)];
  const user = pool[n % pool.length] ?? people.adele;
  outside[what](walk, { user, good, n });
  walk.diary.lookWhoIsOut();
  return `${walk.its.users.get(user)?.displayName}, ${good.source.part}`;
}

const number = fc.nat(999);
const pressing: fc.Arbitrary<Press> = fc.record({
  usual: fc.integer({ min: 0, max: 9 }).map((die) => die < 6),
  verb: fc.constantFrom(...verbs),
  who: number,
  which: fc.nat(1),
  words: fc.integer({ min: 0, max: 9 }).map((die) => die > 1),
  choice: number,
  times: fc.constantFrom(1, 1, 1, 2),
});
const changing = fc.constantFrom(...(Object.keys(outside) as Outside[]));

const presses = pressing.map((wanted) => step('press', (walk) => press(walk, wanted)));
const decisions = fc
  .tuple(number, fc.constantFrom<1 | 2>(1, 1, 2))
  .map(([choice, times]) =>
    step('press', (walk) =>
      press(walk, { usual: true, verb: 'approve', who: choice, which: 0, words: true, choice, times }),
    ),
  );
const together = fc
  .array(pressing, { minLength: 2, maxLength: 3 })
  .map((all) => step('at once', async (walk) => (await Promise.all(all.map((each) => press(walk, each)))).join(' | ')));
const twoApprove = fc.constant(0).map(() =>
  step('two at once', async (walk) => {
    const asked = { usual: false, verb: 'approve', which: 0, words: true, choice: 0, times: 1 } as const;
    const [one, other] = [2, 3].map((who) => press(walk, { ...asked, who }));
    return (await Promise.all([one, other])).join(' | ');
  }),
);
/** What makes it another thing than what was requested, mostly. */
const changingIt = fc.constantFrom<Outside>(
  ...([
    'owner changes',
    'owner changes',
    'gets a licence',
    'gets a licence',
    'another one is bought',
    'is cancelled',
  ] as const),
);
/** Purser knows by now what has changed, and has not yet looked at what it means. */
const approving: Press = { usual: false, verb: 'approve', who: 2, which: 0, words: true, choice: 0, times: 1 };
const whileRead = fc.tuple(fc.oneof(fc.constant(approving), pressing), changingIt, number).map(([wanted, what, n]) =>
  step(`while Microsoft is read, after ${what},`, async (walk) => {
    await settles(walk);
    const { tenant, purser } = walk.world;
    change(walk, what, n);
    let pressed: Promise<string> | undefined;
    tenant.faults.unshift({
      match({ path }) {
        if (path.startsWith('/licensing')) pressed ??= press(walk, wanted);
        return path.startsWith('/licensing');
      },
      ...{ kind: 'slow', ms: 150 },
    });
    await purser.sync.run();
    return (await pressed) ?? 'not read';
  }),
);
const passing = fc
  .record({
    ms: fc.constantFrom(minute, 20 * minute, 3 * hour, 3 * hour, day, day, 2 * day),
    sync: fc.boolean(),
    settle: fc.integer({ min: 0, max: 4 }).map((die) => die > 0),
  })
  .map(({ ms, sync, settle }) =>
    step(`${ms / hour} h pass${sync ? ', Microsoft is read' : ''}`, async (walk) => {
      walk.world.clock.advance(ms);
      if (sync) await walk.world.purser.sync.run();
      if (settle) await settles(walk);
      return settle ? 'settled' : 'left alone';
    }),
  );
const telling = fc.constant(0).map(() =>
  step('everybody is told', async (walk) => {
    await settles(walk);
    await walk.world.purser.outbox.drain();
    return 'told';
  }),
);
const changes = fc.tuple(changing, number, fc.boolean()).map(([what, n, sync]) =>
  step(`at Microsoft: ${what}`, async (walk) => {
    await settles(walk);
    const about = change(walk, what, n);
    if (sync) await walk.world.purser.sync.run();
    return about;
  }),
);
const faulty = fc
  .record({
    where: fc.constantFrom('assignLicense', '$batch', 'subscribedSkus', '/users'),
    kind: fc.constantFrom('429', '503', 'reset-before', 'reset-after', 'lie'),
    times: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ where, kind, times }) =>
    step(`Microsoft fails ${where} with ${kind}, ${times} times`, async ({ world }) => {
      const match: Fault['match'] = ({ path }) => path.endsWith(where);
      if (kind === '429') world.tenant.faults.push({ match, times, kind, retryAfter: 7 });
      else if (kind === '503') world.tenant.faults.push({ match, times, kind: 'status', code: 503 });
      else if (kind !== 'lie' || where === 'assignLicense')
        world.tenant.faults.push({ match, times, kind: kind as 'lie' });
      return 'so it does';
    }),
  );
const restarts = fc.constant(0).map(() =>
  step('restart', async (walk) => {
    await walk.restart();
    return 'up again';
  }),
);
/** Sets the trap, then does what most likely makes Purser do something at Microsoft. */
async function amidst(walk: Walk, { after, ms }: { after: number; ms: number }, spring: () => void): Promise<string> {
  const { clock } = walk.world;
  await settles(walk);
  clock.advance(ms);
  walk.trap = { after, spring };
  const pushed = await press(walk, {
    usual: true,
    verb: 'approve',
    who: 0,
    which: 0,
    words: true,
    choice: after,
    times: 1,
  });
  await settles(walk);
  clock.advance(minute);
  await settles(walk);
  if (!walk.trap) walk.diary.reached.set('trapped', (walk.diary.reached.get('trapped') ?? 0) + 1);
  const remark = walk.trap ? ', nothing was under way' : '';
  walk.trap = undefined;
  return `${pushed}${remark}`;
}
const trap = fc.record({ after: fc.nat(14), ms: fc.constantFrom(0, 0, hour, day) });
const kills = trap.map((where) =>
  step(`killed at request ${where.after}`, async (walk) => {
    const told = await amidst(walk, where, walk.kill);
    if (walk.killed) await walk.restart();
    return told;
  }),
);
const midway = fc.tuple(trap, pressing, changing, number).map(([where, wanted, what, n]) =>
  step(`at request ${where.after}`, async (walk) => {
    let pressed: Promise<string> | undefined;
    let changed = '';
    const told = await amidst(walk, where, () => {
      if (quiet.includes(what)) pressed = press(walk, wanted);
      else changed = `${what}: ${change(walk, what, n)}`;
    });
    return `${told}; ${(await pressed) ?? changed}`;
  }),
);
/** What somebody was to do in the admin centre. */
const ending = fc.boolean().map((sync) =>
  step('who was to end it ends it', async (walk) => {
    await settles(walk);
    const waiting = [...walk.world.purser.store.all('takeovers')].findLast(({ state }) => state === 'waiting');
    const good = goods.find(({ source }) => source.id === waiting?.purchase.sku);
    if (!good) return 'none waits';
    outside['is cancelled'](walk, { good, user: '', n: 0 });
    if (sync) await walk.world.purser.sync.run();
    return good.source.part;
  }),
);
const requests = fc
  .record({
    good: fc.constantFrom(goods[0], goods[0], goods[1]),
    act: fc.constantFrom('move' as const, 'move' as const, 'cancel' as const),
    picked: fc.boolean(),
    by: fc.constantFrom(people.alex, people.isaiah),
  })
  .map(({ by, ...asked }) =>
    step(`a takeover is requested (${asked.act}, ${asked.picked ? 'picked' : 'sole'})`, async (walk) => {
      const id = await requestOf(walk, { ...asked, by: walk.person(by) });
      return id ?? 'nothing to take over';
    }),
  );

const many = <T>(count: number, one: fc.Arbitrary<T>): fc.Arbitrary<T>[] => Array.from({ length: count }, () => one);

export const steps: fc.Arbitrary<Step>[] = [
  ...many(8, presses),
  ...many(8, decisions),
  ...many(2, together),
  twoApprove,
  ...many(4, whileRead),
  ...many(7, passing),
  telling,
  ...many(5, changes),
  ...many(2, faulty),
  restarts,
  ...many(3, kills),
  ...many(3, midway),
  ...many(2, ending),
  ...many(4, requests),
];
