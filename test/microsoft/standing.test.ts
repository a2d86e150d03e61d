/** What the gateway tells of a person, and which connections it finds shut. */
import assert from 'node:assert/strict';
import type { Connection } from '../../bot/microsoft/commerce.ts';
import { directorySets } from '../../bot/microsoft/permissions.ts';
import type { Trouble } from '../../store/records.ts';
import { given } from '../patience.ts';
import { groups, people } from '../stand-ins/tenant/index.ts';
import { configOf, fails, gatewayTo, useGateway } from './fixture.ts';

describe('the standing', () => {
  const its = useGateway();
  const both = [groups.approvers, groups.viewers];
  const table: [keyof typeof people, string[], string[]][] = [
    ['alex', ['globalAdministrator'], []],
    ['isaiah', ['billingAdministrator'], []],
    ['lee', ['globalReader'], [groups.viewers]],
    ['patti', [], [groups.viewers]],
    ['megan', [], [groups.approvers]],
    ['adele', [], []],
    ['joni', [], []],
  ];
  for (const [who, roles, memberOf] of table)
    it(`of ${who}: ${roles.join() || 'no role'}, ${memberOf.length} groups`, async () => {
      const standing = await its.commerce.directoryFacts(people[who], both);
      assert.equal(standing.person?.id, people[who]);
      assert.deepEqual([standing.person.enabled, standing.person.guest], [true, false]);
      assert.deepEqual([[...standing.roles], [...standing.groups]], [roles, memberOf]);
    });

  it('[48] of a guest says guest, of a disabled account disabled', async () => {
    assert.equal((await its.commerce.directoryFacts(people.guestAlex, both)).person?.guest, true);
    assert.equal((await its.commerce.directoryFacts(people.diego, both)).person?.enabled, false);
  });

  it('of an id that nobody has, or has any more, is nobody with nothing', async () => {
    const nobody = { person: null, roles: new Set(), groups: new Set() };
    for (const id of [people.grady, people.forgotten, '00000000-0000-4000-8000-000000000000'])
      assert.deepEqual(await its.commerce.directoryFacts(id, both), nobody);
  });

  it('needs no groups to be asked about', async () => {
    const standing = await its.commerce.directoryFacts(people.megan, []);
    assert.equal(standing.groups.size, 0);
    assert.ok(its.tenant.requests.every(({ path }) => !path.endsWith('checkMemberGroups')));
  });

  it('is read in one call', async () => {
    await its.commerce.directoryFacts(people.megan, both);
    const outer = its.tenant.requests.filter(({ path, inBatch }) => path.startsWith('/graph') && !inBatch);
    assert.equal(outer.length, 1);
  });
});

describe('a probe', () => {
  const its = useGateway();
  const shut = async (): Promise<Partial<Record<Connection, Trouble>>> =>
    Object.fromEntries(
      (await its.commerce.probe()).flatMap(({ connection, trouble }) => (trouble ? [[connection, trouble]] : [])),
    );
  const granted = () => {
    const [app] = its.tenant.company.apps;
    assert.ok(app);
    return app.roles;
  };

  it('finds every connection open', async () => {
    assert.deepEqual(await its.commerce.probe(), [
      { connection: 'sign-in', trouble: null },
      { connection: 'directory', trouble: null },
      { connection: 'leavers', trouble: null },
      { connection: 'purchasing-rules', trouble: null },
      { connection: 'sign-ups', trouble: null },
      { connection: 'trials', trouble: null },
      { connection: 'eligible-roles', trouble: null },
      { connection: 'message-centre', trouble: null },
      { connection: 'installing', trouble: null },
    ]);
  });

  it('names the connection whose permission is missing', async () => {
    const all = [
      'AppCatalog.Read.All',
      'Policy.Read.All',
      'OrgSettings-AppsAndServices.Read.All',
      'RoleEligibilitySchedule.Read.Directory',
      'ServiceMessage.Read.All',
    ];
    granted().licensing = [];
    assert.deepEqual(await shut(), { 'purchasing-rules': 'no-permission' });
    granted().licensing = ['Policy.Read.AllowSelfServicePurchase'];
    const table: [granted: string[], ...shut: Connection[]][] = [
      [['Organization.Read.All', ...all], 'directory', 'leavers'],
      [['User.Read.All', ...all], 'directory'],
      ...(['installing', 'sign-ups', 'trials', 'eligible-roles', 'message-centre'] as const).map(
        (connection, at): [string[], ...Connection[]] => [
          ['Directory.Read.All', ...all.filter((_, n) => n !== at)],
          connection,
        ],
      ),
    ];
    for (const [roles, ...connections] of table) {
      its.commerce = gatewayTo(its.tenant, its);
      granted().graph = roles;
      const none = connections.map((connection) => [connection, 'no-permission']);
      assert.deepEqual(await shut(), Object.fromEntries(none));
    }
  });

  it('takes either set of permissions for the directory, and names what is missing of the nearer one', async () => {
    const [one, several] = directorySets;
    const table: [granted: readonly string[], missing: readonly string[]][] = [
      [one, []],
      [several, []],
      [['Directory.ReadWrite.All'], []],
      [['Organization.Read.All', 'User.ReadWrite.All', 'Group.Read.All', 'RoleManagement.Read.All'], []],
      ...several.map((left): [string[], string[]] => [several.filter((name) => name !== left), [left]]),
      [several.slice(0, 2), several.slice(2)],
      [['User.Read.All'], one],
      [[], one],
    ];
    for (const [roles, missing] of table) {
      its.commerce = gatewayTo(its.tenant, its);
      granted().graph = [...roles];
      const found = (await its.commerce.probe()).find(({ connection }) => connection === 'directory');
      assert.deepEqual(found?.missing ?? [], missing, roles.join());
      assert.equal(found?.trouble, missing.length > 0 ? 'no-permission' : null, roles.join());
    }
  });

  it('says nothing of a switch that this cloud doesn’t have', async () => {
    its.tenant.faults.push({ match: '/graph/beta/', kind: 'status', code: 404 });
    assert.ok((await its.commerce.probe()).every(({ connection, trouble }) => connection !== 'trials' && !trouble));
  });

  it('sees a permission that was granted a second ago', async () => {
    granted().licensing = [];
    assert.deepEqual(await shut(), { 'purchasing-rules': 'no-permission' });
    granted().licensing = ['Policy.Read.AllowSelfServicePurchase'];
    assert.deepEqual(await shut(), {});
  });

  it('finds every connection shut with a wrong secret', async () => {
    its.commerce = gatewayTo(its.tenant, its, configOf(its.tenant, 'not-the-secret'));
    const every = [
      ...[
        'sign-in',
        'directory',
        'leavers',
        'purchasing-rules',
        'sign-ups',
        'trials',
        'eligible-roles',
        'message-centre',
        'installing',
      ],
    ].map((connection) => ({ connection, trouble: 'no-token' }));
    assert.deepEqual(await its.commerce.probe(), every);
  });

  const licensing: [string, Parameters<typeof fails>[1], Trouble][] = [
    ['429', { match: '/licensing', kind: '429', times: 9 }, 'throttled'],
    ['503', { match: '/licensing', kind: 'status', code: 503, times: 9 }, 'unreachable'],
    ['a cut connection', { match: '/licensing', kind: 'reset-before', times: 9 }, 'unreachable'],
    ['half an answer', { match: '/licensing', kind: 'half-page', times: 9 }, 'broken-answer'],
    ['no JSON', { match: '/licensing', kind: 'not-json', times: 9 }, 'broken-answer'],
  ];
  for (const [what, fault, trouble] of licensing)
    it(`tells of ${what} at the licensing connection as ${trouble}, and of the others nothing`, async () => {
      fails(its, fault);
      assert.deepEqual(await shut(), { 'purchasing-rules': trouble });
    });

  it('where one connection is slow gives up on it after two seconds', async () => {
    await its.commerce.probe();
    fails(its, { match: '/licensing', kind: 'slow', ms: 600_000, times: 9 });
    const from = given();
    assert.deepEqual(await shut(), { 'purchasing-rules': 'unreachable' });
    const took = given() - from;
    assert.ok(took < 2_500, `given up after ${Math.round(took)} ms`);
  });
});
