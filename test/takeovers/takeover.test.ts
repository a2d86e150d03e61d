/** A takeover from its request to its end, as the people around it decide about it. */
import assert from 'node:assert/strict';
import { verifyAudit } from '../../store/audit.ts';
import type { Takeover } from '../../store/records.ts';
import { type Company, company, type Subscription } from '../stand-ins/tenant/index.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { startAutomation } from '../world/automation.ts';
import { day, hour } from '../world/clock.ts';
import {
  type Bought,
  buyVisio,
  haveAllPurser,
  holdersAt,
  purchaseOf,
  requested,
  taken as takenSku,
  target,
} from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a takeover', () => {
  let world: World;
  let its: Company;
  let subscription: Subscription;
  const opened = async (environment: Record<string, string> = {}, bought?: Bought): Promise<void> => {
    its = company({ now: new Date('2026-11-17T09:15:00Z') });
    subscription = buyVisio(its, bought);
    world = await openWorld({ company: its, environment });
    await says(world.people.alex, 'notify on approvals');
  };
  afterEach(() => world.close());

  const { says, sees, settles, passes } = actsIn(() => world);
  const taken = (): Takeover => world.purser.store.get('takeovers', 'TK-1') ?? assert.fail('no takeover');
  const moves = (): string[] => taken().history.map(({ move, to }) => `${move} → ${to}`);
  const begun = async (wanted?: Parameters<typeof requested>[2]): Promise<Takeover> => {
    const takeover = await requested(world, purchaseOf(world, subscription), wanted);
    await settles();
    return takeover;
  };
  const audited = (action: string) => [...world.purser.store.all('audit')].filter((entry) => entry.action === action);
  const cancel = { kind: 'cancel', reason: 'cost' } as const;

  it('is approved, announced, run and, once Microsoft shows that it has ended, done [30, 31, 35, 41]', async () => {
    await opened();
    const { alex, megan, adele } = world.people;
    await begun();
    assert.match(await says(alex, `purchase ${taken().purchase.id}`), /TK-1 waits for an approver’s decision/);
    await says(megan, 'approve TK-1');
    assert.equal(taken().state, 'approved', sees(megan));
    await settles();
    await passes(day);
    assert.equal(taken().state, 'approved', 'the notice period is two working days');
    assert.deepEqual(holdersAt(its, target.sku), []);
    await passes(2 * day);
    assert.equal(taken().state, 'waiting', moves().join());
    const { id } = taken().purchase;
    assert.match(
      await says(alex, `purchase ${id}`),
      /Next: end the subscription at Microsoft\. TK-1 says how, and who does it\./,
    );
    const held = holdersAt(its, target.sku);
    assert.equal(held.length, 12);
    assert.deepEqual(new Set(held), new Set(taken().holders.ids));
    assert.equal(audited('licence-assigned').length, 12);
    subscription.status = 'Deleted';
    await passes();
    assert.equal(taken().state, 'done');
    assert.match(sees(adele), /Visio/);
    assert.equal(verifyAudit(world.purser.store).holds, true);
    assert.equal(world.purser.store.get('purchases', taken().purchase.id)?.decision, null);
  });

  it('is not for whoever requested it to approve, nor for whoever bought it, nor for others', async () => {
    await opened({ APPROVERS_GROUP: '' });
    const { alex, isaiah, adele, patti } = world.people;
    await begun();
    assert.match(await says(alex, 'approve TK-1'), /You requested TK-1 yourself, so someone else has to decide/);
    assert.match(await says(adele, 'approve TK-1'), /approver/);
    assert.match(await says(patti, 'approve TK-1'), /approver/);
    assert.equal(taken().state, 'pending');
    await says(isaiah, 'approve TK-1');
    assert.equal(taken().state, 'approved');
  });

  it('that an admin bought is for another admin to decide', async () => {
    await opened({ APPROVERS_GROUP: '' });
    const { isaiah } = world.people;
    subscription.ownerId = isaiah.id;
    await passes();
    await begun();
    assert.match(await says(isaiah, 'approve TK-1'), /a purchase of your own, so someone else has to decide/);
    assert.match(await says(isaiah, 'withdraw TK-1'), /someone else has to decide/);
    assert.equal(taken().state, 'pending');
  });

  it('approved by two in the same instant has one decision, and the second is told of the first', async () => {
    await opened({ APPROVERS_GROUP: '' });
    const { isaiah, joni } = world.people;
    its.roles.find(({ displayName }) => /Billing/.test(displayName))?.members.push(joni.id);
    await begun();
    for (const each of [isaiah, joni]) each.feed.clear();
    await Promise.all([isaiah.say('approve TK-1'), joni.say('reject TK-1 we need it')]);
    await Promise.all([isaiah.next(), joni.next()]);
    const told = [sees(isaiah), sees(joni)];
    assert.equal(told.filter((card) => /This has already been decided|That can’t be done now/.test(card)).length, 1);
    assert.equal(taken().history.filter(({ move }) => move === 'approve' || move === 'reject').length, 1);
  });

  it('that needs two people waits for the second, who must be another', async () => {
    await opened({ APPROVERS_GROUP: '' });
    const { isaiah, joni } = world.people;
    its.roles.find(({ displayName }) => /Billing/.test(displayName))?.members.push(joni.id);
    await begun({ needed: 2 });
    await says(isaiah, 'approve TK-1');
    assert.equal(taken().state, 'pending');
    assert.match(await says(isaiah, 'approve TK-1'), /You’ve already approved TK-1\. It needs one more person/);
    await says(joni, 'approve TK-1');
    assert.equal(taken().state, 'approved');
  });

  it('is rejected with a reason only, and whoever requested it reads the reason', async () => {
    await opened();
    const { megan, alex } = world.people;
    await begun();
    await says(megan, 'refuser TK-1', 'fr-FR');
    assert.equal(taken().state, 'pending');
    await says(megan, 'refuser TK-1 l’équipe en a besoin', 'fr-FR');
    assert.equal(taken().state, 'rejected');
    await settles();
    assert.match(sees(alex), /l’équipe en a besoin/);
    assert.equal(audited('takeover-rejected')[0]?.why, 'l’équipe en a besoin');
  });

  it('that ends for people is asked once more before it is approved [39]', async () => {
    await opened();
    const { megan } = world.people;
    await begun({ act: cancel });
    await says(megan, 'approve TK-1');
    assert.equal(taken().state, 'pending');
    await megan.press(confirming);
    assert.equal(taken().state, 'approved', sees(megan));
  });

  it('that nobody decides about is recalled every working day, then expires', async () => {
    await opened();
    const { alex, megan } = world.people;
    await begun();
    await passes(day + hour);
    assert.deepEqual(moves(), ['request → pending', 'remind → pending']);
    await passes(2 * day);
    assert.equal(taken().state, 'expired', moves().join());
    assert.match(sees(alex), /Nobody decided in time/);
    assert.match(await says(megan, 'approve TK-1'), /already been decided/);
    assert.equal(taken().state, 'expired');
  });

  it('loses no time while Purser is away', async () => {
    await opened();
    await begun();
    const before = taken().decideBy;
    world.clock.advance(2 * day);
    await world.restart();
    await world.purser.watch.drain();
    assert.equal(taken().state, 'pending');
    assert.ok(taken().decideBy > before, 'the time to decide is given back');
    const once = taken().decideBy;
    await world.restart();
    assert.equal(taken().decideBy, once, 'and only once');
  });

  it('can be put to one approver in person', async () => {
    await opened();
    const { alex, megan } = world.people;
    await says(megan, 'hello');
    await begun();
    assert.match(
      await says(alex, 'reassign TK-1 Nobody'),
      /I can’t find anyone called “Nobody” who can decide\.[\s\S]*\( \) Megan/,
    );
    await says(alex, 'reassign TK-1 megan');
    assert.equal(taken().putTo?.name, 'Megan Bowen');
    await settles();
    await says(alex, 'approval TK-1');
    await alex.press('More');
    assert.match(sees(alex), /Alex Wilber handed it to Megan Bowen · /);
    assert.match(sees(megan), /TK-1/);
  });

  it('waits while somebody objects, until they are answered', async () => {
    await opened();
    const { alex, megan, adele } = world.people;
    await begun();
    await says(megan, 'approve TK-1');
    await settles();
    await adele.press('I still need it', { inputs: { reason: 'My drawings!' } });
    assert.equal(taken().objections[0]?.words, 'My drawings!', sees(adele));
    await passes(4 * day);
    assert.equal(taken().state, 'approved', 'it does not start');
    assert.match(sees(alex), /My drawings!/);
    await says(alex, 'reply TK-1 They stay where they are');
    await settles();
    assert.match(sees(adele), /They stay where they are/);
    await passes();
    assert.equal(taken().state, 'waiting', moves().join());
  });

  it('can be withdrawn by whoever requested it, and those who were told are told', async () => {
    await opened();
    const { alex, megan, adele } = world.people;
    await begun();
    await says(megan, 'approve TK-1');
    await settles();
    await says(alex, 'withdraw TK-1 because they need it');
    assert.equal(taken().state, 'withdrawn', sees(alex));
    await settles();
    const stages = [...world.purser.store.all('notices')].flatMap(({ saying, to }) =>
      saying.card === 'announced' && 'person' in to && to.person === adele.id ? [saying.stage] : [],
    );
    assert.deepEqual(stages, ['before', 'called-off']);
    await passes(4 * day);
    assert.deepEqual(holdersAt(its, target.sku), []);
  });

  it('that can’t move everybody says who and why, and tries those again [31]', async () => {
    await opened();
    const { alex, megan } = world.people;
    await begun();
    const three = taken().holders.ids.slice(3, 6);
    for (const id of three) (its.users.get(id) ?? assert.fail()).usageLocation = null;
    await says(megan, 'approve TK-1');
    await passes(4 * day);
    assert.equal(taken().state, 'failed', moves().join());
    assert.equal(holdersAt(its, target.sku).length, 9);
    assert.match(sees(alex), /usage location/);
    for (const id of three) (its.users.get(id) ?? assert.fail()).usageLocation = 'FR';
    await says(alex, 'retry TK-1');
    await settles();
    assert.equal(taken().state, 'waiting', moves().join());
    assert.equal(holdersAt(its, target.sku).length, 12);
    assert.equal(audited('licence-assigned').length, 12);
    assert.equal(audited('licence-failed').length, 3);
  });

  it('takes old licences away that are not departmental, where Microsoft lets it', async () => {
    await opened({}, { sku: takenSku });
    its.selfServiceSeats = 'open';
    const { megan } = world.people;
    await begun();
    await says(megan, 'approve TK-1');
    await passes(4 * day);
    assert.equal(taken().state, 'waiting', moves().join());
    assert.deepEqual(holdersAt(its, subscription.skuId), []);
    assert.equal(audited('licence-removed').length, 12);
  });

  it('does not believe Microsoft that a licence was taken, and puts that right in the journal', async () => {
    await opened({}, { sku: takenSku });
    its.selfServiceSeats = 'open';
    await begun({ act: cancel });
    haveAllPurser(world);
    const { megan } = world.people;
    await says(megan, 'approve TK-1 confirm');
    world.tenant.faults.push({ match: ({ path }) => path.endsWith('assignLicense'), times: 12, kind: 'lie' });
    await passes(4 * day);
    for (let again = 0; again < 6; again++) await passes();
    assert.equal(taken().state, 'waiting', moves().join());
    assert.equal(holdersAt(its, subscription.skuId).length, 12);
    assert.equal(audited('licence-removed').length, 12);
    assert.equal(audited('licence-failed').length, 12);
  });

  it('is checked at Microsoft when somebody asks, and says that there is nothing to do', async () => {
    await opened();
    const { alex, megan } = world.people;
    await begun();
    await says(megan, 'approve TK-1');
    await passes(4 * day);
    const answer = await says(alex, 'check TK-1');
    assert.match(answer, /Microsoft doesn’t show it yet\. I check every 15 minutes; there’s nothing you need to do/);
    await says(alex, 'check TK-1 cancelled');
    assert.deepEqual(
      taken().reports.map(({ what, by }) => [what, by.name]),
      [['cancelled', 'Alex Wilber']],
    );
    assert.equal(taken().state, 'waiting', 'nothing is done because somebody says so');
    await says(alex, 'check TK-1 renewal off until 31/12/2026');
    assert.equal(taken().reports[1]?.endsAt, '2026-12-31');
    await says(alex, 'check TK-1 refused CFQ7-41');
    await alex.press('More');
    assert.match(sees(alex), /Alex Wilber reported the result[^\n]* · Microsoft refused · CFQ7-41/);
    assert.match(await says(alex, 'audit'), /TK-1: waiting for the subscription to end · Microsoft refused · CFQ7-41/);
    assert.match(await says(alex, 'audit started'), /TK-1: approved → running/);
    assert.match(await says(alex, 'journal exécution', 'fr-FR'), /TK-1/);
    subscription.status = 'Deleted';
    await says(alex, 'check TK-1');
    await settles();
    assert.equal(taken().state, 'done');
  });

  it('is ended by the operator’s own automation where there is one', async () => {
    const automation = await startAutomation({
      secret: 'a secret between the two of them',
      clock: { now: () => world.clock.now() },
    });
    try {
      await opened({
        CANCELLATION: `webhook:${automation.url}`,
        CANCELLATION_SECRET: 'a secret between the two of them',
      });
      const { alex, megan } = world.people;
      await begun({ ending: 'webhook' });
      automation.answers.push({ kind: 'refuse', words: 'Not in December' });
      await says(megan, 'approve TK-1');
      await passes(4 * day);
      assert.equal(taken().state, 'failed', moves().join());
      assert.match(sees(alex), /Not in December/);
      await says(alex, 'retry TK-1');
      await settles();
      assert.equal(taken().state, 'waiting', moves().join());
      assert.deepEqual([...automation.done.keys()], ['TK-1']);
      assert.equal(holdersAt(its, target.sku).length, 12);
      subscription.status = 'Deleted';
      await passes();
      assert.equal(taken().state, 'done');
    } finally {
      await automation.close();
    }
  });
});
