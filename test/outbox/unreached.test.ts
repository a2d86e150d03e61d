/** Whom nothing could be told, the admins are told of: on one card a day, which is true at any time. */
import assert from 'node:assert/strict';
import type { Person } from '../stand-ins/teams/teams.ts';
import { day, minute } from '../world/clock.ts';
import { asked, noticeOf, settle, strangers, subscribe, useWorld, withMail, write } from './fixture.ts';

describe('somebody who is lost, reached by mail, and lost again', () => {
  const its = useWorld(withMail);

  it('is on the admins’ line, off it, and on it again', async () => {
    const { world } = its;
    const { alex, adele } = world.people;
    await subscribe(world, alex);
    adele.block();
    const isNamed = async (words: string, isMailTaken: boolean) => {
      const fault = {
        match: ({ path }: { path: string }) => path.endsWith('/sendMail'),
        kind: 'status',
        code: 403,
      } as const;
      world.tenant.faults.splice(0);
      if (!isMailTaken) world.tenant.faults.push({ ...fault, times: 9 });
      await write(world, { person: adele.id }, words, { key: 'the one' });
      await settle(world);
      return /Adele Vance/.test(alex.card());
    };
    assert.deepEqual(
      [await isNamed('one', false), await isNamed('two', true), await isNamed('three', false)],
      [true, false, true],
    );
  });
});

describe('the line to the admins', () => {
  const its = useWorld();
  let alex: Person;
  const lose = async (person: Person) => {
    person.block();
    const id = await write(its.world, { person: person.id });
    await settle(its.world, 5 * minute);
    return id;
  };
  const cards = () => alex.inbox().filter((post) => /N-\d+/.test(alex.card(post)));
  beforeEach(async () => {
    alex = its.world.people.alex;
    await subscribe(its.world, alex);
  });

  it('is one card a day for each chat, edited as more join', async () => {
    const { adele, megan } = its.world.people;
    await lose(adele);
    const before = cards().length;
    assert.match(alex.card(), /Adele Vance/);
    await lose(megan);
    assert.equal(cards().length, before);
    assert.match(alex.card(), /Adele Vance[\s\S]*Megan Bowen/);
    its.world.clock.advance(day);
    await lose(its.world.people.elodie);
    assert.equal(cards().length, before + 1);
    assert.match(alex.card(), /Élodie Durand/);
    assert.doesNotMatch(alex.card(), /Adele Vance/);
  });

  it('comes to one card for many at once', async () => {
    const many = strangers(its.world, 30);
    for (const person of many) person.block();
    for (const person of many) await write(its.world, { person: person.id });
    const before = cards().length;
    await settle(its.world);
    assert.equal(cards().length, before + 1);
    assert.match(alex.card(), /^30 /);
  });

  it('names nobody any more once they are reached, and names them again when they are lost again', async () => {
    const { adele } = its.world.people;
    const id = await lose(adele);
    assert.match(alex.card(), /Adele Vance/);
    adele.unblock();
    await adele.say('hello');
    await settle(its.world);
    assert.equal(noticeOf(its.world, id).outcome, 'posted');
    assert.doesNotMatch(alex.card(), /Adele Vance/);
    await lose(adele);
    assert.match(alex.card(), /Adele Vance/);
  });

  it('speaks of nobody who was reached before it was written', async () => {
    const { adele } = its.world.people;
    adele.block();
    await write(its.world, { person: adele.id });
    await its.world.purser.outbox.drain();
    const before = cards().length;
    adele.unblock();
    await adele.say('hello');
    await settle(its.world);
    assert.equal(cards().length, before);
    await lose(adele);
    assert.equal(cards().length, before + 1, 'and yet of who is lost later that day');
    assert.match(alex.card(), /Adele Vance/);
  });

  it('that reaches no admin gives reason for no other line', async () => {
    const { world } = its;
    alex.block();
    await subscribe(world, world.people.isaiah);
    await lose(world.people.adele);
    const all = [...world.purser.store.all('notices')].filter(({ saying }) => saying.card === 'unreached');
    assert.deepEqual(new Set(all.map(({ outcome }) => outcome)), new Set(['posted', 'unreached']));
    assert.equal(all.length, 2);
    assert.doesNotMatch(world.people.isaiah.card(), /Alex Wilber/);
    const since = world.teams.log.length;
    await settle(world);
    assert.deepEqual(asked(world, since), []);
  });

  it('is not written for a welcome that failed', async () => {
    const { world } = its;
    const newcomer = strangers(world, 1, false)[0] ?? assert.fail();
    const before = cards().length;
    world.teams.faults.push(
      { match: 'create', kind: 'status', status: 500 },
      { match: 'send', kind: 'status', status: 500 },
    );
    await newcomer.install();
    await settle(world);
    assert.equal(cards().length, before);
  });
});
