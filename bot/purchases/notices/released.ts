/** To somebody who was handling a purchase: an admin has given it back. */
import { report } from '../../../cards/report.ts';
import { press } from '../../core/command.ts';
import { shortName } from '../../core/lines.ts';
import type { CardOf, NoticeKind } from '../../core/notice.ts';
import { calledIn } from '../../people/told-apart.ts';
import { purchaseIndex } from '../purchase-index.ts';
import { namesOf, purchasesSection } from './purchase-lines.ts';

const card: CardOf<'released'> = ({ purchase, by, kept }, shown) => {
  const { language, dependencies } = shown;
  const { t, words } = language;
  const row = purchaseIndex(dependencies.store).row(purchase);
  if (!row) return undefined;
  const name = shortName(calledIn(dependencies.store, by));
  const title = t(kept ? 'released.kept' : 'released.title', { name, product: namesOf(row, shown).product });
  return report({
    title: t('released.short'),
    paragraphs: [title, t('released.next')],
    sections: [purchasesSection([purchase], shown)],
    buttons: [press(t('button.open'), 'purchase', { purchase }), press(t('button.take'), 'take', { purchase })],
    summary: title,
    fallback: t('fallback', { command: `${words.commands.purchase.names[0]} ${purchase}` }),
  });
};

export const released: NoticeKind<'released'> = { card, urgency: 3, audience: ['admin'] };
