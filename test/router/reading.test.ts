import assert from 'node:assert/strict';
import { allCommands } from '../../bot/commands.ts';
import type { UserError } from '../../bot/core/command.ts';
import { argument, type IdName, ids } from '../../bot/language/arguments.ts';
import { createLanguages, type Language } from '../../bot/language/index.ts';
import { refusalOf } from '../../bot/router/misread.ts';
import { createReader } from '../../bot/router/reading.ts';

const { en } = createLanguages('UTC');

const reader = createReader(allCommands);

const read = (text: string): [string, Record<string, string>] => {
  const found = reader.read(text);
  if ('misread' in found) assert.fail(found.misread);
  return [found.command.name, found.args];
};

/** What somebody is told who typed that. */
const refusal = (text: string, language: Language): UserError => {
  const found = reader.read(text);
  if (!('misread' in found) || found.misread === 'unknown') assert.fail('was read, or is no command at all');
  return refusalOf(found, language);
};

describe('reading what people type', () => {
  const same: [string, [string, Record<string, string>]][] = [
    ['', ['hello', {}]],
    ['Bonjour !', ['hello', {}]],
    ['PURCHASES', ['purchases', {}]],
    ['achats', ['purchases', {}]],
    ['purchases P-3', ['purchases', { purchase: 'P-3' }]],
    ['p3', ['purchase', { purchase: 'p3' }]],
    ['P-3', ['purchase', { purchase: 'P-3' }]],
    ['purchase 3', ['purchase', { purchase: 'P-3' }]],
    ['classify 3 central', ['classify', { purchase: 'P-3', kind: 'central' }]],
    ['purchases 365', ['purchases', { words: '365' }]],
    ['purchase plan 2', ['purchase', { words: 'plan 2' }]],
    ['journal jusqu’à : 31/01/2026', ['audit', { until: '2026-01-31' }]],
    ['audit action:"type confirmé"', ['audit', { action: 'classified' }]],
    ['audit action:exp', ['audit', { action: 'exported' }]],
    ['audit action:"kind settled"', ['audit', { action: 'classified' }]],
    ['audit action:"kind confirmed"', ['audit', { action: 'classified' }]],
    ['journal action:"demande abandonnée"', ['audit', { action: 'takeover-withdrawn' }]],
    ['audit action:pris', ['audit', { action: 'taken' }]],
    ['défaire CH-2', ['undo', { change: 'CH-2' }]],
    ['annuler ce changement CH-2', ['undo', { change: 'CH-2' }]],
    ['annuler CH-2', ['undo', { change: 'CH-2' }]],
    ['abandonner TK-4', ['withdraw', { request: 'TK-4' }]],
    ['annuler la demande TK-4', ['withdraw', { request: 'TK-4' }]],
    ['réaffecter TK-4 Megan', ['reassign', { request: 'TK-4', person: 'Megan' }]],
    ['transmettre TK-4 Megan', ['reassign', { request: 'TK-4', person: 'Megan' }]],
    ['socle corriger', ['baseline', { task: 'fix' }]],
    ['référence corriger', ['baseline', { task: 'fix' }]],
    ['baseline fix drift', ['baseline', { task: 'fix' }]],
    ['purchases self-service', ['purchases', { kind: 'self-service' }]],
    ['achats libre service', ['purchases', { kind: 'self-service' }]],
    ['achats en libre‑service', ['purchases', { kind: 'self-service' }]],
    ['purchases tous', ['purchases', { kind: 'all' }]],
    ['purchases product:“power bi” by:Élodie', ['purchases', { product: 'power bi', by: 'Élodie' }]],
    ['achats produit : « power bi » visio', ['purchases', { product: 'power bi', words: 'visio' }]],
    ['purchases expires < 30d', ['purchases', { expires: '30' }]],
    ['achats expire<30 j', ['purchases', { expires: '30', words: 'j' }]],
    ['achats expire<=30j', ['purchases', { expires: '30' }]],
    ['purchases since:31/12/2025', ['purchases', { since: '2025-12-31' }]],
    ['purchases since:2025-1-5', ['purchases', { since: '2025-01-05' }]],
    ['achats état:supprimé tri:quantité', ['purchases', { status: 'Deleted', sort: 'quantity' }]],
    ['purchases since:yesterday', ['purchases', { since: 'yesterday' }]],
    ['achats depuis lundi', ['purchases', { since: 'monday', sort: 'bought' }]],
    ['purchases visio since monday', ['purchases', { since: 'monday', words: 'visio' }]],
    ['purchases expires<2w', ['purchases', { expires: '14' }]],
    ['achats expire<3 mois', ['purchases', { expires: '3', words: 'mois' }]],
    ['purchases expires<9999m', ['purchases', { expires: '3660' }]],
    ['purchases next 9999 weeks', ['purchases', { expires: '3660' }]],
    ['purchases expires<9999', ['purchases', { expires: '3660' }]],
    ['achats dans les 30 prochains jours visio', ['purchases', { expires: '30', words: 'visio' }]],
    ['purchases trial by adele vance', ['purchases', { status: 'trial', by: 'adele vance' }]],
    ['purchases of the adele', ['purchases', { words: 'adele' }]],
    ['could you block visio please?', ['block', { order: 'visio' }]],
    ['purchases page:3 visio adele', ['purchases', { page: '3', words: 'visio adele' }]],
    ['who am I', ['whoami', {}]],
    ['Mes droits', ['whoami', {}]],
    ['qui suis-je', ['whoami', {}]],
    ['etat', ['status', {}]],
    ['status refresh', ['status', { again: 'again' }]],
    ['langue ANGLAIS', ['language', { language: 'en' }]],
    ['aide achats', ['help', { command: 'achats' }]],
    ['purchase P\u20113', ['purchase', { purchase: 'P\u20113' }]],
    ['P – 3', ['purchase', { purchase: 'P–3' }]],
    ['take P 3', ['take', { purchase: 'P3' }]],
    ['take\u00a0P\u2212\u00a03', ['take', { purchase: 'P\u22123' }]],
    ['approve ＴＫ－４', ['approve', { request: 'TK-4' }]],
    ['approve TK\u200b-4', ['approve', { request: 'TK-4' }]],
    ['purchases expires<３０d', ['purchases', { expires: '30' }]],
    ['purchases by：adele', ['purchases', { by: 'adele' }]],
    ["purchases by:'jean pierre' visio", ['purchases', { by: 'jean pierre', words: 'visio' }]],
    ['purchases by:d’arc', ['purchases', { by: 'd’arc' }]],
    ['purchases since:2025‑01–05', ['purchases', { since: '2025-01-05' }]],
    ['purchases http://x/y', ['purchases', { words: 'http:http://x/y'.slice(5) }]],
  ];
  for (const [text, expected] of same) {
    it(`“${text}” is ${expected[0]} ${JSON.stringify(expected[1])}`, () => assert.deepEqual(read(text), expected));
  }

  const refused: [string, RegExp][] = [
    [
      'purchases status:weird',
      /I didn’t understand “weird” for “status”. Possible: active, .* trial, purchaser left, asked, kept, bought by me and mine to do/,
    ],
    ['purchases since:someday', /I didn’t understand the date “someday”\. Write it like 2026-01-31/],
    ['purchases since:31/02/2026', /I didn’t understand the date “31\/02\/2026”/],
    ['purchases expires<soon', /I didn’t understand “soon”\. Write a number of days/],
    ['purchases page:0', /A page is a number starting from 1/],
    ['purchases page:-1', /A page is a number starting from 1/],
    ['audit action:a', /I didn’t understand “a” for “action”\. Possible: Kind confirmed, Taken on/],
    ['purchase P-3 P-4', /^One purchase at a time/],
    ['take P-3 please P-4', /^I can’t tell which purchases you mean/],
    ['purchases by:adele by:megan', /You gave “by” twice/],
    ['whoami please tell me', /I didn’t understand “please tell me” in “whoami”\. For example: “whoami again”/],
    ['x'.repeat(20_000), /too long for me: 20,000 characters/],
  ];
  for (const [text, words] of refused) {
    it(`“${text.slice(0, 40)}” is refused in words`, () => {
      assert.match(refusal(text, en).message, words);
    });
  }

  it('reads “cancel” and “yes” as a question what waits, whatever stands after them, and a change’s id alone as the change', () => {
    for (const text of ['cancel', 'cancel everything now', 'annuler tout']) assert.equal(read(text)[0], 'change', text);
    for (const text of ['yes', 'oui', 'ok', 'non', 'approve it', 'j’approuve'])
      assert.deepEqual(read(text), ['waiting', {}], text);
    assert.deepEqual(read('CH-2'), ['change', { change: 'CH-2' }]);
    assert.deepEqual(read('apply CH-2'), ['apply', { change: 'CH-2' }]);
  });

  for (const [name, letters] of Object.entries(ids) as [IdName, string][]) {
    it(`an id of a ${name} is ${letters}-4, however it is typed, and the letters of no other`, () => {
      const dashes = ['\u2010', '\u2011', '\u2012', '–', '—', '\u2212', '\u00ad', ' - ', '－', '\u00a0'];
      for (const text of [
        `${letters}-4`,
        ` ${letters.toLowerCase()}4 `,
        `${letters} 4`,
        ...dashes.map((dash) => `${letters}${dash}4`),
      ])
        assert.equal(argument[name].parse(text), `${letters}-4`);
      for (const text of ['4', `${letters}-0`, `${letters}-`, `X${letters}-4`, `${letters}X-4`])
        assert.equal(argument[name].safeParse(text).success, false, text);
    });
  }

  it('leaves a sentence its quotes', () => {
    const order = 'visio, "Power BI Pro" because we buy it';
    assert.deepEqual(read(`block ${order}`), ['block', { order }]);
  });

  it('reads right-to-left text as words, and drops the marks that only steer its direction', () => {
    assert.deepEqual(read('purchases \u202eאדל\u202c'), ['purchases', { words: 'אדל' }]);
  });
});
