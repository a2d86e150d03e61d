/** Waiting for what comes next, without sleeping: what came is kept until it is asked for. */
import { after, goesOn, patiently } from '../../patience.ts';

interface Waiter<T> {
  where: (item: T) => boolean;
  take: (item: T) => void;
}

export interface Wait<T> {
  /** Milliseconds until the wait is given up, however much else happens. */
  within?: number;
  /** Only something like this; what else came stays unread. */
  where?: (item: T) => boolean;
}

export class Feed<T> {
  readonly #unread: T[] = [];
  readonly #waiters = new Set<Waiter<T>>();
  readonly #screen: () => string;

  /** `screen` says what was there instead, for the error of a wait that was in vain. */
  constructor(screen: () => string) {
    this.#screen = screen;
  }

  /** What came and was not yet taken with `next`. */
  get unread(): readonly T[] {
    return this.#unread;
  }

  clear(): void {
    this.#unread.length = 0;
  }

  push(item: T): void {
    goesOn();
    for (const waiter of this.#waiters) {
      if (!waiter.where(item)) continue;
      this.#waiters.delete(waiter);
      waiter.take(item);
      return;
    }
    this.#unread.push(item);
  }

  next({ within, where = () => true }: Wait<T> = {}): Promise<T> {
    const index = this.#unread.findIndex(where);
    const [item] = index < 0 ? [] : this.#unread.splice(index, 1);
    if (item !== undefined) return Promise.resolve(item);
    const coming = new Promise<T>((resolve, reject) => {
      const waiter: Waiter<T> = { where, take: resolve };
      this.#waiters.add(waiter);
      if (within === undefined) return;
      after(within, () => {
        this.#waiters.delete(waiter);
        reject(new Error(`Nothing came within ${within} ms. ${this.#screen()}`));
      });
    });
    return within === undefined ? patiently(coming, this.#screen) : coming;
  }
}
