/** To each chat that asked for alerts, one card: the self-service purchases that appeared in a sync. */
import type { Button } from '../../../cards/card.ts';
import { report } from '../../../cards/report.ts';
import { when } from '../../../cards/when.ts';
import { press } from '../../core/command.ts';
import type { CardOf, NoticeKind, Shown } from '../../core/notice.ts';
import { inHand, isLive, purchaseIndex, type Row } from '../purchase-index.ts';
import { namesOf, purchasesSection, totalButtons } from './purchase-lines.ts';

const card: CardOf<'new-purchases'> = ({ purchases }, shown) => {
  const { language, notice, dependencies } = shown;
  const { t, format, words } = language;
  const only = purchases.length === 1 ? purchaseIndex(dependencies.store).row(purchases[0] ?? '') : undefined;
  const title = t('newPurchases.title', { count: purchases.length });
  return report({
    title,
    // No "just now": the card stays where it is.
    subtitle: t('newPurchases.seen', { when: format.dateTime(notice.createdAt) }),
    sections: [purchasesSection(purchases, shown)],
    notes: [t('newPurchases.price'), t('notice.stop', { command: words.commands.notify.examples[2] })],
    buttons: only ? buttonsFor(only, shown) : totalButtons(shown),
    // A phone shows only this line.
    summary: only ? t('newPurchases.summary', namesOf(only, shown)) : title,
    fallback: t('fallback', { command: words.commands.purchases.names[0] }),
  });
};

export const newPurchases: NoticeKind<'new-purchases'> = {
  card,
  urgency: 2,
  topic: 'alerts',
  audience: ['viewer'],
  isNews: () => false,
};

/** Nobody can take a purchase that somebody sees to, or that has ended. */
function buttonsFor({ purchase }: Row, { language: { t }, now }: Shown): Button[] {
  const isOpen = isLive(purchase) && !inHand(purchase, now);
  return [
    press(t('button.open'), 'purchase', { purchase: purchase.id }),
    ...when(
      isOpen,
      press(t('button.take'), 'take', { purchase: purchase.id }),
      press(t('button.keep'), 'keep', { purchase: purchase.id }),
    ),
  ];
}
