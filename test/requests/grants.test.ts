/** Two admins settle that free licences of a product are granted by themselves: so many a month, until a day, and never to one of the two. */
import assert from 'node:assert/strict';
import { differencesIn } from '../../store/proof.ts';
import type { LicenceRequest } from '../../store/records.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { skus, type User } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { day } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a licence that is granted by itself', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
    for (const user of world.tenant.company.users.values())
      user.licences = user.licences.filter(({ skuId }) => skuId !== skus.visio2.id);
    await world.purser.sync.run();
  });
  afterEach(() => world.close());

  const { says, sees, settles, passes } = actsIn(() => world);
  const user = (id: string): User => world.tenant.company.users.get(id) ?? assert.fail(id);
  const has = (person: Person) => user(person.id).licences.some(({ skuId }) => skuId === skus.visio2.id);
  const one = (id: string): LicenceRequest => world.purser.store.get('requests', id) ?? assert.fail(id);
  const asks = (person: Person, rest = '"visio plan 2" because I draw our plans') => says(person, `request ${rest}`);
  const grant = () => world.purser.store.get('grants', skus.visio2.id);
  const seats = (count: number): void => {
    const [first, ...others] = world.tenant.company.subscriptions.filter(({ skuId }) => skuId === skus.visio2.id);
    if (first) first.totalLicenses = count;
    for (const each of others) each.totalLicenses = 0;
  };
  const sentence = 'auto-grant "visio plan 2" at most 2 a month until 2027-03-01 because all of us draw';

  /** Alex asks for it, Isaiah, an admin as well, approves it. */
  const settled = async (): Promise<void> => {
    const { alex, isaiah } = world.people;
    assert.match(await says(alex, sentence), /^Granted automatically\nVisio Plan 2\n[\s\S]*\[Ask a second admin\]/);
    assert.equal(world.purser.store.count('orders'), 0, 'typed it is a form, already filled in');
    await alex.press('Ask a second admin', { inputs: { monthly: '2', until: '2027-03-01', reason: 'all of us draw' } });
    assert.match(
      sees(alex),
      /OR-1[\s\S]*Grant Visio Plan 2 automatically: at most 2 licences a month, until 1 Mar 2027/,
    );
    assert.match(sees(alex), /Can decide \| Isaiah Langer\n/, 'an approver who is no admin is none of them');
    await settles();
    assert.match(await says(isaiah, 'approve OR-1'), /Approved/);
    await settles();
  };

  it('is assigned at once, told to who asked and to the one it is for, and the journal names the order', async () => {
    const { adele, lidia, megan } = world.people;
    await settled();
    assert.match(await asks(adele, '"visio plan 2" for lidia because she draws'), /^You asked for Visio Plan 2/);
    await settles();
    assert.ok(has(lidia));
    assert.match(sees(lidia), /^You have Visio Plan 2/);
    assert.match(sees(adele), /^Lidia Holloway has Visio Plan 2[\s\S]*OR-1, settled by Alex Wilber and Isaiah Langer/);
    assert.doesNotMatch(sees(megan), /LR-1/, 'those who decide are left in peace');
    const actions = [...world.purser.store.all('audit')].map(({ action }) => action);
    const told = actions.filter((action) => /^(grant|request)-/.test(action));
    assert.deepEqual(told, ['grant-set', 'request-made', 'request-granted', 'request-given']);
    assert.match(await says(world.people.alex, 'audit visio'), /Licence granted automatically[\s\S]*OR-1/);
    assert.deepEqual(differencesIn(world.purser.store), []);
  });

  it('is for somebody to decide once so many were granted in a month, and again by itself in the next', async () => {
    const { adele, lidia, megan, patti, joni } = world.people;
    await settled();
    await asks(adele);
    await asks(lidia);
    await asks(patti);
    await settles();
    assert.deepEqual([has(adele), has(lidia), has(patti)], [true, true, false]);
    assert.match(sees(megan), /^Patti Fernandez asks for Visio Plan 2\n[\s\S]*used up for this month/);
    await passes(20 * day);
    await asks(joni);
    await settles();
    assert.ok(has(joni), 'it is another month');
    assert.match(await says(world.people.alex, 'auto-grant'), /Visio Plan 2[\s\S]*1 of 2 granted this month/);
  });

  it('is not granted to one of the two who settled it, nor where no licence is free, nor after its last day', async () => {
    const { alex, adele, lidia } = world.people;
    await settled();
    await asks(alex);
    await settles();
    assert.equal(one('LR-1').state, 'pending', 'nobody grants their own');
    seats(0);
    await passes();
    await asks(adele);
    assert.equal(one('LR-2').state, 'pending', 'an approver decides who waits for a licence');
    seats(20);
    await passes(120 * day);
    await asks(lidia);
    assert.equal(one('LR-3').state, 'pending', 'it is over');
  });

  it('is settled by two admins: an approver who is none can’t, and its asker can’t; what was rejected grants nothing', async () => {
    const { alex, isaiah, megan, adele } = world.people;
    await says(alex, sentence);
    await alex.press('Ask a second admin', { inputs: { monthly: '2', until: '2027-03-01', reason: 'all of us draw' } });
    await settles();
    assert.match(await says(megan, 'approve OR-1'), /Only another admin can decide about OR-1/);
    assert.match(await says(alex, 'approve OR-1'), /You asked for OR-1 yourself/);
    assert.match(await says(isaiah, 'reject OR-1 because we buy centrally'), /Rejected/);
    await asks(adele);
    assert.deepEqual([grant(), one('LR-1').state], [undefined, 'pending']);
  });

  it('rests on its order: a record that was written by hand grants nothing', async () => {
    await settled();
    const found = grant() ?? assert.fail();
    await world.purser.store.transact((tx) => tx.put('grants', { ...found, monthly: 500 }));
    await asks(world.people.adele);
    assert.equal(one('LR-1').state, 'pending');
  });

  it('is ended by one admin in two presses; a day too far or past is said to be so, and nothing is lost', async () => {
    const { alex, adele } = world.people;
    await settled();
    const far = await says(alex, 'auto-grant visio plan 2 5 a month until 2029-03-01 because we draw');
    assert.match(far, /for a year at most[\s\S]*we draw/);
    assert.match(
      await says(alex, 'accorder d’office 5 par mois pour visio plan 2 jusqu’au 01/01/2026', 'fr-FR'),
      /^Accordé d’office\nVisio Plan 2\nLe 1er janv\. 2026 n’est pas à venir/,
    );
    await alex.press('Ne plus accorder d’office');
    assert.equal(grant(), undefined);
    await asks(adele);
    assert.equal(one('LR-1').state, 'pending');
    assert.match(await says(adele, 'auto-grant visio'), /Only admins can do that/);
  });

  it('is ended also where the organisation has no licence of it any more', async () => {
    const { alex } = world.people;
    await settled();
    seats(0);
    await passes(day);
    assert.match(await says(alex, 'auto-grant visio plan 2'), /^Granted automatically\nVisio Plan 2\n/);
    await alex.press('Grant no more');
    assert.equal(grant(), undefined);
  });
});
