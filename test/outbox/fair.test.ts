/** Who has a hundred things to say keeps nobody from being told something else. */
import assert from 'node:assert/strict';
import { notifyRarely } from '../../store/notices.ts';
import type { Notice } from '../../store/records.ts';
import { company } from '../stand-ins/tenant/index.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { day, minute } from '../world/clock.ts';
import { buyVisio, purchaseOf, requested } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';
import { noticeOf, write } from './fixture.ts';

describe('the outbox, with a hundred notices due', () => {
  let world: World;
  const its = company({ now: new Date('2026-11-17T09:15:00Z') });
  before(async () => {
    const subscription = buyVisio(its, { free: 30 });
    world = await openWorld({ company: its });
    await says(world.people.isaiah, 'notify on approvals');
    await says(world.people.alex, 'hello');
    for (let nth = 0; nth < 100; nth++) await write(world, { person: world.people.isaiah.id }, `flood ${nth}.`);
    world.clock.advance(1_000);
    await requested(world, purchaseOf(world, subscription));
    await write(world, { person: world.people.alex.id }, 'for another reader');
  });
  after(() => world.close());
  const { says } = actsIn(() => world);
  const begun = () => world.clock.now().getTime();

  it('posts an approval request before all of them, in the very chat they are for', async () => {
    const at = begun();
    await world.purser.outbox.drain();
    const posts = world.people.isaiah.inbox().map((post) => ({ card: world.people.isaiah.card(post), at: post.at }));
    const [request] = posts.filter(({ card }) => /TK-1/.test(card));
    const first = posts.findIndex(({ card }) => /flood/.test(card));
    assert.ok(request && request.at.getTime() - at < 2_000, 'at once');
    assert.ok(posts.indexOf(request) <= first + 1, `the request came as number ${posts.indexOf(request)}`);
  });

  it('tells each reader something in turn: the first of one does not wait for the hundredth of another', () => {
    const { alex, isaiah } = world.people;
    const other = alex.inbox().find((post) => /for another reader/.test(alex.card(post))) ?? assert.fail();
    const before = isaiah.inbox().filter((post) => /flood/.test(isaiah.card(post)) && post.at < other.at);
    assert.ok(before.length < 10, `after ${before.length} of somebody else’s`);
  });
});

describe('what may have to be said again', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());
  const { says } = actsIn(() => world);

  const tell = (words: string, mostADay = 3): Promise<Notice['id']> => {
    const saying = { card: 'answered', purchase: 'P-1', name: 'Adele', answer: 'objected', words } as const;
    const wanted = { key: 'again', to: { person: world.people.alex.id }, saying, mostADay };
    return world.purser.store.transact((tx) => notifyRarely(tx, wanted, world.clock.now()));
  };

  it('is a few posts a day; beyond that, and while the last is not out, it is an edit of the last', async () => {
    await says(world.people.alex, 'hello');
    const ids: string[] = [];
    ids.push(await tell('one'), await tell('two'));
    assert.equal(ids[0], ids[1], 'nobody has read it yet');
    for (let nth = 0; nth < 10; nth++) {
      await world.purser.outbox.drain();
      world.clock.advance(minute);
      ids.push(await tell(`words ${nth}`));
    }
    assert.equal(new Set(ids).size, 3);
    const last = noticeOf(world, ids.at(-1) ?? '');
    assert.deepEqual(last.saying.card === 'answered' && last.saying.words, 'words 9');
    world.clock.advance(day);
    assert.ok(!ids.includes(await tell('the next day')));
  });

  it('a purchaser’s answers to a question are one card for each that they are, however often they change their words', async () => {
    const { alex, adele } = world.people;
    await says(alex, 'purchases by:adele');
    const id = /P-\d+/.exec(alex.card())?.[0] ?? assert.fail();
    await says(alex, `classify ${id} self-service`);
    await says(alex, `ask ${id} because the same is here`);
    await alex.press(confirming);
    await world.purser.outbox.drain();
    const before = alex.inbox().length;
    for (let nth = 0; nth < 20; nth++) {
      await says(adele, `object ${id} answer number ${nth}`);
      await world.purser.outbox.drain();
    }
    world.clock.advance(minute);
    await world.purser.outbox.drain();
    const cards = alex
      .inbox()
      .slice(before)
      .map((post) => alex.card(post));
    assert.equal(cards.length, 1);
    assert.match(cards[0] ?? '', /In their words: answer number 19/);
  });

  it('asking the same purchaser over and over is a few posts a day to them', async () => {
    const { alex, adele } = world.people;
    const id = [...world.purser.store.all('notices')].flatMap(({ saying }) =>
      saying.card === 'asked' ? [saying.purchase] : [],
    )[0];
    const before = adele.inbox().length;
    for (let nth = 0; nth < 8; nth++) {
      await world.purser.store.transact((tx) => {
        const purchase = tx.get('purchases', id ?? '') ?? assert.fail();
        tx.put('purchases', { ...purchase, decision: null });
      });
      await says(alex, `ask ${id} because of reason ${nth}`);
      await alex.press(confirming);
      await world.purser.outbox.drain();
    }
    world.clock.advance(minute);
    await world.purser.outbox.drain();
    assert.equal(adele.inbox().length - before, 2, 'three with the one before');
    assert.match(adele.card(), /reason 7/);
  });

  it('Purser added to a channel and taken out over and over welcomes it a few times a day', async () => {
    const team = world.teams.team({ name: 'Flapping', members: [world.people.alex] });
    const welcomes = (): number =>
      team.general.posts.filter(({ from, card }) => from === 'bot' && JSON.stringify(card ?? '').includes('Purser'))
        .length;
    for (let nth = 0; nth < 8; nth++) {
      await team.install(world.people.alex);
      await world.purser.outbox.drain();
      world.clock.advance(minute);
      await team.uninstall(world.people.alex);
    }
    assert.ok(welcomes() <= 3, `${welcomes()} welcomes`);
  });
});
