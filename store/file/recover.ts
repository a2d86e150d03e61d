/** Brings back what was committed from the files of a folder, or refuses in words. It changes nothing in the folder. */
import { migrated } from '../migrations.ts';
import { type RecordOf, type Table, tables } from '../records.ts';
import { type Changes, check, Tables } from '../tables.ts';
import { StoreDamaged, StoreUnfit } from './errors.ts';
import type { Folder } from './folder.ts';
import { type JournalRead, readJournal } from './journal.ts';
import { nothing, readSnapshot, type Snapshot } from './snapshot.ts';

interface Base {
  generation: number;
  snapshot: Snapshot;
  bytes: number;
  /** Newer snapshots, which can't be read. */
  damaged: { generation: number; why: StoreDamaged }[];
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
  const base = await newestGood(folder);
  const journals = await journalsSince(folder, base);
  const state = tablesOf(base.snapshot, folder.file('snapshot', base.generation));
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
 * one is gone on with, and the empty one replaced when its time comes.
 */
function isUnused(last?: JournalRead, before?: JournalRead): boolean {
  if (!last || !before || last.transacted.length + last.torn > 0) return false;
  return last.after <= before.after + before.transacted.length;
}

/** Before the first snapshot there was nothing, and journal 0 goes on from there. */
async function newestGood(folder: Folder): Promise<Base> {
  const damaged: Base['damaged'] = [];
  for (const generation of (await folder.generations('snapshot')).reverse()) {
    try {
      return { generation, ...(await readSnapshot(folder, folder.file('snapshot', generation))), damaged };
    } catch (error) {
      if (!(error instanceof StoreDamaged)) throw error;
      damaged.push({ generation, why: error });
    }
  }
  return { generation: 0, snapshot: nothing, bytes: 0, damaged };
}

async function journalsSince(folder: Folder, { generation, damaged }: Base): Promise<JournalRead[]> {
  const there = (await folder.generations('journal')).filter((each) => each >= generation);
  const isNew = generation === 0 && damaged.length === 0 && there.length === 0;
  const wanted = isNew ? 0 : Math.max(generation, ...there) - generation + 1;
  const journals: JournalRead[] = [];
  for (let each = generation; each < generation + wanted; each++) {
    if (!there.includes(each))
      throw damaged[0]?.why ?? new StoreDamaged(folder.file('journal', each), 0, 'this file is missing');
    journals.push(await readJournal(folder, each));
  }
  return journals;
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
