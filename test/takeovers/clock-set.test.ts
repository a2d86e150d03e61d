/** The clock on the wall is set while Purser runs: it measures no duration, and nobody loses the time they had by it. */
import assert from 'node:assert/strict';
import { steadyClock } from '../../bot/clock.ts';
import { createExports } from '../../bot/exports/file-cache.ts';
import { createWritePace } from '../../bot/microsoft/write-pace.ts';
import { createPace } from '../../bot/teams/pace.ts';
import { notify } from '../../store/notices.ts';
import type { Takeover } from '../../store/records.ts';
import { type Company, company, type Subscription } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { day, minute, testClock } from '../world/clock.ts';
import { buyVisio, holdersAt, purchaseOf, requested, target } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

const year = 365 * day;

describe('a clock that is set', () => {
  let world: World;
  let its: Company;
  let subscription: Subscription;
  const { says, sees, settles, passes } = actsIn(() => world);
  const taken = (): Takeover => world.purser.store.get('takeovers', 'TK-1') ?? assert.fail('no takeover');
  const warned = (): string[] =>
    world.logged.map(({ msg }) => String(msg)).filter((each) => /clock on the wall/.test(each));

  describe('while somebody’s notice period runs,', () => {
    beforeEach(async () => {
      its = company({ now: new Date('2026-11-17T09:15:00Z') });
      subscription = buyVisio(its, { holders: 4, free: 30 });
      world = await openWorld({ company: its });
      await says(world.people.isaiah, 'notify on alerts');
      await says(world.people.alex, 'notify on approvals');
      await requested(world, purchaseOf(world, subscription));
      await settles();
      await says(world.people.megan, 'approve TK-1');
      await settles();
    });
    afterEach(() => world.close());

    it('thirty days ahead for some seconds ends no notice and moves nobody, and nothing stands still afterwards', async () => {
      const { notBefore } = taken();
      world.clock.jump(30 * day);
      await settles();
      world.clock.advance(5_000);
      await settles();
      world.clock.jump(-30 * day);
      await settles();
      assert.deepEqual([taken().state, taken().notBefore], ['approved', notBefore]);
      assert.deepEqual(holdersAt(its, target.sku), []);
      assert.match(warned().join(), /was set.*right time again/);
      await passes(4 * day);
      assert.equal(taken().state, 'waiting');
    });

    it('ahead for good counts as an absence: the notice is as long as it was, and it is logged and told', async () => {
      const notBefore = Date.parse(taken().notBefore ?? '');
      world.clock.jump(30 * day);
      await settles();
      world.clock.advance(3 * minute);
      await settles();
      assert.equal(taken().state, 'approved');
      const later = Date.parse(taken().notBefore ?? '') - notBefore;
      assert.ok(later >= 29 * day, `later by ${later / day} days`);
      assert.deepEqual(holdersAt(its, target.sku), []);
      assert.match(warned().join(), /stays so/);
      await passes();
      assert.equal(taken().state, 'approved');
      assert.match(sees(world.people.isaiah), /^The clock was set by 30 days\n/);
      assert.match(
        sees(world.people.isaiah),
        /set forward by 30 days, from 17 Nov 2026[\s\S]*to 17 Dec 2026[\s\S]*deadlines were moved/,
      );
      await passes(5 * day);
      assert.equal(taken().state, 'waiting');
    });

    it('back for good, what waits is told when it would have been', async () => {
      const { store, outbox, watch } = world.purser;
      const now = world.clock.now();
      const to = { person: world.people.adele.id };
      const dueAt = new Date(now.getTime() + 10 * minute);
      await store.transact((tx) =>
        notify(tx, { key: 'later', to, saying: { card: 'welcome', addedBy: null }, dueAt }, now),
      );
      world.clock.jump(-year);
      await watch.drain();
      world.clock.advance(3 * minute);
      await watch.drain();
      const due = (): string | null => [...store.all('notices')].find(({ key }) => key === 'later')?.dueAt ?? null;
      assert.ok((due() ?? '') < new Date(world.clock.now().getTime() + 15 * minute).toISOString(), due() ?? '');
      world.clock.advance(10 * minute);
      await outbox.drain();
      assert.equal(due(), null);
    });

    it('back for good, the admins read so, and that nobody has less time', async () => {
      world.clock.jump(-2 * day);
      await settles();
      world.clock.advance(3 * minute);
      await settles();
      await passes();
      assert.match(sees(world.people.isaiah), /set back by 2 days, from 17 Nov 2026[\s\S]*to 15 Nov 2026/);
      assert.equal(taken().state, 'approved');
    });

    it('ahead for good while everything is paused takes no time of the pause away', async () => {
      const notBefore = Date.parse(taken().notBefore ?? '');
      await says(world.people.isaiah, 'pause everything');
      world.clock.advance(day);
      world.clock.jump(30 * day);
      await settles();
      world.clock.advance(3 * minute);
      await settles();
      world.clock.advance(day);
      await says(world.people.isaiah, 'resume');
      world.clock.advance(10_000);
      await world.people.isaiah.press('Resume');
      await settles();
      assert.equal(taken().state, 'approved');
      const later = Date.parse(taken().notBefore ?? '') - notBefore;
      assert.ok(later > 33.5 * day, `the day before it was set counts too, not later by ${later / day} days`);
      assert.deepEqual(holdersAt(its, target.sku), []);
    });

    it('twice before Microsoft is read, each is told', async () => {
      for (const by of [3 * day, 5 * day]) {
        world.clock.jump(by);
        await settles();
        world.clock.advance(3 * minute);
        await settles();
      }
      await passes();
      await passes();
      const told = world.people.isaiah.inbox().map((post) => world.people.isaiah.card(post));
      for (const span of ['3 days', '5 days'])
        assert.equal(told.filter((card) => card.includes(`set forward by ${span}`)).length, 1, span);
    });

    it('a year ahead for ten seconds keeps no role in memory for a year', async () => {
      const { patti } = world.people;
      world.clock.jump(year);
      await says(patti, 'audit');
      world.clock.jump(-year);
      for (const role of its.roles) role.members = role.members.filter((id) => id !== patti.id);
      for (const group of its.groups) group.members = group.members.filter((id) => id !== patti.id);
      world.clock.advance(6 * minute);
      assert.match(await says(patti, 'audit'), /Only admins and viewers can do that/);
    });
  });

  it('by a little over and over is set by much: ten hours in steps of a minute are no ten hours, and back and forth is nothing', () => {
    const clock = testClock();
    const steady = steadyClock(clock, () => undefined);
    const ahead = (): number => steady.now().getTime() - clock.monotonic();
    for (let step = 0; step < 600; step++) {
      clock.jump(step % 2 ? 50_000 : -50_000);
      clock.advance(1_000);
      steady.now();
    }
    assert.equal(steady.jumped(), undefined);
    for (let step = 0; step < 600; step++) {
      clock.jump(59_000);
      clock.advance(1_000);
      steady.now();
    }
    assert.ok(ahead() <= 2 * minute, `${ahead() / minute} minutes`);
    const { from, until } = steady.jumped() ?? assert.fail('not seen');
    assert.ok(until.getTime() - from.getTime() > 9 * 60 * minute);
  });

  it('stops no pace towards Teams or Microsoft, and keeps no file for longer', () => {
    const clock = testClock();
    const [pace, writes, files] = [createPace(clock, 30), createWritePace(clock), createExports(clock)];
    clock.jump(year);
    for (let each = 0; each < 30; each++) pace.count('a chat')();
    writes.note(2_950);
    const kept = files.keep({ fileName: 'a', type: 'b', chunks: [], bytes: 1, rows: 1, by: 'x' } as never, 'somebody');
    const token = 'token' in kept ? kept.token : assert.fail('not kept');
    clock.jump(-year);
    clock.advance(3 * minute);
    assert.equal(pace.delay('a chat'), 0);
    assert.equal(writes.waitMs(20), 0);
    assert.ok(files.look(token));
    clock.advance(8 * minute);
    assert.equal(files.look(token), undefined);
  });
});
