import assert from 'node:assert/strict';
import type { Team } from '../stand-ins/teams/teams.ts';
import { people } from '../stand-ins/tenant/index.ts';
import { openWorld, type World } from '../world/world.ts';

describe('in a channel', () => {
  let world: World;
  let team: Team;
  beforeEach(async () => {
    world = await openWorld();
    const { alex, adele } = world.people;
    team = world.teams.team({ name: 'Procurement', channels: ['Approvals'], members: [alex, adele] });
    await team.install(alex);
    alex.feed.clear();
    adele.feed.clear();
  });
  afterEach(() => world.close());

  it('a list is answered in the caller’s own chat, and the thread says so', async () => {
    const { alex, adele } = world.people;
    const approvals = team.channel('Approvals');
    await alex.say('purchases', { in: approvals, mention: true });
    const [question, answer] = approvals.posts;
    assert.equal(answer?.text, 'I’ve sent it to you in our private chat.');
    assert.equal(answer?.thread, question?.thread);
    assert.match(alex.card(alex.inbox().at(-1)), /^Self-service purchases to decide/);
    assert.equal(adele.inbox().length, 0);
  });

  it('nobody is answered who did not mention the bot', async () => {
    const said = await world.people.alex.say('purchases', { in: team.general });
    assert.equal(said.delivered, false);
  });

  it('a mention alone shows the welcome to everyone, which says nothing of how much was bought', async () => {
    const said = await world.people.adele.say('', { in: team.general, mention: true });
    const card = world.people.alex.card(team.general.answerTo(said));
    assert.match(card, /^I’m Purser/);
    assert.doesNotMatch(card, /Subscriptions last read/);
    assert.doesNotMatch(card, /\d+ (subscription|purchase)|\d+ of them/);
  });

  it('someone who has no chat with Purser yet gets one opened, and is told how where Teams does not let it', async () => {
    const { alex } = world.people;
    const guestless = world.teams.person({ id: people.isaiah, name: 'Isaiah Langer' });
    team.join(guestless);
    const said = await guestless.say('whoami', { in: team.general, mention: true });
    assert.match(team.general.answerTo(said)?.text ?? '', /I can’t write to you directly yet\. Open Purser in Teams/);
    assert.equal(alex.inbox().length, 0);
  });

  it('a refusal is a short card in the thread', async () => {
    const said = await world.people.adele.say('purchses', { in: team.general, mention: true });
    assert.match(world.people.adele.card(team.general.answerTo(said)), /I didn’t understand “purchses”/);
  });

  it('a no that may name people is for whoever asked', async () => {
    const { alex } = world.people;
    const said = await alex.say('assign "visio plan 2" to Nobody Atall', { in: team.general, mention: true });
    assert.equal(team.general.answerTo(said)?.text, 'I’ve sent it to you in our private chat.');
    assert.match(alex.card(alex.inbox().at(-1)), /I can’t find anyone called “Nobody Atall”/);
  });

  it('a guest gets a polite refusal, and nothing else', async () => {
    const { guestAlex } = world.people;
    team.join(guestAlex);
    const said = await guestAlex.say('purchases', { in: team.general, mention: true });
    assert.match(guestAlex.card(team.general.answerTo(said)), /I only work for people in this organisation/);
    assert.equal(guestAlex.inbox().length, 0);
  });

  it('a group chat is answered the same way', async () => {
    const { alex, adele } = world.people;
    const group = world.teams.groupChat({ name: 'Finance', members: [alex, adele] });
    await group.install(alex);
    const said = await adele.say('achats', { in: group, mention: true });
    assert.equal(group.answerTo(said)?.text, 'I’ve sent it to you in our private chat.');
    assert.match(adele.card(adele.inbox().at(-1)), /^What you bought/);
  });
});

describe('status', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  const status = async (text = 'status'): Promise<string> => {
    world.clock.advance(10_000);
    return world.people.alex.ask(text);
  };

  it('says that everything is connected, and how old the data is', async () => {
    world.clock.advance(4 * 60_000);
    const card = await status();
    assert.match(card, /^Status\nEverything is connected/);
    assert.match(card, /✓ {2}read 4 minutes ago\nPurchases and other subscriptions · /);
    assert.match(card, /70 subscriptions · 46 self-service/);
  });

  it('names the permission that is missing, what is lost without it, and leads an admin to the place that grants it', async () => {
    const app = world.tenant.company.apps.find(({ roles }) => roles.licensing.length > 0) ?? assert.fail();
    app.roles.licensing.length = 0;
    await world.restart();
    const card = await status();
    assert.match(card, /^Status\n1 thing needs attention/);
    assert.match(card, /Needed: Policy\.Read\.AllowSelfServicePurchase \(M365 License Manager, application\)/);
    const visited = await world.people.alex.press('Grant it in Entra');
    assert.match(visited.url ?? '', /^https:\/\/entra\.microsoft\.com\/.*CallAnAPI/);
  });

  it('warns of nothing where the organisation chose not to let it install itself', async () => {
    for (const { roles } of world.tenant.company.apps)
      roles.graph = roles.graph.filter((role) => role !== 'AppCatalog.Read.All');
    await world.restart();
    const card = await status();
    assert.match(card, /^Status\nEverything is connected/);
    assert.match(card, /Teams app catalogue · access not granted\n.*AppCatalog\.Read\.All/);
    assert.doesNotMatch(card, /Grant it in Entra/);
  });

  it('keeps the last good list when Microsoft fails, and says since when', async () => {
    world.tenant.faults.push({ match: '/graph/v1.0/directory/subscriptions', kind: 'status', code: 503, times: 50 });
    world.clock.advance(20 * 60_000);
    await world.purser.sync.run();
    const card = await status();
    assert.match(
      card,
      /⚠ {2}Purchases and other subscriptions\nread \d+ minutes ago · last try .* failed: Microsoft isn’t responding/,
    );
    const list = await status('purchases');
    assert.match(list, /43 purchases · .* · Data as of 17 Nov 2026, 10:15/);
    assert.match(list, /Microsoft isn’t responding\. This is the last complete list I have\./);
  });

  it('reads again on Refresh', async () => {
    await status();
    world.tenant.company.subscriptions.pop();
    world.clock.advance(10_000);
    await world.people.alex.press('Refresh');
    assert.match(world.people.alex.card(), /read just now/);
    const list = await status('purchases all');
    assert.match(list, /not shown by Microsoft since|70 purchases/);
  });
});

describe('help', () => {
  it('says of the list of purchases what it is to the speaker', async () => {
    const world = await openWorld();
    try {
      assert.match(await world.people.patti.ask('help'), /purchases.*\n.*List what people bought themselves/);
      await world.people.adele.ask('help');
      await world.people.adele.press('All commands');
      assert.match(world.people.adele.card(), /purchases.*\n.*List what you bought yourself\n/);
    } finally {
      await world.close();
    }
  });

  it('begins with five things for the speaker’s role, and offers a purchaser nothing to approve', async () => {
    const world = await openWorld();
    try {
      const { alex, megan, adele } = world.people;
      assert.match(await alex.ask('help'), /To begin with\nwaiting[\s\S]*\npurchases[\s\S]*\nrules/);
      assert.match(await megan.ask('help'), /To begin with\napprovals/);
      await adele.ask('help');
      for (const { person, lines } of [alex, megan, adele].map((each) => ({ person: each, lines: each.card() }))) {
        assert.equal([...lines.matchAll(/›$/gm)].length, 5, person.name);
        await person.press('All commands');
      }
      assert.match(alex.card(), /\ntakeover\s›/);
      assert.doesNotMatch(adele.card(), /\napprovals?\s›|\ntakeover\s›/);
    } finally {
      await world.close();
    }
  });

  it('shows what the speaker can do, leads into each command, and runs its examples', async () => {
    const world = await openWorld();
    try {
      const { alex } = world.people;
      await alex.say('aide');
      await alex.next();
      assert.match(alex.card(), /^What you can do here\nYou are here as an admin\./);
      await alex.press('purchases');
      assert.match(alex.card(), /^“purchases”[\s\S]*purchases expires<30d sort:product/);
      await alex.press('purchases expires<30d sort:product');
      assert.match(alex.card(), /Filter: renews or ends by/);
    } finally {
      await world.close();
    }
  });
});
