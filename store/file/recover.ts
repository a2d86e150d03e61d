/** Brings back what was committed from the files of a folder, or refuses in words. It changes nothing in the folder. */
import { migrated } from '../migrations.ts';
import { type RecordOf, type Table, tables } from '../records.ts';
import { type Changes, check, Tables } from '../tables.ts';
import { StoreDamaged, StoreUnfit } from './errors.ts';
import { beginsEra, type Folder } from './folder.ts';
import { type JournalFile, type JournalRead, openJournal, readJournal } from './journal.ts';
import { nothing, readSnapshot, type Snapshot } from './snapshot.ts';

interface Base {
  number: number;
  snapshot: Snapshot;
  bytes: number;
  /** Newer snapshots, which can't be read. */
  damaged: { number: number; why: StoreDamaged }[];
}

export interface Recovered {
  tables: Tables;
  /** The last transaction in the tables. */
  seq: number;
  base: Base;
  /** The journals since, oldest first; the last one is to be gone on with, and may have to be cut. */
  journals: JournalRead[];
}

/**
 * @throws StoreDamaged if what was committed can't be brought back whole.
 * @throws StoreUnfit if it can, but this version does not understand it.
 */
export async function recover(folder: Folder): Promise<Recovered> {
  const { base, files } = await newestGood(folder);
  const journals = counted(files).map(({ file, upTo }) => readJournal(file, upTo));
  const state = tablesOf(base.snapshot, folder.file('snapshot', base.number));
  if (isUnused(journals.at(-1), journals.at(-2))) journals.pop();
  let { seq } = base.snapshot;
  for (const journal of journals) seq = replay(state, seq, journal);
  return { tables: state, seq, base, journals };
}

/** The records of a snapshot, every one checked. @throws StoreUnfit naming table, id and reason. */
export function tablesOf(snapshot: Snapshot, path: string): Tables {
  const state = new Tables();
  for (const [table, puts] of Object.entries(snapshot.tables))
    state.apply(checked({ [table]: { gone: [], puts } }, path));
  return state;
}

/**
 * Purser stopped when the last journal was just begun, or the disk failed then and commits went on in the one before. So that
 * one is gone on with, and the empty one replaced when its time comes. One that begins an era says something, even empty.
 */
function isUnused(last?: JournalRead, before?: JournalRead): boolean {
  if (!last || !before || last.fence || last.transacted.length + last.torn > 0) return false;
  return last.after <= before.after + before.transacted.length;
}

/** The newest snapshot that can be read and counts, with the journals since. Before the first there was nothing, and journal 0 goes on from there. */
async function newestGood(folder: Folder): Promise<{ base: Base; files: JournalFile[] }> {
  const damaged: Base['damaged'] = [];
  const read = journalsIn(folder);
  for (const number of (await folder.generations('snapshot')).reverse()) {
    try {
      const good = await readSnapshot(folder, folder.file('snapshot', number));
      const files = await read.since(number, damaged);
      // A holder that had lost its lease wrote it, and had seen what does not count.
      if (good.snapshot.seq > fenceBehind(files, number)) continue;
      return { base: { number, ...good, damaged }, files };
    } catch (error) {
      if (!(error instanceof StoreDamaged) || error.file !== folder.file('snapshot', number)) throw error;
      damaged.push({ number, why: error });
    }
  }
  const files = await read.since(0, damaged);
  return { base: { number: 0, snapshot: nothing, bytes: 0, damaged }, files };
}

function journalsIn(folder: Folder) {
  const opened = new Map<number, JournalFile>();
  return {
    /** @throws StoreDamaged if one of them is missing */
    async since(number: number, damaged: Base['damaged']): Promise<JournalFile[]> {
      const there = (await folder.generations('journal')).filter((each) => each >= number);
      if (number === 0 && damaged.length === 0 && there.length === 0) return [];
      const missing = [number, ...there.map((each) => each + 1)].find(
        (each, at) => at < there.length && there[at] !== each && !beginsEra(there[at] ?? 0),
      );
      const gap = missing ?? (there.length === 0 ? number : undefined);
      if (gap !== undefined)
        throw damaged[0]?.why ?? new StoreDamaged(folder.file('journal', gap), 0, 'this file is missing');
      for (const each of there) if (!opened.has(each)) opened.set(each, await openJournal(folder, each));
      return there.flatMap((each) => opened.get(each) ?? []);
    },
  };
}

/** The last transaction that counts of what was written before the journals behind this number; no end where none sets one. */
function fenceBehind(files: readonly JournalFile[], number: number): number {
  return Math.min(
    ...files.filter((file) => file.fence && file.number > number).map(({ after }) => after),
    Number.POSITIVE_INFINITY,
  );
}

/** The journals of which something counts, and up to where. */
function counted(files: readonly JournalFile[]): { file: JournalFile; upTo: number }[] {
  return files
    .map((file) => ({ file, upTo: fenceBehind(files, file.number) }))
    .filter(({ file, upTo }) => file.after < upTo);
}

function replay(state: Tables, from: number, journal: JournalRead): number {
  let seq = from;
  const mismatch = (byte: number, next: number) =>
    new StoreDamaged(journal.path, byte, `transaction ${next} comes after ${seq}, so files or lines are missing`);
  if (journal.after !== seq) throw mismatch(0, journal.after + 1);
  for (const transacted of journal.transacted) {
    if (transacted.seq !== seq + 1) throw mismatch(transacted.byte, transacted.seq);
    state.apply(checked(transacted.changes, journal.path));
    seq++;
  }
  return seq;
}

/** The changes as they were written, with every record brought to today's shape and checked. @throws StoreUnfit naming table, id and reason. */
function checked(written: object, path: string): Changes {
  const changes = Object.entries(written as Record<string, { gone: string[]; puts: unknown[] }>).map(
    ([table, { gone, puts }]) => {
      if (!isTable(table)) throw new StoreUnfit(path, `there is no table ${table}`);
      return [table, { gone, puts: puts.map((record) => sound(table, record, path)) }];
    },
  );
  return Object.fromEntries(changes);
}

function sound(table: Table, record: unknown, path: string): RecordOf<Table> {
  try {
    return check(table, migrated(table, record));
  } catch (error) {
    throw new StoreUnfit(path, (error as Error).message);
  }
}

function isTable(name: string): name is Table {
  return Object.hasOwn(tables, name);
}
