/** Filters of the list of purchases: several together, what is left out, and the same ones for the file. */
import assert from 'node:assert/strict';
import { allCommands } from '../../bot/commands.ts';
import { createReader } from '../../bot/router/reading.ts';
import type { Purchase } from '../../store/records.ts';
import { linkOf, rowsOf } from '../exports/exported.ts';
import { actsIn } from '../world/acts.ts';
import { openWorld, type World } from '../world/world.ts';

describe('filters of purchases', () => {
  let world: World;
  const { says } = actsIn(() => world);
  before(async () => {
    world = await openWorld({ limited: false });
  });
  after(() => world.close());

  const counted = (fits: (purchase: Purchase) => boolean): number =>
    [...world.purser.store.all('purchases')].filter((each) => each.kind === 'self-service' && fits(each)).length;
  const countIn = (card: string): number => Number(/^(\d+)(?: of \d+)? purchases?/m.exec(card)?.[1] ?? -1);
  const isVisio = ({ skuPart }: Purchase): boolean => /visio/i.test(skuPart);

  it('take two states at once: of Microsoft’s either, of what people call one both', async () => {
    const { alex } = world.people;
    const [one] = [...world.purser.store.all('purchases')].filter(
      ({ kind, status }) => kind === 'self-service' && status === 'Deleted',
    );
    await world.purser.store.transact((tx) => one && tx.put('purchases', { ...one, trial: true }));
    const either = await says(alex, 'purchases deleted suspended');
    assert.equal(
      countIn(either),
      counted(({ status }) => status === 'Deleted' || status === 'Suspended'),
    );
    assert.match(either, /Filter: deleted or suspended/);
    const both = await says(alex, 'purchases trial deleted');
    assert.equal(
      countIn(both),
      counted(({ status, trial }) => status === 'Deleted' && trial),
    );
    assert.match(both, /Filter: trial and deleted/);
    assert.match(await says(alex, 'achats essai et supprimé', 'fr-FR'), /Filtre : essai et supprimé/);
  });

  it('leave something out, in both languages, and one after the other', async () => {
    const { alex } = world.people;
    const card = await says(alex, 'purchases self-service except visio');
    assert.equal(
      countIn(card),
      counted((each) => !isVisio(each)),
    );
    assert.match(card, /Filter: without “visio”/);
    assert.match(await says(alex, 'achats sauf visio', 'fr-FR'), /Filtre : sans « visio »/);
    const two = await says(alex, 'purchases self-service except visio and project');
    assert.equal(
      countIn(two),
      counted((each) => !isVisio(each) && !/project/i.test(each.skuPart)),
    );
  });

  it('that find nothing name the nearest that does', async () => {
    const { alex } = world.people;
    const card = await says(alex, 'purchases trial deleted by:lidia');
    assert.match(card, /\[trial and deleted: 1\]/);
  });

  it('are the same for the file, which has every state the list shows', async () => {
    const { alex } = world.people;
    const [id] = [...world.purser.store.all('purchases')]
      .filter(({ kind, status, skuPart }) => kind === 'self-service' && status === 'Enabled' && !/visio/i.test(skuPart))
      .map(({ id: each }) => each);
    await says(alex, `take ${id}`);
    for (const filter of [
      'deleted suspended',
      'self-service except visio',
      'trial',
      'left',
      'asked',
      'mine to do',
      'next 30 days',
    ]) {
      const listed = countIn(await says(alex, `purchases ${filter}`));
      const card = await says(alex, `export purchases ${filter}`);
      const rows = /doesn’t contain|Nothing|nothing/.test(card)
        ? []
        : await rowsOf(await linkOf(alex, `export purchases ${filter}`));
      assert.equal(rows.length, Math.max(0, listed), filter);
      const taken = rows.find((row) => row['Purchase'] === id);
      if (taken) assert.deepEqual([taken['Being handled'], taken['By']], ['in hand', 'Alex Wilber']);
    }
  });

  it('by quantity say what they leave out, and what is no number is said to be none', async () => {
    const { alex } = world.people;
    const card = await says(alex, 'purchases quantity>10');
    assert.match(card, /Filter: more than 10 licences/);
    const shown = [...card.matchAll(/ × (\d+) ›/g)].map(([, count]) => Number(count));
    assert.ok(shown.length > 0 && shown.every((count) => count > 10), shown.join());
    assert.match(await says(alex, 'achats quantité<2', 'fr-FR'), /moins de 2 licences/);
    assert.match(await says(alex, 'purchases quantity>many'), /I didn’t understand the number “>many”/);
    assert.match(await says(alex, 'purchases quantity>9000'), /No purchase|None|Nothing/i);
  });

  it('are read however they are said', () => {
    const reader = createReader(allCommands);
    const said: [string, object][] = [
      ['purchases trial', { status: 'trial' }],
      ['achats essai', { status: 'trial' }],
      ['purchases deleted', { status: 'Deleted' }],
      ['achats supprimés', { status: 'Deleted' }],
      ['purchases suspended', { status: 'Suspended' }],
      ['achats suspendus', { status: 'Suspended' }],
      ['purchases left', { status: 'left' }],
      ['achats partis', { status: 'left' }],
      ['purchases new', { sort: 'bought' }],
      ['achats nouveaux', { sort: 'bought' }],
      ['purchases asked', { status: 'asked' }],
      ['purchases mine', { status: 'mine' }],
      ['purchases mine to do', { status: 'todo' }],
      ['purchases next 30 days', { expires: '30' }],
      ['achats des 30 prochains jours', { expires: '30' }],
      ['purchases since:monday', { since: 'monday' }],
      ['achats achetés depuis lundi', { since: 'monday', sort: 'bought' }],
      ['purchases expires<2w', { expires: '14' }],
      ['achats par adele', { by: 'adele' }],
      ['purchases quantity>10', { quantity: '>10' }],
      ['purchases quantity:10', { quantity: '10' }],
      ['purchases seats>=10', { quantity: '>9' }],
      ['achats quantité<5', { quantity: '<5' }],
      ['purchases of more than 10 licences', { quantity: '>10' }],
      ['which purchases have at least 20 seats', { quantity: '>19' }],
      ['achats de plus de 10 licences', { quantity: '>10' }],
      ['quels achats ont au moins 20 places', { quantity: '>19' }],
      ['purchases without visio', { except: 'visio' }],
      ['achats sans visio', { except: 'visio' }],
      ['purchases trial or deleted', { states: 'trial,Deleted' }],
      ['purchases trial trial', { status: 'trial' }],
      ['purchases trial except visio by:adele', { status: 'trial', except: 'visio', by: 'adele' }],
    ];
    for (const [text, args] of said) {
      const read = reader.read(text);
      assert.ok(!('misread' in read), text);
      assert.deepEqual(read.args, args, text);
    }
  });
});
