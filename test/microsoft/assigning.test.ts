/** Licences read, given and taken through the gateway. */
import assert from 'node:assert/strict';
import { type Assigned, type LicenceFacts, MicrosoftFailed } from '../../bot/microsoft/commerce.ts';
import type { Trouble } from '../../store/records.ts';
import { type Fault, groups, type Licence, people, skus, type User } from '../stand-ins/tenant/index.ts';
import { asked, assertNoSecret, fails, gatewayTo, graph, troubleIn, useGateway } from './fixture.ts';

const visio = skus.visio2.id;
const batches = `${graph}/$batch`;
const isAssigning = ({ path }: { path: string }): boolean => path.endsWith('/assignLicense');
const of = (person: string) => `${graph}/users/${person}/assignLicense`;

describe('licences', () => {
  const its = useGateway();
  const user = (id: string): User => its.tenant.company.users.get(id) ?? assert.fail(id);
  const licence = (more: Partial<Licence> = {}): Licence => ({
    ...{ skuId: visio, group: null, since: '2026-01-01T00:00:00Z', from: null },
    ...more,
  });
  const own = (id: string): Licence[] => user(id).licences.filter(({ skuId }) => skuId === visio);
  const without = (...ids: string[]): void => {
    for (const id of ids) user(id).licences = user(id).licences.filter(({ skuId }) => skuId !== visio);
  };
  const calls = () => asked(its.tenant, /\/assignLicense$/).length;
  const assign = (...ids: string[]) => its.commerce.assign(visio, ids);
  const unassign = (...ids: string[]) => its.commerce.unassign(visio, ids);
  const grant = (...roles: string[]): void => {
    const [app] = its.tenant.company.apps;
    assert.ok(app);
    app.roles.graph = roles;
  };
  const colleagues = (count: number): string[] =>
    [...its.tenant.company.users.values()]
      .filter(({ usageLocation, licences }) => usageLocation && !licences.some(({ skuId }) => skuId === visio))
      .slice(0, count)
      .map(({ id }) => id);
  /** So many people can still be given one. */
  const seats = (free: number): void => {
    const { users, subscriptions } = its.tenant.company;
    const used = [...users.keys()].filter((id) => own(id).length > 0).length;
    const pool = subscriptions.find(({ skuId, ownerType }) => skuId === visio && ownerType === 'Tenant');
    (pool ?? assert.fail()).totalLicenses = used + free;
  };

  describe('as they are read', () => {
    const heldOf = async (id: string): Promise<LicenceFacts['licences'][number] | undefined> =>
      (await its.commerce.licencesOf([id], [visio]))[0]?.licences[0];

    const table: [string, Partial<Licence>[], string, string | null][] = [
      ['nothing', [], 'none', null],
      ['a direct one', [{}], 'direct', null],
      ['one through a group', [{ group: groups.designers }], 'group', null],
      ['both', [{}, { group: groups.designers }], 'both', null],
      ['one a group can’t give', [{ group: groups.designers, error: 'CountViolation' }], 'error', 'CountViolation'],
      [
        'a direct one beside one a group can’t give',
        [{}, { group: groups.designers, error: 'MutuallyExclusiveViolation' }],
        'direct',
        'MutuallyExclusiveViolation',
      ],
    ];
    for (const [what, given, held, error] of table)
      it(`are ${held} for who has ${what}`, async () => {
        without(people.adele);
        user(people.adele).licences.push(...given.map(licence));
        const listed = held !== 'none' && held !== 'error';
        assert.deepEqual(await heldOf(people.adele), { sku: visio, held, error, listed });
      });

    it('come with usage location and account, for each product asked about, of those who are there', async () => {
      const found = await its.commerce.licencesOf([people.bare, people.diego, people.grady], [skus.copilot.id, visio]);
      assert.deepEqual(
        found
          .sort((a, b) => a.person.localeCompare(b.person))
          .map(({ person, usageLocation, enabled, licences }) => [
            ...[person, usageLocation, enabled],
            licences.map(({ sku }) => sku),
          ]),
        [
          [people.diego, 'US', false, [skus.copilot.id, visio]],
          [people.bare, null, true, [skus.copilot.id, visio]],
        ],
      );
    });

    it('are asked for three hundred people at a time', async () => {
      const everyone = [...its.tenant.company.users.keys()];
      assert.equal((await its.commerce.licencesOf(everyone, [visio])).length, everyone.length);
      assert.equal(asked(its.tenant, batches).length, Math.ceil(everyone.length / 300));
      assert.deepEqual(await its.commerce.licencesOf([], [visio]), []);
    });
  });

  describe('as they are given and taken', () => {
    beforeEach(() => without(people.adele, people.megan, people.alex));

    it('[16] reach everyone asked for, and nobody else', async () => {
      const before = structuredClone(its.tenant.company.users);
      assert.deepEqual(
        [...(await assign(people.adele, people.megan))],
        [
          [people.adele, 'done'],
          [people.megan, 'done'],
        ],
      );
      assert.deepEqual([own(people.adele).length, own(people.megan).length], [1, 1]);
      assert.deepEqual([...(await unassign(people.megan, people.adele)).values()], ['done', 'done']);
      assert.deepEqual(its.tenant.company.users, before);
    });

    it('are as they should be already for who has one, or has none: nothing is asked', async () => {
      user(people.adele).licences.push(licence({ disabledPlans: ['0f9b09cb-62d1-4ff4-9129-43f4996f83f4'] }));
      user(people.megan).licences.push(licence({ group: groups.designers }));
      const before = structuredClone(its.tenant.company.users);
      assert.deepEqual([...(await assign(people.adele, people.megan)).values()], ['already', 'already']);
      assert.deepEqual([...(await unassign(people.alex)).values()], ['already']);
      assert.deepEqual(its.tenant.company.users, before, 'switched-off plans stay off');
      assert.equal(calls(), 0);
    });

    it('take one read and one write for twenty people, each of them once', async () => {
      seats(100);
      const twenty = colleagues(20);
      assert.deepEqual(new Set((await assign(...twenty)).values()), new Set(['done']));
      assert.deepEqual([asked(its.tenant, batches).length, calls()], [2, 20]);
      await assign(...twenty);
      assert.equal(calls(), 20);
      await assert.rejects(assign(...colleagues(21)), RangeError);
      const [first = ''] = colleagues(1);
      assert.deepEqual([...(await assign(first, first))], [[first, 'done']]);
      assert.equal(calls(), 21);
    });

    const refusals: [string, () => Promise<Assigned | undefined>, Trouble, RegExp][] = [
      [
        'the seats run out',
        async () => {
          seats(0);
          return (await assign(people.adele)).get(people.adele);
        },
        'refused',
        /does not have any available licenses\.$/,
      ],
      [
        'somebody has no usage location',
        async () => (await assign(people.bare)).get(people.bare),
        'refused',
        /^License assignment cannot be done for user with invalid usage location\.$/,
      ],
      [
        'plans exclude each other',
        async () => {
          const plans: [string, string] = ['902b47e5-dcb2-4fdc-858b-c63a90a2bdb9', visio];
          its.tenant.company.exclusivePlans.push({ plans, skus: [visio, skus.powerBiProDept.id] });
          return (await assign(people.adele)).get(people.adele);
        },
        'refused',
        /^License assignment failed because service plans .+ are mutually exclusive\.$/,
      ],
      [
        'it came through a group',
        async () => {
          user(people.adele).licences.push(licence({ group: groups.designers }));
          return (await unassign(people.adele)).get(people.adele);
        },
        'refused',
        /^User license is inherited from a group membership/,
      ],
      [
        '[15] somebody bought it for themselves',
        async () => (await its.commerce.unassign(skus.powerBiProDept.id, [people.adele])).get(people.adele),
        'refused',
        /part of a self-service purchase/,
      ],
      // Microsoft's own sentence names nobody but by their id, so it is Purser's reason that is shown.
      ['somebody left', async () => (await assign(people.grady)).get(people.grady), 'refused', /^left-organisation$/],
      [
        'Purser may not',
        async () => {
          grant('Directory.Read.All');
          return (await assign(people.adele)).get(people.adele);
        },
        'no-permission',
        /^Insufficient privileges to complete the operation\.$/,
      ],
    ];
    for (const [when, act, trouble, words] of refusals)
      it(`are refused in Microsoft’s own words where ${when}`, async () => {
        const outcome = await act();
        assert.ok(typeof outcome === 'object' && 'trouble' in outcome, String(outcome));
        assert.equal(outcome.trouble, trouble);
        assert.match(outcome.words ?? '', words);
        assertNoSecret(outcome);
      });

    it('fail for one person without failing for the others', async () => {
      const outcomes = await assign(people.bare, people.adele, people.forgotten, people.megan);
      assert.deepEqual(
        [...outcomes].map(([person, outcome]) => [person, typeof outcome]),
        [
          [people.bare, 'object'],
          [people.adele, 'string'],
          [people.forgotten, 'object'],
          [people.megan, 'string'],
        ],
      );
      assert.deepEqual([own(people.adele).length, own(people.megan).length], [1, 1]);
    });

    it('go to as many as there are seats, and the others are told that there are none', async () => {
      const twenty = colleagues(20);
      const free = 7;
      seats(free);
      const outcomes = [...(await assign(...twenty)).values()];
      assert.equal(outcomes.filter((each) => each === 'done').length, free);
      assert.equal(outcomes.filter((each) => typeof each === 'object' && 'trouble' in each).length, 20 - free);
    });

    const passing: [string, Fault, Assigned][] = [
      [
        'a 429 that says when',
        { match: of(people.adele), kind: '429', retryAfter: 7 },
        { again: 'throttled', retryAfter: 7_000 },
      ],
      ['a 429 that doesn’t', { match: of(people.adele), kind: '429' }, { again: 'throttled', retryAfter: null }],
      [
        'a 503',
        { match: of(people.adele), kind: 'status', code: 503, retryAfter: 2 },
        { again: 'unreachable', retryAfter: 2_000 },
      ],
      [
        'another change to the directory',
        { match: of(people.adele), kind: 'status', code: 409 },
        { again: 'throttled', retryAfter: null },
      ],
    ];
    for (const [what, fault, expected] of passing)
      it(`are to be asked for again after ${what} within the batch, and the others are not asked twice`, async () => {
        fails(its, fault);
        const outcomes = await assign(people.adele, people.megan);
        assert.deepEqual([outcomes.get(people.adele), outcomes.get(people.megan)], [expected, 'done']);
        assert.deepEqual([its.waits, calls()], [[], 2]);
        assert.deepEqual([...(await assign(people.adele, people.megan)).values()], ['done', 'already']);
        assert.equal(calls(), 3);
      });

    const isWriting = ({ path, body }: { path: string; body: string }) =>
      path === batches && /assignLicense/.test(body);
    const outer: [string, Fault][] = [
      ['a 429', { match: isWriting, kind: '429', retryAfter: 7 }],
      ['a 503', { match: isWriting, kind: 'status', code: 503 }],
      ['a connection cut before the work', { match: isWriting, kind: 'reset-before' }],
      ['a connection cut after the work', { match: isWriting, kind: 'reset-after' }],
      ['half an answer', { match: isWriting, kind: 'half-page' }],
    ];
    for (const [what, fault] of outer)
      it(`are asked for again after ${what} of the whole batch, and given once`, async () => {
        fails(its, fault);
        assert.deepEqual([...(await assign(people.adele, people.megan)).values()], ['done', 'done']);
        assert.deepEqual([own(people.adele).length, own(people.megan).length], [1, 1]);
        assert.equal(its.waits.length, 1);
      });

    it('are taken once, and found so, after a connection that was cut after the work', async () => {
      await assign(people.adele);
      fails(its, { match: isWriting, kind: 'reset-after' });
      assert.deepEqual([...(await unassign(people.adele)).values()], ['already']);
      assert.deepEqual(own(people.adele), []);
    });

    it('of nobody are known where all of it lasts', async () => {
      fails(its, { match: isWriting, kind: 'status', code: 503, times: 99 });
      assert.equal(await troubleIn(assign(people.adele)), 'unreachable');
      assert.equal(asked(its.tenant, batches).length, 6, 'one read, five tries');
      fails(its, { match: ({ path }) => path === batches, kind: 'reset-before', times: 99 });
      const error: unknown = await assign(people.adele).catch((reason: unknown) => reason);
      assert.ok(error instanceof MicrosoftFailed);
      assertNoSecret(error);
    });

    it('are given at once where the permission was granted a moment ago', async () => {
      grant('Directory.Read.All');
      await its.commerce.seats();
      grant('Directory.Read.All', 'LicenseAssignment.ReadWrite.All');
      assert.deepEqual([...(await assign(people.adele)).values()], ['done']);
    });

    const tokens = () => asked(its.tenant, /\/oauth2\/v2\.0\/token$/).length;
    const bought = skus.powerBiProDept.id;

    it('that a 403 keeps are told as Microsoft’s refusal where the token bears the permission, and no other token is asked for', async () => {
      its.tenant.company.selfServiceSeats = 'denied';
      await its.commerce.seats();
      const before = tokens();
      const refused = { trouble: 'despite-permission', words: null };
      assert.deepEqual(
        [...(await its.commerce.unassign(bought, [people.adele, people.joni])).values()],
        [refused, refused],
      );
      assert.deepEqual([...(await its.commerce.assign(bought, [people.megan])).values()], [refused]);
      assert.equal(tokens(), before);
      assert.equal(calls(), 3, 'each is asked once');
    });

    it('that a 403 keeps are told in Microsoft’s own words, unless they speak of the permission that is there', async () => {
      fails(its, { match: of(people.adele), kind: 'status', code: 403 });
      const outcome = (await its.commerce.unassign(bought, [people.adele])).get(people.adele);
      assert.deepEqual(outcome, { trouble: 'despite-permission', words: 'Try again later.' });
    });

    it('are asked for with another token, and told as wanting the permission, where the token has none', async () => {
      its.tenant.company.selfServiceSeats = 'denied';
      grant('Directory.Read.All');
      await its.commerce.seats();
      const before = tokens();
      const outcome = (await its.commerce.unassign(bought, [people.adele])).get(people.adele);
      assert.ok(typeof outcome === 'object' && 'trouble' in outcome);
      assert.deepEqual([outcome.trouble, tokens() - before], ['no-permission', 1]);
    });

    it('keep within what Microsoft takes in 150 seconds once it says so', async () => {
      seats(5_000);
      const before = calls();
      for (let n = 0; n < 150; n++) {
        fails(its, { match: isAssigning, kind: 'lie', times: 20 });
        await assign(...colleagues(20));
      }
      assert.equal(calls() - before, 3_000);
      const [first = ''] = colleagues(1);
      const outcome = (await assign(first)).get(first);
      assert.deepEqual(outcome, { again: 'throttled', retryAfter: 150_000 });
      its.later(150_000);
      its.tenant.faults.splice(0);
      assert.equal((await assign(first)).get(first), 'done');
    });

    it('are told to the metrics one by one, without ids', async () => {
      its.observed.splice(0);
      await assign(people.adele, people.bare);
      assert.deepEqual(its.observed, [
        ...['/$batch 200', '/$batch 200'],
        ...['/users/{id}/assignLicense 200', '/users/{id}/assignLicense 400'],
      ]);
    });

    it('are found whatever the letters of an id', async () => {
      its.commerce = gatewayTo(its.tenant, its);
      const [upper, sku] = [people.adele.toUpperCase(), visio.toUpperCase()];
      assert.deepEqual([...(await its.commerce.assign(sku, [upper]))], [[upper, 'done']]);
      assert.deepEqual([...(await its.commerce.assign(sku, [upper]))], [[upper, 'already']]);
    });
  });
});
