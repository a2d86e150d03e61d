/** What people press in a walk: mostly what somebody would do now, sometimes what nobody should. */
import assert from 'node:assert/strict';
import type { Takeover, TakeoverState } from '../../store/records.ts';
import { activityOf, shown } from '../soak/saying.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { people } from '../stand-ins/tenant/index.ts';
import { ended } from './diary.ts';
import type { Walk } from './model-world.ts';

export const verbs = [
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

export async function press(walk: Walk, wanted: Press): Promise<string> {
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
