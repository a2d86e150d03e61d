/** Puts on record where an answer shows a takeover or an order, so that news of it reach that card as well. */
import { isCopyNews, noteCopy } from '../../store/copies.ts';
import type { Posted } from '../../store/notices.ts';
import type { Dependencies } from '../core/dependencies.ts';
import type { Log } from '../log.ts';
import type { Answer, Incoming } from '../router/incoming.ts';

interface Shown {
  incoming: Incoming;
  answer: Answer;
}

interface Deps {
  dependencies: Pick<Dependencies, 'store' | 'clock'>;
  log: Pick<Log, 'error'>;
}

/** @param at where the answer stands now */
export async function noteShown({ incoming, answer }: Shown, at: Posted, { dependencies, log }: Deps): Promise<void> {
  const { store, clock } = dependencies;
  const { chat, from } = incoming;
  const isForAll = answer.public && (chat.kind === 'group' || chat.kind === 'channel');
  if (!isForAll && !from.id) return;
  const to = isForAll || !from.id ? { chat: at.chat } : { person: from.id };
  const copy = { to, about: answer.outcome === 'done' ? answer.card.shows : undefined, at };
  if (!isCopyNews(store, copy)) return;
  // The answer is out, whatever becomes of this.
  await store
    .transact((tx) => noteCopy(tx, copy, clock.now()))
    .catch((error: unknown) => log.error({ error }, 'where an answer stands could not be kept'));
}

/** The card that was pressed shows the answer now; one in a channel stays what it was. */
export async function notePressed(shown: Shown, deps: Deps): Promise<void> {
  const { chat, pressed } = shown.incoming;
  if (pressed && chat.kind === 'personal' && !shown.answer.sentence)
    await noteShown(shown, { chat: chat.id, activity: pressed }, deps);
}
