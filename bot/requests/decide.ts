/**
 * The one place where a licence request moves: the record, the journal, the notices and the jobs are written in one transaction.
 * If two people decide in the same instant, the second is told of the first.
 */
import { audit, purserItself } from '../../store/audit.ts';
import type { Posted } from '../../store/notices.ts';
import { requestDigest } from '../../store/proof.ts';
import type { AuditAction, LicenceRequest, RequestMove } from '../../store/records.ts';
import {
  advanceRequest,
  type By,
  isRefused,
  lastTurn,
  type Made,
  type RequestRefusal,
} from '../../store/request/advance.ts';
import type { Transaction } from '../../store/store.ts';
import { begin } from '../jobs/jobs.ts';
import { grantOf, type Zone } from './grants.ts';
import { seatsOf, waitingFor } from './seats.ts';
import { showRequestCards, tellOfNew, tellRequest } from './tell.ts';

interface Making {
  made: Made;
  by: By;
  now: Date;
}

/** @param before as it is within the transaction */
export function moveRequest(
  tx: Transaction,
  before: LicenceRequest,
  { made, by, now }: Making,
): LicenceRequest | RequestRefusal {
  const after = advanceRequest(before, made, by, now);
  if (isRefused(after)) return after;
  keep(tx, after, now);
  if (after.state !== 'waiting') {
    tellRequest(tx, { before, after }, now);
    if (before.state === 'waiting') showLine(tx, after.product.sku, now);
    return after;
  }
  giveSeats(tx, after.product.sku, now);
  const seated = tx.get('requests', after.id) ?? after;
  // That there is no seat is news to those who want it; a seat is told once they have it.
  const told = seated.state === 'waiting' && after.news === before.news ? { ...seated, news: seated.news + 1 } : seated;
  if (told !== seated) tx.put('requests', told);
  tellRequest(tx, { before, after: told }, now);
  return told;
}

/** Writes a new one, and asks those who can decide; or grants it, where two admins have settled that. */
export function openRequest(
  tx: Transaction,
  request: LicenceRequest,
  { now, card, zone }: { now: Date; card: Posted | undefined; zone: Zone },
): LicenceRequest {
  keep(tx, request, now);
  const made = grantOf(request, tx, { now, zone });
  const granted = made && moveRequest(tx, request, { made, by: null, now });
  if (!granted || isRefused(granted)) {
    tellRequest(tx, { before: undefined, after: request, card }, now);
    return request;
  }
  const after = tx.get('requests', request.id) ?? granted;
  tellOfNew(tx, { after, card }, now);
  return after;
}

/** Whoever waits longest gets the first seat that is free: a seat is kept for each before the next is looked at. */
export function giveSeats(tx: Transaction, sku: string, now: Date): void {
  for (const before of waitingFor(sku, tx)) {
    if (seatsOf(sku, tx).free <= 0) return;
    const job = beginJob(tx, before, 'assign', now);
    const after = advanceRequest(before, { kind: 'seat', job }, null, now);
    if (isRefused(after)) return;
    tx.put('requests', after);
    tellRequest(tx, { before, after }, now);
    showLine(tx, sku, now);
  }
}

/** Those who still wait read their new place. */
function showLine(tx: Transaction, sku: string, now: Date): void {
  for (const waiting of waitingFor(sku, tx)) showRequestCards(tx, waiting, now);
}

/** What is done at Microsoft, step by step. */
const steps = { assign: ['look', 'assign', 'assigned'], remove: ['remove', 'removed'] } as const;
export type RequestStep = (typeof steps)[keyof typeof steps][number];

/** @returns its id */
export function beginJob(
  tx: Transaction,
  { id }: Pick<LicenceRequest, 'id'>,
  what: keyof typeof steps,
  now: Date,
): string {
  return begin(tx, { kind: 'request', request: id, what }, { keys: steps[what], now }).id;
}

function keep(tx: Transaction, request: LicenceRequest, now: Date): void {
  tx.put('requests', request);
  const { id, product, person, ticket, history, state } = request;
  const [before, turn] = [history.at(-2), lastTurn(request)];
  const action = turn ? actions[turn.move] : 'request-made';
  if (!action) return;
  const why = turn ? turn.words : request.why;
  audit(tx, {
    at: now.toISOString(),
    actor: turn ? (turn.by ?? purserItself) : request.requester,
    action,
    purchase: null,
    product: product.name,
    purchaser: person.name,
    before: before && before.to !== state ? before.to : null,
    after: `${id} ${state}`,
    // The reference is found again with all that was done under it.
    why: [why, ticket].filter(Boolean).join(' · ') || null,
    digest: requestDigest(request),
  });
}

/** What the journal calls each move; null: nothing it tells of. */
const actions: Record<RequestMove, AuditAction | null> = {
  approve: 'request-approved',
  grant: 'request-granted',
  reject: 'request-rejected',
  withdraw: 'request-withdrawn',
  remind: null,
  escalate: 'request-escalated',
  unapprove: 'request-unapproved',
  seat: null,
  short: 'request-waiting',
  give: 'request-given',
  fail: 'request-failed',
  retry: 'request-resumed',
  warn: null,
  'ask-longer': null,
  extend: 'request-extended',
  end: null,
  remove: 'request-ended',
};
