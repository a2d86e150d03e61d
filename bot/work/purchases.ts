/** The part of the sync that keeps purchases: their short ids, their kind, and what became of those no longer listed. */
import { isDeepStrictEqual } from 'node:util';
import type { Purchase } from '../../store/records.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import type { Commerce, SubscriptionFacts } from '../microsoft/commerce.ts';
import { classify } from './classify.ts';
import { recordsPerCommit } from './put-changed.ts';

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
): Promise<void> {
  const known = new Map([...store.all('purchases')].map((purchase) => [purchase.subscription, purchase]));
  const now = clock.now().toISOString();
  const changed: [SubscriptionFacts, Purchase | undefined][] = [];
  for (const facts of oldestFirst(subscriptions)) {
    const before = known.get(facts.subscription);
    if (before && isDeepStrictEqual(purchaseOf(before.id, facts, before, now, store), before)) continue;
    changed.push([facts, before]);
  }
  for (let at = 0; at < changed.length; at += recordsPerCommit) {
    await store.transact((tx) => {
      for (const [facts, seen] of changed.slice(at, at + recordsPerCommit)) {
        // As it is now: an admin may have settled it meanwhile.
        const before = seen && tx.get('purchases', seen.id);
        tx.put('purchases', purchaseOf(before?.id ?? tx.nextId('P'), facts, before, now, tx));
      }
    });
  }
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
      for (const { id } of absent.slice(at, at + recordsPerCommit)) {
        const before = tx.get('purchases', id);
        if (before) tx.put('purchases', { ...before, absent: nextAbsence(before.absent, gone.get(id), since) });
      }
    });
  }
}

/** @param gone what Microsoft said when asked for it by id; undefined if it was not asked */
function nextAbsence(before: Purchase['absent'], gone: boolean | undefined, since: string): Purchase['absent'] {
  const { syncs, asked } = before ?? { syncs: 0, asked: 0 };
  return {
    since: before?.since ?? since,
    syncs: syncs + 1,
    asked: gone === undefined ? asked : asked + 1,
    gone: gone ?? false,
  };
}
