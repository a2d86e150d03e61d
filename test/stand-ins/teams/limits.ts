/**
 * Teams' limits, on the clock of the test (facts: per bot and conversation; 30 requests a second per app and tenant).
 * A refused request does not count; sending, editing, deleting and creating all count as writing.
 */

interface Window {
  most: number;
  ms: number;
}

const writing: readonly Window[] = [
  { most: 7, ms: 1000 },
  { most: 8, ms: 2000 },
  { most: 60, ms: 30_000 },
  { most: 1800, ms: 3_600_000 },
];
const reading: readonly Window[] = writing.map(({ most, ms }) => ({ most: most * 2, ms }));

/** The times of the last requests, oldest first; no more of them than the widest window needs. */
type Times = number[];

const forget = (times: Times, most: number) => {
  // Cut in bulk: shifting one at a time would copy the array for every request.
  if (times.length > most * 2) times.splice(0, times.length - most);
};

/** How long until one more is allowed; 0 if it is allowed now. */
function wait(times: Times, windows: readonly Window[], now: number): number {
  let longest = 0;
  for (const { most, ms } of windows) {
    const nthLast = times[times.length - most];
    if (nthLast !== undefined) longest = Math.max(longest, nthLast + ms - now);
  }
  return longest;
}

export class Limits {
  /** A test that is not about limits may switch them off. */
  on: boolean = true;
  /** Requests per second of one app in one tenant. Teams' page says 30; a newer quotation of it 50. */
  perTenant = 30;
  /** Characters count twice: the limit is on UTF-16. */
  messageBytes = 100 * 1024;
  readonly #tenant: Times = [];
  readonly #conversations = new Map<string, { writes: Times; reads: Times }>();

  /** How many milliseconds the app has to wait; 0 if the request may pass, and is then counted. */
  tenant(now: number): number {
    if (!this.on) return 0;
    const delay = wait(this.#tenant, [{ most: this.perTenant, ms: 1000 }], now);
    if (delay > 0) return delay;
    this.#tenant.push(now);
    forget(this.#tenant, this.perTenant);
    return 0;
  }

  /** The same for one conversation. */
  conversation(id: string, kind: 'write' | 'read', now: number): number {
    if (!this.on) return 0;
    const kept = this.#conversations.get(id) ?? { writes: [], reads: [] };
    this.#conversations.set(id, kept);
    const [times, windows] = kind === 'write' ? [kept.writes, writing] : [kept.reads, reading];
    const delay = wait(times, windows, now);
    if (delay > 0) return delay;
    times.push(now);
    forget(times, windows.at(-1)?.most ?? 0);
    return 0;
  }
}
