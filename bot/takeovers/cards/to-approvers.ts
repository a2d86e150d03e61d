/** Asks approvers to decide about a takeover. Asking anew is a post of its own; the older posts point to it. */
import type { Card } from '../../../cards/card.ts';
import { report } from '../../../cards/report.ts';
import { called, isAway } from '../../../store/calls.ts';
import { idOf, noticeOf, subscribers } from '../../../store/notices.ts';
import type { Somebody, Takeover } from '../../../store/records.ts';
import { waitsForApprovers } from '../../../store/takeover/advance.ts';
import { approvalRound, isRound } from '../../../store/takeover/turns.ts';
import type { CardOf, NoticeKind, SayingOf, Shown } from '../../core/notice.ts';
import { objectionReader } from '../../people/people.ts';
import { approvalKey, isOut } from '../state/tell.ts';
import { fallbackOf, takeoverReport } from './card.ts';
import { summaryOf } from './view/summary.ts';
import { takeoverView } from './view/view.ts';
import type { Viewer } from './view/viewer.ts';

const card: CardOf<'approval'> = ({ takeover: id, round }, shown) => {
  const { language, now, dependencies, notice } = shown;
  const takeover = dependencies.store.get('takeovers', id);
  if (!takeover) return undefined;
  // It was decided, or asked anew, before this could be delivered, so there is nothing left to ask.
  const isNothing = round < approvalRound(takeover) || !waitsForApprovers(takeover) || !isFor(takeover, shown);
  if (isNothing && !notice.delivered) return undefined;
  if (isOvertaken({ takeover: id, round }, takeover, shown)) return overtakenCard(takeover, shown);
  const view = takeoverView(takeover, { language, now, dependencies, ...readerOf(shown) });
  return report(takeoverReport(view, remarkOf(takeover, shown)));
};

/** A newer post asks the same reader: who has approved, or reads one list of many requests, has no newer one. */
function isOvertaken(
  { takeover: id, round }: Pick<SayingOf<'approval'>, 'takeover' | 'round'>,
  takeover: Takeover,
  { notice, dependencies: { store } }: Shown,
): boolean {
  for (let newer = approvalRound(takeover); newer > round; newer--)
    if (noticeOf(store, approvalKey(id, newer, notice.to))) return true;
  return false;
}

/** Who was called because they could decide, and can't any more or is away by now, is told nothing. */
function isFor({ putTo }: Takeover, { notice: { to }, roles, now, dependencies: { store } }: Shown): boolean {
  if ('chat' in to || putTo?.id === to.person) return true;
  if (isAway(store, to.person, now)) return false;
  const isSubscribed = subscribers(store, 'approvals').some((each) => idOf(each) === to.person);
  return roles.has('approver') || isSubscribed;
}

/** A reminder says that it is one. */
function remarkOf(takeover: Takeover, { notice: { to }, language, now }: Shown): string | undefined {
  const { t, format } = language;
  const { history, decideBy } = takeover;
  const round = history.findLast(isRound);
  if (takeover.state !== 'pending' || round?.move !== 'remind') return undefined;
  const date = format.relative(format.lastMoment(decideBy), now);
  return t(`takeoverCard.needs.${'person' in to ? 'you' : 'somebody'}`, { date });
}

/** The older posts only point to the newest. */
const isNews: NoticeKind<'approval'>['isNews'] = ({ takeover, round }, reader) => {
  const found = reader.get('takeovers', takeover);
  return found !== undefined && round >= approvalRound(found);
};

export const approval: NoticeKind<'approval'> = {
  card,
  urgency: 1,
  topic: 'approvals',
  audience: ['approver', 'admin', 'viewer'],
  isNews,
  mentions: ({ takeover }, reader, now) => {
    const found = reader.get('takeovers', takeover);
    if (!found || !waitsForApprovers(found)) return [];
    const isIn = ({ id }: Somebody): boolean => !isOut(found, id);
    if (found.putTo && !isAway(reader, found.putTo.id, now)) return [found.putTo].filter(isIn);
    return called(reader, (found.deciders ?? []).filter(isIn), now);
  },
};

/** A subscriber who has lost the role since reads no more than a channel does, and decides nothing. */
function readerOf({ notice: { to }, roles }: Shown): Pick<Viewer, 'place' | 'parts' | 'reader'> {
  if ('chat' in to) return { place: 'chat', parts: new Set(['approver']), reader: null };
  const parts = (['approver', 'admin'] as const).filter((role) => roles.has(role));
  return {
    place: parts.length > 0 ? 'person' : 'chat',
    parts: new Set(parts),
    reader: objectionReader({ id: to.person, roles }),
  };
}

/** In place of what was posted, once a newer message says more: the present state, and nothing to press. */
export function overtakenCard(takeover: Takeover, shown: Shown): Card {
  const summary = summaryOf(takeover, shown);
  return report({
    name: summary.title,
    subtitle: summary.stateLine,
    paragraphs: [shown.language.t('takeoverCard.newer')],
    summary: summary.title,
    fallback: fallbackOf(summary),
  });
}
