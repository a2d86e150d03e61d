/**
 * How what people type is compared with names: without case and accents, whatever hyphen, apostrophe or blank is between the
 * parts. `jean pierre`, `Jean-Pierre` and `jeanpierre` are the same.
 */
import { unisolated } from '../../cards/isolate.ts';

/** Letters and digits only, without case or accents: whether two names are the same. */
export function fold(text: string): string {
  return unaccent(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Letters that Unicode doesn't take apart, as people type them who don't have them. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ŧ: 't' },
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' },
};

/** Without case, accents and apostrophes, and with a blank for every hyphen: how free text is searched. */
export function unaccent(text: string): string {
  return unisolated(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øłđðħıŧßæœþ]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/['’‘ʼʻ´`′]/g, '')
    .replace(/(?:[\p{Pd}\u2212\u00ad]|[^\S\n])+/gu, ' ');
}

export function unquote(text: string): string {
  return text.replaceAll('"', '').trim();
}

const beginsWord = '\u0001';

/** What a search looks in, of one or several texts: the words as they are, and how they read without what parts them. */
export function searchKey(...texts: readonly (string | null | undefined)[]): string {
  const lines = texts.flatMap((text) => (text ? [unaccent(text)] : []));
  return lines.join('\n') + lines.map(runTogether).join('');
}

/** A name has no more words than this; of what is longer, the beginning is enough. */
const mostWords = 8;

/** From each word on, since people leave out what comes before: `power bi pro` → `powerbipro`, `bipro`. */
export function runTogether(line: string): string {
  const words = line.match(/[\p{L}\p{N}]+/gu)?.slice(0, mostWords) ?? [];
  return words
    .slice(0, -1)
    .map((_, at) => beginsWord + words.slice(at).join(''))
    .join('');
}

/** Whether a key has these words, one after the other. */
export function finder(text: string): (key: string) => boolean {
  const plain = unaccent(text).trim();
  const folded = fold(text);
  const isIn = (key: string, part: string): boolean => {
    const at = key.indexOf(part);
    const end = key.indexOf(beginsWord);
    return at >= 0 && (end < 0 || at < end);
  };
  return (key) => isIn(key, plain) || (folded !== '' && (isIn(key, folded) || key.includes(beginsWord + folded)));
}

/** Whether a key has every one of the words, wherever they are. */
export function finderOfAll(text: string): (...keys: readonly string[]) => boolean {
  const finders = text.trim().split(/\s+/).map(finder);
  return (...keys) => finders.every((finds) => keys.some(finds));
}
