/** Who may buy what: every surface on which Microsoft lets an organisation decide that, in one answer [17, 18, 19, 20]. */
import { z } from 'zod/v4';
import type { Tone } from '../../cards/badge.ts';
import type { Card } from '../../cards/card.ts';
import { type Row as ListRow, list, type Page, pageOf } from '../../cards/list.ts';
import { present, when } from '../../cards/when.ts';
import { type Rule, type RuleValue, ruleValues, surfaces } from '../../store/records.ts';
import { type Command, type Context, press, UserError } from '../core/command.ts';
import { ageNote, dataAge } from '../core/freshness.ts';
import { pageButtons, pageLine, pastEnd } from '../core/paging.ts';
import { argument } from '../language/arguments.ts';
import { productArguments, productText } from '../licences/which-product.ts';
import { orgSettings } from '../microsoft/links.ts';
import { newProducts } from './baseline/desired.ts';
import { nearestRule } from './catalogue/nearest.ts';
import { findRules, purchasesOf } from './catalogue/products.ts';
import { wantedBy, wantedFor } from './catalogue/wanted.ts';
import { capital, ruleName, ruleValue, surfaceOf } from './catalogue/wording.ts';
import { showRule } from './rule.ts';

const args = z.strictObject({ ...productArguments, page: argument.page.optional() });
type Asked = z.infer<typeof args>;

export const rules: Command<'rules', typeof args> = {
  name: 'rules',
  role: 'viewer',
  args,
  reads: true,
  rest: 'words',
  searches: true,
  finds: (words, { speaker, dependencies: { store } }) =>
    speaker.roles.has('viewer') && findRules([...store.all('rules')], words).length > 0,
  run(asked, context) {
    const text = productText(asked);
    const all = [...context.dependencies.store.all('rules')];
    const listed = all.filter(({ goneAt }) => goneAt === null);
    if (!text) return showList(listed, asked, context);
    // Rules that Microsoft has stopped listing can still be looked at.
    const found = [listed, all].map((some) => findRules(some, text)).find((some) => some.length > 0) ?? [];
    const [first, ...others] = found;
    if (!first) throw unknown(text, listed, context);
    return others.length === 0 ? showRule(first, context) : showList(found, asked, context);
  },
};

function unknown(what: string, listed: readonly Rule[], { language: { t } }: Context): UserError {
  const show = press(t('button.rules'), 'rules');
  if (listed.length === 0) return new UserError(t('rules.noneYet'), [press(t('button.status'), 'status')]);
  const near = nearestRule(listed, what);
  if (!near) return new UserError(t('rules.unknown', { what }), [show]);
  return new UserError(`${t('rules.unknown', { what })} ${t('refused.didYouMean')}`, [
    press(near, 'rules', { words: near }),
    show,
  ]);
}

function showList(some: readonly Rule[], asked: Asked, context: Context): Card {
  const { t, format, words } = context.language;
  const text = productText(asked);
  const rows = [...some].sort(
    (a, b) =>
      surfaces.indexOf(a.surface) - surfaces.indexOf(b.surface) || format.compare(ruleName(a, t), ruleName(b, t)),
  );
  const place = pageOf(rows, asked.page);
  return list({
    title: t(text ? 'rules.titleWhich' : 'rules.title'),
    subtitle: [t('rules.count', { count: rows.length }), dataAge(context, 'rules')].join(' · '),
    remarks: [
      text ? t('rules.which', { what: text }) : capital(tallyOf(rows, context)),
      ...pastEnd(place, asked.page, context),
    ],
    filter: {
      toggle: t('button.filter'),
      words: { label: t('purchases.filterWords'), placeholder: t('purchases.filterWordsHint'), value: text },
      choices: [],
      buttons: [{ ...press(t('button.showResults'), 'rules'), inputs: true }],
    },
    rows: place.shown.map((rule) => rowOf(rule, context)),
    empty: t('rules.noneYet'),
    pageOf: pageLine(place, context),
    notes: [...ageNote(context, 'rules'), ...when(text === '', newOnes(context), t('rules.unreadable'))],
    buttons: buttonsOf(text, place, context),
    links: text ? [] : [{ title: t('button.orgSettings'), url: orgSettings }],
    summary: t('rules.count', { count: rows.length }),
    fallback: t('fallback', { command: words.commands.rules.names[0] }),
  });
}

/** Counts products and offer types, which can be bought. */
function tallyOf(rules: readonly Rule[], { language: { t, format } }: Context): string {
  const sold = rules.filter(({ surface }) => surface !== 'switch');
  const counts = ruleValues.map((value): [RuleValue, string] => [
    value,
    format.number(sold.filter((rule) => rule.value === value).length),
  ]);
  return t('rules.tally', Object.fromEntries(counts) as Record<RuleValue, string>);
}

/** Microsoft's default for new products, which no organisation can set, and what the baseline makes of it [18]. */
function newOnes({ dependencies, language: { t }, now }: Context): string {
  const desired = dependencies.store.get('wishes', newProducts);
  const wanted = desired && wantedBy(desired, now);
  const ours = wanted ? t('rules.newWanted', { value: t(`rules.value.${wanted.value}`) }) : t('rules.newFree');
  return `${t('rules.newProducts')} ${ours}`;
}

/** Who may buy, in colour and in words: a product that everyone may buy is no alarm, it is Microsoft's default. */
const tones = {
  Enabled: 'neutral',
  OnlyTrialsWithoutPaymentMethod: 'warning',
  Disabled: 'good',
} as const satisfies Record<RuleValue, Tone>;

/** A line and a half: what it is about; who may, what the baseline wants, what was bought. */
function rowOf(rule: Rule, { dependencies, language: { t }, now }: Context): ListRow {
  const count = purchasesOf(rule, dependencies.store).length;
  const wanted = wantedFor(rule, dependencies.store.all('wishes'), now);
  const isOff = wanted !== undefined && wanted.value !== rule.value;
  const name = ruleName(rule, t);
  return {
    title: name,
    subtitle: '',
    badges: [
      { text: capital(ruleValue(rule.id, rule.value, t)), tone: tones[rule.value] },
      ...when(isOff, {
        text: t('rules.wants', { value: t(`audit.rule.${wanted?.value ?? rule.value}`) }),
        tone: 'attention',
      } as const),
    ],
    detail: present(
      rule.surface !== 'product' && surfaceOf(rule, t).short,
      count > 0 && t('rules.purchases', { count }),
    ).join(' · '),
    open: press(`${t('button.open')} ${name}`, 'rules', { product: rule.id }),
  };
}

function buttonsOf(text: string, place: Page<Rule>, context: Context) {
  const { t } = context.language;
  return [
    ...pageButtons(place, { verb: 'rules', same: text ? { words: text } : {} }, context),
    ...(text
      ? [press(t('button.clearFilter'), 'rules')]
      : [press(t('button.refresh'), 'rules', place.page > 1 ? { page: place.page } : {})]),
  ];
}
