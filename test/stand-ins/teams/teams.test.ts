import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { adele, alex, bot, teams, useTeams } from './fixture.ts';

describe('the stand-in of Teams, inbound', () => {
  useTeams();

  it('signs what a person says so that botbuilder accepts it, and shows the answer', async () => {
    const { status, activity } = await adele.say('hello');
    assert.equal(status, 200);
    assert.deepEqual(activity.from, { id: adele.teamsId, name: 'Adele Vance', aadObjectId: adele.id });
    assert.match(adele.teamsId, /^29:1/);
    assert.equal(activity.recipient?.id, `28:${teams.bot.appId}`);
    assert.equal((await adele.next()).text, 'you said hello');
    assert.equal(adele.inbox().length, 1);
    assert.equal(alex.inbox().length, 0);
    assert.deepEqual(teams.complaints, []);
  });

  it('has a forgery for everything a bot must refuse', async () => {
    mock.method(console, 'error', () => {});
    const { activity } = await adele.say('hello');
    for (const { name, authorization } of await teams.forgeries()) {
      const { status } = await teams.post(activity, { authorization });
      // botbuilder itself answers 500 to a few of them; refused they are all the same.
      assert.ok(status === 401 || status === 500, `${name}: ${status}`);
    }
    assert.equal(adele.inbox().length, 1);
  });

  it('does what token is asked for: a later one is good again, a foreign service URL is not', async () => {
    mock.method(console, 'error', () => {});
    const { activity } = await adele.say('hello');
    const good = await teams.token({ claims: { exp: Math.floor(Date.now() / 1000) - 60 } });
    assert.equal((await teams.post(activity, { authorization: `Bearer ${good}` })).status, 200);
    const elsewhere = { ...activity, serviceUrl: 'http://127.0.0.1:1/teams/' };
    assert.equal((await teams.post(elsewhere)).status, 401);
  });

  it('passes on a channel message only where the bot is mentioned', async () => {
    const team = teams.team({ name: 'Purchasing', channels: ['Approvals'], members: [adele, alex] });
    const approvals = team.channel('Approvals');
    assert.equal((await adele.say('hello', { in: approvals, mention: true })).delivered, false);
    await adele.install(team);
    assert.equal((await adele.say('lunch?', { in: approvals })).delivered, false);
    const { activity } = await adele.say('hello', { in: approvals, mention: true });
    assert.equal(activity.text, '<at>Purser</at> hello');
    assert.equal(activity.conversation?.id, `${approvals.id};messageid=${activity.id}`);
    const seen = await alex.next();
    assert.equal(seen.text, 'you said hello');
    assert.equal(seen.post.thread, activity.id);
  });

  it('delivers the same activity as often as asked, and keeps every answer', async () => {
    const { id, activity } = await adele.say('hello');
    await adele.say('hello', { id });
    await teams.deliver(activity, { times: 3 });
    assert.equal(adele.inbox().length, 5);
    assert.equal(adele.chat.posts.filter((one) => one.from === adele.id).length, 1);
  });

  it('tells of an installation twice and of a removal once', async () => {
    const megan = teams.person({ id: 'aaaaaaaa-0000-4000-8000-000000000003', name: 'Megan Bowen' });
    await assert.rejects(megan.say('hello'), /has not installed/);
    await megan.install();
    await megan.uninstall();
    const heard = teams.deliveries.map(({ activity }) => `${activity.type} ${activity.action ?? ''}`.trim());
    const sorted = heard.toSorted((a, b) => a.localeCompare(b));
    assert.deepEqual(sorted, ['conversationUpdate', 'installationUpdate add', 'installationUpdate remove']);
  });

  it('brings in people of another organisation with their own tenant', async () => {
    const eve = teams.person({ id: 'e', name: 'Eve', tenantId: 'another-tenant', installed: true });
    const { activity } = await eve.say('hello');
    assert.equal(activity.conversation?.tenantId, 'another-tenant');
    assert.deepEqual(activity.channelData, { tenant: { id: 'another-tenant' } });
  });

  it('reports a bot that is down or in trouble as the connector sees it', async () => {
    await bot.close();
    assert.equal((await adele.say('hello')).status, 502);
    assert.deepEqual(teams.complaints, [{ about: 'message hello', what: 'answered with 502' }]);
  });

  it('reports a wait that was in vain with what was on the screen', async () => {
    await adele.say('hello');
    await adele.next();
    await assert.rejects(adele.next({ within: 20 }), /you said hello/);
  });
});
