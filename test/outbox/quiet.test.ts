/** Quiet hours of a chat: what can wait is posted when they end. */
import assert from 'node:assert/strict';
import { quietUntil } from '../../store/takeover/calendar.ts';
import { company } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { hour, testClock } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('quiet hours', () => {
  it('end when the clock of the organisation says so, over midnight and as summer time begins', () => {
    const paris = { timeZone: 'Europe/Paris' };
    const end = (hours: [number, number], now: string) =>
      quietUntil({ from: hours[0], until: hours[1] }, new Date(now), paris)?.toISOString();
    assert.equal(end([18, 8], '2026-11-17T16:59:00Z'), undefined);
    assert.equal(end([18, 8], '2026-11-17T17:00:00Z'), '2026-11-18T07:00:00.000Z');
    assert.equal(end([18, 8], '2026-11-18T06:59:00Z'), '2026-11-18T07:00:00.000Z');
    assert.equal(end([18, 8], '2026-11-18T07:00:00Z'), undefined);
    assert.equal(end([12, 14], '2026-11-18T12:30:00Z'), '2026-11-18T13:00:00.000Z');
    assert.equal(end([18, 8], '2027-03-27T20:00:00Z'), '2027-03-28T06:00:00.000Z');
  });

  describe('in a chat', () => {
    let world: World;
    beforeEach(async () => {
      // In Paris it is a quarter past eight in the evening.
      const clock = testClock(new Date('2026-11-17T19:15:00Z'));
      world = await openWorld({ clock, company: company({ now: clock.now() }) });
    });
    afterEach(() => world.close());

    const { says, sees, passes } = actsIn(() => world);
    const buys = () => {
      const { subscriptions } = world.tenant.company;
      const like = subscriptions.find(({ ownerType, status }) => ownerType === 'User' && status === 'Enabled');
      const now = world.clock.now().toISOString();
      subscriptions.push({ ...(like ?? assert.fail()), id: crypto.randomUUID(), createdDateTime: now });
    };

    it('hold an alert until they end, also over a restart, and what was asked is answered meanwhile', async () => {
      const { alex, isaiah } = world.people;
      await says(alex, 'notify on alerts');
      assert.match(await says(alex, 'notify quiet 10pm to 12am'), /From 22:00 to 0:00/);
      assert.match(await says(alex, 'notify quiet 18-8'), /✓ on {2}Quiet hours\nFrom 18:00 to 8:00/);
      await says(isaiah, 'notify on alerts');
      buys();
      await passes();
      assert.match(sees(isaiah), /A new self-service purchase/);
      assert.match(await says(alex, 'status'), /1 message is waiting to be sent/);
      assert.doesNotMatch(
        alex
          .inbox()
          .map(({ summary }) => summary)
          .join(),
        /bought/,
      );
      await world.restart();
      world.clock.advance(10 * hour);
      await world.purser.outbox.drain();
      assert.doesNotMatch(
        alex
          .inbox()
          .map(({ summary }) => summary)
          .join(),
        /bought/,
      );
      world.clock.advance(2 * hour);
      await world.purser.outbox.drain();
      assert.match(sees(alex), /A new self-service purchase/);
    });

    it('turned off, what was held comes at once', async () => {
      const { alex } = world.people;
      await says(alex, 'notify on alerts');
      await says(alex, 'notifications silence de 18h à 8h');
      buys();
      await passes();
      assert.doesNotMatch(
        alex
          .inbox()
          .map(({ summary }) => summary)
          .join(),
        /bought/,
      );
      await says(alex, 'notify quiet off');
      await world.purser.outbox.drain();
      assert.match(sees(alex), /A new self-service purchase/);
    });

    it('are for admins in a channel, for viewers in their own chat, and the journal tells of them', async () => {
      const { alex, patti, adele } = world.people;
      const team = world.teams.team({ name: 'Procurement', members: [alex, patti] });
      await team.install(alex);
      await patti.say('notify quiet 18-8', { in: team.general, mention: true });
      assert.equal(world.purser.store.get('chats', team.general.id)?.quietHours, undefined);
      await alex.say('notify quiet 18-8', { in: team.general, mention: true });
      assert.deepEqual(world.purser.store.get('chats', team.general.id)?.quietHours, { from: 18, until: 8 });
      assert.match(await says(patti, 'notify on alerts'), /✓ on {2}Alerts/);
      assert.match(await says(patti, 'notify on approvals'), /Only admins/);
      assert.match(await says(adele, 'notify on alerts'), /Only admins/);
      assert.match(await says(alex, 'audit'), /quiet from 18:00 to 8:00/);
    });
  });
});
