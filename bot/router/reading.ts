/** Typed words → a command and its arguments. Both languages are always understood, whatever the reply will be in. */
import { shorten } from '../../cards/card.ts';
import { commands } from '../commands.ts';
import { type Command, Refused } from '../core/command.ts';
import { type IdName, ids, type ValueKind } from '../language/arguments.ts';
import { fold, unaccent, unquote } from '../language/fold.ts';
import type { Language } from '../language/index.ts';
import type { CommandName } from '../language/translation.ts';
import { namesOfArguments, namesOfCommands, tokenize, values } from './dictionary.ts';
import { longestQuote, unknownCommand } from './did-you-mean.ts';
import { readDate, readValue } from './reading-values.ts';

interface Read {
  command: Command;
  /** As the command's zod shape takes them, not checked yet. */
  args: Record<string, string>;
}

/** Longer than any command; longer than this is a paste. */
const longestText = 1000;

const commandNamed = new Map<string, Command>(commands.map((command) => [command.name, command]));

/** The command a button names. */
export function commandOf(verb: string): Command | undefined {
  return commandNamed.get(verb);
}

/** No command has a name of more words than this. */
const mostNameWords = 4;

/**
 * Reads what someone typed; the bot's mention is already gone from it.
 *
 * @throws Refused where it is no command, or its arguments can't be read
 */
export function readText(text: string, language: Language): Read {
  const { t } = language;
  if (text.length > longestText) throw new Refused(t('refused.tooLong', { count: text.length }));
  const tokens = tokenize(text);
  if (tokens.length === 0) return { command: byName('hello'), args: {} };
  for (let length = Math.min(mostNameWords, tokens.length); length > 0; length--) {
    const name = namesOfCommands.get(fold(tokens.slice(0, length).join('')));
    if (name) return readArguments(byName(name), tokens.slice(length), language);
  }
  const id = tokens.join('');
  const name = nameOfId(id);
  const command = name && commandOfId[name];
  if (!name || !command) throw unknownCommand(tokens, language);
  return { command: byName(command), args: { [name]: id } };
}

function byName(name: CommandName): Command {
  const command = commandNamed.get(name);
  if (!command) throw new Error(`No command ${name}`);
  return command;
}

/** An id that stands alone is a question what it is. */
const commandOfId: Partial<Record<IdName, CommandName>> = {
  purchase: 'purchase',
  change: 'change',
  request: 'approval',
};

/** The id of a draft stands in buttons only. */
const typedIds = (['purchase', 'notice', 'change', 'request'] as const).map(
  (name) => [name, new RegExp(`^${ids[name]}-?\\d+$`, 'i')] as const,
);

/** Which argument an id is; whether there can be such a one, the argument's shape says. */
function nameOfId(text: string): IdName | undefined {
  return typedIds.find(([, shape]) => shape.test(text))?.[0];
}

function readArguments(command: Command, tokens: readonly string[], language: Language): Read {
  const args: Record<string, string> = {};
  const rest: string[] = [];
  const set = (name: string, value: string): void => {
    if (name in args && args[name] !== value) throw twice(name, language);
    args[name] = value;
  };
  for (let at = 0; at < tokens.length; ) {
    const named = readNamed(tokens[at] ?? '', command, language);
    if (named) {
      set(named.name, named.value);
      at += 1;
      continue;
    }
    const bare = readOpened(tokens.slice(at), command, language) ?? readBare(tokens.slice(at), command, at === 0);
    if (bare) {
      set(bare.name, bare.value);
      at += bare.tokens;
      continue;
    }
    rest.push(command.sentence ? (tokens[at] ?? '') : unquote(tokens[at] ?? ''));
    at += 1;
  }
  const words = rest.filter(Boolean).join(' ');
  if (words && !command.rest) throw strayWords(words, command, language);
  return { command, args: words && command.rest ? { ...args, [command.rest]: words } : args };
}

function twice(name: string, { t, words }: Language): Refused {
  if (name === 'purchase') return new Refused(t('refused.onePurchase'));
  const spoken: Partial<Record<string, readonly string[]>> = words.argumentNames;
  return new Refused(t('refused.twice', { name: spoken[name]?.[0] ?? name }));
}

/** `by:adele`, `expires<30d` */
function readNamed(token: string, command: Command, language: Language): { name: string; value: string } | undefined {
  const match = /^([^:<"]+)(?::|<=?)(.+)$/s.exec(token);
  const name = namesOfArguments.get(fold(match?.[1] ?? ''));
  if (!match || !name || !takes(command, name)) return undefined;
  return { name, value: readValue(name, unquote(match[2] ?? ''), language) };
}

/** Words that open an argument without a colon: `until 31/12/2026`, and `because …`, which takes all that is left. */
function readOpened(tokens: readonly string[], command: Command, language: Language): Bare | undefined {
  const [first = '', second = ''] = tokens;
  if (takes(command, 'until') && namesOfArguments.get(fold(first)) === 'until' && /^\d+[/.-]\d+[/.-]\d+$/.test(second))
    return { name: 'until', value: readDate(second, language), tokens: 2 };
  if (!takes(command, 'reason') || command.rest === 'order' || !/^(because|parce)$/.test(unaccent(first)))
    return undefined;
  return { name: 'reason', value: tokens.join(' '), tokens: tokens.length };
}

const bareArguments = [
  ...['kind', 'what', 'format', 'again', 'verify', 'language', 'switch', 'topic', 'confirm', 'task', 'value', 'fresh'],
  ...['found', 'stage'],
] as ValueKind[];

interface Bare {
  name: string;
  value: string;
  tokens: number;
}

/** Arguments that need no name: `P-3`, `self-service`, `again`. A value may be several words: `libre service`. */
function readBare(tokens: readonly string[], command: Command, isFirst: boolean): Bare | undefined {
  const [token = ''] = tokens;
  const id = nameOfId(token);
  if (id && takes(command, id)) return { name: id, value: token, tokens: 1 };
  if (command.single && isFirst && /^\d+$/.test(token))
    return { name: 'purchase', value: `${ids.purchase}-${token}`, tokens: 1 };
  for (const name of bareArguments) {
    if (!takes(command, name)) continue;
    for (let length = Math.min(3, tokens.length); length > 0; length--) {
      const value = values[name].get(fold(tokens.slice(0, length).join('')));
      if (value) return { name, value, tokens: length };
    }
  }
  return undefined;
}

function takes(command: Command, argument: string): boolean {
  return argument in command.args.shape;
}

function strayWords(words: string, command: Command, { t, words: file }: Language): Refused {
  const own = file.commands[command.name as CommandName];
  return new Refused(
    t('refused.strayWord', { word: shorten(words, longestQuote), command: own.names[0], example: own.examples.at(-1) }),
  );
}
