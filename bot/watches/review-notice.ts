/** What was kept until today: kept on, taken over, asked about or let go. Answered, it says by whom. */
import type { Button } from '../../cards/card.ts';
import { type Fact, report } from '../../cards/report.ts';
import { present } from '../../cards/when.ts';
import { press } from '../core/command.ts';
import { shortName } from '../core/lines.ts';
import type { CardOf, NoticeKind, Shown } from '../core/notice.ts';
import { calledIn } from '../people/told-apart.ts';
import { reviewButtons } from '../purchases/next-step.ts';
import { towardsPurchaser } from '../purchases/notices/deciding.ts';
import { hidesPurchaser, namesOf, purchasesSection } from '../purchases/notices/purchase-lines.ts';
import { inReview, purchaseIndex, type Row } from '../purchases/purchase-index.ts';
import { roundOf } from './reviews.ts';

const card: CardOf<'review'> = ({ purchases, until, round }, shown) => {
  const { language, notice, now, dependencies } = shown;
  const { t, format, words } = language;
  const index = purchaseIndex(dependencies.store);
  const rows = purchases.map((id) => index.row(id)).filter((row) => row !== undefined);
  const open = rows.filter(({ purchase }) => inReview(purchase, now)?.until === until);
  // What ended meanwhile needs nobody's answer.
  if (!notice.delivered && open.length === 0) return undefined;
  const isAskedAgain = open.length > 0 && roundOf(until, now) > round;
  const [only] = rows.length === 1 ? open : [];
  const state = isAskedAgain ? 'again' : open.length > 0 ? 'open' : 'done';
  const count = state === 'done' ? rows.length : open.length;
  const title = t(`review.title.${state}`, { count });
  return report({
    title,
    paragraphs: [t(`review.what.${state}`, { date: format.date(until), count })],
    sections: [purchasesSection(purchases, shown), { facts: only ? factsOf(only, shown) : [] }],
    buttons: isAskedAgain ? [] : buttonsFor(rows, only, shown),
    summary:
      only && state === 'open' && !hidesPurchaser(only, shown) ? t('review.summary', namesOf(only, shown)) : title,
    fallback: t('fallback', { command: words.commands.purchases.names[0] }),
  });
};

export const review: NoticeKind<'review'> = { card, urgency: 2, audience: ['admin'] };

function factsOf(row: Row, { language: { t, format }, now, dependencies: { store } }: Shown): Fact[] {
  const { purchase } = row;
  const kept = inReview(purchase, now);
  if (!kept) return [];
  const owner = shortName(calledIn(store, { id: kept.by, name: kept.name }));
  return [
    { label: t('review.owner'), text: t('review.since', { name: owner, date: format.date(kept.since) }) },
    { label: t('purchase.keptFor'), text: kept.why },
    ...present(purchase.nextAt && { label: t('purchase.next'), text: format.date(purchase.nextAt) }),
  ];
}

/** Of several, each is answered on its own card, or they are ticked on the list. */
function buttonsFor(rows: readonly Row[], only: Row | undefined, shown: Shown): Button[] {
  const { t } = shown.language;
  const [first] = rows;
  if (only) {
    return reviewButtons(only.purchase.id, towardsPurchaser(only, shown), t);
  }
  if (rows.length === 1 && first) return [press(t('button.open'), 'purchase', { purchase: first.purchase.id })];
  return [press(t('button.listPurchases'), 'purchases', { status: 'kept' })];
}
