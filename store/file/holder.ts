/** Which process holds a store, and whether it still lives, as far as this process can know. */
import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';

export interface Holder {
  pid: number;
  host: string;
  /** Where its pid means what it means to itself; null where that can't be known, and then nobody else may judge by the pid. */
  namespace: string | null;
  /** When the system says the process began, in its own words: a number given anew to another process has another one. */
  started: string | null;
  since: string;
}

/** `unknown`: its pid says nothing here, since it lives among other processes: in another container, or on another machine. */
export type Fate = 'alive' | 'dead' | 'unknown';

export async function thisProcess(): Promise<Holder> {
  const [namespace, started] = await Promise.all([namespaceOfPids(), startOf(process.pid)]);
  return { pid: process.pid, host: hostname(), namespace, started, since: new Date().toISOString() };
}

export async function fateOf({ pid, namespace, started }: Holder): Promise<Fate> {
  if (namespace === null || namespace !== (await namespaceOfPids())) return 'unknown';
  return (await isAlive(pid, started)) ? 'alive' : 'dead';
}

export function named({ pid, host, since }: Pick<Holder, 'pid' | 'host' | 'since'>): string {
  return `process ${pid} on ${host} since ${since}`;
}

export async function isAlive(pid: number, started: string | null): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const now = await startOf(pid);
  return started === null || now === null || now === started;
}

/**
 * Two containers of one machine have the same boot and different namespaces; two machines may well have a namespace of the same
 * number. A number is given anew only when its namespace has ended, and all processes in it.
 */
async function namespaceOfPids(): Promise<string | null> {
  if (process.platform !== 'linux') return `host ${hostname()}`;
  try {
    // A /proc of other processes than ours can't be asked about ours.
    if ((await readlink('/proc/self')) !== `${process.pid}`) return null;
    return `${await bootId()} ${await readlink('/proc/self/ns/pid')}`;
  } catch {
    return null;
  }
}

/** When a process began, unique on this machine; null where the system can't be asked, and then a living pid counts. */
async function startOf(pid: number): Promise<string | null> {
  try {
    if (process.platform === 'linux') {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
      // The second field is the name in brackets and may hold anything; the third is its state, `starttime` the 22nd.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? 'ended, and nobody has asked how' : `${await bootId()} ${fields[19]}`;
    }
    const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', `${pid}`], {
      env: { LC_ALL: 'C', TZ: 'UTC' },
    });
    return stdout.trim() || null;
  } catch {
    return null;
  }
}

async function bootId(): Promise<string> {
  return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
}
