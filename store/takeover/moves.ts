/** What can be done to a takeover, with what it takes to do it; who does it; and why it can't be done. */
import type { AuditAction, ReportedOutcome, Somebody, Takeover, TakeoverMove, TakeoverState } from '../records.ts';
import { mayDecide, toDecide } from './deciders.ts';
import type { Action } from './fingerprint.ts';
import type { Part, Rule } from './table.ts';

/** What the directory says when it is about to run. A role that lapsed on its day does not put anybody out. */
export interface Standing {
  /** The requester is still an enabled member. */
  requester: boolean;
  /** Approvers who are disabled by now, or were taken out of the approvers' group. */
  out: readonly string[];
}

/** `fingerprint`: of what would be done now, as Purser reads it when the move is made. Never what a card says. */
export type Move =
  | { kind: 'approve'; fingerprint: string /** End of the notice period, should this be the last. */; notBefore: Date }
  | { kind: 'reject'; words: string }
  | { kind: 'withdraw'; words: string | null }
  | { kind: 'expire' }
  | { kind: 'reassign' /** Null: the first approver who comes. */; to: (Somebody & { approves: boolean }) | null }
  | { kind: 'remind'; next: Date | null }
  | { kind: 'revise'; action: Action; decideBy: Date; remindAt: Date | null }
  | { kind: 'unapprove'; whose: readonly string[]; decideBy: Date; remindAt: Date | null }
  | { kind: 'object'; words: string }
  | { kind: 'answer' /** Who objected. */; to: string; how: 'replied' | 'went-on'; words: string }
  | {
      kind: 'start';
      fingerprint: string;
      standing: Standing;
      /** Who would lose access by it, could not be told, and is not said to know. */
      untold: readonly string[];
      job: string;
    }
  | { kind: 'stop'; words: string | null }
  | { kind: 'fail'; words: string }
  | { kind: 'retry'; fingerprint: string; standing: Standing; job: string }
  | {
      kind: 'leave-out';
      people: readonly string[];
      /** Their names, for the record. */
      names: string;
      fingerprint: string;
      standing: Standing;
      job: string;
    }
  | { kind: 'untold'; whose: readonly string[] }
  | { kind: 'vouch' /** Whose names were read. */; people: readonly string[] /** For the record. */; names: string }
  | { kind: 'wait' /** Their seats end with the purchase. */; words?: 'seats-end' }
  | {
      kind: 'report';
      what: ReportedOutcome;
      words: string | null /** For `renewal-off`: a day. */;
      endsAt: string | null;
    }
  | { kind: 'finish' /** What Microsoft shows. */; words: 'deleted' | 'gone' };
export type MoveOf<K extends TakeoverMove> = Extract<Move, { kind: K }>;

/** Who makes a move; roles as they are at that moment. */
export type Actor = (Somebody & { kind: 'person'; approver: boolean; admin: boolean }) | { kind: 'purser' };
export const purser: Actor = { kind: 'purser' };

/** Why a move can't be made: each has its sentence. */
export const refusals = [
  /** It has ended: how, when and by whom is in `turn`. */
  'over',
  /** In its present state there is no such move. */
  'not-now',
  'not-yours',
  /** They could decide, were it not their own request, or their own purchase. */
  'own-request',
  'own-purchase',
  'approved-already',
  /** The time to decide is over. */
  'too-late',
  /** It is not due yet. */
  'too-early',
  /** What would be done now is not what it says: it must be revised first. */
  'changed',
  /** Somebody objects and has no answer. */
  'objected',
  /** Somebody who would lose access could not be told. */
  'untold',
  'unapproved',
  'requester-out',
  'approver-out',
  'objected-already',
  'no-objection',
  'no-words',
  /** A renewal that is off needs the day on which it ends. */
  'no-day',
  /** Who it is to be put to could not approve it. */
  'cannot-decide',
  'nothing-changes',
] as const;
export type RefusalCode = (typeof refusals)[number];

/** With the present state, and who brought it there and when: what a second approver, or a stale press, is told. */
export interface Refusal {
  refused: RefusalCode;
  state: TakeoverState;
  turn: Turn;
}

export type Turn = Takeover['history'][number];

export function isRefusal(answer: Takeover | Refusal): answer is Refusal {
  return 'refused' in answer;
}

/** What brought it into the state it is in. */
export function turnOf({ history, state }: Pick<Takeover, 'history' | 'state'>): Turn {
  const before = history.findLastIndex(({ to }) => to !== state);
  // A takeover begins with its request, so there is always one.
  return history[before + 1] as Turn;
}

/** What someone is to a takeover. */
export function partsOf(takeover: Pick<Takeover, 'requester' | 'purchase' | 'holders'>, actor: Actor): Set<Part> {
  if (actor.kind === 'purser') return new Set(['purser']);
  const isRequester = actor.id === takeover.requester.id;
  const isPurchaser = actor.id === takeover.purchase.purchaser?.id;
  const held: Record<Part, boolean> = {
    requester: isRequester,
    approver: mayDecide(toDecide(takeover), actor),
    admin: actor.admin && !isPurchaser,
    purchaser: isPurchaser,
    holder: takeover.holders.ids.includes(actor.id),
    purser: false,
  };
  return new Set((Object.keys(held) as Part[]).filter((part) => held[part]));
}

/** Undefined where they may. */
export function whyNotTheirs(takeover: Takeover, { by }: Rule, actor: Actor): RefusalCode | undefined {
  const held = partsOf(takeover, actor);
  if (by.some((part) => held.has(part))) return undefined;
  if (actor.kind === 'purser') return 'not-yours';
  const could = (actor.approver && by.includes('approver')) || (actor.admin && by.includes('admin'));
  if (!could) return 'not-yours';
  return held.has('purchaser') ? 'own-purchase' : 'own-request';
}

/** What the journal calls each move; null: nothing it tells of. */
export const auditOf = {
  request: 'takeover-requested',
  approve: 'takeover-approved',
  reject: 'takeover-rejected',
  withdraw: 'takeover-withdrawn',
  expire: 'takeover-expired',
  reassign: 'takeover-reassigned',
  remind: null,
  revise: 'takeover-revised',
  unapprove: 'takeover-unapproved',
  object: 'objected',
  answer: 'takeover-answered',
  start: 'takeover-started',
  stop: 'takeover-stopped',
  fail: 'takeover-failed',
  retry: 'takeover-resumed',
  'leave-out': 'takeover-left-out',
  untold: 'takeover-untold',
  vouch: 'takeover-vouched',
  wait: 'takeover-ending',
  report: 'takeover-reported',
  finish: 'takeover-done',
} as const satisfies Record<Turn['move'], AuditAction | null>;
