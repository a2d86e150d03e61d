/** Giving and taking licences. Numbers in brackets are behaviours of the source documents. */

import assert from 'node:assert/strict';
import { beginLicences } from '../../bot/licences/job.ts';
import { cancel } from '../stand-ins/tenant/ending.ts';
import { company, groups, people, skus, type User } from '../stand-ins/tenant/index.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { hour } from '../world/clock.ts';
import { buyVisio, holdersAt, purchaseOf, requested } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('assign and remove', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  const { says, sees, settles } = actsIn(() => world);
  const user = (id: string): User => world.tenant.company.users.get(id) ?? assert.fail(id);
  const has = (id: string, sku: string) => user(id).licences.filter(({ skuId }) => skuId === sku);
  const taken = (sku: string) =>
    [...world.tenant.company.users.values()].filter(({ licences }) => licences.some(({ skuId }) => skuId === sku))
      .length;
  /** Nobody of these has one, whatever the company was made with. */
  const without = (sku: string, ...ids: string[]) => {
    for (const id of ids) user(id).licences = user(id).licences.filter(({ skuId }) => skuId !== sku);
  };
  const assigned = () => world.tenant.requests.filter(({ path }) => /\/users\/[^/]+\/assignLicense$/.test(path)).length;
  const journal = (action: string) =>
    [...world.purser.store.all('audit')]
      .filter((entry) => entry.action === action)
      .map(({ actor, product, after, why }) => ({ by: actor?.name, product, after, why }));

  it('[15] are refused while people alone bought it, with the reason, and offer to take the one purchase over', async () => {
    const { alex } = world.people;
    const said = await says(alex, 'assign clipchamp to Megan');
    assert.match(
      said,
      /Clipchamp Premium: admins can’t assign licences from a self-service purchase until it is taken over/,
    );
    assert.match(said, /\[Take over\]/);
    assert.match(await says(alex, 'remove clipchamp from Megan'), /admins can’t remove licences[\s\S]*\[Take over\]/);
    assert.equal(assigned(), 0);
    assert.equal([...world.purser.store.all('jobs')].length, 0);
  });

  it('of a departmental SKU are given and taken on nobody’s desk: who types it reads why, and what to do instead', async () => {
    const { alex } = world.people;
    const before = assigned();
    const said = await says(alex, 'assign PROJECT_PLAN1_DEPT to Megan');
    assert.match(said, /admins can’t assign or remove its licences\. Microsoft sells this SKU \(PROJECT_PLAN1_DEPT\)/);
    assert.match(said, /Take the purchase over to move its holders, or assign another product/);
    assert.match(await says(alex, 'retirer PROJECT_PLAN1_DEPT à diego', 'fr-FR'), /ne peut pas attribuer ni retirer/);
    const { store } = world.purser;
    await store.transact((tx) => {
      for (const purchase of [...tx.all('purchases')])
        if (purchase.sku === skus.project1Dept.id) tx.put('purchases', { ...purchase, kind: 'central' });
    });
    assert.match(await says(alex, 'remove PROJECT_PLAN1_DEPT from diego'), /one by one, whoever bought it/);
    assert.doesNotMatch(await says(alex, 'licences "power bi pro dept"'), /\[Assign\]|\[Remove\]/);
    assert.equal(assigned(), before);
    assert.equal([...store.all('jobs')].length, 0);
  });

  it('of a departmental SKU that an older version ordered fail with the reason, and Microsoft is not asked', async () => {
    const { alex } = world.people;
    const { store } = world.purser;
    const before = assigned();
    const job = await store.transact((tx) => {
      const by = { id: alex.id, name: 'Alex Wilber' };
      const task = { kind: 'licences', what: 'remove', sku: skus.visio2Dept.id, product: 'Visio Plan 2', by } as const;
      return beginLicences(tx, task, { people: [people.markdown], now: world.clock.now(), card: undefined });
    });
    await world.purser.jobs.drain();
    const [step] = store.get('jobs', job.id)?.steps ?? [];
    assert.deepEqual([step?.state, step?.why, assigned()], ['failed', 'departmental', before]);
    await world.purser.outbox.drain();
    assert.match(sees(alex), /Microsoft doesn’t let anyone assign or remove seats of this SKU/);
  });

  it('[15] lead to the list where several people bought it', async () => {
    const { alex } = world.people;
    const said = await says(alex, 'assign "visio plan 1" to Megan');
    assert.match(said, /Visio Plan 1: admins can’t assign/);
    assert.doesNotMatch(said, /\[Take over\]/);
    await alex.press('Show licences');
    assert.match(sees(alex), /^Visio Plan 1\n[\s\S]*Lidia Holloway/);
  });

  it('[16] [24] give a licence of what the organisation owns, once it is confirmed, and say so on the same card', async () => {
    const { alex } = world.people;
    without(skus.visio2.id, people.megan);
    const before = taken(skus.visio2.id);
    const said = await says(alex, 'assign "visio plan 2" to Megan Bowen');
    assert.match(
      said,
      /^Assign a licence\?\n[\s\S]*Visio Plan 2 \(VISIOCLIENT\)\nSeats \| \d+ of 20 free[\s\S]*Megan Bowen/,
    );
    assert.equal(assigned(), 0, 'nothing before it is confirmed');
    await alex.press(confirming);
    assert.match(sees(alex), /^Licences are being assigned\n[\s\S]*0 of 1 done/);
    await settles();
    assert.match(sees(alex), /^Licences assigned\n[\s\S]*1 of 1 done[\s\S]*✓ +Megan Bowen/);
    assert.equal(has(people.megan, skus.visio2.id).length, 1);
    assert.equal(taken(skus.visio2.id), before + 1);
    assert.deepEqual(journal('licence-assigned'), [
      { by: 'Alex Wilber', product: 'Visio Plan 2', after: 'Megan Bowen', why: null },
    ]);
  });

  it('[16] take one back, and its seat is free again', async () => {
    const { alex } = world.people;
    without(skus.visio2.id, people.patti);
    user(people.patti).licences.push({ skuId: skus.visio2.id, group: null, since: '2026-01-01T00:00:00Z', from: null });
    const before = taken(skus.visio2.id);
    assert.match(await says(alex, 'remove "visio plan 2" from patti'), /^Remove a licence\?\n[\s\S]*They lose access/);
    await alex.press(confirming);
    await settles();
    assert.match(sees(alex), /^Licences removed\n/);
    assert.equal(has(people.patti, skus.visio2.id).length, 0);
    assert.equal(taken(skus.visio2.id), before - 1);
    assert.match(
      await says(alex, 'remove "visio plan 2" from patti'),
      /Patti Fernandez doesn’t have a licence for Visio Plan 2/,
    );
  });

  it('pressed twice, in the same moment and by two admins, take one seat', async () => {
    const { alex, isaiah } = world.people;
    without(skus.visio2.id, people.megan);
    const before = taken(skus.visio2.id);
    for (const admin of [alex, isaiah]) await says(admin, 'assign "visio plan 2" to Megan Bowen');
    await Promise.all([alex.press(confirming), alex.press(confirming), isaiah.press(confirming)]);
    await settles();
    assert.equal(taken(skus.visio2.id), before + 1);
    assert.equal(assigned(), 1);
    assert.match(
      await says(alex, 'assign "visio plan 2" to Megan Bowen'),
      /Megan Bowen already has a licence for Visio Plan 2/,
    );
  });

  it('survive a stop after Microsoft did it and before Purser knew: one seat, one entry', async () => {
    const { alex } = world.people;
    without(skus.visio2.id, people.megan);
    const before = taken(skus.visio2.id);
    await says(alex, 'assign "visio plan 2" to Megan Bowen');
    world.tenant.faults.push({
      match: ({ path, body }) => path.endsWith('$batch') && /assignLicense/.test(body),
      kind: 'reset-after',
      times: 50,
    });
    await alex.press(confirming);
    await world.purser.jobs.drain();
    assert.equal(has(people.megan, skus.visio2.id).length, 1, 'Microsoft did it');
    assert.deepEqual(
      [...world.purser.store.all('jobs')].flatMap(({ steps }) => steps.map(({ state }) => state)),
      ['todo'],
    );
    world.tenant.faults.length = 0;
    const asked = assigned();
    await world.restart();
    world.clock.advance(hour);
    await settles();
    assert.match(sees(alex), /^Licences assigned\n/);
    assert.equal(taken(skus.visio2.id), before + 1);
    assert.equal(assigned(), asked, 'it was seen to be done');
    assert.equal(journal('licence-assigned').length, 1);
  });

  it('show Microsoft’s words where it refuses, and try again when asked to', async () => {
    const { alex } = world.people;
    without(skus.visio2.id, people.megan);
    user(people.megan).usageLocation = null;
    await says(alex, 'assign "visio plan 2" to Megan Bowen');
    await alex.press(confirming);
    await settles();
    assert.match(
      sees(alex),
      /^No licence was assigned\n[\s\S]*⚠ +Megan Bowen\n.*“License assignment cannot be done for user with invalid usage location\.”/,
    );
    assert.equal(journal('licence-failed').length, 1);
    user(people.megan).usageLocation = 'FR';
    await alex.press('Retry');
    await settles();
    assert.match(sees(alex), /^Licences assigned\n/);
    assert.equal(has(people.megan, skus.visio2.id).length, 1);
  });

  it('say that no seat is free, and show Microsoft’s words where the last one went meanwhile', async () => {
    const { alex } = world.people;
    without(skus.visio2.id, people.megan);
    const central = world.tenant.company.subscriptions.find(({ skuId }) => skuId === skus.visio2.id);
    assert.ok(central);
    await says(alex, 'assign "visio plan 2" to Megan Bowen');
    central.totalLicenses = 1;
    await alex.press(confirming);
    await settles();
    assert.match(sees(alex), /^No licence was assigned\n[\s\S]*does not have any available licenses/);
    assert.match(
      await says(alex, 'assign "visio plan 2" to Megan Bowen'),
      /Seats \| none of 1 free: Microsoft will probably refuse/,
    );
  });

  it('don’t take what comes through a group, and say where it is taken', async () => {
    const { alex } = world.people;
    const [through] = has(people.joni, skus.visio2.id);
    assert.equal(through?.group, groups.designers);
    assert.match(
      await says(alex, 'remove "visio plan 2" from Joni Sherman'),
      /Joni Sherman has Visio Plan 2 through a group, and Microsoft only removes licences that were assigned directly/,
    );
    assert.equal(assigned(), 0);
  });

  it('ask who is meant where several people fit, and for whom nobody bought anything, look at Microsoft', async () => {
    const { alex } = world.people;
    const store = world.purser.store;
    const strangers = [...world.tenant.company.users.values()].filter(
      ({ id, userType, displayName }) =>
        userType === 'Member' && !store.get('people', id) && !displayName.includes("'"),
    );
    const [stranger] = strangers;
    assert.ok(stranger);
    without(skus.visio2.id, stranger.id);
    stranger.displayName = "Zebedee O'Hara";
    const twin = strangers[1] ?? assert.fail();
    twin.displayName = "Zebedee O'Hara";
    assert.match(await says(alex, 'assign "visio plan 2" to zebedee o\'hara'), /^Who do you mean\?/);
    await alex.press(new RegExp(stranger.userPrincipalName));
    assert.match(sees(alex), /^Assign a licence\?[\s\S]*Zebedee O'Hara/);
    twin.displayName = 'Somebody Else';
    await says(alex, `assign "visio plan 2" to ${stranger.userPrincipalName}`);
    await alex.press(confirming);
    await settles();
    assert.match(sees(alex), /^Licences assigned\n[\s\S]*Zebedee O'Hara/);
    assert.equal(has(stranger.id, skus.visio2.id).length, 1);
    assert.match(
      await says(alex, 'assign "visio plan 2" to Nobody Whatsoever'),
      /I can’t find anyone called “Nobody Whatsoever”/,
    );
  });

  it('ask for the person, and for the product where several of the organisation’s fit', async () => {
    const { alex } = world.people;
    without(skus.visio2.id, people.megan);
    await says(alex, 'assign "visio plan 2"');
    await alex.press('Continue', { inputs: { person: 'megan bowen' } });
    assert.match(sees(alex), /^Assign a licence\?[\s\S]*Megan Bowen/);
    const which = await says(alex, 'assign planner to megan');
    assert.match(which, /^Which product\?\n[\s\S]*Planner Plan 1 ?›\s+8 of \d+ free/);
    // Of what matches, only what has a free seat is offered, so there is nothing to ask.
    assert.match(await says(alex, 'assign "power bi" to megan'), /already has a licence for Power BI Pro/);
    assert.match(await says(alex, 'assign zeppelin to megan'), /I can’t find a product called “zeppelin to megan”/);
    assert.match(await says(alex, 'assign'), /admins can’t assign/);
  });

  it('are for admins', async () => {
    for (const person of [world.people.patti, world.people.megan])
      assert.match(await says(person, 'assign visio to megan'), /Only admins can do that/);
  });

  it('show no numbers where Microsoft is slow, and do what was confirmed all the same', async () => {
    const { alex } = world.people;
    without(skus.visio2.id, people.megan);
    world.tenant.faults.push({ match: '/graph/v1.0/subscribedSkus', kind: '429', retryAfter: 7, times: 20 });
    assert.match(await says(alex, 'assign "visio plan 2" to Megan Bowen'), /Seats \| Microsoft can’t say how many/);
    world.tenant.faults.length = 0;
    await alex.press(confirming);
    world.clock.advance(hour);
    await settles();
    assert.match(sees(alex), /^Licences assigned\n/);
  });

  it('[65] offer those who lost access in a cancellation another licence, to those who are ticked', async () => {
    await world.close();
    const its = company({ now: world.clock.now() });
    const subscription = buyVisio(its, { holders: 4 });
    world = await openWorld({ company: its, clock: world.clock });
    const { store } = world.purser;
    const { id, holders } = await requested(world, purchaseOf(world, subscription), {
      act: { kind: 'cancel', reason: 'cost' },
    });
    assert.match(await says(world.people.alex, `assign ${id}`), /Nobody has lost access through TK-1/);
    cancel(its, subscription);
    await store.transact((tx) => {
      const takeover = tx.get('takeovers', id);
      if (takeover) tx.put('takeovers', { ...takeover, state: 'done' });
      const [leaver] = holders.ids.map((holder) => tx.get('people', holder));
      if (leaver) tx.put('people', { ...leaver, leftAt: '2026-11-17T08:00:00.000Z' });
    });
    const [left = '', ticked = '', ...others] = holders.ids;
    const admin = world.people.alex;
    const said = await says(admin, `assign ${id}`);
    assert.match(said, /^Give them another licence\?\n3 people lost access to Visio Plan 2 through TK-1/);
    for (const holder of [ticked, ...others]) assert.ok(said.includes(user(holder).displayName), holder);
    assert.ok(said.includes(`${user(left).displayName} lost access too, and is left out: they are no longer in`), said);
    await admin.press(confirming, { inputs: { people: ticked } });
    await settles();
    assert.match(sees(admin), /^Licences assigned\n[\s\S]*1 of 1 done/);
    assert.deepEqual(holdersAt(its, skus.visio2.id), [ticked], 'and nobody else');
  });

  it('answer in French', async () => {
    const { alex } = world.people;
    without(skus.visio2.id, people.megan);
    await says(alex, 'langue français');
    assert.match(
      await says(alex, 'attribuer "visio plan 2" à Megan Bowen', 'fr-FR'),
      /^Attribuer une licence \?\n[\s\S]*Licences \| disponibles\s: \d+ sur 20/,
    );
    await alex.press(confirming);
    await settles();
    assert.match(sees(alex), /^Licences attribuées\n/);
  });
});
