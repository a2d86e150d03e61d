/** A takeover as its purchaser or one of its holders is told of it, worked out once for the reader of one notice. */
import type { Notice, Stage, Takeover } from '../../../../store/records.ts';
import { countingApprovals, openObjections } from '../../../../store/takeover/advance.ts';
import { turnOf } from '../../../../store/takeover/moves.ts';
import { table } from '../../../../store/takeover/table.ts';
import { shortName } from '../../../core/lines.ts';
import type { Shown } from '../../../core/notice.ts';
import type { Language } from '../../../language/index.ts';
import { calledIn } from '../../../people/told-apart.ts';
import { hasBegun, isShort, transferOf } from '../../run/transfers.ts';
import { replacementFor } from '../../state/replacement.ts';
import { turnText, turnWords } from '../turns.ts';
import { summaryOf, type TakeoverSummary } from './summary.ts';

export interface AnnouncedView extends TakeoverSummary {
  notice: Pick<Notice, 'id' | 'answer'>;
  stage: Stage;
  /** The purchaser pays for it, a holder uses it. A purchaser who also holds it is told what the purchaser is. */
  who: 'purchaser' | 'holder';
  /** The reader holds a licence of it. */
  isHolder: boolean;
  /** Of a takeover that was given up: it ended by itself, some people had been moved already, or nothing was done. */
  off: 'over' | 'begun' | 'untouched' | undefined;
  /** Decided for the reader alone: in the end, some of the people who were to be moved may not have been. */
  fate: 'move' | 'cancel';
  /** Not everybody could be moved. */
  isShort: boolean;
  /** The reader objects once it can't be held up any more: their words went to the requester, or nobody is there to read them. */
  late: 'passedOn' | 'unheard' | undefined;
  /** When it begins, where nothing holds it. */
  firmStart: Date | undefined;
  /** On which day it began; undefined while it hasn't. */
  begunOn: string | undefined;
  /** On which day Microsoft showed that it had ended. */
  endedOn: string | undefined;
  /** The organisation's product that can be asked for instead of one that is cancelled. */
  replacement: string | undefined;
  /** An objection would still hold it, and the reader's own, if any, is answered. */
  canObject: boolean;
  /** The reader's own objection has no answer yet. */
  isWaited: boolean;
  /** The reader objected, and it goes on all the same. */
  isOverruled: boolean;
  /** The requester, and the people who approved it. */
  decided: string;
  /** The person who gave it up, and their reason. */
  givenUp: { by: string; why: string | undefined };
  /** The purchaser's costs from now on. */
  pays: string;
  /** Pages of the organisation: is this message real, and how to claim expenses. */
  pages: Shown['dependencies']['config']['pages'];
}

export type Announced = Pick<AnnouncedView, 'stage' | 'who'> & { person: string };

export function announcedView(takeover: Takeover, { stage, who, person }: Announced, shown: Shown): AnnouncedView {
  const { language, dependencies, notice } = shown;
  const { store, config } = dependencies;
  const summary = summaryOf(takeover, shown);
  const turn = turnOf(takeover);
  return {
    ...summary,
    ...{ notice, stage, who, pages: config.pages },
    isHolder: takeover.holders.ids.includes(person),
    off: stage === 'called-off' ? offOf(takeover, shown) : undefined,
    fate: fateOf(takeover, stage, transferOf(store, takeover.id, person)?.given),
    isShort: who === 'purchaser' && stage === 'after' && isShort(takeover, store),
    late: lateOf(takeover, person, shown),
    firmStart: firmStartOf(stage, summary),
    begunOn: dayOf(takeover, 'start', language),
    endedOn: takeover.state === 'done' ? dayOf(takeover, 'finish', language) : undefined,
    replacement: takeover.act.kind === 'cancel' ? replacementFor(takeover.purchase.sku, store) : undefined,
    canObject: coming.has(stage) && mayObject(takeover, person),
    isWaited: openObjections(takeover).some(({ by }) => by.id === person),
    isOverruled: takeover.objections.some(({ by, answer }) => by.id === person && answer?.how === 'went-on'),
    decided: decidedText(takeover, summary, shown),
    givenUp: { by: turnText(turn, shown), why: turnWords(turn, language) },
    pays: paysText(takeover, language, store.get('purchases', takeover.purchase.id)?.trial ?? false),
  };
}

function offOf(takeover: Takeover, { dependencies }: Shown): NonNullable<AnnouncedView['off']> {
  const { by, words } = turnOf(takeover);
  if (by === null && words === 'over') return 'over';
  return hasBegun(takeover, dependencies.store) ? 'begun' : 'untouched';
}

type Given = NonNullable<ReturnType<typeof transferOf>>['given'];

function fateOf({ act }: Takeover, stage: Stage, given: Given | undefined): AnnouncedView['fate'] {
  if (act.kind === 'cancel') return 'cancel';
  return stage !== 'after' || given === 'done' || given === 'already' ? 'move' : 'cancel';
}

/** Told while it is still to come, or under way. */
export const coming: ReadonlySet<Stage> = new Set(['before', 'today']);

/** It is under way or done, so an objection holds nothing any more. */
export function isLateFor({ state }: Takeover): boolean {
  return state === 'running' || state === 'waiting' || state === 'done';
}

function lateOf(takeover: Takeover, person: string, { notice, dependencies: { store } }: Shown): AnnouncedView['late'] {
  const isOnRecord = takeover.objections.some(({ by }) => by.id === person);
  if (notice.answer?.what !== 'objected' || isOnRecord || !isLateFor(takeover)) return undefined;
  const requester = store.get('people', takeover.requester.id);
  return requester?.enabled && !requester.leftAt ? 'passedOn' : 'unheard';
}

function firmStartOf(stage: Stage, { state, start, isObjected, isPaused }: TakeoverSummary): Date | undefined {
  return stage === 'before' && state === 'approved' && !isObjected && !isPaused ? start : undefined;
}

function dayOf({ history }: Takeover, move: 'start' | 'finish', { format }: Language): string | undefined {
  const turn = history.findLast((each) => each.move === move);
  return turn && format.date(turn.at);
}

/** People whose objection was answered may object once more. */
function mayObject(takeover: Takeover, person: string): boolean {
  const isOpen = table[takeover.state].object !== undefined;
  return isOpen && !openObjections(takeover).some(({ by }) => by.id === person);
}

function decidedText(
  takeover: Takeover,
  { requester: name, language: { t, format } }: TakeoverSummary,
  { dependencies: { store } }: Shown,
): string {
  const approvers = countingApprovals(takeover).map(({ by }) => shortName(calledIn(store, by)));
  return approvers.length > 0
    ? t('announced.decided', { name, names: format.list(approvers) })
    : t('announced.asks', { name });
}

/** The purchaser pays until Microsoft has ended it; where only its renewal is off, until that day. */
function paysText({ reports }: Takeover, { t, format }: Language, isTrial: boolean): string {
  const endsAt = reports.at(-1)?.endsAt;
  if (endsAt) return t('announced.paysUntil', { date: format.date(endsAt) });
  return t(isTrial ? 'asked.paysTrial' : 'announced.pays');
}

type Progress = 'objected' | 'pending' | 'running' | 'held' | 'ending' | 'endingSeats' | 'endingCancel';

/** How far it is, in a word, from its approval until it ends. */
export function progressOf({
  state,
  isObjected,
  isPaused,
  act,
  seatsEnd,
}: Pick<TakeoverSummary, 'state' | 'isObjected' | 'isPaused' | 'act' | 'seatsEnd'>): Progress {
  if (isObjected) return 'objected';
  if (isPaused && state !== 'waiting') return 'held';
  if (state === 'pending' || state === 'running') return state;
  if (state !== 'waiting') return 'held';
  // Only a move gives new licences.
  if (act !== 'move') return 'endingCancel';
  return seatsEnd ? 'endingSeats' : 'ending';
}
