/** Waiting for what comes next, without sleeping: what came is kept until it is asked for. */

interface Waiter<T> {
  where: (item: T) => boolean;
  take: (item: T) => void;
}

export interface Wait<T> {
  /** Real milliseconds until the wait is given up (3000). */
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
    for (const waiter of this.#waiters) {
      if (!waiter.where(item)) continue;
      this.#waiters.delete(waiter);
      waiter.take(item);
      return;
    }
    this.#unread.push(item);
  }

  next({ within = 3000, where = () => true }: Wait<T> = {}): Promise<T> {
    const index = this.#unread.findIndex(where);
    const [item] = index < 0 ? [] : this.#unread.splice(index, 1);
    if (item !== undefined) return Promise.resolve(item);
    return new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiters.delete(waiter);
        reject(new Error(`Nothing came within ${within} ms. ${this.#screen()}`));
      }, within);
      const waiter: Waiter<T> = {
        where,
        take: (taken) => {
          clearTimeout(timer);
          resolve(taken);
        },
      };
      this.#waiters.add(waiter);
    });
  }
}
