/** Whether somebody may buy a product themselves, by what Microsoft's documents say [47–51, 53] and the organisation's rule [17, N1]. Pure. */
import type { Product, Rule } from '../../store/records.ts';
import { exclusionOf, type Sector } from '../rules/catalogue/markets.ts';
import { knownProduct } from '../rules/catalogue/products.ts';

export type Verdict = 'yes' | 'trials' | 'no' | 'unsure';

export interface Buyer {
  guest: boolean;
  enabled: boolean;
  /** By its ISO code; null where Microsoft tells none. */
  country: string | null;
}

export function verdictOf(rule: Rule, { guest, enabled, country }: Buyer, sector: Sector | null): Verdict {
  if (guest || !enabled || exclusionOf(rule, { country, sector })) return 'no';
  if (rule.goneAt) return 'unsure';
  if (rule.value === 'Enabled') return 'yes';
  return rule.value === 'Disabled' || !mayBeTried(rule) ? 'no' : 'trials';
}

/** "Trials only" leaves something to try only where a trial asks for no card; of a product that is not known nobody can say. */
export function mayBeTried(rule: Rule): boolean {
  return knownProduct(rule)?.trialsWithoutPayment ?? true;
}

const signs: readonly [Sector, RegExp][] = [
  ['government', /(^|_)(GOV|USGOV|GCC)(_|$)/i],
  ['education', /(^|_)(FACULTY|STUDENTS?|EDU)(_|$)/i],
];

/** A product that Microsoft sells to such organisations alone. */
export function sectorIn(products: Iterable<Product>): { sector: Sector; product: string } | undefined {
  for (const { part, name } of products) {
    const sector = signs.find(([, sign]) => sign.test(part))?.[0];
    if (sector) return { sector, product: name };
  }
  return undefined;
}
