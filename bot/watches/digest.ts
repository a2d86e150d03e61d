/** What a digest tells: what is due, what is new since the last, what waits, and what changed outside Purser. Pure. */
import type { AuditAction, Entry, Purchase, Saying } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import { isFree } from '../purchases/free-products.ts';
import { keptPurchases } from '../purchases/live.ts';
import { inReview, isLive, purchaseIndex, type Row } from '../purchases/purchase-index.ts';
import { isQuiet } from './due.ts';

export type Digest = Omit<Extract<Saying, { card: 'digest' }>, 'card'>;

/** As far ahead as the next digests don't reach. */
const dueDays = { daily: 7, weekly: 14 } as const;

const dayMs = 86_400_000;

interface Period {
  today: string;
  /** The day of the last one, or of the one there would have been. */
  since: string;
  every: keyof typeof dueDays;
  now: Date;
  /** Of which purchases the chat wants to hear. */
  isHeard: (purchase: Purchase) => boolean;
}

export function digestOf(store: Reader, { today, since, every, now, isHeard }: Period): Digest {
  const rows = purchaseIndex(store)
    .sorted('next', 'self-service', now)
    .filter(({ purchase }) => isHeard(purchase));
  const until = new Date(Date.parse(today) + dueDays[every] * dayMs).toISOString().slice(0, 10);
  // What stood at the first reading appeared to nobody.
  const appeared = new Set(entriesSince(store, since, 'appeared').map(({ purchase }) => purchase));
  const isDue = ({ purchase: { nextAt } }: Row): boolean => nextAt !== null && nextAt >= today && nextAt <= until;
  return {
    day: today,
    since,
    due: idsOf(rows.filter((row) => isDue(row) && !isQuiet(row, now))),
    fresh: idsOf(rows.filter((row) => appeared.has(row.purchase.id) && isLive(row.purchase) && !isFree(row))),
    outside: changedOutside(store, since),
    waiting: { requests: toDecide(store), reviews: keptPurchases(store).filter((each) => inReview(each, now)).length },
  };
}

/** On a quiet day nobody is written to. */
export function isEmpty({ due, fresh, outside, waiting }: Digest): boolean {
  return due.length + fresh.length + outside.length + waiting.requests + waiting.reviews === 0;
}

function idsOf(rows: readonly Row[]): string[] {
  return rows.map(({ purchase }) => purchase.id);
}

/** By name, each once. */
function changedOutside(store: Pick<Reader, 'all'>, since: string): string[] {
  return [...new Set(entriesSince(store, since, 'rule-found').flatMap(({ product }) => product ?? []))];
}

function entriesSince(store: Pick<Reader, 'all'>, since: string, what: AuditAction): Entry[] {
  return [...store.all('audit')].filter(({ action, at }) => action === what && at >= since);
}

function toDecide(store: Pick<Reader, 'all'>): number {
  const isPending = ({ state }: { state: string }): boolean => state === 'pending';
  return [...store.all('takeovers'), ...store.all('requests'), ...store.all('orders')].filter(isPending).length;
}
