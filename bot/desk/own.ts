/** What somebody bought for themselves: what runs, and what has ended not so long ago. */

import { archivedPurchase } from '../../store/archive.ts';
import { type Context, press, UserError } from '../core/command.ts';
import { contactName } from '../core/contact.ts';
import { finder, finderOfAll } from '../language/fold.ts';
import { purchaseIndex, type Row } from '../purchases/purchase-index.ts';

/**
 * What runs comes first; what has ended stays for a good year, after which it is put aside. Purchases the organisation made stand
 * on their owner's list of purchases; here is what a person paid for, or may have.
 */
export function ownOf({ speaker, dependencies: { store }, now }: Pick<Context, 'speaker' | 'dependencies' | 'now'>) {
  return purchaseIndex(store)
    .boughtBy(speaker.id, { by: 'next', scope: 'everything', now })
    .filter(({ purchase }) => purchase.kind === 'self-service' || purchase.sure === 'unsure')
    .filter(({ purchase }) => !archivedPurchase(store, purchase.id));
}

/** Those that are called so; in a whole sentence, those of which most words are in it. */
export function called(rows: readonly Row[], words: string): Row[] {
  const [inOrder, inAnyOrder] = [finder(words), finderOfAll(words)];
  const exact = [
    rows.filter(({ keys: { product } }) => inOrder(product)),
    rows.filter(({ keys: { product, rest } }) => inAnyOrder(product, rest)),
  ].find((some) => some.length > 0);
  if (exact) return exact;
  const each = words.split(/\s+/).filter((word) => word.length >= fewestLetters || /\d/.test(word));
  const shared = rows.map(({ keys: { product } }) => each.filter((word) => finder(word)(product)).length);
  const most = Math.max(0, ...shared);
  return most === 0 ? [] : rows.filter((_, at) => shared[at] === most);
}

/** Less is in too many names to mean one, but for a number. */
const fewestLetters = 3;

/**
 * One purchase of the speaker's own.
 *
 * @throws UserError where it is somebody else's, of which nobody but viewers learns anything here
 */
export function ownRow(id: string, context: Context): Row {
  const { t } = context.language;
  const row = ownOf(context).find(({ purchase }) => purchase.id === id);
  if (row) return row;
  const contact = contactName(context);
  const isViewer = context.speaker.roles.has('viewer');
  const elsewhere = isViewer ? [press(t('button.openPurchase'), 'purchase', { purchase: id })] : [];
  throw new UserError(t(isViewer ? 'mine.notYours' : 'purchase.notYours', { id, contact }), [
    press(t('mine.show'), 'mine'),
    ...elsewhere,
  ]);
}
