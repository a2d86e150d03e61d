/** What can be decided about one purchase from a notice of it: in a chat by any admin there, in person by a reader who is one. */
import type { Button } from '../../../cards/card.ts';
import { when } from '../../../cards/when.ts';
import { press } from '../../core/command.ts';
import { shortName } from '../../core/lines.ts';
import type { Shown } from '../../core/notice.ts';
import { hasLeft, inHand, inReview, isLive, type Row } from '../purchase-index.ts';

/** Nobody takes over, or asks about, what they bought themselves; who has left can't be asked. */
export function towardsPurchaser(
  row: Row,
  { language: { t }, notice: { to } }: Pick<Shown, 'language' | 'notice'>,
): Record<'takeOver' | 'ask', readonly Button[]> {
  const { id, purchaser } = row.purchase;
  const isOwn = 'person' in to && to.person === purchaser;
  const isAskable = purchaser !== null && !isOwn && !hasLeft(row);
  return {
    takeOver: when(!isOwn, press(t('button.takeOver'), 'takeover', { purchase: id })),
    ask: when(isAskable, press(t('button.ask'), 'ask', { purchase: id })),
  };
}

/** Nobody can take a purchase that somebody sees to, or that has ended; of one that is up for review a card of its own asks. */
export function decidingButtons(row: Row, shown: Shown): Button[] {
  const { language, now, notice, roles } = shown;
  const { t } = language;
  const { purchase, productName } = row;
  const { id } = purchase;
  const open = press(t('button.open'), 'purchase', { purchase: id });
  const mayDecide = 'chat' in notice.to || roles.has('admin');
  if (!mayDecide || !isLive(purchase) || inHand(purchase, now) || inReview(purchase, now)) return [open];
  const { takeOver, ask } = towardsPurchaser(row, shown);
  // In quotes a name is read as one, whatever words it has.
  const named = `"${shortName(productName).replaceAll('"', '')}"`;
  return [
    ...ask.map((button): Button => ({ ...button, style: 'positive' })),
    ...takeOver,
    press(t('button.keep'), 'keep', { purchase: id }),
    press(t('newPurchases.block'), 'block', { order: named }),
    press(t('button.take'), 'take', { purchase: id }),
    open,
  ];
}
