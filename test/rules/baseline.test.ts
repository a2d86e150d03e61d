/** The baseline in conversations: recorded, wished, excepted from, and what has drifted from it. */
import assert from 'node:assert/strict';
import { verifyAudit } from '../../store/audit.ts';
import type { PolicyValue } from '../stand-ins/tenant/index.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { day, minute } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('the baseline', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  const { says, product, passes } = actsIn(() => world);
  /** Somebody else sets a product at Microsoft, and Purser reads it. */
  const outside = async (name: string, value: PolicyValue): Promise<void> => {
    product(name).policyValue = value;
    await passes();
  };

  it('says that there is none, and one press records the present state', async () => {
    const { alex } = world.people;
    assert.match(await says(alex, 'baseline'), /There’s no baseline yet/);
    await alex.press('Record the current rules');
    assert.match(alex.card(), /New in the baseline: 26 rules/);
    assert.match(alex.card(), /in the baseline is as it should be/);
    assert.match(alex.card(), /Nobody may buy \| .*Clipchamp Premium/);
    const { store } = world.purser;
    assert.equal(store.get('wishes', 'product:CFQ7TTC0N8SS')?.value, 'Disabled');
    assert.equal(store.get('wishes', 'switch:email-sign-up')?.value, 'Enabled');
    assert.equal(store.get('wishes', 'switch:trials')?.value, 'Enabled');
    assert.equal([...store.all('audit')].filter(({ action }) => action === 'wished').length, 26);
    assert.ok(verifyAudit(store).holds);
  });

  it('shows what drifted beside what should be, since when and by whose hand, and one press sets it back', async () => {
    const { alex } = world.people;
    await says(alex, 'baseline record');
    await outside('Clipchamp Premium', 'Enabled');
    const card = await says(alex, 'baseline');
    assert.match(card, /1 rule is not as it should be/);
    assert.match(
      card,
      /⚠ {2}Clipchamp Premium\s›\neveryone may buy; should be: nobody may buy · changed outside Purser between 17 Nov 2026, 10:15 and 10:30/,
    );
    await alex.press('Fix it');
    assert.match(alex.card(), /CH-1 is fixing: Clipchamp Premium/);
    assert.match(alex.card(), /… {2}Clipchamp Premium[^⚠]*CH-1 is changing it/);
    await world.purser.jobs.drain();
    assert.equal(product('Clipchamp Premium').policyValue, 'Disabled');
    assert.match(await says(alex, 'baseline'), /in the baseline is as it should be/);
    const set = [...world.purser.store.all('audit')].find(({ action }) => action === 'rule-set');
    assert.deepEqual([set?.actor?.name, set?.before, set?.after], ['Alex Wilber', 'Enabled', 'Disabled']);
  });

  it('is said for one product, audited with what was wanted before, and forgotten again', async () => {
    const { alex } = world.people;
    assert.match(await says(alex, 'baseline clipchamp block'), /Clipchamp Premium: baseline set to “nobody may buy”/);
    assert.match(await says(alex, 'baseline clipchamp allow because all may'), /⚠ {2}Clipchamp Premium/);
    const [first, second] = [...world.purser.store.all('audit')].filter(({ action }) => action === 'wished');
    assert.deepEqual([first?.before, first?.after], [null, 'Disabled']);
    assert.deepEqual([second?.before, second?.after, second?.why], ['Disabled', 'Enabled', 'all may']);
    assert.match(await says(alex, 'baseline clipchamp'), /Now \| nobody may buy\nShould be \| everyone may buy/);
    await alex.press('Should be blocked');
    assert.match(alex.card(), /in the baseline is as it should be/);
    assert.match(await says(alex, 'baseline forget clipchamp'), /no longer in the baseline/);
    assert.equal(world.purser.store.count('wishes'), 0);
  });

  it('asks once where a name fits several, and takes several that are named', async () => {
    const { alex } = world.people;
    assert.match(await says(alex, 'baseline visio block'), /2 rules match\. Which one do you mean\?\nVisio Plan 1/);
    await alex.press('All 2');
    assert.match(alex.card(), /Visio Plan 1 and Visio Plan 2: baseline set to “nobody may buy”/);
    await says(alex, 'baseline "visio plan 2", viva allow');
    const wishes = [...world.purser.store.all('wishes')].map(({ id, value }) => `${id} ${value}`);
    assert.deepEqual(
      new Set(wishes),
      new Set(['product:CFQ7TTC0HD32 Enabled', 'product:CFQ7TTC0HD33 Disabled', 'product:CFQ7TTC0PW0V Enabled']),
    );
    assert.match(await says(alex, 'baseline zzz block'), /I can’t find a product, offer type or switch called “zzz”/);
    assert.match(await says(alex, 'baseline block'), /Which product\? For example: “baseline visio block”/);
  });

  it('refuses a value that a rule does not have, with those it has', async () => {
    const { alex } = world.people;
    const card = await says(alex, 'baseline e-mail sign-up trials');
    assert.match(card, /E-mail sign-up: “only trials without a card” isn’t available\. Possible: people may sign up/);
    assert.equal(world.purser.store.count('wishes'), 0);
  });

  it('is said before something is done against it, and the button names what it does', async () => {
    const { alex } = world.people;
    await says(alex, 'baseline clipchamp block');
    const card = await says(alex, 'allow clipchamp because we asked for it');
    assert.match(card, /Against the baseline, which says “nobody may buy”: 1\nClipchamp Premium/);
    assert.match(card, /\[Allow Clipchamp Premium\]/);
  });

  it('an exception needs a reason and an end to come, and what it excepts from comes back then', async () => {
    const { alex } = world.people;
    await says(alex, 'baseline clipchamp block');
    assert.match(await says(alex, 'baseline clipchamp allow until 16/11/2026 because x'), /16 Nov 2026 is in the past/);
    assert.match(
      await says(alex, 'baseline clipchamp block until 20/11/2026 because x'),
      /That wouldn’t be an exception/,
    );
    assert.match(await says(alex, 'baseline clipchamp allow until 20/11/2026'), /An exception needs a reason/);
    await alex.press('Set the exception', { inputs: { reason: 'the film team' } });
    assert.match(alex.card(), /Clipchamp Premium: baseline set to “everyone may buy” until 20 Nov 2026/);
    assert.match(alex.card(), /everyone may buy until 20 Nov 2026, then nobody may buy · the film team · Alex Wilber/);
    await says(alex, 'baseline fix');
    await passes();
    assert.equal(product('Clipchamp Premium').policyValue, 'Enabled');
    world.clock.advance(3 * day - minute);
    assert.match(await says(alex, 'baseline'), /in the baseline is as it should be/);
    world.clock.advance(day);
    assert.match(await says(alex, 'baseline'), /Clipchamp Premium.*\n.*its exception ended on 21 Nov 2026, 00:00/);
  });

  it('recording over wishes that say otherwise is asked about first', async () => {
    const { alex } = world.people;
    await says(alex, 'baseline clipchamp allow');
    assert.match(await says(alex, 'baseline record'), /changes the baseline for 1 rule.*\nClipchamp Premium/);
    assert.equal(world.purser.store.count('wishes'), 1);
    await alex.press(confirming);
    assert.match(alex.card(), /in the baseline is as it should be/);
    assert.equal(world.purser.store.get('wishes', 'product:CFQ7TTC0N8SS')?.value, 'Disabled');
  });

  it('takes over what a change has set, and not what Microsoft refused', async () => {
    const { alex } = world.people;
    await says(alex, 'baseline "visio plan 2", python block');
    await says(alex, 'baseline fix');
    await world.purser.jobs.drain();
    assert.equal(product('Visio Plan 2').policyValue, 'Disabled');
    await says(alex, 'baseline forget "visio plan 2", python');
    assert.match(await says(alex, 'baseline change CH-1'), /CH-1 is now the baseline for: Visio Plan 2\./);
    assert.deepEqual(
      [...world.purser.store.all('wishes')].map(({ id }) => id),
      ['product:CFQ7TTC0HD32'],
    );
    assert.match(await says(alex, 'baseline change CH-99'), /I can’t find change CH-99/);
  });

  it('what an admin sets with Purser afterwards is no drift, but shown as set otherwise', async () => {
    const { alex, isaiah } = world.people;
    await says(alex, 'baseline record');
    await says(isaiah, 'allow clipchamp because the film team needs it');
    await isaiah.press(confirming);
    await world.purser.jobs.drain();
    await passes();
    const card = await says(alex, 'baseline');
    assert.match(card, /Nothing has drifted\./);
    assert.match(card, /Changed in Purser since then\n≠ {2}Clipchamp Premium.*\n.*Isaiah Langer set this with CH-1/);
    assert.match(await says(alex, 'status'), /≠ {2}1 rule differs from the baseline: it was changed in Purser/);
    await outside('Clipchamp Premium', 'Disabled');
    await outside('Clipchamp Premium', 'Enabled');
    assert.match(await says(alex, 'baseline'), /1 rule is not as it should be/, 'somebody else set it so now');
  });

  it('is looked at by viewers and changed by admins alone', async () => {
    const { alex, patti, adele } = world.people;
    await says(alex, 'baseline clipchamp allow');
    assert.match(await says(patti, 'baseline'), /⚠ {2}Clipchamp Premium/);
    assert.doesNotMatch(patti.card(), /Fix it|Record/);
    for (const words of ['record', 'fix', 'clipchamp block', 'forget clipchamp', 'alone on', 'accept', 'change CH-1'])
      assert.match(await says(patti, `baseline ${words}`), /Only admins can do that/, words);
    assert.match(await says(adele, 'baseline'), /Only admins and viewers can do that/);
    assert.equal(world.purser.store.get('wishes', 'product:CFQ7TTC0N8SS')?.value, 'Enabled');
    assert.equal(world.purser.store.count('changes'), 0);
  });

  it('status counts the drift', async () => {
    const { alex } = world.people;
    assert.doesNotMatch(await says(alex, 'status'), /baseline/);
    await says(alex, 'baseline clipchamp, copilot allow');
    assert.match(await says(alex, 'status'), /⚠ {2}2 rules have drifted from the baseline/);
  });

  it('in French: recorded, excepted, corrected', async () => {
    const { alex } = world.people;
    assert.match(await says(alex, 'socle enregistrer', 'fr-FR'), /Ajout à la référence\s: 26 règles/);
    await says(alex, 'socle clipchamp autoriser jusqu’au 31/12/2026 parce qu’on tourne un film', 'fr-FR');
    assert.match(alex.card(), /tout le monde peut acheter jusqu’au 31 déc\. 2026, puis personne ne peut acheter/);
    assert.match(alex.card(), /on tourne un film · Alex Wilber/);
    assert.match(
      await says(alex, 'socle nouveaux produits bloquer', 'fr-FR'),
      /Nouveaux produits – valeur attendue désormais/,
    );
    assert.match(
      await says(alex, 'écarts', 'fr-FR'),
      /Clipchamp Premium.*\n.*valeur attendue\s: tout le monde peut acheter/,
    );
    await alex.press('Corriger');
    await world.purser.jobs.drain();
    assert.equal(product('Clipchamp Premium').policyValue, 'Enabled');
    assert.match(await says(alex, 'socle seul oui', 'fr-FR'), /Je corrige les écarts automatiquement/);
    const last = [...world.purser.store.all('audit')].at(-1);
    assert.deepEqual([last?.action, last?.before, last?.after], ['wished', 'ask', 'fix']);
    assert.match(
      await says(alex, 'journal', 'fr-FR'),
      /correction des écarts après confirmation → correction automatique des écarts/,
    );
  });
});
