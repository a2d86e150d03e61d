/** Departmental seats are not taken one by one: the new licence is given and shown, then each ends with the purchase. */
import assert from 'node:assert/strict';
import { verifyAudit } from '../../store/audit.ts';
import type { Takeover, Transfer } from '../../store/records.ts';
import { linkOf, rowsOf } from '../exports/exported.ts';
import { type Company, company, type Subscription } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { startAutomation } from '../world/automation.ts';
import { day } from '../world/clock.ts';
import {
  type Bought,
  buyVisio,
  haveAllPurser,
  holdersAt,
  purchaseOf,
  requested,
  taken as taking,
  target,
} from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a takeover of departmental seats', () => {
  let world: World;
  let its: Company;
  let subscription: Subscription;
  /** What Graph was asked to take, from anybody. */
  let removed: string[];
  const { says, sees, settles, passes } = actsIn(() => world);
  const taken = (): Takeover => world.purser.store.get('takeovers', 'TK-1') ?? assert.fail('no takeover');
  const moves = (): string =>
    taken()
      .history.map(({ move, to }) => `${move} → ${to}`)
      .join();
  const transfers = (): Transfer[] => [...world.purser.store.all('transfers')];
  const cancel = { kind: 'cancel', reason: 'cost' } as const;

  interface Opening extends Bought {
    answer?: Company['selfServiceSeats'];
    environment?: Record<string, string>;
  }
  async function opened({ answer, environment = {}, ...what }: Opening = {}): Promise<void> {
    its = company({ now: new Date('2026-11-17T09:15:00Z') });
    subscription = buyVisio(its, what);
    if (answer) its.selfServiceSeats = answer;
    world = await openWorld({ company: its, environment });
    removed = [];
    world.tenant.faults.push({ kind: '429', match: look });
    await says(world.people.alex, 'notify on approvals');
  }
  afterEach(() => world.close());

  /** Fits nothing, so that it only looks. */
  function look({ path, body }: { path: string; body: string }): false {
    if (path.endsWith('/assignLicense'))
      removed.push(...(JSON.parse(body) as { removeLicenses: string[] }).removeLicenses);
    return false;
  }
  const begun = async (wanted?: Parameters<typeof requested>[2]): Promise<void> => {
    await requested(world, purchaseOf(world, subscription), wanted);
    await settles();
  };
  /** Every card of everybody, as it reads now. */
  const everyCard = (): string =>
    Object.values(world.people)
      .flatMap((person) => person.inbox().map((post) => person.card(post)))
      .join('\n\n')
      .replace(/[\u00a0\u202f]/g, ' ');

  for (const answer of ['locked', 'denied'] as const)
    it(`of twelve ends truthfully where Microsoft would refuse each with ${answer === 'locked' ? 400 : 403}: nobody is called not moved, no permission is asked for`, async () => {
      await opened({ answer });
      const { alex, megan, adele } = world.people;
      await begun();
      assert.match(await says(megan, 'approval TK-1'), /Old seats \| Their old seat ends with the purchase/);
      assert.match(
        await says(megan, 'approbation TK-1', 'fr-FR'),
        /Anciennes licences \| Leur ancienne licence prend fin avec l’achat/,
      );
      await says(megan, 'approve TK-1', 'en-US');
      await settles();
      assert.match(sees(adele), /Your subscription then ends, and their old seats end with the purchase\./);
      const holder = world.teams.person({ id: taken().holders.ids[5] ?? '', name: 'A holder', installed: true });
      await passes(4 * day);
      assert.equal(taken().state, 'waiting', moves());
      assert.deepEqual(new Set(holdersAt(its, target.sku)), new Set(taken().holders.ids));
      assert.equal(holdersAt(its, subscription.skuId).length, 12, 'nobody lost anything before the purchase ended');
      assert.deepEqual(removed, []);
      assert.match(sees(alex), /12 of 12 moved\n12 old seats end with the purchase\. Nobody has to remove them\./);
      assert.match(
        await says(alex, 'audit TK-1'),
        /waiting for the subscription to end · Their old seats end with the purchase/,
      );
      subscription.status = 'Deleted';
      for (const user of its.users.values())
        user.licences = user.licences.filter(({ skuId }) => skuId !== subscription.skuId);
      await passes();
      assert.equal(taken().state, 'done', moves());
      assert.match(await says(alex, 'approval TK-1'), /12 of 12 moved\nThe old seats ended with the purchase\./);
      assert.match(sees(adele), /as ended, and the old seats ended with the purchase/);
      assert.match(sees(holder), /has ended, and your old seat ended with the purchase/);
      assert.doesNotMatch(everyCard(), /permission|privileges|couldn’t be moved|Microsoft keeps|not moved/i);
      assert.deepEqual(new Set(transfers().map(({ given, taken: old }) => `${given} ${old}`)), new Set(['done ends']));
      assert.equal(verifyAudit(world.purser.store).holds, true);
      const rows = await rowsOf(await linkOf(alex, 'export audit'));
      const assigned = rows.filter((row) => row['What'] === 'Licence assigned');
      assert.equal(assigned.length, 12);
      assert.ok(
        assigned.every((row) => row['Why'] === 'Their old seats end with the purchase.'),
        JSON.stringify(assigned[0]),
      );
    });

  it('is not ended by the automation before Microsoft shows every new licence', async () => {
    const automation = await startAutomation({
      secret: 'a secret of two, and long enough',
      clock: { now: () => world.clock.now() },
    });
    try {
      const environment = {
        CANCELLATION: `webhook:${automation.url}`,
        CANCELLATION_SECRET: 'a secret of two, and long enough',
      };
      await opened({ environment });
      await begun({ ending: 'webhook' });
      const fooled = taken().holders.ids[3] ?? '';
      const isTheirs = ({ path }: { path: string }): boolean => path.includes(fooled) && path.endsWith('assignLicense');
      world.tenant.faults.push({ match: isTheirs, kind: 'lie', times: 500 });
      await says(world.people.megan, 'approve TK-1');
      await passes(4 * day);
      for (let again = 0; again < 6 && taken().state === 'running'; again++) await passes();
      assert.equal(taken().state, 'failed', moves());
      assert.equal(automation.heard.length, 0, 'one has no new licence, so nothing ends');
      world.tenant.faults.pop();
      await says(world.people.alex, 'retry TK-1');
      await settles();
      assert.equal(taken().state, 'waiting', moves());
      assert.deepEqual([...automation.done.keys()], ['TK-1']);
      assert.deepEqual(removed, []);
    } finally {
      await automation.close();
    }
  });

  it('that cancels asks Graph for nothing, and says that people keep access until the purchase ends', async () => {
    await opened();
    const { alex, megan } = world.people;
    await begun({ act: cancel });
    assert.match(await says(megan, 'approval TK-1'), /Old seats \| Their seat ends with the purchase/);
    const gone = its.users.get(taken().holders.ids[4] ?? '') ?? assert.fail();
    haveAllPurser(world);
    await says(megan, 'approve TK-1 confirm');
    gone.licences = gone.licences.filter(({ skuId }) => skuId !== subscription.skuId);
    await passes(4 * day);
    assert.equal(taken().state, 'waiting', moves());
    assert.equal(world.tenant.requests.filter(({ path }) => path.endsWith('/assignLicense')).length, 0);
    assert.match(sees(alex), /11 people keep access until then: their seats end with the purchase\./);
    assert.match(sees(alex), new RegExp(`No longer has the licence[^]*${gone.displayName.replace(/[.*+?()]/g, '.')}`));
    assert.doesNotMatch(sees(alex), /licences removed/);
    subscription.status = 'Deleted';
    await passes();
    assert.equal(taken().state, 'done', moves());
    assert.match(sees(alex), /11 of 12 people lost access/);
  });

  it('that an older version meant to take one by one leaves them to end as well', async () => {
    await opened();
    await begun();
    const { id, holders } = taken();
    await world.purser.store.transact((tx) => {
      for (const person of holders.ids)
        tx.put('transfers', {
          ...{ id: `${id} ${person}`, given: 'open', taken: 'open', shown: false, why: null },
          at: world.clock.now().toISOString(),
        });
    });
    await says(world.people.megan, 'approve TK-1');
    await passes(4 * day);
    assert.equal(taken().state, 'waiting', moves());
    assert.deepEqual(removed, []);
    assert.deepEqual(new Set(transfers().map(({ given, taken: old }) => `${given} ${old}`)), new Set(['done ends']));
  });

  const refusals = {
    locked: /Microsoft says: “License \S+ is part of a self-service purchase/,
    denied: /Microsoft refuses, although the permission is granted/,
  };
  for (const [answer, words] of Object.entries(refusals) as [keyof typeof refusals, RegExp][])
    it(`of another SKU tries to take them, and tells a refusal with ${answer === 'locked' ? 400 : 403} as that`, async () => {
      await opened({ sku: taking, answer });
      const { alex, megan } = world.people;
      await begun();
      assert.doesNotMatch(await says(megan, 'approval TK-1'), /Old seats/);
      await says(megan, 'approve TK-1');
      await passes(4 * day);
      assert.equal(taken().state, 'waiting', moves());
      assert.equal(removed.length, 12, 'each is asked once');
      assert.match(sees(alex), /12 of 12 moved\nMicrosoft keeps 12 old licences until the subscription ends/);
      assert.match(sees(alex), words);
      assert.doesNotMatch(everyCard(), /missing a Microsoft permission|Insufficient privileges/);
    });
});
