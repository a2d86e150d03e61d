/** What was kept until today is put to its owner and to the chats with alerts, and again each week until somebody answers. */
import { idOf, noticeOf, notify, showNotice, subscribers } from '../../store/notices.ts';
import type { Kept, Notice, Purchase, Saying } from '../../store/records.ts';
import type { Reader, Store, Transaction } from '../../store/store.ts';
import { grouped } from '../core/grouped.ts';
import { keptPurchases } from '../purchases/live.ts';
import { inReview } from '../purchases/purchase-index.ts';

const everyMs = 7 * 86_400_000;

/** How often it was asked since its day: 0 on the day itself. */
export function roundOf(until: Kept['until'], now: Date): number {
  return Math.floor((now.getTime() - Date.parse(until)) / everyMs);
}

/** @returns when there is something to ask next */
export async function lookAtReviews(store: Store, now: Date): Promise<number> {
  if (asksIn(store, now).length > 0)
    await store.transact((tx) => {
      for (const asking of asksIn(tx, now)) ask(tx, asking, now);
    });
  return Math.min(Number.POSITIVE_INFINITY, ...keptPurchases(store).map((purchase) => nextOf(purchase, now)));
}

function nextOf({ decision }: Purchase, now: Date): number {
  if (decision?.kind !== 'kept') return Number.POSITIVE_INFINITY;
  const first = Date.parse(decision.until);
  return first > now.getTime() ? first : first + (roundOf(decision.until, now) + 1) * everyMs;
}

/** The purchases of one day, put to one reader on one card. */
interface Asking {
  to: Notice['to'];
  until: Kept['until'];
  round: number;
  purchases: readonly Purchase['id'][];
}

function keyOf({ until, round, to }: Pick<Asking, 'until' | 'round' | 'to'>): string {
  return `review ${until} ${round} ${idOf(to)}`;
}

/** What somebody has not been asked yet. */
function asksIn(reader: Reader, now: Date): Asking[] {
  const chats = subscribers(reader, 'alerts');
  const due = keptPurchases(reader).filter((purchase) => inReview(purchase, now));
  return [...grouped(due, ({ decision }) => (decision?.kind === 'kept' ? decision.until : null))].flatMap(
    ([until, some]) => {
      const round = roundOf(until, now);
      return readersOf(some, chats)
        .map(({ to, purchases }) => {
          const before = askedIn(reader, { to, until, round });
          const fresh = purchases.filter((id) => !before.includes(id));
          return { to, until, round, purchases: [...before, ...fresh], isNew: fresh.length > 0 };
        })
        .filter(({ isNew }) => isNew);
    },
  );
}

/** All of them to each chat, and to each owner their own, unless that is one of the chats. */
function readersOf(
  some: readonly Purchase[],
  chats: readonly Notice['to'][],
): readonly Pick<Asking, 'to' | 'purchases'>[] {
  const told = new Set(chats.map(idOf));
  const owners = grouped(some, ({ decision }) => decision?.by ?? null);
  const ids = (purchases: readonly Purchase[]): string[] => purchases.map(({ id }) => id);
  return [
    ...[...owners]
      .filter(([person]) => !told.has(person))
      .map(([person, theirs]) => ({ to: { person }, purchases: ids(theirs) })),
    ...chats.map((to) => ({ to, purchases: ids(some) })),
  ];
}

function askedIn(reader: Reader, about: Parameters<typeof keyOf>[0]): readonly string[] {
  const saying = noticeOf(reader, keyOf(about))?.saying;
  return saying?.card === 'review' ? saying.purchases : [];
}

function ask(tx: Transaction, { to, purchases, until, round }: Asking, now: Date): void {
  const saying: Saying = { card: 'review', purchases: [...purchases], until, round };
  notify(tx, { key: keyOf({ to, until, round }), to, saying, purchases: [...purchases] }, now);
  if (round > 0) showNotice(tx, keyOf({ to, until, round: round - 1 }), now);
}
