/** Leafing through a long list: which page this is, and the buttons to those beside it. */
import type { Button } from '../../cards/card.ts';
import type { CommandName } from '../language/translation.ts';
import { type Context, press } from './command.ts';

interface Place {
  page: number;
  pages: number;
}

/** "Page 2 of 7"; undefined where there is only one. */
export function pageLine({ page, pages }: Place, { language: { t, format } }: Context): string | undefined {
  return pages > 1 ? t('purchases.page', { page: format.number(page), pages: format.number(pages) }) : undefined;
}

/** Told to people who asked for a page past the last. */
export function pastEnd({ page }: Place, asked: number | undefined, { language: { t, format } }: Context): string[] {
  const isPast = asked !== undefined && asked > page;
  return isPast ? [t('purchases.pastEnd', { asked: format.number(asked), page: format.number(page) })] : [];
}

/** @param same what shows this list again */
export function pageButtons(
  { page, pages }: Place,
  { verb, same = {} }: { verb: CommandName; same?: Button['data'] },
  { language: { t } }: Context,
): Button[] {
  return [
    ...(page > 1 ? [press(t('button.previous'), verb, { ...same, page: page - 1 })] : []),
    ...(page < pages ? [press(t('button.next'), verb, { ...same, page: page + 1 })] : []),
  ];
}
