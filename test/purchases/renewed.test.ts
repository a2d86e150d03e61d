/** Ids that change as a subscription renews: it stays the same purchase, unless it could be another. */
import assert from 'node:assert/strict';
import { maybeRenewed } from '../../bot/purchases/maybe-renewed.ts';
import type { Takeover } from '../../store/records.ts';
import { people, type Subscription, skus } from '../stand-ins/tenant/index.ts';
import { pending } from '../store/takeover-scene.ts';
import { bought, purchaseOf, useSync } from '../world/syncing.ts';

const day = 86_400_000;

describe('a subscription that Microsoft lists under a new id', () => {
  const its = useSync({ users: 60 });
  const project = (): Subscription => bought(its.tenant, people.adele, skus.project3Dept);
  const on = (days: number): string => new Date(its.clock.now().getTime() + days * day).toISOString();
  let last = 0;
  const another = (): string => `7e9a0000-0000-4000-8000-0000000e${String(++last).padStart(4, '0')}`;
  /** It is listed no more; what comes in its place differs so. */
  const renews = async (old: Subscription, change: Partial<Subscription>): Promise<Subscription> => {
    const { company } = its.tenant;
    const renewed = { ...old, id: another(), ...change };
    company.subscriptions = [...company.subscriptions.filter(({ id }) => id !== old.id), renewed];
    its.clock.advance(900_000);
    await its.sync.run();
    return renewed;
  };
  const audited = (action: string) => [...its.store.all('audit')].filter((entry) => entry.action === action);

  it('and the same commerce id keeps its number, and everything that people decided about it', async () => {
    await its.sync.run();
    const before = purchaseOf(its.store, project());
    const settled = { by: people.alex, name: 'Alex Wilber', at: its.clock.now().toISOString() };
    const decision = { kind: 'takeover', by: people.alex, name: 'Alex Wilber', takeover: 'TK-1' } as const;
    const decided = { ...before, kind: 'self-service', sure: 'confirmed', settled, decision } as const;
    await its.store.transact((tx) => tx.put('purchases', decided));
    const renewed = await renews(project(), { createdDateTime: on(0), nextLifecycleDateTime: on(365) });
    const after = purchaseOf(its.store, renewed);
    assert.deepEqual(
      [after.id, after.kind, after.sure, after.settled, after.decision, after.createdAt, after.firstSeenAt],
      [before.id, 'self-service', 'confirmed', settled, decision, before.createdAt, before.firstSeenAt],
    );
    assert.deepEqual([after.formerly, after.nextAt], [[before.subscription], on(365).slice(0, 10)]);
    assert.equal(audited('appeared').length, 0);
    assert.deepEqual(
      audited('renewed').map((entry) => [entry.purchase, entry.before, entry.after]),
      [[before.id, before.subscription, renewed.id]],
    );
    const count = its.store.count('purchases');
    for (let n = 0; n < 3; n++) await its.sync.run();
    assert.equal(its.store.count('purchases'), count);
    assert.deepEqual(purchaseOf(its.store, renewed), after);
  });

  it('stays one where Microsoft still lists the old id as deleted, and where the old id comes back', async () => {
    await its.sync.run();
    const old = project();
    const { id } = purchaseOf(its.store, old);
    its.tenant.company.subscriptions.push({ ...old, status: 'Deleted' });
    const renewed = { ...old, id: another(), createdDateTime: on(0) };
    its.tenant.company.subscriptions = [...its.tenant.company.subscriptions.filter((each) => each !== old), renewed];
    for (let n = 0; n < 2; n++) await its.sync.run();
    assert.deepEqual([purchaseOf(its.store, renewed).id, purchaseOf(its.store, renewed).status], [id, 'Enabled']);
    const rest = its.tenant.company.subscriptions.filter(({ id }) => id !== renewed.id && id !== old.id);
    its.tenant.company.subscriptions = [...rest, old];
    await its.sync.run();
    assert.deepEqual([purchaseOf(its.store, old).id, purchaseOf(its.store, old).status], [id, 'Enabled']);
  });

  it('and a new commerce id is known by product, purchaser and dates that join', async () => {
    await its.sync.run();
    const { id } = purchaseOf(its.store, project());
    const renewed = await renews(project(), { commerceSubscriptionId: another(), createdDateTime: on(5) });
    assert.equal(purchaseOf(its.store, renewed).id, id);
  });

  const strangers: [string, (old: Subscription) => Partial<Subscription>][] = [
    ['another purchaser', () => ({ ownerId: people.lidia, createdDateTime: on(5) })],
    ['another product', () => ({ skuId: skus.project1Dept.id, createdDateTime: on(5) })],
    ['dates that don’t join', () => ({ createdDateTime: on(-40) })],
    ['no date', () => ({ createdDateTime: null })],
    ['no owner', () => ({ ownerId: null, ownerType: null, createdDateTime: on(5) })],
  ];
  for (const [what, change] of strangers)
    it(`and with ${what} is another purchase`, async () => {
      await its.sync.run();
      const { id } = purchaseOf(its.store, project());
      const old = project();
      const renewed = await renews(old, { commerceSubscriptionId: another(), ...change(old) });
      assert.notEqual(purchaseOf(its.store, renewed).id, id);
      assert.equal(its.store.get('purchases', id)?.absent?.syncs, 1);
    });

  it('that could be the renewal of two, or two that could be that of one, are merged with none', async () => {
    const { company } = its.tenant;
    const twin = { ...project(), id: another(), commerceSubscriptionId: another() };
    company.subscriptions.push(twin);
    await its.sync.run();
    const [one, two] = [purchaseOf(its.store, project()).id, purchaseOf(its.store, twin).id];
    company.subscriptions = company.subscriptions.filter(({ id }) => id !== twin.id);
    const renewed = await renews(project(), { commerceSubscriptionId: another(), createdDateTime: on(5) });
    const young = purchaseOf(its.store, renewed);
    assert.ok(![one, two].includes(young.id));
    const kin = maybeRenewed(young, its.store);
    assert.deepEqual(
      [kin.after, kin.before.map(({ id }) => id).toSorted()],
      [[], [one, two].toSorted()],
      'and each says which it may be',
    );
    for (const id of [one, two])
      assert.deepEqual(maybeRenewed(its.store.get('purchases', id) ?? young, its.store), {
        after: [young],
        before: [],
      });
    const visio = bought(its.tenant, people.alex, skus.visio2Dept);
    const { id } = purchaseOf(its.store, visio);
    const next = { ...visio, id: another(), createdDateTime: visio.nextLifecycleDateTime };
    company.subscriptions.push({ ...next, commerceSubscriptionId: another() });
    const last = await renews(visio, {
      commerceSubscriptionId: another(),
      createdDateTime: visio.nextLifecycleDateTime,
    });
    assert.notEqual(purchaseOf(its.store, last).id, id);
  });

  it('after a takeover that ended the old one is bought again, and stands as new', async () => {
    await its.sync.run();
    const { id } = purchaseOf(its.store, project());
    const ended: Takeover = { ...pending(), state: 'done' };
    await its.store.transact((tx) => tx.put('takeovers', { ...ended, purchase: { ...ended.purchase, id } }));
    const renewed = await renews(project(), { commerceSubscriptionId: another(), createdDateTime: on(5) });
    assert.notEqual(purchaseOf(its.store, renewed).id, id);
    assert.deepEqual(maybeRenewed(purchaseOf(its.store, renewed), its.store), { after: [], before: [] });
  });

  it('is not guessed at while a row without a legible id may be the old one', async () => {
    await its.sync.run();
    const { id } = purchaseOf(its.store, project());
    Object.assign(bought(its.tenant, people.alex, skus.visio2Dept), { id: 'two words' });
    const renewed = await renews(project(), { createdDateTime: on(5) });
    assert.notEqual(purchaseOf(its.store, renewed).id, id);
  });
});
