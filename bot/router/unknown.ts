/** What somebody may have meant whose words are no command: what is there by those words, and the names that are near. */
import { isDeepStrictEqual } from 'node:util';
import { distance } from 'fastest-levenshtein';
import { type Button, inert, shorten } from '../../cards/card.ts';
import { type Command, press, UserError } from '../core/command.ts';
import { fold } from '../language/fold.ts';
import { languageFiles } from '../language/index.ts';
import type { CommandName, EnglishMessages } from '../language/translation.ts';
import type { Asking, Unknown } from './asking.ts';
import { onlyReads } from './checked-arguments.ts';
import { everyName, isEveryday, namesOfCommands, speech, tokenize } from './dictionary.ts';
import { gistOf, gistsOf, neverOffered } from './gist.ts';
import { longestQuote } from './misread.ts';
import type { Read, Reader } from './reading.ts';

/** Less than that is in too many names to mean one. */
const fewestLetters = 3;

/** Longer than that it is a sentence, and no name that is looked for. */
const longestName = 4;

/** Something by its name, or what the sentence leads to. */
export function foundFor(unknown: Unknown, asking: Asking): ReturnType<typeof foundBy> {
  const isName = tokenize(speech.plain(unknown.tokens.join(' '))).length <= longestName;
  return (isName ? foundBy(unknown, asking) : undefined) ?? ledTo(unknown, asking);
}

/** Words without a command are looked for where the speaker may see what is there: "visio", "adele". */
function foundBy({ sought }: Unknown, asking: Asking): { command: Command; args: Record<string, string> } | undefined {
  if (sought.length < fewestLetters) return undefined;
  const named = namedWithin(sought, asking);
  if (named) return named;
  const command = asking.commands.find(({ finds }) => finds?.(sought, asking));
  return command?.rest ? { command, args: { [command.rest]: sought } } : undefined;
}

/** "visio licences", "visio purchases by adele": the command is named among what is looked for. */
function namedWithin(sought: string, asking: Asking): ReturnType<typeof foundBy> {
  const words = sought.split(' ');
  const at = words.findIndex((word) =>
    asking.commands.some((each) => each.finds && namesOfCommands.get(fold(word)) === each.name),
  );
  if (at < 0) return undefined;
  const read = asking.reader.read([words[at], ...words.toSpliced(at, 1)].join(' '));
  if ('misread' in read) return undefined;
  const { command, args } = read;
  const about = command.rest && args[command.rest];
  return !about || command.finds?.(about, asking) ? read : undefined;
}

/**
 * What a sentence leads to by itself. A slip of the finger in a command's name leads to nothing else.
 *
 * @returns undefined where it can only be offered
 */
function ledTo(unknown: Unknown, asking: Asking): Read | undefined {
  const read = gistOf(unknown, asking);
  const [near] = slipsOf(unknown, asking);
  const isSame = near?.verb === read?.command.name && isDeepStrictEqual(near?.data, read?.args);
  return near && !isSame ? undefined : read;
}

/** The names that are near, where it begins with no word that people use otherwise. */
function slipsOf(unknown: Unknown, asking: Asking): Button[] {
  return isEveryday(unknown.tokens[0] ?? '') ? [] : nearNames(unknown, asking);
}

const mostOffered = 2;

/** The sentence for it, with the likeliest of what they meant. */
export function notUnderstood(unknown: Unknown, asking: Asking): UserError {
  const { t } = asking.language;
  const what = t('refused.unknownCommand', { text: shorten(unknown.tokens.join(' '), longestQuote) });
  const offered = [...offers(unknown, asking)].slice(0, mostOffered);
  const { name } = asking.dependencies.config.contact;
  const contact = name ? ` ${t('refused.askContact', { contact: name })}` : '';
  if (offered.length === 0)
    return new UserError(`${what} ${t('refused.seeHelp')}${contact}`, [press(t('button.help'), 'help')]);
  return new UserError(`${what} ${t('refused.didYouMean')}${contact}`, offered);
}

/** No command twice. To people who say "don't" no way to do it is offered; a number that they give is shown in any case. */
function offers(unknown: Unknown, asking: Asking): Button[] {
  const text = unknown.tokens.join(' ');
  const ids = unknown.tokens.flatMap((token) => asking.reader.id(token) ?? []);
  const names = ids.length > 0 || speech.denies(text) ? [] : slipsOf(unknown, asking);
  const shown = [...new Set(ids)].flatMap((id) => buttonFor(id, asking.reader));
  const { clear, others } = meant(unknown, asking, shown);
  const all = [...names, ...clear, ...shown, ...(ids.length > 0 ? [] : aboutWords(unknown, asking)), ...others];
  return all.filter(({ verb }, at) => all.findIndex((each) => each.verb === verb) === at);
}

/** Where none is likelier than that, what is there by the words comes first; and below the other, nothing is a guess. */
const leastShare = 0.4;
const noShare = 0.1;

/** The likeliest commands by its words: of each intent the first that is no end of anything. */
function meant(unknown: Unknown, asking: Asking, shown: readonly Button[]): Record<'clear' | 'others', Button[]> {
  const isDenied = speech.denies(unknown.tokens.join(' '));
  const gists = gistsOf(unknown, asking, true);
  const most = gists[0]?.share ?? 0;
  const buttons = gists.flatMap(({ reads }) => {
    const may = ({ command }: Read): boolean => !neverOffered.has(command.name as CommandName);
    const read = reads.find((each) => may(each) && (!isDenied || onlyReads(each)));
    if (!read) return [];
    const name = read.command.name as CommandName;
    return [shown.find(({ verb }) => verb === name) ?? press(titleOf(read, asking.language), name, read.args)];
  });
  return { clear: most >= leastShare ? buttons : [], others: most >= noShare ? buttons : [] };
}

type Question = keyof EnglishMessages['faq']['question'];

function isQuestion(words: string): words is Question {
  return Object.hasOwn(languageFiles.en.messages.faq.question, words);
}

/** As one would type it in the reader's language; a question of the FAQ as it is asked there. */
function titleOf({ command: { name }, args }: Read, { words, t }: Asking['language']): string {
  const { words: asked = '' } = args;
  if (name === 'faq' && isQuestion(asked)) return shorten(t(`faq.question.${asked}`), 40);
  const values = words.valueWords as Record<string, Record<string, string[]>>;
  const parts = Object.entries(args).map(([argument, value]) => {
    const spoken = values[argument]?.[value]?.[0];
    if (spoken) return spoken;
    const [opener] = words.argumentNames[argument as 'by'] ?? [];
    const sign = argument === 'expires' ? '<' : /^[<>]/.test(value) ? '' : ':';
    return opener && argument in words.argumentNames ? `${opener}${sign}${value}` : value;
  });
  const [title] = words.commands[name as CommandName].names;
  return shorten(inert([title, ...parts].join(' ')), 40);
}

/** The nearest names of commands, in the reader's language first, with every other word that was typed. */
function nearNames({ tokens }: Unknown, { language: { words }, reader }: Asking): Button[] {
  const own = Object.entries(words.commands) as [CommandName, { names: string[] }][];
  return own
    .filter(([name]) => !neverOffered.has(name))
    .map(([name, { names }]) => ({ title: names[0] ?? name, ...nearest(tokens, [...names, ...everyName(name)]) }))
    .filter(({ far }) => far <= 1 / 3)
    .sort((a, b) => a.far - b.far)
    .flatMap(({ title, length }) => buttonFor([title, ...tokens.slice(length)].join(' '), reader));
}

/** How far the first words typed are from the nearest name, and how many they are: 0 the same, 1 nothing in common. */
function nearest(tokens: readonly string[], names: readonly string[]): { far: number; length: number } {
  const most = Math.min(3, tokens.length);
  const tries = Array.from({ length: most }, (_, at) => {
    const typed = fold(tokens.slice(0, at + 1).join('')).slice(0, 40);
    const far = Math.min(
      ...names.map(fold).map((name) => distance(typed, name) / Math.max(typed.length, name.length, 1)),
    );
    return { far, length: at + 1 };
  });
  return tries.reduce((best, each) => (each.far < best.far ? each : best), { far: 1, length: 1 });
}

/** What is there by some of the words. */
function aboutWords({ sought }: Unknown, asking: Asking): Button[] {
  const { commands } = asking.language.words;
  const { words, found } = thingsIn(sought, asking);
  return found.flatMap(({ name }) => buttonFor(`${commands[name as CommandName].names[0]} ${words}`, asking.reader));
}

/** The most of the words that something is called by, and the commands that find it. */
export function thingsIn(sought: string, asking: Asking): { words: string; found: readonly Command[] } {
  const tokens = sought
    .split(' ')
    .filter((word) => word.length >= fewestLetters && /^[\p{L}\p{N}'’&+-]+$/u.test(word) && !isEveryday(word));
  for (let length = Math.min(4, tokens.length); length > 0; length--) {
    for (let at = 0; at + length <= tokens.length; at++) {
      const words = tokens.slice(at, at + length).join(' ');
      const found = asking.commands.filter(({ finds }) => finds?.(words, asking));
      if (found.length > 0) return { words, found };
    }
  }
  return { words: '', found: [] };
}

function buttonFor(text: string, reader: Reader): Button[] {
  const read = reader.read(text);
  return 'misread' in read ? [] : [press(shorten(inert(text), 40), read.command.name as CommandName, read.args)];
}
