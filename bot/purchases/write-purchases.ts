/** The part of the sync that keeps purchases: their short ids, their kind, and whether those no longer listed are gone. */
import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { archivedPurchases, bringBack } from '../../store/archive.ts';
import { audit, type News } from '../../store/audit.ts';
import { showAnew } from '../../store/notices.ts';
import type { AuditAction, Purchase } from '../../store/records.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import type { Commerce, OddRow, SubscriptionFacts } from '../microsoft/commerce.ts';
import { recordsPerCommit } from '../sync/put-changed.ts';
import type { Run } from '../sync/sync-part.ts';
import { classify } from './evidence.ts';
import { namedPurchase } from './named-purchase.ts';
import { endsByTakeover, renewals } from './renewed.ts';
import { tellOfNew } from './tell-of-new.ts';

interface Deps {
  store: Store;
  commerce: Pick<Commerce, 'hasSubscription'>;
  clock: Clock;
}

/** What Microsoft lists. */
interface Listed {
  subscriptions: readonly SubscriptionFacts[];
  /** Rows that can't be read, which are there all the same; nobody knows what one without an id is. */
  odd: readonly OddRow[];
}

/** One run asks for this many absent purchases by id, starting with those asked for least. */
const mostAsked = 50;

/** Brings every purchase up to what Microsoft lists; new ones get their short id, oldest first. */
export async function writePurchases({ store, clock }: Deps, { subscriptions, odd }: Listed, run: Run): Promise<void> {
  const now = clock.now().toISOString();
  // What the first sync finds is not news.
  const isFirst = !store.get('parts', 'subscriptions')?.goodAt;
  const changed = await changedIn(store, { subscriptions, odd }, now);
  for (let at = 0; at < changed.length; at += recordsPerCommit) {
    await store.transact((tx) => {
      const lot = changed.slice(at, at + recordsPerCommit).map((change) => putPurchase(tx, change, now));
      if (isFirst) return;
      for (const { before, after } of lot) for (const news of newsIn({ before, after }, now, tx)) audit(tx, news);
      const otherwise = lot.filter(({ before, after }) => before && statusOf(before) !== statusOf(after));
      showAnew(tx, new Set(otherwise.map(({ after }) => after.id)), clock.now());
      const appeared = lot.filter(({ before }) => !before).map(({ after }) => after);
      tellOfNew(tx, { appeared, run }, clock.now());
    });
  }
}

/** A subscription that differs from the purchase kept of it; `seen` is undefined for one that is new. */
interface Changed {
  facts: SubscriptionFacts;
  seen: Purchase | undefined;
}

/** The subscriptions that changed, then the new ones. */
async function changedIn(store: Store, { subscriptions, odd }: Listed, now: string): Promise<readonly Changed[]> {
  const { known, missing, over } = knownIn(store, new Set([...subscriptions.map((each) => each.subscription), ...odd]));
  const changed: Changed[] = [];
  const young: SubscriptionFacts[] = [];
  for (const [n, facts] of subscriptions.entries()) {
    const seen = known.get(facts.subscription);
    if (over.has(facts.subscription)) continue;
    if (!seen) young.push(facts);
    else if (!isDeepStrictEqual(purchaseOf(facts, { id: seen.id, before: seen, now }, store), seen))
      changed.push({ facts, seen });
    // Lets people be answered between two lots.
    if (n % recordsPerCommit === 0) await setImmediate();
  }
  const isEnded = (purchase: Purchase): boolean => endsByTakeover(purchase, store);
  // A row that nobody can tell from others may be one that seems missing.
  const renewed = odd.includes(null)
    ? new Map<string, Purchase>()
    : renewals({ young, missing, deleted: deletedIn(subscriptions, known), isEnded });
  const again = new Set([...renewed.values()].map(({ id }) => id));
  return [
    ...changed.filter(({ seen }) => !seen || !again.has(seen.id)),
    ...oldestFirst(young).map((facts) => ({ facts, seen: renewed.get(facts.subscription) })),
  ];
}

function deletedIn(subscriptions: readonly SubscriptionFacts[], known: ReadonlyMap<string, Purchase>): Purchase[] {
  const deleted = subscriptions.filter(({ status }) => status === 'Deleted');
  return deleted.flatMap(({ subscription }) => known.get(subscription) ?? []);
}

interface Known {
  /** By an id that is listed. */
  known: Map<string, Purchase>;
  /** Those of which no id is listed. */
  missing: Purchase[];
  /** Ids that a purchase had before it renewed, which say nothing of it beside its new one. */
  over: Set<string>;
}

function knownIn(store: Store, listed: ReadonlySet<OddRow>): Known {
  const found: Known = { known: new Map(), missing: [], over: new Set() };
  for (const purchase of [...archivedPurchases(store), ...store.all('purchases')]) {
    const { subscription, formerly = [] } = purchase;
    const former = formerly.findLast((id) => listed.has(id));
    if (listed.has(subscription)) for (const id of formerly) found.over.add(id);
    if (listed.has(subscription)) found.known.set(subscription, purchase);
    else if (former !== undefined) found.known.set(former, purchase);
    else found.missing.push(purchase);
  }
  return found;
}

function putPurchase(
  tx: Transaction,
  { facts, seen }: Changed,
  now: string,
): { before: Purchase | undefined; after: Purchase } {
  // Read again, since an admin may have settled it meanwhile.
  const before = seen && (tx.get('purchases', seen.id) ?? bringBack(tx, seen.id));
  const after = purchaseOf(facts, { id: before?.id ?? tx.nextId('P'), before, now }, tx);
  tx.put('purchases', after);
  return { before, after };
}

/** As far as a card shows it. */
function statusOf({ status, statusWord }: Purchase): string {
  return statusWord ?? status;
}

function numberOf({ quantity }: Purchase): string | null {
  return quantity === null ? null : String(quantity);
}

/** What happened to a purchase at Microsoft since the last sync, for the audit. */
function newsIn(
  { before, after }: { before: Purchase | undefined; after: Purchase },
  at: string,
  names: Pick<Transaction, 'get'>,
): News[] {
  const same = seenIn(after, at, names);
  if (!before) return [{ ...same, action: 'appeared', before: null, after: numberOf(after) }];
  const changes: [AuditAction, string | null, string | null][] = [
    ['status', statusOf(before), statusOf(after)],
    ['quantity', numberOf(before), numberOf(after)],
    ['purchaser', namedPurchase(before, names).purchaser, same.purchaser],
    ['renewed', before.subscription, after.subscription],
  ];
  return changes
    .filter(([, was, is]) => was !== is)
    .map(([action, was, is]) => ({ ...same, action, before: was, after: is }));
}

/** The part that all entries about something seen at Microsoft share. */
function seenIn(purchase: Purchase, at: string, names: Pick<Transaction, 'get'>) {
  const { product, purchaser } = namedPurchase(purchase, names);
  return { at, actor: null, purchase: purchase.id, product, purchaser, why: null };
}

/** The order in which short ids are given. */
function oldestFirst(subscriptions: readonly SubscriptionFacts[]): SubscriptionFacts[] {
  const key = (facts: SubscriptionFacts): string => `${facts.createdAt ?? '9999'} ${facts.subscription}`;
  return subscriptions
    .map((facts) => ({ facts, key: key(facts) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ facts }) => facts);
}

/** Microsoft's days are days: the one it names, in its own time zone, wherever it is read. */
function dayOf(instant: string | null): string | null {
  return instant?.slice(0, 10) ?? null;
}

function purchaseOf(
  facts: SubscriptionFacts,
  { id, before, now }: { id: Purchase['id']; before: Purchase | undefined; now: string },
  people: Pick<Transaction, 'get'>,
): Purchase {
  const { ownerId, ownerIsUser, partnerTenant: _, createdAt, nextAt, ...same } = facts;
  const concluded = classify(facts, ownerId ? people.get('people', ownerId) : undefined);
  const settled = before?.sure === 'confirmed';
  const formerly = formerIds(facts, before);
  return {
    ...same,
    ...(formerly.length > 0 && { formerly }),
    createdAt: formerly.length > 0 ? earliest(before?.createdAt, dayOf(createdAt)) : dayOf(createdAt),
    nextAt: dayOf(nextAt),
    id,
    purchaser: ownerIsUser ? ownerId : null,
    kind: settled ? before.kind : concluded.kind,
    sure: settled ? 'confirmed' : concluded.sure,
    evidence: concluded.evidence,
    settled: before?.settled ?? null,
    decision: before?.decision ?? null,
    firstSeenAt: before?.firstSeenAt ?? now,
    absent: null,
  };
}

/** The ids that it had before this one. */
function formerIds({ subscription }: SubscriptionFacts, before: Purchase | undefined): string[] {
  const ids = before ? [...(before.formerly ?? []), before.subscription] : [];
  return [...new Set(ids)].filter((id) => id !== subscription);
}

/** It was bought when it was first, however often it has renewed since. */
function earliest(one: string | null = null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/**
 * A purchase that complete syncs no longer list is not visible; it is gone only if Microsoft doesn't find its id either.
 */
export async function markAbsent({ store, commerce, clock }: Deps, { subscriptions, odd }: Listed): Promise<void> {
  if (odd.includes(null)) return;
  const listed = new Set([...subscriptions.map(({ subscription }) => subscription), ...odd]);
  const absent = [...store.all('purchases')].filter(
    ({ subscription, absent }) => !listed.has(subscription) && !absent?.gone,
  );
  const since = clock.now().toISOString();
  const due = absent
    .filter((purchase) => purchase.absent !== null)
    .sort((a, b) => (a.absent?.asked ?? 0) - (b.absent?.asked ?? 0))
    .slice(0, mostAsked);
  const gone = new Map<string, boolean>();
  for (const { id, subscription } of due)
    gone.set(id, !(await commerce.hasSubscription(subscription).catch(() => true)));
  for (let at = 0; at < absent.length; at += recordsPerCommit) {
    await store.transact((tx) => {
      const ended = new Set<Purchase['id']>();
      for (const { id } of absent.slice(at, at + recordsPerCommit)) {
        const before = tx.get('purchases', id);
        if (!before) continue;
        const after = { ...before, absent: nextAbsence(before.absent, gone.get(id), since) };
        tx.put('purchases', after);
        if (!after.absent.gone) continue;
        audit(tx, { ...seenIn(after, since, tx), action: 'gone', before: statusOf(before), after: null });
        ended.add(id);
      }
      showAnew(tx, ended, clock.now());
    });
  }
}

/** @param gone what Microsoft said when asked for it by id; undefined if it was not asked */
function nextAbsence(
  before: Purchase['absent'],
  gone: boolean | undefined,
  since: string,
): NonNullable<Purchase['absent']> {
  const { syncs, asked } = before ?? { syncs: 0, asked: 0 };
  return {
    since: before?.since ?? since,
    syncs: syncs + 1,
    asked: gone === undefined ? asked : asked + 1,
    gone: gone ?? false,
  };
}
