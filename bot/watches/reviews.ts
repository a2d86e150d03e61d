/** What was kept until today is put to its owner and to the chats with alerts, and again each week until somebody answers. */
import { idOf, noticeOf, notify, showNotice, subscribers } from '../../store/notices.ts';
import type { Kept, Notice, Purchase } from '../../store/records.ts';
import type { Reader, Store, Transaction } from '../../store/store.ts';
import { keptPurchases } from '../purchases/keep.ts';
import { inReview } from '../purchases/purchase-index.ts';

const everyMs = 7 * 86_400_000;

/** How often it was asked since its day: 0 on the day itself. */
export function roundOf(until: Kept['until'], now: Date): number {
  return Math.floor((now.getTime() - Date.parse(until)) / everyMs);
}

/** @returns when there is something to ask next */
export async function lookAtReviews(store: Store, now: Date): Promise<number> {
  const kept = keptPurchases(store);
  const due = kept.filter((purchase) => inReview(purchase, now));
  if (due.some((purchase) => asksOf(store, purchase, now).some(({ isNew }) => isNew)))
    await store.transact((tx) => {
      for (const purchase of due) for (const each of asksOf(tx, purchase, now)) if (each.isNew) ask(tx, each, now);
    });
  return Math.min(Number.POSITIVE_INFINITY, ...kept.map((purchase) => nextOf(purchase, now)));
}

function nextOf({ decision }: Purchase, now: Date): number {
  if (decision?.kind !== 'kept') return Number.POSITIVE_INFINITY;
  const first = Date.parse(decision.until);
  return first > now.getTime() ? first : first + (roundOf(decision.until, now) + 1) * everyMs;
}

/** One purchase put to one of its readers. */
interface Asking {
  to: Notice['to'];
  purchase: Purchase['id'];
  until: Kept['until'];
  round: number;
  isNew: boolean;
}

/** Purchases of one day are put to a reader on one card. */
function keyOf({ until, round, to }: Pick<Asking, 'until' | 'round' | 'to'>): string {
  return `review ${until} ${round} ${idOf(to)}`;
}

function asksOf(reader: Reader, { id, decision }: Purchase, now: Date): Asking[] {
  if (decision?.kind !== 'kept') return [];
  const { by, until } = decision;
  const round = roundOf(until, now);
  const chats = subscribers(reader, 'alerts');
  const readers = chats.some((to) => idOf(to) === by) ? chats : [{ person: by }, ...chats];
  return readers.map((to) => {
    const isNew = !askedIn(reader, { to, until, round }).includes(id);
    return { to, purchase: id, until, round, isNew };
  });
}

function askedIn(reader: Reader, about: Parameters<typeof keyOf>[0]): readonly string[] {
  const saying = noticeOf(reader, keyOf(about))?.saying;
  return saying?.card === 'review' ? saying.purchases : [];
}

function ask(tx: Transaction, { to, purchase, until, round }: Asking, now: Date): void {
  const purchases = [...askedIn(tx, { to, until, round }), purchase];
  const saying = { card: 'review', purchases, until, round } as const;
  notify(tx, { key: keyOf({ to, until, round }), to, saying, purchases }, now);
  if (round > 0) showNotice(tx, keyOf({ to, until, round: round - 1 }), now);
}
