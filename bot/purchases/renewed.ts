/**
 * Microsoft may list a subscription under a new id once it has renewed. It stays the same purchase, with its number and all that
 * people decided about it; where it could be the renewal of several, or several could be its own, it is a purchase of its own.
 */
import type { Purchase, Takeover } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import { grouped } from '../core/grouped.ts';
import type { SubscriptionFacts } from '../microsoft/commerce.ts';
import { isLive } from './live.ts';

const dayMs = 86_400_000;
/** Between the day that one ends and the day that the next begins. */
const mostDaysApart = 3;

/** States of a takeover in which its purchase is being ended, or has been. */
const endings: ReadonlySet<Takeover['state']> = new Set(['running', 'waiting', 'done']);

/** What comes after it was bought anew. */
export function endsByTakeover({ id }: Purchase, reader: Pick<Reader, 'all'>): boolean {
  return [...reader.all('takeovers')].some(({ purchase, state }) => purchase.id === id && endings.has(state));
}

interface Listing {
  /** Under ids that are new. */
  young: readonly SubscriptionFacts[];
  /** Known under ids that Microsoft no longer lists, or lists as deleted. */
  missing: readonly Purchase[];
  deleted: readonly Purchase[];
  /** Whether somebody has seen to it that it ends: what comes after it is another then. */
  isEnded: (purchase: Purchase) => boolean;
}

/** By the new id, the purchase that it is. */
export function renewals({ young, missing, deleted, isEnded }: Listing): Map<string, Purchase> {
  const found = pairs(young, [...missing, ...deleted], byCommerceId);
  const known = new Set(found.values());
  const others = pairs(
    young.filter(({ subscription }) => !found.has(subscription)),
    missing.filter((purchase) => !known.has(purchase) && isLive(purchase) && !isEnded(purchase)),
    byDates,
  );
  return new Map([...found, ...others]);
}

/** What both must have in common, null where that says nothing; and what else must be so. */
interface Likeness {
  ofFacts: (facts: SubscriptionFacts) => string | null;
  ofPurchase: (purchase: Purchase) => string | null;
  fits: (facts: SubscriptionFacts, purchase: Purchase) => boolean;
}

const byCommerceId: Likeness = {
  ofFacts: ({ commerceId }) => commerceId?.toLowerCase() ?? null,
  ofPurchase: ({ commerceId }) => commerceId?.toLowerCase() ?? null,
  fits: () => true,
};

/** The same product of the same person, which begins when the other ends, or began when the other did. */
const byDates: Likeness = {
  ofFacts: ({ sku, ownerId, ownerIsUser }) => (ownerId !== null && ownerIsUser ? `${sku} ${ownerId}` : null),
  ofPurchase: ({ sku, purchaser }) => purchaser && `${sku} ${purchaser}`,
  fits: ({ createdAt }, purchase) => beginsAsItEnds(createdAt, purchase),
};

/** It begins when the other ends, or began when the other did. */
export function beginsAsItEnds(createdAt: string | null, { createdAt: began, nextAt }: Purchase): boolean {
  const day = createdAt?.slice(0, 10);
  return day !== undefined && (day === began || (nextAt !== null && daysBetween(day, nextAt) <= mostDaysApart));
}

/** Only where each has no other that fits. */
function pairs(
  young: readonly SubscriptionFacts[],
  purchases: readonly Purchase[],
  { ofFacts, ofPurchase, fits }: Likeness,
): Map<string, Purchase> {
  const [facts, known] = [grouped(young, ofFacts), grouped(purchases, ofPurchase)];
  const found = new Map<string, Purchase>();
  for (const [key, alike] of facts)
    for (const each of alike) {
      const [purchase, ...more] = (known.get(key) ?? []).filter((other) => fits(each, other));
      if (!purchase || more.length > 0 || alike.some((other) => other !== each && fits(other, purchase))) continue;
      found.set(each.subscription, purchase);
    }
  return found;
}

function daysBetween(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / dayMs;
}
