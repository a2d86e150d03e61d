/** The people Purser is for, who go on working meanwhile; how long each of them waited, and whether they were answered. */
import { setTimeout as pause } from 'node:timers/promises';
import { activityOf, shown } from '../soak/saying.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { people } from '../stand-ins/tenant/index.ts';
import { pick } from './attacks.ts';
import type { Stage } from './stage.ts';

export interface Waited {
  who: string;
  what: string;
  ms: number;
  isAnswered: boolean;
}

/** The only product of which an honest admin changes the rule. */
export const theirProduct = 'Visio';

type Ask = { by: (stage: Stage) => Person } & ({ text: string } | { verb: string; data: Record<string, string> });

const alex = ({ alex: one }: Stage): Person => one;
const named = (id: string) => (stage: Stage) => stage.person(id);

const asks: readonly Ask[] = [
  { by: alex, text: 'purchases' },
  { by: alex, text: 'purchases product:visio' },
  { by: alex, text: 'P-1' },
  { by: alex, verb: 'purchases', data: { kind: 'all', page: '2' } },
  { by: alex, verb: 'take', data: { purchase: 'P-2' } },
  { by: alex, text: 'status' },
  { by: alex, text: 'rules' },
  { by: named(people.megan), text: 'approvals' },
  { by: named(people.megan), verb: 'approval', data: { request: 'TK-1' } },
  { by: named(people.patti), text: 'achats' },
  { by: named(people.patti), text: 'audit' },
  { by: named(people.elodie), text: 'achats' },
  { by: named(people.elodie), text: 'bonjour' },
  { by: named(people.lidia), text: 'purchases' },
];

/** Somebody asks something, and looks whether it is there. */
export async function askOnce(stage: Stage, chance: () => number): Promise<Waited> {
  const ask = pick(asks, chance);
  const by = ask.by(stage);
  const what = 'text' in ask ? ask.text : ask.verb;
  const before = by.inbox().length;
  const started = performance.now();
  const same = { id: `honest-${stage.next()}`, by: by.id };
  const said = 'text' in ask ? { ...same, text: ask.text } : { ...same, verb: ask.verb, data: ask.data };
  const [answer] = await stage.teams.deliver(activityOf(stage.teams, by, said), { times: 1 });
  const ms = performance.now() - started;
  const isShown = 'text' in ask ? by.inbox().length > before : answer !== undefined && shown(answer) !== undefined;
  return { who: by.name, what, ms, isAnswered: answer?.status === 200 && isShown };
}

/**
 * Until told to end, one question after the other, at the pace of people at work. Half of them are one admin's, who may ask one
 * in two seconds in the long run.
 *
 * @param everyMs between two questions
 */
export async function work(
  stage: Stage,
  chance: () => number,
  everyMs: number,
  isOver: () => boolean,
): Promise<Waited[]> {
  const waited: Waited[] = [];
  while (!isOver()) {
    waited.push(await askOnce(stage, chance));
    await pause(everyMs);
  }
  return waited;
}
