/** To each chat that asked for alerts, one card: the self-service purchases that appeared in a sync. */
import { report } from '../../../cards/report.ts';
import { present } from '../../../cards/when.ts';
import { shortName } from '../../core/lines.ts';
import type { CardOf, NoticeKind, Shown } from '../../core/notice.ts';
import { isDepartmental } from '../../microsoft/departmental.ts';
import { roomIn, sharesOf } from '../free-seats.ts';
import { purchaseIndex, type Row } from '../purchase-index.ts';
import { decidingButtons } from './deciding.ts';
import { hidesPurchaser, namesOf, purchasesSection, totalButtons } from './purchase-lines.ts';

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
    buttons: only ? decidingButtons(only, shown) : totalButtons(shown),
    // A phone shows only this line.
    summary: only && !hidesPurchaser(only, shown) ? t('newPurchases.summary', namesOf(only, shown)) : title,
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
