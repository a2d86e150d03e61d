/** The rules somebody means, and what is known of products. */
import assert from 'node:assert/strict';
import { findRules, knownProduct, knownProducts, purchasesOf, valuesFor } from '../../bot/rules/catalogue/products.ts';
import { type Purchase, type Rule, statuses } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import { company, skus } from '../stand-ins/tenant/index.ts';

const tenant = company();
const rules: Pick<Rule, 'id' | 'surface' | 'name'>[] = [
  ...tenant.products.map(({ productId, productName }) => ({
    ...{ id: `product:${productId}`, surface: 'product' as const, name: productName },
  })),
  ...tenant.offerTypes.map(({ scopeId, scopeValue }) => ({
    ...{ id: `offer:${scopeId}`, surface: 'offer' as const, name: scopeValue },
  })),
  { id: 'switch:email-sign-up', surface: 'switch', name: 'Sign-up for email-based subscriptions' },
];
const named = (words: string): string[] => findRules(rules, words).map(({ name }) => name);
const only = (name: string) => rules.find((rule) => rule.name === name) ?? assert.fail(name);

describe('the rules somebody means', () => {
  const table: [string, string[]][] = [
    ['Visio Plan 2', ['Visio Plan 2']],
    ['visio 2', ['Visio Plan 2']],
    ['visioplan2', ['Visio Plan 2']],
    ['VISIO-PLAN-2', ['Visio Plan 2']],
    ['visio', ['Visio Plan 1', 'Visio Plan 2']],
    ['vis', ['Visio Plan 1', 'Visio Plan 2', 'Power BI visuals']],
    ['CFQ7TTC0HD32', ['Visio Plan 2']],
    ['cfq7ttc0kxn8', ['Visio Plan 2']],
    ['product:CFQ7TTC0HD32', ['Visio Plan 2']],
    ['copilot', ['Microsoft 365 Copilot']],
    ['power bi pro', ['Power BI Pro']],
    ['power bi', ['Power BI Premium (standalone)', 'Power BI Pro', 'Power BI visuals']],
    ['powerbi', ['Power BI Premium (standalone)', 'Power BI Pro', 'Power BI visuals']],
    ['pbi pro', ['Power BI Pro']],
    ['flow', ['Power Automate per user']],
    ['project', ['Planner Plan 1', 'Project Plan 3']],
    ['project 1', ['Planner Plan 1']],
    ['teams premium', ['Teams Premium Introductory Pricing']],
    ['windows 365 business', ['Windows 365 Business']],
    ['SaaS', ['SaaS']],
    ['business central', ['Dynamics 365 Business Central']],
    ['e-mail sign-up', ['Sign-up for email-based subscriptions']],
    ['Inscription par e-mail', ['Sign-up for email-based subscriptions']],
    ['spreadsheet', []],
    ['2', ['Visio Plan 2']],
    ['HD32', []],
    ['  ', []],
    ['…', []],
  ];
  for (const [words, found] of table)
    it(`by “${words}”: ${found.join(', ') || 'none'}`, () => {
      assert.deepEqual(named(words), found);
    });

  it('are found by the name Microsoft gives them, in any letters, whatever it is', () => {
    for (const { name } of rules) assert.deepEqual(named(` ${name.toUpperCase()} `), [name]);
  });

  it('[52] are found by the names of the families that the source documents speak of', () => {
    for (const family of ['Power BI', 'Power Apps', 'Power Automate', 'Project', 'Visio']) {
      const found = findRules(rules, family);
      assert.ok(found.length > 0, family);
      assert.ok(
        found.every((rule) =>
          [rule.name, ...(knownProduct(rule)?.nicknames ?? [])].some((name) =>
            name.toLowerCase().includes(family.toLowerCase()),
          ),
        ),
        family,
      );
    }
  });

  it('are found by every nickname and old id, which mean one each', () => {
    for (const { nicknames, old, id } of knownProducts)
      for (const words of [...nicknames, ...old])
        assert.deepEqual(
          findRules(rules, words).map((rule) => rule.id),
          [`product:${id}`],
          words,
        );
  });

  it('may be a product that no document knew', () => {
    const loop = { id: 'product:CFQ7TTC0NEW1', surface: 'product' as const, name: 'Loop Premium' };
    assert.deepEqual(findRules([...rules, loop], 'loop'), [loop]);
    assert.equal(knownProduct(loop), undefined);
  });
});

describe('a rule', () => {
  it('[N1, N2] of a product has three values, of an offer type or the switch two', () => {
    assert.deepEqual(valuesFor(only('Visio Plan 2')), ['Enabled', 'OnlyTrialsWithoutPaymentMethod', 'Disabled']);
    assert.deepEqual(valuesFor(only('SaaS')), ['Enabled', 'Disabled']);
    assert.deepEqual(valuesFor({ surface: 'switch' }), ['Enabled', 'Disabled']);
  });

  it('[N1] of a product tells whether there is a trial without a payment method, also by an old id', () => {
    for (const { productId, trials } of tenant.products)
      assert.equal(knownProduct({ id: `product:${productId}`, surface: 'product' })?.trialsWithoutPayment, trials);
    assert.equal(knownProduct({ id: 'product:CFQ7TTC0KXN9', surface: 'product' })?.id, 'CFQ7TTC0HD33');
    assert.equal(knownProduct({ id: 'offer:CFQ7TTC0HD33', surface: 'offer' }), undefined);
  });
});

describe('the live purchases of a product', () => {
  let purchases: Purchase[];
  let revision: number;
  const reader = {
    all: () => purchases[Symbol.iterator](),
    revision: () => revision,
  } as unknown as Reader;
  const purchase = (sku: { id: string; part: string }, change: Partial<Purchase> = {}): Purchase =>
    ({
      ...{ sku: sku.id, skuPart: sku.part, kind: 'self-service', status: 'Enabled', absent: null },
      ...change,
    }) as Purchase;
  const of = (name: string): readonly Purchase[] => purchasesOf(only(name), reader);
  beforeEach(() => {
    purchases = [];
    revision = Math.random();
  });

  it('[22] are those of each SKU it is sold as, and of no other', () => {
    const [dept, plain, other] = [skus.visio2Dept, skus.visio2, skus.visio1Dept].map((sku) => purchase(sku));
    assert.ok(dept && plain && other);
    purchases = [dept, plain, other];
    assert.deepEqual(of('Visio Plan 2'), [dept, plain]);
    assert.deepEqual(of('Visio Plan 1'), [other]);
    assert.deepEqual(of('Power BI Pro'), []);
  });

  it('are neither central, nor deleted, nor gone', () => {
    const ended = statuses.filter((status) => status === 'Deleted');
    purchases = [
      purchase(skus.visio2, { kind: 'central' }),
      purchase(skus.visio2, { kind: 'partner' }),
      ...ended.map((status) => purchase(skus.visio2, { status })),
      purchase(skus.visio2, { absent: { since: '2026-11-17T09:15:00.000Z', syncs: 2, asked: 1, gone: true } }),
    ];
    assert.deepEqual(of('Visio Plan 2'), []);
  });

  it('tell the sizes of Windows 365 Business from those with Hybrid Benefit', () => {
    const plain = purchase({ id: 'a', part: 'CPC_B_4C_16RAM_128GB' });
    const hybrid = purchase({ id: 'b', part: 'CPC_B_4C_16RAM_128GB_WHB' });
    const enterprise = purchase({ id: 'c', part: 'CPC_E_2C_8GB_128GB' });
    purchases = [plain, hybrid, enterprise];
    assert.deepEqual(of('Windows 365 Business'), [plain]);
    assert.deepEqual(of('Windows 365 Business with Windows Hybrid Benefit'), [hybrid]);
    assert.deepEqual(of('Windows 365 Enterprise'), [enterprise]);
  });

  it('are not those of another id that has its part number, or bears its name', () => {
    const another = '0f0f0f0f-0000-4000-8000-00000000abcd';
    purchases = [purchase({ id: another, part: skus.visio2.part }), purchase({ id: another, part: 'Visio Plan 2' })];
    assert.deepEqual(of('Visio Plan 2'), []);
  });

  it('are found by the name where no document says as what it is sold', () => {
    const sku = { id: '4016f256-b063-4864-816e-d818aad600c9', part: 'TOPIC_EXPERIENCES' };
    const topics = { id: 'product:NEW', surface: 'product' as const, name: 'Viva Topics' };
    const one = purchase(sku);
    purchases = [one];
    assert.deepEqual(purchasesOf(topics, reader), [one]);
    assert.deepEqual(purchasesOf({ ...topics, surface: 'offer' }, reader), []);
  });

  it('are counted anew when purchases change', () => {
    purchases = [purchase(skus.visio2)];
    assert.equal(of('Visio Plan 2').length, 1);
    purchases.push(purchase(skus.visio2));
    revision++;
    assert.equal(of('Visio Plan 2').length, 2);
  });
});
