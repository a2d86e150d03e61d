/** The one purchase somebody means who gives no id: "ask adele to cancel visio". */
import { type Context, press, UserError } from '../core/command.ts';
import { isLive, purchaseIndex } from './purchase-index.ts';
import { matcher, type Query } from './query.ts';

/** More of them are not told apart by buttons. */
const mostButtons = 4;

/**
 * @param verb what is to be done with it, by a press where there are several
 * @throws UserError unless there is exactly one that lives and was bought by its user
 */
export function onlyPurchase(query: Pick<Query, 'by' | 'product'>, verb: 'ask' | 'take', context: Context): string {
  const { t } = context.language;
  const fits = matcher(query, context);
  const rows = purchaseIndex(context.dependencies.store)
    .sorted('next', 'self-service', context.now)
    .filter((row) => isLive(row.purchase) && fits(row));
  const [only, ...others] = rows;
  if (only && others.length === 0) return only.purchase.id;
  const list = press(t('button.listPurchases'), 'purchases', plain(query));
  if (!only) throw new UserError(t('purchases.noneFiltered'), [press(t('button.listPurchases'), 'purchases')]);
  throw new UserError(t('ask.which'), [
    ...rows
      .slice(0, mostButtons)
      .map(({ purchase: { id }, productName, purchaserName }) =>
        press([id, productName, purchaserName].filter(Boolean).join(' · '), verb, { purchase: id }),
      ),
    list,
  ]);
}

function plain(query: Pick<Query, 'by' | 'product'>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1])));
}
