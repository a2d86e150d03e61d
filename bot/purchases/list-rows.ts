/** What the list of purchases says at its head and in each row: what matters first, and nothing that nobody needs. */
import type { Bar } from '../../cards/badge.ts';
import { shorten } from '../../cards/card.ts';
import type { Row as ListRow } from '../../cards/list.ts';
import { present, when } from '../../cards/when.ts';
import type { Purchase } from '../../store/records.ts';
import { type Context, press } from '../core/command.ts';
import { dayAhead } from '../language/days.ts';
import { hasLeft, isLive, type Row } from './purchase-index.ts';
import { isDueSoon, stateBadges, urgentDays } from './state-badges.ts';
import { noDateOf, purchaserName, purchaserOf } from './wording.ts';

/** A month ahead, as people plan. */
const soonDays = 30;

/** "6 due in 30 days", "2 buyers left": what there is of it. No price is known, so none is said. */
export function headline(rows: readonly Row[], context: Context): string[] {
  const { t, format } = context.language;
  // Days are compared as texts: a list may have 100,000 rows.
  const soon = dayAhead(soonDays, context.now, format);
  const due = rows.filter(({ purchase }) => isDue(purchase) && purchase.nextAt <= soon).length;
  const left = new Set(rows.filter(hasLeft).map(({ purchase }) => purchase.purchaser)).size;
  return [
    ...when(due > 0, t('purchases.dueSoon', { count: due })),
    ...when(left > 0, t('purchases.buyersLeft', { count: left })),
  ];
}

function isDue(purchase: Purchase): purchase is Purchase & { nextAt: string } {
  return isLive(purchase) && !purchase.absent && purchase.nextAt !== null;
}

/** Where it isn't due at all, for ever. */
function daysLeft({ purchase }: Row, { language: { format }, now }: Context): number {
  return isDue(purchase) ? format.daysUntil(purchase.nextAt, now) : Number.POSITIVE_INFINITY;
}

/** Products with a part of the bar of their own. */
const mostParts = 3;
/** Fewer are counted at a glance. */
const fewest = 6;

/** How many of which product; nothing where that would say nothing. */
export function barOf(rows: readonly Row[], { language: { t, format } }: Pick<Context, 'language'>): Bar | undefined {
  const counts = new Map<string, number>();
  for (const { productName } of rows) counts.set(productName, (counts.get(productName) ?? 0) + 1);
  if (rows.length < fewest || counts.size < 2) return undefined;
  const products = [...counts].sort(([a, many], [b, more]) => more - many || format.compare(a, b));
  const others = products.slice(mostParts).reduce((sum, [, count]) => sum + count, 0);
  const parts = [...products.slice(0, mostParts), ...when(others > 0, [t('purchases.otherProducts'), others] as const)];
  return {
    title: t('purchases.byProduct'),
    parts: parts.map(([label, value]) => ({ label, value, shown: format.number(value) })),
  };
}

/** How a page reads. */
interface Manner {
  /** The list holds purchases of several kinds, so each row says its own. */
  isMixed: boolean;
  /** The rows stand in the order of their dates. */
  isGrouped: boolean;
  /** All of it is the reader's own. */
  isOwn: boolean;
}

/** A line and a half: product and seats; who, when and which; its state. */
export function rowOf(row: Row, { isMixed, isGrouped, isOwn }: Manner, context: Context): ListRow {
  const { purchase } = row;
  const { t, format } = context.language;
  return {
    group: isGrouped ? t(`purchases.group.${groupOf(row, context)}`) : undefined,
    title: row.productName,
    beside: purchase.quantity === null ? `· ${t('purchases.seatsUnknown')}` : `× ${format.number(purchase.quantity)}`,
    subtitle: present(
      !isOwn && shorten(purchaserName(row, context), longestName),
      dateOf(row, isGrouped, context),
    ).join(' · '),
    badges: stateBadges(row, context),
    ...(isMixed && !isOwn && { detail: kindOf(purchase, context) }),
    small: purchase.id,
    // A screen reader reads this for the row; ten times "Open" would say nothing.
    open: press(
      present(t('button.open'), row.productName, purchaserOf(row, context), purchase.id).join(' '),
      'purchase',
      {
        purchase: purchase.id,
      },
    ),
  };
}

/** An address in a name can't be broken, and a phone's line has no more. */
const longestName = 42;

function groupOf(row: Row, context: Context): 'week' | 'month' | 'later' | 'ended' {
  if (!isLive(row.purchase)) return 'ended';
  const days = daysLeft(row, context);
  if (days < urgentDays) return 'week';
  return days <= soonDays ? 'month' : 'later';
}

/** Nothing where Microsoft no longer shows it, it has ended or is due within days: its state says so. Under a heading of dates the date is enough. */
function dateOf({ purchase }: Row, isGrouped: boolean, context: Context): string {
  if (!isLive(purchase) || purchase.absent || isDueSoon(purchase, context)) return '';
  const { nextAt, trial } = purchase;
  const { t, format } = context.language;
  if (!nextAt) return t(noDateOf(purchase) === 'purchase.endless' ? 'purchase.endless' : 'purchases.noDate');
  const date = format.date(nextAt);
  if (isGrouped) return date;
  return t(trial ? 'purchases.trialEndsOn' : 'purchases.dueOn', { date });
}

/** That somebody probably bought it for themselves is what most are: only the rest says what it is. */
function kindOf({ kind: of, sure }: Row['purchase'], { language: { t } }: Context): string {
  if (of === 'self-service' && sure !== 'unsure') return '';
  const kind = t(`kind.${of}`);
  return of === 'self-service' ? t('purchase.unsure', { kind }) : kind;
}
