/** The parts that all cards of a draft share. */
import type { Button } from '../../../cards/card.ts';
import type { Line } from '../../../cards/report.ts';
import { when } from '../../../cards/when.ts';
import type { Draft, Purchase } from '../../../store/records.ts';
import type { Reader } from '../../../store/store.ts';
import { press } from '../../core/command.ts';
import { shortName } from '../../core/lines.ts';
import { purchaseIndex } from '../../purchases/purchase-index.ts';
import { purchaserOf } from '../../purchases/wording.ts';
import { sortedNames } from '../cards/names.ts';
import type { Told } from '../cards/view/viewer.ts';

export interface Drafting extends Told {
  /** Why they want it, if they have said so already. */
  why?: string | undefined;
}

export function draftingFor({ language, now, dependencies }: Told, why?: string): Drafting {
  return { language, now, dependencies, why };
}

/** A button that goes on with this draft. It also names the purchase, for when the draft is gone. */
export function continueButton(
  title: string,
  { id, purchase }: Draft,
  data: Button['data'],
  { why }: Drafting,
): Button {
  return press(title, 'takeover', { draft: id, purchase, ...(why && { reason: why }), ...data });
}

/** Title, subtitle and fallback, as every card of a draft has them. */
export function frameOf(title: string, { line, purchase }: About, { language: { t, words } }: Drafting) {
  return {
    title,
    subtitle: line,
    summary: `${title} ${line}`,
    fallback: t('fallback', { command: `${words.commands.takeover.names[0]} ${purchase.id}` }),
  };
}

/** The people it is about, in one line; no line where there is nobody. */
export function namesLine(ids: readonly string[], drafting: Drafting): readonly Line[] {
  return when(ids.length > 0, { title: sortedNames(ids, drafting) });
}

/** The purchase as cards name it; undefined once the purchase is nowhere to be found. */
export function aboutOf({ purchase: id }: Draft, { language, dependencies }: Drafting) {
  const row = purchaseIndex(dependencies.store).row(id);
  if (!row) return undefined;
  const [product, purchaser] = [shortName(row.productName), shortName(purchaserOf(row, { language }))];
  return { purchase: row.purchase, product, purchaser, line: [product, purchaser, id].join(' · ') };
}

export type About = NonNullable<ReturnType<typeof aboutOf>>;

/** The holders of a purchase's SKU; undefined where they were never read. */
export function holdersOfSku({ sku }: Pick<Purchase, 'sku'>, store: Reader): readonly string[] | undefined {
  return store.get('holdings', sku)?.holders;
}
