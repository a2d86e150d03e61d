/** Holders as an admin names them: a list pasted from a mail or a sheet, by name or address. */
import type { Person } from '../../../store/records.ts';
import { fold, unaccent } from '../../language/fold.ts';

export interface Recognised {
  found: string[];
  /** Nobody among the holders is called that. */
  unknown: string[];
  /** Several are: only an address tells which. */
  several: { words: string; people: Person[] }[];
}

export function peopleNamed(text: string, holders: readonly Person[]): Recognised {
  const recognised: Recognised = { found: [], unknown: [], several: [] };
  for (const words of entriesIn(text, (line) => matching(line, holders).length > 0)) {
    const [first, ...others] = matching(words, holders);
    if (!first) recognised.unknown.push(words);
    else if (others.length > 0) recognised.several.push({ words, people: [first, ...others] });
    else recognised.found.push(first.id);
  }
  return { ...recognised, found: [...new Set(recognised.found)] };
}

/** A line is one name where somebody is called so (`Vance, Adele`); otherwise commas and semicolons part them. */
function entriesIn(text: string, isOne: (line: string) => boolean): string[] {
  const trimmed = (parts: string[]): string[] => parts.map((part) => part.trim()).filter(Boolean);
  const lines = trimmed(text.split(/[\r\n;\t]+/));
  return [...new Set(lines.flatMap((line) => (isOne(line) ? [line] : trimmed(line.split(',')))))];
}

/** As Outlook writes them: `Adele Vance <adele@contoso.com>`. */
const inBrackets = /<([^<>\s]+@[^<>\s]+)>/;

function matching(words: string, holders: readonly Person[]): Person[] {
  const address = keyOf(inBrackets.exec(words)?.[1] ?? words);
  const byAddress = holders.filter(({ userName, mail }) =>
    [userName, mail].some((each) => each && keyOf(each) === address),
  );
  if (byAddress.length > 0) return byAddress;
  const name = keyOf(words);
  const named = holders.map((person) => ({ person, key: keyOf(person.name ?? '') }));
  const same = named.filter(({ person }) => fold(person.name ?? '') === fold(words));
  // "Åsa" alone is Åsa, where only one is called so.
  const parts = name.split(' ');
  const alike =
    same.length > 0 ? same : named.filter(({ key }) => parts.every((part) => key.split(' ').includes(part)));
  return alike.map(({ person }) => person);
}

function keyOf(text: string): string {
  return unaccent(text).trim();
}
