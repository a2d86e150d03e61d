/** The bot's own sign-in: a secret that expired is named everywhere before anybody wonders about the silence. */
import assert from 'node:assert/strict';
import { openWorld, type World } from '../world/world.ts';

const portOf = ({ purser }: World): string => `http://127.0.0.1:${purser.port}`;
async function ready(world: World): Promise<{ status: number; troubles: string[] }> {
  const response = await fetch(`${portOf(world)}/ready`);
  const { troubles } = (await response.json()) as { troubles: string[] };
  return { status: response.status, troubles };
}
const metric = async (world: World, name: string): Promise<string[]> =>
  (await (await fetch(`${portOf(world)}/metrics`)).text()).split('\n').filter((line) => line.startsWith(name));

/** The secret of the app expires, or is put right. */
function secrets({ tenant }: World, given: string[]): string[] {
  const app = tenant.company.apps[0] ?? assert.fail();
  const before = app.secrets;
  app.secrets = given;
  return before;
}
const tokensAsked = ({ tenant }: World): number => tenant.requests.filter(({ path }) => path.endsWith('/token')).length;

describe('a turn counts as done', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());
  const turns = async (outcome: string): Promise<number> => {
    const lines = await metric(world, 'purser_turn_seconds_count');
    const counts = lines
      .filter((line) => line.includes(`outcome="${outcome}"`))
      .map((line) => Number(line.split(' ').at(-1)));
    return counts.reduce((sum, count) => sum + count, 0);
  };

  it('when its answer is out, and as unanswered where Teams takes none, also in brief', async () => {
    const { people, teams, clock } = world;
    await people.alex.say('whoami');
    assert.deepEqual([await turns('done'), await turns('unanswered')], [1, 0]);
    clock.advance(60_000);
    teams.faults.push({ match: 'send', kind: 'status', status: 500, times: 99 });
    await people.alex.say('whoami');
    teams.faults.length = 0;
    assert.deepEqual([await turns('done'), await turns('unanswered')], [1, 1]);
    clock.advance(60_000);
    teams.faults.push({ match: 'send', kind: 'reset-before', times: 99 });
    await people.alex.say('whoami');
    teams.faults.length = 0;
    assert.deepEqual([await turns('done'), await turns('unanswered')], [1, 2]);
  });

  it('not where the bot has no token to answer with', async () => {
    const mute = await openWorld({ unread: true });
    try {
      secrets(mute, []);
      await mute.people.alex.say('whoami');
      const lines = await metric(mute, 'purser_turn_seconds_count');
      assert.ok(
        lines.some((line) => line.includes('outcome="unanswered"')),
        lines.join(),
      );
      assert.ok(!lines.some((line) => line.includes('outcome="done"')), lines.join());
    } finally {
      await mute.close();
    }
  });
});

describe('the bot’s sign-in to Teams', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  it('is tried with every sync, with a real request, though the token from before still lives', async () => {
    const before = tokensAsked(world);
    await world.purser.sync.run();
    await world.purser.sync.run();
    assert.ok(tokensAsked(world) >= before + 2);
    assert.deepEqual((await ready(world)).troubles, []);
    assert.deepEqual(await metric(world, 'purser_bot_sign_in{'), ['purser_bot_sign_in{service="teams"} 1']);
    assert.match(await world.people.alex.ask('status'), /✓ {2}working\n[^\n]*Answering in Teams/);
  });

  it('that fails is named by status, /ready, a metric and the log, and no longer once it works', async () => {
    const { people, purser, logged } = world;
    const before = secrets(world, []);
    await purser.sync.run();
    const { status, troubles } = await ready(world);
    assert.equal(status, 200, 'a restart would not mend it');
    assert.ok(troubles.includes('teams: no-token'), troubles.join());
    assert.deepEqual(await metric(world, 'purser_bot_sign_in{'), ['purser_bot_sign_in{service="teams"} 0']);
    assert.ok(
      logged.some(({ msg, detail }) => /nobody can be answered/.test(`${msg}`) && /AADSTS7000215/.test(`${detail}`)),
    );
    assert.match(await people.alex.ask('status'), /⚠\s+Answering in Teams[\s\S]*MicrosoftAppPassword/);
    secrets(world, before);
    await purser.sync.run();
    assert.deepEqual((await ready(world)).troubles, []);
    assert.match(await people.alex.ask('status'), /✓ {2}working\n[^\n]*Answering in Teams/);
  });

  it('that Entra does not answer, or that is redirected, is told apart from one that is refused', async () => {
    const { tenant, purser, clock } = world;
    const match = (call: { path: string; body: string }) =>
      call.path.endsWith('/token') && call.body.includes('botframework');
    const faults = [
      [{ kind: 'status', code: 503 }, 'teams: unreachable'],
      [{ kind: 'redirect', to: 'http://evil.example/' }, 'teams: redirected'],
    ] as const;
    for (const [fault, words] of faults) {
      tenant.faults.push({ match, times: 9, ...fault });
      await purser.sync.run();
      tenant.faults.length = 0;
      clock.advance(60_000);
      assert.ok((await ready(world)).troubles.includes(words), words);
    }
    await purser.sync.run();
  });
});
