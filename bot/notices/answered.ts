/** To whoever asked a purchaser: what they answered. */
import { report } from '../../cards/report.ts';
import { press } from '../commands/command.ts';
import { overviewOf } from '../overview.ts';
import type { CardOf } from './notice.ts';

export const answered: CardOf<'answered'> = ({ purchase, name, answer, words: said }, { language, notice, house }) => {
  const { t, words } = language;
  const product = overviewOf(house.store).row(purchase)?.productName ?? purchase;
  const sentence = t(`notice.answered.${answer}`, { name });
  return report({
    title: t('notice.answered.title'),
    paragraphs: [sentence, ...(said ? [t('notice.answered.words', { words: said })] : [])],
    sections: [{ facts: [{ label: t('notice.asked.purchase'), text: `${product} · ${purchase}` }] }],
    notes: [notice.id],
    buttons: [press(t('button.open'), 'purchase', { purchase })],
    summary: sentence,
    fallback: t('fallback', { command: `${words.commands.purchase.names[0]} ${purchase}` }),
  });
};
