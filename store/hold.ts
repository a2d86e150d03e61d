/** Whether Purser is on hold, or a read-only pilot. All that sends or changes something asks here first. */
import type { Hold } from './records.ts';
import type { Reader } from './store.ts';

/** Undefined while Purser goes about its work. */
export function holdOf(reader: Pick<Reader, 'get'>): Hold | undefined {
  return reader.get('holds', 'hold');
}

export function isHeld(reader: Pick<Reader, 'get'>): boolean {
  return holdOf(reader) !== undefined;
}

/** From when on nothing was done: what was to come after that waits as long. */
export function idleSince(hold: Hold): Date {
  return new Date(hold.why === 'restored' ? (hold.idleSince ?? hold.backup ?? hold.since) : hold.since);
}

/** Since when it is a read-only pilot, which changes nothing at Microsoft; undefined while it isn't one. */
export function readOnlySince(reader: Pick<Reader, 'get'>): Date | undefined {
  const mark = reader.get('marks', 'read-only');
  return mark && new Date(mark.value);
}

export function isReadOnly(reader: Pick<Reader, 'get'>): boolean {
  return readOnlySince(reader) !== undefined;
}

/** Nothing is changed at Microsoft now, and nothing that leads there goes on by itself. */
export function isIdle(reader: Pick<Reader, 'get'>): boolean {
  return idleFrom(reader) !== undefined;
}

/** From when on that is so: no time to decide runs out. */
export function idleFrom(reader: Pick<Reader, 'get'>): Date | undefined {
  const hold = holdOf(reader);
  const times = [hold && idleSince(hold), readOnlySince(reader)].flatMap((each) => each ?? []);
  return times.length > 0 ? new Date(Math.min(...times.map(Number))) : undefined;
}
