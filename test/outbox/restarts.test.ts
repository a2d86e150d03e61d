/** Stopped, killed, cut off: nobody is forgotten, nobody is told twice without cause, and the ledger says what happened. */
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import fc from 'fast-check';
import type { Fault, Person } from '../stand-ins/teams/teams.ts';
import { openWorld, type World } from '../world/world.ts';
import { fate, ledger, meets, met, noticeOf, postsWith, settle, strangers, useWorld, write } from './fixture.ts';

describe('Purser stops', () => {
  const its = useWorld();
  afterEach(() => mock.restoreAll());

  it('with notices due: the others are told after the restart, each once', async () => {
    const { world } = its;
    const everyone = strangers(world, 40);
    const ids: string[] = [];
    for (const { id } of everyone) ids.push(await write(world, { person: id }));
    world.purser.outbox.wake();
    while (postsWith(world, 'the news').length < 5) await new Promise(setImmediate);
    await world.restart();
    world.clock.advance(1_000);
    const before = postsWith(world, 'the news').length;
    assert.ok(before < 40, 'nothing was left to do');
    await settle(world);
    assert.ok(everyone.every((person) => person.inbox().length === 1));
    assert.deepEqual(new Set(ids.map((id) => fate(world, id))), new Set(['posted posted']));
  });

  it('between a post and its record: it is sent once more, marked, and no third time', async () => {
    const { world } = its;
    const { adele } = world.people;
    await met(adele);
    const id = await write(world, { person: adele.id });
    await world.purser.store.transact((tx) => {
      const notice = tx.get('notices', id) ?? assert.fail();
      tx.put('notices', { ...notice, begunAt: world.clock.now().toISOString() });
    });
    await world.restart();
    await settle(world);
    await world.restart();
    await settle(world);
    assert.deepEqual([fate(world, id), postsWith(world, 'the news').length], ['posted cut posted-again', 1]);
  });

  for (const most of [1, 2])
    it(`can’t keep what it posted (the disk is full for ${most} commits): sent once more, marked`, async () => {
      const { world } = its;
      const { adele } = world.people;
      await met(adele);
      const id = await write(world, { person: adele.id });
      const { store } = world.purser;
      const real = store.transact.bind(store);
      let fails = 0;
      mock.method(store, 'transact', (work: Parameters<typeof real>[0]) => {
        if (postsWith(world, 'the news').length === 0 || fails >= most) return real(work);
        fails++;
        return Promise.reject(new Error('no space left on device'));
      });
      await settle(world);
      assert.deepEqual(
        [fails, fate(world, id), postsWith(world, 'the news').length],
        [most, 'posted cut posted-again', 2],
      );
    });

  it('a notice whose card can’t be made holds up no other', async () => {
    const { world } = its;
    const { adele, megan } = world.people;
    const { store } = world.purser;
    const real = store.get.bind(store) as (table: string, id: string) => unknown;
    mock.method(store, 'get', (table: string, id: string) => {
      if (id === 'boom') throw new TypeError('a mistake of ours');
      return real(table, id);
    });
    const bad = await write(world, { person: adele.id }, '', { saying: { card: 'unreached', notices: ['boom'] } });
    const good = await write(world, { person: megan.id });
    const next = await write(world, { person: adele.id });
    await world.purser.outbox.drain();
    assert.deepEqual(
      [bad, good, next].map((id) => noticeOf(world, id).outcome),
      ['waiting', 'posted', 'posted'],
    );
    assert.ok(world.logged.some(({ msg, notice }) => msg === 'a notice failed' && notice === bad));
  });
});

describe('whatever happens on the way', () => {
  let world: World;
  let everyone: Person[];
  before(async () => {
    world = await openWorld();
    everyone = strangers(world, 220);
  });
  after(() => world.close());

  type Event = Fault | 'restart' | 'change';
  const status = (code: number): Fault => ({ match: 'send', kind: 'status', status: code });
  const events = fc.constantFrom<Event>(
    { match: 'send', kind: 'reset-before' },
    { match: 'send', kind: 'reset-after' },
    { match: 'create', kind: 'reset-after' },
    { match: 'edit', kind: 'reset-after' },
    { match: 'send', kind: '429', retryAfter: 3 },
    { match: 'edit', kind: 'status', status: 503 },
    ...[412, 502, 503, 504].map(status),
    'restart',
    'change',
  );

  async function happens(
    event: Event,
    told: { id: string; person: Person; words: string; key: string }[],
  ): Promise<void> {
    if (event === 'restart') return world.restart();
    if (event !== 'change') return meets(world, { ...event });
    for (const each of told) {
      each.words += '+';
      await write(world, { person: each.person.id }, each.words, { key: each.key });
    }
  }

  it('nobody is forgotten, repeats come only from cuts, and the ledger is true', async () => {
    const property = fc.asyncProperty(
      fc.array(fc.array(events, { maxLength: 3 }), { minLength: 2, maxLength: 6 }),
      async (rounds) => {
        const told: { id: string; person: Person; words: string; key: string }[] = [];
        for (const person of everyone.splice(0, 4)) {
          const key = `random ${person.id}`;
          told.push({ id: await write(world, { person: person.id }, 'w', { key }), person, words: 'w', key });
        }
        for (const round of rounds) {
          for (const event of round) await happens(event, told);
          await world.purser.outbox.drain();
          world.clock.advance(2_500);
        }
        world.teams.faults.splice(0);
        await settle(world);
        for (const { id, person, words } of told) {
          const sends = world.teams.log.filter(
            ({ what, conversation }) => what === 'send' && conversation === person.chat.id,
          );
          const cuts = sends.filter(({ fault }) => fault?.startsWith('reset')).length;
          const arrived = sends.filter((send) => send.status === 201 || send.fault === 'reset-after').length;
          const story = fate(world, id);
          assert.equal(person.inbox().length, arrived);
          assert.ok(arrived >= 1 && arrived <= 1 + cuts, story);
          assert.ok(person.card().includes(`${words}\n`), `${words} is not the last word: ${person.card()}`);
          assert.equal(ledger(world, id).filter((what) => what === 'cut').length, cuts, story);
          assert.deepEqual(
            ledger(world, id).filter((what) => what.startsWith('posted')),
            [cuts > 0 ? 'posted-again' : 'posted'],
          );
          assert.deepEqual([noticeOf(world, id).unsure, noticeOf(world, id).begunAt], [false, null]);
        }
      },
    );
    await fc.assert(property, { numRuns: 40, seed: 20261117, endOnFailure: true });
  });
});
