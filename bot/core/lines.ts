/** Lines of a card that lists several things. */
import { shorten } from '../../cards/card.ts';
import type { Line } from '../../cards/report.ts';
import { when } from '../../cards/when.ts';
import type { Language } from '../language/index.ts';

/** More of them are counted, not listed: an alert is read on a phone. */
export const mostListed = 6;

/** @param lineOf undefined for one there is nothing to say of */
export function listed<T>(all: readonly T[], lineOf: (each: T) => Line | undefined, { t }: Language): Line[] {
  const lines = all.slice(0, mostListed).flatMap((each) => lineOf(each) ?? []);
  const more = all.length - mostListed;
  return more > 0 ? [...lines, { title: t('notice.more', { count: more }) }] : lines;
}

/**
 * "Adele Vance, Lee Gu and 3 others", as a sentence names them.
 *
 * @param most so many by name; the rest are counted
 * @param counted how: as others of any kind, or as people
 */
export function listedNames(
  all: readonly string[],
  { most, counted = 'status.others' }: { most: number; counted?: 'status.others' | 'purchase.more' },
  { t, format }: Pick<Language, 't' | 'format'>,
): string {
  const more = all.length - most;
  return format.list([...all.slice(0, most), ...when(more > 0, t(counted, { count: more }))]);
}

/** Graph gives a name up to 256 characters; a line of a notice, or a sentence, has room for less. */
export function shortName(name: string): string {
  return shorten(name, 80);
}
