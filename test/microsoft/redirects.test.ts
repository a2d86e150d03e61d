/** Answers that would lead Purser's secrets, or its belief, to another address. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MicrosoftFailed } from '../../bot/microsoft/commerce.ts';
import { people, purserApp, skus, tenantId } from '../stand-ins/tenant/index.ts';
import { asked, configOf, fails, gatewayTo, graph, troubleIn, useGateway } from './fixture.ts';

/** A stranger's server: it hears whatever reaches it, and answers anything. */
async function startStranger() {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      heard.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''} ${body}`);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ token_type: 'Bearer', access_token: 'stranger', expires_in: 3600, value: [] }));
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { heard, url, close: () => server.close() };
}

describe('an answer that leads elsewhere', () => {
  const its = useGateway();
  let stranger: Awaited<ReturnType<typeof startStranger>>;
  beforeEach(async () => {
    stranger = await startStranger();
  });
  afterEach(() => void stranger.close());

  const detailOf = async (call: Promise<unknown>): Promise<string> => {
    const error: unknown = await call.catch((reason: unknown) => reason);
    assert.ok(error instanceof MicrosoftFailed, String(error));
    return error.detail;
  };

  for (const code of [301, 302, 303, 307, 308])
    it(`${code} of the sign-in does not get the secret to another host`, async () => {
      fails(its, { match: 'POST /', kind: 'redirect', to: `${stranger.url}/token`, code, times: 99 });
      assert.equal(await troubleIn(its.commerce.subscriptions()), 'redirected');
      assert.deepEqual(stranger.heard, []);
      assert.equal(asked(its.tenant, /\/token$/).length, 1, 'it is not asked again and again');
    });

  it('the configuration of the sign-in is not read from another host', async () => {
    fails(its, { match: (call) => call.path.includes('openid-configuration'), kind: 'redirect', to: stranger.url });
    assert.equal(await troubleIn(its.commerce.subscriptions()), 'redirected');
    assert.deepEqual(stranger.heard, []);
  });

  it('a configuration of the sign-in that names a token address on another host does not get the secret there', async () => {
    const base = `${its.tenant.urls.login}/${tenantId}`;
    const body = () => ({
      ...{ issuer: `${base}/v2.0`, jwks_uri: `${base}/keys`, authorization_endpoint: `${base}/authorize` },
      ...{ token_endpoint: `${stranger.url}/token`, end_session_endpoint: `${base}/logout` },
    });
    fails(its, { match: (call) => call.path.includes('openid-configuration'), kind: 'answer', body, times: 9 });
    assert.equal(await troubleIn(its.commerce.subscriptions()), 'redirected');
    assert.deepEqual(stranger.heard, []);
  });

  it('of Graph is not believed, however it is asked: no page, no batch, no write', async () => {
    const { commerce } = its;
    const calls: [string, () => Promise<unknown>][] = [
      [`${graph}/directory/subscriptions`, () => commerce.subscriptions()],
      [`${graph}/$batch`, () => commerce.directoryFacts(people.adele, [])],
      [`PATCH ${graph}/policies/authorizationPolicy`, () => commerce.setRule('switch:email-sign-up', 'Disabled')],
    ];
    for (const [match, call] of calls) {
      fails(its, { match, kind: 'redirect', to: `${stranger.url}/graph`, times: 9 });
      assert.equal(await troubleIn(call()), 'redirected', match);
      its.tenant.faults.length = 0;
    }
    assert.deepEqual(stranger.heard, []);
  });

  it('of one person in a batch gives nobody a licence', async () => {
    fails(its, { match: 'POST /graph/v1.0/$batch', kind: 'redirect', to: stranger.url, times: 9 });
    assert.equal(await troubleIn(its.commerce.assign(skus.visio2.id, [people.adele])), 'redirected');
    assert.deepEqual(stranger.heard, []);
  });

  it('of the licensing API takes no rule with it', async () => {
    fails(its, { match: 'PUT /licensing', kind: 'redirect', to: `${stranger.url}/policies`, times: 9 });
    const set = its.commerce.setRule('product:CFQ7TTC0HD32', 'Disabled');
    assert.equal(await troubleIn(set), 'redirected');
    assert.deepEqual(stranger.heard, []);
  });

  it('is told with both hosts, and nothing of what stood behind them', async () => {
    const to = `http://evil.example/steal?client_secret=${purserApp.secret}`;
    fails(its, { match: `${graph}/subscribedSkus`, kind: 'redirect', to });
    const detail = await detailOf(its.commerce.seats());
    const host = new URL(its.tenant.urls.graph).host;
    assert.match(
      detail,
      RegExp(`${host} answered with a redirect to http://evil.example, which Purser does not follow`),
    );
    assert.doesNotMatch(detail, RegExp(`steal|${purserApp.secret}`));
  });

  it('to the very same host is not followed either, and one that leads nowhere is told as such', async () => {
    fails(its, { match: `${graph}/subscribedSkus`, kind: 'redirect', to: '/graph/v1.0/users', code: 302 });
    assert.equal(await troubleIn(its.commerce.seats()), 'redirected');
    fails(its, { match: `${graph}/subscribedSkus`, kind: 'redirect', to: 'http://', code: 308 });
    assert.match(await detailOf(its.commerce.seats()), /redirect to nowhere/);
  });

  it('passes: the next sign-in works again', async () => {
    fails(its, { match: 'POST /', kind: 'redirect', to: stranger.url });
    const commerce = gatewayTo(its.tenant, its, configOf(its.tenant));
    assert.equal(await troubleIn(commerce.seats()), 'redirected');
    assert.ok((await commerce.seats()).length > 0);
  });
});
