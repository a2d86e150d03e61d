/** To those who can approve a takeover. What asks for it anew is a post of its own; the older ones point to it. */
import type { Card } from '../../../cards/card.ts';
import { report } from '../../../cards/report.ts';
import type { Takeover } from '../../../store/records.ts';
import type { CardOf, NoticeKind, Shown } from '../../core/notice.ts';
import { approvalRound } from '../state/tell.ts';
import { takeoverReport } from './card.ts';
import type { Viewed } from './viewed.ts';
import { actText, stateLine } from './wording.ts';

const card: CardOf<'approval'> = ({ takeover: id, round }, shown) => {
  const { language, now, house, notice } = shown;
  const takeover = house.store.get('takeovers', id);
  if (!takeover) return undefined;
  const isOld = round < approvalRound(takeover);
  // Decided, or asked anew, before this could be delivered: there is nothing to ask for any more.
  if ((isOld || takeover.state !== 'pending') && !notice.delivered) return undefined;
  if (isOld) return overtaken(takeover, shown);
  const viewed: Viewed = { language, now, house, ...readerOf(shown) };
  return report({ ...takeoverReport(takeover, viewed), notes: [notice.id] });
};

export const approval: NoticeKind<'approval'> = { card, urgency: 2, topic: 'approvals' };

/** Somebody who once asked to be told, and has lost the role since, reads no more than a channel does, and decides nothing. */
function readerOf({ notice: { to }, roles }: Shown): Pick<Viewed, 'place' | 'parts'> {
  if ('chat' in to) return { place: 'chat', parts: new Set(['approver']) };
  const parts = (['approver', 'admin'] as const).filter((role) => roles.has(role));
  return { place: parts.length > 0 ? 'person' : 'chat', parts: new Set(parts) };
}

/** What was posted, now that a newer message says more: how it stands, and nothing to press. */
export function overtaken(takeover: Takeover, shown: Shown): Card {
  const { t, words } = shown.language;
  const name = actText(takeover, shown);
  return report({
    name,
    subtitle: stateLine(takeover, shown),
    paragraphs: [t('takeoverCard.newer')],
    notes: [shown.notice.id],
    summary: name,
    fallback: t('fallback', { command: `${words.commands.approval.names[0]} ${takeover.id}` }),
  });
}
