/** Products that cost nothing stand apart: their seats come in tens of thousands, and nobody decides about them. */
import type { Product, Purchase } from '../../store/records.ts';
import { isFreeSku } from '../microsoft/sku-names.ts';

/** Nobody pays for so many: Microsoft gives free products 10,000 seats, or a million. */
const mostPaidSeats = 10_000;

interface Counted {
  purchase: Pick<Purchase, 'sku' | 'skuPart'>;
  product: Pick<Product, 'seats' | 'used'> | undefined;
}

export function isFree({ purchase: { sku, skuPart }, product }: Counted): boolean {
  return isFreeSku(sku, skuPart) || (product?.seats ?? 0) >= mostPaidSeats;
}

/** Free offers, which anybody has anyway: nobody is given one, or moved to one. */
const isOffer = /free|viral|trial|adhoc|exploratory|power_bi_standard|windows_store/i;

/** By what it is alone: an organisation may own 10,000 seats of what it pays for. */
export function isFreeOffer({ id, part, name }: Pick<Product, 'id' | 'part' | 'name'>): boolean {
  return isFreeSku(id, part) || isOffer.test(`${part} ${name}`);
}

/** How many products these are of, and how many of their licences are in use. */
export function freeTotals(rows: readonly Counted[]): { products: number; used: number } {
  const used = new Map(rows.map(({ purchase: { sku }, product }) => [sku, product?.used ?? 0]));
  return { products: used.size, used: [...used.values()].reduce((sum, each) => sum + each, 0) };
}
