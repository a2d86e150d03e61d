/**
 * What every sign of life teaches: where to write to people, in which language, and that they can be written to again.
 * The serviceUrl of a conversation may change at any time ("Send proactive messages"), so the newest one seen is kept.
 */
import { isDeepStrictEqual } from 'node:util';
import { tellAgain } from '../../store/notices.ts';
import type { Chat } from '../../store/records.ts';
import type { Reader, Transaction } from '../../store/store.ts';
import type { Dependencies } from '../core/dependencies.ts';
import { memberOf } from '../people/members.ts';
import type { Speaker } from '../people/people.ts';
import type { Incoming } from './incoming.ts';

export type Sign = Pick<Incoming, 'chat' | 'from' | 'locale'> & {
  /** Who it is, where Microsoft was asked. */
  speaker?: Pick<Speaker, 'name' | 'userName' | 'mail' | 'unchecked'> | undefined;
};

export async function remember(sign: Sign, { store, clock }: Pick<Dependencies, 'store' | 'clock'>): Promise<void> {
  // Nearly every message teaches nothing new, and then nothing is written.
  if (isDeepStrictEqual(learnt(sign, store), known(sign, store))) return;
  await store.transact((tx) => learn(tx, sign, clock.now()));
}

/** Within a transaction that does more than that. */
export function learn(tx: Transaction, sign: Sign, now: Date): void {
  const before = known(sign, tx);
  const { member, chat, mark } = learnt(sign, tx);
  if (member) tx.put('members', member);
  if (chat) tx.put('chats', chat);
  if (mark) tx.put('marks', mark);
  const wasOut = Boolean(before.member?.away) || !before.member?.chat;
  if (wasOut && member?.chat && !member.away) tellAgain(tx, { person: member.id }, now);
  if (before.chat?.away && chat && !chat.away) tellAgain(tx, { chat: chat.id }, now);
}

function known({ chat, from }: Sign, store: Pick<Reader, 'get'>) {
  return {
    member: from.id ? store.get('members', from.id) : undefined,
    chat: store.get('chats', chat.id),
    mark: store.get('marks', 'service-url'),
  };
}

function learnt(sign: Sign, store: Pick<Reader, 'get'>): ReturnType<typeof known> {
  const { chat, from, locale, speaker } = sign;
  const isPersonal = chat.kind === 'personal';
  const before = from.id ? memberOf(store, from.id) : undefined;
  const address = { id: chat.id, serviceUrl: chat.serviceUrl };
  return {
    member: before && {
      ...before,
      teamsId: from.teamsId,
      locale: locale ?? before.locale,
      // What someone says in a channel does not tell that their own chat is open again.
      ...(isPersonal ? { chat: address, away: null } : {}),
      ...(speaker && !speaker.unchecked && { name: speaker.name, userName: speaker.userName, mail: speaker.mail }),
    },
    chat: chatFrom(sign, store.get('chats', chat.id)),
    mark: { id: 'service-url', value: chat.serviceUrl },
  };
}

/** A chat whose kind isn't clear is no place to tell anything, and is not remembered. */
function chatFrom({ chat, from }: Sign, before: Chat | undefined): Chat | undefined {
  const { kind } = chat;
  if (kind === 'unclear') return before;
  return {
    // What it asked to be told, and when, is no matter of who speaks there.
    ...{ addedBy: null, welcomedAt: null, topics: [], ...before },
    id: chat.id,
    kind,
    serviceUrl: chat.serviceUrl,
    name: chat.name ?? before?.name ?? null,
    person: kind === 'personal' ? (from.id ?? before?.person ?? null) : null,
    away: null,
  };
}
