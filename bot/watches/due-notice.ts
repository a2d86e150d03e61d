/** What is due, in one card a day: each purchase as it is now, under what is told of it. */
import type { Button } from '../../cards/card.ts';
import { report, type Section } from '../../cards/report.ts';
import { type DueKind, dueKinds, type Saying } from '../../store/records.ts';
import { press } from '../core/command.ts';
import { listed, shortName } from '../core/lines.ts';
import type { CardOf, NoticeKind, Shown } from '../core/notice.ts';
import { decidingButtons } from '../purchases/notices/deciding.ts';
import { lineOf, readsWhoLeft } from '../purchases/notices/purchase-lines.ts';
import { purchaseIndex, type Row } from '../purchases/purchase-index.ts';

type Item = Extract<Saying, { card: 'due' }>['items'][number];

const card: CardOf<'due'> = ({ day, items }, shown) => {
  const { language, dependencies } = shown;
  const { t, format, words } = language;
  const index = purchaseIndex(dependencies.store);
  const rows = items.flatMap((item) => {
    const row = index.row(item.purchase);
    return row ? [{ item, row }] : [];
  });
  const [first] = rows;
  if (!first) return undefined;
  const count = new Set(rows.map(({ row }) => row.purchase.id)).size;
  const title = t('due.title', { count });
  const names = { product: shortName(first.row.productName), date: dateOf(first.row, shown) };
  return report({
    title,
    subtitle: format.date(day),
    sections: dueKinds.flatMap((kind) => sectionOf(kind, rows, shown)),
    notes: [t('due.stop', { command: stopping(words) })],
    buttons: count === 1 ? decidingButtons(first.row, shown) : several(shown),
    summary: count === 1 ? t(`due.summary.${first.item.kind}`, names) : title,
    fallback: t('fallback', { command: words.commands.purchases.names[0] }),
  });
};

export const due: NoticeKind<'due'> = { card, urgency: 2, topic: 'renewals', audience: ['viewer'] };

/** "notify off renewals" */
function stopping({ commands, valueWords }: Shown['language']['words']): string {
  return [commands.notify.names[0], valueWords.switch.off[0], valueWords.topic.renewals[0]].join(' ');
}

interface Told {
  item: Item;
  row: Row;
}

function sectionOf(kind: DueKind, all: readonly Told[], shown: Shown): Section[] {
  const some = all.filter(({ item }) => item.kind === kind);
  if (some.length === 0) return [];
  const { language } = shown;
  const heading = language.t(kind === 'left' && !readsWhoLeft(shown) ? 'due.heading.ownerless' : `due.heading.${kind}`);
  return [{ heading, lines: listed(some, ({ item, row }) => lineOf(row, shown, whenOf(item, row, shown)), language) }];
}

const isDated: ReadonlySet<DueKind> = new Set(['trial', 'due', 'left', 'renewed', 'paid']);

function whenOf({ kind, days }: Item, row: Row, shown: Shown): string {
  const { t } = shown.language;
  const date = dateOf(row, shown);
  if (!isDated.has(kind) || date === '') return '';
  if (kind === 'renewed' || kind === 'paid') return t('due.until', { date });
  return days === null ? t('due.next', { date }) : t('due.on', { date, count: days });
}

function dateOf({ purchase: { nextAt } }: Row, { language: { format } }: Shown): string {
  return nextAt === null ? '' : format.date(nextAt);
}

function several({ language: { t } }: Shown): Button[] {
  return [press(t('button.listPurchases'), 'purchases', { expires: '30' })];
}
