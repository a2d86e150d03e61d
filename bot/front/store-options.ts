/** What the store is opened with: what it reports reaches the operator, and whoever waits for it says so. */
import type { FileStoreOptions } from '../../store/file/open.ts';
import type { TroubleKind } from '../../store/troubles.ts';
import type { Log } from '../log.ts';
import type { Front } from './front.ts';

interface Means {
  log: Log;
  /** How often it reported trouble, by kind. */
  told: Map<TroubleKind, number>;
  front: Front;
  options: { leaseWaitMs?: number; signal?: AbortSignal; onLost?: (words: string) => void };
}

/** What the store reports is each time a line of the log, and counted. */
export function storeOptions({ log, told, front, options }: Means): FileStoreOptions {
  return {
    report(words, kind) {
      told.set(kind, (told.get(kind) ?? 0) + 1);
      log.error({ store: kind }, words);
    },
    wait: options.leaseWaitMs ?? 0,
    signal: options.signal,
    onWait(holder) {
      front.tell();
      log.warn({ holder }, 'waiting for the lease');
    },
    onLost(words) {
      log.error(words);
      front.drain('store-lost');
      options.onLost?.(words);
    },
  };
}
