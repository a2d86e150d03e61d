/** What a word means that people type, in every language at once: looked up without case, accents and punctuation. */
import type { AuditAction } from '../../store/records.ts';
import { clean } from '../foreign.ts';
import type { ArgumentName, ValueKind } from '../language/arguments.ts';
import type { ComingDay, PastDay, Span } from '../language/days.ts';
import { fold } from '../language/fold.ts';
import { languageFiles } from '../language/index.ts';
import { speechOf } from '../language/spoken.ts';
import type { CommandName, Translation } from '../language/translation.ts';
import { lexiconOf, wordsOf } from './traits.ts';

const files: readonly Translation[] = Object.values(languageFiles);

/** What a person means by one word, by folded spelling: `gone` → `Deleted`. */
function dictionary<T extends string>(wordsOf: (file: Translation) => Record<T, readonly string[]>): Map<string, T> {
  const entries = files.flatMap((file) => Object.entries(wordsOf(file)) as [T, readonly string[]][]);
  return new Map(
    entries.flatMap(([meaning, words]) => [meaning, ...words].map((word) => [fold(word), meaning] as const)),
  );
}

/** Every name of a command, in every language. */
export function everyName(command: CommandName): string[] {
  return files.flatMap((file) => file.commands[command].names);
}

export const namesOfCommands = dictionary<CommandName>(({ commands }) => mapped(commands, ({ names }) => names));
export const namesOfArguments = dictionary<ArgumentName>(({ argumentNames }) => argumentNames);

/** What the journal calls an action is what people type for it, beside a few further words. */
const actions = dictionary<AuditAction>(({ messages, actionWords }) =>
  mapped(messages.audit.action, (word, action) => [word, ...(actionWords[action] ?? [])]),
);

const kinds = Object.keys(files[0]?.valueWords ?? {}) as ValueKind[];
const listed = new Map(kinds.map((kind) => [kind, dictionary<string>(({ valueWords }) => valueWords[kind])]));

/** Days counted back from today, and what is left of a week or month. */
export const daysOf = dictionary<PastDay>(({ dayWords }) => dayWords.past);
/** Days that are still to come. */
export const comingDaysOf = dictionary<ComingDay>(({ dayWords }) => dayWords.coming);
export const spansOf = dictionary<Span>(({ dayWords }) => dayWords.span);

/** "three", "une" */
export const numbersOf: ReadonlyMap<string, number> = new Map(
  files.flatMap(({ spoken, dayWords }) => [
    ...spoken.numbers.map((name, at) => [fold(name), at + 1] as const),
    ...dayWords.one.map((name) => [fold(name), 1] as const),
  ]),
);

/** The words around a day that is still to come. */
export const aroundDays = {
  before: files.flatMap(({ dayWords }) => dayWords.before),
  after: files.flatMap(({ dayWords }) => dayWords.after),
};

export const speech = speechOf(files.map(({ spoken }) => spoken));

/** The words of the sentences that the ranking learns of, and what they are alike to. */
export const lexicon = lexiconOf(
  files.map(({ alike }) => alike),
  files.flatMap(({ said }) => Object.values(said)),
);
/** Whether a word is one that sentences are made of, and hardly the name of anything. */
export function isEveryday(word: string): boolean {
  return speech.isEveryday(word) || wordsOf(word).every((each) => lexicon.known.has(each));
}

/** The words for the values of an argument; none where its values are no closed list. */
export function valuesOf(name: string): ReadonlyMap<string, string> | undefined {
  return name === 'action' ? actions : listed.get(name as ValueKind);
}

function mapped<K extends string, V, W>(record: Record<K, V>, of: (value: V, key: K) => W): Record<K, W> {
  const entries = Object.entries(record) as [K, V][];
  return Object.fromEntries(entries.map(([key, value]) => [key, of(value, key)])) as Record<K, W>;
}

/** Words, with quoted ones kept together and `name : value` closed up. */
export function tokenize(text: string): string[] {
  const plain = clean(text)
    // Keyboards of East Asia have letters, digits and signs of twice the width.
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/«\s?|\s?»|[“”„‟〝〞〟]/g, '"')
    .replace(/\s*(<=|≤|[:∶︰﹕<])\s*/g, (_, sign: string) => (sign === '<' ? '<' : /[<≤]/.test(sign) ? '<=' : ':'))
    // After a colon an apostrophe can only open a quotation.
    .replace(/(?<=[:<])['‘‚‹]([^'’›"]*)['’›](?!\p{L})/gu, '"$1"');
  return plain.match(/[^\s"]*"[^"]*"|\S+/g) ?? [];
}
