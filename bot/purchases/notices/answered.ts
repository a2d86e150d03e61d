/** To the person who asked a purchaser: the purchaser's answer. */
import { report } from '../../../cards/report.ts';
import { press } from '../../core/command.ts';
import { shortName } from '../../core/lines.ts';
import type { CardOf, NoticeKind } from '../../core/notice.ts';
import { purchaseIndex } from '../purchase-index.ts';
import { namesOf, purchasesSection } from './purchase-lines.ts';

const card: CardOf<'answered'> = ({ purchase, name, answer, words: said }, shown) => {
  const { language, dependencies } = shown;
  const { t, words } = language;
  const row = purchaseIndex(dependencies.store).row(purchase);
  const names = { name: shortName(name), product: row ? namesOf(row, shown).product : purchase };
  return report({
    title: t(`answered.title.${answer}`),
    paragraphs: [said ? t('answered.words', { words: said }) : t(`answered.wordless.${answer}`)],
    sections: [purchasesSection([purchase], shown)],
    buttons: [press(t('button.open'), 'purchase', { purchase })],
    summary: t(`answered.${answer}`, names),
    fallback: t('fallback', { command: `${words.commands.purchase.names[0]} ${purchase}` }),
  });
};

export const answered: NoticeKind<'answered'> = { card, urgency: 2, audience: ['admin'] };
