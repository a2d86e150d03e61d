/** Keeping a purchase: sanctioned until a day, and reviewed on it. */
import assert from 'node:assert/strict';
import { people } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { day, hour } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('keeping a purchase', () => {
  let world: World;
  let id: string;
  beforeEach(async () => {
    world = await openWorld();
    id = /(P-\d+)$/m.exec(await says(world.people.alex, 'purchases by:adele product:project'))?.[1] ?? assert.fail();
  });
  afterEach(() => world.close());

  const { says, sees, settles, passes } = actsIn(() => world);
  const the = () => world.purser.store.get('purchases', id) ?? assert.fail(id);
  const reviews = () => [...world.purser.store.all('notices')].filter(({ saying }) => saying.card === 'review');

  it('puts an owner, a day and a reason on it, takes it off the list, and the journal and the file tell', async () => {
    const { alex, isaiah } = world.people;
    const card = await says(alex, `keep ${id} until 2027-03-01 because design needs it`);
    assert.match(card, /kept until 1 Mar 2027/);
    assert.match(card, /Kept by \| Alex Wilber, until 1 Mar 2027/);
    assert.match(card, /Kept because \| design needs it/);
    assert.doesNotMatch(await says(isaiah, 'purchases'), new RegExp(`${id}\\b`));
    assert.match(await says(isaiah, 'purchases kept'), new RegExp(`kept until 1 Mar 2027 · ${id}\\b`));
    assert.match(await says(isaiah, 'purchases status:kept'), new RegExp(`${id}\\b`));
    assert.match(await says(isaiah, `audit ${id}`), /Kept[\s\S]*Alex Wilber, until 1 Mar 2027[\s\S]*design needs it/);
  });

  it('without a day or a reason asks for both, a year ahead to begin with, and never a day that is past', async () => {
    const { alex } = world.people;
    assert.match(await says(alex, `keep ${id}`), /Keep it until\nWhy it is kept/);
    assert.match(await says(alex, `keep ${id} until 2026-11-17 because we do`), /17 Nov 2026 isn’t still to come/);
    assert.match(await says(alex, `keep ${id} until 2031-01-01 because we do`), /Three years at most/);
    assert.equal(the().decision, null);
    await says(alex, `keep ${id}`);
    await alex.press('Keep it', { inputs: { until: '2027-02-01', reason: 'Design needs it' } });
    assert.match(sees(alex), /Kept by \| Alex Wilber, until 1 Feb 2027/);
  });

  it('understands a day as people say it, in French too', async () => {
    const { alex } = world.people;
    assert.match(await says(alex, `keep ${id} until 1 march because design needs it`), /until 1 Mar 2027/);
    const card = await says(alex, `garder ${id} jusqu’au 01/04/2027 parce que le design s’en sert`, 'fr-FR');
    assert.match(card, /Gardé par \| Alex Wilber, jusqu’au 1er avr\. 2027/);
    assert.match(card, /Pourquoi \| le design s’en sert/);
  });

  it('several at once are kept for one reason, after one confirmation', async () => {
    const { alex } = world.people;
    const ids = [...world.purser.store.all('purchases')]
      .filter((each) => each.purchaser === people.adele && each.kind === 'self-service' && each.status === 'Enabled')
      .map((each) => each.id);
    assert.match(await says(alex, `keep ${ids.join(' ')}`), /Keep \d+ purchases\?/);
    await alex.press(`Keep ${ids.length} purchases`, { inputs: { until: '2027-02-01', reason: 'Design needs it' } });
    for (const each of ids) assert.equal(world.purser.store.get('purchases', each)?.decision?.kind, 'kept');
  });

  it('what one admin keeps no other takes, asks about or keeps, until it is given back', async () => {
    const { alex, isaiah } = world.people;
    await says(alex, `classify ${id} self-service`);
    await says(alex, `keep ${id} until 2027-03-01 because design needs it`);
    for (const verb of ['take', 'ask', 'keep'])
      assert.match(await says(isaiah, `${verb} ${id}`), /Alex Wilber keeps P-\d+ until 1 Mar 2027/);
    await isaiah.press('Give back');
    assert.equal(the().decision, null);
    await settles();
    assert.match(sees(alex), /Isaiah Langer gave back .*, which you were keeping/);
  });

  it('a purchaser who was asked to cancel reads that it may stay, and nobody follows up', async () => {
    const { alex, adele } = world.people;
    await says(alex, `classify ${id} self-service`);
    await says(alex, `ask ${id} confirm`);
    await settles();
    const letter = adele.inbox().at(-1);
    await says(alex, `keep ${id} until 2027-03-01 because design needs it`);
    await settles();
    assert.match(sees(adele), /You can keep your purchase[\s\S]*until 1 Mar 2027: you needn’t do anything/);
    assert.notEqual(adele.inbox().at(-1), letter);
    await passes(8 * day);
    assert.ok(
      ![...world.purser.store.all('notices')].some(
        ({ saying, outcome }) => saying.card === 'still-there' && outcome === 'posted',
      ),
    );
  });

  it('on its day the owner and the chats with alerts are asked, once, and again each week until somebody answers', async () => {
    const { alex, isaiah } = world.people;
    await says(isaiah, 'notify on alerts');
    await says(alex, `keep ${id} until 2026-12-01 because design needs it`);
    world.clock.advance(13 * day + 21 * hour);
    await settles();
    assert.equal(reviews().length, 0, 'the day has not begun');
    world.clock.advance(2 * hour);
    await settles();
    for (const reader of [alex, isaiah]) {
      assert.match(sees(reader), /A kept purchase is up for review/);
      assert.match(sees(reader), /Kept by \| Alex Wilber, since 17 Nov 2026/);
    }
    await world.restart();
    await passes();
    assert.equal(reviews().length, 2);
    world.clock.advance(7 * day);
    await settles();
    assert.equal(reviews().length, 4);
    assert.match(await says(alex, 'waiting'), /review due/);
    await says(alex, 'purchases kept');
    await isaiah.press('Keep another year');
    assert.match(sees(isaiah), /Kept by \| Isaiah Langer, until 8 Dec 2027[\s\S]*design needs it/);
    await passes(21 * day);
    assert.equal(reviews().length, 4);
  });

  it('let it go gives it back to be decided on, and a review of what has ended is closed without a word', async () => {
    const { alex } = world.people;
    await says(alex, `keep ${id} until 2026-12-01 because design needs it`);
    world.clock.advance(14 * day);
    await settles();
    await alex.press('Let it go');
    assert.equal(the().decision, null);
    await says(alex, `keep ${id} until 2026-12-20 because design needs it`);
    const theirs = world.tenant.company.subscriptions.find((each) => each.id === the().subscription);
    Object.assign(theirs ?? assert.fail(), { status: 'Deleted' });
    await passes(21 * day);
    assert.equal(reviews().length, 1);
  });

  it('a review says what it can of one without a date, and nothing is asked of what is central by then', async () => {
    const { alex, isaiah } = world.people;
    await says(alex, `keep ${id} until 2026-12-01 because design needs it`);
    await world.purser.store.transact((tx) => tx.put('purchases', { ...the(), nextAt: null }));
    world.clock.advance(14 * day);
    await settles();
    assert.match(sees(alex), /A kept purchase is up for review/);
    const asked = reviews().length;
    await says(isaiah, `classify ${id} central`);
    assert.equal(the().decision, null);
    world.clock.advance(14 * day);
    await settles();
    assert.equal(reviews().length, asked);
  });

  it('what a purchaser says of keeping it is no command of an admin’s', async () => {
    const { adele } = world.people;
    assert.doesNotMatch(await says(adele, 'keep it'), /Only admins/);
    assert.doesNotMatch(await says(adele, 'je garde ma licence', 'fr-FR'), /administrateurs/);
    assert.match(await says(adele, `keep ${id} until 2027-03-01 because I like it`), /Only admins can do that/);
    assert.equal(the().decision, null);
  });
});
