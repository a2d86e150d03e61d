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
import { despitePermission, noOf, troubleOf, waitMs, withNewToken } from './retry-policy.ts';
import { LicensedUser } from './shapes.ts';
import { claimsIn } from './tokens.ts';
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

/** @param token of Graph's; `fresh`: a new one */
export function createAssigning(
  graph: Graph,
  clock: Clock,
  token: (fresh: boolean) => Promise<string>,
): Pick<Commerce, 'licencesOf' | 'assign' | 'unassign' | 'waitToAssign'> {
  const pace = createWritePace(clock);
  const licencesOf: Commerce['licencesOf'] = (people, skus) => readLicences(graph, people, skus);
  const ask: Ask = (people, body) => {
    pace.note(people.length);
    return withNewToken(
      () => askApart(graph, people, body),
      () => token(true),
    );
  };

  /** Reads first: to assign again what somebody has would switch plans back on that were switched off for them. */
  const fulfil = async (sku: string, people: readonly string[], goal: Goal): Promise<Map<string, Assigned>> => {
    if (people.length > peopleAtOnce) throw new RangeError(`${people.length} people are too many at once.`);
    const fulfilled = new Set((await licencesOf(people, [sku])).filter(isFulfilled(goal)).map(({ person }) => person));
    const open = [...new Set(people)].filter((person) => !fulfilled.has(person.toLowerCase()));
    const { answers, may } = await askEach(open, goal.change, { ask, token });
    const outcome = (answer: BatchAnswer | undefined) =>
      answer ? outcomeOf(answer, goal, { may, now: clock.now() }) : 'already';
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
  const fields = 'id,accountEnabled,userType,usageLocation,licenseAssignmentStates,assignedLicenses';
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

/** Any of these lets an app assign and remove licences ("Assign license to user"). */
const assigningRoles = ['LicenseAssignment.ReadWrite.All', 'User.ReadWrite.All', 'Directory.ReadWrite.All'] as const;

const Claims = z.object({ roles: z.array(z.string()).default([]) });

/** Whether a token bears the permission to assign; undefined where it can't be read. */
function mayAssign(token: string): boolean | undefined {
  const claims = Claims.safeParse(claimsIn(token)).data;
  return claims && assigningRoles.some((role) => claims.roles.includes(role));
}

interface Asked {
  answers: ReadonlyMap<string, BatchAnswer>;
  /** Whether the token bears the permission, where somebody's licence was denied. */
  may: boolean | undefined;
}

/**
 * A missing permission may have been granted since the token was given, so what was denied for want of it is asked for once
 * more. To a token that bears it the same would be answered again.
 */
async function askEach(
  people: readonly string[],
  body: AssignLicense,
  { ask, token }: { ask: Ask; token: (fresh: boolean) => Promise<string> },
): Promise<Asked> {
  const answers = new Map(people.length > 0 ? await ask(people, body) : []);
  const denied = people.filter((person) => answers.get(person)?.status === 403);
  const may = denied.length > 0 ? mayAssign(await token(false)) : undefined;
  if (may !== false) return { answers, may };
  const renewed = mayAssign(await token(true));
  return { answers: new Map([...answers, ...(await ask(denied, body))]), may: renewed };
}

function isFulfilled({ fulfilled, listed }: Goal): (facts: LicenceFacts) => boolean {
  return ({ licences }) => licences.every((each) => (isUntold(each) ? listed : fulfilled.includes(each.held)));
}

/** It is listed, and no state says how they have it. */
function isUntold({ held, listed }: LicenceFacts['licences'][number]): boolean {
  return held === 'none' && listed === true;
}

interface Around {
  may: Asked['may'];
  now: Date;
}

function outcomeOf(answer: BatchAnswer, { change }: Goal, { may, now }: Around): Assigned {
  const { status, body, retryAfter } = answer;
  if (status >= 200 && status < 300) return 'done';
  const { code = null, message = null } = ErrorBody.safeParse(body).data?.error ?? {};
  const isTaking = change.removeLicenses.length > 0;
  if (status === 404) return { trouble: 'refused', words: leftOrganisation };
  if (status === 400 && isTaking && message !== null && nothingToTake.test(message)) return 'already';
  if (status === 403 && may !== false) return deniedAllTheSame(message, may);
  const trouble = code === metAnother ? 'throttled' : troubleOf({ status, code: code ?? 'unknown', cause: undefined });
  if (trouble !== 'throttled' && trouble !== 'unreachable')
    return { trouble, words: noOf({ status, words: message ?? undefined }) ?? null };
  return { again: trouble, retryAfter: retryAfter === undefined ? null : waitMs({ retryAfter }, 1, now) };
}

/** Graph's sentence for want of a permission. Where the token bears it, that sentence would send somebody to grant it again. */
const wantOfPermission = /insufficient privileges/i;

/** Denied, and not for want of a permission: departmental seats may be refused like that, and nobody has seen how. */
function deniedAllTheSame(message: string | null, may: boolean | undefined): Assigned {
  const words = message === null || wantOfPermission.test(message) ? undefined : message;
  return { trouble: may ? despitePermission : 'refused', words: noOf({ status: 403, words }) ?? null };
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
