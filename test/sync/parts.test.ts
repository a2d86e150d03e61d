/** A sync of which Microsoft fails a part. */
import assert from 'node:assert/strict';
import { parts as all, type Part } from '../../store/records.ts';
import { type Fault, people, skus } from '../stand-ins/tenant/index.ts';
import { bought, contentOf, purchaseOf, useSync } from '../world/syncing.ts';

/** Microsoft need not tell of allotments: a test of its own has what becomes of them. */
const parts = all.filter((id) => id !== 'allotments');

describe('a sync, where Microsoft fails', () => {
  const its = useSync();
  const first = '2026-11-17T09:15:00.000Z';
  /** Something new in every part. */
  const change = (): void => {
    const { company } = its.tenant;
    bought(its.tenant, people.adele, skus.powerBiProDept).totalLicenses = 77;
    const adele = company.users.get(people.adele);
    assert.ok(adele);
    adele.displayName = 'Adele Vance-Young';
    adele.licences = [];
    for (const product of company.products) product.policyValue = 'Disabled';
  };
  const part = (id: Part['id']): Part => {
    const found = its.store.get('parts', id);
    assert.ok(found);
    return found;
  };
  /** Syncs well, then an hour later in trouble. */
  const hitBy = async (...faults: Fault[]): Promise<void> => {
    await its.sync.run();
    change();
    its.clock.advance(3_600_000);
    its.tenant.faults.push(...faults);
    await its.sync.run();
    its.tenant.faults.length = 0;
  };
  const lasting = (match: Fault['match']): Fault => ({ match, kind: 'status', code: 503, times: 5 });
  const is = (path: string) => (call: { path: string; inBatch: boolean }) => !call.inBatch && call.path === path;

  const table: Record<(typeof parts)[number], Fault['match'][]> = {
    subscriptions: [is('/graph/v1.0/directory/subscriptions')],
    people: [is('/graph/v1.0/$batch'), '/graph/v1.0/directoryRoles'],
    products: [is('/graph/v1.0/subscribedSkus')],
    holders: [is('/graph/v1.0/users')],
    rules: ['/licensing/v1.0/policies/AllowSelfServicePurchase/products'],
  };
  const read = {
    subscriptions: 'purchases',
    people: 'people',
    products: 'products',
    holders: 'holdings',
    rules: 'rules',
  } as const;
  for (const id of parts)
    for (const [n, match] of table[id].entries())
      it(`${id} (${n + 1}), keeps the last good reading of it with its age, and goes on with the others`, async () => {
        await its.sync.run();
        const before = contentOf(its.store, read[id]);
        await hitBy(lasting(match));
        const now = its.clock.now().getTime();
        assert.deepEqual(contentOf(its.store, read[id]), before);
        assert.equal(part(id).goodAt, first);
        assert.equal(part(id).trouble?.what, 'unreachable');
        assert.ok(Date.parse(part(id).triedAt ?? '') > Date.parse(first));
        // What lies behind the subscriptions is not read without them.
        const goOn = parts.filter((each) => each !== id && !(id === 'subscriptions' && each === 'people'));
        for (const other of goOn) {
          assert.equal(part(other).trouble, null, other);
          assert.ok(now - Date.parse(part(other).goodAt ?? '') < 60_000, other);
        }
      });

  it('a part, is well again at the next sync', async () => {
    await hitBy(...parts.map((id) => lasting(table[id][0] ?? '')));
    assert.ok(parts.some((id) => part(id).trouble !== null));
    await its.sync.run();
    for (const id of parts) assert.equal(part(id).trouble, null);
    assert.equal(purchaseOf(its.store, bought(its.tenant, people.adele, skus.powerBiProDept)).quantity, 77);
    assert.equal(its.store.get('people', people.adele)?.name, 'Adele Vance-Young');
  });

  const middle: [string, (match: Fault['match']) => Fault][] = [
    ['half a page', (match) => ({ match, kind: 'half-page', times: 5 })],
    ['no JSON', (match) => ({ match, kind: 'not-json', times: 5 })],
    ['a cut connection', (match) => ({ match, kind: 'reset-after', times: 5 })],
    ['429 for ever', (match) => ({ match, kind: '429', retryAfter: 30, times: 5 })],
  ];
  for (const [what, fault] of middle)
    it(`in the middle of the pages, with ${what}, takes nothing for absent`, async () => {
      its.tenant.sizes.subscriptions = 10;
      const third = ({ path, query }: { path: string; query: URLSearchParams }) =>
        path.endsWith('/directory/subscriptions') && /^m~/.test(query.get('$skiptoken') ?? '');
      for (let n = 0; n < 3; n++) await hitBy(fault(third));
      assert.ok([...its.store.all('purchases')].every(({ absent }) => absent === null));
      assert.ok(part('subscriptions').trouble);
    });

  it('the holders of one product, keeps those it knows', async () => {
    const ofVisio = ({ path, query, inBatch }: { path: string; query: URLSearchParams; inBatch: boolean }) =>
      !inBatch && path.endsWith('/users') && (query.get('$filter') ?? '').includes(skus.visio2Dept.id);
    await its.sync.run();
    const before = its.store.get('holdings', skus.visio2Dept.id);
    assert.ok(before);
    await hitBy(lasting(ofVisio));
    assert.deepEqual(its.store.get('holdings', skus.visio2Dept.id), before);
    assert.equal(part('holders').goodAt, first);
  });

  it('the first time, has read nothing, and says why', async () => {
    its.tenant.faults.push(lasting(is('/graph/v1.0/directory/subscriptions')));
    await its.sync.run();
    assert.equal(its.store.count('purchases'), 0);
    assert.deepEqual([part('subscriptions').goodAt, part('subscriptions').trouble?.what], [null, 'unreachable']);
    assert.equal(its.sync.hasRun(), true);
  });

  it('who the administrators are the first time, does not call their purchases self-service for good', async () => {
    its.tenant.faults.push(lasting('/graph/v1.0/directoryRoles'));
    await its.sync.run();
    await its.sync.run();
    const entra = purchaseOf(its.store, bought(its.tenant, people.alex, skus.entraP2));
    assert.deepEqual([entra.kind, entra.evidence], ['central', ['owner-is-admin']]);
  });

  it('a permission, says which trouble it is', async () => {
    const [app] = its.tenant.company.apps;
    assert.ok(app);
    app.roles.graph = [];
    await its.sync.run();
    for (const id of ['subscriptions', 'products'] as const) assert.equal(part(id).trouble?.what, 'no-permission');
  });
});
