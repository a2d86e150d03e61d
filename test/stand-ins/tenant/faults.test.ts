import assert from 'node:assert/strict';
import { BY_HAND } from '../calls/noted.ts';
import type { Heard } from './client.ts';
import type { Fault } from './index.ts';
import { standIn } from './stand-in.ts';

describe('a fault', () => {
  const its = standIn();
  const graph = (path: string, init?: RequestInit): Promise<Heard> => its.client.graph(path, init);
  const path = '/policies/AllowSelfServicePurchase/products/CFQ7TTC0H9MP';
  const value = (): string | undefined =>
    its.tenant.company.products.find(({ productId }) => productId === 'CFQ7TTC0H9MP')?.policyValue;
  const put = (): Promise<Heard> =>
    its.client.licensing(`/v1.0${path}`, its.client.json('PUT', { policyValue: 'Disabled' }));
  const push = (fault: Fault): number => its.tenant.faults.push(fault);

  it('of too many requests may or may not say when to come back, as often as it is told to', async () => {
    push({ match: '/graph/v1.0/organization', kind: '429', retryAfter: 7, times: 2 });
    push({ match: '/graph', kind: '429' });
    const heard = [
      await graph('/organization'),
      await graph('/organization'),
      await graph('/organization'),
      await graph('/organization'),
    ];
    assert.deepEqual(
      heard.map(({ status }) => status),
      [429, 429, 429, 200],
    );
    assert.deepEqual(
      heard.map(({ headers }) => headers.get('retry-after')),
      ['7', '7', null, null],
    );
  });

  it('of the service has its shape', async () => {
    push({ match: ({ path: asked }) => asked.includes('policies'), kind: 'status', code: 503 });
    push({ match: 'GET /graph', kind: 'status', code: 500 });
    assert.equal((await put()).body.errorCode, 'InternalError');
    assert.equal((await graph('/organization')).code, 'Service_InternalServerError');
  });

  it('cuts the connection before the work or after it', async () => {
    await its.client.authorization('licensing');
    push({ match: 'PUT /licensing', kind: 'reset-before' });
    await assert.rejects(put(), TypeError);
    assert.equal(value(), 'Enabled');
    push({ match: 'PUT /licensing', kind: 'reset-after' });
    await assert.rejects(put(), TypeError);
    assert.equal(value(), 'Disabled');
    assert.deepEqual(
      its.tenant.requests.filter(({ method }) => method === 'PUT').map(({ status }) => status),
      [null, null],
    );
  });

  it('is slow, and the server can be closed all the same', async () => {
    push({ match: '/graph', kind: 'slow', ms: 600_000 });
    const headers = { ...(await its.client.authorization('graph')), [BY_HAND]: '1' };
    const asked = fetch(`${its.tenant.urls.graph}/v1.0/organization`, { headers, signal: AbortSignal.timeout(100) });
    await assert.rejects(asked, { name: 'TimeoutError' });
  });

  it('sends half a page, or no JSON at all', async () => {
    push({ match: '/graph', kind: 'half-page' });
    push({ match: '/graph', kind: 'not-json' });
    assert.deepEqual([(await graph('/users')).body, (await graph('/users')).body], [{}, {}]);
    assert.equal((await graph('/users')).rows.length, 100);
  });

  it('lies about a change', async () => {
    push({ match: 'PUT /licensing', kind: 'lie' });
    assert.equal((await put()).body.policyValue, 'Disabled');
    assert.equal(value(), 'Enabled');
  });

  it('finds one request of a batch', async () => {
    push({ match: '/graph/v1.0/organization', kind: '429', retryAfter: 3 });
    const requests = ['/organization', '/subscribedSkus'].map((url) => ({ id: url, method: 'GET', url }));
    const { body } = await graph('/$batch', its.client.json('POST', { requests }));
    const statuses = (body.responses ?? []).map(({ id, status }) => `${id} ${status}`);
    assert.deepEqual(statuses.sort(), ['/organization 429', '/subscribedSkus 200']);
  });
});
