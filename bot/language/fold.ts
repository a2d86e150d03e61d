/** How words are compared: without case, accents and punctuation. */
import { unisolated } from '../../cards/isolate.ts';

/** Letters and digits only, without case or accents: how names are compared. */
export function fold(text: string): string {
  return unaccent(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Without case or accents, and one kind of apostrophe: how free text is searched. */
export function unaccent(text: string): string {
  return unisolated(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ´`]/g, "'")
    .toLowerCase();
}

export function unquote(text: string): string {
  return text.replaceAll('"', '').trim();
}
