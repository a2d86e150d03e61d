/** Which rules are not what the baseline wants. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { endOf, lastDay } from '../../bot/language/days.ts';
import { createFormat } from '../../bot/language/format.ts';
import { driftIn, isException } from '../../bot/rules/baseline/desired.ts';
import { wantedFor } from '../../bot/rules/catalogue/wanted.ts';
import { type DesiredRule, type Rule, type RuleValue, ruleValues } from '../../store/records.ts';

const noon = new Date('2026-11-17T12:00:00Z');
const at = '2026-11-01T00:00:00.000Z';

function ruleOf(id: string, value: RuleValue, goneAt: string | null = null): Rule {
  return { id, surface: 'product', name: id, value, firstSeenAt: at, setAt: null, goneAt };
}

function desiredRule(
  id: string,
  value: RuleValue,
  exception: Partial<Pick<DesiredRule, 'until' | 'otherwise'>> = {},
): DesiredRule {
  return { id, value, by: { id: 'alex', name: 'Alex' }, at, until: null, otherwise: null, why: null, ...exception };
}

const value = fc.constantFrom(...ruleValues);
const ids = ['product:a', 'product:b', 'offer:c', 'switch:d'];
const instant = fc
  .integer({ min: -5, max: 5 })
  .map((days) => new Date(noon.getTime() + days * 86_400_000).toISOString());
const rules = fc
  .array(fc.tuple(value, fc.option(instant)), { minLength: ids.length, maxLength: ids.length })
  .map((all) => all.map(([is, goneAt], n) => ruleOf(ids[n] ?? '', is, goneAt)));
const desiredRules = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...ids), value, fc.option(fc.tuple(instant, fc.option(value)))), {
    selector: ([id]) => id,
  })
  .map((all) => all.map(([id, is, end]) => desiredRule(id, is, end ? { until: end[0], otherwise: end[1] } : {})));

describe('what the baseline wants', () => {
  it('finds just the listed rules whose value is not the one wanted now', () => {
    fc.assert(
      fc.property(rules, desiredRules, (all, wanted) => {
        const drifted = new Set(driftIn(all, wanted, noon).map(({ rule }) => rule.id));
        for (const rule of all) {
          const desired = wanted.find(({ id }) => id === rule.id);
          const isOver = desired?.until !== null && desired?.until !== undefined && desired.until <= noon.toISOString();
          const should = desired && (isOver ? desired.otherwise : desired.value);
          const isDrift = rule.goneAt === null && should !== undefined && should !== null && should !== rule.value;
          assert.equal(drifted.has(rule.id), isDrift);
        }
      }),
    );
  });

  it('is right once every rule found is what it says is wanted, and finds the same whatever the order', () => {
    fc.assert(
      fc.property(rules, desiredRules, (all, wanted) => {
        const found = driftIn(all, wanted, noon);
        const set = new Map(found.map(({ rule, wanted: { value: should } }) => [rule.id, should]));
        const mended = all.map((rule) => ({ ...rule, value: set.get(rule.id) ?? rule.value }));
        assert.deepEqual(driftIn(mended, wanted, noon), []);
        const turned = driftIn(all.toReversed(), wanted.toReversed(), noon).toReversed();
        assert.deepEqual(turned, found);
      }),
    );
  });

  it('an exception counts until its end and not a moment longer', () => {
    const desired = desiredRule('product:a', 'Enabled', { until: noon.toISOString(), otherwise: 'Disabled' });
    const before = new Date(noon.getTime() - 1);
    assert.deepEqual([isException(desired, before), isException(desired, noon)], [true, false]);
    assert.equal(wantedFor({ id: 'product:a' }, [desired], before)?.value, 'Enabled');
    const after = wantedFor({ id: 'product:a' }, [desired], noon);
    assert.deepEqual([after?.value, after?.since], ['Disabled', noon.toISOString()]);
    assert.equal(wantedFor({ id: 'product:a' }, [{ ...desired, otherwise: null }], noon), undefined);
  });

  it('a day ends where people are, also when the clocks change', () => {
    const ends = (zone: string, day: string) => endOf(day, createFormat('en', zone)).toISOString();
    assert.equal(ends('Europe/Paris', '2026-12-31'), '2026-12-31T23:00:00.000Z');
    assert.equal(ends('Europe/Paris', '2026-10-25'), '2026-10-25T23:00:00.000Z');
    assert.equal(ends('Pacific/Kiritimati', '2026-12-31'), '2026-12-31T10:00:00.000Z');
    assert.equal(ends('Etc/GMT+12', '2026-12-31'), '2027-01-01T12:00:00.000Z');
    assert.equal(ends('Asia/Kathmandu', '2026-12-31'), '2026-12-31T18:15:00.000Z');
    assert.equal(lastDay('2026-12-31T23:00:00.000Z', createFormat('en', 'Europe/Paris')), '31 Dec 2026');
  });
});
