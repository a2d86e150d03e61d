/**
 * What people say as they say it to a colleague, and the command that says the same: data of each language, and how a sentence
 * is told by it. Pure.
 *
 * In a sentence `(a|b)` is either, `[a]` may be left out, and `{what}` is whatever stands there; `{purchase}`, `{request}`
 * and `{change}` are ids, `{number}` is one; in the command, `{said}` is the whole sentence. Case, accents, blanks and hyphens don't matter. What it leads to is written in English as anybody
 * could type it, so that it is read, checked and refused as if it had been.
 */
import { either, flat, source } from './sentence-pattern.ts';

export type Phrase = readonly [said: string, command: string];

export interface SpokenWords {
  /** Said before what is meant, for politeness: "hello". */
  courtesy: string[];
  /** What follows is wanted done: "could you". */
  requesting: string[];
  /** What follows is asked about, and not wanted yet: "may I". */
  asking: string[];
  /** They turn what is said into its opposite. */
  negations: string[];
  /** Said after it: "please". */
  closing: string[];
  /** They are nobody of whom something is said: "give me". */
  ourselves: string[];
  /** What follows is a command, or what somebody wants to see: "show me". */
  showing: string[];
  /** From one on: "the next two weeks". */
  numbers: string[];
  /** They only hold together the words that are looked for: "of the". */
  fillers: string[];
  /** Tried before the names of commands. */
  phrases: Phrase[];
  /** Tried where it begins with no command's name. */
  otherwise: Phrase[];
}

export interface Speech {
  /** Whether it may be a sentence: it has no filter, and isn't longer than what people say. */
  mayBeSaid(text: string): boolean;
  /** The command for it; undefined where it is no such sentence. */
  command(text: string): string | undefined;
  /** The same where it begins with no command's name. */
  otherwise(text: string): string | undefined;
  /** Without the words of politeness and the mark at its end. */
  plain(text: string): string;
  /** Without what people say after it. */
  ended(text: string): string;
  /** Whether it is asked whether something may be done, rather than said that it be done. */
  asks(text: string): boolean;
  /** Whether a word is one that sentences are made of, and hardly the name of anything. */
  isEveryday(word: string): boolean;
  /** Whether a word is a "not". */
  negates(word: string): boolean;
  /** Whether there is one in it. */
  denies(text: string): boolean;
  /** What is to be shown; undefined where it isn't said that something is. */
  shown(text: string): string | undefined;
  /** Without the words that only hold others together, as long as others are left. */
  sought(words: string): string;
}

/** What surrounds a sentence and is no part of it. */
const before = '[\\s~@]*';
const after = '[\\s?!.,;~]*';
/** Between "good morning" and what is meant. */
const pause = '[\\s,;:!.~]*';

type WordList = Exclude<keyof SpokenWords, 'phrases' | 'otherwise'>;

function patternsOf(files: readonly SpokenWords[]) {
  const all = (...lists: WordList[]): string[] => lists.flatMap((list) => files.flatMap((file) => file[list]));
  /** A sign beside a letter makes it part of something else: `[a]`. */
  const eachAlone = either(all('fillers')).replace(/\\b(?=[|)])/g, '\\b(?!\\S)');
  const first = `^${before}(?:${either(all('courtesy'))}${pause})*`;
  return {
    opening: new RegExp(`^${before}(?:${either(all('courtesy', 'requesting', 'asking'))}${pause})+(?=\\S)`),
    asking: new RegExp(first + either(all('asking'))),
    requesting: new RegExp(first + either(all('requesting'))),
    negation: new RegExp(either(all('negations'))),
    ourselves: new RegExp(`^${either(all('ourselves'))}$`),
    closing: new RegExp(`(?<=\\S)[\\s,]*${either(all('closing'))}${after}$`),
    showing: new RegExp(`^${before}${either(all('showing'))}[\\s,:]*(?=\\S)`),
    fillers: new RegExp(`(?<!\\S)${eachAlone}`, 'g'),
  };
}

function compilerOf(files: readonly SpokenWords[]): (phrases: readonly Phrase[]) => Compiled[] {
  const counted = files.flatMap((file) => file.numbers.map((name, at) => [flat(name), String(at + 1)] as const));
  const numbers = new Map(counted);
  const inWords = [...numbers.keys()].map((each) => source(each)).join('|');
  return (phrases) =>
    phrases.map(([said, command]) => {
      const pattern = new RegExp(`^${before}${source(said, inWords)}${after}$`, 'ds');
      return { pattern, command, numbers };
    });
}

/** @param files the words of every language: people are understood in each, whatever the reply will be in */
export function speechOf(files: readonly SpokenWords[]): Speech {
  const { opening, asking, requesting, negation, ourselves, closing, showing, fillers } = patternsOf(files);
  const compiled = compilerOf(files);
  const phrases = compiled(files.flatMap((file) => file.phrases));
  const otherwise = compiled(files.flatMap((file) => file.otherwise));
  const everyday = new Set(wordsIn(files));
  const command = (among: readonly Compiled[], text: string): string | undefined =>
    said(among, text, { negation, ourselves, closing, most: among === otherwise ? longestGuess : Infinity });
  return {
    command: (text) => command(phrases, text),
    otherwise: (text) => command(otherwise, text),
    mayBeSaid,
    ended: (text) => withoutEnd(text, closing),
    asks(text) {
      const said = flat(text);
      return asking.test(said) || (/\?[\s!.]*$/.test(said) && !requesting.test(said));
    },
    isEveryday: (word) =>
      flat(word)
        .split("'")
        .every((part) => everyday.has(part)),
    negates: (word) => flat(word).replace(negation, '') === '',
    denies: (text) => negation.test(flat(text)),
    plain(text) {
      const asked = text.slice(opening.exec(flat(text))?.[0].length ?? 0);
      return withoutEnd(asked, closing)
        .replace(/(?<=[\p{L}\p{N}"”»])\s*[?!.…]+\s*$/u, '')
        .trim();
    },
    shown(text) {
      const said = showing.exec(flat(text));
      return said ? text.slice(said[0].length) : undefined;
    },
    sought(words) {
      const held = flat(words).replace(fillers, (filler) => '\n'.repeat(filler.length));
      const left =
        [...words].length === words.length ? [...held].map((sign, at) => (sign === '\n' ? ' ' : words[at])) : [words];
      return left.join('').replace(/\s+/g, ' ').trim() || words;
    },
  };
}

function wordsIn(files: readonly SpokenWords[]): string[] {
  const said = files.flatMap(({ phrases, otherwise, numbers: _, ...lists }) => [
    ...[...phrases, ...otherwise].map(([sentence]) => sentence.replace(/\{\w+\}/g, ' ')),
    ...Object.values(lists).flat(),
  ]);
  return ['', ...said.flatMap((sentence) => flat(sentence).match(/\w+/g) ?? [])];
}

/** `by:adele`, `expires<30d`: that is typed as a command, and says itself what it means. */
const filtered = /\p{L}\s*[:∶︰﹕：<＜≤]\s*\S/u;

/** Longer than anything said like that: what is longer has a story, and is read as a command or not at all. */
const longestSaid = 160;

interface Compiled {
  pattern: RegExp;
  command: string;
  numbers: ReadonlyMap<string, string>;
}

function mayBeSaid(text: string): boolean {
  return text.length <= longestSaid && !filtered.test(text);
}

/** `P-3`, which is no name. */
const anyId = /\b[a-z]{1,2}-?\d/;

/** A last guess is about a name, which has no more words. */
const longestGuess = 4;

interface Words {
  ourselves: RegExp;
  /** How many words may stand for something. */
  most: number;
  /** A name with a "not" in it is none. */
  negation: RegExp;
  /** What ends a sentence is no part of the name before it. */
  closing: RegExp;
}

function said(phrases: readonly Compiled[], text: string, words: Words): string | undefined {
  const { closing } = words;
  if (!mayBeSaid(text)) return undefined;
  const plain = flat(text);
  for (const { pattern, command, numbers } of phrases) {
    const found = pattern.exec(plain);
    if (!found || Object.entries(found.groups ?? {}).some(([slot, held]) => held && !mayHold(slot, held, words)))
      continue;
    return command.replace(/\{(\w+)\}/g, (_, slot: string) => {
      if (slot === 'said') return withoutEnd(text.trim(), closing);
      const held = heard(found, slot, text);
      if (slot === 'number') return numbers.get(flat(held)) ?? held;
      return withoutEnd(held, closing);
    });
  }
  return undefined;
}

function mayHold(slot: string, held: string, { negation, ourselves, most }: Words): boolean {
  if (negation.test(held) || held.split(' ').length > most || (most < Infinity && anyId.test(held))) return false;
  if (slot.startsWith('who_') && anyId.test(held)) return false;
  const [first = ''] = slot.startsWith('who_') ? [held] : slot.startsWith('what_') ? held.split(' ') : [];
  return !ourselves.test(first);
}

function withoutEnd(text: string, closing: RegExp): string {
  return text.slice(0, closing.exec(flat(text))?.index ?? text.length);
}

/** What stood there, as it was written. */
function heard({ indices }: RegExpExecArray, slot: string, text: string): string {
  const [, place] = Object.entries(indices?.groups ?? {}).find(([name, at]) => at && name.startsWith(`${slot}_`)) ?? [];
  return place ? text.slice(...place).trim() : '';
}
