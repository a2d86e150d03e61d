/**
 * Tells people of a turn in a takeover, in the transaction that makes it. Cards posted before are edited; what somebody must
 * know or act on is a new post, because Teams raises no notification for an edit.
 */
import { idOf, notify, type Posted, subscribers } from '../../../store/notices.ts';
import type { Notice, Stage, Takeover } from '../../../store/records.ts';
import type { Transaction } from '../../../store/store.ts';
import { isParty, toDecide } from '../../../store/takeover/deciders.ts';
import type { Turn } from '../../../store/takeover/moves.ts';
import { ends } from '../../../store/takeover/table.ts';
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
  showTakeover(tx, takeover.id, now);
  if (isRound(turn)) tellApprovers(tx, takeover, now);
  if (turn.move === 'reassign' && takeover.putTo) {
    const nth = takeover.history.filter(({ move }) => move === 'reassign').length;
    tellApprover(tx, { takeover, to: { person: takeover.putTo.id }, nth: ` ${nth}` }, now);
  }
  if (isNews(turn, takeover)) tellRequester(tx, { takeover, card }, now);
  if (turn.move === 'answer') tellObjector(tx, takeover, now);
  if (wasAnnounced(takeover) && !unchanging.has(turn.move))
    beginAnnouncing(tx, { takeover, stage: stageOf(takeover) }, now);
}

function tellRequester(tx: Transaction, { takeover, card }: Turned, now: Date): void {
  const { id, requester, purchase } = takeover;
  const saying = { card: 'takeover', takeover: id, round: newsRound(takeover) } as const;
  const key = `takeover ${id} ${saying.round}`;
  notify(tx, { key, to: { person: requester.id }, saying, purchases: [purchase.id], card }, now);
}

/** Approvers must look at it, or look again. */
function isRound({ move }: Turn): boolean {
  return move === 'request' || move === 'remind' || move === 'revise' || move === 'unapprove';
}

export function approvalRound({ history }: Pick<Takeover, 'history'>): number {
  return history.filter(isRound).length;
}

/** The requester must know, unless they did it themselves. */
function isNews({ move, to, by }: Turn, { requester }: Pick<Takeover, 'requester'>): boolean {
  switch (move) {
    case 'approve':
      return to === 'approved';
    case 'request':
    case 'reject':
    case 'expire':
    case 'revise':
    case 'unapprove':
    case 'object':
    case 'fail':
    case 'wait':
    case 'finish':
      return true;
    case 'withdraw':
    case 'stop':
    case 'report':
      return by?.id !== requester.id;
    default:
      return false;
  }
}

export function newsRound(takeover: Pick<Takeover, 'history' | 'requester'>): number {
  return takeover.history.filter((turn) => isNews(turn, takeover)).length;
}

function tellApprovers(tx: Transaction, takeover: Takeover, now: Date): void {
  const to = new Map<string, Notice['to']>(subscribers(tx, 'approvals').map((each) => [idOf(each), each]));
  if (takeover.putTo) to.set(takeover.putTo.id, { person: takeover.putTo.id });
  // Its parties have cards of their own.
  for (const [id, each] of to) if (!isParty(toDecide(takeover), id)) tellApprover(tx, { takeover, to: each }, now);
}

interface Approver {
  takeover: Takeover;
  to: Notice['to'];
  /** Tells posts of one round apart. */
  nth?: string;
}

function tellApprover(tx: Transaction, { takeover, to, nth = '' }: Approver, now: Date): void {
  const saying = { card: 'approval', takeover: takeover.id, round: approvalRound(takeover) } as const;
  const key = `approval ${takeover.id} ${saying.round} ${idOf(to)}${nth}`;
  notify(tx, { key, to, saying, purchases: [takeover.purchase.id] }, now);
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
const unchanging: ReadonlySet<Turn['move']> = new Set(['object', 'answer', 'remind', 'reassign']);

/** Purchaser and holders were told that it will happen, so they are told what becomes of it. */
export function wasAnnounced({ history }: Takeover): boolean {
  return history.some(({ move, to }) => move === 'approve' && to === 'approved');
}

function stageOf({ state }: Takeover): Stage {
  if (!ends.has(state)) return 'before';
  return state === 'done' ? 'after' : 'called-off';
}
