/**
 * To a purchaser, on behalf of an admin: please cancel this. Its order is the design's (§8): what, which purchase, why and who,
 * when, who pays until then, what to do next, whom to ask; and it must not be mistaken for phishing.
 */
import { type Button, type Link, shorten } from '../../cards/card.ts';
import { report } from '../../cards/report.ts';
import { press } from '../commands/command.ts';
import { purchaserGuide } from '../links.ts';
import { isLive, overviewOf, type Row } from '../overview.ts';
import type { CardOf, SayingOf, Shown } from './notice.ts';

const longestName = 80;

export const asked: CardOf<'asked'> = (saying, shown) => {
  const { language, notice, house } = shown;
  const { t, words } = language;
  const row = overviewOf(house.store).row(saying.purchase);
  // Cancelled before this could be delivered: there is nothing to ask for any more.
  if (!row || (!isLive(row.purchase) && !notice.delivered)) return undefined;
  const name = saying.by.name;
  const product = row.productName;
  const isOpen = isLive(row.purchase) && !notice.answer;
  return report({
    title: t(isLive(row.purchase) ? 'notice.asked.title' : 'notice.asked.ended'),
    paragraphs: isLive(row.purchase) ? [t('notice.asked.what', { name, product: shorten(product, longestName) })] : [],
    sections: [
      { facts: factsOf(saying, row, shown) },
      ...(isOpen ? [{ heading: t('notice.asked.next'), lines: stepsOf(shown) }] : []),
    ],
    ...(isOpen
      ? { answer: { id: 'reason', label: t('notice.asked.words'), placeholder: t('notice.asked.wordsHint') } }
      : {}),
    notes: [t('notice.asked.microsoft'), t('notice.asked.safe', { contact: contactOf(shown) }), notice.id],
    buttons: isOpen ? answerButtons(shown) : [],
    links: linksOf(shown),
    summary: t('notice.asked.summary', { name, product }),
    fallback: t('fallback', { command: `${words.commands.purchase.names[0]} ${saying.purchase}` }),
  });
};

function factsOf({ by, why }: SayingOf<'asked'>, { purchase, productName }: Row, { language, notice, now }: Shown) {
  const { t, format } = language;
  const { answer } = notice;
  return [
    {
      label: t('notice.asked.purchase'),
      text: `${productName} · ${t('purchases.seats', { count: purchase.quantity })} · ${purchase.id}`,
    },
    { label: t('notice.asked.why'), text: why ?? t('notice.asked.noReason') },
    { label: t('notice.asked.by'), text: by.name },
    {
      label: t('notice.asked.when'),
      text: purchase.nextAt
        ? t('notice.asked.before', { date: format.date(purchase.nextAt), ago: format.relative(purchase.nextAt, now) })
        : t('notice.asked.soon'),
    },
    { label: t('purchase.pays'), text: t('notice.asked.pays') },
    ...(answer
      ? [
          {
            label: t('notice.asked.yourAnswer'),
            text: [t(`notice.answer.${answer.what}`), answer.words].filter(Boolean).join(' · '),
          },
        ]
      : []),
  ];
}

function stepsOf({ language: { t } }: Shown) {
  return (['save', 'cancel', 'refund'] as const).map((step) => ({ title: `• ${t(`notice.asked.step.${step}`)}` }));
}

function answerButtons({ language: { t }, notice }: Shown): Button[] {
  return [
    press(t('button.gotIt'), 'seen', { notice: notice.id }),
    { ...press(t('button.object'), 'object', { notice: notice.id }), inputs: true },
  ];
}

function contactOf({ language: { t }, house }: Shown): string {
  return house.config.contact.name ?? t('refused.contact');
}

function linksOf({ language: { t }, house }: Shown): Link[] {
  const { contact, pages } = house.config;
  return [
    { title: t('button.howToCancel'), url: purchaserGuide },
    ...(pages.verify ? [{ title: t('button.isThisReal'), url: pages.verify }] : []),
    ...(pages.expenses ? [{ title: t('button.expenses'), url: pages.expenses }] : []),
    ...(contact.url
      ? [{ title: t('button.contact', { name: contact.name ?? t('refused.contact') }), url: contact.url }]
      : []),
  ];
}
