/**
 * Tells people of a turn in a takeover, in the transaction that makes it. Cards posted before are edited; what somebody must
 * know or act on is a new post, because Teams raises no notification for an edit.
 */
import { call, called, isAway } from '../../../store/calls.ts';
import { idOf, notify, notifyRarely, type Posted, subscribers } from '../../../store/notices.ts';
import type { Notice, Stage, Takeover } from '../../../store/records.ts';
import type { Transaction } from '../../../store/store.ts';
import { countingApprovals, waitsForWord } from '../../../store/takeover/advance.ts';
import { isParty, toDecide } from '../../../store/takeover/deciders.ts';
import type { Turn } from '../../../store/takeover/moves.ts';
import { ends } from '../../../store/takeover/table.ts';
import { approvalRound, isNews, isRound, newsRound, timesApproved } from '../../../store/takeover/turns.ts';
import { beginAnnouncing } from './announcing.ts';
import { showTakeover } from './posted-cards.ts';

/** A takeover whose last turn was just made. */
export interface Turned {
  takeover: Takeover;
  /** Where it was confirmed: that card then shows its state. */
  card?: Posted | undefined;
}

export function tellTurn(tx: Transaction, { takeover, card }: Turned, now: Date): void {
  const turn = takeover.history.at(-1);
  if (!turn) return;
  showTakeover(tx, takeover.id, now, {
    isTalk: turn.quiet === true || turn.move === 'object' || turn.move === 'report',
  });
  if (isRound(turn)) tellApprovers(tx, takeover, now);
  if (turn.move === 'reassign' && takeover.putTo)
    tellApprover(tx, { takeover, to: { person: takeover.putTo.id }, isHanded: true }, now);
  if (isNews(turn, takeover)) tellRequester(tx, { takeover, card }, now);
  if (turn.move === 'answer') tellObjector(tx, takeover, now);
  if (wasAnnounced(takeover) && !unchanging.has(turn.move))
    beginAnnouncing(tx, { takeover, stage: turn.move === 'start' ? 'today' : stageOf(takeover) }, now);
}

function tellRequester(tx: Transaction, { takeover, card }: Turned, now: Date): void {
  const { id, requester, purchase } = takeover;
  const saying = { card: 'takeover', takeover: id, round: newsRound(takeover) } as const;
  const key = `takeover ${id} ${saying.round}`;
  notify(tx, { key, to: { person: requester.id }, saying, purchases: [purchase.id], card }, now);
}

/** In the chats that asked for it, and each in their own who can decide and has not. */
function tellApprovers(tx: Transaction, takeover: Takeover, now: Date): void {
  const { putTo, deciders = [] } = takeover;
  const isAsked = ({ id }: { id: string }): boolean => !isOut(takeover, id);
  const people = [...called(tx, deciders.filter(isAsked), now), ...(putTo ? [putTo] : [])].map(({ id }) => id);
  const to = new Map<string, Notice['to']>([
    ...subscribers(tx, 'approvals').map((each) => [idOf(each), each] as const),
    ...people.map((person) => [person, { person }] as const),
  ]);
  for (const [id, each] of to)
    if (!isOut(takeover, id) && !isAway(tx, id, now)) tellApprover(tx, { takeover, to: each }, now);
}

/**
 * Its parties have cards of their own; people who have approved it have done their part, unless somebody could not be told since.
 */
export function isOut(takeover: Takeover, person: string): boolean {
  if (isParty(toDecide(takeover), person)) return true;
  return !waitsForWord(takeover) && countingApprovals(takeover).some(({ by }) => by.id === person);
}

interface Approver {
  takeover: Takeover;
  to: Notice['to'];
  /** It was put to them, which is a post of its own, also where they were asked with all the others. */
  isHanded?: boolean;
}

/** To and fro between two people is a few posts a day to each. */
const mostHandedADay = 3;

function tellApprover(tx: Transaction, { takeover, to, isHanded = false }: Approver, now: Date): void {
  const saying = { card: 'approval', takeover: takeover.id, round: approvalRound(takeover) } as const;
  const key = approvalKey(takeover.id, saying.round, to);
  const wanted = { key, saying, purchases: [takeover.purchase.id] };
  if (isHanded) notifyRarely(tx, { ...wanted, to, mostADay: mostHandedADay }, now);
  else if ('person' in to && takeover.deciders?.some(({ id }) => id === to.person))
    call(tx, { person: to.person, wanted, about: `${takeover.id} ${saying.round}` }, now);
  else notify(tx, { ...wanted, to }, now);
}

export function approvalKey(id: Takeover['id'], round: number, to: Notice['to']): string {
  return `approval ${id} ${round} ${idOf(to)}`;
}

/** The newest answer is that of the last turn. */
function tellObjector(tx: Transaction, takeover: Takeover, now: Date): void {
  const at = takeover.history.at(-1)?.at;
  const objection = takeover.objections.findIndex(({ answer }) => answer?.at === at);
  const by = takeover.objections[objection]?.by;
  if (!by) return;
  const saying = { card: 'replied', takeover: takeover.id, objection } as const;
  const key = `replied ${takeover.id} ${objection}`;
  notify(tx, { key, to: { person: by.id }, saying, purchases: [takeover.purchase.id] }, now);
}

/** Turns that change nothing for purchaser and holders; an objector has a card of their own. */
const unchanging: ReadonlySet<Turn['move']> = new Set([
  ...(['object', 'answer', 'remind', 'reassign'] as const),
  ...(['untold', 'vouch'] as const),
]);

/** Purchaser and holders were told that it will happen, so they are told what becomes of it. */
export function wasAnnounced(takeover: Takeover): boolean {
  return timesApproved(takeover) > 0;
}

function stageOf({ state }: Takeover): Stage {
  if (!ends.has(state)) return 'before';
  return state === 'done' ? 'after' : 'called-off';
}
