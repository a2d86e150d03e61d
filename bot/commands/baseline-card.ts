/** What should be beside what is: the whole baseline, and what it says of one rule. */
import type { Button, Card } from '../../cards/card.ts';
import { type Fact, type Line, report, type Section } from '../../cards/report.ts';
import { type Rule, ruleValues, type Wish } from '../../store/records.ts';
import { isException, newProducts, wantedBy, wishFor } from '../rules/baseline.ts';
import { type Drifted, driftNow, isOpen } from '../rules/drift.ts';
import { driftLine, openRule } from '../rules/drift-lines.ts';
import { valuesFor } from '../rules/products.ts';
import { lastDay } from '../rules/until.ts';
import { capital, namesOf, ruleName, ruleValue } from '../rules/wording.ts';
import { setsBackAlone } from '../work/drift.ts';
import { liveRules } from './baseline-asked.ts';
import { type Call, press } from './command.ts';
import { ageNote, dataAge } from './freshness.ts';

/** More of them are counted, not listed. */
const mostListed = 6;

/** @param said what was just done */
export function showBaseline(call: Call, said: readonly string[] = []): Card {
  const { house, language, now } = call;
  const { t, words } = language;
  const rules = liveRules(house.store);
  const drift = driftNow(house.store, now);
  const wishes = [...house.store.all('wishes')];
  const summary = sumOf(drift, wishes, call);
  const meant = drift.filter(({ standing }) => standing.kind === 'meant');
  const drifted = drift.filter(({ standing }) => standing.kind !== 'meant');
  return report({
    title: t('baseline.title'),
    subtitle: dataAge(call, 'rules'),
    paragraphs: [...said, ...ageNote(call, 'rules'), summary],
    sections: [
      {
        heading: t('baseline.drift'),
        lines: capped(
          drifted.map((each) => driftLine(each, call)),
          call,
        ),
      },
      {
        heading: t('baseline.meant'),
        lines: capped(
          meant.map((each) => driftLine(each, call)),
          call,
        ),
      },
      { heading: t('baseline.exceptions'), lines: capped(exceptionLines(rules, wishes, call), call) },
      ...(wishes.length > 0 ? [{ heading: t('baseline.wanted'), facts: wantedFacts(rules, wishes, call) }] : []),
    ],
    notes: [
      ...(wishes.length > 0 ? [t(setsBackAlone(house.store) ? 'baseline.alone.on' : 'baseline.alone.off')] : []),
      ...(mayDecide(call) ? [t('baseline.hint', { example: words.commands.baseline.examples[2] })] : []),
    ],
    buttons: buttonsFor(drift.filter(isOpen).length, wishes.length > 0, call),
    summary,
    fallback: t('fallback', { command: words.commands.baseline.names[0] }),
  });
}

function mayDecide({ speaker }: Call): boolean {
  return speaker.roles.has('admin');
}

function sumOf(drift: readonly Drifted[], wishes: readonly Wish[], { language: { t } }: Call): string {
  const drifted = drift.filter(({ standing }) => standing.kind !== 'meant').length;
  if (drifted > 0) return t('drift.title', { count: drifted });
  return t(wishes.length > 0 ? 'baseline.good' : 'baseline.none');
}

function capped(lines: readonly Line[], { language: { t } }: Call): Line[] {
  const more = lines.length - mostListed;
  return more > 0 ? [...lines.slice(0, mostListed), { title: t('notice.more', { count: more }) }] : [...lines];
}

function exceptionLines(rules: readonly Rule[], wishes: readonly Wish[], call: Call): Line[] {
  const { language, now } = call;
  const { t } = language;
  const names = new Map(rules.map((rule) => [rule.id, rule]));
  return wishes
    .filter((wish) => isException(wish, now) && (wish.id === newProducts || names.has(wish.id)))
    .map((wish) => {
      const rule = names.get(wish.id);
      return {
        title: rule ? ruleName(rule, t) : t('baseline.newProducts'),
        text: exceptionText(wish, call),
        ...(rule ? { press: openRule(rule, call) } : {}),
      };
    });
}

/** "everyone may buy until 31 Dec 2026, then nobody may buy · because … · Alex Wilber" */
function exceptionText({ id, value, until, otherwise, why, by }: Wish, { language: { t, format } }: Call): string {
  const date = until ? lastDay(until, format) : '';
  const said = otherwise
    ? t('baseline.exception', { value: ruleValue(id, value, t), date, otherwise: ruleValue(id, otherwise, t) })
    : t('baseline.exceptionOnly', { value: ruleValue(id, value, t), date });
  return [said, why, by.name].filter(Boolean).join(' · ');
}

/** Which rules should be what; those the baseline says nothing about come last. */
function wantedFacts(rules: readonly Rule[], wishes: readonly Wish[], { language, now }: Call): Fact[] {
  const { t } = language;
  const wanted = new Map(rules.map((rule) => [rule, wishFor(rule, wishes, now)?.value]));
  const having = (value: Rule['value'] | undefined): Rule[] => rules.filter((rule) => wanted.get(rule) === value);
  const fresh = wishFor({ id: newProducts }, wishes, now);
  const groups = [
    ...ruleValues.toReversed().map((value) => ({ label: capital(t(`rules.value.${value}`)), of: having(value) })),
    { label: t('baseline.unsaid'), of: having(undefined) },
  ];
  return [
    ...groups.filter(({ of }) => of.length > 0).map(({ label, of }) => ({ label, text: namesOf(of, language) })),
    { label: t('baseline.newProducts'), text: fresh ? t(`rules.value.${fresh.value}`) : t('baseline.newUnsaid') },
  ];
}

function buttonsFor(open: number, isThere: boolean, call: Call): Button[] {
  const {
    language: { t },
    house,
  } = call;
  const rules = press(t('button.rules'), 'rules');
  if (!mayDecide(call)) return [rules];
  const record = press(t('button.record'), 'baseline', { task: 'record' });
  if (!isThere) return [record, rules];
  const isAlone = setsBackAlone(house.store);
  const isFreshBlocked = house.store.get('wishes', newProducts) !== undefined;
  return [
    ...(open > 0 ? [press(t('button.setAllBack', { count: open }), 'baseline', { task: 'fix' })] : []),
    press(t(isAlone ? 'button.askFirst' : 'button.setBackAlways'), 'baseline', {
      task: 'alone',
      switch: isAlone ? 'off' : 'on',
    }),
    ...(isFreshBlocked ? [] : [press(t('button.blockNew'), 'baseline', { fresh: 'new-products', value: 'Disabled' })]),
    record,
    rules,
  ];
}

/** One rule, or new products: what is wanted, since when, by whom, and what can be wanted instead. */
export function showWish(id: Wish['id'], call: Call): Card {
  const { house, language, now } = call;
  const { t, words } = language;
  const rule = house.store.get('rules', id);
  const wish = house.store.get('wishes', id);
  const drift = driftNow(house.store, now).find((each) => each.rule.id === id);
  const name = rule ? ruleName(rule, t) : t('baseline.newProducts');
  const sections: Section[] = [
    { facts: wishFacts(rule, wish, call) },
    { heading: t('baseline.drift'), lines: drift ? [driftLine(drift, call)] : [] },
  ];
  return report({
    name,
    sections,
    buttons: [...(mayDecide(call) ? wishButtons(rule, wish, drift, call) : []), press(t('button.back'), 'baseline')],
    summary: `${t('baseline.title')}: ${name}`,
    fallback: t('fallback', { command: words.commands.baseline.names[0] }),
  });
}

function wishFacts(rule: Rule | undefined, wish: Wish | undefined, call: Call): Fact[] {
  const { now, language } = call;
  const { t, format } = language;
  const wanted = wish && wantedBy(wish, now);
  const id = rule?.id ?? newProducts;
  return [
    ...(rule ? [{ label: t('rules.now'), text: ruleValue(id, rule.value, t) }] : []),
    {
      label: t('baseline.wanted'),
      text: wanted ? ruleValue(id, wanted.value, t) : t(rule ? 'rules.unwanted' : 'baseline.newUnsaid'),
    },
    ...(wish && isException(wish, now) ? [{ label: t('baseline.exceptions'), text: exceptionText(wish, call) }] : []),
    ...(wish ? [{ label: t('baseline.saidBy'), text: `${wish.by.name}, ${format.dateTime(wish.at)}` }] : []),
    ...(wish?.why && !isException(wish, now) ? [{ label: t('change.because'), text: wish.why }] : []),
  ];
}

function wishButtons(
  rule: Rule | undefined,
  wish: Wish | undefined,
  drift: Drifted | undefined,
  { language: { t }, now }: Call,
): Button[] {
  const target = rule ? { product: rule.id } : { fresh: newProducts };
  const wanted = wish && wantedBy(wish, now)?.value;
  const values = rule ? valuesFor(rule) : ruleValues;
  return [
    ...(drift && drift.standing.kind !== 'running'
      ? [press(t('button.setBack'), 'baseline', { task: 'fix', ...target })]
      : []),
    ...values
      .filter((value) => value !== wanted)
      .map((value) => press(t(`button.want.${value}`), 'baseline', { ...target, value })),
    ...(wish ? [press(t('button.forget'), 'baseline', { task: 'forget', ...target })] : []),
  ];
}
