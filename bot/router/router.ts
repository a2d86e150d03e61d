/**
 * The one way through the house: find → who → role → parse → run. A typed command and a pressed button take the same way.
 * Here, and only here, a no is told from a fault.
 */
import { randomUUID } from 'node:crypto';
import type { Store } from '../../store/store.ts';
import { type Command, type CommandList, type Context, press, UserError } from '../core/command.ts';
import type { Dependencies } from '../core/dependencies.ts';
import { type Language, languageOf } from '../language/index.ts';
import type { Log } from '../log.ts';
import type { Speaker } from '../people/people.ts';
import { checkedArguments } from './checked-arguments.ts';
import type { Answer, Incoming } from './incoming.ts';
import { refusalOf } from './misread.ts';
import { remember } from './note-contact.ts';
import { createReader, type Read, type Reader } from './reading.ts';
import { faultCard, helpButton, refusalCard } from './refusal-card.ts';

export interface Router {
  /** @param transact commits what comes of this delivery */
  answer(incoming: Incoming, transact: Store['transact']): Promise<Answer>;
}

interface Deps {
  dependencies: Dependencies;
  commands: CommandList;
  reader: Reader;
  log: Log;
}

export function createRouter(dependencies: Dependencies, commands: CommandList, log: Log): Router {
  const deps = { dependencies, commands, reader: createReader(Object.values(commands).flat()), log };
  return { answer: (incoming, transact) => answer(incoming, transact, deps) };
}

/** How far an answer has come, for when it goes wrong. */
interface Progress {
  language: Language;
  /** The command's name; `none` until one is found. */
  command: string;
  /** A no before the command is begun says nothing of anybody; what the command itself says may name people. */
  isPublic: boolean;
  isCommitted: boolean;
}

async function answer(incoming: Incoming, transact: Store['transact'], deps: Deps): Promise<Answer> {
  const progress: Progress = {
    language: languageFor(incoming, null, deps.dependencies),
    command: 'none',
    isPublic: true,
    isCommitted: false,
  };
  const noted: Store['transact'] = async (work) => {
    const result = await transact(work);
    progress.isCommitted = true;
    return result;
  };
  try {
    return await run(incoming, noted, progress, deps);
  } catch (error) {
    return error instanceof UserError ? refused(error, progress, deps.dependencies) : failed(error, progress, deps);
  }
}

/** @throws UserError, or whatever the command throws */
async function run(
  incoming: Incoming,
  transact: Store['transact'],
  progress: Progress,
  { dependencies, commands, reader }: Deps,
): Promise<Answer> {
  const speaker = await identify(incoming, dependencies, progress.language);
  await remember(incoming, dependencies);
  const language = languageFor(incoming, speaker, dependencies);
  progress.language = language;
  const read = (text: string): Read => readOrRefuse(text, reader, language);
  const found = 'text' in incoming.said ? read(incoming.said.text) : pressedCommand(incoming.said, reader, language);
  const { command } = found;
  progress.command = command.name;
  admit(command, { speaker, language });
  const args = checkedArguments({ ...found, isTyped: 'text' in incoming.said }, language);
  const isPublic = typeof command.public === 'function' ? command.public(args) : (command.public ?? false);
  progress.isPublic = isPublic;
  const { chat, pressed } = incoming;
  const place = isPublic && chat.kind !== 'personal' ? 'chat' : 'person';
  const now = dependencies.clock.now();
  const context: Context = { speaker, chat, place, pressed, language, now, dependencies, transact, commands, read };
  return { card: await command.run(args, context), language, outcome: 'done', command: command.name, public: isPublic };
}

function refused(error: UserError, { language, command, isPublic }: Progress, dependencies: Dependencies): Answer {
  return {
    card: refusalCard(error, language, dependencies),
    sentence: error.message,
    language,
    outcome: 'refused',
    command,
    public: isPublic || error.public,
  };
}

/** The person is told what is certain; the log gets it whole. */
function failed(error: unknown, { language, command, isCommitted }: Progress, { dependencies, log }: Deps): Answer {
  const id = randomUUID().slice(0, 8);
  log.error({ fault: id, command, error }, 'a command failed');
  const sentence = language.t(isCommitted ? 'fault.after' : 'fault.before', { id });
  return {
    card: faultCard(sentence, language, dependencies),
    sentence,
    language,
    outcome: 'fault',
    command,
    public: true,
  };
}

/** @throws UserError for people who are not colleagues */
async function identify({ from }: Incoming, dependencies: Dependencies, { t }: Language): Promise<Speaker> {
  if (!from.id) throw new UserError(t('refused.stranger'));
  const identity = await dependencies.people.identify(from.id, from.name);
  if (identity.kind !== 'colleague') throw new UserError(t(`refused.${identity.kind}`));
  return identity.speaker;
}

/** Own choice, this activity's locale, the last one seen, the directory's, the house's: the first that Purser speaks. */
function languageFor(
  { from, locale }: Incoming,
  speaker: Speaker | null,
  { store, config, languages }: Dependencies,
): Language {
  const member = from.id ? store.get('members', from.id) : undefined;
  const code =
    member?.language ??
    languageOf(locale) ??
    languageOf(member?.locale) ??
    languageOf(speaker?.preferredLanguage) ??
    config.language;
  return languages[code];
}

/** @throws UserError where it can't be read */
function readOrRefuse(text: string, reader: Reader, language: Language): Read {
  const read = reader.read(text);
  if ('misread' in read) throw refusalOf(read, language);
  return read;
}

/** @throws UserError where there is no longer such a command */
function pressedCommand(
  { verb, data }: { verb: string; data: unknown },
  reader: Reader,
  language: Language,
): { command: Command; args: unknown } {
  const command = reader.named(verb);
  if (!command) throw new UserError(language.t('refused.unknownVerb'), [helpButton(language)]);
  return { command, args: data };
}

/** @throws UserError */
function admit(command: Command, { speaker, language: { t } }: Pick<Context, 'speaker' | 'language'>): void {
  if (command.open) return;
  if (speaker.unchecked) {
    const again = press(t('button.checkAgain'), 'whoami', { again: 'again' });
    throw new UserError(t('refused.cantCheck'), [again, press(t('button.status'), 'status')]);
  }
  if (command.role !== 'anyone' && !speaker.roles.has(command.role)) {
    throw new UserError(t('refused.role', { role: t(`refused.roles.${command.role}`) }));
  }
}
