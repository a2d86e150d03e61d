/** Who may buy what, as the sync keeps it. */
import assert from 'node:assert/strict';
import type { Commerce } from '../../bot/microsoft/commerce.ts';
import type { Change, Entry, Part, Rule } from '../../store/records.ts';
import type { ProductPolicy } from '../stand-ins/tenant/index.ts';
import { contentOf, useSync } from '../world/syncing.ts';

const visio1 = 'product:CFQ7TTC0HD33';
const copilot = 'product:CFQ7TTC0MM8R';
const signUp = 'switch:email-sign-up';
const first = '2026-11-17T09:15:00.000Z';
const quarterLater = '2026-11-17T09:30:00.000Z';

describe('the rules, as the sync keeps them', () => {
  const its = useSync();
  const rule = (id: string): Rule => its.store.get('rules', id) ?? assert.fail(id);
  const part = (): Part => its.store.get('parts', 'rules') ?? assert.fail('no part');
  const product = (id: string): ProductPolicy =>
    its.tenant.company.products.find(({ productId }) => `product:${productId}` === id) ?? assert.fail(id);
  const told = (): Partial<Entry>[] =>
    [...its.store.all('audit')]
      .filter(({ action }) => action.startsWith('rule-'))
      .map(({ id: _, previous: _p, hash: _h, ...rest }) => rest);
  const noNames = { actor: null, purchase: null, purchaser: null };
  const loop: ProductPolicy = {
    productId: 'CFQ7TTC0NEW1',
    productName: 'Loop Premium',
    policyValue: 'Enabled',
    trials: false,
    refuses: null,
  };
  /** A quarter of an hour later, something having happened meanwhile. */
  const later = async (happens: () => void = () => undefined): Promise<void> => {
    its.clock.advance(15 * 60_000);
    happens();
    await its.sync.run();
  };
  const alter = (change: Partial<Rule> & { id: string }): Promise<void> =>
    its.store.transact((tx) => tx.put('rules', { ...rule(change.id), ...change }));
  /** A sync during whose reading of the rules something happens, after Microsoft was asked. */
  const syncWhile = (happens: () => Promise<void>): Promise<void> => {
    const rules: Commerce['rules'] = async (known) => {
      const read = await its.commerce.rules(known);
      await happens();
      return read;
    };
    return its.syncWith({ commerce: { rules } }).run();
  };

  it('[19, 20] are all there after the first reading, which is no news', async () => {
    await its.sync.run();
    const { products, offerTypes } = its.tenant.company;
    assert.equal(its.store.count('rules'), products.length + offerTypes.length + 2);
    assert.deepEqual(rule(copilot), {
      ...{ id: copilot, surface: 'product', name: 'Microsoft 365 Copilot', value: 'Disabled' },
      ...{ firstSeenAt: first, setAt: null, goneAt: null },
    });
    assert.deepEqual(told(), []);
    assert.deepEqual([part().goodAt, part().trouble], [first, null]);
  });

  it('are not written where nothing changed', async () => {
    await its.sync.run();
    const before = its.store.revision('rules');
    await later();
    assert.equal(its.store.revision('rules'), before);
  });

  it('[N3] that Microsoft adds are news, with what they allow', async () => {
    await its.sync.run();
    await later(() => its.tenant.company.products.push(loop));
    assert.equal(rule('product:CFQ7TTC0NEW1').firstSeenAt, quarterLater);
    assert.deepEqual(told(), [
      {
        ...noNames,
        ...{ at: quarterLater, action: 'rule-new', product: 'Loop Premium', before: null, after: 'Enabled', why: null },
      },
    ]);
    await later();
    assert.equal(told().length, 1);
  });

  it('[21] that somebody changed outside Purser are found, with the time between which it was', async () => {
    await its.sync.run();
    await later(() => {
      product(copilot).policyValue = 'Enabled';
    });
    assert.equal(rule(copilot).value, 'Enabled');
    const window = `${first}/${quarterLater}`;
    assert.deepEqual(told(), [
      {
        ...noNames,
        ...{ at: quarterLater, action: 'rule-found', product: 'Microsoft 365 Copilot' },
        ...{ before: 'Disabled', after: 'Enabled', why: window },
      },
    ]);
  });

  it('count from when Purser set one itself, where that is later', async () => {
    await its.sync.run();
    const setAt = '2026-11-17T09:20:00.000Z';
    await alter({ id: copilot, value: 'Enabled', setAt });
    await later();
    assert.equal(told()[0]?.why, `${setAt}/${quarterLater}`);
  });

  it('that Microsoft lists no more are gone, and come back without news', async () => {
    await its.sync.run();
    const gone = product(visio1);
    await later(() => its.tenant.company.products.splice(its.tenant.company.products.indexOf(gone), 1));
    assert.equal(rule(visio1).goneAt, quarterLater);
    await later();
    assert.equal(rule(visio1).goneAt, quarterLater);
    await later(() => its.tenant.company.products.push(gone));
    assert.deepEqual([rule(visio1).goneAt, rule(visio1).firstSeenAt, told()], [null, first, []]);
  });

  it('keep what Purser set while they were read', async () => {
    await its.sync.run();
    its.clock.advance(60_000);
    await syncWhile(async () => {
      its.clock.advance(1_000);
      product(copilot).policyValue = 'Enabled';
      await alter({ id: copilot, value: 'Enabled', setAt: its.clock.now().toISOString() });
    });
    assert.deepEqual([rule(copilot).value, told()], ['Enabled', []]);
    await later();
    assert.deepEqual([rule(copilot).value, told()], ['Enabled', []]);
  });

  it('do not take for another’s what a change of Purser’s has written and not yet read back', async () => {
    await its.sync.run();
    const item = { rule: copilot, name: 'Copilot', before: 'Disabled', found: 'Disabled', after: null } as const;
    const change: Change = {
      ...{ id: 'CH-1', by: null, at: first, why: null, undoes: null, state: 'running', job: null },
      items: [{ ...item, wanted: 'Enabled' }],
    };
    await its.store.transact((tx) => tx.put('changes', change));
    await later(() => {
      product(copilot).policyValue = 'Enabled';
    });
    assert.deepEqual([rule(copilot).value, told()], ['Disabled', []]);
    await its.store.transact((tx) => tx.put('changes', { ...change, state: 'ended' }));
    await later();
    assert.deepEqual([rule(copilot).value, told().length], ['Enabled', 1]);
  });

  it('behind a dead product are read all the same, nothing is gone, and the last whole reading keeps its age', async () => {
    await its.sync.run();
    await later(() => {
      its.tenant.company.deadProduct = product(visio1).productId;
      product(copilot).policyValue = 'Enabled';
    });
    assert.deepEqual([rule(copilot).value, rule(visio1).value, rule(visio1).goneAt], ['Enabled', 'Enabled', null]);
    assert.deepEqual([part().goodAt, part().trouble?.what], [first, 'refused']);
    its.tenant.company.deadProduct = null;
    await later();
    assert.deepEqual([part().trouble, told().length], [null, 1]);
  });

  it('behind a dead product at the first reading are those that Microsoft’s documents name, and never news', async () => {
    its.tenant.company.deadProduct = product(visio1).productId;
    its.tenant.company.products.push(loop);
    await its.sync.run();
    const { products, offerTypes } = its.tenant.company;
    assert.equal(its.store.count('rules'), products.length - 2 + offerTypes.length + 2);
    await later(() => {
      its.tenant.company.deadProduct = null;
    });
    assert.equal(rule('product:CFQ7TTC0NEW1').value, 'Enabled');
    assert.deepEqual(told(), []);
  });

  it('have a switch that can’t be read as it was, beside products as they are', async () => {
    await its.sync.run();
    its.tenant.faults.push({ match: 'GET /graph/v1.0/policies', kind: 'status', code: 503, times: 5 });
    await later(() => {
      its.tenant.company.authorizationPolicy.allowedToSignUpEmailBasedSubscriptions = false;
      product(copilot).policyValue = 'Enabled';
    });
    assert.deepEqual([rule(signUp).value, rule(copilot).value], ['Enabled', 'Enabled']);
    assert.deepEqual([part().goodAt, part().trouble?.what], [first, 'unreachable']);
    await later();
    assert.deepEqual([rule(signUp).value, part().trouble], ['Disabled', null]);
  });

  it('get the switch when the permission for it comes, without news of a product', async () => {
    const roles = its.tenant.company.apps[0]?.roles ?? assert.fail('no app');
    const { graph } = roles;
    roles.graph = graph.filter((role) => !role.startsWith('Policy.'));
    await its.sync.run();
    assert.deepEqual([its.store.get('rules', signUp), part().trouble], [undefined, null]);
    await later(() => {
      roles.graph = graph;
    });
    assert.deepEqual([rule(signUp).value, told()], ['Enabled', []]);
  });

  it('stay, with their age, through a storm of 429', async () => {
    await its.sync.run();
    const before = contentOf(its.store, 'rules');
    its.tenant.faults.push({ match: '/licensing', kind: '429', times: 99 });
    await later(() => {
      product(copilot).policyValue = 'Enabled';
    });
    assert.deepEqual(contentOf(its.store, 'rules'), before);
    assert.deepEqual([part().goodAt, part().trouble?.what], [first, 'throttled']);
  });

  it('are read though the subscriptions are not', async () => {
    its.tenant.faults.push({ match: '/graph/v1.0/directory/subscriptions', kind: 'status', code: 503, times: 5 });
    await its.sync.run();
    assert.equal(part().trouble, null);
    assert.ok(its.store.count('rules') > 0);
  });
});
