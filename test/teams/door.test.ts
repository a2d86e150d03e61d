import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mock } from 'node:test';
import { gzipSync } from 'node:zlib';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { rejection } from '../../bot/teams/door.ts';
import type { Activity } from '../stand-ins/teams/teams.ts';
import { channelIssuer, forgeries, type TokenChanges } from '../stand-ins/teams/tokens.ts';
import { purserApp, tenantId } from '../stand-ins/tenant/index.ts';
import { openWorld, type World } from '../world/world.ts';

const limit = 256 * 1024;
const elsewhere = '99999999-0000-4000-8000-000000000000';
const inMinutes = (n: number): number => Math.floor(Date.now() / 1000) + n * 60;

/** One request, good in every respect until a case spoils it. */
interface Sending {
  method: string;
  path: string;
  headers: Record<string, string>;
  activity: Activity;
  token: TokenChanges;
  /** In place of the token of `token`. */
  authorization?: string | null;
  /** In place of the activity. */
  body?: string | Buffer;
  /** Without a Content-Length. */
  chunked?: boolean;
  /** Nothing of the body is sent before the answer came. */
  unsent?: boolean;
}
type Spoil = (sending: Sending) => unknown;

let world: World;
let entra: Awaited<ReturnType<typeof startEntra>>;
let good: Activity;
let sends = 0;

/** An issuer with a key of its own: Entra, where the emulator and skills get their tokens. */
async function startEntra() {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'entra', alg: 'RS256', use: 'sig' };
  const server = createServer((asked, response) => {
    response.end(JSON.stringify(asked.url === '/keys' ? { keys: [jwk] } : { jwks_uri: `${url}/keys` }));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sign = (claims: JWTPayload, header: object = {}) =>
    new SignJWT({ nbf: inMinutes(-1), exp: inMinutes(60), aud: purserApp.id, ver: '1.0', ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'entra', ...header })
      .sign(privateKey);
  return { url, jwk, sign, close: () => server.close() };
}

/** A token of Entra for the bot's own app, as the emulator has it, or changed from that. */
const fromEntra =
  (claims: JWTPayload = {}, header: () => object = () => ({})): Spoil =>
  async (sending) => {
    const iss = `https://sts.windows.net/${claims['tid'] ?? 'd6d49420-f39b-4df7-a1dc-d59a935871db'}/`;
    sending.authorization = `Bearer ${await entra.sign({ iss, appid: purserApp.id, ...claims }, header())}`;
  };
/** Made when the token is: on a busy machine minutes pass between the reading of this file and its last test. */
const claims =
  (changed: () => Record<string, unknown>): Spoil =>
  ({ token }) =>
    Object.assign(token, { claims: changed() });
const set =
  (changes: Record<string, unknown>): Spoil =>
  ({ activity }) =>
    Object.assign(activity, changes);
const channel =
  (channelId: string, key: TokenChanges['key'] = 'msteams'): Spoil =>
  ({ activity, token }) =>
    Object.assign(activity, { channelId }) && Object.assign(token, { key });
/** Said by body and token alike, as whoever stole the connector's key would. */
const serviceUrl =
  (pattern: string): Spoil =>
  ({ activity, token }) => {
    activity.serviceUrl = pattern.replace('HOST', new URL(world.teams.serviceUrl).host);
    token.claims = { serviceurl: activity.serviceUrl };
  };
const body =
  (text: string | Buffer, headers: Record<string, string> = {}): Spoil =>
  (sending) =>
    Object.assign(sending, { body: text, headers: { ...sending.headers, ...headers } });
const how =
  (changes: Partial<Sending>): Spoil =>
  (sending) =>
    Object.assign(sending, changes);
/** A good activity of exactly so many bytes. */
const sized =
  (bytes: number, changes: Partial<Sending> = {}): Spoil =>
  (sending) => {
    const short = JSON.stringify({ ...sending.activity, padding: '' });
    const padding = 'x'.repeat(bytes - Buffer.byteLength(short));
    return Object.assign(sending, { body: JSON.stringify({ ...sending.activity, padding }), ...changes });
  };

const wrongTokens: Record<string, Spoil> = {
  'expired beyond the tolerance': claims(() => ({ exp: inMinutes(-6) })),
  'not valid for longer than the tolerance': claims(() => ({ nbf: inMinutes(6) })),
  'of the emulator': fromEntra(),
  'of the emulator, naming the connector': (sending) => fromEntra({ serviceurl: sending.activity.serviceUrl })(sending),
  'of the emulator, for another tenant': fromEntra({ tid: elsewhere }),
  'of another app for this bot, as a skill has it': fromEntra({ appid: elsewhere }),
  'of an anonymous skill': fromEntra({ appid: 'AnonymousSkill' }),
  'with the key it is signed with inside': (sending) =>
    fromEntra({ iss: channelIssuer, serviceurl: sending.activity.serviceUrl }, () => ({ jwk: entra.jwk }))(sending),
  'good, under another scheme': async (sending) =>
    Object.assign(sending, { authorization: `Token ${await world.teams.token()}` }),
  'for another serviceUrl than the body': set({ serviceUrl: 'https://smba.trafficmanager.net/' }),
  'for a channel the key is not endorsed for: emulator': channel('emulator'),
  'for a channel the key is not endorsed for: webchat': channel('webchat'),
  'for a channel the key is not endorsed for: directline': channel('directline'),
  'for Teams in capitals': channel('MSTEAMS'),
};
const wrongPlaces: Record<string, Spoil> = {
  'no serviceUrl': set({ serviceUrl: undefined }),
  'an empty serviceUrl': serviceUrl(''),
  'a serviceUrl that is none': serviceUrl('smba.trafficmanager.net'),
  'a look-alike host': serviceUrl('https://smba.trafficmanager.net.evil.example/'),
  'a look-alike host, percent-encoded': serviceUrl('https://smba.trafficmanager.net%2eevil.example/'),
  'a host behind a user name': serviceUrl('https://smba.trafficmanager.net@evil.example/'),
  'a user name before the host': serviceUrl('http://evil@HOST/teams/'),
  'a password before the host': serviceUrl('http://:evil@HOST/teams/'),
  'another port of the host': serviceUrl('https://smba.trafficmanager.net:8443/'),
  'the host without TLS': serviceUrl('http://smba.trafficmanager.net/'),
  'another port of this machine': serviceUrl('http://127.0.0.1:9/teams/'),
  'a look-alike path': serviceUrl('http://HOST/teamsters/'),
  'a path that climbs out': serviceUrl('http://HOST/teams/../other/'),
  'a path that climbs out, encoded': serviceUrl('http://HOST/teams/%2e%2e/other/'),
  'another tenant in channelData': set({ channelData: { tenant: { id: elsewhere } } }),
  'another tenant in the conversation only': ({ activity }) =>
    Object.assign(activity.conversation ?? {}, { tenantId: elsewhere }),
  'no tenant in channelData': set({ channelData: {} }),
  'channelData null': set({ channelData: null }),
  'no channelData': set({ channelData: undefined }),
  'the web chat’s channel and its own key': channel('webchat', 'webchat'),
  'another channel of the same key': channel('skype'),
  'a channel without a name': channel(''),
};
const wrongBodies: Record<string, [status: number, spoil: Spoil]> = {
  'one byte too long': [413, sized(limit + 1)],
  'too long, before any of it is sent': [413, sized(limit + 1, { unsent: true })],
  'too long, in chunks': [413, sized(limit + 1, { chunked: true })],
  'too long and no JSON, so not parsed': [413, body('x'.repeat(limit + 1))],
  'too long and no JSON, in chunks': [413, how({ body: 'x'.repeat(limit * 4), chunked: true })],
  packed: [400, (sending) => body(gzipSync(JSON.stringify(sending.activity)), { 'content-encoding': 'gzip' })(sending)],
  'packed as nothing': [400, how({ headers: { 'content-type': 'application/json', 'content-encoding': 'br' } })],
  'no JSON': [400, body('{"type":"message"')],
  'no JSON and no token': [400, how({ body: 'hello', authorization: null })],
  empty: [400, body('')],
  'of another type': [400, how({ headers: { 'content-type': 'text/plain' } })],
  'of no type': [400, how({ headers: {} })],
  'a form': [400, body('type=message', { 'content-type': 'application/x-www-form-urlencoded' })],
  'with the sum of another': [400, how({ headers: { 'content-type': 'application/json', 'content-md5': 'AAAA' } })],
  'a prototype': [400, body('{"__proto__":{"type":"message"}}')],
  ...Object.fromEntries(
    ['[]', '"message"', '7', 'null', 'true'].map((text) => [`JSON, but ${text}`, [400, body(text)]]),
  ),
  ...Object.fromEntries(
    ['type', 'conversation', 'from', 'channelId'].map((name) => [`no ${name}`, [400, set({ [name]: undefined })]]),
  ),
  'a tenant that is no text': [400, set({ channelData: { tenant: { id: [tenantId] } } })],
  'a text that is none': [400, set({ text: 7 })],
  'entities that are no list': [400, set({ entities: 'mention' })],
  'members added that are no list': [400, set({ type: 'conversationUpdate', membersAdded: 'everybody' })],
};

async function send(spoil: Spoil = () => undefined) {
  sends += 1;
  const activity = { ...structuredClone(good), id: `door-${sends}` };
  const headers = { 'content-type': 'application/json' };
  const sending: Sending = { method: 'POST', path: '/api/messages', headers, activity, token: {} };
  await spoil(sending);
  const { authorization = `Bearer ${await world.teams.token(sending.token)}` } = sending;
  return { ...(await exchange(sending, authorization)), authorization };
}

function exchange(sending: Sending, authorization: string | null) {
  const { method, path, chunked, unsent, body: content = JSON.stringify(sending.activity) } = sending;
  const headers = {
    ...(chunked
      ? { 'transfer-encoding': 'chunked' }
      : method === 'POST' && { 'content-length': String(Buffer.byteLength(content)) }),
    ...sending.headers,
    ...(authorization !== null && { authorization }),
  };
  const options = { port: world.purser.port, host: '127.0.0.1', method, path, headers, agent: false };
  return new Promise<{ status: number; text: string; headers: IncomingHttpHeaders }>((resolve, reject) => {
    const sent = request(options, async (response) => {
      // Whoever is refused without being read may find the connection gone while still sending.
      sent.off('error', reject).on('error', () => undefined);
      let text = '';
      for await (const chunk of response.setEncoding('utf8')) text += chunk;
      sent.destroy();
      resolve({ status: response.statusCode ?? 0, text, headers: response.headers });
    });
    sent.on('error', reject);
    if (unsent) sent.flushHeaders();
    else sent.end(method === 'POST' ? content : undefined);
  });
}

/** All that whoever comes in leaves behind, and nobody else. */
const traces = () => ({
  said: [...world.teams.chats.values()].flatMap(({ posts }) => posts.filter(({ from }) => from === 'bot')).length,
  connector: world.teams.log.length,
  microsoft: world.tenant.requests.length,
  failed: world.logged.filter(({ level }) => Number(level) >= 50).length,
});

/** Refused with this status: nothing happened, nothing was explained, and the token is nowhere in the log. */
async function refused(status: number, spoil: Spoil): Promise<void> {
  const before = traces();
  const logged = world.logged.length;
  const written = mock.method(console, 'error', () => undefined);
  try {
    const received = await send(spoil);
    assert.equal(received.status, status);
    assert.match(received.text, /^(\{\})?$/);
    assert.deepEqual(traces(), before);
    const words = JSON.stringify([
      world.logged.slice(logged),
      written.mock.calls.map((call) => call.arguments.map(String)),
    ]);
    for (const part of (received.authorization ?? '').split(/[\s.]+/).filter(({ length }) => length > 7))
      assert.ok(!words.includes(part), words);
  } finally {
    written.mock.restore();
  }
}

const forged = await forgeries(purserApp.id, '');

describe('door', () => {
  before(async () => {
    entra = await startEntra();
    world = await openWorld({ environment: { ToBotFromEmulatorOpenIdMetadataUrl: entra.url } });
    // What a person says costs an answer in each of these places; so a case that slips through is seen in all.
    good = (await world.people.alex.say('whoami')).activity;
  });
  after(async () => {
    entra.close();
    await world.close();
  });

  describe('a token is refused with 401', () => {
    for (const { name } of forged)
      it(name, () =>
        refused(401, async (sending) => {
          const all = await world.teams.forgeries();
          Object.assign(sending, { authorization: all.find((forgery) => forgery.name === name)?.authorization });
        }),
      );
    for (const [name, spoil] of Object.entries(wrongTokens)) it(name, () => refused(401, spoil));
  });
  describe('with a good token, refused with 403', () => {
    for (const [name, spoil] of Object.entries(wrongPlaces)) it(name, () => refused(403, spoil));
  });
  describe('a body is refused', () => {
    for (const [name, [status, spoil]] of Object.entries(wrongBodies))
      it(`${name}: ${status}`, () => refused(status, spoil));
  });
  describe('a request is refused', () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      it(`${method} instead of POST: 405`, () => refused(405, how({ method })));
    for (const path of ['/', '/api/message', '/api/messages/x', '/API/messages'])
      it(`${path} instead of /api/messages: 404`, () => refused(404, how({ path })));
  });
  it('whoever is refused can’t make Purser keep what their token says', async () => {
    const { ToBotFromBotOrEmulatorTokenValidationParameters: kept } = await import(
      'botframework-connector/lib/auth/tokenValidationParameters.js'
    );
    const before = kept.issuer?.length;
    await send(fromEntra({ tid: randomUUID() }));
    await send(fromEntra({ tid: randomUUID(), iss: channelIssuer }));
    assert.equal(kept.issuer?.length, before);
  });

  describe('lets in', () => {
    const welcome: Record<string, Spoil> = {
      'a good token': () => undefined,
      'a token that expired within the tolerance of five minutes': claims(() => ({ exp: inMinutes(-4) })),
      'a token that is valid in less than five minutes': claims(() => ({ nbf: inMinutes(4) })),
      'a body of 256 KB': sized(limit),
      'a body of 256 KB in chunks': sized(limit, { chunked: true }),
      'the tenant in capitals': set({ channelData: { tenant: { id: tenantId.toUpperCase() } } }),
      'a conversation without a tenant': ({ activity }) => delete activity.conversation?.tenantId,
      'a client that asks for HTML': ({ headers }) => Object.assign(headers, { accept: 'text/html' }),
    };
    for (const [name, spoil] of Object.entries(welcome))
      it(name, async () => {
        const { said } = traces();
        world.clock.advance(60_000);
        assert.equal((await send(spoil)).status, 200);
        assert.equal(traces().said, said + 1);
      });
    it('Microsoft’s own connectors and what lies under them', () => {
      const config = { tenantId, dev: false, bot: { serviceUrls: [new URL('https://smba.trafficmanager.net/teams')] } };
      const why = (url: string) => rejection({ ...(good as never as object), serviceUrl: url } as never, url, config);
      for (const path of ['teams', 'teams/', 'teams/emea/', 'teams/x?y'])
        assert.equal(why(`https://smba.trafficmanager.net/${path}`), undefined);
      assert.equal(why('https://SMBA.trafficmanager.net:443/teams/'), undefined);
      assert.equal(why('https://smba.trafficmanager.net/teamsters/'), 'service-url');
    });
  });

  describe('who watches', () => {
    const get = (path: string) => send(how({ method: 'GET', path, authorization: null, headers: {} }));
    it('hears at /health that Purser is alive', async () => {
      const { status, text } = await get('/health');
      assert.deepEqual([status, JSON.parse(text)], [200, { status: 'alive' }]);
    });
    it('hears at /ready of the first sync, and of troubles by name', async () => {
      const unread = await openWorld({ unread: true });
      const ready = async () => {
        const response = await fetch(`http://127.0.0.1:${unread.purser.port}/ready`);
        return [response.status, await response.json()];
      };
      try {
        assert.deepEqual(await ready(), [503, { ready: false, troubles: [] }]);
        unread.tenant.faults.push({ match: '/graph/v1.0/directory/subscriptions', kind: 'status', code: 403 });
        await unread.purser.sync.run();
        assert.deepEqual(await ready(), [200, { ready: true, troubles: ['subscriptions: no-permission'] }]);
        await unread.purser.sync.run();
        assert.deepEqual(await ready(), [200, { ready: true, troubles: [] }]);
      } finally {
        await unread.close();
      }
    });
    it('reads numbers at /metrics, and nobody’s id or name', async () => {
      const { status, text, headers } = await get('/metrics');
      assert.equal(status, 200);
      assert.match(headers['content-type'] ?? '', /^text\/plain; version=0\.0\.4/);
      for (const line of text.split('\n').filter(Boolean))
        assert.match(line, /^(# (HELP|TYPE) |[a-z_:\d]+(\{.*\})? (-?[\d.e+-]+|NaN|[+-]Inf)$)/);
      for (const why of ['token', 'tenant', 'channel', 'service-url', 'not-an-activity', 'http-413'])
        assert.match(text, RegExp(`^purser_rejected_total\\{why="${why}"\\} [1-9]`, 'm'));
      assert.match(text, /^purser_turn_seconds_count\{command="whoami",outcome="done"\} [1-9]/m);
      assert.match(text, /^purser_microsoft_requests_total\{route="[^"]+",status="200"\} [1-9]/m);
      assert.doesNotMatch(text, /[0-9a-f]{8}-[0-9a-f]{4}-|@|29:|19:|a:1|P-\d/);
      for (const { displayName } of world.tenant.company.users.values())
        assert.ok(!displayName || !text.includes(displayName), displayName);
    });
  });
});
