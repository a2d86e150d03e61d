/**
 * A journal: one line per transaction, in order. Its first line says which transaction it goes on after, so files that don't
 * belong together are never read as one.
 */
import { StoreFailed } from '../store.ts';
import type { Changes } from '../tables.ts';
import { StoreDamaged } from './errors.ts';
import type { DiskFile, Folder } from './folder.ts';
import { type Line, lines, seal } from './lines.ts';

/** Transactions that became durable together share a `group`: the `seq` of the first of them. */
interface Transacted {
  seq: number;
  group: number;
  changes: Changes;
}

export class Journal {
  readonly #folder: Folder;
  readonly #path: string;
  readonly #file: DiskFile;
  /** Up to here it is durable. */
  #length: number;
  /** A commit that failed could not be taken back, so nothing may come behind it. */
  isBroken: boolean = false;

  private constructor(folder: Folder, path: string, file: DiskFile, length: number) {
    this.#folder = folder;
    this.#path = path;
    this.#file = file;
    this.#length = length;
  }

  /** Begins a new one, which is durable when this resolves. */
  static async create(folder: Folder, generation: number, after: number): Promise<Journal> {
    const path = folder.file('journal', generation);
    const length = await folder.write(path, [seal({ after })]);
    return new Journal(folder, path, await folder.disk.open(path, 'a'), length);
  }

  /** Goes on with one that is there, cutting off what lies behind `length`. What is left is durable after this. */
  static async reopen(folder: Folder, generation: number, length: number): Promise<Journal> {
    const path = folder.file('journal', generation);
    await folder.disk.truncate(path, length);
    const file = await folder.disk.open(path, 'a');
    await file.datasync();
    return new Journal(folder, path, file, length);
  }

  /**
   * Resolves with the bytes written once they are durable.
   *
   * @throws StoreFailed, which says whether the journal is as it was or takes nothing more.
   */
  async append(transacted: readonly Transacted[]): Promise<number> {
    if (this.isBroken) throw this.#failed('a commit that failed could not be taken back; open the store again');
    const text = transacted.map(seal).join('');
    const bytes = Buffer.byteLength(text);
    try {
      await this.#file.appendFile(text);
      await this.#file.datasync();
    } catch (error) {
      throw await this.#takeBack(error);
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

  #failed(what: string, cause?: unknown): StoreFailed {
    return new StoreFailed(`${this.#path} does not take commits: ${what}.`, { cause });
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

export interface JournalRead {
  path: string;
  generation: number;
  /** The transaction it goes on after. */
  after: number;
  transacted: (Transacted & { byte: number })[];
  /** How far it is good, and how many bytes of a group that never became durable come behind that. */
  length: number;
  torn: number;
}

/** @throws StoreDamaged if a line is damaged that is known to have been durable. */
export async function readJournal(folder: Folder, generation: number): Promise<JournalRead> {
  const path = folder.file('journal', generation);
  const content = await folder.disk.readFile(path);
  const [first, ...rest] = lines(content);
  if (first?.value === undefined) throw new StoreDamaged(path, 0, 'the first line is torn or damaged');
  const { after } = first.value as { after: number };
  const bad = rest.findIndex((line) => line.value === undefined);
  const good = bad === -1 ? rest : rest.slice(0, bad);
  const length = rest[bad]?.byte ?? content.length;
  if (hasGroupAfter(after + good.length + 1, rest.slice(good.length + 1)))
    throw new StoreDamaged(path, length, 'this line is damaged, and later ones are not');
  const transacted = good.map(({ byte, value }) => ({ ...(value as Transacted), byte }));
  return { path, generation, after, transacted, length, torn: content.length - length };
}

/** A group is begun only when the one before it is durable, so a later group proves that transaction `seq` was. */
function hasGroupAfter(seq: number, behind: readonly Line[]): boolean {
  return behind.some(({ value }) => value !== undefined && (value as Transacted).group > seq);
}
