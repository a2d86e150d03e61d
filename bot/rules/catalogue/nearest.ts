/** Guesses what a misspelt name was meant to be. Pure. */
import { distance } from 'fastest-levenshtein';
import type { Rule } from '../../../store/records.ts';
import { fold, unaccent } from '../../language/fold.ts';
import { knownProduct } from './products.ts';

/** One letter in three may be wrong, as with the names of commands. */
const farthest = 1 / 3;

/** The words of a name that were perhaps meant: `vizio plan` → `Visio Plan`. Undefined if nothing is near. */
export function nearestRule(rules: readonly Rule[], typed: string): string | undefined {
  const length = wordsIn(typed).length;
  const wanted = fold(typed);
  const [near] = rules
    .flatMap((rule) => [rule.name, ...(knownProduct(rule)?.nicknames ?? [])])
    .flatMap((name) => runs(wordsIn(name), length))
    .map((name) => ({ name, far: distance(wanted, fold(name)) / Math.max(wanted.length, fold(name).length, 1) }))
    .sort((a, b) => a.far - b.far);
  return near && near.far <= farthest ? near.name : undefined;
}

function wordsIn(text: string): string[] {
  return text.split(/\s+/).filter((word) => unaccent(word) !== '');
}

/** Every run of this many neighbouring words in a name; the whole name if it has fewer. */
function runs(words: readonly string[], length: number): string[] {
  const size = Math.min(length, words.length);
  return Array.from({ length: words.length - size + 1 }, (_, at) => words.slice(at, at + size).join(' '));
}
