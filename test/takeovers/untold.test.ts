/** Nobody loses access untold: who could not be reached holds a cancellation until an approver says that they know. */
import assert from 'node:assert/strict';
import { differencesIn } from '../../store/proof.ts';
import type { Takeover } from '../../store/records.ts';
import { type Company, company, type Subscription } from '../stand-ins/tenant/index.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { day, hour } from '../world/clock.ts';
import { buyVisio, purchaseOf, requested } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('people who could not be told', () => {
  let world: World;
  let its: Company;
  let subscription: Subscription;
  const opened = async (wanted: Parameters<typeof requested>[2]) => {
    its = company({ now: new Date('2026-11-17T09:15:00Z') });
    subscription = buyVisio(its, { free: 30 });
    world = await openWorld({ company: its });
    await says(world.people.alex, 'notify on approvals');
    await says(world.people.megan, 'notify on approvals');
    await requested(world, purchaseOf(world, subscription), wanted);
    await settles();
    await says(world.people.megan, 'approve TK-1');
    if (wanted?.act?.kind === 'cancel') await world.people.megan.press(confirming);
    await settles();
  };
  afterEach(() => world.close());

  const { says, sees, settles, passes } = actsIn(() => world);
  const taken = (): Takeover => world.purser.store.get('takeovers', 'TK-1') ?? assert.fail('no takeover');
  const cancel = { act: { kind: 'cancel', reason: 'cost' } } as const;
  const reachAll = (): void => {
    for (const id of taken().holders.ids)
      world.teams.person({ id, name: its.users.get(id)?.displayName ?? id, installed: true });
  };

  it('hold a cancellation that is due, and approvers are called to say that they know', async () => {
    await opened(cancel);
    const { alex, megan } = world.people;
    await passes(5 * day);
    assert.equal(taken().state, 'approved');
    const count = taken().untold?.ids.length ?? 0;
    assert.ok(count > 0);
    const called = sees(megan);
    assert.match(called, new RegExp(`It’s due, and waits: ${count} people who lose access couldn’t be told`));
    assert.match(sees(alex), /It’s due, and waits/);
    assert.doesNotMatch(sees(alex), /\[They know: go ahead\]/, 'the requester is not the one to say so');
    await megan.press('They know: go ahead');
    assert.match(
      sees(megan),
      new RegExp(`\\(${count} people\\) lose access, and couldn’t be told in Teams or by e-mail`),
    );
    await megan.press('They know: go ahead');
    assert.match(sees(megan), /Noted\. It begins in a moment\./);
    await passes();
    assert.equal(taken().state, 'waiting');
    const entry = [...world.purser.store.all('audit')].find(({ action }) => action === 'takeover-vouched');
    assert.deepEqual([entry?.actor?.name, entry?.purchase], ['Megan Bowen', taken().purchase.id]);
    await says(alex, 'approval TK-1');
    await alex.press('More');
    assert.match(sees(alex), /Megan Bowen said that everyone who loses access knows/);
  });

  it('are not waited for once they have been told after all', async () => {
    await opened(cancel);
    await passes(5 * day);
    assert.equal(taken().state, 'approved');
    reachAll();
    for (const id of taken().holders.ids) await says(world.teams.people.get(id) ?? assert.fail(), 'help');
    await passes();
    await passes();
    assert.equal(taken().state, 'waiting');
    assert.equal(taken().untold?.known, null, 'nobody had to say anything');
  });

  it('are nobody’s word but an approver’s: neither the requester’s nor, typed, a colleague’s', async () => {
    await opened(cancel);
    const { alex, adele } = world.people;
    await passes(5 * day);
    await says(alex, 'proceed TK-1');
    await says(adele, 'proceed TK-1');
    await passes(day);
    assert.equal(taken().state, 'approved');
    assert.match(await says(world.people.megan, 'approvals'), /Visio Plan 2/);
  });

  it('are asked about once, also where one after the other is told after all', async () => {
    await opened(cancel);
    await passes(5 * day);
    reachAll();
    const late = taken().untold?.ids.slice(0, 3) ?? [];
    const rounds = (): number => taken().history.filter(({ move }) => move === 'untold').length;
    for (const id of late) {
      await says(world.teams.people.get(id) ?? assert.fail(), 'help');
      await passes();
    }
    assert.equal(rounds(), 1);
    const { megan } = world.people;
    const others = (taken().untold?.ids.length ?? 0) - late.length;
    assert.match(await says(megan, 'approval TK-1'), new RegExp(`${others} people who lose access couldn’t be told`));
  });

  it('do not keep it open for a requester who has left, with an objection or without', async () => {
    for (const isObjected of [true, false]) {
      await opened(cancel);
      if (isObjected) await says(world.people.adele, 'object because we need it');
      await passes(5 * day);
      assert.equal(taken().state, 'approved');
      its.users.delete(world.people.alex.id);
      await passes(2 * hour);
      await passes(2 * hour);
      assert.equal(
        taken().state,
        'withdrawn',
        taken()
          .history.map(({ move }) => move)
          .join(),
      );
      if (isObjected) await world.close();
    }
  });

  it('are not let go by a word that nobody gave', async () => {
    await opened(cancel);
    await passes(5 * day);
    const by = { id: world.people.megan.id, name: 'Megan Bowen' };
    await world.purser.store.transact((tx) => {
      const takeover = tx.get('takeovers', 'TK-1');
      const known = { by, at: world.clock.now().toISOString() };
      if (takeover?.untold) tx.put('takeovers', { ...takeover, untold: { ...takeover.untold, known } });
    });
    assert.deepEqual(differencesIn(world.purser.store), [{ id: 'TK-1', what: 'approval' }]);
    await passes();
    assert.equal(taken().state, 'failed');
    assert.equal(taken().history.at(-1)?.words, 'unproven');
  });

  it('hold nothing where everybody keeps a licence', async () => {
    await opened({});
    await passes(5 * day);
    assert.equal(taken().state, 'waiting');
  });

  it('are waited for no longer than until it is approved anew', async () => {
    await opened(cancel);
    await passes(5 * day);
    assert.ok(taken().untold);
    subscription.ownerId = world.people.lidia.id;
    await passes();
    assert.equal(taken().state, 'pending');
    assert.equal(taken().untold, null);
  });

  it('in French', async () => {
    await opened(cancel);
    const { megan } = world.people;
    megan.locale = 'fr-FR';
    await says(megan, 'langue français');
    await passes(5 * day);
    assert.match(sees(megan), /L’opération devrait commencer, mais elle attend : \d+ personnes qui perdent l’accès/);
    await megan.press(({ action }) => action.verb === 'proceed');
    assert.match(sees(megan), /ni dans Teams ni par e-mail\. Sont-elles toutes au courant/);
  });
});
