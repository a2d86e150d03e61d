import type { Member, Notice } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import type { LanguageCode } from '../language/codes.ts';
import { languageOf } from '../language/index.ts';

/** The record of someone who spoke to Purser; a blank one for someone who never did. */
export function memberOf(store: Pick<Reader, 'get'>, id: string): Member {
  return store.get('members', id) ?? { id, teamsId: null, language: null, locale: null, chat: null, away: null };
}

/** Teams' ids of chats and channels between people begin like this; a person's chat with the bot is `a:1…`. */
export function mayBePersonal(chat: string): boolean {
  return !chat.startsWith('19:');
}

/** Their own chat with Purser; null where none is known, or where the one on record is a chat between people. */
export function ownChatOf({ chat }: Pick<Member, 'chat'>): Member['chat'] {
  return chat && mayBePersonal(chat.id) ? chat : null;
}

/** The language of notices: a person's own; in a channel, the one in the configuration. */
export function languageFor(to: Notice['to'], store: Reader, usual: LanguageCode): LanguageCode {
  const person = 'person' in to ? to.person : store.get('chats', to.chat)?.person;
  if (!person) return usual;
  const { language, locale } = memberOf(store, person);
  return language ?? languageOf(locale) ?? languageOf(store.get('people', person)?.language) ?? usual;
}
