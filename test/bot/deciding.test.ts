/** Deciding about a purchase, and what is on record of it. */
import assert from 'node:assert/strict';
import { verifyAudit } from '../../store/audit.ts';
import { day, hour } from '../clock.ts';
import type { Person } from '../teams/teams.ts';
import { openWorld, type World } from '../world.ts';

describe('deciding about a purchase', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  const says = async (person: Person, text: string): Promise<string> => {
    person.feed.clear();
    world.clock.advance(10_000);
    await person.say(text);
    await person.next();
    return person.card();
  };
  const idOf = async (words: string): Promise<string> =>
    /(P-\d+)$/m.exec(await says(world.people.alex, `purchases ${words}`))?.[1] ?? assert.fail();

  it('take puts a name on it for seven days, and off the list of what is to decide', async () => {
    const { alex, patti } = world.people;
    const id = await idOf('by:adele product:project');
    assert.match(await says(alex, 'purchases'), new RegExp(`${id}\\b`));
    assert.match(await says(alex, `take ${id}`), /In hand \| Alex Wilber, until 24 Nov 2026/);
    assert.doesNotMatch(await says(alex, 'purchases'), new RegExp(`${id}\\b`));
    assert.match(await says(patti, `P-${id.slice(2)}`), /In hand \| Alex Wilber/);
    world.clock.advance(7 * day + hour);
    assert.match(await says(alex, 'purchases'), new RegExp(`${id}\\b`), 'the day has passed');
  });

  it('a second admin is told who has it already, and both pressing at once leaves one', async () => {
    const { alex, isaiah } = world.people;
    const id = await idOf('by:adele product:project');
    for (const each of [alex, isaiah]) each.feed.clear();
    await Promise.all([alex.say(`take ${id}`), isaiah.say(`take ${id}`)]);
    await Promise.all([alex.next(), isaiah.next()]);
    const cards = [alex.card(), isaiah.card()];
    assert.equal(cards.filter((card) => /sees to P-\d+ already, until 24 Nov 2026/.test(card)).length, 1);
    assert.equal(cards.filter((card) => /In hand \| /.test(card)).length, 1);
  });

  it('classify settles the kind for good, and the purchase says who did', async () => {
    const { alex } = world.people;
    const id = await idOf('by:adele product:project');
    const card = await says(alex, `classer ${id} central`);
    assert.match(card, /Kind \| bought centrally, settled by Alex Wilber on 17 Nov 2026/);
    await world.purser.sync.run();
    assert.match(await says(alex, `purchase ${id}`), /settled by Alex Wilber/, 'a sync does not conclude otherwise');
    assert.doesNotMatch(await says(alex, 'purchases by:adele self-service'), new RegExp(`${id}\\b`));
  });

  it('classify without a kind asks which, and one press answers', async () => {
    const { alex } = world.people;
    const id = await idOf('by:adele product:project');
    await says(alex, `purchase ${id}`);
    await alex.press('Settle its kind');
    assert.match(alex.card(), /bought by a person themselves, or by the organisation\?/);
    await alex.press('It is self-service');
    assert.match(alex.card(), /settled by Alex Wilber/);
  });

  it('is for admins: viewers and purchasers are refused, and nothing changes', async () => {
    const id = await idOf('by:adele product:project');
    for (const person of [world.people.patti, world.people.lee, world.people.adele]) {
      assert.match(await says(person, `take ${id}`), /That is for admins/);
      assert.match(await says(person, `classify ${id} central`), /That is for admins/);
    }
    assert.equal(world.purser.store.get('purchases', id)?.decision, null);
    assert.equal(world.purser.store.count('audit'), 0);
  });

  it('what has ended, or never was, can’t be taken', async () => {
    const { alex } = world.people;
    const ended = await idOf('status:deleted by:adele');
    assert.match(await says(alex, `take ${ended}`), /has ended/);
    assert.match(await says(alex, 'take P-9999'), /I know no purchase P-9999/);
    assert.match(await says(alex, 'take'), /Which purchase\?/);
  });

  describe('the journal', () => {
    it('tells who did what, when, from what to what, and opens the purchase', async () => {
      const { alex, patti } = world.people;
      const id = await idOf('by:adele product:project');
      await says(alex, `take ${id}`);
      await says(alex, `classify ${id} central`);
      const card = await says(patti, 'journal');
      assert.match(card, /^Journal\n2 entries/);
      assert.match(card, /Kind settled.* Project Plan 3 \(for Department\) · Adele Vance by Alex Wilber/);
      assert.match(card, /probably self-service → bought centrally · P-\d+ · A-2/);
      await patti.press(/Kind settled/);
      assert.match(patti.card(), /^Project Plan 3/);
    });

    it('tells what was seen at Microsoft since the first sync, and nothing of what stood before', async () => {
      const { alex } = world.people;
      assert.match(await says(alex, 'audit'), /Nothing is recorded here/);
      const [one] = world.tenant.company.subscriptions;
      assert.ok(one);
      world.tenant.company.subscriptions.push({ ...one, id: '11111111-0000-4000-8000-000000000001' });
      one.status = 'Suspended';
      one.totalLicenses += 3;
      await world.purser.sync.run();
      const card = await says(alex, 'audit');
      assert.match(card, /New purchase/);
      assert.match(card, /Status changed[\s\S]*active → suspended/);
      assert.match(card, /Quantity changed[\s\S]*255 → 258/);
      assert.match(card, /seen at Microsoft/);
    });

    it('is found by person, product, purchase, date and words, and paged', async () => {
      const { alex, isaiah } = world.people;
      const [first, second] = [await idOf('by:adele product:project'), await idOf('clipchamp')];
      await says(alex, `take ${first}`);
      await says(isaiah, `take ${second}`);
      const count = async (filter: string): Promise<number> =>
        Number(/(\d+) entr/.exec(await says(alex, `audit ${filter}`))?.[1]);
      assert.deepEqual(
        [
          await count('by:isaiah'),
          await count('product:clipchamp'),
          await count(first),
          await count('since:2026-11-18'),
          await count('clipchamp wilber'),
        ],
        [1, 1, 1, 0, 0],
      );
    });

    it('keeps names as they were then', async () => {
      const { alex } = world.people;
      const id = await idOf('by:adele product:project');
      await says(alex, `take ${id}`);
      const adele = world.tenant.company.users.get(world.people.adele.id) ?? assert.fail();
      adele.displayName = 'Adele Married';
      await world.purser.sync.run();
      assert.match(await says(alex, 'audit taken'), /Adele Vance/);
    });

    it('verifies its chain, also after a restart', async () => {
      const { alex } = world.people;
      const id = await idOf('by:adele product:project');
      for (let n = 0; n < 3; n++) await says(alex, `take ${id}`);
      await world.restart();
      assert.match(await says(alex, 'audit verify'), /The chain holds: 3 entries/);
    });

    it('says where the chain breaks: an entry changed, taken out, slipped in, or cut off at the end', async () => {
      const { alex } = world.people;
      const { store } = world.purser;
      const id = await idOf('by:adele product:project');
      for (let n = 0; n < 4; n++) await says(alex, `take ${id}`);
      const [first, second, third, fourth] = [1, 2, 3, 4].map((n) => store.get('audit', `A-${n}`) ?? assert.fail());
      assert.ok(first && second && third && fourth);
      const breaks: [string, () => Promise<void>, () => Promise<void>][] = [
        ['A-2', () => put({ ...second, after: 'someone else' }), () => put(second)],
        ['A-3', () => drop('A-3'), () => put(third)],
        ['A-1', () => put({ ...first, actor: { id: 'x', name: 'Nobody' } }), () => put(first)],
        ['A-5', () => put({ ...fourth, id: 'A-5', previous: fourth.hash }), () => drop('A-5')],
        ['A-4', () => drop('A-4'), () => put(fourth)],
      ];
      function put(entry: NonNullable<typeof first>): Promise<void> {
        return store.transact((tx) => tx.put('audit', entry));
      }
      function drop(entry: string): Promise<void> {
        return store.transact((tx) => tx.delete('audit', entry));
      }
      for (const [at, spoil, mend] of breaks) {
        await spoil();
        assert.deepEqual(verifyAudit(store), { holds: false, brokenAt: at });
        assert.match(await says(alex, 'audit verify'), new RegExp(`The chain breaks at ${at}`));
        await mend();
        assert.equal(verifyAudit(store).holds, true);
      }
    });
  });
});
