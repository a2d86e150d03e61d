/** What can happen in a walk of licence requests: people ask, decide and press twice, Microsoft changes and fails, time goes on. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LicenceRequest } from '../../store/records.ts';
import { activityOf, shown } from '../soak/saying.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { people } from '../stand-ins/tenant/index.ts';
import { day, hour, minute } from '../world/clock.ts';
import { amidst } from '../world/killable.ts';
import { failing, many, type Step, stepping } from '../world/walking.ts';
import { holdLaws } from './model-laws.ts';
import { ended } from './model-notes.ts';
import { change, employees, goods, type Outside, outside, settles, type Walk } from './model-world.ts';

const step = stepping<Walk>({ states, hold: holdLaws });

function states({ world: { purser } }: Walk): string {
  return [...purser.store.all('requests')].map(({ id, state }) => `${id} ${state}`).join(', ');
}

const verbs = ['approve', 'reject', 'withdraw', 'retry', 'ask-longer'] as const;
type Verb = (typeof verbs)[number];

interface Press {
  /** Half of the presses are what somebody would most likely do now, so that the walks get far. */
  usual: boolean;
  verb: Verb;
  who: number;
  /** Of the requests, counted from the newest. */
  which: number;
  words: boolean;
  limit: 'always' | '2d' | '2w' | undefined;
  choice: number;
  times: 1 | 2;
}

const likely: Partial<Record<LicenceRequest['state'], readonly [Verb, string][]>> = {
  pending: [
    ['approve', people.megan],
    ['approve', people.miriam],
    ['approve', people.joni],
    ['approve', people.miriam],
    ['approve', 'requester'],
    ['approve', 'person'],
    ['reject', people.miriam],
    ['withdraw', 'requester'],
    ['approve', people.isaiah],
    ['approve', people.megan],
  ],
  waiting: [
    ['withdraw', 'requester'],
    ['reject', people.megan],
    ['approve', people.miriam],
    ['withdraw', people.alex],
  ],
  assigning: [
    ['withdraw', 'requester'],
    ['reject', people.joni],
    ['approve', people.miriam],
  ],
  failed: [
    ['retry', people.megan],
    ['retry', people.isaiah],
    ['retry', people.miriam],
    ['reject', people.joni],
    ['withdraw', 'requester'],
  ],
  given: [
    ['ask-longer', 'person'],
    ['approve', people.megan],
    ['ask-longer', 'requester'],
    ['withdraw', 'requester'],
    ['approve', 'person'],
  ],
  kept: [
    ['retry', people.megan],
    ['approve', people.miriam],
    ['retry', people.alex],
  ],
};

async function press(walk: Walk, wanted: Press): Promise<string> {
  const all = [...walk.world.purser.store.all('requests')];
  const open = all.filter(({ state, endsOn }) => !ended.includes(state) && (state !== 'given' || endsOn !== null));
  const from = wanted.usual && open.length > 0 ? open : all;
  const request = from.at(-1 - (wanted.which % Math.max(1, from.length)));
  if (!request) return 'nothing';
  const known = wanted.usual ? likely[request.state] : undefined;
  const [verb, by] = known?.[wanted.choice % known.length] ?? [wanted.verb, ''];
  const parties: Record<string, string> = { requester: request.requester.id, person: request.person.id };
  const person = by ? walk.person(parties[by] ?? by) : (walk.cast[wanted.who % walk.cast.length] as Person);
  const isMore = verb === 'ask-longer';
  const data = {
    request: request.id,
    ...(isMore && { move: verb }),
    ...(wanted.words && (verb === 'approve' || verb === 'reject') && { reason: `Because ${wanted.choice}` }),
    ...(verb === 'approve' && wanted.limit && { limit: wanted.limit }),
  };
  const before = request.history.length;
  await pressed(walk, { person, verb: isMore ? 'request' : verb, data, times: wanted.times });
  const turns = walk.world.purser.store.get('requests', request.id)?.history.slice(before) ?? [];
  const made = turns.filter((turn) => turn.by?.id === person.id).map(({ move }) => move);
  const times = wanted.times === 2 ? ' twice' : '';
  return `${person.name} ${verb}${times} ${JSON.stringify(data)}: ${made.join() || 'no turn'}`;
}

interface Pressed {
  person: Person;
  verb: string;
  data: Record<string, string>;
  times: 1 | 2;
}

async function pressed(walk: Walk, { person, verb, data, times }: Pressed): Promise<void> {
  walk.pressed += 1;
  const said = { id: `press-${walk.pressed}`, by: person.id, verb, data };
  const activity = activityOf(walk.world.teams, person, said);
  const answers = await walk.world.teams.deliver(activity, { times, together: walk.pressed % 2 === 0 });
  // A press that the machine was too busy for is asked again by Teams, or by the person.
  for (const answer of answers.filter(({ status }) => status !== 504))
    assert.ok(shown(answer), `${verb} was answered with ${answer.status} ${answer.text}`);
}

interface Ask {
  who: number;
  /** Themselves, if null. */
  forWhom: number | null;
  good: 0 | 1;
  limit: '2d' | '3w' | undefined;
  times: 1 | 2;
}

async function ask(walk: Walk, { who, forWhom, good, limit, times }: Ask): Promise<string> {
  const person = walk.cast[who % walk.cast.length] as Person;
  const whose = forWhom === null ? undefined : (walk.cast[forWhom % walk.cast.length] as Person);
  const { sku, part } = goods[good];
  const before = walk.world.purser.store.count('requests');
  const data = { product: sku, reason: 'I draw', ...(whose && { person: whose.id }), ...(limit && { limit }) };
  await pressed(walk, { person, verb: 'request', data, times });
  const made = walk.world.purser.store.count('requests') - before;
  return `${person.name} asks for ${part}${whose ? ` for ${whose.name}` : ''}${limit ? ` for ${limit}` : ''}: ${made}`;
}

const number = fc.nat(999);
const pressing: fc.Arbitrary<Press> = fc.record({
  usual: fc.integer({ min: 0, max: 9 }).map((die) => die < 8),
  verb: fc.constantFrom(...verbs),
  who: number,
  which: fc.nat(3),
  words: fc.integer({ min: 0, max: 9 }).map((die) => die > 1),
  limit: fc.constantFrom(undefined, 'always' as const, '2d' as const, '2w' as const),
  choice: number,
  times: fc.constantFrom(1, 1, 1, 2),
});
const asking: fc.Arbitrary<Ask> = fc.record({
  who: number,
  forWhom: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: number }),
  good: fc.constantFrom(0, 0, 0, 1),
  limit: fc.constantFrom(undefined, undefined, '2d' as const, '3w' as const),
  times: fc.constantFrom(1, 1, 2),
});
const changing = fc.constantFrom(...(Object.keys(outside) as Outside[]));

const asks = asking.map((wanted) => step('ask', (walk) => ask(walk, wanted)));
const presses = pressing.map((wanted) => step('press', (walk) => press(walk, wanted)));
const together = fc
  .tuple(fc.array(pressing, { minLength: 1, maxLength: 3 }), asking)
  .map(([all, asked]) =>
    step('at once', async (walk) =>
      (await Promise.all([...all.map((each) => press(walk, each)), ask(walk, asked)])).join(' | '),
    ),
  );
/** The same request, by both approvers and whoever asked, in the same instant. */
const twoDecide = fc.tuple(fc.constantFrom<Verb>('approve', 'reject', 'withdraw'), fc.nat(2)).map(([other, which]) =>
  step('two at once', async (walk) => {
    const asked = { usual: false, which, words: true, limit: undefined, choice: 0, times: 1 } as const;
    const all = [press(walk, { ...asked, verb: 'approve', who: 2 }), press(walk, { ...asked, verb: other, who: 3 })];
    return (await Promise.all(all)).join(' | ');
  }),
);
const sameAsked = fc.tuple(number, number).map(([who, other]) =>
  step('two ask for the same', async (walk) => {
    const asked = { forWhom: 5 + (who % employees.length), good: 0, limit: undefined, times: 1 } as const;
    return (await Promise.all([who, other].map((each) => ask(walk, { ...asked, who: each })))).join(' | ');
  }),
);
const passing = fc
  .record({
    ms: fc.constantFrom(minute, 20 * minute, 3 * hour, day, day, 2 * day, 9 * day),
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
    const about = change(walk, what, n);
    if (sync) await walk.world.purser.sync.run();
    if (sync) await settles(walk);
    return about;
  }),
);
const restarts = fc.constant(0).map(() =>
  step('restart', async (walk) => {
    await walk.restart();
    return 'up again';
  }),
);
/** What most likely makes Purser do something at Microsoft, in the middle of which something happens. */
function pushed(walk: Walk, { after, choice }: { after: number; choice: number }, spring: () => void): Promise<string> {
  return amidst(walk, { after, spring }, async () => {
    const asked = await ask(walk, {
      who: 5 + choice,
      forWhom: null,
      good: choice % 3 === 0 ? 1 : 0,
      limit: '2d',
      times: 1,
    });
    const wanted: Press = {
      usual: true,
      verb: 'approve',
      who: 0,
      which: 0,
      words: true,
      limit: undefined,
      choice: choice % 3,
      times: 1,
    };
    const told = await press(walk, wanted);
    await settles(walk);
    walk.world.clock.advance(minute);
    await settles(walk);
    return `${asked}; ${told}`;
  });
}
/** It is approved, and before anything is done at Microsoft the approver may decide no more, or its person is refused. */
const meanwhile = fc
  .tuple(
    asking,
    fc.constantFrom<Outside>('an approver is taken out', 'refuses them', 'is disabled', 'free seats are given up'),
    fc.nat(2),
  )
  .map(([asked, what, n]) =>
    step(`approved, and then: ${what}`, async (walk) => {
      const wanted = { usual: false, which: 0, words: true, limit: undefined, choice: 0, times: 1 } as const;
      const told = await ask(walk, { ...asked, who: 5 + n, forWhom: null });
      // The same number is for who asks, who approves, and whom it happens to.
      const decided = await press(walk, { ...wanted, verb: 'approve', who: 2 + n });
      change(walk, what, n);
      walk.world.clock.advance(6 * minute);
      await settles(walk);
      return `${told}; ${decided}`;
    }),
  );
const trap = fc.record({ after: fc.nat(16), choice: number });
const kills = trap.map((where) =>
  step(`killed at request ${where.after}`, async (walk) => {
    const told = await pushed(walk, where, walk.kill);
    if (walk.killed) await walk.restart();
    return told;
  }),
);
/** Who decides is asked of Microsoft before it begins; what changes that must not come in the middle. */
const quiet: readonly Outside[] = [
  'an approver is taken out',
  'the approvers are back',
  'is disabled',
  'everybody is back',
];
const midway = fc.tuple(trap, pressing, changing, number).map(([where, wanted, what, n]) =>
  step(`at request ${where.after}`, async (walk) => {
    let other: Promise<string> | undefined;
    let changed = '';
    const told = await pushed(walk, where, () => {
      if (quiet.includes(what)) other = press(walk, wanted);
      else changed = `${what}: ${change(walk, what, n)}`;
    });
    return `${told}; ${(await other) ?? changed}`;
  }),
);

export const steps: fc.Arbitrary<Step<Walk>>[] = [
  ...many(8, asks),
  ...many(12, presses),
  ...many(3, together),
  ...many(3, twoDecide),
  sameAsked,
  ...many(8, passing),
  ...many(2, telling),
  ...many(8, changes),
  ...many(3, meanwhile),
  ...many(2, failing<Walk>(['assignLicense', '$batch', 'subscribedSkus', '/users'], step)),
  restarts,
  ...many(4, kills),
  ...many(4, midway),
];
