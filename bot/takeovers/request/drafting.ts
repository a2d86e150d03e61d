/** What the cards of a draft share. */
import type { Button } from '../../../cards/card.ts';
import type { Draft, Purchase } from '../../../store/records.ts';
import type { Reader } from '../../../store/store.ts';
import { press } from '../../core/command.ts';
import { shortName } from '../../core/lines.ts';
import { overviewOf } from '../../purchases/overview.ts';
import { purchaserOf } from '../../purchases/wording.ts';
import type { Told } from '../cards/view/viewer.ts';

export interface Drafting extends Told {
  /** Why they want it, where they have said so already. */
  why?: string | undefined;
}

/** A button that goes on with this draft. The purchase goes along for when the draft is gone. */
export function goOn(title: string, { id, purchase }: Draft, data: Button['data'], { why }: Drafting): Button {
  return press(title, 'takeover', { draft: id, purchase, ...(why && { reason: why }), ...data });
}

/** As cards write it; undefined once the purchase is nowhere to be found. */
export function aboutOf({ purchase: id }: Draft, { language, house }: Drafting) {
  const row = overviewOf(house.store).row(id);
  if (!row) return undefined;
  const [product, purchaser] = [shortName(row.productName), shortName(purchaserOf(row, { language }))];
  return { purchase: row.purchase, product, purchaser, line: [product, purchaser, id].join(' · ') };
}

export type About = NonNullable<ReturnType<typeof aboutOf>>;

/** Who holds the SKU of a purchase; undefined where that was never read. */
export function holdersOfSku({ sku }: Pick<Purchase, 'sku'>, store: Reader): readonly string[] | undefined {
  return store.get('holdings', sku)?.holders;
}
