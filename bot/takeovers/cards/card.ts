/** The card of a takeover: what would be done, what speaks for and against it, how it stands, and what its reader can do. */
import { type Card, shorten } from '../../../cards/card.ts';
import { type Line, type Report, report, type Section } from '../../../cards/report.ts';
import type { Notice, Takeover } from '../../../store/records.ts';
import { openObjections } from '../../../store/takeover/advance.ts';
import { type Turn, turnOf } from '../../../store/takeover/moves.ts';
import { severities } from '../../../store/takeover/preflight.ts';
import { ends } from '../../../store/takeover/table.ts';
import { noticesAbout } from '../../core/ledger.ts';
import { shortName } from '../../core/lines.ts';
import { buttonsOf, linksOf } from './buttons.ts';
import { factsOf } from './facts.ts';
import { findingLines } from './finding-lines.ts';
import { waitingSections } from './guide.ts';
import { failureLine, progressSections } from './progress.ts';
import { isTrusted, type Viewed } from './viewed.ts';
import { actText, firstLines, namesIn, stateLine, stateText, turnLine } from './wording.ts';

/** A dozen people may object, each at length; whoever answers one reads it whole. */
const longestWords = 240;

/** @param remark what the reader should know first, e.g. why their press did nothing */
export function takeoverCard(takeover: Takeover, viewed: Viewed, remark?: string): Card {
  return report(takeoverReport(takeover, viewed, remark));
}

export function takeoverReport(takeover: Takeover, viewed: Viewed, remark?: string): Report {
  const { t, words } = viewed.language;
  return {
    name: actText(takeover, viewed),
    subtitle: stateLine(takeover, viewed),
    paragraphs: [...(remark ? [remark] : []), ...turnedInto(takeover, viewed)],
    sections: [
      ...waitingSections(takeover, viewed),
      ...progressSections(takeover, viewed),
      ...objectionSections(takeover, viewed),
      ...unreachedSection(takeover, viewed),
      { facts: factsOf(takeover, viewed) },
      ...findingSections(takeover, viewed),
      ...historySection(takeover, viewed),
    ],
    buttons: buttonsOf(takeover, viewed),
    links: linksOf(takeover, viewed),
    summary: `${stateText(takeover, viewed)} · ${actText(takeover, viewed)}`,
    fallback: t('fallback', { command: `${words.commands.approval.names[0]} ${takeover.id}` }),
  };
}

/** Who brought it to where it stands, where that is news: while it is ahead, the facts say who wants it. */
function lastTurn(takeover: Takeover): Turn | undefined {
  const { state } = takeover;
  return ends.has(state) || state === 'stopped' || state === 'failed' ? turnOf(takeover) : undefined;
}

function turnedInto(takeover: Takeover, viewed: Viewed): string[] {
  const turn = lastTurn(takeover);
  if (!turn) return [];
  return [turnLine(turn, viewed), ...failureLine(takeover, viewed)];
}

/** What is in the way or worth a thought before it begins, or begins again. In a chat nobody is named. */
function findingSections(takeover: Takeover, viewed: Viewed): Section[] {
  const { state, findings } = takeover;
  if (state !== 'pending' && state !== 'approved' && state !== 'failed') return [];
  const { product, target } = namesIn(takeover, viewed);
  // The title says how many lose it.
  const told = findings.filter(({ what }) => severities[what] !== 'tells' && what !== 'loses-access');
  const lines = findingLines(told, target || product, viewed);
  const shown = viewed.place === 'person' ? lines : lines.map(({ text: _, ...line }) => line);
  return [{ heading: viewed.language.t('takeoverCard.findings'), lines: shown }];
}

function objectionSections(takeover: Takeover, viewed: Viewed): Section[] {
  const { t } = viewed.language;
  const { requester, objections, state } = takeover;
  if (ends.has(state)) return [];
  const open = openObjections(takeover);
  const wentOn = objections.filter(({ answer }) => answer?.how === 'went-on');
  const isNamed = isTrusted(viewed);
  const section = (title: Line, said: Takeover['objections']): Section => ({
    lines: said.length > 0 ? [title, ...(isNamed ? firstLines(said, objectionLine, viewed) : reasonsOf(said))] : [],
  });
  const holds = t('takeoverCard.objected', { count: open.length, name: shortName(requester.name) });
  return [
    section({ mark: { text: '⚠', tone: 'attention' }, title: holds }, open),
    section({ title: t('takeoverCard.wentOn', { count: wentOn.length }) }, wentOn),
  ];

  /** What the requester goes on with is for everybody who decides; what was objected is not. */
  function reasonsOf(said: Takeover['objections']): Line[] {
    return said.flatMap(({ answer }) =>
      answer?.how === 'went-on' && answer.words
        ? [{ title: shorten(t('takeoverCard.answeredWith', { words: answer.words }), longestWords) }]
        : [],
    );
  }

  function objectionLine({ by, words, answer }: Takeover['objections'][number]): Line {
    const reason = answer?.words ? [t('takeoverCard.answeredWith', { words: answer.words })] : [];
    return { title: shortName(by.name), text: shorten([words, ...reason].join(' · '), longestWords) };
  }
}

/** Whoever decides should know that somebody does not know. */
function unreachedSection({ id, purchase, state }: Takeover, { house, language: { t } }: Viewed): Section[] {
  if (ends.has(state)) return [];
  const newest = new Map<string, Notice['outcome']>();
  for (const { to, saying, outcome } of noticesAbout(house.store, purchase.id))
    if ('person' in to && saying.card === 'announced' && saying.takeover === id && !newest.has(to.person))
      newest.set(to.person, outcome);
  const count = [...newest.values()].filter((outcome) => outcome === 'unreached').length;
  const mark = { text: '⚠', tone: 'attention' } as const;
  return count > 0 ? [{ lines: [{ mark, title: t('takeoverCard.unreached', { count }) }] }] : [];
}

/** Newest first, but for what stands above already; a request that nothing else has happened to has no history. */
function historySection(takeover: Takeover, viewed: Viewed): Section[] {
  const last = lastTurn(takeover);
  // Who objected, and what they were answered, is for those who decide.
  const isSaid = ({ move }: Turn): boolean => isTrusted(viewed) || (move !== 'object' && move !== 'answer');
  const turns = takeover.history.filter((turn) => turn !== last && isSaid(turn));
  if (viewed.place === 'chat' || turns.length < 2) return [];
  const lines = firstLines(turns.reverse(), (turn): Line => ({ title: turnLine(turn, viewed) }), viewed);
  return [{ heading: viewed.language.t('takeoverCard.history'), lines }];
}
