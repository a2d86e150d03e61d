/**
 * The next state of a licence request, or why there is none. Pure: the one who calls it reads, advances and keeps the outcome in
 * one transaction, so of two who decide in the same instant the second is told about the first.
 */
import type { LicenceRequest, RequestMove, RequestTurn, Somebody } from '../records.ts';
import { isParty, mayDecide, type ToDecide } from '../takeover/deciders.ts';
import { type RequestPart, requestEnds, requestTable } from './table.ts';

interface Until {
  /** The last day; null: for good. */
  endsOn: string | null;
  /** When something is to be done about it; null: never. */
  dueAt: Date | null;
}

export type Made =
  | { kind: 'approve'; term: string | null; words: string | null }
  /** `by` approved the order it rests on. */
  | { kind: 'grant'; by: Somebody; words: string }
  | { kind: 'reject'; words: string }
  | { kind: 'withdraw' | 'ask-longer' | 'remove'; words: string | null }
  | { kind: 'fail'; words: string }
  | { kind: 'remind' | 'warn'; dueAt: Date }
  | { kind: 'escalate'; dueAt: Date; admins: readonly Somebody[] }
  | { kind: 'unapprove'; words: string; dueAt: Date }
  | { kind: 'seat' | 'end'; job: string }
  /** `job`: the one that removes it; null where a seat is looked for again. */
  | { kind: 'retry'; job: string | null }
  | { kind: 'short' }
  | ({ kind: 'give'; ours: boolean } & Until)
  | ({ kind: 'extend'; term: string | null; words: string | null } & Until);
type MadeOf<K extends RequestMove> = Made & { kind: K };

/** Who makes a move; roles as they are at that moment. Null: Purser itself. */
export type By = (Somebody & { approver: boolean; admin: boolean }) | null;

export const requestRefusals = ['over', 'not-now', 'own', 'not-yours', 'no-words', 'asked-already'] as const;
export type RequestRefusal = { refused: (typeof requestRefusals)[number] };

export function isRefused(answer: LicenceRequest | RequestRefusal): answer is RequestRefusal {
  return 'refused' in answer;
}

/** Who asked for it, and whom it is for: neither decides. */
export function partiesOf({ requester, person }: Pick<LicenceRequest, 'requester' | 'person'>): ToDecide {
  return { requester: requester.id, purchaser: person.id };
}

export function requestPartsOf(request: LicenceRequest, by: By): Set<RequestPart> {
  if (by === null) return new Set(['purser']);
  const isCalled = by.approver || (by.admin && request.admins.length > 0);
  const held: Record<RequestPart, boolean> = {
    requester: isParty(partiesOf(request), by.id),
    decider: mayDecide(partiesOf(request), { id: by.id, approver: isCalled }),
    admin: by.admin,
    purser: false,
  };
  return new Set((Object.keys(held) as RequestPart[]).filter((part) => held[part]));
}

/** Undefined where they may make that move now. */
export function whyNotMove(request: LicenceRequest, move: RequestMove, by: By): RequestRefusal['refused'] | undefined {
  const rule = requestTable[request.state][move];
  if (!rule) return requestEnds.has(request.state) || request.state === 'given' ? 'over' : 'not-now';
  const isPursers = rule.by.every((part) => part === 'purser');
  if (by !== null && isPursers) return 'not-now';
  const held = requestPartsOf(request, by);
  if (rule.by.some((part) => held.has(part))) return undefined;
  return held.has('requester') && by?.approver ? 'own' : 'not-yours';
}

export function advanceRequest(
  request: LicenceRequest,
  made: Made,
  by: By,
  now: Date,
): LicenceRequest | RequestRefusal {
  const refused = whyNotMove(request, made.kind, by);
  if (refused) return { refused };
  const rule = requestTable[request.state][made.kind];
  const at = now.toISOString();
  const who = by && { id: by.id, name: by.name };
  const change = (effects[made.kind] as Effect<RequestMove>)(request, made, { by, at });
  if (typeof change === 'string') return { refused: change };
  const words = 'words' in made ? made.words : null;
  const turn: RequestTurn = { at, by: who, move: made.kind, to: rule?.to ?? request.state, words };
  return {
    ...request,
    state: turn.to,
    ...change,
    round: request.round + (asking.has(made.kind) ? 1 : 0),
    news: request.news + (telling.has(made.kind) ? 1 : 0),
    history: [...request.history, turn].slice(-mostTurns),
  };
}

/** A request that waits for a year is reminded of a hundred times. */
const mostTurns = 60;

/** After these somebody is to do something about it: those who decide get a post of their own. */
const asking: ReadonlySet<RequestMove> = new Set<RequestMove>([
  ...(['remind', 'escalate', 'unapprove', 'fail', 'warn', 'ask-longer'] as const),
]);

/** These are news to those who want it: a post of its own. */
const telling: ReadonlySet<RequestMove> = new Set<RequestMove>([
  ...(['reject', 'withdraw', 'escalate', 'unapprove', 'short', 'give', 'fail', 'warn', 'extend', 'remove'] as const),
]);

interface Press {
  by: By;
  at: string;
}

/** What a move changes besides the state, or why it can't be made after all. */
type Effect<K extends RequestMove> = (
  request: LicenceRequest,
  made: MadeOf<K>,
  press: Press,
) => Partial<LicenceRequest> | RequestRefusal['refused'];

const effects: { [K in RequestMove]: Effect<K> } = {
  approve: (_request, { term, words }, press) => ({ term, decision: decisionBy(press, words), dueAt: null }),
  grant: (_request, { by, words }, { at }) => ({ decision: { by, as: 'grant', at, words }, dueAt: null }),
  reject: (_request, { words }) => (words.trim() ? { dueAt: null } : 'no-words'),
  withdraw: () => ({ dueAt: null }),
  remind: (_request, { dueAt }) => ({ dueAt: dueAt.toISOString() }),
  escalate: (_request, { dueAt, admins }) => ({ dueAt: dueAt.toISOString(), admins: [...admins] }),
  unapprove: (_request, { dueAt }) => ({ decision: null, job: null, dueAt: dueAt.toISOString() }),
  seat: (_request, { job }) => ({ job }),
  short: () => ({ job: null }),
  give: (_request, { ours, endsOn, dueAt }, { at }) => ({ given: { at, ours }, ...until({ endsOn, dueAt }) }),
  fail: () => ({}),
  retry: (_request, { job }) => ({ job }),
  warn: (_request, { dueAt }) => ({ dueAt: dueAt.toISOString() }),
  'ask-longer'(request, _made, { by }) {
    const since = request.history.findLastIndex(({ move }) => move === 'give' || move === 'extend');
    const asked = request.history
      .slice(since + 1)
      .some(({ move, by: who }) => move === 'ask-longer' && who?.id === by?.id);
    if (request.endsOn === null) return 'not-now';
    return asked ? 'asked-already' : {};
  },
  extend: (request, { term, endsOn, dueAt }) =>
    request.endsOn === null ? 'over' : { term, ...until({ endsOn, dueAt }) },
  end: (_request, { job }) => ({ job, dueAt: null }),
  remove: () => ({ dueAt: null }),
};

function until({ endsOn, dueAt }: Until): Pick<LicenceRequest, 'endsOn' | 'dueAt'> {
  return { endsOn, dueAt: dueAt?.toISOString() ?? null };
}

function decisionBy({ by, at }: Press, words: string | null): LicenceRequest['decision'] {
  if (!by) return null;
  return { by: { id: by.id, name: by.name }, as: by.approver ? 'approver' : 'admin', at, words };
}

/** What brought it into the state it is in, or the last thing that was done to it. */
export function lastTurn({ history }: Pick<LicenceRequest, 'history'>): RequestTurn | undefined {
  return history.at(-1);
}

/** The last time somebody made this move. */
export function turnBy({ history }: Pick<LicenceRequest, 'history'>, ...moves: readonly RequestMove[]) {
  return history.findLast(({ move }) => moves.includes(move));
}
