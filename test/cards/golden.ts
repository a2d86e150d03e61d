/** The committed text of every card: one file for each language, for people to read and for tests to compare with. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { LanguageCode } from '../../bot/language/codes.ts';
import { flatten } from './flatten.ts';
import type { State } from './stage.ts';

const fileOf = (language: LanguageCode): URL => new URL(`./golden/${language}.txt`, import.meta.url);
const mark = '=== ';

/** Text by the name of its state. */
export function goldenOf(states: readonly State[]): Map<string, string> {
  return new Map(states.map(({ name, card }) => [name, steady(flatten(card))]));
}

/** A fault has another number each time, an export another address. */
function steady(text: string): string {
  return text.replace(/\b[0-9a-f]{8}(?=\.$)/m, '(number)').replace(/(?<=\/exports\/)[\w-]{43}/, '(token)');
}

export function readGolden(language: LanguageCode): Map<string, string> {
  const sections = readFileSync(fileOf(language), 'utf8')
    .split(new RegExp(`^${mark}`, 'm'))
    .slice(1);
  return new Map(
    sections.map((section) => {
      const end = section.indexOf('\n');
      return [section.slice(0, end), section.slice(end + 1).trimEnd()];
    }),
  );
}

export function writeGolden(language: LanguageCode, states: readonly State[]): void {
  const sections = [...goldenOf(states)].map(([name, text]) => `${mark}${name}\n${text}\n`);
  writeFileSync(fileOf(language), sections.join('\n'));
}
