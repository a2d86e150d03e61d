/**
 * A journal: one line per transaction, in order. Its first line says which transaction it goes on after, so files that don't
 * belong together are never read as one. One that begins an era says how far the journals before it count: what an older
 * holder of the store may still add to them is not read.
 */
import { StoreFailed } from '../store.ts';
import type { Changes } from '../tables.ts';
import { version } from '../version.ts';
import { refuseNewer, StoreDamaged } from './errors.ts';
import type { DiskFile, Folder } from './folder.ts';
import type { Lease } from './lease.ts';
import { type Line, lines, seal } from './lines.ts';

/** Transactions that became durable together share a `group`: the `seq` of the first of them. */
export interface Transacted {
  seq: number;
  group: number;
  changes: Changes;
}

/** Its first line. */
interface Head {
  /** The transaction it goes on after. */
  after: number;
  /** The version of Purser that began it, and the generation of its lease; 0.1 said neither. */
  writer?: string;
  lease?: number;
  /** It begins an era: of the journals before it, no transaction behind `after` counts. */
  fence?: boolean;
}

interface Beginning extends Pick<Head, 'after' | 'fence'> {
  lease: number;
  /** What it holds from the first. */
  transacted?: readonly Transacted[];
}

export class Journal {
  readonly number: number;
  readonly #folder: Folder;
  readonly #path: string;
  readonly #file: DiskFile;
  /** Up to here it is durable. */
  #length: number;
  /** A commit that failed could not be taken back, so nothing may come behind it. */
  isBroken: boolean = false;

  private constructor(folder: Folder, number: number, file: DiskFile, length: number) {
    this.#folder = folder;
    this.number = number;
    this.#path = folder.file('journal', number);
    this.#file = file;
    this.#length = length;
  }

  /** Begins a new one, which is durable when this resolves. */
  static async create(folder: Folder, number: number, { transacted = [], ...head }: Beginning): Promise<Journal> {
    const path = folder.file('journal', number);
    const length = await folder.write(path, [seal({ ...head, writer: version }), ...transacted.map(seal)]);
    return new Journal(folder, number, await folder.disk.open(path, 'a'), length);
  }

  /** Goes on with one that is there, cutting off what lies behind `length`. What is left is durable after this. */
  static async reopen(folder: Folder, number: number, length: number): Promise<Journal> {
    const path = folder.file('journal', number);
    await folder.disk.truncate(path, length);
    const file = await folder.disk.open(path, 'a');
    await file.datasync();
    return new Journal(folder, number, file, length);
  }

  /**
   * Resolves with the bytes written once they are durable.
   *
   * @throws StoreFailed, which says whether the journal is as it was or takes nothing more.
   */
  async append(transacted: readonly Transacted[], lease: Lease): Promise<number> {
    if (this.isBroken) throw this.#failed('a commit that failed could not be taken back; open the store again');
    await lease.check();
    const text = transacted.map(seal).join('');
    const bytes = Buffer.byteLength(text);
    try {
      await this.#file.appendFile(text);
      await this.#file.datasync();
      await lease.check();
    } catch (error) {
      throw lease.isLost() ? this.#leave(error) : await this.#takeBack(error);
    }
    this.#length += bytes;
    return bytes;
  }

  async #takeBack(cause: unknown): Promise<StoreFailed> {
    try {
      await this.#folder.disk.truncate(this.#path, this.#length);
      await this.#file.datasync();
      return this.#failed(`${String(cause)}; nothing of this commit is kept`, cause);
    } catch (error) {
      this.isBroken = true;
      const words = `${String(cause)}, then ${String(error)}; whether this commit is kept shows when the store is opened again`;
      return this.#failed(words, cause);
    }
  }

  /** Its next holder may have read what was just written, so that stays as it is. */
  #leave(cause: unknown): StoreFailed {
    this.isBroken = true;
    return this.#failed(`${String(cause)} Whether this commit is kept, only that one knows`, cause);
  }

  #failed(what: string, cause?: unknown): StoreFailed {
    return new StoreFailed(`${this.#path} does not take commits: ${what}.`, { cause });
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

/** A journal's file, of which only the first line is read yet. */
export interface JournalFile extends Head {
  path: string;
  number: number;
  lines: Iterable<Line>;
  bytes: number;
}

/** @throws StoreDamaged if its first line is damaged; StoreUnfit if a newer version wrote it. */
export async function openJournal(folder: Folder, number: number): Promise<JournalFile> {
  const path = folder.file('journal', number);
  const content = await folder.disk.readFile(path);
  const each = lines(content);
  const { value: first } = each.next();
  if (first?.value === undefined) throw new StoreDamaged(path, 0, 'the first line is torn or damaged');
  const head = first.value as Head;
  refuseNewer(path, head.writer);
  return { ...head, path, number, lines: each, bytes: content.length };
}

export interface JournalRead extends Omit<JournalFile, 'lines'> {
  transacted: (Transacted & { byte: number })[];
  /** How far it is good, and how many bytes of a group that never became durable come behind that. */
  length: number;
  torn: number;
}

/**
 * @param upTo the last transaction that counts; what comes behind it is not looked at
 * @throws StoreDamaged if a line is damaged that is known to have been durable.
 */
export function readJournal({ lines: rest, ...file }: JournalFile, upTo: number): JournalRead {
  const wanted = untilPast([...rest], upTo);
  const bad = wanted.findIndex((line) => line.value === undefined);
  const good = bad === -1 ? wanted : wanted.slice(0, bad);
  const length = wanted[bad]?.byte ?? file.bytes;
  if (hasGroupAfter(file.after + good.length + 1, wanted.slice(good.length + 1)))
    throw new StoreDamaged(file.path, length, 'this line is damaged, and later ones are not');
  const transacted = good.map(({ byte, value }) => ({ ...(value as Transacted), byte }));
  return { ...file, transacted, length, torn: file.bytes - length };
}

function untilPast(all: readonly Line[], upTo: number): readonly Line[] {
  const past = all.findIndex(({ value }) => value !== undefined && (value as Transacted).seq > upTo);
  return past === -1 ? all : all.slice(0, past);
}

/** A group is begun only when the one before it is durable, so a later group proves that transaction `seq` was. */
function hasGroupAfter(seq: number, behind: readonly Line[]): boolean {
  return behind.some(({ value }) => value !== undefined && (value as Transacted).group > seq);
}
