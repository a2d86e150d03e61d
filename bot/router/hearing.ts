/** What stands in a sentence: its ids, names, days and numbers, and its words with a mark in the place of each of them. */
import type { Reader as Records } from '../../store/store.ts';
import { hyphen, ids } from '../language/arguments.ts';
import { fold } from '../language/fold.ts';
import type { Speaker } from '../people/people.ts';
import { comingDaysOf, daysOf, isEveryday, spansOf } from './dictionary.ts';
import { isPerson, isProduct } from './names.ts';

export interface Heard {
  /** As it was said. */
  said: string;
  /** With a mark for whatever is no word of its own: `give {person} {product}`. */
  marked: readonly string[];
  /** `P-3`, as they were written. */
  ids: readonly string[];
  /** By what it was called; empty where none is named. */
  product: string;
  person: string;
}

interface Knowing {
  speaker: Speaker;
  store: Pick<Records, 'all' | 'revision'>;
}

const marks = [
  ['purchase', [ids.purchase]],
  ['request', [ids.request, ids.licence, ids.second]],
  ['change', [ids.change]],
] as const;
const idPatterns = marks.map(
  ([mark, letters]) =>
    [`{${mark}}`, new RegExp(`(?<![\\p{L}\\d])(?:${letters.join('|')})${hyphen}{0,3}\\d+(?!\\d)`, 'giu')] as const,
);

export function heardIn(said: string, { speaker, store }: Knowing): Heard {
  const found = idPatterns.flatMap(([, pattern]) => said.match(pattern) ?? []);
  const products = runsIn(
    withoutIds(said),
    4,
    (run) => !isEveryday(run[0] ?? '') && isProduct(run, store),
    '{product}',
  );
  const people = runsIn(
    withDays(products.words),
    3,
    (run) => !run.some(isEveryday) && isPerson(run, speaker, store),
    '{person}',
  );
  const person = people.runs[0] ?? unknownIn(people.words);
  return { said, marked: withNumbers(people.words), ids: found, product: products.runs[0] ?? '', person };
}

/** A sentence that is learned of: its names are marked already. */
export function markedIn(sentence: string): string[] {
  return withNumbers(withDays(sentence.match(parts) ?? []));
}

const parts = /\{\w+\}|[\p{L}\p{N}]+(?:[.&+-][\p{L}\p{N}]+)*|\?/gu;

function withoutIds(said: string): string[] {
  const text = idPatterns.reduce((left, [mark, pattern]) => left.replace(pattern, ` ${mark} `), said);
  return text.match(parts) ?? [];
}

/** Who was named that nobody here knows, perhaps: the words with a capital that no sentence is made of. */
function unknownIn(words: readonly string[]): string {
  const others = words.filter((word) => /^\p{L}{2,}/u.test(word) && !isEveryday(word));
  return others.slice(0, 2).join(' ');
}

const dayKeys: ReadonlySet<string> = new Set([...daysOf.keys(), ...comingDaysOf.keys(), ...spansOf.keys()]);
/** A word that none begins with begins no day. */
const dayStarts: ReadonlySet<string> = new Set(
  [...dayKeys].flatMap((key) => [...key].map((_, at) => key.slice(0, at + 1))),
);

function withDays(words: readonly string[]): string[] {
  return runsIn(words, 3, (run) => dayStarts.has(fold(run[0] ?? '')) && dayKeys.has(fold(run.join(''))), '{day}').words;
}

function withNumbers(words: readonly string[]): string[] {
  return words.map((word) => (/^\d{1,4}[/.-]\d/.test(word) ? '{day}' : /^\d/.test(word) ? '{number}' : word));
}

/** The longest runs of words that are something, each replaced by a mark. */
function runsIn(
  words: readonly string[],
  most: number,
  is: (run: readonly string[]) => boolean,
  mark: string,
): { words: string[]; runs: string[] } {
  const runs: string[] = [];
  const left: string[] = [];
  for (let at = 0; at < words.length; ) {
    const length = lengthOf(words.slice(at, at + most), is);
    if (length > 0) runs.push(words.slice(at, at + length).join(' '));
    left.push(length > 0 ? mark : (words[at] ?? ''));
    at += length || 1;
  }
  return { words: left, runs };
}

function lengthOf(words: readonly string[], is: (run: readonly string[]) => boolean): number {
  const end = words.findIndex((word) => /^[{?]/.test(word));
  for (let length = end < 0 ? words.length : end; length > 0; length--) if (is(words.slice(0, length))) return length;
  return 0;
}
