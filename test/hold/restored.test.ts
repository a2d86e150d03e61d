/** A store that came from a backup: it may want to say and do again what was said and done long since. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeBackup } from '../../store/file/backup.ts';
import { Folder } from '../../store/file/folder.ts';
import { restore } from '../../store/file/restore.ts';
import { holdOf } from '../../store/hold.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { type Company, company, type Subscription } from '../stand-ins/tenant/index.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { day, minute } from '../world/clock.ts';
import { buyVisio, purchaseOf, requested } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a restored store', () => {
  let world: World;
  let its: Company;
  let subscription: Subscription;
  let place: string;
  const { says, sees, settles, passes } = actsIn(() => world);
  const folder = () => new Folder(join(place, 'store'), fs, () => undefined);
  const backup = () => takeBackup(folder(), join(place, 'backup'), world.clock.now());
  /** The machine is lost, and Purser starts on what the backup holds. */
  const restored = async (): Promise<void> => {
    await world.purser.stop();
    world.purser.stop = async () => undefined;
    await restore(folder(), join(place, 'backup'), world.clock.now());
    await world.restart();
  };

  beforeEach(async () => {
    place = await fs.mkdtemp(join(tmpdir(), 'purser-restored-'));
    its = company({ now: new Date('2026-11-17T09:15:00Z') });
    subscription = buyVisio(its);
    world = await openWorld({ company: its, environment: { STORE: `file:${join(place, 'store')}` } });
    await says(world.people.alex, 'notify on alerts');
    await says(world.people.adele, 'hello');
  });
  afterEach(async () => {
    await world.close();
    await fs.rm(place, { recursive: true, force: true });
  });

  /** Adele is asked to cancel, and a rule is to be changed; none of it is out yet when the backup is taken. */
  async function waiting(): Promise<string> {
    const { alex } = world.people;
    await world.purser.outbox.stop();
    await world.purser.jobs.stop();
    const { id } = purchaseOf(world, subscription);
    await says(alex, `classify ${id} self-service`);
    await says(alex, `ask ${id} because we own it`);
    await alex.press(confirming);
    await says(alex, 'block visio plan 1 because we own it');
    await alex.press(confirming);
    return id;
  }
  const toAdele = () => world.people.adele.inbox().filter((post) => /Alex Wilber/.test(world.people.adele.card(post)));
  const writes = () => world.tenant.requests.filter(({ method }) => method === 'PUT').length;

  it('begins on hold, says so, and neither says nor does again what was said and done after the backup', async () => {
    await waiting();
    await backup();
    await world.restart();
    await settles();
    assert.deepEqual([toAdele().length, writes()], [1, 1]);
    world.clock.advance(2 * day);
    await restored();
    const { alex } = world.people;
    await settles();
    await passes();
    assert.deepEqual([toAdele().length, writes()], [1, 1]);
    const { troubles } = (await (await fetch(`http://127.0.0.1:${world.purser.port}/ready`)).json()) as {
      troubles: string[];
    };
    assert.match(troubles.join(), /on hold: restored/);
    assert.ok(world.logged.some(({ msg, why }) => String(msg).startsWith('on hold') && why === 'restored'));
    assert.match(await says(alex, 'hello'), /^On hold since .*restored from a backup \(.*“resume”/);
    const preview = await says(alex, 'resume');
    assert.match(preview, /Messages from before the restore\n\d+ messages?, most likely sent already/);
    assert.match(preview, /Rule change CH-1: 0 of 1 done/);
    world.clock.advance(10_000);
    await alex.press(/^Resume without/);
    assert.match(sees(alex), /^Purser goes on[\s\S]*sent again/);
    await settles();
    assert.deepEqual([toAdele().length, writes()], [1, 1], 'the rule was found as it is wanted');
    assert.equal(holdOf(world.purser.store), undefined);
    assert.match(await says(alex, 'audit'), /Purser goes on[\s\S]*Restored from a backup/);
  });

  it('shows what has changed at Microsoft since the backup, and sends the old messages where an admin wants that', async () => {
    const id = await waiting();
    await requested(world, purchaseOf(world, subscription));
    await backup();
    subscription.status = 'Deleted';
    world.clock.advance(2 * day);
    await restored();
    const { alex } = world.people;
    const preview = await says(alex, 'resume');
    assert.match(
      preview,
      new RegExp(
        `What has changed at Microsoft\\nTK-1 · Visio Plan 2\\nits purchase has ended[\\s\\S]*${id} · Visio Plan 2`,
      ),
    );
    const before = world.people.alex.inbox().length;
    world.clock.advance(10_000);
    await alex.press(/^Resume and send/);
    assert.match(sees(alex), /^Purser goes on/);
    await settles();
    await settles();
    assert.equal(world.purser.store.get('takeovers', 'TK-1')?.state, 'withdrawn');
    assert.ok(world.people.alex.inbox().length > before);
  });

  const announced = (person: Person): string[] =>
    person
      .inbox()
      .map((post) => person.card(post))
      .filter((card) => /^Purser is on hold after a restore/.test(card));
  /** Its clock goes on, and nobody says anything. */
  const half = async (): Promise<void> => {
    for (let each = 0; each < 5; each++) await settles();
  };

  it('is told by one card to those who asked for alerts: what is held, what has changed, and how to go on; and nothing else', async () => {
    const { alex, adele } = world.people;
    const team = world.teams.team({ name: 'Procurement', members: [alex] });
    await team.install(alex);
    await alex.say('notify on alerts', { in: team.general, mention: true });
    await settles();
    await waiting();
    await requested(world, purchaseOf(world, subscription));
    await backup();
    subscription.status = 'Deleted';
    await restored();
    await world.purser.sync.run();
    const before = [alex, adele].map((person) => person.inbox().length);
    await half();
    const [card = '', ...more] = announced(alex);
    assert.deepEqual(more, []);
    assert.match(card, /restored from a backup \(.*2026/);
    assert.match(card, /What I’m holding back\n\d+ messages? from before the restore, most likely sent already/);
    assert.match(
      card,
      /1 piece of work to be continued[\s\S]*1 takeover whose[\s\S]*changed at Microsoft since the backup/,
    );
    assert.match(card, /Type “resume”/);
    const there = team.general.posts.filter(({ from }) => from === 'bot').map((post) => alex.card(post));
    assert.equal(there.filter((each) => /on hold after a restore/.test(each)).length, 1);
    assert.doesNotMatch(there.join(), /Adele/);
    assert.deepEqual(
      [alex, adele].map((person) => person.inbox().length),
      [(before[0] ?? 0) + 1, before[1]],
    );
    await world.restart();
    await half();
    assert.equal(announced(alex).length, 1, 'said once, however often Purser is started');
    await alex.press('Resume');
    world.clock.advance(10_000);
    await alex.press(/^Resume without/);
    await half();
    assert.deepEqual(announced(alex), [], 'it says by then that this is over');
    assert.ok(alex.inbox().some((post) => /^Purser goes on\nMy records were restored/.test(alex.card(post))));
  });

  it('is told to admins who are known, where no chat asked for alerts; not to somebody who is one no more, nor to colleagues', async () => {
    const { alex, isaiah, adele } = world.people;
    await says(alex, 'notify off alerts');
    await says(isaiah, 'notify on approvals');
    await says(isaiah, 'notify off approvals');
    await backup();
    for (const role of its.roles) role.members = role.members.filter((id) => id !== isaiah.id);
    await restored();
    world.clock.advance(2 * minute);
    await half();
    assert.deepEqual(
      [alex, isaiah, adele].map((person) => announced(person).length),
      [1, 0, 0],
    );
  });

  it('that was paused when the backup was taken, and restored twice, gives back all of that time', async () => {
    const { alex } = world.people;
    await requested(world, purchaseOf(world, subscription));
    await says(world.people.isaiah, 'pause everything');
    const { decideBy = '' } = world.purser.store.get('takeovers', 'TK-1') ?? {};
    for (let each = 0; each < 2; each++) {
      world.clock.advance(day);
      await backup();
      await restored();
    }
    world.clock.advance(day);
    await world.purser.sync.run();
    await says(alex, 'resume');
    world.clock.advance(10_000);
    await alex.press(/^Resume without/);
    assert.equal(holdOf(world.purser.store), undefined);
    const later = Date.parse(world.purser.store.get('takeovers', 'TK-1')?.decideBy ?? '') - Date.parse(decideBy);
    assert.ok(later >= 5 * day, `three working days and a weekend, not later by ${later / day} days`);
  });

  it('is told in French to who reads French', async () => {
    const { alex, isaiah } = world.people;
    await says(alex, 'notify off alerts');
    await says(isaiah, 'notifications activer approbations', 'fr-FR');
    await backup();
    await restored();
    await half();
    assert.match(sees(isaiah), /^Purser est en suspens après une restauration[\s\S]*Tapez « reprendre »/);
  });

  it('is not let go on before Microsoft was asked, nor by a restart', async () => {
    await waiting();
    await backup();
    await restored();
    world.tenant.faults.push({
      match: 'GET /graph/v1.0/directory/subscriptions',
      kind: 'status',
      code: 403,
      times: 99,
    });
    await world.restart();
    assert.ok(holdOf(world.purser.store));
    const preview = await says(world.people.alex, 'resume');
    assert.match(preview, /I couldn’t read everything at Microsoft \(/);
    world.tenant.faults.length = 0;
  });
});
