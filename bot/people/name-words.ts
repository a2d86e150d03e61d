/** The words that people's names and addresses are made of: by them it is told that a word in a sentence is somebody. */
import { derived } from '../../store/derived.ts';
import type { Person } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import { fold } from '../language/fold.ts';

type People = Pick<Reader, 'all' | 'revision'>;

/** Anne-Marie O’Connor has four. */
export function nameWordsIn(text: string | null): string[] {
  return (text?.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(fold);
}

export const nameWords = derived(['people'], (reader: People) => wordsOf(reader, ({ name }) => [name]));

/** Of what stands before the @. */
export const addressWords = derived(['people'], (reader: People) =>
  wordsOf(reader, ({ userName, mail }) => [userName, mail].map((address) => address?.split('@')[0] ?? null)),
);

function wordsOf(reader: People, textsOf: (person: Person) => readonly (string | null)[]): ReadonlySet<string> {
  return new Set([...reader.all('people')].flatMap(textsOf).flatMap(nameWordsIn));
}
