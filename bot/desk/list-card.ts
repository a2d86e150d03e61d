/** Several purchases of one's own, or none. */
import type { Card } from '../../cards/card.ts';
import { list, pageOf } from '../../cards/list.ts';
import { report } from '../../cards/report.ts';
import { when } from '../../cards/when.ts';
import { type Context, press } from '../core/command.ts';
import { ageNote, dataAge } from '../core/freshness.ts';
import { pageButtons, pageLine, pastEnd } from '../core/paging.ts';
import { rowOf } from '../purchases/list-rows.ts';
import { isLive, type Row } from '../purchases/purchase-index.ts';

/** What runs comes first, soonest first; what has ended stands under a heading of its own. */
export function listCard(
  rows: readonly Row[],
  { page: asked, words: sought }: { page: number | undefined; words: string | undefined },
  context: Context,
): Card {
  const { t, words } = context.language;
  const place = pageOf(rows, asked);
  const same = sought ? { words: sought } : {};
  const running = rows.filter(({ purchase }) => isLive(purchase)).length;
  const manner = { isMixed: false, isGrouped: true, isOwn: true };
  return list({
    title: t('mine.title'),
    subtitle: [t('mine.count', { count: running }), dataAge(context)].join(' · '),
    remarks: [t('mine.pick'), ...pastEnd(place, asked, context)],
    rows: place.shown.map((row) => {
      const shown = rowOf(row, manner, context);
      return { ...shown, open: press(shown.open.title, 'mine', { purchase: row.purchase.id }) };
    }),
    empty: t('mine.none'),
    pageOf: pageLine(place, context),
    notes: [t('mine.priceNote'), ...ageNote(context)],
    buttons: [
      ...pageButtons(place, { verb: 'mine', same }, context),
      ...when(place.pages === 1, press(t('button.refresh'), 'mine', same)),
      press(t('faq.short.who-pays'), 'faq', { words: 'who-pays' }),
    ],
    summary: t('mine.count', { count: running }),
    fallback: t('fallback', { command: words.commands.mine.names[0] }),
  });
}

/** Before the first reading of Microsoft nobody can know. */
export function nothingBought(context: Context): Card {
  const { t, words } = context.language;
  const isRead = Boolean(context.dependencies.store.get('parts', 'subscriptions')?.goodAt);
  return report({
    icon: 'Cart',
    title: t('mine.title'),
    subtitle: dataAge(context),
    paragraphs: [t(isRead ? 'mine.none' : 'mine.noneYet'), ...when(isRead, t('mine.noneWhat'))],
    notes: ageNote(context),
    buttons: [press(t('canBuy.request'), 'request', { form: 'form' }), press(t('mine.questions'), 'faq')],
    summary: t(isRead ? 'mine.none' : 'mine.noneYet'),
    fallback: t('fallback', { command: words.commands.mine.names[0] }),
  });
}
