/** What is sent to the licensing API, of which Microsoft has no reference page: what its own module and its users send. */
import type { Listed } from './listed.ts';

const policy = '/v1.0/policies/AllowSelfServicePurchase';
const module =
  'Microsoft’s PowerShell module MSCommerce 2.3, which learn.microsoft.com/microsoft-365/commerce/subscriptions/allowselfservicepurchase-powershell describes';
const cipp = 'KelvinTegelaar/CIPP-API, Invoke-CIPPStandardDisableSelfServiceLicenses.ps1';
/** That an app alone may do so nobody has shown; the roles are in Microsoft365DSC's settings.json. */
const mayRead = { sure: 'seen in code', permission: 'Policy.Read.AllowSelfServicePurchase' } as const;
const mayWrite = { sure: 'seen in code', permission: 'Policy.ReadWrite.AllowSelfServicePurchase' } as const;

export const licensing: readonly Listed[] = [
  { call: `GET ${policy}`, purpose: 'whether the rules can be read', source: module, ...mayRead },
  {
    call: `GET ${policy}/products?scope=product`,
    purpose: 'the rule of every product',
    ...{ source: module, ...mayRead },
  },
  {
    call: `GET ${policy}/products?scope=OfferType`,
    purpose: 'the rule of every offer type',
    ...{ source: module, ...mayRead },
  },
  {
    call: `GET ${policy}/products`,
    purpose: 'all of them, where Microsoft refuses the query (microsoft-365-docs issue 11065)',
    ...{ source: cipp, ...mayRead },
  },
  { call: `GET ${policy}/products/{id}`, purpose: 'the rule of one product', source: module, ...mayRead },
  { call: `GET ${policy}/offerTypes/{id}`, purpose: 'the rule of one offer type', source: module, ...mayRead },
  {
    call: `PUT ${policy}/products/{id}`,
    purpose: 'sets the rule of one product',
    bodies: [{ policyValue: 'text' }],
    ...{ source: cipp, ...mayWrite },
  },
  {
    call: `PUT ${policy}/offerTypes/{id}`,
    purpose: 'sets the rule of one offer type',
    bodies: [{ policyValue: 'text' }],
    ...{ source: module, ...mayWrite },
  },
];
