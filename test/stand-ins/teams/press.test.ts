import assert from 'node:assert/strict';
import { botToken, counter } from './echo.ts';
import { adele, alex, carrying, into, post, teams, tenantId, useTeams } from './fixture.ts';
import { type Activity, buttons, visibleText } from './teams.ts';

describe('the stand-in of Teams, cards', () => {
  useTeams();

  it('replaces the card only for the person who pressed', async () => {
    const team = teams.team({ name: 'Purchasing', members: [adele, alex] });
    await adele.install(team);
    await adele.say('card', { in: team.general, mention: true });
    const pressed = await adele.press('Count', { inputs: { note: 'mine' } });
    assert.equal(pressed.status, 200);
    assert.match(adele.card(), /Pressed 1 times/);
    assert.match(adele.card(), /mine/);
    assert.match(alex.card(), /Pressed 0 times/);
    const { value, replyToId, channelData } = pressed.activity as Activity & { value: { action: unknown } };
    const data = { presses: 0, note: 'mine' };
    assert.deepEqual(JSON.parse(JSON.stringify(value)), {
      action: { type: 'Action.Execute', title: 'Count', verb: 'count', data },
      trigger: 'manual',
    });
    assert.equal(replyToId, team.general.last?.id);
    assert.deepEqual((channelData as { tenant: unknown }).tenant, { id: tenantId });
  });

  it('presses a row by its text, follows a link, and sends the fallback as a message', async () => {
    await adele.say('card');
    const row = await adele.press('Visio', { inputs: { note: 'x' } });
    assert.equal(row.message, 'row 2');
    assert.equal((await adele.press('Help')).url, 'https://example.com/');
    const old = await adele.press('Count', { fallback: true, inputs: { note: 'x' } });
    assert.equal(old.activity?.type, 'message');
    assert.equal(adele.chat.last?.text, 'submitted {"verb":"count","presses":0,"note":"x"}');
  });

  it('is as strict as a client: required inputs, unknown inputs, buttons that are not there', async () => {
    await adele.say('card');
    await assert.rejects(adele.press('Count'), /Note: it is required/);
    await assert.rejects(adele.press('Count', { inputs: { other: 'x' } }), /no input other/);
    await assert.rejects(adele.press('Approve'), /sees no Approve to press, only .*\[Count\] \[Help\]/);
    await assert.rejects(alex.press('Count'), /sees no card/);
  });

  it('takes a person’s own view away when the bot edits the card for everybody', async () => {
    await post(into(adele), carrying(counter(0)));
    const own = await adele.press('Count', { inputs: { note: 'mine' } });
    assert.match(adele.card(), /Pressed 1 times/);
    const id = adele.chat.last?.id;
    const edited = { ...carrying(counter(9)), conversation: { id: adele.chat.id } };
    await fetch(`${teams.serviceUrl}v3/conversations${into(adele)}/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${botToken}` },
      body: JSON.stringify(edited),
    });
    assert.notEqual(own.card, undefined);
    assert.match(adele.card(), /Pressed 9 times/);
  });

  it('shows everything at once what the bot edits', async () => {
    await adele.say('edit');
    const seen = [await adele.next(), await adele.next()];
    assert.deepEqual(
      seen.map(({ what }) => what),
      ['post', 'edit'],
    );
    assert.equal(seen[0]?.post, seen[1]?.post);
    assert.match(adele.card(), /Pressed 2 times/);
    assert.equal(adele.chat.last?.edited, 1);
  });

  it('reads text and buttons in order, hides what is hidden and opens what can be opened', async () => {
    const card = {
      ...counter(0),
      body: [
        { type: 'TextBlock', text: 'Now you see me', id: 'now' },
        { type: 'FactSet', facts: [{ title: 'Seats', value: '12' }] },
        {
          type: 'Table',
          rows: [{ type: 'TableRow', cells: ['Visio', '3'].map((text) => ({ items: [{ type: 'TextBlock', text }] })) }],
        },
      ],
      actions: [
        { type: 'Action.ToggleVisibility', title: 'Hide', targetElements: ['now'] },
        {
          type: 'Action.ShowCard',
          title: 'More',
          card: { type: 'AdaptiveCard', body: [], actions: [{ type: 'Action.OpenUrl', title: 'Deep', url: 'u' }] },
        },
      ],
    };
    await post(into(adele), carrying(card));
    assert.equal(adele.card(), 'Now you see me\nSeats: 12\nVisio | 3\n[Hide]\n[More]');
    await adele.press('Hide');
    await adele.press('More');
    assert.equal(adele.card(), 'Seats: 12\nVisio | 3\n[Hide]\n[More]\n[Deep]');
    assert.deepEqual(
      buttons(card).map(({ title }) => title),
      ['Hide', 'More'],
    );
    assert.match(visibleText(card), /Now you see me/);
  });

  it('refreshes a card by itself only for those it names', async () => {
    const group = teams.groupChat({ name: 'Buyers', members: [adele, alex] });
    await adele.install(group);
    const action = { type: 'Action.Execute', verb: 'count', data: { presses: 6 } };
    await post(`/${group.id}/activities`, carrying({ ...counter(0), refresh: { action, userIds: [adele.teamsId] } }));
    const { activity } = await adele.refresh();
    assert.deepEqual((activity as Activity & { value: { trigger: string } }).value.trigger, 'automatic');
    assert.match(adele.card(), /Pressed 7 times/);
    await assert.rejects(alex.refresh({ trigger: 'automatic' }), /does not refresh by itself for Alex/);
    assert.match(alex.card(), /Pressed 0 times/);
  });

  it('complains of cards that would not show', async () => {
    const bad = { type: 'AdaptiveCard', version: '1.6', body: [{ type: 'TextBlock', text: 'Hello ${name} ${1+1}' }] };
    await post(into(adele), carrying(bad));
    assert.deepEqual(
      teams.complaints.map(({ what }) => what),
      ['its version is 1.6; Teams shows up to 1.5', 'a placeholder is left over: Hello ${name} ${1+1}'],
    );
    teams.complaints.length = 0;
    teams.declared.push('${name}', '${1+1}');
    await post(into(adele), carrying({ ...bad, version: '1.5' }));
    assert.deepEqual(teams.complaints, []);
  });
});
