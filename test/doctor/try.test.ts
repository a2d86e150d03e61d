/** What the doctor tries out with one test user, beside a Purser that runs: only what was typed, and what is learnt by it. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runDoctor } from '../../bot/doctor/run.ts';
import type { Terminal } from '../../bot/doctor/try/terminal.ts';
import { readLearnt } from '../../store/learnt.ts';
import { company } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { buyVisio, purchaseOf, requested } from '../world/takeovers.ts';
import { environmentOf, openWorld, type World } from '../world/world.ts';
import { doctor } from './patient.ts';

describe('the doctor, trying out', () => {
  let world: World;
  let tester: string;
  let subscription: ReturnType<typeof buyVisio>;
  beforeEach(async () => {
    const its = company({ now: new Date('2026-11-17T09:15:00Z') });
    subscription = buyVisio(its);
    world = await openWorld({ company: its });
    tester = its.users.get(world.people.adele.id)?.userPrincipalName ?? assert.fail();
  });
  afterEach(() => world.close());
  const { says, settles } = actsIn(() => world);

  const environment = (): Record<string, string> => ({
    ...environmentOf(world.tenant, world.teams),
    STORE: `file:${world.folder}`,
  });
  /** Somebody at a terminal, who types this. @returns what they read */
  async function typing(...typed: string[]): Promise<{ code: number; read: string }> {
    const read: string[] = [];
    const at: Terminal = {
      isManned: true,
      say: (text) => void read.push(text),
      async ask(question) {
        read.push(question);
        return typed.shift();
      },
    };
    const code = await runDoctor(['--try', tester], environment(), at);
    return { code, read: read.join('\n') };
  }
  const licences = (): string => JSON.stringify(world.tenant.company.users.get(world.people.adele.id)?.licences);
  const rules = (): string => JSON.stringify(world.tenant.company.products);
  const changes = (): string[] =>
    world.tenant.requests
      .filter(({ method, path }) => method === 'PUT' || path.endsWith('/assignLicense'))
      .map(({ method, path }) => `${method} ${path.split('/').at(-1)}`);

  for (const [seats, status] of [
    ['locked', 400],
    ['denied', 403],
  ] as const)
    it(`keeps that Microsoft refused with ${status}, and that a rule could be set, and Purser says so on its cards`, async () => {
      world.tenant.company.selfServiceSeats = seats;
      const before = [licences(), rules()];
      const { alex, megan } = world.people;
      await says(alex, 'notify on approvals');
      await requested(world, purchaseOf(world, subscription));
      await settles();
      const details = async (): Promise<string> => {
        await says(megan, 'approval TK-1');
        await megan.press('More');
        return megan.card();
      };
      assert.match(await details(), /Microsoft is expected not to let anyone remove these one by one/);
      const { code, read } = await typing(tester, 'set');
      assert.match(read, RegExp(`Microsoft refused \\(${status}\\), as expected\\. Nothing was changed`));
      assert.match(read, /Expected: Microsoft refuses, and nothing changes\./);
      assert.match(read, /loses the seat and its access for a moment: I give it back at once/);
      assert.equal(code, 0, read);
      assert.deepEqual([licences(), rules()], before);
      assert.equal(changes().length, 2);
      const { 'departmental-seat': seat, rule } = readLearnt(world.folder);
      assert.deepEqual([seat?.outcome, seat?.status, rule?.outcome], ['refused', status, 'allowed']);
      const kept = await readFile(join(world.folder, 'learnt.json'), 'utf8');
      assert.ok(!kept.includes('@') && !kept.includes(world.people.adele.id));
      const shown = await says(alex, 'status');
      assert.match(shown, /Removing a “for departments” seat/);
      assert.match(shown, /Microsoft refused to remove one by itself, seen on \d+ \w+ \d{4}\./);
      assert.match(shown, /Microsoft let me set one, seen on/);
      assert.match(await details(), /Microsoft refused to remove one by itself, seen on/);
    });

  it('gives back at once what Microsoft took all the same', async () => {
    world.tenant.company.selfServiceSeats = 'open';
    const count = () => JSON.parse(licences()).length;
    const before = count();
    const { code, read } = await typing(tester, '');
    assert.match(read, /Microsoft took the seat, and .* has it back/);
    assert.equal(code, 0, read);
    assert.equal(count(), before);
    assert.equal(readLearnt(world.folder)['departmental-seat']?.outcome, 'allowed');
    assert.deepEqual(changes(), ['POST assignLicense', 'POST assignLicense']);
  });

  it('does nothing of what nobody typed, or typed otherwise', async () => {
    for (const typed of [[], ['yes', 'y'], [`${tester}x`, 'Enabled']]) {
      const { code, read } = await typing(...typed);
      assert.equal(code, 0, read);
      assert.equal(read.match(/Left out\. Nothing was changed\./g)?.length, 2);
    }
    assert.deepEqual(changes(), []);
    assert.deepEqual(readLearnt(world.folder), {});
  });

  it('leaves out what the permission is missing for, or what there is no seat for', async () => {
    const [app] = world.tenant.company.apps;
    assert.ok(app);
    app.roles.licensing = ['Policy.Read.AllowSelfServicePurchase'];
    for (const user of world.tenant.company.users.values()) user.licences = [];
    const { read } = await typing(tester, 'set');
    assert.match(read, /has no seat of their own of a “for departments” product/);
    assert.match(read, /without Policy\.ReadWrite\.AllowSelfServicePurchase Microsoft would refuse in any case/);
    tester = 'nobody@contoso.example';
    const stranger = await typing(tester, 'set');
    assert.equal(stranger.code, 1);
    assert.match(stranger.read, /nobody here signs in as nobody@contoso\.example/);
    assert.deepEqual(changes(), []);
  });

  it('is refused where nobody can type, and under READ_ONLY, before anybody is asked', async () => {
    const asked = world.tenant.requests.length;
    const piped = await doctor(environment(), '--try', tester);
    assert.deepEqual([piped.code, piped.out], [2, '']);
    assert.match(piped.err, /each act has to be confirmed by somebody who types it/);
    const readOnly = await doctor({ ...environment(), READ_ONLY: '1', LANGUAGE: 'fr' }, '--try', tester);
    assert.equal(readOnly.code, 2);
    assert.match(readOnly.err, /Rien n’est essayé : READ_ONLY est défini/);
    assert.equal(world.tenant.requests.length, asked);
  });
});
