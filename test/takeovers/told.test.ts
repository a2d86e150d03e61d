/** What people are told of a takeover is so for each of them, and nobody reads what is not for them. */
import assert from 'node:assert/strict';
import { progressOf } from '../../bot/takeovers/cards/view/announced.ts';
import type { Takeover } from '../../store/records.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { type Company, company, groups, type Subscription } from '../stand-ins/tenant/index.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { startAutomation } from '../world/automation.ts';
import { day } from '../world/clock.ts';
import { buyVisio, haveAllPurser, purchaseOf, requested } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('what people are told of a takeover', () => {
  let world: World;
  let its: Company;
  let subscription: Subscription;
  const opened = async (wanted: Parameters<typeof requested>[2] = {}, environment: Record<string, string> = {}) => {
    its = company({ now: new Date('2026-11-17T09:15:00Z') });
    subscription = buyVisio(its, { free: 30 });
    world = await openWorld({ company: its, environment });
    await says(world.people.alex, 'notify on approvals');
    await says(world.people.isaiah, 'notify on approvals');
    await requested(world, purchaseOf(world, subscription), wanted);
    await settles();
  };
  afterEach(() => world.close());

  const { says, sees, settles, passes } = actsIn(() => world);
  const taken = (): Takeover => world.purser.store.get('takeovers', 'TK-1') ?? assert.fail('no takeover');
  const cancel = { act: { kind: 'cancel', reason: 'cost' } } as const;
  /** One of the holders, who has Purser and bought nothing. */
  const holder = (nth = 0): Person => {
    const { adele, alex } = world.people;
    const id = taken().holders.ids.filter((each) => each !== adele.id && each !== alex.id)[nth] ?? assert.fail();
    return world.teams.person({ id, name: its.users.get(id)?.displayName ?? id, installed: true });
  };
  const read = (person: Person): string[] => person.inbox().map((post) => person.card(post));

  it('is what became of them: who could not be moved has lost a licence, and the purchaser reads of both', async () => {
    await opened();
    const { megan, adele } = world.people;
    const late = holder(4);
    const moved = holder(5);
    (its.users.get(late.id) ?? assert.fail()).usageLocation = null;
    await says(megan, 'approve TK-1');
    await passes(4 * day);
    assert.equal(taken().state, 'failed');
    subscription.status = 'Deleted';
    await passes();
    assert.equal(taken().state, 'done');
    assert.match(sees(late), /^A licence you used has ended/);
    assert.match(sees(late), /has ended, and so has your access/);
    assert.doesNotMatch(sees(late), /Instead/);
    assert.match(sees(moved), /^You have a new licence now[\s\S]*Instead \| Visio Plan 2/);
    assert.match(
      sees(adele),
      /Some of the people who used it have a licence for Visio Plan 2[^.]*; others have lost access/,
    );
  });

  it('is not that nothing happens, where it has ended by itself', async () => {
    await opened(cancel);
    const { megan, adele } = world.people;
    const one = holder();
    await says(megan, 'approve TK-1 confirm');
    await megan.press(confirming).catch(() => undefined);
    await settles();
    assert.equal(taken().state, 'approved');
    subscription.status = 'Deleted';
    await passes();
    assert.equal(taken().state, 'withdrawn');
    assert.match(sees(one), /^A licence you used has ended[\s\S]*has ended at Microsoft on its own[\s\S]*can ask/);
    assert.match(sees(adele), /^What you bought has ended/);
  });

  it('is that it is done, where all but the end was done and somebody else brought that about', async () => {
    const automation = await startAutomation({ secret: 'a secret of two, and long enough', clock: world?.clock });
    try {
      await opened(
        { ...cancel, ending: 'webhook' },
        { CANCELLATION: `webhook:${automation.url}`, CANCELLATION_SECRET: 'a secret of two, and long enough' },
      );
      const { megan } = world.people;
      haveAllPurser(world);
      automation.answers.push({ kind: 'refuse', words: 'Not in December' });
      await says(megan, 'approve TK-1');
      await megan.press(confirming);
      await settles();
      await passes(4 * day);
      assert.equal(taken().state, 'failed');
      subscription.status = 'Deleted';
      await passes();
      assert.equal(taken().state, 'done');
    } finally {
      await automation.close();
    }
  });

  it('ends for whoever owns it no more: their card says so, and nothing further comes', async () => {
    await opened();
    const { megan, adele, lidia } = world.people;
    await says(megan, 'approve TK-1');
    await settles();
    assert.match(sees(adele), /^Your organisation is taking over what you bought/);
    for (const user of its.users.values()) {
      if (user.id === adele.id) user.licences = user.licences.filter(({ skuId }) => skuId !== subscription.skuId);
    }
    await world.purser.store.transact((tx) => {
      const takeover = tx.get('takeovers', 'TK-1');
      const ids = takeover?.holders.ids.filter((id) => id !== adele.id) ?? [];
      if (takeover) tx.put('takeovers', { ...takeover, holders: { ...takeover.holders, ids } });
    });
    subscription.ownerId = lidia.id;
    await passes();
    assert.equal(taken().state, 'pending');
    const count = adele.inbox().length;
    assert.match(sees(adele), /as belonging to Lidia Holloway, so this no longer concerns you/);
    assert.doesNotMatch(sees(adele), /I still need it|Who pays/);
    await says(megan, 'approve TK-1');
    await passes(4 * day);
    subscription.status = 'Deleted';
    await passes();
    assert.equal(taken().state, 'done');
    assert.equal(adele.inbox().length, count, read(adele).join('\n---\n'));
  });

  it('is said to holders again on the day, and an objection that comes too late reaches the requester', async () => {
    await opened();
    const { alex, megan, adele, isaiah } = world.people;
    const one = holder();
    await says(megan, 'approve TK-1');
    await settles();
    const letter = one.inbox().at(-1);
    const count = adele.inbox().length;
    await passes(5 * day);
    assert.equal(taken().state, 'waiting');
    assert.match(sees(one), /^You’re getting a new licence today, \d+ Nov 2026\n/);
    assert.match(one.card(letter), /There’s a newer message below/);
    assert.equal(adele.inbox().length, count, 'the purchaser hears when it has ended');
    const late = /too late to hold this up: it has already begun\. I’m passing your words on to Alex Wilber/;
    assert.match(await says(adele, 'je préfère garder'), late);
    assert.match(sees(adele), /I still need it · je préfère garder/);
    await settles();
    assert.match(
      sees(alex),
      /^An objection came too late\nPurser, for Contoso\nAdele Vance still needs Visio[\s\S]*je préfère garder/,
    );
    assert.equal(taken().state, 'waiting', 'it holds nothing up');
    assert.match(await says(isaiah, 'audit'), /Someone objected[\s\S]*je préfère garder/);
  });

  it('is an objection only in words: without them the box is shown, and the client asks for it', async () => {
    await opened();
    const { megan, adele } = world.people;
    await says(megan, 'approve TK-1');
    await settles();
    await assert.rejects(adele.press('I still need it'), /would not send this: .*why you still need it/);
    await adele.press('More');
    const id = /^N-\d+$/m.exec(sees(adele))?.[0];
    assert.match(await says(adele, `object ${id}`), /write below why you still need it; nothing has been sent yet/);
    assert.deepEqual(taken().objections, []);
    assert.match(await says(adele, 'I still need it'), /You answered\nI still need it · I still need it/);
    assert.equal(taken().objections.length, 1);
  });

  it('is not who objected, nor in which words, for those who may only look; nor who may approve for the purchaser', async () => {
    await opened();
    const { megan, adele, patti, alex } = world.people;
    const one = holder();
    assert.match(await says(adele, 'reassign TK-1 zzz'), /You can’t do that with TK-1/);
    await says(megan, 'approve TK-1');
    await settles();
    await says(adele, 'object TK-1 SECRET of mine');
    await says(one, 'object TK-1 SECRET of theirs');
    await settles();
    const theirs = new RegExp(`SECRET|${one.name}|objected`);
    for (const words of ['reply TK-1', 'proceed TK-1', 'reply TK-1 hello', 'approval TK-1'])
      assert.doesNotMatch(await says(patti, words), theirs, words);
    assert.doesNotMatch(await says(adele, 'reply TK-1'), new RegExp(one.name));
    for (const words of ['one', 'two']) {
      await says(alex, 'reply TK-1');
      await alex.press('Reply', { inputs: { reason: words } });
    }
    assert.equal(taken().objections.filter(({ answer }) => answer?.how === 'replied').length, 2);
    assert.doesNotMatch(await says(patti, 'approval TK-1'), theirs);
    await says(alex, 'approval TK-1');
    await alex.press('More');
    assert.match(sees(alex), /SECRET of theirs/);
  });

  it('is nothing more, for who asked to be told and may not decide any more', async () => {
    await opened({}, { APPROVERS_GROUP: '' });
    const { isaiah } = world.people;
    const [name = ''] = [holder().name];
    await isaiah.press('More');
    assert.ok(sees(isaiah).includes(name), 'while the role is held');
    assert.match(sees(isaiah), /\[Approve\]/);
    for (const role of its.roles) role.members = role.members.filter((id) => id !== isaiah.id);
    for (const group of its.groups)
      if (group.id !== groups.viewers) group.members = group.members.filter((id) => id !== isaiah.id);
    const count = isaiah.inbox().length;
    await passes(day);
    assert.equal(isaiah.inbox().length, count, 'no reminder');
    const [chat] = [...world.purser.store.all('chats')].filter(({ id }) => id === isaiah.chat.id);
    assert.deepEqual(chat?.topics, [], 'the subscription has ended');
  });

  it('is kept in the form: words for one of several who object are shown with whom they go to', async () => {
    await opened();
    const { megan, adele, alex } = world.people;
    await says(megan, 'approve TK-1');
    await settles();
    await says(adele, 'object TK-1 we need it');
    await says(holder(), 'object TK-1 so do I');
    await settles();
    const form = await says(alex, 'reply TK-1 my long careful answer');
    assert.match(
      form,
      /1 other person objects too\. This reply goes to the first[\s\S]*Adele Vance[\s\S]*my long careful answer/,
    );
    await alex.press('Reply');
    assert.deepEqual(
      taken().objections.map(({ answer }) => answer?.words ?? null),
      ['my long careful answer', null],
    );
  });

  it('is not that something was noted, where nothing was', async () => {
    await opened();
    const { alex } = world.people;
    await says(alex, 'withdraw TK-1');
    const answer = await says(alex, 'check TK-1 cancelled');
    assert.doesNotMatch(answer, /I’ve noted that/);
    assert.match(answer, /This has already been decided/);
    assert.equal(taken().reports.length, 0);
  });

  it('is by “stop” in the notice period that it does not happen', async () => {
    await opened();
    const { alex, megan } = world.people;
    await says(megan, 'approve TK-1');
    await says(alex, 'stop TK-1');
    await alex.press(confirming);
    assert.equal(taken().state, 'withdrawn');
  });

  it('an automation that says to wait for ages is asked again a day later, not at once and not never', async () => {
    const automation = await startAutomation({
      secret: 'a secret of two, and long enough',
      clock: { now: () => world.clock.now() },
    });
    try {
      await opened(
        { ending: 'webhook' },
        { CANCELLATION: `webhook:${automation.url}`, CANCELLATION_SECRET: 'a secret of two, and long enough' },
      );
      const { megan } = world.people;
      const wait = { status: 503, headers: { 'retry-after': '99999999999999' } };
      for (let n = 0; n < 3; n++) automation.answers.push({ kind: 'answer', ...wait });
      await says(megan, 'approve TK-1');
      await passes(4 * day);
      assert.equal(automation.heard.length, 1);
      await passes(day / 2);
      assert.equal(automation.heard.length, 1);
      await passes(day);
      assert.equal(automation.heard.length, 2);
    } finally {
      await automation.close();
    }
  });
});

describe('how far a takeover is', () => {
  it('says that new licences are in place only where people were given some', () => {
    const told = (['move', 'stay', 'cancel'] as const).map((act) =>
      progressOf({ state: 'waiting', isObjected: false, isPaused: false, act, seatsEnd: false }),
    );
    assert.deepEqual(told, ['ending', 'endingCancel', 'endingCancel']);
    assert.equal(
      progressOf({ state: 'waiting', isObjected: false, isPaused: false, act: 'move', seatsEnd: true }),
      'endingSeats',
    );
  });
});
