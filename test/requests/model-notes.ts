/**
 * What a test itself knows of every licence request: written down turn by turn as each transaction makes it, and held against what
 * may be. What is wrong is kept rather than thrown, since it is found in the middle of Purser's own work.
 */
import type { LicenceRequest, RequestMove, RequestTurn } from '../../store/records.ts';
import type { Reader, Store, Transaction } from '../../store/store.ts';
import { type Company, groups } from '../stand-ins/tenant/index.ts';
import { minute, type TestClock } from '../world/clock.ts';
import type { Memory } from '../world/killable.ts';

/** Of one request. */
interface Known {
  last: LicenceRequest;
  /** Who approved it, as long as that counts. */
  approvedBy: string | null;
  given: number;
  /** Who made the turn that was told last: they saw it in the answer. */
  tellers: ReadonlySet<string>;
}
type Remembered = Map<string, Known>;

export interface Notes extends Memory<Remembered> {
  known: Remembered;
  wrong: string[];
  /** By person and SKU: the walk itself gave or took it, so that it proves nothing. */
  changedOutside: Set<string>;
  /** Had no account for a while: what they were to be told then is told to nobody. */
  disabled: Set<string>;
  reached: Map<string, number>;
  /** To be called when approvers changed. */
  lookWhoIsOut(): void;
  isOut(id: string): boolean;
}

export const ended: readonly LicenceRequest['state'][] = ['ended', 'rejected', 'withdrawn'];
/** These need the word of somebody who may decide. */
const deciding: readonly RequestMove[] = ['approve', 'reject', 'extend'];
/** These come of an approval. */
const onWord: readonly RequestMove[] = ['seat', 'short', 'give', 'fail', 'end', 'remove', 'retry', 'extend', 'warn'];

export function createNotes(its: Company, clock: TestClock, admins: readonly string[]): Notes {
  let known: Remembered = new Map();
  /** What is on disk for certain: somebody who is killed may never have written the rest. */
  let committed: Remembered = new Map();
  const wrong: string[] = [];
  const reached = new Map<string, number>();
  const outSince = new Map<string, number>();
  const say = ({ id }: LicenceRequest, what: string): void => void wrong.push(`${id}: ${what}`);
  const isOut = (id: string): boolean =>
    !its.users.get(id)?.accountEnabled ||
    !its.groups.find((each) => each.id === groups.approvers)?.members.includes(id);
  // Purser remembers who may what for five minutes.
  const isLongOut = (id: string): boolean => isOut(id) && clock.now().getTime() - (outSince.get(id) ?? 0) > 5 * minute;

  function note(after: LicenceRequest): void {
    const before = known.get(after.id);
    const mine = before ?? { last: after, approvedBy: null, given: 0, tellers: new Set([after.requester.id]) };
    known.set(after.id, mine);
    const { last } = mine;
    if (last.history.some((turn, at) => JSON.stringify(turn) !== JSON.stringify(after.history[at])))
      say(after, 'its history was changed');
    const turns = after.history.slice(before ? last.history.length : 0);
    let state = before ? last.state : 'pending';
    for (const turn of turns) {
      write(mine, turn, state, after);
      state = turn.to;
    }
    if (state !== after.state) say(after, `is ${after.state}, its history says ${state}`);
    if ((mine.approvedBy ?? null) !== (after.decision?.by.id ?? null))
      say(after, `rests on ${after.decision?.by.name}, and ${mine.approvedBy} approved it`);
    if (after.news > last.news) mine.tellers = new Set(turns.flatMap(({ by }) => by?.id ?? []));
    mine.last = after;
  }

  function write(
    mine: Known,
    { move, by, to, words }: RequestTurn,
    from: LicenceRequest['state'],
    after: LicenceRequest,
  ) {
    reached.set(to, (reached.get(to) ?? 0) + (to === from ? 0 : 1));
    if (ended.includes(from)) say(after, `${move} although it was ${from}`);
    if (deciding.includes(move)) mayDecide(mine, move, by, after);
    if (move === 'approve' && mine.approvedBy) say(after, `approved by ${by?.name} as well`);
    if (move === 'approve') mine.approvedBy = by?.id ?? null;
    if (move === 'reject' && !words?.trim()) say(after, 'rejected without a word');
    if (onWord.includes(move) && !mine.approvedBy) say(after, `${move} on nobody’s word`);
    if (move === 'unapprove' && mine.approvedBy === null) say(after, 'an approval is taken back that there was not');
    if (move === 'unapprove') mine.approvedBy = null;
    if (move === 'give') mine.given += 1;
    if (mine.given > 1) say(after, `given ${mine.given} times`);
  }

  function mayDecide({ last }: Known, move: RequestMove, by: RequestTurn['by'], after: LicenceRequest): void {
    if (!by) say(after, `${move} by nobody`);
    if (!by) return;
    if (by.id === after.requester.id || by.id === after.person.id) say(after, `${move} by ${by.name}, whose own it is`);
    const isCalled = admins.includes(by.id) && last.admins.length > 0;
    if (isLongOut(by.id) && !isCalled) say(after, `${move} by ${by.name}, who may not decide`);
  }

  const notes: Notes = {
    ...{ wrong, reached, changedOutside: new Set<string>(), disabled: new Set<string>(), isOut },
    get known() {
      return known;
    },
    lookWhoIsOut() {
      for (const id of its.users.keys())
        if (!isOut(id)) outSince.delete(id);
        else if (!outSince.has(id)) outSince.set(id, clock.now().getTime());
    },
    follow(store: Store) {
      const noteAll = (reader: Pick<Reader, 'all'>): void => {
        for (const each of [...reader.all('requests')]) if (known.get(each.id)?.last !== each) note(each);
      };
      const { transact } = store;
      store.transact = async <T>(work: (tx: Transaction) => T): Promise<T> => {
        let noted = committed;
        const result = await transact.call(store, (tx: Transaction) => {
          const made = work(tx);
          noteAll(tx);
          noted = structuredClone(known);
          return made;
        });
        committed = noted;
        return result as T;
      };
      noteAll(store);
      committed = structuredClone(known);
    },
    keep: () => committed,
    goBack(to) {
      known = to;
    },
  };
  return notes;
}
