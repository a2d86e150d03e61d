/** Text and values as others send them: cleaned and bounded once, where they come in. */
import assert from 'node:assert/strict';
import { clean, countOf, hasWords, isAddress, oneLine, paragraphs } from '../bot/foreign.ts';
import { cut } from '../cards/characters.ts';
import { people } from './stand-ins/tenant/index.ts';
import { actsIn, confirming } from './world/acts.ts';
import { minute } from './world/clock.ts';
import { openWorld, type World } from './world/world.ts';

/** Nothing that turns, hides or breaks what stands beside it; Purser's own isolates are no such thing. */
const unseen = /(?!\n|\u2068|\u2069|\u200d|\ufe0f)[\p{Cc}\p{Cf}]/u;

describe('foreign text', () => {
  const cases: [what: string, from: string, to: string][] = [
    ['an override', '\u202egpj.exe', 'gpj.exe'],
    ['marks and isolates of direction', 'a\u200e\u200f\u061c\u2066b\u2069', 'ab'],
    ['a zero-width space, and a byte order mark', 'Ad\u200be\ufeffle', 'Adele'],
    ['control characters of both sets', 'a\u0000\u0007\u009bb', 'ab'],
    ['a soft hyphen, a joiner between Latin letters', 'Ad\u00ade\u200dle', 'Adele'],
    ['fillers that look like nothing', '\u3164\u115f\uffa0', ''],
    ['half a character', 'a\ud83d', 'a'],
    ['a tag hidden behind letters', 'ok\u{e0041}\u{e0042}', 'ok'],
    ['letters in pieces', 'Jose\u0301', 'José'],
    ['a tower of accents', `e${'\u0301'.repeat(50)}x`, `é${'\u0301'.repeat(5)}x`],
  ];
  for (const [what, from, to] of cases) it(`loses ${what}`, () => assert.equal(clean(from), to));

  it('keeps what is seen: pictures of several, flags, and the joiners of scripts that spell with them', () => {
    for (const text of ['👩🏽‍⚖️', '👨‍👩‍👧', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '❤️', '#️⃣', 'می‌خواهم', 'क्‍ष', '葛\u{e0100}', 'O’Neil', 'محمد', '\u0600١'])
      assert.equal(clean(text), text.normalize('NFC'));
  });

  it('is one line where it is a name, and keeps its paragraphs where people wrote them', () => {
    assert.equal(oneLine(' Adele\r\n\u2028Vance\t '), 'Adele Vance');
    assert.equal(paragraphs('one \r\n\r\n\r\n\r\n two\u2028three  four'), 'one\n\ntwo\nthree four');
    assert.equal(cut('👨‍👩‍👧'.repeat(3), 2), '👨‍👩‍👧'.repeat(2));
    assert.equal(oneLine('e\u0301'.repeat(300)).length, 256);
  });

  it('gives a reason only where there is a letter or a digit to read', () => {
    for (const nothing of ['', '\u200b', '\u3164', '\u2800', ' … ', '👍', '—', '\u202e\u2069'])
      assert.equal(hasWords(nothing), false);
    for (const words of ['ok', '7', '是', 'لا', '👍 yes']) assert.equal(hasWords(words), true);
  });

  it('is an address only where mail could go to it', () => {
    assert.deepEqual(['a@b', 'a b@c', 'a@b@c', '<a@b>', 'a@b,c@d', 'a'].map(isAddress), [
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('is a number only where it can be counted with', () => {
    const numbers = [0, 12, -3, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '7', null];
    assert.deepEqual(numbers.map(countOf), [0, 12, null, null, null, null, null, null, null]);
  });
});

describe('what Microsoft and Teams say', () => {
  let world: World;
  const { says } = actsIn(() => world);
  const shown = () => JSON.stringify([...world.teams.log]);
  before(async () => {
    world = await openWorld({ unread: true });
    world.teams.limits.on = false;
    const { users, subscriptions } = world.tenant.company;
    const named = (id: string, displayName: string) => Object.assign(users.get(id) ?? {}, { displayName });
    named(people.adele, '\u202eecnaV\u202c\nAdele\u200b Vance\u0007');
    named(people.rightToLeft, 'דנה לוי');
    named(people.joni, ' \u200b\u3164 ');
    const [first, second, third] = subscriptions.filter(
      ({ ownerId, status }) => ownerId === people.adele && status === 'Enabled',
    );
    assert.ok(first && second && third);
    Object.assign(first, { totalLicenses: -3 });
    Object.assign(second, { ownerId: people.joni, totalLicenses: 2.5 });
    Object.assign(third, { ownerId: people.rightToLeft, nextLifecycleDateTime: '0001-01-01T00:00:00Z' });
    await world.purser.sync.run();
  });
  after(() => world.close());
  beforeEach(() => world.clock.advance(minute));

  it('reaches no card, notification or journal with what turns or hides text', async () => {
    const card = await says(world.people.alex, 'purchases by:adele');
    assert.match(card, /ecnaV Adele Vance/);
    assert.doesNotMatch(shown(), unseen);
    assert.doesNotMatch(shown(), /\\u202e|\\u200b|\\u0007/i);
  });

  it('names an account without a name by what it signs in with', async () => {
    assert.match(await says(world.people.alex, 'purchases by:joni'), /joni[^\n]*@contoso/i);
  });

  it('sets a name written from right to left apart from what stands beside it', async () => {
    const list = await says(world.people.alex, 'purchases by:דנה');
    assert.match(list, /\u2068דנה לוי\u2069/);
    const id = /P-\d+/.exec(list)?.[0];
    await says(world.people.alex, `purchase ${id}`);
    const post = world.people.alex.chat.last;
    assert.match(post?.from === 'bot' ? (post.summary ?? '') : '', /bought by \u2068דנה לוי\u2069$/);
  });

  it('counts with no number that is none', async () => {
    const odd = [...world.purser.store.all('purchases')].filter(({ quantity }) => quantity === null);
    assert.equal(odd.length, 2);
    const card = await says(world.people.alex, `purchase ${odd[0]?.id}`);
    assert.match(card, /Quantity \| unknown/);
    assert.doesNotMatch(card, /-3/);
    assert.match(await says(world.people.alex, `purchases all ${odd[0]?.id}`), /unknown number of seats/);
  });

  it('is no date where it is none of our time', async () => {
    const card = await says(world.people.alex, 'purchases by:דנה');
    assert.match(card, / · no date known · P-\d+/);
    assert.doesNotMatch(card, /0001|10000/);
  });

  it('takes no sign or picture for a reason, typed or entered', async () => {
    const { alex } = world.people;
    const id = [...world.purser.store.all('purchases')].find(
      ({ purchaser, status }) => purchaser === people.rightToLeft && status === 'Enabled',
    )?.id;
    await says(alex, `classify ${id} self-service`);
    await says(alex, `ask ${id} because \u200b`);
    await alex.press(confirming, { inputs: { reason: '\u3164👍' } });
    const asked = [...world.purser.store.all('notices')]
      .map(({ saying }) => saying)
      .find(({ card }) => card === 'asked');
    assert.equal(asked?.card === 'asked' && asked.why, null);
    const [entry] = [...world.purser.store.all('audit')].filter(({ action }) => action === 'asked');
    assert.equal(entry?.why, null);
  });

  it('is typed without what can’t be seen', async () => {
    await says(world.people.alex, 'block visio\u200b plan 2 because \u202ewe own\u2066 it');
    const [change] = [...world.purser.store.all('changes')];
    assert.equal(change?.why, 'we own it');
  });
});
