/**
 * The outbox: carries out notices that are due, within Teams' limits, one at a time in each conversation. What is not out yet
 * stands in the store, so a crash, a restart or an hour without Teams forgets nobody.
 */
import { nameOf } from '../../store/notices.ts';
import type { Notice, Saying } from '../../store/records.ts';
import { type Deps, deliver, type Effect, whereTo } from './deliver.ts';
import type { Pace } from './pace.ts';

export interface Outbox {
  /** Something may have become due. */
  wake(): void;
  /** Carries out whatever is due now; ends when nothing is, or Teams is down. */
  drain(): Promise<void>;
  /** Drains whenever something is due, until the signal. */
  run(signal: AbortSignal): Promise<void>;
  /** Lets what is under way end, and begins nothing more. */
  stop(): Promise<void>;
}

/** As many requests as 50 a second need at half a second each. */
const mostUnderWay = 25;
const tickMs = 1_000;
const longestHoldMs = 60_000;

/** Who is just being answered comes before what concerns many. */
const urgency: Record<Saying['card'], number> = {
  welcome: 0,
  answered: 1,
  'new-purchases': 2,
  absence: 2,
  change: 1,
  drift: 2,
  'still-there': 3,
  unreached: 3,
  asked: 4,
};

export function createOutbox(deps: Deps, pace: Pace): Outbox {
  const { house, record, log } = deps;
  const { store, clock } = house;
  const underWay = new Map<string, Promise<void>>();
  let queue: Notice[] = [];
  let woken = true;
  let stopped = false;
  let draining: Promise<void> | undefined;
  /** When something is due next, as far as is known. */
  let nextAt = 0;
  /** While Teams is down one notice after the other tries it, at growing intervals. */
  let outages = 0;
  let heldUntil = 0;
  let recovered: Promise<void> | undefined;

  const now = (): number => clock.now().getTime();

  function look(): void {
    woken = false;
    const at = clock.now().toISOString();
    nextAt = Number.POSITIVE_INFINITY;
    const due: Notice[] = [];
    for (const notice of store.all('notices')) {
      if (!notice.dueAt || underWay.has(nameOf(notice.to))) continue;
      if (notice.dueAt <= at) due.push(notice);
      else nextAt = Math.min(nextAt, Date.parse(notice.dueAt));
    }
    queue = due.sort(
      (a, b) => urgency[a.saying.card] - urgency[b.saying.card] || (a.dueAt ?? '').localeCompare(b.dueAt ?? ''),
    );
  }

  /** The first whose conversation is free; else how long until one is. */
  function pick(): Notice | number {
    let shortest = Number.POSITIVE_INFINITY;
    for (const [at, notice] of queue.entries()) {
      if (underWay.has(nameOf(notice.to))) continue;
      const where = whereTo(notice, deps);
      const delay = typeof where === 'string' ? 0 : pace.delay(where.chat);
      if (delay > 0) shortest = Math.min(shortest, delay);
      else {
        queue.splice(at, 1);
        return notice;
      }
    }
    return shortest;
  }

  function launch(notice: Notice): void {
    const key = nameOf(notice.to);
    const work = carry(notice).finally(() => underWay.delete(key));
    underWay.set(key, work);
  }

  async function carry({ id }: Notice): Promise<void> {
    const notice = store.get('notices', id);
    if (!notice?.dueAt) return;
    try {
      feel(await deliver(notice, deps));
    } catch (error) {
      // Our own fault (a card that can't be made, a full disk): it stays due, and must not be tried without pause.
      log.error({ notice: id, error }, 'a notice failed');
      const at = new Date(now() + longestHoldMs);
      await record.again(id, at, 'waiting', null).catch(() => feel('outage'));
    }
  }

  function feel(effect: Effect): void {
    outages = effect === 'outage' ? outages + 1 : 0;
    heldUntil = outages === 0 ? 0 : now() + Math.min(longestHoldMs, 1000 * 2 ** outages);
  }

  async function drain(): Promise<void> {
    recovered ??= record.recovered();
    await recovered;
    while (!stopped) {
      if (woken || queue.length === 0) look();
      if (queue.length === 0 && underWay.size === 0) return;
      if (heldUntil > now()) {
        if (underWay.size === 0) return;
        await anyEnd();
        continue;
      }
      if (queue.length === 0 || underWay.size >= (outages > 0 ? 1 : mostUnderWay)) {
        await anyEnd();
        continue;
      }
      const delay = pace.delayOfAll();
      const next = delay > 0 ? delay : pick();
      if (typeof next !== 'number') launch(next);
      else if (underWay.size > 0) await anyEnd();
      else await clock.wait(Math.min(next, tickMs));
    }
    await Promise.all(underWay.values());
  }

  function anyEnd(): Promise<void> {
    return Promise.race(underWay.values());
  }

  /** One at a time; for whoever asks meanwhile, that one looks again. */
  function drainOnce(): Promise<void> {
    woken = true;
    draining ??= (async () => {
      try {
        do await drain();
        while (woken && heldUntil <= now() && !stopped);
      } catch (error) {
        log.error({ error }, 'the outbox failed');
      } finally {
        draining = undefined;
      }
    })();
    return draining;
  }

  return {
    wake: () => void drainOnce(),
    drain: drainOnce,
    async run(signal) {
      while (!signal.aborted) {
        if ((queue.length > 0 ? heldUntil : nextAt) <= now()) await drainOnce();
        await clock.wait(tickMs, signal).catch(() => undefined);
      }
    },
    async stop() {
      stopped = true;
      await draining;
    },
  };
}
