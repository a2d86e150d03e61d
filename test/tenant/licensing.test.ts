import assert from 'node:assert/strict';
import type { Heard } from './client.ts';
import { standIn } from './stand-in.ts';

const policies = '/v1.0/policies/AllowSelfServicePurchase';

describe('licensing', () => {
  const its = standIn();
  const product = (id: string): string => `${policies}/products/${id}`;
  const put = (path: string, policyValue: unknown): Promise<Heard> =>
    its.client.licensing(path, its.client.json('PUT', { policyValue }));

  it('lists products and offer types, products alone, and knows no other scope', async () => {
    const { products, offerTypes } = its.tenant.company;
    const all = (await its.client.licensing(`${policies}/products`)).body.items;
    assert.equal(all?.length, products.length + offerTypes.length);
    const some = (await its.client.licensing(`${policies}/products?scope=product`)).body.items;
    assert.equal(some?.length, products.length);
    const wrong = await its.client.licensing(`${policies}/products?scope=everything`);
    assert.deepEqual([wrong.status, wrong.body], [400, { errorCode: 'BadRequest', reason: 'Invalid scope.' }]);
  });

  it('changes a value where it may have it', async () => {
    const before = (await its.client.licensing(product('CFQ7TTC0H9MP'))).body;
    assert.equal(before.policyValue, 'Enabled');
    const changed = await put(product('CFQ7TTC0H9MP'), 'Disabled');
    assert.deepEqual(changed.body, { ...before, policyValue: 'Disabled' });
    assert.deepEqual((await its.client.licensing(product('CFQ7TTC0H9MP'))).body, changed.body);
    assert.equal((await put(product('CFQ7TTC0H9MP'), 'OnlyTrialsWithoutPaymentMethod')).status, 400);
    assert.equal((await put(product('CFQ7TTC0HD33'), 'OnlyTrialsWithoutPaymentMethod')).status, 200);
    assert.equal((await put(`${policies}/offerTypes/SaaS`, 'OnlyTrialsWithoutPaymentMethod')).status, 400);
    assert.equal((await put(product('CFQ7TTC0HD33'), 'Blocked')).status, 400);
    assert.equal((await put(product('NOTHING'), 'Disabled')).status, 404);
  });
});
