/** What there is in a sentence by which its intent is told: its words, what they are alike to, and what stands beside what. Pure. */
import { distance } from 'fastest-levenshtein';
import { unaccent } from '../language/fold.ts';
import type { Traits } from './learning.ts';

/** Endings tell little of what somebody wants. */
const stemLength = 6;
/** More words than this have no common meaning of their own. */
const mostWords = 5;

const weights = { word: 0.7, meaning: 1.2, beside: 0.7, together: 0.6 };

export interface Lexicon {
  /** The groups that a run of words belongs to, by its stems. */
  meanings: ReadonlyMap<string, readonly string[]>;
  known: ReadonlySet<string>;
}

/** `{product}` and its like stay one word; all else is letters. */
export function wordsOf(sentence: string): string[] {
  return unaccent(sentence.replace(/['’‘ʼ`]/g, ' ')).match(/\{\w+\}|\p{L}+|\?/gu) ?? [];
}

/** @param groups words that are alike, separated by commas, by what they have in common: of each language */
export function lexiconOf(groups: readonly Readonly<Record<string, string>>[], sentences: readonly string[]): Lexicon {
  const meanings = new Map<string, string[]>();
  for (const [group, words] of groups.flatMap((each) => Object.entries(each)))
    for (const each of words.split(',')) {
      const key = wordsOf(each).map(stem).join(' ');
      const known = meanings.get(key) ?? [];
      if (!known.includes(group)) meanings.set(key, [...known, group]);
    }
  const known = [...groups.flatMap((each) => Object.values(each)), ...sentences].flatMap(wordsOf);
  return { meanings, known: new Set(known) };
}

function stem(word: string): string {
  return word.startsWith('{') ? word : word.slice(0, stemLength);
}

export function isKnown(word: string, { known }: Lexicon): boolean {
  return /^[{?]/.test(word) || known.has(word);
}

const fewestLetters = 5;

/** With slips of the finger put right: a long word that nobody knows is the one that is a letter away. */
export function corrected(words: readonly string[], lexicon: Lexicon): string[] {
  return words.map((word) => {
    if (word.length < fewestLetters || isKnown(word, lexicon)) return word;
    const most = word.length > 7 ? 2 : 1;
    const near = [...lexicon.known]
      .filter((each) => Math.abs(each.length - word.length) <= most)
      .map((each) => ({ each, far: distance(each, word) }))
      .reduce((best, next) => (next.far < best.far ? next : best), { each: word, far: most + 1 });
    return near.each;
  });
}

export function traitsOf(words: readonly string[], { meanings }: Lexicon): Traits {
  const traits = new Map<string, number>();
  const add = (trait: string, weight: number): void => void traits.set(trait, (traits.get(trait) ?? 0) + weight);
  const stems = words.map(stem);
  for (const each of stems) add(`word ${each}`, weights.word);
  const parts = partsOf(stems, meanings);
  for (const { groups, inner } of parts) {
    for (const group of groups) add(`meaning ${group}`, weights.meaning);
    for (const group of inner) add(`meaning ${group}`, weights.meaning / 2);
  }
  const line = ['^', ...parts.map(({ name }) => name), '$'];
  for (const [at, name] of line.slice(0, -1).entries()) add(`beside ${name} ${line[at + 1]}`, weights.beside);
  const told = parts.filter(({ groups, name }) => groups.length > 0 || name.startsWith('{')).map(({ name }) => name);
  const all = [...new Set(told)].sort();
  for (const [at, one] of all.entries())
    for (const other of all.slice(at + 1)) add(`together ${one} ${other}`, weights.together);
  return traits;
}

interface Part {
  /** The first group it belongs to, or the word itself. */
  name: string;
  groups: readonly string[];
  /** Those of its words, where it has several. */
  inner: readonly string[];
}

/** The longest runs of words that mean something, and the words between them. */
function partsOf(stems: readonly string[], meanings: Lexicon['meanings']): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < stems.length; ) {
    const { groups, length } = longestRun(stems.slice(at, at + mostWords), meanings);
    const inner = length > 1 ? stems.slice(at, at + length).flatMap((each) => meanings.get(each) ?? []) : [];
    parts.push({ name: groups[0] ?? stems[at] ?? '', groups, inner });
    at += length;
  }
  return parts;
}

function longestRun(
  stems: readonly string[],
  meanings: Lexicon['meanings'],
): { groups: readonly string[]; length: number } {
  for (let length = stems.length; length > 0; length--) {
    const groups = meanings.get(stems.slice(0, length).join(' '));
    if (groups) return { groups, length };
  }
  return { groups: [], length: 1 };
}
