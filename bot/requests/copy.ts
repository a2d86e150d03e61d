/** An answer that showed a licence request, as it reads now; others are those of takeovers and orders. */
import type { CardOf, NoticeKind } from '../core/notice.ts';
import { withdrawnCard } from '../core/withdrawn.ts';
import { copy as others } from '../takeovers/cards/copy.ts';
import { maySeeRequest } from './ask.ts';
import { requestCard } from './card.ts';
import { overtakenCard, viewerOf } from './notices.ts';

const card: CardOf<'copy'> = (saying, shown) => {
  const { dependencies, notice, language, roles } = shown;
  const { to } = notice;
  const found = dependencies.store.get('requests', saying.about);
  if (!found) return others.card(saying, shown);
  if (!notice.delivered) return undefined;
  const mayRead = 'chat' in to || maySeeRequest(found, { speaker: { id: to.person, roles } });
  if (!mayRead) return withdrawnCard({ kind: 'colleague' }, language);
  return saying.old ? overtakenCard(found, shown) : requestCard(found, viewerOf(found, shown));
};

export const copy: NoticeKind<'copy'> = { ...others, card };
