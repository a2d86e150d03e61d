/** The part of the sync that keeps purchases: their short ids, their kind, and what became of those no longer listed. */
import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { archivedPurchases, bringBack } from '../../store/archive.ts';
import { audit, type News } from '../../store/audit.ts';
import { showAnew } from '../../store/notices.ts';
import type { AuditAction, Purchase } from '../../store/records.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import type { Commerce, SubscriptionFacts } from '../microsoft/commerce.ts';
import { recordsPerCommit } from '../sync/put-changed.ts';
import type { Run } from '../sync/run.ts';
import { tellOfNew } from './alert.ts';
import { classify } from './evidence.ts';
import { namedPurchase } from './named-purchase.ts';

interface Deps {
  store: Store;
  commerce: Pick<Commerce, 'hasSubscription'>;
  clock: Clock;
}

/** How many absent purchases are asked for by id in one run, those asked least first. */
const mostAsked = 50;

/** Brings every purchase up to what Microsoft lists; new ones get their short id, oldest first. */
export async function writePurchases(
  { store, clock }: Deps,
  subscriptions: readonly SubscriptionFacts[],
  run: Run,
): Promise<void> {
  const known = new Map(
    [...archivedPurchases(store), ...store.all('purchases')].map((purchase) => [purchase.subscription, purchase]),
  );
  const now = clock.now().toISOString();
  // What stood at the first sync is not news.
  const isFirst = !store.get('parts', 'subscriptions')?.goodAt;
  const changed: [SubscriptionFacts, Purchase | undefined][] = [];
  const young: SubscriptionFacts[] = [];
  for (const [n, facts] of subscriptions.entries()) {
    const before = known.get(facts.subscription);
    if (!before) young.push(facts);
    else if (!isDeepStrictEqual(purchaseOf(before.id, facts, before, now, store), before))
      changed.push([facts, before]);
    // People are answered between two lots.
    if (n % recordsPerCommit === 0) await setImmediate();
  }
  for (const facts of oldestFirst(young)) changed.push([facts, undefined]);
  for (let at = 0; at < changed.length; at += recordsPerCommit) {
    await store.transact((tx) => {
      const appeared: Purchase[] = [];
      const otherwise = new Set<Purchase['id']>();
      for (const [facts, seen] of changed.slice(at, at + recordsPerCommit)) {
        // As it is now: an admin may have settled it meanwhile.
        const before = seen && (tx.get('purchases', seen.id) ?? bringBack(tx, seen.id));
        const after = purchaseOf(before?.id ?? tx.nextId('P'), facts, before, now, tx);
        tx.put('purchases', after);
        if (isFirst) continue;
        for (const news of newsIn(before, after, now, tx)) audit(tx, news);
        if (!before) appeared.push(after);
        else if (statusOf(before) !== statusOf(after)) otherwise.add(after.id);
      }
      showAnew(tx, otherwise, clock.now());
      tellOfNew(tx, appeared, run, clock.now());
    });
  }
}

/** As far as a card shows it. */
function statusOf({ status, statusWord }: Purchase): string {
  return statusWord ?? status;
}

/** What happened to a purchase at Microsoft since the last sync, for the audit. */
function newsIn(before: Purchase | undefined, after: Purchase, at: string, names: Pick<Transaction, 'get'>): News[] {
  const same = seenIn(after, at, names);
  if (!before) return [{ ...same, action: 'appeared', before: null, after: String(after.quantity) }];
  const changes: [AuditAction, string | null, string | null][] = [
    ['status', statusOf(before), statusOf(after)],
    ['quantity', String(before.quantity), String(after.quantity)],
    ['purchaser', namedPurchase(before, names).purchaser, same.purchaser],
  ];
  return changes
    .filter(([, was, is]) => was !== is)
    .map(([action, was, is]) => ({ ...same, action, before: was, after: is }));
}

/** What every entry about something seen at Microsoft says. */
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

function purchaseOf(
  id: string,
  facts: SubscriptionFacts,
  before: Purchase | undefined,
  now: string,
  people: Pick<Transaction, 'get'>,
): Purchase {
  const { ownerId, ownerIsUser, partnerTenant: _, ...same } = facts;
  const concluded = classify(facts, ownerId ? people.get('people', ownerId) : undefined);
  const settled = before?.sure === 'confirmed';
  return {
    ...same,
    id,
    purchaser: ownerIsUser ? ownerId : null,
    kind: settled ? before.kind : concluded.kind,
    sure: settled ? 'confirmed' : 'probable',
    evidence: concluded.evidence,
    settled: before?.settled ?? null,
    decision: before?.decision ?? null,
    firstSeenAt: before?.firstSeenAt ?? now,
    absent: null,
  };
}

/** A purchase that complete syncs no longer list is not visible; gone only when Microsoft has none by that id either. */
export async function markAbsent(
  { store, commerce, clock }: Deps,
  subscriptions: readonly SubscriptionFacts[],
): Promise<void> {
  const listed = new Set(subscriptions.map(({ subscription }) => subscription));
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
