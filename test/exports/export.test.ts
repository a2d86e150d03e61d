/** Files to take away [14]: what stands in them. */
import assert from 'node:assert/strict';
import { openWorld, type World } from '../world/world.ts';
import { linkOf, rowsOf } from './exported.ts';

const minute = 60_000;

describe('an export', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
    world.teams.limits.on = false;
  });
  after(() => world.close());
  beforeEach(() => world.clock.advance(minute));

  it('of purchases holds every one, with its facts', async () => {
    const card = await world.people.alex.ask('export purchases');
    assert.match(card, /^Your file is ready\nData as of 17 Nov 2026[\s\S]*Contains \| Purchases\nRows \| 72\n/);
    assert.match(card, /Valid until \| 17 Nov 2026, \d\d:\d\d, or 3 downloads/);
    const rows = await rowsOf((await world.people.alex.press('Download')).url ?? '');
    assert.equal(rows.length, 72);
    assert.equal(new Set(rows.map((row) => row['Purchase'])).size, 72);
    const adele = rows.find(
      (row) => row['Purchaser'] === 'Adele Vance' && row['Microsoft SKU'] === 'PROJECT_PLAN3_DEPT',
    );
    assert.equal(adele?.['Quantity'], '10');
    assert.equal(adele?.['Renews or ends'], '2026-11-22');
    assert.equal(adele?.['Holders'], 'unknown', 'Microsoft doesn’t say whose licence comes from which');
    assert.equal(adele?.['Department'], 'Retail');
  });

  it('[14] of licences holds a row for each holder and product, with the purchaser where that is known', async () => {
    const rows = await rowsOf(await linkOf(world.people.alex, 'export licences'));
    const own = new Set(
      [...world.purser.store.all('purchases')].flatMap(({ kind, status, sku }) =>
        kind === 'self-service' && status !== 'Deleted' ? [sku] : [],
      ),
    );
    const held = [...own].reduce((sum, sku) => sum + (world.purser.store.get('holdings', sku)?.holders.length ?? 0), 0);
    assert.equal(rows.length, held);
    const clipchamp = rows.filter((row) => row['Product'] === 'Clipchamp Premium');
    assert.deepEqual(new Set(clipchamp.map((row) => row['Purchaser'])), new Set(['🦊 Zoë Fuchs 👩‍💻']));
    const shared = rows.filter((row) => row['Product'] === 'Project Plan 3');
    assert.deepEqual(new Set(shared.map((row) => row['Purchaser'])), new Set(['unknown']));
  });

  it('[14] of licences takes one product, or several, by words or by ids', async () => {
    const { alex } = world.people;
    const [clipchamp] = [...world.purser.store.all('purchases')].filter(
      ({ skuPart }) => skuPart === 'Clipchamp_Premium',
    );
    const products = async (text: string): Promise<string[]> => {
      const rows = await rowsOf(await linkOf(alex, text));
      return [...new Set(rows.map((row) => row['Product'] ?? ''))];
    };
    assert.deepEqual(await products('export licences visio'), ['Visio Plan 1', 'Visio Plan 2']);
    const several = ['Clipchamp Premium', 'Visio Plan 1', 'Visio Plan 2'];
    assert.deepEqual(await products(`export licences visio, ${clipchamp?.id}`), several);
    assert.deepEqual(await products(`exporter licences ${clipchamp?.id} et visio`), several);
    assert.match(await alex.ask('export licences zeppelin'), /No product or purchaser matches/);
    assert.match(await alex.ask('export licences central'), /for self-service purchases/);
  });

  it('[14] is offered where a product’s holders are shown', async () => {
    const { alex } = world.people;
    await alex.ask('licences clipchamp');
    await alex.press('Export');
    assert.match(alex.card(), /Contains \| Licence holders\nRows \| 3\n/);
  });

  it('of purchases takes filters: kind, words and ids', async () => {
    const { alex } = world.people;
    const kinds = (await rowsOf(await linkOf(alex, 'export purchases central'))).map((row) => row['Kind'] ?? '');
    assert.ok(kinds.length > 10);
    for (const kind of kinds) assert.match(kind, /^bought (centrally|through a partner)$/);
    const rows = await rowsOf(await linkOf(alex, 'export purchases P-3, P-7'));
    assert.deepEqual(new Set(rows.map((row) => row['Purchase'])), new Set(['P-3', 'P-7']));
    assert.match(await alex.ask('export purchases P-4711'), /I can’t find purchase P-4711/);
    assert.match(await alex.ask('export purchases zeppelin'), /nothing to export/);
  });

  it('asks what it should hold where that was not said', async () => {
    const { alex } = world.people;
    assert.match(await alex.ask('export'), /^What would you like to export\?/);
    await alex.press('Licence holders');
    assert.match(alex.card(), /^Your file is ready/);
  });

  it('is CSV as a spreadsheet of the asker’s language reads it: UTF-8 with its mark, RFC 4180', async () => {
    const { alex, isaiah } = world.people;
    const english = await fetch(await linkOf(alex, 'export purchases'));
    assert.equal(english.headers.get('content-type'), 'text/csv; charset=utf-8');
    const bytes = Buffer.from(await english.arrayBuffer());
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const text = bytes.subarray(3).toString('utf8');
    assert.match(text, /^Purchase,Product,/);
    assert.ok(text.endsWith('\r\n'));
    assert.match(text, /"O'Brien ""Bo"" `x`"/, 'quotes are doubled');
    await isaiah.ask('langue français');
    const french = await fetch(await linkOf(isaiah, 'exporter achats', 'Télécharger'));
    assert.match(french.headers.get('content-disposition') ?? '', /filename="purser-achats-2026-11-17\.csv"/);
    const [first = ''] = (await french.text()).replace(/^\ufeff/, '').split('\r\n');
    assert.match(first, /^Achat;Produit;/);
  });

  it('is never a formula, whatever people are called', async () => {
    const { store } = world.purser;
    const nasty = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("https://evil.example";"x")'];
    const holders = store.get('holdings', '0fe440c5-f2bf-442b-a4f4-9a7af77a200b')?.holders ?? [];
    for (const name of nasty) {
      const person = store.get('people', holders[0] ?? '');
      if (person) await store.transact((tx) => tx.put('people', { ...person, name }));
      const rows = await rowsOf(await linkOf(world.people.alex, 'export licences clipchamp'));
      const names = rows.map((row) => row['Holder']);
      assert.ok(names.includes(`'${name}`), `${name}: ${JSON.stringify(names)}`);
    }
    await world.purser.sync.run();
  });

  it('is JSON where that is asked for: as it is kept, nothing translated', async () => {
    const { alex } = world.people;
    await alex.ask('export purchases csv');
    await alex.press('As JSON instead');
    const response = await fetch((await alex.press('Download')).url ?? '');
    assert.equal(response.headers.get('content-type'), 'application/json; charset=utf-8');
    const { what, rows } = (await response.json()) as { what: string; rows: Record<string, unknown>[] };
    assert.equal(what, 'purchases');
    assert.equal(rows.length, 72);
    const known = world.purser.store.get('purchases', 'P-3');
    const row = rows.find(({ purchase }) => purchase === 'P-3');
    assert.deepEqual(
      [row?.['quantity'], row?.['bought'], row?.['kind']],
      [known?.quantity, known?.createdAt, known?.kind],
    );
  });

  it('is a snapshot: what changes afterwards is not in it', async () => {
    const url = await linkOf(world.people.alex, 'export purchases P-3');
    const before = world.purser.store.get('purchases', 'P-3');
    if (before) await world.purser.store.transact((tx) => tx.put('purchases', { ...before, quantity: 9999 }));
    assert.deepEqual(
      (await rowsOf(url)).map((row) => row['Quantity']),
      [String(before?.quantity)],
    );
    if (before) await world.purser.store.transact((tx) => tx.put('purchases', before));
  });

  describe('of the journal', () => {
    it('holds every entry in order with its chain, in the asker’s words, and not itself', async () => {
      const { alex } = world.people;
      await alex.ask('take P-3');
      await alex.ask('classify P-3 central');
      const entries = [...world.purser.store.all('audit')];
      const rows = await rowsOf(await linkOf(alex, 'export audit'));
      assert.deepEqual(
        rows.map((row) => [row['Entry'], row['At (UTC)'], row['Hash of the entry before'], row['Hash']]),
        entries.map(({ id, at, previous, hash }) => [id, at, previous, hash]),
      );
      const [taken, settled] = rows.slice(-2);
      assert.deepEqual([taken?.['What'], taken?.['Who'], taken?.['Purchase']], ['Taken on', 'Alex Wilber', 'P-3']);
      assert.match(taken?.['After'] ?? '', /^Alex Wilber, until 24 Nov 2026$/);
      assert.deepEqual([settled?.['Before'], settled?.['After']], ['probably self-service', 'bought centrally']);
    });

    it('is in JSON what the chain is made of, so that others can follow it', async () => {
      const { alex } = world.people;
      const response = await fetch(await linkOf(alex, 'export audit json'));
      const { rows } = (await response.json()) as { rows: Record<string, unknown>[] };
      for (const row of rows) {
        const kept = world.purser.store.get('audit', String(row['id']));
        const { actor, ...rest } = kept ?? assert.fail();
        assert.deepEqual(row, { ...rest, who: actor?.name ?? null, whoId: actor?.id ?? null });
      }
    });

    it('can be narrowed to purchases, products and words', async () => {
      const { patti } = world.people;
      const rows = await rowsOf(await linkOf(patti, 'export audit P-3'));
      assert.deepEqual(new Set(rows.map((row) => row['Purchase'])), new Set(['P-3']));
      assert.equal(rows.length, 2);
      assert.equal((await rowsOf(await linkOf(patti, 'export audit "taken on"'))).length, 1);
      const central = await rowsOf(await linkOf(patti, 'export audit central'));
      assert.deepEqual(new Set(central.map((row) => row['Purchase'])), new Set(['P-3']));
      assert.match(await patti.ask('export audit self-service'), /Nothing matches/);
      assert.match(await patti.ask('export audit P-9999'), /I can’t find purchase P-9999/);
      assert.match(await patti.ask('exporter journal zeppelin'), /Nothing matches/);
    });

    it('is one press away from the journal', async () => {
      const { alex } = world.people;
      await alex.ask('audit');
      await alex.press('Export');
      assert.match(alex.card(), /^Your file is ready\nContains \| Journal\n/);
    });
  });
});
