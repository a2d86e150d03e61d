/**
 * A takeover as one reader is shown it. Everything its card tells (names, dates, counts, who decided) is worked out here, once;
 * the sections of the card only lay it out.
 */
import type { Line } from '../../../../cards/report.ts';
import type { Takeover, TakeoverMove } from '../../../../store/records.ts';
import { type Turn, turnOf } from '../../../../store/takeover/moves.ts';
import { severities } from '../../../../store/takeover/preflight.ts';
import { ends, table } from '../../../../store/takeover/table.ts';
import { stillUntold } from '../../state/untold.ts';
import { findingLines } from '../finding-lines.ts';
import { firstNames, sortedNames } from '../names.ts';
import { turnLine } from '../turns.ts';
import { type DecisionView, decisionOf } from './decision.ts';
import { type EndingView, endingOf } from './ending.ts';
import { countUnreached, type ObjectionsView, objectionsOf } from './objections.ts';
import { failureOf, hasRunBegun, type RunView, runOf } from './run.ts';
import { summaryOf, type TakeoverSummary } from './summary.ts';
import { unusualOf } from './unusual.ts';
import { isTrusted, readsOf, type Viewer } from './viewer.ts';

export interface TakeoverView extends TakeoverSummary {
  reader: ReaderView;
  /** An approval on this card is for this version: if it is another by then, the card is shown instead of approved. */
  digest: string;
  /** "Adele Vance, Lee Gu +10" */
  holderNames: string;
  /** The same of those who came onto the list since, and of those who went. */
  changedNames: { came: string; went: string };
  /** How often the sync looks. */
  every: string;
  decision: DecisionView;
  /** What should not be overlooked; empty once it is decided. */
  unusual: readonly string[];
  objections: ObjectionsView;
  /** How many people could not be told. */
  unreached: number;
  /** Those of them who would lose access, so that it waits for the word of an approver. */
  untold: { ids: readonly string[]; names: string } | undefined;
  history: HistoryView;
  /** Findings that block it or are worth a thought before it begins, or begins again; undefined at other times. */
  findings: readonly Line[] | undefined;
  run: RunView | undefined;
  hasBegun: boolean;
  /** Why the run failed as a whole. */
  failure: string | undefined;
  ending: EndingView | undefined;
}

interface ReaderView extends Pick<Viewer, 'place' | 'parts'> {
  isTrusted: boolean;
  /** The moves the reader may make now. */
  moves: ReadonlySet<TakeoverMove>;
}

interface HistoryView {
  /** The turn that led to the present state, where that is news, as that it must be approved again: else the facts name the requester. */
  latest: string | undefined;
  /** The turns before, newest first. */
  earlier: readonly string[];
  /** How many more there were, which only the journal has. */
  uncounted: number;
}

export function takeoverView(takeover: Takeover, viewer: Viewer): TakeoverView {
  const summary = summaryOf(takeover, viewer);
  const decision = decisionOf(takeover, summary, viewer);
  return {
    ...summary,
    reader: readerOf(takeover, viewer),
    digest: digestOf(takeover),
    holderNames: firstNames(takeover.holders.ids, viewer),
    every: viewer.language.t('takeover.check.every', { count: viewer.dependencies.config.syncMinutes }),
    changedNames: { came: firstNames(decision.came, viewer), went: firstNames(decision.went, viewer) },
    decision,
    unusual: takeover.state === 'pending' ? unusualOf(takeover, viewer) : [],
    objections: objectionsOf(takeover, viewer),
    unreached: countUnreached(takeover, viewer),
    untold: untoldOf(takeover, viewer),
    history: historyOf(takeover, viewer),
    findings: findingsOf(takeover, summary, viewer),
    run: runOf(takeover, viewer),
    hasBegun: hasRunBegun(takeover, viewer),
    failure: failureOf(takeover, viewer),
    ending: endingOf(takeover, viewer),
  };
}

function untoldOf(takeover: Takeover, viewer: Viewer): TakeoverView['untold'] {
  const ids = stillUntold(takeover, viewer.dependencies.store, viewer.now);
  return ids.length > 0 ? { ids, names: sortedNames(ids, viewer) } : undefined;
}

export function digestOf({ fingerprint }: Pick<Takeover, 'fingerprint'>): string {
  return fingerprint.slice(0, 12);
}

function readerOf({ state }: Takeover, viewer: Viewer): ReaderView {
  const { place, parts } = viewer;
  const moves = Object.entries(table[state]).filter(([, rule]) => rule.by.some((part) => parts.has(part)));
  return { place, parts, isTrusted: isTrusted(viewer), moves: new Set(moves.map(([move]) => move as TakeoverMove)) };
}

function historyOf(takeover: Takeover, viewer: Viewer): HistoryView {
  const { history } = takeover;
  const latest = newsOf(takeover);
  const isShown = ({ move, by }: Turn): boolean =>
    (move !== 'object' && move !== 'answer') || readsOf(takeover, move === 'object' ? (by?.id ?? null) : null, viewer);
  const lineOf = (turn: Turn): string => turnLine(turn, viewer);
  const earlier = history.filter((turn) => turn !== latest && isShown(turn));
  const uncounted = takeover.left?.turns ?? 0;
  return { latest: latest && lineOf(latest), earlier: earlier.reverse().map(lineOf), uncounted };
}

/** Also why it has to be approved once more: who approved it before should not wonder. */
function newsOf({ state, history }: Takeover): Turn | undefined {
  if (state === 'pending') return history.findLast(({ move }) => move === 'revise' || move === 'unapprove');
  return ends.has(state) || state === 'stopped' || state === 'failed' ? turnOf({ state, history }) : undefined;
}

function findingsOf(
  { state, findings }: Takeover,
  { names }: TakeoverSummary,
  viewer: Viewer,
): TakeoverView['findings'] {
  if (state !== 'pending' && state !== 'approved' && state !== 'failed') return undefined;
  // The title says how many lose access.
  const shown = findings.filter(({ what }) => severities[what] !== 'tells' && what !== 'loses-access');
  return findingLines(shown, names.target || names.product, viewer);
}
