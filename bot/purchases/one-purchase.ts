/** The one purchase that an admin means who gives no id: "ask adele to cancel visio", "take over adele's visio". */
import { type Context, given, press, UserError } from '../core/command.ts';
import { heardIn } from '../router/hearing.ts';
import { isLive, purchaseIndex } from './purchase-index.ts';
import { matcher, type Query } from './query.ts';

/** More of them are not told apart by buttons. */
const mostButtons = 4;

type Named = Pick<Query, 'by' | 'product'>;
type Deed = 'ask' | 'takeover' | 'keep';

interface Doing {
  verb: Deed;
  /** What goes along with the button of each that may be meant. */
  data?: Readonly<Record<string, string>>;
}

/** @throws UserError unless there is exactly one that lives and was bought by its user */
export function onePurchase(query: Named, { verb, data }: Doing, context: Context): string {
  const { t } = context.language;
  const fits = matcher(query, context);
  const rows = purchaseIndex(context.dependencies.store)
    .sorted('next', 'self-service', context.now)
    .filter((row) => isLive(row.purchase) && fits(row));
  const [only, ...others] = rows;
  if (only && others.length === 0) return only.purchase.id;
  const list = press(t('button.listPurchases'), 'purchases', given(query));
  if (!only) throw new UserError(t('onePurchase.none'), [press(t('button.listPurchases'), 'purchases')]);
  throw new UserError(t('onePurchase.which'), [
    ...rows
      .slice(0, mostButtons)
      .map(({ purchase: { id }, productName, purchaserName }) =>
        press([id, productName, purchaserName].filter(Boolean).join(' · '), verb, { ...data, purchase: id }),
      ),
    list,
  ]);
}

/** "adele's visio", "le visio d'adele"; undefined where nobody and nothing is named. */
export function namedIn(words: string, { speaker, dependencies: { store } }: Context): Named | undefined {
  const { product, person } = heardIn(words, { speaker, store });
  return product || person ? { ...(product && { product }), ...(person && { by: person }) } : undefined;
}
