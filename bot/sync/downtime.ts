/** Whether Purser was away: it notes now and then that it is awake, and looks at that when it starts. */
import type { Reader, Store } from '../../store/store.ts';

/** A restart is no absence, and neither is a deployment. */
const shortestMs = 60 * 60_000;
/** It is noted after every sync, and some may have been missed. */
const syncsMissed = 4;

export async function noteAwake(store: Store, now: Date): Promise<void> {
  await store.transact((tx) => tx.put('marks', { id: 'awake', value: now.toISOString() }));
}

/** Since when Purser was not running; undefined if it was, or never did. */
export function absentBefore(store: Reader, now: Date, syncMinutes: number): Date | undefined {
  const awake = store.get('marks', 'awake');
  if (!awake) return undefined;
  const since = new Date(awake.value);
  return now.getTime() - since.getTime() > Math.max(shortestMs, syncsMissed * syncMinutes * 60_000) ? since : undefined;
}
