/** Who may buy what, read and set. */
import assert from 'node:assert/strict';
import { MicrosoftFailed } from '../../bot/microsoft/commerce.ts';
import type { Trouble } from '../../store/records.ts';
import type { Fault, ProductPolicy } from '../stand-ins/tenant/index.ts';
import { asked, assertNoSecret, fails, gatewayTo, graph, troubleIn, useGateway } from './fixture.ts';

const policies = '/licensing/v1.0/policies/AllowSelfServicePurchase';
const powerBi = 'product:CFQ7TTC0H9MP';
const visio1 = 'product:CFQ7TTC0HD33';
const python = 'product:CFQ7TTC0S3X1';
const signUp = 'switch:email-sign-up';
const trials = 'switch:trials';

describe('the rules', () => {
  const its = useGateway();
  const product = (id: string): ProductPolicy =>
    its.tenant.company.products.find(({ productId }) => `product:${productId}` === id) ?? assert.fail(id);
  const roles = () => its.tenant.company.apps[0]?.roles ?? assert.fail('no app');
  const everything = async () => (await its.commerce.rules([])).rules.map(({ id }) => id);
  const isList = ({ path }: { path: string }) => path === `${policies}/products`;
  const isOne = ({ path }: { path: string }) => path.startsWith(`${policies}/products/`);

  describe('as they are read', () => {
    it('[19, N1, N2] are every product, every offer type and both switches, each with its value', async () => {
      const { rules, trouble } = await its.commerce.rules([]);
      const { products, offerTypes } = its.tenant.company;
      assert.equal(trouble, null);
      assert.deepEqual(rules, [
        ...products.map(({ productId, productName, policyValue }) => ({
          ...{ id: `product:${productId}`, surface: 'product', name: productName, value: policyValue },
        })),
        ...offerTypes.map(({ scopeId, scopeValue, policyValue }) => ({
          ...{ id: `offer:${scopeId}`, surface: 'offer', name: scopeValue, value: policyValue },
        })),
        { id: signUp, surface: 'switch', name: 'Sign-up for email-based subscriptions', value: 'Enabled' },
        {
          ...{ id: trials, surface: 'switch', value: 'Enabled' },
          name: 'Users can start trials on behalf of the organization',
        },
      ]);
    });

    it('are asked for by scope, as Microsoft’s own module does, and each switch on its own', async () => {
      await its.commerce.rules([powerBi]);
      const calls = asked(its.tenant, /\/policies\//);
      assert.deepEqual(
        calls.map(({ path, query }) => [path, query]),
        [
          [`${policies}/products`, 'scope=product'],
          [`${policies}/products`, 'scope=OfferType'],
          [`${graph}/policies/authorizationPolicy`, '$select=allowedToSignUpEmailBasedSubscriptions'],
        ],
      );
      assert.deepEqual(its.observed, [
        '/policies/AllowSelfServicePurchase/products 200',
        '/policies/AllowSelfServicePurchase/products 200',
        '/policies/authorizationPolicy 200',
        '/admin/appsAndServices 200',
      ]);
    });

    it('are asked for once where the first list has offer types too', async () => {
      its.tenant.company.listsOffersUnasked = true;
      fails(its, {
        match: ({ path, query }) => isList({ path }) && query.get('scope') === 'product',
        kind: 'status',
        code: 400,
      });
      const { rules, trouble } = await its.commerce.rules([]);
      assert.equal(trouble, null);
      assert.ok(rules.some(({ id }) => id === 'offer:SaaS'));
      assert.deepEqual(
        asked(its.tenant, /\/products$/).map(({ query }) => query),
        ['scope=product', ''],
      );
    });

    it('do without offer types where Microsoft refuses to list them, unless there were some', async () => {
      const refused = (): void =>
        void fails(its, {
          match: ({ path, query }) => isList({ path }) && query.get('scope') === 'OfferType',
          kind: 'status',
          code: 400,
        });
      refused();
      const { rules, trouble } = await its.commerce.rules([powerBi]);
      assert.deepEqual([rules.filter(({ surface }) => surface === 'offer'), trouble], [[], null]);
      refused();
      assert.equal((await its.commerce.rules(['offer:SaaS'])).trouble?.trouble, 'refused');
    });

    it('have no switch that this cloud doesn’t have', async () => {
      const match = '/graph/beta/admin/appsAndServices';
      fails(its, { match, kind: 'status', code: 404 });
      const { rules, trouble } = await its.commerce.rules([powerBi]);
      assert.deepEqual([rules.some(({ id }) => id === trials), trouble], [false, null]);
      fails(its, { match, kind: 'status', code: 404 });
      assert.equal((await its.commerce.rules([trials])).trouble?.trouble, 'refused');
    });

    it('are read one by one where a dead product breaks the list, and what is dead is missing', async () => {
      const known = await everything();
      its.tenant.company.deadProduct = visio1.slice('product:'.length);
      const { rules, trouble } = await its.commerce.rules(known);
      assert.deepEqual(
        rules.map(({ id }) => id),
        known.filter((id) => id !== visio1),
      );
      assert.deepEqual([trouble?.trouble, trouble?.status], ['refused', 404]);
      assert.match(trouble?.words ?? '', /^GetProductDetailsByProductIdAsync failed/);
      assert.ok(its.observed.includes('/policies/AllowSelfServicePurchase/products/{id} 404'));
      assert.ok(its.observed.includes('/policies/AllowSelfServicePurchase/offerTypes/{id} 200'));
    });

    it('end, one by one, at the first trouble that is not of one product', async () => {
      const known = await everything();
      its.tenant.company.deadProduct = visio1.slice('product:'.length);
      fails(its, { match: isOne, kind: 'status', code: 503, times: 99 });
      const { rules, trouble } = await its.commerce.rules(known);
      assert.deepEqual([rules.map(({ id }) => id), trouble?.status], [[signUp, trials], 404]);
      assert.equal(asked(its.tenant, /products\/./).length, 5);
    });

    it('are not asked for one by one in a storm of 429', async () => {
      const known = await everything();
      fails(its, { match: isList, kind: '429', times: 99 });
      const { rules, trouble } = await its.commerce.rules(known);
      assert.deepEqual([rules.map(({ id }) => id), trouble?.trouble], [[signUp, trials], 'throttled']);
      assert.equal(asked(its.tenant, /products\/./).length, 0);
    });

    it('lose no product to a switch that fails', async () => {
      fails(its, { match: `GET ${graph}/policies`, kind: 'status', code: 503, times: 5 });
      const { rules, trouble } = await its.commerce.rules([]);
      assert.equal(rules.length, its.tenant.company.products.length + its.tenant.company.offerTypes.length + 1);
      assert.equal(trouble?.trouble, 'unreachable');
    });

    it('have no switch where Purser was never allowed to see it, and miss it where it was', async () => {
      roles().graph = ['Directory.Read.All'];
      const { rules, trouble } = await its.commerce.rules([powerBi]);
      assert.deepEqual([rules.some(({ id }) => id === signUp), trouble], [false, null]);
      assert.equal((await its.commerce.rules([signUp])).trouble?.trouble, 'no-permission');
    });

    it('that Microsoft refuses an app, though it has the permission, are told as that, and no new token is asked for', async () => {
      its.tenant.company.licensingForApps = 'refuses';
      const { rules, trouble } = await its.commerce.rules([]);
      assert.deepEqual([rules.map(({ id }) => id), trouble?.trouble], [[signUp, trials], 'despite-permission']);
      assert.equal(asked(its.tenant, /\/oauth2\/v2\.0\/token$/).length, 2, 'one for each service');
      assert.equal(await troubleIn(its.commerce.setRule(powerBi, 'Disabled')), 'despite-permission');
      roles().licensing = ['Policy.Read.AllowSelfServicePurchase'];
      its.commerce = gatewayTo(its.tenant, its);
      assert.equal(
        await troubleIn(its.commerce.setRule(powerBi, 'Disabled')),
        'no-permission',
        'that one is not granted',
      );
    });

    it('of a tenant without Microsoft’s licensing service are told as that', async () => {
      its.tenant.company.licensingForApps = 'absent';
      const { rules, trouble } = await its.commerce.rules([]);
      assert.deepEqual([rules.map(({ id }) => id), trouble?.trouble], [[signUp, trials], 'no-service']);
    });

    it('fail where nothing can be read', async () => {
      roles().graph = [];
      roles().licensing = [];
      assert.equal(await troubleIn(its.commerce.rules([])), 'no-permission');
    });

    it('are read in any letters, and a row that says nothing usable is a trouble, not a rule', async () => {
      product(powerBi).policyValue = 'DISABLED' as 'Disabled';
      product(visio1).policyValue = 'Perhaps' as 'Disabled';
      const { rules, trouble } = await its.commerce.rules([]);
      assert.equal(rules.find(({ id }) => id === powerBi)?.value, 'Disabled');
      assert.ok(!rules.some(({ id }) => id === visio1));
      assert.equal(trouble?.trouble, 'broken-answer');
    });

    it('are never none: an empty list is a trouble', async () => {
      its.tenant.company.products = [];
      its.tenant.company.offerTypes = [];
      assert.equal((await its.commerce.rules([])).trouble?.trouble, 'broken-answer');
    });
  });

  describe('one by one', () => {
    const table: [string, string, () => unknown][] = [
      ['[20, 21] a product', powerBi, () => product(powerBi).policyValue],
      ['[N2] an offer type', 'offer:SaaS', () => its.tenant.company.offerTypes[0]?.policyValue],
      [
        'the trials switch',
        trials,
        () => (its.tenant.company.appsAndServices.isAppAndServicesTrialEnabled ? 'Enabled' : 'Disabled'),
      ],
      [
        'the switch for e-mail sign-ups',
        signUp,
        () =>
          its.tenant.company.authorizationPolicy.allowedToSignUpEmailBasedSubscriptions === true
            ? 'Enabled'
            : 'Disabled',
      ],
    ];
    for (const [what, id, now] of table)
      it(`${what} is read and set, and may be set again`, async () => {
        assert.deepEqual([await its.commerce.rule(id), now()], ['Enabled', 'Enabled']);
        for (const wanted of ['Disabled', 'Disabled', 'Enabled'] as const) {
          await its.commerce.setRule(id, wanted);
          assert.deepEqual([await its.commerce.rule(id), now()], [wanted, wanted]);
        }
      });

    it('[N1] a product with a trial may be set to trials alone', async () => {
      await its.commerce.setRule(visio1, 'OnlyTrialsWithoutPaymentMethod');
      assert.equal(product(visio1).policyValue, 'OnlyTrialsWithoutPaymentMethod');
    });

    const refused: [string, string, string | undefined][] = [
      ['a product that Microsoft keeps', python, 'Python in Excel is managed with Microsoft 365 Apps'],
      ['a value the product doesn’t have', powerBi, 'OnlyTrialsWithoutPaymentMethod is not supported'],
      ['a product there isn’t', 'product:NOTHING', 'GetProductDetailsByProductIdAsync failed'],
      ['an offer type there isn’t', 'offer:NOTHING', 'Requested resource not found.'],
      ['a value the switch doesn’t have', signUp, undefined],
      ['what is no rule', 'switch:everything', undefined],
    ];
    for (const [what, id, words] of refused)
      it(`${what} is refused, in Microsoft’s words where it has any, at once`, async () => {
        const error: unknown = await its.commerce
          .setRule(id, 'OnlyTrialsWithoutPaymentMethod')
          .catch((e: unknown) => e);
        assert.ok(error instanceof MicrosoftFailed);
        assert.equal(error.trouble, 'refused');
        assert.ok(words === undefined ? error.words === undefined : error.words?.startsWith(words), error.words);
        assert.ok((error.words?.length ?? 0) <= 300);
        assert.deepEqual(its.waits, []);
        assertNoSecret(error);
      });

    const write = `PUT ${policies}/products/CFQ7TTC0H9MP`;
    const passing: [string, Fault[], number[] | undefined][] = [
      ['a 429 that says when', [{ match: write, kind: '429', retryAfter: 7 }], [7_000]],
      ['a 429 that doesn’t', [{ match: write, kind: '429' }], undefined],
      ['a 503', [{ match: write, kind: 'status', code: 503 }], undefined],
      ['a cut before the work', [{ match: write, kind: 'reset-before' }], undefined],
      ['a cut after the work', [{ match: write, kind: 'reset-after' }], undefined],
    ];
    for (const [what, faults, waits] of passing)
      it(`are set in spite of ${what}`, async () => {
        for (const fault of faults) fails(its, fault);
        await its.commerce.setRule(powerBi, 'Disabled');
        assert.equal(product(powerBi).policyValue, 'Disabled');
        assert.equal(its.waits.length, 1);
        if (waits) assert.deepEqual(its.waits, waits);
      });

    const lasting: [string, Trouble, Fault][] = [
      ['429', 'throttled', { match: write, kind: '429', times: 99 }],
      ['500', 'unreachable', { match: write, kind: 'status', code: 500, times: 99 }],
      ['cuts', 'unreachable', { match: write, kind: 'reset-before', times: 99 }],
    ];
    for (const [what, trouble, fault] of lasting)
      it(`fail on lasting ${what} as ${trouble}, without words, after bounded tries`, async () => {
        fails(its, fault);
        const error: unknown = await its.commerce.setRule(powerBi, 'Disabled').catch((e: unknown) => e);
        assert.ok(error instanceof MicrosoftFailed);
        assert.deepEqual([error.trouble, error.words], [trouble, undefined]);
        assert.equal(asked(its.tenant, /products\/CFQ7TTC0H9MP$/).length, 5);
      });

    it('are read and set with a new token where the old one was taken back', async () => {
      for (const id of [powerBi, signUp]) {
        await its.commerce.rule(id);
        its.tenant.expireTokens();
        await its.commerce.setRule(id, 'Disabled');
        its.tenant.expireTokens();
        assert.equal(await its.commerce.rule(id), 'Disabled');
      }
    });

    it('are set with a permission that was granted a second ago, and not without', async () => {
      roles().licensing = ['Policy.Read.AllowSelfServicePurchase'];
      assert.equal(await troubleIn(its.commerce.setRule(powerBi, 'Disabled')), 'no-permission');
      roles().licensing = ['Policy.ReadWrite.AllowSelfServicePurchase'];
      await its.commerce.setRule(powerBi, 'Disabled');
      roles().graph = ['Policy.Read.All'];
      its.tenant.expireTokens();
      assert.equal(await troubleIn(its.commerce.setRule(signUp, 'Disabled')), 'no-permission');
      assert.equal(await its.commerce.rule(signUp), 'Enabled');
    });

    it('say set where Microsoft says so, and read what really is', async () => {
      fails(its, { match: write, kind: 'lie' });
      await its.commerce.setRule(powerBi, 'Disabled');
      assert.equal(await its.commerce.rule(powerBi), 'Enabled');
    });
  });
});
