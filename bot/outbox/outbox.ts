/**
 * The outbox: carries out notices that are due, within Teams' limits, one at a time in each conversation. What is not out yet
 * is in the store, so a crash, a restart or an hour without Teams forgets nobody.
 */
import { idOf } from '../../store/notices.ts';
import type { Notice } from '../../store/records.ts';
import { createLoop } from '../jobs/loop.ts';
import { because } from '../logging/correlation.ts';
import { MicrosoftFailed, Withheld } from '../microsoft/commerce.ts';
import type { Pace } from '../teams/pace.ts';
import { Audience } from './audience.ts';
import { deliver } from './deliver.ts';
import { longestHoldMs, Outage } from './outage.ts';
import { Queue } from './queue.ts';
import { DeliveryRecord, type OnUnreached } from './record.ts';
import type { Deps } from './step.ts';
import { whereTo } from './where-to.ts';

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

const tickMs = 1_000;

interface Options extends Omit<Deps, 'record' | 'audience'> {
  pace: Pace;
  /** Called in the transaction that gives a notice up, for whatever else shows that it reached nobody. */
  onUnreached: OnUnreached;
}

export function createOutbox(options: Options): Outbox {
  const { log } = options;
  const { clock } = options.dependencies;
  const delivery = new Delivery(options);
  const loop = createLoop((asked) => delivery.drain(asked), { clock, log, what: 'the outbox' });
  return {
    wake: () => void loop.now(),
    drain: loop.now,
    run: (signal) => loop.run(() => delivery.isDue, signal),
    async stop() {
      delivery.stop();
      await loop.ended();
    },
  };
}

/** What is on its way, and what goes next. */
class Delivery {
  readonly #deps: Deps;
  readonly #pace: Pace;
  readonly #queue: Queue;
  readonly #outage: Outage;
  /** By reader: nobody is told two things at once. */
  readonly #underWay = new Map<string, Promise<void>>();
  /** The notices of those. */
  readonly #carried = new Set<Notice['id']>();
  readonly #stopping = new AbortController();

  constructor({ pace, onUnreached, ...given }: Options) {
    const { store, clock, isHeldBack, config } = given.dependencies;
    const { kinds } = given;
    this.#pace = pace;
    this.#queue = new Queue({ store, clock, kinds, isHeldBack, timeZone: config.timeZone });
    const record = new DeliveryRecord({ store, clock, kinds, onUnreached });
    const { people } = given.dependencies;
    this.#deps = { ...given, record, audience: new Audience({ people, kinds, waiting: () => this.#queue.due }) };
    this.#outage = new Outage(clock);
  }

  get isDue(): boolean {
    return this.#queue.isEmpty ? this.#queue.isOutOfDate : !this.#outage.isHeld;
  }

  stop(): void {
    this.#stopping.abort();
  }

  /**
   * Ends when nothing is due, or Teams is down.
   *
   * @param asked whether somebody has asked since it last looked
   * @returns false where nothing is to be done now, however often it is asked
   */
  async drain(asked: () => boolean): Promise<boolean> {
    while (!this.#stopping.signal.aborted) {
      if (asked() || this.#queue.isEmpty || this.#queue.isOutOfDate) this.#queue.refresh(this.#carried);
      const isIdle = this.#underWay.size === 0;
      if (this.#queue.isEmpty && isIdle) return true;
      if (this.#outage.isHeld && isIdle) return false;
      await this.#next();
    }
    await Promise.all(this.#underWay.values());
    return false;
  }

  /** Sends one off, or waits until one may go. */
  async #next(): Promise<void> {
    if (this.#outage.isHeld || this.#queue.isEmpty || this.#underWay.size >= this.#outage.most) return this.#anyEnd();
    const delay = this.#pace.delayOfAll(this.#underWay.size);
    const next = delay > 0 ? delay : this.#queue.take((notice) => this.#delayOf(notice));
    if (typeof next !== 'number') return this.#launch(next);
    if (this.#underWay.size > 0) return this.#anyEnd();
    await this.#deps.dependencies.clock.wait(Math.min(next, tickMs));
  }

  #delayOf(notice: Notice): number | undefined {
    if (this.#underWay.has(idOf(notice.to))) return undefined;
    const where = whereTo(notice, this.#deps);
    return typeof where === 'string' ? 0 : this.#pace.delay(where.chat);
  }

  #launch({ id, to, cause }: Notice): void {
    this.#carried.add(id);
    const key = idOf(to);
    const work = because({ id: cause }, () => this.#carry(id)).finally(() => {
      this.#underWay.delete(key);
      this.#carried.delete(id);
      this.#queue.putBack(id);
    });
    this.#underWay.set(key, work);
  }

  async #carry(id: Notice['id']): Promise<void> {
    const { dependencies, record, log } = this.#deps;
    const notice = dependencies.store.get('notices', id);
    if (!notice || !this.#queue.isDue(notice)) return;
    try {
      this.#outage.note(await deliver(notice, this.#deps));
    } catch (error) {
      // It is due again when Purser goes on.
      if (error instanceof Withheld) return;
      // Who they are can't be asked just now, so they are told later rather than too much. The gateway has logged why.
      if (error instanceof MicrosoftFailed)
        return record.postponed(id, this.#later()).catch(() => this.#outage.note('outage'));
      // Our own fault (a card that can't be made, a full disk): it stays due, and must not be tried without pause.
      log.error({ notice: id, error }, 'a notice failed');
      await record.postponed(id, this.#later()).catch(() => this.#outage.note('outage'));
    }
  }

  #later(): Date {
    return new Date(this.#deps.dependencies.clock.now().getTime() + longestHoldMs);
  }

  #anyEnd(): Promise<void> {
    return Promise.race(this.#underWay.values());
  }
}
