/** Watches over open takeovers and orders: looks at them whenever something about them changed, or has become due. */
import { isIdle } from '../../../store/hold.ts';
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
  /** Called after each look: there may be something to tell, or to do. Must not wait for the watch. */
  afterwards: () => void;
}

/** A change in these may change what is due; what was left undone on hold, or in a read-only pilot, is due once that is over. */
const watched = ['takeovers', 'orders', 'purchases', 'holdings', 'people', 'holds'] as const;

export function createWatch(watching: Watching): Watch {
  const { store, clock, log, takeovers, clockSet, afterwards } = watching;
  const look = createLook(watching);
  let seen = '';
  let nextAt = 0;
  let stopped = false;
  const revisions = (): string => watched.map((table) => store.revision(table)).join();
  const isDue = (): boolean =>
    clockSet.isDue() || (!isIdle(store) && (revisions() !== seen || clock.now().getTime() >= nextAt));

  async function lookAtAll(): Promise<void> {
    await clockSet.see();
    if (isIdle(store)) return;
    seen = revisions();
    nextAt = await lookAtOrders(store, takeovers.calendar, clock.now());
    for (const takeover of [...store.all('takeovers')].filter(({ state }) => !ends.has(state)))
      nextAt = Math.min(nextAt, await because({ id: takeover.cause }, look, takeover));
    afterwards();
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
