/** What is decided rests on the roles of this second: memory serves people who only look at something. */
import assert from 'node:assert/strict';
import { allCommands } from '../../bot/commands.ts';
import type { Takeover } from '../../store/records.ts';
import { type Company, company, groups, people, type Subscription } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { minute } from '../world/clock.ts';
import { buyVisio, purchaseOf, requested } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

const couldNot = /I couldn’t check your role with Microsoft, so nothing was changed\. Try again in a moment\./;

describe('what is decided', () => {
  let world: World;
  let its: Company;
  let subscription: Subscription;
  const { says, sees, settles } = actsIn(() => world);

  before(async () => {
    its = company({ now: new Date('2026-11-17T09:15:00Z') });
    subscription = buyVisio(its);
    world = await openWorld({ company: its });
    await says(world.people.alex, 'notify on approvals');
  });
  after(() => world.close());
  beforeEach(() => world.clock.advance(6 * minute));

  const taken = (id: string): Takeover => world.purser.store.get('takeovers', id) ?? assert.fail('no takeover');
  const members = (id: string): string[] => its.groups.find((group) => group.id === id)?.members ?? assert.fail(id);
  const takeOut = (list: string[], who: string): (() => void) => {
    const at = list.indexOf(who);
    assert.ok(at >= 0);
    list.splice(at, 1);
    return () => void list.push(who);
  };
  const admins = (): string[] => its.roles[0]?.members ?? assert.fail('no admins');

  it('a role taken away a second ago approves nothing, typed, pressed or under another name, and reads nothing more', async () => {
    const { megan } = world.people;
    const { id } = await requested(world, purchaseOf(world, subscription));
    await settles();
    await says(megan, 'whoami');
    const giveBack = takeOut(members(groups.approvers), people.megan);
    assert.match(await says(megan, `approve ${id}`), /Only approvers can do that/);
    assert.match(await says(megan, `approuver ${id}`, 'fr-FR'), /C’est réservé aux approbateurs/);
    giveBack();
    await says(megan, 'whoami again');
    await says(megan, `approval ${id}`);
    takeOut(members(groups.approvers), people.megan);
    const pressed = await megan.press('Approve');
    assert.match(pressed.message ?? '', /Only approvers can do that/);
    assert.match(await says(megan, `approval ${id}`), /is for people who decide/, 'what was seen is remembered');
    assert.equal(taken(id).state, 'pending');
    members(groups.approvers).push(people.megan);
  });

  it('an approver disabled a second ago approves nothing', async () => {
    const { megan } = world.people;
    await says(megan, 'whoami');
    const user = its.users.get(people.megan) ?? assert.fail();
    user.accountEnabled = false;
    assert.match(await says(megan, 'approve TK-1'), /I can’t find your account/);
    user.accountEnabled = true;
    assert.equal(taken('TK-1').state, 'pending');
  });

  it('a reader who lost the role a second ago exports nothing, and what is remembered still shows the list', async () => {
    const { lee } = world.people;
    await says(lee, 'whoami');
    const back = [its.roles, its.groups].flatMap((all) =>
      all.filter((each) => each.members.includes(people.lee)).map((each) => takeOut(each.members, people.lee)),
    );
    assert.match(await says(lee, 'purchases'), /^Self-service purchases to decide/);
    assert.match(await says(lee, 'export purchases'), /Only admins and viewers can do that/);
    assert.doesNotMatch(await says(lee, 'purchases'), /^Self-service purchases to decide/);
    for (const giveBack of back) giveBack();
  });

  it('an admin removed a second ago takes, asks, classifies, blocks, applies and assigns nothing', async () => {
    const { alex } = world.people;
    await says(alex, 'block "Visio Plan 2" because nobody may');
    const { id } = [...world.purser.store.all('changes')].at(-1) ?? assert.fail('no change');
    await says(alex, 'whoami');
    const giveBack = takeOut(admins(), people.alex);
    const before = world.purser.store.count('audit');
    for (const text of [
      'take P-1',
      'classify P-1 central',
      'ask P-1 because it ends',
      'assign visio megan',
      `apply ${id}`,
      'takeover P-1',
      'baseline record',
      'notify on alerts',
    ]) {
      giveBack();
      await says(alex, 'whoami again');
      takeOut(admins(), people.alex);
      assert.match(await says(alex, text), /Only (admins|admins and viewers) can do that/, text);
    }
    giveBack();
    assert.equal(world.purser.store.count('audit'), before);
    assert.equal(world.purser.store.get('changes', id)?.state, 'planned');
  });

  it('where Microsoft does not answer nothing is changed, and the same can be asked once more by a press', async () => {
    const { alex } = world.people;
    await says(alex, 'whoami');
    world.tenant.faults.push({ match: 'POST /graph/v1.0/$batch', kind: 'status', code: 503, times: 2 });
    const purchase =
      [...world.purser.store.all('purchases')].find(
        ({ decision, kind, status }) => !decision && kind === 'self-service' && status === 'Enabled',
      ) ?? assert.fail();
    const card = await says(alex, `take ${purchase.id}`);
    assert.match(card, couldNot);
    assert.equal(world.purser.store.get('purchases', purchase.id)?.decision, null);
    await alex.press('Retry');
    assert.equal(world.purser.store.get('purchases', purchase.id)?.decision?.kind, 'in-hand', sees(alex));
  });

  it('Microsoft is waited for three seconds, not longer, and a list needs no wait', async () => {
    const { alex } = world.people;
    await says(alex, 'whoami');
    const slow = (ms: number): void =>
      void world.tenant.faults.push({ match: 'POST /graph/v1.0/$batch', kind: 'slow', ms });
    slow(2_400);
    assert.doesNotMatch(await says(alex, 'export purchases'), couldNot);
    slow(20_000);
    slow(20_000);
    assert.match(await says(alex, 'export purchases'), couldNot);
    slow(20_000);
    assert.match(await says(alex, 'purchases'), /^Self-service purchases/);
    world.tenant.faults.length = 0;
  });

  it('only what shows something is marked as such: a command that nobody marked asks Microsoft', () => {
    const reading = allCommands.filter((command) => 'reads' in command && command.reads === true);
    assert.deepEqual(
      reading.map(({ name }) => name).sort(),
      [
        ...['approval', 'approvals', 'audit', 'can-buy', 'centralise', 'faq', 'hello', 'help', 'licences', 'purchase'],
        ...['purchases', 'rules', 'status', 'thanks', 'waiting', 'whoami'],
      ].sort(),
    );
  });
});
