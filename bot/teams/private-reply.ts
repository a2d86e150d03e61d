/** Answers a question from a channel or group in the caller's own chat with Purser. */
import type { Card } from '../../cards/card.ts';
import type { Dependencies } from '../core/dependencies.ts';
import type { Log } from '../log.ts';
import { memberOf } from '../people/members.ts';
import type { Incoming } from '../router/incoming.ts';
import type { Address, Messenger } from './messenger.ts';
import { wasRefused, withRetries } from './with-retries.ts';

interface Deps {
  messenger: Messenger;
  dependencies: Dependencies;
  log: Log;
}

/** `failed`: Teams does not let Purser write there. `unsure`: the connection was cut, and nobody knows whether it arrived. */
type Sent = 'here' | 'failed' | 'unsure';

export async function sendInPerson({ from, chat }: Incoming, card: Card, deps: Deps): Promise<Sent> {
  const { messenger, dependencies } = deps;
  const known = from.id ? memberOf(dependencies.store, from.id).chat : null;
  const sent = known ? await post({ chat: known.id, serviceUrl: known.serviceUrl }, card, deps) : 'failed';
  // A connector that did not answer will not answer now, and the person is waiting.
  if (sent !== 'failed') return sent;
  const opened = await withRetries(dependencies.clock, () => messenger.openChat(from.teamsId, chat.serviceUrl)).catch(
    () => undefined,
  );
  if (!opened || opened.chat === known?.id) return 'failed';
  const { id } = from;
  const address = { id: opened.chat, serviceUrl: opened.serviceUrl };
  if (id) await dependencies.store.transact((tx) => tx.put('members', { ...memberOf(tx, id), chat: address }));
  return post(opened, card, deps);
}

function post(to: Address, card: Card, { messenger, dependencies, log }: Deps): Promise<Sent> {
  return withRetries(dependencies.clock, () => messenger.post(to, card)).then(
    () => 'here',
    (error: unknown) => {
      log.warn({ error }, 'an answer could not be given in person');
      return wasRefused(error) ? 'failed' : 'unsure';
    },
  );
}
