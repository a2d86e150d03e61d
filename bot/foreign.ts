/**
 * What others send (Microsoft, Teams, people, the operator's own automation), cleaned and bounded where it comes in. Inside the
 * house a text holds nothing that can't be seen, a number is one that can be counted with, and a day is one that can be.
 */

import { cut } from '../cards/characters.ts';

/** Cut where it is longer. Graph gives a display name up to 256 characters, an address may have 320. */
export const longest = { name: 256, address: 320, sentence: 2_000 } as const;

/**
 * Everything that can't be seen: controls, direction marks, zero-width signs, fillers, halves of a character. Unicode counts a
 * few Arabic and Egyptian signs among the controls that are drawn.
 */
const unseen =
  /(?![\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}\u{13430}-\u{1345f}])[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/** Where an unseen sign is part of what is seen: in a picture of several, in a flag, in scripts that join their letters. */
const meant = new RegExp(
  [
    // A picture and what it is joined from: a family, a judge, a heart in colour, a flag of England.
    String.raw`\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?(?:\u200d\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?){1,6}`,
    String.raw`\u{1f3f4}[\u{e0061}-\u{e007a}\u{e0030}-\u{e0039}]{1,6}\u{e007f}`,
    String.raw`[\p{Extended_Pictographic}#*0-9][\ufe0e\ufe0f]`,
    // Persian, Urdu, the scripts of India and Mongolian spell with them; two letters of such a script stand around it.
    String.raw`(?<=[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\u0900-\u0dff][\p{M}]{0,4})[\u200c\u200d](?=[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\u0900-\u0dff])`,
    // Which form of a Chinese character a name is written with.
    String.raw`\p{Script=Han}[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]`,
  ].join('|'),
  'gu',
);

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
/** No script puts more of them on one letter; towers of them cover the lines above. */
const towers = /(\p{M}{5})\p{M}+/gu;
/** Seen as a blank, though Unicode counts it as a sign. */
const blanks = /[^\S\n\t]|\u2800/gu;
const plain = /^[\x20-\x7e]*$/;

/** Without what can't be seen; line breaks and tabs stay. Cleaning what is clean changes nothing. */
export function clean(text: string): string {
  if (plain.test(text)) return text;
  const lines = text
    .normalize('NFC')
    .replace(lineBreak, '\n')
    .replace(/(?!\ufeff)[^\S\n\t]/gu, ' ');
  let cleaned = '';
  let from = 0;
  for (const match of lines.matchAll(meant)) {
    cleaned += seenOf(lines.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return (cleaned + seenOf(lines.slice(from))).replace(towers, '$1').replace(blanks, ' ');
}

function seenOf(text: string): string {
  return text.replace(unseen, (sign) => (sign === '\n' || sign === '\t' ? sign : ''));
}

/** A name, a word, a title: one line without blanks around it, no longer than so many characters as people count them. */
export function oneLine(text: string, most: number = longest.name): string {
  return cut(clean(cutRoughly(text, most)).replace(/\s+/g, ' ').trim(), most).trimEnd();
}

/** What people wrote, with the paragraphs they made. */
export function paragraphs(text: string, most: number = longest.sentence): string {
  const lines = clean(cutRoughly(text, most))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n */g, '\n');
  return cut(lines.replace(/\n{3,}/g, '\n\n').trim(), most).trimEnd();
}

/** Nobody reads further, and to clean a megabyte would keep others waiting. */
function cutRoughly(text: string, most: number): string {
  return text.length > most * 16 ? text.slice(0, most * 16) : text;
}

/** Whether there is something to read in it: a letter or a digit. Pictures and signs alone give no reason. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(clean(text));
}

/** An address that mail can go to, or that somebody signs in with. */
export function isAddress(text: string): boolean {
  return /^[^\s<>()",;:@]+@[^\s<>()",;:@]+$/.test(text);
}

/** So many of something; null where it is no such number: negative, broken, or beyond what can be counted with. */
export function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}
