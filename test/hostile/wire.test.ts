/** Sent by hand over the wire, in one world: what no card of Purser's offers, by people who may not. */
import assert from 'node:assert/strict';
import type { Takeover } from '../../store/records.ts';
import type { Activity, Person } from '../stand-ins/teams/teams.ts';
import { type Company, company, people } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { minute } from '../world/clock.ts';
import { buyVisio, purchaseOf, requested } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('over the wire', () => {
  let world: World;
  let its: Company;
  let sent = 0;
  const { says, settles } = actsIn(() => world);
  const taken = (): Takeover => world.purser.store.get('takeovers', 'TK-1') ?? assert.fail('no takeover');
  before(async () => {
    its = company({ now: new Date('2026-11-17T09:15:00Z') });
    const subscription = buyVisio(its, { holders: 4 });
    world = await openWorld({ company: its, limited: false });
    await says(world.people.alex, 'notify on approvals');
    await requested(world, purchaseOf(world, subscription), { needed: 2 });
    await settles();
  });
  after(() => world.close());
  beforeEach(() => world.clock.advance(6 * minute));

  async function invoke(person: Person, verb: string, data: unknown): Promise<Activity> {
    const { text: _, ...rest } = (await person.say('whoami')).activity;
    const action = { type: 'Action.Execute', verb, data };
    return {
      ...{ ...rest, id: `wire-${++sent}`, type: 'invoke', name: 'adaptiveCard/action' },
      value: { action, trigger: 'manual' },
    } as Activity;
  }
  const answerTo = async (activity: Activity): Promise<string> =>
    JSON.stringify((await world.teams.post(activity)).body ?? '');

  it('one approver who presses and types eight times at once is one approval of two', async () => {
    const { megan } = world.people;
    const presses: Activity[] = [];
    for (let each = 0; each < 5; each++)
      presses.push(await invoke(megan, 'approve', { request: 'TK-1', confirm: 'confirm' }));
    for (let each = 0; each < 3; each++)
      presses.push({ ...(await megan.say('whoami')).activity, id: `wire-${++sent}`, text: 'approve TK-1' });
    await Promise.all(presses.map((each) => world.teams.post(each)));
    assert.deepEqual([taken().state, taken().approvals.length], ['pending', 1]);
  });

  it('an admin removed a second ago moves nobody’s takeover, in whatever words', async () => {
    const { isaiah } = world.people;
    const before = world.purser.store.count('audit');
    for (const text of [
      'withdraw TK-1 because x',
      'stop TK-1',
      'retry TK-1',
      'check TK-1',
      'reassign TK-1 Miriam',
      'reply TK-1 hello',
      'proceed TK-1 because x',
      'pause everything',
      'resume',
      'remove visio from megan',
    ]) {
      await says(isaiah, 'whoami again');
      const all = [...its.roles, ...its.groups].map((each) => ({ each, members: each.members }));
      for (const { each } of all) each.members = each.members.filter((id) => id !== people.isaiah);
      assert.match(await says(isaiah, text), /Only admins can do that|is for people who decide on takeovers/, text);
      for (const { each, members } of all) each.members = members;
    }
    assert.equal(world.purser.store.count('audit'), before);
    assert.equal(world.purser.store.count('holds'), 0);
  });

  it('a colleague who presses what was never on their cards gets a sentence, and nothing is changed', async () => {
    const { joni } = world.people;
    const before = world.purser.store.count('audit');
    for (const [verb, data] of [
      ['approve', { request: 'TK-1', confirm: 'confirm' }],
      ['reply', { request: 'TK-1', reason: 'x' }],
      ['reassign', { request: 'TK-1', person: 'Joni Sherman' }],
      ['object', { notice: 'N-1', reason: 'I object' }],
      ['seen', { notice: 'N-2' }],
      ['purchase', { purchase: 'P-1' }],
      ['resume', { confirm: 'confirm', digest: '000000000000' }],
      ['export', { what: 'audit', format: 'json' }],
      ['takeover', { draft: 'D-1', confirm: 'confirm' }],
      ['check', { request: 'TK-1', found: 'cancelled' }],
    ] as const)
      assert.match(
        await answerTo(await invoke(joni, verb, data)),
        /Only (admins|approvers|admins and viewers) can|for people who decide|isn’t (a message|one of your)|No longer|older version/,
        verb,
      );
    assert.equal(world.purser.store.count('audit'), before);
  });

  it('an admin’s account that is a guest is refused and told nothing else, whatever they say, and where they are mentioned in', async () => {
    const { alex, isaiah } = world.people;
    const team = world.teams.team({ name: 'Guests', channels: ['Open'], members: [alex, isaiah] });
    await team.install(alex);
    await settles();
    const user = its.users.get(people.isaiah) ?? assert.fail();
    user.userType = 'Guest';
    const only = /^I only work for people in this organisation\. As a guest, please ask the person who invited you\.$/;
    for (const text of [
      'help',
      'language fr',
      'notify off',
      'seen N-1',
      'pause everything',
      'status again',
      'approve TK-1',
      '?',
    ])
      assert.match(await says(isaiah, text), only, text);
    const channel = team.channel('Open');
    for (const text of ['status', 'purchases', 'notify off alerts']) {
      world.clock.advance(minute);
      await isaiah.say(text, { in: channel, mention: true });
      await settles();
      const last = channel.posts.findLast(({ from }) => from === 'bot');
      assert.match(isaiah.card(last), only, text);
    }
    user.userType = 'Member';
  });
});
