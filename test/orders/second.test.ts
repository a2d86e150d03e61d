/** What touches very much, many people, or what Purser may do by itself is for two people. */
import assert from 'node:assert/strict';
import type { Wanted } from '../stand-ins/teams/press.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { day } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a second person', () => {
  let world: World;
  const opened = async (environment: Record<string, string> = {}): Promise<void> => {
    world = await openWorld({ environment: { FOUR_EYES: 'wide', ...environment } });
  };
  afterEach(() => world.close());

  const { says, sees, settles, product, outside } = actsIn(() => world);
  const presses = async (person: Person, title: Wanted): Promise<string> => {
    world.clock.advance(10_000);
    await person.press(title);
    const seen = sees(person);
    await world.purser.outbox.drain();
    return seen;
  };
  const value = (name: string) => product(name).policyValue;
  const actions = () =>
    [...world.purser.store.all('audit')].map(({ action }) => action).filter((each) => each.startsWith('order'));

  it('approves a change of every product, and one admin alone changes nothing by it', async () => {
    await opened();
    const { alex, isaiah, megan, patti, adele } = world.people;
    assert.match(
      await says(alex, 'block all because we buy centrally'),
      /\nA second person has to approve this\. Confirm to ask them/,
    );
    assert.match(await presses(alex, confirming), /^A second person has to approve this\nCH-1/);
    await settles();
    assert.equal(value('Power BI Pro'), 'Enabled');
    assert.match(await says(alex, 'approve CH-1'), /You asked for CH-1 yourself/);
    assert.match(await says(alex, 'apply CH-1'), /^A second person has to approve this/);
    assert.match(await says(patti, 'approve CH-1'), /Only another admin or an approver/);
    assert.match(await says(adele, 'approve CH-1'), /nothing called CH-1/);
    assert.match(sees(megan), /^A second person has to approve this[\s\S]*we buy centrally[\s\S]*\[Approve\]/);
    assert.match(await says(isaiah, 'approvals'), /Change who may buy \d+ products/);
    assert.equal(value('Power BI Pro'), 'Enabled');
    assert.match(await says(megan, 'approve CH-1'), /^Approved/);
    await settles();
    assert.equal(value('Power BI Pro'), 'Disabled');
    assert.match(await says(isaiah, 'approve CH-1'), /CH-1 has been decided already/);
    assert.deepEqual(actions(), ['order-requested', 'order-approved']);
    assert.match(await says(alex, 'undo CH-1 because they need it'), /A second person has to approve this\. Confirm/);
    assert.match(await presses(alex, confirming), /^A second person has to approve this\nCH-2/);
  });

  it('can’t be done without by going product by product', async () => {
    await opened();
    const { alex } = world.people;
    const names = world.tenant.company.products.filter(({ policyValue }) => policyValue === 'Enabled');
    let asked = false;
    for (const { productId } of names) {
      await world.purser.store.transact(() => undefined);
      const change = `product:${productId}`;
      world.clock.advance(10_000);
      await says(alex, 'help');
      const id = `CH-${world.purser.store.count('changes') + 1}`;
      await world.purser.store.transact((tx) => {
        const rule = tx.get('rules', change);
        assert.ok(rule);
        const item = {
          rule: rule.id,
          name: rule.name,
          before: rule.value,
          found: null,
          wanted: 'Disabled' as const,
          after: null,
        };
        tx.nextId('CH');
        tx.put('changes', {
          ...{ id, by: { id: alex.id, name: 'Alex' }, at: world.clock.now().toISOString(), why: 'x', undoes: null },
          ...{ state: 'planned', job: null, items: [item] },
        });
      });
      asked = /A second person has to approve/.test(await says(alex, `apply ${id}`));
      await settles();
      if (asked) break;
    }
    assert.ok(asked);
    assert.ok(world.tenant.company.products.some(({ policyValue }) => policyValue === 'Enabled'));
  });

  it('approves what the baseline says of all or of new products, and that Purser fixes drift alone', async () => {
    await opened();
    const { alex, isaiah } = world.people;
    for (const words of ['baseline record', 'baseline block new products', 'baseline alone on'])
      assert.match(await says(alex, words), /^A second person has to approve this\nOR-\d/, words);
    assert.equal(world.purser.store.count('wishes'), 0);
    assert.equal(world.purser.store.get('marks', 'drift'), undefined);
    for (const id of ['OR-1', 'OR-2', 'OR-3']) assert.match(await says(isaiah, `approve ${id}`), /^Approved/, id);
    assert.ok(world.purser.store.count('wishes') > 20);
    assert.equal(world.purser.store.get('wishes', 'new-products')?.by.name, 'Alex Wilber');
    assert.equal(world.purser.store.get('marks', 'drift')?.value, 'fix');
  });

  it('approves licences for more than fifty people, also where one admin orders them bit by bit', async () => {
    await opened();
    const { alex, isaiah } = world.people;
    const at = world.clock.now().toISOString();
    const by = { id: alex.id, name: 'Alex Wilber' };
    const steps = Array.from({ length: 50 }, (_, n) => ({
      key: `p${n}`,
      state: 'done' as const,
      tries: 0,
      at,
      why: null,
    }));
    await world.purser.store.transact((tx) =>
      tx.put('jobs', {
        ...{ id: 'J-900', createdAt: at, dueAt: null, steps },
        work: { kind: 'licences', what: 'assign', sku: 'x', product: 'X', by },
      }),
    );
    await says(alex, 'assign visio plan 2 to megan bowen');
    assert.match(
      await presses(alex, confirming),
      /^A second person has to approve this\nOR-1[\s\S]*Assign Visio Plan 2 to 1 person/,
    );
    assert.equal(world.purser.store.count('jobs'), 1);
    await settles();
    assert.match(await says(isaiah, 'approve OR-1'), /^Approved/);
    assert.equal(world.purser.store.count('jobs'), 2);
  });

  it('approves exactly what was shown, rejects with words, and is not needed where it is taken back', async () => {
    await opened();
    const { alex, isaiah } = world.people;
    await says(alex, 'block all because we buy centrally');
    await presses(alex, confirming);
    outside('Power BI Pro', 'Disabled');
    await world.purser.sync.run();
    assert.match(await says(isaiah, 'approve CH-1'), /^It has changed meanwhile/);
    await says(alex, 'block all because we buy centrally');
    await presses(alex, confirming);
    assert.match(await says(isaiah, 'reject CH-2'), /Please say why/);
    assert.match(await says(isaiah, 'reject CH-2 because it is too early'), /^Rejected[\s\S]*it is too early/);
    await says(alex, 'baseline record');
    assert.match(await says(isaiah, 'withdraw OR-1'), /only the person who asked/);
    assert.match(await says(alex, 'withdraw OR-1'), /^Withdrawn/);
    assert.match(await says(isaiah, 'approuver OR-1', 'fr-FR'), /^Demande annulée[\s\S]*OR-1 n’attend plus/);
    await says(alex, 'baseline record');
    world.clock.advance(10 * 86_400_000);
    assert.match(await says(isaiah, 'approve OR-2'), /^Not decided in time/);
    await settles();
    assert.deepEqual([value('Visio Plan 1'), world.purser.store.count('wishes')], ['Enabled', 0]);
  });

  const blocked = async (approver: Person): Promise<void> => {
    await says(world.people.alex, 'block all because we buy centrally');
    await presses(world.people.alex, confirming);
    assert.match(await says(approver, 'approve CH-1'), /^Approved/);
  };
  const [gone, out]: [(id: string) => void, () => void] = [
    (id) => {
      const user = world.tenant.company.users.get(id) ?? assert.fail();
      user.accountEnabled = false;
    },
    () => {
      for (const group of world.tenant.company.groups) group.members = [];
    },
  ];

  for (const [what, happens] of [
    ['the approver was taken out of the group', out],
    ['the approver was disabled', () => gone(world.people.megan.id)],
    ['the admin who asked was disabled', () => gone(world.people.alex.id)],
  ] as const)
    it(`is asked about once more before the first step: nothing changes where ${what}`, async () => {
      await opened();
      await blocked(world.people.megan);
      happens();
      await settles();
      assert.equal(value('Power BI Pro'), 'Enabled');
      assert.match(await says(world.people.isaiah, 'change CH-1'), /no longer/);
    });

  it('who has lost the role a second ago approves and rejects nothing', async () => {
    await opened();
    const { alex, megan, isaiah } = world.people;
    await says(alex, 'block all because we buy centrally');
    await presses(alex, confirming);
    await says(megan, 'whoami');
    out();
    for (const role of world.tenant.company.roles) role.members = role.members.filter((id) => id === alex.id);
    for (const words of ['approve CH-1', 'reject CH-1 because no'])
      assert.doesNotMatch(await says(megan, words), /^(Approved|Rejected)/);
    assert.doesNotMatch(await says(isaiah, 'approve CH-1'), /^Approved/);
    assert.equal(world.purser.store.get('orders', 'CH-1')?.state, 'pending');
  });

  it('who comes too late finds that it lapsed by itself; on hold no time runs, and nothing is approved', async () => {
    await opened();
    const { alex, megan, isaiah } = world.people;
    await says(alex, 'block all because we buy centrally');
    await presses(alex, confirming);
    await settles();
    const decideBy = () => world.purser.store.get('orders', 'CH-1')?.decideBy ?? assert.fail();
    const before = decideBy();
    await says(isaiah, 'pause everything because we look into it');
    world.clock.advance(14 * day);
    await settles();
    assert.match(await says(megan, 'approval CH-1'), /A second person has to approve this[\s\S]*\[Approve\]/);
    assert.doesNotMatch(await says(megan, 'approve CH-1'), /^Approved/);
    await says(isaiah, 'resume');
    await presses(isaiah, /resume|go on/i);
    await settles();
    assert.equal(world.purser.store.get('orders', 'CH-1')?.state, 'pending');
    assert.ok(decideBy() > before);
    world.clock.advance(14 * day);
    await settles();
    assert.equal(world.purser.store.get('orders', 'CH-1')?.state, 'expired');
    assert.deepEqual(actions(), ['order-requested', 'order-expired']);
    assert.ok(megan.inbox().some((post) => /^Not decided in time/.test(megan.card(post))));
    assert.match(await says(megan, 'approve CH-1'), /CH-1 has been decided already|^Not decided in time/);
  });

  it('is asked for nothing small, for everything with FOUR_EYES=all, and for nothing with off', async () => {
    await opened();
    const { alex } = world.people;
    await says(alex, 'block visio plan 1 because we own it');
    assert.match(await presses(alex, confirming), /^Changing the rules/);
    await world.close();
    await opened({ FOUR_EYES: 'all' });
    await says(world.people.alex, 'block visio plan 1 because we own it');
    assert.match(await presses(world.people.alex, confirming), /^A second person has to approve this/);
    await world.close();
    await opened({ FOUR_EYES: 'off' });
    await says(world.people.alex, 'block all because we buy centrally');
    assert.match(await presses(world.people.alex, confirming), /^Changing the rules/);
  });
});
