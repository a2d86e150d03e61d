/** What rests on a role is told to people who have it when it is posted; and anyone may have quiet in their own chat. */
import assert from 'node:assert/strict';
import { notices } from '../../bot/notices.ts';
import { notify, showNotice } from '../../store/notices.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { groups, people } from '../stand-ins/tenant/index.ts';
import { minute } from '../world/clock.ts';
import { buys, ledger, noticeOf, settle, subscribe, useWorld, write } from './fixture.ts';

describe('what rests on a role', () => {
  const its = useWorld();
  const admins = (): string[] => its.world.tenant.company.roles[0]?.members ?? assert.fail('no admins');
  const takeAway = (id: string): void => {
    const { roles, groups: all } = its.world.tenant.company;
    for (const each of [...roles, ...all]) each.members = each.members.filter((member) => member !== id);
  };
  const found = async (): Promise<void> => {
    buys(its.world, 1);
    its.world.clock.advance(15 * minute);
    await its.world.purser.sync.run();
    await settle(its.world);
  };
  const texts = (person: Person): string[] => person.inbox().map((post) => person.card(post));
  const alerts = (person: Person): number =>
    texts(person).filter((card) => /new self-service purchase/.test(card)).length;

  it('an alert is not told to somebody who lost the role; their subscription ends, and the others read so once', async () => {
    const { alex, isaiah } = its.world.people;
    await subscribe(its.world, alex);
    await subscribe(its.world, isaiah);
    takeAway(people.isaiah);
    await found();
    await found();
    assert.equal(alerts(isaiah), 0);
    assert.equal(alerts(alex), 2);
    assert.equal(
      texts(alex).filter((card) => /Isaiah Langer no longer gets|no longer gets alerts/.test(card)).length,
      1,
    );
    const chat = [...its.world.purser.store.all('chats')].find(({ person }) => person === people.isaiah);
    assert.deepEqual(chat?.topics, []);
    admins().push(people.isaiah);
    await found();
    assert.equal(alerts(isaiah), 0, 'it was ended, not paused');
  });

  it('the answer to a question is not told to somebody who lost the role since, nor to somebody disabled', async () => {
    const { alex, isaiah } = its.world.people;
    takeAway(people.isaiah);
    await write(its.world, { person: people.alex }, 'the answer');
    const user = its.world.tenant.company.users.get(people.alex) ?? assert.fail();
    user.accountEnabled = false;
    await settle(its.world);
    assert.ok(!texts(alex).some((card) => card.includes('the answer')));
    takeAway(people.isaiah);
    assert.ok(!texts(isaiah).some((card) => card.includes('the answer')));
  });

  /** Posted to them while they had the role; then it was taken away. */
  async function postedTo(person: Person, words = 'the answer'): Promise<{ key: string; id: string }> {
    const id = await write(its.world, { person: person.id }, words);
    await settle(its.world);
    assert.ok(texts(person).some((card) => card.includes(words)));
    takeAway(person.id);
    its.world.clock.advance(2 * minute);
    return noticeOf(its.world, id);
  }
  const edits = () => its.world.teams.log.filter(({ what }) => what === 'edit').length;
  async function changes({ key }: { key: string }): Promise<void> {
    const { clock, purser } = its.world;
    clock.advance(minute);
    await purser.store.transact((tx) => showNotice(tx, key, clock.now()));
    await settle(its.world);
  }

  it('what was posted to somebody who lost the role since says so once in its place, without content, and is forgotten', async () => {
    const { isaiah } = its.world.people;
    const posted = await postedTo(isaiah);
    await changes(posted);
    assert.ok(!texts(isaiah).some((card) => card.includes('the answer')));
    assert.match(
      isaiah.card(),
      /no longer for you[\s\S]*no longer have a role that may read it; what was here is gone/,
    );
    assert.doesNotMatch(JSON.stringify(isaiah.inbox().at(-1)?.card), /"verb":"(?!whoami)/);
    assert.equal(ledger(its.world, posted.id).at(-1), 'withdrawn');
    const before = edits();
    await changes(posted);
    assert.equal(edits(), before, 'once');
    admins().push(people.isaiah);
    await changes(posted);
    assert.equal(edits(), before, 'forgotten, also where they have the role again');
  });

  it('the same in French, and where they are a member no more', async () => {
    const { isaiah } = its.world.people;
    isaiah.locale = 'fr-FR';
    await isaiah.ask('aide');
    const posted = await postedTo(isaiah, 'la réponse');
    const user = its.world.tenant.company.users.get(people.isaiah) ?? assert.fail();
    user.userType = 'Guest';
    await changes(posted);
    assert.match(isaiah.card(), /n’êtes plus membre de cette organisation.; le contenu de ce message a été effacé/);
    assert.ok(!texts(isaiah).some((card) => card.includes('la réponse')));
  });

  it('where Teams won’t change it, nothing new is posted; where the person is away, it waits for them', async () => {
    const { isaiah, patti } = its.world.people;
    const refused = await postedTo(isaiah);
    its.world.teams.faults.push({ match: 'edit', kind: 'status', status: 403 });
    const inbox = isaiah.inbox().length;
    await changes(refused);
    assert.equal(isaiah.inbox().length, inbox);
    assert.equal(noticeOf(its.world, refused.id).delivered, null);
    const away = await postedTo(patti);
    const { store } = its.world.purser;
    const member = store.get('members', patti.id) ?? assert.fail();
    const since = its.world.clock.now().toISOString();
    await store.transact((tx) => tx.put('members', { ...member, away: { why: 'blocked', since } }));
    await changes(away);
    assert.ok(texts(patti).some((card) => card.includes('the answer')));
    await patti.ask('hello');
    await settle(its.world);
    assert.ok(!texts(patti).some((card) => card.includes('the answer')));
  });

  it('that everything stops, and why, is not told to somebody who lost the role; nor that it goes on', async () => {
    const { alex, isaiah } = its.world.people;
    await subscribe(its.world, isaiah);
    takeAway(people.isaiah);
    its.world.clock.advance(2 * minute);
    await alex.ask('pause everything because the auditors are here');
    await settle(its.world);
    assert.ok(!texts(isaiah).some((card) => /auditors/.test(card)));
    await alex.ask('resume');
    its.world.clock.advance(10_000);
    await alex.press('Resume');
    await settle(its.world);
    assert.ok(!texts(isaiah).some((card) => /goes on/.test(card)));
  });

  it('an answer that is owed is a refusal and nothing else where they are a guest by now', async () => {
    const { isaiah } = its.world.people;
    const { clock, purser, tenant } = its.world;
    await isaiah.ask('hello');
    const user = tenant.company.users.get(people.isaiah) ?? assert.fail();
    user.userType = 'Guest';
    clock.advance(2 * minute);
    const owed = { command: 'purchases', at: clock.now().toISOString(), recorded: true, again: null };
    await purser.store.transact((tx) =>
      notify(
        tx,
        { key: 'owed', to: { person: isaiah.id }, saying: { card: 'late-answer', asked: [owed] } },
        clock.now(),
      ),
    );
    await settle(its.world);
    assert.match(isaiah.card(), /I only work for people in this organisation/);
    assert.doesNotMatch(isaiah.card(), /recorded/);
  });

  it('is said by every kind of notice: what people ask to be told rests on a role', () => {
    for (const [name, { audience, topic }] of Object.entries(notices)) {
      assert.ok(audience, name);
      if (topic) assert.ok(Array.isArray(audience) && audience.length > 0, `${name}: ${audience}`);
    }
  });

  it('waits while Microsoft can’t be asked, and is told as soon as it can', async () => {
    const { alex } = its.world.people;
    its.world.tenant.faults.push({ match: 'POST /graph/v1.0/$batch', kind: 'status', code: 403, times: 2 });
    await write(its.world, { person: people.alex }, 'the answer');
    await its.world.purser.outbox.drain();
    assert.ok(!texts(alex).some((card) => card.includes('the answer')));
    await settle(its.world);
    assert.ok(texts(alex).some((card) => card.includes('the answer')));
  });

  it('is checked for many at once: sixty readers cost not half as many calls', async () => {
    const users = [...its.world.tenant.company.users.values()].filter(
      ({ userType, accountEnabled }) => userType === 'Member' && accountEnabled,
    );
    for (const { id } of users.slice(0, 60)) await write(its.world, { person: id });
    const before = its.world.tenant.requests.filter(({ path }) => path.endsWith('/$batch')).length;
    await its.world.purser.outbox.drain();
    const calls = its.world.tenant.requests.filter(({ path }) => path.endsWith('/$batch')).length - before;
    assert.ok(calls < 30, `${calls} calls`);
  });

  it('notify off is anyone’s in their own chat, by topic, at once, pressed, in French, and while Microsoft is down', async () => {
    const { isaiah, world } = { ...its.world.people, world: its.world };
    const topics = () => [...world.purser.store.all('chats')].find(({ person }) => person === people.isaiah)?.topics;
    for (const say of [
      () => isaiah.ask('notify off alerts'),
      () => isaiah.ask('notify off'),
      () => isaiah.ask('notifications désactiver alertes', { locale: 'fr-FR' }),
      () => isaiah.press(/Stop|Switch off|alerts/),
    ]) {
      if (!admins().includes(people.isaiah)) admins().push(people.isaiah);
      await isaiah.ask('whoami again');
      await isaiah.ask('notify on alerts');
      assert.deepEqual(topics(), ['alerts']);
      takeAway(people.isaiah);
      await say();
      assert.deepEqual(topics(), [], String(say));
    }
    admins().push(people.isaiah);
    await isaiah.ask('notify on alerts');
    world.tenant.faults.push({ match: '/graph', kind: 'status', code: 503, times: 2 });
    await isaiah.ask('notify off');
    assert.deepEqual(topics(), []);
    world.tenant.faults.length = 0;
  });

  it('notify off in a channel, or notify on anywhere, is an admin’s', async () => {
    const { world } = its;
    const { alex, adele } = world.people;
    const team = world.teams.team({ name: 'Procurement', members: [alex, adele] });
    await team.install(alex);
    await alex.say('notify on alerts', { in: team.general, mention: true });
    await adele.say('notify off', { in: team.general, mention: true });
    assert.ok(
      [...world.purser.store.all('chats')].some(({ kind, topics }) => kind === 'channel' && topics.length === 1),
    );
    assert.match(await adele.ask('notify on alerts'), /Only admins can do that/);
  });
});

describe('the welcome', () => {
  const its = useWorld();

  for (const [who, id, says] of [
    ['a guest', people.guestAlex, /I only work for people in this organisation/],
    ['somebody disabled', people.diego, /I can’t find your account/],
    ['a stranger', '7e9a0000-0000-4000-8000-00000000dead', /I can’t find your account/],
  ] as const)
    it(`of ${who} is a refusal and nothing else, in their own chat, in a group they add me to, and after hello`, async () => {
      const { world } = its;
      const person = world.teams.person({ id, name: 'Somebody', guest: id === people.guestAlex });
      await person.install();
      await settle(world);
      const group = world.teams.groupChat({ name: 'Us', members: [person] });
      await group.install(person);
      await settle(world);
      await person.ask('hello');
      const read = [
        ...person.inbox().map((post) => person.card(post)),
        ...group.posts.map((post) => person.card(post)),
      ];
      assert.ok(read.length >= 3);
      for (const card of read) {
        assert.match(card, says);
        assert.doesNotMatch(card, /read just now|ready|Set-up|approvers/i);
      }
    });

  it('of an approver without any other role is the welcome', async () => {
    const newcomer = its.world.teams.person({ id: people.miriam, name: 'Miriam Graham' });
    assert.ok(
      its.world.tenant.company.groups.some(
        ({ id, members }) => id === groups.approvers && members.includes(people.miriam),
      ),
    );
    await newcomer.install();
    await settle(its.world);
    assert.match(newcomer.card(), /^I’m Purser/);
  });
});
