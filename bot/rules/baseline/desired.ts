/** Compares the rules with what the organisation wants them to be. Pure. */
import type { DesiredRule, Rule, RuleValue } from '../../../store/records.ts';
import { widens } from '../change/plan.ts';

/** The desired rule for every product and offer type that Microsoft adds; by default everybody can buy a new one. */
export const newProducts = 'new-products';

export interface Wanted {
  value: RuleValue;
  /** Since when that is what is wanted: the desired rule, or the end of the exception in it. */
  since: string;
  desired: DesiredRule;
}

/** A rule that is not what the baseline wants. */
export interface Drift {
  rule: Rule;
  wanted: Wanted;
}

/** When an exception is over, what it excepted from is wanted again. Undefined if nothing is wanted. */
export function wantedFor(
  { id }: Pick<Rule, 'id'>,
  desiredRules: Iterable<DesiredRule>,
  now: Date,
): Wanted | undefined {
  for (const desired of desiredRules) if (desired.id === id) return wantedBy(desired, now);
  return undefined;
}

export function wantedBy(desired: DesiredRule, now: Date): Wanted | undefined {
  const { value, at, until, otherwise } = desired;
  if (!until || now < new Date(until)) return { value, since: at, desired };
  return otherwise ? { value: otherwise, since: until, desired } : undefined;
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
