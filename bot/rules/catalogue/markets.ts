/**
 * Where self-service purchase is not available at all, whatever the rules say; kept for the command `can-buy`. Source:
 * Microsoft's "Self-service purchase FAQ", "Who can make a self-service purchase?" and "In which markets"; the French text
 * names "République yougoslave du Congo", a mistranslation of the Democratic Republic of the Congo.
 */
import type { Rule } from '../../../store/records.ts';
import { knownProduct } from './products.ts';

export type Sector = 'government' | 'education';

interface Exclusion {
  /** A kind of organisation, or a country by its ISO 3166 code. */
  of: { sector: Sector } | { country: string };
  /** The ids of the products it is about; without them, it is about every product. */
  products?: readonly string[];
}

/** Planner Plan 1 is what Project Plan 1 is called now. */
const projectAndVisio = ['CFQ7TTC0HDB1', 'CFQ7TTC0HDB0', 'CFQ7TTC0HD33', 'CFQ7TTC0HD32'];

const exclusions: readonly Exclusion[] = [
  { of: { sector: 'government' } },
  { of: { sector: 'education' } },
  { of: { country: 'IN' } },
  { of: { country: 'BR' }, products: projectAndVisio },
  { of: { country: 'CD' }, products: projectAndVisio },
];

/** What is known of an organisation; null if it is not known. */
interface Market {
  country: string | null;
  sector: Sector | null;
}

/** The published reason why nobody there can buy it; undefined if there is none. */
export function exclusionOf(rule: Pick<Rule, 'id' | 'surface'>, { country, sector }: Market): Exclusion | undefined {
  if (rule.surface === 'switch') return undefined;
  const id = knownProduct(rule)?.id;
  return exclusions.find(({ of, products }) => {
    const isThere = 'sector' in of ? of.sector === sector : of.country === country?.toUpperCase();
    return isThere && (!products || (id !== undefined && products.includes(id)));
  });
}
