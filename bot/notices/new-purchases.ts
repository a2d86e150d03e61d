/** Self-service purchases that appeared in one sync: one card for each chat that asked for alerts. */
import { report } from '../../cards/report.ts';
import { press } from '../commands/command.ts';
import { purchasesSection, totalButtons } from './found.ts';
import type { CardOf } from './notice.ts';

export const newPurchases: CardOf<'new-purchases'> = ({ purchases }, shown) => {
  const { language, notice, now } = shown;
  const { t, format, words } = language;
  const [only] = purchases.length === 1 ? purchases : [];
  return report({
    title: t('notice.new.title', { count: purchases.length }),
    subtitle: t('notice.new.seen', {
      when: format.dateTime(notice.createdAt),
      ago: format.relative(notice.createdAt, now),
    }),
    sections: [purchasesSection(purchases, shown)],
    notes: [t('notice.new.price'), t('notice.stop', { command: words.commands.notify.examples.at(-1) }), notice.id],
    buttons: only
      ? [press(t('button.open'), 'purchase', { purchase: only }), press(t('button.take'), 'take', { purchase: only })]
      : totalButtons(shown),
    summary: t('notice.new.title', { count: purchases.length }),
    fallback: t('fallback', { command: words.commands.purchases.names[0] }),
  });
};
