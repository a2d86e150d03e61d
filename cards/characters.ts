/** Characters as people count them: a letter with its accents is one, and so is a picture made of several. */

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The first so many; never half a letter or half a picture. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let count = 0;
  for (const { index } of characters.segment(text)) {
    if (count === most) return text.slice(0, index);
    count += 1;
  }
  return text;
}

/** Visibly cut where it is longer; names have up to 256 characters, and what is not a name may have any number. */
export function shorten(text: string, most: number): string {
  return cut(text, most) === text ? text : `${cut(text, most - 1)}…`;
}
