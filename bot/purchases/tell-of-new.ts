/** Tells the chats that asked for alerts what a sync found: one card each, in the transaction that keeps it. */
import { idOf, noticeOf, notify, subscribers } from '../../store/notices.ts';
import type { Purchase, Saying } from '../../store/records.ts';
import type { Transaction } from '../../store/store.ts';
import type { Run } from '../sync/sync-part.ts';
import { hears } from './muted.ts';
import { isLive } from './purchase-index.ts';

/** A large find comes in several lots, and the card grows with each. */
export function tellOfNew(
  tx: Transaction,
  { appeared, run }: { appeared: readonly Purchase[]; run: Run },
  now: Date,
): void {
  const found = appeared.filter((purchase) => purchase.kind === 'self-service' && isLive(purchase));
  if (found.length > 0) notifySubscribers(tx, { found, run }, now);
}

/** Tells also that nothing was found, which is worth knowing after an absence. */
export function tellOfAbsence(tx: Transaction, run: Run, now: Date): void {
  if (run.absence) notifySubscribers(tx, { found: [], run }, now);
}

function notifySubscribers(tx: Transaction, { found, run }: { found: readonly Purchase[]; run: Run }, now: Date): void {
  // An absence is told once, also if its sync ended halfway.
  const what = run.absence ? `absence ${run.absence.since.toISOString()}` : `found ${run.at}`;
  for (const to of subscribers(tx, 'alerts')) {
    const wanted = found.filter(hears(to, tx, now)).map(({ id }) => id);
    if (found.length > 0 && wanted.length === 0 && !run.absence) continue;
    const key = `${what} ${idOf(to)}`;
    const purchases = [...(noticeOf(tx, key)?.purchases ?? []), ...wanted];
    notify(tx, { key, to, saying: sayingOf(purchases, run), purchases }, now);
  }
}

function sayingOf(purchases: string[], { at, absence }: Run): Saying {
  if (!absence) return { card: 'new-purchases', purchases };
  const { since, setTo } = absence;
  const clockSet = setTo && ({ clockSet: true } as const);
  return { card: 'absence', from: since.toISOString(), until: setTo?.toISOString() ?? at, ...clockSet, purchases };
}
