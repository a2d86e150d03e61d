/** Looks over Microsoft's shoulder while a takeover runs, strikes Purser down there, and makes trouble. */

import type { Fault } from '../stand-ins/tenant/faults.ts';
import { holds } from '../stand-ins/tenant/seats.ts';
import { target } from '../world/takeovers.ts';
import type { Outage } from './outage.ts';
import type { Wanted } from './takeovers.ts';

/** What was seen at Microsoft. */
export interface Seen {
  /** Requests to give somebody what they had, or to take what they had not. */
  needless: string[];
  /** Of those: such as changed what they had. */
  harmful: string[];
  /** Requests about somebody the takeover is not about. */
  strangers: string[];
  /** How often somebody came to have the target, or lost what was bought. */
  came: Map<string, number>;
  lost: Map<string, number>;
  troubles: number;
}

export interface Blows {
  seen: Seen;
  /** Of the run: what is read of the holders' licences, and what is written. */
  requests(): number;
  /** About so many come in one life. */
  perLife: number;
  answerMs: number;
  /** What Purser has just committed. @returns whether it may go on */
  reached(words: readonly string[]): boolean;
  /** Of the takeover, as Purser said last. */
  state(): string | undefined;
  isStruck(): boolean;
  /** It was started anew. */
  rise(): void;
}

type Call = Parameters<Exclude<Fault['match'], string>>[0];

const forever = { times: Number.POSITIVE_INFINITY } as const;
const answerMs = 40;
const aboutOne = /^\/graph\/v1\.0\/users\/([^/]+)\/assignLicense$/;

/** The requests of a run, each a batch: the licences of some are read, given or taken. */
function isOfRun({ path, inBatch, body }: Call): boolean {
  return !inBatch && path.endsWith('/$batch') && /assignLicense|licenseAssignmentStates/.test(body);
}

export function watch(stage: Outage, wanted: Wanted, source: string): Blows {
  const { users } = stage.tenant.company;
  const own = new Set(
    [...users.values()].flatMap(({ id, licences }) => (licences.some(({ skuId }) => skuId === source) ? id : [])),
  );
  const seen: Seen = {
    ...{ needless: [], harmful: [], strangers: [], troubles: 0 },
    ...{ came: new Map(), lost: new Map() },
  };
  const every = 'every' in wanted.kills ? wanted.kills.every : Number.POSITIVE_INFINITY;
  /** Where it was, or was let off. */
  const passed = new Set<string>();
  let [at, requests, boundaries, isStruck] = ['', 0, 0, false];
  let state: string | undefined;

  const mayStrike = (place: string): boolean => {
    if (isStruck || passed.has(place)) return false;
    passed.add(place);
    if (++boundaries % every !== 0) return false;
    isStruck = true;
    stage.strike();
    return true;
  };

  /** Between two requests one person's licences have changed at most once. */
  const had = new Map([...own].map((id) => [id, stateOf(id)]));
  function stateOf(id: string): { source: boolean; target: boolean } {
    const user = users.get(id);
    return { source: user !== undefined && holds(user, source), target: user !== undefined && holds(user, target.sku) };
  }
  function look(): void {
    for (const id of own) {
      const [before, now] = [had.get(id), stateOf(id)];
      if (now.target && !before?.target) seen.came.set(id, (seen.came.get(id) ?? 0) + 1);
      if (before?.source && !now.source) seen.lost.set(id, (seen.lost.get(id) ?? 0) + 1);
      had.set(id, now);
    }
  }
  function lookAt(id: string, body: string): void {
    const user = users.get(id);
    if (!own.has(id) || !user) return void seen.strangers.push(id);
    const { addLicenses, removeLicenses } = JSON.parse(body) as {
      addLicenses: { skuId: string; disabledPlans: string[] }[];
      removeLicenses: string[];
    };
    for (const { skuId, disabledPlans } of addLicenses) {
      const known = user.licences.find((each) => each.skuId === skuId);
      if (skuId !== target.sku) seen.strangers.push(`${id} ${skuId}`);
      if (known) seen.needless.push(id);
      if (known && JSON.stringify(known.disabledPlans ?? []) !== JSON.stringify(disabledPlans)) seen.harmful.push(id);
    }
    for (const skuId of removeLicenses) {
      if (skuId !== source) seen.strangers.push(`${id} ${skuId}`);
      if (!holds(user, skuId)) seen.needless.push(id);
    }
  }

  stage.tenant.faults.push(
    {
      // Of a kind that is asked about requests within a batch, too; it never comes.
      ...{ kind: '429', ...forever },
      match(call) {
        look();
        const [, id] = aboutOne.exec(call.path) ?? [];
        if (id) lookAt(id, call.body);
        if (isOfRun(call)) requests++;
        return false;
      },
    },
    { kind: 'reset-before', ...forever, match: (call) => isOfRun(call) && mayStrike(`${at} before ${call.body}`) },
    { kind: 'reset-after', ...forever, match: (call) => isOfRun(call) && mayStrike(`${at} after ${call.body}`) },
    ...(wanted.isTroubled ? troubles(wanted.chance, () => seen.troubles++) : []),
    { kind: 'slow', ms: answerMs, ...forever, match: isOfRun },
  );
  return {
    ...{ seen, answerMs, perLife: 5, requests: () => requests, state: () => state, isStruck: () => isStruck },
    reached(words) {
      state = words.flatMap((each) => /^TK-1 (\w+) \d+$/.exec(each)?.[1] ?? []).at(-1);
      at = words.filter((each) => / takeover |given/.test(each)).join();
      const fresh = words.find((each) => !passed.has(each));
      for (const each of words) if (each !== fresh) passed.add(each);
      return !(fresh && mayStrike(fresh));
    },
    rise() {
      isStruck = false;
    },
  };
}

/** In every way that may pass. */
function troubles(chance: () => number, note: () => void): Fault[] {
  const sometimes = (share: number, is: (call: Call) => boolean) => (call: Call) => {
    const comes = is(call) && chance() < share;
    if (comes) note();
    return comes;
  };
  const isWrite = ({ path }: Call): boolean => aboutOne.test(path);
  return [
    { kind: '429', retryAfter: 7, ...forever, match: sometimes(0.01, isWrite) },
    { kind: 'status', code: 503, ...forever, match: sometimes(0.005, isWrite) },
    { kind: '429', retryAfter: 3, ...forever, match: sometimes(0.03, isOfRun) },
    { kind: 'status', code: 502, ...forever, match: sometimes(0.03, isOfRun) },
    { kind: 'reset-before', ...forever, match: sometimes(0.03, isOfRun) },
    { kind: 'reset-after', ...forever, match: sometimes(0.05, isOfRun) },
  ];
}
