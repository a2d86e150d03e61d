/**
 * Loaded before the tests: what is not on the list of calls to Microsoft fails a test; the deadlines Purser and the stand-ins keep in real time count the time this process was given, and
 * a test is given up once nothing has happened in it for as long as its timeout says.
 */
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';
import Mocha from 'mocha';
import { after, afterStillness } from './patience.ts';

export { mochaHooks } from './stand-ins/calls/hooks.ts';

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

/** As far as mocha says how it gives up a test. */
interface Given {
  /** In milliseconds; 0 for never. Once a test has ended, mocha fails it where it took longer by the wall. */
  _timeout: number;
  /** That it runs: a new timeout counts at once. */
  timer: unknown;
  timedOut: boolean;
  callback(error: Error): void;
  _timeoutError(ms: number): Error;
}

/** A hook runs many times. */
const timeouts = new WeakMap<Given, number>();
const watches = new WeakMap<Given, () => void>();

function watch(test: Given): void {
  watches.get(test)?.();
  const ms = test._timeout || timeouts.get(test);
  test.timer = true;
  if (!ms) return;
  timeouts.set(test, ms);
  test._timeout = 0;
  const giveUp = (): void => {
    test.callback(test._timeoutError(ms));
    test.timedOut = true;
  };
  watches.set(test, afterStillness(ms, giveUp));
}

Object.assign(Mocha.Runnable.prototype, {
  clearTimeout(this: Given) {
    watches.get(this)?.();
  },
  resetTimeout(this: Given) {
    watch(this);
  },
});
