/** What a change would do, before it does anything. Pure. */
import type { Change, Rule, RuleValue } from '../../../store/records.ts';
import type { Order } from '../catalogue/read-sentence.ts';

export type Item = Change['items'][number];

/** "All" means every rule except the switches, which must be named. */
function isMeantByAll({ surface }: Rule): boolean {
  return surface !== 'switch';
}

type Targets =
  | { kind: 'found'; rules: Rule[]; excepted: Rule[] }
  /** A name fits several rules: the person ticks those they mean. */
  | { kind: 'several'; rules: Rule[]; sure: Rule[] }
  | { kind: 'unknown'; name: string };

/**
 * @param rules those Microsoft lists now
 * @param find what a name can mean
 */
export function targetsOf(
  { all, names, except }: Order,
  rules: readonly Rule[],
  find: (name: string) => readonly Rule[],
): Targets {
  const unknown = [...names, ...except].find((name) => find(name).length === 0);
  if (unknown !== undefined) return { kind: 'unknown', name: unknown };
  const left = new Set(except.flatMap((name) => find(name)));
  const named = names.map((name) => find(name));
  const meant = new Set([...(all ? rules.filter(isMeantByAll) : []), ...named.flat()]);
  // "power bi except premium" says itself that it means several.
  const isOpen = !all && except.length === 0 && named.some((found) => found.length > 1);
  if (isOpen) {
    const sure = new Set(named.flatMap((found) => (found.length === 1 ? found : [])));
    return { kind: 'several', rules: rules.filter((rule) => meant.has(rule)), sure: [...sure] };
  }
  return {
    kind: 'found',
    rules: rules.filter((rule) => meant.has(rule) && !left.has(rule)),
    excepted: rules.filter((rule) => meant.has(rule) && left.has(rule)),
  };
}

export interface Plan {
  items: Item[];
  already: Rule[];
  /** Those that don't have such a value. */
  lacking: Rule[];
}

export function planOf(
  rules: readonly Rule[],
  wanted: RuleValue,
  valuesFor: (rule: Rule) => readonly RuleValue[],
): Plan {
  const able = rules.filter((rule) => valuesFor(rule).includes(wanted));
  return {
    items: able.filter(({ value }) => value !== wanted).map((rule) => itemOf(rule, wanted)),
    already: able.filter(({ value }) => value === wanted),
    lacking: rules.filter((rule) => !able.includes(rule)),
  };
}

export function itemOf({ id, name, value }: Rule, wanted: RuleValue): Item {
  return { rule: id, name, before: value, found: null, wanted, after: null };
}

/** The same plan, from what the rules are now; undefined if it would still do what was planned. */
export function replanned(items: readonly Item[], ruleOf: (id: Rule['id']) => Rule | undefined): Item[] | undefined {
  const isAsPlanned = items.every(({ rule, before }) => {
    const now = ruleOf(rule);
    return now?.goneAt === null && now.value === before;
  });
  return isAsPlanned ? undefined : towards(items, ruleOf);
}

function towards(
  items: readonly Pick<Item, 'rule' | 'wanted'>[],
  ruleOf: (id: Rule['id']) => Rule | undefined,
): Item[] {
  return items.flatMap(({ rule: id, wanted }) => {
    const rule = ruleOf(id);
    return rule?.goneAt === null && rule.value !== wanted ? [itemOf(rule, wanted)] : [];
  });
}

/** Whether it really changed something, as read back. */
export function isChanged({ found, after }: Item): boolean {
  return found !== null && after !== null && found !== after;
}

/** Puts back what was really changed and isn't back already. */
export function undoing(items: readonly Item[], ruleOf: (id: Rule['id']) => Rule | undefined): Item[] {
  const back = items.flatMap(({ rule, found, after }) =>
    found !== null && found !== after && after ? [{ rule, wanted: found }] : [],
  );
  return towards(back, ruleOf);
}

const openness: Record<RuleValue, number> = { Disabled: 0, OnlyTrialsWithoutPaymentMethod: 1, Enabled: 2 };

/** It lets people buy more than before, which needs a reason. */
export function widens({ before, wanted }: Pick<Item, 'before' | 'wanted'>): boolean {
  return openness[wanted] > openness[before];
}

export function narrows({ before, wanted }: Pick<Item, 'before' | 'wanted'>): boolean {
  return openness[wanted] < openness[before];
}

/** People think a while before they confirm, but a plan from hours ago may no longer fit. */
export const freshForHours = 4;

export function isTooOld({ at }: Change, now: Date): boolean {
  return now.getTime() - Date.parse(at) > freshForHours * 3_600_000;
}
