/**
 * At most one answer to one message, however often Teams delivers it, also across a restart. It is kept once it was answered,
 * not before: after a crash in between, a delivery that comes again is answered rather than lost.
 */
import type { Store } from '../store/store.ts';
import type { Clock } from './clock.ts';
import type { DoorActivity } from './door.ts';

/** Teams delivers again within seconds, sometimes minutes. */
const rememberMs = 60 * 60_000;

type Message = Pick<DoorActivity, 'id' | 'conversation'>;

interface Once {
  /** False for a message that was answered, or is being answered now. */
  claim(message: Message): boolean;
  answered(message: Message): Promise<void>;
  /** Nothing reached the person: a delivery that comes again may try again. */
  release(message: Message): void;
}

export function createOnce(store: Store, clock: Clock): Once {
  const underWay = new Set<string>();
  const keyOf = ({ conversation, id }: Message): string | undefined => id && `${conversation.id} ${id}`;
  return {
    claim(message) {
      const key = keyOf(message);
      if (!key) return true;
      if (underWay.has(key) || store.get('answered', key)) return false;
      underWay.add(key);
      return true;
    },
    async answered(message) {
      const key = keyOf(message);
      if (!key) return;
      const now = clock.now().getTime();
      const kept = store.transact((tx) => {
        tx.put('answered', { id: key, at: new Date(now).toISOString() });
        // The oldest come first, so this ends at the first that is still fresh.
        for (const { id, at } of tx.all('answered')) {
          if (Date.parse(at) > now - rememberMs) break;
          tx.delete('answered', id);
        }
      });
      await kept.finally(() => underWay.delete(key));
    },
    release(message) {
      underWay.delete(keyOf(message) ?? '');
    },
  };
}
