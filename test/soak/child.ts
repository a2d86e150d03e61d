/** Purser in another process, to be killed and started again. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openFileStore } from '../../store/file/open.ts';
import type { Store } from '../../store/store.ts';
import { program } from '../built.ts';
import { goesOn } from '../patience.ts';
import { inFolder } from '../store/history.ts';

const root = join(import.meta.dirname, '..', '..');

export interface Child {
  /** Where it listens. */
  port: number;
  /** Kills it without waiting for its end, for which there is `end`. */
  strike(): void;
  /** How many notices are due, as it says; no end of them where it has ended itself. */
  due(): Promise<number>;
  /** Bytes of memory it takes. */
  memory(): Promise<number>;
  /** Fails if it had ended by itself. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/**
 * Starts Purser, and resolves once it listens.
 *
 * @param reached is told how far its takeovers are, after each commit that took one further; it goes on if that returns true
 */
export async function startChild(
  environment: Record<string, string>,
  reached?: (words: readonly string[]) => boolean,
): Promise<Child> {
  const { PATH = '', NODE_EXTRA_CA_CERTS = '' } = process.env;
  const child = spawn(process.execPath, program('test/soak/purser.ts'), {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH, NODE_EXTRA_CA_CERTS, ...environment, ...(reached && { TELL_COMMITS: '1' }) },
  });
  child.on('message', (told: { reached?: string[] }) => {
    if (told.reached && reached?.(told.reached)) child.send('go on', () => undefined);
  });
  const closed = once(child, 'close');
  const words = { lately: '' };
  const port = await new Promise<number>((resolve, reject) => {
    const hear = (text: Buffer): void => {
      goesOn();
      words.lately = `${words.lately}${text}`.slice(-20_000);
      const [, told] = /"port":(\d+),"msg":"listening"/.exec(words.lately) ?? [];
      if (told) resolve(Number(told));
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('close', () => reject(new Error(`Purser ended:\n${words.lately}`)));
  });
  return {
    port,
    strike: () => void child.kill('SIGKILL'),
    due: () => Promise.race([told(child, 'due'), closed.then(() => Number.POSITIVE_INFINITY)]),
    memory: () => told(child, 'memory'),
    async end(signal) {
      assert.equal(child.exitCode, null, `Purser had ended:\n${words.lately}`);
      child.kill(signal);
      await closed;
      if (signal === 'SIGTERM') assert.equal(child.exitCode, 0, words.lately);
    },
  };
}

/** The figure it tells when asked for it. */
function told(child: ChildProcess, what: 'due' | 'memory'): Promise<number> {
  return new Promise((resolve) => {
    const hear = (said: { [figure in typeof what]?: number }): void => {
      const figure = said[what];
      if (figure === undefined) return;
      child.off('message', hear);
      resolve(figure);
    };
    child.on('message', hear).send(`${what}?`, () => undefined);
  });
}

/** Looks at a copy of the store, so that the next process finds the folder as the last one left it. */
export function lookInto<T>(folder: string, look: (store: Store) => T): Promise<T> {
  return inFolder(async (copy) => {
    await cp(folder, copy, { recursive: true, filter: (path) => !basename(path).startsWith('lease-') });
    const store = await openFileStore(copy, { report: () => undefined });
    const found = look(store);
    await store.close();
    return found;
  });
}
