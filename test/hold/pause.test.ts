/** On hold: Purser reads, answers and records; it sends nothing and changes nothing until an admin lets it go on. */
import assert from 'node:assert/strict';
import { holdOf } from '../../store/hold.ts';
import type { Takeover } from '../../store/records.ts';
import type { Wanted } from '../stand-ins/teams/press.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { type Company, company, type Subscription } from '../stand-ins/tenant/index.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { startAutomation } from '../world/automation.ts';
import { day, hour } from '../world/clock.ts';
import { buyVisio, holdersAt, purchaseOf, requested, target } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('pause everything', () => {
  let world: World;
  let its: Company;
  let subscription: Subscription;
  const opened = async (environment: Record<string, string> = {}): Promise<void> => {
    its = company({ now: new Date('2026-11-17T09:15:00Z') });
    subscription = buyVisio(its);
    world = await openWorld({ company: its, environment });
  };
  afterEach(() => world.close());

  const { says, sees, settles, passes, outside, product } = actsIn(() => world);
  const presses = async (person: Person, title: Wanted): Promise<string> => {
    world.clock.advance(10_000);
    await person.press(title);
    return sees(person);
  };
  const taken = (): Takeover => world.purser.store.get('takeovers', 'TK-1') ?? assert.fail('no takeover');
  /** What left for Microsoft to change something there. */
  const written = (): string[] =>
    world.tenant.requests
      .filter(
        ({ method, path }) =>
          method === 'PUT' || method === 'PATCH' || /assignLicense|sendMail|installedApps/.test(path),
      )
      .map(({ method, path }) => `${method} ${path}`);
  const posts = (person: Person): number => person.inbox().length;
  const isOnHold = (): boolean => holdOf(world.purser.store) !== undefined;
  const readiness = async (): Promise<{ ready: boolean; troubles: string[] }> =>
    (await fetch(`http://127.0.0.1:${world.purser.port}/ready`)).json() as never;

  it('stops at once, is on record, is said once to those who asked for alerts, and by status, readiness, metrics and log', async () => {
    await opened();
    const { alex, isaiah, adele } = world.people;
    await says(isaiah, 'notify on alerts');
    const before = posts(isaiah);
    assert.match(await says(alex, 'pause everything because we are being audited'), /Everything stops now/);
    await settles();
    await passes();
    assert.equal(posts(isaiah), before + 1);
    assert.match(sees(isaiah), /Purser is on hold\nAlex Wilber put me on hold[\s\S]*Reason: we are being audited/);
    assert.match(await says(alex, 'status'), /^On hold since .* \(Alex Wilber\)\. Nothing is sent .* “resume”/);
    assert.match(await says(alex, 'audit'), /Purser put on hold/);
    const colleague = await says(adele, 'hello');
    assert.match(colleague, /^On hold since .*I record what you say/);
    assert.doesNotMatch(colleague, /Alex/);
    assert.match((await readiness()).troubles.join(), /^on hold: paused 2026/);
    const metrics = await (await fetch(`http://127.0.0.1:${world.purser.port}/metrics`)).text();
    assert.match(metrics, /^purser_on_hold 1$/m);
    assert.ok(world.logged.some(({ msg }) => String(msg).startsWith('on hold')));
    assert.match(await says(isaiah, 'pause everything'), /I’m on hold already/);
    assert.equal([...world.purser.store.all('audit')].filter(({ action }) => action === 'paused').length, 1);
  });

  it('is for admins alone, in both languages, and “pause” with something else pauses nothing', async () => {
    await opened();
    const { alex, megan, patti, adele } = world.people;
    for (const person of [megan, patti, adele])
      assert.match(await says(person, 'pause everything'), /Only admins can do that/, person.name);
    await says(alex, 'pause TK-1');
    await says(alex, 'pause');
    assert.equal(isOnHold(), false);
    assert.match(await says(alex, 'tout suspendre parce que nous vérifions', 'fr-FR'), /Tout s’arrête maintenant/);
    assert.match(await says(alex, 'état', 'fr-FR'), /^En suspens depuis le/);
    assert.match(await says(megan, 'resume'), /Only admins can do that/);
    assert.equal(isOnHold(), true);
  });

  it('no job, notice, edit, mail or clock goes on, and time to decide doesn’t run; all of it follows after resume', async () => {
    await opened({ MAIL_FROM: 'purser@contoso.example' });
    const { alex, isaiah, megan, adele } = world.people;
    await says(megan, 'hello');
    await says(alex, 'notify on alerts');
    await world.purser.store.transact((tx) => {
      const chat = tx.get('chats', megan.chat.id);
      if (chat) tx.put('chats', { ...chat, topics: ['approvals'] });
    });
    world.tenant.faults.push({ match: 'PUT /licensing', kind: 'status', code: 503, times: 99 });
    await says(alex, 'block visio plan 1 because we own it');
    await alex.press(confirming);
    await settles();
    world.tenant.faults.length = 0;
    await requested(world, purchaseOf(world, subscription));
    await says(isaiah, 'pause everything');
    const [asked, seen] = [written().length, [alex, megan, adele].map(posts)];
    outside('Power BI Pro', 'Disabled');
    await passes(4 * day);
    await passes();
    assert.equal(taken().state, 'pending', 'its time to decide would be over');
    assert.equal(written().length, asked);
    assert.deepEqual([posts(alex) - 1, posts(megan), posts(adele)], seen, 'Alex alone reads that it is on hold');
    assert.match(await says(megan, 'approve TK-1'), /^On hold since/);
    assert.equal(taken().state, 'approved', 'a decision is recorded');
    await passes(5 * day);
    assert.deepEqual([taken().state, holdersAt(its, target.sku).length, written().length], ['approved', 0, asked]);
    const preview = await says(isaiah, 'resume');
    assert.match(preview, /What happens when I go on/);
    assert.match(preview, /Rule change CH-1: 0 of 1 done/);
    assert.match(preview, /Telling people about TK-1/);
    assert.match(preview, /TK-1 · Visio Plan 2\nstarts on/);
    assert.match(preview, /Messages to be sent\n/);
    assert.match(await presses(isaiah, 'Resume'), /^Purser goes on/);
    await settles();
    assert.equal(isOnHold(), false);
    assert.equal(product('Visio Plan 1').policyValue, 'Disabled', 'the rule is set');
    assert.ok((taken().notBefore ?? '') > world.clock.now().toISOString(), 'nobody lost time to get ready');
    assert.match(sees(adele), /Visio/);
    assert.ok(alex.inbox().some((post) => /Isaiah.* let me go on/.test(alex.card(post))));
  });

  it('in the middle of a step finishes that one call and no more, in a batch of licences as with a rule and the automation', async () => {
    const automation = await startAutomation({
      secret: 'a secret of two, and long enough',
      clock: { now: () => world.clock.now() } as never,
      onCancel: () => undefined,
    });
    await opened({
      CANCELLATION: `webhook:${automation.url}`,
      CANCELLATION_SECRET: 'a secret of two, and long enough',
      NOTICE_DAYS: '0',
    });
    const { alex, isaiah, megan } = world.people;
    const hold = () =>
      world.purser.store.transact((tx) =>
        tx.put('holds', {
          id: 'hold',
          why: 'paused',
          since: world.clock.now().toISOString(),
          by: { id: 'x', name: 'X' },
          words: null,
        }),
      );
    const release = () => world.purser.store.transact((tx) => tx.delete('holds', 'hold'));
    /** Puts Purser on hold the moment Microsoft is asked something like this. */
    const trap = (path: RegExp, method = 'GET') =>
      world.tenant.faults.push({
        kind: 'slow',
        ms: 50,
        match: (call) => {
          if (isOnHold() || call.method !== method || !path.test(call.path)) return false;
          void hold();
          return true;
        },
      });
    await says(alex, 'block visio plan 1 because we own it');
    await alex.press(confirming);
    trap(/\/products\//);
    await world.purser.jobs.drain();
    assert.deepEqual([isOnHold(), written()], [true, []], 'it was read, and then not set');
    await release();
    world.tenant.faults.length = 0;
    await settles();
    assert.equal(written().length, 1);
    await requested(world, purchaseOf(world, subscription), { ending: 'webhook' });
    await says(megan, 'approve TK-1');
    const before = written().length;
    trap(/\/users/);
    await settles();
    world.tenant.faults.length = 0;
    assert.deepEqual([isOnHold(), written().length, holdersAt(its, target.sku).length], [true, before, 0]);
    await release();
    trap(/\$batch/, 'POST');
    await settles();
    world.tenant.faults.length = 0;
    assert.equal(automation.heard.length, 0);
    await release();
    await settles();
    await passes(hour);
    assert.equal(holdersAt(its, target.sku).length, 12);
    assert.equal(automation.heard.length, 1, taken().state);
    assert.match(await says(isaiah, 'resume'), /I’m not on hold/);
    await automation.close();
  });

  it('orders are refused in words, and what was shown before resume is what is confirmed', async () => {
    await opened();
    const { alex, isaiah } = world.people;
    await says(alex, 'baseline record');
    await says(alex, 'block visio plan 1 because we own it');
    await says(isaiah, 'pause everything');
    for (const words of ['apply CH-1', 'retry CH-1', 'baseline fix'])
      assert.match(await says(alex, words), /On hold since .*Nothing was ordered\./, words);
    await says(alex, 'assign project plan 3 to megan');
    assert.equal(world.purser.store.count('jobs'), 0);
    await says(isaiah, 'resume');
    await world.purser.store.transact((tx) => {
      const change = tx.get('changes', 'CH-1');
      assert.ok(change);
      tx.put('jobs', {
        ...{ id: 'J-1', work: { kind: 'change', change: 'CH-1' }, createdAt: change.at, dueAt: change.at },
        steps: [{ key: 'product:none', state: 'todo', tries: 0, at: change.at, why: null }],
      });
    });
    assert.match(await presses(isaiah, 'Resume'), /Something has changed since you saw this\. Nothing was done/);
    assert.equal(isOnHold(), true);
    assert.match(await presses(isaiah, 'Resume'), /^Purser goes on/);
    assert.match(await says(isaiah, 'apply CH-1'), /Changing the rules|rules have been/);
  });
});
