/** Who has licences of what people bought themselves. Numbers in brackets are behaviours of the source documents. */
import assert from 'node:assert/strict';
import { nameAmong } from '../../bot/people/told-apart.ts';
import { isLive } from '../../bot/purchases/purchase-index.ts';
import { skus } from '../stand-ins/tenant/index.ts';
import { openWorld, type World } from '../world/world.ts';

describe('licences', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());
  beforeEach(() => world.clock.advance(60_000));

  const ownOf = (sku: string) =>
    [...world.purser.store.all('purchases')].filter(
      (purchase) => purchase.sku === sku && purchase.kind === 'self-service' && isLive(purchase),
    );
  const holdersOf = (sku: string): readonly string[] => world.purser.store.get('holdings', sku)?.holders ?? [];
  const nameOf = (id: string): string => {
    const { store } = world.purser;
    return nameAmong(store, store.get('people', id)) ?? '';
  };

  it('[11] show the products people bought themselves, with how old the list is, and lead to the people licensed', async () => {
    const { alex } = world.people;
    const card = await alex.ask('licences');
    assert.match(card, /^Licences for self-service products\n15 products · Data as of 17 Nov 2026, \d\d:\d\d \(/);
    assert.doesNotMatch(card, /Microsoft 365 E3|Viva/);
    await alex.press(/Clipchamp/);
    assert.match(alex.card(), /^Clipchamp Premium\n[\s\S]*Who has a licence\nXavier Dvořák/);
  });

  it('[12] list a product that was bought several times once, with the quantity of all its purchases', async () => {
    const card = await world.people.alex.ask('licences visio');
    const bought = ownOf(skus.visio1Dept.id);
    assert.equal(bought.length, 2);
    assert.equal(card.match(/Visio Plan 1/g)?.length, 1);
    assert.match(card, /Visio Plan 1\s›\nLidia Holloway · 4 bought, 1 free · 2 purchases · 3 holders · P-/);
  });

  it('[12] count what still runs only', async () => {
    const all = [...world.purser.store.all('purchases')].filter(({ sku }) => sku === skus.visio1Dept.id);
    assert.ok(all.some(({ status }) => status === 'Deleted'));
    assert.match(await world.people.alex.ask('licences "visio plan 1"'), /Seats \| 4 bought, 1 free\nPurchases \| 2\n/);
  });

  it('[13] group people under the purchaser where all licences can only be theirs', async () => {
    const [purchase] = ownOf(skus.clipchamp.id);
    const card = await world.people.alex.ask(`licences ${purchase?.id}`);
    assert.match(card, new RegExp(`This purchase \\| ${purchase?.id} · 8 seats`));
    assert.match(card, /Bought by\n🦊 Zoë Fuchs 👩‍💻\s›\n8 seats · P-\d+\nWho has a licence\n/u);
    assert.doesNotMatch(card, /Microsoft doesn’t say/);
  });

  it('[13] say that Microsoft doesn’t tell whose is whose where purchases share a product, then who bought and who holds', async () => {
    const card = await world.people.alex.ask('licences "visio plan 2"');
    const [said = 0, by = 0, who = 0] = ['Microsoft doesn’t say whose', 'Bought by', 'Who has a licence'].map((text) =>
      card.indexOf(text),
    );
    assert.ok(0 < said && said < by && by < who, card);
    for (const { purchaser, quantity, id } of ownOf(skus.visio2Dept.id)) {
      assert.ok(card.includes(`${nameOf(purchaser ?? '')}\u00a0›\n${quantity} seat`), id);
    }
  });

  it('say that the organisation’s own licences are in the same pool', async () => {
    const card = await world.people.alex.ask(`licences product:${skus.powerApps.part}`);
    assert.match(card, /Also bought centrally \| 2 subscriptions; Microsoft pools all licences for this product/);
    assert.match(card, /Microsoft doesn’t say whose licence comes from which/);
  });

  it('name every holder once, by name, over all pages', async () => {
    const { alex } = world.people;
    const seen: string[] = [];
    await alex.ask('licences "power bi pro dept"');
    for (;;) {
      const lines = alex.card().split('\n');
      const start = lines.indexOf('Who has a licence');
      const pairs =
        start < 0
          ? []
          : lines.slice(
              start + 1,
              lines.findIndex((line) => /^Page \d/.test(line)),
            );
      seen.push(...pairs.filter((line) => line.includes('@')).map((line) => line.split(' · ')[0] ?? ''));
      if (!alex.card().includes('[Next]')) break;
      await alex.press('Next');
    }
    const expected = holdersOf(skus.powerBiProDept.id).map((id) => world.purser.store.get('people', id)?.userName);
    assert.equal(seen.length, expected.length);
    assert.deepEqual(new Set(seen), new Set(expected));
  });

  it('ask which product is meant where words fit several, and open the one that is pressed', async () => {
    const { alex } = world.people;
    assert.match(await alex.ask('licences visio'), /^Which product\?\n2 products/);
    await alex.press(/Visio Plan 2/);
    assert.match(alex.card(), /^Visio Plan 2\n/);
    assert.match(await alex.ask('licences "Power BI Pro"'), /^Power BI Pro\n/, 'its very name is not ambiguous');
  });

  it('find by purchaser too, and by the filter of the card', async () => {
    const { alex } = world.people;
    await alex.ask('licences');
    await alex.press('Filter');
    await alex.press('Show results', { inputs: { words: 'ADELE' } });
    assert.match(alex.card(), /“ADELE” matches all of these[\s\S]*POWER_BI_PRO_DEPT/);
    await alex.press('Clear filter');
    assert.match(alex.card(), /^Licences for self-service products/);
  });

  it('say that who holds central and partner licences is not read here', async () => {
    const { alex } = world.people;
    for (const kind of ['central', 'partner']) {
      const one = [...world.purser.store.all('purchases')].find((each) => each.kind === kind);
      assert.match(await alex.ask(`licences ${one?.id}`), /for self-service purchases/, kind);
    }
    assert.match(await alex.ask('licences viva goals'), /viva goals: bought by the organisation/);
    assert.match(await alex.ask('licences zeppelin'), /No product or purchaser matches “zeppelin”/);
  });

  it('are nobody’s business but viewers’', async () => {
    assert.match(await world.people.adele.ask('licences'), /Only admins and viewers can do that/);
    assert.match(await world.people.patti.ask('licences'), /^Licences for self-service products/);
  });

  for (const [verb, button, word] of [
    ['assign', 'Assign', 'attribuer'],
    ['remove', 'Remove', 'retirer'],
  ] as const) {
    it(`[15] can’t be changed by an admin (${verb}) while self-service: refused with the reason, and nothing changes`, async () => {
      const { alex } = world.people;
      const [purchase] = ownOf(skus.clipchamp.id);
      const before = [...holdersOf(skus.clipchamp.id)];
      await alex.ask(`licences ${purchase?.id}`);
      const { message } = await alex.press(button);
      const why = new RegExp(`admins can’t ${verb} licences from a self-service purchase until it is taken over`);
      assert.match(message ?? '', why);
      const typed = await alex.ask(`${word} ${purchase?.id}`);
      assert.match(typed, why);
      await alex.press('Open the purchase');
      assert.match(alex.card(), /^Clipchamp Premium\n/);
      await world.purser.sync.run();
      assert.deepEqual([...holdersOf(skus.clipchamp.id)], before);
    });
  }

  it('[15] [16] offer Assign and Remove to admins only; what is central, they can assign', async () => {
    assert.doesNotMatch(await world.people.patti.ask('licences clipchamp'), /\[Assign\]|\[Remove\]/);
    assert.match(await world.people.patti.ask('assign P-3'), /Only admins can do that/);
    const central = [...world.purser.store.all('purchases')].find(({ kind }) => kind === 'central');
    assert.match(await world.people.alex.ask(`assign ${central?.id}`), /^Assign a licence\?/);
  });

  it('answer in French', async () => {
    const { elodie, isaiah } = world.people;
    await isaiah.ask('langue français');
    assert.match(await isaiah.ask('licences visio'), /^Quel produit\s\?\n2 produits · Données du/);
    assert.match(await elodie.ask('licences'), /Only admins and viewers can do that/);
  });
});
