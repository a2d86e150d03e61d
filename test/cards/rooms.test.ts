/** What the rooms show together: every golden belongs to a room, no name is used twice, and every message is on some card. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { type LanguageCode, languageCodes } from '../../bot/language/codes.ts';
import { languageFiles } from '../../bot/language/index.ts';
import { readGolden, refreshing } from './golden.ts';
import { roomNames } from './rooms.ts';

/** Every card's name and text, as the test of its room compares them with what is shown. */
function goldenIn(language: LanguageCode): (readonly [name: string, text: string])[] {
  return roomNames.flatMap((room) => readGolden(room, language));
}

/** Names of the files in a folder beside this one that end so, without the end. */
function filesIn(folder: string, end: string): string[] {
  const files = readdirSync(new URL(folder, import.meta.url)).filter((file) => file.endsWith(end));
  return files.map((file) => file.slice(0, -end.length));
}

describe('the rooms of cards', () => {
  for (const [folder, end] of [
    ['./scenes/', '.ts'],
    ...languageCodes.map((code) => [`./golden/${code}/`, '.txt']),
  ] as const)
    it(`are those that have files in ${folder}`, () => {
      const advice = `Delete or rename what has no room in rooms.ts; what a room lacks is written by ${refreshing('ROOM')}`;
      assert.deepEqual(new Set(filesIn(folder, end)), new Set(roomNames), advice);
    });

  it('each have a test of their own', () => {
    const tests = new Set(filesIn('./', '.test.ts'));
    assert.deepEqual(
      roomNames.filter((room) => !tests.has(room)),
      [],
    );
  });

  for (const language of languageCodes)
    it(`ask for no card under a name that another has (${language})`, () => {
      const names = goldenIn(language).map(([name]) => name);
      assert.deepEqual(
        names.filter((name, at) => names.indexOf(name) !== at),
        [],
      );
    });

  it('show every message there is', () => {
    const texts = goldenIn('en').map(([, text]) => text);
    const missing = messagesOf(languageFiles.en.messages)
      .filter(([path, message]) => !elsewhere.some((pattern) => pattern.test(path)) && !texts.some(patternOf(message)))
      .map(([path]) => path);
    assert.deepEqual(missing, [], 'Ask for a card that says it, in one of the scenes');
  });
});

/** Said in words instead of on a card; or there for commands that only some may run, of which there is none yet. */
const elsewhere: readonly RegExp[] = [
  /^fault\.(slow|press)$/,
  /^export\.(column|decision|origin|yes|no$|unknown|gone|tooLarge|full|due\.(?!import))/,
  /^refused\.tooFast/,
  /^sent\./,
  /^thanks\./,
  /^notice\.mailEnd/,
  /^refused\.role/,
  /^button\.retry$/,
  // Read by who points at a button.
  /^link\./,
  // Purser itself meets these, not somebody who presses; or Microsoft is too slow for a test to wait.
  // Something changes between a question to Microsoft and the answer.
  /^order\.again$/,
  /^takeover\.refused\.(too-early|untold|no-day|no-words|cannot-decide)$/,
  /^takeover\.check\.asking$/,
];

function messagesOf(tree: object, path = ''): [path: string, message: string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : messagesOf(value as object, `${path}${key}.`),
  );
}

/** With anything where the message has a blank. That all its words are there is seen first, as that is seen quickly. */
function patternOf(message: string): (text: string) => boolean {
  const said = message.split(/\{\{[^}]*\}\}/);
  const pattern = new RegExp(said.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'));
  return (text) => said.every((part) => text.includes(part)) && pattern.test(text);
}
