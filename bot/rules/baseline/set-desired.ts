/** Sets what an admin wants the rules to be: all as they are now, or one by one, for good or until a day. */
import type { Card } from '../../../cards/card.ts';
import { rowsPerPage as mostRows } from '../../../cards/list.ts';
import { report } from '../../../cards/report.ts';
import type { Change, DesiredRule, Rule, RuleValue } from '../../../store/records.ts';
import type { Transaction } from '../../../store/store.ts';
import { type Context, press, UserError } from '../../core/command.ts';
import { endOf } from '../../language/days.ts';
import type { Language } from '../../language/index.ts';
import { showOrder } from '../../orders/card.ts';
import { valuesFor } from '../catalogue/products.ts';
import { wantedFor } from '../catalogue/wanted.ts';
import { namesOf, ruleName, ruleValue } from '../catalogue/wording.ts';
import { showDrift } from '../change/posted-drift.ts';
import {
  type Asked,
  desiredRule,
  liveRules,
  type NamedRules,
  rulesNamed,
  severalCard,
  speakerOf,
} from './arguments.ts';
import { showBaseline } from './card.ts';
import { lacksReason, newProducts } from './desired.ts';
import { driftNow, isOpen } from './drift.ts';
import { refuseWideException, secondFor, type Wish, wishItem } from './second.ts';
import { actsAlone, putDesired, setBack } from './set-back.ts';

/** The baseline wants the rules as they are now. Where desired rules say otherwise, it asks first. */
export async function record({ confirm }: Asked, context: Context): Promise<Card> {
  const { dependencies, now, language } = context;
  const { t } = language;
  if (liveRules(dependencies.store).length === 0)
    throw new UserError(t('rules.noneYet'), [press(t('button.rules'), 'rules')]);
  const other = driftNow(dependencies.store, now);
  if (other.length > 0 && !confirm) return askToRecord(other, context);
  const { store } = dependencies;
  const differ = liveRules(store).filter((rule) => wantedFor(rule, store.all('wishes'), now)?.value !== rule.value);
  const items = differ.map((rule) => wishItem(rule, rule.value, store));
  const order = await secondFor({ act: 'want', items, why: null }, context);
  if (order) return showOrder(order, context);
  const recorded = await context.transact((tx) => {
    const rules = liveRules(tx).filter((rule) => wantedFor(rule, tx.all('wishes'), now)?.value !== rule.value);
    for (const rule of rules)
      putDesired(tx, desiredRule(rule.id, rule.value, context), { name: rule.name, by: speakerOf(context) });
    showDrift(tx, rules, { at: now });
    return rules.length;
  });
  return showBaseline(context, [
    recorded > 0 ? t('baseline.recorded', { count: recorded }) : t('baseline.recordedNothing'),
  ]);
}

function askToRecord(other: readonly { rule: Rule; wanted: { value: RuleValue } }[], { language }: Context): Card {
  const { t, words } = language;
  const question = t('baseline.recordOver', { count: other.length });
  return report({
    paragraphs: [question],
    sections: [
      {
        lines: other.slice(0, mostRows).map(({ rule, wanted }) => ({
          title: ruleName(rule, t),
          text: t('baseline.instead', {
            after: ruleValue(rule.id, rule.value, t),
            before: ruleValue(rule.id, wanted.value, t),
          }),
        })),
      },
    ],
    buttons: [
      press(t('button.recordOver', { count: other.length }), 'baseline', { task: 'record', confirm: 'confirm' }),
      press(t('button.back'), 'baseline'),
    ],
    summary: question,
    fallback: t('fallback', { command: words.commands.baseline.names[0] }),
  });
}

/** A rule that something is wanted of, or all new products. */
interface Target {
  id: DesiredRule['id'];
  /** As Microsoft calls it; null for new products. */
  name: string | null;
  /** What it is now; after an exception, that comes back where nothing else was wanted. */
  value: RuleValue | null;
}

export async function setDesired(asked: Asked, context: Context): Promise<Card> {
  const { value, until, reason } = asked;
  if (!value) return showBaseline(context);
  const named = asked.fresh ? undefined : namedIn(asked.product, context);
  if (named?.isOpen) return severalCard(named.rules, dataOf(asked), context);
  const rules = named?.rules ?? [];
  refuseLacking(rules, value, context);
  const end = until ? futureEnd(until, context) : undefined;
  const meaning: Meaning = { asked, value, end, rules, names: namesIn(named, context) };
  if (end && !reason) return askWhy(meaning, context);
  const targets: Target[] = named ? rules : [{ id: newProducts, name: null, value: null }];
  const items = targets.map((target) => wishItem(target, value, context.dependencies.store));
  const wish: Wish = { act: 'want', items, why: reason ?? null };
  if (end) refuseWideException(wish, context);
  const order = await secondFor(wish, context);
  if (order) return showOrder(order, context);
  const change = await context.transact((tx) => {
    for (const target of targets)
      putDesired(tx, desiredUntil(target, { value, end, reason, tx }, context), {
        name: target.name,
        by: speakerOf(context),
      });
    return afterDesired(tx, rules, context);
  });
  return showBaseline(context, saidOf(meaning, change, context));
}

/** What somebody has said they want, and of which rules. */
interface Meaning {
  asked: Asked;
  value: RuleValue;
  /** When an exception ends; undefined where it is for good. */
  end: Date | undefined;
  /** None where new products are meant. */
  rules: readonly Rule[];
  names: string;
}

function namesIn(named: NamedRules | undefined, { language }: Context): string {
  return named ? namesOf(named.rules, language) : language.t('baseline.newProducts');
}

/** @throws UserError for a day that is over */
function futureEnd(until: string, { language: { t, format }, now }: Context): Date {
  const end = endOf(until, format);
  if (end <= now) throw new UserError(t('baseline.past', { date: dateOf(until, format) }));
  return end;
}

function dateOf(day: string, format: Language['format']): string {
  return format.date(day);
}

/** What was decided, and the change that follows from it. */
function saidOf(
  { asked, value, end, rules, names }: Meaning,
  change: Change | undefined,
  { language }: Context,
): string[] {
  const { t, format } = language;
  const said = t(end ? 'baseline.wishedUntil' : 'baseline.wished', {
    names,
    value: ruleValue(rules[0]?.id ?? newProducts, value, t),
    date: asked.until && dateOf(asked.until, format),
  });
  return [said, ...(change ? [t('baseline.fixing', { id: change.id, names })] : [])];
}

/** @throws UserError where nothing was named */
function namedIn(product: string | undefined, context: Context): NamedRules {
  const { t, words } = context.language;
  if (!product) throw new UserError(t('baseline.which', { example: words.commands.baseline.examples[2] }));
  return rulesNamed(product, context.dependencies.store, context);
}

function dataOf({ value, until, reason }: Asked): Record<string, string> {
  return { ...(value && { value }), ...(until && { until }), ...(reason && { reason }) };
}

/** @throws UserError for a value that one of them does not have */
function refuseLacking(rules: readonly Rule[], value: RuleValue, { language }: Context): void {
  const { t, format } = language;
  const lacking = rules.filter((rule) => !valuesFor(rule).includes(value));
  const [first] = lacking;
  if (!first) return;
  const allowed = format.list(valuesFor(first).map((each) => ruleValue(first.id, each, t)));
  throw new UserError(
    t('change.lacks', { names: namesOf(lacking, language), value: t(`rules.value.${value}`), allowed }),
    [press(t('button.baseline'), 'baseline')],
  );
}

/** When an exception ends, what it excepts from comes back; where nothing was wanted, what the rule is now. */
function desiredUntil(
  { id, value: is }: Target,
  { value, end, reason, tx }: Pick<Meaning, 'value' | 'end'> & { reason: string | undefined; tx: Transaction },
  context: Context,
): DesiredRule {
  const plain = { ...desiredRule(id, value, context), why: reason ?? null };
  if (!end) return plain;
  const known = tx.get('wishes', id);
  const otherwise = known ? (known.until ? known.otherwise : known.value) : is;
  if (otherwise === value) {
    const { t } = context.language;
    const what = { value: t(`rules.value.${value}`), example: context.language.words.commands.baseline.examples[2] };
    throw new UserError(t('baseline.noException', what), [press(t('button.baseline'), 'baseline')]);
  }
  return { ...plain, until: end.toISOString(), otherwise };
}

/** Cards that list these rules show it; and if Purser sets rules back by itself, it does so now. */
function afterDesired(tx: Transaction, rules: readonly Rule[], context: Context): Change | undefined {
  showDrift(tx, rules, { at: context.now });
  if (!actsAlone(tx)) return undefined;
  const ids = rules.map(({ id }) => id);
  const drift = driftNow(tx, context.now).filter(
    (each) => isOpen(each) && !lacksReason(each) && ids.includes(each.rule.id),
  );
  return setBack(tx, drift, { by: speakerOf(context), at: context.now });
}

function askWhy({ asked, value: wanted, rules, names }: Meaning, { language }: Context): Card {
  const { t, words, format } = language;
  const value = t(`rules.value.${wanted}`);
  const question = t('baseline.whyException', { names, value, date: dateOf(asked.until ?? '', format) });
  const target = asked.fresh ? { fresh: asked.fresh } : { product: rules.map(({ id }) => id).join(',') };
  return report({
    paragraphs: [question],
    answer: { id: 'reason', label: t('baseline.reason'), placeholder: t('baseline.reasonHint') },
    buttons: [
      { ...press(t('button.setException'), 'baseline', { ...dataOf(asked), ...target }), inputs: true },
      press(t('button.back'), 'baseline'),
    ],
    summary: question,
    fallback: t('fallback', { command: words.commands.baseline.names[0] }),
  });
}
