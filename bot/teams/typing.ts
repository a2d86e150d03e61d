/** Teams' own sign that an answer is on its way. */
import { setInterval } from 'node:timers/promises';

/** Sooner it would only flicker, and it lasts about so long. In real time: a person waits. */
const everyMs = 2_000;

/**
 * Shows it while the work takes its time. Where Teams doesn't take the sign, the answer comes all the same.
 *
 * @param show sends the sign
 */
export async function whileTyping<T>(show: () => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  const done = new AbortController();
  const keepShowing = async (): Promise<void> => {
    for await (const _ of setInterval(everyMs, undefined, { signal: done.signal })) await show();
  };
  // An error of its own has nowhere to go: the sign is no part of the answer.
  keepShowing().catch(() => undefined);
  try {
    return await work();
  } finally {
    done.abort();
  }
}
