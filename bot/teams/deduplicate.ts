/**
 * A delivery that Teams repeats has no second effect, and a message gets no second answer, also across a restart. The effect
 * is committed together with the mark of its delivery. An answer is marked once it was given, not before: after a crash in
 * between, the repeated delivery is answered rather than lost.
 */
import type { Store, Transaction } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import type { DoorActivity } from './door.ts';

/** Teams repeats a delivery within seconds, sometimes minutes. */
const rememberMs = 60 * 60_000;

type Delivery = Pick<DoorActivity, 'id' | 'conversation'>;

export interface Deduplication {
  /** False for a message that was answered, or is being answered now. */
  claim(message: Delivery): boolean;
  answered(message: Delivery): Promise<void>;
  /** Nothing reached the person, so a repeated delivery may try again. */
  release(message: Delivery): void;
  /** Commits the effect of a delivery. If an earlier one had its effect, it only shows what would happen now. */
  transact(delivery: Delivery): Store['transact'];
}

export function createDeduplication(store: Store, clock: Clock): Deduplication {
  const underWay = new Set<string>();
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
      if (!key) return;
      await store.transact((tx) => mark(tx, { key, answered: true }, clock.now())).finally(() => underWay.delete(key));
    },
    release(message) {
      underWay.delete(keyOf(message) ?? '');
    },
    transact(delivery) {
      const key = keyOf(delivery);
      return key ? committingOnce(key, store, clock) : (work) => store.transact(work);
    },
  };
}

/** Commits for the first delivery alone; for a later one it rehearses, and nothing changes. */
function committingOnce(key: string, store: Store, clock: Clock): Store['transact'] {
  let isOurs = false;
  return async (work) => {
    const again = Symbol('delivered again');
    const result = await store.transact((tx) => {
      if (!isOurs && tx.get('answered', key)) return again;
      mark(tx, { key, answered: false }, clock.now());
      return work(tx);
    });
    if (result === again) return store.rehearse(work);
    isOurs = true;
    return result as Exclude<typeof result, symbol>;
  };
}

function mark(tx: Transaction, { key, answered }: { key: string; answered: boolean }, now: Date): void {
  tx.put('answered', { id: key, at: now.toISOString(), answered });
  // The oldest come first, so this ends at the first that is still fresh.
  for (const old of tx.all('answered')) {
    if (Date.parse(old.at) > now.getTime() - rememberMs) break;
    tx.delete('answered', old.id);
  }
}

function keyOf({ conversation, id }: Delivery): string | undefined {
  return id && `${conversation.id} ${id}`;
}
