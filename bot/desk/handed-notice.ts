/** To everybody who is told of alerts: a purchaser asks IT to take a purchase over. */
import type { Button } from '../../cards/card.ts';
import { report } from '../../cards/report.ts';
import { present, when } from '../../cards/when.ts';
import { press } from '../core/command.ts';
import { shortName } from '../core/lines.ts';
import type { CardOf, NoticeKind, Shown } from '../core/notice.ts';
import { calledIn } from '../people/told-apart.ts';
import { namesOf, purchasesSection } from '../purchases/notices/purchase-lines.ts';
import { inHand, isLive, purchaseIndex, type Row } from '../purchases/purchase-index.ts';

const card: CardOf<'handed'> = ({ purchase, by, words: theirs }, shown) => {
  const { language, notice, dependencies } = shown;
  const { t, words } = language;
  const row = purchaseIndex(dependencies.store).row(purchase);
  if (!row) return undefined;
  const name = shortName(calledIn(dependencies.store, by));
  const title = t('handed.title', { name, product: namesOf(row, shown).product });
  return report({
    title: t('handed.short'),
    // Others read along in a channel: what somebody wrote about their purchase is for people who decide.
    paragraphs: present(
      title,
      'person' in notice.to && theirs && t('handed.words', { words: theirs }),
      t('handed.what'),
    ),
    sections: [purchasesSection([purchase], shown)],
    notes: [notice.id],
    buttons: buttonsOf(row, shown),
    summary: title,
    fallback: t('fallback', { command: `${words.commands.purchase.names[0]} ${purchase}` }),
  });
};

export const handed: NoticeKind<'handed'> = {
  card,
  urgency: 2,
  topic: 'alerts',
  audience: ['viewer'],
  isNews: () => false,
};

function buttonsOf({ purchase }: Row, { language: { t }, now }: Shown): Button[] {
  const { id } = purchase;
  const isOpen = isLive(purchase) && !inHand(purchase, now);
  return [
    ...when(
      isOpen,
      { ...press(t('button.takeOver'), 'takeover', { purchase: id }), style: 'positive' } as const,
      press(t('button.take'), 'take', { purchase: id }),
      press(t('button.ask'), 'ask', { purchase: id }),
    ),
    press(t('button.open'), 'purchase', { purchase: id }),
  ];
}
