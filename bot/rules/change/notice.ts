/** Tells the person who applied a change of rules how far it is: the card that `change CH-2` shows, edited as it goes on. */

import type { CardOf, NoticeKind } from '../../core/notice.ts';
import { changeCard } from './change-card.ts';

const card: CardOf<'change'> = ({ change: id }, { language, now, dependencies }) => {
  const found = dependencies.store.get('changes', id);
  return found && changeCard(found, { language, now, dependencies, decides: true });
};

export const change: NoticeKind<'change'> = { card, urgency: 1, audience: ['admin'] };
