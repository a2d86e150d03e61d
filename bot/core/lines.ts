/** Lines of a card that lists several things. */
import { shorten } from '../../cards/card.ts';
import type { Line } from '../../cards/report.ts';
import type { Language } from '../language/index.ts';

/** More of them are counted, not listed: an alert is read on a phone. */
export const mostListed = 6;

/** @param lineOf undefined for one there is nothing to say of */
export function listed<T>(all: readonly T[], lineOf: (each: T) => Line | undefined, { t }: Language): Line[] {
  const lines = all.slice(0, mostListed).flatMap((each) => lineOf(each) ?? []);
  const more = all.length - mostListed;
  return more > 0 ? [...lines, { title: t('notice.more', { count: more }) }] : lines;
}

/** Graph gives a name up to 256 characters; a line of a notice, or a sentence, has room for less. */
export function shortName(name: string): string {
  return shorten(name, 80);
}
