/** An answer that showed a takeover or an order, as it reads now. */
import type { Card } from '../../../cards/card.ts';
import type { Takeover } from '../../../store/records.ts';
import { type Actor, partsOf } from '../../../store/takeover/moves.ts';
import type { CardOf, NoticeKind, Shown } from '../../core/notice.ts';
import { withdrawnCard } from '../../core/withdrawn.ts';
import { orderNotice } from '../../orders/card.ts';
import { maySee } from '../../orders/decide.ts';
import { objectionReader } from '../../people/people.ts';
import { takeoverCard } from './card.ts';
import { overtakenCard } from './to-approvers.ts';

const card: CardOf<'copy'> = ({ about, old }, shown) => {
  const { dependencies, notice } = shown;
  if (!notice.delivered) return undefined;
  const { store } = dependencies;
  const order = store.get('orders', about);
  if (order)
    return isOpenTo(shown, maySee(order, { speaker: readerOf(shown) })) ? orderNotice(order, shown, old) : gone(shown);
  const takeover = store.get('takeovers', about);
  if (!takeover) return undefined;
  if (!isOpenTo(shown, mayRead(takeover, shown))) return gone(shown);
  return old ? overtakenCard(takeover, shown) : takeoverCard(takeover, viewerOf(takeover, shown));
};

function readerOf({ notice: { to }, roles }: Shown): { id: string; roles: Shown['roles'] } {
  return { id: 'person' in to ? to.person : '', roles };
}

function isOpenTo({ notice: { to } }: Shown, may: boolean): boolean {
  return 'chat' in to || may;
}

function mayRead({ requester, purchase }: Takeover, shown: Shown): boolean {
  const { id, roles } = readerOf(shown);
  return roles.has('viewer') || roles.has('approver') || requester.id === id || purchase.purchaser?.id === id;
}

function viewerOf(takeover: Takeover, shown: Shown): Parameters<typeof takeoverCard>[1] {
  const { language, now, dependencies, notice, roles } = shown;
  const told = { language, now, dependencies };
  if ('chat' in notice.to) return { ...told, place: 'chat', parts: new Set(['approver']), reader: null };
  const { person: id } = notice.to;
  const actor: Actor = { kind: 'person', id, name: '', approver: roles.has('approver'), admin: roles.has('admin') };
  return { ...told, place: 'person', parts: partsOf(takeover, actor), reader: objectionReader({ id, roles }) };
}

/** They have lost the role by which they read it. */
function gone({ language }: Shown): Card {
  return withdrawnCard({ kind: 'colleague' }, language);
}

/** Nobody is told anything by it: it is changed where it stands, or left. */
export const copy: NoticeKind<'copy'> = {
  card,
  urgency: 3,
  audience: 'members',
  isNews: () => false,
  missed: false,
};
