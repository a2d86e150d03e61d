import type { Member, Notice } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import type { LanguageCode } from '../language/codes.ts';
import { languageOf } from '../language/index.ts';

/** What Purser knows of someone who spoke to it; a blank record for someone who never did. */
export function memberOf(store: Pick<Reader, 'get'>, id: string): Member {
  return store.get('members', id) ?? { id, teamsId: null, language: null, locale: null, chat: null, away: null };
}

/** The language someone is written to in, unasked: a person's own, a channel's the house's. */
export function languageFor(to: Notice['to'], store: Reader, usual: LanguageCode): LanguageCode {
  const person = 'person' in to ? to.person : store.get('chats', to.chat)?.person;
  if (!person) return usual;
  const { language, locale } = memberOf(store, person);
  return language ?? languageOf(locale) ?? languageOf(store.get('people', person)?.language) ?? usual;
}
