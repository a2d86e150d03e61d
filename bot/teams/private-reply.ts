/** Answers a question from a channel or group in the caller's own chat with Purser. */
import type { Card } from '../../cards/card.ts';
import type { Posted } from '../../store/notices.ts';
import type { Dependencies } from '../core/dependencies.ts';
import type { Log } from '../log.ts';
import { memberOf, ownChatOf } from '../people/members.ts';
import type { Incoming } from '../router/incoming.ts';
import type { Address, Messenger } from './messenger.ts';
import { type Attempted, attempted, isPassing } from './with-retries.ts';

interface Deps {
  messenger: Messenger;
  dependencies: Dependencies;
  log: Log;
}

/** With the message where it stands now, if Teams told its id. */
type SentInPerson = Attempted & { at?: Posted };

/** @param forms the answer, and what is said where Teams does not take it */
export async function sendInPerson(
  { from, chat }: Incoming,
  forms: readonly Card[],
  deps: Deps,
): Promise<SentInPerson> {
  const { messenger, dependencies } = deps;
  const { clock, store } = dependencies;
  const known = from.id ? ownChatOf(memberOf(store, from.id)) : null;
  const sent = known && (await post({ chat: known.id, serviceUrl: known.serviceUrl }, forms, deps));
  // A connector that did not answer will not answer now, and the person is waiting.
  if (sent && sent.result !== 'closed') return sent;
  const opened: { chat?: Address } = {};
  const opening = await attempted(clock, [from.teamsId], async (person) => {
    opened.chat = await messenger.openChat(person, chat.serviceUrl);
  });
  if (!opened.chat) return { result: isPassing(opening.error) ? 'later' : 'closed', error: opening.error };
  if (opened.chat.chat === known?.id) return sent ?? { result: 'closed' };
  const { id } = from;
  const address = { id: opened.chat.chat, serviceUrl: opened.chat.serviceUrl };
  if (id) await store.transact((tx) => tx.put('members', { ...memberOf(tx, id), chat: address }));
  return post(opened.chat, forms, deps);
}

async function post(
  to: Address,
  forms: readonly Card[],
  { messenger, dependencies, log }: Deps,
): Promise<SentInPerson> {
  let activity: string | null = null;
  const sent = await attempted(dependencies.clock, forms, async (card) => {
    activity = await messenger.post(to, card);
  });
  if (sent.result !== 'done') log.warn({ error: sent.error }, 'an answer could not be given in person');
  return activity === null ? sent : { ...sent, at: { chat: to.chat, activity } };
}
