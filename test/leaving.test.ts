/** Purser as an orchestrator sees it: one waits for the store of another, tells how it is, and leaves without losing a request. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from './built.ts';
import { goesOn } from './patience.ts';
import { startTeams, type Teams } from './stand-ins/teams/teams.ts';
import { company, people, purserApp, startTenant, type Tenant, tenantId } from './stand-ins/tenant/index.ts';
import { freePort } from './world/free-port.ts';
import { loadCertificate } from './world/tls.ts';
import { environmentOf } from './world/world.ts';

const root = join(import.meta.dirname, '..');

interface Running {
  child: ChildProcess;
  port: number;
  said: () => string;
  gone: Promise<number | null>;
}

let tenant: Tenant;
let teams: Teams;
let folder: string;
let running: Running[];

/** @param limit a command of the shell that runs first */
async function launch(more: Record<string, string> = {}, limit = ':'): Promise<Running> {
  const { PATH = '', NODE_EXTRA_CA_CERTS = '' } = process.env;
  const port = await freePort();
  const child = spawn('sh', ['-c', `${limit} && exec "$@"`, 'sh', process.execPath, ...program('bot/index.ts')], {
    cwd: root,
    env: {
      ...{ PATH, NODE_EXTRA_CA_CERTS, ...environmentOf(tenant, teams) },
      ...{ STORE: `file:${folder}`, PORT: String(port), ...more },
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      goesOn();
      said += text;
    });
  const gone = new Promise<number | null>((resolve) => void child.once('close', resolve));
  const one = { child, port, said: () => said, gone };
  running.push(one);
  return one;
}

interface Answer {
  status: number;
  body: string;
  connection: string | undefined;
}

/** Over a connection of its own, unless an agent keeps one. */
function ask({ port }: { port: number }, path: string, how: { method?: string; agent?: Agent } = {}): Promise<Answer> {
  const { method = 'GET', agent = false } = how;
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, agent }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => {
        body += text;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body, connection: response.headers.connection }),
      );
    });
    asked.on('error', reject).end();
  });
}

/** Resolves once an answer to `GET /ready` is as wanted. */
async function ready(one: Running, isWanted: (answer: Answer) => boolean): Promise<Answer> {
  for (;;) {
    const answer = await ask(one, '/ready').catch(() => undefined);
    if (answer && isWanted(answer)) return answer;
    if (one.child.exitCode !== null) assert.fail(`it ended with:\n${one.said()}`);
    goesOn();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function says(one: Running, words: RegExp): Promise<void> {
  while (!words.test(one.said())) {
    if (one.child.exitCode !== null) assert.fail(`it ended with:\n${one.said()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const isReady = ({ status }: Answer) => status === 200;

async function aReady(...how: Parameters<typeof launch>): Promise<Running> {
  const one = await launch(...how);
  await ready(one, isReady);
  teams.bot.url = `http://127.0.0.1:${one.port}/api/messages`;
  return one;
}

const alex = () => teams.person({ id: people.alex, name: 'Alex Wilber', installed: true });

describe('a process that an orchestrator runs', () => {
  beforeEach(async () => {
    running = [];
    const clock = { now: () => new Date(), wait: async () => undefined };
    tenant = await startTenant({ company: company({ now: new Date() }), clock, tls: await loadCertificate() });
    const verifyBotToken = async (token: string) => void (await tenant.verify(token, 'https://api.botframework.com'));
    teams = await startTeams({ clock, tenantId, bot: { appId: purserApp.id }, verifyBotToken });
    folder = await mkdtemp(join(tmpdir(), 'purser-leaving-'));
  });
  afterEach(async () => {
    for (const { child, gone } of running) {
      child.kill('SIGKILL');
      await gone;
    }
    await teams.close();
    await tenant.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('waits for the store of another, alive and not ready, and is ready once that one has left', async () => {
    const older = await aReady();
    const person = alex();
    await person.say('language français');
    const newer = await launch();
    const waiting = await ready(newer, ({ status }) => status === 503);
    assert.match(waiting.body, /waiting for the lease/);
    assert.equal((await ask(newer, '/health')).status, 200);
    assert.equal((await ask(newer, '/metrics')).status, 503);
    assert.equal((await ask(newer, '/api/messages', { method: 'POST' })).status, 503);
    await says(newer, /"holder":".*is in use by process \d+ on .*waiting for the lease/);
    assert.equal((await ask(older, '/ready')).status, 200);
    older.child.kill('SIGTERM');
    await ready(newer, isReady);
    assert.equal(await older.gone, 0, older.said());
    teams.bot.url = `http://127.0.0.1:${newer.port}/api/messages`;
    await person.say('hello', { locale: 'en-US' });
    assert.match(person.card(), /Je suis Purser/);
  });

  it('that waits leaves at once when it is told to, and the other goes on', async () => {
    const older = await aReady();
    const newer = await launch();
    await ready(newer, ({ status }) => status === 503);
    newer.child.kill('SIGTERM');
    assert.equal(await newer.gone, 0, newer.said());
    assert.equal((await ask(older, '/ready')).status, 200);
  });

  it('that was killed is followed at once by the next one on the same machine', async () => {
    const killed = await aReady();
    killed.child.kill('SIGKILL');
    await killed.gone;
    const next = await aReady();
    assert.doesNotMatch(next.said(), /waiting for the lease|taken over/);
  });

  it('whose store another one took says so in words and leaves, and answers no decision any more', async () => {
    const one = await aReady();
    const [claim = ''] = (await readdir(folder)).filter((name) => name.startsWith('lease-'));
    // Its own goes last: where none is there it can't say who has it.
    await writeFile(
      join(folder, 'lease-000099.json'),
      JSON.stringify({ pid: 4711, host: 'pod-2', namespace: null, since: '2026-11-30T10:00:00.000Z' }),
    );
    await rename(join(folder, claim), join(folder, 'aside'));
    assert.equal(await one.gone, 1);
    assert.match(
      one.said(),
      /is no longer this process's: process 4711 on pod-2 since 2026-11-30T10:00:00.000Z has it/,
    );
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.startsWith('lease-')),
      ['lease-000099.json'],
    );
  });

  it('told to leave says first that it is not ready, answers all that still comes, and is gone without losing any of it', async () => {
    const one = await aReady();
    const agent = new Agent({ keepAlive: true });
    await ask(one, '/health', { agent });
    const before = Array.from({ length: 60 }, () => ask(one, '/exports/none'));
    one.child.kill('SIGTERM');
    const leaving = await ready(one, ({ status }) => status === 503);
    assert.match(leaving.body, /leaving/);
    const person = alex();
    assert.equal((await person.say('hello')).status, 200);
    assert.equal(person.inbox().length, 1);
    const during = Array.from({ length: 60 }, () => ask(one, '/exports/none'));
    const kept = await ask(one, '/health', { agent });
    assert.deepEqual([kept.status, kept.connection], [200, 'close']);
    const answers = await Promise.all([...before, ...during]);
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([404]));
    agent.destroy();
    assert.equal(await one.gone, 0, one.said());
  });

  it('answers HEAD to whoever watches as GET, without a body', async () => {
    const one = await aReady();
    for (const path of ['/health', '/ready', '/metrics']) {
      const { status, body } = await ask(one, path, { method: 'HEAD' });
      assert.deepEqual([path, status, body], [path, 200, '']);
      assert.equal((await ask(one, path)).status, 200);
    }
    assert.equal((await ask(one, '/api/messages', { method: 'HEAD' })).status, 405);
    assert.match((await ask(one, '/metrics')).body, /purser_build_info\{version="\d+\.\d+\.\d+"\} 1/);
  });

  it('serves what is watched on OPS_PORT alone, where that is set', async () => {
    const opsPort = await freePort();
    const one = await launch({ OPS_PORT: String(opsPort) });
    const ops = { ...one, port: opsPort };
    await ready(ops, isReady);
    for (const path of ['/health', '/ready', '/metrics']) {
      assert.equal((await ask(ops, path)).status, 200, path);
      assert.equal((await ask(one, path)).status, 404, path);
    }
    for (const path of ['/api/messages', '/exports/none']) assert.equal((await ask(ops, path)).status, 404, path);
    assert.equal((await ask(one, '/exports/none')).status, 404);
    const taken = await launch({ OPS_PORT: String(opsPort) });
    assert.equal(await taken.gone, 1);
    assert.match(taken.said(), RegExp(`port ${opsPort} is taken\\. Set OPS_PORT to a free one`));
  });

  it('whose disk takes no commit logs it as an error, and names it in /ready and in a metric', async function () {
    if (process.platform === 'win32') this.skip();
    const one = await aReady({ LOG_LEVEL: 'error', SYNC_MINUTES: '1440' }, 'ulimit -f 100');
    const person = alex();
    // What is shorter may still have room behind what had none.
    const named = /store: commits fail \(EFBIG\)/;
    for (let i = 0, body = ''; !named.test(body); i++) {
      assert.ok(i < 400, `the disk was never full: ${one.said().slice(-2000)}`);
      await person.say(i % 2 ? 'language english' : 'language français');
      const answer = await ask(one, '/ready');
      assert.equal(answer.status, 200);
      body = answer.body;
    }
    const { body: metrics } = await ask(one, '/metrics');
    assert.match(metrics, /purser_store_trouble\{kind="commits"\} [01]/);
    assert.match(metrics, /purser_store_troubles_total\{kind="commits"\} [1-9]/);
    assert.match(one.said(), /"level":50[^\n]*"store":"commits","msg":"[^\n]*EFBIG/);
  });
});

describe('npm start', () => {
  it('passes SIGTERM on to Purser, which npm alone is told', async function () {
    if (process.platform === 'win32') this.skip();
    const place = await mkdtemp(join(tmpdir(), 'purser-npm-'));
    try {
      await cp(join(root, 'package.json'), join(place, 'package.json'));
      await mkdir(join(place, 'dist', 'bot'), { recursive: true });
      // In place of what `npm run build` makes: the process as npm starts it.
      const stub = `process.once('SIGTERM', () => { console.log('told'); process.exit(0); }); setInterval(() => 0, 1e6); console.log('up', process.pid);`;
      await writeFile(join(place, 'dist', 'bot', 'index.js'), stub);
      const npm = spawn('npm', ['start'], { cwd: place, stdio: ['ignore', 'pipe', 'inherit'] });
      let said = '';
      const closed = new Promise((resolve) => void npm.once('close', resolve));
      await new Promise<void>((resolve) => {
        npm.stdout.on('data', (text: Buffer) => {
          goesOn();
          said += text;
          if (/up \d+/.test(said)) resolve();
        });
        void closed.then(() => resolve());
      });
      npm.kill('SIGTERM');
      await closed;
      assert.match(said, /up \d+\n[\s\S]*told/);
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  });
});
