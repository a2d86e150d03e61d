import assert from 'node:assert/strict';
import type { Heard } from './client.ts';
import { standIn } from './stand-in.ts';
import type { ProductPolicy } from './state.ts';

const policies = '/v1.0/policies/AllowSelfServicePurchase';

describe('licensing', () => {
  const its = standIn();
  const product = (id: string): string => `${policies}/products/${id}`;
  const put = (path: string, policyValue: unknown): Promise<Heard> =>
    its.client.licensing(path, its.client.json('PUT', { policyValue }));

  it('lists products, offer types by their scope, and knows no other scope', async () => {
    const { products, offerTypes } = its.tenant.company;
    const count = async (query: string) =>
      (await its.client.licensing(`${policies}/products${query}`)).body.items?.length;
    assert.deepEqual([await count(''), await count('?scope=product')], [products.length, products.length]);
    assert.equal(await count('?scope=OfferType'), offerTypes.length);
    its.tenant.company.listsOffersUnasked = true;
    assert.equal(await count(''), products.length + offerTypes.length);
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

  it('refuses every change of a product that is not to be changed, in a sentence', async () => {
    const python = its.tenant.company.products.find(({ refuses }) => refuses !== null);
    assert.ok(python);
    const refused = await put(product(python.productId), 'Disabled');
    assert.deepEqual([refused.status, refused.body], [400, { errorCode: 'BadRequest', reason: python.refuses }]);
    assert.equal(python.policyValue, 'Enabled');
  });

  it('breaks the list of products for one that is dead, and answers for the others', async () => {
    const { company } = its.tenant;
    company.deadProduct = 'CFQ7TTC0PW0V';
    for (const query of ['', '?scope=product']) {
      const list = await its.client.licensing(`${policies}/products${query}`);
      assert.deepEqual([list.status, list.body.errorCode], [404, 'Unknown']);
      assert.match(String(list.body['reason']), /^GetProductDetailsByProductIdAsync failed\{"code":"NotFound".+DCatFD/);
    }
    const offers = (await its.client.licensing(`${policies}/products?scope=OfferType`)).body.items;
    assert.equal(offers?.length, company.offerTypes.length);
    assert.equal((await its.client.licensing(product('CFQ7TTC0H9MP'))).status, 200);
    assert.equal((await its.client.licensing(product('CFQ7TTC0PW0V'))).status, 404);
    assert.equal((await put(product('CFQ7TTC0PW0V'), 'Disabled')).status, 404);
  });

  it('lists a product that Microsoft adds', async () => {
    const id = 'CFQ7TTC0NEW1';
    const added: ProductPolicy = {
      productId: id,
      productName: 'Loop Premium',
      policyValue: 'Enabled',
      trials: false,
      refuses: null,
    };
    its.tenant.company.products.push(added);
    assert.equal((await its.client.licensing(product(id))).body.policyValue, 'Enabled');
  });

  it('wants a role to read and another to write', async () => {
    const [app] = its.tenant.company.apps;
    assert.ok(app);
    app.roles.licensing = ['Policy.Read.AllowSelfServicePurchase'];
    assert.equal((await its.client.licensing(product('CFQ7TTC0H9MP'))).status, 200);
    const refused = await put(product('CFQ7TTC0H9MP'), 'Disabled');
    assert.deepEqual([refused.status, refused.body.errorCode], [403, 'Forbidden']);
  });

  it('takes no token that was taken back', async () => {
    assert.equal((await its.client.licensing(product('CFQ7TTC0H9MP'))).status, 200);
    its.tenant.expireTokens();
    const refused = await its.client.licensing(product('CFQ7TTC0H9MP'));
    assert.deepEqual([refused.status, refused.body.errorCode], [401, 'Unauthorized']);
  });
});
