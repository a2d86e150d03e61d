/**
 * Asks Microsoft afresh for somebody who decides: an answer counts only if the question went out after they came, since a role
 * may have been taken away in between. Those who come while a question is under way wait a moment for the next one, and share it.
 */
import { setTimeout } from 'node:timers/promises';

/** In real time: a person waits, and Microsoft usually answers sooner. After that the next question goes out all the same. */
const mostWaitMs = 300;

/** Asks, or shares a question of the same key that has not gone out yet. */
export type Afresh<T> = (key: string, ask: () => Promise<T>) => Promise<T>;

export function createAfresh<T>(): Afresh<T> {
  /** By key: the question that went out last, and the next one, which has not gone out yet. */
  const out = new Map<string, Promise<unknown>>();
  const next = new Map<string, Promise<T>>();

  const askInTurn = async (key: string, ask: () => Promise<T>): Promise<T> => {
    const before = out.get(key);
    if (before !== undefined) await Promise.race([before, setTimeout(mostWaitMs, undefined, { ref: false })]);
    next.delete(key);
    const asked = ask();
    const ended = asked.then(
      () => undefined,
      () => undefined,
    );
    out.set(key, ended);
    try {
      return await asked;
    } finally {
      if (out.get(key) === ended) out.delete(key);
    }
  };

  return (key, ask) => {
    const waiting = next.get(key);
    if (waiting !== undefined) return waiting;
    const mustWait = out.has(key);
    const asked = askInTurn(key, ask);
    if (mustWait) next.set(key, asked);
    return asked;
  };
}
