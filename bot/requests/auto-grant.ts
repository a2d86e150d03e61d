/** For which products free licences are granted without a decision: shows it, asks a second admin for it, ends it. */
import { z } from 'zod/v4';
import type { Button, Card } from '../../cards/card.ts';
import { list, pageOf } from '../../cards/list.ts';
import { type Fact, report } from '../../cards/report.ts';
import { present, when } from '../../cards/when.ts';
import type { Grant } from '../../store/records.ts';
import { type Command, type Context, press, UserError } from '../core/command.ts';
import { listedNames, shortName } from '../core/lines.ts';
import { pageButtons, pageLine } from '../core/paging.ts';
import { argument } from '../language/arguments.ts';
import { type NamedProduct, productsNamed } from '../licences/seat-pools.ts';
import { listedPart } from '../microsoft/sku-names.ts';
import { showOrder } from '../orders/card.ts';
import { openOnce, secondPeople } from '../orders/open.ts';
import { calledIn } from '../people/told-apart.ts';
import { comingDay } from '../router/coming-day.ts';
import { choiceOf } from './form.ts';
import { endGrant, grantedThisMonth, isRunning } from './grants.ts';
import { readGrant } from './read-grant.ts';
import { offered } from './which-product.ts';

const args = z.strictObject({
  /** As a sentence. */
  order: argument.order.optional(),
  /** As a form or a button gives them. */
  product: argument.product.optional(),
  monthly: argument.monthly.optional(),
  until: argument.until.optional(),
  reason: argument.reason.optional(),
  switch: argument.switch.optional(),
  confirm: argument.confirm.optional(),
  form: argument.form.optional(),
  page: argument.page.optional(),
});
type Asked = z.infer<typeof args>;

export const autoGrant: Command<'auto-grant', typeof args> = {
  name: 'auto-grant',
  role: 'admin',
  args,
  rest: 'order',
  sentence: true,
  reads: ({ confirm, switch: to }) => confirm === undefined && to === undefined,
  changes: ({ confirm }) => confirm !== undefined,
  run(asked, context) {
    const terms = termsIn(asked, context);
    if (!terms.what && !asked.form) return listed(asked.page, context);
    const products = terms.what ? productsNamed(terms.what, grantable(context)) : [];
    const [product, ...others] = products;
    if (!product || others.length > 0) return whichProduct(terms, products, context);
    if (asked.switch === 'off') return end(product, context);
    if (asked.confirm && isWhole(terms)) return askSecond(product, terms, context);
    return oneProduct(product, { ...terms, isConfirmed: asked.confirm !== undefined }, context);
  },
};

/** What somebody wants, as far as they said it, and what is wrong with it. */
interface Terms {
  what: string;
  monthly: number | undefined;
  until: string | undefined;
  why: string | undefined;
  remark: string | undefined;
}
type Whole = Terms & { monthly: number; until: string; why: string };

function isWhole(terms: Terms): terms is Whole {
  return terms.monthly !== undefined && terms.until !== undefined && terms.why !== undefined;
}

/** What goes by itself is looked at again within a year. */
const longestDays = 366;

function termsIn({ order, product, monthly, until, reason }: Asked, { now, language }: Context): Terms {
  const { t, format } = language;
  const read = order ? readGrant(order) : undefined;
  const said = read?.until;
  const day = until ?? (said ? comingDay(said, now, format) : undefined);
  const isLate = day !== undefined && format.daysUntil(day, now) > longestDays;
  const remarks = present(
    said && !day && t('grant.unread', { words: said }),
    day && day <= format.isoDate(now) && t('grant.past', { date: format.date(day) }),
    isLate && t('grant.tooLong'),
  );
  return {
    what: product ?? read?.what ?? '',
    monthly: monthly ?? (read?.monthly || undefined),
    until: remarks.length > 0 ? undefined : day,
    why: reason ?? read?.why,
    remark: remarks[0],
  };
}

function around({ language: { t, words } }: Context) {
  return { summary: t('grant.title'), fallback: t('fallback', { command: words.commands['auto-grant'].names[0] }) };
}

function usedText(grant: Grant, context: Context): string {
  const { language, dependencies, now } = context;
  const zone = dependencies.config.takeovers.calendar;
  const used = grantedThisMonth(grant.id, dependencies.store, { now, zone });
  return language.t('grant.used', { used, monthly: grant.monthly });
}

function namesIn({ by }: Grant, { language, dependencies: { store } }: Context): string {
  return listedNames([...new Set(by.map((each) => shortName(calledIn(store, each))))], { most: by.length }, language);
}

function listed(page: number | undefined, context: Context): Card {
  const { language, dependencies, now } = context;
  const { t, format } = language;
  const zone = dependencies.config.takeovers.calendar;
  const all = [...dependencies.store.all('grants')].sort((a, b) => format.compare(a.product, b.product));
  const place = pageOf(all, page);
  return list({
    ...around(context),
    title: t('grant.title'),
    subtitle: t('grant.what'),
    rows: place.shown.map((grant) => ({
      title: shortName(grant.product),
      subtitle: namesIn(grant, context),
      detail: usedText(grant, context),
      aside: {
        label: t(isRunning(grant, { now, zone }) ? 'grant.until' : 'grant.over'),
        text: format.date(grant.until),
        hint: '',
        urgent: false,
      },
      open: press(`${t('button.open')} ${shortName(grant.product)}`, 'auto-grant', { product: grant.id }),
    })),
    empty: t('grant.none'),
    pageOf: pageLine(place, context),
    buttons: [
      ...pageButtons(place, { verb: 'auto-grant' }, context),
      press(t('grant.button.add'), 'auto-grant', { form: 'form' }),
    ],
  });
}

function whichProduct(terms: Terms, products: readonly NamedProduct[], context: Context): Card {
  const { t } = context.language;
  const options = products.length > 0 ? products : grantable(context);
  if (options.length === 0) throw new UserError(t('grant.nothing'), [press(t('button.status'), 'status')]);
  const isUnknown = terms.what !== '' && products.length === 0;
  return report({
    ...around(context),
    title: t('grant.title'),
    paragraphs: [isUnknown ? t('request.form.unknown', { what: terms.what }) : t('grant.which')],
    choice: choiceOf(options, context),
    buttons: [
      {
        ...press(t('grant.button.next'), 'auto-grant', {
          ...(terms.monthly && { monthly: terms.monthly }),
          ...(terms.until && { until: terms.until }),
          ...(terms.why && { reason: terms.why }),
        }),
        inputs: true,
      },
      press(t('button.back'), 'auto-grant'),
    ],
  });
}

const numbers = [3, 5, 10, 20, 50, 100];

/** What the organisation has licences of, and what is granted already: that can be ended also where the licences have gone. */
function grantable(context: Context): NamedProduct[] {
  const own = offered(context);
  const known = new Set(own.map(({ sku }) => sku));
  const granted = [...context.dependencies.store.all('grants')].filter(({ id }) => !known.has(id));
  return [...own, ...granted.map(({ id, product }) => ({ sku: id, name: product, part: listedPart(id, id) ?? id }))];
}

/** What holds for it, and the form for what shall. */
function oneProduct({ sku, name }: NamedProduct, terms: Terms & { isConfirmed: boolean }, context: Context): Card {
  const { language, dependencies, now } = context;
  const { t, format } = language;
  const grant = dependencies.store.get('grants', sku);
  const monthly = terms.monthly ?? grant?.monthly;
  const offeredNumbers = [...new Set([...numbers, ...present(monthly)])].sort((a, b) => a - b);
  const missing = terms.isConfirmed && !isWhole(terms) && t('grant.missing');
  return report({
    ...around(context),
    title: t('grant.title'),
    name: shortName(name),
    paragraphs: present(terms.remark ?? missing, t('grant.form')),
    sections: [{ facts: grant ? factsOf(grant, context) : [] }],
    choice: {
      id: 'monthly',
      label: t('grant.monthly'),
      options: offeredNumbers.map((each) => ({ title: t('grant.aMonth', { count: each }), value: String(each) })),
      value: String(monthly ?? numbers[1]),
    },
    date: {
      id: 'until',
      label: t('grant.lastDay'),
      value: terms.until ?? format.isoDate(new Date(now.getTime() + 180 * 86_400_000)),
      earliest: format.isoDate(new Date(now.getTime() + 86_400_000)),
      missing: t('keep.dayless'),
    },
    answer: {
      id: 'reason',
      label: t('grant.why'),
      placeholder: t('grant.whyHint'),
      value: terms.why ?? grant?.why ?? '',
      missing: t('grant.missing'),
    },
    buttons: [
      { ...press(t('grant.button.ask'), 'auto-grant', { product: sku, confirm: 'confirm' }), inputs: true },
      ...when<Button>(grant !== undefined, {
        ...press(t('grant.button.end'), 'auto-grant', { product: sku, switch: 'off' }),
        style: 'destructive',
      }),
      press(t('button.back'), 'auto-grant'),
    ],
  });
}

function factsOf(grant: Grant, context: Context): Fact[] {
  const { t, format } = context.language;
  return present(
    { label: t('grant.month'), text: usedText(grant, context) },
    { label: t('grant.until'), text: format.date(grant.until) },
    { label: t('grant.by'), text: namesIn(grant, context) },
    grant.why && { label: t('change.because'), text: grant.why },
  );
}

async function askSecond({ sku, name }: NamedProduct, { monthly, until, why }: Whole, context: Context): Promise<Card> {
  const others = await secondPeople(context, { admins: true });
  const what = { kind: 'grants', sku, product: name, monthly, until } as const;
  const order = await context.transact((tx) => openOnce(tx, { what, items: [], why }, { others, context }));
  return showOrder(order, context);
}

async function end({ sku, name }: NamedProduct, context: Context): Promise<Card> {
  const { speaker, now } = context;
  await context.transact((tx) => {
    const grant = tx.get('grants', sku);
    if (grant) endGrant(tx, grant, { by: { id: speaker.id, name: speaker.name }, now });
  });
  const { t } = context.language;
  return report({
    ...around(context),
    title: t('grant.title'),
    paragraphs: [t('grant.ended', { product: shortName(name) })],
    buttons: [press(t('button.back'), 'auto-grant')],
  });
}
