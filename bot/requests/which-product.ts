/** The product that somebody asks for: one that the organisation can give, or else one that Microsoft sells. */

import type { Context } from '../core/command.ts';
import { isOffered, type NamedProduct, productsNamed, seatPools } from '../licences/seat-pools.ts';
import { isDepartmental } from '../microsoft/departmental.ts';
import { isFreeSku, listedProducts } from '../microsoft/sku-names.ts';

/** What can be asked for, by name: those of which the organisation has licences. */
export function offered({ dependencies: { store }, now, language: { format } }: Context): NamedProduct[] {
  return seatPools(store, now)
    .filter((pool) => isOffered(pool) && pool.seats > 0)
    .sort((a, b) => format.compare(a.name, b.name));
}

/** All that may be meant; what the organisation has comes alone. */
export function productsAsked(text: string, context: Context): NamedProduct[] {
  const own = productsNamed(text, offered(context));
  return own.length > 0 ? own : productsNamed(text, sold);
}

const sold = listedProducts.filter(({ sku, part }) => !isDepartmental(part) && !isFreeSku(sku, part));
