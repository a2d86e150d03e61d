/**
 * Names and words written from right to left beside text written from left to right. Without a mark, what stands next to them
 * changes places with them: `‏דנה · 3 seats` shows the number on the wrong side. Unicode's isolates keep each in its place; Purser
 * alone sets them, since it takes them out of whatever comes in.
 */

const [open, close] = ['\u2068', '\u2069'];

/** Hebrew, Arabic and their neighbours: the blocks that Unicode keeps for writing from right to left. */
const rightToLeft = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}';
const hasRightToLeft = new RegExp(`[${rightToLeft}]`, 'u');
const hasLeftToRight = new RegExp(`(?![${rightToLeft}])\\p{L}`, 'u');

/** Words of it that stand together. What parts the things of a list, a comma or a dot in the middle, parts them too. */
const run = new RegExp(`[${rightToLeft}](?:[ \\-'’.\\p{M}\\p{N}]*[${rightToLeft}])*[\\p{M}\\p{N}]*`, 'gu');

/** A value that is put into a sentence: it is one thing, whatever it is made of. */
export function isolate(value: string): string {
  return hasRightToLeft.test(value) ? `${open}${value}${close}` : value;
}

/** A text as it is shown: whatever in it is written from right to left and not set apart yet. */
export function isolated(text: string): string {
  if (!hasRightToLeft.test(text)) return text;
  let depth = 0;
  const parts = text.split(/([\u2068\u2069]| · | → |\n)/).map((part) => {
    if (part === open) depth += 1;
    if (part === close) depth -= 1;
    if (depth > 0 || !hasRightToLeft.test(part)) return part;
    return hasLeftToRight.test(part)
      ? part.replace(run, isolate)
      : part.replace(/^(\s*)(.*?)(\s*)$/s, `$1${open}$2${close}$3`);
  });
  // What was cut in the middle of a name still ends its isolation.
  return parts.join('') + close.repeat(Math.max(0, depth));
}

/** As it was before it was set apart: for files, and for looking something up. */
export function unisolated(text: string): string {
  return text.replace(/[\u2068\u2069]/g, '');
}
