/** Reads, gives and takes licences: Graph's `assignLicense`, one request a person. */
import { z } from 'zod/v4';
import type { Clock } from '../clock.ts';
import type { BatchAnswer } from './batch.ts';
import {
  type Assigned,
  type AssignmentPath,
  type Commerce,
  type LicenceFacts,
  leftOrganisation,
  peopleAtOnce,
} from './commerce.ts';
import type { Graph } from './graph.ts';
import { noOf, troubleOf, waitMs, withNewToken } from './retry-policy.ts';
import { LicensedUser } from './shapes.ts';
import { usersOf } from './user-batches.ts';
import { createWritePace } from './write-pace.ts';

/** Graph requires both lists, also where one is empty ("Assign license to user"). */
interface AssignLicense {
  addLicenses: { skuId: string; disabledPlans: string[] }[];
  removeLicenses: string[];
}

/** What a licence is to become: the request for it, and the paths on which it already is so. */
interface Goal {
  change: AssignLicense;
  fulfilled: readonly AssignmentPath[];
  /** Whether it must be among their licences, where no state says how they have it. */
  listed: boolean;
}

const giving = (sku: string): Goal => ({
  change: { addLicenses: [{ skuId: sku, disabledPlans: [] }], removeLicenses: [] },
  fulfilled: ['direct', 'group', 'both'],
  listed: true,
});
const taking = (sku: string): Goal => ({
  change: { addLicenses: [], removeLicenses: [sku] },
  fulfilled: ['none', 'error'],
  listed: false,
});

/** What Graph says when somebody doesn't have the licence to be taken; it has no code for it. */
const nothingToTake = /does not have a corresponding license/i;

/** Entra's code where two changes collided: "Please wait briefly and retry". */
const metAnother = 'Directory_ConcurrencyViolation';

const ErrorBody = z.object({ error: z.object({ code: z.string().nullish(), message: z.string().nullish() }) });

/** @param renew gets a new token for Graph */
export function createAssigning(
  graph: Graph,
  clock: Clock,
  renew: () => Promise<unknown>,
): Pick<Commerce, 'licencesOf' | 'assign' | 'unassign' | 'waitToAssign'> {
  const pace = createWritePace(clock);
  const licencesOf: Commerce['licencesOf'] = (people, skus) => readLicences(graph, people, skus);
  const ask: Ask = (people, body) => {
    pace.note(people.length);
    return withNewToken(() => askApart(graph, people, body), renew);
  };

  /** Reads first: to assign again what somebody has would switch plans back on that were switched off for them. */
  const fulfil = async (sku: string, people: readonly string[], goal: Goal): Promise<Map<string, Assigned>> => {
    if (people.length > peopleAtOnce) throw new RangeError(`${people.length} people are too many at once.`);
    const fulfilled = new Set((await licencesOf(people, [sku])).filter(isFulfilled(goal)).map(({ person }) => person));
    const open = [...new Set(people)].filter((person) => !fulfilled.has(person.toLowerCase()));
    const answers = open.length > 0 ? await askEach(open, goal.change, { ask, renew }) : new Map<string, BatchAnswer>();
    const outcome = (answer: BatchAnswer | undefined) => (answer ? outcomeOf(answer, goal, clock.now()) : 'already');
    return new Map(people.map((person) => [person, outcome(answers.get(person))]));
  };

  return {
    licencesOf,
    waitToAssign: (people) => pace.waitMs(people),
    assign: (sku, people) => fulfil(sku, people, giving(sku)),
    unassign: (sku, people) => fulfil(sku, people, taking(sku)),
  };
}

async function readLicences(graph: Graph, people: readonly string[], skus: readonly string[]): Promise<LicenceFacts[]> {
  const fields = 'id,accountEnabled,usageLocation,licenseAssignmentStates,assignedLicenses';
  const users = await usersOf(graph, people, { fields, shape: LicensedUser });
  return users.map(({ states, assigned, ...person }) => ({
    ...person,
    licences: skus.map((sku) => ({ ...licenceIn(states, sku), listed: isListed(sku, { states, assigned }) })),
  }));
}

type Ask = (people: readonly string[], body: AssignLicense) => Promise<[person: string, BatchAnswer][]>;

/** One batch in which every person has an answer of their own. */
async function askApart(graph: Graph, people: readonly string[], body: AssignLicense): ReturnType<Ask> {
  const requests = people.map((person) => {
    const url = `/users/${encodeURIComponent(person)}/assignLicense`;
    return { method: 'POST' as const, url, body };
  });
  const answers = await graph.batch(requests, { apart: true });
  return answers.map((answer, index) => [people[index] ?? '', answer]);
}

/** A missing permission may have been granted since the token was given, so what was denied is asked for once more. */
async function askEach(
  people: readonly string[],
  body: AssignLicense,
  { ask, renew }: { ask: Ask; renew: () => Promise<unknown> },
): Promise<Map<string, BatchAnswer>> {
  const answers = new Map(await ask(people, body));
  const denied = people.filter((person) => answers.get(person)?.status === 403);
  if (denied.length === 0) return answers;
  await renew();
  return new Map([...answers, ...(await ask(denied, body))]);
}

function isFulfilled({ fulfilled, listed }: Goal): (facts: LicenceFacts) => boolean {
  return ({ licences }) => licences.every((each) => (isUntold(each) ? listed : fulfilled.includes(each.held)));
}

/** It is listed, and no state says how they have it. */
function isUntold({ held, listed }: LicenceFacts['licences'][number]): boolean {
  return held === 'none' && listed === true;
}

function outcomeOf({ status, body, retryAfter }: BatchAnswer, { change }: Goal, now: Date): Assigned {
  if (status >= 200 && status < 300) return 'done';
  const { code = null, message = null } = ErrorBody.safeParse(body).data?.error ?? {};
  const isTaking = change.removeLicenses.length > 0;
  if (status === 404) return { trouble: 'refused', words: leftOrganisation };
  if (status === 400 && isTaking && message !== null && nothingToTake.test(message)) return 'already';
  const trouble = code === metAnother ? 'throttled' : troubleOf({ status, code: code ?? 'unknown', cause: undefined });
  if (trouble !== 'throttled' && trouble !== 'unreachable')
    return { trouble, words: noOf({ status, words: message ?? undefined }) ?? null };
  return { again: trouble, retryAfter: retryAfter === undefined ? null : waitMs({ retryAfter }, 1, now) };
}

type Shown = Pick<z.infer<typeof LicensedUser>, 'states' | 'assigned'>;
type States = Shown['states'];

function isListed(sku: string, { states, assigned }: Shown): boolean | null {
  if (assigned) return assigned.includes(sku.toLowerCase());
  return states.length > 0 ? states.some((state) => state.sku === sku.toLowerCase() && !state.failed) : null;
}

function licenceIn(states: States, sku: string): Omit<LicenceFacts['licences'][number], 'listed'> {
  const own = states.filter((state) => state.sku === sku.toLowerCase());
  const active = own.filter(({ failed }) => !failed);
  const error = own.find((state) => state.error !== null)?.error ?? null;
  return { sku, held: pathOf(active, own.length > 0), error };
}

function pathOf(active: States, isWanted: boolean): AssignmentPath {
  const direct = active.some(({ group }) => group === null);
  const throughGroup = active.some(({ group }) => group !== null);
  if (direct) return throughGroup ? 'both' : 'direct';
  if (throughGroup) return 'group';
  return isWanted ? 'error' : 'none';
}
