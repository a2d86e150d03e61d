/**
 * What a test itself knows of every takeover: written down turn by turn as each transaction makes it, and held against what may
 * be. What is wrong is kept rather than thrown, since it is found in the middle of Purser's own work.
 */

import { isLive } from '../../bot/purchases/purchase-index.ts';
import type { Purchase, Takeover, TakeoverState } from '../../store/records.ts';
import type { Reader, Store, Transaction } from '../../store/store.ts';
import { type Company, groups } from '../stand-ins/tenant/index.ts';
import { minute, type TestClock } from '../world/clock.ts';

export const ended: readonly TakeoverState[] = ['done', 'rejected', 'withdrawn', 'expired'];

/** Of one takeover. */
export interface Known {
  last: Takeover;
  /** Since it last changed: who approved, and for what exactly. */
  approvals: Map<string, string>;
  objecting: Set<string>;
  /** Whoever was its purchaser or on its list at some time. */
  concerned: Set<string>;
  hasRun: boolean;
}

export interface Diary {
  known: Map<string, Known>;
  wrong: string[];
  /** By person and SKU: the walk itself took it, so that it is missing proves nothing. */
  takenOutside: Set<string>;
  reached: Map<string, number>;
  /** To be called when approvers changed. */
  lookWhoIsOut(): void;
  follow(store: Store): void;
  keep(): Map<string, Known>;
  goBack(to: Map<string, Known>): void;
}

type Turn = Takeover['history'][number];

/** Purchase, act, ending and list as one text: what an approval is for. */
export function actionText({ purchase: { id, subscription, sku, purchaser }, act, ending, holders }: Takeover): string {
  const target = act.kind === 'move' ? act.to.sku : null;
  return JSON.stringify([id, subscription, sku, purchaser?.id, act.kind, target, ending, [...holders.ids].sort()]);
}

export function createDiary(its: Company, clock: TestClock): Diary {
  let known = new Map<string, Known>();
  const wrong: string[] = [];
  const reached = new Map<string, number>();
  const outSince = new Map<string, number>();
  const say = ({ id }: Takeover, what: string): void => void wrong.push(`${id}: ${what}`);
  const isOut = (id: string): boolean => {
    const group = its.groups.find((each) => each.id === groups.approvers);
    return !its.users.get(id)?.accountEnabled || !group?.members.includes(id);
  };

  // Purser remembers who may what for five minutes, and asks again before anything runs.
  const isLongOut = (id: string): boolean => isOut(id) && clock.now().getTime() - (outSince.get(id) ?? 0) > 5 * minute;

  function note(after: Takeover, reader: Reader): void {
    const before = known.get(after.id) ?? begun(after);
    known.set(after.id, before);
    const { last } = before;
    if (last.history.some((turn, at) => JSON.stringify(turn) !== JSON.stringify(after.history[at])))
      say(after, 'its history was changed');
    const turns = after.history.slice(last === after ? 0 : last.history.length);
    for (const turn of turns) write(before, turn, turn === after.history.at(-1), after, reader);
    if (turns.length === 0 && last.state !== after.state) say(after, `became ${after.state} without a turn`);
    before.last = after;
    for (const id of [after.purchase.purchaser?.id ?? '', ...after.holders.ids]) before.concerned.add(id);
    const ends = after.history.filter(({ to }) => ended.includes(to));
    if (ends.length > 1) say(after, `ended more than once: ${ends.map(({ to }) => to).join()}`);
  }

  function write(mine: Known, { move, by, to, words }: Turn, isNewest: boolean, after: Takeover, reader: Reader): void {
    const { last } = mine;
    reached.set(to, (reached.get(to) ?? 0) + 1);
    const id = by?.id ?? '';
    const action = actionText(after);
    if (ended.includes(last.state) && last !== after) say(after, `${move} although it was ${last.state}`);
    if (move === 'approve') {
      if (id === last.requester.id) say(after, 'approved by its own requester');
      if (id === last.purchase.purchaser?.id) say(after, 'approved by its own purchaser');
      if (!by) say(after, 'approved by nobody');
      if (mine.approvals.get(id) === action) say(after, `approved twice by ${by?.name}`);
      if (isLongOut(id)) say(after, `approved by ${by?.name}, who is out`);
      if (isNewest && !isStillThat(after, reader)) say(after, 'approved although it had changed');
      mine.approvals.set(id, action);
      const enough = mine.approvals.size >= after.needed;
      if (to !== (enough ? 'approved' : 'pending')) say(after, `${mine.approvals.size} approvals made it ${to}`);
    }
    if (move === 'reject' && (id === last.requester.id || id === last.purchase.purchaser?.id || !words?.trim()))
      say(after, `rejected by ${by?.name}: ${words}`);
    if (move === 'revise') mine.approvals.clear();
    if (move === 'unapprove')
      for (const approver of [...mine.approvals.keys()]) if (isOut(approver)) mine.approvals.delete(approver);
    if (move === 'object') mine.objecting.add(id);
    if (move === 'object' && !last.holders.ids.includes(id) && last.purchase.purchaser?.id !== id)
      say(after, `${by?.name} objected, whom it is nothing to`);
    if (move === 'answer' && id !== after.requester.id) say(after, `${by?.name} answered in place of its requester`);
    if (move === 'answer' || move === 'withdraw')
      for (const each of after.objections) if (each.answer) mine.objecting.delete(each.by.id);
    for (const each of after.objections) if (!each.answer) mine.objecting.add(each.by.id);
    if (move === 'start' || move === 'retry') mayRun(mine, move, after);
    if (isNewest && after.approvals.some((each) => mine.approvals.get(each.by.id) !== action))
      say(after, 'counts an approval that was not given for this');
    if (isNewest && after.state !== to) say(after, `is ${after.state}, its history says ${to}`);
  }

  function mayRun(mine: Known, move: 'start' | 'retry', after: Takeover): void {
    const action = actionText(after);
    const counting = [...mine.approvals].filter(([, what]) => what === action).map(([who]) => who);
    if (counting.length < after.needed) say(after, `${move} with ${counting.length} of ${after.needed} approvals`);
    if (counting.some(isOut)) say(after, `${move} on the approval of somebody who is out`);
    if (mine.objecting.size > 0) say(after, `${move} while somebody objects`);
    if (!its.users.get(after.requester.id)?.accountEnabled) say(after, `${move} for somebody who is out`);
    if (!after.notBefore || clock.now().toISOString() < after.notBefore) say(after, `${move} within the notice period`);
    mine.hasRun = true;
  }

  return {
    ...{ wrong, reached, takenOutside: new Set<string>() },
    get known() {
      return known;
    },
    lookWhoIsOut() {
      for (const id of its.users.keys())
        if (!isOut(id)) outSince.delete(id);
        else if (!outSince.has(id)) outSince.set(id, clock.now().getTime());
    },
    follow(store) {
      const { transact } = store;
      store.transact = <T>(work: (tx: Transaction) => T): Promise<T> =>
        transact.call(store, (tx: Transaction) => {
          const result = work(tx);
          for (const each of [...tx.all('takeovers')]) if (known.get(each.id)?.last !== each) note(each, tx);
          return result;
        }) as Promise<T>;
      for (const each of [...store.all('takeovers')]) note(each, store);
    },
    keep: () => structuredClone(known),
    goBack(to) {
      known = to;
    },
  };
}

function begun(takeover: Takeover): Known {
  return {
    last: takeover,
    ...{ approvals: new Map<string, string>(), objecting: new Set<string>(), concerned: new Set<string>() },
    hasRun: false,
  };
}

/** Whether it is still what it says, as far as the records know. */
function isStillThat({ purchase, holders }: Takeover, reader: Reader): boolean {
  const now = reader.get('purchases', purchase.id);
  if (!now || !isLive(now)) return false;
  if ((now.purchaser ?? null) !== (purchase.purchaser?.id ?? null) || now.sku !== purchase.sku) return false;
  const isOnly =
    [...reader.all('purchases')].filter((each: Purchase) => each.sku === now.sku && isLive(each)).length === 1;
  if (holders.known !== 'sole' || !isOnly) return true;
  return (reader.get('holdings', now.sku)?.holders ?? []).every((id) => holders.ids.includes(id));
}
