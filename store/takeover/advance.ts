/**
 * The next state of a takeover, or why there is none. Pure: the one who calls it reads, advances and keeps the outcome in one
 * transaction, so of two who decide in the same instant the second is told about the first.
 */
import type { Somebody, Takeover, TakeoverMove } from '../records.ts';
import { mayDecide, toDecide } from './deciders.ts';
import { fingerprintOf } from './fingerprint.ts';
import {
  type Actor,
  type Move,
  type MoveOf,
  type Refusal,
  type RefusalCode,
  type Standing,
  turnOf,
  whyNotTheirs,
} from './moves.ts';
import { findingsAbout } from './preflight.ts';
import { ends, table } from './table.ts';
import { bounded, isTooMuch } from './turns.ts';

export function advance(takeover: Takeover, move: Move, actor: Actor, now: Date): Takeover | Refusal {
  const { state, history } = takeover;
  const refuse = (refused: RefusalCode): Refusal => ({ refused, state, turn: turnOf(takeover) });
  const rule = table[state][move.kind];
  if (!rule) return refuse(ends.has(state) ? 'over' : 'not-now');
  const stranger = whyNotTheirs(takeover, rule, actor);
  if (stranger) return refuse(stranger);
  const by = actor.kind === 'person' ? { id: actor.id, name: actor.name } : null;
  const at = now.toISOString();
  const change = (effects[move.kind] as Effect<TakeoverMove>)(takeover, move, { by, at });
  if (typeof change === 'string') return refuse(change);
  const after = { ...takeover, state: rule.to, ...change };
  const turn = { at, by, move: move.kind, to: after.state, words: wordsOf(move) };
  const isQuiet = isTooMuch(takeover, turn) || (move.kind === 'object' && !holdsAnew(takeover, after));
  return bounded({ ...after, history: [...history, isQuiet ? { ...turn, quiet: true } : turn] });
}

function holdsAnew(before: Takeover, after: Takeover): boolean {
  return openObjections(after).length > openObjections(before).length;
}

/** Those who approved exactly this. */
export function countingApprovals({ approvals, fingerprint }: Takeover): Takeover['approvals'] {
  return approvals.filter((approval) => approval.fingerprint === fingerprint);
}

export function openObjections({ objections }: Takeover): Takeover['objections'] {
  return objections.filter(({ answer }) => answer === null);
}

type Untold = Pick<Takeover, 'untold'>;

/** It waits for the word of an approver about all of these people, or about anybody if none are given. */
export function waitsForWord({ untold }: Untold, whose: readonly string[] = []): boolean {
  const ids = new Set(untold?.ids);
  return !!untold && !untold.known && whose.every((id) => ids.has(id));
}

/** Approvers have something to decide, or to say. */
export function waitsForApprovers({ state, untold }: Pick<Takeover, 'state' | 'untold'>): boolean {
  return state === 'pending' || (state === 'approved' && waitsForWord({ untold }));
}

/** An approver said of all these people that they know. */
export function areKnown({ untold }: Untold, whose: readonly string[]): boolean {
  const ids = new Set(untold?.known ? untold.ids : []);
  return whose.every((id) => ids.has(id));
}

interface Press {
  /** Null: Purser itself. */
  by: Somebody | null;
  at: string;
}
/** What a move changes besides the state, or why it can't be made after all. */
type Effect<K extends TakeoverMove> = (
  takeover: Takeover,
  move: MoveOf<K>,
  press: Press,
) => Partial<Takeover> | RefusalCode;

const effects: { [K in TakeoverMove]: Effect<K> } = {
  approve(takeover, { fingerprint, notBefore }, { by, at }) {
    const before = countingApprovals(takeover);
    if (!by) return 'not-yours';
    if (at >= takeover.decideBy) return 'too-late';
    if (fingerprint !== takeover.fingerprint) return 'changed';
    if (before.some((approval) => approval.by.id === by.id)) return 'approved-already';
    const approvals = [...before, { by, at, fingerprint }];
    if (approvals.length < takeover.needed) return { approvals, state: 'pending' };
    return { approvals, notBefore: notBefore.toISOString(), remindAt: null, revisedFrom: null };
  },
  reject: ({ decideBy }, { words }, { at }) => (at >= decideBy ? 'too-late' : needing(words, { remindAt: null })),
  withdraw: ({ objections }, _move, { by, at }) => ({
    remindAt: null,
    objections: objections.map((each) => ({
      ...each,
      answer: each.answer ?? { how: 'withdrawn', by, words: null, at },
    })),
  }),
  expire: ({ decideBy }, _move, { at }) => (at < decideBy ? 'too-early' : { remindAt: null }),
  reassign(takeover, { to }) {
    if (to?.id === takeover.putTo?.id) return 'nothing-changes';
    if (to && !mayDecide(toDecide(takeover), { id: to.id, approver: to.approves })) return 'cannot-decide';
    return { putTo: to && { id: to.id, name: to.name } };
  },
  remind: ({ remindAt }, { next }, { at }) =>
    remindAt === null || at < remindAt ? 'too-early' : { remindAt: next?.toISOString() ?? null },
  revise(takeover, { action, decideBy, remindAt }) {
    const fingerprint = fingerprintOf(action);
    if (fingerprint === takeover.fingerprint) return 'nothing-changes';
    const findings = findingsAbout(takeover.findings, action.holders.ids);
    const revisedFrom = takeover.revisedFrom ?? takeover.holders.ids;
    return { ...action, fingerprint, findings, revisedFrom, approvals: [], ...undecided(decideBy, remindAt) };
  },
  unapprove({ approvals }, { whose, decideBy, remindAt }) {
    const left = approvals.filter(({ by }) => !whose.includes(by.id));
    if (left.length === approvals.length) return 'nothing-changes';
    return { approvals: left, ...undecided(decideBy, remindAt) };
  },
  object(takeover, { words }, { by, at }) {
    if (!by) return 'not-yours';
    const { objections } = takeover;
    const own = objections.filter((each) => each.by.id === by.id);
    const open = own.find(({ answer }) => answer === null);
    if (open?.words === words) return 'objected-already';
    const said = { by, words, at, answer: null };
    // Nobody has answered yet: they are asked about what was said last.
    if (open) return needing(words, { objections: replaced(objections, open, said) });
    const overruled = own.findLast(({ answer }) => answer?.how === 'went-on');
    if (overruled) {
      const later = { words, at, times: (overruled.later?.times ?? 0) + 1 };
      return needing(words, { objections: replaced(objections, overruled, { ...overruled, later }) });
    }
    const last = own.length < mostObjections ? undefined : own.at(-1);
    return needing(words, { objections: last ? replaced(objections, last, said) : [...objections, said] });
  },
  answer(takeover, { to, how, words }, { by, at }) {
    const open = openObjections(takeover).find((each) => each.by.id === to);
    if (!open) return 'no-objection';
    const answered = { ...open, answer: { how, by, words, at } };
    return needing(words, { objections: replaced(takeover.objections, open, answered) });
  },
  start(takeover, move, { at }) {
    if (at < (takeover.notBefore ?? at)) return 'too-early';
    return whyNotRun(takeover, move) ?? (move.untold.length > 0 ? 'untold' : { job: move.job });
  },
  stop: () => ({}),
  /** One that has not begun fails as it should start: a retry must not cut the notice short. */
  fail: ({ state, notBefore }, _move, { at }) => (state === 'approved' && at < (notBefore ?? at) ? 'too-early' : {}),
  retry: (takeover, move) => whyNotRun(takeover, move) ?? { job: move.job },
  'leave-out': (takeover, move) =>
    whyNotRun(takeover, move) ?? { job: move.job, leftOut: [...new Set([...takeover.leftOut, ...move.people])] },
  untold({ untold }, { whose }) {
    if (whose.length === 0 || waitsForWord({ untold }, whose) || areKnown({ untold }, whose)) return 'nothing-changes';
    return { untold: { ids: [...whose], known: null } };
  },
  vouch({ untold }, { people }, { by, at }) {
    if (!by || !untold || untold.known) return 'nothing-changes';
    return { untold: { ids: [...people], known: { by, at } } };
  },
  wait: () => ({}),
  report({ reports }, { what, words, endsAt }, { by, at }) {
    if (!by) return 'not-yours';
    if (what === 'renewal-off' && !endsAt) return 'no-day';
    if (what === 'refused' && !words?.trim()) return 'no-words';
    return { reports: [...reports, { what, by, at, words, endsAt }] };
  },
  finish: () => ({}),
};

/** Of one person: the first few are kept, each with its answer, and the last. */
const mostObjections = 3;

type Objection = Takeover['objections'][number];

/** In the same place, which is how an answer names it. */
function replaced(all: readonly Objection[], before: Objection, after: Objection): Objection[] {
  return all.map((each) => (each === before ? after : each));
}

function needing(words: string, change: Partial<Takeover>): Partial<Takeover> | RefusalCode {
  return words.trim() ? change : 'no-words';
}

function undecided(decideBy: Date, remindAt: Date | null): Partial<Takeover> {
  return { notBefore: null, untold: null, decideBy: decideBy.toISOString(), remindAt: remindAt?.toISOString() ?? null };
}

/** Nothing is done at Microsoft but what enough people approved, all of whom still may be heard. */
function whyNotRun(
  takeover: Takeover,
  { fingerprint, standing }: { fingerprint: string; standing: Standing },
): RefusalCode | undefined {
  const approvals = countingApprovals(takeover);
  if (fingerprint !== takeover.fingerprint) return 'changed';
  if (approvals.length < takeover.needed) return 'unapproved';
  if (!standing.requester) return 'requester-out';
  if (approvals.some(({ by }) => standing.out.includes(by.id))) return 'approver-out';
  return openObjections(takeover).length > 0 ? 'objected' : undefined;
}

function wordsOf(move: Move): string | null {
  if (move.kind === 'reassign') return move.to?.name ?? null;
  if (move.kind === 'leave-out' || move.kind === 'vouch') return move.names;
  if (move.kind === 'report') return [move.what, move.words].filter(Boolean).join(': ');
  return 'words' in move ? (move.words ?? null) : null;
}
