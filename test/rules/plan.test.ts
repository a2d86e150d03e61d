/** What a change of rules would do, before it does anything. */
import assert from 'node:assert/strict';
import { nearestRule } from '../../bot/rules/catalogue/nearest.ts';
import { findRules, valuesFor } from '../../bot/rules/catalogue/products.ts';
import { readOrder } from '../../bot/rules/catalogue/read-sentence.ts';
import { type Item, narrows, planOf, replanned, targetsOf, undoing, widens } from '../../bot/rules/change/plan.ts';
import { progressOf, tallyOf } from '../../bot/rules/change/progress.ts';
import { type Change, type Job, type Rule, type RuleValue, ruleValues } from '../../store/records.ts';

const at = '2026-11-17T09:15:00.000Z';

function rule(id: Rule['id'], name: string, value: RuleValue = 'Enabled'): Rule {
  const surface = id.slice(0, id.indexOf(':')) as Rule['surface'];
  return { id, surface, name, value, firstSeenAt: at, setAt: null, goneAt: null };
}

const visio1 = rule('product:CFQ7TTC0HD33', 'Visio Plan 1');
const visio2 = rule('product:CFQ7TTC0HD32', 'Visio Plan 2');
const copilot = rule('product:CFQ7TTC0MM8R', 'Microsoft 365 Copilot', 'Disabled');
const saas = rule('offer:SaaS', 'SaaS');
const email = rule('switch:email-sign-up', 'Sign-up for email-based subscriptions');
const rules = [visio1, visio2, copilot, saas, email];
const targets = (text: string) => targetsOf(readOrder(text), rules, (name) => findRules(rules, name));
const meant = (text: string): string[] => {
  const found = targets(text);
  return found.kind === 'found' ? found.rules.map(({ name }) => name) : [found.kind];
};

describe('an order', () => {
  const orders: [text: string, names: string[], except: string[], reason: string | undefined, all: boolean][] = [
    ['visio', ['visio'], [], undefined, false],
    ['visio plan 2, power bi and project', ['visio plan 2', 'power bi', 'project'], [], undefined, false],
    ['all', [], [], undefined, true],
    ['all products except visio', [], ['visio'], undefined, true],
    ['everything but visio and saas because we buy it', [], ['visio', 'saas'], 'we buy it', true],
    ['tout sauf visio parce que nous l’achetons', [], ['visio'], 'nous l’achetons', true],
    ['tous les produits à l’exception de Visio et SaaS', [], ['Visio', 'SaaS'], undefined, true],
    ["visio parce qu'ils en ont besoin", ['visio'], [], 'ils en ont besoin', false],
    ['"Sales and Marketing because" and visio', ['Sales and Marketing because', 'visio'], [], undefined, false],
    ['visio because of cost', ['visio'], [], 'cost', false],
    ['visio because it is cheap, and good', ['visio'], [], 'it is cheap, and good', false],
    ['exceptional and butter', ['exceptional', 'butter'], [], undefined, false],
    ['because why not', [], [], 'why not', false],
  ];
  for (const [text, names, except, reason, all] of orders) {
    it(`is read: ${text}`, () => {
      assert.deepEqual(readOrder(text), { all, names, except, reason });
    });
  }
});

describe('whom an order means', () => {
  it('all is every product and offer type, and the switch only by its name', () => {
    assert.deepEqual(meant('all'), ['Visio Plan 1', 'Visio Plan 2', 'Microsoft 365 Copilot', 'SaaS']);
    assert.deepEqual(meant('e-mail sign-up'), [email.name]);
    assert.deepEqual(meant('all, e-mail sign-up').length, 5);
  });

  it('what is excepted is out, all of what fits, and is told', () => {
    const found = targets('all except visio');
    assert.deepEqual(meant('all except visio'), ['Microsoft 365 Copilot', 'SaaS']);
    assert.deepEqual(found.kind === 'found' && found.excepted, [visio1, visio2]);
  });

  it('a name that fits several is asked about, unless an exception says that several are meant', () => {
    const found = targets('saas, visio');
    assert.deepEqual(found.kind === 'several' && found.rules, [visio1, visio2, saas]);
    assert.deepEqual(found.kind === 'several' && found.sure, [saas]);
    assert.deepEqual(meant('visio except plan 2'), ['Visio Plan 1']);
  });

  it('one name that fits nothing stops all of it, also among the exceptions', () => {
    assert.deepEqual(targets('saas, teapot'), { kind: 'unknown', name: 'teapot' });
    assert.deepEqual(targets('all except teapot'), { kind: 'unknown', name: 'teapot' });
  });

  it('a misspelt name has a nearest one, as far as one letter in three is wrong', () => {
    assert.equal(nearestRule(rules, 'vizio'), 'Visio');
    assert.equal(nearestRule(rules, 'vision plan 2'), 'Visio Plan 2');
    assert.equal(nearestRule(rules, 'copylot'), 'Copilot');
    assert.equal(nearestRule(rules, 'teapot'), undefined);
  });
});

describe('a plan', () => {
  it('holds what changes, and tells what is so already and what knows no such value', () => {
    const plan = planOf([visio1, copilot, saas], 'Disabled', valuesFor);
    assert.deepEqual(
      plan.items.map(({ rule: id, before, wanted }) => [id, before, wanted]),
      [
        [visio1.id, 'Enabled', 'Disabled'],
        [saas.id, 'Enabled', 'Disabled'],
      ],
    );
    assert.deepEqual([plan.already, plan.lacking], [[copilot], []]);
    assert.deepEqual(planOf([visio1, saas], 'OnlyTrialsWithoutPaymentMethod', valuesFor).lacking, [saas]);
  });

  it('widens where people may buy more than before, and only there', () => {
    for (const before of ruleValues)
      for (const wanted of ruleValues) {
        const [from, to] = [ruleValues.indexOf(before), ruleValues.indexOf(wanted)];
        assert.equal(widens({ before, wanted }), to < from, `${before} → ${wanted}`);
        assert.equal(narrows({ before, wanted }), to > from, `${before} → ${wanted}`);
      }
  });

  it('is made anew when a rule has become another, or is gone; else it stands', () => {
    const { items } = planOf([visio1, visio2], 'Disabled', valuesFor);
    const now = (...rules: Rule[]) => replanned(items, (id) => rules.find((each) => each.id === id));
    assert.equal(now(visio1, visio2), undefined);
    const trials: Rule = { ...visio1, value: 'OnlyTrialsWithoutPaymentMethod' };
    assert.deepEqual(
      now(trials, visio2)?.map(({ before }) => before),
      ['OnlyTrialsWithoutPaymentMethod', 'Enabled'],
    );
    assert.deepEqual(now({ ...visio1, value: 'Disabled' }, { ...visio2, goneAt: at }), []);
  });

  it('to undo puts back what was really changed and is not back yet', () => {
    const item = (id: string, found: RuleValue | null, after: RuleValue | null): Item => ({
      ...{ rule: id, name: id, before: 'Enabled', wanted: 'Disabled' },
      ...{ found, after },
    });
    const blocked = (id: string): Rule => rule(id, id, 'Disabled');
    const now = [blocked('product:a'), blocked('product:b'), blocked('product:c'), rule('product:d', 'd')];
    const items = [
      item('product:a', 'Enabled', 'Disabled'),
      item('product:b', 'Disabled', 'Disabled'),
      item('product:c', null, null),
      item('product:d', 'Enabled', 'Disabled'),
    ];
    assert.deepEqual(
      undoing(items, (id) => now.find((each) => each.id === id)).map(({ rule: id, wanted }) => [id, wanted]),
      [['product:a', 'Enabled']],
    );
  });
});

describe('how far a change is', () => {
  const step = (key: string, state: Job['steps'][number]['state'], tries: number, why: string | null) => ({
    ...{ key, state, tries, why },
    at,
  });
  const item = (id: string, found: RuleValue | null = null, after: RuleValue | null = null): Item => ({
    ...{ rule: id, name: id, before: 'Enabled', wanted: 'Disabled' },
    ...{ found, after },
  });
  const steps = [
    step('a', 'done', 0, null),
    step('b', 'done', 1, 'throttled'),
    step('c', 'failed', 1, 'No.'),
    step('d', 'failed', 6, 'did-not-stick'),
    step('e', 'failed', 6, 'throttled'),
    step('f', 'todo', 1, 'unreachable'),
    step('g', 'begun', 0, null),
    step('h', 'failed', 1, 'no-permission'),
  ];
  const items = [
    item('a', 'Enabled', 'Disabled'),
    item('b', 'Disabled', 'Disabled'),
    ...[...'cdefgh'].map((id) => item(id)),
  ];
  const change: Change = {
    ...{ id: 'CH-1', by: null, at, why: null, undoes: null, state: 'running', job: 'J-1' },
    items,
  };
  const job: Job = { id: 'J-1', work: { kind: 'change', change: 'CH-1' }, createdAt: at, dueAt: at, steps };

  it('is told rule by rule, and nothing counts as done that was not read back', () => {
    assert.deepEqual(
      progressOf(change, job).map(({ outcome, why }) => [outcome, why]),
      [
        ['done', null],
        ['already', null],
        ['refused', { words: 'No.' }],
        ['unstuck', 'did-not-stick'],
        ['failed', 'throttled'],
        ['again', 'unreachable'],
        ['waiting', null],
        ['refused', 'no-permission'],
      ],
    );
    assert.deepEqual(tallyOf(progressOf(change, job)), {
      ...{ done: 1, already: 1, refused: 2, unstuck: 1, failed: 1, again: 1, waiting: 1 },
    });
  });
});
