/** Everybody who was approved is counted to the end, whatever happens to them; and each counts as soon as Microsoft shows it. */
import assert from 'node:assert/strict';
import type { Act, Takeover } from '../../store/records.ts';
import { type Company, company, type Subscription } from '../stand-ins/tenant/index.ts';
import type { User } from '../stand-ins/tenant/state.ts';
import { actsIn } from '../world/acts.ts';
import { day, minute } from '../world/clock.ts';
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

describe('everybody who was approved is counted to the end:', () => {
  let world: World;
  let its: Company;
  let subscription: Subscription;
  const { says, sees, settles, passes } = actsIn(() => world);
  const taken = (): Takeover => world.purser.store.get('takeovers', 'TK-1') ?? assert.fail('no takeover');
  const moves = (): string =>
    taken()
      .history.map(({ move, to }) => `${move} → ${to}`)
      .join();

  afterEach(() => world.close());

  /** Approved, with one of the holders to whom something happens before it runs. */
  async function approved(holders: number, act?: Act, sku?: Bought['sku']): Promise<User> {
    its = company({ now: new Date('2026-11-17T09:15:00Z') });
    subscription = buyVisio(its, { holders, free: 60, ...(sku && { sku }) });
    world = await openWorld({ company: its });
    await says(world.people.alex, 'notify on approvals');
    await requested(world, purchaseOf(world, subscription), act && { act });
    await settles();
    haveAllPurser(world);
    await says(world.people.megan, 'approve TK-1 confirm');
    assert.equal(taken().state, 'approved', sees(world.people.megan));
    await settles();
    const id = taken().holders.ids.find((each) => each !== world.people.adele.id) ?? '';
    return its.users.get(id) ?? assert.fail('nobody');
  }
  const loses = (user: User): void => {
    user.licences = user.licences.filter(({ skuId }) => skuId !== subscription.skuId);
  };
  const named = (user: User, why: string): RegExp =>
    new RegExp(`${why}[^]*${user.displayName.replace(/[.*+?()]/g, '.')}`);
  const cancel = { kind: 'cancel', reason: 'cost' } as const;

  it('someone of whom Microsoft shows no licence state is the fourth of four, and the end waits for a word', async () => {
    const fourth = await approved(4);
    fourth.statesHidden = true;
    await passes(4 * day);
    const requester = world.people.alex;
    assert.equal(taken().state, 'failed', moves());
    assert.match(sees(requester), /3 of 4 moved/);
    assert.match(sees(requester), named(fourth, 'Microsoft shows no licence state'));
    await requester.press('End it without them');
    assert.match(sees(requester), new RegExp(`${fourth.displayName} loses access`));
    assert.equal(taken().state, 'failed', 'nothing ends before the names were read');
    await requester.press('End it without them');
    await settles();
    assert.equal(taken().state, 'waiting', moves());
    assert.match(sees(requester), /3 of 4 moved/);
    assert.match(await says(requester, 'audit TK-1'), new RegExp(fourth.displayName));
    await says(requester, 'approval TK-1');
    await requester.press('More');
    assert.match(sees(requester), /went ahead without/);
    assert.equal(holdersAt(its, target.sku).length, 3);
  });

  it('an admin who is not the requester gives the word, an approver does not; a retry looks again', async () => {
    const fourth = await approved(4);
    fourth.statesHidden = true;
    await passes(4 * day);
    assert.match(await says(world.people.megan, 'proceed TK-1'), /can’t do that|can’t be done|Nobody is objecting/);
    assert.equal(taken().state, 'failed');
    assert.match(await says(world.people.isaiah, 'proceed TK-1'), /loses access/);
    delete fourth.statesHidden;
    await says(world.people.alex, 'retry TK-1');
    await settles();
    assert.equal(taken().state, 'waiting', moves());
    assert.match(sees(world.people.alex), /4 of 4 moved/);
  });

  it('someone who lost the licence is named, and the end need not wait for whom it takes nothing from', async () => {
    const fourth = await approved(4);
    loses(fourth);
    await passes(4 * day);
    assert.equal(taken().state, 'waiting', moves());
    assert.match(sees(world.people.alex), /3 of 4 moved/);
    assert.match(sees(world.people.alex), named(fourth, 'No longer has the licence'));
  });

  it('someone who left the organisation is named', async () => {
    const fourth = await approved(4);
    its.users.delete(fourth.id);
    await passes(4 * day);
    assert.equal(taken().state, 'waiting', moves());
    assert.match(sees(world.people.alex), /3 of 4 moved/);
    assert.match(sees(world.people.alex), named(fourth, 'No longer in your organisation'));
  });

  it('a cancellation tells of all four, also once it is over', async () => {
    const fourth = await approved(4, cancel, takenSku);
    its.selfServiceSeats = 'open';
    loses(fourth);
    await passes(4 * day);
    assert.equal(taken().state, 'waiting', moves());
    assert.match(sees(world.people.alex), /3 of 4 licences removed/);
    assert.match(sees(world.people.alex), named(fourth, 'No longer has the licence'));
    subscription.status = 'Deleted';
    await passes();
    assert.equal(taken().state, 'done', moves());
    assert.match(sees(world.people.alex), /3 of 4 people lost access/);
    assert.match(sees(world.people.alex), named(fourth, 'No longer has the licence'));
  });

  it('a cancellation names whoever keeps the product through a group', async () => {
    const fourth = await approved(4, cancel, takenSku);
    its.selfServiceSeats = 'open';
    const [group] = its.groups;
    fourth.licences.push({
      skuId: subscription.skuId,
      group: group?.id ?? '',
      since: '2026-11-18T08:00:00Z',
      from: null,
    });
    await passes(4 * day);
    assert.equal(taken().state, 'waiting', moves());
    assert.match(sees(world.people.alex), /3 of 4 licences removed/);
    assert.match(sees(world.people.alex), named(fourth, 'Has it through a group'));
  });

  it('where everybody stays on the organisation’s own seats, all four are told of as well', async () => {
    const fourth = await approved(4, { kind: 'stay' }, takenSku);
    const own = { ...subscription, id: '7e9a0000-0000-4000-8000-00000000f00a', ownerId: null };
    its.subscriptions.push({ ...own, ownerType: 'Organization', totalLicenses: 20 });
    loses(fourth);
    await passes(4 * day);
    assert.equal(taken().state, 'waiting', moves());
    assert.match(sees(world.people.alex), /3 of 4 stay on your own seats/);
    assert.match(sees(world.people.alex), named(fourth, 'No longer has the licence'));
  });

  it('each counts as soon as Microsoft shows it, however long another one takes', async () => {
    const straggler = await approved(45);
    const isTheirs = ({ path, inBatch }: { path: string; inBatch?: boolean }): boolean =>
      inBatch === true && path.includes(straggler.id) && path.endsWith('assignLicense');
    world.tenant.faults.push({ match: isTheirs, kind: 'status', code: 500, times: 500 });
    world.clock.advance(4 * day);
    await world.purser.sync.run();
    await world.purser.watch.drain();
    await world.purser.jobs.drain();
    assert.equal(taken().state, 'running', moves());
    assert.match(await says(world.people.alex, 'approval TK-1'), /44 of 45 moved/);
    for (let tries = 0; tries < 8 && taken().state === 'running'; tries++) await passes(15 * minute);
    assert.equal(taken().state, 'failed', moves());
    assert.match(sees(world.people.alex), /44 of 45 moved/);
    assert.match(sees(world.people.alex), new RegExp(straggler.displayName));
  });

  it('what Microsoft only says to have done does not count', async () => {
    const fooled = await approved(4);
    const isTheirs = ({ path }: { path: string }): boolean =>
      path.includes(fooled.id) && path.endsWith('assignLicense');
    world.tenant.faults.push({ match: isTheirs, kind: 'lie', times: 500 });
    world.clock.advance(4 * day);
    await world.purser.watch.drain();
    await world.purser.jobs.drain();
    assert.equal(taken().state, 'running', moves());
    assert.match(await says(world.people.alex, 'approval TK-1'), /3 of 4 moved/);
  });
});
