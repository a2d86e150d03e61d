/** Whose seats are whose, as Microsoft's allotments tell it, and what becomes of it where they don't. */
import assert from 'node:assert/strict';
import { type Whose, whoseSeats } from '../../bot/purchases/seat-sources.ts';
import type { AllotmentsAnswer } from '../../store/records.ts';
import { groups, people, type Subscription, skus } from '../stand-ins/tenant/index.ts';
import { holdersOf } from '../stand-ins/tenant/seats.ts';
import { bought, purchaseOf, useSync } from '../world/syncing.ts';

describe('Microsoft’s allotments', () => {
  const its = useSync();
  /** Of a SKU that others bought as well. */
  const shared = (): Subscription => bought(its.tenant, people.adele, skus.powerBiProDept);
  const whose = (subscription = shared()): Whose | undefined =>
    whoseSeats(purchaseOf(its.store, subscription), its.store);
  const answer = (): AllotmentsAnswer | undefined => its.store.get('parts', 'allotments')?.answer;
  const told = (subscription = shared()) => ({
    known: 'allotted',
    ids: holdersOf(its.tenant.company, subscription).map(({ id }) => id),
    at: its.store.get('parts', 'allotments')?.goodAt,
  });
  const sorted = (known: object | undefined) =>
    known && 'ids' in known ? { ...known, ids: (known.ids as string[]).toSorted((a, b) => (a < b ? -1 : 1)) } : known;
  const is = (known: object | undefined, expected: object) => assert.deepEqual(sorted(known), sorted(expected));

  for (const name of ['id', 'commerceSubscriptionId'] as const)
    it(`that name one subscription by its ${name} tell who holds it, over several pages`, async () => {
      const { company, sizes } = its.tenant;
      Object.assign(company, { allotments: 'single', allotmentsNameBy: name });
      sizes.allotments = 7;
      await its.sync.run();
      assert.ok(told().ids.length > 1);
      is(whose(), told());
      const { said, single, pooled, byId, byCommerceId, byNeither } = answer() ?? assert.fail();
      assert.deepEqual([said, pooled, byNeither], ['whole', 0, 0]);
      assert.deepEqual([byId, byCommerceId], name === 'id' ? [single, 0] : [0, single]);
    });

  const silent = {
    absent: { said: 'absent', why: 'absent' },
    refused: { said: 'refused', why: 'refused' },
    pooled: { said: 'whole', why: 'pool' },
    contradictory: { said: 'whole', why: 'contradiction' },
  } as const;
  for (const [allotments, { said, why }] of Object.entries(silent))
    it(`that are ${allotments} conclude nothing, which is told, and no part fails for it`, async () => {
      Object.assign(its.tenant.company, { allotments });
      await its.sync.run();
      assert.deepEqual(whose(), { known: null, why });
      assert.equal(answer()?.said, said);
      for (const { id, trouble } of its.store.all('parts')) assert.equal(trouble, null, id);
      // The only one of its SKU needs no allotment.
      assert.equal(whose(bought(its.tenant, people.adele, skus.project3Dept))?.known !== undefined, true);
    });

  const broken = {
    'a 5xx on a page of assignments': { path: 'assignments', kind: 'status', code: 503 },
    'a page cut in half': { path: 'assignments', kind: 'half-page' },
    'a list of allotments that never comes': { path: 'allotments', kind: 'reset-before' },
  } as const;
  for (const [what, { path, ...fault }] of Object.entries(broken))
    it(`half answered, with ${what}, leave what was said whole before, with its date, for a day`, async () => {
      its.tenant.company.allotments = 'single';
      its.tenant.sizes.allotments = 20;
      await its.sync.run();
      const before = told();
      its.clock.advance(900_000);
      const second = (call: { path: string; query: URLSearchParams }) =>
        call.path.endsWith(`/cloudLicensing/${path}`) && (path === 'allotments' || call.query.has('$skiptoken'));
      its.tenant.faults.push({ match: second, ...fault, times: 500 });
      for (let n = 0; n < 2; n++) {
        await its.sync.run();
        is(whose(), before);
        assert.deepEqual([answer()?.said, answer()?.keptFrom], ['half', before.at]);
        its.clock.advance(900_000);
      }
      for (const { id, trouble, goodAt } of its.store.all('parts')) {
        assert.equal(trouble, null, id);
        assert.ok((goodAt ?? '') > '2026-11-17T09:20', id);
      }
      its.clock.advance(86_400_000);
      await its.sync.run();
      assert.deepEqual([whose(), answer()?.keptFrom], [{ known: null, why: 'half' }, undefined]);
      its.tenant.faults.length = 0;
      await its.sync.run();
      is(whose(), told());
      assert.deepEqual([answer()?.said, answer()?.keptFrom], ['whole', undefined]);
    });

  it('half answered conclude nothing of a purchase whose holders are others since', async () => {
    const { company, faults } = its.tenant;
    company.allotments = 'single';
    await its.sync.run();
    const [holder] = holdersOf(company, shared());
    if (holder) holder.licences = [];
    faults.push({ match: '/graph/beta/admin/cloudLicensing', kind: 'status', code: 503, times: 5 });
    await its.sync.run();
    faults.length = 0;
    assert.deepEqual(whose(), { known: null, why: 'half' });
  });

  it('of which a row can’t be read are half an answer', async () => {
    its.tenant.company.allotments = 'single';
    const row = { id: '1', assignedTo: null, allotment: { id: '2' } };
    its.tenant.faults.push({
      match: 'GET /graph/beta/admin/cloudLicensing/assignments',
      kind: 'answer',
      body: () => ({ value: [row] }),
      times: 2,
    });
    await its.sync.run();
    assert.deepEqual(whose(), { known: null, why: 'half' });
  });

  it('that don’t name a subscription say nothing of it', async () => {
    its.tenant.company.allotments = 'single';
    await its.sync.run();
    await its.store.transact((tx) => {
      for (const lot of [...tx.all('allotments')])
        if (lot.subscriptions.includes(shared().id)) tx.put('allotments', { ...lot, subscriptions: [] });
    });
    assert.deepEqual(whose(), { known: null, why: 'unnamed' });
  });

  it('in which somebody has a seat of two purchases conclude nothing of either: Graph takes both at once', async () => {
    const { company } = its.tenant;
    company.allotments = 'single';
    const [adele, grady] = [shared(), bought(its.tenant, people.grady, skus.powerBiProDept)];
    const [holder] = holdersOf(company, grady);
    holder?.licences.push({
      skuId: adele.skuId,
      group: groups.designers,
      since: '2026-01-01T00:00:00Z',
      from: adele.id,
    });
    for (const group of company.groups) if (group.id === groups.designers) group.members = [holder?.id ?? ''];
    await its.sync.run();
    for (const each of [adele, grady]) assert.deepEqual(whose(each), { known: null, why: 'contradiction' });
  });

  it('that miss somebody who has the product conclude nothing', async () => {
    const { company } = its.tenant;
    company.allotments = 'single';
    const body = () => ({ value: [] });
    its.tenant.faults.push({ match: 'GET /graph/beta/admin/cloudLicensing/assignments', kind: 'answer', body });
    await its.sync.run();
    assert.deepEqual(whose(), { known: null, why: 'contradiction' });
  });

  it('are asked for last, once each where nobody bought anything, and not at all for assignments then', async () => {
    const { company, requests } = its.tenant;
    company.allotments = 'single';
    company.subscriptions = company.subscriptions.filter(
      ({ ownerId, skuPartNumber }) => ownerId === company.tenantId && !/dept/i.test(skuPartNumber),
    );
    await its.sync.run();
    const paths = requests.map(({ path }) => path);
    assert.equal(paths.filter((path) => path.includes('cloudLicensing')).length, 1);
    assert.match(paths.at(-1) ?? '', /allotments$/);
  });
});
