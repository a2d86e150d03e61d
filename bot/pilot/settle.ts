/** What begins when Purser is started as a read-only pilot, and what ends when it is started as none any more. */
import { audit, purserItself } from '../../store/audit.ts';
import { isHeld, readOnlySince } from '../../store/hold.ts';
import { idOf, notify, renewed, showNotice } from '../../store/notices.ts';
import type { Saying } from '../../store/records.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { Calendar } from '../../store/takeover/calendar.ts';
import { ends } from '../../store/takeover/table.ts';
import { adminsToTell } from '../hold/announce.ts';
import { showTakeover } from '../takeovers/state/posted-cards.ts';
import { postpone } from '../takeovers/state/postpone.ts';

interface Started {
  readOnly: boolean;
  calendar: Calendar;
  /** Since when Purser was not running; undefined if it was. */
  absentSince: Date | undefined;
}

/** @returns since when it is a read-only pilot */
export async function settleReadOnly(store: Store, started: Started, now: Date): Promise<Date | undefined> {
  const since = readOnlySince(store);
  if (started.readOnly && !since) await store.transact((tx) => begin(tx, now));
  if (!started.readOnly && since) await store.transact((tx) => end(tx, { ...started, since }, now));
  return readOnlySince(store);
}

/** What was under way waits, and those who should know read so. */
function begin(tx: Transaction, now: Date): void {
  const at = now.toISOString();
  tx.put('marks', { id: 'read-only', value: at });
  tx.put('marks', { id: 'pilot-told', value: at });
  record(tx, { before: null, after: at }, now);
  for (const to of adminsToTell(tx))
    notify(tx, { key: `pilot ${at} ${idOf(to)}`, to, saying: { card: 'pilot', from: at, until: null } }, now);
  showOpen(tx, now);
}

/** It all goes on from where it stopped, and nobody has lost time to decide or to get ready. */
function end(tx: Transaction, { since, absentSince, calendar }: Started & { since: Date }, now: Date): void {
  tx.delete('marks', 'read-only');
  tx.delete('marks', 'pilot-told');
  record(tx, { before: since.toISOString(), after: null }, now);
  const from = absentSince && absentSince < since ? absentSince : since;
  // On hold, all of that time is given back when it goes on.
  if (!isHeld(tx)) postpone(tx, { absentSince: from, calendar }, now);
  for (const notice of [...tx.all('notices')])
    if (notice.saying.card === 'pilot' && notice.saying.until === null && notice.delivered)
      tx.put('notices', renewed(notice, now.toISOString()));
  showOpen(tx, now);
}

/** Cards of takeovers and orders say whether they go on, also those of purchasers and holders, who were given a day. */
function showOpen(tx: Transaction, now: Date): void {
  const open = new Set<string>();
  for (const { id, state } of [...tx.all('takeovers')]) {
    if (ends.has(state)) continue;
    open.add(id);
    showTakeover(tx, id, now);
  }
  for (const { id, state } of tx.all('orders')) if (state === 'pending') open.add(id);
  for (const { key, saying } of [...tx.all('notices')]) if (open.has(aboutIn(saying) ?? '')) showNotice(tx, key, now);
}

/** The cards of a takeover that have a copy for each person, and of an order. */
function aboutIn(saying: Saying): string | undefined {
  if (saying.card === 'order') return saying.order;
  return saying.card === 'announced' || saying.card === 'replied' ? saying.takeover : undefined;
}

function record(tx: Transaction, change: { before: string | null; after: string | null }, now: Date): void {
  const about = { purchase: null, product: null, purchaser: null, why: null };
  audit(tx, { at: now.toISOString(), actor: purserItself, action: 'read-only', ...about, ...change });
}
