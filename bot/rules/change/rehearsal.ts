/** What a change that allows less would leave as it is, said before it is confirmed: a rule only stops new purchases [22]. */
import type { Line } from '../../../cards/report.ts';
import { when } from '../../../cards/when.ts';
import type { Purchase, Rule } from '../../../store/records.ts';
import type { Reader } from '../../../store/store.ts';
import { press } from '../../core/command.ts';
import { listedNames, shortName } from '../../core/lines.ts';
import { knownProduct, purchasesOf, soldAs } from '../catalogue/products.ts';
import { type Item, narrows } from './plan.ts';
import type { Viewed } from './viewed.ts';

/** More products are counted. */
const mostNamed = 3;
const askedDays = 30;

export function rehearsalLines(items: readonly Item[], viewed: Viewed): Line[] {
  const { language, dependencies, decides } = viewed;
  const { t } = language;
  const rulesOf = (some: readonly Item[]): Rule[] =>
    some.flatMap(({ rule }) => dependencies.store.get('rules', rule) ?? []);
  const narrowed = rulesOf(items.filter(narrows));
  const live = liveOf(rulesOf(items), dependencies.store);
  const trials = live.filter(({ trial }) => trial).length;
  const asked = askedLately(narrowed, viewed);
  return [
    { title: live.length > 0 ? t('change.purchases', { count: live.length }) : t('change.purchasesNone') },
    ...when(trials > 0, { title: t('change.trialsGoOn', { count: trials }) }),
    ...freeLines(narrowed, viewed),
    ...when(asked > 0, {
      title: t('change.askedFor', { people: asked }),
      press: press(t('change.askedFor', { people: asked }), 'approvals', { stage: 'every' }),
    }),
    ...when(narrowed.length > 0, { title: t('change.blocked') }),
    ...when(narrowed.length > 0 && decides && dependencies.config.requests.here, {
      title: t('change.sendHere'),
      press: press(t('button.status'), 'status'),
    }),
  ];
}

/** Purchases that go on as they are: of two rules for one product they count once. */
function liveOf(rules: readonly Rule[], store: Reader): Purchase[] {
  return [...new Set(rules.flatMap((rule) => purchasesOf(rule, store)))];
}

/** How many different people asked Purser for one of the products in the last thirty days. */
function askedLately(rules: readonly Rule[], { dependencies: { store }, now }: Viewed): number {
  const since = new Date(now.getTime() - askedDays * 86_400_000).toISOString();
  const skus = new Set(
    [...store.all('products')].filter((product) => rules.some((rule) => soldAs(rule, product))).map(({ id }) => id),
  );
  const asked = [...store.all('requests')].filter(({ product, at }) => at >= since && skus.has(product.sku));
  return new Set(asked.map(({ person }) => person.id)).size;
}

/** People who have a free edition keep it: no rule takes one away. */
function freeLines(rules: readonly Rule[], { language, dependencies: { store } }: Viewed): Line[] {
  const { t } = language;
  const parts = new Set(rules.flatMap((rule) => knownProduct(rule)?.free ?? []));
  const had = [...store.all('products')].filter(({ part, used }) => parts.has(part) && used > 0);
  if (had.length === 0) return [];
  const users = had.reduce((sum, { used }) => sum + used, 0);
  const names = listedNames(
    had.map(({ name }) => shortName(name)),
    { most: mostNamed },
    language,
  );
  return [{ title: t('change.freeStays', { users, names }) }];
}
