/** To each chat that asked for alerts, one card: the self-service purchases that appeared in a sync. */
import type { Button } from '../../../cards/card.ts';
import { report } from '../../../cards/report.ts';
import { present, when } from '../../../cards/when.ts';
import { press } from '../../core/command.ts';
import { shortName } from '../../core/lines.ts';
import type { CardOf, NoticeKind, Shown } from '../../core/notice.ts';
import { isDepartmental } from '../../microsoft/departmental.ts';
import { roomIn, sharesOf } from '../free-seats.ts';
import { hasLeft, inHand, isLive, purchaseIndex, type Row } from '../purchase-index.ts';
import { namesOf, purchasesSection, totalButtons } from './purchase-lines.ts';

const card: CardOf<'new-purchases'> = ({ purchases }, shown) => {
  const { language, notice, dependencies } = shown;
  const { t, format, words } = language;
  const only = purchases.length === 1 ? purchaseIndex(dependencies.store).row(purchases[0] ?? '') : undefined;
  const title = t('newPurchases.title', { count: purchases.length });
  return report({
    title,
    // No "just now": the card stays where it is.
    subtitle: t('newPurchases.seen', { when: format.dateTime(notice.createdAt) }),
    paragraphs: present(only && ownedText(only, shown)),
    sections: [purchasesSection(purchases, shown)],
    notes: [t('newPurchases.price'), t('notice.stop', { command: words.commands.notify.examples[2] })],
    buttons: only ? decidingInNotice(only, shown) : totalButtons(shown),
    // A phone shows only this line.
    summary: only ? t('newPurchases.summary', namesOf(only, shown)) : title,
    fallback: t('fallback', { command: words.commands.purchases.names[0] }),
  });
};

export const newPurchases: NoticeKind<'new-purchases'> = {
  card,
  urgency: 2,
  topic: 'alerts',
  audience: ['viewer'],
  isNews: () => false,
};

/** Nobody can take a purchase that somebody sees to, or that has ended; in person only admins decide. */
export function decidingInNotice(row: Row, shown: Shown): Button[] {
  const { language, now, notice, roles } = shown;
  const { t } = language;
  const { purchase, productName } = row;
  const { id, purchaser } = purchase;
  const open = press(t('button.open'), 'purchase', { purchase: id });
  const reader = 'person' in notice.to ? notice.to.person : null;
  const mayDecide = reader === null || roles.has('admin');
  if (!mayDecide || !isLive(purchase) || inHand(purchase, now)) return [open];
  const isOwn = reader !== null && reader === purchaser;
  const isAskable = !isOwn && purchaser !== null && !hasLeft(row);
  // In quotes a name is read as one, whatever words it has.
  const named = `"${shortName(productName).replaceAll('"', '')}"`;
  return [
    open,
    ...when<Button>(isAskable, { ...press(t('button.ask'), 'ask', { purchase: id }), style: 'positive' }),
    ...when(!isOwn, press(t('button.takeOver'), 'takeover', { purchase: id })),
    press(t('button.keep'), 'keep', { purchase: id }),
    press(t('newPurchases.block'), 'block', { order: named }),
    press(t('button.take'), 'take', { purchase: id }),
  ];
}

/** What the organisation has of it already, and could have given instead. */
function ownedText(
  { purchase, productName }: Row,
  { dependencies: { store }, language: { t } }: Shown,
): string | undefined {
  const name = shortName(productName);
  const rooms = [...store.all('products')]
    .filter(({ id, part, ...each }) => (id === purchase.sku || shortName(each.name) === name) && !isDepartmental(part))
    .map((product) => roomIn(product, sharesOf(product.id, store)))
    .filter(({ free }) => free > 0)
    .sort((one, other) => other.free - one.free);
  const [most] = rooms;
  if (!most) return undefined;
  return t(most.atLeast ? 'newPurchases.ownedAtLeast' : 'newPurchases.owned', { free: most.free, product: name });
}
