import assert from 'node:assert/strict';
import { createLog } from '../bot/log.ts';

/** The one line that is written for this. */
function lineFor(what: Record<string, unknown>): string {
  const lines: string[] = [];
  createLog('debug', { write: (line) => lines.push(line) }).error(what, 'something happened');
  assert.equal(lines.length, 1);
  return lines[0] ?? '';
}

describe('a line of the log has an end, whatever others sent', () => {
  const much = 'x'.repeat(5 * 1024 * 1024);
  const nested = (depth: number): unknown => (depth === 0 ? much : { inner: nested(depth - 1) });
  const failing = new Error(much, { cause: new Error(much, { cause: new TypeError(much) }) });
  const cases: Record<string, Record<string, unknown>> = {
    'an error of 5 MB, with causes of 5 MB': { error: failing },
    'a detail of 5 MB': { detail: much },
    'a string thrown as an error': { error: much },
    'megabytes deep inside': { answer: nested(30) },
    'a list without end': { codes: Array.from({ length: 100_000 }, (_, n) => `code ${n}`) },
    'a name of 5 MB': { [much]: 'value' },
  };
  for (const [what, line] of Object.entries(cases))
    it(what, () => {
      const text = lineFor(line);
      assert.ok(text.length < 32 * 1024, `${text.length} characters`);
      assert.equal(JSON.parse(text).msg, 'something happened');
    });

  it('and what fits is written whole, the stack of an error too', () => {
    const error = new Error('short', { cause: new Error('why') });
    const line = JSON.parse(lineFor({ error, detail: 'Graph /users 503', status: 503, isBusy: true, none: null }));
    const { detail, status, isBusy, none } = line;
    assert.deepEqual(
      { detail, status, isBusy, none },
      { detail: 'Graph /users 503', status: 503, isBusy: true, none: null },
    );
    assert.equal(line.error.stack, error.stack);
    assert.equal(line.error.cause.message, 'why');
  });
});

describe('an error that is no fault of Purser’s', () => {
  const failing = Object.assign(new Error(`Teams said no to megan@contoso.com\n${'at somewhere\n'.repeat(40)}`), {
    ...{ code: 'REQUEST_SEND_ERROR', statusCode: 503, cause: new Error('socket hang up') },
  });
  const warned = (level: string, at: 'warn' | 'info' | 'error' = 'warn') => {
    const lines: string[] = [];
    createLog(level, { write: (line) => lines.push(line) })[at]({ notice: 'N-1', error: failing }, 'not delivered');
    return JSON.parse(lines[0] ?? '');
  };

  it('is one short line at the usual level: its message, code and status, and no stack', () => {
    for (const at of ['warn', 'info'] as const) {
      const { error, notice, msg } = warned('info', at);
      assert.deepEqual(
        { ...error, message: error.message.replace(/#\w+/, '#') },
        {
          ...{ name: 'Error', message: 'Teams said no to #', code: 'REQUEST_SEND_ERROR', status: 503 },
          cause: 'socket hang up',
        },
      );
      assert.deepEqual([notice, msg], ['N-1', 'not delivered']);
    }
  });

  it('has its stack for those who look at debug level, and a fault of Purser’s has it always', () => {
    assert.match(warned('debug').error.stack, /log\.test/);
    assert.match(warned('info', 'error').error.stack, /log\.test/);
  });
});
