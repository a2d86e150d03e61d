/** Compares the rules with what the organisation wants them to be. Pure. */
import type { DesiredRule, Rule } from '../../../store/records.ts';
import { type Wanted, wantedBy } from '../catalogue/wanted.ts';
import { widens } from '../change/plan.ts';

/** The desired rule for every product and offer type that Microsoft adds; by default everybody can buy a new one. */
export const newProducts = 'new-products';

/** A rule that is not what the baseline wants. */
export interface Drift {
  rule: Rule;
  wanted: Wanted;
}

/** It is in force, and ends one day. */
export function isException({ until }: DesiredRule, now: Date): boolean {
  return until !== null && now < new Date(until);
}

/** Only rules that Microsoft still lists: others can't be set either. */
export function driftIn(rules: Iterable<Rule>, desiredRules: Iterable<DesiredRule>, now: Date): Drift[] {
  const byRule = new Map([...desiredRules].map((desired) => [desired.id, desired]));
  return [...rules].flatMap((rule) => {
    const desired = byRule.get(rule.id);
    const wanted = rule.goneAt || !desired ? undefined : wantedBy(desired, now);
    return wanted && wanted.value !== rule.value ? [{ rule, wanted }] : [];
  });
}

/** Letting people buy more needs a reason. A desired rule may give one; a rule recorded as it was has none. */
export function lacksReason({ rule, wanted }: Drift): boolean {
  return !wanted.desired.why && widens({ before: rule.value, wanted: wanted.value });
}
