/** Which intents a sentence speaks for, by the sentences of the language files. Learned once, when it is first asked for. */
import { languageFiles } from '../language/index.ts';
import type { Intent } from '../language/said.ts';
import { lexicon } from './dictionary.ts';
import { markedIn } from './hearing.ts';
import { learned, type Ranked } from './learning.ts';
import { corrected, isKnown, traitsOf, wordsOf } from './traits.ts';

let rank: ReturnType<typeof learned<Intent>> | undefined;

/**
 * @param marked words, with marks for names and the like
 * @param isMended whether slips of the finger are put right: good for a guess, and not for what people are led to
 */
export function ranked(
  marked: readonly string[],
  isMended: boolean,
): {
  /** The likeliest first. */
  intents: readonly Ranked<Intent>[];
  /** How much of the sentence is in words that are known, from 0 to 1. */
  known: number;
} {
  rank ??= learned(examples());
  const written = wordsOf(marked.join(' '));
  const words = isMended ? corrected(written, lexicon) : written;
  const known = words.filter((word) => isKnown(word, lexicon)).length / (words.length || 1);
  return { intents: rank(traitsOf(words, lexicon)), known };
}

function examples(): Parameters<typeof learned<Intent>>[0] {
  return Object.values(languageFiles).flatMap(({ said }) =>
    (Object.entries(said) as [Intent, string][]).flatMap(([label, sentences]) =>
      linesOf(sentences).map((line) => ({ label, traits: traitsOf(wordsOf(markedIn(line).join(' ')), lexicon) })),
    ),
  );
}

function linesOf(sentences: string): string[] {
  return sentences
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
