/** What state a purchase is in, as badges: the list and the card of one show the same. */
import type { Badge } from '../../cards/badge.ts';
import { when } from '../../cards/when.ts';
import type { Context } from '../core/command.ts';
import { noticesAbout } from '../core/delivery-history.ts';
import { hasLeft, inHand, inReview, isLive, keptNow, type Row } from './purchase-index.ts';
import { statusOf } from './wording.ts';

/** Seven days: soon enough to say so in colour. */
export const urgentDays = 7;

/** The most urgent first. */
export function stateBadges(row: Row, context: Context): Badge[] {
  const { purchase } = row;
  const { t } = context.language;
  if (!isLive(purchase)) return statusBadges(row, context);
  return [
    ...dueBadges(row, context),
    ...statusBadges(row, context),
    ...when(hasLeft(row), { text: t('purchases.badge.left'), tone: 'attention', icon: 'PersonDelete' } as const),
    ...when(isObjectedTo(row, context), {
      text: t('purchases.badge.objects'),
      tone: 'attention',
      icon: 'Prohibited',
    } as const),
    ...decisionBadges(row, context),
  ];
}

/** Within days: then how far off it is says more than the date. What is kept is nobody's to hurry for. */
export function isDueSoon(purchase: Row['purchase'], { language: { format }, now }: Context): boolean {
  const { nextAt, absent } = purchase;
  if (nextAt === null || absent || keptNow(purchase, now)) return false;
  return format.daysUntil(nextAt, now) < urgentDays;
}

function dueBadges({ purchase }: Row, context: Context): Badge[] {
  const { nextAt, trial } = purchase;
  const { t, format } = context.language;
  if (nextAt === null || !isDueSoon(purchase, context))
    return trial ? [{ text: t('purchases.badge.trial'), tone: 'warning' }] : [];
  const text = trial ? 'purchases.badge.trialEnds' : 'purchases.badge.due';
  return [{ text: t(text, { when: format.relative(nextAt, context.now) }), tone: 'attention', icon: 'CalendarClock' }];
}

const tones = {
  Enabled: 'good',
  Warning: 'warning',
  Suspended: 'attention',
  LockedOut: 'attention',
  Expired: 'warning',
  Deleted: 'neutral',
  Unknown: 'neutral',
} as const;

/** What runs as it should says nothing of it. */
function statusBadges({ purchase }: Row, context: Context): Badge[] {
  const { t, format } = context.language;
  const { absent, status } = purchase;
  if (absent?.gone) return [{ text: t('purchases.badge.gone'), tone: 'neutral' }];
  if (absent) return [{ text: t('purchases.badge.notVisible', { date: format.date(absent.since) }), tone: 'warning' }];
  if (status === 'Enabled') return [];
  const text = statusOf(purchase, context);
  return text ? [{ text, tone: tones[status] }] : [];
}

/** People who may read every purchase read whether somebody objects; never who, and never their words. */
function isObjectedTo({ purchase }: Row, { speaker, dependencies: { store } }: Context): boolean {
  if (!speaker.roles.has('viewer')) return false;
  return noticesAbout(store, purchase.id).some(({ answer }) => answer?.what === 'objected');
}

function decisionBadges({ purchase }: Row, { language: { t, format }, now }: Context): Badge[] {
  if (inReview(purchase, now)) return [{ text: t('purchases.badge.review'), tone: 'warning', icon: 'CalendarClock' }];
  const decision = inHand(purchase, now);
  if (!decision) return [];
  const who = initials(decision.name);
  if (decision.kind === 'takeover')
    return [{ text: t('purchases.badge.takeover', { id: decision.takeover }), tone: 'informative' }];
  if (decision.kind === 'kept')
    return [{ text: t('purchases.badge.kept', { date: format.date(decision.until) }), tone: 'good' }];
  return [{ text: t(`purchases.badge.${decision.kind}`, { who }), tone: 'informative' }];
}

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** "Alex Wilber" → "AW". */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const [first, last] = [words.at(0), words.length > 1 ? words.at(-1) : undefined];
  const begins = [first, last].map((word = '') => [...characters.segment(word)].at(0)?.segment ?? '');
  return begins.join('').toLocaleUpperCase() || name;
}
