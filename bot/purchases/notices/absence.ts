/** One card after Purser was not running for a while: how long it was away, what it has found, what waits. */
import { report } from '../../../cards/report.ts';
import { when } from '../../../cards/when.ts';
import type { CardOf, NoticeKind } from '../../core/notice.ts';
import { purchaseIndex } from '../purchase-index.ts';
import { purchasesSection, totalButtons } from './purchase-lines.ts';

const card: CardOf<'absence'> = ({ from, until, purchases }, shown) => {
  const { language, notice, dependencies, now } = shown;
  const { t, format, words } = language;
  const waiting = purchaseIndex(dependencies.store).sorted('next', 'decide', now).length;
  const at = now.toISOString();
  const unsent = [...dependencies.store.all('notices')].filter(
    ({ id, dueAt }) => dueAt && dueAt <= at && id !== notice.id,
  );
  return report({
    title: t('absence.title'),
    paragraphs: [
      t('absence.when', { from: format.dateTime(from), until: format.dateTime(until) }),
      purchases.length > 0 ? t('absence.found', { count: purchases.length }) : t('absence.foundNone'),
    ],
    sections: [
      purchasesSection(purchases, shown),
      {
        heading: t('absence.waits'),
        lines: [
          { title: t('absence.decide', { count: waiting }) },
          ...when(unsent.length > 0, { title: t('absence.unsent', { count: unsent.length }) }),
        ],
      },
    ],
    notes: [t('notice.stop', { command: words.commands.notify.examples.at(-1) }), notice.id],
    buttons: totalButtons(shown),
    summary: t('absence.title'),
    fallback: t('fallback', { command: words.commands.purchases.names[0] }),
  });
};

export const absence: NoticeKind<'absence'> = {
  card,
  urgency: 2,
  topic: 'alerts',
  audience: ['viewer'],
  isNews: () => false,
};
