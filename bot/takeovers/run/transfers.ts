/** The transfers of a takeover: what was done for each holder, and what went wrong. */
import type { Act, Takeover, Transfer } from '../../../store/records.ts';
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
function isFailed({ given }: Transfer): boolean {
  return given === 'failed';
}

/** Approved, and put out of it before anything could be done for them. */
function isOut({ given, taken, why }: Transfer, act: Act['kind']): boolean {
  if (given === null && taken === 'refused') return why === 'through-group';
  return given === null && taken === null && (act !== 'stay' || why !== null);
}

/** Those for whom it is worth looking again. */
export function isToRepeat(transfer: Transfer, act: Act['kind']): boolean {
  return isFailed(transfer) || isOut(transfer, act);
}

/** Microsoft shows it: in a move the other licence, in a cancellation that theirs is gone. */
function isDone({ given, taken, shown }: Transfer, act: Act['kind']): boolean {
  if (act === 'stay') return given === null && taken === null;
  const half = act === 'move' ? given : taken;
  return half === 'already' || (half === 'done' && shown !== false);
}

/** Something was done, for one of the holders at least. The first says so: a card that asks is made for each of thousands. */
export function hasBegun({ id, job, act, holders }: Takeover, reader: Pick<Reader, 'get'>): boolean {
  if (act.kind === 'stay') return false;
  const isTheirs = (person: string): boolean => {
    const transfer = transferOf(reader, id, person);
    return transfer !== undefined && (transfer.given === 'done' || isDone(transfer, act.kind));
  };
  return job !== null && holders.ids.some(isTheirs);
}

/** They have the other licence, or need none. */
export function isToTake({ given, taken }: Transfer): boolean {
  return taken === 'open' && given !== 'open' && given !== 'failed';
}

interface Reason {
  person: string;
  why: string | null;
}

/** What became of everybody who was approved: nobody is dropped from it, whatever happened to them since. */
export interface Tally {
  /** Everybody who was approved. */
  of: number;
  done: string[];
  /** Those for whom it was not done, and won't be without somebody's doing. */
  out: Reason[];
  /** Microsoft was asked to take their licence, refused, and keeps it until the subscription ends. */
  kept: Reason[];
  /** Their departmental seat ends with the subscription: Microsoft was not asked to take it. */
  ends: string[];
}

export function tallyOf({ id, act, holders }: Takeover, reader: Pick<Reader, 'get'>): Tally {
  const tally: Tally = { of: holders.ids.length, done: [], out: [], kept: [], ends: [] };
  for (const person of holders.ids) {
    const transfer = transferOf(reader, id, person);
    if (!transfer) continue;
    const { taken, why } = transfer;
    if (isFailed(transfer)) tally.out.push({ person, why });
    else if (isOut(transfer, act.kind)) tally.out.push({ person, why: why ?? 'no-licence' });
    else if (isDone(transfer, act.kind)) tally.done.push(person);
    if (taken === 'refused' && why !== 'through-group') tally.kept.push({ person, why });
    if (taken === 'ends' && !isFailed(transfer)) tally.ends.push(person);
  }
  return tally;
}

/** They have no access that the end of the subscription could take, or keep it all the same. */
const unharmed: ReadonlySet<string | null> = new Set([
  'left-organisation',
  'no-licence',
  'licence-error',
  'through-group',
]);

/** Who would lose access, although nothing was done for them: it doesn't end before somebody says so who has read their names. */
export function losersOf(takeover: Takeover, reader: Pick<Reader, 'get'>): Reason[] {
  const accepted = new Set(takeover.leftOut);
  return tallyOf(takeover, reader).out.filter(({ person, why }) => !unharmed.has(why) && !accepted.has(person));
}

/** Whether anybody lost access who was to be moved. */
export function isShort(takeover: Takeover, reader: Pick<Reader, 'get'>): boolean {
  const { of, done, out } = tallyOf(takeover, reader);
  const harmless = out.filter(({ why }) => unharmed.has(why));
  return takeover.act.kind === 'move' && done.length + harmless.length < of;
}
