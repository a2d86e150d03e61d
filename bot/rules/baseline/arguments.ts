/** Shared by the parts of `baseline`: its arguments, and the rules someone means by them. */
import { z } from 'zod/v4';
import type { Card } from '../../../cards/card.ts';
import { rowsPerPage as mostRows } from '../../../cards/list.ts';
import { report } from '../../../cards/report.ts';
import type { DesiredRule, Rule } from '../../../store/records.ts';
import type { Reader } from '../../../store/store.ts';
import { type Context, press, UserError } from '../../core/command.ts';
import { argument } from '../../language/arguments.ts';
import { findRules } from '../catalogue/products.ts';
import { readOrder } from '../catalogue/read-sentence.ts';
import { ruleName, ruleValue } from '../catalogue/wording.ts';
import { targetsOf } from '../change/plan.ts';

export const args = z.strictObject({
  task: argument.task.optional(),
  product: argument.product.optional(),
  fresh: argument.fresh.optional(),
  value: argument.value.optional(),
  until: argument.until.optional(),
  reason: argument.reason.optional(),
  switch: argument.switch.optional(),
  change: argument.change.optional(),
  notice: argument.notice.optional(),
  confirm: argument.confirm.optional(),
});
export type Asked = z.infer<typeof args>;

export function speakerOf({ speaker: { id, name } }: Context): DesiredRule['by'] {
  return { id, name };
}

/** Without an end. */
export function desiredRule(id: DesiredRule['id'], value: DesiredRule['value'], context: Context): DesiredRule {
  return { id, value, by: speakerOf(context), at: context.now.toISOString(), until: null, otherwise: null, why: null };
}

/** The rules that Microsoft lists now. */
export function liveRules(reader: Pick<Reader, 'all'>): Rule[] {
  return [...reader.all('rules')].filter(({ goneAt }) => !goneAt);
}

export interface NamedRules {
  rules: Rule[];
  /** More rules fit than were named, so the reader must say which. */
  isOpen: boolean;
}

/** @throws UserError if a name fits nothing */
export function rulesNamed(text: string, reader: Pick<Reader, 'all'>, { language: { t } }: Context): NamedRules {
  const rules = liveRules(reader);
  const order = readOrder(text);
  const among = (some: readonly Rule[]) => targetsOf(order, some, (name) => findRules(some, name));
  const live = among(rules);
  // Rules that Microsoft has stopped listing can still be wanted, or forgotten.
  const targets = live.kind === 'unknown' ? among([...reader.all('rules')]) : live;
  const back = [press(t('button.rules'), 'rules')];
  if (rules.length === 0) throw new UserError(t('rules.noneYet'), back);
  if (targets.kind === 'unknown') throw new UserError(t('rules.unknown', { what: targets.name }), back);
  if (targets.rules.length === 0) throw new UserError(t('change.noneLeft'), back);
  return { rules: targets.rules, isOpen: targets.kind === 'several' };
}

/** A button gives the ids back; if they are longer than an argument may be, there is a button for each. */
const longestIds = 200;

/** Several rules fit: one question, answered by one press. */
export function severalCard(
  rules: readonly Rule[],
  data: Readonly<Record<string, string>>,
  { language }: Context,
): Card {
  const { t, words } = language;
  const ids = rules.map(({ id }) => id).join(',');
  const question = t('baseline.several', { number: language.format.number(rules.length) });
  return report({
    paragraphs: [question],
    sections: [
      {
        lines: [...rules]
          .sort((a, b) => language.format.compare(a.name, b.name))
          .slice(0, mostRows)
          .map((rule) => ({
            title: ruleName(rule, t),
            text: ruleValue(rule.id, rule.value, t),
            press: press(ruleName(rule, t), 'baseline', { ...data, product: rule.id }),
          })),
      },
    ],
    buttons: [
      ...(data['value'] && ids.length <= longestIds
        ? [press(t('button.allOfThem', { count: rules.length }), 'baseline', { ...data, product: ids })]
        : []),
      press(t('button.back'), 'baseline'),
    ],
    summary: question,
    fallback: t('fallback', { command: words.commands.baseline.names[0] }),
  });
}
