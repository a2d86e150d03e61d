/** What the organisation wants the rules to be, and which of them are otherwise. Pure. */
import type { Rule, RuleValue, Wish } from '../../../store/records.ts';
import { widens } from '../change/plan.ts';

/** The wish for every product and offer type that Microsoft adds, which by itself lets everybody buy a new one. */
export const newProducts = 'new-products';

export interface Wanted {
  value: RuleValue;
  /** Since when that is what is wanted: the wish, or the end of the exception in it. */
  since: string;
  wish: Wish;
}

/** A rule that is not what the baseline wants. */
export interface Drift {
  rule: Rule;
  wanted: Wanted;
}

/** An exception that is over counts for nothing: what it excepted from is wanted again. Undefined where nothing is wanted. */
export function wishFor({ id }: Pick<Rule, 'id'>, wishes: Iterable<Wish>, now: Date): Wanted | undefined {
  for (const wish of wishes) if (wish.id === id) return wantedBy(wish, now);
  return undefined;
}

export function wantedBy(wish: Wish, now: Date): Wanted | undefined {
  const { value, at, until, otherwise } = wish;
  if (!until || now < new Date(until)) return { value, since: at, wish };
  return otherwise ? { value: otherwise, since: until, wish } : undefined;
}

/** In force, and to end one day. */
export function isException({ until }: Wish, now: Date): boolean {
  return until !== null && now < new Date(until);
}

/** Of rules that Microsoft still lists: what it does not list can't be set either. */
export function driftIn(rules: Iterable<Rule>, wishes: Iterable<Wish>, now: Date): Drift[] {
  const byRule = new Map([...wishes].map((wish) => [wish.id, wish]));
  return [...rules].flatMap((rule) => {
    const wish = byRule.get(rule.id);
    const wanted = rule.goneAt || !wish ? undefined : wantedBy(wish, now);
    return wanted && wanted.value !== rule.value ? [{ rule, wanted }] : [];
  });
}

/** Letting people buy more needs a reason. That of the wish is one; a wish that only keeps what was so has none. */
export function lacksReason({ rule, wanted }: Drift): boolean {
  return !wanted.wish.why && widens({ before: rule.value, wanted: wanted.value });
}
