/** Every card of a room keeps the rules of the house, and reads as the committed text says it does. */
import assert from 'node:assert/strict';
import { type LanguageCode, languageCodes } from '../../bot/language/codes.ts';
import { createFormat } from '../../bot/language/format.ts';
import { plainText } from '../../cards/plain.ts';
import { goldenOf, readGolden, refreshing, writeGolden } from './golden.ts';
import { lint, sizeOf } from './lint.ts';
import { hosts } from './pages.ts';
import { type Room, rooms } from './rooms.ts';
import { misspelt } from './spelling.ts';
import { played, type State } from './stage.ts';
import { isNode, placesOf } from './walk.ts';

/** The tests of one room: its scenes are played once, and what they show is forgotten afterwards. */
export function cardsOf(room: Room): void {
  describe(`the cards of ${room}`, () => {
    let all: State[] = [];
    before(async () => {
      all = await played(rooms[room]);
    });
    after(() => {
      all = [];
    });

    for (const language of languageCodes)
      inLanguage(room, language, () => all.filter((state) => state.language === language));

    it('say the same things in both languages', () => {
      const named = (language: LanguageCode) =>
        all.filter((each) => each.language === language).map(({ name }) => name);
      assert.deepEqual(new Set(named('fr')), new Set(named('en')));
    });

    it('leave out nothing as plain text that is written on them, and say nothing of inputs and buttons', () => {
      for (const state of all) readsPlainly(state);
    });

    it('stay well under the size that Teams takes', () => {
      const largest = Math.max(...all.map(({ card }) => sizeOf(card).utf16));
      assert.ok(largest < 80 * 1024, `${largest} bytes`);
    });
  });
}

function inLanguage(room: Room, language: LanguageCode, spoken: () => State[]): void {
  it(`are each asked for under a name of their own (${language})`, () => {
    const names = spoken().map(({ name }) => name);
    assert.deepEqual(
      names.filter((name, at) => names.indexOf(name) !== at),
      [],
    );
  });

  it(`keep the rules of the house in every state (${language})`, () => {
    const complaints = spoken().flatMap(({ name, card, untrusted }) =>
      lint(card, { untrusted, hosts }).map((what) => `${name}: ${what}`),
    );
    assert.deepEqual(complaints, []);
  });

  it(`read as golden/${language}/${room}.txt says`, () => {
    if (process.env['UPDATE_GOLDEN']) writeGolden(room, language, spoken());
    readsAs(room, new Map(readGolden(room, language)), goldenOf(spoken()));
  });

  it(`are set as ${language} is written`, () => {
    assert.deepEqual(
      spoken().flatMap((state) => misspelt(state)),
      [],
    );
  });
}

/** A diff of all of them, where one word is on every card, would take minutes and tell no more. */
const mostShown = 5;

function readsAs(room: Room, known: Map<string, string>, now: Map<string, string>): void {
  const advice = `If that is meant, run ${refreshing(room)}`;
  const without = (some: Map<string, string>, others: Map<string, string>) =>
    [...some.keys()].filter((name) => !others.has(name));
  assert.deepEqual(without(now, known), [], `These cards have no golden. ${advice}`);
  assert.deepEqual(without(known, now), [], `No scene shows these any more. ${advice}`);
  const different = [...now.keys()].filter((name) => known.get(name) !== now.get(name));
  const pick = (from: Map<string, string>) =>
    Object.fromEntries(different.slice(0, mostShown).map((name) => [name, from.get(name)]));
  assert.deepEqual(pick(now), pick(known), `${different.length} cards read otherwise. Read what changed. ${advice}`);
}

function readsPlainly({ name, language, card }: State): void {
  const plain = plainText(card, createFormat(language, 'UTC').colon);
  const lines = new Set(plain.split('\n'));
  for (const { node, type } of placesOf(card.content)) {
    const text = String(node['text'] ?? '').trim();
    if ((type === 'TextBlock' || type === 'TextRun') && text !== '›')
      assert.ok(plain.includes(text), `${name}, ${language}: ${text}`);
    if (type === 'Action.OpenUrl') assert.ok(plain.includes(String(node['url'])), `${name}, ${language}`);
    if (type.startsWith('Input.') && isNode(node))
      assert.ok(!lines.has(String(node['label'])), `${name}, ${language}: ${String(node['label'])}`);
  }
  assert.doesNotMatch(plain, /undefined|\[object|›$|\n\n\n/m, `${name}, ${language}`);
}
