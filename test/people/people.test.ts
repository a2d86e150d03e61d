/** Who may do what, and since when: from the directory of a stand-in Microsoft. */
import assert from 'node:assert/strict';
import { createGateway } from '../../bot/microsoft/gateway.ts';
import { createPeople, type People, type Role } from '../../bot/people/people.ts';
import { configOf, troubleIn, unobserved } from '../microsoft/fixture.ts';
import { groups, people, roleTemplates, type Tenant, type User } from '../stand-ins/tenant/index.ts';
import { standIn } from '../stand-ins/tenant/stand-in.ts';
import { minute, type TestClock, testClock } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

type Who = keyof typeof people;

function deferred(): { promise: Promise<void>; resolve(): void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

describe('people', () => {
  const its = standIn();
  let clock: TestClock;
  const withGroups = { approversGroup: groups.approvers, viewersGroup: groups.viewers };
  const without = { approversGroup: undefined, viewersGroup: undefined };
  const knowing = (config: Parameters<typeof createPeople>[2]): People =>
    createPeople(createGateway(configOf(its.tenant), clock, unobserved), clock, config);
  beforeEach(() => {
    clock = testClock();
  });

  /** `admin viewer`, `guest` or `stranger`. */
  const roleOf = async (known: People, id: string, fresh = false): Promise<string> => {
    const identity = await known.identify(id, 'Somebody', { fresh });
    if (identity.kind !== 'colleague') return identity.kind;
    return identity.speaker.unchecked ? 'unchecked' : [...identity.speaker.roles].sort().join(' ');
  };
  const asked = (): number => its.tenant.requests.filter(({ path }) => path.endsWith('/$batch')).length;
  const isDown = { match: '/graph', kind: 'status', code: 503, times: 2 } as const;

  const table: Partial<Record<Who, [withGroups: string, without: string]>> = {
    alex: ['admin viewer', 'admin approver viewer'],
    isaiah: ['admin viewer', 'admin approver viewer'],
    lee: ['viewer', 'viewer'],
    patti: ['viewer', ''],
    megan: ['approver', ''],
    miriam: ['approver', ''],
    guestAlex: ['guest', 'guest'],
    guestNadia: ['guest', 'guest'],
    diego: ['stranger', 'stranger'],
    grady: ['stranger', 'stranger'],
    forgotten: ['stranger', 'stranger'],
  };
  const everyone = Object.keys(people) as Who[];
  for (const [n, config] of [withGroups, without].entries())
    it(`have the roles their directory gives them ${n === 0 ? 'with' : 'without'} groups configured`, async () => {
      const known = knowing(config);
      const found = await Promise.all(everyone.map(async (who) => [who, await roleOf(known, people[who])]));
      assert.deepEqual(
        found,
        everyone.map((who) => [who, table[who]?.[n] ?? '']),
      );
    });

  it('are told why they have their roles, or that they have none', async () => {
    const reasons = async (who: Who, config: Parameters<typeof createPeople>[2]) => {
      const identity = await knowing(config).identify(people[who], '');
      assert.equal(identity.kind, 'colleague');
      return identity.speaker.reasons;
    };
    assert.deepEqual(await reasons('alex', without), ['globalAdministrator', 'adminsApprove']);
    assert.deepEqual(await reasons('isaiah', withGroups), ['billingAdministrator']);
    assert.deepEqual(await reasons('lee', withGroups), ['globalReader', 'viewersGroup']);
    assert.deepEqual(await reasons('megan', withGroups), ['approversGroup']);
    assert.deepEqual(await reasons('adele', withGroups), ['nothing']);
  });

  it('are remembered for five minutes, then asked for again', async () => {
    const known = knowing(withGroups);
    for (const ms of [0, minute, 4 * minute]) {
      clock.advance(ms);
      assert.equal(await roleOf(known, people.alex), 'admin viewer');
    }
    assert.equal(asked(), 1);
    clock.advance(1);
    await roleOf(known, people.alex);
    assert.equal(asked(), 2);
  });

  it('lose a role that was taken away after five minutes, and have a new one within seconds', async () => {
    const known = knowing(withGroups);
    const [admins] = its.tenant.company.roles;
    await roleOf(known, people.alex);
    await roleOf(known, people.adele);
    admins?.members.splice(0, 1, people.adele);
    clock.advance(5 * minute);
    assert.equal(await roleOf(known, people.alex), 'admin viewer');
    assert.equal(await roleOf(known, people.adele), 'admin viewer');
    assert.equal(await roleOf(known, people.adele, true), 'admin viewer');
    clock.advance(1);
    assert.equal(await roleOf(known, people.alex), '');
  });

  it('are asked for once, however much they say at once', async () => {
    const known = knowing(withGroups);
    await Promise.all(Array.from({ length: 20 }, () => roleOf(known, people.alex)));
    assert.equal(asked(), 1);
  });

  it('asked for anew do not get an answer that was already on its way', async () => {
    const gateway = createGateway(configOf(its.tenant), clock, unobserved);
    const [answered, delivered] = [deferred(), deferred()];
    let calls = 0;
    // The first answer is Microsoft's own, and takes its time to arrive.
    const directoryFacts: typeof gateway.directoryFacts = async (...asked) => {
      const isFirst = ++calls === 1;
      const answer = await gateway.directoryFacts(...asked);
      if (isFirst) answered.resolve();
      if (isFirst) await delivered.promise;
      return answer;
    };
    const known = createPeople({ ...gateway, directoryFacts }, clock, withGroups);
    const first = roleOf(known, people.adele);
    await answered.promise;
    its.tenant.company.roles[0]?.members.push(people.adele);
    const anew = roleOf(known, people.adele, true);
    delivered.resolve();
    assert.deepEqual([await first, await anew], ['', 'admin viewer']);
    assert.equal(await roleOf(known, people.adele), 'admin viewer');
  });

  it('are nobody while Microsoft is down, and themselves again right after', async () => {
    const known = knowing(withGroups);
    its.tenant.faults.push({ ...isDown });
    assert.equal(await roleOf(known, people.alex), 'unchecked');
    assert.equal(await roleOf(known, people.alex), 'admin viewer');
  });

  it('are nobody once what is remembered is too old and Microsoft is down', async () => {
    const known = knowing(withGroups);
    await roleOf(known, people.alex);
    clock.advance(5 * minute + 1);
    its.tenant.faults.push({ ...isDown });
    assert.equal(await roleOf(known, people.alex), 'unchecked');
  });

  const partly: [string, (path: string) => boolean][] = [
    ['the account', (path) => path === `/graph/v1.0/users/${people.alex}`],
    ['the roles', (path) => path.includes('/transitiveMemberOf/')],
    ['the groups', (path) => path.endsWith('/checkMemberGroups')],
  ];
  for (const [what, hit] of partly)
    it(`are nobody while Microsoft keeps back ${what} alone`, async () => {
      const match = ({ path, inBatch }: { path: string; inBatch: boolean }) => inBatch && hit(path);
      // Asked once more with a new token.
      its.tenant.faults.push({ match, kind: 'status', code: 403, times: 2 });
      assert.equal(await roleOf(knowing(withGroups), people.alex), 'unchecked');
    });

  const group = (): string[] => {
    const found = its.tenant.company.groups.find(({ id }) => id === groups.approvers);
    assert.ok(found);
    return found.members;
  };
  const change = (who: Who, what: Partial<User>): void => {
    const user = its.tenant.company.users.get(people[who]);
    assert.ok(user);
    Object.assign(user, what);
  };

  describe('who may approve', () => {
    const named = (all: readonly { id: string; name: string }[]) => all.map(({ id, name }) => ({ id, name }));
    const namesOf = async (known: People): Promise<string[]> =>
      (await known.approvers()).map(({ name }) => name).sort();
    const listed = (): number => its.tenant.requests.filter(({ path }) => path.includes('/transitiveMembers')).length;
    const isOut = { match: '/graph/v1.0/groups', kind: 'status', code: 503, times: 2 } as const;

    it('are the members of the approvers’ group, also through groups', async () => {
      const known = knowing(withGroups);
      assert.deepEqual(
        new Set(named(await known.approvers())),
        new Set([
          { id: people.megan, name: 'Megan Bowen' },
          { id: people.miriam, name: 'Miriam Graham' },
        ]),
      );
      group().push(groups.auditors);
      assert.deepEqual(await namesOf(knowing(withGroups)), ['Lee Gu', 'Megan Bowen', 'Miriam Graham']);
    });

    it('are the admins where no group is configured', async () => {
      const approvers = await knowing(without).approvers();
      assert.deepEqual(
        new Set(named(approvers)),
        new Set([
          { id: people.alex, name: 'Alex Wilber' },
          { id: people.isaiah, name: 'Isaiah Langer' },
        ]),
      );
    });

    it('are also admins who have to activate their role first: one of them alone is not nobody', async () => {
      its.tenant.company.eligible.push(
        { principalId: people.adele, roleDefinitionId: roleTemplates.billingAdministrator, directoryScopeId: '/' },
        { principalId: people.patti, roleDefinitionId: roleTemplates.globalReader, directoryScopeId: '/' },
      );
      assert.deepEqual(await namesOf(knowing(without)), ['Adele Vance', 'Alex Wilber', 'Isaiah Langer']);
      assert.deepEqual(await namesOf(knowing(withGroups)), ['Megan Bowen', 'Miriam Graham']);
      assert.equal(await roleOf(knowing(without), people.adele, true), '', 'until they have activated it');
    });

    it('are none whose account is disabled, gone or a guest’s, in the group or among the admins', async () => {
      group().push(people.diego, people.grady, people.guestAlex);
      its.tenant.company.roles[0]?.members.push(people.diego, people.guestNadia);
      change('megan', { accountEnabled: false });
      assert.deepEqual(await namesOf(knowing(withGroups)), ['Miriam Graham']);
      assert.deepEqual(await namesOf(knowing(without)), ['Alex Wilber', 'Isaiah Langer']);
    });

    for (const config of [withGroups, without])
      it(`are those who have the role when they speak, ${config === without ? 'without' : 'with'} groups configured`, async () => {
        const known = knowing(config);
        const ids = new Set((await known.approvers()).map(({ id }) => id));
        for (const each of everyone)
          assert.equal(ids.has(people[each]), /\bapprover\b/.test(await roleOf(known, people[each])), each);
      });

    it('are remembered for five minutes, and asked for once, however many want to know', async () => {
      const known = knowing(withGroups);
      await Promise.all(Array.from({ length: 20 }, () => known.approvers()));
      clock.advance(5 * minute);
      group().push(people.adele);
      assert.deepEqual(await namesOf(known), ['Megan Bowen', 'Miriam Graham']);
      assert.equal(listed(), 1);
      clock.advance(1);
      assert.deepEqual(await namesOf(known), ['Adele Vance', 'Megan Bowen', 'Miriam Graham']);
    });

    it('are unknown while Microsoft is down, and known right after', async () => {
      const known = knowing(withGroups);
      its.tenant.faults.push({ ...isOut });
      assert.equal(await troubleIn(known.approvers()), 'unreachable');
      assert.deepEqual(await namesOf(known), ['Megan Bowen', 'Miriam Graham']);
      clock.advance(5 * minute + 1);
      its.tenant.faults.push({ ...isOut });
      assert.equal(await troubleIn(known.approvers()), 'unreachable');
    });

    for (const [what, match] of [
      ['roles', '/graph/v1.0/directoryRoles'],
      ['names', '/graph/v1.0/$batch'],
    ] as const)
      it(`are unknown while Microsoft keeps back the ${what} of admins, and nobody waits for long`, async () => {
        const known = knowing(without);
        its.tenant.faults.push({ match, kind: '429', retryAfter: 60, times: 1 });
        const from = clock.now();
        assert.equal(await troubleIn(known.approvers()), 'throttled');
        assert.deepEqual(clock.now(), from);
        assert.deepEqual(await namesOf(known), ['Alex Wilber', 'Isaiah Langer']);
      });
  });

  describe('the standing of a takeover’s people', () => {
    const { adele, megan, miriam, alex, isaiah } = people;
    const takeOut = (id: string): void => void group().splice(group().indexOf(id), 1);
    const remove = (id: string): void => {
      const { company } = its.tenant;
      company.users.delete(id);
      for (const each of [...company.groups, ...company.roles]) each.members = each.members.filter((one) => one !== id);
    };
    const good = { requester: true, out: [] };

    it('is good while nothing has changed', async () => {
      assert.deepEqual(await knowing(withGroups).standingOf(adele, [megan, miriam]), good);
      assert.deepEqual(await knowing(without).standingOf(alex, [isaiah]), good);
      assert.deepEqual(await knowing(withGroups).standingOf(adele, []), good);
    });

    const requesters: [string, () => void][] = [
      ['disabled', () => change('adele', { accountEnabled: false })],
      ['deleted', () => remove(adele)],
      ['a guest by now', () => change('adele', { userType: 'Guest' })],
    ];
    for (const [what, happens] of requesters)
      it(`says that the requester is ${what}`, async () => {
        const known = knowing(withGroups);
        await roleOf(known, adele);
        happens();
        assert.deepEqual(await known.standingOf(adele, [megan, miriam]), { requester: false, out: [] });
      });

    it('does not ask of the requester that they still are an admin, nor an approver', async () => {
      its.tenant.company.roles[0]?.members.splice(0);
      assert.deepEqual(await knowing(withGroups).standingOf(alex, [megan]), good);
    });

    const approvers: [string, () => void][] = [
      ['disabled', () => change('miriam', { accountEnabled: false })],
      ['deleted', () => remove(miriam)],
      ['a guest by now', () => change('miriam', { userType: 'Guest' })],
      ['taken out of the group', () => takeOut(miriam)],
    ];
    for (const [what, happens] of approvers)
      it(`names an approver who is ${what}, whatever is remembered, and no other`, async () => {
        const known = knowing(withGroups);
        await Promise.all([known.approvers(), roleOf(known, miriam)]);
        happens();
        assert.deepEqual(await known.standingOf(adele, [megan, miriam]), { requester: true, out: [miriam] });
      });

    it('holds for an approver who is in the group through another by now', async () => {
      takeOut(miriam);
      group().push(groups.auditors);
      its.tenant.company.groups.find(({ id }) => id === groups.auditors)?.members.push(miriam);
      assert.deepEqual(await knowing(withGroups).standingOf(adele, [megan, miriam]), good);
    });

    const eligibilities = '/graph/v1.0/roleManagement/directory/roleEligibilityScheduleInstances';
    const isEligible = (...ids: string[]): void => {
      const whole = { roleDefinitionId: roleTemplates.billingAdministrator, directoryScopeId: '/' };
      its.tenant.company.eligible = ids.map((principalId) => ({ principalId, ...whole }));
    };
    const lapse = (): void => {
      for (const role of its.tenant.company.roles) role.members = [];
    };

    it('names an approver whose role as admin was removed, since they may not activate it again', async () => {
      const known = knowing(without);
      lapse();
      isEligible(isaiah);
      assert.deepEqual(await known.standingOf(adele, [alex, isaiah]), { requester: true, out: [alex] });
      its.tenant.company.eligible = [
        { principalId: isaiah, roleDefinitionId: roleTemplates.globalReader, directoryScopeId: '/' },
        {
          principalId: isaiah,
          roleDefinitionId: roleTemplates.billingAdministrator,
          directoryScopeId: '/administrativeUnits/7e9a0000-0000-4000-8000-0000000000e1',
        },
      ];
      assert.deepEqual(await known.standingOf(adele, [isaiah]), { requester: true, out: [isaiah] });
    });

    for (const [what, unknown] of [
      ['nobody may ask', () => its.tenant.company.apps[0]?.roles.graph.splice(0, 99, 'Directory.Read.All')],
      [
        'there is no such route',
        () => its.tenant.faults.push({ match: eligibilities, kind: 'status', code: 400, times: 9 }),
      ],
    ] as const)
      it(`names an approver whose role is gone where ${what} who may activate it`, async () => {
        isEligible(alex, isaiah);
        unknown();
        const known = knowing(without);
        assert.deepEqual(await known.standingOf(adele, [alex, isaiah]), good);
        lapse();
        assert.deepEqual(await known.standingOf(adele, [alex, isaiah]), { requester: true, out: [alex, isaiah] });
      });

    it('is unknown, and nobody out, while Microsoft is down where it is asked who may activate the role', async () => {
      lapse();
      its.tenant.faults.push({ match: eligibilities, kind: 'status', code: 503, times: 99 });
      assert.equal(await troubleIn(knowing(without).standingOf(adele, [isaiah])), 'unreachable');
    });

    it('does not ask who may activate a role where a group approves', async () => {
      lapse();
      isEligible(miriam);
      takeOut(miriam);
      assert.deepEqual(await knowing(withGroups).standingOf(adele, [miriam]), { requester: true, out: [miriam] });
    });

    it('holds where admins approve and the role has lapsed since, but not for an account that is gone', async () => {
      const known = knowing(without);
      isEligible(alex, isaiah);
      lapse();
      assert.deepEqual(await known.standingOf(adele, [alex, isaiah]), good);
      change('isaiah', { accountEnabled: false });
      remove(alex);
      assert.deepEqual(await known.standingOf(adele, [alex, isaiah]), { requester: true, out: [alex, isaiah] });
    });

    for (const [what, match] of [
      ['the accounts', ({ path }: { path: string }) => path.endsWith(`/users/${miriam}`)],
      ['the groups', ({ path }: { path: string }) => path.endsWith('/checkMemberGroups')],
      ['everything', ({ path }: { path: string }) => path.startsWith('/graph')],
    ] as const)
      it(`is unknown, not good, while Microsoft keeps back ${what}`, async () => {
        its.tenant.faults.push({ match, kind: 'status', code: 503, times: 99 });
        assert.equal(await troubleIn(knowing(withGroups).standingOf(adele, [megan, miriam])), 'unreachable');
      });
  });
});

describe('roles in a conversation', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());
  /** What was remembered of anyone is forgotten. */
  beforeEach(() => world.clock.advance(6 * minute));

  const tenant = (): Tenant => world.tenant;

  it('are refused in words while Microsoft is down, and back right after', async () => {
    const { alex } = world.people;
    tenant().faults.push({ match: '/graph', kind: 'status', code: 503, times: 2 });
    assert.match(
      await alex.ask('purchases'),
      /I can’t check your roles with Microsoft right now, so I’m showing nothing/,
    );
    tenant().faults.length = 0;
    assert.match(await alex.ask('purchases'), /^Self-service purchases to decide/);
  });

  it('[48] a guest is refused, though their name is the admin’s', async () => {
    const card = await world.people.guestAlex.ask('purchases');
    assert.match(card, /only work for people in this organisation/);
    assert.doesNotMatch(card, /P-\d|Power BI/);
  });

  for (const who of ['diego', 'grady', 'forgotten'] as const)
    it(`${who}, whose account is disabled or gone, is refused`, async () => {
      const card = await world.people[who].ask('purchases');
      assert.match(card, /I can’t find your account/);
      assert.doesNotMatch(card, /P-\d|Power BI/);
    });

  it('someone of another organisation gets no answer at all', async () => {
    const stranger = world.teams.person({
      id: '99999999-0000-4000-8000-000000000001',
      name: 'Mallory',
      tenantId: '99999999-0000-4000-8000-0000000000ff',
      installed: true,
    });
    const { status } = await stranger.say('purchases');
    assert.equal(status, 403);
    assert.equal(stranger.inbox().length, 0);
  });

  it('someone of another organisation in a shared channel is refused, and shown nothing', async () => {
    const { alex } = world.people;
    const name = 'Alex Wilber';
    const tenantId = '99999999-0000-4000-8000-0000000000ff';
    const mallory = world.teams.person({ id: '99999999-0000-4000-8000-000000000002', name, tenantId });
    const team = world.teams.team({ name: 'With partners', members: [alex, mallory] });
    await team.install(alex);
    for (const text of ['purchases', 'whoami', 'notify on alerts', 'approve TK-1']) {
      const before = team.general.posts.length;
      const { status } = await mallory.say(text, { in: team.general, mention: true });
      assert.equal(status, 200);
      const said = team.general.posts
        .slice(before)
        .map((post) => JSON.stringify(post))
        .join();
      assert.match(said, /I can’t find your account/, text);
      assert.doesNotMatch(said, /P-\d|Power BI|administrator|approver/, text);
    }
    assert.equal(mallory.inbox().length, 0);
  });

  it('Check again sees a role that was granted a second ago', async () => {
    const { adele } = world.people;
    assert.match(await adele.ask('whoami'), /Adele Vance, you are a colleague\./);
    const role: Role = 'viewer';
    tenant()
      .company.groups.find(({ id }) => id === groups.viewers)
      ?.members.push(people.adele);
    world.clock.advance(1_000);
    await adele.press('Check again');
    assert.match(adele.card(), new RegExp(`you are a ${role}`));
    assert.match(await adele.ask('purchases'), /^Self-service purchases to decide/);
  });

  it('a role taken away is gone after five minutes', async () => {
    const { patti } = world.people;
    assert.match(await patti.ask('purchases'), /^Self-service purchases to decide/);
    const group = tenant().company.groups.find(({ id }) => id === groups.viewers);
    group?.members.splice(group.members.indexOf(people.patti), 1);
    world.clock.advance(5 * minute + 1);
    assert.doesNotMatch(await patti.ask('purchases'), /^Self-service purchases to decide/);
  });

  it('Check again while Microsoft is down says so, and grants nothing', async () => {
    const { lee } = world.people;
    await lee.ask('whoami');
    tenant().faults.push({ match: '/graph', kind: 'status', code: 503, times: 2 });
    await lee.press('Check again');
    assert.match(lee.card(), /someone I couldn’t check/);
    tenant().faults.length = 0;
  });
});
