/** What is due, in one card a day: each purchase as it is now, under what is told of it. */
import type { Button } from '../../cards/card.ts';
import { type Line, report, type Section } from '../../cards/report.ts';
import type { DueKind, Saying } from '../../store/records.ts';
import { dueKinds } from '../../store/records.ts';
import { press } from '../core/command.ts';
import { listed, shortName } from '../core/lines.ts';
import type { CardOf, NoticeKind, Shown } from '../core/notice.ts';
import { decidingInNotice } from '../purchases/notices/new-purchases.ts';
import { lineOf, namesOf } from '../purchases/notices/purchase-lines.ts';
import { purchaseIndex, type Row } from '../purchases/purchase-index.ts';
import { seatsOf } from '../purchases/wording.ts';

type Item = Extract<Saying, { card: 'due' }>['items'][number];

const card: CardOf<'due'> = ({ day, items }, shown) => {
  const { language, dependencies } = shown;
  const { t, format, words } = language;
  const index = purchaseIndex(dependencies.store);
  const rows = items.flatMap((item) => {
    const row = index.row(item.purchase);
    return row ? [{ item, row }] : [];
  });
  const [only, ...others] = rows;
  if (!only) return undefined;
  const title = t('due.title', { count: rows.length });
  return report({
    title,
    subtitle: format.date(day),
    sections: dueKinds.flatMap((kind) => sectionOf(kind, rows, shown)),
    notes: [t('due.stop', { command: stopping(words) })],
    buttons: others.length === 0 ? decidingInNotice(only.row, shown) : several(shown),
    summary:
      others.length === 0
        ? t(`due.summary.${only.item.kind}`, {
            product: shortName(only.row.productName),
            date: dateOf(only.row, shown),
          })
        : title,
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
  const isOpenTo = 'person' in shown.notice.to && shown.roles.has('admin');
  const heading = language.t(kind === 'left' && !isOpenTo ? 'due.heading.ownerless' : `due.heading.${kind}`);
  const gone = new Set(all.filter(({ item }) => item.kind === 'left').map(({ item }) => item.purchase));
  const isNamed = ({ item }: Told): boolean => isOpenTo || !gone.has(item.purchase);
  return [{ heading, lines: listed(some, (each) => lineIn(each, isNamed(each), shown), language) }];
}

/** That somebody has left may tell of a dismissal: only an admin reads their name, in their own chat. */
function lineIn({ item, row }: Told, isNamed: boolean, shown: Shown): Line {
  const { language } = shown;
  const { t } = language;
  const { purchaser } = namesOf(row, { language });
  const line = lineOf(row, shown);
  const { quantity, id } = row.purchase;
  const parts = [isNamed && purchaser, whenOf(item, row, shown), seatsOf(quantity, shown), id];
  const title = shortName(row.productName);
  const open = press(
    isNamed ? `${t('button.open')} ${title} ${purchaser}` : `${t('button.open')} ${title}`,
    'purchase',
    {
      purchase: id,
    },
  );
  return { ...line, text: parts.filter(Boolean).join(' · '), press: open };
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
