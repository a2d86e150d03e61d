/** What the baseline wants of a rule. Pure. */
import type { DesiredRule, Rule, RuleValue } from '../../../store/records.ts';

export interface Wanted {
  value: RuleValue;
  /** Since when that is what is wanted: the desired rule, or the end of the exception in it. */
  since: string;
  desired: DesiredRule;
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
