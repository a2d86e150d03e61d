/** The Bot Connector and its keys: answers that lead elsewhere, and answers without end. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SigningKeys } from '../../bot/teams/keys.ts';
import { met, noticeOf, postsWith, settle, write } from '../outbox/fixture.ts';
import { openWorld, type World } from '../world/world.ts';

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

async function server(serve: Serve) {
  const heard: string[] = [];
  const inner = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    serve(request, response);
  });
  await new Promise<void>((resolve) => void inner.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(inner.address() as AddressInfo).port}`;
  const close = () => {
    inner.closeAllConnections();
    inner.close();
  };
  return { url, heard, close };
}

const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'good', endorsements: ['msteams'] };
const json = (response: ServerResponse, body: unknown): void => void response.end(JSON.stringify(body));

describe('the keys of the Bot Connector', () => {
  const open: { close(): void }[] = [];
  afterEach(() => {
    for (const each of open.splice(0)) each.close();
  });
  const serving = async (serve: Serve) => {
    const made = await server(serve);
    open.push(made);
    return made;
  };
  /** Metadata and keys as they should be, but for what `crooked` answers itself. */
  const keysBehind = async (crooked: (path: string, response: ServerResponse) => boolean) => {
    const made = await serving((request, response) => {
      const path = request.url ?? '';
      if (crooked(path, response)) return;
      json(response, path === '/keys' ? { keys: [jwk] } : { jwks_uri: `${made.url}/keys` });
    });
    return { ...made, keys: new SigningKeys(`${made.url}/metadata`) };
  };
  /** What the operator reads of why nobody can be let in. */
  const whyNot = async (keys: SigningKeys): Promise<string> => {
    const error: unknown = await keys.getKey('good').catch((reason: unknown) => reason);
    assert.ok(error instanceof Error && 'statusCode' in error && error.statusCode === 500, String(error));
    return String((error.cause as Error).message);
  };

  it('are read once for many tokens at a time, and the endorsements with them', async () => {
    const { keys, heard } = await keysBehind(() => false);
    const found = await Promise.all([keys.getKey('good'), keys.getKey('good'), keys.getKey('good')]);
    for (const key of found) assert.deepEqual(key?.endorsements, ['msteams']);
    assert.equal(found[0]?.key, String(publicKey.export({ type: 'spki', format: 'pem' })));
    assert.equal(await keys.getKey('unheard of'), null);
    assert.deepEqual(heard, ['GET /metadata', 'GET /keys'], 'a made-up key makes no further requests');
  });

  for (const at of ['/metadata', '/keys'])
    it(`are not taken from where a redirect of ${at} leads`, async () => {
      const stranger = await serving((_request, response) => json(response, { keys: [jwk], jwks_uri: '' }));
      const { keys } = await keysBehind((path, response) => {
        if (path !== at) return false;
        response.writeHead(302, { location: `${stranger.url}/mine` });
        response.end();
        return true;
      });
      assert.match(await whyNot(keys), /answered with a redirect to http:.* does not follow/);
      assert.deepEqual(stranger.heard, []);
    });

  it('are not taken over plain HTTP, wherever the metadata says they are', async () => {
    for (const address of [
      'http://keys.example/',
      'http://127.0.0.1.evil.example/',
      'http://localhost@evil.example/',
    ]) {
      const { keys } = await keysBehind((_path, response) => {
        json(response, { jwks_uri: address });
        return true;
      });
      assert.match(await whyNot(keys), /without TLS/, address);
    }
  });

  it('have an end: a metadata document that goes on and on lets nobody in, and fills no memory', async () => {
    const { keys } = await keysBehind((_path, response) => {
      const more = (): void => void (response.destroyed || response.write(' '.repeat(100_000), more));
      more();
      return true;
    });
    assert.match(await whyNot(keys), /sent more than 1,024 KB in one answer/);
  });
});

describe('an answer of the Bot Connector', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());
  beforeEach(() => {
    world.clock.advance(60_000);
    world.logged.length = 0;
  });
  afterEach(() => void world.teams.faults.splice(0));

  for (const status of [301, 302, 307, 308])
    it(`that is a redirect (${status}) takes no message and no token to another host`, async () => {
      const stranger = await server((_request, response) => json(response, { id: 'mine' }));
      const headers = { location: `${stranger.url}/teams/` };
      world.teams.faults.push({ match: 'send', kind: 'status', status, headers, times: 9 });
      await world.people.alex.say('hello');
      stranger.close();
      assert.deepEqual(stranger.heard, []);
      const said = JSON.stringify(world.logged);
      assert.match(said, /answered with a redirect to http:\/\/127\.0\.0\.1:\d+, which Purser does not follow/);
    });

  it('that is a redirect loses nothing that waits to be sent: it goes out when the way is right again', async () => {
    const { people, teams, purser, clock } = world;
    await met(people.adele);
    const id = await write(world, { person: people.adele.id }, 'the awaited news');
    teams.faults.push({ kind: 'status', status: 307, headers: { location: 'http://evil.example/' }, times: 1e9 });
    for (let tries = 0; tries < 5; tries++) {
      await purser.outbox.drain();
      clock.advance(2 * 60_000);
    }
    assert.equal(noticeOf(world, id).outcome, 'waiting');
    teams.faults.length = 0;
    await settle(world);
    assert.equal(postsWith(world, 'the awaited news').length, 1);
  });

  it('that is 5 MB of error is a few kilobytes of log, and its code is read all the same', async () => {
    const body = { error: { code: 'BotDisabledByAdmin', message: 'x'.repeat(5 * 1024 * 1024) } };
    world.teams.faults.push({ match: 'send', kind: 'status', status: 403, body, times: 9 });
    await world.people.alex.say('hello');
    const lines = world.logged.map((line) => JSON.stringify(line).length);
    assert.ok(lines.length > 0 && Math.max(...lines) < 32 * 1024, `${Math.max(...lines)} characters in a line`);
  });
});
