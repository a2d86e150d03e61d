/**
 * The audit: a chain of entries from the first on, each holding the hash of the one before. It is written in the transaction
 * that does what it tells, so neither is ever there without the other. Changing, removing or slipping in an entry later
 * breaks the chain at that place, unless they write anew all that came after; so the newest hash is worth keeping elsewhere.
 */
import { createHash } from 'node:crypto';
import type { Entry } from './records.ts';
import type { Reader, Transaction } from './store.ts';

export type News = Omit<Entry, 'id' | 'previous' | 'hash'>;

/** Adds an entry to the chain, within the transaction that does what it tells. */
export function audit(tx: Transaction, news: News): void {
  const id = tx.nextId('A');
  const entry = { ...news, id, previous: tx.get('audit', idBefore(id))?.hash ?? '' };
  tx.put('audit', { ...entry, hash: hashOf(entry) });
}

export type Verdict =
  | { holds: true; entries: number /** Of the newest entry; empty where there is none. */; hash: string }
  | { holds: false /** The first entry that does not follow from the one before. */; brokenAt: string };

/** Follows the chain from the first entry to the last one ever numbered. */
export function verifyAudit(store: Reader): Verdict {
  const last = store.get('counters', 'A')?.last ?? 0;
  let previous = '';
  for (let number = 1; number <= last; number++) {
    const id = `A-${number}`;
    const entry = store.get('audit', id);
    if (!entry || entry.previous !== previous || hashOf(entry) !== entry.hash) return { holds: false, brokenAt: id };
    previous = entry.hash;
  }
  return store.count('audit') === last
    ? { holds: true, entries: last, hash: previous }
    : { holds: false, brokenAt: `A-${last + 1}` };
}

/** It is what it was when it was written, and follows from the entry before. */
export function isInChain(entry: Entry, reader: Pick<Reader, 'get'>): boolean {
  const before = reader.get('audit', idBefore(entry.id));
  return entry.previous === (before?.hash ?? '') && hashOf(entry) === entry.hash;
}

function idBefore(id: string): string {
  return `A-${Number(id.slice(2)) - 1}`;
}

/** Over the fields in a fixed order: how a record happens to be written down must not matter. */
function hashOf(entry: Omit<Entry, 'hash'>): string {
  const { id, at, actor, action, purchase, product, purchaser, before, after, why, digest, previous } = entry;
  const told = [
    id,
    at,
    actor?.id ?? null,
    actor?.name ?? null,
    action,
    purchase,
    product,
    purchaser,
    before,
    after,
    why,
    previous,
    ...(digest === undefined ? [] : [digest]),
  ];
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}

/** Who is named where nobody pressed anything: the baseline set it. */
export const purserItself = { id: 'purser', name: 'Purser' } as const;
