/** A licence request in the chats of those who decide about it, and of those who want it. */
import type { Card } from '../../cards/card.ts';
import { report } from '../../cards/report.ts';
import { isAway } from '../../store/calls.ts';
import type { LicenceRequest } from '../../store/records.ts';
import { partiesOf, requestPartsOf } from '../../store/request/advance.ts';
import { isParty } from '../../store/takeover/deciders.ts';
import { shortName } from '../core/lines.ts';
import type { CardOf, NoticeKind, Shown } from '../core/notice.ts';
import { fallbackOf, requestCard } from './card.ts';
import { askedKey, askedPeople, isNewerPosted, newsKey } from './tell.ts';
import { asChat, stateText, type Viewer } from './view.ts';

const asked: CardOf<'licence-asked'> = ({ request: id, round }, shown) => {
  const { dependencies, notice, now } = shown;
  const { store } = dependencies;
  const found = store.get('requests', id);
  if (!found) return undefined;
  const { to } = notice;
  const isOld = isNewerPosted(store, { from: round, to: found.round, keyOf: (newer) => askedKey(found, newer, to) });
  const isOut = 'person' in to && (isParty(partiesOf(found), to.person) || isAway(store, to.person, now));
  // It was decided, or asked anew, before this could be delivered, so there is nothing left to ask.
  if ((isOld || isOut || round < found.round || !isToDo(found)) && !notice.delivered) return undefined;
  return isOld ? overtakenCard(found, shown) : requestCard(found, viewerOf(found, shown));
};

/** Somebody is to do something about it. */
function isToDo({ state }: LicenceRequest): boolean {
  return state === 'pending' || state === 'failed' || state === 'given' || state === 'kept';
}

/** Somebody who has lost the role since has no buttons. */
export function viewerOf(
  request: LicenceRequest,
  { language, now, dependencies, notice: { to }, roles }: Shown,
): Viewer {
  const told = { language, now, dependencies };
  if ('chat' in to) return { ...told, ...asChat };
  const by = { id: to.person, name: '', approver: roles.has('approver'), admin: roles.has('admin') };
  return { ...told, parts: requestPartsOf(request, by), reader: to.person };
}

/** In place of what was posted, once a newer message says more. */
export function overtakenCard(request: LicenceRequest, { language }: Shown): Card {
  const { t } = language;
  const name = shortName(request.product.name);
  return report({
    name,
    subtitle: `${request.id} · ${stateText(request, language)}`,
    paragraphs: [t('takeoverCard.newer')],
    summary: `${request.id} · ${name}`,
    fallback: fallbackOf(request, language),
  });
}

export const licenceAsked: NoticeKind<'licence-asked'> = {
  card: asked,
  urgency: 1,
  audience: ['approver', 'admin', 'viewer'],
  isNews: ({ request, round }, reader) => (reader.get('requests', request)?.round ?? 0) <= round,
  mentions: ({ request: id }, reader, now) => {
    const found = reader.get('requests', id);
    return found?.state === 'pending' ? askedPeople(reader, found, now) : [];
  },
};

const news: CardOf<'licence-news'> = ({ request: id, round }, shown) => {
  const { dependencies, notice } = shown;
  const { store } = dependencies;
  const found = store.get('requests', id);
  if (!found || !('person' in notice.to)) return undefined;
  const { person } = notice.to;
  const isOld = isNewerPosted(store, { from: round, to: found.news, keyOf: (newer) => newsKey(found, newer, person) });
  if (isOld) return notice.delivered ? overtakenCard(found, shown) : undefined;
  return requestCard(found, viewerOf(found, shown));
};

export const licenceNews: NoticeKind<'licence-news'> = {
  card: news,
  urgency: 1,
  audience: 'members',
  isNews: ({ request, round }, reader) => (reader.get('requests', request)?.news ?? 0) <= round,
};
