/** A single card where Purser was added: what it is, who added it, whether its set-up is done. */
import { notifyRarely, tellAgain } from '../../store/notices.ts';
import type { Notice } from '../../store/records.ts';
import type { Transaction } from '../../store/store.ts';
import type { Dependencies } from '../core/dependencies.ts';
import { memberOf } from '../people/members.ts';
import { learn, type Sign } from '../router/note-contact.ts';
import { whereAndWho } from './activity.ts';
import type { DoorActivity } from './door.ts';

/** Teams reports an installation twice: as `installationUpdate`, and with the bot among the members added. */
export function createWelcome(dependencies: Dependencies) {
  return async (activity: DoorActivity): Promise<void> => {
    const sign: Sign = { ...whereAndWho(activity), locale: activity.locale ?? null };
    if (sign.chat.kind === 'unclear') return;
    if (activity.type === 'installationUpdate' && activity.action?.startsWith('remove'))
      return leave(sign, dependencies);
    const added =
      activity.type === 'installationUpdate'
        ? activity.action?.startsWith('add')
        : activity.membersAdded?.some((member) => member.id === activity.recipient?.id);
    if (added) await arrive(sign, dependencies);
  };
}

/** Whoever adds Purser and takes it out again, over and over, makes no more of it. */
const mostWelcomesADay = 3;

async function arrive(sign: Sign, dependencies: Dependencies): Promise<void> {
  const { addedBy, refused } = sign.chat.kind === 'personal' ? {} : await whoAdded(dependencies, sign.from);
  const now = dependencies.clock.now();
  await dependencies.store.transact((tx) => {
    learn(tx, sign, now);
    if (sign.chat.kind === 'channel') tryChannels(tx, now);
    const chat = tx.get('chats', sign.chat.id);
    if (!chat) return;
    const welcomedAt = chat.welcomedAt ?? now.toISOString();
    tx.put('chats', { ...chat, addedBy: chat.addedBy ?? sign.from.id, welcomedAt });
    const to = placeOf(sign);
    tellAgain(tx, to, now);
    const mostADay = chat.welcomedAt ? 0 : mostWelcomesADay;
    notifyRarely(
      tx,
      {
        key: `welcome ${chat.id}`,
        to,
        saying: { card: 'welcome', addedBy: addedBy ?? null, ...(refused && { refused }) },
        mostADay,
      },
      now,
    );
  });
}

/** Teams names only one channel of the team; only trying shows whether the others are open again, too. */
function tryChannels(tx: Transaction, now: Date): void {
  const shut = [...tx.all('chats')].filter(({ kind, away }) => kind === 'channel' && away?.why === 'absent');
  for (const chat of shut) {
    tx.put('chats', { ...chat, away: null });
    tellAgain(tx, { chat: chat.id }, now);
  }
}

/** Where Purser was removed it writes to nobody, until it is added again or somebody speaks to it. */
async function leave(sign: Sign, { store, clock }: Dependencies): Promise<void> {
  const { chat, from } = sign;
  const away = { why: 'removed' as const, since: clock.now().toISOString() };
  await store.transact((tx) => {
    const known = tx.get('chats', chat.id);
    if (known) tx.put('chats', { ...known, addedBy: null, welcomedAt: null, away });
    if (chat.kind === 'personal' && from.id) tx.put('members', { ...memberOf(tx, from.id), away });
  });
}

function placeOf({ chat, from }: Sign): Notice['to'] {
  return chat.kind === 'personal' && from.id ? { person: from.id } : { chat: chat.id };
}

interface Adder {
  /** By name. */
  addedBy?: string | null;
  /** Purser does not serve them. */
  refused?: 'guest' | 'stranger';
}

async function whoAdded(dependencies: Dependencies, from: Sign['from']): Promise<Adder> {
  if (!from.id) return { addedBy: from.name || null };
  const identity = await dependencies.people.identify(from.id, from.name);
  if (identity.kind !== 'colleague') return { refused: identity.kind };
  return { addedBy: identity.speaker.name || null };
}
