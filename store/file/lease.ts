/**
 * One process at a time writes a store, the one with the lease: two would overwrite each other.
 *
 * Each lease has a generation, and its claim is the file of that number. Its holder writes into the claim every few seconds.
 * Who comes next can ask after a process of its own pid namespace; any other claim is judged by watching it: one that stays as
 * it is for the time of a lease, by the watcher's own clock, is stale. The next generation is taken by making the next claim,
 * which only one can make, and then the older claims are removed. A holder that was only asleep finds its claim gone: it looks
 * after each commit is on disk and before it says so, and the next holder reads what there is after it removed that claim.
 * So what was answered is read by the next holder, and what was written later is not answered.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { StoreFailed } from '../store.ts';
import { version } from '../version.ts';
import { StoreInUse } from './errors.ts';
import { eraOf, type Folder } from './folder.ts';
import { fateOf, type Holder, isAlive, named, thisProcess } from './holder.ts';

interface Claim extends Holder {
  id: string;
  generation: number;
  /** The version of Purser that has the store. */
  writer: string;
}

export interface LeaseOptions {
  /** How long a holder that lives is waited for, in ms: not at all, if not said. */
  wait?: number;
  /** A claim that stays as it is for so long is stale. */
  staleAfter?: number;
  renewEvery?: number;
  lookEvery?: number;
  /** Called once when there is somebody to wait for. */
  onWait?: (holder: string) => void;
  /** Called once when somebody else has taken the store: this process must leave. */
  onLost?: (words: string) => void;
  /** Ends the waiting. */
  signal?: AbortSignal | undefined;
}

const usual = { wait: 0, staleAfter: 15_000, renewEvery: 3000, lookEvery: 300 };

export interface Lease {
  readonly generation: number;
  /** An older holder was not seen to end, so it may wake and write to files it has open. */
  readonly mayWake: boolean;
  /** @throws StoreFailed if somebody else has the store, or that can't be known. */
  check(): Promise<void>;
  /** Whether somebody else has the store. Once that is so, it stays. */
  isLost(): boolean;
  release(): Promise<void>;
}

/** @throws StoreInUse if a process that lives has the store, and still has it after the time to wait. */
export async function takeLease(folder: Folder, options: LeaseOptions = {}): Promise<Lease> {
  const { wait, lookEvery, staleAfter } = { ...usual, ...options };
  const until = performance.now() + wait;
  const watched = new Watched(staleAfter);
  let isTold = false;
  for (;;) {
    const others = await watched.look(folder);
    const living = others.find(({ verdict }) => verdict === 'living');
    const blocking = living ?? others.find(({ verdict }) => verdict === 'unsure');
    const lease = blocking ? undefined : await claim(folder, others, options);
    if (lease) return lease;
    if (living && performance.now() >= until) throw new StoreInUse(living.words);
    if (blocking && !isTold) options.onWait?.(blocking.words);
    isTold ||= blocking !== undefined;
    await pause(blocking ? lookEvery : Math.random() * 50, undefined, options.signal && { signal: options.signal });
  }
}

/** Who seems to have the store, without touching anything; undefined where nobody does. */
export async function holderOf(folder: Folder): Promise<string | undefined> {
  const others = await new Watched(usual.staleAfter).look(folder);
  return others.find(({ verdict }) => verdict !== 'dead')?.words;
}

/** `unsure`: it is watched, and was not yet seen to be renewed. `isFormer`: the lock of a version that renewed nothing. */
interface Other {
  name: string;
  generation: number;
  verdict: 'dead' | 'stale' | 'living' | 'unsure';
  isFormer?: boolean;
  words: string;
}

/** The claims of others, and since when each was seen as it is. */
class Watched {
  readonly #staleAfter: number;
  readonly #seen = new Map<string, { text: string; at: number; isRenewed: boolean }>();

  constructor(staleAfter: number) {
    this.#staleAfter = staleAfter;
  }

  async look(folder: Folder): Promise<Other[]> {
    const others: Other[] = [];
    for (const name of await folder.names(/^lease-\d+\.json$/)) {
      const text = await textOf(folder, name);
      if (text !== undefined) others.push(await this.#judge(folder, name, text));
    }
    for (const name of await folder.names(/^lock-.*\.json$/)) {
      const text = await textOf(folder, name);
      if (text !== undefined) others.push(await judgeFormer(folder, name, text));
    }
    return others;
  }

  async #judge(folder: Folder, name: string, text: string): Promise<Other> {
    const now = performance.now();
    const before = this.#seen.get(name);
    const isSame = before?.text === text;
    const seen = isSame ? before : { text, at: now, isRenewed: before !== undefined };
    this.#seen.set(name, seen);
    const claim = read(text);
    const fate = claim ? await fateOf(claim) : 'unknown';
    const isStale = now - seen.at >= this.#staleAfter;
    const isLiving = fate === 'alive' || seen.isRenewed;
    const who = claim ? named(claim) : 'a process that was just beginning';
    return {
      name,
      generation: Number(/\d+/.exec(name)?.[0]),
      verdict: fate === 'dead' ? 'dead' : isStale ? 'stale' : isLiving ? 'living' : 'unsure',
      words: `${folder.path} is in use by ${who}. Stop that one first.`,
    };
  }
}

/**
 * Versions up to 0.1 only laid a file down, and looked at it no more: should that process live, it would go on answering people
 * after the store was taken from it. So one that can't be asked after is left to a person.
 */
async function judgeFormer(folder: Folder, name: string, text: string): Promise<Other> {
  const path = folder.at(name);
  const claim = read(text);
  const isHere = claim !== undefined && claim.host === (await thisProcess()).host;
  const isDead = isHere && !(await isAlive(claim.pid, claim.started));
  const words = claim
    ? `${folder.path} is in use by ${named(claim)}. Stop that one first; if it is no more, remove ${path} and start again: it is a lock of Purser 0.1, which doesn't tell whether its process still lives, so only you can know.`
    : `${path} can't be read. It is a lock of Purser 0.1. If no other process uses this folder, remove it and start again.`;
  return { name, generation: 0, verdict: isDead ? 'dead' : 'living', isFormer: true, words };
}

function read(text: string): Claim | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Undefined if there is no such file, or no more. */
async function textOf(folder: Folder, name: string): Promise<string | undefined> {
  try {
    return (await folder.disk.readFile(folder.at(name))).toString();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Takes the next generation. Resolves with nothing where somebody else was faster. */
async function claim(folder: Folder, others: readonly Other[], options: LeaseOptions): Promise<Lease | undefined> {
  const generation = 1 + Math.max(await newestEra(folder), ...others.map((other) => other.generation));
  const own: Claim = { id: randomUUID(), generation, writer: version, ...(await thisProcess()) };
  const path = folder.at(nameOf(generation));
  if (!(await layDown(folder, path, own))) return undefined;
  try {
    for (const { name } of others) await folder.remove(folder.at(name));
    await folder.sync(); // Every file found from here on is there for good.
    const claims = await folder.names(/^(lease-\d+|lock-.*)\.json$/);
    if (claims.length === 1 && (await newestEra(folder)) < generation) {
      const isTaken = others.some(({ verdict }) => verdict === 'stale');
      if (isTaken) folder.report(tellTaken(folder, others), 'opening');
      // A former lock names no namespace of pids: its process may be of this host name and live in another container.
      const mayWake = isTaken || others.some(({ isFormer }) => isFormer);
      return new HeldLease(folder, path, own, { ...options, mayWake });
    }
  } catch (error) {
    await folder.remove(path);
    throw error;
  }
  await folder.remove(path);
  return undefined;
}

const nameOf = (generation: number): string => `lease-${String(generation).padStart(6, '0')}.json`;

function tellTaken({ path }: Folder, others: readonly Other[]): string {
  const stale = others.find(({ verdict }) => verdict === 'stale');
  const who = stale?.words.replace(/^.* is in use by (.*)\. Stop .*$/, '$1');
  return `${path} was taken over from ${who}: it renewed its lease no more. Should it wake, it is told so and leaves; what it writes then does not count.`;
}

async function newestEra(folder: Folder): Promise<number> {
  const numbers = [...(await folder.generations('snapshot')), ...(await folder.generations('journal'))];
  return Math.max(0, ...numbers.map(eraOf));
}

async function layDown(folder: Folder, path: string, own: Claim): Promise<boolean> {
  try {
    const file = await folder.disk.open(path, 'ax', 0o600);
    try {
      await file.appendFile(textFor(own, 0));
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    await folder.remove(path).catch(() => undefined);
    throw error;
  }
}

/** Always of the same length, so that it is renewed in place, which needs no room on a full disk. */
function textFor(own: Claim, beat: number): string {
  return `${JSON.stringify({ ...own, beat: String(beat).padStart(12, '0') })}\n`;
}

class HeldLease implements Lease {
  readonly generation: number;
  readonly mayWake: boolean;
  readonly #folder: Folder;
  readonly #path: string;
  readonly #own: Claim;
  readonly #onLost: ((words: string) => void) | undefined;
  readonly #timer: NodeJS.Timeout;
  #lost: string | undefined;
  #beat = 0;
  #renewing: Promise<void> | undefined;

  constructor(folder: Folder, path: string, own: Claim, options: LeaseOptions & { mayWake: boolean }) {
    this.#folder = folder;
    this.#path = path;
    this.#own = own;
    this.generation = own.generation;
    this.mayWake = options.mayWake;
    this.#onLost = options.onLost;
    const renew = (): void => {
      this.#renewing ??= this.#renew().finally(() => {
        this.#renewing = undefined;
      });
    };
    this.#timer = setInterval(renew, options.renewEvery ?? usual.renewEvery).unref();
  }

  isLost(): boolean {
    return this.#lost !== undefined;
  }

  async check(): Promise<void> {
    if (this.#lost === undefined) {
      const text = await textOf(this.#folder, nameOf(this.generation)).catch((error) => {
        throw new StoreFailed(`${this.#path} can't be read, so the store may be another process's: ${String(error)}.`);
      });
      if (!text?.includes(this.#own.id)) this.#lose(await this.#whoTookIt());
    }
    if (this.#lost !== undefined) throw new StoreFailed(this.#lost);
  }

  async release(): Promise<void> {
    clearInterval(this.#timer);
    await this.#renewing;
    if (!this.isLost()) await this.check().catch(() => undefined);
    if (!this.isLost()) await this.#folder.remove(this.#path);
  }

  async #renew(): Promise<void> {
    try {
      await this.check();
      const file = await this.#folder.disk.open(this.#path, 'r+');
      try {
        await file.appendFile(textFor(this.#own, ++this.#beat));
      } finally {
        await file.close();
      }
      this.#folder.ended('lease');
    } catch (error) {
      const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
      if (isGone) await this.check().catch(() => undefined);
      if (!this.isLost()) this.#folder.report(`${this.#path} could not be renewed: ${String(error)}.`, 'lease');
    }
  }

  async #whoTookIt(): Promise<string> {
    const name = (await this.#folder.names(/^lease-\d+\.json$/).catch(() => [])).sort().at(-1);
    const text = name && (await textOf(this.#folder, name).catch(() => undefined));
    const taker = text ? read(text) : undefined;
    const who = taker ? `${named(taker)} has` : 'another process has or had';
    return `${this.#folder.path} is no longer this process's: ${who} it since this one did not renew its lease in time.`;
  }

  #lose(words: string): void {
    if (this.#lost !== undefined) return;
    clearInterval(this.#timer);
    this.#lost = words;
    this.#onLost?.(words);
  }
}
