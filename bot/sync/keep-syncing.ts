/** Reads Microsoft again and again. */
import type { Clock } from '../clock.ts';
import type { Sync } from '../core/dependencies.ts';
import type { Log } from '../log.ts';

export async function keepSyncing(
  sync: Sync,
  { clock, minutes, log, signal }: { clock: Clock; minutes: number; log: Log; signal: AbortSignal },
): Promise<void> {
  const left = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  while (!signal.aborted) {
    const run = sync.run().catch((error: unknown) => {
      // Purser does not wait for Microsoft before it stops; the next sync writes what this one did not.
      if (!signal.aborted) log.error({ error }, 'the sync failed');
    });
    await Promise.race([run, left]);
    await clock.wait(minutes * 60_000, signal).catch(() => undefined);
  }
}
