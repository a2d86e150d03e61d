/** The operator's own automation, called over HTTP: what is sent, and what its answers are taken for. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { type Answer, type CancelRequest, createAutomation } from '../../bot/takeovers/run/automation.ts';
import { type Manner, type StandInAutomation, startAutomation } from '../world/automation.ts';
import { minute, type TestClock, testClock } from '../world/clock.ts';
import { freePort } from '../world/free-port.ts';

const secret = 'a secret of two, and long enough';
const request: CancelRequest = {
  id: 'TK-4',
  purchase: 'P-3',
  subscription: '11111111-0000-4000-8000-000000000001',
  commerceId: null,
  product: 'Visio – Élodie’s',
  quantity: 12,
  purchaser: '7e9a0000-0000-4000-8000-000000000003',
  reason: 'We have licences of our own',
  requestedBy: '7e9a0000-0000-4000-8000-000000000001',
  approvedBy: ['7e9a0000-0000-4000-8000-000000000002'],
};

describe('the operator’s automation', () => {
  let clock: TestClock;
  let automation: StandInAutomation;
  let cancelled: string[];
  beforeEach(async () => {
    clock = testClock();
    cancelled = [];
    automation = await startAutomation({ secret, clock, onCancel: ({ id }) => void cancelled.push(id) });
  });
  afterEach(() => automation.close());

  const ask = (change: Partial<Parameters<typeof createAutomation>[0]> = {}): Promise<Answer> =>
    createAutomation({ url: automation.url, secret, ...change }, clock).cancel(request);
  const meets = (manner: Manner): Promise<Answer> => {
    automation.answers.push(manner);
    return ask();
  };
  const answers = (status: number, headers: Record<string, string> = {}, body = ''): Promise<Answer> =>
    meets({ kind: 'answer', status, headers, body });

  it('is sent the whole request, signed, under the key of the takeover', async () => {
    assert.deepEqual(await ask(), { kind: 'accepted' });
    const [call] = automation.heard;
    assert.ok(call);
    assert.equal(call.doubt, null);
    assert.deepEqual(JSON.parse(call.body), request);
    assert.equal(call.key, 'TK-4');
    const timestamp = String(clock.now().getTime() / 1000);
    const signature = createHmac('sha256', secret).update(`${timestamp}.${call.body}`).digest('hex');
    assert.equal(call.headers['purser-timestamp'], timestamp);
    assert.equal(call.headers['purser-signature'], `sha256=${signature}`);
    assert.deepEqual(cancelled, ['TK-4']);
  });

  it('is sent nothing that is not of the request', async () => {
    const more = { ...request, holders: ['somebody'] };
    await createAutomation({ url: automation.url, secret }, clock).cancel(more);
    assert.deepEqual(JSON.parse(automation.heard[0]?.body ?? ''), request);
  });

  it('does once what it is asked twice', async () => {
    assert.equal((await meets({ kind: 'reset-after' })).kind, 'again');
    clock.advance(minute);
    assert.deepEqual(await ask(), { kind: 'accepted' });
    assert.deepEqual([cancelled, automation.heard.length], [['TK-4'], 2]);
  });

  it('is asked once, whatever comes of it', async () => {
    await meets({ kind: 'reset-before' });
    assert.equal(automation.heard.length, 1);
    await answers(503);
    assert.equal(automation.heard.length, 2);
    assert.deepEqual(cancelled, []);
  });

  it('believes no other secret and no old call', async () => {
    const wrong = await ask({ secret: 'another secret, as long as that' });
    assert.deepEqual(wrong, { kind: 'refused', words: 'The signature is not right.' });
    const late = { now: () => new Date(clock.now().getTime() - 6 * minute), wait: clock.wait };
    const old = await createAutomation({ url: automation.url, secret }, late).cancel(request);
    assert.deepEqual(old, { kind: 'refused', words: 'The timestamp is not of now.' });
    assert.deepEqual(cancelled, []);
  });

  for (const status of [200, 201, 202, 204])
    it(`accepts with ${status}`, async () =>
      assert.deepEqual(await meets({ kind: 'accept', status }), { kind: 'accepted' }));

  it('has accepted, whatever it says besides', async () => {
    assert.deepEqual(await answers(200, { 'content-type': 'application/json' }, '{"mess'), { kind: 'accepted' });
    assert.deepEqual(await answers(200, { 'content-length': '9' }, 'short'), { kind: 'accepted' });
    assert.deepEqual(await meets({ kind: 'endless', status: 200 }), { kind: 'accepted' });
  });

  describe('refuses', () => {
    const refused = (words: string | null): Answer => ({ kind: 'refused', words });
    for (const status of [400, 401, 403, 404, 409, 410, 422, 451])
      it(`for good with ${status}`, async () =>
        assert.deepEqual(await meets({ kind: 'refuse', status, words: 'No.' }), refused('No.')));

    it('in words of JSON or of plain text', async () => {
      const words = 'Not before the 1st: Élodie has a “contract”.';
      assert.deepEqual(await meets({ kind: 'refuse', words }), refused(words));
      assert.deepEqual(await meets({ kind: 'refuse', words, as: 'text' }), refused(words));
      const problem = { 'content-type': 'application/problem+json; charset=utf-8' };
      assert.deepEqual(await answers(400, problem, JSON.stringify({ message: words })), refused(words));
    });

    const json = { 'content-type': 'application/json' };
    const wordless: [string, Record<string, string>, string][] = [
      ['nothing', {}, ''],
      ['an empty text', { 'content-type': 'text/plain' }, ' \n '],
      ['a page of HTML', { 'content-type': 'text/html' }, '<h1>Forbidden</h1>'],
      ['JSON without a message', json, '{"error":"no"}'],
      ['a message that is no text', json, '{"message":{"html":"no"}}'],
      ['null', json, 'null'],
      ['broken JSON', json, '{"message":"no'],
    ];
    for (const [what, headers, body] of wordless)
      it(`without words where it says ${what}`, async () =>
        assert.deepEqual(await answers(403, headers, body), refused(null)));

    it('in at most 300 characters, in one line and in their order', async () => {
      const long = await meets({ kind: 'refuse', words: `${'🦊'.repeat(299)}!?` });
      assert.deepEqual(long, refused(`${'🦊'.repeat(299)}…`));
      const whole = await meets({ kind: 'refuse', words: '🦊'.repeat(300) });
      assert.deepEqual(whole, refused('🦊'.repeat(300)));
      const odd = await meets({ kind: 'refuse', words: '\u0000a\r\n\tb\u001b[31mc\u202egpj.exe\u0085' });
      assert.deepEqual(odd, refused('a b [31mc gpj.exe'));
    });

    it('without words where half of them never come', async () => {
      const headers = { ...json, 'content-length': '99' };
      automation.answers.push({ kind: 'answer', status: 403, headers, body: '{"message":"no"' });
      assert.deepEqual(await ask({ patienceMs: 300 }), refused(null));
    });

    it('without end, and of it no more is read than words take', async () => {
      const answer = await meets({ kind: 'endless', status: 400 });
      assert.equal(answer.kind === 'refused' && answer.words?.length, 300);
    });

    it('where it sends elsewhere: nothing is sent there', async () => {
      const elsewhere = await startAutomation({ secret, clock });
      for (const status of [301, 302, 303, 307, 308]) {
        const answer = await answers(status, { location: elsewhere.url });
        assert.deepEqual(answer, refused(`HTTP ${status}: a redirect, which Purser does not follow`));
      }
      assert.equal(elsewhere.heard.length, 0);
      await elsewhere.close();
    });
  });

  describe('is to be asked again', () => {
    const again = (why: 'unreachable' | 'throttled', detail: string, waitMs?: number): Answer => ({
      ...{ kind: 'again', why, detail },
      ...(waitMs === undefined ? {} : { waitMs }),
    });
    for (const status of [500, 502, 503, 504, 408, 425])
      it(`after ${status}`, async () =>
        assert.deepEqual(await answers(status), again('unreachable', `HTTP ${status}`)));

    it('after 429, no sooner than it says', async () => {
      assert.deepEqual(await answers(429), again('throttled', 'HTTP 429'));
      assert.deepEqual(await answers(429, { 'retry-after': '90' }), again('throttled', 'HTTP 429', 90_000));
      const date = new Date(clock.now().getTime() + 5 * minute).toUTCString();
      assert.deepEqual(await answers(503, { 'retry-after': date }), again('unreachable', 'HTTP 503', 5 * minute));
      assert.deepEqual(await answers(503, { 'retry-after': 'soon' }), again('unreachable', 'HTTP 503'));
    });

    it('where the connection is cut, before the work or after it', async () => {
      assert.deepEqual(await meets({ kind: 'reset-before' }), again('unreachable', 'ECONNRESET'));
      assert.deepEqual(cancelled, []);
      assert.deepEqual(await meets({ kind: 'reset-after' }), again('unreachable', 'ECONNRESET'));
      assert.deepEqual(cancelled, ['TK-4']);
    });

    it('where nobody is there', async () => {
      const answer = await ask({ url: `http://127.0.0.1:${await freePort()}/cancel` });
      assert.deepEqual(answer, again('unreachable', 'ECONNREFUSED'));
    });

    it('where no answer comes in time', async () => {
      automation.answers.push({ kind: 'silence' });
      assert.deepEqual(await ask({ patienceMs: 200 }), again('unreachable', 'no answer in time'));
    });
  });

  it('never has secret or signature in what comes back, also where it says them itself', async () => {
    const sign = (body: string): string =>
      createHmac('sha256', secret)
        .update(`${clock.now().getTime() / 1000}.${body}`)
        .digest('hex');
    await ask();
    const signature = sign(automation.heard[0]?.body ?? '');
    assert.equal(automation.heard[0]?.headers['purser-signature'], `sha256=${signature}`);
    const told = await meets({ kind: 'refuse', words: `I know ${secret} and got sha256=${signature}` });
    assert.deepEqual(told, { kind: 'refused', words: 'I know … and got sha256=…' });
    const others = [
      await meets({ kind: 'reset-before' }),
      await answers(503, {}, secret),
      await answers(302, { location: `https://example.com/?${secret}` }),
      await ask({ url: `http://127.0.0.1:${await freePort()}/?key=${secret}` }),
    ];
    const whole = inspect(others, { depth: 20 });
    assert.ok(!whole.includes(secret) && !whole.includes(signature), whole);
  });

  it('can check the signature with the lines the document gives', async () => {
    const document = readFileSync(new URL('../../docs/cancellation.md', import.meta.url), 'utf8');
    const lines = /```js\n(.*?)```/s.exec(document)?.[1];
    assert.ok(lines, 'docs/cancellation.md gives lines of JavaScript');
    const module = `data:text/javascript,${encodeURIComponent(lines)}`;
    const { isFromPurser } = (await import(module)) as {
      isFromPurser(headers: object, body: string, secret: string, now?: number): boolean;
    };
    await ask();
    const [call] = automation.heard;
    assert.ok(call);
    const now = clock.now().getTime();
    assert.equal(isFromPurser(call.headers, call.body, secret, now), true);
    assert.equal(isFromPurser(call.headers, call.body, 'another secret', now), false);
    assert.equal(isFromPurser(call.headers, call.body.replace('P-3', 'P-4'), secret, now), false);
    assert.equal(isFromPurser({ ...call.headers, 'purser-signature': 'sha256=' }, call.body, secret, now), false);
    assert.equal(isFromPurser({}, call.body, secret, now), false);
    assert.equal(isFromPurser(call.headers, call.body, secret, now + 6 * minute), false);
  });
});
