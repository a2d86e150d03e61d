/**
 * The words that hold a typed sentence together, read in every language at once: `all except visio and project because …`.
 * Case, accents, the number of spaces and the kind of apostrophe don't matter.
 */
import { joints as english } from './en/joints.ts';
import { joints as french } from './fr/joints.ts';

export type Joint = keyof typeof english;

/** Every way to say it, the longest first, so that `except for` is not read as `except`. */
export function spellings(joint: Joint): string[] {
  return [...english[joint], ...french[joint]].sort((a, b) => b.length - a.length);
}

/**
 * The source of a pattern that finds it as a word of its own; an elided one (`parce qu’`) needs no space after it. To be used
 * with the flags `i` and `u`.
 *
 * @param apart whether it must not follow a letter or digit, as in `30d`
 */
export function jointPattern(joint: Joint, { apart = true } = {}): string {
  const words = spellings(joint).map((word) => word.replace(/\s+/g, '\\s+').replace(/[’']/g, "['’]"));
  const each = words.map((word) => (word.endsWith(']') ? word : `${word}(?![\\p{L}\\p{N}])`));
  return `${apart ? '(?<![\\p{L}\\p{N}])' : ''}(?:${each.join('|')})`;
}

const opensWithBecause = new RegExp(`^${jointPattern('because')}\\s*`, 'iu');

/** Whether a reason begins here: "because …". */
export function opensReason(text: string): boolean {
  return opensWithBecause.test(text);
}

/** The reason alone, without the "because" that people may write before it. */
export function withoutBecause(text: string): string {
  return text.replace(opensWithBecause, '').trim();
}

/** Words in quotes are no joints, so they are blanked out; everything else keeps its place. */
export function withoutQuoted(text: string): string {
  return text.replace(/"[^"]*"/g, (quoted) => '\u0000'.repeat(quoted.length));
}

/** The text before the joint, and the text after it. */
export function cut(text: string, joint: RegExp): [before: string, after: string] {
  const found = joint.exec(withoutQuoted(text));
  if (!found) return [text, ''];
  return [text.slice(0, found.index), text.slice(found.index + found[0].length)];
}
