import assert from 'node:assert/strict';
import { openWorld } from '../../world/world.ts';
import { type Client, type Heard, newClient } from './client.ts';
import { type App, people, purserApp, type TeamsApp, type Tenant } from './index.ts';
import { standIn } from './stand-in.ts';

const bindTo = (id: string) => ({
  'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${id}`,
});
const published = ({ company }: Tenant): TeamsApp => company.teamsApps[0] ?? assert.fail('nothing is published');
const install = (client: Client, person: string, app: string): Promise<Heard> =>
  client.graph(`/users/${person}/teamwork/installedApps`, client.json('POST', bindTo(app)));

describe('the app catalogue', () => {
  const its = standIn();
  const caller = (): App => its.tenant.company.apps[0] ?? assert.fail('no app is registered');
  const installAs = (client: Client, person: string, app = published(its.tenant).id): Promise<Heard> =>
    install(client, person, app);

  it('has the app under its own id and that of its manifest, and is filtered by either', async () => {
    const heard = await its.client.graph(`/appCatalogs/teamsApps?$filter=externalId eq '${purserApp.id}'`);
    const { id, externalId, displayName, distributionMethod } = published(its.tenant);
    assert.deepEqual(heard.rows, [{ id, externalId, displayName, distributionMethod }]);
    assert.deepEqual((await its.client.graph(`/appCatalogs/teamsApps?$filter=externalId eq 'none'`)).rows, []);
    assert.equal((await its.client.graph(`/appCatalogs/teamsApps?$filter=clientId eq 'x'`)).status, 400);
  });

  it('gives someone the app once, and lists it with them', async () => {
    const first = await installAs(its.client, people.adele);
    assert.deepEqual([first.status, first.body], [201, {}]);
    const second = await installAs(its.client, people.adele);
    assert.deepEqual([second.status, second.code], [409, 'Conflict']);
    const path = `/users/${people.adele}/teamwork/installedApps?$expand=teamsApp&$filter=teamsApp/externalId eq '${purserApp.id}'`;
    const [row, ...more] = (await its.client.graph(path)).rows;
    assert.equal((row?.['teamsApp'] as TeamsApp | undefined)?.externalId, purserApp.id);
    assert.ok(first.headers.get('location')?.endsWith(row?.id ?? '?'));
    assert.deepEqual(more, []);
    assert.deepEqual((await its.client.graph(`/users/${people.megan}/teamwork/installedApps`)).rows, []);
  });

  it('says what it misses: the app, the person, the body', async () => {
    const statuses = [
      (await installAs(its.client, people.adele, people.adele)).status,
      (await installAs(its.client, people.forgotten)).status,
      (await its.client.graph(`/users/${people.adele}/teamwork/installedApps`, its.client.json('POST', {}))).status,
    ];
    assert.deepEqual(statuses, [404, 404, 400]);
  });

  it('lets an app that may install itself install nothing else', async () => {
    published(its.tenant).clientId = people.megan;
    assert.equal((await installAs(its.client, people.adele)).code, 'Forbidden');
    caller().roles.graph.push('TeamsAppInstallation.ReadWriteForUser.All');
    assert.equal((await installAs(its.client.renewed(), people.adele)).status, 201);
  });

  it('names the roles that are missing, as Teams does', async () => {
    caller().roles.graph = ['User.Read.All'];
    const heard = await installAs(its.client, people.adele);
    assert.deepEqual([heard.status, heard.code], [403, 'Forbidden']);
    assert.match(heard.message, /requires one of 'TeamsAppInstallation\..*Roles on the request 'User\.Read\.All'/);
    assert.equal((await its.client.graph('/appCatalogs/teamsApps')).status, 403);
  });

  it('takes thirty installations a second, and more in the next', async () => {
    const everyone = [...its.tenant.company.users.keys()];
    const statuses: number[] = [];
    for (const each of everyone.slice(0, 31)) statuses.push((await installAs(its.client, each)).status);
    assert.deepEqual([statuses.filter((status) => status === 201).length, statuses.at(-1)], [30, 429]);
    its.later(1_000);
    assert.equal((await installAs(its.client, everyone[31] ?? '')).status, 201);
  });
});

describe('a mailbox', () => {
  const its = standIn();
  const to = 'adele.vance@elsewhere.example';
  const message = (change: object = {}): object => ({
    subject: 'Hello',
    body: { contentType: 'Text', content: 'How are you?' },
    toRecipients: [{ emailAddress: { address: to } }],
    ...change,
  });
  const send = (from: string, body: object = { message: message() }, client = its.client): Promise<Heard> =>
    client.graph(`/users/${encodeURIComponent(from)}/sendMail`, client.json('POST', body));
  const page = async (address: string): Promise<string> => (await fetch(`${its.tenant.url}/mailbox/${address}`)).text();

  it('keeps what was sent to it, from people and from shared mailboxes', async () => {
    const from = its.tenant.company.users.get(people.megan)?.mail ?? '';
    const heard = [await send(purserApp.mailbox), await send(from), await send(people.megan)];
    assert.deepEqual(
      heard.map(({ status, body }) => [status, body]),
      [202, 202, 202].map((status) => [status, {}]),
    );
    const mails = its.tenant.mailboxes.get(to) ?? [];
    assert.deepEqual(
      mails.map((mail) => mail.from),
      [purserApp.mailbox, from, from],
    );
    assert.deepEqual([mails[0]?.subject, mails[0]?.text], ['Hello', 'How are you?']);
  });

  const refused: [string, string, object, number][] = [
    ['a body without a message', purserApp.mailbox, {}, 400],
    ['a message without a body', purserApp.mailbox, { message: message({ body: undefined }) }, 400],
    ['no recipient', purserApp.mailbox, { message: message({ toRecipients: [] }) }, 400],
    ['a sender that does not exist', 'nobody@contoso.example', { message: message() }, 404],
    ['a sender without a mailbox', people.bare, { message: message() }, 404],
  ];
  for (const [what, from, body, status] of refused)
    it(`gets nothing from ${what}`, async () => {
      assert.equal((await send(from, body)).status, status);
      assert.equal(its.tenant.mailboxes.size, 0);
    });

  it('gets nothing from an app without the role, in Outlook’s words', async () => {
    for (const { roles } of its.tenant.company.apps) roles.graph = ['User.Read.All'];
    assert.equal((await send(purserApp.mailbox)).code, 'ErrorAccessDenied');
  });

  it('is shown as a page, newest first, where nothing of a mail is anything but text', async () => {
    await send(purserApp.mailbox);
    const evil = { subject: '<script>alert(1)</script>', body: { contentType: 'Text', content: `</pre><b>"'&` } };
    await send(purserApp.mailbox, { message: message(evil) });
    const text = await page(to.toUpperCase());
    assert.doesNotMatch(text, /<script|<b>/);
    assert.match(text, /&lt;script&gt;.*&lt;\/pre&gt;&lt;b&gt;&quot;&#39;&amp;.*Hello/s);
    assert.match(await page('nobody@x.example'), /No mail/);
    assert.doesNotMatch(await page('%3Cscript%3E'), /<script/);
  });
});

describe('in a whole world', () => {
  it('an app installed through Graph is there in Teams, and Teams tells the bot', async () => {
    const world = await openWorld();
    try {
      const client = newClient(world.tenant);
      const known = await install(client, people.adele, published(world.tenant).id);
      assert.equal(known.status, 409, 'whoever has it in Teams has it in Graph');
      await world.people.adele.uninstall();
      const before = world.teams.deliveries.length;
      assert.equal((await install(client, people.adele, published(world.tenant).id)).status, 201);
      assert.ok(world.people.adele.chat.installed);
      const told = world.teams.deliveries.slice(before).map(({ activity }) => activity.type);
      assert.deepEqual(told.sort(), ['conversationUpdate', 'installationUpdate']);
    } finally {
      await world.close();
    }
  });
});
