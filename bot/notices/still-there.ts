/** To whoever asked a purchaser to cancel, when the time is over: it still runs. */
import { report } from '../../cards/report.ts';
import { press } from '../commands/command.ts';
import { isLive, overviewOf } from '../overview.ts';
import { purchasesSection } from './found.ts';
import type { CardOf, Shown } from './notice.ts';

export const stillThere: CardOf<'still-there'> = ({ purchase, askedAt }, shown) => {
  const { language, notice, house } = shown;
  const { t, format, words } = language;
  const row = overviewOf(house.store).row(purchase);
  if (!row || !isLive(row.purchase)) return undefined;
  const answer = answerTo(purchase, askedAt, shown);
  return report({
    title: t('notice.still.title'),
    paragraphs: [t('notice.still.what', { date: format.date(askedAt) }), answer],
    sections: [purchasesSection([purchase], shown)],
    notes: [notice.id],
    buttons: [
      press(t('button.open'), 'purchase', { purchase }),
      press(t('button.ask'), 'ask', { purchase }),
      press(t('button.take'), 'take', { purchase }),
    ],
    summary: t('notice.still.title'),
    fallback: t('fallback', { command: `${words.commands.purchase.names[0]} ${purchase}` }),
  });
};

function answerTo(purchase: string, askedAt: string, { house, language: { t } }: Shown): string {
  const question = [...house.store.all('notices')].find(
    ({ saying, createdAt }) => saying.card === 'asked' && saying.purchase === purchase && createdAt >= askedAt,
  );
  return question?.answer ? t(`notice.still.${question.answer.what}`) : t('notice.still.silent');
}
