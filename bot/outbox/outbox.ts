/**
 * The outbox: carries out notices that are due, within Teams' limits, one at a time in each conversation. What is not out yet
 * stands in the store, so a crash, a restart or an hour without Teams forgets nobody.
 */
import { idOf } from '../../store/notices.ts';
import type { Notice, Saying } from '../../store/records.ts';
import { createDraining } from '../loop.ts';
import type { Pace } from '../teams/pace.ts';
import { deliver, whereTo } from './deliver.ts';
import { createRecord } from './record.ts';
import type { Deps, Effect } from './step.ts';

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
  draft: 0,
  takeover: 1,
  licences: 1,
  approval: 2,
  replied: 2,
  announced: 4,
};

export function createOutbox(given: Omit<Deps, 'record'>, pace: Pace): Outbox {
  const { store, clock } = given.house;
  const { log } = given;
  const record = createRecord(store, clock);
  const deps = { ...given, record };
  /** By whom it is for: nobody is told two things at once. */
  const underWay = new Map<string, Promise<void>>();
  /** The notices of those. */
  const carried = new Set<string>();
  let queue: Notice[] = [];
  let stopped = false;
  /** When something is due next, as far as is known: at that revision of the store. */
  let nextAt = 0;
  let looked = -1;
  /** While Teams is down one notice after the other tries it, at growing intervals. */
  let outages = 0;
  let heldUntil = 0;

  const now = (): number => clock.now().getTime();

  function look(): void {
    const revision = store.revision('notices');
    // Most of what people say and press gives no reason to tell anybody anything.
    if (revision === looked && queue.length === 0 && now() < nextAt) return;
    looked = revision;
    nextAt = Number.POSITIVE_INFINITY;
    queue = [];
    for (const notice of store.all('notices')) {
      if (isDue(notice) && !carried.has(notice.id)) queue.push(notice);
    }
    queue.sort(
      (a, b) => urgency[a.saying.card] - urgency[b.saying.card] || (a.dueAt ?? '').localeCompare(b.dueAt ?? ''),
    );
  }

  /** What is due later is remembered by its time alone. */
  function isDue({ dueAt }: Notice): boolean {
    if (!dueAt) return false;
    const at = Date.parse(dueAt);
    if (at > now()) nextAt = Math.min(nextAt, at);
    return at <= now();
  }

  /** After a step there may be a next one: the chat was opened, or mail is the next rung. */
  function goOn(id: string): void {
    const notice = store.get('notices', id);
    if (!notice || !isDue(notice)) return;
    const place = queue.findIndex(({ saying }) => urgency[saying.card] >= urgency[notice.saying.card]);
    queue.splice(place < 0 ? queue.length : place, 0, notice);
  }

  /** The first whose conversation is free; else how long until one is. */
  function pick(): Notice | number {
    let shortest = Number.POSITIVE_INFINITY;
    for (const [at, notice] of queue.entries()) {
      if (underWay.has(idOf(notice.to))) continue;
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

  function launch({ id, to }: Notice): void {
    carried.add(id);
    const key = idOf(to);
    const work = carry(id).finally(() => {
      underWay.delete(key);
      carried.delete(id);
      goOn(id);
    });
    underWay.set(key, work);
  }

  async function carry(id: string): Promise<void> {
    const notice = store.get('notices', id);
    if (!notice || !isDue(notice)) return;
    try {
      feel(await deliver(notice, deps));
    } catch (error) {
      // Our own fault (a card that can't be made, a full disk): it stays due, and must not be tried without pause.
      log.error({ notice: id, error }, 'a notice failed');
      await record.postponed(id, new Date(now() + longestHoldMs)).catch(() => feel('outage'));
    }
  }

  /** Those that had left before the first of them failed say nothing new of an outage. */
  function feel(effect: Effect): void {
    if (effect === 'done') outages = heldUntil = 0;
    if (effect !== 'outage' || heldUntil > now()) return;
    outages++;
    heldUntil = now() + Math.min(longestHoldMs, 1000 * 2 ** outages);
  }

  /** Ends when nothing is due, or Teams is down. */
  async function drain(asked: () => boolean): Promise<boolean> {
    while (!stopped) {
      if (asked() || queue.length === 0 || nextAt <= now()) look();
      if (queue.length === 0 && underWay.size === 0) return true;
      if (heldUntil > now()) {
        if (underWay.size === 0) return false;
        await anyEnd();
        continue;
      }
      if (queue.length === 0 || underWay.size >= (outages > 0 ? 1 : mostUnderWay)) {
        await anyEnd();
        continue;
      }
      const delay = pace.delayOfAll(underWay.size);
      const next = delay > 0 ? delay : pick();
      if (typeof next !== 'number') launch(next);
      else if (underWay.size > 0) await anyEnd();
      else await clock.wait(Math.min(next, tickMs));
    }
    await Promise.all(underWay.values());
    return false;
  }

  function anyEnd(): Promise<void> {
    return Promise.race(underWay.values());
  }

  const draining = createDraining(drain, { clock, log, what: 'the outbox' });
  return {
    wake: () => void draining.now(),
    drain: draining.now,
    run: (signal) => draining.run(() => (queue.length > 0 ? heldUntil : nextAt) <= now(), signal),
    async stop() {
      stopped = true;
      await draining.ended();
    },
  };
}
