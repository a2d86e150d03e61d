/** What Microsoft would never answer, and something in between might. */
import assert from 'node:assert/strict';
import { groups, people, skus } from '../stand-ins/tenant/index.ts';
import { type Crooked, crookedGraph } from './crooked.ts';
import { gatewayTo, troubleIn, useGateway } from './fixture.ts';

describe('the gateway, before a crooked Graph,', () => {
  const its = useGateway();
  let crooked: Crooked;
  const facing = async (answer: Parameters<typeof crookedGraph>[0]): Promise<typeof its.commerce> => {
    crooked = await crookedGraph(answer);
    return gatewayTo(its.tenant, its, { graphUrl: crooked.url });
  };
  afterEach(() => crooked.close());

  it('never brings its token to another host that a page points to', async () => {
    const commerce = await facing(({ host }, url) =>
      host.startsWith('localhost')
        ? { value: [], '@odata.nextLink': `${url.replace('localhost', '127.0.0.1')}/v1.0/directory/subscriptions` }
        : { value: [] },
    );
    await commerce.subscriptions().catch(() => undefined);
    const [own, ...others] = crooked.asked;
    assert.match(own?.authorization ?? '', /^Bearer eyJ/);
    assert.deepEqual(
      others.filter(({ authorization }) => authorization !== undefined),
      [],
    );
  });

  it('takes no rows from another host that a page points to', async () => {
    const commerce = await facing(({ host }, url) =>
      host.startsWith('localhost')
        ? { value: [], '@odata.nextLink': `${url.replace('localhost', '127.0.0.1')}/v1.0/directory/subscriptions` }
        : { value: [{ id: 'planted', skuId: skus.visio2.id }] },
    );
    assert.equal(await troubleIn(commerce.subscriptions()), 'broken-answer');
  });

  it('[12] sums the pools of one product, whatever the letters of its id', async () => {
    const pool = (skuId: string, enabled: number | null, consumedUnits: number | null) => ({
      ...{ skuId, skuPartNumber: skus.visio2.part, prepaidUnits: { enabled }, consumedUnits },
    });
    const { id } = skus.visio2;
    const value = [pool(id, 5, 3), pool(id.toUpperCase(), 7, 2), pool(id, null, null), { skuId: id }];
    const commerce = await facing(() => ({ value }));
    assert.deepEqual(await commerce.seats(), [{ sku: id, part: skus.visio2.part, seats: 12, used: 5 }]);
  });

  it('does not follow pages that go in a circle for ever', async () => {
    const commerce = await facing((_, url) => ({
      value: [],
      ...(crooked.asked.length < 50 && { '@odata.nextLink': `${url}/v1.0/directory/subscriptions?$skiptoken=again` }),
    }));
    assert.equal(await troubleIn(commerce.subscriptions()), 'broken-answer');
  });

  const nothings: [string, unknown][] = [
    ['an object without rows', {}],
    ['null for rows', { value: null }],
    ['null', null],
    ['rows that are none', { value: [null, 7, 'row'] }],
    ['rows without an id', { value: [{ displayName: 'nobody' }] }],
    ['a page of HTML', '<!DOCTYPE html><title>Please wait</title>'],
  ];
  const lists = {
    subscriptions: () => its.commerce.subscriptions(),
    seats: () => its.commerce.seats(),
    people: () => its.commerce.people([people.alex]),
    licencesOf: () => its.commerce.licencesOf([people.alex], [skus.visio2.id]),
    holders: () => its.commerce.holders(skus.visio2.id),
    admins: () => its.commerce.admins(),
    members: () => its.commerce.members(groups.approvers),
    standing: () => its.commerce.directoryFacts(people.alex, []),
    leaver: () => its.commerce.leaver(people.grady),
  };
  for (const [what, body] of nothings)
    for (const [name, call] of Object.entries(lists))
      it(`says broken-answer where ${name} gets ${what}`, async () => {
        its.commerce = await facing(() => body);
        assert.equal(await troubleIn(call()), 'broken-answer');
      });

  it('does not take a page of HTML for a subscription that exists, nor for a connection that is open', async () => {
    const commerce = await facing(() => '<!DOCTYPE html><title>Sign in to the guest network</title>');
    assert.equal(await troubleIn(commerce.hasSubscription('one')), 'broken-answer');
    const directory = (await commerce.probe()).find(({ connection }) => connection === 'directory');
    assert.equal(directory?.trouble, 'broken-answer');
  });

  it('says broken-answer where a batch leaves an answer out', async () => {
    const commerce = await facing(() => ({ responses: [] }));
    assert.equal(await troubleIn(commerce.directoryFacts(people.alex, [])), 'broken-answer');
  });

  it('never takes licences that are not told of for licences nobody has', async () => {
    const responses = [{ id: '0', status: 200, body: { value: [{ id: people.alex, usageLocation: 'FR' }] } }];
    const commerce = await facing(() => ({ responses }));
    assert.equal(await troubleIn(commerce.unassign(skus.visio2.id, [people.alex])), 'broken-answer');
    assert.ok(crooked.asked.length > 0);
  });

  it('says broken-answer where an answer within a batch is none', async () => {
    const responses = ['0', '1'].map((id) => ({ id, status: 200, body: { value: 'none', id: 7 } }));
    const commerce = await facing(() => ({ responses }));
    assert.equal(await troubleIn(commerce.directoryFacts(people.alex, [])), 'broken-answer');
  });
});
