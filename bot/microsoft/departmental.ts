/** SKUs that Microsoft made for people who buy for themselves and their department. */
import { unaccent } from '../language/fold.ts';

/**
 * Whether a part number is that of a departmental SKU: it ends in "Dept", or says "for Departments" (Microsoft's licensing
 * reference lists nine). Its seats can't be assigned or removed one by one: by Microsoft's licensing engineers, `assignLicense`
 * has never worked for them, whoever owns the subscription. A seat ends with its subscription.
 */
export function isDepartmental(part: string): boolean {
  return /_dept$|for_departments/i.test(part);
}

/** Microsoft sells some products to people under a SKU of its own, whose name is the other's with a suffix. */
export function isNamesake(one: string, other: string): boolean {
  const plain = (name: string): string => unaccent(name).replace(/ (dept|\(for departments?\))$/, '');
  return plain(one) === plain(other);
}
