/** The one purchase that an admin means who gives no id: "ask adele to cancel visio", "take over adele's visio". */
import { type Context, given, press, UserError } from '../core/command.ts';
import { heardIn } from '../router/hearing.ts';
import { isLive, purchaseIndex, type Row, type Scope } from './purchase-index.ts';
import { matcher, type Query } from './query.ts';

/** More of them are not told apart by buttons. */
const mostButtons = 4;

type Named = Pick<Query, 'by' | 'product'>;
type Deed = 'ask' | 'takeover' | 'keep' | 'take' | 'classify' | 'release';

interface Doing {
  verb: Deed;
  /** What goes along with the button of each that may be meant. */
  data?: Readonly<Record<string, string>>;
  /** Which are meant at all; those bought by their users if not given. */
  scope?: Scope;
  among?: (row: Row) => boolean;
}

/** @throws UserError unless there is exactly one that lives and could be meant */
export function onePurchase(
  query: Named,
  { verb, data, scope = 'self-service', among }: Doing,
  context: Context,
): string {
  const { t } = context.language;
  const fits = matcher(query, context);
  const rows = purchaseIndex(context.dependencies.store)
    .sorted('next', scope, context.now)
    .filter((row) => isLive(row.purchase) && fits(row) && (among?.(row) ?? true));
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

/** By its id, or by words that say whose it is, or of what; undefined where neither is given. @throws UserError */
export function purchaseMeant(
  { purchase, words }: { purchase?: string | undefined; words?: string | undefined },
  doing: Doing,
  context: Context,
): string | undefined {
  if (purchase || !words) return purchase;
  const named = namedIn(words, context);
  return named && onePurchase(named, doing, context);
}

/** "adele's visio", "le visio d'adele"; undefined where nobody and nothing is named. */
export function namedIn(words: string, { speaker, dependencies: { store } }: Context): Named | undefined {
  const { product, person } = heardIn(words, { speaker, store });
  return product || person ? { ...(product && { product }), ...(person && { by: person }) } : undefined;
}
