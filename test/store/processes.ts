/** Processes of their own that write to a store. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
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
}

/** Starts a writer. With `limit`, a command of the shell runs first. */
export function spawnWriter(folder: string, steps: number, limit?: string): Writer {
  const argv = [...command, folder, `${steps}`, ...(limit === undefined ? [] : ['1e9'])];
  const env = { ...process.env, TSX_DISABLE_CACHE: '1' };
  const child =
    limit !== undefined
      ? spawn('bash', ['-c', `${limit} && exec "$@"`, 'bash', ...argv], { env })
      : spawn(argv[0] ?? '', argv.slice(1), { env });
  const closed = once(child, 'close');
  const lines: string[] = [];
  let rest = '';
  child.stderr?.on('data', (words: Buffer) => lines.push(`stderr: ${words}`));
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
  return { child, lines, opened, closed };
}

/** Starts a writer, and resolves once it has the store open. */
export async function startWriter(folder: string, steps: number, limit?: string): Promise<Writer> {
  const writer = spawnWriter(folder, steps, limit);
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

/** Runs a command of the operator to its end. */
export async function run(
  name: 'backup' | 'restore',
  file: string,
  folder: string,
): Promise<{ code: number | null; said: string }> {
  const argv = [...program('store/command.ts'), name, file];
  const child = spawn(process.execPath, argv, { env: { ...process.env, STORE: `file:${folder}` } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (words: Buffer) => {
      said += words;
    });
  }
  await once(child, 'close');
  return { code: child.exitCode, said };
}
