/** A licence is asked for, decided, assigned, and everybody is told [N7, N8, N9]. */
import assert from 'node:assert/strict';
import { verifyAudit } from '../../store/audit.ts';
import { differencesIn } from '../../store/proof.ts';
import type { LicenceRequest } from '../../store/records.ts';
import type { Wanted } from '../stand-ins/teams/press.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { groups, people, skus, type User } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { day, hour, minute } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a licence request', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
    for (const user of world.tenant.company.users.values())
      if (user.id !== people.joni) user.licences = user.licences.filter(({ skuId }) => skuId !== skus.visio2.id);
    await world.purser.sync.run();
  });
  afterEach(() => world.close());

  const { says, sees, settles, passes } = actsIn(() => world);
  const presses = async (person: Person, title: Wanted, inputs: Record<string, string> = {}): Promise<string> => {
    world.clock.advance(10_000);
    await person.press(title, { inputs });
    return sees(person);
  };
  const user = (id: string): User => world.tenant.company.users.get(id) ?? assert.fail(id);
  const has = (person: Person, sku = skus.visio2.id) => user(person.id).licences.some(({ skuId }) => skuId === sku);
  const one = (id = 'LR-1'): LicenceRequest => world.purser.store.get('requests', id) ?? assert.fail(id);
  const stateOf = (id = 'LR-1') => one(id).state;
  const visioSeats = (count: number): void => {
    const [first, ...others] = world.tenant.company.subscriptions.filter(({ skuId }) => skuId === skus.visio2.id);
    if (first) first.totalLicenses = count;
    for (const each of others) each.totalLicenses = 0;
  };
  const used = () =>
    [...world.tenant.company.users.values()].filter(({ licences }) =>
      licences.some(({ skuId }) => skuId === skus.visio2.id),
    ).length;
  const asks = (person: Person, rest = '"visio plan 2" because I draw our plans') => says(person, `request ${rest}`);

  it('is asked for in a sentence, decided by one press in person, assigned, and told to who asked', async () => {
    const { adele, megan, miriam, alex } = world.people;
    assert.match(
      await asks(adele),
      /^You asked for Visio Plan 2\nLR-1[\s\S]*Megan Bowen and Miriam Graham can decide\. If nobody has by 20 Nov 2026, 17:00 CET[\s\S]*\[Withdraw\]/,
    );
    await settles();
    assert.equal(adele.inbox().length, 1, 'the answer is not posted a second time');
    assert.match(
      sees(megan),
      /^Adele Vance asks for Visio Plan 2\n[\s\S]*I draw our plans\nFree licences \| \d+ of 20/,
    );
    assert.doesNotMatch(sees(alex), /LR-1/, 'an admin who is no approver is left in peace');
    assert.match(await presses(megan, 'Approve', { limit: 'always' }), /Approved · being assigned/);
    await settles();
    assert.ok(has(adele));
    assert.match(
      sees(adele),
      /^You have Visio Plan 2\n[\s\S]*Microsoft shows the licence\. If an app still asks you to buy it/,
    );
    assert.match(sees(miriam), /Assigned[\s\S]*Approved by \| Megan Bowen/);
    assert.doesNotMatch(sees(miriam), /\[Approve\]/, 'the other reads that it is decided');
    assert.deepEqual(one().given?.ours, true);
    const actions = [...world.purser.store.all('audit')]
      .map(({ action }) => action)
      .filter((each) => /^request/.test(each));
    assert.deepEqual(actions, ['request-made', 'request-approved', 'request-given']);
    assert.ok(verifyAudit(world.purser.store).holds);
    assert.deepEqual(differencesIn(world.purser.store), []);
  });

  it('is nobody’s own to decide, nor of the one it is for; a second approver reads who was faster', async () => {
    const { adele, megan, miriam, patti } = world.people;
    await asks(megan, '"visio plan 2" because I draw');
    assert.match(await says(megan, 'approve LR-1'), /LR-1 is your own request, or it is for you/);
    await asks(adele, '"visio plan 2" for miriam.graham@contoso.onmicrosoft.com because she draws');
    assert.match(await says(miriam, 'approve LR-2'), /LR-2 is your own request, or it is for you/);
    assert.match(await says(patti, 'approve LR-2'), /Only approvers can do that/);
    assert.match(await says(world.people.lidia, 'approve LR-2'), /I can’t find a licence request LR-2/);
    assert.equal(stateOf('LR-2'), 'pending');
    assert.match(await says(miriam, 'approve LR-1'), /Approved · being assigned/);
    assert.match(await says(miriam, 'reject LR-1 because no'), /can’t be done|already approved/);
    await settles();
    assert.match(await says(megan, 'reject LR-2 because no need'), /Rejected/);
    assert.match(await says(megan, 'approve LR-2'), /already rejected it/);
    await settles();
    assert.match(sees(adele), /your request was rejected[\s\S]*no need/);
  });

  it('without a reason is a form that keeps what was said; asked for twice it is one; who has it is told so', async () => {
    const { adele } = world.people;
    assert.match(await asks(adele, '"visio plan 2"'), /^Ask for a licence\nVisio Plan 2\n[\s\S]*\[Send the request\]/);
    assert.match(await presses(adele, 'Send the request', { reason: 'our plans' }), /^You asked for Visio Plan 2/);
    assert.match(await asks(adele), /This has been asked for already[\s\S]*our plans/);
    assert.match(
      await says(adele, 'demander "visio plan 2" parce que oui', 'fr-FR'),
      /^Vous avez demandé Visio Plan 2/,
    );
    assert.equal(world.purser.store.count('requests'), 1);
    assert.match(await says(adele, 'withdraw LR-1'), /Withdrawn/);
    user(adele.id).licences.push({ skuId: skus.visio2.id, group: groups.designers, since: '', from: null });
    assert.match(await asks(adele), /You already have a licence for Visio Plan 2/);
    assert.equal(world.purser.store.count('requests'), 1);
  });

  it('needs words to be rejected, and they reach who asked', async () => {
    const { adele, megan } = world.people;
    await asks(adele);
    await settles();
    assert.match(await presses(megan, 'Reject', { reason: '', limit: 'always' }), /Please say why/);
    assert.equal(stateOf(), 'pending');
    assert.match(await presses(megan, 'Reject', { reason: 'share ours', limit: 'always' }), /Rejected/);
    await settles();
    assert.match(sees(adele), /Their words \| share ours/);
  });

  it('waits in line where no seat is free, and each seat that comes free goes to one, in the order of approvals', async () => {
    const { adele, lidia, megan } = world.people;
    visioSeats(used());
    await passes();
    await asks(adele);
    await asks(lidia);
    await settles();
    assert.match(
      await says(megan, 'approval LR-2'),
      /No licence is free\. If you approve it, Lidia Holloway goes on the waiting list/,
    );
    await says(megan, 'approve LR-2');
    await says(megan, 'approve LR-1');
    await settles();
    assert.match(sees(adele), /^Visio Plan 2: you’re on the waiting list\n[\s\S]*Place 2/);
    assert.match(sees(lidia), /Place 1/);
    visioSeats(used() + 1);
    await passes();
    assert.deepEqual([has(lidia), has(adele)], [true, false]);
    assert.deepEqual([stateOf('LR-2'), stateOf('LR-1')], ['given', 'waiting']);
    assert.match(sees(adele), /Place 1/);
    await passes();
    assert.equal(has(adele), false);
    visioSeats(used() + 1);
    await passes();
    assert.ok(has(adele));
    assert.match(sees(adele), /^You have Visio Plan 2/);
  });

  it('for a time is announced before its end, extended by one who decides, and then removed, if Purser assigned it', async () => {
    const { adele, megan } = world.people;
    await asks(adele, '"visio plan 2" for 3 months because of the audit ref INC0012345');
    assert.equal(one().term, '3m');
    await says(megan, 'approve LR-1 for 2 weeks');
    await settles();
    assert.equal(one().endsOn, '2026-12-01');
    await passes(8 * day);
    assert.match(sees(adele), /^Visio Plan 2: your licence ends on 1 Dec 2026\n/);
    assert.match(sees(megan), /the licence of Adele Vance ends on 1 Dec 2026[\s\S]*\[Extend\]/);
    assert.match(await presses(adele, 'Ask for more time'), /You asked for more time\. Megan Bowen has been told/);
    await settles();
    assert.match(sees(megan), /^Adele Vance asks for more time with Visio Plan 2\n/);
    await presses(megan, 'Extend', { limit: '1m' });
    await settles();
    assert.equal(one().endsOn, '2027-01-01');
    assert.match(sees(adele), /Assigned until 1 Jan 2027/);
    await passes(30 * day);
    assert.match(sees(adele), /your licence ends on 1 Jan 2027/);
    await passes(8 * day);
    assert.equal(has(adele), false);
    assert.equal(stateOf(), 'ended');
    assert.match(sees(adele), /the licence was removed\. If you still need it, ask again/);
    assert.match(await says(world.people.alex, 'audit INC0012345'), /Licence for a time ended[\s\S]*Licence requested/);
  });

  it('that somebody had meanwhile by other means ends without taking that away', async () => {
    const { adele, megan } = world.people;
    await asks(adele);
    user(adele.id).licences.push({ skuId: skus.visio2.id, group: null, since: '', from: null });
    await says(megan, 'approve LR-1 for 1 week');
    await settles();
    assert.deepEqual(one().given?.ours, false);
    await passes(9 * day);
    await passes(2 * day);
    assert.equal(stateOf(), 'ended');
    assert.ok(has(adele));
    assert.match(sees(adele), /I didn’t assign this licence, so I left it/);
  });

  it('that nobody decides is brought up again, then to the admins, who may decide; and never lapses', async () => {
    const { adele, megan, isaiah } = world.people;
    await asks(adele);
    await settles();
    assert.match(await says(isaiah, 'approve LR-1'), /Only approvers can do that/);
    const posts = () => megan.inbox().length;
    const before = posts();
    await passes(3.5 * day);
    assert.equal(posts(), before + 1);
    assert.match(sees(megan), /Nobody has decided so far\. Adele Vance is waiting/);
    await passes(3 * day);
    assert.match(sees(isaiah), /No approver has decided for days, so admins may decide as well[\s\S]*\[Approve\]/);
    assert.match(sees(adele), /I’ve called the admins as well/);
    await passes(30 * day);
    assert.equal(stateOf(), 'pending');
    await presses(isaiah, 'Approve', { limit: 'always' });
    await settles();
    assert.ok(has(adele));
  });

  it('that Microsoft refuses is told to who approved it, with Retry, and to who asked', async () => {
    const { adele, megan } = world.people;
    user(adele.id).usageLocation = null;
    await asks(adele);
    await says(megan, 'approve LR-1');
    await settles();
    assert.equal(stateOf(), 'failed');
    assert.match(
      sees(adele),
      /approved, but not assigned yet\. Microsoft says: “License assignment[\s\S]*Megan Bowen has been told/,
    );
    assert.match(sees(megan), /It isn’t assigned yet[\s\S]*\[Retry\]/);
    user(adele.id).usageLocation = 'FR';
    await presses(megan, 'Retry');
    await settles();
    assert.ok(has(adele));
  });

  it('goes back to those who decide where its approver is out by the time a seat is free, and ends where its person left', async () => {
    const { adele, lidia, megan, miriam } = world.people;
    visioSeats(used());
    await passes();
    await asks(adele);
    await asks(lidia);
    await says(megan, 'approve LR-1');
    await says(megan, 'approve LR-2');
    const group = world.tenant.company.groups.find(({ id }) => id === groups.approvers) ?? assert.fail();
    group.members = group.members.filter((id) => id !== megan.id);
    world.clock.advance(6 * minute);
    visioSeats(used() + 1);
    await passes(hour);
    assert.equal(has(adele), false);
    assert.equal(stateOf(), 'pending');
    assert.match(sees(miriam), /Megan Bowen approved it, but may no longer decide/);
    user(adele.id).accountEnabled = false;
    await says(miriam, 'approve LR-1');
    await settles();
    assert.equal(stateOf(), 'withdrawn');
    assert.match(await says(miriam, 'approval LR-1'), /Adele Vance is no longer an enabled member/);
  });

  it('is given once, however often Purser is killed between the press and the licence', async () => {
    const { adele, megan } = world.people;
    await asks(adele);
    await says(megan, 'approve LR-1 for 1 month');
    for (let times = 0; times < 3; times++) {
      await world.restart();
      await settles();
    }
    const asked = world.tenant.requests.filter(({ path }) => path.endsWith(`/users/${adele.id}/assignLicense`));
    assert.equal(asked.length, 1);
    assert.equal(one().given?.ours, true);
  });

  it('is refused with the way there where another system owns requests, and can’t be approved while Purser is on hold', async () => {
    const { adele, megan, alex } = world.people;
    await asks(adele);
    await says(alex, 'pause everything because we look into something');
    assert.match(await says(megan, 'approve LR-1'), /On hold/);
    assert.equal(stateOf(), 'pending');
    await world.restart({ REQUESTS: 'off' });
    assert.match(await says(world.people.lidia, 'request visio because plans'), /I don’t take licence requests/);
    assert.match(await says(adele, 'request LR-1'), /You asked for Visio Plan 2/);
  });

  it('is in the lists of those who decide, in what waits for them, and in those of who asked', async () => {
    const { adele, megan } = world.people;
    await asks(adele);
    assert.match(await says(megan, 'approvals'), /1 licence request[\s\S]*Visio Plan 2[\s\S]*Adele Vance/);
    assert.match(await says(megan, 'waiting'), /Adele Vance asks for Visio Plan 2/);
    assert.match(await says(adele, 'request'), /^My licence requests\n/);
    assert.match(await says(adele, 'request LR-1'), /^You asked for Visio Plan 2/);
    assert.match(await says(adele, 'LR-1'), /^You asked for Visio Plan 2/);
    assert.match(await says(adele, 'approvals all'), /Visio Plan 2/);
    assert.match(await says(world.people.lidia, 'approvals all'), /There is nothing yet/);
  });
});
