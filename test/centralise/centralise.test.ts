/** From people's own purchases to the organisation's. Numbers in brackets are behaviours of the source documents. */
import assert from 'node:assert/strict';
import { type Subscription, skus } from '../stand-ins/tenant/index.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { day } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('centralise', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  const { says, sees, settles, passes } = actsIn(() => world);
  const own = (sku: string): Subscription[] =>
    world.tenant.company.subscriptions.filter(
      ({ skuId, status, ownerType }) => skuId === sku && status !== 'Deleted' && ownerType === 'User',
    );
  const central = (sku: string, totalLicenses: number): void => {
    const [like] = world.tenant.company.subscriptions;
    assert.ok(like);
    world.tenant.company.subscriptions.push({
      ...like,
      ...{
        id: `central-${sku}`,
        commerceSubscriptionId: null,
        skuId: sku,
        skuPartNumber: 'VISIOONLINE_PLAN1',
        status: 'Enabled',
        totalLicenses,
      },
      ...{ ownerId: world.tenant.company.tenantId, ownerType: 'Tenant', ownerTenantId: null, forOrganisation: true },
    });
  };
  const visio1 = '4b244418-9658-4451-a2b8-b5e2b364e9bd';
  const holdersOf = (sku: string) =>
    [...world.tenant.company.users.values()].filter(({ licences }) => licences.some(({ skuId }) => skuId === sku));
  /** ✓, … or – of each step, in order. */
  const steps = (card: string): string =>
    [...card.matchAll(/^([✓…–]) (?:done|not finished|not done) +\d\. /gm)].map(([, mark]) => mark).join(' ');

  it('[24] [25] [26] [27] leads through all six steps, each told from what is so', async () => {
    const { alex, lidia } = world.people;
    const holders = holdersOf(skus.visio1Dept.id);
    assert.equal(holders.length, 3);
    const first = await says(alex, 'centralise "visio plan 1"');
    assert.match(first, /^Centralise\nVisio Plan 1\nData as of/);
    assert.equal(steps(first), '– – – – – …', 'Adele has cancelled hers long ago');
    assert.match(first, /3\. Finish the purchase\n3 seats needed/);
    assert.match(first, /6\. Ask each purchaser to cancel\n1 of 3 cancelled/);

    central(visio1, 2);
    await passes();
    await alex.press('Refresh');
    assert.match(sees(alex), /The organisation has 2; 1 more is needed/);
    world.tenant.company.subscriptions = world.tenant.company.subscriptions.filter(({ skuId }) => skuId !== visio1);
    central(visio1, 5);
    await passes();
    assert.equal(steps(await says(alex, 'centralise "visio plan 1"')), '✓ ✓ ✓ – – …');

    await alex.press('Export the holders');
    const exported = await says(alex, 'centralise "visio plan 1"');
    assert.equal(steps(exported), '✓ ✓ ✓ ✓ – …');
    assert.match(exported, /4\. Export the licence holders\nExported by Alex Wilber, 17 Nov 2026/);

    await alex.press('Assign the rest');
    assert.match(
      sees(alex),
      /^Assign the rest\?\n3 people have Visio Plan 1 from a self-service purchase[\s\S]*Seats \| 5 of 5 free/,
    );
    await alex.press(confirming);
    await settles();
    assert.match(sees(alex), /^Licences assigned\n[\s\S]*3 of 3 done/);
    assert.deepEqual(new Set(holdersOf(visio1)), new Set(holders), 'them and nobody else');
    const given = await says(alex, 'centralise "visio plan 1"');
    assert.equal(steps(given), '✓ ✓ ✓ ✓ ✓ …');
    assert.match(given, /5\. Assign the licences\n3 of 3 have Visio Plan 1/);

    const ids = own(skus.visio1Dept.id).map(
      ({ id }) => [...world.purser.store.all('purchases')].find(({ subscription }) => subscription === id)?.id ?? '',
    );
    for (const id of ids) {
      await says(alex, `classify ${id} self-service`);
      await says(alex, 'centralise "visio plan 1"');
      await alex.press(new RegExp(`Ask, Lidia Holloway, ${id}$`));
      await alex.press(confirming, { inputs: { reason: 'we have licences' } });
    }
    await world.purser.outbox.drain();
    const asked = await says(alex, 'centralise "visio plan 1"');
    assert.equal(asked.match(/asked on 17 Nov 2026, no answer yet/g)?.length, 2);
    await lidia.press('Read');
    await settles();
    assert.match(await says(alex, 'centralise "visio plan 1"'), /asked on 17 Nov 2026, has read it/);

    for (const each of own(skus.visio1Dept.id)) {
      each.status = 'Deleted';
      for (const user of world.tenant.company.users.values())
        user.licences = user.licences.filter(({ from }) => from !== each.id);
    }
    await passes();
    const done = await says(alex, 'centralise "visio plan 1"');
    assert.equal(steps(done), '✓ ✓ ✓ ✓ ✓ ✓');
    assert.match(done, /3 of 3 cancelled/);
    assert.doesNotMatch(done, /\[Assign the rest\]|\[Export the holders\]/);
  });

  it('[27] offers to take over what its purchaser can’t or won’t cancel', async () => {
    const { alex } = world.people;
    const gone = await says(alex, 'centralise "project plan 1 (for department)"');
    assert.match(gone, /Diego Siciliani.*\n.*the purchaser can’t be asked · › Take over/);
    const [id] = own(skus.visio1Dept.id).map(
      ({ id }) => [...world.purser.store.all('purchases')].find(({ subscription }) => subscription === id)?.id ?? '',
    );
    await says(alex, `classify ${id} self-service`);
    await says(alex, `ask ${id} confirm`);
    await settles();
    world.clock.advance(8 * day);
    assert.match(await says(alex, 'centralise "visio plan 1"'), /didn’t answer in time · › Take over/);
    await alex.press(new RegExp(`Take over, Lidia Holloway, ${id}$`));
  });

  it('[24] counts who has the central product already, and gives it to the others only', async () => {
    const { alex } = world.people;
    const holders = holdersOf(skus.visio2Dept.id);
    const have = holders.filter(({ licences }) => licences.some(({ skuId }) => skuId === skus.visio2.id));
    const central = world.tenant.company.subscriptions.find(({ skuId }) => skuId === skus.visio2.id);
    assert.ok(central && holders.length > have.length);
    central.totalLicenses = 100;
    for (const user of holders) user.usageLocation = 'FR';
    await passes();
    const card = await says(alex, 'centralise "visio plan 2"');
    assert.match(card, new RegExp(`5\\. Assign the licences\\n${have.length} of ${holders.length} have Visio Plan 2`));
    await alex.press('Assign the rest');
    await alex.press(confirming);
    await settles();
    assert.match(
      sees(alex),
      new RegExp(
        `^Licences assigned\\n[\\s\\S]*${holders.length - have.length} of ${holders.length - have.length} done`,
      ),
    );
    for (const { licences } of holders)
      assert.equal(licences.filter(({ skuId }) => skuId === skus.visio2.id).length, 1);
  });

  it('counts and names who has it and has left since, in the checklist, before the licences are given and after', async () => {
    const { alex } = world.people;
    const { store } = world.purser;
    for (const user of holdersOf(skus.visio2Dept.id)) user.usageLocation = 'FR';
    const central = world.tenant.company.subscriptions.find(({ skuId }) => skuId === skus.visio2.id) ?? assert.fail();
    central.totalLicenses = 100;
    await passes();
    const all = store.get('holdings', skus.visio2Dept.id)?.holders ?? [];
    const have = new Set(holdersOf(skus.visio2.id).map(({ id }) => id));
    const [gone, ...lacking] = all.filter((id) => !have.has(id));
    assert.ok(gone && lacking.length > 0);
    const person = store.get('people', gone) ?? assert.fail();
    const at = world.clock.now().toISOString();
    await store.transact((tx) => tx.put('people', { ...person, leftAt: at }));
    const named = `${person.name} is left out: I can’t find them in the organisation any more`;
    const before = all.length - lacking.length - 1;
    assert.ok(
      (await says(alex, 'centralise "visio plan 2"')).includes(
        `${before} of ${all.length} have Visio Plan 2 · ${named}`,
      ),
    );
    await alex.press('Assign the rest');
    assert.ok(sees(alex).includes(named), sees(alex));
    await alex.press(confirming);
    assert.ok(sees(alex).includes(named), sees(alex));
    await settles();
    const after = await says(alex, 'centralise "visio plan 2"');
    assert.ok(after.includes(`${all.length - 1} of ${all.length} have Visio Plan 2 · ${named}`), after);
  });

  it('shows the list anew where it changed between the card and the press', async () => {
    const { alex } = world.people;
    await says(alex, 'centralise "visio plan 2"');
    await alex.press('Assign the rest');
    const holder = holdersOf(skus.visio2Dept.id).find(({ licences }) =>
      licences.every(({ skuId }) => skuId !== skus.visio2.id),
    );
    holder?.licences.push({ skuId: skus.visio2.id, group: null, since: '2026-11-17T00:00:00Z', from: null });
    await alex.press(confirming);
    assert.match(sees(alex), /^Assign the rest\?\nThis has changed since you last saw it/);
    assert.equal(world.purser.store.count('jobs'), 0);
  });

  it('says that nothing is to be assigned where the organisation has the very same product', async () => {
    const card = await says(world.people.alex, 'centralise power_bi_pro');
    assert.match(card, /^Centralise\nPower BI Pro\n/);
    assert.match(
      card,
      /✓ done +5\. Assign the licences\nPower BI Pro: nothing to assign, because Microsoft pools its seats/,
    );
    assert.doesNotMatch(card, /\[Assign the rest\]/);
  });

  it('takes the organisation’s namesake, or the product that is chosen', async () => {
    const { alex } = world.people;
    assert.match(
      await says(alex, 'centralise "power bi pro dept"'),
      /2\. Find the product and choose Buy\nPower BI Pro \(POWER_BI_PRO\)/,
    );
    const card = await says(alex, 'centralise "project plan 1 (for department)"');
    assert.match(card, /What they get instead/);
    await alex.press('Use this product', { inputs: { target: skus.project1.id } });
    assert.match(sees(alex), /Planner Plan 1 \(PROJECT_P1\)/);
    assert.match(sees(alex), /\d+ of \d+ have Planner Plan 1/);
  });

  it('asks which product, and says where nobody bought it', async () => {
    const { alex } = world.people;
    assert.match(await says(alex, 'centralise visio'), /^Which product\?\n[\s\S]*Visio Plan 1/);
    await alex.press(/Visio Plan 2/);
    assert.match(sees(alex), /^Centralise\nVisio Plan 2/);
    assert.match(await says(alex, 'centralise'), /^Which product\?/);
    assert.match(await says(alex, 'centralise "viva goals"'), /nobody bought it themselves/);
    const asMicrosoftWritesIt = 'project plan 1 (for department)';
    assert.match(await says(alex, `purchases all product:"${asMicrosoftWritesIt}"`), /\nProject Plan 1 × \d+/);
    assert.match(await says(alex, `assign ${asMicrosoftWritesIt} to megan`), /\(PROJECT_PLAN1_DEPT\)/);
    assert.match(await says(alex, 'centralise zeppelin'), /I can’t find a product called “zeppelin”/);
    assert.match(await says(world.people.patti, 'centralise visio'), /Only admins can do that/);
  });

  it('guesses nothing where Microsoft is slow', async () => {
    const { isaiah } = world.people;
    await says(isaiah, 'whoami');
    world.tenant.faults.push({ match: '/graph/v1.0/$batch', kind: '429', retryAfter: 30, times: 50 });
    const card = await says(isaiah, 'centralise "visio plan 2"');
    world.tenant.faults.length = 0;
    assert.match(card, /5\. Assign the licences\nMicrosoft can’t say who has one right now/);
  });

  it('answers in French', async () => {
    const { isaiah } = world.people;
    await says(isaiah, 'langue français');
    const card = await says(isaiah, 'centraliser "visio plan 2"', 'fr-FR');
    assert.match(card, /^Centraliser\nVisio Plan 2\n/);
    assert.match(card, /6\. Demander à chaque acheteur de résilier/);
  });
});
