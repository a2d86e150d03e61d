/**
 * The turns of a takeover: which of them ask approvers anew, which are news to its requester, and how many of them are kept. What
 * people say over and over grows neither the record, which each commit writes whole, nor the number of posts: the journal keeps
 * every turn, the record the first and the last, with a count of those between.
 */
import type { Takeover } from '../records.ts';
import type { Turn } from './moves.ts';

type Told = Pick<Takeover, 'history' | 'requester' | 'left'>;

/** Each asks approvers for something. */
const asking: ReadonlySet<Turn['move']> = new Set(['request', 'remind', 'revise', 'unapprove', 'untold']);

/** Approvers must look at it, or look again. */
export function isRound({ move, to, quiet }: Turn): boolean {
  if (quiet) return false;
  // One of several who are needed has approved: the others are told that it is their turn.
  if (move === 'approve') return to === 'pending';
  return asking.has(move);
}

/** The requester must know, unless they did it themselves. */
export function isNews({ move, to, by, quiet }: Turn, { requester }: Pick<Takeover, 'requester'>): boolean {
  if (quiet) return false;
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
    case 'untold':
    case 'vouch':
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

function isApproval({ move, to }: Turn): boolean {
  return move === 'approve' && to === 'approved';
}

function isRevision({ move }: Turn): boolean {
  return move === 'revise';
}

/** How often approvers were asked: each time is a post of its own, and the older posts point to the newest. */
export function approvalRound({ history, left }: Pick<Takeover, 'history' | 'left'>): number {
  return history.filter(isRound).length + (left?.asked ?? 0);
}

/** How often its requester was told news, likewise. */
export function newsRound(takeover: Told): number {
  return takeover.history.filter((turn) => isNews(turn, takeover)).length + (takeover.left?.told ?? 0);
}

/** How often it was approved. */
export function timesApproved({ history, left }: Pick<Takeover, 'history' | 'left'>): number {
  return history.filter(isApproval).length + (left?.approved ?? 0);
}

/** How often it was no longer what was requested. */
export function timesRevised({ history, left }: Pick<Takeover, 'history' | 'left'>): number {
  return history.filter(isRevision).length + (left?.revised ?? 0);
}

/** Turns that others can make as often as they like; Purser revises whenever the purchaser buys or gives back a seat. */
const talk: ReadonlySet<Turn['move']> = new Set(['object', 'report', 'revise']);
const mostPostsADay = 5;
const dayMs = 86_400_000;

/** Beyond so many a day it is no new post: the cards that are there are edited. */
export function isTooMuch({ history, requester }: Told, { move, by, at }: Turn): boolean {
  if (!talk.has(move)) return false;
  const since = new Date(Date.parse(at) - dayMs).toISOString();
  const isTheirs = by?.id === requester.id;
  const posts = history.filter(
    (turn) => turn.move === move && !turn.quiet && turn.at > since && (turn.by?.id === requester.id) === isTheirs,
  );
  return posts.length >= mostPostsADay;
}

/** More is a story that nobody reads on a card. */
const mostTurns = 50;
const firstTurns = 5;
const lastTurns = 25;
const mostReports = 20;
const firstReports = 2;

export const nothingLeft: NonNullable<Takeover['left']> = {
  turns: 0,
  asked: 0,
  told: 0,
  approved: 0,
  revised: 0,
  reports: 0,
};

/** The record with as many turns and reports as it keeps; the rest is counted. */
export function bounded(takeover: Takeover): Takeover {
  let after = takeover;
  while (after.history.length > mostTurns) after = withoutTurn(after);
  while (after.reports.length > mostReports) after = withoutReport(after);
  return after;
}

function withoutReport(takeover: Takeover): Takeover {
  const { reports, left = nothingLeft } = takeover;
  return { ...takeover, reports: without(reports, firstReports), left: { ...left, reports: left.reports + 1 } };
}

/** Of those between the first and the last, what was no news goes first; the one that led to the present state stays. */
function withoutTurn(takeover: Takeover): Takeover {
  const { history } = takeover;
  const entered = history.findLastIndex(({ to }) => to !== takeover.state) + 1;
  const between = [...history.keys()].slice(firstTurns, -lastTurns).filter((at) => at !== entered);
  const turnAt = (each: number): Turn => history[each] as Turn;
  const isPassing = (turn: Turn): boolean => !isRound(turn) && !isNews(turn, takeover);
  const at = between.find((each) => isPassing(turnAt(each))) ?? between[0] ?? firstTurns;
  const turn = turnAt(at);
  const { turns, asked, told, approved, revised, reports } = takeover.left ?? nothingLeft;
  return {
    ...takeover,
    history: without(history, at),
    left: {
      turns: turns + 1,
      asked: asked + Number(isRound(turn)),
      told: told + Number(isNews(turn, takeover)),
      approved: approved + Number(isApproval(turn)),
      revised: revised + Number(isRevision(turn)),
      reports,
    },
  };
}

function without<T>(all: readonly T[], at: number): T[] {
  return all.filter((_, each) => each !== at);
}
