/**
 * Seats for licence requests. Only the organisation's own are given: never one of a purchase that somebody made for themselves,
 * nor a departmental one. A seat that is kept for somebody, or was given since Microsoft was last read, is free no more.
 */
import type { LicenceRequest } from '../../store/records.ts';
import { turnBy } from '../../store/request/advance.ts';
import type { Reader } from '../../store/store.ts';
import { isDepartmental } from '../microsoft/departmental.ts';
import { roomIn, sharesOf } from '../purchases/free-seats.ts';

export type Reading = Pick<Reader, 'get' | 'all' | 'revision'>;

export interface Seats {
  /** Of the product in all; 0 where the organisation has none. */
  all: number;
  free: number;
  /** There may be more, and nobody knows. */
  atLeast: boolean;
}

const none: Seats = { all: 0, free: 0, atLeast: false };

/** As Microsoft had them when it was last read, without those that were given away since. */
export function seatsOf(sku: string, reader: Reading): Seats {
  const product = reader.get('products', sku);
  if (!product || product.wholeOrganisation || isDepartmental(product.part)) return none;
  const { free, atLeast } = roomIn(product, sharesOf(sku, reader));
  const left = isShort(sku, reader) ? 0 : Math.max(0, free - keptOf(sku, reader).length);
  return { all: product.seats, free: left, atLeast };
}

/** Those of a pool that was read just now, for one who has a seat kept already. */
export function isSeatFree(
  sku: string,
  pool: { seats: number; used: number },
  { id }: LicenceRequest,
  reader: Reading,
) {
  const others = ofProduct(sku, reader).filter((other) => other.state === 'assigning' && other.id !== id);
  const before = others.filter((other) => Number(other.id.slice(3)) < Number(id.slice(3)));
  return roomIn(pool, sharesOf(sku, reader)).free > before.length;
}

/** Kept for somebody, or given since: Microsoft may not have counted it yet. */
function keptOf(sku: string, reader: Reading): LicenceRequest[] {
  const since = readSince(reader);
  return ofProduct(sku, reader).filter(
    ({ state, given }) => state === 'assigning' || (given?.ours === true && given.at >= since),
  );
}

/** Microsoft has refused one for want of a seat, and was not read since. */
function isShort(sku: string, reader: Reading): boolean {
  const since = readSince(reader);
  return ofProduct(sku, reader).some((request) => (turnBy(request, 'short')?.at ?? '') >= (since || '\uffff'));
}

/** When the last reading of the products began; empty where there was none. */
function readSince(reader: Reading): string {
  const part = reader.get('parts', 'products');
  return part?.readFrom ?? part?.goodAt ?? '';
}

/** All that were ever asked for. */
export function ofProduct(sku: string, reader: Pick<Reader, 'all'>): LicenceRequest[] {
  return [...reader.all('requests')].filter(({ product }) => product.sku === sku);
}

/** Those who are approved and have no seat yet, in the order in which they were approved. */
export function waitingFor(sku: string, reader: Pick<Reader, 'all'>): LicenceRequest[] {
  return ofProduct(sku, reader)
    .filter(({ state }) => state === 'waiting')
    .sort((a, b) => orderOf(a).localeCompare(orderOf(b)) || Number(a.id.slice(3)) - Number(b.id.slice(3)));
}

function orderOf({ decision, at }: LicenceRequest): string {
  return decision?.at ?? at;
}

/** Others who asked for the same in the last thirty days. */
export function alsoAsked({ id, product, person, at }: LicenceRequest, reader: Pick<Reader, 'all'>): number {
  const since = new Date(Date.parse(at) - 30 * 86_400_000).toISOString();
  const others = ofProduct(product.sku, reader).filter(
    (other) => other.id !== id && other.person.id !== person.id && other.at >= since && other.at <= at,
  );
  return new Set(others.map((other) => other.person.id)).size;
}
