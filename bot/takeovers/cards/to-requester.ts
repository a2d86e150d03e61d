/** Tells the requester of a takeover how it is getting on. Each piece of news is a post of its own; the older ones point to it. */
import { report } from '../../../cards/report.ts';
import { newsRound } from '../../../store/takeover/turns.ts';
import type { CardOf, NoticeKind } from '../../core/notice.ts';
import { takeoverReport } from './card.ts';
import { overtakenCard } from './to-approvers.ts';
import { takeoverView } from './view/view.ts';

const card: CardOf<'takeover'> = ({ takeover: id, round }, shown) => {
  const { language, now, dependencies, notice } = shown;
  const found = dependencies.store.get('takeovers', id);
  if (!found) return undefined;
  const isOld = round < newsRound(found);
  if (isOld && !notice.delivered) return undefined;
  if (isOld) return overtakenCard(found, shown);
  const reader = { id: found.requester.id, decides: false };
  const parts = new Set(['requester'] as const);
  const view = takeoverView(found, { language, now, dependencies, place: 'person', parts, reader });
  return report({ ...takeoverReport(view) });
};

/** The older posts only point to the newest. */
const isNews: NoticeKind<'takeover'>['isNews'] = ({ takeover: id, round }, reader) => {
  const found = reader.get('takeovers', id);
  return found !== undefined && round >= newsRound(found);
};

export const takeover: NoticeKind<'takeover'> = { card, urgency: 2, audience: 'members', isNews };
