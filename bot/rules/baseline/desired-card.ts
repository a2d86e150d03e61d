/** What the baseline says of one rule, or of new products. */
import type { Button, Card } from '../../../cards/card.ts';
import { type Fact, type Line, report, type Section } from '../../../cards/report.ts';
import { type DesiredRule, type Rule, ruleValues } from '../../../store/records.ts';
import { type Context, press } from '../../core/command.ts';
import { calledIn } from '../../people/told-apart.ts';
import { valuesFor } from '../catalogue/products.ts';
import { wantedBy } from '../catalogue/wanted.ts';
import { ruleName, ruleValue } from '../catalogue/wording.ts';
import { exceptionText, mayDecide } from './card.ts';
import { isException, newProducts } from './desired.ts';
import { type Drifted, driftNow } from './drift.ts';
import { driftLine } from './drift-lines.ts';

/** What is wanted, since when, by whom, and the values that could be wanted instead. */
export function showDesired(id: DesiredRule['id'], context: Context): Card {
  const { dependencies, language, now } = context;
  const { t, words } = language;
  const rule = dependencies.store.get('rules', id);
  const desired = dependencies.store.get('wishes', id);
  const drift = driftNow(dependencies.store, now).find((each) => each.rule.id === id);
  const name = rule ? ruleName(rule, t) : t('baseline.newProducts');
  const sections: Section[] = [
    { facts: desiredFacts(rule, desired, context) },
    { heading: t('baseline.drift'), lines: drift ? [withoutPress(driftLine(drift, context))] : [] },
  ];
  return report({
    name,
    sections,
    buttons: [
      ...(mayDecide(context) ? desiredButtons({ rule, desired, drift }, context) : []),
      press(t('button.back'), 'baseline'),
    ],
    summary: t('baseline.summary', { name }),
    fallback: t('fallback', { command: words.commands.baseline.names[0] }),
  });
}

/** Pressed, it would open this very card. */
function withoutPress({ press: _, ...line }: Line): Line {
  return line;
}

function desiredFacts(rule: Rule | undefined, desired: DesiredRule | undefined, context: Context): Fact[] {
  const { now, language } = context;
  const { t, format } = language;
  const wanted = desired && wantedBy(desired, now);
  const id = rule?.id ?? newProducts;
  return [
    ...(rule ? [{ label: t('rules.now'), text: ruleValue(id, rule.value, t) }] : []),
    {
      label: t('baseline.wanted'),
      text: wanted ? ruleValue(id, wanted.value, t) : t(rule ? 'baseline.unsaidHere' : 'baseline.newUnsaid'),
    },
    ...(desired && isException(desired, now)
      ? [{ label: t('baseline.exceptions'), text: exceptionText(desired, context) }]
      : []),
    ...(desired
      ? [
          {
            label: t('baseline.saidBy'),
            text: `${calledIn(context.dependencies.store, desired.by)}, ${format.dateTime(desired.at)}`,
          },
        ]
      : []),
    ...(desired?.why && !isException(desired, now) ? [{ label: t('change.because'), text: desired.why }] : []),
  ];
}

interface Subject {
  /** Undefined for new products. */
  rule: Rule | undefined;
  desired: DesiredRule | undefined;
  drift: Drifted | undefined;
}

function desiredButtons({ rule, desired, drift }: Subject, { language: { t }, now }: Context): Button[] {
  const target = rule ? { product: rule.id } : { fresh: newProducts };
  const wanted = desired && wantedBy(desired, now)?.value;
  const values = rule ? valuesFor(rule) : ruleValues;
  return [
    ...(drift && drift.status.kind !== 'running'
      ? [press(t('button.setBack'), 'baseline', { task: 'fix', ...target })]
      : []),
    ...values
      .filter((value) => value !== wanted)
      .map((value) => press(t(`button.want.${value}`), 'baseline', { ...target, value })),
    ...(desired ? [press(t('button.forget'), 'baseline', { task: 'forget', ...target })] : []),
  ];
}
