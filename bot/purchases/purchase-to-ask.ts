/** The one purchase that an admin means who gives no id: "ask adele to cancel visio". */
import { type Context, given, press, UserError } from '../core/command.ts';
import { isLive, purchaseIndex } from './purchase-index.ts';
import { matcher, type Query } from './query.ts';

/** More of them are not told apart by buttons. */
const mostButtons = 4;

/** @throws UserError unless there is exactly one that lives and was bought by its user */
export function purchaseToAsk(query: Pick<Query, 'by' | 'product'>, context: Context): string {
  const { t } = context.language;
  const fits = matcher(query, context);
  const rows = purchaseIndex(context.dependencies.store)
    .sorted('next', 'self-service', context.now)
    .filter((row) => isLive(row.purchase) && fits(row));
  const [only, ...others] = rows;
  if (only && others.length === 0) return only.purchase.id;
  const list = press(t('button.listPurchases'), 'purchases', given(query));
  if (!only) throw new UserError(t('ask.none'), [press(t('button.listPurchases'), 'purchases')]);
  throw new UserError(t('ask.which'), [
    ...rows
      .slice(0, mostButtons)
      .map(({ purchase: { id }, productName, purchaserName }) =>
        press([id, productName, purchaserName].filter(Boolean).join(' · '), 'ask', { purchase: id }),
      ),
    list,
  ]);
}
