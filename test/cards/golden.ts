/** The committed text of every card: one file a room and language, for people to read and for tests to compare with. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { LanguageCode } from '../../bot/language/codes.ts';
import { flatten } from './flatten.ts';
import type { Room } from './rooms.ts';
import type { State } from './stage.ts';

const fileOf = (room: Room, language: LanguageCode): URL =>
  new URL(`./golden/${language}/${room}.txt`, import.meta.url);
const mark = '=== ';

/** How the golden of a room is written anew. */
export function refreshing(room: Room | 'ROOM'): string {
  return `npm run golden ${room}`;
}

/** Text by the name of its state. */
export function goldenOf(states: readonly State[]): Map<string, string> {
  return new Map(states.map(({ name, card }) => [name, steady(flatten(card))]));
}

/** A fault has another number each time, an export another address. */
function steady(text: string): string {
  return text
    .replace(/(?<=Purser\s?:\s)[0-9a-z]{8}(?=\.$)/m, '(number)')
    .replace(/(?<=\/exports\/)[\w-]{43}/, '(token)');
}

/** Names and texts in the order of the file; a name that is there twice is twice in the list. */
export function readGolden(room: Room, language: LanguageCode): (readonly [name: string, text: string])[] {
  const file = fileOf(room, language);
  if (!existsSync(file)) return [];
  const sections = readFileSync(file, 'utf8')
    .split(new RegExp(`^${mark}`, 'm'))
    .slice(1);
  return sections.map((section) => {
    const end = section.indexOf('\n');
    return [section.slice(0, end), section.slice(end + 1).trimEnd()];
  });
}

export function writeGolden(room: Room, language: LanguageCode, states: readonly State[]): void {
  const sections = [...goldenOf(states)].map(([name, text]) => `${mark}${name}\n${text}\n`);
  writeFileSync(fileOf(room, language), sections.join('\n'));
}
