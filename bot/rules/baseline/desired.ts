/** What the organisation wants the rules to be, and which of them are otherwise. Pure. */
import type { DesiredRule, Rule, RuleValue } from '../../../store/records.ts';
import { widens } from '../change/plan.ts';

/** What is desired for every product and offer type that Microsoft adds, which by itself lets everybody buy a new one. */
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

/** An exception that is over counts for nothing: what it excepted from is wanted again. Undefined where nothing is wanted. */
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

/** In force, and to end one day. */
export function isException({ until }: DesiredRule, now: Date): boolean {
  return until !== null && now < new Date(until);
}

/** Of rules that Microsoft still lists: what it does not list can't be set either. */
export function driftIn(rules: Iterable<Rule>, desiredRules: Iterable<DesiredRule>, now: Date): Drift[] {
  const byRule = new Map([...desiredRules].map((desired) => [desired.id, desired]));
  return [...rules].flatMap((rule) => {
    const desired = byRule.get(rule.id);
    const wanted = rule.goneAt || !desired ? undefined : wantedBy(desired, now);
    return wanted && wanted.value !== rule.value ? [{ rule, wanted }] : [];
  });
}

/** Letting people buy more needs a reason. That of the desired rule is one; one that only keeps what was so has none. */
export function lacksReason({ rule, wanted }: Drift): boolean {
  return !wanted.desired.why && widens({ before: rule.value, wanted: wanted.value });
}
