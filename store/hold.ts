/** Whether Purser is on hold. All that sends or changes something asks here first. */
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
