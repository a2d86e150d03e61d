/**
 * How long the tests wait, which on a busy machine is no matter of the clock on the wall. A deadline counts the time this process
 * was given, and who waits for something to appear waits as long as anything happens at all.
 */

/** Late by more than that, the process did not get its turn, and what came in meanwhile had no chance to be read. */
const tickMs = 10;
const longestMs = 2 * tickMs;
/** Where nothing at all has happened for so long, nothing will. */
const stillMs = 60_000;

interface Alarm {
  at: number;
  ring: (() => void) | undefined;
}

/** In order, as those of one length end in the order they begin. */
const alarms = new Map<number, Alarm[]>();
let time = 0;
let last = performance.now();
let happened = 0;

setInterval(tick, tickMs).unref();

function tick(): void {
  const now = performance.now();
  time += Math.min(now - last, longestMs);
  last = now;
  for (const [ms, queue] of alarms) {
    while (queue[0] && (!queue[0].ring || queue[0].at <= time)) queue.shift()?.ring?.();
    if (queue.length === 0) alarms.delete(ms);
  }
}

/** Milliseconds that this process was given so far. */
export function given(): number {
  return time;
}

/** Rings once the process was given so much time. @returns what takes it back */
export function after(ms: number, ring: () => void): () => void {
  const alarm: Alarm = { at: time + ms, ring };
  const queue = alarms.get(ms) ?? [];
  queue.push(alarm);
  alarms.set(ms, queue);
  return () => {
    alarm.ring = undefined;
  };
}

/** Said by whatever sees that something goes on: a stand-in that is asked, a page that changes, a process that speaks. */
export function goesOn(): void {
  happened++;
}

/** Rings once nothing has happened for so long. @returns what takes it back */
export function afterStillness(ms: number, ring: () => void): () => void {
  const before = happened;
  let takeBack = after(ms, () => {
    if (before === happened) ring();
    else takeBack = afterStillness(ms, ring);
  });
  return () => takeBack();
}

/** What `work` resolves to, however long it takes, unless for a minute nothing has happened. @param why for the error then */
export function patiently<T>(work: Promise<T>, why: () => string): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const giveUp = (): void => reject(new Error(`Nothing has happened for ${stillMs / 1000} s. ${why()}`));
    const takeBack = afterStillness(stillMs, giveUp);
    work.then(resolve, reject).finally(takeBack);
  });
}
