import type { Purchase } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import { skuName } from '../microsoft/sku-names.ts';

/** A purchase with the names it goes by now: what the audit keeps, since by an id nobody could tell who it was. */
export interface NamedPurchase {
  purchase: Purchase;
  product: string;
  /** Null where there is none, or Microsoft never told the name. */
  purchaser: string | null;
}

export function namedPurchase(purchase: Purchase, reader: Pick<Reader, 'get'>): NamedPurchase {
  const { sku, skuPart, purchaser } = purchase;
  return {
    purchase,
    product: reader.get('products', sku)?.name ?? skuName(sku, skuPart),
    purchaser: (purchaser && reader.get('people', purchaser)?.name) || null,
  };
}
