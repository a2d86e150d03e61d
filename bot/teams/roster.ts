/** Finds out who the people are that a message mentions, where Teams told no more of them than its own id. */
import type { Dependencies } from '../core/dependencies.ts';
import { patienceMs, within } from '../core/time-limit.ts';
import type { Incoming, Mention } from '../router/incoming.ts';
import type { Messenger } from './messenger.ts';

interface Deps {
  messenger: Messenger;
  dependencies: Dependencies;
}

/** The same, with the Entra id of everybody who could be found. */
export async function withIds(incoming: Incoming, deps: Deps): Promise<Incoming> {
  const { said, chat } = incoming;
  if (!('text' in said) || !said.mentions?.some(({ id, teamsId }) => !id && teamsId)) return incoming;
  const idOf = async ({ id, teamsId }: Mention): Promise<string | null> => {
    if (id || !teamsId) return id;
    const asked = deps.messenger.member({ chat: chat.id, serviceUrl: chat.serviceUrl }, teamsId);
    return (
      (await within(
        patienceMs,
        asked.catch(() => null),
      )) ?? knownAs(teamsId, deps)
    );
  };
  const mentions = await Promise.all(said.mentions.map(async (each) => ({ ...each, id: await idOf(each) })));
  return { ...incoming, said: { ...said, mentions } };
}

/** Somebody who spoke to Purser once. */
function knownAs(teamsId: string, { dependencies: { store } }: Deps): string | null {
  for (const member of store.all('members')) if (member.teamsId === teamsId) return member.id;
  return null;
}
