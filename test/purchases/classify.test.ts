import assert from 'node:assert/strict';
import { classify } from '../../bot/purchases/evidence.ts';
import type { Evidence, Kind, Person, Sure } from '../../store/records.ts';
import { people, roleTemplates, skus, tenantId } from '../stand-ins/tenant/index.ts';
import { bought, purchaseOf, useSync } from '../world/syncing.ts';

describe('the kind of a purchase', () => {
  const user = { partnerTenant: null, skuPart: 'VISIOCLIENT', ownerId: people.adele, ownerIsUser: true };
  const department = { ...user, skuPart: 'VISIO_PLAN1_DEPT' };
  const person: Person = {
    id: people.adele,
    name: 'Adele Vance',
    userName: null,
    mail: null,
    department: null,
    language: null,
    guest: false,
    enabled: true,
    admin: false,
    forgotten: false,
    leftAt: null,
  };
  const leftAt = '2026-01-01T00:00:00.000Z';

  type Case = [string, Parameters<typeof classify>[0], Partial<Person> | undefined, Kind, Evidence[], Sure?];
  const table: Case[] = [
    ['a partner sold it', { ...user, partnerTenant: 'p' }, {}, 'partner', ['partner-tenant']],
    ['a partner sold a department SKU', { ...department, partnerTenant: 'p' }, {}, 'partner', ['partner-tenant']],
    ['a user owns it', user, {}, 'self-service', ['owner-is-user']],
    ['a user owns it of whom nothing is known yet', user, undefined, 'self-service', ['owner-is-user']],
    ['a user owns a department SKU', department, {}, 'self-service', ['department-sku', 'owner-is-user']],
    ['an admin owns it', user, { admin: true }, 'central', ['owner-is-admin']],
    [
      'an admin owns a department SKU',
      department,
      { admin: true },
      'self-service',
      ['department-sku', 'owner-is-admin'],
    ],
    ['a guest owns it', user, { guest: true }, 'central', ['owner-is-guest']],
    [
      'a guest owns a department SKU',
      department,
      { guest: true },
      'self-service',
      ['department-sku', 'owner-is-guest'],
    ],
    ['someone who left owns it', user, { leftAt }, 'self-service', ['owner-left']],
    [
      'someone who left owns a department SKU',
      department,
      { leftAt },
      'self-service',
      ['department-sku', 'owner-left'],
    ],
    ['an admin who left owns it', user, { leftAt, admin: true }, 'central', ['owner-is-admin']],
    ['the organisation owns it', { ...user, ownerIsUser: false }, undefined, 'central', ['owner-is-organisation']],
    ['no owner is given', { ...user, ownerId: null, ownerIsUser: false }, undefined, 'central', ['owner-is-not-given']],
    [
      'no owner of a department SKU is given',
      { ...department, ownerId: null, ownerIsUser: false },
      undefined,
      'self-service',
      ['shared-sku', 'owner-is-not-given'],
      'unsure',
    ],
    [
      'no owner of a department SKU that nobody else buys is given',
      { ...department, skuPart: 'POWER_BI_PRO_DEPT', ownerId: null, ownerIsUser: false },
      undefined,
      'self-service',
      ['department-sku', 'owner-is-not-given'],
    ],
  ];
  for (const [what, facts, owner, kind, evidence, sure = 'probable'] of table)
    it(`[1] is ${kind}, ${sure}, where ${what}`, () => {
      assert.deepEqual(classify(facts, owner && { ...person, ...owner }), { kind, sure, evidence });
    });

  for (const part of [
    'VISIO_PLAN1_DEPT',
    'Microsoft_Teams_Exploratory_Dept',
    'Teams_Premium_(for_Departments)',
    'visio_plan1_dept',
  ])
    it(`takes ${part} for a SKU of self-service`, () => {
      assert.ok(classify({ ...user, skuPart: part }, undefined).evidence.includes('department-sku'));
    });

  for (const part of ['DEPT_VISIO', 'VISIO_DEPTH', 'VISIO_DEPT_ADDON', 'DEPARTMENTS'])
    it(`does not take ${part} for one`, () => {
      assert.ok(!classify({ ...user, skuPart: part }, undefined).evidence.includes('department-sku'));
    });
});

describe('the kind of a purchase, after a sync,', () => {
  const its = useSync();

  const table: [string, string | null, { id: string }, Kind, Evidence[], Sure?][] = [
    ['Adele’s Power BI', people.adele, skus.powerBiProDept, 'self-service', ['department-sku', 'owner-is-user']],
    ['Adele’s Power BI that has no SKU of its own', people.adele, skus.powerBiPro, 'self-service', ['owner-is-user']],
    ['the Visio an admin bought', people.alex, skus.visio2Dept, 'self-service', ['department-sku', 'owner-is-admin']],
    ['what an admin bought for all', people.alex, skus.entraP2, 'central', ['owner-is-admin']],
    ['what a billing admin bought for all', people.isaiah, skus.teamsPhone, 'central', ['owner-is-admin']],
    ['what a guest owns', people.guestAlex, skus.powerBiProDept, 'self-service', ['department-sku', 'owner-is-guest']],
    ['what someone left behind', people.grady, skus.powerBiProDept, 'self-service', ['department-sku', 'owner-left']],
    [
      'what a disabled account owns',
      people.diego,
      skus.project1Dept,
      'self-service',
      ['department-sku', 'owner-is-user'],
    ],
    ['what the organisation owns', tenantId, skus.m365E5, 'central', ['owner-is-organisation']],
    ['what has no owner', null, skus.flow, 'central', ['owner-is-not-given']],
    ['what a partner sold', null, skus.teamsPremium, 'partner', ['partner-tenant']],
  ];
  it('[1] [5] follows from who owns it and what it is, and says so', async () => {
    await its.sync.run();
    const found = table.map(([what, owner, sku]) => {
      const { kind, evidence, sure } = purchaseOf(its.store, bought(its.tenant, owner, sku));
      return [what, kind, evidence, sure];
    });
    assert.deepEqual(
      found,
      table.map(([what, , , kind, evidence]) => [what, kind, evidence, 'probable']),
    );
  });

  it('names a purchaser only where the owner is a person', async () => {
    await its.sync.run();
    const purchaser = (owner: string | null, sku: { id: string }) =>
      purchaseOf(its.store, bought(its.tenant, owner, sku)).purchaser;
    assert.equal(purchaser(people.adele, skus.powerBiPro), people.adele);
    assert.equal(purchaser(tenantId, skus.m365E5), null);
    assert.equal(purchaser(null, skus.teamsPremium), null);
  });

  it('that an admin settled stays, whatever the evidence says and Microsoft changes', async () => {
    await its.sync.run();
    const subscription = bought(its.tenant, people.adele, skus.powerBiProDept);
    const settled = { ...purchaseOf(its.store, subscription), kind: 'central', sure: 'confirmed' } as const;
    await its.store.transact((tx) => tx.put('purchases', settled));
    subscription.totalLicenses += 3;
    await its.sync.run();
    await its.reopen();
    await its.sync.run();
    assert.deepEqual(purchaseOf(its.store, subscription), { ...settled, quantity: (settled.quantity ?? 0) + 3 });
  });

  it('that was only concluded follows new evidence', async () => {
    const subscription = bought(its.tenant, people.adele, skus.powerBiPro);
    await its.sync.run();
    its.tenant.company.roles[0]?.members.push(people.adele);
    await its.sync.run();
    const { kind, evidence } = purchaseOf(its.store, subscription);
    assert.deepEqual([kind, evidence], ['central', ['owner-is-admin']]);
  });

  it('of somebody who may activate an admin’s role stays the same, however often they do', async () => {
    const { company } = its.tenant;
    const subscription = bought(its.tenant, people.adele, skus.powerBiPro);
    const roleDefinitionId = roleTemplates.billingAdministrator;
    company.eligible.push({ principalId: people.adele, roleDefinitionId, directoryScopeId: '/' });
    const admins = company.roles.find(({ roleTemplateId }) => roleTemplateId === roleDefinitionId) ?? assert.fail();
    const kinds = new Set<string>();
    for (let time = 0; time < 10; time++)
      for (const isActive of [true, false]) {
        if (isActive) admins.members.push(people.adele);
        else admins.members.pop();
        await its.sync.run();
        const { kind, evidence } = purchaseOf(its.store, subscription);
        kinds.add([kind, ...evidence].join(' '));
      }
    assert.deepEqual([...kinds], ['central owner-is-admin']);
  });
});
