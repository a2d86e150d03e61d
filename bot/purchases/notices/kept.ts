/** To a purchaser who was asked to cancel a purchase: it is kept after all, and nothing is wanted of them. */

import { report } from '../../../cards/report.ts';
import { press } from '../../core/command.ts';
import { contactName } from '../../core/contact.ts';
import { shortName } from '../../core/lines.ts';
import type { CardOf, NoticeKind } from '../../core/notice.ts';
import { calledIn } from '../../people/told-apart.ts';
import { isLive, purchaseIndex } from '../purchase-index.ts';
import { statusOf } from '../wording.ts';
import { namesOf } from './purchase-lines.ts';

const card: CardOf<'kept'> = ({ purchase, by, until }, shown) => {
  const { language, notice, dependencies } = shown;
  const { t, format, words } = language;
  const row = purchaseIndex(dependencies.store).row(purchase);
  if (!row || (!isLive(row.purchase) && !notice.delivered)) return undefined;
  const isRunning = isLive(row.purchase);
  const name = shortName(calledIn(dependencies.store, by));
  const { product } = namesOf(row, shown);
  const contact = contactName(shown);
  const facts = [
    { label: t('asked.purchase'), text: `${product} · ${purchase}` },
    { label: t('kept.until'), text: format.date(until) },
    { label: t('purchase.pays'), text: t(row.purchase.trial ? 'asked.paysTrial' : 'asked.pays') },
  ];
  const ended = [{ label: t('purchase.status'), text: statusOf(row.purchase, shown) }];
  return report({
    title: t(isRunning ? 'kept.title' : 'asked.ended'),
    paragraphs: [t('kept.what', { name, product, date: format.date(until) })],
    sections: [
      { facts: isRunning ? facts : ended },
      { heading: t('asked.questions'), lines: [{ title: t('asked.whom', { name, contact }) }] },
    ],
    buttons: [press(t('button.open'), 'purchase', { purchase })],
    summary: t('kept.summary', { product }),
    fallback: t('fallback', { command: `${words.commands.purchase.names[0]} ${purchase}` }),
  });
};

export const kept: NoticeKind<'kept'> = { card, urgency: 4, audience: 'addressee' };
