/** Watches over open takeovers and orders, and whatever else is told by the clock: looks whenever something changed, or is due. */
import { isHeld, isIdle } from '../../../store/hold.ts';
import type { Store } from '../../../store/store.ts';
import { ends } from '../../../store/takeover/table.ts';
import { createLoop } from '../../jobs/loop.ts';
import { because } from '../../logging/correlation.ts';
import { lookAtOrders } from '../../orders/due.ts';
import type { ClockSet } from './clock-set.ts';
import { createLook, type Looking } from './look.ts';

export interface Watch {
  /** Something may have become due. */
  wake(): void;
  drain(): Promise<void>;
  run(signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

interface Watching extends Looking {
  /** The clock was set; what follows from it is seen to before anything that is due. */
  clockSet: ClockSet;
  /** What else is looked at. Only to tell somebody: so a read-only pilot does it as well. */
  lookouts: readonly Lookout[];
  /** Who else looks at what was decided, or is to be; and does what follows from it. */
  decisions: readonly Lookout[];
  /** Called after each look: there may be something to tell, or to do. Must not wait for the watch. */
  afterwards: () => void;
}

/** Looks at what has become due, and tells of it. @returns when something is due next */
export type Lookout = (store: Store, now: Date) => Promise<number>;

/** A change in these may change what is due; what was left undone on hold, or in a read-only pilot, is due once that is over. */
const watched = [
  ...(['takeovers', 'orders', 'requests', 'purchases', 'products', 'parts', 'holdings', 'people', 'holds'] as const),
] as const;

export function createWatch(watching: Watching): Watch {
  const { store, clock, log, takeovers, clockSet, lookouts, decisions, afterwards } = watching;
  const look = createLook(watching);
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
    nextAt = Number.POSITIVE_INFINITY;
    for (const look of lookouts) nextAt = Math.min(nextAt, await look(store, clock.now()));
    if (!isIdle(store)) await lookAtDecisions();
    afterwards();
  }

  async function lookAtDecisions(): Promise<void> {
    nextAt = Math.min(nextAt, await lookAtOrders(store, takeovers.calendar, clock.now()));
    for (const also of decisions) nextAt = Math.min(nextAt, await also(store, clock.now()));
    for (const takeover of [...store.all('takeovers')].filter(({ state }) => !ends.has(state)))
      nextAt = Math.min(nextAt, await because({ id: takeover.cause }, look, takeover));
  }

  async function drain(asked: () => boolean): Promise<boolean> {
    asked();
    while (!stopped && isDue()) await lookAtAll();
    return !stopped;
  }

  const loop = createLoop(drain, { clock, log, what: 'the watch over takeovers' });
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
