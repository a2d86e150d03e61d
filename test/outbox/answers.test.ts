/** Every answer of the Bot Connector to a post, by Microsoft's table: how often it is asked, what is put on record, what is seen. */
import assert from 'node:assert/strict';
import type { Fault, Person } from '../stand-ins/teams/teams.ts';
import { openWorld, type World } from '../world/world.ts';
import { asked, asks, fate, meets, met, noticeOf, postsWith, settle, strangers, write } from './fixture.ts';

type Trouble = Fault extends infer F ? (F extends Fault ? Omit<F, 'match'> : never) : never;
const status = (code: number, error = ''): Trouble => ({
  kind: 'status',
  status: code,
  body: { error: { code: error, message: 'no' } },
});

describe('what the connector answers to a post', () => {
  let world: World;
  let everyone: Person[];
  before(async () => {
    world = await openWorld();
    everyone = strangers(world, 60);
  });
  after(() => world.close());
  afterEach(() => world.teams.faults.splice(0));

  /** Someone who met Purser is told something, and the connector is in trouble; what came of it. */
  async function telling(trouble: Trouble, times = 1) {
    const person = everyone.pop() ?? assert.fail();
    await met(person);
    asks(world, { person: person.id });
    const id = await write(world, { person: person.id }, `words for ${person.id}`);
    const since = world.teams.log.length;
    const at = world.clock.now().getTime();
    if (times > 0) meets(world, { match: 'send', times, ...trouble } as Fault);
    await settle(world);
    const posts = postsWith(world, `words for ${person.id}`).length;
    const took = (Date.parse(noticeOf(world, id).ledger.at(-1)?.at ?? '') - at) / 1000;
    return { person, id, requests: asked(world, since).join(' '), posts, fate: fate(world, id), took };
  }

  const cases: [what: string, Trouble, times: number, requests: string, posts: number, fate: string][] = [
    ['nothing special', status(503), 0, 'send', 1, 'posted posted'],
    ['400 is a no for good', status(400, 'BadSyntax'), 1, 'send', 0, 'unreached refused mail-failed unreached'],
    ['500 is a no for good', status(500), 1, 'send', 0, 'unreached refused mail-failed unreached'],
    [
      '403 with a code nobody knows, too',
      status(403, 'Whatever'),
      1,
      'send',
      0,
      'unreached refused mail-failed unreached',
    ],
    ['405 as well', status(405), 1, 'send', 0, 'unreached refused mail-failed unreached'],
    ['412 is tried again', status(412, 'PreconditionFailed'), 2, 'send send send', 1, 'posted waiting posted'],
    ['429 without a time is tried again', { kind: '429' }, 2, 'send send send', 1, 'posted waiting posted'],
    ['429 with a time, then', { kind: '429', retryAfter: 40 }, 2, 'send send send', 1, 'posted waiting posted'],
    [
      '429 with no time to wait is no reason to hurry',
      { kind: '429', retryAfter: 0 },
      2,
      'send send send',
      1,
      'posted waiting posted',
    ],
    ['502 is tried again', status(502), 2, 'send send send', 1, 'posted waiting posted'],
    ['503 is tried again', status(503), 9, Array(10).fill('send').join(' '), 1, 'posted waiting posted'],
    ['504 is tried again', status(504), 2, 'send send send', 1, 'posted waiting posted'],
    ['401 is waited out', status(401, 'BotNotRegistered'), 2, 'send send send', 1, 'posted waiting posted'],
    ['403 BotDisabledByAdmin, too', status(403, 'BotDisabledByAdmin'), 2, 'send send send', 1, 'posted waiting posted'],
    [
      '403 ConversationBlockedByUser ends it',
      status(403, 'ConversationBlockedByUser'),
      1,
      'send',
      0,
      'unreached away mail-failed unreached',
    ],
    [
      'a chat that is none any more is asked for anew',
      status(404, 'ConversationNotFound'),
      1,
      'send create send',
      1,
      'posted waiting posted',
    ],
    [
      'but once',
      status(404, 'ConversationNotFound'),
      2,
      'send create send',
      0,
      'unreached waiting away mail-failed unreached',
    ],
    ['413 is said in brief', status(413, 'MessageSizeTooBig'), 1, 'send send', 0, 'posted posted'],
    [
      '413 for that, too, is a no',
      status(413, 'MessageSizeTooBig'),
      2,
      'send send',
      0,
      'unreached refused mail-failed unreached',
    ],
    [
      'cut before it was posted: sent again, and marked',
      { kind: 'reset-before' },
      1,
      'send send',
      1,
      'posted cut posted-again',
    ],
    ['cut after it was posted: the same', { kind: 'reset-after' }, 1, 'send send', 2, 'posted cut posted-again'],
    [
      'cut twice: at most once more for each',
      { kind: 'reset-after' },
      2,
      'send send send',
      3,
      'posted cut cut posted-again',
    ],
  ];
  for (const [what, trouble, times, requests, posts, outcome] of cases)
    it(what, async () => {
      const told = await telling(trouble, times);
      assert.deepEqual([told.requests, told.posts, told.fate], [requests, posts, outcome]);
    });

  it('waits: two seconds at least, as long as Teams says, and longer every time where it says nothing', async () => {
    const { took: once } = await telling({ kind: '429', retryAfter: 0 }, 1);
    assert.ok(once >= 2 && once < 4, `${once}`);
    const { took: told } = await telling({ kind: '429', retryAfter: 40 }, 2);
    assert.ok(told >= 80 && told < 83, `${told}`);
    const date = new Date(world.clock.now().getTime() + 200_000).toUTCString();
    const { took: dated } = await telling({ ...status(429), headers: { 'retry-after': date } } as Trouble, 1);
    assert.ok(dated > 100 && dated < 145, `${dated}`);
    const { took: grown } = await telling({ kind: '429' }, 6);
    assert.ok(grown > 126 * 0.8 && grown < 126 * 1.25, `${grown}`);
  });

  it('a cut card carries the same notice id both times', async () => {
    const { person, id } = await telling({ kind: 'reset-after' });
    const [first, second] = postsWith(world, `words for ${person.id}`);
    assert.ok(first && second && first.id !== second.id);
    // Of one element of it, where nobody reads it.
    assert.ok([first, second].every(({ card }) => JSON.stringify(card).includes(`"id":"${id}"`)));
    // Once another copy may be there, its reader is told.
    assert.deepEqual(
      [first, second].map((post) => person.card(post).includes(`Perhaps sent twice: both messages are ${id}.`)),
      [false, true],
    );
  });

  it('what is said in brief leads to the list, and bears the notice’s id', async () => {
    const { person, id } = await telling(status(413), 1);
    assert.match(person.card(), new RegExp(`\\n${id}\\n.*Show purchases`));
  });

  it('whoever blocked or threw Purser out is left alone: the next notice asks the connector nothing', async () => {
    for (const code of ['ConversationBlockedByUser', 'BotNotInConversationRoster']) {
      const { person } = await telling(status(403, code));
      const since = world.teams.log.length;
      const id = await write(world, { person: person.id });
      await settle(world);
      assert.deepEqual([asked(world, since), noticeOf(world, id).outcome], [[], 'unreached']);
    }
  });

  it('a block is told from Teams’ other words for it', async () => {
    const person = everyone.pop() ?? assert.fail();
    await met(person);
    person.block('MessageWritesBlocked');
    const id = await write(world, { person: person.id });
    await settle(world);
    assert.equal(fate(world, id), 'unreached away mail-failed unreached');
    assert.equal(world.purser.store.get('members', person.id)?.away?.why, 'blocked');
  });
});
