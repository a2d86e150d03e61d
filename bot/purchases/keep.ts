/** Sanctions a purchase until a day: nobody is reminded of it before, and then its owner, or whoever is told of alerts, must answer. */
import { z } from 'zod/v4';
import type { Card } from '../../cards/card.ts';
import { type Report, report } from '../../cards/report.ts';
import { present } from '../../cards/when.ts';
import { audit } from '../../store/audit.ts';
import { noticeOf, notify, showAnew } from '../../store/notices.ts';
import type { Purchase } from '../../store/records.ts';
import type { Transaction } from '../../store/store.ts';
import { openingOf } from '../../store/takeover/calendar.ts';
import { type Command, type Context, press, UserError } from '../core/command.ts';
import { shortName } from '../core/lines.ts';
import { argument } from '../language/arguments.ts';
import { cut, jointPattern } from '../language/joints.ts';
import { calledIn } from '../people/told-apart.ts';
import { comingDay } from '../router/coming-day.ts';
import { showPurchase } from './card.ts';
import { dropFollowUp, inTakeover, keptBy, newsOf, purchaseFor, selfServiceOnly } from './deciding.ts';
import { keptPurchases } from './live.ts';
import type { NamedPurchase } from './named-purchase.ts';
import { namedIn, onePurchase } from './one-purchase.ts';
import { inHand, inReview, isLive, purchaseIndex } from './purchase-index.ts';
import { type Deed, decideSeveral, type Reading, severalArguments } from './several.ts';
import { purchaserOf } from './wording.ts';

const args = z.strictObject({
  ...severalArguments,
  /** The day of its review. */
  until: argument.until.optional(),
  reason: argument.reason.optional(),
  /** For another year, for the reason it was kept for so far. */
  again: argument.again.optional(),
  words: argument.words.optional(),
});
type Asked = z.infer<typeof args>;

export const keep: Command<'keep', typeof args> = {
  name: 'keep',
  role: 'admin',
  args,
  rest: 'words',
  bareNumberIsId: true,
  /** Reviews that the speaker owes an answer. */
  waits: ({ speaker, now, language, dependencies: { store } }) =>
    keptPurchases(store)
      .filter((purchase) => inReview(purchase, now)?.by === speaker.id)
      .flatMap(({ id }) => {
        const row = purchaseIndex(store).row(id);
        if (!row) return [];
        const title = language.t('review.waits', { product: shortName(row.productName) });
        const text = `${purchaserOf(row, { language })} · ${id}`;
        return [{ title, text, press: press(`${language.t('button.open')} ${id}`, 'purchase', { purchase: id }) }];
      }),
  async run(asked, context) {
    const { purchase: id, several, confirm, again } = asked;
    const { t } = context.language;
    const isDay = comingDay(asked.words ?? '', context.now, context.language.format) !== undefined;
    if (asked.words && !isDay && !id && !several) return keepNamed(asked.words, asked, context);
    const terms = termsIn(asked, context);
    if (several) return keepSeveral(several, { terms, isConfirmed: confirm !== undefined }, context);
    if (!id) throw new UserError(t('keep.which'), [press(t('button.listPurchases'), 'purchases')]);
    const about = keepable(id, context.dependencies.store, context);
    const agreed = again ? anotherYear(about.purchase, terms, context) : agreedIn(terms);
    if (!agreed) return form(about, { terms, isConfirmed: confirm !== undefined }, context);
    await context.transact((tx) => keepIn(tx, { id, ...agreed }, context));
    const date = context.language.format.date(agreed.day);
    return showPurchase(id, context, t('keep.done', { date }));
  },
};

const untilJoint = new RegExp(jointPattern('until'), 'iu');

/** "adele's visio until friday": nothing is kept before they confirm that it is the one they mean. */
function keepNamed(words: string, { until, reason }: Asked, context: Context): Card {
  const [name, day] = cut(words, untilJoint);
  const named = namedIn(name, context);
  const { t } = context.language;
  if (!named) throw new UserError(t('keep.which'), [press(t('button.listPurchases'), 'purchases')]);
  const terms = termsIn({ until, reason, words: day.trim() || undefined }, context);
  const data = { ...(reason && { reason }), ...(terms.day && { until: terms.day }) };
  const id = onePurchase(named, { verb: 'keep', data }, context);
  return form(keepable(id, context.dependencies.store, context), { terms, isConfirmed: false }, context);
}

/** What somebody wants, as far as they said it, and what is wrong with it. */
interface Terms {
  day: string | undefined;
  why: string | undefined;
  remark: string | undefined;
}

interface Agreed {
  day: string;
  why: string;
}

/** Longer than Microsoft's longest term nobody decides ahead. */
const longestDays = 3 * 366;

function termsIn({ until, words, reason: why }: Asked, { now, language }: Context): Terms {
  const { t, format } = language;
  const day = until ?? (words ? comingDay(words, now, format) : undefined);
  const date = day && format.date(day);
  if (words && !day) return { day, why, remark: t('keep.unread', { words }) };
  if (day && day <= format.isoDate(now)) return { day: undefined, why, remark: t('keep.past', { date }) };
  if (day && format.daysUntil(day, now) > longestDays) return { day: undefined, why, remark: t('keep.tooLong') };
  return { day, why, remark: undefined };
}

function agreedIn({ day, why }: Terms): Agreed | undefined {
  return day && why ? { day, why } : undefined;
}

function anotherYear({ decision }: Purchase, terms: Terms, context: Context): Agreed | undefined {
  const why = terms.why ?? (decision?.kind === 'kept' ? decision.why : undefined);
  return agreedIn({ ...terms, day: terms.day ?? inAYear(context), why });
}

/** The same day of the next year. */
function inAYear({ now, language: { format } }: Context): string {
  const [year = '', ...rest] = format.isoDate(now).split('-');
  const day = [Number(year) + 1, ...rest].join('-');
  return day.endsWith('-02-29') ? day.replace('-29', '-28') : day;
}

/** @throws UserError where there is nothing to keep, or somebody else sees to it */
function keepable(id: string, reader: Reading, context: Context): NamedPurchase {
  const { t, format } = context.language;
  const about = purchaseFor(id, reader, context);
  const { purchase } = about;
  const decision = inHand(purchase, context.now);
  if (!isLive(purchase)) throw new UserError(t('take.ended', { id }));
  selfServiceOnly(purchase, context);
  if (decision?.kind === 'takeover') throw inTakeover(id, decision.takeover, t);
  if (!decision || decision.by === context.speaker.id) return about;
  if (decision.kind === 'kept') throw keptBy(id, decision, { reader, context });
  const name = calledIn(reader, { id: decision.by, name: decision.name });
  throw new UserError(t('take.taken', { id, name, until: format.date(decision.until) }), [
    press(t('button.release'), 'release', { purchase: id }),
  ]);
}

interface Keeping extends Agreed {
  id: Purchase['id'];
}

function keepIn(tx: Transaction, { id, day, why }: Keeping, context: Context): void {
  const about = keepable(id, tx, context);
  const { purchase } = about;
  const { speaker, now, dependencies } = context;
  const { id: by, name } = speaker;
  const until = openingOf(day, dependencies.config.takeovers.calendar).toISOString();
  const { decision } = purchase;
  const before = decision && decision.kind !== 'takeover' ? `${decision.name}, ${decision.until}` : null;
  tx.put('purchases', { ...purchase, decision: { kind: 'kept', by, name, since: now.toISOString(), until, why } });
  audit(tx, newsOf(about, { action: 'kept', before, after: `${name}, ${until}`, why }, context));
  if (decision?.kind === 'asked') dropFollowUp(tx, id);
  tellPurchaser(tx, { purchase, until }, context);
  showAnew(tx, new Set([id]), now);
}

/** Whoever was asked to cancel it is told that they need not, or until when it is kept now. */
function tellPurchaser(
  tx: Transaction,
  { purchase: { id, purchaser }, until }: { purchase: Purchase; until: string },
  { speaker, now }: Context,
): void {
  if (!purchaser || !noticeOf(tx, `asked ${id} of ${purchaser}`)) return;
  const saying = { card: 'kept', purchase: id, by: { id: speaker.id, name: speaker.name }, until } as const;
  const key = `kept ${id} ${now.toISOString()} ${purchaser}`;
  notify(tx, { key, to: { person: purchaser }, saying, purchases: [id] }, now);
}

interface Form {
  terms: Terms;
  isConfirmed: boolean;
}

/** What is written, what is missing, and what was wrong. */
function inputsOf(
  { terms, isConfirmed }: Form,
  context: Context,
): Pick<Report, 'date' | 'answer'> & { remark: string[] } {
  const { t, format } = context.language;
  const { day, why = '', remark } = terms;
  const earliest = format.isoDate(new Date(context.now.getTime() + 86_400_000));
  return {
    date: { id: 'until', label: t('keep.until'), value: day ?? inAYear(context), earliest, missing: t('keep.dayless') },
    answer: {
      id: 'reason',
      label: t('keep.why'),
      placeholder: t('keep.whyHint'),
      value: why,
      missing: t('keep.reasonless'),
    },
    remark: present(remark ?? (isConfirmed && (why ? t('keep.dayless') : t('keep.reasonless')))),
  };
}

function form({ purchase: { id }, product }: NamedPurchase, asked: Form, context: Context): Card {
  const { t, words } = context.language;
  const { remark, ...inputs } = inputsOf(asked, context);
  const title = t('keep.title');
  return report({
    title,
    paragraphs: [...remark, t('keep.what', { product: shortName(product) })],
    ...inputs,
    buttons: [
      { ...press(t('keep.do'), 'keep', { purchase: id, confirm: 'confirm' }), inputs: true },
      press(t('button.back'), 'purchase', { purchase: id }),
    ],
    summary: title,
    fallback: t('fallback', { command: `${words.commands.keep.names[0]} ${id}` }),
  });
}

function keepSeveral(ids: readonly string[], asked: Form, context: Context): Promise<Card> {
  const agreed = agreedIn(asked.terms);
  const { remark, ...inputs } = inputsOf(asked, context);
  const deed: Deed = {
    name: 'keep',
    check: keepable,
    act(tx, id, its) {
      if (agreed) keepIn(tx, { id, ...agreed }, its);
    },
  };
  return decideSeveral(
    deed,
    {
      ids,
      isConfirmed: asked.isConfirmed && agreed !== undefined,
      form: inputs,
      ...(remark[0] && { remark: remark[0] }),
    },
    context,
  );
}
