/**
 * Other people's words where Teams reads Markdown and takes no TextRun, such as the choices of a tick list or a badge: whatever
 * means something in Markdown becomes its full-width form, which looks the same and means nothing.
 */
export function inert(text: string): string {
  return text
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
    .replace(/[\\*_[\]<>#`~|{}$]|^[-+]|(?<=^\d+)[.)]|(?<=:)\/\/|(?<=\bwww)\./gi, (signs) =>
      [...signs].map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)).join(''),
    );
}
