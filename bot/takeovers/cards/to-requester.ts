/** To whoever requested a takeover: how it stands. Each piece of news is a post of its own; the older ones point to it. */
import { report } from '../../../cards/report.ts';
import type { CardOf, NoticeKind } from '../../core/notice.ts';
import { newsRound } from '../state/tell.ts';
import { takeoverReport } from './card.ts';
import { overtaken } from './to-approvers.ts';
import type { Viewed } from './viewed.ts';

const card: CardOf<'takeover'> = ({ takeover: id, round }, shown) => {
  const { language, now, house, notice } = shown;
  const found = house.store.get('takeovers', id);
  if (!found) return undefined;
  const isOld = round < newsRound(found);
  if (isOld && !notice.delivered) return undefined;
  if (isOld) return overtaken(found, shown);
  const viewed: Viewed = { language, now, house, place: 'person', parts: new Set(['requester']) };
  return report({ ...takeoverReport(found, viewed), notes: [notice.id] });
};

export const takeover: NoticeKind<'takeover'> = { card, urgency: 1 };
