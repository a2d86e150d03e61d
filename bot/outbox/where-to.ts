/** Where a notice goes. */
import type { Notice } from '../../store/records.ts';
import { mayBePersonal, memberOf, ownChatOf } from '../people/members.ts';
import type { Address } from '../teams/messenger.ts';
import type { Deps } from './step.ts';

/** Where it goes: an address; `unmet`, a chat that must be opened first; or nowhere, until they show up. */
export function whereTo(
  { to }: Notice,
  { dependencies: { store } }: Pick<Deps, 'dependencies'>,
): Address | 'unmet' | 'away' {
  if ('chat' in to) {
    const chat = store.get('chats', to.chat);
    const isOpen = chat && !chat.away && (chat.kind !== 'personal' || mayBePersonal(chat.id));
    return isOpen ? { chat: chat.id, serviceUrl: chat.serviceUrl } : 'away';
  }
  const member = memberOf(store, to.person);
  if (member.away) return 'away';
  const chat = ownChatOf(member);
  return chat ? { chat: chat.id, serviceUrl: chat.serviceUrl } : 'unmet';
}
