/** Typography, in what the house says; other people's words are theirs. */
import type { LanguageCode } from '../../bot/language/codes.ts';
import { longestFirst, without } from './lint-text.ts';
import type { State } from './stage.ts';
import { leavesOf } from './walk.ts';

const written: ReadonlySet<string> = new Set(['text', 'title', 'label', 'placeholder', 'fallbackText', 'errorMessage']);

const faults: Readonly<Record<LanguageCode, readonly [RegExp, string][]>> = {
  en: [[/\p{L}'\p{L}/u, 'a straight apostrophe']],
  fr: [
    [/\p{L}'\p{L}/u, 'a straight apostrophe'],
    [/ [:;?!»]/, 'a space that can break before the sign'],
    [/« /, 'a space that can break after «'],
    [/[“”]/, 'English quotation marks'],
    [/(?<!\p{L})(tu|toi|ton|tes)(?!\p{L})/iu, 'tutoiement'],
  ],
};

/** Each complaint names the card, the place on it, and what is set wrongly there. */
export function misspelt({ name, language, card, untrusted }: State): string[] {
  const theirs = longestFirst(untrusted);
  const texts = [...leavesOf(card.content)].filter(({ path }) => written.has(/\w+$/.exec(path)?.[0] ?? ''));
  return [{ value: card.summary, path: 'summary' }, ...texts].flatMap(({ value, path }) => {
    const text = ours(String(value), theirs);
    return faults[language]
      .filter(([pattern]) => pattern.test(text))
      .map(([, what]) => `${name}: ${path}: ${what}: “${String(value)}”`);
  });
}

/** The house's own words in a text, found once for all cards that bear it: most texts are on many. */
function ours(text: string, theirs: readonly string[]): string {
  const known = found.get(theirs) ?? new Map<string, string>();
  found.set(theirs, known);
  const own = known.get(text) ?? without(text, theirs);
  known.set(text, own);
  return own;
}

const found = new WeakMap<readonly string[], Map<string, string>>();
