import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { program } from './built.ts';
import { goesOn } from './patience.ts';
import { startTeams, type Teams } from './stand-ins/teams/teams.ts';
import { company, people, purserApp, startTenant, type Tenant, tenantId } from './stand-ins/tenant/index.ts';
import { loadCertificate } from './world/tls.ts';
import { environmentOf } from './world/world.ts';

const root = join(import.meta.dirname, '..');

/** Purser as a process of its own, and what it said so far. */
interface Running {
  child: ChildProcess;
  out: string;
  err: string;
  /** Its exit code, once it is gone. */
  gone: Promise<number | null>;
  /** Resolves to the first line of its log for which this holds. @throws if it ends without */
  line(holds: (line: Record<string, unknown>) => boolean): Promise<Record<string, unknown>>;
}

let tenant: Tenant;
let teams: Teams;
let folder: string;
let running: Running[];
/** While it is closed, the connector answers nothing that a `slow` fault is meant for. */
let gate: { opened: Promise<void>; open(): void; reached: Promise<void>; reach(): void };

function deferred() {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** As operators start it; and one that waits for nobody. */
type Main = 'bot/index.ts' | 'test/hasty.ts';

/** @param limit a command of the shell that runs first */
function launch(environment: Record<string, string>, main: Main = 'test/hasty.ts', limit = ':'): Running {
  const { PATH = '', NODE_EXTRA_CA_CERTS = '' } = process.env;
  const child = spawn('sh', ['-c', `${limit} && exec "$@"`, 'sh', process.execPath, ...program(main)], {
    cwd: root,
    env: { PATH, NODE_EXTRA_CA_CERTS, ...environment },
  });
  const watchers = new Set<() => void>();
  const one: Running = {
    child,
    out: '',
    err: '',
    gone: new Promise((resolve) => void child.once('close', resolve)),
    line: (holds) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = linesOf(one).find(holds);
          if (found) resolve(found);
          else if (child.exitCode !== null) reject(new Error(`It ended with:\n${one.out}\n${one.err}`));
          else return;
          watchers.delete(look);
        };
        watchers.add(look);
        look();
      }),
  };
  const heard = (stream: 'out' | 'err') => (text: Buffer) => {
    goesOn();
    one[stream] += text;
    for (const look of watchers) look();
  };
  child.stdout?.on('data', heard('out'));
  child.stderr?.on('data', heard('err'));
  void one.gone.then(() => watchers.forEach((look) => void look()));
  running.push(one);
  return one;
}

/** Whole lines only; the last may still be coming. */
const linesOf = ({ out }: Running): Record<string, unknown>[] =>
  out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

async function listening(
  environment: Record<string, string>,
  ...how: [main?: Main, limit?: string]
): Promise<Running & { url: string }> {
  const purser = launch(environment, ...how);
  const { port } = await purser.line(({ msg }) => msg === 'listening');
  const url = `http://127.0.0.1:${port}`;
  teams.bot.url = `${url}/api/messages`;
  return Object.assign(purser, { url });
}

const normal = () => ({ ...environmentOf(tenant, teams), STORE: `file:${folder}` });
const development = () => ({
  ...{ DEV: '1', HOST: '127.0.0.1', PORT: '0', STORE: `file:${folder}`, TENANT_ID: tenantId },
  ...{ CLIENT_ID: purserApp.id, CLIENT_SECRET: purserApp.secret },
  ...{ LOGIN_URL: tenant.urls.login, GRAPH_URL: tenant.urls.graph, LICENSING_URL: tenant.urls.licensing },
});
const alex = () => teams.person({ id: people.alex, name: 'Alex Wilber', installed: true });

/** It ended by itself, as it should where it can't start, and said why in words alone. */
async function refuses(environment: Record<string, string>): Promise<string> {
  const purser = launch(environment);
  assert.equal(await purser.gone, 1, purser.err);
  assert.doesNotMatch(purser.err, /\n\s+at |Error|node:|EADDR/);
  return purser.err;
}

describe('process', () => {
  beforeEach(async () => {
    const [opened, reached] = [deferred(), deferred()];
    gate = { opened: opened.promise, open: opened.resolve, reached: reached.promise, reach: reached.resolve };
    running = [];
    const clock = {
      now: () => new Date(),
      wait: () => {
        gate.reach();
        return gate.opened;
      },
    };
    tenant = await startTenant({ company: company({ now: new Date() }), clock, tls: await loadCertificate() });
    const verifyBotToken = async (token: string) => void (await tenant.verify(token, 'https://api.botframework.com'));
    teams = await startTeams({ clock, tenantId, bot: { appId: purserApp.id }, verifyBotToken, anonymous: true });
    folder = await mkdtemp(join(tmpdir(), 'purser-process-'));
  });
  afterEach(async () => {
    gate.open();
    for (const { child, gone } of running) {
      child.kill('SIGKILL');
      await gone;
    }
    await teams.close();
    await tenant.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('SIGTERM answers what is under way, lets nobody in any more, and ends with 0', async () => {
    const purser = await listening(normal());
    const person = alex();
    teams.faults.push({ match: 'send', kind: 'slow', ms: 1 });
    const saying = person.say('hello');
    await gate.reached;
    purser.child.kill('SIGTERM');
    await purser.line(({ msg }) => msg === 'leaving');
    await assert.rejects(fetch(`${purser.url}/health`));
    // With nothing under way it would be gone in a moment.
    assert.equal(await Promise.race([purser.gone, setTimeout(700, 'still here')]), 'still here');
    gate.open();
    assert.equal((await saying).status, 200);
    assert.equal(person.inbox().length, 1);
    const answeredAt = performance.now();
    assert.equal(await purser.gone, 0, purser.out);
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.startsWith('lease')),
      [],
    );
    // The connection the answer went over is kept by whoever asked; Purser does not wait until it is given up (5 s).
    assert.ok(performance.now() - answeredAt < 4000, `it took ${performance.now() - answeredAt} ms to leave`);
  });

  it('SIGINT does the same: what was recorded before is there when it comes back', async () => {
    const first = await listening(normal());
    const person = alex();
    await person.say('language français');
    first.child.kill('SIGINT');
    assert.equal(await first.gone, 0);
    await listening(normal());
    await person.say('hello', { locale: 'en-US' });
    assert.match(person.card(), /Je suis Purser/);
  });

  it('a second process on the same records is refused in words, and the first goes on', async () => {
    const first = await listening(normal());
    const words = await refuses(normal());
    assert.match(words, RegExp(`^${folder} is in use by process ${first.child.pid} .*\n$`));
    assert.equal((await fetch(`${first.url}/health`)).status, 200);
  });

  it('a port that is taken is said in one sentence, and the records are let go', async () => {
    const taken = createServer().unref();
    await new Promise<void>((resolve) => void taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    const words = await refuses({ ...normal(), PORT: String(port) });
    assert.equal(words, `Purser can't start: port ${port} is taken. Set PORT to a free one.\n`);
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.startsWith('lease')),
      [],
    );
  });

  it('a host that is not of this machine is said in words', async () => {
    assert.match(await refuses({ ...normal(), HOST: '203.0.113.7' }), /HOST/);
  });

  it('a configuration that is wrong in many ways prints every problem', async () => {
    const words = await refuses({
      HOST: '127.0.0.1',
      MicrosoftAppPassword: 'hunter2',
      STORE: 'postgres://x:hunter3@y',
    });
    assert.match(words, /^Purser can't start:\n( {2}- .+\n){3,}$/);
    for (const name of ['MicrosoftAppId', 'TENANT_ID', 'STORE']) assert.match(words, RegExp(`- ${name} `));
    assert.doesNotMatch(words, /hunter/);
  });

  it('whoever watches leaves no line in the log, nor what came with their requests', async () => {
    const purser = await listening(normal());
    const headers = { authorization: 'Bearer hunter2' };
    for (const path of ['/health', '/ready', '/metrics', '/nothing']) await fetch(`${purser.url}${path}`, { headers });
    purser.child.kill('SIGTERM');
    assert.equal(await purser.gone, 0);
    assert.deepEqual(
      linesOf(purser).flatMap(({ event, msg }) => (event === 'sync' ? [] : [msg])),
      ['listening', 'leaving'],
    );
    assert.doesNotMatch(purser.out + purser.err, /hunter2/);
  });

  it('whoever is turned away leaves one line each in the log, and nothing beside it', async () => {
    const purser = await listening({ ...normal(), LOG_LEVEL: 'info' });
    const { activity } = await alex().say('hello');
    const forged = await teams.forgeries();
    for (const { authorization } of forged) await teams.post(activity, { authorization });
    purser.child.kill('SIGTERM');
    assert.equal(await purser.gone, 0);
    const turnedAway = linesOf(purser).filter(({ msg }) => msg === 'an activity was turned away');
    assert.deepEqual(
      turnedAway.map(({ why, status }) => [why, status]),
      forged.map(() => ['token', 401]),
    );
    assert.equal(purser.err.split('\n')[0], '');
  });

  it('DEV=1 takes whoever comes without a token, but nobody whom a proxy sent', async () => {
    const purser = await listening(development());
    const person = alex();
    const { activity } = await person.say('hello');
    assert.equal(person.inbox().length, 1);
    assert.equal((await teams.post({ ...activity, id: 'anonymous' }, { authorization: null })).status, 200);
    assert.equal(person.inbox().length, 2);
    const before = teams.log.length;
    for (const name of ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Forwarded-Proto', 'X-Real-IP', 'Via']) {
      const response = await fetch(teams.bot.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [name]: 'for=203.0.113.7' },
        body: JSON.stringify({ ...activity, id: name }),
      });
      assert.deepEqual([name, response.status, await response.text()], [name, 403, '{}']);
    }
    assert.equal(teams.log.length, before);
    assert.equal((await fetch(`${purser.url}/health`)).status, 200);
  });
});
