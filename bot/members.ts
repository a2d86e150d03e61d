import type { Member } from '../store/records.ts';
import type { Reader } from '../store/store.ts';

/** What Purser knows of someone who spoke to it; a blank record for someone who never did. */
export function memberOf(store: Reader, id: string): Member {
  return store.get('members', id) ?? { id, teamsId: null, language: null, locale: null, chat: null };
}
