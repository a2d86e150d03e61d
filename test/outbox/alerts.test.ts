/** What a sync found is told once, to whoever asked: no more, no less; also after Purser was away. */
import assert from 'node:assert/strict';
import type { Person } from '../stand-ins/teams/teams.ts';
import { hour, minute } from '../world/clock.ts';
import { openWorld } from '../world/world.ts';
import { buys, postsWith, purchaseOf, settle, subscribe, useWorld } from './fixture.ts';

describe('alerts', () => {
  const its = useWorld();
  let alex: Person;
  beforeEach(() => {
    alex = its.world.people.alex;
  });
  const sync = async () => {
    its.world.clock.advance(15 * minute);
    await its.world.purser.sync.run();
    await settle(its.world);
  };
  const alerts = (person = alex) =>
    person
      .inbox()
      .map((post) => person.card(post))
      .filter((card) => /new self-service purchase|^While I was/.test(card));

  it('say nothing of what stood at the first sync', async () => {
    const world = await openWorld({ unread: true });
    try {
      await subscribe(world, world.people.alex);
      await world.purser.sync.run();
      await settle(world);
      assert.deepEqual(alerts(world.people.alex), []);
    } finally {
      await world.close();
    }
  });

  it('are one card for each chat and sync', async () => {
    const { world } = its;
    const group = world.teams.groupChat({ name: 'IT', members: [alex] });
    await group.install(alex);
    await subscribe(world, alex);
    await subscribe(world, world.people.isaiah);
    await alex.say('notify on alerts', { in: group, mention: true });
    buys(world, 3);
    await sync();
    await sync();
    assert.deepEqual([alerts().length, alerts(world.people.isaiah).length], [1, 1]);
    assert.equal(postsWith(world, '3 new self-service purchases').length, 3);
    buys(world);
    await sync();
    assert.equal(alerts().length, 2);
  });

  it('say nothing of central, partner and deleted ones, nor of one that is back', async () => {
    const { world } = its;
    await subscribe(world, alex);
    buys(world, 1, { status: 'Deleted' });
    buys(world, 1, { ownerId: world.tenant.company.tenantId, ownerType: 'Tenant', skuPartNumber: 'SPE_E3' });
    const [gone] = world.tenant.company.subscriptions.splice(0, 1);
    assert.ok(gone);
    await sync();
    world.tenant.company.subscriptions.push(gone);
    await sync();
    assert.deepEqual(alerts(), []);
  });

  it('of six hundred at once are one card, of the usual size', async () => {
    const { world } = its;
    await subscribe(world, alex);
    buys(world, 600);
    await sync();
    const [card, ...more] = alerts();
    assert.match(card ?? '', /^600 new self-service purchases/);
    assert.deepEqual(more, []);
    assert.ok((card ?? '').length < 2_000);
    assert.deepEqual(world.teams.complaints, []);
  });

  it('of one purchase lead to each decision in one press; who only looks on decides nothing', async () => {
    const { world } = its;
    const { patti } = world.people;
    await subscribe(world, alex);
    await subscribe(world, patti);
    buys(world);
    await sync();
    assert.match(alerts()[0] ?? '', /\[Ask\]\n\[Take over\]\n\[Keep\]\n\[Block it\]\n\[I’ll handle it\]\n\[Open\]$/);
    assert.match(alerts(patti)[0] ?? '', /\[Open\]$/);
    await alex.press('Block it');
    assert.match(alex.card(), /Please check: nothing has changed yet|Which of them/);
  });

  it('show what became of a purchase, by an edit', async () => {
    const { world } = its;
    await subscribe(world, alex);
    const [one] = buys(world);
    await sync();
    assert.ok(one);
    one.status = 'Deleted';
    await sync();
    assert.equal(alerts().length, 1);
    assert.match(alerts()[0] ?? '', new RegExp(`[Cc]ancel|[Dd]eleted|[Ee]nded[\\s\\S]*${purchaseOf(world, one).id}`));
  });

  describe('after Purser was away', () => {
    const away = async (ms: number) => {
      its.world.clock.advance(ms);
      await its.world.restart();
    };
    const absences = () =>
      alex
        .inbox()
        .map((post) => alex.card(post))
        .filter((card) => /20?\d\d[\s\S]*Still waiting|not running|was away/i.test(card));
    beforeEach(async () => {
      await subscribe(its.world, alex);
      await sync();
    });

    it('for some minutes say what was found, as ever', async () => {
      buys(its.world);
      await away(20 * minute);
      await sync();
      assert.equal(alerts().length, 1);
      assert.match(alerts()[0] ?? '', /^A new self-service purchase/);
      assert.deepEqual(absences(), []);
    });

    it('for some minutes say nothing where there is nothing', async () => {
      const before = alex.inbox().length;
      await away(20 * minute);
      await sync();
      assert.equal(alex.inbox().length, before);
    });

    it('for hours are one card: from when to when, and what was found', async () => {
      buys(its.world, 2);
      const before = alex.inbox().length;
      await away(5 * hour);
      await sync();
      await sync();
      assert.equal(alex.inbox().length, before + 1);
      assert.match(alex.card(), /10:\d\d[\s\S]*15:\d\d/);
      assert.match(alex.card(), /2 /);
      assert.equal(absences().length, 1, alex.card());
    });

    it('for hours, and nothing was found, is said too', async () => {
      const before = alex.inbox().length;
      await away(5 * hour);
      await sync();
      assert.equal(alex.inbox().length, before + 1);
      buys(its.world);
      await sync();
      assert.match(alex.card(), /^A new self-service purchase/);
    });

    it('are said by the first sync that succeeds, also where Purser was started again in between', async () => {
      const { world } = its;
      buys(world);
      const before = alex.inbox().length;
      await away(5 * hour);
      world.tenant.faults.push({
        match: ({ path }) => path.includes('/directory/subscriptions'),
        kind: 'status',
        code: 403,
      });
      await sync();
      await away(minute);
      assert.equal(alex.inbox().length, before);
      await sync();
      await sync();
      assert.equal(alex.inbox().length, before + 1);
      assert.equal(absences().length, 1, alex.card());
    });
  });
});
