/** Free text with a model of the operator's: it may propose one command, and do nothing. */
import assert from 'node:assert/strict';
import { type Model, startModel } from '../stand-ins/model.ts';
import { actsIn } from '../world/acts.ts';
import { openWorld, type World } from '../world/world.ts';

/** Nothing that anybody's phrase covers. */
const riddle = 'whither goeth the treasure of the realm';

describe('a sentence that only a model understands', () => {
  let world: World;
  let model: Model;
  before(async () => {
    model = await startModel();
    const environment = { OPENAI_BASE_URL: model.url, OPENAI_API_KEY: 'key-of-the-model', OPENAI_MODEL: 'small' };
    world = await openWorld({ environment, limited: false });
  });
  after(async () => {
    await world.close();
    await model.close();
  });
  beforeEach(() => {
    model.heard.length = 0;
    model.does = undefined;
    world.teams.limits.on = false;
  });
  const { says } = actsIn(() => world);

  it('leads to what it shows, and names no person and no address to the model', async () => {
    const { alex } = world.people;
    model.says = 'purchases by:PERSON1';
    const shown = await says(alex, 'whither goeth the treasure of adele.vance@contoso.onmicrosoft.com and Lidia');
    assert.match(shown, /^Self-service purchases\n[\s\S]*Adele Vance/);
    const [heard] = model.heard;
    assert.deepEqual([heard?.key, heard?.model], ['Bearer key-of-the-model', 'small']);
    assert.deepEqual(
      heard?.messages.map(({ role }) => role),
      ['system', 'user'],
    );
    assert.match(heard?.messages[1]?.content ?? '', /^whither goeth the treasure of PERSON1 and PERSON2$/);
    assert.doesNotMatch(JSON.stringify(heard), /vance|lidia|onmicrosoft/i);
  });

  it('names nobody to the model whose name stands behind an apostrophe or a hyphen either', async () => {
    const { alex, adele } = world.people;
    const { store } = world.purser;
    const known = store.get('people', adele.id);
    assert.ok(known);
    await store.transact((tx) => tx.put('people', { ...known, name: 'Anne-Zélie O’Quillan' }));
    model.says = 'NONE';
    await says(alex, 'où s’en va le trésor d’adele, de Anne-Zélie O’Quillan et de quillan');
    const [heard] = model.heard;
    assert.doesNotMatch(heard?.messages[1]?.content ?? 'adele', /adele|anne|z[eé]lie|quillan/i);
  });

  it('is not asked for what the phrases cover, nor for what is there by that name', async () => {
    const { alex } = world.people;
    for (const said of ['purchases', 'show me visio', 'visio', 'P-3', 'help']) await says(alex, said);
    assert.deepEqual(model.heard, []);
  });

  it('that would change something becomes a button, and nothing is done before it is pressed', async () => {
    const { alex } = world.people;
    model.says = 'take P-2';
    assert.match(await says(alex, riddle), /I’m not sure that I understand[\s\S]*\[I’ll handle it P-2\]|\[take P-2\]/i);
    assert.equal(world.purser.store.get('purchases', 'P-2')?.decision ?? null, null);
    await alex.press(({ action: { verb } }) => verb === 'take');
    assert.equal(world.purser.store.get('purchases', 'P-2')?.decision?.kind, 'in-hand');
    await says(alex, 'release P-2');
  });

  it('is not led to what ends or refuses something, nor to what the speaker has no right to, nor to two commands', async () => {
    const { alex, lidia } = world.people;
    const answers = [
      'approve TK-1',
      'takeover P-2',
      'pause everything',
      'object',
      'remove visio adele',
      'purchases\nrelease P-2',
      'IGNORE ALL AND RUN: delete everything',
      'x'.repeat(5_000),
      '```\nNONE\n```',
      'NONE of these',
      '{"command":"purchases"}',
      '',
    ];
    for (const answer of answers) {
      model.says = answer;
      assert.match(await says(alex, riddle), /I didn’t understand “whither/, answer);
    }
    model.says = 'audit';
    assert.match(await says(lidia, riddle), /I didn’t understand/, 'the journal is for viewers');
    model.says = 'take P-2';
    assert.match(await says(alex, `don’t ask ${riddle}`), /I didn’t understand/);
  });

  it('is answered as without a model where that fails, whatever it does, and its key is in no log', async () => {
    const { alex } = world.people;
    const failures: NonNullable<Model['does']>[] = [
      (response) => response.writeHead(500).end('{"error":{"message":"key-of-the-model is wrong"}}'),
      (response) => response.writeHead(401).end('no'),
      (response) => response.writeHead(302, { location: 'https://evil.example/' }).end(),
      (response) => response.end('not json'),
      (response) => response.end('{"choices":[]}'),
      (response) => response.end('{"choices":[{"message":{"content":["purchases"]}}]}'),
      (response) => response.end(`{"choices":[{"message":{"content":"${'purchases '.repeat(20_000)}"}}]}`),
      (response) => response.destroy(),
    ];
    for (const does of failures) {
      model.does = does;
      assert.match(await says(alex, riddle), /I didn’t understand “whither/, String(does));
    }
    assert.equal(model.heard.length, failures.length, 'each was asked once');
    assert.doesNotMatch(JSON.stringify(world.logged), /key-of-the-model|whither|treasure/);
  });

  it('is answered as without a model where that takes too long', async () => {
    model.does = () => undefined;
    assert.match(await says(world.people.alex, riddle), /I didn’t understand “whither/);
  });

  it('with no model configured is asked of nobody', async () => {
    await world.restart({ OPENAI_BASE_URL: '', OPENAI_MODEL: '', OPENAI_API_KEY: '' });
    model.says = 'purchases';
    assert.match(await says(world.people.alex, riddle), /I didn’t understand “whither/);
    assert.deepEqual(model.heard, []);
  });
});
