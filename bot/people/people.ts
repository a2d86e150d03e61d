/**
 * Finds out who is speaking and what they may do, from Microsoft's directory, and remembers it for a short while: for people
 * who only look at something. While Microsoft does not answer, nobody has a role.
 */
import { LRUCache } from 'lru-cache';
import type { Somebody, Trouble } from '../../store/records.ts';
import type { Standing } from '../../store/takeover/moves.ts';
import type { ObjectionReader } from '../../store/takeover/objectors.ts';
import { type Clock, elapsedOn } from '../clock.ts';
import type { Config } from '../config/config.ts';

import { createAfresh } from '../microsoft/afresh.ts';
import { type Commerce, type DirectoryFacts, type PersonFacts, troubleIn } from '../microsoft/commerce.ts';
import { createKnocks } from '../microsoft/knocks.ts';
import { lately } from '../microsoft/lately.ts';
import { createToActivate, type ToActivate } from './eligibility.ts';
import { isAdminBy, isMember, standingOf } from './standing.ts';

export { isMember } from './standing.ts';

export const roles = ['admin', 'viewer', 'approver'] as const;
export type Role = (typeof roles)[number];

/** Why someone has a role, or has none. */
export type Reason =
  | 'globalAdministrator'
  | 'billingAdministrator'
  | 'globalReader'
  | 'approversGroup'
  | 'viewersGroup'
  | 'adminsApprove'
  | 'nothing'
  | 'unknown';

/** Somebody who may approve, with the addresses they may be called by. */
export type Approver = Somebody & Pick<PersonFacts, 'userName' | 'mail'>;

/** Someone of this organisation. */
export interface Speaker {
  /** Entra object id. */
  id: string;
  name: string;
  /** Null where Microsoft tells none, or could not be asked. */
  userName: string | null;
  mail: string | null;
  roles: ReadonlySet<Role>;
  reasons: readonly Reason[];
  checkedAt: Date;
  /** Why Microsoft could not be asked: the roles are none until it can; null where it was. */
  unchecked: Trouble | null;
  /** `preferredLanguage` of the directory. */
  preferredLanguage: string | null;
}

/** The speaker, as somebody who reads objections. */
export function objectionReader({ id, roles: held }: Pick<Speaker, 'id' | 'roles'>): ObjectionReader {
  return { id, decides: held.has('admin') || held.has('approver') };
}

export type Identity = { kind: 'colleague'; speaker: Speaker } | { kind: 'guest' } | { kind: 'stranger' };

export interface People {
  /**
   * @param fresh asks Microsoft again instead of answering from memory: whatever is decided rests on this
   * @param isEnough whether somebody may do what they want. Where they may not, however often it is asked, the same no is given
   *   for a few seconds; a yes always is Microsoft's own, of now.
   */
  identify(
    id: string,
    name: string,
    options?: { fresh?: boolean; isEnough?: (speaker: Speaker) => boolean },
  ): Promise<Identity>;
  /** Asks Microsoft for somebody who wants to see what they may do; again and again, they see what was found seconds ago. */
  lookAgain(id: string, name: string): Promise<Identity>;
  /**
   * Who many people are, at most a minute ago, in few calls: for what goes out to them by itself.
   *
   * @throws MicrosoftFailed
   */
  identities(ids: readonly string[]): Promise<ReadonlyMap<string, Identity>>;
  /**
   * Everyone who may approve, now or once they have activated their role.
   *
   * @param fresh asks Microsoft again instead of answering from memory
   * @throws MicrosoftFailed
   */
  approvers(options?: { fresh?: boolean }): Promise<readonly Approver[]>;
  /** Everyone who could approve when that was last asked; undefined where it was not, since Purser was started. */
  approversLately(): readonly Approver[] | undefined;
  /**
   * A directory role that somebody may activate to do what they want, or to do more where that isn't given; undefined where there
   * is none, or Microsoft doesn't tell.
   */
  toActivate: ToActivate;
  /**
   * Whether a takeover's people are still in office. Microsoft is asked each time, whatever is remembered.
   *
   * @throws MicrosoftFailed
   */
  standingOf(requester: string, approvers: readonly string[]): Promise<Standing>;
}

/** Long enough to spare Microsoft, short enough that someone who lost a role soon sees nothing more by it. */
const rememberMs = 5 * 60_000;
/** Who has no role may activate one at any time; so long they are taken at what was found. */
const roleLessMs = 5_000;
/** For what goes out by itself. */
const latelyMs = 60_000;

interface Remembered {
  identity: Identity;
  at: number;
  /** Of all questions to Microsoft: an answer may arrive after that to a later question. */
  nth: number;
}

export function createPeople(
  commerce: Pick<
    Commerce,
    'directoryFacts' | 'everyonesFacts' | 'members' | 'admins' | 'eligibleAdmins' | 'people' | 'eligible'
  >,
  clock: Clock,
  config: Pick<Config, 'approversGroup' | 'viewersGroup'>,
): People {
  const memory = createMemory(clock);
  let approvers: readonly Approver[] | undefined;
  const approving = lately(async () => {
    approvers = await approversNow(commerce, config);
    return approvers;
  }, clock);
  const afresh = createAfresh<Identity>();
  const knocks = createKnocks<Identity>(clock);
  const looks = createKnocks<Identity>(clock);
  const underWay = new Map<string, Promise<Identity>>();
  const groups = [...new Set([config.approversGroup, config.viewersGroup].filter((group) => group !== undefined))];

  const lookUp = async (id: string, name: string, fresh: boolean): Promise<Identity> => {
    const keep = memory.asking();
    try {
      const facts = await commerce.directoryFacts(id, groups, { deciding: fresh });
      return keep(id, identityOf(facts, config, clock.now()));
    } catch (error) {
      // Fails closed, and is remembered as a knock at most: the next message asks again. The gateway has logged and counted why.
      return { kind: 'colleague', speaker: uncheckedSpeaker({ id, name }, clock.now(), troubleIn(error)) };
    }
  };

  const asking = (id: string, fresh: boolean, ask: () => Promise<Identity>): Promise<Identity> => {
    // An answer that is already under way may be older than the change the person wants to see.
    const asked = fresh ? afresh(id, ask) : (underWay.get(id) ?? ask());
    underWay.set(id, asked);
    const isOver = (): boolean => underWay.get(id) === asked && underWay.delete(id);
    asked.then(isOver, isOver);
    return asked;
  };

  return {
    identify(id, name, { fresh = false, isEnough = () => true } = {}) {
      const isNo = (identity: Identity): boolean => !isYes(identity, isEnough);
      const kept = fresh ? undefined : memory.get(id, rememberMs);
      const isKept = kept && !isNo(kept) && (hasRole(kept) || memory.get(id, roleLessMs));
      const known = (isKept ? kept : undefined) ?? knocks.remembered(id, isNo);
      if (known) return Promise.resolve(known);
      const ask = async (): Promise<Identity> => {
        const identity = await lookUp(id, name, fresh);
        knocks.note(id, identity, isNo(identity));
        // What was known of them is still better than nothing.
        return (isUnchecked(identity) && kept) || identity;
      };
      return asking(id, fresh, ask);
    },
    lookAgain(id, name) {
      const known = looks.remembered(id, () => true);
      if (known) return Promise.resolve(known);
      return asking(id, true, async () => {
        const identity = await lookUp(id, name, true);
        looks.note(id, identity, true);
        // What they have just been shown that they may do, they are not told that they may not.
        knocks.learn(id, identity);
        return identity;
      });
    },
    async identities(ids) {
      const known = new Map(ids.map((id) => [id, memory.get(id, latelyMs)] as const));
      const keep = memory.asking();
      const facts = await commerce.everyonesFacts(
        [...known].filter(([, who]) => !who).map(([id]) => id),
        groups,
      );
      const found = [...facts].map(([id, each]) => [id, keep(id, identityOf(each, config, clock.now()))] as const);
      return new Map([...[...known].flatMap(([id, who]) => (who ? [[id, who] as const] : [])), ...found]);
    },
    approvers: ({ fresh = false } = {}) => approving(fresh ? 0 : rememberMs),
    approversLately: () => approvers,
    toActivate: createToActivate(commerce, clock, config),
    standingOf: (requester, approvers) => standingOf(requester, approvers, { commerce, group: config.approversGroup }),
  };
}

function isYes(identity: Identity, isEnough: (speaker: Speaker) => boolean): boolean {
  return identity.kind === 'colleague' && !identity.speaker.unchecked && isEnough(identity.speaker);
}

function isUnchecked(identity: Identity): boolean {
  return identity.kind === 'colleague' && identity.speaker.unchecked !== null;
}

function hasRole(identity: Identity): boolean {
  return identity.kind === 'colleague' && identity.speaker.roles.size > 0;
}

/** What Microsoft said of people, until it is too old, or something newer is known. */
function createMemory(clock: Clock) {
  const lifetime = { ttl: rememberMs, ttlResolution: 0, perf: { now: () => elapsedOn(clock) } };
  const remembered = new LRUCache<string, Remembered>({ max: 10_000, ...lifetime });
  let questions = 0;
  return {
    get(id: string, atMostMs: number): Identity | undefined {
      const known = remembered.get(id);
      return known && elapsedOn(clock) - known.at <= atMostMs ? known.identity : undefined;
    },
    /** Called before a question. @returns what keeps its answer, unless a later one has been answered */
    asking() {
      const nth = ++questions;
      return (id: string, identity: Identity): Identity => {
        const newer = (remembered.peek(id)?.nth ?? 0) > nth;
        if (!newer) remembered.set(id, { identity, nth, at: elapsedOn(clock) });
        return identity;
      };
    },
  };
}

/** By the same rule as `identityOf`; and admins who first have to activate their role. */
async function approversNow(
  commerce: Pick<Commerce, 'members' | 'admins' | 'eligibleAdmins' | 'people'>,
  { approversGroup }: Pick<Config, 'approversGroup'>,
): Promise<Approver[]> {
  const haste = { brisk: true };
  const admins = async () => {
    const [active, eligible] = await Promise.all([commerce.admins(haste), commerce.eligibleAdmins(haste)]);
    return commerce.people([...new Set([...active, ...(eligible ?? [])])], haste);
  };
  const found = approversGroup === undefined ? await admins() : await commerce.members(approversGroup);
  return found.filter(isMember).map((person) => ({
    id: person.id,
    name: nameOf(person),
    userName: person.userName,
    mail: person.mail,
  }));
}

function nameOf({ id, name, userName }: PersonFacts): string {
  return name ?? userName ?? id;
}

/** @param unchecked why Microsoft could not be asked about them */
export function uncheckedSpeaker({ id, name }: Pick<Speaker, 'id' | 'name'>, now: Date, unchecked: Trouble): Speaker {
  return {
    id,
    name: name || id,
    userName: null,
    mail: null,
    roles: new Set(),
    reasons: ['unknown'],
    checkedAt: now,
    unchecked,
    preferredLanguage: null,
  };
}

/** Who someone is, by what the directory tells of them. Pure. */
export function identityOf(
  { person, roles: held, groups }: DirectoryFacts,
  config: Pick<Config, 'approversGroup' | 'viewersGroup'>,
  now: Date,
): Identity {
  if (!person?.enabled) return { kind: 'stranger' };
  if (person.guest) return { kind: 'guest' };
  const inGroup = (group: string | undefined): boolean => group !== undefined && groups.has(group);
  const isAdmin = isAdminBy(held);
  const grants: [Reason, boolean, readonly Role[]][] = [
    ['globalAdministrator', held.has('globalAdministrator'), ['admin', 'viewer']],
    ['billingAdministrator', held.has('billingAdministrator'), ['admin', 'viewer']],
    ['globalReader', held.has('globalReader'), ['viewer']],
    ['viewersGroup', inGroup(config.viewersGroup), ['viewer']],
    ['approversGroup', inGroup(config.approversGroup), ['approver']],
    ['adminsApprove', isAdmin && config.approversGroup === undefined, ['approver']],
  ];
  const granted = grants.filter(([, holds]) => holds);
  const reasons = granted.map(([reason]) => reason);
  return {
    kind: 'colleague',
    speaker: {
      id: person.id,
      name: nameOf(person),
      userName: person.userName,
      mail: person.mail,
      roles: new Set(granted.flatMap(([, , given]) => given)),
      reasons: reasons.length > 0 ? reasons : ['nothing'],
      checkedAt: now,
      unchecked: null,
      preferredLanguage: person.language,
    },
  };
}
