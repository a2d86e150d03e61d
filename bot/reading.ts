/** Typed words → a command and its arguments. Both languages are always understood, whatever the reply will be in. */
import { distance } from 'fastest-levenshtein';
import type { ArgumentName, ValueKind } from './commands/arguments.ts';
import { type Command, Refused } from './commands/command.ts';
import { type CommandName, commands } from './commands/index.ts';
import type { Language } from './language/index.ts';
import { files, fold, namesOfArguments, namesOfCommands, tokenize, unaccent, unquote, values } from './words.ts';

export interface Read {
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
  if (isPurchaseId(tokens.join(''))) return { command: byName('purchase'), args: { purchase: tokens.join('') } };
  if (isChangeId(tokens.join(''))) return { command: byName('change'), args: { change: tokens.join('') } };
  throw unknownCommand(tokens, language);
}

function byName(name: CommandName): Command {
  const command = commandNamed.get(name);
  if (!command) throw new Error(`No command ${name}`);
  return command;
}

function isPurchaseId(text: string): boolean {
  return /^p-?\d+$/i.test(text);
}

function isNoticeId(text: string): boolean {
  return /^n-?\d+$/i.test(text);
}

function isChangeId(text: string): boolean {
  return /^ch-?\d+$/i.test(text);
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
] as ValueKind[];

interface Bare {
  name: string;
  value: string;
  tokens: number;
}

/** Arguments that need no name: `P-3`, `self-service`, `again`. A value may be several words: `libre service`. */
function readBare(tokens: readonly string[], command: Command, isFirst: boolean): Bare | undefined {
  const [token = ''] = tokens;
  if (takes(command, 'purchase') && isPurchaseId(token)) return { name: 'purchase', value: token, tokens: 1 };
  if (command.single && isFirst && /^\d+$/.test(token)) return { name: 'purchase', value: `P-${token}`, tokens: 1 };
  if (takes(command, 'notice') && isNoticeId(token)) return { name: 'notice', value: token, tokens: 1 };
  if (takes(command, 'change') && isChangeId(token)) return { name: 'change', value: token, tokens: 1 };
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

const readers: Record<ArgumentName, (value: string, language: Language) => string> = {
  product: (value) => value,
  by: (value) => value,
  status: (value, language) => oneOf('status', value, language),
  sort: (value, language) => oneOf('sort', value, language),
  action: (value, language) => oneOf('action', value, language),
  since: readDate,
  until: readDate,
  expires: readDays,
  page: (value, { t }) => {
    if (!/^[1-9]\d{0,5}$/.test(value)) throw new Refused(t('refused.badPage'));
    return value;
  },
};

function readValue(name: ArgumentName, value: string, language: Language): string {
  return readers[name](value, language);
}

/** @throws Refused unless it is one of the words, or begins some that all mean the same */
function oneOf(kind: 'status' | 'sort' | 'action', value: string, language: Language): string {
  const typed = fold(value);
  const [meaning, ...others] = new Set(
    values[kind].has(typed)
      ? [values[kind].get(typed)]
      : [...values[kind]].filter(([word]) => typed && word.startsWith(typed)).map(([, each]) => each),
  );
  if (meaning && others.length === 0) return meaning;
  const { valueWords, messages } = language.words;
  const allowed =
    kind === 'action'
      ? Object.values(messages.audit.action)
      : Object.values(valueWords[kind]).map(([first]) => first ?? '');
  throw new Refused(
    language.t('refused.badValue', {
      value,
      name: language.words.argumentNames[kind][0] ?? kind,
      allowed: language.format.list(allowed),
    }),
  );
}

/** `2026-01-31`, or day first: `31/12/2026`, `31.12.2026`. */
function readDate(value: string, { t }: Language): string {
  const [, year, month, day] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(value) ?? reordered(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value)) ?? [];
  const iso = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(iso))
    throw new Refused(t('refused.badDate', { value }));
  return iso;
}

function reordered(match: RegExpExecArray | null): (string | undefined)[] | undefined {
  return match ? [match[0], match[3], match[2], match[1]] : undefined;
}

/** `30d`, `30j`, `30` */
function readDays(value: string, { t }: Language): string {
  const match = /^(\d{1,4})\s*(d|days?|j|jours?)?$/i.exec(value);
  if (!match?.[1]) throw new Refused(t('refused.badDays', { value }));
  return match[1];
}

function strayWords(words: string, command: Command, { t, words: file }: Language): Refused {
  const own = file.commands[command.name as CommandName];
  return new Refused(
    t('refused.strayWord', { word: short(words), command: own.names[0], example: own.examples.at(-1) }),
  );
}

/** "Did you mean": the nearest names of commands, in the reader's language first. */
function unknownCommand(tokens: readonly string[], { t, words }: Language): Refused {
  const own = Object.entries(words.commands) as [CommandName, { names: string[] }][];
  const near = own
    .map(([name, { names }]) => ({
      name,
      title: names[0] ?? name,
      far: nearest(tokens, [...names, ...everyName(name)]),
    }))
    .filter(({ far }) => far <= 1 / 3)
    .sort((a, b) => a.far - b.far)
    .slice(0, 2);
  const what = t('refused.unknownCommand', { text: short(tokens.join(' ')) });
  const help = { title: t('button.help'), verb: 'help', data: {} };
  if (near.length === 0) return new Refused(`${what} ${t('refused.seeHelp')}`, [help]);
  const buttons = near.map(({ name, title }) => ({ title, verb: name, data: {} }));
  return new Refused(`${what} ${t('refused.didYouMean')}`, buttons);
}

function everyName(command: CommandName): string[] {
  return files.flatMap((file) => file.commands[command].names);
}

/** How far the words typed are from the nearest name: 0 the same, 1 nothing in common. */
function nearest(tokens: readonly string[], names: readonly string[]): number {
  const typed = [1, 2, 3].map((length) => fold(tokens.slice(0, length).join('')).slice(0, 40));
  return Math.min(
    ...names
      .map(fold)
      .flatMap((name) => typed.map((text) => distance(text, name) / Math.max(text.length, name.length, 1))),
  );
}

function short(text: string): string {
  const points = [...text];
  return points.length > 60 ? `${points.slice(0, 59).join('')}…` : text;
}
