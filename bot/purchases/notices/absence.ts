/** One card after Purser was not running for a while, or after the clock was set: how long that was, what it has found, what waits. */
import { report } from '../../../cards/report.ts';
import { when } from '../../../cards/when.ts';
import type { CardOf, NoticeKind, SayingOf } from '../../core/notice.ts';
import type { Language } from '../../language/index.ts';
import { purchaseIndex } from '../purchase-index.ts';
import { purchasesSection, totalButtons } from './purchase-lines.ts';

const card: CardOf<'absence'> = (saying, shown) => {
  const { purchases } = saying;
  const { language, notice, dependencies, now } = shown;
  const { t, words } = language;
  const { title, what } = wordsFor(saying, language);
  const waiting = purchaseIndex(dependencies.store).sorted('next', 'decide', now).length;
  const at = now.toISOString();
  const unsent = [...dependencies.store.all('notices')].filter(
    ({ id, dueAt }) => dueAt && dueAt <= at && id !== notice.id,
  );
  return report({
    title,
    paragraphs: [what, purchases.length > 0 ? t('absence.found', { count: purchases.length }) : t('absence.foundNone')],
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
    notes: [t('notice.stop', { command: words.commands.notify.examples[2] })],
    buttons: totalButtons(shown),
    summary: title,
    fallback: t('fallback', { command: words.commands.purchases.names[0] }),
  });
};

function wordsFor({ from, until, clockSet }: SayingOf<'absence'>, { t, format }: Language) {
  const times = { from: format.dateTime(from), until: format.dateTime(until) };
  if (!clockSet) return { title: t('absence.title'), what: t('absence.when', times) };
  const byMs = Date.parse(until) - Date.parse(from);
  const how = byMs < 0 ? 'back' : 'forward';
  const span = format.span(Math.abs(byMs));
  return { title: t('absence.clockTitle', { span }), what: t(`absence.clock.${how}`, { ...times, span }) };
}

export const absence: NoticeKind<'absence'> = {
  card,
  urgency: 2,
  topic: 'alerts',
  audience: ['viewer'],
  isNews: () => false,
};
