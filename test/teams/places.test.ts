/** Where others may read, lists of people and purchases are not shown: a chat is personal only where Teams says so. */
import assert from 'node:assert/strict';
import type { Activity, Chat, GroupChat, Person } from '../stand-ins/teams/teams.ts';
import { purserApp } from '../stand-ins/tenant/index.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a chat that Teams doesn’t call personal', () => {
  let world: World;
  let alex: Person;
  let between: GroupChat;
  let last = 0;
  let welcomed = 0;
  before(async () => {
    world = await openWorld();
    alex = world.people.alex;
    between = world.teams.groupChat({ name: 'Between two', members: [alex, world.people.adele] });
    await between.install(alex);
    await alex.say('hello');
    await world.purser.outbox.drain();
    welcomed = between.posts.length;
  });
  after(() => world.close());
  beforeEach(() => world.clock.advance(60_000));

  type Conversation = NonNullable<Activity['conversation']>;
  /** As Alex typed it there, told by Teams in another way. */
  async function typed(text: string, conversation: Partial<Conversation>, change: Partial<Activity> = {}) {
    const { activity } = await alex.say(text, { in: between });
    const id = `place-${++last}`;
    const answer = await world.teams.post({
      ...activity,
      id,
      conversation: { ...placed(), ...conversation },
      ...change,
    });
    await world.purser.outbox.drain();
    return answer;
  }
  const placed = (): Conversation => ({ id: between.id, tenantId: alex.tenantId });
  const purser = () => ({ id: `28:${purserApp.id}`, name: 'Purser' });
  /** What Purser has posted there since it was welcomed. */
  const shown = (chat: Chat): (string | undefined)[] =>
    chat.posts
      .slice(welcomed)
      .filter(({ from }) => from === 'bot')
      .map((post) => (post.card ? alex.card(post) : post.text));
  const mention = (): Partial<Activity> => ({
    entities: [{ type: 'mention', mentioned: purser(), text: '<at>Purser</at>' }],
  });

  const odd: [string, Partial<Conversation>][] = [
    ['that has no type', {}],
    ['of a type nobody knows yet', { conversationType: 'meeting' }],
    ['of a type that is empty', { conversationType: '' }],
    ['called personal and a group at once', { conversationType: 'personal', isGroup: true }],
    ['called personal, with the id of a chat between people', { conversationType: 'personal' }],
    ['called as a property every object has', { conversationType: 'constructor' }],
  ];
  for (const [what, conversation] of odd)
    it(`${what}: the list goes to the caller’s own chat, and nothing is posted there`, async () => {
      const [before, own] = [between.posts.length, alex.inbox().length];
      const { status } = await typed('purchases', conversation, mention());
      assert.equal(status, 200);
      assert.deepEqual(shown(between), []);
      assert.equal(between.posts.length, before + 1, 'what Alex typed');
      assert.equal(alex.inbox().length, own + 1);
      assert.match(alex.card(alex.inbox().at(-1)), /^Self-service purchases to decide/);
    });

  it('19:…@unq.gbl.spaces, which Purser can’t even write to, gets its answer in person', async () => {
    const own = alex.inbox().length;
    await typed('purchases', { id: '19:one_two@unq.gbl.spaces', conversationType: 'personal' });
    assert.equal(alex.inbox().length, own + 1);
  });

  it('is no place for what everybody may read elsewhere, either', async () => {
    const own = alex.inbox().length;
    await typed('help', {}, mention());
    assert.deepEqual(shown(between), []);
    assert.equal(alex.inbox().length, own + 1);
  });

  it('can’t be told anything unasked', async () => {
    await typed('notify on alerts', { id: '19:one_two@unq.gbl.spaces' });
    assert.match(alex.card(alex.inbox().at(-1)), /Teams doesn’t say what kind of chat this is/);
    assert.equal(world.purser.store.get('chats', '19:one_two@unq.gbl.spaces'), undefined);
  });

  it('a press there is answered in words, and the card in person', async () => {
    await alex.ask('purchases');
    const { activity } = await alex.press('Next');
    const own = alex.inbox().length;
    const answer = await world.teams.post({ ...(activity as Activity), id: `place-${++last}`, conversation: placed() });
    const { type, value } = answer.body as { type: string; value: unknown };
    assert.deepEqual(
      [type, value],
      ['application/vnd.microsoft.activity.message', 'I’ve sent it to you in our private chat.'],
    );
    assert.equal(alex.inbox().length, own + 1);
  });

  for (const type of ['installationUpdate', 'conversationUpdate', 'messageUpdate'])
    it(`a ${type} there welcomes nobody and remembers nothing`, async () => {
      const [chats, own] = [world.purser.store.count('chats'), alex.inbox().length];
      const { activity } = await alex.say('hello', { in: between });
      const { text: _, ...rest } = activity;
      const conversation = { id: '19:three_four@unq.gbl.spaces', tenantId: alex.tenantId };
      const added = { action: 'add', membersAdded: [purser()] };
      const { status } = await world.teams.post({ ...rest, ...added, type, id: `place-${++last}`, conversation });
      await world.purser.outbox.drain();
      assert.deepEqual([status, world.purser.store.count('chats'), alex.inbox().length], [200, chats, own]);
    });

  it('that an older store holds as somebody’s own is written to no more: their own chat is opened', async () => {
    const { store } = world.purser;
    const member = store.get('members', alex.id) ?? assert.fail();
    await store.transact((tx) =>
      tx.put('members', { ...member, chat: { id: between.id, serviceUrl: world.teams.serviceUrl } }),
    );
    const own = alex.inbox().length;
    await alex.say('purchases', { in: between, mention: true });
    assert.deepEqual(shown(between), ['I’ve sent it to you in our private chat.']);
    assert.equal(alex.inbox().length, own + 1);
    assert.equal(store.get('members', alex.id)?.chat?.id, alex.chat.id);
  });
});
