/** The transfers of a takeover: what was done for each holder, and what went wrong. */
import type { Takeover, Transfer } from '../../../store/records.ts';
import type { Reader } from '../../../store/store.ts';

export function transferId(takeover: Takeover['id'], person: string): Transfer['id'] {
  return `${takeover} ${person}`;
}

/** Undefined while nothing was begun for them. */
export function transferOf(
  reader: Pick<Reader, 'get'>,
  takeover: Takeover['id'],
  person: string,
): Transfer | undefined {
  return reader.get('transfers', transferId(takeover, person));
}

/** A licence that Microsoft doesn't let go is no failure: it goes with the subscription. */
export function isFailed(transfer: Transfer | undefined): boolean {
  return transfer?.given === 'failed';
}

/** In a move, people are done once they have the other licence; in a cancellation, once they lost theirs. */
function isDone({ given, taken }: Transfer): boolean {
  if (given === null) return taken === 'done' || taken === 'already';
  return given !== 'open' && given !== 'failed' && taken !== 'open';
}

/** Something was done, for one of the holders at least. The first says so: a card that asks is made for each of thousands. */
export function hasBegun({ id, job, holders }: Takeover, reader: Pick<Reader, 'get'>): boolean {
  const isTheirs = (person: string): boolean => {
    const transfer = transferOf(reader, id, person);
    return transfer !== undefined && isDone(transfer);
  };
  return job !== null && holders.ids.some(isTheirs);
}

/** They have the other licence, or need none. */
export function isToTake({ given, taken }: Transfer): boolean {
  return taken === 'open' && given !== 'open' && given !== 'failed';
}

export interface Tally {
  /** How many people something is done for. */
  of: number;
  done: number;
  failed: { person: string; why: string | null }[];
  /** Microsoft keeps their licence until the subscription ends. */
  kept: { person: string; why: string | null }[];
}

export function tallyOf({ id, holders }: Takeover, reader: Pick<Reader, 'get'>): Tally {
  const tally: Tally = { of: 0, done: 0, failed: [], kept: [] };
  for (const person of holders.ids) {
    const transfer = transferOf(reader, id, person);
    if (transfer && transfer.given === null && transfer.taken === null) continue;
    tally.of++;
    if (!transfer) continue;
    const { taken, why } = transfer;
    if (isFailed(transfer)) tally.failed.push({ person, why });
    if (isDone(transfer)) tally.done++;
    if (taken === 'refused') tally.kept.push({ person, why });
  }
  return tally;
}
