/** What somebody may have meant whose words are no command: what is there by those words, and the names that are near. */
import { distance } from 'fastest-levenshtein';
import { type Button, inert, shorten } from '../../cards/card.ts';
import { type Command, type Context, press, UserError } from '../core/command.ts';
import { fold } from '../language/fold.ts';
import type { CommandName } from '../language/translation.ts';
import { everyName, namesOfCommands, speech } from './dictionary.ts';
import { longestQuote, type Misread } from './misread.ts';
import type { Reader } from './reading.ts';

export type Unknown = Extract<Misread, { misread: 'unknown' }>;
export type Asking = Pick<Context, 'speaker' | 'dependencies' | 'language' | 'now'> & {
  reader: Reader;
  commands: readonly Command[];
};

/** Less than that is in too many names to mean one. */
const fewestLetters = 3;

/** Words without a command are looked for where the speaker may see what is there: "visio", "adele". */
export function foundBy(
  { sought }: Unknown,
  asking: Asking,
): { command: Command; args: Record<string, string> } | undefined {
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

/** They end or refuse something: nobody is led there by a slip of the finger. */
const neverOffered: ReadonlySet<CommandName> = new Set<CommandName>([
  ...(['reject', 'withdraw', 'stop', 'remove', 'block', 'object', 'takeover', 'approve', 'apply', 'proceed'] as const),
  ...([
    'pause-everything',
    'undo',
    'thanks',
    'seen',
    'retry',
    'centralise',
    'reply',
    'classify',
    'resume',
    'release',
  ] as const),
]);

const mostOffered = 2;

/** The sentence for it, with the likeliest of what they meant. */
export function notUnderstood(unknown: Unknown, asking: Asking): UserError {
  const { t } = asking.language;
  const what = t('refused.unknownCommand', { text: shorten(unknown.tokens.join(' '), longestQuote) });
  const offered = [...offers(unknown, asking)].slice(0, mostOffered);
  if (offered.length === 0) return new UserError(`${what} ${t('refused.seeHelp')}`, [press(t('button.help'), 'help')]);
  return new UserError(`${what} ${t('refused.didYouMean')}`, offered);
}

/** To people who say "don't" no way to do it is offered; a number that they give is shown rather than looked for. */
function offers(unknown: Unknown, asking: Asking): Button[] {
  const ids = unknown.tokens.flatMap((token) => asking.reader.id(token) ?? []);
  if (ids.length > 0) return [...new Set(ids)].flatMap((id) => buttonFor(id, asking.reader));
  const names = speech.denies(unknown.tokens.join(' ')) ? [] : nearNames(unknown, asking);
  return [...names, ...aboutWords(unknown, asking)];
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
    .filter((word) => word.length >= fewestLetters && /^[\p{L}\p{N}'’&+-]+$/u.test(word) && !speech.isEveryday(word));
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
