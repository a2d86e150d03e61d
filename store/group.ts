/**
 * Group commit, for any engine: transactions that come while others are being made durable wait, then run one after the
 * other and become durable together. Memory takes a commit only when it is durable, so no reader sees what could be lost.
 */
import type { RecordOf, Table } from './records.ts';
import { type Store, StoreClosed, type Transaction } from './store.ts';
import { type Changes, Layer, type Tables } from './tables.ts';
import type { StoreTrouble, Troubles } from './troubles.ts';

/** What makes commits durable. */
export interface Engine {
  /**
   * Makes the transactions durable, in this order, all or none.
   *
   * @throws StoreFailed if that was not possible.
   */
  append(transactions: readonly Changes[]): Promise<void>;
  /** Called between commits, while the tables hold exactly what is durable: time for housekeeping. Never throws. */
  rest(tables: Tables): Promise<void>;
  /** Called once, when nothing is left under way. */
  close(tables: Tables): Promise<void>;
}

/** Work that waits. It runs at once when its turn comes; its promise is settled when the group is durable. */
interface Job {
  run(group: Layer): Outcome;
  reject(error: unknown): void;
}
interface Outcome {
  changes: Changes;
  settle(): void;
}

/** Keeps one group from holding up the event loop: these many small transactions run in a few milliseconds. */
const largestGroup = 200;

export class GroupStore implements Store {
  readonly #tables: Tables;
  readonly #engine: Engine;
  readonly #troubles: Troubles;
  readonly #queue: Job[] = [];
  #working: Promise<void> | undefined;
  #closed: Promise<void> | undefined;

  constructor(tables: Tables, engine: Engine, troubles: Troubles) {
    this.#tables = tables;
    this.#engine = engine;
    this.#troubles = troubles;
  }

  get<K extends Table>(table: K, id: string): RecordOf<K> | undefined {
    return this.#tables.get(table, id);
  }

  all<K extends Table>(table: K): IterableIterator<RecordOf<K>> {
    return this.#tables.all(table);
  }

  count(table: Table): number {
    return this.#tables.count(table);
  }

  revision(table: Table): number {
    return this.#tables.revision(table);
  }

  transact<T>(work: (tx: Transaction) => T): Promise<T> {
    if (this.#closed !== undefined) return Promise.reject(new StoreClosed('The store is closed; nothing was changed.'));
    return new Promise((resolve, reject) => {
      this.#queue.push({ run: (group) => attempt(work, group, resolve, reject), reject });
      this.#working ??= this.#work();
    });
  }

  rehearse<T>(work: (tx: Transaction) => T): T {
    const tx = new Layer(this.#tables);
    try {
      return work(tx);
    } finally {
      tx.end();
    }
  }

  troubles(): StoreTrouble[] {
    return this.#troubles.list();
  }

  close(): Promise<void> {
    this.#closed ??= (async () => {
      await this.#working;
      await this.#engine.close(this.#tables);
    })();
    return this.#closed;
  }

  async #work(): Promise<void> {
    await null; // What is asked for in the same turn of the event loop goes together.
    while (this.#queue.length > 0) {
      await this.#commit(this.#queue.splice(0, largestGroup));
      await this.#engine.rest(this.#tables);
    }
    this.#working = undefined;
  }

  /** Even work that threw waits for the disk: it may have judged by what an earlier one of its group put. */
  async #commit(jobs: readonly Job[]): Promise<void> {
    const group = new Layer(this.#tables);
    const outcomes = jobs.map((job) => job.run(group));
    const changes = outcomes.map((outcome) => outcome.changes).filter((each) => Object.keys(each).length > 0);
    try {
      if (changes.length > 0) await this.#engine.append(changes);
    } catch (error) {
      this.#troubles.add('commits', (error as Error).message);
      for (const job of jobs) job.reject(error);
      return;
    }
    if (changes.length > 0) this.#troubles.end('commits');
    for (const each of changes) this.#tables.apply(each);
    for (const outcome of outcomes) outcome.settle();
  }
}

function attempt<T>(
  work: (tx: Transaction) => T,
  group: Layer,
  resolve: (result: T) => void,
  reject: (error: unknown) => void,
): Outcome {
  const tx = new Layer(group);
  try {
    const result = work(tx);
    if (result instanceof Promise) {
      result.catch(() => undefined); // Its own error would come too late to tell anybody.
      throw new TypeError('The work of a transaction must not be async: it decides, it does not act.');
    }
    const changes = tx.changes();
    group.apply(changes);
    return { changes, settle: () => resolve(result) };
  } catch (error) {
    return { changes: {}, settle: () => reject(error) };
  } finally {
    tx.end();
  }
}
