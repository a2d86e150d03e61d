/** Loaded before the tests: the deadlines Purser and the stand-ins keep in real time count the time this process was given. */
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';
import { after } from './patience.ts';

AbortSignal.timeout = (ms) => {
  const stopping = new AbortController();
  after(ms, () => stopping.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError')));
  return stopping.signal;
};

timers.setTimeout = <T>(ms = 1, value?: T, { signal }: { signal?: AbortSignal | undefined } = {}) =>
  new Promise<T>((resolve, reject) => {
    const abort = (): void => {
      takeBack();
      reject(new DOMException('The operation was aborted', { name: 'AbortError', cause: signal?.reason }));
    };
    const takeBack = after(ms, () => {
      signal?.removeEventListener('abort', abort);
      resolve(value as T);
    });
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort, { once: true });
  });

syncBuiltinESMExports();
