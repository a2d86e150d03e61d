/** The moves that Purser itself has to make in an open takeover, by the clock or because of what the sync found. */
import type { Takeover } from '../../../store/records.ts';
import type { Store } from '../../../store/store.ts';
import { openObjections, waitsForWord } from '../../../store/takeover/advance.ts';
import { nextReminder } from '../../../store/takeover/deadlines.ts';
import { type Action, fingerprintOf } from '../../../store/takeover/fingerprint.ts';
import { type Move, turnOf } from '../../../store/takeover/moves.ts';
import { timesRevised } from '../../../store/takeover/turns.ts';
import type { Config } from '../../config/config.ts';
import { currentAction } from '../state/action.ts';
import { times } from '../state/decision-deadline.ts';
import { tellingOf } from '../state/untold.ts';
import type { Failure } from './run.ts';
import { hasBegun } from './transfers.ts';

/**
 * - `start`: it may begin, if Microsoft shows that nothing is in the way.
 * - `objected`: it would begin if nobody objected; the person who is to answer may be gone.
 * - `untold`: it would begin if an approver said that those who could not be told know; likewise.
 * - `telling`: it would begin, and somebody who loses access by it is being told just now.
 * - `revise`: it is another thing than what was requested, and Microsoft is asked who the people are now.
 */
export type Look = 'start' | 'objected' | 'untold' | 'telling' | 'revise';

interface At {
  store: Store;
  takeovers: Config['takeovers'];
  now: Date;
}

/** The move that is due, or what Microsoft has to be asked first; undefined where there is nothing to do. */
export function dueNow(takeover: Takeover, at: At): Move | Look | undefined {
  const { state } = takeover;
  if (state === 'running') return undefined;
  const action = currentAction(takeover, at.store);
  if (!action) return endedMove(takeover, at.store);
  if (state === 'waiting' || state === 'stopped' || state === 'failed') return undefined;
  if (fingerprintOf(action) !== takeover.fingerprint) return 'revise';
  return state === 'approved' ? lookDue(takeover, at) : decisionDue(takeover, at);
}

/** The failures after which only its end was missing. */
const endless: ReadonlySet<string | null> = new Set<Failure | null>(['ending', 'some-unseen']);

/** It has ended: that is what was wanted, or there is nothing left to want. */
function endedMove(takeover: Takeover, store: Store): Move {
  const { state, purchase } = takeover;
  // All that was left to do was to end it, which somebody else has done.
  const lacksEnd = state === 'failed' && endless.has(turnOf(takeover).words);
  const isPartly = (state === 'stopped' || state === 'failed') && hasBegun(takeover, store);
  const isAchieved = state === 'waiting' || lacksEnd || isPartly;
  if (!isAchieved) return { kind: 'withdraw', words: 'over' };
  return { kind: 'finish', words: store.get('purchases', purchase.id)?.status === 'Deleted' ? 'deleted' : 'gone' };
}

function lookDue(takeover: Takeover, { now, store }: At): Move | Look | undefined {
  const at = now.toISOString();
  if (at < (takeover.notBefore ?? at)) return undefined;
  if (openObjections(takeover).length > 0) return 'objected';
  const { untold, isUnderWay } = tellingOf(takeover, store, now);
  if (isUnderWay) return 'telling';
  if (untold.length === 0) return 'start';
  return waitsForWord(takeover, untold) ? 'untold' : { kind: 'untold', whose: untold };
}

function decisionDue({ decideBy, remindAt }: Takeover, { now, takeovers }: At): Move | undefined {
  const at = now.toISOString();
  if (at >= decideBy) return { kind: 'expire' };
  if (!remindAt || at < remindAt) return undefined;
  return { kind: 'remind', next: nextReminder(now, new Date(decideBy), takeovers.calendar) };
}

/** After so many changes there is no new time to decide; otherwise a purchaser who buys on and on could put it off for ever. */
const mostRenewals = 3;

export function renewedTimes(
  takeover: Takeover,
  { purchase }: Action,
  { now, takeovers }: Pick<At, 'now' | 'takeovers'>,
): ReturnType<typeof times> {
  const { state, decideBy, remindAt } = takeover;
  if (state !== 'pending' || timesRevised(takeover) < mostRenewals) return times(purchase.nextAt, now, takeovers);
  return { decideBy: new Date(decideBy), remindAt: remindAt === null ? null : new Date(remindAt) };
}

/** The moments at which something may become due. */
export function dueTimes({ decideBy, remindAt, notBefore }: Takeover): number[] {
  return [decideBy, remindAt, notBefore].flatMap((at) => (at ? [Date.parse(at)] : []));
}
