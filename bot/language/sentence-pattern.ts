/** How a sentence of `spoken.ts` becomes a pattern, for a text that is flat: without case and accents, sign for sign. Pure. */
import { ids } from './arguments.ts';
import { spellings } from './joints.ts';

const id = (letters: string): string => `${letters.toLowerCase()}[\\s_-]{0,3}\\d+`;
const one = id(ids.purchase);
const and = spellings('and')
  .map((word) => `\\b${word}\\b`)
  .join('|');
const slots: Record<string, string> = {
  /** Or several, as the command then reads them. */
  purchase: `${one}(?:\\s*(?:[,;&+]|${and})+\\s*${one})*`,
  request: `(?:${id(ids.request)}|${id(ids.licence)})`,
  change: id(ids.change),
};

const marks: Record<string, string> = { '(': '(?:', ')': ')', '|': '|', '[': '(?:', ']': ')?', '?': '\\?' };
const between = '[\\s,-]*';

/** The pattern of a sentence, or of one of several words. @param numbers in words */
export function source(sentence: string, numbers = ''): string {
  const parts = flat(sentence).matchAll(/\{(\w+)\}|([()[\]|?])|(\w+'?)|[\s,-]+/g);
  return [...parts]
    .map(([, slot, mark, word], at) => {
      // The same name may stand in two branches, of which a pattern knows one alone.
      if (slot) return `(?<${slot}_${at}>${slot === 'number' ? `\\d+|${numbers}` : (slots[slot] ?? '\\S.*?')})`;
      if (mark) return marks[mark];
      if (word?.endsWith("'")) return `\\b${word.slice(0, -1)}\\s*'\\s*`;
      return word ? `\\b${word}\\b` : between;
    })
    .join('');
}

const plainLetters: Readonly<Record<string, string>> = { œ: 'o', æ: 'a', ø: 'o', ß: 's', ł: 'l', đ: 'd' };

/** Without case and accents, sign for sign, so that what stands in it stands at the same place in the text. */
export function flat(text: string): string {
  return Array.from({ length: text.length }, (_, at) => flatSign(text.charAt(at))).join('');
}

function flatSign(sign: string): string {
  const low = sign.normalize('NFD').charAt(0).toLowerCase();
  if (/^[\x20-\x7e]$/.test(low)) return low;
  if (/^['’‘ʼʻ´]$/.test(sign)) return "'";
  if (/^[\p{Pd}\u2212]$/u.test(sign)) return '-';
  if (/^\s$/.test(sign)) return ' ';
  return plainLetters[low] ?? (/^[\p{L}\p{N}]$/u.test(sign) ? 'x' : '~');
}

/** The pattern of one of several words. */
export function either(words: readonly string[]): string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.map((each) => source(each)).join('|')})`;
}
