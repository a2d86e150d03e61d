import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { program } from '../../built.ts';
import { company, people } from './index.ts';
import { start as now } from './stand-in.ts';

describe('the company', () => {
  it('is the same for the same seed', () => {
    const at = { now, seed: 7 };
    assert.deepEqual(company(at), company(at));
    assert.notDeepEqual(company(at).subscriptions, company({ now, seed: 8 }).subscriptions);
  });

  it('has purchases of every kind and status, and owners of every sort', () => {
    const { subscriptions, users } = company({ now });
    assert.ok(subscriptions.length >= 60);
    assert.equal(users.size, 300);
    const found = new Set(subscriptions.map(({ status }) => status));
    for (const status of ['Enabled', 'Warning', 'Suspended', 'LockedOut', 'Deleted'])
      assert.ok(found.has(status), status);
    const owners = new Set(subscriptions.map(({ ownerId }) => ownerId));
    for (const owner of [people.adele, people.grady, people.forgotten, people.guestAlex, null])
      assert.ok(owners.has(owner));
    assert.ok(subscriptions.some(({ ownerTenantId }) => ownerTenantId !== null));
    assert.ok(!users.has(people.grady));
  });

  it('never holds more of a SKU than was bought while it is live', () => {
    const { subscriptions, users } = company({ now });
    const seats = new Map<string, number>();
    for (const { skuId, totalLicenses, status } of subscriptions) {
      if (status !== 'Deleted') seats.set(skuId, (seats.get(skuId) ?? 0) + totalLicenses);
    }
    for (const { licences } of users.values())
      for (const { skuId } of licences) seats.set(skuId, (seats.get(skuId) ?? 0) - 1);
    for (const [sku, left] of seats) assert.ok(left >= 0, sku);
  });

  it('grows to 100,000 subscriptions and 300,000 people', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, program('test/stand-ins/tenant/largest.ts'));
    assert.deepEqual(JSON.parse(stdout), [100_000, 300_000]);
  });
});
