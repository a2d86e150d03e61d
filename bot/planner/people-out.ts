/**
 * A sentence as it leaves the house: without names of people, addresses, ids and long numbers. What stands for them is put back into
 * the answer, so that "who has what adele bought" works and nobody's name is told to anybody.
 */
import type { Reader } from '../../store/store.ts';
import { fold } from '../language/fold.ts';
import { addressWords, nameWords } from '../people/name-words.ts';

export interface Anonymous {
  text: string;
  /** With what people had written in the place of what stood for it. */
  restored(answer: string): string;
}

/** Addresses, ids of Microsoft's, card and telephone numbers. */
const identifying =
  /[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\+?\d(?:[\s().-]?\d){6,}/giu;
/** Shorter parts of names are words as well. */
const fewestLetters = 3;

/** @param isEveryday a word that means nothing by itself, and is nobody's name here */
export function withoutPeople(
  sentence: string,
  reader: Pick<Reader, 'all' | 'revision'>,
  isEveryday: (word: string) => boolean,
): Anonymous {
  const known = [nameWords(reader), addressWords(reader)];
  const hidden: string[] = [];
  const hide = (text: string): string => {
    const before = hidden.indexOf(text);
    return `PERSON${before < 0 ? hidden.push(text) : before + 1}`;
  };
  const isName = (word: string): boolean =>
    fold(word).length >= fewestLetters && known.some((words) => words.has(fold(word))) && !isEveryday(word);
  // What stands before or behind an apostrophe or hyphen is a word of its own: "d’adele", "Anne-Marie".
  const text = sentence
    .replace(identifying, hide)
    .replace(/[\p{L}\p{M}]+/gu, (word) => (isName(word) ? hide(word) : word));
  return {
    text,
    restored: (answer) => answer.replace(/PERSON(\d+)/g, (mark, nth: string) => hidden[Number(nth) - 1] ?? mark),
  };
}
