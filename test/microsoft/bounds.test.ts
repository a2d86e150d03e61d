/** Answers without an end: said in words, soon, and without filling memory. */
import assert from 'node:assert/strict';
import { AnswerTooLarge, fetchDirectly, withAllowance } from '../../bot/http.ts';
import { MicrosoftFailed } from '../../bot/microsoft/commerce.ts';
import { people, skus } from '../stand-ins/tenant/index.ts';
import { fails, graph, troubleIn, useGateway } from './fixture.ts';

describe('an answer of Microsoft without an end', () => {
  const its = useGateway();
  const subscriptions = `${graph}/directory/subscriptions`;

  it('is not read: 300 MB on one page, packed or not, of a list, a batch or an error', async () => {
    const { commerce } = its;
    const huge = { kind: 'huge', megabytes: 300, times: 9 } as const;
    const before = process.memoryUsage().rss;
    const calls: [string, () => Promise<unknown>, object, string][] = [
      [subscriptions, () => commerce.subscriptions(), {}, 'too-large'],
      [`${graph}/$batch`, () => commerce.people([people.adele]), { packed: true }, 'too-large'],
      [`${graph}/users`, () => commerce.holders(skus.visio2.id), { code: 400 }, 'too-large'],
      // That it is a no, the status has said.
      [
        'PUT /licensing',
        () => commerce.setRule('product:CFQ7TTC0HD32', 'Disabled'),
        { code: 400, packed: true },
        'refused',
      ],
    ];
    for (const [match, call, more, trouble] of calls) {
      fails(its, { match, ...huge, ...more });
      assert.equal(await troubleIn(call()), trouble, match);
      its.tenant.faults.length = 0;
    }
    const grown = (process.memoryUsage().rss - before) / 2 ** 20;
    assert.ok(grown < 250, `${Math.round(grown)} MB more`);
  });

  it('pages that lead on and on end, and are one route in the metrics', async () => {
    const { tenant, commerce } = its;
    tenant.astray.push(/subscriptions-\d+$/);
    let page = 0;
    const body = () => ({
      value: [{ id: `s-${++page}`, skuId: skus.visio2.id }],
      '@odata.nextLink': `${tenant.urls.graph}/v1.0/directory/subscriptions-${page}`,
    });
    fails(its, { match: subscriptions, kind: 'answer', body, times: 1e9 });
    assert.equal(await troubleIn(commerce.subscriptions()), 'too-large');
    assert.ok(page >= 1_000, `after ${page} pages: 100,000 subscriptions have as many`);
    assert.ok(page <= 2_000, `after ${page} pages`);
    assert.deepEqual(new Set(its.observed), new Set(['/directory/subscriptions 200']));
  });

  it('pages without a row end soon', async () => {
    its.tenant.astray.push(/subscribedSkus$/);
    let page = 0;
    const body = () => ({ value: [], '@odata.nextLink': `${its.tenant.urls.graph}/v1.0/subscribedSkus?p=${++page}` });
    fails(its, { match: `${graph}/subscribedSkus`, kind: 'answer', body, times: 1e9 });
    assert.equal(await troubleIn(its.commerce.seats()), 'too-large');
    assert.ok(page <= 50, `after ${page} pages`);
  });

  it('a page that leads to a link of a megabyte is not followed, nor is one seen before', async () => {
    const links = [
      `${its.tenant.urls.graph}/v1.0/x?p=${'x'.repeat(2 ** 20)}`,
      `${its.tenant.urls.graph}/v1.0/subscribedSkus`,
    ];
    for (const link of links) {
      const body = () => ({ value: [], '@odata.nextLink': link });
      fails(its, { match: `${graph}/subscribedSkus`, kind: 'answer', body, times: 9 });
      assert.equal(await troubleIn(its.commerce.seats()), 'broken-answer');
      its.tenant.faults.length = 0;
    }
  });

  it('whose length is told is not read at all', async () => {
    const url = `${its.tenant.urls.login}/some`;
    its.tenant.astray.push(/^\/some$/);
    fails(its, { match: '/some', kind: 'huge', megabytes: 33, isLengthTold: true, times: 1 });
    await assert.rejects(fetchDirectly(url), AnswerTooLarge);
  });

  it('of one sign-in is no token', async () => {
    fails(its, { match: 'POST /', kind: 'huge', megabytes: 3, times: 9 });
    assert.equal(await troubleIn(its.commerce.seats()), 'too-large');
  });

  it('more people than were asked for by name are not all taken', async () => {
    const value = Array.from({ length: 500 }, (_, n) => ({ id: `p-${n}`, displayName: `Ann ${n}` }));
    fails(its, { match: `${graph}/users`, kind: 'answer', body: () => ({ value }) });
    assert.ok((await its.commerce.find('Ann')).length <= 6);
  });

  it('many answers together have a bound too, and each alone is read', async () => {
    const url = `${its.tenant.urls.login}/some`;
    its.tenant.astray.push(/^\/some$/);
    const read = async () => (await fetchDirectly(url)).arrayBuffer();
    const megabytes = (n: number) => fails(its, { match: '/some', kind: 'huge', megabytes: n, times: 1 });
    await withAllowance(5 * 2 ** 20, async () => {
      for (let n = 0; n < 2; n++) {
        megabytes(2);
        await read();
      }
      megabytes(2);
      await assert.rejects(read(), AnswerTooLarge);
    });
    megabytes(2);
    await read();
  });

  it('is told with its host and its bound, for whoever reads the log', async () => {
    fails(its, { match: `${graph}/subscribedSkus`, kind: 'huge', megabytes: 40, packed: true });
    const error: unknown = await its.commerce.seats().catch((reason: unknown) => reason);
    assert.ok(error instanceof MicrosoftFailed);
    assert.match(error.detail, /localhost:\d+ sent more than 32,768 KB in one answer, which Purser does not read/);
  });
});
