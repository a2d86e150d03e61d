/** Who has which licences, and giving and taking them: Graph's `assignLicense`, one request a person. */
import { z } from 'zod/v4';
import type { Clock } from '../clock.ts';
import type { BatchAnswer } from './batch.ts';
import { type Assigned, type AssignmentPath, type Commerce, type LicenceFacts, peopleAtOnce } from './commerce.ts';
import type { Graph } from './graph.ts';
import { LicensedUser } from './shapes.ts';
import { usersOf } from './users.ts';
import { noOf, troubleOf, waitMs, withNewToken } from './waiting.ts';
import { createWritePace } from './write-pace.ts';

/** Both lists are required, also where one is empty (Graph, "Assign license to user"). */
interface AssignLicense {
  addLicenses: { skuId: string; disabledPlans: string[] }[];
  removeLicenses: string[];
}

/** What is wanted of a licence: the request for it, and which people have it so before anything is asked. */
interface Goal {
  change: AssignLicense;
  fulfilled: readonly AssignmentPath[];
}

const giving = (sku: string): Goal => ({
  change: { addLicenses: [{ skuId: sku, disabledPlans: [] }], removeLicenses: [] },
  fulfilled: ['direct', 'group', 'both'],
});
const taking = (sku: string): Goal => ({
  change: { addLicenses: [], removeLicenses: [sku] },
  fulfilled: ['none', 'error'],
});

/** Graph's sentence for taking what somebody doesn't have; it has no code for it. */
const nothingToTake = /does not have a corresponding license/i;

/** Entra's word for two changes that met: "Please wait briefly and retry". */
const metAnother = 'Directory_ConcurrencyViolation';

const ErrorBody = z.object({ error: z.object({ code: z.string().nullish(), message: z.string().nullish() }) });

/** @param renew gets a token for Graph anew */
export function createAssigning(
  graph: Graph,
  clock: Clock,
  renew: () => Promise<unknown>,
): Pick<Commerce, 'licencesOf' | 'assign' | 'unassign' | 'waitToAssign'> {
  const pace = createWritePace(clock);
  const licencesOf: Commerce['licencesOf'] = async (people, skus) => {
    const users = await usersOf(graph, people, 'id,accountEnabled,usageLocation,licenseAssignmentStates', LicensedUser);
    return users.map(({ states, ...person }) => ({ ...person, licences: skus.map((sku) => licenceIn(states, sku)) }));
  };

  const ask = async (people: readonly string[], body: AssignLicense): Promise<[string, BatchAnswer][]> => {
    const requests = people.map((person) => {
      const url = `/users/${encodeURIComponent(person)}/assignLicense`;
      return { method: 'POST' as const, url, body };
    });
    pace.note(requests.length);
    const answers = await withNewToken(() => graph.batch(requests, { apart: true }), renew);
    return answers.map((answer, index) => [people[index] ?? '', answer]);
  };

  /** A permission that is missing may have been granted since the token was given: who is denied is asked for once more. */
  const askEach = async (people: readonly string[], body: AssignLicense): Promise<Map<string, BatchAnswer>> => {
    const answers = new Map(await ask(people, body));
    const denied = people.filter((person) => answers.get(person)?.status === 403);
    if (denied.length === 0) return answers;
    await renew();
    return new Map([...answers, ...(await ask(denied, body))]);
  };

  /** Reads first: to assign again what somebody has would switch plans back on that were switched off for them. */
  const fulfil = async (sku: string, people: readonly string[], wish: Goal): Promise<Map<string, Assigned>> => {
    if (people.length > peopleAtOnce) throw new RangeError(`${people.length} people are too many at once.`);
    const fulfilled = new Set((await licencesOf(people, [sku])).filter(isFulfilled(wish)).map(({ person }) => person));
    const open = [...new Set(people)].filter((person) => !fulfilled.has(person.toLowerCase()));
    const answers = open.length > 0 ? await askEach(open, wish.change) : new Map<string, BatchAnswer>();
    return new Map(
      people.map((person) => {
        const answer = answers.get(person);
        return [person, answer ? outcomeOf(answer, wish, clock.now()) : 'already'];
      }),
    );
  };

  return {
    licencesOf,
    waitToAssign: (people) => pace.waitMs(people),
    assign: (sku, people) => fulfil(sku, people, giving(sku)),
    unassign: (sku, people) => fulfil(sku, people, taking(sku)),
  };
}

function isFulfilled({ fulfilled }: Goal): (facts: LicenceFacts) => boolean {
  return ({ licences }) => licences.every(({ held }) => fulfilled.includes(held));
}

function outcomeOf({ status, body, retryAfter }: BatchAnswer, { change }: Goal, now: Date): Assigned {
  if (status >= 200 && status < 300) return 'done';
  const { code, message } = ErrorBody.safeParse(body).data?.error ?? {};
  if (status === 400 && change.removeLicenses.length > 0 && nothingToTake.test(message ?? '')) return 'already';
  const trouble = code === metAnother ? 'throttled' : troubleOf({ status, code: code ?? 'unknown', cause: undefined });
  if (trouble === 'throttled' || trouble === 'unreachable')
    return { again: trouble, retryAfter: retryAfter === undefined ? null : waitMs({ retryAfter }, 1, now) };
  return { trouble, words: noOf({ status, words: message ?? undefined }) ?? null };
}

type States = z.infer<typeof LicensedUser>['states'];

function licenceIn(states: States, sku: string): LicenceFacts['licences'][number] {
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
