/** Everything about one rule: its value now and by default, what the baseline wants, what people bought, its history. */
import type { Button, Card } from '../../cards/card.ts';
import { type Fact, type Line, report } from '../../cards/report.ts';
import { when } from '../../cards/when.ts';
import type { AuditAction, Entry, Purchase, Rule } from '../../store/records.ts';
import { type Context, press } from '../core/command.ts';
import { ageNote, dataAge } from '../core/freshness.ts';
import { changeOf, doerOf, whyOf } from '../journal/entry.ts';
import { shortIds } from '../licences/holders.ts';
import { keyOf, knownProduct, purchasesOf, valuesFor } from './catalogue/products.ts';
import { wantedFor } from './catalogue/wanted.ts';
import { capital, ruleName, ruleValue, surfaceOf } from './catalogue/wording.ts';
import { type Verb, verbs } from './change/set-rules.ts';

export function showRule(rule: Rule, context: Context): Card {
  const { language } = context;
  const { t, words } = language;
  const name = ruleName(rule, t);
  const entries = entriesOf(rule, context);
  return report({
    name,
    subtitle: dataAge(context, 'rules'),
    sections: [
      { facts: factsOf(rule, entries, context).map(([label, text]): Fact => ({ label, text })) },
      { heading: t('rules.journal'), lines: entries.slice(0, mostEntries).map((entry) => lineOf(entry, context)) },
    ],
    notes: [
      ...ageNote(context, 'rules'),
      t('rules.stays'),
      ...when(rule.id === 'offer:SaaS', t('rules.azure')),
      [keyOf(rule.id), ...(knownProduct(rule)?.old ?? [])].join(' · '),
    ],
    buttons: [
      press(t('button.back'), 'rules'),
      ...decidingButtons(rule, context),
      ...when(entries.length > mostEntries, press(t('button.journal'), 'audit', { product: journalName(rule) })),
      press(t('button.refresh'), 'rules', { product: rule.id }),
    ],
    summary: t('rules.summary', { name, value: ruleValue(rule.id, rule.value, t) }),
    fallback: t('fallback', { command: words.commands.rules.names[0] }),
  });
}

/** The journal keeps Microsoft's own name, also for the switch. */
function journalName({ name }: Rule): string {
  return name.slice(0, 200);
}

function factsOf(rule: Rule, entries: readonly Entry[], context: Context): (readonly [label: string, text: string])[] {
  const { dependencies, language, now } = context;
  const { t, format } = language;
  const { id, surface, value, firstSeenAt, goneAt } = rule;
  const say = (of: Rule['value']): string => ruleValue(id, of, t);
  const wanted = wantedFor(rule, dependencies.store.all('wishes'), now);
  const baseline = wanted
    ? t(wanted.value === value ? 'rules.asWanted' : 'rules.notWanted', { value: say(wanted.value) })
    : t('rules.unwanted');
  const known = knownProduct(rule);
  const purchases = purchasesOf(rule, dependencies.store);
  const sold =
    purchases.length > 0
      ? `${t('rules.purchases', { count: purchases.length })} (${shortIds(purchases.map((each) => each.id))})`
      : t('rules.purchasesNone');
  const since = format.date(firstSeenAt);
  return [
    [t('rules.now'), capital(say(value))],
    [t('rules.default'), say('Enabled')],
    [t('rules.baseline'), baseline],
    ...when(known !== undefined, [
      t('rules.trial'),
      t(known?.trialsWithoutPayment ? 'rules.trialYes' : 'rules.trialNo'),
    ] as const),
    ...when(surface === 'product', [t('rules.live'), sold] as const),
    ...sinceBlocked(rule, { purchases, entries }, context),
    [t('rules.what'), surfaceOf(rule, t).long],
    [t('rules.since'), goneAt ? t('rules.gone', { date: since, gone: format.date(goneAt) }) : since],
  ];
}

/** Whether the block holds: nothing where it is open, or nobody knows since when it is blocked. */
function sinceBlocked(
  rule: Rule,
  { purchases, entries }: { purchases: readonly Purchase[]; entries: readonly Entry[] },
  context: Context,
): (readonly [label: string, text: string])[] {
  const { t, format } = context.language;
  const set = entries.find(({ after, before }) => after === 'Disabled' && before !== 'Disabled');
  if (rule.value !== 'Disabled' || !set) return [];
  const later = purchases.filter(
    ({ createdAt, firstSeenAt }) => firstSeenAt > set.at && (createdAt === null || createdAt > set.at.slice(0, 10)),
  );
  const text =
    later.length > 0
      ? `${format.number(later.length)} (${shortIds(later.map(({ id }) => id))})`
      : t('rules.nothingSince');
  return [[t('rules.sinceBlocked'), text]];
}

/** A button for each value it could have instead. */
function decidingButtons({ id, value, goneAt, surface }: Rule, { speaker, language: { t } }: Context): Button[] {
  if (!speaker.roles.has('admin') || goneAt) return [];
  const possible = valuesFor({ surface });
  return (Object.keys(verbs) as Verb[])
    .filter((verb) => verbs[verb] !== value && possible.includes(verbs[verb]))
    .map((verb) => press(t(`button.${verb}`), verb, { products: id }));
}

/** The journal has the rest. */
const mostEntries = 4;

const ofRules: ReadonlySet<AuditAction> = new Set(['rule-set', 'rule-failed', 'rule-found', 'rule-new', 'wished']);

/** Newest first. */
function entriesOf({ name }: Rule, { dependencies: { store } }: Context): Entry[] {
  return [...store.all('audit')].filter(({ action, product }) => product === name && ofRules.has(action)).reverse();
}

function lineOf(entry: Entry, { language, now, dependencies: { store } }: Context): Line {
  const { t, format } = language;
  return {
    title: [t(`audit.action.${entry.action}`), changeOf(entry, language)].filter(Boolean).join(' · '),
    text: [
      doerOf(entry, language, store),
      `${format.dateTime(entry.at)} (${format.relative(entry.at, now)})`,
      whyOf(entry, language),
      entry.id,
    ]
      .filter(Boolean)
      .join(' · '),
  };
}
