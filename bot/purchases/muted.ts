/** What a chat does not want to hear of for a while: a product, or one purchase. Pure. */
import type { Chat, Notice, Purchase } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';

export type Mute = NonNullable<Chat['mutes']>[number];

/** Those that still hold. */
export function mutesOf({ mutes = [] }: Pick<Chat, 'mutes'>, now: Date): Mute[] {
  return mutes.filter(({ until }) => until > now.toISOString());
}

/** Whether who is told of a topic wants to hear of this purchase. */
export function hears(
  to: Notice['to'],
  reader: Pick<Reader, 'get' | 'all'>,
  now: Date,
): (purchase: Pick<Purchase, 'id' | 'sku'>) => boolean {
  const muted = new Set(mutesOf(chatOf(to, reader) ?? {}, now).map(({ of }) => of));
  return ({ id, sku }) => !muted.has(id) && !muted.has(sku);
}

/** A person is told in their own chat. */
export function chatOf(to: Notice['to'], reader: Pick<Reader, 'get' | 'all'>): Chat | undefined {
  if ('chat' in to) return reader.get('chats', to.chat);
  return [...reader.all('chats')].find(({ kind, person }) => kind === 'personal' && person === to.person);
}
