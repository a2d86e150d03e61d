/**
 * The one way through the house: find → who → role → parse → run. A typed command and a pressed button take the same way.
 * Here, and only here, a no is told from a fault.
 */
import { type Card, headed } from '../../cards/card.ts';
import type { Store } from '../../store/store.ts';
import {
  applies,
  type Command,
  type CommandList,
  type Context,
  given,
  hasRoleFor,
  press,
  UserError,
} from '../core/command.ts';
import type { Dependencies } from '../core/dependencies.ts';
import { finished } from '../core/finished.ts';
import { holdText } from '../core/on-hold.ts';
import { patienceMs, within } from '../core/time-limit.ts';
import { RoleNeeded, withWayOut } from '../core/to-activate.ts';
import { whatNext } from '../core/what-next.ts';
import { type Language, languageOf } from '../language/index.ts';
import type { CommandName } from '../language/translation.ts';
import type { Log } from '../log.ts';
import { cause, newCorrelation } from '../logging/correlation.ts';
import { type Speaker, uncheckedSpeaker } from '../people/people.ts';
import { againOf, shownBy } from './again.ts';
import { byPurchase } from './by-purchase.ts';
import { argumentsOf, checkedArguments, onlyReads } from './checked-arguments.ts';
import { cleaned } from './cleaned.ts';
import { type Found, foundIn, foundOrProposed, soughtIn } from './found.ts';
import type { Answer, Incoming } from './incoming.ts';
import type { Misread } from './misread.ts';
import { remember } from './note-contact.ts';
import { refuseQuestion } from './only-asked.ts';
import { createReader, type Read, type Reader } from './reading.ts';
import { faultCard, refusalCard } from './refusal-card.ts';
import { refuseInPilot } from './refuse-in-pilot.ts';
import { secondLook } from './second-look.ts';
import { spelled } from './spelled.ts';

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
  return {
    async answer(incoming, transact) {
      const given = await answer(cleaned(incoming), transact, deps);
      return { ...given, card: finished(given.card, { dependencies, language: given.language }) };
    },
  };
}

/** How far an answer has come, for when it goes wrong. */
interface Progress {
  language: Language;
  /** Undefined until it is known. */
  speaker?: Speaker;
  /** The command's name; `none` until one is found. */
  command: string;
  /** A no before the command is begun says nothing of anybody; what the command itself says may name people. */
  isPublic: boolean;
  isCommitted: boolean;
  args: Readonly<Record<string, unknown>>;
}

async function answer(incoming: Incoming, transact: Store['transact'], deps: Deps): Promise<Answer> {
  const progress: Progress = {
    language: languageFor(incoming, null, deps.dependencies),
    command: 'none',
    isPublic: true,
    isCommitted: false,
    args: {},
  };
  const noted: Store['transact'] = async (work) => {
    const result = await transact(work);
    progress.isCommitted = true;
    return result;
  };
  try {
    return await run(incoming, noted, progress, deps);
  } catch (error) {
    if (!(error instanceof UserError)) return failed(error, progress, deps);
    const { dependencies } = deps;
    const { speaker, language } = progress;
    const way = await withWayOut(error, speaker && { speaker, language, dependencies });
    // Which roles somebody may activate is nobody else's business.
    if (way !== error) progress.isPublic = false;
    return refused(way, progress, dependencies);
  }
}

/** @throws UserError, or whatever the command throws */
async function run(
  incoming: Incoming,
  transact: Store['transact'],
  progress: Progress,
  { dependencies, commands, reader }: Deps,
): Promise<Answer> {
  const sought = soughtIn(incoming.said, reader);
  const known = await identify(incoming, askedOf(sought, progress.language), dependencies);
  await remember({ ...incoming, speaker: known }, dependencies);
  const language = languageFor(incoming, known, dependencies);
  progress.language = language;
  const now = dependencies.clock.now();
  const asking = { speaker: known, language, dependencies, now, reader, commands: Object.values(commands).flat() };
  const read = (text: string): Read => foundIn(reader.read(text), asking);
  const spoken = byPurchase(incoming.said, sought, asking) ?? (await foundOrProposed(sought, asking));
  const found = spoken === sought ? secondLook(spoken, incoming.said, asking) : spoken;
  const { command } = found;
  const isRead = onlyReads(found);
  // What a sentence is about may be more than was read in it.
  const speaker = isRead || found === sought ? known : await identify(incoming, askedOf(found, language), dependencies);
  progress.command = command.name;
  progress.speaker = speaker;
  admit({ ...found, isRead }, { speaker, language, chat: incoming.chat });
  if ('text' in incoming.said && !isRead) refuseQuestion(found as Read, incoming.said.text, asking);
  const { args: given, mentioned } = await spelled(found.args, incoming.said, { dependencies, language });
  const args = checkedArguments({ command, args: given, isTyped: 'text' in incoming.said }, language);
  refuseOnHold(command, args, { speaker, language, dependencies });
  const isPublic = applies(command.public, args);
  progress.isPublic = isPublic;
  progress.args = args;
  const { chat, pressed } = incoming;
  const place = isPublic && (chat.kind === 'group' || chat.kind === 'channel') ? 'chat' : 'person';
  await refuseInPilot({ command, args }, { speaker, language, dependencies, now }, transact);
  const about = { speaker, chat, place, pressed, mentioned, language, now } as const;
  const context: Context = { ...about, dependencies, transact, commands, read };
  const card = withHold(await command.run(args, context), context);
  return { card, language, outcome: 'done', command: command.name, public: isPublic, ...effectOf(progress) };
}

/** @throws UserError for what orders something at Microsoft while Purser is on hold */
function refuseOnHold(
  { orders }: Command,
  args: unknown,
  told: Pick<Context, 'speaker' | 'language' | 'dependencies'>,
): void {
  const why = applies(orders, args) && holdText(told);
  if (!why) return;
  const { t } = told.language;
  const mayResume = told.speaker.roles.has('admin');
  throw new UserError(`${why} ${t('hold.refused')}`, mayResume ? [press(t('button.resume'), 'resume')] : []);
}

/** Every answer says first that nothing follows from it yet. */
function withHold(card: Card, context: Context): Card {
  const text = holdText(context);
  return text ? headed(card, text) : card;
}

/** Whether it is done, and what shows it again. */
function effectOf({ command, args, isCommitted }: Progress): Pick<Answer, 'recorded' | 'again'> {
  return { recorded: isCommitted, again: isCommitted ? shownBy(args) : againOf(command, args) };
}

function refused(error: UserError, progress: Progress, dependencies: Dependencies): Answer {
  const { language, command, isPublic } = progress;
  return {
    ...effectOf(progress),
    card: refusalCard(error, language, dependencies),
    sentence: error.message,
    language,
    outcome: 'refused',
    command,
    public: isPublic || error.public,
  };
}

/** The person is told what is certain; the log gets it whole. */
function failed(error: unknown, progress: Progress, { dependencies, log }: Deps): Answer {
  const { language, command, isCommitted } = progress;
  const id = cause()?.id ?? newCorrelation();
  log.error({ fault: id, command, error }, 'a command failed');
  const sentence = language.t(isCommitted ? 'fault.after' : 'fault.before', { id });
  return {
    ...effectOf(progress),
    card: faultCard(sentence, language, dependencies),
    sentence,
    language,
    outcome: 'fault',
    command,
    public: true,
  };
}

/** What is read in the words decides how surely the speaker must be known. */
function askedOf(sought: Found | Misread | undefined, language: Language): Asking {
  if (!sought || 'misread' in sought) return { isRead: true, role: 'anyone', language };
  return { isRead: onlyReads(sought), role: sought.command.role, language };
}

interface Asking {
  isRead: boolean;
  role: Command['role'];
  language: Language;
}

/**
 * Memory serves people who only look at something; whatever is decided rests on what Microsoft says now.
 *
 * @throws UserError for people who are not colleagues
 */
async function identify(
  { from: { id, name } }: Incoming,
  { isRead, role, language: { t } }: Asking,
  { people, clock }: Dependencies,
): Promise<Speaker> {
  if (!id) throw new UserError(t('refused.stranger'));
  const isEnough = (speaker: Speaker): boolean => hasRoleFor({ role }, speaker);
  const asked = people.identify(id, name, { fresh: !isRead, isEnough });
  const identity = isRead ? await asked : await within(patienceMs, asked);
  if (!identity) return uncheckedSpeaker({ id, name }, clock.now(), 'unreachable');
  if (identity.kind !== 'colleague') throw new UserError(t(`refused.${identity.kind}`));
  return identity.speaker;
}

/** Own choice, this activity's locale, the last one seen, the directory's, the house's: the first that Purser speaks. */
export function languageFor(
  { from, locale }: Pick<Incoming, 'from' | 'locale'>,
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

/** @throws UserError */
function admit(
  { command, args, isRead }: Found & { isRead: boolean },
  { speaker, language, chat }: Pick<Context, 'speaker' | 'language' | 'chat'>,
): void {
  const { t } = language;
  if (isOpen({ command, args }, chat)) return;
  if (speaker.unchecked && isRead) {
    const again = press(t('button.checkAgain'), 'whoami', { again: 'again' });
    throw new UserError(`${t('refused.cantCheck')} ${whatNext(speaker.unchecked, t)}`, [
      again,
      press(t('button.status'), 'status'),
    ]);
  }
  if (speaker.unchecked) {
    const again = press(t('button.retry'), command.name as CommandName, given(args));
    throw new UserError(`${t('refused.cantDecide')} ${whatNext(speaker.unchecked, t)}`, [
      again,
      press(t('button.status'), 'status'),
    ]);
  }
  if (command.role !== 'anyone' && !speaker.roles.has(command.role)) throw new RoleNeeded(command.role, language);
}

function isOpen({ command, args }: Found, chat: Context['chat']): boolean {
  const { open = false } = command;
  if (typeof open === 'boolean') return open;
  const known = argumentsOf(command, args);
  return known !== undefined && open(known, chat);
}
