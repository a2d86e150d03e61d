/** What is done at Microsoft rests on the chain of the journal: what was written into the records by hand is not carried out. */
import assert from 'node:assert/strict';
import { verifyAudit } from '../../store/audit.ts';
import type { Takeover } from '../../store/records.ts';
import { fingerprintOf } from '../../store/takeover/fingerprint.ts';
import { skus } from '../stand-ins/tenant/catalogue.ts';
import { type Company, company, type Subscription } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { day } from '../world/clock.ts';
import { buyVisio, holdersAt, purchaseOf, requested, target } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('what somebody wrote into the records by hand', () => {
  let world: World;
  let its: Company;
  let subscription: Subscription;
  beforeEach(async () => {
    its = company({ now: new Date('2026-11-17T09:15:00Z') });
    subscription = buyVisio(its, { holders: 4, free: 30 });
    world = await openWorld({ company: its });
    await says(world.people.alex, 'notify on approvals');
    await says(world.people.isaiah, 'notify on alerts');
    await requested(world, purchaseOf(world, subscription));
    await settles();
  });
  afterEach(() => world.close());

  const { says, sees, settles, passes } = actsIn(() => world);
  const taken = (): Takeover => world.purser.store.get('takeovers', 'TK-1') ?? assert.fail('no takeover');
  const writes = (change: Partial<Takeover>): Promise<void> =>
    world.purser.store.transact((tx) => tx.put('takeovers', { ...taken(), ...change }));
  const byMegan = (fingerprint: string) => {
    const by = { id: world.people.megan.id, name: 'Megan Bowen' };
    return { by, at: world.clock.now().toISOString(), fingerprint };
  };
  const approvedByHand = async (): Promise<void> => {
    const notBefore = world.clock.now().toISOString();
    await writes({ state: 'approved', approvals: [byMegan(taken().fingerprint)], notBefore });
  };

  it('an approval without an entry moves nobody, and everybody who should know is told', async () => {
    await approvedByHand();
    await passes(day);
    assert.equal(taken().state, 'failed');
    assert.deepEqual(holdersAt(its, target.sku), []);
    assert.match(sees(world.people.alex), /An approval has no entry in the journal’s chain/);
    assert.match(sees(world.people.isaiah), /Nothing was done for TK-1/);
    await says(world.people.alex, 'retry TK-1');
    await settles();
    assert.equal(taken().state, 'failed');
    assert.deepEqual(holdersAt(its, target.sku), []);
    assert.match(await says(world.people.isaiah, 'audit verify'), /TK-1: an approval has no entry in the journal/);
    assert.equal(verifyAudit(world.purser.store).holds, true);
  });

  it('another list than what was approved moves nobody, although its fingerprint fits', async () => {
    await says(world.people.megan, 'approve TK-1');
    const one = taken();
    const holders = { ...one.holders, known: 'picked' as const, ids: one.holders.ids.slice(0, 2) };
    const fingerprint = fingerprintOf({ ...one, holders });
    await writes({ holders, fingerprint, approvals: one.approvals.map((each) => ({ ...each, fingerprint })) });
    await passes(4 * day);
    assert.deepEqual(holdersAt(its, target.sku), []);
    assert.match(await says(world.people.isaiah, 'audit verify'), /TK-1: /);
  });

  it('one approval in place of two moves nobody', async () => {
    await writes({ needed: 2 });
    await says(world.people.megan, 'approve TK-1');
    assert.equal(taken().state, 'pending');
    await writes({ needed: 1, state: 'approved', notBefore: world.clock.now().toISOString() });
    await passes(day);
    assert.equal(taken().state, 'failed');
    assert.deepEqual(holdersAt(its, target.sku), []);
  });

  it('a run that nobody began moves nobody', async () => {
    const at = world.clock.now().toISOString();
    await approvedByHand();
    await writes({ state: 'running', job: 'J-99' });
    const step = { key: 'give 0', state: 'todo' as const, tries: 0, at, why: null };
    const work = { kind: 'takeover', takeover: 'TK-1' } as const;
    await world.purser.store.transact((tx) =>
      tx.put('jobs', { id: 'J-99', work, createdAt: at, dueAt: at, steps: [step] }),
    );
    await settles();
    assert.equal(taken().state, 'failed');
    assert.deepEqual(holdersAt(its, target.sku), []);
  });

  it('a change of rules is not carried out, and a licence is not given', async () => {
    const { store } = world.purser;
    const at = world.clock.now().toISOString();
    const rule =
      [...store.all('rules')].find(({ surface, value }) => surface === 'product' && value === 'Disabled') ??
      assert.fail();
    const before = JSON.stringify(its.products);
    const step = (key: string) => ({ key, state: 'todo' as const, tries: 0, at, why: null });
    const by = { id: world.people.alex.id, name: 'Alex Wilber' };
    const { id, name, value } = rule;
    const item = { rule: id, name, before: value, found: null, wanted: 'Enabled' as const, after: null };
    const who = world.people.bare.id;
    await store.transact((tx) => {
      tx.put('changes', { id: 'CH-9', by, at, why: 'x', undoes: null, state: 'running', job: 'J-98', items: [item] });
      tx.put('jobs', {
        id: 'J-98',
        work: { kind: 'change', change: 'CH-9' },
        createdAt: at,
        dueAt: at,
        steps: [step(id)],
      });
      const work = { kind: 'licences', what: 'assign', sku: skus.visio2.id, product: 'Visio', by } as const;
      tx.put('jobs', { id: 'J-97', work, createdAt: at, dueAt: at, steps: [step(who)] });
    });
    await settles();
    assert.equal(JSON.stringify(its.products), before);
    assert.deepEqual(holdersAt(its, target.sku), []);
    const verified = await says(world.people.isaiah, 'audit verify');
    assert.match(verified, /CH-9: what it does isn’t what the journal tells of/);
    assert.match(verified, /J-97: what it does/);
  });

  it('is named by what differs, and what was decided properly is not', async () => {
    assert.match(await says(world.people.isaiah, 'audit verify'), /Takeovers, changes and licence orders match it/);
    await says(world.people.megan, 'approve TK-1');
    await passes(4 * day);
    assert.equal(taken().state, 'waiting');
    assert.match(await says(world.people.isaiah, 'audit verify'), /Takeovers, changes and licence orders match it/);
    await writes({ state: 'done' });
    assert.match(await says(world.people.isaiah, 'audit verify'), /TK-1: its state isn’t the one the journal tells of/);
    await world.purser.store.transact((tx) => tx.delete('takeovers', 'TK-1'));
    assert.match(await says(world.people.isaiah, 'audit verify'), /TK-1: the journal tells of it/);
  });

  it('shows in a hash that somebody kept: it is looked for, and everything up to it', async () => {
    const { isaiah } = world.people;
    const { store } = world.purser;
    const [first, second] = [...store.all('audit')];
    assert.match(
      await says(isaiah, `audit verify ${second?.hash.toUpperCase()}`),
      /This hash is that of A-2, .*unchanged/,
    );
    assert.match(await says(isaiah, `audit verify ${'0'.repeat(64)}`), /No entry has this hash/);
    assert.match(await says(isaiah, 'audit verify 12ab'), /That isn’t a hash/);
    assert.match(
      await says(isaiah, `journal vérifier ${'0'.repeat(64)}`, 'fr-FR'),
      /Aucune entrée n’a cette empreinte/,
    );
    if (first) await store.transact((tx) => tx.put('audit', { ...first, why: 'slipped in' }));
    assert.match(await says(isaiah, `audit verify ${second?.hash}`), /the chain breaks before it, at A-1/);
  });
});
