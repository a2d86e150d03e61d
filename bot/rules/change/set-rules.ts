/** Plans what people may buy: a change, kept as a dry run until somebody confirms it. */
import { z } from 'zod/v4';
import type { Card } from '../../../cards/card.ts';
import { report } from '../../../cards/report.ts';
import { when } from '../../../cards/when.ts';
import type { Rule, RuleValue } from '../../../store/records.ts';
import { type Command, type Context, press, UserError } from '../../core/command.ts';
import { argument } from '../../language/arguments.ts';
import { nearestRule } from '../catalogue/nearest.ts';
import { findRules, valuesFor } from '../catalogue/products.ts';
import { readOrder } from '../catalogue/read-sentence.ts';
import { capital, namesOf, ruleName, ruleValue } from '../catalogue/wording.ts';
import { planOf, targetsOf } from './plan.ts';
import { planCard } from './plan-card.ts';
import { keepPlan, viewedBy } from './plan-store.ts';

const args = z.strictObject({
  order: argument.order.optional(),
  products: argument.products.optional(),
  reason: argument.reason.optional(),
});

/** Which command sets which value. */
export const verbs = { allow: 'Enabled', trials: 'OnlyTrialsWithoutPaymentMethod', block: 'Disabled' } as const;
export type Verb = keyof typeof verbs;

function setting<Name extends Verb>(name: Name): Command<Name, typeof args> {
  return {
    name,
    role: 'admin',
    args,
    rest: 'order',
    sentence: true,
    async run({ order: text, products, reason }, context) {
      const listed = listedRules(context);
      if (products) return plan(name, { rules: listed.filter(({ id }) => products.includes(id)), reason }, context);
      if (!text) throw whichOnes(name, context);
      const order = readOrder(text);
      const targets = targetsOf(order, listed, (each) => findRules(listed, each));
      if (targets.kind === 'unknown') throw unknown(name, { name: targets.name, text }, context);
      if (targets.kind === 'several') return tickList(name, { ...targets, reason: order.reason }, context);
      return plan(name, { ...targets, all: order.all, reason: order.reason ?? reason }, context);
    },
  };
}

export const allow = setting('allow');
export const trials = setting('trials');
export const block = setting('block');

/** @throws UserError where no list was ever read */
function listedRules({ dependencies, language: { t } }: Context): Rule[] {
  const listed = [...dependencies.store.all('rules')].filter(({ goneAt }) => goneAt === null);
  if (listed.length === 0) throw new UserError(t('rules.noneYet'), [press(t('button.status'), 'status')]);
  return listed;
}

function whichOnes(verb: Verb, context: Context): UserError {
  const { t, words } = context.language;
  return new UserError(t('change.which', { example: words.commands[verb].examples[0] }), [showRules(context)]);
}

function showRules({ language: { t } }: Context) {
  return press(t('button.rules'), 'rules');
}

/** "Did you mean": a button with the corrected order, which only plans. */
function unknown(verb: Verb, { name, text }: { name: string; text: string }, context: Context): UserError {
  const { t } = context.language;
  const near = nearestRule(listedRules(context), name);
  const what = t('rules.unknown', { what: name });
  if (!near) return new UserError(`${what} ${t('rules.several')}`, [showRules(context)]);
  const again = press(near, verb, { order: text.replace(name, () => near) });
  return new UserError(`${what} ${t('refused.didYouMean')}`, [again, showRules(context)]);
}

/** Nobody ticks a longer list, and no card holds it. */
const mostTicks = 60;

interface Ticking {
  rules: readonly Rule[];
  /** The rules that were named without doubt. */
  sure: readonly Rule[];
  reason: string | undefined;
}

function tickList(verb: Verb, { rules, sure, reason }: Ticking, context: Context): Card {
  const { t, format, words } = context.language;
  const options = [...rules]
    .sort((a, b) => Number(sure.includes(b)) - Number(sure.includes(a)) || format.compare(a.name, b.name))
    .slice(0, mostTicks)
    .map((rule) => ({
      title: `${ruleName(rule, t)} (${t(`audit.rule.${rule.value}`)})`,
      value: rule.id,
      ticked: sure.includes(rule),
    }));
  return report({
    title: t('change.tick'),
    paragraphs: [
      t('change.tickHint'),
      ...when(rules.length > mostTicks, t('change.tickMost', { shown: mostTicks, count: rules.length })),
    ],
    ticks: { id: 'products', label: t('change.ticks'), options },
    buttons: [
      { ...press(t('button.next'), verb, reason ? { reason } : {}), inputs: true },
      press(t('button.back'), 'rules'),
    ],
    summary: t('change.tick'),
    fallback: t('fallback', { command: words.commands[verb].names[0] }),
  });
}

interface Asked {
  rules: readonly Rule[];
  excepted?: readonly Rule[];
  all?: boolean;
  reason: string | undefined;
}

/** @throws UserError where there is nothing to change */
async function plan(verb: Verb, { rules, excepted = [], all = false, reason }: Asked, context: Context): Promise<Card> {
  const { t } = context.language;
  const wanted = verbs[verb];
  if (rules.length === 0 && excepted.length > 0) throw new UserError(t('change.noneLeft'), [showRules(context)]);
  if (rules.length === 0) throw whichOnes(verb, context);
  const { items, already, lacking } = planOf(rules, wanted, valuesFor);
  if (lacking.length === rules.length) throw lacks(lacking, wanted, context);
  if (items.length === 0) throw nothingToDo({ already, wanted, all }, context);
  const change = await context.transact((tx) => keepPlan(tx, { items, why: reason }, context));
  return planCard(change, viewedBy(context), { aside: { already, lacking, excepted, all } });
}

/** With a button for each value it can have instead. */
function lacks(rules: readonly Rule[], wanted: RuleValue, { language }: Context): UserError {
  const { t, format } = language;
  const [first] = rules;
  const [id, allowed] = first ? [first.id, valuesFor(first)] : ['', []];
  const spoken = allowed.map((value) => ruleValue(id, value, t));
  const products = rules.map((rule) => rule.id).join();
  const instead = (Object.keys(verbs) as Verb[])
    .filter((verb) => allowed.includes(verbs[verb]))
    .map((verb) => press(t(`button.${verb}`), verb, { products }));
  const said = { names: namesOf(rules, language), value: t(`rules.value.${wanted}`), allowed: format.list(spoken) };
  return new UserError(t('change.lacks', said), instead);
}

interface Needless {
  already: readonly Rule[];
  wanted: RuleValue;
  all: boolean;
}

function nothingToDo({ already, wanted, all }: Needless, context: Context): UserError {
  const { language } = context;
  const { t } = language;
  const value = ruleValue(already[0]?.id ?? '', wanted, t);
  const said = all
    ? t('change.nothingAll', { value })
    : t('change.nothing', { names: capital(namesOf(already, language)), value });
  return new UserError(said, [showRules(context)]);
}
