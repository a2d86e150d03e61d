/**
 * A purchase that may be the renewal of another, where Microsoft gave it a new id and several would fit: it stands as a purchase
 * of its own, and the cards of both say so.
 */
import type { Line, Section } from '../../cards/report.ts';
import type { Purchase } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import { type Context, press } from '../core/command.ts';
import { byPurchaser, isLive } from './live.ts';
import { beginsAsItEnds, endsByTakeover } from './renewed.ts';

interface Kin {
  /** It may go on as one of these. */
  after: readonly Purchase[];
  /** It may go on from one of these. */
  before: readonly Purchase[];
}

/** Of the same product and person: those not listed any more, and those that began as these ended. */
export function maybeRenewed(purchase: Purchase, store: Pick<Reader, 'all' | 'revision'>): Kin {
  const none = { after: [], before: [] };
  if (!purchase.purchaser) return none;
  const theirs = byPurchaser(store).get(purchase.purchaser) ?? [];
  const alike = theirs.filter(({ id, sku }) => id !== purchase.id && sku === purchase.sku);
  const follows = (young: Purchase, old: Purchase): boolean => mayFollow(young, old) && !endsByTakeover(old, store);
  if (purchase.absent) return { ...none, after: alike.filter((other) => follows(other, purchase)) };
  return { ...none, before: alike.filter((other) => follows(purchase, other)) };
}

function mayFollow(young: Purchase, old: Purchase): boolean {
  return (
    isLive(young) &&
    !young.absent &&
    old.absent !== null &&
    old.status !== 'Deleted' &&
    young.firstSeenAt >= old.absent.since &&
    beginsAsItEnds(young.createdAt, old)
  );
}

/** A few are named; more than one person’s few purchases of one product are hardly ever in doubt. */
const mostNamed = 3;

export function renewalSections(purchase: Purchase, { language: { t }, dependencies: { store } }: Context): Section[] {
  const { after, before } = maybeRenewed(purchase, store);
  const lineOf =
    (text: 'purchase.mayGoOnAs' | 'purchase.mayGoOnFrom') =>
    ({ id }: Purchase): Line => ({
      title: t(text, { id }),
      press: press(`${t('button.open')} ${id}`, 'purchase', { purchase: id }),
    });
  const lines = [
    ...after.slice(0, mostNamed).map(lineOf('purchase.mayGoOnAs')),
    ...before.slice(0, mostNamed).map(lineOf('purchase.mayGoOnFrom')),
  ];
  return lines.length > 0 ? [{ lines }] : [];
}
