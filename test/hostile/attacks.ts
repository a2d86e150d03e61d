/** What somebody who means harm sends, chosen by chance. Another way is a line in the table. */
import { randomUUID } from 'node:crypto';
import { allCommands } from '../../bot/commands.ts';
import { activityOf } from '../soak/saying.ts';
import type { Activity, Answer, Person } from '../stand-ins/teams/teams.ts';
import { groups, people, roleTemplates } from '../stand-ins/tenant/index.ts';
import { type Side, type Stage, sides } from './stage.ts';

/** One thing sent, with what came back. */
export interface Sent {
  name: string;
  activity: Activity;
  answer: Answer;
  /** Not signed by Teams, not for this tenant, or no message at all: the door refuses it. */
  isForDoor: boolean;
}

type Chance = () => number;
interface Attack {
  name: string;
  weight: number;
  run(stage: Stage, chance: Chance): Promise<Sent[]>;
}

export function pick<T>(from: readonly T[], chance: Chance): T {
  const one = from[Math.floor(chance() * from.length)];
  if (one === undefined) throw new Error('Nothing to pick from');
  return one;
}

/** Somebody without a right to what they try. */
function villain(stage: Stage, chance: Chance): Person {
  const side = pick<Side>(['outsider', 'nobody', 'viewer', 'purchaser'], chance);
  return stage.person(pick<string>(sides[side], chance));
}

const garbage: readonly string[] = [
  '\u202Eevorppa TK-1',
  '\u200b',
  '',
  ' ',
  '=cmd|calc!A1',
  '<at>Purser</at><script>alert(1)</script>',
  '${$root} {{secret}}',
  '[approve](https://evil.example/?x=TK-1)',
  '{"verb":"approve","data":{"request":"TK-1"}}',
  '😀'.repeat(500),
  'a'.repeat(20_000),
  'approve\u00a0TK‑1\nblock all',
  '\u0000\u0007\u001b[2J',
  '../../etc/passwd',
  "' OR 1=1 --",
  '-1',
  '9'.repeat(400),
];

function ids({ ids: known, honest }: Stage, chance: Chance): Record<string, unknown> {
  const data: Record<string, unknown> = {
    purchase: pick(known.purchase, chance),
    request: chance() < 0.2 ? honest : pick(known.request, chance),
    change: pick(known.change, chance),
    notice: pick(known.notice, chance),
    draft: 'D-1',
    job: 'J-1',
    confirm: 'confirm',
    digest: '0123456789ab',
    reason: pick(garbage, chance),
    order: 'all except nothing because I can',
    switch: pick(['on', 'off'], chance),
    person: pick(garbage, chance),
    found: 'cancelled',
  };
  const kept = Object.entries(data).filter(() => chance() < 0.6);
  return Object.fromEntries(kept);
}

/** Data as no card of Purser's has it. */
function crooked(stage: Stage, chance: Chance): unknown {
  return pick<unknown>(
    [
      null,
      [],
      'TK-1',
      42,
      { ...ids(stage, chance), __proto__: { admin: true }, constructor: 'x' },
      { request: ['TK-1', 'TK-2'] },
      { request: { $ne: null } },
      { reason: { text: 'x' } },
      Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`k${n}`, n])),
      { ...ids(stage, chance), role: 'admin', speaker: { id: people.alex, roles: ['admin'] } },
    ],
    chance,
  );
}

function base(stage: Stage, by: Person): Activity {
  return activityOf(stage.teams, by, { id: `hostile-${stage.next()}`, by: by.id, text: 'purchases' });
}

function typed(stage: Stage, by: Person, text: string): Activity {
  return { ...base(stage, by), text };
}

function pressed(stage: Stage, by: Person, verb: unknown, data: unknown): Activity {
  const { text: _, ...rest } = base(stage, by);
  const action = { type: 'Action.Execute', verb, data };
  return { ...rest, type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } } as Activity;
}

async function deliver(stage: Stage, name: string, activity: Activity, times = 1): Promise<Sent[]> {
  const answers = await stage.teams.deliver(activity, { times });
  return answers.map((answer) => ({ name, activity, answer, isForDoor: false }));
}

const verbs = allCommands.map(({ name }) => name);

/** The newest words of what can be ordered, with real ids. */
function order(stage: Stage, chance: Chance): string {
  const { ids: known } = stage;
  return pick(
    [
      `approve ${pick(known.request, chance)}`,
      `reject ${pick(known.request, chance)} because ${pick(garbage, chance)}`,
      `withdraw ${pick(known.request, chance)}`,
      `reassign ${pick(known.request, chance)} Alex Wilber`,
      `stop ${pick(known.request, chance)}`,
      'block all because chaos',
      'allow power bi because chaos',
      `apply ${pick(known.change, chance)}`,
      `undo ${pick(known.change, chance)}`,
      'baseline',
      `takeover ${pick(known.purchase, chance)}`,
      `take ${pick(known.purchase, chance)}`,
      `classify ${pick(known.purchase, chance)} central`,
      `ask ${pick(known.purchase, chance)}`,
      'export purchases',
      'export audit',
      'assign visio to Joni Sherman',
      'pause everything',
      'resume',
      'notify on alerts',
      'audit',
      'purchases all',
      'status again',
      'accepter TK-1',
      'autoriser tout parce que',
    ],
    chance,
  );
}

/** One after the other: while one has a role, another row must not make them act. */
let falling: Promise<unknown> = Promise.resolve();

function falls(stage: Stage, chance: Chance): Promise<Sent[]> {
  const next = falling.then(() => fallAndAct(stage, chance));
  falling = next.catch(() => undefined);
  return next;
}

/** Gives a role, lets Purser learn of it, takes it away, and acts at once. */
async function fallAndAct(stage: Stage, chance: Chance): Promise<Sent[]> {
  const isAdmin = chance() < 0.5;
  const by = stage.person(isAdmin ? people.isaiah : people.miriam);
  const { company } = stage.tenant;
  const members = isAdmin
    ? company.roles.find(({ roleTemplateId }) => roleTemplateId === roleTemplates.billingAdministrator)?.members
    : company.groups.find(({ id }) => id === groups.approvers)?.members;
  if (!members) throw new Error('No such role');
  if (!members.includes(by.id)) members.push(by.id);
  const learned = await deliver(stage, 'had a role', typed(stage, by, 'whoami again'));
  members.splice(members.indexOf(by.id), 1);
  const act = isAdmin
    ? pick(
        [typed(stage, by, order(stage, chance)), pressed(stage, by, pick(verbs, chance), ids(stage, chance))],
        chance,
      )
    : pick(
        ['approve', 'reject', 'withdraw'].map((verb) =>
          pressed(stage, by, verb, { request: pick(stage.ids.request, chance), reason: 'I may', confirm: 'confirm' }),
        ),
        chance,
      );
  return [...learned, ...(await deliver(stage, 'lost a role', act))];
}

async function forged(stage: Stage, chance: Chance): Promise<Sent[]> {
  const { authorization } = pick(await stage.teams.forgeries(), chance);
  const activity = pressed(stage, stage.person(people.megan), 'approve', { request: pick(stage.ids.request, chance) });
  const answer = await stage.teams.post(activity, { authorization });
  return [{ name: 'forged', activity, answer, isForDoor: true }];
}

/** Signed as it should be, by Teams, for somebody of another organisation. */
async function ofAnotherTenant(stage: Stage): Promise<Sent[]> {
  const other = randomUUID();
  const activity = base(stage, stage.person(people.alex));
  const foreign = {
    ...activity,
    text: 'purchases',
    conversation: { ...activity.conversation, tenantId: other },
    channelData: { tenant: { id: other } },
  } as Activity;
  const answers = await stage.teams.deliver(foreign, { times: 1 });
  return answers.map((answer) => ({ name: 'another tenant', activity: foreign, answer, isForDoor: true }));
}

async function inAStrangeChat(stage: Stage, chance: Chance): Promise<Sent[]> {
  // Somebody who may read everything, and is not among the honest: what they send counts into their own measure.
  const activity = base(stage, stage.person(people.lee));
  const conversation = pick<Record<string, unknown>>(
    [
      { id: stage.team.general.id },
      { id: `19:${randomUUID()}@unq.gbl.spaces`, conversationType: 'personal' },
      { id: `19:${randomUUID()}@thread.v2`, conversationType: 'somethingNew' },
      { id: '', conversationType: 'channel' },
    ],
    chance,
  );
  const strange = { ...activity, text: 'purchases', conversation: { tenantId: stage.teams.tenantId, ...conversation } };
  const sent = await deliver(stage, 'a strange chat', strange as Activity);
  return sent.map((each) => ({ ...each, isForDoor: conversation['id'] === '' }));
}

/** Trouble of Microsoft's and of Teams', which passes. */
async function trouble(stage: Stage, chance: Chance): Promise<Sent[]> {
  const { tenant, teams } = stage;
  const isTroubled = tenant.faults.length > 3 || teams.faults.length > 3;
  if (isTroubled) return [];
  tenant.faults.push(
    pick(
      [
        { kind: '429', retryAfter: 1, match: '/graph' },
        { kind: 'status', code: 503, match: '/graph' },
        { kind: 'slow', ms: 1500, match: '/graph' },
        { kind: 'half-page', match: '/graph/v1.0/users' },
        { kind: 'reset-before', match: '/licensing' },
      ] as const,
      chance,
    ),
  );
  const inChannel = ({ conversation }: { conversation: string | undefined }) =>
    conversation?.startsWith('19:') === true;
  teams.faults.push(
    pick(
      [
        { kind: '429', retryAfter: 1, match: inChannel },
        { kind: 'status', status: 502, match: inChannel },
        { kind: 'reset-after', match: inChannel },
        { kind: 'status', status: 403, match: 'edit' },
      ] as const,
      chance,
    ),
  );
  return [];
}

export const attacks: readonly Attack[] = [
  {
    name: 'orders',
    weight: 6,
    run: (stage, chance) => deliver(stage, 'orders', typed(stage, villain(stage, chance), order(stage, chance))),
  },
  {
    name: 'presses',
    weight: 8,
    run: (stage, chance) =>
      deliver(stage, 'presses', pressed(stage, villain(stage, chance), pick(verbs, chance), ids(stage, chance))),
  },
  {
    name: 'crooked',
    weight: 4,
    run: (stage, chance) =>
      deliver(
        stage,
        'crooked',
        pressed(
          stage,
          villain(stage, chance),
          pick<unknown>([...verbs, '__proto__', 'toString', '', 7], chance),
          crooked(stage, chance),
        ),
      ),
  },
  {
    name: 'garbage',
    weight: 4,
    run: (stage, chance) => deliver(stage, 'garbage', typed(stage, villain(stage, chance), pick(garbage, chance))),
  },
  {
    name: 'objects',
    weight: 4,
    run: (stage) =>
      deliver(
        stage,
        'objects',
        pressed(stage, stage.person(people.adele), 'object', {
          request: stage.honest,
          reason: `I object, ${stage.next()}`,
        }),
      ),
  },
  {
    name: 'reads anew',
    weight: 2,
    run: (stage, chance) => deliver(stage, 'reads anew', typed(stage, villain(stage, chance), 'status again')),
  },
  {
    name: 'exports',
    weight: 2,
    run: (stage, chance) =>
      deliver(
        stage,
        'exports',
        pressed(stage, stage.person(pick(sides.viewer, chance)), 'export', {
          what: pick(['purchases', 'licences', 'audit'], chance),
        }),
      ),
  },
  {
    name: 'many times',
    weight: 2,
    run: (stage, chance) =>
      deliver(stage, 'many times', pressed(stage, villain(stage, chance), pick(verbs, chance), ids(stage, chance)), 5),
  },
  { name: 'falls', weight: 3, run: falls },
  { name: 'forged', weight: 3, run: forged },
  { name: 'another tenant', weight: 1, run: ofAnotherTenant },
  { name: 'a strange chat', weight: 1, run: inAStrangeChat },
  { name: 'trouble', weight: 1, run: trouble },
];

const drawn = attacks.flatMap((attack) => Array.from({ length: attack.weight }, () => attack));

export function nextAttack(chance: Chance): Attack {
  return pick(drawn, chance);
}
