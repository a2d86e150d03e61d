/** What is told stays true: a card that was posted is edited, whatever meets it on the way. */
import assert from 'node:assert/strict';
import { notify, showAnew } from '../../store/notices.ts';
import type { Logged } from '../stand-ins/teams/teams.ts';
import { asked, fate, ledger, meets, met, noticeOf, settle, subscribe, useWorld, withMail, write } from './fixture.ts';

describe('a card that was posted', () => {
  const its = useWorld(withMail);
  const key = 'the one';
  const say = async (words: string) => {
    its.world.clock.advance(30_000);
    return write(its.world, { person: its.world.people.adele.id }, words, { key, purchases: ['P-1'] });
  };
  /** What Adele sees of it, every post and its newest words. */
  const seen = () =>
    its.world.people.adele
      .inbox()
      .map((post) => /In their words: (\w+)/.exec(its.world.people.adele.card(post))?.[1])
      .filter(Boolean);
  const mails = () => [...its.world.tenant.mailboxes.values()].flat().length;
  beforeEach(() => met(its.world.people.adele));

  it('is edited when the same key says something else, and left alone when it says the same', async () => {
    const id = await say('one');
    await settle(its.world);
    assert.equal(await say('two'), id);
    await settle(its.world);
    const since = its.world.teams.log.length;
    await say('two');
    await settle(its.world);
    assert.deepEqual([seen(), asked(its.world, since), fate(its.world, id)], [['two'], [], 'posted posted edited']);
  });

  it('that was changed again and again while it was being posted is edited once, and the last word wins', async () => {
    const id = await say('one');
    const changed: Promise<string>[] = [];
    const whileUnderWay = ({ what }: Logged): boolean => {
      if (what === 'send' && changed.length === 0)
        for (const words of ['two', 'three', 'four']) changed.push(say(words));
      return false;
    };
    meets(its.world, { match: whileUnderWay, kind: 'slow', ms: 0 });
    await its.world.purser.outbox.drain();
    await Promise.all(changed);
    await settle(its.world);
    assert.deepEqual([seen(), fate(its.world, id)], [['four'], 'posted posted edited']);
  });

  it('is not edited before it was posted: it says the last word at once', async () => {
    const id = await say('one');
    await say('two');
    await settle(its.world);
    assert.deepEqual([seen(), fate(its.world, id)], [['two'], 'posted posted']);
  });

  it('and was deleted is posted anew', async () => {
    const id = await say('one');
    await settle(its.world);
    const { adele } = its.world.people;
    adele.chat.remove(adele.inbox().at(-1) ?? assert.fail());
    await say('two');
    await settle(its.world);
    assert.deepEqual([seen(), fate(its.world, id)], [['two'], 'posted posted posted']);
    assert.match(adele.card(), /This replaces an earlier message of mine/);
  });

  for (const kind of ['reset-before', 'reset-after'] as const)
    it(`whose edit was cut (${kind}) is edited again: that is no second message`, async () => {
      const id = await say('one');
      await settle(its.world);
      meets(its.world, { match: 'edit', kind });
      await say('two');
      await settle(its.world);
      assert.deepEqual([seen(), fate(its.world, id)], [['two'], 'posted posted waiting edited']);
    });

  for (const status of [412, 429, 502, 503, 504])
    it(`whose edit meets ${status} is edited later`, async () => {
      const id = await say('one');
      await settle(its.world);
      const since = its.world.teams.log.length;
      meets(its.world, { match: 'edit', kind: 'status', status, times: 2 });
      await say('two');
      await settle(its.world);
      const outcome = [seen(), asked(its.world, since), fate(its.world, id)];
      assert.deepEqual(outcome, [['two'], ['edit', 'edit', 'edit'], 'posted posted waiting edited']);
    });

  for (const status of [400, 403, 500])
    it(`whose edit is refused (${status}) is replaced by a new post that says so: nobody is mailed or alarmed for that`, async () => {
      const id = await say('one');
      await settle(its.world);
      const since = its.world.teams.log.length;
      meets(its.world, { match: 'edit', kind: 'status', status });
      await say('two');
      await settle(its.world);
      const outcome = [seen(), asked(its.world, since), fate(its.world, id), mails()];
      assert.deepEqual(outcome, [['one', 'two'], ['edit', 'send'], 'posted posted refused posted', 0]);
      assert.match(its.world.people.adele.card(), /This replaces an earlier message of mine/);
    });

  it('whose edits are all refused is posted anew once in ten minutes, with the last word', async () => {
    await say('one');
    await settle(its.world);
    meets(its.world, { match: 'edit', kind: 'status', status: 403, times: 9 });
    const { purser, clock } = its.world;
    for (const words of ['two', 'three', 'four', 'five']) {
      await say(words);
      await purser.outbox.drain();
    }
    assert.deepEqual(seen(), ['one', 'two']);
    clock.advance(10 * 60_000);
    await purser.outbox.drain();
    assert.deepEqual(seen(), ['one', 'two', 'five']);
  });

  it('that can be neither edited nor replaced stays as it was, and the last word comes with the next one', async () => {
    const id = await say('one');
    await settle(its.world);
    meets(its.world, { match: 'edit', kind: 'status', status: 400 }, { match: 'send', kind: 'status', status: 400 });
    await say('two');
    await settle(its.world);
    assert.deepEqual([seen(), mails(), fate(its.world, id)], [['one'], 0, 'posted posted refused refused']);
    await say('three');
    await settle(its.world);
    assert.deepEqual(seen(), ['one', 'three']);
  });

  it('that is too big to edit is said in brief', async () => {
    const id = await say('one');
    await settle(its.world);
    meets(its.world, { match: 'edit', kind: 'status', status: 413 });
    await say('two');
    await settle(its.world);
    assert.equal(fate(its.world, id), 'posted posted edited');
    assert.match(its.world.people.adele.card(), new RegExp(id));
  });

  it('stays as it was for whoever blocked Purser, without a mail, and is brought up to date when they are back', async () => {
    const { adele } = its.world.people;
    const id = await say('one');
    await settle(its.world);
    adele.block();
    await say('two');
    await settle(its.world);
    await say('three');
    await settle(its.world);
    assert.deepEqual([seen(), ledger(its.world, id).slice(0, 2), mails()], [['one'], ['posted', 'away'], 0]);
    adele.unblock();
    await adele.say('hello');
    await settle(its.world);
    assert.deepEqual(seen(), ['three']);
  });

  it('is not posted a second time where Teams told no id by which to edit it', async () => {
    meets(its.world, { match: 'send', kind: 'status', status: 201, body: {} });
    const id = await say('one');
    await settle(its.world);
    const since = its.world.teams.log.length;
    await say('two');
    await settle(its.world);
    assert.deepEqual([asked(its.world, since), fate(its.world, id)], [[], 'posted posted']);
  });

  it('by mail is sent again only for something else to say', async () => {
    its.world.people.adele.block();
    const id = await say('one');
    await settle(its.world);
    const { purser, clock } = its.world;
    await purser.store.transact((tx) => showAnew(tx, new Set(['P-1']), clock.now()));
    await settle(its.world);
    assert.equal(mails(), 1);
    await say('two');
    await settle(its.world);
    assert.deepEqual([mails(), noticeOf(its.world, id).outcome], [2, 'mailed']);
  });

  it('had nothing to say, has something again: it is said', async () => {
    const { world } = its;
    const { alex } = world.people;
    await subscribe(world, alex);
    const line = (notices: string[]) =>
      world.purser.store.transact((tx) =>
        notify(tx, { key, to: { person: alex.id }, saying: { card: 'unreached', notices } }, world.clock.now()),
      );
    const id = await line([]);
    await settle(world);
    assert.equal(fate(world, id), 'moot moot');
    const lost = await write(world, { chat: 'nowhere' });
    await settle(world);
    await line([lost]);
    await settle(world);
    assert.equal(fate(world, id), 'posted moot posted');
  });
});
