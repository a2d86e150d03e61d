/** One drain at a time of whatever is due, for the loops that carry out what the store says. */
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { apart } from '../logging/correlation.ts';

const tickMs = 1_000;

interface Loop {
  /** Drains. If it is asked again meanwhile, it looks again. Resolves when there is nothing left to do now. */
  now(): Promise<void>;
  /** Drains whenever something is due, until the signal. */
  run(isDue: () => boolean, signal: AbortSignal): Promise<void>;
  /** Waits for the one under way. */
  ended(): Promise<void>;
}

/**
 * @param drain is told whether somebody asked since it last looked; resolves to false where nothing is to be done now, however often
 *   it is asked
 */
export function createLoop(
  drain: (asked: () => boolean) => Promise<boolean>,
  { clock, log, what }: { clock: Clock; log: Log; what: string },
): Loop {
  let isAsked = false;
  let underWay: Promise<void> | undefined;
  const asked = (): boolean => {
    const was = isAsked;
    isAsked = false;
    return was;
  };
  const drainAll = async (): Promise<void> => {
    try {
      while ((await drain(asked)) && isAsked);
    } catch (error) {
      log.error({ error }, `${what} failed`);
    } finally {
      underWay = undefined;
    }
  };
  const now = (): Promise<void> => {
    isAsked = true;
    // It does not follow from what woke it: it is for all that is due.
    underWay ??= apart(drainAll);
    return underWay;
  };
  return {
    now,
    async run(isDue, signal) {
      while (!signal.aborted) {
        if (isDue()) await now();
        await clock.wait(tickMs, signal).catch(() => undefined);
      }
    },
    ended: async () => underWay,
  };
}
