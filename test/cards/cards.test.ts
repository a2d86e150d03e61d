/** Every card of every state keeps the rules of the house, and reads as the committed text says it does. */
import './plain-suite.ts';
import assert from 'node:assert/strict';
import { type LanguageCode, languageCodes } from '../../bot/language/codes.ts';
import { languageFiles } from '../../bot/language/index.ts';
import { flatten } from './flatten.ts';
import { goldenOf, readGolden, writeGolden } from './golden.ts';
import { lint, sizeOf } from './lint.ts';
import { longestFirst, without } from './lint-text.ts';
import { hosts } from './scenes-people.ts';
import { type State, states } from './states.ts';
import { leavesOf } from './walk.ts';

describe('the cards', function () {
  this.timeout(180_000);
  let all: State[];
  before(async () => {
    all = await states();
  });

  it('are each asked for under a name of their own', () => {
    const names = all.map(({ name, language }) => `${name}, ${language}`);
    assert.deepEqual(
      names.filter((name, at) => names.indexOf(name) !== at),
      [],
    );
  });

  for (const language of languageCodes) {
    const spoken = (): State[] => all.filter((state) => state.language === language);

    it(`keep the rules of the house in every state (${language})`, () => {
      const complaints = spoken().flatMap(({ name, card, untrusted }) =>
        lint(card, { untrusted, hosts }).map((what) => `${name}: ${what}`),
      );
      assert.deepEqual(complaints, []);
    });

    it(`read as golden/${language}.txt says (${language})`, () => {
      if (process.env['UPDATE_GOLDEN']) writeGolden(language, spoken());
      const known = readGolden(language);
      const now = goldenOf(spoken());
      const different = [...new Set([...known.keys(), ...now.keys()])].filter(
        (name) => known.get(name) !== now.get(name),
      );
      const advice = 'Read what changed; if it is meant, run the tests with UPDATE_GOLDEN=1.';
      const pick = (from: Map<string, string>) => Object.fromEntries(different.map((name) => [name, from.get(name)]));
      assert.deepEqual(pick(now), pick(known), advice);
    });

    it(`are set as ${language} is written`, () => {
      assert.deepEqual(
        spoken().flatMap((state) => misspelt(state)),
        [],
      );
    });
  }

  it('say the same things in both languages', () => {
    const shape = (language: LanguageCode): string[] =>
      all.filter((state) => state.language === language).map(({ name }) => name);
    assert.deepEqual(new Set(shape('fr')), new Set(shape('en')));
  });

  it('show every message there is', () => {
    const texts = all.filter(({ language }) => language === 'en').map(({ card }) => flatten(card));
    const missing = messagesOf(languageFiles.en.messages)
      .filter(([path, message]) => !elsewhere.some((pattern) => pattern.test(path)) && !texts.some(patternOf(message)))
      .map(([path]) => path);
    assert.deepEqual(missing, [], 'Ask for a card that says it, in one of the scenes');
  });

  it('stay well under the size that Teams takes', () => {
    const largest = Math.max(...all.map(({ card }) => sizeOf(card).utf16));
    assert.ok(largest < 80 * 1024, `${largest} bytes`);
  });
});

/** Said in words instead of on a card; or there for commands that only some may run, of which there is none yet. */
const elsewhere: readonly RegExp[] = [
  /^fault\.slow$/,
  /^export\.(column|yes|no$|unknown|gone|tooLarge)/,
  /^sent\./,
  /^notice\.mailEnd/,
  /^refused\.role/,
  /^button\.retry$/,
  // Purser itself meets these, not somebody who presses; or Microsoft is too slow for a test to wait.
  /^takeover\.refused\.(too-early|no-day|cannot-decide)$/,
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

const written: ReadonlySet<string> = new Set(['text', 'title', 'label', 'placeholder', 'fallbackText', 'errorMessage']);

const faults: Readonly<Record<LanguageCode, readonly [RegExp, string][]>> = {
  en: [[/\p{L}'\p{L}/u, 'a straight apostrophe']],
  fr: [
    [/\p{L}'\p{L}/u, 'a straight apostrophe'],
    [/ [:;?!»]/, 'a space that can break before the sign'],
    [/« /, 'a space that can break after «'],
    [/[“”]/, 'English quotation marks'],
    [/(?<!\p{L})(tu|toi|ton|tes)(?!\p{L})/iu, 'tutoiement'],
  ],
};

/** Typography, in what the house says; other people's words are theirs. */
function misspelt({ name, language, card, untrusted }: State): string[] {
  const theirs = longestFirst(untrusted);
  const texts = [...leavesOf(card.content)].filter(({ path }) => written.has(/\w+$/.exec(path)?.[0] ?? ''));
  return [{ value: card.summary, path: 'summary' }, ...texts].flatMap(({ value, path }) => {
    const text = without(String(value), theirs);
    return faults[language]
      .filter(([pattern]) => pattern.test(text))
      .map(([, what]) => `${name}: ${path}: ${what}: “${String(value)}”`);
  });
}
