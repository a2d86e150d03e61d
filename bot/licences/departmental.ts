/** Departmental seats are on nobody's desk: Purser neither assigns nor removes them, and says why, and what to do instead. */
import type { Reader } from '../../store/store.ts';
import { type Context, press, UserError } from '../core/command.ts';
import { isDepartmental } from '../microsoft/departmental.ts';
import type { SeatPool } from './seat-pools.ts';

/** Undefined where some of these products are ordinary ones. */
export function departmentalRefusal(
  products: readonly SeatPool[],
  { language: { t } }: Context,
): UserError | undefined {
  const [product, ...others] = products;
  if (!product || !products.every(({ part }) => isDepartmental(part))) return undefined;
  const purchases = products.flatMap(({ own }) => own?.purchases ?? []).map(({ purchase }) => purchase.id);
  const [only, ...more] = purchases;
  const which = { what: product.name, part: [product, ...others].map(({ part }) => part).join(', ') };
  const text = t(only ? 'assign.departmental.bought' : 'assign.departmental.central', which);
  const list = press(t('button.listLicences'), 'licences', only && others.length === 0 ? { product: product.sku } : {});
  if (!only || more.length > 0) return new UserError(text, [list]);
  return new UserError(text, [
    press(t('button.takeOver'), 'takeover', { purchase: only }),
    press(t('button.openPurchase'), 'purchase', { purchase: only }),
  ]);
}

/** By what was last synced of it. */
export function isOfDepartments(sku: string, store: Pick<Reader, 'get'>): boolean {
  return isDepartmental(store.get('products', sku)?.part ?? '');
}
