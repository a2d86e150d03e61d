/** Mentions those who can decide, in a channel or group that asked for it: as long as they are members there. */
import type { Card } from '../../cards/card.ts';
import { withMentions } from '../../cards/mention.ts';
import type { Notice } from '../../store/records.ts';
import type { NoticeKind } from '../core/notice.ts';
import type { Language } from '../language/index.ts';
import type { Deps } from './step.ts';
import { whereTo } from './where-to.ts';

/** More names would hide what they are asked. */
const mostMentioned = 5;

/** The card as it is posted; an edit mentions nobody, since Teams would tell nobody of it. */
export async function mentioning(
  card: Card,
  { notice, language }: { notice: Notice; language: Language },
  { kinds, messenger, dependencies, log }: Deps,
): Promise<Card> {
  const { to, saying, delivered } = notice;
  const { store, clock } = dependencies;
  if (delivered || !('chat' in to) || !store.get('chats', to.chat)?.mentions) return card;
  const { mentions } = kinds[saying.card] as NoticeKind;
  const wanted = mentions?.(saying, store, clock.now()) ?? [];
  const where = whereTo(notice, { dependencies });
  if (wanted.length === 0 || typeof where === 'string') return card;
  const members = await messenger.members(where).catch((error: unknown) => {
    log.warn({ notice: notice.id, error }, 'who is in a chat could not be read, so nobody is mentioned');
    return new Set<string>();
  });
  const people = wanted.filter(({ id }) => members.has(id.toLowerCase())).slice(0, mostMentioned);
  return withMentions(card, people, language.t('notice.mention', { count: people.length }));
}
