/** An order for two is decided by the laws of a takeover. */
import assert from 'node:assert/strict';
import type { Person } from '../stand-ins/teams/teams.ts';
import { groups, people as ids } from '../stand-ins/tenant/index.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { day } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('an order for two', () => {
  let world: World;
  const opened = async (environment: Record<string, string> = {}): Promise<void> => {
    world = await openWorld({ environment: { FOUR_EYES: 'wide', ...environment } });
  };
  afterEach(() => world.close());

  const { says, sees, settles, product, passes } = actsIn(() => world);
  const value = (name = 'Power BI Pro') => product(name).policyValue;
  const order = (id = 'CH-1') => world.purser.store.get('orders', id) ?? assert.fail(`no ${id}`);
  const disable = (id: string): void => {
    const user = world.tenant.company.users.get(id) ?? assert.fail();
    user.accountEnabled = false;
  };
  /** Alex asks for it, and those who could approve it have their card. */
  const begun = async (): Promise<string> => {
    const { alex } = world.people;
    await says(alex, 'block all because we buy centrally');
    await alex.press(confirming);
    const seen = sees(alex);
    await settles();
    return seen;
  };
  const inbox = (person: Person): string[] => person.inbox().map((post) => person.card(post));
  const asked = (person: Person) => inbox(person).filter((card) => /^A second person has to approve this/.test(card));

  it('names those who can decide, and two who decide in the same instant make one decision', async () => {
    await opened();
    const { alex, megan, isaiah } = world.people;
    assert.match(await begun(), /Can decide \| Isaiah Langer, Megan Bowen and Miriam Graham/);
    assert.equal(alex.inbox().filter((post) => /CH-1/.test(alex.card(post))).length, 1);
    const said = { reason: 'too early' };
    const pressed = await Promise.all([megan.press('Approve'), isaiah.press('Reject', { inputs: said }).catch(String)]);
    await settles();
    assert.match(JSON.stringify(pressed), /CH-1 has been decided already/);
    assert.match(order().state, /^(approved|rejected)$/);
    const decisions = [...world.purser.store.all('audit')].filter(({ action }) =>
      /^order-(approved|rejected)$/.test(action),
    );
    assert.equal(decisions.length, 1);
    assert.equal(value(), order().state === 'approved' ? 'Disabled' : 'Enabled');
  });

  it('whose asker presses Approve in a channel, where everybody sees the button, is approved by nobody', async () => {
    await opened();
    const { alex, megan } = world.people;
    const team = world.teams.team({ name: 'Procurement', channels: ['Approvals'], members: [alex, megan] });
    const channel = team.channel('Approvals');
    await team.install(alex);
    await alex.say('notify on approvals', { in: channel, mention: true });
    await settles();
    await begun();
    const post = channel.posts.findLast((each) => /CH-1/.test(alex.card(each))) ?? assert.fail('not in the channel');
    const { message = '' } = await alex.press('Approve', { on: post });
    assert.match(`${message} ${sees(alex)}`, /You asked for CH-1 yourself, so someone else has to decide/);
    assert.equal(order().state, 'pending');
    await megan.press('Approve', { on: post });
    await settles();
    assert.equal(value(), 'Disabled');
    assert.match(megan.card(post), /^Approved/);
  });

  it('for licences names nobody in a channel', async () => {
    await opened({ FOUR_EYES: 'all' });
    const { alex, megan } = world.people;
    const team = world.teams.team({ name: 'Procurement', members: [alex, megan] });
    await team.install(alex);
    await alex.say('notify on approvals', { in: team.general, mention: true });
    await says(alex, 'assign visio plan 2 to patti fernandez');
    await alex.press(confirming);
    await settles();
    const read = team.general.posts.map((post) => megan.card(post)).join('\n');
    assert.match(read, /Assign Visio Plan 2 to 1 person/);
    assert.doesNotMatch(read, /Patti/);
    assert.match(await says(megan, 'approval OR-1'), /Patti Fernandez/);
  });

  it('needs as many as APPROVALS_NEEDED says: different people, each still in office when the last one approves', async () => {
    await opened({ APPROVALS_NEEDED: '2' });
    const { alex, megan, isaiah, miriam } = world.people;
    assert.match(await begun(), /^2 other people have to approve this/);
    assert.match(await says(megan, 'approve CH-1'), /^One more person has to approve this/);
    assert.match(await says(megan, 'approve CH-1'), /You’ve already approved CH-1\. It needs one more person/);
    assert.match(await says(alex, 'approve CH-1'), /You asked for CH-1 yourself/);
    await settles();
    assert.equal(value(), 'Enabled');
    assert.match(await says(isaiah, 'approve CH-1'), /^Approved[\s\S]*Megan Bowen[\s\S]*Isaiah Langer/);
    await settles();
    assert.equal(value(), 'Disabled');
    await says(alex, 'baseline record');
    await says(megan, 'approve OR-1');
    disable(ids.megan);
    assert.match(await says(isaiah, 'approve OR-1'), /^One more person has to approve this/);
    assert.equal(world.purser.store.count('wishes'), 0);
    assert.match(await says(miriam, 'approve OR-1'), /^Approved/);
    assert.ok(world.purser.store.count('wishes') > 20);
    disable(ids.isaiah);
    await settles();
    assert.match(await says(alex, 'baseline alone on'), /2 others have to approve this, and I find only 1/);
  });

  it('is brought up again each working day while nobody decides; then its asker hears that it lapsed', async () => {
    await opened();
    const { alex, megan } = world.people;
    await begun();
    assert.equal(asked(megan).length, 1);
    await passes(day);
    assert.equal(asked(megan).length, 1);
    assert.ok(inbox(megan).some((card) => /There’s a newer message below/.test(card)));
    assert.equal(order().asked, 2);
    const before = inbox(alex).length;
    await passes(7 * day);
    assert.equal(order().state, 'expired');
    assert.match(inbox(alex).slice(before).join('\n'), /^Not decided in time: nothing was done\nCH-1/);
    assert.equal(asked(megan).length, 0);
    await passes(day);
    assert.equal(value(), 'Enabled');
  });

  it('asks nobody again while Purser is on hold, and gives the time back', async () => {
    await opened();
    const { isaiah, megan } = world.people;
    await begun();
    await says(isaiah, 'pause everything because we look into it');
    await passes(3 * day);
    assert.equal(order().asked, 1);
    await says(isaiah, 'resume');
    await isaiah.press(/resume|go on/i);
    await settles();
    assert.deepEqual([order().state, order().asked, asked(megan).length], ['pending', 1, 1]);
    await passes(4 * day);
    assert.deepEqual([order().state, order().asked], ['pending', 2]);
  });

  it('is not for somebody who has left: what no job does rests on its asker as well', async () => {
    await opened();
    const { alex, isaiah } = world.people;
    await says(alex, 'baseline record');
    await settles();
    disable(ids.alex);
    assert.match(await says(isaiah, 'approve OR-1'), /Alex Wilber, who asked for OR-1, is no longer an enabled member/);
    assert.equal(world.purser.store.count('wishes'), 0);
    assert.match(await says(isaiah, 'reject OR-1 because he has left'), /^Rejected/);
  });

  it('is decided by nobody while Microsoft doesn’t say who is still in office', async () => {
    await opened();
    const { megan } = world.people;
    await begun();
    world.tenant.faults.push({
      match: ({ path, body }) => path.includes('$batch') && JSON.stringify(body).includes(ids.alex),
      ...{ kind: 'status', code: 503, times: 99 },
    });
    assert.match(await says(megan, 'approve CH-1'), /I can’t ask Microsoft right now who can still decide/);
    world.tenant.faults.length = 0;
    assert.equal(order().state, 'pending');
    assert.match(await says(megan, 'approve CH-1'), /^Approved/);
  });

  it('is not opened where the only other admin is disabled', async () => {
    await opened({ APPROVERS_GROUP: '' });
    const { alex } = world.people;
    disable(ids.isaiah);
    await says(alex, 'block all because we buy centrally');
    const { message } = await alex.press(confirming);
    assert.match(message ?? '', /there is nobody: you are the only admin/);
    assert.equal(world.purser.store.count('orders'), 0);
  });

  it('is told to nobody who has lost the role before it was posted', async () => {
    await opened();
    const { alex, megan } = world.people;
    await says(alex, 'block all because we buy centrally');
    await says(megan, 'whoami');
    const group = world.tenant.company.groups.find(({ id }) => id === groups.approvers) ?? assert.fail();
    group.members = group.members.filter((id) => id !== ids.megan);
    world.clock.advance(120_000);
    await alex.press(confirming);
    await settles();
    assert.equal(asked(megan).length, 0);
  });
});

describe('an order that somebody wrote into the records by hand', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld({ environment: { FOUR_EYES: 'wide', APPROVALS_NEEDED: '2' } });
    await says(world.people.isaiah, 'notify on alerts');
    await says(world.people.alex, 'block all because we buy centrally');
    await world.people.alex.press(confirming);
    await says(world.people.alex, 'baseline record');
    await settles();
  });
  afterEach(() => world.close());

  const { says, settles, product, passes } = actsIn(() => world);
  const order = (id: string) => world.purser.store.get('orders', id) ?? assert.fail(`no ${id}`);
  const writes = (id: string, change: Partial<ReturnType<typeof order>>): Promise<void> =>
    world.purser.store.transact((tx) => tx.put('orders', { ...order(id), ...change }));
  const unchanged = (): void => {
    assert.equal(product('Power BI Pro').policyValue, 'Enabled');
    assert.equal(world.purser.store.count('wishes'), 0);
  };

  it('with one forged approval is approved by no real one, and the admins are told', async () => {
    const { megan, isaiah } = world.people;
    const by = { id: ids.miriam, name: 'Miriam Graham' };
    for (const id of ['CH-1', 'OR-1']) {
      await writes(id, { approvals: [{ by, as: 'approver', at: world.clock.now().toISOString() }] });
      assert.match(await says(megan, `approve ${id}`), new RegExp(`${id} isn’t what the journal says`));
    }
    await settles();
    unchanged();
    assert.match(
      await says(isaiah, 'audit verify'),
      /CH-1: an approval has no entry[\s\S]*OR-1: an approval has no entry/,
    );
  });

  it('that is to need fewer people, or is to do something else, does nothing', async () => {
    const { megan } = world.people;
    await writes('CH-1', { needed: 1 });
    await writes('OR-1', { items: order('OR-1').items.slice(0, 3) });
    for (const id of ['CH-1', 'OR-1']) assert.match(await says(megan, `approve ${id}`), /isn’t what the journal says/);
    await settles();
    unchanged();
  });

  it('as approved, with a change that runs, changes nothing', async () => {
    const at = world.clock.now().toISOString();
    const [one, two] = [ids.megan, ids.isaiah].map((id) => ({ by: { id, name: 'X' }, as: 'approver' as const, at }));
    assert.ok(one && two);
    await writes('CH-1', { state: 'approved', approvals: [one, two], job: 'J-99' });
    await world.purser.store.transact((tx) => {
      const change = tx.get('changes', 'CH-1') ?? assert.fail();
      tx.put('changes', { ...change, state: 'running', job: 'J-99' });
      const steps = change.items.map(({ rule: key }) => ({ key, state: 'todo' as const, tries: 0, at, why: null }));
      tx.put('jobs', { id: 'J-99', work: { kind: 'change', change: 'CH-1' }, createdAt: at, dueAt: at, steps });
    });
    await settles();
    unchanged();
  });

  it('after it was approved, and before its first step, changes nothing', async () => {
    const { megan, isaiah } = world.people;
    await says(megan, 'approve CH-1');
    world.tenant.faults.push({
      match: ({ path }) => path.includes('$batch') && order('CH-1').state === 'approved',
      ...{ kind: 'status', code: 503, times: 99 },
    });
    assert.match(await says(isaiah, 'approve CH-1'), /^Approved/);
    await settles();
    const [first, second] = order('CH-1').approvals;
    assert.ok(first && second);
    const by = { id: ids.miriam, name: 'Miriam Graham' };
    await writes('CH-1', { approvals: [first, { ...second, by, as: 'approver' }] });
    world.tenant.faults.length = 0;
    await passes();
    assert.equal(product('Power BI Pro').policyValue, 'Enabled');
    assert.match(await says(isaiah, 'audit verify'), /CH-1: an approval has no entry/);
  });

  it('is still what was asked for after a restart', async () => {
    const { megan, isaiah } = world.people;
    await says(megan, 'approve CH-1');
    await world.restart();
    assert.match(await says(isaiah, 'approve CH-1'), /^Approved/);
    await says(megan, 'approve OR-1');
    assert.match(await says(isaiah, 'audit verify'), /match it/);
    await world.restart();
    await settles();
    assert.equal(product('Power BI Pro').policyValue, 'Disabled');
    assert.match(await says(isaiah, 'audit verify'), /match it/);
  });
});
