/** To the person who asked a purchaser to cancel, once the purchaser's time is over: it still runs. */
import { report } from '../../../cards/report.ts';
import { press } from '../../core/command.ts';
import { noticesAbout } from '../../core/delivery-history.ts';
import type { CardOf, NoticeKind, Shown } from '../../core/notice.ts';
import { isLive, purchaseIndex } from '../purchase-index.ts';
import { namesOf, purchasesSection } from './purchase-lines.ts';

const card: CardOf<'still-there'> = ({ purchase, askedAt }, shown) => {
  const { language, notice, dependencies } = shown;
  const { t, format, words } = language;
  const row = purchaseIndex(dependencies.store).row(purchase);
  const isRunning = row && isLive(row.purchase);
  // A purchase that ended in time needs no card, but a posted card must not go on saying that it runs.
  if (!row || (!isRunning && !notice.delivered)) return undefined;
  const open = press(t('button.open'), 'purchase', { purchase });
  return report({
    title: t(isRunning ? 'stillThere.title' : 'asked.ended'),
    paragraphs: [
      t('stillThere.what', { date: format.date(askedAt) }),
      ...(isRunning ? answerTo(purchase, askedAt, shown) : []),
    ],
    sections: [purchasesSection([purchase], shown)],
    buttons: isRunning
      ? [open, press(t('button.askAgain'), 'ask', { purchase }), press(t('button.take'), 'take', { purchase })]
      : [open],
    summary: isRunning ? t('stillThere.summary', namesOf(row, shown)) : t('asked.ended'),
    fallback: t('fallback', { command: `${words.commands.purchase.names[0]} ${purchase}` }),
  });
};

export const stillThere: NoticeKind<'still-there'> = { card, urgency: 3, audience: ['admin'] };

function answerTo(purchase: string, askedAt: string, { dependencies, language: { t } }: Shown): string[] {
  const answer = noticesAbout(dependencies.store, purchase).find(
    ({ saying, createdAt }) => saying.card === 'asked' && createdAt === askedAt,
  )?.answer;
  if (!answer) return [t('stillThere.silent')];
  return [t(`stillThere.${answer.what}`), ...(answer.words ? [t('answered.words', { words: answer.words })] : [])];
}
