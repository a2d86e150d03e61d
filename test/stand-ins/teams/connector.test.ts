import assert from 'node:assert/strict';
import { botToken } from './echo.ts';
import { adele, alex, appId, bot, codeOf, hello, into, post, teams, tenantId, time, useTeams } from './fixture.ts';

describe('the stand-in of Teams, outbound', () => {
  useTeams();

  it('demands the bot’s own token', async () => {
    assert.equal(await codeOf(await post(into(adele), hello, null)), '401 BotNotRegistered');
    assert.equal(await codeOf(await post(into(adele), hello, 'stolen')), '401 BotNotRegistered');
    assert.equal((await post(into(adele), hello)).status, 201);
  });

  it('opens a chat with somebody by either id, always the same one', async () => {
    const members = (id: string) => ({ isGroup: false, members: [{ id }], tenantId });
    for (const id of [adele.id, adele.teamsId]) {
      const response = await post('', members(id));
      assert.deepEqual([response.status, await response.json()], [201, { id: adele.chat.id }]);
    }
    assert.equal(await codeOf(await post('', { members: [{ id: adele.id }] })), '400 BadSyntax');
    assert.equal(await codeOf(await post('', { ...members(adele.id), isGroup: true })), '400 BadSyntax');
    assert.equal(await codeOf(await post('', members('29:nobody'))), '400 BadArgument');
    await adele.uninstall();
    assert.equal(await codeOf(await post('', members(adele.id))), '403 BotNotInConversationRoster');
  });

  it('lets botbuilder write to a person first, and to a channel', async () => {
    const parameters = {
      isGroup: false,
      members: [{ id: adele.id }],
      tenantId,
      channelData: { tenant: { id: tenantId } },
    };
    const options = parameters as unknown as Parameters<typeof bot.adapter.createConversationAsync>[4];
    await bot.adapter.createConversationAsync(appId, 'msteams', teams.serviceUrl, '', options, async (context) => {
      await context.sendActivity('first');
    });
    assert.equal((await adele.next()).text, 'first');

    const team = teams.team({ name: 'Purchasing', channels: ['Approvals'], members: [adele] });
    const approvals = team.channel('Approvals');
    const thread = { isGroup: true, channelData: { channel: { id: approvals.id } }, activity: hello };
    assert.equal(await codeOf(await post('', thread)), '403 BotNotInConversationRoster');
    await team.install(adele);
    const made = (await (await post('', thread)).json()) as { id: string; activityId: string };
    assert.equal(made.id, `${approvals.id};messageid=${made.activityId}`);
    await post(`/${encodeURIComponent(made.id)}/activities`, { type: 'message', text: 'below' });
    assert.deepEqual(
      approvals.posts.map(({ text, thread }) => [text, thread === made.activityId]),
      [
        ['hello', true],
        ['below', true],
      ],
    );
  });

  it('answers TeamsInfo', async () => {
    const team = teams.team({ name: 'Purchasing', members: [adele, alex] });
    await adele.install(team);
    await adele.say('who', { in: team.general, mention: true });
    assert.equal(team.general.last?.text, '2');
  });

  it('splits text beside a card in two and gives no id', async () => {
    await adele.say('both');
    const [first, second, third] = adele.inbox();
    assert.deepEqual([first?.text, first?.card], ['beside', undefined]);
    assert.deepEqual([second?.text, second?.card?.type], [undefined, 'AdaptiveCard']);
    assert.equal(third?.text, 'id none');
  });

  it('throttles a conversation, says for how long, and is done with it when the clock says so', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 8; n += 1) statuses.push((await post(into(adele), hello)).status);
    assert.deepEqual(statuses, [...Array<number>(7).fill(201), 429]);
    const refused = await post(into(adele), hello);
    assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '1']);
    assert.equal((await post(into(alex), hello)).status, 201);
    time.now += 1000;
    assert.equal((await post(into(adele), hello)).status, 201);
    assert.equal((await post(into(adele), hello)).status, 429, 'the eighth within two seconds was the last');
    time.now += 1000;
    assert.equal((await post(into(adele), hello)).status, 201);
  });

  it('throttles the app at 30 requests a second in all', async () => {
    const people = Array.from({ length: 31 }, (_, n) =>
      teams.person({ id: `p${n}`, name: `Person ${n}`, installed: true }),
    );
    const statuses = await Promise.all(people.map(async (person) => (await post(into(person), hello)).status));
    assert.equal(statuses.filter((status) => status === 429).length, 1);
    time.now += 1000;
    assert.equal((await post(into(adele), hello)).status, 201);
  });

  it('says who blocked, who uninstalled and what is not there, in Teams’ own words', async () => {
    adele.block();
    const blocked = (await (await post(into(adele), hello)).json()) as { errorCode: number; message: string };
    assert.equal(blocked.errorCode, 209);
    assert.equal(JSON.parse(blocked.message).subCode, 'MessageWritesBlocked');
    adele.block('ConversationBlockedByUser');
    assert.equal(await codeOf(await post(into(adele), hello)), '403 ConversationBlockedByUser');
    adele.unblock();
    await adele.uninstall();
    assert.equal(await codeOf(await post(into(adele), hello)), '403 BotNotInConversationRoster');
    assert.equal(await codeOf(await post('/a:1nobody/activities', hello)), '404 ConversationNotFound');
    teams.disabledByAdmin = true;
    assert.equal(await codeOf(await post(into(alex), hello)), '403 BotDisabledByAdmin');
    teams.disabledByAdmin = false;
    const gone = await fetch(`${teams.serviceUrl}v3/conversations${into(alex)}/1`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${botToken}` },
    });
    assert.equal(await codeOf(gone), '404 ActivityNotFoundInConversation');
    const long = { type: 'message', text: 'x'.repeat(60_000) };
    assert.equal(await codeOf(await post(into(alex), long)), '413 MessageSizeTooBig');
  });

  it('cuts the connection before or after the work', async () => {
    teams.faults.push({ match: 'send', kind: 'reset-before' }, { match: 'send', kind: 'reset-after' });
    await assert.rejects(post(into(adele), hello));
    assert.equal(adele.inbox().length, 0);
    await assert.rejects(post(into(adele), hello));
    assert.equal(adele.inbox().length, 1);
    assert.equal((await post(into(adele), hello)).status, 201);
    assert.equal(adele.inbox().length, 2, 'nothing is deduplicated');
    assert.deepEqual(
      teams.log.map(({ status, fault }) => fault ?? status),
      ['reset-before', 'reset-after', 201],
    );
  });

  it('shows how botbuilder doubles a message whose answer was cut', async () => {
    teams.faults.push({ match: 'send', kind: 'reset-after' });
    await adele.say('hello');
    assert.equal(teams.log.filter(({ what }) => what === 'send').length, 2);
    assert.deepEqual(
      adele.inbox().map(({ text }) => text),
      ['you said hello', 'you said hello'],
    );
  });

  it('refuses on demand, is slow on the clock of the test, and can leave a request hanging', async () => {
    teams.faults.push({ kind: 'status', status: 502, times: 2 }, { kind: '429' }, { kind: 'slow', ms: 5000 });
    assert.equal((await post(into(adele), hello)).status, 502);
    assert.equal((await post(into(adele), hello)).status, 502);
    const throttled = await post(into(adele), hello);
    assert.deepEqual([throttled.status, throttled.headers.get('retry-after')], [429, null]);
    const before = time.now;
    assert.equal((await post(into(adele), hello)).status, 201);
    assert.equal(time.now - before, 5000);
    teams.faults.push({ kind: 'hang', worked: true });
    const given = post(into(adele), hello);
    assert.equal((await adele.next()).text, 'hello');
    assert.equal((await adele.next()).text, 'hello');
    await Promise.all([assert.rejects(given), teams.close()]);
  });
});
