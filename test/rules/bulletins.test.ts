/** What Microsoft announces about self-service: told once, kept up to date, and never in the way of anything else. */
import assert from 'node:assert/strict';
import type { Person } from '../stand-ins/teams/teams.ts';
import { announced, type ServiceMessage } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { day, hour } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('what Microsoft announces', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  const { says, settles, passes } = actsIn(() => world);
  const told = (person: Person): string[] =>
    person
      .inbox()
      .map((post) => person.card(post))
      .filter((card) => /^(Microsoft announces|Microsoft annonce)/.test(card));
  const posts = (): ServiceMessage[] => world.tenant.company.messages;
  const asked = (): number =>
    world.tenant.requests.filter(({ path, query }) => path.endsWith('/messages') && !query.includes('$top')).length;
  const visio = {
    id: 'MC1300001',
    title: 'Visio Plan 3: available for self-service purchase',
    content: '<p>Users can soon buy Visio Plan 3.</p><p>Admins can turn this off.</p><p>See &lt;the guide&gt;.</p>',
  };
  const announces = (change: Partial<ServiceMessage> = {}): ServiceMessage => {
    const message = announced({ ...visio, ...change }, world.clock.now());
    posts().unshift(message);
    return message;
  };
  const subscribed = async (): Promise<void> => {
    await says(world.people.isaiah, 'notify on alerts');
    await settles();
  };

  it('is told once to each chat with alerts, beside what the baseline does about it', async () => {
    const { alex, isaiah } = world.people;
    await subscribed();
    announces({ actionRequiredByDateTime: '2027-02-01T00:00:00Z' });
    await passes(6 * hour);
    assert.equal(told(isaiah).length, 1);
    const [card = ''] = told(isaiah);
    assert.match(card, /^Microsoft announces: a product people can buy themselves\nVisio Plan 3: available/);
    assert.match(card, /Users can soon buy Visio Plan 3\. Admins can turn this off\. See <the guide>\./);
    assert.match(card, /MC1300001/);
    assert.match(card, /Act by.*1 Feb 2027/s);
    assert.match(
      card,
      /It doesn’t cover new products: if Microsoft adds one, everyone may buy it until you block it\./,
    );
    const sent = JSON.stringify(isaiah.inbox().at(-1)?.card);
    assert.ok(sent.includes('https://admin.microsoft.com/Adminportal/Home#/MessageCenter/:/messages/MC1300001'));
    assert.equal(told(alex).length, 0, 'Alex never asked for alerts');
    await passes(6 * hour);
    await world.restart();
    await passes(6 * hour);
    assert.equal(told(isaiah).length, 1);
  });

  it('that stood there at the first look is no news, also once it is edited', async () => {
    const { isaiah } = world.people;
    await subscribed();
    assert.equal(world.purser.store.count('bulletins'), 1, 'of three posts one is about self-service');
    const standing = posts().find(({ id }) => id === world.purser.store.all('bulletins').next().value?.id);
    assert.ok(standing);
    await passes(6 * hour);
    standing.lastModifiedDateTime = world.clock.now().toISOString();
    await passes(6 * hour);
    assert.equal(told(isaiah).length, 0);
  });

  it('edits the card when Microsoft edits the post', async () => {
    const { isaiah } = world.people;
    await subscribed();
    const message = announces();
    await passes(6 * hour);
    message.title = '(Updated) Visio Plan 3: delayed';
    message.content = '<p>It comes later.</p>';
    message.lastModifiedDateTime = world.clock.now().toISOString();
    await passes(6 * hour);
    assert.equal(told(isaiah).length, 1);
    assert.match(told(isaiah)[0] ?? '', /\n\(Updated\) Visio Plan 3: delayed\n.*It comes later\./s);
  });

  it('shows what the baseline says from now on', async () => {
    const { alex, isaiah } = world.people;
    await subscribed();
    announces();
    await passes(6 * hour);
    const table: [string, RegExp][] = [
      ['baseline new products block', /nobody may buy\. If Microsoft adds one, I tell you, and one press sets it\./],
      ['baseline alone on', /nobody may buy\. If Microsoft adds one, I set that as soon as I see it\./],
      ['baseline new products allow', /everyone may buy\. If Microsoft adds one, I leave it as it is\./],
      ['baseline forget new products', /It doesn’t cover new products/],
    ];
    for (const [words, said] of table) {
      await says(alex, words);
      await settles();
      assert.match(told(isaiah)[0] ?? '', said, words);
    }
    assert.equal(told(isaiah).length, 1);
  });

  it('of everything else is told nothing', async () => {
    await subscribed();
    for (const [n, title] of [
      'Microsoft Entra: self-service password reset',
      'Power BI: self-service analytics for everybody',
      'Copilot: new trial banner in the admin center',
      'Outlook: New ribbon',
    ].entries())
      announces({ id: `MC130010${n}`, title, content: '<p>Something new for admins and users.</p>' });
    await passes(6 * hour);
    assert.equal(told(world.people.isaiah).length, 0);
    assert.equal(world.purser.store.count('bulletins'), 1);
  });

  it('is read four times a day at the most', async () => {
    const before = asked();
    for (let n = 0; n < 24; n++) await passes(hour);
    assert.equal(asked() - before, 4);
  });

  it('is read whole, page by page', async () => {
    await subscribed();
    announces();
    for (let n = 0; n < 250; n++) announces({ id: `MC14${String(n).padStart(5, '0')}`, title: 'Outlook', content: '' });
    const before = asked();
    await passes(6 * hour);
    assert.equal(asked() - before, 3);
    assert.equal(told(world.people.isaiah).length, 1);
  });

  it('is no news where it was last changed a month ago', async () => {
    await subscribed();
    announces({ lastModifiedDateTime: new Date(world.clock.now().getTime() - 31 * day).toISOString() });
    await passes(6 * hour);
    assert.equal(told(world.people.isaiah).length, 0);
  });

  it('in very many posts at once is cut off, instead of flooding a chat', async () => {
    await subscribed();
    for (let n = 0; n < 40; n++) announces({ id: `MC15000${String(n).padStart(2, '0')}` });
    await passes(6 * hour);
    assert.equal(told(world.people.isaiah).length, 10);
  });

  it('is shown as plain words, whatever stands in it', async () => {
    const { isaiah } = world.people;
    await subscribed();
    announces({
      title: '**Self-service purchase** [here](https://evil.example) ${1+1}<at>Alex</at>\u202e',
      content: `<script>self()</script><style>p{}</style><p onclick="x">a &amp; b &#x202e;c</p><!-- no --><img src=x>${'<p>long sentence.</p>'.repeat(20_000)}<b`,
    });
    announces({ id: 'https://evil.example', title: 'self-service purchase' });
    await passes(6 * hour);
    assert.equal(told(isaiah).length, 1);
    const [card = ''] = told(isaiah);
    assert.match(card, /\na & b c long sentence\. /);
    assert.doesNotMatch(card, /self\(\)|onclick|\u202e/);
    const sent = JSON.stringify(isaiah.inbox().at(-1)?.card);
    assert.ok(sent.length < 6_000);
    assert.doesNotMatch(sent, /"url":"https:\/\/evil/);
    assert.match(sent, /"type":"TextRun","text":"\*\*Self-service purchase\*\*/);
  });

  it('is told in French, with Microsoft’s own words', async () => {
    const { isaiah } = world.people;
    isaiah.locale = 'fr-FR';
    await says(isaiah, 'notifications activer alertes');
    await settles();
    announces();
    await passes(6 * hour);
    assert.match(told(isaiah)[0] ?? '', /^Microsoft annonce\s: un produit en libre-service\n/);
    assert.match(told(isaiah)[0] ?? '', /Centre de messages/);
  });

  it('goes to a channel too, and names nobody', async () => {
    const { alex } = world.people;
    const team = world.teams.team({ name: 'Procurement', members: [alex] });
    await team.install(alex);
    await alex.say('notify on alerts', { in: team.general, mention: true });
    await settles();
    announces();
    await passes(6 * hour);
    const sent = JSON.stringify(team.general.last?.card);
    assert.ok(sent.includes('MC1300001'));
    assert.doesNotMatch(sent, /<at>/);
  });
});

describe('the message centre, where it can’t be read', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld({ unread: true });
  });
  afterEach(() => world.close());
  const { says, settles, passes } = actsIn(() => world);
  const count = (): number => world.purser.store.count('bulletins');
  const grant = (isGranted: boolean): void => {
    const [app] = world.tenant.company.apps;
    assert.ok(app);
    const others = app.roles.graph.filter((role) => role !== 'ServiceMessage.Read.All');
    app.roles.graph = isGranted ? [...others, 'ServiceMessage.Read.All'] : others;
    world.tenant.expireTokens();
  };
  const nothingElseFails = (): void => {
    for (const { id, trouble } of world.purser.store.all('parts')) assert.equal(trouble, null, id);
    assert.ok(world.purser.store.count('purchases') > 0);
  };

  it('for want of the permission, changes nothing but a line of status; granted later it begins anew', async () => {
    const { alex, isaiah } = world.people;
    grant(false);
    await passes();
    nothingElseFails();
    assert.equal(count(), 0);
    await says(isaiah, 'notify on alerts');
    const status = await says(alex, 'status');
    assert.match(status, /Microsoft’s message centre · access not granted\n.*ServiceMessage\.Read\.All/s);
    grant(true);
    await passes(2 * hour);
    assert.equal(count(), 1);
    await settles();
    assert.ok(isaiah.inbox().every((post) => !isaiah.card(post).includes('Microsoft announces')));
  });

  const faults = {
    'that is down': { kind: 'status', code: 503 },
    'that answers nonsense': { kind: 'not-json' },
    'that answers half': { kind: 'half-page' },
    'that hangs up': { kind: 'reset-before' },
    'that is too busy': { kind: '429', retryAfter: 300 },
    'that is not there': { kind: 'status', code: 404 },
  } as const;
  for (const [what, fault] of Object.entries(faults))
    it(`${what}, harms nothing else and is read an hour later`, async () => {
      world.tenant.faults.push({ match: '/graph/v1.0/admin/serviceAnnouncement', times: 99, ...fault });
      await passes();
      nothingElseFails();
      assert.equal(count(), 0);
      world.tenant.faults.length = 0;
      await passes(30 * 60_000);
      assert.equal(count(), 0);
      await passes(hour);
      assert.equal(count(), 1);
    });

  it('of which the second page fails, concludes nothing from the first', async () => {
    world.tenant.sizes.messages = 2;
    world.tenant.faults.push({
      match: ({ path, query }) => path.endsWith('/messages') && query.has('$skip'),
      ...{ kind: 'status', code: 500, times: 99 },
    });
    await passes();
    assert.equal(count(), 0);
    assert.equal(world.purser.store.get('marks', 'bulletins-looked'), undefined);
  });
});
