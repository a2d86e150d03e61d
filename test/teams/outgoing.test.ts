import assert from 'node:assert/strict';
import { allCommands } from '../../bot/commands.ts';
import type { Purchase } from '../../store/records.ts';
import { given, patiently } from '../patience.ts';
import type { Activity, Fault, Logged, Person, Team } from '../stand-ins/teams/teams.ts';
import { openWorld, type World } from '../world/world.ts';

let world: World;
let alex: Person;
let designers: Team;
let lastId = 0;

const second = 1000;
/** Answers to the person, in their own chat. */
const answers = (person = alex): number => person.inbox().length;
const sends = (since = 0): Logged[] => world.teams.log.slice(since).filter(({ what }) => what === 'send');
/** The texts the bot wrote under a post of a channel. */
const under = (id: string): (string | undefined)[] =>
  designers.general.posts.filter(({ from, thread }) => from === 'bot' && thread === id).map(({ text }) => text);
const inChannel = (person: Person, text: string) => person.say(text, { in: designers.general, mention: true });
/** The same words under an id Purser has not heard yet. */
const again = (activity: Activity): Activity => ({ ...activity, id: `outgoing-${++lastId}` });
/** What a client shows: anything else is "Something went wrong". */
function assertShown({ status, body }: { status: number; body: unknown }, name: string): void {
  assert.equal(status, 200, name);
  const { statusCode, type, value } = body as { statusCode: number; type: string; value: unknown };
  assert.equal(statusCode, 200, name);
  if (type === 'application/vnd.microsoft.activity.message') assert.ok(typeof value === 'string' && value, name);
  else {
    assert.equal(type, 'application/vnd.microsoft.card.adaptive', name);
    assert.equal((value as { type: string }).type, 'AdaptiveCard', name);
  }
}

describe('outgoing', () => {
  before(async () => {
    world = await openWorld();
    alex = world.people.alex;
    designers = world.teams.team({ name: 'Designers', channels: [], members: Object.values(world.people) });
    await designers.install(alex);
  });
  after(() => world.close());
  beforeEach(() => world.clock.advance(60 * second));
  afterEach(() => {
    // What a test brought about must not be the next one's.
    world.teams.complaints.splice(0);
    world.teams.faults.splice(0);
  });

  /** What they read sooner or later. */
  const tells = (person: Person, what: RegExp): Promise<void> =>
    patiently(told(person, what), () => person.card(person.inbox().at(-1)));
  async function told(person: Person, what: RegExp): Promise<void> {
    while (!what.test(person.card(person.inbox().at(-1)))) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      world.clock.advance(second);
      await world.purser.outbox.drain();
    }
  }

  describe('what the connector answers decides', () => {
    /** Says something whose answer meets this trouble; how often it was sent, posted, and how long that took in all. */
    async function meeting(fault: Fault) {
      world.teams.faults.push({ match: 'send', ...fault });
      const since = world.teams.log.length;
      const [before, at] = [answers(), world.clock.now().getTime()];
      const { status } = await alex.say('hello');
      const tries = sends(since);
      const waits = tries.slice(1).map((one, n) => one.at.getTime() - (tries[n]?.at.getTime() ?? 0));
      return {
        ...{ status, sent: tries.length, posted: answers() - before, waits },
        took: world.clock.now().getTime() - at,
      };
    }

    /** The notice that is due a moment later, as it reads. */
    async function owed(): Promise<string> {
      world.clock.advance(10 * second);
      await world.purser.outbox.drain();
      return alex.card(alex.inbox().at(-1));
    }

    it('a cut connection is tried once more, as nobody can tell whether the message was posted', async () => {
      const { sent, posted, status } = await meeting({ kind: 'reset-before' });
      assert.deepEqual([sent, posted, status], [2, 1, 200]);
    });
    it('and the same message comes twice where it was', async () => {
      const { sent, posted, status } = await meeting({ kind: 'reset-after' });
      assert.deepEqual([sent, posted, status], [2, 2, 200]);
    });
    it('cut twice, it is left to a notice', async () => {
      const { sent, posted, status } = await meeting({ kind: 'reset-before', times: 2 });
      assert.deepEqual([sent, posted, status], [2, 0, 200]);
      assert.match(await owed(), /^I owe you an answer/);
    });
    it('a message whose answer was posted before the connection was cut is not answered again', async () => {
      const { activity } = await alex.say('hello');
      world.teams.faults.push({ match: 'send', kind: 'reset-after' });
      const before = answers();
      await world.teams.deliver(again(activity), { times: 2, together: false });
      assert.equal(answers() - before, 2);
    });
    for (const status of [412, 502, 503, 504])
      it(`${status} is tried again`, async () => {
        const { sent, posted, status: answered, took } = await meeting({ kind: 'status', status, times: 2 });
        assert.deepEqual([sent, posted, answered], [3, 1, 200]);
        assert.ok(took > 0 && took < 20 * second, `${took} ms`);
      });
    for (const status of [400, 413, 500])
      it(`${status} brings the answer in brief`, async () => {
        const { sent, posted, status: answered } = await meeting({ kind: 'status', status });
        assert.deepEqual([sent, posted, answered], [2, 1, 200]);
        assert.match(alex.card(alex.inbox().at(-1)), /Teams didn’t take my whole answer/);
      });
    for (const status of [403, 404])
      it(`${status} is not tried again: a notice tells later`, async () => {
        const { sent, posted, status: answered } = await meeting({ kind: 'status', status });
        assert.deepEqual([sent, posted, answered], [1, 0, 200]);
        assert.match(await owed(), /^I owe you an answer/);
      });
    it('401 brings a new token, and the answer', async () => {
      const since = world.teams.log.length;
      const { sent, posted, status } = await meeting({ kind: 'status', status: 401 });
      assert.deepEqual([sent, posted, status], [2, 1, 200]);
      const [first, second] = sends(since).map(({ authorization }) => authorization);
      assert.notEqual(first, second);
    });
    it('401 for ever is left to a notice', async () => {
      const { sent, posted, status } = await meeting({ kind: 'status', status: 401, times: 2 });
      assert.deepEqual([sent, posted, status], [2, 0, 200]);
      assert.match(await owed(), /^I owe you an answer/);
    });
    it('429 is tried again when Retry-After says', async () => {
      const { posted, waits, status } = await meeting({ kind: '429', retryAfter: 7, times: 2 });
      assert.deepEqual([posted, waits, status], [1, [7 * second, 7 * second], 200]);
    });
    it('429 with a date is tried again at that date', async () => {
      const date = new Date(world.clock.now().getTime() + 5 * second).toUTCString();
      const { posted, waits } = await meeting({ kind: 'status', status: 429, headers: { 'retry-after': date } });
      assert.deepEqual([posted, waits.length], [1, 1]);
      assert.ok((waits[0] ?? 0) > 4 * second && (waits[0] ?? 0) <= 5 * second, `${waits}`);
    });
    it('429 without it is tried again after a while', async () => {
      const { posted, waits } = await meeting({ kind: '429' });
      assert.deepEqual([posted, waits.length], [1, 1]);
      assert.ok((waits[0] ?? 0) > 0);
    });
    it('429 for longer than anybody waits is not waited for: the notice waits', async () => {
      const { sent, took } = await meeting({ kind: '429', retryAfter: 3600 });
      assert.deepEqual([sent, took], [1, 0]);
      const before = answers();
      world.clock.advance(3599 * second);
      await world.purser.outbox.drain();
      assert.equal(answers(), before);
      assert.match(await owed(), /^I owe you an answer/);
    });
    it('trouble that stays is given up, and left to a notice', async () => {
      const { sent, posted } = await meeting({ kind: '429', retryAfter: 1, times: 100 });
      assert.ok(sent > 1 && sent < 6, `${sent} times`);
      assert.equal(posted, 0);
      world.teams.faults.splice(0);
      assert.match(await owed(), /^I owe you an answer/);
    });
    it('an edit waits like a message', async () => {
      await alex.say('purchases');
      const since = world.teams.log.length;
      world.teams.faults.push({ match: 'edit', kind: '429', retryAfter: 3 });
      const { status } = await alex.press('Next', { fallback: true });
      const edits = world.teams.log.slice(since).filter(({ what }) => what === 'edit');
      assert.deepEqual([status, edits.length, sends(since).length], [200, 2, 0]);
    });
    describe('a connector that hangs holds nobody longer than Teams waits (15 s)', () => {
      let chat: { status: number; took: number };
      let channel: { status: number; took: number };
      before(async () => {
        world.teams.faults.push({ kind: 'hang', times: 100 });
        const startedAt = given();
        const timed = async (said: Promise<{ status: number }>) => {
          const { status } = await said;
          return { status, took: given() - startedAt };
        };
        [chat, channel] = await Promise.all([timed(alex.say('hello')), timed(inChannel(world.people.lidia, 'whoami'))]);
        world.teams.faults.splice(0);
      });
      it('in a chat', () => assert.ok(chat.took < 12_000 && chat.status === 200, JSON.stringify(chat)));
      it('in a channel, where it takes more calls', () =>
        assert.ok(channel.took < 14_500 && channel.status !== 504, JSON.stringify(channel)));
    });
  });

  describe('an answer in person to a question in a channel', () => {
    const inPerson = ({ conversation, what }: Logged): boolean => conversation === alex.chat.id && what === 'send';
    const meets = (...faults: Fault[]): void =>
      void world.teams.faults.push(...faults.map((each) => ({ ...each, match: inPerson })));
    let since: number;
    beforeEach(() => {
      since = answers();
    });
    const untaken = (): Purchase | undefined =>
      [...world.purser.store.all('purchases')].find(
        ({ decision, kind, status }) => !decision && kind === 'self-service' && status === 'Enabled',
      );
    const newest = () => alex.card(alex.inbox().slice(since).at(-1));

    it('comes in brief where it is too big for Teams', async () => {
      meets({ kind: 'status', status: 413 });
      const { id } = await inChannel(alex, 'purchases');
      assert.match(newest(), /Teams didn’t take my whole answer/);
      assert.match(under(id).join(), /I’ve sent it to you/);
    });
    it('comes later where Teams takes nothing now, and the channel says so instead of how to add the app', async () => {
      meets({ kind: 'status', status: 503, times: 9 });
      const { id } = await inChannel(alex, 'purchases');
      assert.equal(
        under(id).join(),
        'Teams isn’t taking my messages just now. I’ll write to you in our private chat as soon as it does.',
      );
      world.teams.faults.splice(0);
      world.clock.advance(10 * second);
      await world.purser.outbox.drain();
      assert.match(newest(), /^I owe you an answer\n[\s\S]*“purchases”[\s\S]*Nothing was changed/);
    });
    it('is told as recorded where it had its effect, and is not asked to be repeated', async () => {
      const purchase = untaken();
      meets({ kind: 'reset-before', times: 2 });
      const { id } = await inChannel(alex, `take ${purchase?.id}`);
      assert.equal(
        under(id).join(),
        'What you asked for is done and recorded. Teams didn’t confirm my message in our private chat.',
      );
    });
    it('is told as recorded in a notice, which leads to what it was about', async () => {
      const purchase = untaken();
      world.teams.faults.push({ match: 'send', kind: 'status', status: 502, times: 4 });
      await alex.say(`take ${purchase?.id}`);
      world.clock.advance(10 * second);
      await world.purser.outbox.drain();
      assert.match(newest(), /It’s done and recorded/);
      await alex.press(/^Open “take”/);
      assert.match(alex.card(), /Handled by \| Alex Wilber/);
      assert.ok(JSON.stringify(alex.chat.last?.card).includes(`"purchase":"${purchase?.id}"`));
    });
  });

  describe('a press whose answer fails', () => {
    it('is told in words, with a number, even where nothing can be written down', async () => {
      await alex.ask('purchases');
      const { activity } = await alex.press('Next');
      const { store } = world.purser;
      const { transact } = store;
      store.transact = async () => {
        throw new Error('the disk is full');
      };
      const conversation = { id: '19:one_two@unq.gbl.spaces', tenantId: alex.tenantId };
      const answer = await world.teams.post({ ...(activity as Activity), id: 'press-on-a-full-disk', conversation });
      store.transact = transact;
      assertShown(answer, 'a full disk');
    });
  });

  describe('whoever can’t be written to', () => {
    for (const how of ['MessageWritesBlocked', 'ConversationBlockedByUser'] as const)
      it(`${how}: the channel says so, and it is tried once`, async () => {
        const { adele } = world.people;
        adele.block(how);
        const since = world.teams.log.length;
        const { id, status } = await inChannel(adele, 'whoami');
        adele.unblock();
        assert.equal(status, 200);
        assert.match(under(id).join(), /^I can’t write to you directly/);
        assert.equal(sends(since).filter(({ conversation }) => conversation === adele.chat.id).length, 1);
      });
    it('without the app in person: the channel says how to get it', async () => {
      const { joni } = world.people;
      joni.chat.installed = false;
      const { id } = await inChannel(joni, 'whoami');
      joni.chat.installed = true;
      assert.match(under(id).join(), /Apps › Purser › Add/);
    });
  });

  describe('delivered more than once', () => {
    for (const together of [true, false])
      it(`a message three times ${together ? 'at once' : 'one after another'} is answered once`, async () => {
        const { activity } = await alex.say('whoami');
        const before = answers();
        const delivered = await world.teams.deliver(again(activity), { times: 3, together });
        assert.deepEqual(
          delivered.map(({ status }) => status),
          [200, 200, 200],
        );
        assert.equal(answers() - before, 1);
      });
    it('a message three times in a channel is answered once, there and in person', async () => {
      const { activity } = await inChannel(alex, 'whoami');
      const before = [answers(), under(activity.id ?? '').length];
      await world.teams.deliver(activity, { times: 3 });
      assert.deepEqual([answers(), under(activity.id ?? '').length], before);
    });
    it('two messages with the same words are answered each', async () => {
      const before = answers();
      await Promise.all([alex.say('hello'), alex.say('hello')]);
      assert.equal(answers() - before, 2);
    });
    it('a press gets its answer every time', async () => {
      await alex.say('purchases');
      const { activity, answer } = await alex.press('Next');
      const before = answers();
      for (const together of [true, false])
        for (const one of await world.teams.deliver(activity as Activity, { times: 2, together }))
          assert.deepEqual(one.body, answer?.body);
      assert.equal(answers(), before);
    });
  });

  it('ten people at once in one channel each get their own answer in person, and a word in their thread', async () => {
    const { alex, megan, adele, isaiah, lee, patti, henrietta, lidia, miriam, joni } = world.people;
    const ten = [alex, megan, adele, isaiah, lee, patti, henrietta, lidia, miriam, joni];
    const before = ten.map((person) => person.inbox().length);
    const said = await Promise.all(ten.map((person) => inChannel(person, 'whoami')));
    for (const [n, person] of ten.entries()) {
      assert.equal(said[n]?.status, 200);
      assert.deepEqual(under(said[n]?.id ?? ''), ['I’ve sent it to you in our private chat.'], person.name);
      const [post, ...more] = person.inbox().slice(before[n]);
      assert.deepEqual(more, []);
      assert.ok(person.card(post).includes(person.name), `${person.name} reads: ${person.card(post)}`);
    }
    assert.deepEqual(world.teams.complaints, []);
  });

  describe('a press is answered with 200 and something to show', () => {
    const nasty: unknown[] = [
      undefined,
      null,
      '',
      'x',
      7,
      [],
      ['x'],
      { purchase: { $ne: 1 } },
      { page: -1 },
      { page: '9'.repeat(400) },
    ];
    const pressed = async (value: unknown, changes: Partial<Activity> = {}) => {
      const { activity } = await world.people.lee.press('Check again');
      world.clock.advance(10 * second);
      return world.teams.post({ ...(activity as Activity), id: `press-${++lastId}`, value, ...changes });
    };
    before(() => world.people.lee.say('whoami'));

    it('whatever the value is', async () => {
      const values = [...nasty, { action: 'x' }, { action: {} }, { action: { verb: 7 } }, { action: { verb: '' } }];
      for (const value of values) assertShown(await pressed(value), String(JSON.stringify(value)));
    });
    for (const verb of [
      ...allCommands.map(({ name }) => name),
      'no-such-verb',
      '__proto__',
      'constructor',
      'x'.repeat(10_000),
    ])
      it(`whatever data comes with ${verb.slice(0, 20)}`, async () => {
        for (const data of nasty) {
          const action = { type: 'Action.Execute', verb, data };
          assertShown(await pressed({ action, trigger: 'manual' }), String(JSON.stringify(data)));
        }
      });
    it('whoever pressed, and wherever', async () => {
      const action = { type: 'Action.Execute', verb: 'purchases', data: {} };
      const from = { id: '29:nobody' };
      assertShown(await pressed({ action }, { from }), 'a stranger');
      assertShown(await pressed({ action }, { from: { ...from, aadObjectId: 'not an id' } }), 'a strange id');
      assertShown(await pressed({ action }, { replyToId: undefined, locale: undefined, entities: undefined }), 'bare');
      assertShown(await pressed({ action }, { locale: 'x'.repeat(1000) }), 'a strange locale');
    });
    it('an invoke of another kind is refused without words in the chat', async () => {
      const before = answers(world.people.lee);
      for (const name of [
        'task/fetch',
        'composeExtension/query',
        'signin/verifyState',
        'fileConsent/invoke',
        undefined,
      ])
        assert.equal((await pressed({}, { name })).status, 501, name);
      assert.equal(answers(world.people.lee), before);
    });
    it('within five seconds, though Microsoft takes six', async () => {
      const { miriam } = world.people;
      await miriam.say('whoami');
      world.tenant.faults.push({ match: '/graph', kind: 'slow', ms: 6000, times: 100 });
      const startedAt = given();
      const pressing = await miriam.press('Check again');
      const took = given() - startedAt;
      world.tenant.faults.splice(0);
      assert.ok(pressing.answer);
      assertShown(pressing.answer, 'slow');
      assert.ok(took < 5000, `${took} ms`);
    });
    it('or later in a notice, where Teams hangs up before it has the answer', async () => {
      const { lee } = world.people;
      await lee.say('whoami');
      const shown = lee.card();
      world.tenant.faults.push({ match: '/graph', kind: 'slow', ms: 1500, times: 100 });
      const { status } = await lee.press('Check again', { hangsUpAfter: 300 });
      assert.equal(status, 504);
      assert.equal(lee.card(), shown, 'nothing came of it that could be seen');
      await tells(lee, /I owe you an answer[\s\S]*whoami[\s\S]*Nothing was changed/);
      world.tenant.faults.splice(0);
      await lee.press((button) => button.select && button.title.includes('whoami'));
      assert.match(lee.card(), /Your role in Purser/);
    });
  });
});
