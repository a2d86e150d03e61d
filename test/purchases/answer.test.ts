/** What a purchaser answers to being asked: read, or I still need it. */
import assert from 'node:assert/strict';
import type { Wanted } from '../stand-ins/teams/press.ts';
import { actsIn } from '../world/acts.ts';
import { minute } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('an answer to what Purser asked', () => {
  let world: World;
  let purchase: string;
  let notice: string;
  beforeEach(async () => {
    world = await openWorld();
    const { alex, adele } = world.people;
    const found = [...world.purser.store.all('purchases')].find(
      ({ purchaser, status }) => purchaser === adele.id && status === 'Enabled',
    );
    purchase = found?.id ?? assert.fail();
    await says(alex, `classify ${purchase} self-service`);
    await says(alex, `ask ${purchase} confirm because of the contract`);
    await settled();
    notice = /^N-\d+$/m.exec(adele.card())?.[0] ?? assert.fail(adele.card());
  });
  afterEach(() => world.close());

  const { says } = actsIn(() => world);
  const settled = () => world.purser.outbox.drain();
  const answers = () => [...world.purser.store.all('audit')].filter(({ action }) => /seen|objected/.test(action));
  const told = () => [...world.purser.store.all('notices')].filter(({ saying }) => saying.card === 'answered').length;

  it('has a way to it on the purchase, until it is given', async () => {
    const { adele } = world.people;
    assert.match(await says(adele, `purchase ${purchase}`), /Next: answer Alex Wilber, who asks you to cancel/);
    await adele.press('Answer Alex Wilber');
    await adele.press('I still need it', { inputs: { reason: 'my team plans with it' } });
    await settled();
    assert.equal(told(), 1);
    assert.doesNotMatch(await says(adele, `purchase ${purchase}`), /Answer Alex Wilber/);
  });

  it('“Read” is heard by whoever asked, who sees what it is about; the advice stays', async () => {
    const { alex, adele } = world.people;
    await adele.press('Read');
    assert.match(adele.card(), /You answered\nRead\nI’ll pass it on to Alex Wilber\.\nWhat to do/);
    assert.doesNotMatch(adele.card(), /\[Read\]/);
    await settled();
    assert.match(alex.card(), /^The purchaser has read it\n[\s\S]*Adele Vance · \d+ seats?[\s\S]*\[Open\]/);
    await alex.press('Open');
    assert.match(alex.card(), /Adele Vance: asked to cancel\nRead · /);
  });

  it('said twice is heard once', async () => {
    const { adele } = world.people;
    await adele.press('Read');
    assert.match(await says(adele, `seen ${notice}`), /You answered\nRead/);
    await says(adele, `object ${notice} because we need it`);
    await says(adele, `object ${notice} because we need it`);
    assert.deepEqual([answers().length, told()], [2, 2]);
  });

  it('who has read it may object after all, and who objected is not made to agree', async () => {
    const { alex, adele } = world.people;
    await adele.press('Read');
    await adele.press('I still need it', { inputs: { reason: 'on second thoughts' } });
    assert.match(adele.card(), /I still need it · on second thoughts/);
    assert.match(await says(adele, `seen ${notice}`), /I still need it · on second thoughts/);
    await settled();
    assert.match(alex.card(), /^The purchaser objects\nIn their words: on second thoughts/);
    assert.deepEqual(
      answers().map(({ action, why, actor, purchase: about }) => [action, why, actor?.name, about]),
      [
        ['seen', null, 'Adele Vance', purchase],
        ['objected', 'on second thoughts', 'Adele Vance', purchase],
      ],
    );
  });

  it('an objection without words counts, and its words can follow; an empty press takes none away', async () => {
    const { alex, adele } = world.people;
    await says(adele, `object ${notice}`);
    await settled();
    assert.match(alex.card(), /^The purchaser objects\nThey gave no reason/);
    world.clock.advance(minute);
    await adele.press('Send my reason', { inputs: { reason: 'my team needs it' } });
    assert.match(adele.card(), /I still need it · my team needs it/);
    assert.doesNotMatch(adele.card(), /\[(I still need it|Send my reason|Read)\]/);
    await settled();
    assert.match(alex.card(), /In their words: my team needs it/);
    assert.match(await says(adele, `object ${notice}`), /I still need it · my team needs it/);
    assert.equal(told(), 1, 'later words are an edit of the first card');
  });

  it('typed in French is understood, with what was objected', async () => {
    const { alex, adele } = world.people;
    adele.locale = 'fr-FR';
    const card = await says(adele, `je m’oppose ${notice} parce que mon équipe en a besoin`);
    assert.match(card, /Votre réponse\nJ’en ai encore besoin · mon équipe en a besoin/);
    await settled();
    assert.match(alex.card(), /In their words: mon équipe en a besoin/);
    assert.match(await says(alex, 'audit'), /Someone objected[\s\S]*mon équipe en a besoin/);
  });

  it('that it was read, typed without its number, counts as the button where one message alone waits, and says so', async () => {
    const { adele, alex } = world.people;
    assert.match(await says(adele, 'can I object?'), /That was a question, so I did nothing/);
    assert.deepEqual([answers().length, told()], [0, 0]);
    assert.match(await says(adele, 'j’ai compris'), /What you type counts like the button/);
    await settled();
    assert.deepEqual([answers().length, told()], [1, 1]);
    assert.match(await says(adele, 'j’ai compris'), /is asking you to cancel/);
    assert.equal(answers().length, 1, 'said again');
    assert.match(await says(alex, 'got it'), /None of my messages is waiting for your answer/);
  });

  for (const words of ['je préfère garder', 'I still use it every day', 'j’en ai besoin'])
    it(`“${words}” answers the only message that is open, in these words`, async () => {
      const { adele, alex } = world.people;
      assert.match(await says(adele, words), new RegExp(`You answered\nI still need it · ${words}`));
      await settled();
      assert.match(alex.card(), new RegExp(`In their words: ${words}`));
    });

  it('of several that are open is asked which, and the one pressed gets the words', async () => {
    const { alex, adele } = world.people;
    const { store } = world.purser;
    const first = store.get('purchases', purchase) ?? assert.fail();
    await store.transact((tx) => tx.put('purchases', { ...first, id: 'P-900', decision: null }));
    await says(alex, 'ask P-900 confirm');
    await settled();
    assert.match(await says(adele, 'je m’oppose'), /^Which message do you mean\?\nA message to you about/);
    assert.match(await says(adele, 'I need it'), /You wrote: I need it\n/);
    assert.equal(answers().length, 0);
    const theirs: Wanted = ({ select, action: { data } }) => select && (data as { notice?: string }).notice === notice;
    await adele.press(theirs);
    assert.match(adele.card(), /You answered\nI still need it · I need it/);
    assert.equal(answers().length, 1);
  });

  it('in words, or with the purchase’s number instead of its own, loses none of them', async () => {
    const { adele } = world.people;
    assert.match(await says(adele, 'I object because we need it'), /You answered\nI still need it · we need it/);
    const purchase = /P-\d+/.exec(adele.card())?.[0];
    assert.match(await says(adele, `object ${purchase} because of the audit`), /I still need it · the audit/);
    assert.equal(told(), 1, 'later words are an edit of the first card');
    assert.match(await says(adele, 'object P-9999 because of nothing'), /None of my messages is waiting/);
  });

  it('is the addressee’s alone: anybody else learns nothing, not even whether there is such a message', async () => {
    const { alex, lidia, megan } = world.people;
    for (const person of [alex, lidia, megan]) {
      const theirs = await says(person, `object ${notice}`);
      const none = await says(person, 'object N-999');
      assert.match(theirs, /isn’t a message waiting for your answer/);
      assert.equal(theirs.replace(notice, 'N'), none.replace('N-999', 'N'));
      const { activity } = await person.say('help');
      const { text: _, ...pressed } = activity;
      const value = { verb: 'seen', data: { notice } };
      await world.teams.post({ ...pressed, id: `${activity.id}-forged`, value });
      assert.match(person.card(), /isn’t a message waiting for your answer/);
      assert.doesNotMatch(person.card(), /Adele|contract/);
    }
    assert.deepEqual([answers().length, told()], [0, 0]);
  });

  it('comes too late once the purchase has ended: the card says so, and nobody is told anything', async () => {
    const { adele, alex } = world.people;
    const before = alex.inbox().length;
    const { subscription } = world.purser.store.get('purchases', purchase) ?? assert.fail();
    const theirs = world.tenant.company.subscriptions.find(({ id }) => id === subscription) ?? assert.fail();
    theirs.status = 'Deleted';
    world.clock.advance(10_000);
    await world.purser.sync.run();
    await adele.press('Read');
    assert.match(adele.card(), /^The purchase has ended\n[\s\S]*there’s nothing left to cancel/);
    await settled();
    assert.match(adele.card(adele.inbox()[0]), /^The purchase has ended/);
    assert.doesNotMatch(adele.card(), /\[(Read|I still need it|How to cancel)\]|Who pays|By when/);
    assert.deepEqual([answers().length, told(), alex.inbox().length], [0, 0, before]);
  });
});
