/** Typed words → a command and its arguments. Every language is always understood, whatever the reply will be in. Pure. */
import type { Command } from '../core/command.ts';
import { clean } from '../foreign.ts';
import { type ArgumentName, bareArguments, hyphen, type IdName, ids } from '../language/arguments.ts';
import { fold, unquote } from '../language/fold.ts';
import { type Joint, jointPattern, opensReason } from '../language/joints.ts';
import type { CommandName } from '../language/translation.ts';
import { isEveryday, namesOfArguments, namesOfCommands, speech, tokenize, valuesOf } from './dictionary.ts';
import type { Misread } from './misread.ts';
import { amountAt } from './reading-amounts.ts';
import { readSeveral, unmarked } from './reading-several.ts';
import { readDate, readValue } from './reading-values.ts';

export interface Read {
  command: Command;
  /** As the command's zod shape takes them, not checked yet. */
  args: Record<string, string>;
}

export interface Reader {
  /** The command of this name, as a button gives it. */
  named(verb: string): Command | undefined;
  /** The id that is written here, if it is one that people may type. */
  id(text: string): string | undefined;
  /** Reads what someone typed; the bot's mention is already gone from it. */
  read(text: string): Read | Misread;
}

/** Longer than any command; longer than this is a paste. */
const longestText = 1000;

/** No command has a name of more words than this. */
const mostNameWords = 4;

export function createReader(commands: readonly Command[]): Reader {
  const named = new Map(commands.map((command) => [command.name, command]));
  const byName = (name: CommandName): Command => {
    const command = named.get(name);
    if (!command) throw new Error(`No command ${name}`);
    return command;
  };
  return {
    named: (verb) => named.get(verb),
    id: (text) => (isId(text) ? unmarked(text) : undefined),
    read(text) {
      if (text.length > longestText) return { misread: 'too-long', length: text.length };
      const cleaned = clean(text).trim();
      const plain = speech.plain(cleaned);
      const tries = [...new Set([cleaned, plain, speech.shown(plain) ?? plain])];
      const spoken = tries.map((each) => speech.command(each)).find(Boolean);
      if (spoken) return typed(spoken);
      // "les achats de visio": what stands before the name says nothing.
      const sought = speech.sought(speech.shown(plain) ?? plain);
      const reads = [...tries, sought, ...tries.flatMap((each) => speech.otherwise(each) ?? [])].map(typed);
      return reads.find((each) => !isUnknown(each)) ?? orSentence(typed(cleaned), cleaned);
    },
  };

  /** What was typed as a command, word by word. */
  function typed(text: string): Read | Misread {
    const tokens = tokenize(text);
    if (tokens.length === 0) return { command: byName('hello'), args: {} };
    const found = nameAtStart(tokens);
    const about = tokens.slice(found?.length);
    if (found) return isDenied(about) ? unknown(text) : readArguments(byName(found.name), about);
    const id = tokens.join('');
    const name = nameOfId(id);
    const command = name && commandOfId[name];
    return command ? { command: byName(command), args: { [argumentOfId[name] ?? name]: id } } : unknown(text);
  }
}

function unknown(text: string): Misread {
  const plain = speech.plain(text);
  return { misread: 'unknown', tokens: tokenize(text), sought: unquote(speech.sought(speech.shown(plain) ?? plain)) };
}

/** Fewer words than that are a command with a stray one. */
const fewestWords = 5;

/** Words that a command has no use for, and that are in many sentences, are one: "who am I to you". */
function orSentence(read: Read | Misread, text: string): Read | Misread {
  if (!('misread' in read) || read.misread !== 'stray') return read;
  const [words, stray] = [tokenize(text), tokenize(read.words)];
  const isLong = words.length >= fewestWords || (stray.length > 1 && words.some(isId));
  return isLong && stray.every(isEveryday) ? unknown(text) : read;
}

/** No command, or one with words that it has no use for: people may have meant something else. */
function isUnknown(read: Read | Misread): boolean {
  return 'misread' in read && (read.misread === 'unknown' || read.misread === 'stray');
}

/** The longest run of words that is a command's name. */
function nameAtStart(tokens: readonly string[]): { name: CommandName; length: number } | undefined {
  for (let length = Math.min(mostNameWords, tokens.length); length > 0; length--) {
    const name = namesOfCommands.get(fold(tokens.slice(0, length).join('')));
    if (name) return { name, length };
  }
  return undefined;
}

/** An id alone is a question what it is. */
const commandOfId: Partial<Record<IdName, CommandName>> = {
  purchase: 'purchase',
  change: 'change',
  request: 'approval',
  licence: 'approval',
  second: 'approval',
};

/** The ids of drafts and jobs are in buttons only. */
const typedIds = (['purchase', 'notice', 'change', 'request', 'licence', 'second'] as const).map(
  (name) => [name, new RegExp(`^${ids[name]}${hyphen}{0,3}\\d+$`, 'iu')] as const,
);

/** A licence request is decided about as a takeover is: both are a request. */
const argumentOfId: Partial<Record<IdName, string>> = { licence: 'request' };

/** Which argument an id is; whether there can be such a one, the argument's shape says. */
function nameOfId(text: string): IdName | undefined {
  return typedIds.find(([, shape]) => shape.test(text))?.[0];
}

/** "not TK-1", "TK-1 not": the opposite of what is named. An objection may begin so: "not ok". */
function isDenied([first = '', second = '', ...others]: readonly string[]): boolean {
  const words = [first, second, ...others].filter((word) => word && !isId(word));
  return words[0] !== undefined && speech.negates(words[0]) && (words.length === 1 || isId(second));
}

function isId(word: string): boolean {
  return nameOfId(unmarked(word)) !== undefined;
}

function readArguments(command: Command, given: readonly string[]): Read | Misread {
  const { several, tokens } = takes(command, 'several') ? readSeveral(given) : { several: undefined, tokens: given };
  const args: Record<string, string> = several ? { several } : {};
  const rest: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] ?? '';
    if (isBetweenStates(tokens.slice(at), args, command)) {
      at += 1;
      continue;
    }
    const found = readArgument(tokens.slice(at), command, at === 0 && !several);
    if (!found) {
      rest.push(command.sentence ? token : unquote(token));
      at += 1;
      continue;
    }
    const { name, value } = found;
    if (typeof value !== 'string') return value;
    if (name === 'status' && takes(command, 'states')) {
      Object.assign(args, withState(args, value));
      if (args['states']) delete args['status'];
      at += found.tokens;
      continue;
    }
    const isAlso = name === 'purchase' && several !== undefined;
    if (isAlso || (name in args && args[name] !== value))
      return { misread: 'twice', name: name === 'purchase' && takes(command, 'several') ? 'several' : name };
    args[name] = value;
    at += found.tokens;
  }
  const left = rest.filter(Boolean).join(' ');
  const words = wordsOf(command, left);
  if (!words) return { command, args };
  if (!command.rest) return { misread: 'stray', command: command.name as CommandName, words };
  return { command, args: { ...args, [command.rest]: words } };
}

/** What people say after an order is no part of it: "allow visio again". A reason is theirs to the last word. */
function wordsOf({ searches, rest }: Command, left: string): string {
  if (searches) return speech.sought(left);
  return rest === 'order' && !reasoned.test(left) ? speech.ended(left) : left;
}

const reasoned = new RegExp(jointPattern('because'), 'iu');

const eitherOrBoth = new RegExp(`^(?:${jointPattern('and')}|${jointPattern('or')})$`, 'iu');

/** "trial and deleted" */
function isBetweenStates([token = '', ...after]: readonly string[], args: Read['args'], command: Command): boolean {
  const isLink = eitherOrBoth.test(token) && takes(command, 'states');
  return (
    isLink && (args['status'] ?? args['states']) !== undefined && readBare(after, command, false)?.name === 'status'
  );
}

/** "trial deleted": each state once. A state alone stays one. */
function withState({ status, states }: Partial<Record<string, string>>, value: string): Record<string, string> {
  const before = (states ?? status ?? '').split(',').filter(Boolean);
  const all = [...new Set([...before, value])];
  return all.length > 1 ? { states: all.join() } : { status: value };
}

/** One argument, and how many words it took. */
interface Found {
  name: string;
  value: string | Misread;
  tokens: number;
}

function readArgument(tokens: readonly string[], command: Command, isFirst: boolean): Found | undefined {
  return readNamed(tokens, command) ?? readOpened(tokens, command) ?? readBare(tokens, command, isFirst);
}

/** `by:adele`, `expires<30d`, `quantity>=10`: only a number has two sides. */
function readNamed([token = '']: readonly string[], command: Command): Found | undefined {
  const [, opener, sign = '', given = ''] = /^([^:<>"]+)(:|[<>]=?)(.+)$/s.exec(token) ?? [];
  const name = opener && namesOfArguments.get(fold(opener));
  if (!name || !takes(command, name) || (sign.startsWith('>') && name !== 'quantity')) return undefined;
  const value = unquote(given);
  return { name, value: readValue(name, name === 'quantity' && sign !== ':' ? sign + value : value), tokens: 1 };
}

/**
 * Words that open an argument without a colon: `until 31/12/2026`, `by adele`, `since monday`, `next 30 days`; and `because …`,
 * which takes all that is left.
 */
function readOpened(tokens: readonly string[], command: Command): Found | undefined {
  const opened = readJoined(tokens, command) ?? readExcept(tokens, command);
  if (opened) return opened;
  const counted = takes(command, 'quantity') ? amountAt(tokens) : undefined;
  if (counted) return { name: 'quantity', value: readValue('quantity', counted.amount), tokens: counted.tokens };
  const [first = '', second = ''] = tokens;
  if (takes(command, 'until') && namesOfArguments.get(fold(first)) === 'until' && /^\d+[/.-]\d+[/.-]\d+$/.test(second))
    return { name: 'until', value: readDate(second), tokens: 2 };
  const hours = readHours(tokens, command);
  if (hours) return hours;
  const text = tokens.join(' ');
  if (!takes(command, 'reason') || command.rest === 'order' || !opensReason(text)) return undefined;
  return { name: 'reason', value: text, tokens: tokens.length };
}

/** `quiet 18-8`, `silence de 18 h à 8 h` */
function readHours([first = '', ...after]: readonly string[], command: Command): Found | undefined {
  if (!takes(command, 'quiet') || namesOfArguments.get(fold(first)) !== 'quiet') return undefined;
  for (let length = Math.min(6, after.length); length > 0; length--) {
    const value = readValue('quiet', unquote(after.slice(0, length).join(' ')));
    if (typeof value === 'string') return { name: 'quiet', value, tokens: length + 1 };
  }
  return undefined;
}

/** `since monday`, `next 30 days`, `by adele vance`: a joint, and as many of the words after it as can be read so. */
const joined: readonly { name: ArgumentName; joint: Joint; most: number; of: ArgumentName }[] = [
  { name: 'since', joint: 'since', most: 3, of: 'since' },
  { name: 'expires', joint: 'within', most: 3, of: 'expires' },
  // In the journal, "bought by" is part of what an entry says.
  { name: 'by', joint: 'bought', most: 2, of: 'expires' },
  { name: 'term', joint: 'for', most: 2, of: 'term' },
];

function readJoined(tokens: readonly string[], command: Command): Found | undefined {
  for (const { name, joint, most, of } of joined) {
    const width = takes(command, of) ? widthOf(joint, tokens) : 0;
    for (let length = width && Math.min(most, tokens.length - width); length > 0; length--) {
      const words = tokens.slice(width, width + length);
      const value = readValue(name, unquote(words.join(' ')));
      const isName = name === 'by' && !words.slice(1).some((_, at) => opensArgument(words.slice(at + 1), command));
      if (typeof value === 'string' && (name !== 'by' || isName)) return { name, value, tokens: width + length };
    }
  }
  return undefined;
}

/** `except visio`: all words up to the next argument. */
function readExcept(tokens: readonly string[], command: Command): Found | undefined {
  const width = takes(command, 'except') ? widthOf('except', tokens) || widthOf('without', tokens) : 0;
  if (!width) return undefined;
  const after = tokens.slice(width);
  const end = after.findIndex((_, at) => opensArgument(after.slice(at), command));
  const words = end < 0 ? after : after.slice(0, end);
  const value = unquote(words.join(' '));
  return value ? { name: 'except', value, tokens: width + words.length } : undefined;
}

/** How many words the joint at their start has; 0 where there is none. */
function widthOf(joint: Joint, tokens: readonly string[]): number {
  const found = new RegExp(`^${jointPattern(joint)}(?=\\s)`, 'iu').exec(tokens.join(' '));
  return found ? found[0].split(' ').length : 0;
}

function opensArgument(tokens: readonly string[], command: Command): boolean {
  return readArgument(tokens, command, false) !== undefined;
}

/** Arguments that need no name: `P-3`, `self-service`, `again`. A value may be several words: `libre service`. */
function readBare(tokens: readonly string[], command: Command, isFirst: boolean): Found | undefined {
  const [token = ''] = tokens;
  const id = readId(tokens, command);
  if (id) return id;
  if (command.bareNumberIsId && isFirst && /^\d+$/.test(token))
    return { name: 'purchase', value: `${ids.purchase}-${token}`, tokens: 1 };
  for (const name of [...bareArguments, 'status'] as const) {
    if (!takes(command, name)) continue;
    for (let length = Math.min(3, tokens.length); length > 0; length--) {
      const value = valuesOf(name)?.get(fold(tokens.slice(0, length).join('')));
      if (value) return { name, value, tokens: length };
    }
  }
  return undefined;
}

/** `P-3`; and with blanks in it, `P - 3`. */
function readId(tokens: readonly string[], command: Command): Found | undefined {
  for (let length = 1; length <= Math.min(3, tokens.length); length++) {
    const value = unmarked(tokens.slice(0, length).join(''));
    const id = nameOfId(value);
    const name = id && (argumentOfId[id] ?? id);
    if (name && takes(command, name)) return { name, value, tokens: length };
  }
  return undefined;
}

function takes(command: Command, argument: string): boolean {
  return argument in command.args.shape;
}
