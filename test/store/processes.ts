/** Processes of their own that write to a store. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const command = [process.execPath, '--import=tsx', join(import.meta.dirname, 'writer.ts')];

export interface Writer {
  child: ChildProcess;
  /** What it said so far; all of it once it is closed. */
  lines: string[];
  closed: Promise<unknown>;
}

/** Starts a writer, and resolves once it has the store open. With `limit`, a command of the shell runs first. */
export async function startWriter(folder: string, steps: number, limit?: string): Promise<Writer> {
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
  await new Promise<void>((resolve) => {
    child.stdout?.on('data', (text: Buffer) => {
      const parts = (rest + text).split('\n');
      rest = parts.pop() ?? '';
      lines.push(...parts);
      if (lines.includes('open')) resolve();
    });
    child.on('exit', resolve);
  });
  assert.ok(lines.includes('open'), lines.join('\n'));
  return { child, lines, closed };
}

export async function kill({ child, closed }: Writer): Promise<void> {
  child.kill('SIGKILL');
  await closed;
}
