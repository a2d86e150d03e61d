/** Compares what the rules should be with what they are. */
import type { Button, Card } from '../../../cards/card.ts';
import { type Fact, type Line, report, type Section } from '../../../cards/report.ts';
import { when } from '../../../cards/when.ts';
import { type DesiredRule, type Rule, ruleValues } from '../../../store/records.ts';
import { type Context, press } from '../../core/command.ts';
import { ageNote, dataAge } from '../../core/freshness.ts';
import { lastDay } from '../../language/days.ts';
import { calledIn } from '../../people/told-apart.ts';
import { wantedFor } from '../catalogue/wanted.ts';
import { capital, namesOf, ruleName, ruleValue } from '../catalogue/wording.ts';
import { liveRules } from './arguments.ts';
import { isException, newProducts } from './desired.ts';
import { type Drifted, driftNow, isOpen } from './drift.ts';
import { driftLine, openRule } from './drift-lines.ts';
import { setsBackAlone } from './set-back.ts';

/** Beyond this many, they are counted. */
const mostListed = 6;

/** @param said what was just done */
export function showBaseline(context: Context, said: readonly string[] = []): Card {
  const { dependencies, language, now } = context;
  const { t, words } = language;
  const drift = driftNow(dependencies.store, now);
  const desiredRules = [...dependencies.store.all('wishes')];
  const summary = sumOf(drift, desiredRules, context);
  const hasBaseline = desiredRules.length > 0;
  return report({
    title: t('baseline.title'),
    subtitle: dataAge(context, 'rules'),
    paragraphs: [...said, ...ageNote(context, 'rules'), summary],
    sections: sectionsOf(drift, desiredRules, context),
    notes: [
      ...when(hasBaseline, t(setsBackAlone(dependencies.store) ? 'baseline.alone.on' : 'baseline.alone.off')),
      ...when(mayDecide(context), t('baseline.hint', { example: words.commands.baseline.examples[2] })),
    ],
    buttons: buttonsFor(drift.filter(isOpen).length, hasBaseline, context),
    summary,
    fallback: t('fallback', { command: words.commands.baseline.names[0] }),
  });
}

function sectionsOf(drift: readonly Drifted[], desiredRules: readonly DesiredRule[], context: Context): Section[] {
  const { t } = context.language;
  const rules = liveRules(context.dependencies.store);
  const driftLines = (isMeant: boolean): Line[] =>
    drift.filter(({ status }) => (status.kind === 'meant') === isMeant).map((each) => driftLine(each, context));
  return [
    { heading: t('baseline.drift'), lines: capped(driftLines(false), context) },
    { heading: t('baseline.meant'), lines: capped(driftLines(true), context) },
    { heading: t('baseline.exceptions'), lines: capped(exceptionLines(rules, desiredRules, context), context) },
    ...when(desiredRules.length > 0, {
      heading: t('baseline.wanted'),
      facts: wantedFacts(rules, desiredRules, context),
    }),
  ];
}

export function mayDecide({ speaker }: Context): boolean {
  return speaker.roles.has('admin');
}

function sumOf(drift: readonly Drifted[], desiredRules: readonly DesiredRule[], { language: { t } }: Context): string {
  const drifted = drift.filter(({ status }) => status.kind !== 'meant').length;
  if (drifted > 0) return t('drift.title', { count: drifted });
  if (drift.length > 0) return t('baseline.goodBut');
  return t(desiredRules.length > 0 ? 'baseline.good' : 'baseline.none');
}

function capped(lines: readonly Line[], { language: { t } }: Context): Line[] {
  const more = lines.length - mostListed;
  return more > 0 ? [...lines.slice(0, mostListed), { title: t('notice.more', { count: more }) }] : [...lines];
}

function exceptionLines(rules: readonly Rule[], desiredRules: readonly DesiredRule[], context: Context): Line[] {
  const { language, now } = context;
  const { t } = language;
  const names = new Map(rules.map((rule) => [rule.id, rule]));
  return desiredRules
    .filter((desired) => isException(desired, now) && (desired.id === newProducts || names.has(desired.id)))
    .map((desired) => {
      const rule = names.get(desired.id);
      return {
        title: rule ? ruleName(rule, t) : t('baseline.newProducts'),
        text: exceptionText(desired, context),
        ...(rule && { press: openRule(rule, context) }),
      };
    });
}

/** "everyone may buy until 31 Dec 2026, then nobody may buy · because … · Alex Wilber" */
export function exceptionText(
  { id, value, until, otherwise, why, by }: DesiredRule,
  { language: { t, format }, dependencies: { store } }: Context,
): string {
  const date = until ? lastDay(until, format) : '';
  const said = otherwise
    ? t('baseline.exception', { value: ruleValue(id, value, t), date, otherwise: ruleValue(id, otherwise, t) })
    : t('baseline.exceptionOnly', { value: ruleValue(id, value, t), date });
  return [said, why, calledIn(store, by)].filter(Boolean).join(' · ');
}

/** The rules by the value they should have; those the baseline says nothing about come last. */
function wantedFacts(rules: readonly Rule[], desiredRules: readonly DesiredRule[], { language, now }: Context): Fact[] {
  const { t } = language;
  const fresh = wantedFor({ id: newProducts }, desiredRules, now);
  const groups = new Map<string, Rule[]>();
  for (const value of [...ruleValues.toReversed(), undefined]) {
    for (const rule of rules.filter((each) => wantedFor(each, desiredRules, now)?.value === value)) {
      const label = value ? capital(ruleValue(rule.id, value, t)) : t('baseline.unsaid');
      groups.set(label, [...(groups.get(label) ?? []), rule]);
    }
  }
  return [
    ...[...groups].map(([label, of]) => ({
      label,
      // While the baseline says nothing about most rules, those need no names.
      text:
        label === t('baseline.unsaid') && of.length > mostListed
          ? t('change.count', { count: of.length })
          : namesOf(of, language),
    })),
    { label: t('baseline.newProducts'), text: fresh ? t(`rules.value.${fresh.value}`) : t('baseline.newUnsaid') },
  ];
}

function buttonsFor(open: number, isThere: boolean, context: Context): Button[] {
  const {
    language: { t },
    dependencies,
  } = context;
  const rules = press(t('button.rules'), 'rules');
  if (!mayDecide(context)) return [rules];
  const record = press(t('button.record'), 'baseline', { task: 'record' });
  if (!isThere) return [record, rules];
  const isAlone = setsBackAlone(dependencies.store);
  const isFreshBlocked = dependencies.store.get('wishes', newProducts) !== undefined;
  return [
    ...when(open > 0, press(t('button.setAllBack', { count: open }), 'baseline', { task: 'fix' })),
    press(t(isAlone ? 'button.askFirst' : 'button.setBackAlways'), 'baseline', {
      task: 'alone',
      switch: isAlone ? 'off' : 'on',
    }),
    ...when(!isFreshBlocked, press(t('button.blockNew'), 'baseline', { fresh: 'new-products', value: 'Disabled' })),
    record,
    rules,
  ];
}
