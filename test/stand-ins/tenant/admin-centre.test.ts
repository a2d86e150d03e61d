/** The admin centre as the person of a guided ending sees it. */
import assert from 'node:assert/strict';
import { people, type Subscription, skus, type User } from './index.ts';
import { standIn } from './stand-in.ts';

describe('the admin centre', () => {
  const its = standIn();
  const one = (fits: (each: Subscription) => boolean): Subscription =>
    its.tenant.company.subscriptions.find(fits) ?? assert.fail();
  const ofAdele = () => one(({ ownerId, status }) => ownerId === people.adele && status === 'Enabled');
  const central = (sku: string) => one(({ ownerType, skuId }) => ownerType === 'Tenant' && skuId === sku);
  const holders = ({ id }: Subscription): User[] =>
    [...its.tenant.company.users.values()].filter(({ licences }) => licences.some(({ from }) => from === id));
  const look = async (path = ''): Promise<string> => (await fetch(`${its.tenant.url}/admin-centre${path}`)).text();
  const press = (act: string, form: Record<string, string>): Promise<Response> =>
    fetch(`${its.tenant.url}/admin-centre/${act}`, { method: 'POST', body: new URLSearchParams(form) });
  const cancel = (subscription: string, reason = 'Other') => press('cancel', { subscription, reason });

  it('lists every subscription with its owner, or those of self-service alone', async () => {
    const { subscriptions } = its.tenant.company;
    const all = await look();
    for (const { id } of subscriptions) assert.ok(all.includes(`<tr id="${id}">`), id);
    assert.match(all, /Adele Vance/);
    const some = await look('?filter=self-service');
    assert.ok(some.includes(`<tr id="${ofAdele().id}">`));
    for (const { id } of [central(skus.visio2.id), one(({ skuId }) => skuId === skus.entraP2.id)])
      assert.ok(!some.includes(id));
  });

  it('offers to take control of what people bought, and nothing for what is deleted', async () => {
    const row = async ({ id }: Subscription) => new RegExp(`<tr id="${id}">.*</tr>`).exec(await look())?.[0] ?? '';
    assert.match(await row(ofAdele()), /Take control of this subscription.*Turn off recurring billing/);
    assert.match(await row(central(skus.visio2.id)), /Cancel subscription/);
    assert.doesNotMatch(await row(one(({ status }) => status === 'Deleted')), /<a/);
  });

  it('[30, 36] leads from taking control to moving the users or to cancelling', async () => {
    const text = await look(`/take-control?subscription=${ofAdele().id}`);
    assert.match(text, /<button>Move users<\/button>/);
    assert.match(text, /<button>Cancel subscription<\/button>/);
  });

  it('[38, 39] asks for a reason before it cancels, and then whether one is sure', async () => {
    const { id } = ofAdele();
    assert.match(await look(`/cancel?subscription=${id}`), /Select a reason <select name="reason" required>/);
    assert.match(await look(`/cancel?subscription=${id}&reason=Other`), /<h1>Are you sure you want to cancel\?<\/h1>/);
    assert.equal((await cancel(id, '')).status, 400);
    assert.equal(ofAdele().id, id);
  });

  it('[36, 37, 40, 41] cancels one: it is Deleted, nobody has a seat of it, and its purchaser gets a mail', async () => {
    const { id } = ofAdele();
    const others = [...its.tenant.company.users.values()].flatMap(({ licences }) => licences);
    const response = await cancel(id);
    assert.deepEqual([response.status, new URL(response.url).pathname], [200, '/admin-centre']);
    assert.match(await response.text(), /<p role="status">The subscription is canceled\.<\/p>/);
    assert.equal((await its.client.graph(`/directory/subscriptions/${id}`)).body['status'], 'Deleted');
    const seats = [...its.tenant.company.users.values()].flatMap(({ licences }) => licences);
    assert.deepEqual(
      seats,
      others.filter(({ from }) => from !== id),
    );
    const mails = its.tenant.mailboxes.get('adele.vance@contoso.onmicrosoft.com') ?? [];
    assert.deepEqual(
      mails.map(({ from }) => from),
      ['microsoft-noreply@microsoft.com'],
    );
    assert.equal((await cancel(id)).status, 409);
  });

  it('[30, 33, 34, 35] moves its users to another one after a second confirmation, and cancels it', async () => {
    const source = ofAdele();
    const target = central(skus.visio2.id);
    const before = holders(source);
    const kept = holders(target);
    assert.match(await look(`/move?subscription=${source.id}`), /<option value="[^"]+">VISIOCLIENT \(8 available\)/);
    const confirm = await look(`/move?subscription=${source.id}&to=${target.id}`);
    assert.match(confirm, /<h1>Move users to VISIOCLIENT<\/h1>.*Don’t close your browser/s);
    assert.deepEqual(holders(source), before);
    const response = await press('move', { subscription: source.id, to: target.id });
    assert.match(await response.text(), /<p role="status">Move completed<\/p>/);
    assert.deepEqual([source.status, holders(source)], ['Deleted', []]);
    assert.ok(before.length > 1);
    for (const { licences } of before)
      assert.equal(licences.filter(({ skuId }) => skuId === skus.visio2.id).length, 1, 'one each');
    assert.ok(kept.every((user) => holders(target).includes(user)));
  });

  it('[31] moves nobody to where there are too few seats', async () => {
    const source = ofAdele();
    const target = central(skus.visio2.id);
    target.totalLicenses = holders(target).length + 1;
    const text = await look(`/move?subscription=${source.id}`);
    assert.match(text, /<option value="[^"]+" disabled>VISIOCLIENT \(\d needed, 1 available\)/);
    const before = holders(source);
    assert.equal((await press('move', { subscription: source.id, to: target.id })).status, 409);
    assert.deepEqual([source.status, holders(source)], ['Enabled', before]);
  });

  it('turns recurring billing off, and everything else stays', async () => {
    const source = ofAdele();
    const before = holders(source);
    await press('recurring-billing', { subscription: source.id });
    assert.deepEqual([source.recurringBilling, source.status, holders(source)], [false, 'Enabled', before]);
    assert.doesNotMatch(await look(), new RegExp(`recurring-billing\\?subscription=${source.id}`));
  });

  it('does nothing to what is not there, and nothing on being looked at', async () => {
    const before = structuredClone(its.tenant.company.subscriptions);
    assert.equal((await cancel('none')).status, 404);
    const { id } = ofAdele();
    for (const act of ['take-control', 'cancel', 'move', 'recurring-billing'])
      await look(`/${act}?subscription=${id}&reason=Other&to=${central(skus.visio2.id).id}`);
    assert.equal((await press('take-control', { subscription: id })).status, 405);
    assert.deepEqual(its.tenant.company.subscriptions, before);
  });

  it('shows what people are called as text', async () => {
    const owner = its.tenant.company.users.get(people.adele) ?? assert.fail();
    owner.displayName = '"><script>alert(1)</script>';
    ofAdele().skuPartNumber = '<img src=x>';
    const { id } = ofAdele();
    for (const path of ['', `/take-control?subscription=${id}`, `/cancel?subscription=${id}&reason=<script>`])
      assert.doesNotMatch(await look(path), /<script|<img/);
  });
});
