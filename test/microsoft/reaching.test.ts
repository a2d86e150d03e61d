/** Reaching people who have no chat with Purser. */
import assert from 'node:assert/strict';
import { MicrosoftFailed } from '../../bot/microsoft/commerce.ts';
import type { Trouble } from '../../store/records.ts';
import { type Fault, people, purserApp, type TeamsApp } from '../stand-ins/tenant/index.ts';
import { asked, assertNoSecret, fails, gatewayTo, graph, type Its, troubleIn, useGateway } from './fixture.ts';

const revoke = (its: Its, role: string): void => {
  const [app] = its.tenant.company.apps;
  assert.ok(app);
  app.roles.graph = app.roles.graph.filter((each) => each !== role);
};

describe('installing Purser for someone', () => {
  const its = useGateway();
  const install = () => its.commerce.install(people.adele);
  const app = (): TeamsApp => its.tenant.company.teamsApps[0] ?? assert.fail('nothing is published');
  const hasIt = (): boolean => its.tenant.installs.has(people.adele, app());
  const posts = () => asked(its.tenant, `${graph}/users/${people.adele}/teamwork/installedApps`).length;
  const lookups = () => asked(its.tenant, `${graph}/appCatalogs/teamsApps`).length;

  it('gives them the app, and again says that they have it', async () => {
    assert.equal(await install(), 'installed');
    assert.ok(hasIt());
    assert.equal(await install(), 'installed');
    assert.deepEqual(
      its.tenant.requests
        .filter(({ method, path }) => method === 'POST' && path.startsWith(graph))
        .map((r) => r.status),
      [201, 409],
    );
  });

  it('looks the app up in the catalogue once', async () => {
    await install();
    await its.commerce.install(people.megan);
    assert.equal(lookups(), 1);
  });

  it('finds it under its own id, whatever else is published', async () => {
    const other = { ...app(), id: '7e9a0000-0000-4000-8000-00000000aaaa', externalId: 'someone.else' };
    its.tenant.company.teamsApps.unshift(other);
    assert.equal(await install(), 'installed');
    assert.ok(!its.tenant.installs.has(people.adele, other));
  });

  it('is impossible where the organisation has not published it, until it does', async () => {
    const published = its.tenant.company.teamsApps.splice(0);
    assert.equal(await install(), 'not-published');
    assert.equal(posts(), 0);
    its.tenant.company.teamsApps.push(...published);
    assert.equal(await install(), 'installed');
  });

  it('finds it anew after it was published anew', async () => {
    await install();
    app().id = '7e9a0000-0000-4000-8000-00000000bbbb';
    assert.equal(await troubleIn(its.commerce.install(people.megan)), 'refused');
    assert.equal(await its.commerce.install(people.megan), 'installed');
  });

  for (const role of ['AppCatalog.Read.All', 'TeamsAppInstallation.ReadWriteSelfForUser.All'])
    it(`is not allowed without ${role}`, async () => {
      revoke(its, role);
      assert.equal(await install(), 'not-allowed');
      assert.ok(!hasIt());
    });

  it('is not allowed where the policy of the person blocks it, nor where the app is another’s', async () => {
    app().blockedFor.push(people.adele);
    assert.equal(await install(), 'not-allowed');
    app().clientId = people.megan;
    assert.equal(await its.commerce.install(people.megan), 'not-allowed');
  });

  it('fails for somebody Microsoft doesn’t know', async () => {
    assert.equal(await troubleIn(its.commerce.install(people.forgotten)), 'refused');
  });

  it('is asked again when Microsoft is busy, as late as it says', async () => {
    fails(its, { match: 'POST /graph', kind: '429', retryAfter: 7 });
    fails(its, { match: 'POST /graph', kind: 'status', code: 503 });
    assert.equal(await install(), 'installed');
    assert.equal(its.waits.length, 2);
    assert.equal(its.waits[0], 7_000);
  });

  it('is asked again after a cut connection, and had been done', async () => {
    fails(its, { match: 'POST /graph', kind: 'reset-after' });
    assert.equal(await install(), 'installed');
    assert.deepEqual([posts(), hasIt()], [2, true]);
  });

  const lasting: [string, Trouble, Fault][] = [
    ['429', 'throttled', { match: 'POST /graph', kind: '429', times: 9 }],
    ['500', 'unreachable', { match: 'POST /graph', kind: 'status', code: 500, times: 9 }],
    ['a cut connection', 'unreachable', { match: 'POST /graph', kind: 'reset-before', times: 9 }],
    ['400', 'refused', { match: 'POST /graph', kind: 'status', code: 400 }],
    ['a catalogue that is no JSON', 'broken-answer', { match: 'GET /graph', kind: 'not-json', times: 9 }],
  ];
  for (const [what, trouble, fault] of lasting)
    it(`fails on a lasting ${what} as ${trouble}, after bounded tries`, async () => {
      fails(its, fault);
      assert.equal(await troubleIn(install()), trouble);
      assert.ok(posts() <= 5 && lookups() <= 5);
    });

  it('keeps within what Microsoft takes in a second', async () => {
    const everyone = [...its.tenant.company.users.keys()].slice(0, 45);
    const done = await Promise.all(everyone.map((each) => its.commerce.install(each)));
    assert.deepEqual(new Set(done), new Set(['installed']));
    assert.ok(its.waits.includes(1_000));
  });
});

describe('a mail', () => {
  const its = useGateway();
  const to = 'Adele.Vance@contoso.onmicrosoft.com';
  const mail = { to, subject: 'Visio ends on 3 May', text: 'Adele,\nyour <Visio> ends & “so on”.' };
  const send = (): Promise<void> => its.commerce.mail(mail);
  const delivered = () => its.tenant.mailboxes.get(to.toLowerCase()) ?? [];
  const route = `${graph}/users/${purserApp.mailbox}/sendMail`;
  const tries = (): number => asked(its.tenant, route).length;
  beforeEach(() => {
    its.commerce = gatewayTo(its.tenant, its, { mailFrom: purserApp.mailbox });
  });

  it('arrives as it was written', async () => {
    await send();
    const [{ at: _, ...arrived } = assert.fail('no mail came'), ...more] = delivered();
    assert.deepEqual(arrived, { ...mail, from: purserApp.mailbox });
    assert.deepEqual(more, []);
  });

  it('tells the metrics its route without any address', async () => {
    await send();
    assert.deepEqual(its.observed, ['/users/{id}/sendMail 200']);
  });

  it('is offered again where Microsoft turned it away, and arrives once', async () => {
    fails(its, { match: 'POST /graph', kind: '429', retryAfter: 7 });
    fails(its, { match: 'POST /graph', kind: 'status', code: 503, retryAfter: 3 });
    await send();
    assert.deepEqual(its.waits, [7_000, 3_000]);
    assert.equal(delivered().length, 1);
  });

  const unsure: [string, Fault, number][] = [
    ['a connection cut after the work', { match: 'POST /graph', kind: 'reset-after' }, 1],
    ['a connection cut before the work', { match: 'POST /graph', kind: 'reset-before' }, 0],
    ['a 500', { match: 'POST /graph', kind: 'status', code: 500 }, 0],
    ['a 504', { match: 'POST /graph', kind: 'status', code: 504 }, 0],
  ];
  for (const [what, fault, arrived] of unsure)
    it(`is not offered again after ${what}: it may have gone out`, async () => {
      fails(its, fault);
      assert.equal(await troubleIn(send()), 'unreachable');
      assert.deepEqual([tries(), delivered().length, its.waits.length], [1, arrived, 0]);
    });

  it('is offered once Entra gives a token again', async () => {
    fails(its, { match: ({ path }) => path.endsWith('/token'), kind: 'status', code: 503 });
    await send();
    assert.equal(delivered().length, 1);
  });

  it('has gone out where Microsoft took it, whatever came with the answer', async () => {
    fails(its, { match: 'POST /graph', kind: 'not-json' });
    await send();
    assert.deepEqual([tries(), delivered().length], [1, 1]);
  });

  it('is given up after bounded tries where Microsoft stays busy', async () => {
    fails(its, { match: 'POST /graph', kind: '429', times: 99 });
    assert.equal(await troubleIn(send()), 'throttled');
    assert.equal(tries(), 5);
  });

  it('may not be sent without Mail.Send', async () => {
    revoke(its, 'Mail.Send');
    assert.equal(await troubleIn(send()), 'no-permission');
  });

  it('can’t be sent from a mailbox that is none, and the log names none', async () => {
    its.commerce = gatewayTo(its.tenant, its, { mailFrom: 'nobody@contoso.com' });
    const error: unknown = await send().catch((reason: unknown) => reason);
    assert.ok(error instanceof MicrosoftFailed);
    assertNoSecret(error);
    assert.match(error.detail, /^Graph \/users\/\{id\}\/sendMail 404 ErrorInvalidUser request-id /);
  });

  it('can’t be sent where MAIL_FROM is not set, and says so', async () => {
    its.commerce = gatewayTo(its.tenant, its);
    await assert.rejects(send(), /MAIL_FROM is not set/);
    assert.equal(its.tenant.requests.length, 0);
  });
});
