/** Tells an admin who drafts a takeover what could go wrong in it, where Microsoft took its time. */
import type { CardOf, NoticeKind } from '../../core/notice.ts';
import { confirmCard } from './confirm-card.ts';
import { aboutOf } from './drafting.ts';

const card: CardOf<'draft'> = ({ draft: id }, { language, now, dependencies }) => {
  const found = dependencies.store.get('drafts', id);
  const about = found && aboutOf(found, { language, now, dependencies });
  // Once it is confirmed, the card is the takeover's; once something else is chosen, it shows that.
  if (!found?.act || !about) return undefined;
  return confirmCard({ ...found, act: found.act }, { about }, { language, now, dependencies });
};

export const draft: NoticeKind<'draft'> = { card, urgency: 0, audience: ['admin'] };
