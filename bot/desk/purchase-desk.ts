/** One purchase, for the person who bought it: what it costs, when it renews or ends, who uses it, what is open, what they can do. */
import { type Card, shorten } from '../../cards/card.ts';
import { type Fact, type Line, report, type Section } from '../../cards/report.ts';
import { present, when } from '../../cards/when.ts';
import type { Notice } from '../../store/records.ts';
import { type Context, press } from '../core/command.ts';
import { noticesAbout } from '../core/delivery-history.ts';
import { ageNote, dataAge } from '../core/freshness.ts';
import { listedNames, shortName } from '../core/lines.ts';
import { nameAmong } from '../people/told-apart.ts';
import { inHand, isLive, purchaseIndex, type Row } from '../purchases/purchase-index.ts';
import { stateBadges } from '../purchases/state-badges.ts';
import { noDateOf, seatsOf, statusOf } from '../purchases/wording.ts';
import { lastHanded } from './handed.ts';
import { ownOf } from './own.ts';
import { afterTheEnd, rights } from './rights.ts';

export function purchaseDesk(row: Row, context: Context, remark?: string): Card {
  const { t, words } = context.language;
  const { purchase, productName } = row;
  const isOnly = ownOf(context).length === 1;
  const badges = stateBadges(row, context);
  return report({
    icon: 'Receipt',
    name: productName,
    subtitle: dataAge(context),
    badges: badges.length > 0 ? badges : [{ text: statusOf(purchase, context), tone: 'good' }],
    paragraphs: present(remark, adviceOf(row, context)),
    sections: [
      { facts: factsOf(row, context).map(([label, text]): Fact => ({ label, text })) },
      // Not beside a label: an address can't be broken, and that column is narrow on a phone.
      { heading: t('mine.users'), lines: when(isLive(purchase), { title: usersText(purchase, context) }) },
      { heading: t('mine.open'), lines: openLines(row, context) },
      rightsSection(row, context),
    ],
    notes: [...ageNote(context), t('mine.ids', { id: purchase.id })],
    buttons: [
      ...when(!isOnly, press(t('mine.all'), 'mine')),
      press(t('button.refresh'), 'mine', { purchase: purchase.id }),
      press(t('mine.questions'), 'faq', { words: 'managing' }),
    ],
    summary: t('mine.summary', { product: shortName(productName) }),
    fallback: t('fallback', { command: `${words.commands.mine.names[0]} ${purchase.id}` }),
  });
}

/** What is to be thought of before its date; nothing where somebody else sees to it, or asks. */
function adviceOf({ purchase }: Row, { language: { t, format }, now }: Context): string | undefined {
  const { nextAt, trial } = purchase;
  if (!isLive(purchase) || !nextAt || nextAt <= format.isoDate(now) || inHand(purchase, now)) return undefined;
  return t(trial ? 'mine.adviceTrial' : 'mine.advice', { date: format.date(nextAt) });
}

function factsOf({ purchase }: Row, context: Context): (readonly [label: string, text: string])[] {
  const { t, format } = context.language;
  const isRunning = isLive(purchase);
  return [
    [t('purchase.bought'), purchase.createdAt ? format.date(purchase.createdAt) : t('list.unknown')],
    [t('purchase.quantity'), seatsOf(purchase.quantity, context)],
    [t('mine.costs'), t(purchase.trial ? 'mine.priceTrial' : 'mine.price')],
    ...when(isRunning, [
      t(purchase.trial ? 'purchase.nextTrial' : 'purchase.next'),
      nextText(purchase, context),
    ] as const),
    ...when(isRunning, [t('purchase.pays'), t(purchase.trial ? 'asked.paysTrial' : 'asked.pays')] as const),
    ...when(!isRunning, [t('purchase.status'), statusOf(purchase, context)] as const),
  ];
}

function nextText(purchase: Row['purchase'], { language: { t, format }, now }: Context): string {
  const { nextAt } = purchase;
  if (!nextAt) return t(noDateOf(purchase));
  const when = `${format.date(nextAt)} (${format.relative(nextAt, now)})`;
  return t(purchase.trial ? 'mine.nextTrial' : 'mine.next', { when });
}

const mostNames = 6;
const longestName = 60;

/** Only people of whom it is known that they have a licence of this very purchase. */
function usersText(purchase: Row['purchase'], context: Context): string {
  const { language, dependencies } = context;
  const { t, format } = language;
  const holders = purchaseIndex(dependencies.store).holdersOf(purchase);
  if (!holders?.whose.known) return t('mine.usersUnknown');
  if (holders.ids.length === 0) return t('mine.usersNone');
  const names = holders.ids.map((id) => {
    const name = nameAmong(dependencies.store, dependencies.store.get('people', id));
    return shorten(name ?? t('purchases.unknownPurchaser'), longestName);
  });
  return listedNames(names.sort(format.compare), { most: mostNames, counted: 'purchase.more' }, language);
}

/** What somebody wants of it, or what its purchaser asked. */
function openLines(row: Row, context: Context): Line[] {
  const { purchase } = row;
  const { t, format } = context.language;
  if (!isLive(purchase)) return [];
  const decision = inHand(purchase, context.now);
  const name = shortName(decision?.name ?? '');
  const handed = lastHanded(context.dependencies.store, purchase.id, context);
  return [
    ...when(decision?.kind === 'takeover', {
      title: t('mine.takeover', { name, takeover: decision?.kind === 'takeover' ? decision.takeover : '' }),
      ...pressOf('announced', row, context),
    }),
    ...when(decision?.kind === 'asked', { title: t('mine.asked', { name }), ...pressOf('asked', row, context) }),
    ...when(decision?.kind === 'in-hand', { title: t('mine.inHand', { name }) }),
    ...(handed ? [{ title: t('mine.handed', { date: format.date(handed.at) }) }] : []),
  ];
}

/** The message about it, if there is one to answer. */
function pressOf(card: Notice['saying']['card'], { purchase }: Row, context: Context): Pick<Line, 'press'> {
  const { speaker, dependencies, language } = context;
  const notice = noticesAbout(dependencies.store, purchase.id).find(
    ({ to, saying, delivered }) => saying.card === card && delivered && 'person' in to && to.person === speaker.id,
  );
  if (!notice) return {};
  return { press: press(`${language.t('button.open')} ${notice.id}`, 'waiting', { notice: notice.id }) };
}

function rightsSection({ purchase }: Row, { language: { t } }: Context): Section {
  const open = isLive(purchase) ? rights : rights.filter((right) => afterTheEnd.has(right));
  return {
    heading: t('mine.rights'),
    lines: open.map((right): Line => {
      const title = t(`mine.right.${right}`);
      return { title, press: press(title, 'mine', { purchase: purchase.id, right }) };
    }),
  };
}
