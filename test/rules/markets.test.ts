/** Where self-service purchase is not available. */
import assert from 'node:assert/strict';
import { exclusionOf } from '../../bot/rules/catalogue/markets.ts';

describe('a market', () => {
  const product = (key: string) => ({ id: `product:${key}`, surface: 'product' as const });
  const [visio, oldVisio, project, planner, powerBi, unheard] = [
    ...['CFQ7TTC0HD32', 'CFQ7TTC0KXN8', 'CFQ7TTC0HDB0', 'CFQ7TTC0HDB1', 'CFQ7TTC0H9MP', 'CFQ7TTC0NEW1'],
  ].map(product);
  const offer = { id: 'offer:SaaS', surface: 'offer' as const };
  const signUp = { id: 'switch:email-sign-up', surface: 'switch' as const };
  const isOut = (
    rule: typeof visio | typeof offer | typeof signUp,
    country: string | null,
    sector: 'government' | 'education' | null = null,
  ) => exclusionOf(rule ?? assert.fail(), { country, sector }) !== undefined;

  it('[23, 50] of government or education sells nothing, whatever the country', () => {
    for (const sector of ['government', 'education'] as const)
      for (const rule of [visio, powerBi, unheard, offer]) assert.ok(isOut(rule, 'FR', sector));
  });

  it('[53] in India sells nothing', () => {
    for (const rule of [visio, powerBi, unheard, offer]) assert.ok(isOut(rule, 'in'));
  });

  it('[53] in Brazil and the Democratic Republic of the Congo sells neither Project nor Visio, and everything else', () => {
    for (const country of ['BR', 'CD']) {
      for (const rule of [visio, oldVisio, project, planner]) assert.ok(isOut(rule, country));
      for (const rule of [powerBi, unheard, offer]) assert.ok(!isOut(rule, country));
    }
  });

  it('elsewhere, or where nobody knows, is not excluded; the other Congo and the Yugoslavia of the French text neither', () => {
    for (const country of ['FR', 'US', 'CG', 'YU', null]) assert.ok(!isOut(visio, country));
  });

  it('has no say in signing up by e-mail', () => {
    assert.ok(!isOut(signUp, 'IN', 'government'));
  });
});
