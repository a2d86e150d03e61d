/**
 * Products whose free licences are assigned to people who ask, without another decision: two admins have settled that, for so many
 * a calendar month and until a day. Neither of the two has anything granted to themselves by it.
 */

import { audit } from '../../store/audit.ts';
import { isIdle } from '../../store/hold.ts';
import { isOrderProven } from '../../store/proof.ts';
import type { Grant, LicenceRequest, Somebody } from '../../store/records.ts';
import type { Made } from '../../store/request/advance.ts';
import type { Reader, Transaction } from '../../store/store.ts';
import type { Calendar } from '../../store/takeover/calendar.ts';
import { dayOf } from '../../store/takeover/calendar.ts';
import type { CarryOut } from '../core/order.ts';
import { ofProduct, type Reading, seatsOf, waitingFor } from './seats.ts';

/** Where the days and months begin. */
export type Zone = Pick<Calendar, 'timeZone'>;

interface At {
  now: Date;
  zone: Zone;
}

/** Its last day is not over. */
export function isRunning({ until }: Pick<Grant, 'until'>, { now, zone }: At): boolean {
  return dayOf(now, zone) <= until;
}

/** How many were granted in this calendar month. */
export function grantedThisMonth(sku: string, reader: Pick<Reader, 'all'>, { now, zone }: At): number {
  const month = (at: Date): string => dayOf(at, zone).slice(0, 7);
  const current = month(now);
  const granted = ofProduct(sku, reader).flatMap(({ history }) => history.filter(({ move }) => move === 'grant'));
  return granted.filter(({ at }) => month(new Date(at)) === current).length;
}

/** The move that grants it; undefined where somebody has to decide. */
export function grantOf(
  request: LicenceRequest,
  reader: Reading,
  at: At,
): Extract<Made, { kind: 'grant' }> | undefined {
  const { product, person, requester } = request;
  const grant = reader.get('grants', product.sku);
  if (!grant || !isRunning(grant, at) || isIdle(reader)) return undefined;
  const isTheirOwn = grant.by.some(({ id }) => id === person.id || id === requester.id);
  if (isTheirOwn || reader.get('people', person.id)?.guest) return undefined;
  if (grantedThisMonth(product.sku, reader, at) >= grant.monthly) return undefined;
  if (waitingFor(product.sku, reader).length > 0 || seatsOf(product.sku, reader).free <= 0) return undefined;
  const second = isProven(grant, reader) ? grant.by.at(-1) : undefined;
  return second && { kind: 'grant', by: second, words: grant.order };
}

/** Whether the order it rests on says exactly this, and is as the journal has it. */
function isProven({ id, monthly, until, order: on }: Grant, reader: Reading): boolean {
  const order = reader.get('orders', on);
  if (order?.what.kind !== 'grants' || order.state !== 'approved') return false;
  const { what } = order;
  return what.sku === id && what.monthly === monthly && what.until === until && isOrderProven(order, reader);
}

/** Approved by a second admin: from now on it holds, in place of what held for the product before. */
export const carryOutGrants: CarryOut = (tx, order, { now }) => {
  const { what, id, requester, approvals, why } = order;
  if (what.kind !== 'grants' || what.until < now.toISOString().slice(0, 10)) return 'changed';
  const { sku, product, monthly, until } = what;
  const by = [requester, ...approvals.map((each) => each.by)];
  tx.put('grants', { id: sku, product, monthly, until, order: id, by, why });
  note(tx, 'grant-set', { product, by: requester, after: `${id} · ${monthly} · ${until}`, why, now });
  return { job: null };
};

/** From now on somebody decides each time again. One admin does that alone. */
export function endGrant(
  tx: Transaction,
  { id, product, order }: Grant,
  { by, now }: { by: Somebody; now: Date },
): void {
  tx.delete('grants', id);
  note(tx, 'grant-ended', { product, by, after: order, why: null, now });
}

interface Noted {
  product: string;
  by: Somebody;
  after: string;
  why: string | null;
  now: Date;
}

function note(tx: Transaction, action: 'grant-set' | 'grant-ended', { now, by, ...told }: Noted): void {
  audit(tx, { at: now.toISOString(), actor: by, action, purchase: null, purchaser: null, before: null, ...told });
}
