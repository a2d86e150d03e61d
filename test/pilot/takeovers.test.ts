/** A takeover in each of its open states when Purser becomes a read-only pilot, meanwhile, and afterwards. */
import assert from 'node:assert/strict';
import type { Takeover, TakeoverState } from '../../store/records.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { type Sku, skus } from '../stand-ins/tenant/catalogue.ts';
import { type Company, company, type Subscription } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { day } from '../world/clock.ts';
import { buyVisio, holdersAt, purchaseOf, requested, target } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

/** Each is a purchase of one person, who alone holds it. */
const cases = ['running', 'waiting', 'failed', 'pending', 'announced', 'approved'] as const;
type Case = (typeof cases)[number];
const bought: Record<Case, Sku> = {
  running: skus.visio2Dept,
  waiting: skus.project3Dept,
  failed: skus.powerBiProDept,
  pending: skus.visio1Dept,
  announced: skus.project1Dept,
  approved: skus.powerBiPremiumDept,
};
const stateOf = (each: Case): TakeoverState => (each === 'announced' ? 'approved' : each);

describe('a takeover under way when a read-only pilot begins', () => {
  let world: World;
  let its: Company;
  const subscriptions = {} as Record<Case, Subscription>;
  const { says, settles, passes } = actsIn(() => world);
  const owners = (): Record<Case, Person> => {
    const { adele, elodie, lee, patti, joni, isaiah } = world.people;
    return { running: adele, waiting: elodie, failed: lee, pending: patti, announced: joni, approved: isaiah };
  };
  const takenOf = (each: Case): Takeover =>
    [...world.purser.store.all('takeovers')].find(({ purchase }) => purchase.sku === bought[each].id) ?? assert.fail();
  const held = (each: Case): boolean => holdersAt(its, target.sku).includes(owners()[each].id);
  const posts = (person: Person): string[] =>
    person.inbox().map((post) => person.card(post).replace(/[\u00a0\u202f]/g, ' '));
  const postsAbout = (person: Person, title: RegExp): string[] => posts(person).filter((card) => title.test(card));
  const written = (): number =>
    world.tenant.requests.filter(({ path }) => /assignLicense|sendMail|installedApps/.test(path)).length;
  const told = /taking over what you bought|reprend/;
  const counted = (): number[] =>
    [...Object.values(owners()), world.people.alex, world.people.megan].map((person) => person.inbox().length);
  let atBegin: number[];
  let times: Record<Case, Takeover>;

  before(async () => {
    its = company({ now: new Date('2026-11-17T09:15:00Z') });
    for (const each of cases) subscriptions[each] = buyVisio(its, { sku: bought[each], holders: 1, free: 30 });
    world = await openWorld({ company: its });
    for (const each of cases) move(subscriptions[each], owners()[each].id);
    await world.purser.sync.run();
    const { megan, isaiah } = world.people;
    await says(megan, 'hello');
    await says(isaiah, 'notify on alerts');
    for (const each of ['running', 'waiting', 'failed'] as const) await approved(each);
    await settles();
    const stuck = owners().running.id;
    world.tenant.faults.push({
      match: ({ path }) => path.includes(stuck) && path.endsWith('assignLicense'),
      kind: 'status',
      code: 503,
      times: 99,
    });
    (its.users.get(owners().failed.id) ?? assert.fail()).usageLocation = null;
    await passes(3 * day);
    await asked('pending');
    await approved('announced');
    await settles();
    await approved('approved');
    times = Object.fromEntries(cases.map((each) => [each, takenOf(each)])) as typeof times;
    for (const each of cases) assert.equal(times[each].state, stateOf(each), each);
    await world.restart({ READ_ONLY: '1' });
    world.tenant.faults.length = 0;
    await settles();
    atBegin = counted();
  });
  after(() => world.close());

  function move(subscription: Subscription, owner: string): void {
    subscription.ownerId = owner;
    for (const user of its.users.values()) {
      const mine = user.licences.filter(({ from }) => from === subscription.id);
      user.licences = user.licences.filter(({ from }) => from !== subscription.id);
      if (mine.length > 0) its.users.get(owner)?.licences.push(...mine);
    }
  }
  const asked = (each: Case): Promise<Takeover> => requested(world, purchaseOf(world, subscriptions[each]));
  async function approved(each: Case): Promise<void> {
    const { id } = await asked(each);
    await says(world.people.megan, `approve ${id}`);
  }

  it('stays in its state for days while nothing is written at Microsoft, and nobody is told anything more', async () => {
    const before = written();
    for (let n = 0; n < 6; n++) await passes(day);
    assert.equal(written(), before);
    for (const each of cases) {
      assert.deepEqual(
        [takenOf(each).state, takenOf(each).history.length],
        [stateOf(each), times[each].history.length],
        each,
      );
      assert.equal(held(each), each === 'waiting', each);
    }
    assert.deepEqual(counted(), atBegin);
  });

  for (const each of cases)
    it(`that is ${each} says on its card that it is paused, and gives no day that is over`, async () => {
      const card = await says(world.people.alex, `approval ${takenOf(each).id}`);
      assert.match(card, /Paused until the read-only pilot ends\./);
      assert.doesNotMatch(card, /days ago/);
      assert.match(
        await says(world.people.alex, `approbation ${takenOf(each).id}`, 'fr-FR'),
        /En pause jusqu’à la fin du pilote/,
      );
    });

  it('says so to those who were told a day, on the card they have, in their language', () => {
    const { announced, running, failed } = owners();
    for (const person of [announced, running, failed]) {
      const [card = '', ...more] = postsAbout(person, told);
      assert.equal(more.length, 0, 'once');
      assert.match(card, /On hold\. This message will say when it continues|En attente/);
      assert.doesNotMatch(card, /or soon after/);
    }
  });

  it('is named by /ready, for whoever watches Purser from outside', async () => {
    const answer = await fetch(`http://127.0.0.1:${world.purser.port}/ready`);
    const { troubles } = (await answer.json()) as { troubles: string[] };
    assert.equal(answer.status, 200);
    assert.match(troubles.join(), /^read-only pilot since 2026-11-20T09:16:[^;]*; it ends without READ_ONLY=1$/);
  });

  it('is listed without a deadline that has passed, and on the card that told the admins of the pilot', async () => {
    assert.doesNotMatch(await says(world.people.alex, 'approvals'), /days ago/);
    const card = postsAbout(world.people.isaiah, /Purser is a read-only pilot/)[0] ?? '';
    assert.match(card, /6 takeovers wait until the pilot ends\n/);
  });

  it('takes an objection and its answer meanwhile, which costs it no time', async () => {
    await owners().announced.press('I still need it', { inputs: { reason: 'My drawings!' } });
    await says(world.people.alex, `reply ${takenOf('announced').id} they stay`);
    assert.deepEqual(
      takenOf('announced')
        .history.slice(-2)
        .map(({ move }) => move),
      ['object', 'answer'],
    );
  });

  it('goes on from where it was, with the time given back, and nobody is told twice', async () => {
    const people = Object.values(owners());
    await world.restart({ READ_ONLY: '0' });
    await settles();
    assert.deepEqual(
      cases.map((each) => takenOf(each).state),
      ['waiting', 'waiting', 'failed', 'pending', 'approved', 'approved'],
    );
    const later = (each: Case, of: 'decideBy' | 'notBefore' | 'remindAt'): boolean =>
      (takenOf(each)[of] ?? '') > world.clock.now().toISOString() &&
      (takenOf(each)[of] ?? '') > (times[each][of] ?? '');
    assert.ok(later('pending', 'decideBy') && later('pending', 'remindAt'));
    assert.ok(later('announced', 'notBefore') && later('approved', 'notBefore'));
    assert.equal(takenOf('announced').notBefore?.slice(0, 10), takenOf('approved').notBefore?.slice(0, 10));
    for (const person of people) {
      const cards = postsAbout(person, told);
      assert.ok(cards.length <= 1, cards.join('\n\n'));
      assert.doesNotMatch(cards.join(), /Read-only/);
      if (person !== owners().failed) assert.doesNotMatch(cards.join(), /On hold\. This message/);
    }
    await says(world.people.megan, `approve ${takenOf('pending').id}`);
    for (let n = 0; n < 6; n++) await passes(day);
    assert.deepEqual(
      cases.map((each) => [takenOf(each).state, held(each)]),
      cases.map((each) => (each === 'failed' ? ['failed', false] : ['waiting', true])),
    );
    for (const person of people) assert.ok(postsAbout(person, told).length <= 1, 'still once');
  });
});
