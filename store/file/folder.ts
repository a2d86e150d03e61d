/** The folder of a file store: what is called how in it, and the part of a file system it needs. */
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { type Report, type TroubleKind, Troubles } from '../troubles.ts';

/** The part of `node:fs/promises` the store needs, so that a test can pass a disk that fails or forgets. */
export interface Disk {
  mkdir(path: string, options: { recursive: true; mode: number }): Promise<string | undefined>;
  /** What is appended to a file opened with `r+` takes the place of what it begins with. */
  open(path: string, flags: 'r' | 'r+' | 'a' | 'ax', mode?: number): Promise<DiskFile>;
  readFile(path: string): Promise<Buffer>;
  readdir(path: string): Promise<string[]>;
  rename(from: string, to: string): Promise<void>;
  rm(path: string, options: { force: true }): Promise<void>;
  truncate(path: string, length: number): Promise<void>;
}
export interface DiskFile {
  appendFile(text: string): Promise<void>;
  datasync(): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Snapshot 7 holds everything before journal 7; journal 7 goes on until journal 8 begins. */
export type Kind = 'snapshot' | 'journal';

/**
 * Files are counted up. Who takes a store over from a holder that may wake begins an era: it goes on from a million times
 * the generation of its lease. So what an older holder may still begin has another name, and comes before all of this era.
 */
const era = 1e6;
export const eraOf = (number: number): number => Math.floor(number / era);
export const beginsEra = (number: number): boolean => number > 0 && number % era === 0;
export const firstOf = (generation: number): number => generation * era;

export class Folder {
  readonly path: string;
  readonly disk: Disk;
  readonly #troubles: Troubles;

  constructor(path: string, disk: Disk, told: Report | Troubles) {
    this.path = path;
    this.disk = disk;
    this.#troubles = told instanceof Troubles ? told : new Troubles(told);
  }

  /** Tells the operator, in words, what was found or could not be done. */
  report(words: string, kind: TroubleKind): void {
    this.#troubles.add(kind, words);
  }

  /** What could not be done was done now. */
  ended(kind: TroubleKind): void {
    this.#troubles.end(kind);
  }

  async make(): Promise<void> {
    const made = await this.disk.mkdir(this.path, { recursive: true, mode: 0o700 });
    if (made === undefined) return;
    for (let path = this.path; path.length >= made.length; path = dirname(path))
      await syncFolder(this.disk, dirname(path));
  }

  inside(name: string): Folder {
    return this.other(this.at(name));
  }

  /** Another folder on the same disk. */
  other(path: string): Folder {
    return new Folder(path, this.disk, this.#troubles);
  }

  at(name: string): string {
    return join(this.path, name);
  }

  file(kind: Kind, generation: number): string {
    return this.at(`${kind}-${String(generation).padStart(6, '0')}.ndjson`);
  }

  /** The generations there are files of, oldest first. */
  async generations(kind: Kind): Promise<number[]> {
    const names = await this.names(new RegExp(`^${kind}-\\d{6,}\\.ndjson$`));
    return names.map((name) => Number(/\d+/.exec(name)?.[0])).sort((a, b) => a - b);
  }

  async names(like: RegExp): Promise<string[]> {
    return (await this.disk.readdir(this.path)).filter((name) => like.test(name));
  }

  /** Writes a file that is there whole and durable, or not at all. Resolves with its length. */
  async write(path: string, lines: Iterable<string>): Promise<number> {
    const temporary = `${path}.${randomUUID()}.tmp`;
    try {
      const bytes = await this.#writeDurably(temporary, lines);
      await this.disk.rename(temporary, path);
      await this.sync();
      return bytes;
    } catch (error) {
      await this.remove(temporary).catch(() => undefined);
      throw error;
    }
  }

  async #writeDurably(path: string, lines: Iterable<string>): Promise<number> {
    const file = await this.disk.open(path, 'ax', 0o600);
    try {
      let bytes = 0;
      for (const line of lines) {
        await file.appendFile(line);
        bytes += Buffer.byteLength(line);
      }
      await file.sync();
      return bytes;
    } finally {
      await file.close();
    }
  }

  remove(path: string): Promise<void> {
    return this.disk.rm(path, { force: true });
  }

  /** Makes names durable: a new or renamed file is only sure to be found after a power cut once its folder is synced. */
  sync(): Promise<void> {
    return syncFolder(this.disk, this.path);
  }
}

/** How systems say that a folder can't be synced. Windows is one of them; it keeps names in a log of its own. */
const cannotSync = ['EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP'];

async function syncFolder(disk: Disk, path: string): Promise<void> {
  let folder: DiskFile | undefined;
  try {
    folder = await disk.open(path, 'r');
    await folder.sync();
  } catch (error) {
    if (!cannotSync.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    await folder?.close();
  }
}
