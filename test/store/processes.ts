/** Processes of their own that write to a store. */
import assert from 'node:assert/strict';
import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { LeaseOptions } from '../../store/file/lease.ts';
import { program } from '../built.ts';
import { goesOn } from '../patience.ts';

const command = [process.execPath, ...program('test/store/writer.ts')];

export interface Writer {
  child: ChildProcess;
  /** What it said so far; all of it once it is closed. */
  lines: string[];
  /** It has the store open, or is no more. */
  opened: Promise<void>;
  closed: Promise<unknown>;
  /** To it and all it runs in. */
  signal(name: NodeJS.Signals): void;
}

/** What a writer lives between. */
export interface Between {
  /** A command of the shell that runs first. */
  limit?: string;
  /** It counts its processes from 1, as in a container. */
  ownPids?: boolean;
  lease?: LeaseOptions;
  /** It closes the store when it has taken its steps. */
  closes?: boolean;
}

const unshare = ['unshare', '--pid', '--fork', '--mount-proc', '--kill-child'];

export function spawnWriter(folder: string, steps: number, { limit, ownPids, lease, closes }: Between = {}): Writer {
  const writer = [...command, folder, `${steps}`, ...(limit === undefined ? [] : ['1e9'])];
  const [first = '', ...args] = [
    ...(ownPids ? unshare : []),
    ...(limit === undefined ? [] : ['bash', '-c', `${limit} && exec "$@"`, 'bash']),
    ...writer,
  ];
  const env = { ...process.env, TSX_DISABLE_CACHE: '1', LEASE: JSON.stringify(lease ?? {}), CLOSES: closes ? '1' : '' };
  const child = spawn(first, args, { env, detached: true });
  const closed = once(child, 'close');
  const lines: string[] = [];
  let rest = '';
  child.stderr?.on('data', (words: Buffer) => lines.push(`stderr: ${words}`));
  child.on('error', (error) => lines.push(`error: ${error.message}`));
  const opened = new Promise<void>((resolve) => {
    child.stdout?.on('data', (text: Buffer) => {
      goesOn();
      const parts = (rest + text).split('\n');
      rest = parts.pop() ?? '';
      lines.push(...parts);
      if (lines.includes('open')) resolve();
    });
    child.on('close', resolve);
  });
  const signal = (name: NodeJS.Signals): void => void process.kill(-(child.pid ?? 0), name);
  return { child, lines, opened, closed, signal };
}

/** Starts a writer, and resolves once it has the store open. */
export async function startWriter(folder: string, steps: number, between?: Between): Promise<Writer> {
  const writer = spawnWriter(folder, steps, between);
  await writer.opened;
  assert.ok(writer.lines.includes('open'), writer.lines.join('\n'));
  return writer;
}

/** Fails if it had ended by itself. */
export async function kill({ child, closed, lines }: Writer): Promise<void> {
  child.kill('SIGKILL');
  await closed;
  assert.equal(child.signalCode, 'SIGKILL', lines.slice(-20).join('\n'));
}

interface Ended {
  code: number | null;
  said: string;
}

/** Runs a command of the operator to its end. */
export function run(name: 'backup' | 'restore', file: string, folder: string): Promise<Ended> {
  const argv = [...program('store/command.ts'), name, file];
  return ended(spawn(process.execPath, argv, { env: { ...process.env, STORE: `file:${folder}` } }));
}

export async function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (words: Buffer) => {
      said += words;
    });
  }
  await once(child, 'close');
  return { code: child.exitCode, said };
}
