/** The link to an export [14]: who gets the file, how often, and for how long. */
import assert from 'node:assert/strict';
import { ConfigProblem, readConfig } from '../../bot/config/config.ts';
import { openWorld, type World } from '../world/world.ts';
import { linkOf } from './exported.ts';

const minute = 60_000;

describe('the link to an export', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
    world.teams.limits.on = false;
  });
  after(() => world.close());
  beforeEach(() => world.clock.advance(minute));

  it('can be downloaded three times, and HEAD does not count', async () => {
    const url = await linkOf(world.people.alex, 'export purchases');
    for (let n = 0; n < 5; n++) {
      const head = await fetch(url, { method: 'HEAD' });
      assert.equal(head.status, 200);
      assert.match(
        head.headers.get('content-disposition') ?? '',
        /^attachment; filename="purser-purchases-[\d-]+\.csv"$/,
      );
    }
    for (let n = 0; n < 3; n++) {
      const response = await fetch(url);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.equal(Number(response.headers.get('content-length')), (await response.arrayBuffer()).byteLength);
    }
    assert.equal((await fetch(url, { method: 'HEAD' })).status, 404);
    const gone = await fetch(url);
    assert.equal(gone.status, 404);
    assert.equal(gone.headers.get('cache-control'), 'no-store');
    assert.match(await gone.text(), /This link has expired[\s\S]*Ce lien a expiré/);
  });

  it('is gone after ten minutes, and with a restart', async () => {
    const { alex } = world.people;
    const url = await linkOf(alex, 'export purchases');
    world.clock.advance(10 * minute - 1000);
    assert.equal((await fetch(url, { method: 'HEAD' })).status, 200);
    world.clock.advance(2000);
    assert.equal((await fetch(url)).status, 404);
    const other = await linkOf(alex, 'export purchases');
    await world.restart();
    assert.equal((await fetch(other)).status, 404);
  });

  it('lies under an address nobody can guess, which reaches no log', async () => {
    const urls = [
      await linkOf(world.people.alex, 'export purchases'),
      await linkOf(world.people.alex, 'export purchases'),
    ];
    const tokens = urls.map((url) => /\/exports\/([\w-]+)$/.exec(url)?.[1] ?? '');
    for (const token of tokens) assert.equal(Buffer.from(token, 'base64url').length, 32);
    assert.notEqual(tokens[0], tokens[1]);
    await fetch(new URL(`/exports/${tokens[0]}`, world.teams.bot.url));
    for (const token of tokens) assert.ok(!JSON.stringify(world.logged).includes(token));
    for (const guess of ['', 'x', '..%2f..%2fetc', 'A'.repeat(43), '%00', 'constructor']) {
      const { status } = await fetch(new URL(`/exports/${guess}`, urls[0]));
      assert.equal(status, 404, guess);
    }
  });

  it('is for viewers only, and in a channel comes to their own chat', async () => {
    assert.match(await world.people.adele.ask('export purchases'), /Only admins and viewers can do that/);
    assert.match(await world.people.patti.ask('export purchases'), /^Your file is ready/);
    const { alex } = world.people;
    const team = world.teams.team({ name: 'Procurement', members: [alex] });
    await team.install(alex);
    alex.feed.clear();
    const said = await alex.say('export purchases', { in: team.general, mention: true });
    assert.equal(team.general.answerTo(said)?.text, 'I’ve sent it to you in our private chat.');
    assert.match(alex.card(alex.inbox().at(-1)), /^Your file is ready/);
  });
});

describe('PUBLIC_URL', () => {
  const environment = (url: string): Record<string, string> => ({
    MicrosoftAppId: '11111111-2222-4333-8444-555555555555',
    MicrosoftAppPassword: 'secret',
    TENANT_ID: '66666666-7777-4888-9999-aaaaaaaaaaaa',
    PUBLIC_URL: url,
  });

  it('is an https address, or this machine’s own', () => {
    assert.equal(readConfig(environment('https://purser.example/bot/')).publicUrl, 'https://purser.example/bot');
    assert.equal(readConfig(environment('http://127.0.0.1:3978')).publicUrl, 'http://127.0.0.1:3978');
    assert.throws(() => readConfig(environment('http://purser.example')), ConfigProblem);
    assert.throws(() => readConfig(environment('purser')), ConfigProblem);
  });
});

describe('an export without PUBLIC_URL', () => {
  it('is refused, with what an operator sets', async () => {
    const world = await openWorld({ environment: { PUBLIC_URL: '' } });
    try {
      await world.people.alex.say('export purchases');
      assert.match(world.people.alex.card(), /I can’t provide files yet[\s\S]*needs to set PUBLIC_URL/);
    } finally {
      await world.close();
    }
  });
});
