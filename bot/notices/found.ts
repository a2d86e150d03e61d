/** Purchases as alerts list them, as they are now: one that an admin has taken meanwhile says so. */
import type { Button } from '../../cards/card.ts';
import type { Line, Section } from '../../cards/report.ts';
import { press } from '../commands/command.ts';
import { purchaserOf, statusOf } from '../commands/purchases.ts';
import { inHand, isLive, overviewOf, type Row } from '../overview.ts';
import type { Shown } from './notice.ts';

/** More of them are counted, not listed: an alert is read on a phone. */
const mostListed = 6;

export function purchasesSection(ids: readonly string[], shown: Shown): Section {
  const { language, house } = shown;
  const overview = overviewOf(house.store);
  const rows = ids.map((id) => overview.row(id)).filter((row) => row !== undefined);
  const more = rows.length - mostListed;
  return {
    lines: [
      ...rows.slice(0, mostListed).map((row) => lineOf(row, shown)),
      ...(more > 0 ? [{ title: language.t('notice.more', { count: more }) }] : []),
    ],
  };
}

function lineOf(row: Row, { language, now }: Shown): Line {
  const { purchase } = row;
  const { t } = language;
  const decision = inHand(purchase, now);
  const state = decision && t(`notice.state.${decision.kind}`, { name: decision.name });
  const parts = [
    purchaserOf(row, { language }),
    t('purchases.seats', { count: purchase.quantity }),
    t('purchases.priceUnknown'),
  ];
  return {
    ...(isLive(purchase) ? {} : { mark: { text: statusOf(purchase, { language }), tone: 'attention' } }),
    ...(state ? { mark: { text: `✓ ${state}`, tone: 'good' } } : {}),
    title: row.productName,
    text: [...parts, purchase.id].join(' · '),
    press: press(`${t('button.open')} ${row.productName} ${purchaserOf(row, { language })}`, 'purchase', {
      purchase: purchase.id,
    }),
  };
}

/** What one can do about several at once. */
export function totalButtons({ language: { t } }: Shown): Button[] {
  return [press(t('button.listPurchases'), 'purchases', { kind: 'decide', sort: 'bought' })];
}
