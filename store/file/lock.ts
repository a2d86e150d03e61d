/** One process at a time: two on the same folder would overwrite each other. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';
import { StoreInUse } from './errors.ts';
import type { Folder } from './folder.ts';

interface Claim {
  pid: number;
  host: string;
  /** When the system says the process began, in its own words: a number given anew to another process has another one. */
  started: string | null;
  since: string;
}

/**
 * Takes the folder for this process, and resolves with what gives it back.
 *
 * Everyone lays down a claim under a name of its own first and looks for others then. So of two that come at once at least
 * one sees the other, and clearing away the claim of a dead process can't hit that of a living one.
 *
 * @throws StoreInUse
 */
export async function lock(folder: Folder): Promise<() => Promise<void>> {
  const own = `lock-${randomUUID()}.json`;
  const started = await startOf(process.pid);
  const claim: Claim = { pid: process.pid, host: hostname(), started, since: new Date().toISOString() };
  await folder.write(folder.at(own), [JSON.stringify(claim)]);
  const release = () => folder.remove(folder.at(own));
  try {
    const others = await folder.names(/^lock-.*\.json$/);
    for (const other of others) if (other !== own) await clear(folder, folder.at(other));
  } catch (error) {
    await release();
    throw error;
  }
  return release;
}

/** Removes the claim of a process that is no more. @throws StoreInUse if it lives, or can't be asked. */
async function clear(folder: Folder, path: string): Promise<void> {
  const text = await folder.disk.readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined; // It gave way in this very moment.
    throw error;
  });
  if (text === undefined) return;
  const { pid, host, started, since } = parse(text, path);
  if (host !== hostname() || (await isAlive(pid, started)))
    throw new StoreInUse(
      `${folder.path} is in use by process ${pid} on ${host} since ${since}. Stop that one first; if it is no more, remove ${path}.`,
    );
  await folder.remove(path);
}

function parse(text: Buffer, path: string): Claim {
  try {
    return JSON.parse(text.toString());
  } catch {
    throw new StoreInUse(`${path} can't be read. If no other process uses this folder, remove it.`);
  }
}

async function isAlive(pid: number, started: string | null): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const now = await startOf(pid);
  return started === null || now === null || now === started;
}

/** When a process began, unique on this machine; null where the system can't be asked, and then a living pid counts. */
async function startOf(pid: number): Promise<string | null> {
  try {
    if (process.platform === 'linux') {
      const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
      // The second field is the name in brackets and may hold anything; `starttime` is the 22nd.
      return `${boot.trim()} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
    }
    const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', `${pid}`], {
      env: { LC_ALL: 'C', TZ: 'UTC' },
    });
    return stdout.trim() || null;
  } catch {
    return null;
  }
}
