/** Seats as Microsoft counts them: more in use than there are, expired, suspended, or the whole organisation's. */
import assert from 'node:assert/strict';
import { skus } from '../stand-ins/tenant/catalogue.ts';
import { company } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { buyVisio, purchaseOf } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

type Units = { enabled: number; warning?: number; suspended?: number };
const row = (
  { id, part }: { id: string; part: string },
  prepaidUnits: Units,
  consumedUnits: number,
  appliesTo = 'User',
) => ({
  ...{ skuId: id, skuPartNumber: part, prepaidUnits, consumedUnits, appliesTo },
});

describe('seats', () => {
  let world: World;
  let id: string;
  const { says, sees } = actsIn(() => world);

  /** Two people hold what Adele bought; everything else is as these rows of Microsoft have it. */
  before(async () => {
    const its = company({ now: new Date('2026-11-17T09:15:00Z') });
    const subscription = buyVisio(its, { holders: 2 });
    world = await openWorld({ company: its });
    await says(world.people.isaiah, 'notify on approvals');
    id = purchaseOf(world, subscription).id;
    await says(world.people.isaiah, `classify ${id} self-service`);
  });
  after(() => world.close());

  const microsoftHas = async (...rows: object[]): Promise<void> => {
    world.tenant.faults.length = 0;
    const own = row(skus.visio2Dept, { enabled: 2 }, 2);
    const body = () => ({ value: [own, ...rows] });
    world.tenant.faults.push({ match: 'GET /graph/v1.0/subscribedSkus', kind: 'answer', body, times: 1e9 });
    await world.purser.sync.run();
    await says(world.people.alex, `takeover ${id}`);
  };
  const choices = (): { title: string; value: string }[] => {
    const found =
      JSON.stringify(world.people.alex.inbox().at(-1)?.card ?? {}).match(/\{"title":"[^"]*","value":"[^"]*"\}/g) ?? [];
    return found.map((each) => JSON.parse(each) as { title: string; value: string });
  };
  const choiceOf = (sku: { id: string }): string | undefined => choices().find(({ value }) => value === sku.id)?.title;
  const moveTo = async (sku: { id: string }): Promise<string> => {
    await world.people.alex.press('Move', { inputs: { product: sku.id } });
    return sees(world.people.alex);
  };

  it('more in use than there are: those are missing too, on the list and in the preflight', async () => {
    await microsoftHas(row(skus.visio2, { enabled: 5 }, 9));
    assert.match(choiceOf(skus.visio2) ?? '', /0 free, 6 missing/);
    const card = await moveTo(skus.visio2);
    assert.match(card, /6 seats for Visio Plan 2 are missing: 2 needed, 0 free\./);
    assert.match(card, /4 more seats are in use than are active\./);
  });

  it('that have expired are told as such, neither as free nor as none', async () => {
    await microsoftHas(row(skus.visio2, { enabled: 5, warning: 4, suspended: 2 }, 9));
    assert.match(choiceOf(skus.visio2) ?? '', /0 free, 6 missing · 4 expired .* · 2 suspended/);
    const card = await moveTo(skus.visio2);
    assert.match(card, /6 seats for Visio Plan 2 are missing/);
    assert.match(card, /4 more seats have expired: renew their subscription/);
    assert.match(card, /2 more seats are suspended/);
  });

  it('all of which have expired are still a product to move to, that is short', async () => {
    await microsoftHas(row(skus.visio2, { enabled: 0, warning: 7 }, 3));
    assert.match(choiceOf(skus.visio2) ?? '', /0 free, 5 missing · 7 expired/);
  });

  it('of the whole organisation are nobody’s: no target, nothing to assign, however many seem free', async () => {
    await microsoftHas(row(skus.visio2, { enabled: 9 }, 2), row(skus.project3, { enabled: 500 }, 0, 'Company'));
    assert.equal(choiceOf(skus.project3), undefined);
    assert.ok(choiceOf(skus.visio2));
    const { alex } = world.people;
    for (const words of [`assign ${skus.project3.part} to adele`, `remove ${skus.project3.part} adele`]) {
      await says(alex, words);
      assert.match(sees(alex), /applies to the whole organisation/, words);
    }
    await microsoftHas(row(skus.visio2, { enabled: 9 }, 2), row(skus.project3, { enabled: 500 }, 0, 'company'));
    assert.equal(choiceOf(skus.project3), undefined, 'in whatever letters');
  });

  it('of a product that has both kinds are those for people alone', async () => {
    const both = [row(skus.visio2, { enabled: 3 }, 2), row(skus.visio2, { enabled: 100 }, 0, 'Company')];
    for (const rows of [both, [...both].reverse()]) {
      await microsoftHas(...rows);
      assert.match(choiceOf(skus.visio2) ?? '', /1 free, 1 missing/);
    }
  });

  it('are shown when one is to be given: the expired ones beside those that are free', async () => {
    await microsoftHas(row(skus.project3, { enabled: 5, warning: 4 }, 9));
    await says(world.people.alex, `assign ${skus.project3.part} to megan bowen`);
    assert.match(sees(world.people.alex), /none of 5 free.*4 expired/);
  });
});
