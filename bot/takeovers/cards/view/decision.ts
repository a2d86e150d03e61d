/** The decision about a takeover: its requester, its dates, its approvals, and the purchaser's answer. */
import { called, isAway } from '../../../../store/calls.ts';
import type { Takeover } from '../../../../store/records.ts';
import { countingApprovals } from '../../../../store/takeover/advance.ts';
import { listedNames, shortName } from '../../../core/lines.ts';
import { calledIn } from '../../../people/told-apart.ts';
import { oldSeatsReason, oldSeatsText } from '../old-seats.ts';
import { purchaserAnswer } from './purchaser-answer.ts';
import type { TakeoverSummary } from './summary.ts';
import type { Viewer } from './viewer.ts';

export interface DecisionView {
  /** Nothing has been done yet: what speaks for it and against it still matters. */
  isAhead: boolean;
  /** What becomes of the seats that nobody takes; undefined where Purser takes them. */
  oldSeats: string | undefined;
  /** Why nobody takes them. */
  oldSeatsReason: string | undefined;
  /** Whether there is a way back. */
  undo: string;
  /** "Megan Bowen · 20 Nov 2026, 10:15" */
  requested: string;
  decideBy: string | undefined;
  starts: string | undefined;
  /** "Adele Vance · has seen it" */
  purchaser: string | undefined;
  /** "1 of 2: Megan Bowen" */
  approvals: string | undefined;
  putTo: string | undefined;
  /** Who can decide, where its requester reads it: those who are called first. */
  deciders: string | undefined;
  /** Since it was requested or last approved: who is on the list now, and who no longer is. */
  came: readonly string[];
  went: readonly string[];
}

export function decisionOf(takeover: Takeover, summary: TakeoverSummary, viewer: Viewer): DecisionView {
  const { t, format } = summary.language;
  const { state, putTo, requestedAt } = takeover;
  const { act, requester, hasEnded } = summary;
  const { store } = viewer.dependencies;
  return {
    isAhead: state === 'pending' || state === 'approved',
    oldSeats: summary.seatsEnd ? oldSeatsText(act, summary) : undefined,
    oldSeatsReason: summary.seatsEnd ? oldSeatsReason(act, viewer) : undefined,
    undo: t(`takeoverCard.undo.${act}`),
    requested: `${requester} · ${format.dateTime(requestedAt)}`,
    decideBy: state === 'pending' ? momentText(format.lastMoment(takeover.decideBy), summary, viewer) : undefined,
    starts: startsText(summary, viewer),
    purchaser: hasEnded ? undefined : purchaserAnswer(takeover, summary, viewer),
    approvals: approvalsText(takeover, summary, viewer),
    putTo: state === 'pending' && putTo ? shortName(calledIn(store, putTo)) : undefined,
    deciders: decidersText(takeover, viewer),
    ...changedPeople(takeover),
  };
}

/** A fact has room for so many names. */
const mostNamed = 6;

function decidersText(
  { state, deciders = [] }: Takeover,
  { parts, place, dependencies, now, language }: Viewer,
): string | undefined {
  if (state !== 'pending' || place !== 'person' || !parts.has('requester') || deciders.length === 0) return undefined;
  const { store } = dependencies;
  const first = called(store, deciders, now);
  const all = [...first, ...deciders.filter((each) => !first.some(({ id }) => id === each.id))];
  const names = all.map((each) => {
    const name = shortName(calledIn(store, each));
    return isAway(store, each.id, now) ? language.t('takeoverCard.isAway', { name }) : name;
  });
  return listedNames(names, { most: mostNamed }, language);
}

function changedPeople({ state, revisedFrom, holders }: Takeover): Pick<DecisionView, 'came' | 'went'> {
  if (state !== 'pending' || !revisedFrom) return { came: [], went: [] };
  const [before, now] = [new Set(revisedFrom), new Set(holders.ids)];
  return { came: holders.ids.filter((id) => !before.has(id)), went: revisedFrom.filter((id) => !now.has(id)) };
}

/** "26 Nov 2026, 10:15 (in 5 days)"; while Purser is paused nobody knows how far off that is. */
function momentText(
  date: Date,
  { isPaused, language: { t, format } }: TakeoverSummary,
  { now }: Pick<Viewer, 'now'>,
): string {
  const moment = format.moment(date);
  return isPaused ? t('takeoverCard.plusPause', { moment }) : `${moment} (${format.relative(date, now)})`;
}

function startsText(summary: TakeoverSummary, viewer: Viewer): string | undefined {
  const { start, state, act, isObjected, language } = summary;
  const { t, format } = language;
  // An objection holds the start, and the card says so.
  if (!start || isObjected) return undefined;
  if (state === 'approved') return momentText(start, summary, viewer);
  // While nobody has decided, the title of a cancellation has the day.
  return act === 'cancel' ? undefined : t('takeoverCard.earliest', { date: format.date(start) });
}

function approvalsText(
  takeover: Takeover,
  { hasEnded, language: { t, format } }: TakeoverSummary,
  { dependencies: { store } }: Viewer,
): string | undefined {
  const { needed } = takeover;
  const approvers = countingApprovals(takeover).map(({ by }) => shortName(calledIn(store, by)));
  const names = format.list(approvers);
  if (approvers.length === 0 && (needed === 1 || hasEnded)) return undefined;
  if (needed === 1) return names;
  return t(approvers.length > 0 ? 'takeoverCard.approvalsBy' : 'takeoverCard.approvals', {
    ...{ done: approvers.length, needed, names },
  });
}
