/**
 * What belongs together: all that follows from one turn or one sync bears the same short id, also what is done by a loop later, or
 * after a restart. It goes along with what is awaited, so that nobody has to hand it on.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

export interface Cause {
  id: string;
  /** How somebody said it; undefined where nobody did. */
  via?: 'card' | 'typed' | undefined;
}

const causes = new AsyncLocalStorage<Cause | undefined>();

/** Without letters that are taken for each other: people read it out to whoever runs Purser. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

export function newCorrelation(): string {
  return [...randomBytes(8)].map((byte) => letters[byte % letters.length]).join('');
}

/** Why this is being done; undefined where nothing in particular gave reason for it. */
export function cause(): Cause | undefined {
  return causes.getStore();
}

/** Why something is done, as far as that is known. */
interface Known {
  /** A new one if not given. */
  id?: string | undefined;
  via?: Cause['via'];
}

/** Runs something that follows from that. */
export function because<A extends unknown[], T>(
  { id = newCorrelation(), via }: Known,
  run: (...args: A) => T,
  ...args: A
): T {
  return causes.run({ id, via }, run, ...args);
}

/** Runs something that does not follow from what is being done, though it was begun there. */
export function apart<T>(run: () => T): T {
  return causes.run(undefined, run);
}
