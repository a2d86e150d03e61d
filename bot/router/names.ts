/** The names that stand in a sentence: products, which Microsoft lists for everybody, and people, for those who may see all. */
import { derived } from '../../store/derived.ts';
import type { Reader } from '../../store/store.ts';
import { runTogether, unaccent } from '../language/fold.ts';
import { nameWords, nameWordsIn } from '../people/name-words.ts';
import type { Speaker } from '../people/people.ts';

type Names = Pick<Reader, 'all' | 'revision'>;

/** Each name from each of its words on, without what parts them. */
const products = derived(['rules', 'products'], (store: Names) => [
  ...new Set([...store.all('rules'), ...store.all('products')].flatMap(({ name }) => wholeAndParts(name))),
]);

function lettersOf(name: string): string[] {
  return unaccent(name).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function wholeAndParts(name: string): string[] {
  const line = unaccent(name);
  return [lettersOf(line).join(''), ...runTogether(line).split('\u0001'), ...lettersOf(line).slice(-1)].filter(Boolean);
}

/** Whether some product is called by these words, one after the other. */
export function isProduct(words: readonly string[], store: Names): boolean {
  const typed = words.flatMap(lettersOf).join('');
  return typed.length > 2 && products(store).some((name) => name.startsWith(typed));
}

/** Whether these words are names of somebody, where the speaker may see everybody. */
export function isPerson(words: readonly string[], speaker: Speaker, store: Names): boolean {
  return speaker.roles.has('viewer') && words.flatMap(nameWordsIn).every((each) => nameWords(store).has(each));
}
