/**
 * A world that a random walk moves: Purser may be killed at any request it sends to Microsoft, and something may happen in the
 * middle of one.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Store } from '../../store/store.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import type { Fault } from '../stand-ins/tenant/index.ts';
import type { Walked } from './walking.ts';
import { openWorld, type World, type WorldOptions } from './world.ts';

/** What somebody may look at while it is on its way. */
export type Call = Parameters<Exclude<Fault['match'], string>>[0];

export interface Killable {
  world: World;
  /** Where its records are. */
  folder: string;
  /** When so many further requests have reached Microsoft, once; undefined: nothing is meant to happen. */
  trap: { after: number; spring: () => void } | undefined;
  killed: boolean;
  /** Anybody of the organisation, with Purser installed. */
  person(id: string): Person;
  /** Takes a copy of the records as they are on disk, and cuts Purser off, as if it were killed now. */
  kill(): void;
  /** Goes on with the records, or with those it was killed with. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** What a test remembers of the records by itself; it forgets what a kill undoes. */
export interface Memory<Kept> {
  follow(store: Store): void;
  keep(): Kept;
  goBack(to: Kept): void;
}

export async function openKillable<Kept>(
  { environment = {}, ...options }: WorldOptions,
  memory: Memory<Kept>,
): Promise<Killable> {
  const folder = mkdtempSync(join(tmpdir(), 'purser-walk-'));
  const [live, kept] = [join(folder, 'live'), join(folder, 'kept')];
  const world = await openWorld({ ...options, environment: { STORE: `file:${live}`, ...environment } });
  const { users } = world.tenant.company;
  const cut: Fault = { match: (call) => !call.inBatch, kind: 'reset-before', times: Number.POSITIVE_INFINITY };
  const known = new Map<string, Person>(Object.values(world.people).map((each) => [each.id, each]));
  let atKill: { kept: Kept } | undefined;
  const killable: Killable = {
    ...{ world, folder: live, trap: undefined, killed: false },
    person(id) {
      const person =
        known.get(id) ?? world.teams.person({ id, name: users.get(id)?.displayName ?? id, installed: true });
      known.set(id, person);
      return person;
    },
    kill() {
      if (killable.killed) return;
      killable.killed = true;
      cpSync(live, kept, { recursive: true, filter: (path) => !basename(path).startsWith('lease-') });
      atKill = { kept: memory.keep() };
      world.tenant.faults.unshift(cut);
    },
    async restart() {
      const { stop } = world.purser;
      const goBack = async (): Promise<void> => {
        await stop();
        for (const name of readdirSync(live)) rmSync(join(live, name), { recursive: true });
        cpSync(kept, live, { recursive: true });
        rmSync(kept, { recursive: true });
        if (atKill) memory.goBack(atKill.kept);
        // Until then it was cut off: what somebody does who was killed is done by nobody.
        world.tenant.faults.splice(world.tenant.faults.indexOf(cut), 1);
        killable.killed = false;
      };
      if (killable.killed) world.purser = { ...world.purser, stop: goBack };
      await world.restart();
      memory.follow(world.purser.store);
    },
    async close() {
      await world.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  memory.follow(world.purser.store);
  return killable;
}

/** Has something happen at a request that reaches Microsoft while this is done. @returns what came of it, in words */
export async function amidst(
  walk: Killable & Walked,
  { after, spring: happens }: NonNullable<Killable['trap']>,
  does: () => Promise<string>,
): Promise<string> {
  walk.trap = { after, spring: happens };
  const told = await does();
  if (!walk.trap) walk.reached.set('trapped', (walk.reached.get('trapped') ?? 0) + 1);
  const remark = walk.trap ? ', nothing was under way' : '';
  walk.trap = undefined;
  return `${told}${remark}`;
}

/** Looks at every request the moment it reaches Microsoft, and springs the trap. */
export function watchRequests(walk: Pick<Killable, 'world' | 'trap'>, look: (call: Call) => void): void {
  // Fits nothing, so that it only looks: `429` is a kind that requests within a batch are held against too.
  walk.world.tenant.faults.push({
    kind: '429',
    match(call) {
      look(call);
      if (!call.inBatch && call.path.startsWith('/graph')) spring(walk);
      return false;
    },
  });
}

function spring(walk: Pick<Killable, 'trap'>): void {
  if (!walk.trap || walk.trap.after-- > 0) return;
  const { spring: now } = walk.trap;
  walk.trap = undefined;
  now();
}
