/** Which question people mean: by the words that they share, in both languages at once, whatever form a word has. Pure. */
import { distance } from 'fastest-levenshtein';
import { fold, unaccent } from '../language/fold.ts';
import { languageFiles } from '../language/index.ts';
import type { FaqKey } from '../language/translation.ts';
import { faqKeys, type Topic, topics } from './entries.ts';

const files = Object.values(languageFiles);

/** They hold others together in either language, and stand in too many questions to mean one. */
const fillers: ReadonlySet<string> = new Set(
  files
    .flatMap(({ spoken }) => [...spoken.fillers, ...spoken.courtesy])
    .flatMap((filler) => {
      const words = wordsIn(filler);
      return words.length === 1 ? words : [];
    }),
);

function wordsIn(text: string): string[] {
  return unaccent(text.replace(/['’‘ʼʻ´`]/g, ' ')).match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

/** Without the ending of a plural. */
function stem(word: string): string {
  return word.length > 3 ? word.replace(/[sx]$/, '') : word;
}

/** What is left of a question; all of it where nothing else would be. */
function tokensOf(text: string): string[] {
  const words = [...new Set(wordsIn(text).map(stem))];
  const telling = words.filter((word) => !fillers.has(word));
  return telling.length > 0 ? telling : words;
}

/** What is asked in other words: each phrase as its words. */
const phrases: readonly { key: FaqKey; tokens: readonly string[] }[] = faqKeys.flatMap((key) =>
  files.flatMap(({ faqWords, messages }) =>
    [...faqWords[key], messages.faq.question[key]].map((phrase) => ({ key, tokens: tokensOf(phrase) })),
  ),
);

/** The fewer questions a word stands in, the more it tells. */
const telling: ReadonlyMap<string, number> = weights();

function weights(): Map<string, number> {
  const keys = new Map<string, Set<FaqKey>>();
  for (const { key, tokens } of phrases)
    for (const token of tokens) keys.set(token, (keys.get(token) ?? new Set()).add(key));
  return new Map([...keys].map(([token, { size }]) => [token, 1 / size]));
}

/** Long enough that what begins alike, or differs by a letter, is the same word in another form. */
const fewestLetters = 5;
const likeness = { same: 1, form: 0.6, slip: 0.6, none: 0 } as const;

function alike(a: string, b: string): number {
  if (a === b) return likeness.same;
  const [short, long] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  if (short < fewestLetters) return likeness.none;
  const shared = [...a].findIndex((letter, at) => letter !== b[at]);
  const begins = shared < 0 ? short : shared;
  if (begins >= fewestLetters && begins >= long * 0.75) return likeness.form;
  return distance(a, b) === 1 ? likeness.slip : likeness.none;
}

/** How much each word of a phrase is said, weighed by how much it tells. */
function scoresOf(tokens: readonly string[], said: readonly string[]): number[] {
  return tokens.map((token) => Math.max(0, ...said.map((word) => alike(token, word))) * (telling.get(token) ?? 1));
}

type Ranked = readonly [FaqKey, number][];

/** By question, the best of its phrases. */
function ranked(scoreOf: (tokens: readonly string[]) => number): Ranked {
  const best = new Map<FaqKey, number>();
  for (const { key, tokens } of phrases) {
    const score = scoreOf(tokens);
    if (score > 0) best.set(key, Math.max(best.get(key) ?? 0, score));
  }
  return [...best].sort(([, a], [, b]) => b - a);
}

function sum(scores: readonly number[]): number {
  return scores.reduce((all, each) => all + each, 0);
}

/** Where a phrase is said whole, it is meant. */
function saidWhole(said: readonly string[]): Ranked {
  return ranked((tokens) => {
    const scores = scoresOf(tokens, said);
    return scores.includes(0) ? 0 : sum(scores);
  });
}

/** A guess by single words; short ones are in everything that is said. */
function saidInPart(said: readonly string[]): Ranked {
  const long = said.filter((word) => word.length >= fewestLetters);
  return ranked((tokens) => sum(scoresOf(tokens, long)));
}

export type Found = { is: 'topic'; topic: Topic } | { is: 'answer'; key: FaqKey } | { is: 'several'; keys: FaqKey[] };

/** How near the likeliest another question has to come to be offered beside it, and to leave open which is meant. */
const near = 0.5;
const asLikely = 0.8;
const mostOffered = 4;

/** @returns undefined where no question is like it */
export function find(text: string): Found | undefined {
  const exact = fold(text);
  const key = faqKeys.find((each) => fold(each) === exact);
  if (key) return { is: 'answer', key };
  const topic = topics.find((each) => fold(each) === exact);
  if (topic) return { is: 'topic', topic };
  const said = tokensOf(text);
  const whole = saidWhole(said);
  const [[likeliest, best] = [undefined, 0], [, second] = [undefined, 0]] = whole;
  if (likeliest && second < best * asLikely) return { is: 'answer', key: likeliest };
  return offered(whole.length > 0 ? whole : saidInPart(said));
}

function offered(some: Ranked): Found | undefined {
  const best = some[0]?.[1] ?? 0;
  const [first, ...others] = some
    .filter(([, score]) => score >= best * near)
    .slice(0, mostOffered)
    .map(([key]) => key);
  if (!first) return undefined;
  return others.length > 0 ? { is: 'several', keys: [first, ...others] } : { is: 'answer', key: first };
}
