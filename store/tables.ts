/**
 * Records in memory, for any engine: `Tables` is what is committed, `Layer` is what a transaction makes of it. A layer keeps
 * only what differs from what lies below it, so a transaction costs what it changes, not what is stored.
 */
import { type RecordOf, type Table, tables } from './records.ts';
import type { Reader, Transaction } from './store.ts';

type AnyRecord = RecordOf<Table>;

/** What a transaction does to each table, as it is kept: first the ids that go, then the records that come. */
export type Changes = { [K in Table]?: { gone: string[]; puts: RecordOf<K>[] } };

export const tableNames = Object.keys(tables) as Table[];

/**
 * The record as the store keeps it: a copy that fits its table and can no longer be changed in place.
 *
 * @throws Error naming table, id and reason if it does not fit.
 */
export function check<K extends Table>(table: K, record: unknown): RecordOf<K> {
  const { success, data, error } = tables[table].safeParse(record);
  if (success) return freeze(data) as RecordOf<K>;
  const id = (record as { id?: unknown } | null)?.id;
  const reasons = error.issues.map((issue) => `${issue.path.join('.') || 'record'}: ${issue.message}`);
  throw new Error(`${table} ${JSON.stringify(id)} does not fit: ${reasons.join('; ')}`);
}

function freeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) freeze(part);
  return Object.freeze(value);
}

/** What a layer may lie on. */
interface Ground extends Reader {
  /** A number never given before: a revision seen in a transaction that failed must not come back with other content. */
  tick(): number;
}

/** What is committed. Only `apply` changes it. */
export class Tables implements Ground {
  readonly #records = new Map<Table, Map<string, AnyRecord>>(tableNames.map((table) => [table, new Map()]));
  readonly #revisions = new Map<Table, number>();
  #ticks = 0;

  get<K extends Table>(table: K, id: string): RecordOf<K> | undefined {
    return this.#of(table).get(id);
  }

  all<K extends Table>(table: K): IterableIterator<RecordOf<K>> {
    return this.#of(table).values();
  }

  count(table: Table): number {
    return this.#of(table).size;
  }

  revision(table: Table): number {
    return this.#revisions.get(table) ?? 0;
  }

  tick(): number {
    return ++this.#ticks;
  }

  /** Takes over changes whose records were checked. */
  apply(changes: Changes): void {
    for (const table of tableNames) {
      const change = changes[table];
      if (!change) continue;
      const records = this.#of(table);
      for (const id of change.gone) records.delete(id);
      for (const record of change.puts) records.set(record.id, record);
      this.#revisions.set(table, this.tick());
    }
  }

  #of<K extends Table>(table: K): Map<string, RecordOf<K>> {
    return this.#records.get(table) as Map<string, RecordOf<K>>;
  }
}

/** One table of a layer. An id in both was deleted and put anew, which makes it the youngest. */
interface Draft {
  gone: Set<string>;
  puts: Map<string, AnyRecord>;
  count: number;
  revision: number;
}

/** A transaction: reads what it wrote, and below that the ground as it was. Dropping it undoes it. */
export class Layer implements Transaction, Ground {
  readonly #below: Ground;
  readonly #drafts = new Map<Table, Draft>();
  #over: boolean = false;

  constructor(below: Ground) {
    this.#below = below;
  }

  get<K extends Table>(table: K, id: string): RecordOf<K> | undefined {
    const draft = this.#drafts.get(table);
    const own = draft?.puts.get(id);
    if (own || draft?.gone.has(id)) return own as RecordOf<K> | undefined;
    return this.#below.get(table, id);
  }

  all<K extends Table>(table: K): IterableIterator<RecordOf<K>> {
    const draft = this.#drafts.get(table);
    if (!draft) return this.#below.all(table);
    // Taken down now: a loop that puts new records must not meet them.
    const young = [...draft.puts.keys()].filter((id) => draft.gone.has(id) || !this.#below.get(table, id));
    return this.#merged(table, draft, young);
  }

  *#merged<K extends Table>(table: K, draft: Draft, young: string[]): Generator<RecordOf<K>, void, undefined> {
    for (const old of this.#below.all(table))
      if (!draft.gone.has(old.id)) yield (draft.puts.get(old.id) ?? old) as RecordOf<K>;
    for (const id of young) {
      const record = draft.puts.get(id);
      if (record) yield record as RecordOf<K>;
    }
  }

  count(table: Table): number {
    return this.#drafts.get(table)?.count ?? this.#below.count(table);
  }

  revision(table: Table): number {
    return this.#drafts.get(table)?.revision ?? this.#below.revision(table);
  }

  tick(): number {
    return this.#below.tick();
  }

  put<K extends Table>(table: K, record: RecordOf<K>): void {
    this.#set(table, check(table, record));
  }

  delete(table: Table, id: string): void {
    if (!this.get(table, id)) return;
    const draft = this.#draft(table);
    draft.puts.delete(id);
    if (this.#below.get(table, id)) draft.gone.add(id);
    draft.count--;
  }

  nextId(prefix: string): string {
    const last = (this.get('counters', prefix)?.last ?? 0) + 1;
    this.put('counters', { id: prefix, last });
    return `${prefix}-${last}`;
  }

  /** What this layer changes; tables it leaves as they were are not in it. */
  changes(): Changes {
    const changed = [...this.#drafts].filter(([, { gone, puts }]) => gone.size + puts.size > 0);
    return Object.fromEntries(
      changed.map(([table, { gone, puts }]) => [table, { gone: [...gone], puts: [...puts.values()] }]),
    );
  }

  /** Takes over changes whose records were checked. */
  apply(changes: Changes): void {
    for (const table of tableNames) {
      for (const id of changes[table]?.gone ?? []) this.delete(table, id);
      for (const record of changes[table]?.puts ?? []) this.#set(table, record);
    }
  }

  /** From now on a write throws instead of getting lost. */
  end(): void {
    this.#over = true;
  }

  #set(table: Table, record: AnyRecord): void {
    const isNew = !this.get(table, record.id);
    const draft = this.#draft(table);
    draft.puts.set(record.id, record);
    if (isNew) draft.count++;
  }

  #draft(table: Table): Draft {
    if (this.#over) throw new Error('This transaction is over: its work must not await.');
    const revision = this.tick();
    const draft = this.#drafts.get(table) ?? { gone: new Set(), puts: new Map(), count: this.count(table), revision };
    draft.revision = revision;
    this.#drafts.set(table, draft);
    return draft;
  }
}
