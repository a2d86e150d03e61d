/** Who may buy what, as people ask for it. */
import assert from 'node:assert/strict';
import { newProducts } from '../../bot/rules/baseline/desired.ts';
import { audit } from '../../store/audit.ts';
import { actsIn } from '../world/acts.ts';
import { day, hour } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('rules', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  const { sees, says } = actsIn(() => world);
  const wishes = (id: string, value: 'Enabled' | 'Disabled') =>
    world.purser.store.transact((tx) =>
      tx.put('wishes', {
        ...{ id, value, by: { id: 'x', name: 'Alex Wilber' }, at: world.clock.now().toISOString() },
        ...{ until: null, otherwise: null, why: null },
      }),
    );

  it('every surface is in one answer, and what no program can read is said as such, with a link [17] [18] [19] [N1] [N2] [N3]', async () => {
    const { alex } = world.people;
    let card = await says(alex, 'rules');
    assert.match(card, /^Who may buy what\n26 rules · Data as of 17 Nov 2026, 10:15/);
    assert.match(card, /Everyone may buy: 19 · trials only: 1 · nobody: 4/);
    assert.match(card, /Microsoft lets everyone buy any product it adds, and that default can’t be changed/);
    assert.match(card, /One more switch can’t be read by any app: .*auto-claim.*User owned apps and services/);
    const { url } = await alex.press('Open Org settings');
    assert.equal(url, 'https://admin.microsoft.com/#/Settings/Services');
    for (let page = 1; page < 3; page++) {
      await alex.press('Next');
      card += sees(alex);
    }
    for (const { productName } of world.tenant.company.products) assert.ok(card.includes(productName), productName);
    for (const { scopeValue } of world.tenant.company.offerTypes) assert.ok(card.includes(scopeValue), scopeValue);
    assert.match(card, /E-mail sign-up ›\nPeople may sign up on their own · free services and trials\n/);
    assert.match(card, /Teams Premium Introductory Pricing ›\nOnly trials without a card · 3 live purchases\n/);
    assert.match(card, /Microsoft 365 Copilot ›\nNobody may buy · 1 live purchase\n/);
    assert.match(await says(alex, 'rules Teams Premium Introductory Pricing'), /Trial without a card \| yes/);
    assert.match(await says(alex, 'rules Microsoft 365 Copilot'), /Microsoft’s default \| everyone may buy/);
  });

  it('a product is found by its name, id, old id and nickname, and the card has all of it [20] [N1]', async () => {
    const { alex } = world.people;
    for (const words of ['visio plan 2', 'Visio 2', 'CFQ7TTC0HD32', 'cfq7ttc0kxn8', 'product:visio "plan 2"'])
      assert.match(await says(alex, `rules ${words}`), /^Visio Plan 2\n/, words);
    assert.match(await says(alex, 'rules copilot'), /^Microsoft 365 Copilot\n/);
    assert.match(await says(alex, 'rules ppu'), /^Power BI Premium \(standalone\)\n/);
    const card = await says(alex, 'rules visio plan 2');
    assert.match(card, /Now \| Everyone may buy/);
    assert.match(card, /Microsoft’s default \| everyone may buy/);
    assert.match(card, /Baseline \| not set/);
    assert.match(card, /Trial without a card \| no/);
    assert.match(card, /Live purchases \| 4 live purchases \(P-\d+, P-\d+/);
    assert.match(card, /What people already have continues until it ends/);
    assert.match(card, /CFQ7TTC0HD32 · CFQ7TTC0KXN8/);
  });

  it('two that fit are asked about, and one press answers', async () => {
    const { alex } = world.people;
    assert.match(await says(alex, 'rules visio'), /^Which one\?\n2 rules .*\n“visio” matches all of these/);
    await alex.press(/Visio Plan 1/);
    assert.match(sees(alex), /^Visio Plan 1\n/);
  });

  it('a misspelt name gets “did you mean”, one that is near nothing the list', async () => {
    const { alex } = world.people;
    assert.match(
      await says(alex, 'rules visio plam 2'),
      /I can’t find a .* called “visio plam 2”. Did you mean this\?/,
    );
    await alex.press('Visio Plan 2');
    assert.match(sees(alex), /^Visio Plan 2\n/);
    assert.match(
      await says(alex, 'rules teapot'),
      /I can’t find a product, offer type or switch called “teapot”\.\n\[Show rules\]/,
    );
  });

  it('what the baseline wants stands beside what is, where that differs', async () => {
    const { alex } = world.people;
    await wishes('product:CFQ7TTC0HD32', 'Disabled');
    await wishes('product:CFQ7TTC0HD33', 'Enabled');
    await wishes(newProducts, 'Disabled');
    const card = await says(alex, 'rules visio');
    assert.match(card, /Visio Plan 2 ›\nEveryone may buy · baseline: blocked · 4 live purchases\n/);
    assert.doesNotMatch(card, /Visio Plan 1 ›\n.*baseline:/);
    assert.match(await says(alex, 'rules'), /Baseline for new products: nobody may buy/);
    assert.match(await says(alex, 'rules visio plan 2'), /Baseline \| nobody may buy \(doesn’t match\)/);
    assert.match(await says(alex, 'rules visio plan 1'), /Baseline \| everyone may buy \(matches\)/);
  });

  it('where Microsoft fails, the last good list is shown with its age', async () => {
    const { alex } = world.people;
    world.clock.advance(2 * hour);
    world.tenant.faults.push({ match: '/licensing', kind: 'status', code: 503, times: 99 });
    await world.purser.sync.run();
    const card = await says(alex, 'rules');
    assert.match(card, /26 rules · Data as of 17 Nov 2026, 10:15 \(2 hours ago\)/);
    assert.match(card, /Microsoft isn’t responding\. This is the last complete list I have\./);
  });

  it('nothing was read yet: the card says so', async () => {
    await world.close();
    world = await openWorld({ unread: true });
    assert.match(await says(world.people.alex, 'rules'), /I haven’t read the rules yet/);
    assert.match(await says(world.people.alex, 'block visio'), /I haven’t read the rules yet/);
  });

  it('viewers see all of it and no buttons that change anything, others see nothing [N11]', async () => {
    const { patti, adele } = world.people;
    assert.match(await says(patti, 'rules copilot'), /Nobody may buy/);
    assert.doesNotMatch(sees(patti), /\[(Allow|Block|Trials only)\]/);
    assert.match(await says(adele, 'rules'), /Only admins and viewers can do that/);
    for (const words of ['block visio', 'allow all', 'trials visio', 'apply CH-1', 'undo CH-1', 'retry CH-1'])
      for (const person of [patti, adele]) assert.match(await says(person, words), /Only admins can do that/);
    assert.equal(world.purser.store.count('changes'), 0);
  });

  it('its page tells what became of it, also what changed outside Purser', async () => {
    const { alex } = world.people;
    const copilot = world.tenant.company.products.find(({ productName }) => productName === 'Microsoft 365 Copilot');
    assert.ok(copilot);
    copilot.policyValue = 'Enabled';
    world.clock.advance(hour);
    await world.purser.sync.run();
    assert.match(await says(alex, 'rules copilot'), /History\nRule changed outside Purser · blocked → allowed/);
    world.clock.advance(180 * day);
    const at = world.clock.now().toISOString();
    const news = { at, actor: { id: 'x', name: 'Isaiah Langer' }, action: 'rule-set', purchase: null } as const;
    await world.purser.store.transact((tx) => {
      for (let time = 0; time < 4; time++)
        audit(tx, {
          ...{ ...news, product: 'Microsoft 365 Copilot', purchaser: null },
          ...{ before: 'Enabled', after: 'Disabled', why: 'Purview is not ready' },
        });
    });
    assert.match(await says(alex, 'rules copilot'), /by Isaiah Langer · .* · Purview is not ready · A-\d+/);
    await alex.press('Journal');
    assert.match(sees(alex), /Rule changed outside Purser/);
    assert.match(await says(alex, 'journal copilot'), /5 entries[\s\S]*allowed → blocked · Purview is not ready/);
  });

  it('in French all of it is French', async () => {
    const { alex } = world.people;
    assert.match(await says(alex, 'règles', 'fr-FR'), /^Qui peut acheter quoi\n26 règles · Données du 17 nov. 2026/);
    assert.match(await says(alex, 'règle saas', 'fr-FR'), /Type d’offre : produits d’autres éditeurs/);
    assert.match(await says(alex, 'produits visio', 'fr-FR'), /« visio » correspond à plusieurs règles/);
  });
});
