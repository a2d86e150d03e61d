/** The list of calls to Microsoft, and that nothing else is sent unnoticed. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { permissions } from '../../../bot/microsoft/permissions.ts';
import { openWorld, type World } from '../../world/world.ts';
import { purserApp } from '../tenant/index.ts';
import { mochaHooks } from './hooks.ts';
import { list } from './list.ts';
import { fits, type Listed, lineOf, type Sent } from './listed.ts';
import { CALLS, notedIn, takeUnlisted } from './noted.ts';
import { pageOfCalls } from './page.ts';

const sent = (call: string, body = '', service: Sent['service'] = 'graph'): Sent => {
  const [method = '', address = ''] = call.split(/ (.*)/s);
  const { pathname, searchParams } = new URL(address, 'https://graph');
  return { service, method, path: decodeURIComponent(pathname), query: searchParams, body };
};
const isListed = (...what: Parameters<typeof sent>): boolean => {
  const call = sent(...what);
  return lineOf(call, list[call.service]) !== undefined;
};

describe('the list of calls to Microsoft', () => {
  const licences = '/v1.0/users/u-1/assignLicense';

  it('knows a call by its method, path, query and body, in whatever order', () => {
    assert.ok(isListed('GET /v1.0/subscribedSkus'));
    assert.ok(isListed('GET /v1.0/directory/deletedItems/microsoft.graph.user?$top=1&$select=id'));
    assert.ok(isListed(`POST ${licences}`, '{"removeLicenses":["a"],"addLicenses":[]}'));
    assert.ok(
      isListed(
        "GET /v1.0/users?$filter=id in ('a','b')&$select=id,accountEnabled,userType,usageLocation,licenseAssignmentStates,assignedLicenses",
      ),
    );
  });

  it('knows no other method, path, version, query or body', () => {
    const strangers: Parameters<typeof sent>[] = [
      ['DELETE /v1.0/subscribedSkus'],
      ['GET /v1.0/organization'],
      ['GET /beta/subscribedSkus'],
      ['GET /v1.0/subscribedSkus?$select=consumedUnits'],
      ['GET /v1.0/subscribedSkus?$top=5'],
      ['GET /v1.0/directory/deletedItems/microsoft.graph.user?$select=id'],
      ['GET /v1.0/directory/subscriptions/a/b'],
      ['GET /v1.0/subscribedSkus', '{}'],
      [`POST ${licences}`],
      [`POST ${licences}`, '{"addLicenses":[]}'],
      [`POST ${licences}`, '{"addLicenses":[],"removeLicenses":["a"],"more":1}'],
      [`POST ${licences}`, '{"addLicenses":[{"skuId":"a","disabledPlans":["b"]}],"removeLicenses":[]}'],
    ];
    assert.deepEqual(
      strangers.filter((each) => isListed(...each)),
      [],
    );
  });

  it('has a page of Microsoft or another witness for each, and a permission that the operator is told of', () => {
    const names = new Set([...permissions.map(({ name }) => name), '–']);
    for (const { call, source, sure, permission } of Object.values(list).flat()) {
      assert.equal(source.startsWith('https://learn.microsoft.com/'), sure === 'documented', call);
      assert.ok(names.has(permission) || permission.startsWith('–'), `${call}: ${permission}`);
    }
  });

  it('has each call once', () => {
    const calls = Object.values(list).flatMap((lines) =>
      lines.map(({ call, bodies }) => `${call} ${JSON.stringify(bodies)}`),
    );
    assert.deepEqual(
      calls.filter((call, at) => calls.indexOf(call) !== at),
      [],
    );
  });

  it('has every route that a permission is asked for', () => {
    const routeOf = ({ call }: Listed) => call.replace(/\?.*/s, '').replace(/ \/(v1\.0|beta)/, ' ');
    const listed = new Set([...list.graph, ...list.licensing].map(routeOf));
    const missing = permissions.flatMap(({ routes }) => routes).filter((route) => !listed.has(route));
    assert.deepEqual(missing, []);
  });

  it('is in the documents as it is here (npm run calls)', () => {
    assert.equal(readFileSync(new URL('../../../docs/microsoft-calls.md', import.meta.url), 'utf8'), pageOfCalls());
  });

  it('tells a body by its names and kinds', () => {
    assert.ok(fits({ a: 'x' }, { a: 'text', 'b?': 'number' }));
    assert.ok(!fits({ a: 'x', b: 'y' }, { a: 'text', 'b?': 'number' }));
    assert.ok(!fits({ a: 'x' }, { a: '=y' }));
    assert.ok(fits([], ['text']) && !fits(['x'], []));
  });
});

describe('a call that is not on the list', () => {
  let world: World;
  let folder: string;
  const { [CALLS]: kept } = process.env;
  before(async () => {
    world = await openWorld();
    // What is sent here on purpose must not fail the run.
    folder = mkdtempSync(join(tmpdir(), 'purser-calls-'));
    process.env[CALLS] = folder;
  });
  after(async () => {
    if (kept === undefined) delete process.env[CALLS];
    else process.env[CALLS] = kept;
    rmSync(folder, { recursive: true, force: true });
    await world.close();
  });

  const token = 'a-token-that-nobody-may-read';
  const send = (url: string, init: RequestInit = {}) =>
    fetch(url, { ...init, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } });

  it('to Graph fails the test under way, whatever that looks at, and says what was sent and no secret', async () => {
    const { graph, licensing, login } = world.tenant.urls;
    await send(`${graph}/v1.0/organization?$select=displayName`);
    await send(`${licensing}/v1.0/policies/Another`, { method: 'PUT', body: '{"policyValue":"Enabled"}' });
    const form = new URLSearchParams({ client_id: purserApp.id, client_secret: purserApp.secret, scope: 'more' });
    await fetch(`${login}/common/oauth2/token`, { method: 'POST', body: form });
    assert.throws(
      () => mochaHooks.afterEach(),
      ({ message }: Error) => {
        assert.match(message, /graph: GET \/v1\.0\/organization\?\$select=displayName/);
        assert.match(message, /licensing: PUT \/v1\.0\/policies\/Another with \{ policyValue: string \}/);
        assert.match(message, /sign-in: POST \/common\/oauth2\/token with \{ client_id: string/);
        assert.ok(!message.includes(token) && !message.includes(purserApp.secret), message);
        return true;
      },
    );
    assert.doesNotThrow(() => mochaHooks.afterEach(), 'it is told once');
  });

  it('within a batch is one as well', async () => {
    const { body } = await fetch(`${world.tenant.urls.login}/${world.tenant.company.tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      headers: { 'x-by-hand': '1' },
      body: new URLSearchParams({
        ...{ client_id: purserApp.id, client_secret: purserApp.secret, grant_type: 'client_credentials' },
        scope: 'https://graph.microsoft.com/.default',
      }),
    }).then(async (answer) => ({ body: (await answer.json()) as { access_token: string } }));
    const headers = { authorization: `Bearer ${body.access_token}`, 'content-type': 'application/json' };
    const requests = [{ id: '0', method: 'GET', url: '/users/x/manager', headers: {} }];
    await fetch(`${world.tenant.urls.graph}/v1.0/$batch`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ requests }),
    });
    assert.deepEqual(takeUnlisted(), ['graph: GET /v1.0/users/x/manager']);
  });

  it('to Teams is one as well, and what a card says is not told', async () => {
    const content = { type: 'AdaptiveCard', secret: 'only for Adele' };
    const body = JSON.stringify({ type: 'message', attachments: [{ contentType: 'text/html', content }] });
    await send(`${world.teams.serviceUrl}v3/conversations/a:1/activities`, { method: 'POST', body });
    const [told = '', ...more] = takeUnlisted();
    assert.equal(more.length, 0);
    assert.match(told, /^connector: POST \/v3\/conversations\/a:1\/activities with \{ type: string, attachments: /);
    assert.ok(!told.includes('Adele'), told);
  });

  it('fails the run also where another process was sent it', () => {
    const { unlisted } = notedIn(folder);
    assert.ok(
      unlisted.some((line) => line.includes('/v1.0/organization')),
      unlisted.join('\n'),
    );
  });
});
