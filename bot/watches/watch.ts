/** Looks at all that comes by the clock, or because of what the sync found: whenever something changed, or is due. */
import { isHeld, isIdle } from '../../store/hold.ts';
import type { Store } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import { createLoop } from '../jobs/loop.ts';
import type { Log } from '../log.ts';
import type { ClockSet } from '../takeovers/run/clock-set.ts';

export interface Watch {
  /** Something may have become due. */
  wake(): void;
  drain(): Promise<void>;
  run(signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

/** Looks at what has become due, and does or tells what follows. @returns when something is due next */
export type Lookout = (store: Store, now: Date) => Promise<number>;

interface Watching {
  store: Store;
  clock: Clock;
  log: Log;
  /** The clock was set; what follows from it is seen to before anything that is due. */
  clockSet: ClockSet;
  /** Only to tell somebody: so a read-only pilot does it as well. */
  lookouts: readonly Lookout[];
  /** What was decided, or is to be; and what follows from it. */
  decisions: readonly Lookout[];
  /** Called after each look: there may be something to tell, or to do. Must not wait for the watch. */
  afterwards: () => void;
}

/** A change in these may change what is due; what was left undone on hold, or in a read-only pilot, is due once that is over. */
const watched = [
  ...(['takeovers', 'orders', 'requests', 'purchases', 'products', 'parts', 'holdings', 'people', 'holds'] as const),
] as const;

/** A look that failed is repeated. */
const againMs = 60_000;

export function createWatch({ store, clock, log, clockSet, lookouts, decisions, afterwards }: Watching): Watch {
  let seen = '';
  let nextAt = 0;
  let stopped = false;
  const revisions = (): string => watched.map((table) => store.revision(table)).join();
  const isDue = (): boolean =>
    clockSet.isDue() || (!isHeld(store) && (revisions() !== seen || clock.now().getTime() >= nextAt));

  async function lookAtAll(): Promise<void> {
    await clockSet.see();
    if (isHeld(store)) return;
    seen = revisions();
    let next = await lookWith(lookouts);
    if (!isIdle(store)) next = Math.min(next, await lookWith(decisions));
    nextAt = next;
    afterwards();
  }

  async function lookWith(some: readonly Lookout[]): Promise<number> {
    let next = Number.POSITIVE_INFINITY;
    for (const look of some) next = Math.min(next, await unlessFailed(look));
    return next;
  }

  /** A fault in one must not keep the others waiting. */
  async function unlessFailed(look: Lookout): Promise<number> {
    try {
      return await look(store, clock.now());
    } catch (error) {
      log.error({ error }, 'what is due could not be looked at');
      return clock.now().getTime() + againMs;
    }
  }

  async function drain(asked: () => boolean): Promise<boolean> {
    asked();
    while (!stopped && isDue()) await lookAtAll();
    return !stopped;
  }

  const loop = createLoop(drain, { clock, log, what: 'the watch' });
  return {
    wake: () => void loop.now(),
    drain: loop.now,
    run: (signal) => loop.run(isDue, signal),
    async stop() {
      stopped = true;
      await loop.ended();
    },
  };
}
