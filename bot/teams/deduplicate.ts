/**
 * What Teams delivers again has no second effect, and a message no second answer, also across a restart. The effect is kept
 * with the mark of its delivery, in one commit. An answer is marked when it was given, not before: after a crash in between,
 * a delivery that comes again is answered rather than lost.
 */
import type { Store, Transaction } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import type { DoorActivity } from './door.ts';

/** Teams delivers again within seconds, sometimes minutes. */
const rememberMs = 60 * 60_000;

type Delivery = Pick<DoorActivity, 'id' | 'conversation'>;

export interface Deduplication {
  /** False for a message that was answered, or is being answered now. */
  claim(message: Delivery): boolean;
  answered(message: Delivery): Promise<void>;
  /** Nothing reached the person: a delivery that comes again may try again. */
  release(message: Delivery): void;
  /** Commits what comes of a delivery; where an earlier one had its effect, it only shows what would come of it now. */
  transact(delivery: Delivery): Store['transact'];
}

export function createDeduplication(store: Store, clock: Clock): Deduplication {
  const underWay = new Set<string>();
  const put = (tx: Transaction, id: string, answered: boolean): void => {
    const now = clock.now().getTime();
    tx.put('answered', { id, at: new Date(now).toISOString(), answered });
    // The oldest come first, so this ends at the first that is still fresh.
    for (const old of tx.all('answered')) {
      if (Date.parse(old.at) > now - rememberMs) break;
      tx.delete('answered', old.id);
    }
  };
  return {
    claim(message) {
      const key = keyOf(message);
      if (!key) return true;
      if (underWay.has(key) || store.get('answered', key)?.answered) return false;
      underWay.add(key);
      return true;
    },
    async answered(message) {
      const key = keyOf(message);
      if (key) await store.transact((tx) => put(tx, key, true)).finally(() => underWay.delete(key));
    },
    release(message) {
      underWay.delete(keyOf(message) ?? '');
    },
    transact(delivery) {
      const key = keyOf(delivery);
      if (!key) return (work) => store.transact(work);
      let isOurs = false;
      return async (work) => {
        const again = Symbol('delivered again');
        const result = await store.transact((tx) => {
          if (!isOurs && tx.get('answered', key)) return again;
          put(tx, key, false);
          return work(tx);
        });
        if (result === again) return store.rehearse(work);
        isOurs = true;
        return result as Exclude<typeof result, symbol>;
      };
    },
  };
}

function keyOf({ conversation, id }: Delivery): string | undefined {
  return id && `${conversation.id} ${id}`;
}
