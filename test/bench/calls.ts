/** Calling functions of another process of ours. */
import { type ChildProcess, fork } from 'node:child_process';

type Functions = Record<string, (...args: never[]) => Promise<unknown>>;
interface Asked {
  id: number;
  name: string;
  args: never[];
}
interface Answered {
  id: number;
  result?: unknown;
  error?: string;
}

/** In the other process: these can be called from now on. */
export function offer(functions: Functions): void {
  // Whoever measures is gone.
  process.once('disconnect', () => process.exit());
  process.on('message', ({ id, name, args }: Asked) => {
    const answer = (message: Answered): void => void process.send?.(message);
    const run = functions[name];
    if (!run) return answer({ id, error: `There is no ${name}.` });
    run(...args).then(
      (result) => answer({ id, result }),
      (error: unknown) =>
        answer({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
}

/** In this process: what the other offers. It is started here, and ends with `end`. */
export function callable<F extends Functions>(script: URL): F & { end(): void } {
  const child: ChildProcess = fork(script, { execArgv: ['--import', 'tsx', '--max-old-space-size=6000'] });
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  let last = 0;
  child.on('message', ({ id, result, error }: Answered) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) one?.resolve(result);
    else one?.reject(new Error(error));
  });
  child.once('exit', () => {
    for (const one of waiting.values()) one.reject(new Error('The other process ended.'));
  });
  const call = (name: string, args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      child.send({ id, name, args });
    });
  const end = (): void => void child.kill();
  const known = { end };
  return new Proxy(known, {
    get: (target, name) => (name === 'end' ? target.end : (...args: unknown[]) => call(String(name), args)),
  }) as unknown as F & { end(): void };
}
