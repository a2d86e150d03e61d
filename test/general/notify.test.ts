/** What a chat asks to be told of. */
import assert from 'node:assert/strict';
import { actsIn } from '../world/acts.ts';
import { openWorld, type World } from '../world/world.ts';

describe('notify', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  const { says } = actsIn(() => world);
  const topicsOf = (chat: { id: string }) => world.purser.store.get('chats', chat.id)?.topics;
  const entries = () => [...world.purser.store.all('audit')].filter(({ action }) => action === 'subscribed');

  it('without words shows what is on, and a press turns it on and off again', async () => {
    const { alex } = world.people;
    assert.match(await says(alex, 'notify'), /^Your notifications\n– off {2}Alerts\nSomeone bought/);
    await alex.press('Turn alerts on');
    assert.match(alex.card(), /✓ on {2}Alerts/);
    assert.deepEqual(topicsOf(alex.chat), ['alerts']);
    await alex.press('Turn alerts off');
    assert.match(alex.card(), /– off {2}Alerts/);
    assert.deepEqual(topicsOf(alex.chat), []);
  });

  it('said twice is recorded once, in the journal with where', async () => {
    const { alex } = world.people;
    await says(alex, 'notify on alerts');
    assert.match(await says(alex, 'subscribe alerts on'), /✓ on {2}Alerts/);
    assert.deepEqual(
      entries().map(({ actor, before, after }) => [actor?.name, before, after]),
      [['Alex Wilber', null, 'alerts @ personal']],
    );
    assert.match(await says(alex, 'audit'), /Notifications changed[\s\S]*alerts · their private chat/);
    alex.locale = 'fr-FR';
    assert.match(await says(alex, 'journal'), /Notifications modifiées[\s\S]*les alertes · sa propre conversation/);
  });

  it('in French is understood and answered in French', async () => {
    const { alex } = world.people;
    alex.locale = 'fr-FR';
    const card = await says(alex, 'notifications activer alertes');
    assert.match(card, /^Vos notifications automatiques\n✓ activé {2}Alertes/);
    assert.match(card, /\[Désactiver les alertes\]/);
    await says(alex, 'notifications désactiver alertes');
    assert.deepEqual(topicsOf(alex.chat), []);
  });

  it('in a channel is for the channel: everybody sees what it is told, and the journal names it', async () => {
    const { alex, adele } = world.people;
    const team = world.teams.team({ name: 'Procurement', members: [alex, adele] });
    await team.install(alex);
    const said = await alex.say('notify on alerts', { in: team.general, mention: true });
    assert.match(adele.card(team.general.answerTo(said)), /^Notifications in this channel\n✓ on {2}Alerts/);
    assert.deepEqual(topicsOf(team.general), ['alerts']);
    assert.equal(topicsOf(alex.chat)?.length ?? 0, 0, 'not for the admin’s own chat');
    await adele.press('Turn alerts off', { in: team.general });
    assert.match(adele.toasts.at(-1) ?? '', /Only admins can do that/);
    assert.deepEqual(topicsOf(team.general), ['alerts']);
    assert.match(await says(alex, 'audit'), /alerts · (General|Procurement)/);
  });

  it('in a group chat is for the group', async () => {
    const { alex, adele } = world.people;
    const group = world.teams.groupChat({ name: 'Finance', members: [alex, adele] });
    await group.install(alex);
    const said = await alex.say('notify on alerts', { in: group, mention: true });
    assert.match(adele.card(group.answerTo(said)), /✓ on {2}Alerts/);
    assert.deepEqual(topicsOf(group), ['alerts']);
  });

  it('is for admins, and for viewers in their own chat: a colleague and an approver are refused, and nothing changes', async () => {
    const { adele, patti, megan } = world.people;
    for (const person of [adele, megan]) {
      assert.match(await says(person, 'notify on alerts'), /Only admins can do that/);
      assert.deepEqual(topicsOf(person.chat), []);
    }
    assert.equal(entries().length, 0);
    assert.match(await says(patti, 'notify on alerts'), /✓ on {2}Alerts/);
    assert.match(await says(patti, 'notify on approvals'), /Only admins can do that/);
    assert.deepEqual(topicsOf(patti.chat), ['alerts']);
  });

  it('what is not sent yet is not spoken of, and can be asked for', async () => {
    const { alex } = world.people;
    assert.doesNotMatch(await says(alex, 'notify'), /report|version|available/i);
    const card = await says(alex, 'notify on report');
    assert.match(card, /✓ on {2}Report\n[^\n]*Saved: I’ll post it here once there is one/);
    assert.match(card, /\[Turn report off\]/);
    assert.deepEqual(topicsOf(alex.chat), ['report']);
  });

  it('about nothing, or about something unknown, says what to type', async () => {
    const { alex } = world.people;
    assert.match(await says(alex, 'notify on'), /Which notifications\? For example: notify on alerts/);
    assert.match(await says(alex, 'notify on weather'), /I didn’t understand “weather” in “notify”/);
    assert.deepEqual(topicsOf(alex.chat), []);
  });

  it('off about nothing in particular switches off everything', async () => {
    const { alex } = world.people;
    await says(alex, 'notify on alerts');
    await says(alex, 'notify on approvals');
    assert.deepEqual(topicsOf(alex.chat), ['alerts', 'approvals']);
    assert.match(await says(alex, 'notify off'), /– off {2}Alerts/);
    assert.deepEqual(topicsOf(alex.chat), []);
  });

  it('status tells an admin who hears of new purchases, and nobody else', async () => {
    const { alex, isaiah, adele } = world.people;
    assert.match(await says(alex, 'status'), /Nobody gets alerts yet[^\n]*\nType “notify on alerts”/);
    await says(isaiah, 'notify on alerts');
    const team = world.teams.team({ name: 'Procurement', members: [alex] });
    await team.install(alex);
    await alex.say('notify on alerts', { in: team.general, mention: true });
    await says(alex, 'notify on alerts');
    const card = await says(alex, 'status');
    assert.match(card, /✓ {2}Alerts go to [^\n]*Alex Wilber/);
    assert.match(card, /Alerts go to [^\n]*(General|Procurement)/);
    assert.doesNotMatch(await says(adele, 'status'), /Alerts/);
  });
});
