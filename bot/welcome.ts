/** One card where Purser was added, once: what it is, who added it, whether its set-up is done. */
import type { Chat } from '../store/records.ts';
import { whereAndWho } from './activity.ts';
import type { House } from './commands/command.ts';
import { welcome } from './commands/hello.ts';
import type { DoorActivity } from './door.ts';
import { type Language, languageOf } from './language/index.ts';
import { memberOf } from './members.ts';
import type { Messenger } from './messenger.ts';

/** Teams tells an installation twice: as `installationUpdate`, and as the bot among the members added. */
export function createWelcome({ house, messenger }: { house: House; messenger: Messenger }) {
  return async (activity: DoorActivity): Promise<void> => {
    const { chat, from } = whereAndWho(activity);
    const id = withoutThread(chat.id);
    if (activity.type === 'installationUpdate' && activity.action?.startsWith('remove')) {
      await house.store.transact((tx) => tx.delete('chats', id));
      return;
    }
    const added =
      activity.type === 'installationUpdate'
        ? activity.action?.startsWith('add')
        : activity.membersAdded?.some((member) => member.id === activity.recipient?.id);
    if (!added) return;
    const record: Chat = {
      id,
      kind: chat.kind,
      serviceUrl: chat.serviceUrl,
      name: activity.channelData?.team?.name ?? null,
      person: chat.kind === 'personal' ? from.id : null,
      addedBy: from.id,
      welcomedAt: house.clock.now().toISOString(),
    };
    if (!(await claim(house, record))) return;
    try {
      const name = chat.kind === 'personal' ? undefined : await nameOf(house, from);
      await messenger.post(
        { chat: id, serviceUrl: chat.serviceUrl },
        welcome(languageIn(house, record, activity.locale), house, name),
      );
    } catch (error) {
      await house.store.transact((tx) => tx.put('chats', { ...record, welcomedAt: null }));
      throw error;
    }
  };
}

/** False where this chat was welcomed already. */
function claim({ store }: House, record: Chat): Promise<boolean> {
  return store.transact((tx) => {
    const before = tx.get('chats', record.id);
    if (before?.welcomedAt) return false;
    tx.put('chats', { ...before, ...record });
    return true;
  });
}

function withoutThread(conversation: string): string {
  return conversation.replace(/;messageid=.*$/, '');
}

async function nameOf(house: House, from: { id: string | null; name: string }): Promise<string | undefined> {
  if (!from.id) return from.name || undefined;
  const identity = await house.people.identify(from.id, from.name);
  return (identity.kind === 'colleague' ? identity.speaker.name : from.name) || undefined;
}

/** A person's own language; a team's is the house's. */
function languageIn(house: House, chat: Chat, locale: string | null | undefined): Language {
  const member = chat.person ? memberOf(house.store, chat.person) : undefined;
  const code =
    chat.kind === 'personal' ? (member?.language ?? languageOf(locale) ?? languageOf(member?.locale)) : undefined;
  return house.languages[code ?? house.config.language];
}
