/**
 * A disk with the folder `/store`, in memory, that can fail and can lose its power. As a real one, it promises nothing for what was not
 * synced: of the bytes behind the last sync, and of the names given since the folder was synced, any part may be lost.
 */
import { sep } from 'node:path';
import type { Disk, DiskFile } from '../../store/file/folder.ts';

interface Content {
  seen: Buffer;
  synced: Buffer;
}

export type Operation = 'open' | 'append' | 'sync' | 'rename' | 'rm' | 'truncate';

export class MemoryDisk implements Disk {
  readonly #names = new Map<string, Content>();
  #syncedNames = new Map<string, Content>();
  /** What was done to names since the folder was synced, in order. */
  #pending: ((names: Map<string, Content>) => void)[] = [];
  /** Called before every change; may throw, and then the change fails: an append halfway through. */
  before: (operation: Operation, name: string) => void = () => undefined;

  static of(files: Iterable<readonly [string, Buffer]>): MemoryDisk {
    const disk = new MemoryDisk();
    for (const [name, bytes] of files) disk.#names.set(name, { seen: bytes, synced: bytes });
    disk.#syncedNames = new Map(disk.#names);
    return disk;
  }

  files(): [string, Buffer][] {
    return [...this.#names].map(([name, { seen }]) => [name, seen]);
  }

  /** The disk as a new process finds it when this one is killed now: nothing is lost, and nothing more is synced. */
  afterKill(): MemoryDisk {
    const disk = new MemoryDisk();
    const contents = [...this.#names.values(), ...this.#syncedNames.values()];
    const copies = new Map(contents.map((content) => [content, { ...content }]));
    const copied = (names: Map<string, Content>) =>
      new Map([...names].map(([name, content]) => [name, copies.get(content) ?? content]));
    disk.#syncedNames = copied(this.#syncedNames);
    for (const [name, content] of copied(this.#names)) disk.#names.set(name, content);
    return disk;
  }

  /** What a disk may hold after a power cut now. */
  afterPowerCut(random: () => number): MemoryDisk {
    const names = new Map(this.#syncedNames);
    for (const change of this.#pending.slice(0, Math.floor(random() * (this.#pending.length + 1)))) change(names);
    return MemoryDisk.of([...names].map(([name, content]) => [name, survivor(content, random)]));
  }

  mkdir = () => Promise.resolve(undefined);
  readdir = () => Promise.resolve([...this.#names.keys()].filter((name) => !name.includes('/')));

  async readFile(path: string): Promise<Buffer> {
    return this.#content(path).seen;
  }

  async open(path: string, flags: 'r' | 'r+' | 'a' | 'ax'): Promise<DiskFile> {
    const name = nameOf(path);
    if (flags === 'r') return this.#folderHandle();
    this.before('open', name);
    if (flags === 'ax' && this.#names.has(name)) throw failure('EEXIST', name);
    if (flags === 'r+') return this.#handle(name, this.#content(path), 0);
    if (!this.#names.has(name)) {
      const content = { seen: Buffer.alloc(0), synced: Buffer.alloc(0) };
      this.#change((names) => names.set(name, content));
    }
    return this.#handle(name, this.#content(path));
  }

  async rename(from: string, to: string): Promise<void> {
    this.before('rename', nameOf(to));
    const content = this.#content(from);
    this.#change((names) => {
      names.delete(nameOf(from));
      names.set(nameOf(to), content);
    });
  }

  async rm(path: string): Promise<void> {
    this.before('rm', nameOf(path));
    this.#change((names) => names.delete(nameOf(path)));
  }

  async truncate(path: string, length: number): Promise<void> {
    this.before('truncate', nameOf(path));
    const content = this.#content(path);
    content.seen = content.seen.subarray(0, length);
  }

  /** @param from where what is written goes, if not to the end */
  #handle(name: string, content: Content, from?: number): DiskFile {
    const sync = async () => {
      this.before('sync', name);
      content.synced = content.seen;
    };
    const appendFile = async (text: string) => {
      const bytes = Buffer.from(text);
      const take = (length: number) => {
        const at = from ?? content.seen.length;
        content.seen = Buffer.concat([
          content.seen.subarray(0, at),
          bytes.subarray(0, length),
          content.seen.subarray(at + length),
        ]);
      };
      try {
        this.before('append', name);
      } catch (error) {
        take(bytes.length / 2);
        throw error;
      }
      take(bytes.length);
    };
    return { appendFile, sync, datasync: sync, close: () => Promise.resolve() };
  }

  #folderHandle(): DiskFile {
    const sync = async () => {
      this.before('sync', '.');
      this.#syncedNames = new Map(this.#names);
      this.#pending = [];
    };
    return {
      appendFile: () => Promise.reject(failure('EISDIR', '.')),
      sync,
      datasync: sync,
      close: async () => undefined,
    };
  }

  #change(change: (names: Map<string, Content>) => void): void {
    change(this.#names);
    this.#pending.push(change);
  }

  #content(path: string): Content {
    const content = this.#names.get(nameOf(path));
    if (!content) throw failure('ENOENT', path);
    return content;
  }
}

/** What it is called in the folder; a folder inside that is part of it. */
function nameOf(path: string): string {
  return path.split(sep).join('/').split('/store/').at(-1) ?? path;
}

export function failure(code: string, path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}

/** What was synced, and of the rest none, some, all, or some with a block in it that was never written. */
function survivor({ seen, synced }: Content, random: () => number): Buffer {
  if (seen.length < synced.length) return random() < 0.5 ? seen : synced;
  const end = synced.length + Math.floor((seen.length - synced.length) * Math.min(1, random() * 1.5));
  const bytes = Buffer.from(seen.subarray(0, end));
  if (random() < 0.3) bytes.fill(0, synced.length + Math.floor(random() * (end - synced.length)), end - (end % 64));
  return bytes;
}
