/**
 * Gives people the answer to what they said. Where Teams refuses it whole, they get it in brief; where it can't be given now,
 * a notice tells them later. Nobody who asked hears nothing.
 */
import type { Card } from '../../cards/card.ts';
import { report } from '../../cards/report.ts';
import { noticeOf, notify } from '../../store/notices.ts';
import type { Owed } from '../../store/records.ts';
import type { Transaction } from '../../store/store.ts';
import { press } from '../core/command.ts';
import type { Dependencies } from '../core/dependencies.ts';
import { finished } from '../core/finished.ts';
import type { Log } from '../log.ts';
import { waitMs } from '../microsoft/retry-policy.ts';
import type { Answer, Incoming } from '../router/incoming.ts';
import { answerIn } from './connector-answer.ts';
import type { Messenger } from './messenger.ts';
import { sendInPerson } from './private-reply.ts';
import { notePressed, noteShown } from './shown.ts';
import { attempted } from './with-retries.ts';

interface Deps {
  messenger: Messenger;
  dependencies: Dependencies;
  log: Log;
  /** Called where the answer is not out now: it comes later, or can't be given. */
  onUnanswered?: () => void;
}

/** What was said, and the answer to it. */
export interface Exchange {
  incoming: Incoming;
  answer: Answer;
}

/** What can be done where somebody speaks, while they wait; each call is one try. */
export interface Turn {
  post(card: Card): Promise<{ id?: string } | undefined>;
  say(text: string): Promise<unknown>;
  /** Replaces the card that was pressed; undefined where none was. */
  edit: ((card: Card) => Promise<unknown>) | undefined;
}

/** Replies to a message. @throws what Teams said, where nobody is known to whom it could be told later */
export async function reply(turn: Turn, exchange: Exchange, deps: Deps): Promise<void> {
  const { incoming, answer } = exchange;
  const { clock } = deps.dependencies;
  const isPersonal = incoming.chat.kind === 'personal';
  if (!isPersonal && !isForAll(exchange)) return replyInPerson(turn, exchange, deps);
  // A Submit can't be answered with a card, so the pressed one is edited.
  if (turn.edit && isPersonal && 'verb' in incoming.said && answer.outcome === 'done') {
    const edited = await attempted(clock, [answer.card], turn.edit);
    if (edited.result === 'done') return notePressed(exchange, deps);
    if (edited.result === 'later') return owe(exchange, edited.error, deps);
  }
  let id: string | undefined;
  const post = async (card: Card): Promise<void> => {
    id = (await turn.post(card))?.id;
  };
  const posted = await attempted(clock, formsOf(answer, deps), post);
  if (posted.result !== 'done') await owe(exchange, posted.error, deps);
  else if (id) await noteShown(exchange, { chat: incoming.chat.id, activity: id }, deps);
}

/** May everybody in that chat read the answer? Where nobody knows what chat it is, nothing is shown. */
export function isForAll({ incoming: { chat }, answer }: Exchange): boolean {
  return answer.public && (chat.kind === 'group' || chat.kind === 'channel');
}

/** The answer goes to the person's own chat; where they asked, a word says so. */
async function replyInPerson(turn: Turn, exchange: Exchange, deps: Deps): Promise<void> {
  const word = await answerInPerson(exchange, deps);
  const { incoming } = exchange;
  if (incoming.chat.kind === 'unclear' && word.isGiven) return;
  const posted = await attempted(deps.dependencies.clock, [word.text], turn.say);
  if (posted.result !== 'done' && !word.isGiven) await owe(exchange, posted.error, deps);
}

/** @returns what is said of it in the place where it was asked */
export async function answerInPerson(exchange: Exchange, deps: Deps): Promise<{ text: string; isGiven: boolean }> {
  const { incoming, answer } = exchange;
  const { t } = answer.language;
  const { result, error, at } = await sendInPerson(incoming, formsOf(answer, deps), deps);
  if (at) await noteShown(exchange, at, deps);
  if (result === 'done') return { text: t('sent.here'), isGiven: true };
  deps.onUnanswered?.();
  if (result === 'later') await owe(exchange, error, deps);
  const { recorded } = answer;
  const said = t(`sent.${recorded && result === 'unsure' ? 'unconfirmed' : result}`);
  return { text: recorded ? `${t('sent.recorded')} ${said}` : said, isGiven: result === 'later' };
}

function formsOf(answer: Answer, { dependencies }: Pick<Deps, 'dependencies'>): Card[] {
  return [answer.card, finished(inBrief(answer), { dependencies, language: answer.language })];
}

/** What an answer is about, and how to see it, where Teams takes no more. */
function inBrief({ card: { summary }, command, recorded, language, again }: Answer): Card {
  const { t, words } = language;
  const known = Object.entries(words.commands).find(([name]) => name === command)?.[1];
  const example = known?.examples.at(-1) ?? '';
  const less = example.includes(' ') ? t('sent.less', { example }) : t('sent.again');
  return report({
    paragraphs: [summary, t('sent.brief'), recorded ? t('sent.recorded') : less],
    buttons: [
      ...(recorded && again ? [{ title: t('button.open'), verb: again.verb, data: again.data }] : []),
      press(t('button.help'), 'help', known ? { command } : {}),
    ],
    summary,
    fallback: t('fallback', { command: words.commands.help.names[0] }),
  });
}

/** A connector that says nothing of when to come back is asked again after so long. */
const soonMs = 5_000;
const mostOwed = 5;

/** Writes the notice that tells them what they asked and how to see it. */
export async function owe(
  { incoming, answer }: Exchange,
  error: unknown,
  { dependencies, log, onUnanswered }: Deps,
): Promise<void> {
  const { store, clock } = dependencies;
  const { id } = incoming.from;
  onUnanswered?.();
  log.warn({ error, command: answer.command }, 'an answer could not be given');
  // Of somebody without an id Teams alone knows where to find them.
  if (!id) throw error;
  const now = clock.now();
  const { retryAfter } = answerIn(error);
  const later = retryAfter === undefined ? soonMs : waitMs({ retryAfter }, 1, now);
  const owed: Owed = {
    command: answer.command,
    at: now.toISOString(),
    recorded: answer.recorded,
    again: answer.again,
  };
  await store.transact((tx) => {
    const { key, asked } = joining(tx, id, owed);
    notify(
      tx,
      { key, to: { person: id }, saying: { card: 'late-answer', asked }, dueAt: new Date(now.getTime() + later) },
      now,
    );
  });
}

/** What is not out yet tells of all that was asked meanwhile; what is out, nobody looks at again. */
function joining(tx: Transaction, person: string, owed: Owed): { key: string; asked: Owed[] } {
  const key = `late-answer ${person} ${owed.at.slice(0, 15)}`;
  const known = noticeOf(tx, key);
  if (!known) return { key, asked: [owed] };
  if (known.outcome !== 'waiting' || known.saying.card !== 'late-answer')
    return { key: `late-answer ${person} ${owed.at}`, asked: [owed] };
  return { key, asked: [...known.saying.asked, owed].slice(-mostOwed) };
}
