/** The same decision about several purchases at once, and giving back what somebody has in hand. */
import assert from 'node:assert/strict';
import { allCommands } from '../../bot/commands.ts';
import { createReader } from '../../bot/router/reading.ts';
import type { Purchase } from '../../store/records.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { people as ids } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { openWorld, type World } from '../world/world.ts';

/** The button that does it. */
const doIt = /^(Handle|Give back|Confirm|Send) \d+ (purchase|message)s?$/;
const faire = /^(Confirmer|M’occuper de) \d+ achats?$/;

describe('several purchases at once', () => {
  let world: World;
  const { says, settles } = actsIn(() => world);
  beforeEach(async () => {
    world = await openWorld({ limited: false });
  });
  afterEach(() => world.close());

  const all = (fits: (purchase: Purchase) => boolean): string[] =>
    [...world.purser.store.all('purchases')].filter(fits).map(({ id }) => id);
  /** Bought by colleagues who are here, and running. */
  const running = (): string[] => {
    const { adele, elodie, lidia } = ids;
    return all(
      ({ kind, status, purchaser }) =>
        kind === 'self-service' && status === 'Enabled' && [adele, elodie, lidia].includes(purchaser ?? ''),
    );
  };
  const the = (id: string): Purchase => world.purser.store.get('purchases', id) ?? assert.fail(id);
  const audited = (action: string): (string | null)[] =>
    [...world.purser.store.all('audit')].filter((entry) => entry.action === action).map(({ purchase }) => purchase);
  const presses = async (person: Person, title: string | RegExp, inputs = {}): Promise<string> => {
    world.clock.advance(10_000);
    await person.press(title, { inputs });
    return person.card().replace(/[\u00a0\u202f]/g, ' ');
  };
  /** "P-3": why, of those under a heading. */
  const under = (card: string, heading: RegExp): string =>
    card.split(/\n(?=(?:Will|Won’t|Done|Not done)\b)/).find((part) => heading.test(part)) ?? '';

  it('are taken in hand after one confirmation, each with an entry of the journal of its own', async () => {
    const { alex } = world.people;
    const [one = '', two = '', three = ''] = running();
    const card = await says(alex, `take ${one}, ${two} and ${three}`);
    assert.match(card, /^Handle 3 purchases yourself\?/);
    for (const id of [one, two, three]) assert.match(under(card, /^Will be done \(3\)/), new RegExp(`\\b${id}\\b`));
    assert.deepEqual(audited('taken'), [], 'nothing yet');
    assert.match(await presses(alex, doIt), /^You’re handling 3 more purchases/);
    assert.deepEqual(audited('taken'), [one, two, three]);
    for (const id of [one, two, three]) assert.equal(the(id).decision?.kind, 'in-hand');
  });

  it('say of each that can’t be done why not, and do the others', async () => {
    const { alex, isaiah } = world.people;
    const [one = '', two = '', three = ''] = running();
    const [central = ''] = all(({ kind, status }) => kind === 'central' && status === 'Enabled');
    const [ended = ''] = all(({ status, kind }) => status === 'Deleted' && kind === 'self-service');
    await says(isaiah, `take ${two}`);
    await says(alex, `take ${three}`);
    const card = await says(alex, `take ${[one, two, three, central, ended, 'P-99999'].join(' ')}`);
    assert.match(under(card, /^Will be done \(1\)/), new RegExp(`${one}\\b`));
    const wont = under(card, /^Won’t be done \(5\)/);
    for (const [id, why] of [
      [two, 'Isaiah Langer is already handling'],
      [three, 'You’re already handling'],
      [central, 'is probably bought centrally'],
      [ended, 'has ended'],
      ['P-99999', 'I can’t find purchase P-99999'],
    ] as const)
      assert.match(wont, new RegExp(`${id}[^\\n]*\\n[^\\n]*${why}`), id);
    const done = await presses(alex, doIt);
    assert.match(done, /^You’re handling 1 more purchase\n/);
    assert.equal(the(two).decision?.kind === 'in-hand' && the(two).decision?.name, 'Isaiah Langer');
  });

  it('are decided once, though two people confirm at once, or one presses twice', async () => {
    const { alex, isaiah } = world.people;
    const list = running().slice(0, 4);
    await says(alex, `take ${list.join(' ')}`);
    await says(isaiah, `take ${list.join(' ')}`);
    await Promise.all([alex.press(doIt), isaiah.press(doIt)]);
    assert.equal(audited('taken').length, 4);
    assert.equal(new Set(list.map((id) => the(id).decision?.by)).size, 1);
    await says(alex, `release ${list.join(' ')}`);
    await alex.press(doIt);
    await says(alex, `take ${list.join(' ')}`);
    await alex.press(doIt);
    assert.match(await says(alex, `take ${list.join(' ')} confirm`), /^Nothing was changed\n/);
    assert.equal(audited('taken').length, 8);
  });

  it('are asked about with one reason, each purchaser in their own chat, and once where it is pressed twice', async () => {
    const { alex, adele } = world.people;
    const mine = running().filter((id) => the(id).purchaser === ids.adele);
    const [one = '', two = '', three = ''] = mine;
    await says(alex, `classify ${one} ${two} self-service`);
    await presses(alex, doIt);
    const before = adele.inbox().length;
    const card = await says(alex, `ask ${mine.slice(0, 3).join(', ')} because we own it`);
    assert.match(card, /^Ask the purchasers of 2 purchases to cancel\?/);
    assert.match(under(card, /^Won’t be done \(1\)/), new RegExp(`${three}: nobody has confirmed`));
    assert.match(card, /\[Confirm 1 as self-service\]/);
    await presses(alex, /^Send/, { reason: 'we own it' });
    await settles();
    assert.deepEqual(audited('asked'), [one, two]);
    assert.equal(adele.inbox().length - before, 2);
    assert.match(adele.card(), /we own it/);
    assert.match(await says(alex, `ask ${one} ${two}`), /Nothing can be done for any of these[\s\S]*already asked/);
  });

  it('are classified as what is said, or it is asked which; what is so already stays', async () => {
    const { alex } = world.people;
    const [one = '', two = ''] = running();
    assert.match(
      await says(alex, `classify ${one} ${two}`),
      /Who bought these 2: people themselves, or the organisation\?/,
    );
    assert.match(await presses(alex, 'It’s self-service'), /Confirmed for good as self-service/);
    await presses(alex, doIt);
    assert.deepEqual(audited('classified'), [one, two]);
    assert.match(await says(alex, `classify ${one} ${two} self-service`), /is confirmed as self-service already/);
    await says(alex, `classer ${one} ${two} central`, 'fr-FR');
    await presses(alex, faire);
    assert.deepEqual([the(one).kind, the(two).kind], ['central', 'central']);
  });

  it('are 25 at most, and nobody but an admin decides', async () => {
    const { alex, adele, patti } = world.people;
    const many = Array.from({ length: 26 }, (_, n) => `P-${n + 1}`).join(' ');
    assert.match(await says(alex, `take ${many}`), /At most 25 purchases at once; you named 26/);
    for (const person of [adele, patti])
      for (const words of ['take P-3 P-5', 'ask P-3 P-5', 'classify P-3 P-5 central', 'release P-3 P-5'])
        assert.match(await says(person, words), /Only admins can do that/);
    assert.equal(world.purser.store.count('audit'), 0);
  });

  it('are 25 on a card that Teams still takes, however long their names are', async () => {
    const { alex } = world.people;
    const list = all(({ kind }) => kind === 'self-service').slice(0, 25);
    await world.purser.store.transact((tx) => {
      for (const product of [...tx.all('products')])
        tx.put('products', { ...product, name: `${product.name} `.repeat(12) });
      for (const person of [...tx.all('people')]) tx.put('people', { ...person, name: 'Ж'.repeat(200) });
    });
    for (const words of [`ask ${list.join(' ')}`, `take ${list.join(' ')}`, `classify ${list.join(' ')} central`]) {
      await says(alex, words);
      const size = Buffer.byteLength(JSON.stringify(alex.chat.last?.card ?? {}));
      assert.ok(size > 5_000 && size < 25_000, `${words.slice(0, 8)}: ${size}`);
    }
  });

  it('are chosen from the list by ticks, and nothing is done where none is ticked', async () => {
    const { alex } = world.people;
    await says(alex, 'purchases self-service');
    const card = await presses(alex, 'Choose several');
    assert.match(card, /^Choose several purchases/);
    const [one = '', two = ''] = [...card.matchAll(/\b(P-\d+)$/gm)].map(([, id]) => id);
    assert.ok(one && two, card);
    assert.match(
      await presses(alex, 'I’ll handle it', { several: `${one},${two}` }),
      /^Handle [12] purchases? yourself\?/,
    );
    await says(alex, 'purchases self-service');
    await presses(alex, 'Choose several');
    const nothing = alex.press('I’ll handle it', { inputs: { several: '' } });
    await assert.rejects(nothing, /would not send this: .*Tick at least one purchase/);
    assert.deepEqual(audited('taken'), []);
    await says(world.people.lee, 'purchases self-service');
    assert.doesNotMatch(world.people.lee.card(), /Choose several/);
  });

  it('on hold are decided, and the answer says that nothing is sent yet; in French as well', async () => {
    const { alex } = world.people;
    const [one = '', two = ''] = running();
    await says(alex, 'pause everything because test');
    alex.locale = 'fr-FR';
    const card = await says(alex, `je m’en occupe ${one} et ${two}`, 'fr-FR');
    assert.match(card, /Vous occuper de 2 achats \?[\s\S]*Sera fait \(2\)/);
    assert.match(await presses(alex, faire), /Vous vous occupez de 2 achats de plus/);
  });

  it('are given back, by whoever has them or by an admin, who tells that person', async () => {
    const { alex, isaiah } = world.people;
    const [one = '', two = ''] = running();
    await says(isaiah, `take ${one}`);
    await says(alex, `take ${two}`);
    assert.match(await says(alex, `release ${two}`), /is given back\. It’s on the list/);
    assert.match(await says(alex, `libérer ${two}`, 'fr-FR'), /Personne ne s’occupe de P-\d+/);
    assert.match(await says(alex, `rendre ${one}`, 'fr-FR'), /est rendu/);
    await settles();
    assert.match(isaiah.card(), /Alex Wilber gave back [^\n]*, which you were handling/);
    assert.deepEqual(audited('released'), [two, one]);
    assert.deepEqual([the(one).decision, the(two).decision], [null, null]);
    await says(isaiah, `take ${one}`);
    await presses(isaiah, 'Give back');
    assert.equal(the(one).decision, null);
    assert.match(await says(alex, 'audit action:released'), /Given back/);
  });

  it('what was asked is given back without a follow-up, and the purchaser’s request stays', async () => {
    const { alex } = world.people;
    const [one = ''] = running();
    await says(alex, `classify ${one} self-service`);
    await says(alex, `ask ${one}`);
    await presses(alex, /^Send to/);
    assert.match(await says(alex, `release ${one}`), /The purchaser’s request stays/);
    const followUp = [...world.purser.store.all('notices')].find(({ saying }) => saying.card === 'still-there');
    assert.equal(followUp?.outcome, 'moot');
    assert.equal(
      [...world.purser.store.all('notices')].find(({ saying }) => saying.card === 'asked')?.outcome,
      'waiting',
    );
  });
});

describe('several numbers in a sentence', () => {
  const reader = createReader(allCommands);
  const read = (text: string): unknown => {
    const found = reader.read(text);
    return 'misread' in found ? found.misread : { [found.command.name]: found.args };
  };

  it('are read however they are written', () => {
    for (const text of [
      'take P-3 P-5',
      'take p3, p5',
      'take P-3,P-5',
      'take 3 5',
      'take 3,5',
      'take P-3 and P-5',
      'take P–3 & P 5',
      'je m’en occupe P-3 et P-5',
      'take P-3 P-5 P-3',
    ])
      assert.deepEqual(read(text), { take: { several: 'P-3,P-5' } }, text);
    assert.deepEqual(read('ask P-3, P-48 because P-5 is enough'), {
      ask: { several: 'P-3,P-48', reason: 'because P-5 is enough' },
    });
    assert.deepEqual(read('classify self-service P-3 P-48'), {
      classify: { several: 'P-3,P-48', kind: 'self-service' },
    });
    assert.deepEqual(read('take P-3 P-3'), { take: { purchase: 'P-3' } });
    assert.deepEqual(read('ask P-3 because of 5 reasons'), {
      ask: { purchase: 'P-3', reason: 'because of 5 reasons' },
    });
  });

  it('are not guessed at where something stands between them, or one is taken out', () => {
    for (const text of [
      'take P-3 P-5 but not P-8',
      'ask P-3 P-5 but not P-8',
      'ask P-3 please soon P-5',
      'take P-3 P-5 except P-5',
      'take P-3 to P-9',
    ])
      assert.ok(typeof read(text) === 'string', `${text}: ${JSON.stringify(read(text))}`);
  });
});
