/** Rules and changes of them while Microsoft is in trouble, or somebody else has a hand in it. */
import assert from 'node:assert/strict';
import type { Fault } from '../stand-ins/tenant/index.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { day, hour, minute } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

const oneProduct = '/licensing/v1.0/policies/AllowSelfServicePurchase/products/';

describe('rules in trouble', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  const { sees, says, product, outside, settles, passes } = actsIn(() => world);
  const trouble = (fault: Fault): number => world.tenant.faults.push(fault);
  const always = { times: Number.POSITIVE_INFINITY };
  const journal = (name: string): string[] =>
    [...world.purser.store.all('audit')]
      .filter((entry) => entry.product === name && /^rule-/.test(entry.action))
      .map(({ action, before, after }) => `${action} ${before} ${after}`);
  const roles = (): string[] => world.tenant.company.apps[0]?.roles.licensing ?? assert.fail();
  const writesOf = (name: string): number =>
    world.tenant.requests.filter(({ method, path }) => method === 'PUT' && path.endsWith(product(name).productId))
      .length;

  describe('of a change', () => {
    it('a dead product is not done, in Microsoft’s words, and the rest is', async () => {
      const { alex } = world.people;
      world.tenant.company.deadProduct = product('Viva Goals').productId;
      await says(alex, 'block "viva goals", "visio plan 2"');
      await alex.press(confirming);
      await settles();
      assert.match(
        sees(alex),
        /^Some rules couldn’t be changed\n.*\n1 of 2 done, 1 refused\nNot done\n⚠ {2}Viva Goals/,
      );
      assert.match(sees(alex), /GetProductDetailsByProductIdAsync failed/);
    });

    it('a reset after the work, a slow answer and a token taken back cost nothing', async () => {
      const { alex } = world.people;
      await says(alex, 'block all except visio');
      await alex.press(confirming);
      trouble({ match: 'PUT /licensing', kind: 'reset-after', times: 3 });
      trouble({ match: `PUT ${oneProduct}${product('Power BI Pro').productId}`, kind: 'slow', ms: 200 });
      world.tenant.expireTokens();
      await settles();
      assert.match(sees(alex), /17 of 18 done, 1 refused/);
    });

    it('a role taken away in the middle: what was done is done, what was not says so, and a retry makes it good', async () => {
      const { alex } = world.people;
      await says(alex, 'block all except visio, python');
      await alex.press(confirming);
      let writes = 0;
      const mine = [...roles()];
      trouble({
        ...always,
        kind: 'lie',
        match({ method, path }) {
          if (method === 'PUT' && path.startsWith('/licensing') && ++writes === 6) {
            roles().splice(0, 2, 'Policy.Read.AllowSelfServicePurchase');
            world.tenant.expireTokens();
          }
          return false;
        },
      });
      await settles();
      await says(alex, 'change CH-1');
      const shut = world.tenant.requests.filter(({ method, status }) => method === 'PUT' && status === 200).length;
      assert.match(sees(alex), new RegExp(`${shut} of 17 done, ${17 - shut} refused`));
      assert.doesNotMatch(sees(alex), /^The rules have been changed/);
      roles().splice(0, 1, ...mine);
      world.tenant.expireTokens();
      await alex.press('Retry');
      await settles();
      await says(alex, 'change CH-1');
      assert.match(sees(alex), /^The rules have been changed\n.*\n17 of 17 done/);
    });

    for (const retryAfter of [null, 30, 900])
      it(`a storm of 429, ${retryAfter ? `back in ${retryAfter} s` : 'without a word when to come back'}, is waited out`, async () => {
        const { alex } = world.people;
        await says(alex, 'block "visio plan 1", "visio plan 2", "power bi pro"');
        await alex.press(confirming);
        const over = world.clock.now().getTime() + (retryAfter ?? 120) * 1000;
        trouble({
          ...always,
          kind: '429',
          retryAfter,
          match: ({ path }) => path.startsWith('/licensing') && world.clock.now().getTime() < over,
        });
        await settles();
        for (let n = 0; n < 60 && !/3 of 3 done/.test(sees(alex)); n++) {
          assert.doesNotMatch(sees(alex), /^The rules have been changed/);
          world.clock.advance(30_000);
          await settles();
        }
        assert.match(sees(alex), /^The rules have been changed\n.*\n3 of 3 done/);
      });

    it('Microsoft is left alone for as long as it says', async () => {
      const { alex } = world.people;
      await says(alex, 'block "visio plan 1", "visio plan 2", "power bi pro"');
      trouble({ ...always, match: '/licensing', kind: '429', retryAfter: 3600 });
      await alex.press(confirming);
      const from = world.tenant.requests.length;
      for (let n = 0; n < 24; n++) {
        await settles();
        world.clock.advance(5 * minute);
      }
      const asked = world.tenant.requests.slice(from).filter(({ path }) => path.startsWith('/licensing'));
      assert.ok(asked.length <= 3, `${asked.length} requests in two hours`);
      assert.match(sees(alex), /0 of 3 done, \d being retried/);
      world.tenant.faults.splice(0);
      for (let n = 0; n < 3; n++) {
        world.clock.advance(hour);
        await settles();
      }
      assert.match(sees(alex), /^The rules have been changed/);
    });

    it('an old client gives a reason too, and no press with strange data opens a door', async () => {
      const { alex } = world.people;
      await says(alex, 'allow copilot');
      await alex.press(confirming, { fallback: true, inputs: { reason: '   ' } });
      assert.match(sees(alex), /please say why/);
      assert.match(await says(alex, 'apply CH-1 because'), /please say why/);
      await says(alex, 'block "visio plan 1"');
      await says(alex, 'apply CH-2');
      await settles();
      assert.match(await says(alex, 'undo CH-2'), /Why \(required/);
      await says(alex, 'apply CH-3');
      await settles();
      assert.equal(product('Microsoft 365 Copilot').policyValue, 'Disabled');
      assert.equal(product('Visio Plan 1').policyValue, 'Disabled');
      await says(alex, 'CH-1');
      await alex.press(confirming, { fallback: true, inputs: { reason: 'Purview is ready' } });
      await settles();
      assert.equal(product('Microsoft 365 Copilot').policyValue, 'Enabled');
    });

    it('what somebody else did between two tries is theirs in the journal', async () => {
      const { alex } = world.people;
      await says(alex, 'block "visio plan 1"');
      await alex.press(confirming);
      const fault: Fault = { ...always, match: 'PUT /licensing', kind: 'status', code: 400 };
      trouble(fault);
      await settles();
      assert.match(sees(alex), /0 of 1 done, 1 refused/);
      outside('Visio Plan 1', 'OnlyTrialsWithoutPaymentMethod');
      world.tenant.faults.splice(0);
      await passes();
      await alex.press('Retry');
      await settles();
      assert.deepEqual(journal('Visio Plan 1').slice(-2), [
        'rule-found Enabled OnlyTrialsWithoutPaymentMethod',
        'rule-set OnlyTrialsWithoutPaymentMethod Disabled',
      ]);
      assert.match(sees(alex), /only trials without a card → nobody may buy/);
      await alex.press('Undo');
      assert.match(sees(alex), /nobody may buy → only trials without a card/);
    });

    it('what somebody else has done already is not claimed by a retry', async () => {
      const { alex } = world.people;
      await says(alex, 'block "visio plan 1"');
      await alex.press(confirming);
      trouble({ ...always, match: 'PUT /licensing', kind: 'status', code: 400 });
      await settles();
      outside('Visio Plan 1', 'Disabled');
      world.tenant.faults.splice(0);
      await passes();
      await alex.press('Retry');
      await settles();
      assert.deepEqual(
        journal('Visio Plan 1').filter((line) => /Disabled$/.test(line) && !/failed/.test(line)),
        ['rule-found Enabled Disabled'],
      );
      assert.doesNotMatch(sees(alex), /\[Undo\]/);
    });

    it('what was to let people buy less never lets them buy more, whatever became of the rule since', async () => {
      const { alex } = world.people;
      await says(alex, 'trials "visio plan 1"');
      await alex.press(confirming);
      outside('Visio Plan 1', 'Disabled');
      await settles();
      assert.equal(product('Visio Plan 1').policyValue, 'Disabled');
      assert.match(sees(alex), /0 of 1 done/);
    });

    it('a retry waits for a change that is at the same rules', async () => {
      const { alex, isaiah } = world.people;
      await says(alex, 'block "visio plan 1"');
      await alex.press(confirming);
      trouble({ match: 'PUT /licensing', kind: 'status', code: 400 });
      await settles();
      trouble({ match: 'PUT /licensing', kind: 'lie' });
      await says(isaiah, 'trials "visio plan 1"');
      await isaiah.press(confirming);
      await settles();
      assert.match(sees(isaiah), /0 of 1 done, 1 being retried/);
      assert.match(await says(alex, 'retry CH-1'), /CH-2 is still setting some of these rules/);
      world.clock.advance(hour);
      await settles();
      assert.equal(product('Visio Plan 1').policyValue, 'OnlyTrialsWithoutPaymentMethod');
    });

    it('an undo that changed nothing puts nothing back, and says so', async () => {
      const { alex } = world.people;
      await says(alex, 'block "visio plan 1"');
      await alex.press(confirming);
      await settles();
      trouble({ match: 'PUT /licensing', kind: 'status', code: 400 });
      await says(alex, 'undo CH-1 because the teams need it');
      await alex.press(confirming);
      await settles();
      assert.match(sees(alex), /0 of 1 done, 1 refused/);
      assert.doesNotMatch(await says(alex, 'CH-1'), /CH-2 undoes this/);
      assert.match(sees(alex), /\[Undo\]/);
    });

    it('an undo can be undone', async () => {
      const { alex } = world.people;
      for (const words of [
        'block "visio plan 1"',
        'undo CH-1 because we need it',
        'undo CH-2',
        'undo CH-3 because we do',
      ]) {
        await says(alex, words);
        await alex.press(confirming);
        await settles();
      }
      assert.deepEqual(journal('Visio Plan 1'), [
        'rule-set Enabled Disabled',
        'rule-set Disabled Enabled',
        'rule-set Enabled Disabled',
        'rule-set Disabled Enabled',
      ]);
      assert.equal(writesOf('Visio Plan 1'), 4);
    });
  });

  describe('of reading', () => {
    for (const [what, begin] of [
      ['a dead product', () => (world.tenant.company.deadProduct = product('Viva Goals').productId)],
      ['429 without end', () => trouble({ ...always, match: '/licensing', kind: '429' })],
      ['429 with an hour to wait', () => trouble({ ...always, match: '/licensing', kind: '429', retryAfter: 3600 })],
      ['half a page', () => trouble({ ...always, match: '/licensing', kind: 'half-page' })],
      ['a page of a proxy', () => trouble({ ...always, match: '/licensing', kind: 'not-json' })],
      ['no role', () => roles().splice(0)],
    ] as const)
      it(`${what}: the last good list stays, with its age, in rules, status and baseline`, async () => {
        const { alex } = world.people;
        const before = world.purser.store.count('rules');
        begin();
        world.tenant.expireTokens();
        await passes(3 * hour);
        assert.equal(world.purser.store.count('rules'), before);
        assert.match(await says(alex, 'rules'), /3 hours ago/);
        assert.match(await says(alex, 'rules power bi pro'), /3 hours ago/);
        assert.match(await says(alex, 'status'), /rules[^\n]*\n?[^\n]*3 hours ago/i);
        assert.match(await says(alex, 'baseline'), /3 hours ago/);
      });

    it('a product listed twice, or without a name, is one rule, and no news', async () => {
      const { alex, isaiah } = world.people;
      await says(isaiah, 'notify on alerts');
      const twice = product('Clipchamp Premium');
      world.tenant.company.products.push({ ...twice }, { ...twice, productId: 'CFQ7TTC0NEW1', productName: '  ' });
      for (let n = 0; n < 3; n++) await passes();
      const news = [...world.purser.store.all('audit')].filter(({ action }) => action === 'rule-new');
      assert.deepEqual(
        news.map(({ product: name }) => name),
        ['CFQ7TTC0NEW1'],
      );
      assert.match(isaiah.card(), /^A new Microsoft product\nCFQ7TTC0NEW1/);
      assert.match(await says(alex, 'rules'), /27 rules/);
    });

    it('a token taken back costs nothing', async () => {
      world.tenant.expireTokens();
      await passes();
      assert.equal(world.purser.store.get('parts', 'rules')?.trouble, null);
    });

    it('a rule that comes back otherwise was changed since it went, not since the last reading', async () => {
      const { alex } = world.people;
      const { products } = world.tenant.company;
      world.tenant.company.products = products.filter(({ productName }) => productName !== 'Clipchamp Premium');
      await passes();
      await passes(30 * day);
      world.tenant.company.products = products;
      outside('Clipchamp Premium', 'Enabled');
      await passes();
      assert.match(await says(alex, 'journal clipchamp'), /between 17 Nov 2026.* and 17 Dec 2026/);
    });
  });

  describe('of the baseline', () => {
    it('a card that told of drift shows it as it is once somebody has set it right by hand', async () => {
      const { alex, isaiah } = world.people;
      await says(alex, 'baseline record');
      await says(isaiah, 'notify on alerts');
      outside('Clipchamp Premium', 'Enabled');
      await passes();
      const alert = isaiah.newestCard()?.post ?? assert.fail();
      assert.match(isaiah.card(alert), /^1 rule is not as it should be/);
      await says(alex, 'block clipchamp');
      await alex.press(confirming);
      await settles();
      await settles();
      assert.match(isaiah.card(alert), /^These rules are as they should be again/);
    });

    it('letting people buy more needs a reason there too: a press asks for it', async () => {
      const { alex } = world.people;
      await says(alex, 'baseline record');
      outside('Visio Plan 2', 'Disabled');
      await passes();
      await says(alex, 'baseline');
      await alex.press('Fix it');
      assert.match(sees(alex), /Why \(required: this lets people buy more\)/);
      await settles();
      assert.equal(product('Visio Plan 2').policyValue, 'Disabled');
      await alex.press(confirming, { inputs: { reason: 'the teams need it' } });
      await settles();
      assert.equal(product('Visio Plan 2').policyValue, 'Enabled');
      assert.match(await says(alex, 'journal visio plan 2'), /blocked → allowed · the teams need it/);
    });

    it('by itself Purser never lets people buy more without a reason', async () => {
      const { alex } = world.people;
      await says(alex, 'baseline record');
      await says(alex, 'baseline alone on');
      outside('Visio Plan 2', 'Disabled');
      outside('Clipchamp Premium', 'Enabled');
      await passes();
      assert.deepEqual(
        [product('Visio Plan 2').policyValue, product('Clipchamp Premium').policyValue],
        ['Disabled', 'Disabled'],
      );
      await says(alex, 'baseline copilot allow');
      await settles();
      assert.equal(product('Microsoft 365 Copilot').policyValue, 'Disabled');
      await says(alex, 'baseline copilot allow because Purview is ready');
      await settles();
      assert.equal(product('Microsoft 365 Copilot').policyValue, 'Enabled');
    });

    it('a reason that was given once is not made up: what the baseline set is no reason of its own', async () => {
      const { alex } = world.people;
      await says(alex, 'baseline copilot allow because Purview is ready');
      await says(alex, 'baseline fix');
      await settles();
      assert.equal(product('Microsoft 365 Copilot').policyValue, 'Enabled');
      await says(alex, 'baseline change CH-1');
      assert.match(await says(alex, 'baseline copilot'), /Why \| Purview is ready/);
    });

    it('two who press at once set it back once', async () => {
      const { alex, isaiah } = world.people;
      await says(alex, 'baseline record');
      for (const each of [alex, isaiah]) await says(each, 'notify on alerts');
      outside('Clipchamp Premium', 'Enabled');
      await passes();
      await Promise.all([alex.press('Fix drift'), isaiah.press('Fix drift')]);
      await settles();
      assert.equal(world.purser.store.count('changes'), 1);
      assert.equal(writesOf('Clipchamp Premium'), 1);
      for (const each of [alex, isaiah])
        assert.equal(
          each.inbox().filter((post) => /^These rules are as they should be again/.test(each.card(post))).length,
          1,
        );
    });

    it('a reason typed with the press is what the journal tells', async () => {
      const { alex } = world.people;
      await says(alex, 'baseline record');
      outside('Visio Plan 2', 'Disabled');
      await passes();
      await says(alex, 'baseline fix because the designers need it');
      await settles();
      assert.equal(product('Visio Plan 2').policyValue, 'Enabled');
      assert.match(await says(alex, 'journal visio plan 2'), /blocked → allowed · the designers need it/);
    });

    it('a script and Purser do not fight for ever, nor two admins', async () => {
      const { alex, isaiah } = world.people;
      await says(alex, 'baseline record');
      await says(isaiah, 'notify on alerts');
      await says(alex, 'baseline alone on');
      for (let n = 0; n < 30; n++) {
        outside('Clipchamp Premium', 'Enabled');
        await passes();
      }
      assert.equal(world.purser.store.count('changes'), 3);
      const told = isaiah.inbox().filter((post) => /Clipchamp/.test(isaiah.card(post)));
      assert.equal(told.length, 4);
    });

    it('an exception that ended while Purser was away, with Microsoft down on its return', async () => {
      const { alex, isaiah } = world.people;
      await says(alex, 'baseline record');
      await says(isaiah, 'notify on alerts');
      await says(alex, 'baseline alone on');
      await says(alex, 'baseline clipchamp allow until 20/11/2026 because the film team');
      await settles();
      assert.equal(product('Clipchamp Premium').policyValue, 'Enabled');
      world.clock.advance(10 * day);
      trouble({ ...always, match: '/licensing', kind: '429' });
      await world.restart();
      await passes();
      assert.match(await says(alex, 'baseline'), /Clipchamp Premium[^\n]*\n[^\n]*exception ended on 21 Nov 2026/);
      assert.equal(product('Clipchamp Premium').policyValue, 'Enabled');
      world.tenant.faults.splice(0);
      await passes();
      assert.equal(product('Clipchamp Premium').policyValue, 'Disabled');
      assert.match(isaiah.card(), /automatically/);
    });

    it('a new product while Graph fails is announced and set', async () => {
      const { alex, isaiah } = world.people;
      await says(isaiah, 'notify on alerts');
      await says(alex, 'baseline new products block');
      await says(alex, 'baseline alone on');
      trouble({ ...always, match: '/graph/v1.0/policies', kind: 'status', code: 503 });
      world.tenant.company.products.push({
        productId: 'CFQ7TTC0NEW1',
        productName: 'Loop Premium',
        policyValue: 'Enabled',
        trials: false,
        refuses: null,
      });
      await passes();
      assert.equal(product('Loop Premium').policyValue, 'Disabled');
      assert.match(isaiah.card(), /Loop Premium/);
    });

    it('recorded while a rule can’t be read, it says how old that is', async () => {
      const { alex } = world.people;
      world.tenant.company.deadProduct = product('Viva Goals').productId;
      await passes(3 * hour);
      assert.match(await says(alex, 'baseline record'), /3 hours ago[\s\S]*New in the baseline/);
    });

    it('of a product that disappeared the wish stays, can be forgotten, and counts again when it is back', async () => {
      const { alex } = world.people;
      await says(alex, 'baseline clipchamp block');
      const { products } = world.tenant.company;
      world.tenant.company.products = products.filter(({ productName }) => productName !== 'Clipchamp Premium');
      await passes();
      assert.match(await says(alex, 'baseline clipchamp'), /Should be \| nobody may buy/);
      world.tenant.company.products = products;
      outside('Clipchamp Premium', 'Enabled');
      await passes();
      assert.match(await says(alex, 'baseline'), /1 rule is not as it should be/);
      world.tenant.company.products = products.filter(({ productName }) => productName !== 'Clipchamp Premium');
      await passes();
      assert.match(await says(alex, 'baseline forget clipchamp'), /no longer in the baseline/);
      assert.equal(world.purser.store.count('wishes'), 0);
    });
  });
});
