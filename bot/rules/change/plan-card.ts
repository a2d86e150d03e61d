/** A change that waits to be confirmed: what it would do, what it would not touch, and what that means for people. */
import { type Card, shorten } from '../../../cards/card.ts';
import { type Line, type Report, report } from '../../../cards/report.ts';
import { present, when } from '../../../cards/when.ts';
import type { Change, Rule } from '../../../store/records.ts';
import type { Reader } from '../../../store/store.ts';
import { press } from '../../core/command.ts';
import { grouped } from '../../core/grouped.ts';
import { orgSettings } from '../../microsoft/links.ts';
import { calledIn } from '../../people/told-apart.ts';
import { knownProduct } from '../catalogue/products.ts';
import { wantedFor } from '../catalogue/wanted.ts';
import { namesOf, ruleName, ruleValue } from '../catalogue/wording.ts';
import { type Item, widens } from './plan.ts';
import { rehearsalLines } from './rehearsal.ts';
import { ruleSureness } from './sureness.ts';
import type { Viewed } from './viewed.ts';
import { isWideChange } from './wide.ts';

/** Rules that were asked for and are not in the plan, by the reason; only the card that answers the question shows them. */
interface Aside {
  already: readonly Rule[];
  lacking: readonly Rule[];
  excepted: readonly Rule[];
  /** All rules were meant, so the tenant's switches can be ticked as well. */
  all: boolean;
}

interface Beside {
  /** What the reader should know first, e.g. why nothing was done yet. */
  remark?: string | undefined;
  aside?: Aside;
}

export function planCard(change: Change, viewed: Viewed, { remark, aside }: Beside = {}): Card {
  const { language, now, dependencies } = viewed;
  const { t, format, words } = language;
  const ticks = ticksFor(change.items, aside, viewed);
  const { id, by, at, undoes, items } = change;
  const needsReason = items.some(widens);
  const isWide = by !== null && isWideChange(change, dependencies.store, { speaker: by, now, dependencies });
  const title = isWide ? t('button.askSecond') : actTitle(items, viewed);
  return report({
    title: t('change.title.planned'),
    subtitle: t('change.planned', {
      id,
      name: by ? calledIn(dependencies.store, by) : t('change.itself'),
      ago: format.relative(at, now),
    }),
    paragraphs: present(remark, undoes && t('change.undoes', { id: undoes }), isWide && t('order.planned')),
    sections: [
      {
        heading: t('change.would'),
        lines: [...linesByStep(items, viewed), ...against(items, viewed), ...trialless(items, viewed)],
      },
      { heading: t('change.stays'), lines: staying(change, { aside, canTick: ticks !== undefined }, viewed) },
    ],
    ...(ticks && { ticks }),
    ...(viewed.decides && { answer: reasonInput(change, needsReason, viewed) }),
    buttons: viewed.decides
      ? [
          { ...press(title, 'apply', { change: id }), inputs: true, style: 'positive' },
          press(t('button.back'), 'rules'),
        ]
      : [press(t('button.back'), 'rules')],
    links: [{ title: t('button.orgSettings'), url: orgSettings }],
    notes: when(viewed.decides, ...ruleSureness(viewed)),
    summary: t('change.summary.planned', { id }),
    fallback: t('fallback', { command: `${words.commands.apply.names[0]} ${id}` }),
  });
}

/** A button is a line on a phone. */
const longestInTitle = 30;

/** "Block 18 products", "Allow Visio Plan 2", "Change 3 rules" */
function actTitle(items: readonly Item[], { language: { t }, dependencies: { store } }: Viewed): string {
  const surfaces = new Set(items.map(({ rule }) => store.get('rules', rule)?.surface));
  const [wanted, ...others] = new Set(items.map((item) => item.wanted));
  const isOne = wanted && others.length === 0 && [...surfaces].every((each) => each === 'product' || each === 'offer');
  const kind = isOne ? (surfaces.has('offer') ? 'offers' : 'product') : 'rule';
  const [first, ...more] = items;
  const isNamed = isOne && first?.name && more.length === 0;
  const what = isNamed ? shorten(first.name, longestInTitle) : t(`button.rulesOf.${kind}`, { count: items.length });
  return t(`button.set.${isOne ? wanted : 'mixed'}`, { what });
}

function reasonInput({ why }: Change, isNeeded: boolean, { language: { t } }: Viewed): NonNullable<Report['answer']> {
  return {
    id: 'reason',
    label: t(isNeeded ? 'change.reason' : 'change.reasonOptional'),
    placeholder: t('change.reasonHint'),
    value: why ?? '',
  };
}

/** "everyone may buy → nobody may buy: 20", and which. */
export function linesByStep(items: readonly Item[], { language }: Viewed): Line[] {
  const { t } = language;
  const groups = new Map<string, { before: string; after: string; items: Item[] }>();
  for (const item of items) {
    const before = ruleValue(item.rule, item.found ?? item.before, t);
    const after = ruleValue(item.rule, item.wanted, t);
    const group = groups.get(`${before} ${after}`) ?? { before, after, items: [] };
    group.items.push(item);
    groups.set(`${before} ${after}`, group);
  }
  return [...groups.values()].map(({ before, after, items: some }) => ({
    title: t('change.line', { before, after, count: some.length }),
    text: namesOf(some.map(asRule), language),
  }));
}

/** What would no longer be as the baseline wants it; said before it is done. */
function against(items: readonly Item[], { language, dependencies: { store }, now }: Viewed): Line[] {
  const { t } = language;
  const byValue = grouped(items, ({ rule, wanted }) => {
    const meant = wantedFor({ id: rule }, store.all('wishes'), now)?.value;
    return meant && meant !== wanted ? meant : null;
  });
  const lines = [...byValue].map(([meant, some]): Line => {
    const value = ruleValue(some[0]?.rule ?? '', meant, t);
    return {
      mark: { text: t('draft.severity.warns'), tone: 'attention' },
      title: t('change.against', { value, count: some.length }),
      text: namesOf(some.map(asRule), language),
    };
  });
  return lines.length > 0 ? [...lines, { title: t('change.againstNote') }] : [];
}

/** Microsoft documents which products have such a trial; what the value does for others, only trying tells. */
function trialless(items: readonly Item[], { language, dependencies }: Viewed): Line[] {
  const without = items.flatMap(({ rule: id, wanted }) => {
    const rule = wanted === 'OnlyTrialsWithoutPaymentMethod' ? dependencies.store.get('rules', id) : undefined;
    return rule && knownProduct(rule)?.trialsWithoutPayment === false ? [rule] : [];
  });
  if (without.length === 0) return [];
  return [{ title: language.t('change.noTrials', { names: namesOf(without, language) }) }];
}

export function asRule({ rule, name }: Item): Pick<Rule, 'id' | 'name'> {
  return { id: rule, name };
}

function staying(
  { items }: Change,
  { aside, canTick }: { aside: Aside | undefined; canTick: boolean },
  viewed: Viewed,
): Line[] {
  const { language, dependencies } = viewed;
  const { t, format } = language;
  const wanted = items[0]?.wanted ?? 'Disabled';
  const asideTitle = (key: 'already' | 'lacking' | 'excepted', count: number): string =>
    key === 'already' ? t(`change.already.${wanted}`, { count }) : t(`change.${key}`, { count });
  const counted = (['already', 'lacking', 'excepted'] as const).flatMap((key) => {
    const rules = aside?.[key] ?? [];
    return rules.length > 0 ? [{ title: asideTitle(key, rules.length), text: namesOf(rules, language) }] : [];
  });
  const untouched = switchesBeside(items, dependencies.store).map((rule) => ruleName(rule, t));
  return [
    ...counted,
    ...rehearsalLines(items, viewed),
    ...when(untouched.length > 0, {
      title: t(canTick ? 'change.switchesTick' : 'change.switchesStay', { list: format.list(untouched) }),
    }),
    { title: t('change.elsewhere') },
  ];
}

/** The switches that the change is not about. */
function switchesBeside(items: readonly Item[], store: Reader): Rule[] {
  const isMeant = (id: Rule['id']): boolean => items.some(({ rule }) => rule === id);
  return [...store.all('rules')].filter(({ id, surface, goneAt }) => surface === 'switch' && !goneAt && !isMeant(id));
}

/** A switch changes only if somebody ticks it; the tick says what that would do. */
function ticksFor(items: readonly Item[], aside: Aside | undefined, viewed: Viewed): Report['ticks'] {
  const { language, dependencies, decides } = viewed;
  const { t } = language;
  const wanted = items[0]?.wanted;
  if (!aside?.all || !decides || !wanted || wanted === 'OnlyTrialsWithoutPaymentMethod') return undefined;
  const open = switchesBeside(items, dependencies.store).filter(({ value }) => value !== wanted);
  if (open.length === 0) return undefined;
  const options = open.map((rule) => ({
    title: t('change.alsoLine', {
      name: ruleName(rule, t),
      before: ruleValue(rule.id, rule.value, t),
      after: ruleValue(rule.id, wanted, t),
    }),
    value: rule.id,
  }));
  return { id: 'products', label: t('change.also'), options };
}
