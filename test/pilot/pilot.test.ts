/** A read-only pilot: it reads, answers and shows dry runs, and nothing at Microsoft changes, whatever was granted. */
import assert from 'node:assert/strict';
import { createWire } from '../../bot/microsoft/wire.ts';
import type { Takeover } from '../../store/records.ts';
import type { Wanted } from '../stand-ins/teams/press.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { type Company, company, type Subscription } from '../stand-ins/tenant/index.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { startAutomation } from '../world/automation.ts';
import { day } from '../world/clock.ts';
import { buyVisio, holdersAt, purchaseOf, requested, target } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

const head = /^Read-only pilot: (I change nothing|nothing can be changed) at Microsoft\./;
const dryRun = /^Read-only pilot: nothing can be changed at Microsoft\. This is a dry run/;
const refused = /Nothing was changed\. Purser runs as a read-only pilot, so “.*” is not carried out/;

describe('a read-only pilot', () => {
  let world: World;
  let its: Company;
  let subscription: Subscription;
  const opened = async (environment: Record<string, string> = { READ_ONLY: '1' }): Promise<void> => {
    its = company({ now: new Date('2026-11-17T09:15:00Z') });
    subscription = buyVisio(its);
    world = await openWorld({ company: its, environment: { MAIL_FROM: 'purser@contoso.example', ...environment } });
  };
  afterEach(() => world.close());

  const { says, sees, settles, passes, outside, product } = actsIn(() => world);
  const presses = async (person: Person, title: Wanted): Promise<string> => {
    world.clock.advance(10_000);
    return (await person.press(title)).message ?? sees(person);
  };
  const taken = (): Takeover => world.purser.store.get('takeovers', 'TK-1') ?? assert.fail('no takeover');
  const reads = /\/(checkMemberGroups|getByIds|\$batch|token)$/;
  /** Whatever is no read: by its method alone, apart from the reads that Graph asks for with a body. */
  const written = (): string[] =>
    world.tenant.requests
      .filter(({ method, path }) => method !== 'GET' && !(method === 'POST' && reads.test(path)))
      .map(({ method, path }) => `${method} ${path}`);
  const tried = () => [...world.purser.store.all('audit')].filter(({ action }) => action === 'withheld');
  const cardsOf = (person: Person): string[] =>
    person.inbox().map((post) => person.card(post).replace(/[\u00a0\u202f]/g, ' '));

  it('says so once on a card, however it is shown: posted, asked for again, or answered', async () => {
    await opened();
    const { alex, adele } = world.people;
    const { id } = purchaseOf(world, subscription);
    await says(alex, `classify ${id} self-service`);
    await says(alex, `ask ${id}`);
    await presses(alex, confirming);
    await settles();
    const once = (card: string): void => assert.equal(card.split('Read-only pilot').length - 1, 1, card);
    once(sees(adele));
    once(await says(adele, 'waiting'));
    await adele.press('Read');
    once(sees(adele));
    once(await says(adele, 'seen'));
  });

  it('writes nothing at Microsoft in a session that tries everything, says so at each dry run and refuses in a sentence', async () => {
    await opened();
    const { alex, isaiah, megan, adele } = world.people;
    await says(isaiah, 'notify on alerts');
    await says(megan, 'hello');
    await world.purser.store.transact((tx) => {
      const chat = tx.get('chats', megan.chat.id);
      if (chat) tx.put('chats', { ...chat, topics: ['approvals'] });
    });
    assert.match(await says(alex, 'baseline record'), head);
    for (const words of ['block visio plan 1 because we own it', 'block all because no', 'undo CH-1', 'change CH-1'])
      assert.match(await says(alex, words), words.startsWith('undo') ? head : dryRun, words);
    assert.match(await says(alex, 'apply CH-1'), refused);
    await says(alex, 'block trials-switch because no');
    assert.match(await presses(alex, confirming), refused);
    assert.match(await says(alex, 'baseline alone on'), refused);
    assert.match(await says(alex, 'retry CH-1'), refused);
    outside('Visio Plan 1', 'Disabled');
    await passes();
    assert.match(cardsOf(isaiah).find((card) => /should be/.test(card)) ?? '', head, 'a card nobody asked for says it');
    assert.match(await says(alex, 'baseline fix'), refused);
    const { id } = purchaseOf(world, subscription);
    await says(alex, `classify ${id} self-service`);
    assert.match(await says(alex, `takeover ${id}`), head);
    assert.match(await says(alex, `takeover ${id} product:"visio plan 2"`), dryRun);
    const { message = '' } = await alex.press(confirming, { inputs: { reason: 'We own Visio' } });
    assert.match(message, refused);
    assert.equal(world.purser.store.count('takeovers'), 0, 'nobody is asked to approve what can’t be done');
    await says(alex, 'assign project plan 3 to megan');
    assert.match(sees(alex), dryRun);
    assert.match(await presses(alex, confirming), refused);
    assert.match(await says(alex, 'approve OR-1'), refused);
    assert.match(await says(alex, 'retry TK-1'), refused);
    assert.match(
      await says(adele, 'bonjour', 'fr-FR'),
      /^Pilote en lecture seule : je ne modifie rien chez Microsoft\./,
    );
    await passes(2 * day);
    assert.deepEqual(written(), []);
    assert.equal(product('Visio Plan 1').policyValue, 'Disabled', 'drift stays');
    assert.equal(world.purser.store.count('jobs'), 0);
    assert.deepEqual(
      tried()
        .map(({ after, actor }) => `${actor?.name}: ${after}`)
        .slice(0, 3),
      ['Alex Wilber: apply CH-1', 'Alex Wilber: apply CH-3', 'Alex Wilber: baseline alone'],
    );
    assert.match(await says(alex, 'audit action:withheld'), /Refused: read-only pilot/);
  });

  it('is told by status, whoami, help, refusals and the log, in the reader’s language', async () => {
    await opened();
    const { alex, guest, isaiah } = { ...world.people, guest: world.people.adele };
    assert.match(await says(alex, 'status'), /Read-only pilot \(READ_ONLY=1\)\nSince 17 Nov 2026/);
    for (const [person, words] of [
      [alex, 'whoami'],
      [alex, 'help'],
      [guest, 'rules'],
      [isaiah, 'nonsense nobody understands'],
      [isaiah, 'purchases'],
    ] as const)
      assert.match(await says(person, words), head, words);
    assert.match(await says(alex, 'état', 'fr-FR'), /^Pilote en lecture seule/);
    assert.ok(world.logged.some(({ msg }) => String(msg).startsWith('read-only pilot: every change')));
    await world.restart({ READ_ONLY: '0' });
    assert.doesNotMatch(await says(alex, 'status'), /Read-only pilot/);
  });

  it('pauses what was under way, calls nothing failed, and all of it goes on when it is over', async () => {
    const secret = 'a secret of two, and long enough';
    const clock = { now: () => world.clock.now() } as never;
    const automation = await startAutomation({ secret, clock, onCancel: () => undefined });
    await opened({ CANCELLATION: `webhook:${automation.url}`, CANCELLATION_SECRET: secret });
    const { alex, isaiah, megan } = world.people;
    await says(megan, 'hello');
    await says(isaiah, 'notify on alerts');
    world.tenant.faults.push({ match: 'PUT /licensing', kind: 'status', code: 503, times: 99 });
    await says(alex, 'block visio plan 1 because we own it');
    await alex.press(confirming);
    await settles();
    await requested(world, purchaseOf(world, subscription), { ending: 'webhook' });
    await says(megan, 'approve TK-1');
    await settles();
    await world.restart({ READ_ONLY: '1' });
    world.tenant.faults.length = 0;
    const before = written().length;
    await passes();
    await passes(6 * day);
    assert.deepEqual([written().length, automation.heard.length, taken().state], [before, 0, 'approved']);
    assert.equal(product('Visio Plan 1').policyValue, 'Enabled');
    const told = cardsOf(isaiah).find((card) => /Purser is a read-only pilot/.test(card)) ?? '';
    assert.match(told, /1 piece of work waits until the pilot ends\nRule change CH-1: 0 of 1 done/);
    assert.match(await says(alex, 'change CH-1'), head);
    assert.match(await says(megan, 'approve TK-1'), refused);
    await world.restart({ READ_ONLY: '0' });
    await settles();
    for (let n = 0; n < 6; n++) await passes(day);
    assert.equal(product('Visio Plan 1').policyValue, 'Disabled', 'the rule is set');
    assert.equal(holdersAt(its, target.sku).length, 12, taken().state);
    assert.equal(automation.heard.length, 1);
    assert.ok(cardsOf(isaiah).some((card) => /The read-only pilot is over/.test(card)));
    await automation.close();
  });

  it('sends no mail and installs nothing; what would have gone out waits, and goes out afterwards', async () => {
    await opened();
    const { alex, adele } = world.people;
    adele.chat.installed = false;
    const { id } = purchaseOf(world, subscription);
    await says(alex, `classify ${id} self-service`);
    await says(alex, `ask ${id}`);
    await alex.press(confirming, { inputs: { reason: 'we have a contract' } });
    await settles();
    await passes();
    assert.deepEqual(written(), []);
    const waiting = [...world.purser.store.all('notices')].filter(({ saying }) => saying.card === 'asked');
    assert.deepEqual(
      waiting.map(({ outcome }) => outcome),
      ['waiting'],
      'it is not called unreached',
    );
    await world.restart({ READ_ONLY: '0' });
    await passes();
    assert.ok(written().length > 0, 'the ladder goes on');
  });

  it('tells the admins once a month what it would have done, with counts and a few of each, and where nothing was', async () => {
    await opened();
    const { alex, isaiah, megan } = world.people;
    await says(isaiah, 'notify on alerts');
    await says(alex, 'baseline record');
    for (const name of ['visio plan 1', 'visio plan 2', 'project plan 1', 'project plan 3'])
      await says(alex, `block ${name} because we own it`);
    for (const n of [1, 2, 3, 4]) await says(alex, `apply CH-${n}`);
    outside('Visio Plan 1', 'Disabled');
    await passes();
    const monthly = (): string[] => cardsOf(isaiah).filter((card) => /Read-only pilot, /.test(card));
    assert.deepEqual(monthly(), []);
    await passes(14 * day);
    await passes(day);
    const [card = '', ...more] = monthly();
    assert.equal(more.length, 0, 'once');
    assert.match(card, /^Read-only pilot: [^\n]*\nRead-only pilot, 17 Nov 2026 to 1 Dec 2026\n/);
    assert.match(card, /Tried and refused: 4 changes\n/);
    assert.match(card, /apply CH-4[^\n]*\n[^\n]*Alex Wilber/);
    assert.match(card, /1 more/);
    assert.match(card, /1 rule the baseline would have set\n[^\n]*Visio Plan 1/);
    assert.match(card, /1 rule changed outside Purser\n/);
    assert.match(card, /\d+ purchases to ask about or take over\n/);
    assert.match(card, /What was tried/);
    assert.deepEqual(
      cardsOf(megan).filter((each) => /Read-only pilot, /.test(each)),
      [],
      'she is no admin',
    );
    await passes(31 * day);
    assert.equal(monthly().length, 2);
    assert.doesNotMatch(monthly().at(-1) ?? '', /Tried and refused/, 'nobody tried anything in December');
    await world.restart();
    await passes();
    assert.equal(monthly().length, 2);
    assert.match(await presses(isaiah, 'What was tried'), /Refused: read-only pilot/);
  });
});

describe('the wire to Microsoft of a read-only pilot', () => {
  const wire = createWire({ readOnly: true });
  const url = (path: string) => `http://127.0.0.1:9/v1.0${path}`;
  const outcome = (path: string, init?: RequestInit): Promise<string> =>
    wire(url(path), init).then(
      () => 'answered',
      (error: Error) => error.name,
    );
  const inBatch = (...requests: { method: string; url: string }[]): RequestInit => ({
    method: 'POST',
    body: JSON.stringify({ requests }),
  });

  it('takes no write whatever room sends it, also within a batch, and none it can’t look into', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'POST', 'patch', 'MERGE'])
      assert.equal(await outcome('/whatever/comes/next', { method, body: '{}' }), 'Withheld', method);
    for (const path of ['/users/a/assignLicense', '/users/a/sendMail', '/users/a/teamwork/installedApps'])
      assert.equal(await outcome(path, { method: 'POST', body: '{}' }), 'Withheld', path);
    const hidden = [
      inBatch({ method: 'GET', url: '/users' }, { method: 'POST', url: '/users/a/assignLicense' }),
      inBatch({ method: 'post', url: '/users/a/sendMail?x=/users/a/checkMemberGroups' }),
      { method: 'POST', body: 'no json' },
      { method: 'POST', body: new Uint8Array([1, 2]) },
      { method: 'POST' },
    ];
    for (const init of hidden) assert.equal(await outcome('/$batch', init), 'Withheld');
    assert.equal(
      await wire(new Request(url('/users/a'), { method: 'DELETE' })).catch((error: Error) => error.name),
      'Withheld',
    );
  });

  it('lets reads pass, also those that Graph asks for with a body', async () => {
    const reading: [string, RequestInit?][] = [
      ['/subscribedSkus'],
      ['/users/a', { method: 'HEAD' }],
      ['/users/a/checkMemberGroups', { method: 'POST', body: '{}' }],
      ['/directoryObjects/getByIds', { method: 'POST', body: '{}' }],
      ['/$batch', inBatch({ method: 'GET', url: '/users' }, { method: 'POST', url: '/users/a/checkMemberGroups' })],
    ];
    for (const [path, init] of reading)
      assert.equal(await outcome(path, init), 'TypeError', `${path}: nobody is there`);
  });
});
