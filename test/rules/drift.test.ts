/** Drift as the sync finds it: told once to the chats that asked, set back by itself where an admin said so. */
import assert from 'node:assert/strict';
import type { Person } from '../stand-ins/teams/teams.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { day, hour, minute } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

const clipchamp = 'product:CFQ7TTC0N8SS';

describe('drift', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  const { says, product, outside, settles, passes } = actsIn(() => world);
  /** Those that tell of drift, as a person reads them now. */
  const told = (person: Person): string[] =>
    person
      .inbox()
      .map((post) => person.card(post))
      .filter((card) =>
        /^(\d+ rules? (is|are) not as|These rules are as they should be again|A new Microsoft product|\d+ new Microsoft products)/.test(
          card,
        ),
      );
  const audited = (action: string) => [...world.purser.store.all('audit')].filter((entry) => entry.action === action);

  /** Alex records the baseline, and Isaiah's chat is told. */
  const recorded = async (): Promise<void> => {
    await says(world.people.alex, 'baseline record');
    await says(world.people.isaiah, 'notify on alerts');
    await settles();
  };

  it('is told once to each chat that asked, in one card, and not again while it lasts', async () => {
    const { alex, isaiah } = world.people;
    await recorded();
    outside('Clipchamp Premium', 'Enabled');
    outside('Visio Plan 2', 'Disabled');
    await passes();
    assert.equal(told(isaiah).length, 1);
    assert.match(told(isaiah)[0] ?? '', /^2 rules are not as they should be\n/);
    assert.match(
      told(isaiah)[0] ?? '',
      /Changed outside Purser between 17 Nov 2026.*Clipchamp Premium\s›\neveryone may buy; should be: nobody may buy\n/s,
    );
    assert.match(told(isaiah)[0] ?? '', /Fixing these lets people buy more: Visio Plan 2\./);
    assert.equal(told(alex).length, 0, 'Alex never asked for alerts');
    for (let n = 0; n < 3; n++) await passes();
    await world.restart();
    await passes();
    assert.equal(told(isaiah).length, 1);
    assert.equal(audited('rule-found').length, 2);
  });

  it('is told anew when it was right and drifts again', async () => {
    const { isaiah } = world.people;
    await recorded();
    outside('Clipchamp Premium', 'Enabled');
    await passes();
    outside('Clipchamp Premium', 'Disabled');
    await passes();
    assert.match(told(isaiah)[0] ?? '', /^These rules are as they should be again\n✓ {2}Clipchamp Premium/);
    outside('Clipchamp Premium', 'Enabled');
    await passes();
    assert.equal(told(isaiah).length, 2);
  });

  it('is set back by one press, the card tells how it went, and every other copy too', async () => {
    const { alex, isaiah } = world.people;
    await recorded();
    await says(alex, 'notify on alerts');
    outside('Clipchamp Premium', 'Enabled');
    await passes();
    await isaiah.press('Fix drift');
    assert.match(isaiah.card(), /CH-1, started by Isaiah Langer, is fixing them: 0 of 1 done\./);
    assert.doesNotMatch(isaiah.card(), /\[Fix drift\]/);
    await settles();
    assert.equal(product('Clipchamp Premium').policyValue, 'Disabled');
    for (const person of [alex, isaiah]) {
      assert.match(
        told(person)[0] ?? '',
        /^These rules are as they should be again\nCH-1, started by Isaiah Langer, fixed 1 of 1\./,
      );
      assert.equal(told(person).length, 1);
    }
    await passes();
    assert.equal(told(isaiah).length, 1);
    assert.equal(audited('rule-found').length, 1, 'what Purser sets is not found as set by others');
  });

  it('a press sets back what its card lists, and not what drifted since', async () => {
    const { isaiah } = world.people;
    await recorded();
    outside('Clipchamp Premium', 'Enabled');
    await passes();
    const first = isaiah.newestCard()?.post;
    outside('Visio Plan 2', 'Disabled');
    await passes();
    assert.ok(first);
    await isaiah.press('Fix drift', { on: first });
    await settles();
    assert.equal(product('Clipchamp Premium').policyValue, 'Disabled');
    assert.equal(product('Visio Plan 2').policyValue, 'Disabled', 'drifted, and still so');
  });

  it('is accepted by one press: what is so is what is wanted, and the journal says who', async () => {
    const { isaiah } = world.people;
    await recorded();
    outside('Clipchamp Premium', 'Enabled');
    await passes();
    await isaiah.press('Make this the baseline');
    assert.match(
      isaiah.card(),
      /^These rules are as they should be again\n✓ {2}Clipchamp Premium\s›\neveryone may buy, as it/,
    );
    const last = audited('wished').at(-1);
    assert.deepEqual([last?.actor?.name, last?.before, last?.after], ['Isaiah Langer', 'Disabled', 'Enabled']);
    await passes();
    assert.equal(told(isaiah).length, 1);
  });

  it('is set back by itself where an admin said so, and the card says so', async () => {
    const { alex, isaiah } = world.people;
    await recorded();
    assert.match(await says(alex, 'baseline alone on'), /I fix drift as soon as I see it/);
    outside('Clipchamp Premium', 'Enabled');
    await passes();
    assert.equal(product('Clipchamp Premium').policyValue, 'Disabled');
    assert.deepEqual(told(isaiah).length, 1);
    assert.match(
      told(isaiah)[0] ?? '',
      /^These rules are as they should be again\nI fixed 1 of 1 automatically with CH-1\./,
    );
    const set = audited('rule-set').at(-1);
    assert.deepEqual([set?.actor?.name, set?.after], ['Purser', 'Disabled']);
    await says(alex, 'baseline alone off');
    outside('Clipchamp Premium', 'Enabled');
    await passes();
    assert.equal(product('Clipchamp Premium').policyValue, 'Enabled');
    assert.match(told(isaiah)[1] ?? '', /\[Fix drift\]/);
  });

  it('survives an end of the process between finding and setting back, and sets back once', async () => {
    const { alex, isaiah } = world.people;
    await recorded();
    await says(alex, 'baseline alone on');
    outside('Clipchamp Premium', 'Enabled');
    world.clock.advance(15 * minute);
    await world.purser.sync.run();
    await world.restart();
    await settles();
    assert.equal(product('Clipchamp Premium').policyValue, 'Disabled');
    await passes();
    assert.equal(told(isaiah).length, 1);
    assert.equal(world.purser.store.count('changes'), 1);
  });

  it('is not fought over: after three times in a day Purser asks, says why, and a person’s press counts anew', async () => {
    const { alex, isaiah } = world.people;
    await recorded();
    await says(alex, 'baseline alone on');
    for (let n = 0; n < 4; n++) {
      outside('Clipchamp Premium', 'Enabled');
      await passes(hour);
    }
    assert.equal(world.purser.store.count('changes'), 3);
    assert.equal(product('Clipchamp Premium').policyValue, 'Enabled');
    assert.equal(told(isaiah).length, 4);
    assert.match(told(isaiah)[3] ?? '', /fixed 3 times in a day and changed again each time: it’s up to you now/);
    await passes(2 * day);
    assert.equal(told(isaiah).length, 4, 'asked once');
    await isaiah.press('Fix drift');
    await settles();
    assert.equal(product('Clipchamp Premium').policyValue, 'Disabled');
    outside('Clipchamp Premium', 'Enabled');
    await passes();
    assert.equal(product('Clipchamp Premium').policyValue, 'Disabled', 'by itself again');
  });

  it('what Microsoft refuses is tried three times and then left, with Microsoft’s reason', async () => {
    const { alex, isaiah } = world.people;
    outside('Python in Excel', 'Disabled');
    await passes();
    await recorded();
    await says(alex, 'baseline alone on');
    outside('Python in Excel', 'Enabled');
    for (let n = 0; n < 6; n++) await passes();
    assert.equal(world.purser.store.count('changes'), 3);
    assert.equal(told(isaiah).length, 2, 'once found, once left');
    assert.match(told(isaiah)[1] ?? '', /it’s up to you now · Microsoft says: “Python in Excel is managed/);
  });

  it('a new product is announced with what the baseline makes of it; the first reading announces nothing', async () => {
    const { alex, isaiah } = world.people;
    await recorded();
    assert.equal(told(isaiah).length, 0);
    const added = {
      productId: 'CFQ7TTC0NEW1',
      productName: 'Loop Premium',
      policyValue: 'Enabled',
      trials: false,
    } as const;
    world.tenant.company.products.push({ ...added, refuses: null });
    await passes();
    assert.match(
      told(isaiah)[0] ?? '',
      /^A new Microsoft product\nLoop Premium\s›\neveryone may buy; not in the baseline/,
    );
    assert.match(told(isaiah)[0] ?? '', /Your baseline says nothing about new products\./);
    await says(alex, 'baseline new products block');
    world.tenant.company.products.push({
      ...added,
      productId: 'CFQ7TTC0NEW2',
      productName: 'Mesh Plus',
      refuses: null,
    });
    await passes();
    assert.match(
      told(isaiah)[1] ?? '',
      /^A new Microsoft product\n.*Mesh Plus\s›\neveryone may buy; should be: nobody may buy/s,
    );
    await isaiah.press('Fix drift');
    await settles();
    assert.equal(product('Mesh Plus').policyValue, 'Disabled');
    assert.equal(product('Loop Premium').policyValue, 'Enabled', 'it came before anything was said of new ones');
    assert.equal(audited('wished').at(-1)?.actor?.name, 'Purser');
  });

  it('a new product is set by itself where an admin said so', async () => {
    const { alex, isaiah } = world.people;
    await says(isaiah, 'notify on alerts');
    await says(alex, 'baseline new products block');
    await says(alex, 'baseline alone on');
    const added = {
      productId: 'CFQ7TTC0NEW1',
      productName: 'Loop Premium',
      policyValue: 'Enabled',
      trials: false,
    } as const;
    world.tenant.company.products.push({ ...added, refuses: null });
    await passes();
    assert.equal(product('Loop Premium').policyValue, 'Disabled');
    assert.equal(told(isaiah).length, 1);
    assert.match(told(isaiah)[0] ?? '', /I fixed 1 of 1 automatically with CH-1\.\n✓ {2}Loop Premium/);
  });

  it('an exception that has ended is told as such', async () => {
    const { alex, isaiah } = world.people;
    await recorded();
    await says(alex, 'baseline clipchamp allow until 18/11/2026 because the film team');
    await says(alex, 'baseline fix');
    await settles();
    await passes();
    assert.equal(told(isaiah).length, 0);
    await passes(2 * day);
    assert.match(told(isaiah)[0] ?? '', /Its exception ended on 19 Nov 2026, 00:00\n.*Clipchamp Premium\s›/s);
    await passes();
    assert.equal(told(isaiah).length, 1);
  });

  it('nothing is told of a reading that failed, nor of a product that is gone and comes back', async () => {
    const { isaiah } = world.people;
    await recorded();
    const { products } = world.tenant.company;
    world.tenant.company.deadProduct = 'CFQ7TTC0PW0V';
    await passes();
    world.tenant.company.deadProduct = null;
    world.tenant.company.products = products.filter(({ productId }) => productId !== 'CFQ7TTC0N8SS');
    await passes();
    assert.notEqual(world.purser.store.get('rules', clipchamp)?.goneAt, null);
    world.tenant.company.products = products;
    await passes();
    assert.equal(world.purser.store.get('rules', clipchamp)?.goneAt, null);
    const [app] = world.tenant.company.apps;
    assert.ok(app);
    app.roles.licensing = [];
    world.tenant.expireTokens();
    await passes();
    assert.equal(told(isaiah).length, 0);
  });

  it('a change of an admin’s, under way or done, is no drift, and is not set back by itself', async () => {
    const { alex, isaiah } = world.people;
    await recorded();
    await says(alex, 'baseline alone on');
    await says(alex, 'allow clipchamp because the film team needs it');
    await alex.press(confirming);
    world.clock.advance(15 * minute);
    await world.purser.sync.run();
    assert.equal(told(isaiah).length, 0, 'while it is under way');
    await settles();
    await passes();
    await passes();
    assert.equal(product('Clipchamp Premium').policyValue, 'Enabled');
    assert.equal(told(isaiah).length, 0);
    assert.equal(world.purser.store.count('changes'), 1);
  });

  it('who may not decide presses in vain', async () => {
    const { patti } = world.people;
    await recorded();
    outside('Clipchamp Premium', 'Enabled');
    await passes();
    const notice = [...world.purser.store.all('notices')].find(({ saying }) => saying.card === 'drift')?.id;
    assert.ok(notice);
    assert.match(await says(patti, `baseline fix ${notice}`), /Only admins can do that/);
    assert.equal(product('Clipchamp Premium').policyValue, 'Enabled');
  });
});
