/** Asks approvers to decide about a takeover. Asking anew is a post of its own; the older posts point to it. */
import type { Card } from '../../../cards/card.ts';
import { report } from '../../../cards/report.ts';
import type { Takeover } from '../../../store/records.ts';
import { approvalRound } from '../../../store/takeover/turns.ts';
import type { CardOf, NoticeKind, Shown } from '../../core/notice.ts';
import { objectionReader } from '../../people/people.ts';
import { fallbackOf, takeoverReport } from './card.ts';
import { summaryOf } from './view/summary.ts';
import { takeoverView } from './view/view.ts';
import type { Viewer } from './view/viewer.ts';

const card: CardOf<'approval'> = ({ takeover: id, round }, shown) => {
  const { language, now, dependencies, notice } = shown;
  const takeover = dependencies.store.get('takeovers', id);
  if (!takeover) return undefined;
  const isOld = round < approvalRound(takeover);
  // It was decided, or asked anew, before this could be delivered, so there is nothing left to ask.
  if ((isOld || takeover.state !== 'pending') && !notice.delivered) return undefined;
  if (isOld) return overtakenCard(takeover, shown);
  const view = takeoverView(takeover, { language, now, dependencies, ...readerOf(shown) });
  return report({ ...takeoverReport(view), notes: [notice.id] });
};

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
    notes: [shown.notice.id],
    summary: summary.title,
    fallback: fallbackOf(summary),
  });
}
