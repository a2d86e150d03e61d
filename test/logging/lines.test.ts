/** What the log tells whoever runs Purser: one line for each thing that happens, tied to what gave reason for it. */
import assert from 'node:assert/strict';
import { createLog } from '../../bot/log.ts';
import { createBound } from '../../bot/logging/flood.ts';
import type { Line } from '../../bot/logging/lines.ts';
import { settle, write } from '../outbox/fixture.ts';
import { company, purserApp } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { buyVisio, purchaseOf, requested } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';
import { LogLine } from './shapes.ts';

type Logged = Record<string, unknown>;

const ofEvent = (world: World, event: string): Logged[] => world.logged.filter((line) => line['event'] === event);

/** What tells of a fault in words has no event. */
function fits(world: World): void {
  for (const line of world.logged.filter(({ event }) => event !== undefined)) {
    const { error } = LogLine.safeParse(line);
    assert.equal(error, undefined, `${JSON.stringify(line)}: ${error?.message}`);
  }
}

/** It has these fields, among others. */
function has(line: unknown, fields: object): void {
  const found = Object.entries(line as object).filter(([name]) => name in fields);
  assert.deepEqual(Object.fromEntries(found), fields);
}

/** What must not be read in any line, at any level: people and their addresses, ids, secrets, tokens, cards, and what they typed. */
function staysInside({ logged, tenant, teams }: World): void {
  const said = JSON.stringify(logged);
  const users = [...tenant.company.users.values()];
  const told = [
    ...users.flatMap(({ id, displayName, mail, userPrincipalName }) => [id, displayName, mail, userPrincipalName]),
    ...[...teams.chats.values()].flatMap(({ id, posts }) => [id, ...posts.map((post) => post.id)]),
    ...teams.log.map(({ authorization }) => authorization?.split('.').at(-1)),
    ...[purserApp.secret, 'AdaptiveCard', 'zebra'],
  ].filter((each) => each !== undefined && each !== null && each.length > 4);
  assert.deepEqual(
    told.filter((each) => said.includes(String(each))),
    [],
  );
}

describe('the log', () => {
  let world: World;
  afterEach(async () => {
    staysInside(world);
    await world.close();
  });

  it('has one line a turn and one a sync, each with an id of its own: fifty turns and two syncs are 52', async () => {
    world = await openWorld({ unread: true, limited: false });
    const { alex, megan, adele, isaiah } = world.people;
    await world.purser.sync.run();
    for (const person of [alex, megan, adele, isaiah, alex])
      for (const text of [
        'hello',
        'purchases',
        'help',
        'whoami',
        'rules',
        'status',
        'language',
        'nonsense',
        '?',
        'P-1',
      ])
        await person.say(text);
    await world.purser.sync.run();
    const lines = world.logged.filter(({ event }) => event === 'turn' || event === 'sync');
    assert.equal(lines.length, 52);
    fits(world);
    assert.equal(new Set(lines.map(({ correlation }) => correlation)).size, 52);
    assert.equal(new Set(ofEvent(world, 'turn').map(({ person }) => person)).size, 4);
    assert.ok(ofEvent(world, 'turn').some(({ outcome }) => outcome === 'refused'));
    const [first] = ofEvent(world, 'sync');
    assert.equal(first?.['outcome'], 'read');
    // Each call belongs to one of them, and says which try it was and how long it took.
    const known = new Set(lines.map(({ correlation }) => correlation));
    const calls = ofEvent(world, 'call');
    assert.ok(calls.length > 50 && calls.every(({ correlation }) => known.has(correlation)));
    assert.deepEqual(new Set(calls.map(({ service }) => service)), new Set(['graph', 'licensing', 'sign-in', 'teams']));
  });

  it('ties a press that decides to the decision, the steps and what was posted, also across a restart', async () => {
    const its = company({ now: new Date('2026-11-17T09:15:00Z') });
    const subscription = buyVisio(its);
    world = await openWorld({ company: its, environment: { NOTICE_DAYS: '0' } });
    const { says, settles } = actsIn(() => world);
    const { alex, megan } = world.people;
    await says(alex, 'notify on approvals');
    await requested(world, purchaseOf(world, subscription));
    await settles();
    await says(alex, 'reassign TK-1 megan');
    await settles();
    await megan.press('Approve');
    const { correlation, person, command } = ofEvent(world, 'turn').findLast(({ kind }) => kind === 'press') ?? {};
    assert.equal(command, 'approve');
    await world.restart();
    await settles();
    const follows = world.logged.filter((line) => line['correlation'] === correlation && line['event'] !== 'call');
    const decision = follows.find(({ decision }) => decision === 'takeover-approved');
    has(decision, { about: 'TK-1', by: 'person', via: 'card', person });
    const posted = follows.filter(({ event, outcome }) => event === 'notice' && outcome === 'posted');
    assert.ok(posted.length > 0, 'what it gave reason to tell');
    const steps = follows.filter(({ event }) => event === 'job-step');
    assert.ok(steps.length > 0 && steps.every(({ outcome }) => outcome === 'done'), JSON.stringify(steps));
    fits(world);
  });

  it('calls the same person the same after a restart, and otherwise in another installation', async () => {
    const personIn = async (): Promise<unknown> => {
      await world.people.alex.say('hello');
      return ofEvent(world, 'turn').at(-1)?.['person'];
    };
    world = await openWorld({ unread: true });
    const before = await personIn();
    await world.restart();
    assert.equal(await personIn(), before);
    await world.close();
    world = await openWorld({ unread: true });
    assert.notEqual(await personIn(), before);
  });

  it('tells of what Microsoft failed, of which try it was, and by which id its support finds it', async () => {
    world = await openWorld();
    world.tenant.faults.push({ match: '/graph/v1.0/subscribedSkus', kind: 'status', code: 503 });
    world.tenant.faults.push({ match: '/licensing', kind: 'status', code: 403, times: 9 });
    await world.purser.sync.run();
    const sync = ofEvent(world, 'sync').at(-1);
    has(sync, { outcome: 'partly', failed: ['rules'], level: 40 });
    const tries = ofEvent(world, 'call').filter(
      ({ route, correlation }) => route === '/subscribedSkus' && correlation === sync?.['correlation'],
    );
    assert.deepEqual(
      tries.map(({ status, attempt }) => [status, attempt]),
      [
        [503, 1],
        [200, 2],
      ],
    );
    assert.match(String(tries[0]?.['requestId']), /^[0-9a-f-]{36}$/);
    fits(world);
  });

  it('says at the start which Purser it is and how it is set, without a secret, and at the end why it leaves', async () => {
    const set = {
      ...{
        CANCELLATION: 'webhook:https://automation.example/cancel?sig=hunter2',
        CANCELLATION_SECRET: 'hunter2hunter2hunter2',
      },
      ...{
        CONTACT_NAME: 'Hunter Two',
        MAIL_FROM: 'hunter2@contoso.com',
        VERIFY_URL: 'https://intranet.example/hunter2',
      },
    };
    world = await openWorld({ unread: true, environment: set });
    await world.restart();
    const [start] = ofEvent(world, 'start');
    const [stop] = ofEvent(world, 'stop');
    fits(world);
    has(start?.['settings'], {
      ...{ TIME_ZONE: 'Europe/Paris', CANCELLATION: 'webhook:https://automation.example', CANCELLATION_SECRET: 'set' },
      ...{ CONTACT_NAME: 'set', MAIL_FROM: 'set', MicrosoftAppPassword: 'set', VERIFY_URL: 'https://intranet.example' },
    });
    assert.doesNotMatch(JSON.stringify(world.logged), /hunter/i);
    assert.equal(stop?.['why'], 'asked');
  });

  it('shows the person whom a fault met the id under which it is in the log', async () => {
    world = await openWorld();
    await world.people.alex.say('whoami');
    await world.purser.store.close();
    const card = await world.people.alex.ask('take P-1');
    const turn = ofEvent(world, 'turn').at(-1);
    has(turn, { outcome: 'failed', command: 'take', level: 50 });
    assert.ok(card.includes(String(turn?.['correlation'])), card);
    assert.ok(world.logged.some(({ correlation, error }) => error && correlation === turn?.['correlation']));
  });

  it('says what Teams answered where a notice could not be delivered: its error has no message', async () => {
    world = await openWorld();
    await world.people.adele.say('hello');
    const body = { error: { code: 'BotDisabledByAdmin', message: 'no' } };
    world.teams.faults.push({ match: 'send', kind: 'status', status: 403, body });
    const id = await write(world, { person: world.people.adele.id });
    await world.purser.outbox.drain();
    const line = world.logged.find(({ notice, verdict }) => notice === id && verdict);
    has(line, { level: 40, verdict: 'outage', what: 'post', why: '403 BotDisabledByAdmin' });
  });

  it('tells of each step of a notice on its way, and which road it took', async () => {
    world = await openWorld({ environment: { MAIL_FROM: 'purser@contoso.onmicrosoft.com' } });
    const { adele } = world.people;
    adele.block();
    const id = await write(world, { person: adele.id });
    await settle(world);
    const steps = ofEvent(world, 'notice').filter(({ notice }) => notice === id);
    assert.deepEqual(
      steps.map(({ road, outcome }) => [road, outcome]),
      [
        ['chat', 'away'],
        ['mail', 'mailed'],
      ],
    );
    fits(world);
  });

  it('holds nobody’s name, address, id or words, whatever goes wrong and whatever others say of it', async () => {
    world = await openWorld({ environment: { MAIL_FROM: 'purser@contoso.onmicrosoft.com' } });
    const { alex, adele, megan } = world.people;
    const { mail } = world.tenant.company.users.get(adele.id) ?? assert.fail();
    const ids = `${adele.id} ${mail} ${adele.chat.id}`;
    const words = `zebra ${ids}`;
    for (const text of [words, `purchases by:${mail}`, `who is ${adele.name}`, `ask P-1 ${words}`, `take P-2 ${words}`])
      await alex.say(text);
    const team = world.teams.team({ name: 'zebra', members: [alex] });
    await alex.install(team);
    await alex.say('purchases zebra', { in: team.general, mention: true });
    const body = { error: { code: 'Forbidden', message: `${ids} eyJhbGciOiJub25lIn0.eyJzdWIiOiJ6ZWJyYSJ9.c2ln` } };
    world.teams.faults.push({ match: 'send', kind: 'status', status: 403, body, times: 3 });
    for (let times = 0; times < 3; times++) await megan.say(words);
    world.tenant.faults.push({ match: '/graph', kind: 'status', code: 403, times: 4 });
    world.tenant.faults.push({ match: '/graph', kind: 'answer', body: () => ({ value: [{ id: words }] }), times: 4 });
    await world.purser.sync.run();
    await alex.say('status');
    await world.purser.outbox.drain();
    await world.purser.store.close();
    await alex.say(`take P-1 ${words}`);
    assert.ok(world.logged.some(({ error }) => error));
  });

  it('holds no more than a measure of what strangers send', async () => {
    world = await openWorld({ unread: true });
    const post = () =>
      fetch(world.teams.bot.url, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    for (let rest = 400; rest > 0; rest -= 20) await Promise.all(Array.from({ length: 20 }, post));
    const lines = ofEvent(world, 'turned-away');
    assert.ok(lines.length >= 60 && lines.length < 200, `${lines.length} lines`);
    fits(world);
  });

  it('holds no more than a measure of what one person sends beyond what is answered', async () => {
    world = await openWorld({ unread: true });
    for (let rest = 140; rest > 0; rest--) {
      world.clock.advance(600);
      await world.people.alex.say('hello');
    }
    assert.ok(ofEvent(world, 'turn').length >= 140);
    const limited = ofEvent(world, 'turn').filter(({ outcome }) => outcome === 'limited');
    const shown = limited.filter(({ level }) => Number(level) >= 30);
    assert.equal(shown.length, 1);
    fits(world);
  });
});

describe('a level of the log', () => {
  const turn = { event: 'turn', kind: 'message', command: 'help', ms: 1, activity: 'a', person: 'b' } as const;
  const call = { event: 'call', service: 'graph', method: 'GET', host: 'a', route: '/users', attempt: 1 } as const;
  const lines: Line[] = [
    { ...turn, outcome: 'failed' },
    { ...turn, outcome: 'unanswered' },
    { ...turn, outcome: 'answered' },
    { ...call, status: 200, ms: 1, requestId: null },
  ];
  const written = (level: string): number => {
    let count = 0;
    const log = createLog(level, { write: () => void count++ });
    for (const line of lines) log.tell(line);
    return count;
  };

  it('shows more than the one above it', () => {
    assert.deepEqual(['silent', 'error', 'warn', 'info', 'debug'].map(written), [0, 1, 2, 3, 4]);
  });
});

describe('a flood of lines', () => {
  it('is told up to a measure, and how many were left out with the next', () => {
    let now = 0;
    const unwritten = createBound(() => now);
    const line: Line = { event: 'turned-away', why: 'token', status: 401 };
    const told = Array.from({ length: 1000 }, () => unwritten(line)).filter((each) => each !== undefined);
    assert.deepEqual(
      told,
      Array.from({ length: 60 }, () => 0),
    );
    now += 1_000;
    assert.equal(unwritten(line), 940);
    assert.equal(unwritten(line), undefined);
  });
});
