/** Microsoft's troubles, each as one of the closed list. */
import assert from 'node:assert/strict';
import { MicrosoftFailed } from '../../bot/microsoft/commerce.ts';
import type { Trouble } from '../../store/records.ts';
import { given } from '../patience.ts';
import { type Fault, groups, people, skus, type Tenant } from '../stand-ins/tenant/index.ts';
import { assertNoSecret, configOf, fails, gatewayTo, graph, troubleIn, useGateway } from './fixture.ts';

/** Each port call with the path it begins at; those a person waits for are brisk. */
const calls = {
  subscriptions: { path: `${graph}/directory/subscriptions`, brisk: false },
  hasSubscription: { path: `${graph}/directory/subscriptions/`, brisk: false },
  seats: { path: `${graph}/subscribedSkus`, brisk: false },
  people: { path: `${graph}/$batch`, brisk: false },
  licencesOf: { path: `${graph}/$batch`, brisk: false },
  leaver: { path: `${graph}/directory/deletedItems`, brisk: false },
  holders: { path: `${graph}/users`, brisk: false },
  admins: { path: `${graph}/directoryRoles`, brisk: false },
  standing: { path: `${graph}/$batch`, brisk: true },
  members: { path: `${graph}/groups`, brisk: true },
  adminsInHaste: { path: `${graph}/directoryRoles`, brisk: true },
  peopleInHaste: { path: `${graph}/$batch`, brisk: true },
  rule: { path: '/licensing', brisk: false },
} as const;
type Name = keyof typeof calls;
const names = Object.keys(calls) as Name[];

describe('a trouble of Microsoft', () => {
  const its = useGateway();
  const run = (name: Name): Promise<unknown> => {
    const { commerce, tenant } = its;
    const does: Record<Name, () => Promise<unknown>> = {
      subscriptions: () => commerce.subscriptions(),
      hasSubscription: () => commerce.hasSubscription(tenant.company.subscriptions[0]?.id ?? ''),
      seats: () => commerce.seats(),
      people: () => commerce.people([people.alex]),
      licencesOf: () => commerce.licencesOf([people.alex], [skus.visio2.id]),
      leaver: () => commerce.leaver(people.grady),
      holders: () => commerce.holders(skus.visio2.id),
      admins: () => commerce.admins(),
      standing: () => commerce.directoryFacts(people.alex, []),
      members: () => commerce.members(groups.approvers),
      adminsInHaste: () => commerce.admins({ brisk: true }),
      peopleInHaste: () => commerce.people([people.alex], { brisk: true }),
      rule: () => commerce.rule('product:CFQ7TTC0HD32'),
    };
    return does[name]();
  };
  const tries = (name: Name): number =>
    its.tenant.requests.filter(({ path, inBatch }) => !inBatch && path.startsWith(calls[name].path)).length;

  const lasting: [string, Trouble, (match: string) => Fault][] = [
    ['too many requests, with nothing said', 'throttled', (match) => ({ match, kind: '429', times: 99 })],
    ['a 500', 'unreachable', (match) => ({ match, kind: 'status', code: 500, times: 99 })],
    ['a 503', 'unreachable', (match) => ({ match, kind: 'status', code: 503, times: 99 })],
    ['a connection cut before the work', 'unreachable', (match) => ({ match, kind: 'reset-before', times: 99 })],
    ['a connection cut after the work', 'unreachable', (match) => ({ match, kind: 'reset-after', times: 99 })],
    ['half a page', 'broken-answer', (match) => ({ match, kind: 'half-page', times: 99 })],
    ['no JSON', 'broken-answer', (match) => ({ match, kind: 'not-json', times: 99 })],
  ];
  for (const name of names)
    for (const [what, trouble, fault] of lasting)
      it(`that lasts, ${what}, makes ${name} say ${trouble} after bounded tries`, async () => {
        const { path, brisk } = calls[name];
        fails(its, fault(path));
        assert.equal(await troubleIn(run(name)), trouble);
        assert.ok(tries(name) <= (brisk ? 2 : 5), `${tries(name)} tries`);
        const waited = its.waits.reduce((sum, ms) => sum + ms, 0);
        assert.ok(waited <= (brisk ? 500 : 15_000), `${waited} ms waited`);
      });

  for (const name of names.filter((each) => !calls[each].brisk))
    it(`that passes is waited out by ${name}`, async () => {
      fails(its, { match: calls[name].path, kind: '429', retryAfter: 7 });
      fails(its, { match: calls[name].path, kind: 'status', code: 503 });
      fails(its, { match: calls[name].path, kind: 'reset-before' });
      fails(its, { match: calls[name].path, kind: 'half-page' });
      await run(name);
      assert.equal(its.waits.length, 4);
      assert.equal(its.waits[0], 7_000);
    });

  it('in the middle of the pages fails the whole list, or is waited out', async () => {
    its.tenant.sizes.subscriptions = 10;
    const third = ({ query }: { query: URLSearchParams }) => query.get('$skiptoken') === 'm~2';
    fails(its, { match: third, kind: 'half-page', times: 5 });
    assert.equal(await troubleIn(its.commerce.subscriptions()), 'broken-answer');
    assert.equal((await its.commerce.subscriptions()).length, its.tenant.company.subscriptions.length);
  });

  it('is waited for as long as Retry-After says, also where it names a date', async () => {
    const date = new Date('2026-10-05T09:00:30Z').toUTCString();
    fails(its, { match: calls.seats.path, kind: '429', retryAfter: 100 });
    fails(its, { match: calls.seats.path, kind: '429', retryAfter: date as unknown as number });
    await its.commerce.seats();
    assert.deepEqual(its.waits, [100_000, 30_000]);
  });

  it('is not waited for longer than two minutes, nor by someone who waits for an answer', async () => {
    fails(its, { match: calls.seats.path, kind: '429', retryAfter: 3_600 });
    assert.equal(await troubleIn(its.commerce.seats()), 'throttled');
    fails(its, { match: calls.standing.path, kind: '429', retryAfter: 10 });
    assert.equal(await troubleIn(run('standing')), 'throttled');
    assert.deepEqual(its.waits, []);
  });

  it('that asks to come back at once does not make the gateway hammer', async () => {
    fails(its, { match: calls.seats.path, kind: '429', retryAfter: 0, times: 1_000 });
    assert.equal(await troubleIn(its.commerce.seats()), 'throttled');
    assert.equal(tries('seats'), 5);
  });

  const withinBatch: [string, (path: string) => boolean][] = [
    ['the person', (path) => path === `${graph}/users/${people.alex}`],
    ['the roles', (path) => path.startsWith(`${graph}/users/${people.alex}/`)],
  ];
  for (const [what, hit] of withinBatch)
    it(`that hits only ${what} within the batch fails standing, as what it is`, async () => {
      const match = ({ path, inBatch }: { path: string; inBatch: boolean }) => inBatch && hit(path);
      fails(its, { match, kind: '429', times: 2 });
      assert.equal(await troubleIn(run('standing')), 'throttled');
      fails(its, { match, kind: 'status', code: 500, times: 2 });
      assert.equal(await troubleIn(run('standing')), 'unreachable');
      // Asked once more with a new token, which may bring a permission.
      fails(its, { match, kind: 'status', code: 403, times: 2 });
      assert.equal(await troubleIn(run('standing')), 'no-permission');
    });

  it('that hits one request of a batch is waited for as long as that one says', async () => {
    fails(its, { match: `${graph}/users`, kind: '429', retryAfter: 9 });
    assert.equal((await its.commerce.people([people.alex])).length, 1);
    assert.deepEqual(its.waits, [9_000]);
  });

  it('that a person waits for is given up after two seconds', async () => {
    await run('standing');
    fails(its, { match: '/graph', kind: 'slow', ms: 600_000, times: 10 });
    const from = given();
    assert.equal(await troubleIn(run('standing')), 'unreachable');
    const took = given() - from;
    assert.ok(took < 2_500, `given up after ${Math.round(took)} ms`);
  });

  it('that a person waits for is given up after two seconds, also where it is the sign-in', async () => {
    fails(its, { match: ({ path }) => !path.startsWith('/graph'), kind: 'slow', ms: 600_000, times: 10 });
    const from = given();
    assert.equal(await troubleIn(run('standing')), 'unreachable');
    const took = given() - from;
    assert.ok(took < 2_500, `given up after ${Math.round(took)} ms`);
  });

  it('of the sign-in is no-token: a wrong secret, and it is not asked again', async () => {
    its.commerce = gatewayTo(its.tenant, its, configOf(its.tenant, 'not-the-secret'));
    for (const name of names) assert.equal(await troubleIn(run(name)), 'no-token');
    assert.deepEqual(its.waits, []);
    const error = await its.commerce.seats().catch((reason: unknown) => reason);
    assert.ok(error instanceof MicrosoftFailed && /AADSTS7000215/.test(error.detail));
  });

  const isSignIn = ({ path }: { path: string }): boolean => path.endsWith('/token');
  const hiccups: [string, Fault][] = [
    ['a cut connection', { match: isSignIn, kind: 'reset-before' }],
    ['a 503', { match: isSignIn, kind: 'status', code: 503 }],
    ['a 429', { match: isSignIn, kind: '429' }],
    ['no JSON', { match: isSignIn, kind: 'not-json' }],
    ['half an answer', { match: isSignIn, kind: 'half-page' }],
  ];
  for (const [what, fault] of hiccups)
    it(`of the sign-in that passes, ${what}, is waited out`, async () => {
      fails(its, fault);
      await its.commerce.seats();
      assert.equal(its.waits.length, 1);
    });

  it('of the sign-in that lasts is not called a refusal', async () => {
    fails(its, { match: isSignIn, kind: 'status', code: 503, times: 9 });
    assert.equal(await troubleIn(its.commerce.seats()), 'unreachable');
  });

  it('holds no token and no secret, whatever it is', async () => {
    const kinds: Fault[] = [
      { match: '/graph', kind: 'reset-before', times: 5 },
      { match: '/graph', kind: 'half-page', times: 5 },
      { match: '/graph', kind: 'not-json', times: 5 },
      { match: '/graph', kind: 'status', code: 401 },
      { match: '/graph', kind: 'status', code: 400 },
    ];
    for (const fault of kinds) {
      fails(its, fault);
      assertNoSecret(await its.commerce.subscriptions().catch((reason: unknown) => reason));
    }
    const without: Tenant['company']['apps'] = its.tenant.company.apps.splice(0);
    its.commerce = gatewayTo(its.tenant, its);
    assertNoSecret(await its.commerce.seats().catch((reason: unknown) => reason));
    assert.equal(without.length, 1);
  });

  it('names route, status, code and request id to the operator, without any id of the tenant', async () => {
    fails(its, { match: '/graph', kind: 'status', code: 400 });
    const error: unknown = await run('hasSubscription').catch((reason: unknown) => reason);
    assert.ok(error instanceof MicrosoftFailed);
    assert.equal(error.trouble, 'refused');
    assert.match(error.detail, /^Graph \/directory\/subscriptions\/\{id\} 400 \w+ request-id [0-9a-f-]{36}$/);
  });
});
