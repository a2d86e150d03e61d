/** What is on record: who did what, when, from what to what; and that nobody has touched it since. */
import assert from 'node:assert/strict';
import { audit, verifyAudit } from '../../store/audit.ts';
import { actsIn } from '../world/acts.ts';
import { openWorld, type World } from '../world/world.ts';

describe('the journal', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
    world.teams.limits.on = false;
  });
  afterEach(() => world.close());

  const { says } = actsIn(() => world);
  const idOf = async (words: string): Promise<string> =>
    /(P-\d+)$/m.exec(await says(world.people.alex, `purchases ${words}`))?.[1] ?? assert.fail();
  const found = async (filter: string): Promise<number> =>
    Number(/^Journal\n(\d+) entr/.exec(await says(world.people.alex, `audit ${filter}`))?.[1]);

  it('tells who did what, when, from what to what, and opens the purchase', async () => {
    const { alex, patti } = world.people;
    const id = await idOf('by:adele product:project');
    await says(alex, `take ${id}`);
    await says(alex, `classify ${id} central`);
    const card = await says(patti, 'journal');
    assert.match(card, /^Journal\n2 entries/);
    assert.match(card, /Kind confirmed.* Project Plan 3 · Adele Vance by Alex Wilber/);
    assert.match(card, /probably self-service → bought centrally · P-\d+ · A-2/);
    await patti.press(/Kind confirmed/);
    assert.match(patti.card(), /^Project Plan 3/);
  });

  it('tells what was seen at Microsoft since the first sync, and nothing of what stood before', async () => {
    const { alex } = world.people;
    assert.match(await says(alex, 'audit'), /Nothing has been recorded yet/);
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
    assert.match(card, /seen in Microsoft’s data/);
  });

  it('is found by person, product, purchase, action, date and words', async () => {
    const { alex, isaiah } = world.people;
    const [first, second] = [await idOf('by:adele product:project'), await idOf('clipchamp')];
    await says(alex, `take ${first}`);
    await says(isaiah, `take ${second}`);
    await says(alex, `classify ${second} central`);
    const expected: [string, number][] = [
      ['by:isaiah', 1],
      ['product:clipchamp', 2],
      [first, 1],
      [`purchase ${second}`, 0],
      ['action:taken', 2],
      ['action:"taken on" by:alex', 1],
      ['action:"type confirmé"', 1],
      ['action:pris', 2],
      ['since:2026-11-17', 3],
      ['since:2026-11-18', 0],
      ['until:2026-11-16', 0],
      ['until:17/11/2026', 3],
      ['clipchamp wilber', 1],
    ];
    for (const [filter, count] of expected) assert.equal(await found(filter), count, filter);
    assert.match(
      await says(alex, 'audit action:stolen'),
      /I didn’t understand “stolen” for “action”\. Possible: Kind confirmed,/,
    );
  });

  it('is found by the words it shows, in either language, and by the stored ones', async () => {
    const { alex } = world.people;
    const id = await idOf('by:adele product:project');
    await says(alex, `take ${id}`);
    await says(alex, `classify ${id} central`);
    const one = world.tenant.company.subscriptions.find(({ id: of }) => of !== id) ?? assert.fail();
    one.status = 'Suspended';
    await world.purser.sync.run();
    const expected: [string, number][] = [
      ['taken on', 1],
      ['pris en main', 1],
      ['taken', 1],
      ['bought centrally', 1],
      ['acheté par l’organisation', 1],
      ["achete par l'organisation", 1],
      ['confirmed central', 1],
      ['suspendu', 1],
      ['etat modifie', 1],
      ['seen at microsoft', 1],
      ['24 nov. 2026', 1],
      ['by alex wilber', 2],
      ['par Alex', 2],
      ['17 Nov 2026', 3],
      ['résilié', 0],
    ];
    for (const [words, count] of expected) assert.equal(await found(words), count, words);
  });

  it('takes a day for what it is in the time zone', async () => {
    const { alex } = world.people;
    const id = await idOf('by:adele product:project');
    // Half past eleven in the evening by UTC is past midnight in Paris.
    world.clock.advance(Date.parse('2026-11-17T23:30:00Z') - world.clock.now().getTime() - 10_000);
    await says(alex, `take ${id}`);
    assert.match(alex.card(), /until 25 Nov 2026/);
    assert.deepEqual([await found('since:2026-11-18'), await found('until:2026-11-17')], [1, 0]);
  });

  it('says what it is filtered by, that nothing fits, and shows all again on one press', async () => {
    const { alex, elodie } = world.people;
    await says(alex, `take ${await idOf('by:adele product:project')}`);
    const card = await says(alex, 'audit action:gone by:megan since:2026-11-01 zeppelin');
    assert.match(
      card,
      /Filter: “No longer at Microsoft”, by “megan”, since 1 Nov 2026 and “zeppelin”\nNo entries match/,
    );
    await alex.press('Clear filter');
    assert.match(alex.card(), /^Journal\n1 entry\n(?!Filter)/);
    await alex.press('Filter');
    await alex.press('Show results', { inputs: { words: 'project', action: 'taken' } });
    assert.match(alex.card(), /Filter: “Taken on” and “project”\n/);
    await alex.press('Filter');
    await alex.press('Show results', { inputs: { words: '', action: 'any' } });
    assert.match(alex.card(), /^Journal\n1 entry\n(?!Filter)/);
    assert.match(await says(elodie, 'audit'), /Only admins and viewers can do that/);
  });

  it('offers as filters what it tells of and what is in force, nothing that never happened', async () => {
    const { alex } = world.people;
    const offered = async (text: string): Promise<(string | undefined)[]> => {
      await says(alex, text);
      await alex.press('Filter');
      return [...alex.card().matchAll(/\( \) (.+)/g)].map(([, title]) => title);
    };
    assert.deepEqual(await offered('audit'), ['anything']);
    const id = await idOf('by:adele product:project');
    await says(alex, `take ${id}`);
    assert.deepEqual(await offered('audit'), ['anything', 'Taken on']);
    await says(alex, `classify ${id} central`);
    assert.deepEqual(await offered('audit'), ['anything', 'Kind confirmed', 'Taken on']);
    assert.deepEqual(await offered('audit action:gone'), [
      'anything',
      'Kind confirmed',
      'Taken on',
      'No longer at Microsoft',
    ]);
  });

  it('shows the last page for a page past the end, and says so', async () => {
    const { alex } = world.people;
    const id = await idOf('by:adele product:project');
    for (let n = 0; n < 11; n++) await says(alex, `take ${id}`);
    const card = await says(alex, 'audit by:alex page:7');
    assert.match(card, /There’s no page 7\. This is the last one, page 2\.[\s\S]*Page 2 of 2/);
    await alex.press('Previous');
    assert.match(alex.card(), /Filter: by “alex”[\s\S]*Page 1 of 2/);
  });

  it('tells until when in the reader’s language and time zone, also of entries that hold the day only', async () => {
    const { alex, patti } = world.people;
    const { store } = world.purser;
    await says(alex, `take ${await idOf('by:adele product:project')}`);
    const { id: _, previous: __, hash: ___, ...news } = store.get('audit', 'A-1') ?? assert.fail();
    assert.match(news.after ?? '', /^Alex Wilber, 2026-11-24T\d\d:\d\d:\d\d\.\d{3}Z$/);
    await store.transact((tx) => audit(tx, { ...news, after: 'Isaiah Langer, 2026-11-21' }));
    const card = await says(patti, 'audit');
    assert.match(card, /Alex Wilber, until 24 Nov 2026 · P-\d+ · A-1/);
    assert.match(card, /Isaiah Langer, until 21 Nov 2026 · P-\d+ · A-2/);
    await says(patti, 'langue français');
    assert.match(await says(patti, 'journal'), /Alex Wilber, jusqu’au 24 nov\. 2026/);
  });

  it('holds every export: who took what away, and how many rows', async () => {
    const { alex, patti } = world.people;
    await says(patti, 'export purchases visio json');
    await says(alex, 'export licences');
    await says(alex, 'export purchases zeppelin');
    const card = await says(alex, 'audit exported');
    assert.match(card, /^Journal\n2 entries/);
    assert.match(card, /Exported[\s\S]*by Patti Fernandez[\s\S]*\nPurchases, JSON, \d+ rows, “visio” · A-1/);
    assert.match(card, /Licence holders, CSV, \d+ rows · A-2/);
    assert.equal(verifyAudit(world.purser.store).holds, true);
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
    assert.match(await says(alex, 'audit verify'), /The chain is intact: 3 entries/);
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
