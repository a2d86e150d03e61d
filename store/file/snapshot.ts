/** A snapshot: everything that was stored at one moment, as a lowdb document in a file of its own. A backup is one, too. */
import { type Adapter, Low } from 'lowdb';
import { type Tables, tableNames } from '../tables.ts';
import { version } from '../version.ts';
import { refuseNewer, StoreDamaged, StoreUnfit } from './errors.ts';
import type { Folder } from './folder.ts';
import { lines, seal } from './lines.ts';

export interface Snapshot {
  /** The last transaction in it. */
  seq: number;
  tables: Record<string, readonly unknown[]>;
  /** When it was taken, as a backup says it; the store's own have no need to. */
  taken?: string | undefined;
}

/** What a store holds before its first transaction. */
export const nothing: Snapshot = { seq: 0, tables: {} };

/** What the tables hold now. Records are never changed in place, so this stays as it is while commits go on. */
export function viewOf(tables: Tables, seq: number): Snapshot {
  return { seq, tables: Object.fromEntries(tableNames.map((table) => [table, [...tables.all(table)]])) };
}

/** @throws StoreDamaged unless every line is there and as it was written; StoreUnfit if a later version wrote it. */
export async function readSnapshot(folder: Folder, path: string): Promise<{ snapshot: Snapshot; bytes: number }> {
  const file = new SnapshotFile(folder, path);
  const document = new Low<Snapshot>(file, nothing);
  await document.read();
  return { snapshot: document.data, bytes: file.bytes };
}

/** Resolves with the length of the file once it is durable under its name; until then nothing has that name. */
export async function writeSnapshot(folder: Folder, path: string, view: Snapshot): Promise<number> {
  const file = new SnapshotFile(folder, path);
  const document = new Low<Snapshot>(file, view);
  await document.write();
  return file.bytes;
}

const format = 1;
/** Records to a line: about a millisecond of work, so that writing a large snapshot never holds up the event loop. */
const slice = 250;

/** Its lines: `{ format, writer, seq, taken }`, then `{ table, records }` as often as needed, then `{ lines: <how many came before> }`. */
class SnapshotFile implements Adapter<Snapshot> {
  readonly #folder: Folder;
  readonly #path: string;
  /** Length of the file, once it was read or written. */
  bytes = 0;

  constructor(folder: Folder, path: string) {
    this.#folder = folder;
    this.#path = path;
  }

  async read(): Promise<Snapshot> {
    const content = await this.#folder.disk.readFile(this.#path);
    this.bytes = content.length;
    const read = [...lines(content)];
    const bad = read.find((line) => line.value === undefined);
    if (bad) throw new StoreDamaged(this.#path, bad.byte, 'this line is torn or damaged');
    const [first, ...slices] = read.map((line) => line.value);
    const last = slices.pop() as { lines?: number } | undefined;
    if (last?.lines !== slices.length + 1) throw new StoreDamaged(this.#path, content.length, 'the end is missing');
    const { format: found, writer, seq, taken } = first as Head;
    refuseNewer(this.#path, writer);
    if (found !== format) throw new StoreUnfit(this.#path, `it has format ${found}, and this version reads ${format}`);
    return { seq, taken, tables: gather(slices as Slice[]) };
  }

  async write(view: Snapshot): Promise<void> {
    this.bytes = await this.#folder.write(this.#path, linesOf(view));
  }
}

interface Head extends Pick<Snapshot, 'seq' | 'taken'> {
  format: number;
  /** The version of Purser that wrote it; 0.1 did not say. */
  writer?: string;
}

interface Slice {
  table: string;
  records: unknown[];
}

function* linesOf({ seq, taken, tables }: Snapshot): Generator<string, void, undefined> {
  let written = 1;
  yield seal({ format, writer: version, seq, taken });
  for (const [table, records] of Object.entries(tables))
    for (let from = 0; from < records.length; from += slice, written++)
      yield seal({ table, records: records.slice(from, from + slice) });
  yield seal({ lines: written });
}

function gather(slices: readonly Slice[]): Record<string, unknown[]> {
  const tables: Record<string, unknown[]> = {};
  for (const { table, records } of slices) {
    tables[table] ??= [];
    tables[table].push(...records);
  }
  return tables;
}
